"""Reads filled-in workbooks (.xlsx) into `Workbook`s, finding every cell by the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from questionnaire import Questionnaire, Row
from scoring import YES_NO
from workbooks import MISSING, NOT_APPLICABLE, UNKNOWN, Content, Workbook, clean, fold

WORDS = {
    "": MISSING,
    **dict.fromkeys(("weet ik niet", "weet niet", "onbekend", "?"), UNKNOWN),
    **dict.fromkeys(("niet van toepassing", "n.v.t.", "nvt"), NOT_APPLICABLE),
}

FILLED_IN = ("antwoord", "teller", "noemer", "onderbouwing", "opmerking")

Cells = Sequence[Any]
Grid = list[Cells]  # the values of a sheet, from A1 on


def find_table(grid: Grid, *headers: str) -> tuple[int, dict[str, int]] | None:
    """The index of the header row that has these headers, and the column of each header in it."""
    for index, cells in enumerate(grid):
        columns = {fold(cell): column for column, cell in enumerate(cells) if isinstance(cell, str)}
        if all(fold(header) in columns for header in headers):
            return index, columns
    return None


def table_rows(grid: Grid, *headers: str) -> Iterator[dict[str, Any]]:
    """The rows under that header row, values by folded header."""
    if found := find_table(grid, *headers):
        top, columns = found
        for cells in grid[top + 1 :]:
            yield {header: cells[column] if column < len(cells) else None for header, column in columns.items()}


def labelled(grid: Grid) -> dict[str, Any]:
    """Column B by the folded label in column A."""
    return {fold(cells[0]): cells[1] for cells in grid if len(cells) > 1 and isinstance(cells[0], str)}


def text(value: Any) -> str:
    return "" if value is None else clean(str(value))


def number(value: Any) -> float | None:
    """A number, possibly stored as text with a decimal comma or point; blank is None."""
    return float(text(value).replace(",", ".")) if text(value) else None


def whole_number(value: Any) -> int | None:
    return None if (found := number(value)) is None else int(found)


def key_of(entries: list[dict[str, Any]], value: Any) -> str:
    """The key of the entry with this name (or key)."""
    return next(e["key"] for e in entries if fold(text(value)) in (fold(e["name"]), fold(e["key"])))


def step_number(settings: dict[str, Any], value: Any) -> int | None:
    """The step of `1`, `1 Preventie` or `Preventie`."""
    said = fold(text(value))
    for step in settings["step"]:
        if said == fold(step["name"]) or re.match(rf"{step['number']}\b", said):
            return step["number"]
    return None


def read_answer(row: Row, cells: dict[str, Any]) -> Content:
    """The contents of a row of a question table; a word takes precedence over numbers."""
    answer = fold(text(cells["antwoord"]))
    if answer and answer in WORDS:
        return WORDS[answer]
    if row.kind in ("share", "capacity"):
        part, whole = number(cells["teller"]), number(cells["noemer"])
        return MISSING if part is None or whole is None else (part, whole)
    if not answer:
        return MISSING
    if row.kind == "yes_no":
        if answer not in YES_NO:
            raise ValueError(f"{row.id}: {answer}")
        return answer
    if row.kind == "level":
        level = re.fullmatch(r"([0-4])(\s*–.*)?", answer)
        if not level:
            raise ValueError(f"{row.id}: {answer}")
        return float(level.group(1))
    return number(answer)


def grids_by_openpyxl(path: Path) -> dict[str, Grid]:
    """The values of each sheet, read in one streaming pass."""
    book = load_workbook(path, read_only=True, data_only=True)
    grids: dict[str, Grid] = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}
    book.close()
    return grids


def read_workbook(
    path: Path,
    file: str,
    questionnaire: Questionnaire,
    read_grids: Callable[[Path], dict[str, Grid]] = grids_by_openpyxl,
) -> Workbook | None:
    """The workbook in `path`, under the name `file`; None if it is not a questionnaire."""
    grids = read_grids(path)
    role = text(labelled(grids.pop("_meta", [])).get("kind"))
    if role not in ("gemeente", "regio"):
        return None

    settings = questionnaire.settings
    labels = [labelled(grid) for grid in grids.values()]
    details = next(each for each in labels if {"regio", "jaar", "perspectief"} <= each.keys())
    perspective = key_of(settings["perspective"], details["perspectief"])
    rows = questionnaire.by_id()
    questions = {
        text(cells["id"]): cells
        for grid in grids.values()
        for cells in table_rows(grid, "ID", "Antwoord")
        if text(cells["id"]) in rows
    }
    named = [each.get(f"speerpunt {n}") for each in labels for n in (1, 2, 3)]
    people_wrote = [*named, details.get("ingevuld door (functie)")]
    people_wrote += [cells.get(header) for cells in questions.values() for header in FILLED_IN]
    book = Workbook(
        file=file,
        role=role,
        region=text(details["regio"]),
        year=int(text(details["jaar"])),
        perspective=perspective,
        municipality=text(details["gemeente"]) if role == "gemeente" else None,
        answers={id: read_answer(rows[id], cells) for id, cells in questions.items()},
        grounds=frozenset(id for id, cells in questions.items() if text(cells.get("onderbouwing"))),
        joint=perspective in questionnaire.joint_perspectives(),
        priorities=frozenset(key_of(settings["theme"], name) for name in named if text(name)),
        # A template comes with the perspective of its role.
        blank=perspective == role and not any(map(text, people_wrote)),
    )
    return replace(book, **read_region_sheets(settings, grids.values())) if role == "regio" else book


def read_region_sheets(settings: dict[str, Any], grids: Iterable[Grid]) -> dict[str, Any]:
    """The fields of a `Workbook` that only a region's workbook has."""
    inhabitants: dict[str, int | None] = {}
    former: dict[str, list[str]] = {}
    ambitions: dict[int, float] = {}
    for grid in grids:
        for cells in table_rows(grid, "Gemeente", "Inwoners"):
            if name := text(cells["gemeente"]):
                inhabitants[name] = whole_number(cells["inwoners"])
                if names := list(filter(None, map(text, re.split("[,;]", text(cells.get("voorheen")))))):
                    former[name] = names
        for cells in table_rows(grid, "Stap", "Ambitie"):
            step = step_number(settings, cells["stap"])
            if step is not None and (ambition := number(cells["ambitie"])) is not None:
                ambitions[step] = ambition
    return {"inhabitants": inhabitants, "former": former, "ambitions": ambitions}


def read_folder(folder: Path, questionnaire: Questionnaire) -> list[Workbook]:
    """Every workbook under a folder, named by its path within it."""
    books = []
    for path in sorted(folder.rglob("*.xlsx")):
        inside = path.relative_to(folder)
        if any(part.startswith((".", "~$")) for part in inside.parts):
            continue
        if book := read_workbook(path, inside.as_posix(), questionnaire):
            books.append(book)
    return books
