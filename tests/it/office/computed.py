"""Computes the formulas of workbooks in LibreOffice: per workbook the value of each formula, by sheet and cell."""

from __future__ import annotations

import json
import sys
from typing import Any

from office import Document, Office

TEXT = 2  # com.sun.star.sheet.FormulaResult.STRING
FORMULAS = 16  # com.sun.star.sheet.CellFlags.FORMULA


def computed(document: Document) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for sheet in document.sheets():
        values = found.setdefault(sheet.Name, {})
        cells = sheet.queryContentCells(FORMULAS).Cells.createEnumeration()
        while cells.hasMoreElements():
            cell = cells.nextElement()
            is_text = cell.FormulaResultType2 == TEXT
            name = cell.AbsoluteName.rpartition(".")[2].replace("$", "")
            values[name] = cell.String if is_text else cell.Value
    return found


def main() -> None:
    done = []
    with Office() as office:
        for path in json.load(sys.stdin):
            with office.open(path) as document:
                done.append(computed(document))
    json.dump(done, sys.stdout)


if __name__ == "__main__":
    main()
