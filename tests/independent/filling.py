"""Fills in blank workbooks, in the many ways in which people type the same answer."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from questionnaire import Questionnaire, Row, load_questionnaire
from reading import find_table, step_number, text
from workbooks import MISSING, NOT_APPLICABLE, UNKNOWN, fold

Answered = tuple[Any, Any, Any, Any]  # the cells Antwoord, Teller, Noemer, Onderbouwing
CELLS = ("antwoord", "teller", "noemer", "onderbouwing")
BLANK: Answered = (None, None, None, None)

SPELLINGS: dict[str, list[str | None]] = {
    UNKNOWN: ["Weet ik niet", "Weet ik niet", "weet niet", "ONBEKEND", " ? ", "Weet\u00a0ik niet"],
    NOT_APPLICABLE: ["Niet van toepassing", "Niet van toepassing", "n.v.t.", "NVT", "niet van toepassing\u00a0"],
    MISSING: [None, None, None, "", "  "],
}
GROUNDS = ("Zie het uitvoeringsplan.", "Dit doet een andere organisatie.", "Besluit van het bestuur.")


@dataclass
class Submission:
    """What is filled in in one workbook; a row with None is removed from it."""

    file: str
    details: dict[str, Any]
    answers: dict[str, Answered | None]
    priorities: list[str] = field(default_factory=list)
    inhabitants: list[tuple[str, Any]] = field(default_factory=list)
    former: list[str | None] = field(default_factory=list)  # beside each of the above
    ambitions: dict[int, Any] = field(default_factory=dict)
    key_figures: list[Any] = field(default_factory=list)


# ---------------------------------------------------------------- one template


class Template:
    """A blank workbook, loaded once, that is repeatedly filled in, saved and cleared."""

    def __init__(self, path: Path, questionnaire: Questionnaire) -> None:
        self.book: Workbook = load_workbook(path)
        self.questionnaire = questionnaire
        self.labels: dict[str, Cell] = {}
        self.questions: dict[str, dict[str, Cell]] = {}
        self.before: list[tuple[Cell, Any]] = []
        for sheet in self.book.worksheets:
            if sheet.title in ("Gegevens", "Speerpunten"):
                self.labels |= {fold(text(a.value)): b for a, b in sheet.iter_rows(max_col=2)}
            for cells in self.table(sheet.title, "ID", "Antwoord"):
                self.questions[text(cells["id"].value)] = cells
        missing = [row.id for row in self.rows() if row.id not in self.questions]
        if missing or not self.rows():
            raise ValueError(f"{path}: rows not found: {missing or 'any'}")

    def rows(self) -> list[Row]:
        role = text(dict(self.book["_meta"].iter_rows(max_col=2, values_only=True))["kind"])
        return [row for row in self.questionnaire.rows if row.role == role]

    def table(self, title: str, *headers: str, extra_rows: int = 0) -> list[dict[str, Cell]]:
        """The cells under a header row, by folded header."""
        sheet = self.book[title]
        found = find_table(list(sheet.iter_rows(values_only=True)), *headers)
        if not found:
            return []
        top, columns = found
        numbers = range(top + 2, sheet.max_row + 1 + extra_rows)
        return [{header: sheet.cell(n, c + 1) for header, c in columns.items()} for n in numbers]

    def write(self, cell: Cell, value: Any) -> None:
        self.before.append((cell, cell.value))
        cell.value = value

    def save(self, submission: Submission, folder: Path) -> None:
        for label, value in submission.details.items():
            self.write(self.labels[fold(label)], value)
        for n, theme in enumerate(submission.priorities, 1):
            self.write(self.labels[f"speerpunt {n}"], theme)
        for id, answer in submission.answers.items():
            self.write_answer(self.questions[id], answer)
        if submission.inhabitants:
            self.write_municipalities(submission)
        if submission.ambitions:
            for cells in self.table("Ambitie", "Stap", "Ambitie"):
                step = step_number(self.questionnaire.settings, cells["stap"].value)
                if step is not None:
                    self.write(cells["ambitie"], submission.ambitions.get(step))
        if submission.key_figures:
            room = self.table("Kerncijfers", "Cijfer", "Verschijningsvorm", "Aantal")
            figures = [cells for cells in room if text(cells["cijfer"].value)]
            for cells, value in zip(figures, submission.key_figures):
                self.write(cells["aantal"], value)
        self.book.save(folder / submission.file)
        for cell, value in reversed(self.before):
            cell.value = value
        self.before.clear()

    def write_answer(self, cells: dict[str, Cell], answer: Answered | None) -> None:
        if answer is None:
            self.write(cells["id"], None)
        for header, value in zip(CELLS, answer or BLANK):
            if header in cells:
                self.write(cells[header], value)

    def write_municipalities(self, submission: Submission) -> None:
        room = self.table("Gemeenten", "Gemeente", "Inwoners", extra_rows=len(submission.inhabitants))
        for cells, (name, number) in zip(room, submission.inhabitants):
            self.write(cells["gemeente"], name)
            self.write(cells["inwoners"], number)
        if any(submission.former):
            sheet, beside = self.book["Gemeenten"], room[0]["inwoners"]
            self.write(sheet.cell(beside.row - 1, beside.column + 1), "Voorheen")
            for cells, names in zip(room, submission.former):
                self.write(sheet.cell(cells["inwoners"].row, beside.column + 1), names)


@cache
def load_templates(questionnaire_folder: Path, folder: Path) -> tuple[Questionnaire, dict[str, Template]]:
    """The questionnaire and its two templates, loaded once per process."""
    questionnaire = load_questionnaire(questionnaire_folder)
    templates = {}
    for kind in ("gemeente", "regio"):
        found = sorted(folder.glob(f"*{kind}*.xlsx"))
        if len(found) != 1:
            raise ValueError(f"{folder}: one *{kind}*.xlsx expected, found {len(found)}")
        templates[kind] = Template(found[0], questionnaire)
    return questionnaire, templates


# ---------------------------------------------------------------- one answer


def spelled_number(rng: random.Random, value: float | None) -> Any:
    """The number itself, or occasionally its text with a decimal comma or point."""
    if value is None:
        return None
    shown = int(value) if value == int(value) else value
    if rng.random() < 0.85:
        return shown
    return rng.choice([str(shown).replace(".", ","), str(shown), f" {shown}\u00a0"])


def spelled_word(rng: random.Random, word: str) -> str:
    if rng.random() < 0.7:
        return word
    return rng.choice([word.upper(), word.lower(), f" {word}", f"{word}\u00a0"])


def random_score(rng: random.Random, row: Row, levels: dict[int, str], tendency: int | None) -> tuple[Any, Any, Any]:
    """The cells of a score, around the level `tendency` if there is one."""
    level = rng.randint(0, 4) if tendency is None else tendency
    if row.kind == "level":
        plain = [level, level, str(level), f"{level} – {levels[level]}", f"{level} – {levels[level]}"]
        return spelled_word(rng, answer) if isinstance(answer := rng.choice(plain), str) else answer, None, None
    if row.kind == "yes_no":
        return spelled_word(rng, ("Nee", "Nee", "Deels", "Ja", "Ja")[level]), None, None
    drawn = tendency is None
    if row.kind == "share":
        whole = rng.randint(1, 60)
        part = rng.choice([0, whole, *[rng.randint(0, whole)] * 6]) if drawn else round(whole * level / 4)
        return None, spelled_number(rng, part), spelled_number(rng, whole)
    if row.kind == "capacity":
        needed = rng.choice([0, *[rng.randint(1, 40)] * 6])
        available = rng.randint(0, 60) + rng.choice([0, 0, 0.5]) if drawn else needed * level / 4
        return None, spelled_number(rng, available), spelled_number(rng, needed)
    value = row.zero_at + (row.full_at - row.zero_at) * (rng.uniform(-0.5, 1.5) if drawn else level / 4)
    return spelled_number(rng, max(0.0, round(value, rng.choice([0, 0, 1])))), None, None


def random_cells(rng: random.Random, row: Row, state: str, levels: dict[int, str], tendency: int | None) -> Answered:
    score = random_score(rng, row, levels, tendency)
    ground = random_ground(rng, state)
    if state == "answered":
        return (*score, ground)
    word = rng.choice(SPELLINGS[state])
    if row.kind in ("share", "capacity") and rng.random() < 0.1:
        if state == MISSING:
            return (word, *rng.choice([(score[1], None), (None, score[2])]), ground)  # one number of the two
        return (word, *score[1:], ground)  # a word beside numbers
    return word, None, None, ground


def random_ground(rng: random.Random, state: str) -> str | None:
    """A text under Onderbouwing: as often as not with "niet van toepassing", which the law asks it for."""
    often = {NOT_APPLICABLE: 0.5, MISSING: 0.01}.get(state, 0.1)
    return rng.choice(GROUNDS) if rng.random() < often else rng.choice([None, None, None, "", " \u00a0"])
