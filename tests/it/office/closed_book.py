"""Fills in, reads back or inspects a workbook with openpyxl, which computes nothing."""

from __future__ import annotations

import json
import re
import sys
import zipfile
from typing import Any

try:
    import openpyxl
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet
except ImportError:
    sys.exit(f"{sys.executable} has no module openpyxl: pip install openpyxl")


VALUES = re.compile(r"<c:val>.*?</c:val>", re.DOTALL)


def header_row(sheet: Worksheet, *headers: str) -> tuple[dict[str, int], int] | None:
    """The column of each header, and their row."""
    for row in sheet.iter_rows():
        columns = {cell.value: cell.column for cell in row if isinstance(cell.value, str)}
        if set(headers) <= set(columns):
            return columns, row[0].row
    return None


def question_cells(book: Workbook) -> dict[str, dict[str, Cell]]:
    """The cells of each question, by id and then by header."""
    found: dict[str, dict[str, Cell]] = {}
    for sheet in book:
        table = header_row(sheet, "ID", "Antwoord")
        if table:
            columns, above = table
            for row in range(above + 1, sheet.max_row + 1):
                row_id = sheet.cell(row, columns["ID"]).value
                if row_id:
                    found[row_id] = {name: sheet.cell(row, column) for name, column in columns.items()}
    return found


def beside(book: Workbook, label: str) -> Cell:
    labels = (cell for sheet in book for (cell,) in sheet.iter_rows(max_col=1) if cell.value == label)
    return next(labels).offset(column=1)


def fill_in(job: dict[str, Any]) -> dict[str, Any]:
    book = openpyxl.load_workbook(job["open"])
    for label, value in job.get("beside", {}).items():
        beside(book, label).value = value
    rows = question_cells(book)
    for row_id, entries in job["answers"].items():
        for header, value in entries.items():
            rows[row_id][header].value = value
    book.save(job["store"])
    computed = openpyxl.load_workbook(job["store"], data_only=True)
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    outcomes = [computed[cell.parent.title][cell.coordinate].value for cell in cells if cell.data_type == "f"]
    return {"formulas": len(outcomes), "outcomes": sum(outcome is not None for outcome in outcomes)}


def overview(job: dict[str, Any]) -> list[list[Any]]:
    """The table of `Overzicht` as stored in the file."""
    sheet = openpyxl.load_workbook(job["open"], data_only=True)["Overzicht"]
    headers = ["Stap", "Regels", "Klaar", "Open", "Weet ik niet", "Voorlopige score"]
    table = header_row(sheet, *headers)
    if table is None:
        raise LookupError("no table with the headers of Overzicht")
    columns, above = table
    rows = ([sheet.cell(row, columns[name]).value for name in headers] for row in range(above + 1, sheet.max_row + 1))
    return [[value if value is not None else "" for value in row] for row in rows if row[0]]


def charts(job: dict[str, Any]) -> dict[str, Any]:
    """How many charts each sheet has, their alternative texts, and the numbers that each series stores itself."""
    book = openpyxl.load_workbook(job["open"])
    with zipfile.ZipFile(job["open"]) as package:
        drawings = texts(package, r"xl/drawings/drawing\d+\.xml")
        drawn = list(texts(package, r"xl/charts/chart\d+\.xml"))
    return {
        "sheets": {sheet.title: len(sheet._charts) for sheet in book},
        "alternatives": [
            text for drawing in drawings for text in re.findall(r'<xdr:cNvPr [^>]*?descr="([^"]+)"', drawing)
        ],
        "points": [[series.count("<c:pt ") for series in VALUES.findall(chart)] for chart in drawn],
    }


def texts(package: zipfile.ZipFile, names: str) -> list[str]:
    return [package.read(name).decode() for name in package.namelist() if re.fullmatch(names, name)]


def main() -> None:
    tasks = {"fill_in": fill_in, "overview": overview, "charts": charts}
    job = json.load(sys.stdin)
    json.dump(tasks[job["task"]](job), sys.stdout)


if __name__ == "__main__":
    main()
