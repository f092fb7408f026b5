"""Fills in the plan of a report with openpyxl: a text, a status, and a date as a real date value."""

from __future__ import annotations

import datetime
import json
import sys

from closed_book import header_row
from openpyxl import load_workbook


def main() -> None:
    job = json.load(sys.stdin)
    book = load_workbook(job["open"])
    sheet = book["Verbeterplan"]
    table = header_row(sheet, "ID", "Nog te doen", "Status")
    if table is None:
        raise LookupError("no plan")
    columns, above = table
    rows = {sheet.cell(row, columns["ID"]).value: row for row in range(above + 1, sheet.max_row + 1)}
    for row_id, entries in job["points"].items():
        for header, text in entries.items():
            cell = sheet.cell(rows[row_id], columns[header])
            cell.value = datetime.date.fromisoformat(text) if header == "Gereed op" else text
            if header == "Gereed op":
                cell.number_format = "dd-mm-yyyy"
    book.save(job["store"])
    json.dump({}, sys.stdout)


if __name__ == "__main__":
    main()
