"""Fills in the first row of a step in LibreOffice and drags its answer two rows down, past one that stays blank."""

from __future__ import annotations

import json
import sys
from typing import Any

from office import Document, Office
from sheets import choices, formula_errors, overview, tables


def states(document: Document, name: str) -> list[str]:
    """What `Stand` says on each row with a question."""
    for sheet, columns, first, values in tables(document, "ID", "Stand"):
        if sheet.Name == name:
            return [row[columns["Stand"]] for row in values[first:] if row[columns["ID"]]]
    raise LookupError(f"no table on {name!r}")


def drag(document: Document, name: str) -> None:
    sheet, columns, first, values = next(table for table in tables(document, "ID", "Antwoord") if table[0].Name == name)
    lines = [number for number in range(first, len(values)) if values[number][columns["ID"]]]
    place = sheet.getCellByPosition(columns["Antwoord"], lines[0])
    target = sheet.getCellByPosition(columns["Antwoord"], lines[2])
    sheet.moveRange(target.CellAddress, place.RangeAddress)


def main() -> None:
    job: dict[str, Any] = json.load(sys.stdin)
    name = job["sheet"]

    def done(document: Document) -> float:
        return float(next(row[2] for row in overview(document) if row[0] == name))

    with Office() as office, office.open(job["open"]) as document:
        sheet, columns, first, values = next(
            table for table in tables(document, "ID", "Antwoord") if table[0].Name == name
        )
        line = next(number for number in range(first, len(values)) if values[number][columns["ID"]])
        cell = sheet.getCellByPosition(columns["Antwoord"], line)
        document.type(cell, choices(document, cell)[3])
        evidence = sheet.getCellByPosition(columns["Onderbouwing"], line)
        document.type(evidence, "3-4")
        result = {"evidence": evidence.String, "before": states(document, name), "done_before": done(document)}
        drag(document, name)
        result |= {"after": states(document, name), "done_after": done(document)}
        result["formula_errors"] = formula_errors(document)
        json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
