"""Fills in the plan of a report in LibreOffice as a person would, and stores a copy."""

from __future__ import annotations

import json
import sys

from office import Office
from sheets import tables


def main() -> None:
    job = json.load(sys.stdin)
    with Office() as office, office.open(job["open"]) as document:
        sheet, columns, first, values = next(tables(document, "ID", "Nog te doen", "Status"))
        rows = {values[number][columns["ID"]]: number for number in range(first, len(values))}
        for row_id, entries in job["points"].items():
            for header, text in entries.items():
                cell = sheet.getCellByPosition(columns[header], rows[row_id])
                document.type(cell, text)
                if not cell.String:
                    raise ValueError(f"{cell.AbsoluteName} does not take {text!r}")
        document.store(job["store"])
    json.dump({}, sys.stdout)


if __name__ == "__main__":
    main()
