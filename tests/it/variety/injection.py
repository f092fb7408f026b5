"""Puts texts into workbooks as text, and lists what is text in a workbook and what is a formula.

Task `fill` stores a filled-in template, `plan` a report with its plan filled in; `read` lists what a workbook holds.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

ROOMS = Path(__file__).parent.parent
sys.path[:0] = [str(ROOMS.parent / "independent"), str(ROOMS / "office")]

try:
    import openpyxl
    from openpyxl.cell import Cell
except ImportError:
    sys.exit(f"{sys.executable} has no module openpyxl: pip install openpyxl")

from closed_book import beside, header_row, question_cells  # noqa: E402
from questionnaire import load_questionnaire  # noqa: E402


def put(cell: Cell, text: str) -> None:
    """Writes text, even if it looks like a formula."""
    cell.value = text
    cell.data_type = "s"


def fill(job: dict[str, Any]) -> None:
    book = openpyxl.load_workbook(job["open"])
    for label, text in job["beside"].items():
        put(beside(book, label), text)
    texts = itertools.cycle(job["texts"])
    levels = {row.id for row in load_questionnaire(Path(job["edition"])).rows if row.kind == "level"}
    for row_id, cells in question_cells(book).items():
        # A low level appears in the plan, with its evidence.
        put(cells["Antwoord"], "0 – Niets geregeld" if row_id in levels else "Weet ik niet")
        put(cells["Onderbouwing"], next(texts))
        put(cells["Opmerking"], cells["Onderbouwing"].value)
    table = header_row(book["Gemeenten"], "Gemeente", "Inwoners") if "Gemeenten" in book.sheetnames else None
    if table:
        for row, text in enumerate(job["municipalities"], start=table[1] + 1):
            put(book["Gemeenten"].cell(row, 1), text)
    if "sheet" in job:
        book["1 Preventie"].title = job["sheet"]
    book.save(job["store"])


def plan(job: dict[str, Any]) -> None:
    """Fills in a text in every field of the plan except the status."""
    book = openpyxl.load_workbook(job["open"])
    sheet = book["Verbeterplan"]
    table = header_row(sheet, "ID", "Nog te doen", "Status")
    if table is None:
        raise LookupError("no plan")
    columns, above = table
    texts = itertools.cycle(job["texts"])
    for header in job["fields"]:
        for row in range(above + 1, above + 4):
            put(sheet.cell(row, columns[header]), next(texts))
    book.save(job["store"])


def read(job: dict[str, Any]) -> dict[str, Any]:
    """Texts by sheet, formulas by sheet and cell, what charts refer to, and outside targets of links."""
    book = openpyxl.load_workbook(job["open"])
    texts: dict[str, list[str]] = {}
    formulas: dict[str, str] = {}
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    formulas[f"{sheet.title}!{cell.coordinate}"] = str(cell.value)
                elif isinstance(cell.value, str):
                    texts.setdefault(sheet.title, []).append(cell.value)
    with zipfile.ZipFile(job["open"]) as package:
        parts = {name: package.read(name).decode() for name in package.namelist() if name.endswith((".xml", ".rels"))}
    return {
        "texts": texts,
        "formulas": formulas,
        "elements": sum(len(re.findall(r"<f[ >]", parts[name])) for name in parts if "/worksheets/sheet" in name),
        "references": [
            reference
            for name in parts
            if "/charts/" in name
            for reference in re.findall(r"<c:f>(.*?)</c:f>", parts[name])
        ],
        "links": [link for part in parts.values() for link in re.findall(r'Target="([^"]+)" TargetMode="Ext', part)],
    }


def main() -> None:
    tasks = {"fill": fill, "plan": plan, "read": read}
    job = json.load(sys.stdin)
    json.dump(tasks[job["task"]](job), sys.stdout)


if __name__ == "__main__":
    main()
