"""Reads the sheet `Controle` in LibreOffice before and after a score in `Vragen` is overwritten."""

from __future__ import annotations

import json
import sys
from typing import Any

from office import Office
from sheets import formula_errors, tables


def checked(document: Any) -> list[dict[str, Any]]:
    """The rows of `Controle`, by header."""
    for _, columns, first, values in tables(document, "Stap of thema", "Oordeel"):
        rows = (row for row in values[first:] if row[0])
        return [{header: row[column] for header, column in columns.items()} for row in rows]
    raise LookupError("no table with the headers of Controle")


def type_over(document: Any, row_id: str, text: str) -> None:
    for sheet, columns, first, values in tables(document, "ID", "Gewicht", "Score"):
        for number in range(first, len(values)):
            if values[number][columns["ID"]] == row_id:
                document.type(sheet.getCellByPosition(columns["Score"], number), text)
                return
    raise LookupError(f"no row {row_id!r} in Vragen")


def main() -> None:
    job = json.load(sys.stdin)
    with Office() as office, office.open(job["open"]) as document:
        before = checked(document)
        type_over(document, job["row"], job["score"])
        result = {"before": before, "after": checked(document), "formula_errors": formula_errors(document)}
        json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
