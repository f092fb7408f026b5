"""Lists, with openpyxl, what a template has in its columns about an earlier year, and which cells are locked."""

from __future__ import annotations

import json
import sys

from closed_book import header_row
from openpyxl import load_workbook


def main() -> None:
    job = json.load(sys.stdin)
    book = load_workbook(job["open"])
    rows: dict[str, dict[str, object]] = {}
    unlocked = set()
    for sheet in book:
        table = header_row(sheet, "ID", "Antwoord")
        if not table:
            continue
        columns, above = table
        if not sheet.protection.sheet:
            raise ValueError(f"{sheet.title} is not protected")
        for number in range(above + 1, sheet.max_row + 1):
            row_id = sheet.cell(number, columns["ID"]).value
            for header, column in columns.items():
                cell = sheet.cell(number, column)
                if not cell.protection.locked:
                    unlocked.add(header)
                if row_id and header in job["headers"]:
                    rows.setdefault(row_id, {})[header] = cell.value
    json.dump({"rows": rows, "unlocked": sorted(unlocked)}, sys.stdout)


if __name__ == "__main__":
    main()
