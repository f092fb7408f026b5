"""Types into every cell of a template in LibreOffice, and lists which cells and rules accept it."""

from __future__ import annotations

import json
import sys
from typing import Any

from office import Document, Office
from sheets import choices, question_rows, used

BEYOND = 3  # rows and columns past the used ones


def address(sheet: Any, column: int, row: int) -> str:
    return str(sheet.getCellByPosition(column, row).AbsoluteName).split(".")[-1].replace("$", "")


def took(document: Document, sheet: Any) -> list[str]:
    """The cells that contain what was typed into them."""
    values = used(sheet)
    found = []
    for row in range(len(values) + BEYOND):
        for column in range(len(values[0]) + BEYOND):
            cell = sheet.getCellByPosition(column, row)
            document.type(cell, "getypt")
            if cell.String == "getypt":
                found.append(address(sheet, column, row))
    return found


def lets_in(cell: Any, text: str) -> bool:
    """Whether the cell's rule accepts this text when the sheet is not protected."""
    scratch = cell.Spreadsheet.getCellRangeByName("AZ1")
    cell.FormulaLocal = text
    scratch.Formula = f"={cell.Validation.getFormula1()}"
    return bool(scratch.Value)


def rule(cell: Any) -> dict[str, Any]:
    found = cell.Validation
    return {
        "kind": found.Type.value,
        "stops": found.ErrorAlertStyle.value == "STOP" and found.ShowErrorMessage,
        "input": found.ShowInputMessage and found.InputMessage,
        "error": found.ErrorMessage,
    }


def main() -> None:
    job = json.load(sys.stdin)
    with Office() as office:
        with office.open(job["open"]) as document:
            rows = question_rows(document)
            answers = {row_id: cells["Antwoord"] for row_id, cells in rows.items()}
            result = {
                "dropdowns": {row_id: choices(document, cell) for row_id, cell in answers.items()},
                "rules": {row_id: rule(cell) for row_id, cell in answers.items()},
                "protected": all(sheet.isProtected() for sheet in document.sheets()),
                "took": {sheet.Name: took(document, sheet) for sheet in document.sheets() if sheet.IsVisible},
            }
            counted = rows[job["count"]]["Antwoord"]
            counted.Spreadsheet.unprotect("")
            result["let_in"] = {text: lets_in(counted, text) for text in job["try"]}
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
