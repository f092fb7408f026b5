"""Fills in workbooks in LibreOffice as a person would, rearranges them if asked, and stores copies."""

from __future__ import annotations

import json
import sys
from typing import Any

from office import Document, Office
from sheets import beside, choices, formula_errors, overview, question_rows, tables


def fill(document: Document, cell: Any, text: str) -> None:
    """Chooses or types; a value that the dropdown does not have or the cell does not accept is an error."""
    offered = choices(document, cell)
    if offered and text not in offered and cell.Validation.ErrorAlertStyle.value == "STOP":
        raise ValueError(f"{cell.AbsoluteName} offers {offered}, not {text!r}")
    document.type(cell, text)
    if not cell.String:
        raise ValueError(f"{cell.AbsoluteName} does not take {text!r}")


def fill_in(document: Document, job: dict[str, Any]) -> None:
    for label, text in job.get("beside", {}).items():
        fill(document, beside(document, label), text)
    rows = question_rows(document)
    for row_id, entries in job.get("answers", {}).items():
        for header, text in entries.items():
            fill(document, rows[row_id][header], text)
    for key_header, key, header, text in job.get("figures", []):
        sheet, columns, first, values = next(tables(document, key_header, header))
        number = next(n for n in range(first, len(values)) if values[n][columns[key_header]] == key)
        fill(document, sheet.getCellByPosition(columns[header], number), text)


def rearrange(document: Document) -> None:
    """Does what people do: removes the protection, inserts rows, hides a column, renames and moves sheets."""
    for sheet in document.sheets():
        sheet.unprotect("")
        if sheet.isProtected():
            raise ValueError(f"the protection of {sheet.Name} has a password")
    for sheet, columns, first, values in list(tables(document, "ID", "Antwoord")):
        sheet.Rows.insertByIndex(first, 1)
        sheet.Rows.insertByIndex(0, 2)
        sheet.Columns.getByIndex(columns["Voor wie"]).IsVisible = False
        sheet.Name = f"Mijn blad {values[first][columns['ID']][:3]}"
    sheets = document.model.Sheets
    sheets.moveByName("Overzicht", 0)
    sheets.moveByName("Gegevens", sheets.Count)


def main() -> None:
    done = []
    with Office() as office:
        for job in json.load(sys.stdin):
            with office.open(job["open"]) as document:
                fill_in(document, job)
                shown = overview(document)
                if job.get("rearrange"):
                    rearrange(document)
                for path in job["store"]:
                    document.store(path)
                done.append(
                    {
                        "overview": shown,
                        "overview_at_the_end": overview(document),
                        "formula_errors": formula_errors(document),
                    }
                )
    json.dump(done, sys.stdout)


if __name__ == "__main__":
    main()
