"""Lists what openpyxl and the package itself show of a report: sheets, tables, properties, charts, formulas."""

from __future__ import annotations

import json
import posixpath
import re
import sys
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

try:
    import openpyxl
    from openpyxl.worksheet.worksheet import Worksheet
except ImportError:
    sys.exit(f"{sys.executable} has no module openpyxl: pip install openpyxl")

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def missing(sheet: Worksheet, tables: list[list[str]]) -> list[list[str]]:
    """The header rows that are not on the sheet exactly as given, starting at its first column."""
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    return [headers for headers in tables if headers not in rows]


def relations(package: zipfile.ZipFile, part: str) -> dict[str, str]:
    """The parts that a part refers to, by id."""
    folder, name = posixpath.split(part)
    listed = f"{folder}/_rels/{name}.rels"
    if listed not in package.namelist():
        return {}
    found = ElementTree.fromstring(package.read(listed)).iter(RELATION)
    return {one.get("Id", ""): posixpath.normpath(posixpath.join(folder, one.get("Target", ""))) for one in found}


def points(chart: ElementTree.Element) -> list[int]:
    """How many numbers each series stores itself."""
    return [len(values.findall(f"{CHART}numRef/{CHART}numCache/{CHART}pt")) for values in chart.iter(f"{CHART}val")]


def charts(path: str) -> Iterator[dict[str, Any]]:
    """Every chart as described by its frame and its own part."""
    with zipfile.ZipFile(path) as package:
        for part in sorted(name for name in package.namelist() if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name)):
            targets = relations(package, part)
            for frame in ElementTree.fromstring(package.read(part)).iter(f"{DRAWING}graphicFrame"):
                about = next(frame.iter(f"{DRAWING}cNvPr"))
                drawn = next(frame.iter(f"{CHART}chart")).get(REFERENCE, "")
                series = points(ElementTree.fromstring(package.read(targets[drawn])))
                yield {"name": about.get("name"), "alternative": about.get("descr"), "points": series}


def main() -> None:
    job = json.load(sys.stdin)
    book = openpyxl.load_workbook(job["open"])
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    created = book.properties.created
    result = {
        "sheets": [[sheet.title, sheet.sheet_state] for sheet in book],
        "missing": {name: missing(book[name], tables) for name, tables in job["tables"].items()},
        "title": book.properties.title,
        "created": created.date().isoformat() if created else None,
        "charts": list(charts(job["open"])),
        "formulas": [[cell.parent.title, cell.value] for cell in cells if cell.data_type == "f"],
    }
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
