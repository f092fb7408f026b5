"""Makes random regions by filling in blank templates, to compare the program and these scripts on."""

from __future__ import annotations

import argparse
import random
import unicodedata
from dataclasses import dataclass, field
from functools import cache, partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from compare import slug
from reading import find_table, step_number, text
from scoring import MISSING, NOT_APPLICABLE, UNKNOWN, Questionnaire, Row, fold, load_questionnaire

Answered = tuple[Any, Any, Any]  # the cells Antwoord, Teller, Noemer

SPELLINGS: dict[str, list[str | None]] = {
    UNKNOWN: ["Weet ik niet", "Weet ik niet", "weet niet", "ONBEKEND", " ? ", "Weet\u00a0ik niet"],
    NOT_APPLICABLE: ["Niet van toepassing", "Niet van toepassing", "n.v.t.", "NVT", "niet van toepassing\u00a0"],
    MISSING: [None, None, None, "", "  "],
}
STATES = ("answered", UNKNOWN, NOT_APPLICABLE, MISSING)
# How often each state occurs, and how often a region or a workbook has that profile.
PROFILES = {
    "usual": ((75, 10, 7, 8), 70),
    "complete": ((100, 0, 0, 0), 10),
    "sparse": ((40, 30, 10, 20), 12),
    "all unknown": ((0, 100, 0, 0), 3),
    "all not applicable": ((0, 0, 100, 0), 3),
    "all blank": ((0, 0, 0, 100), 2),
}
NAMES = [
    first + last
    for first in ("Proef", "Tester", "Verzonnen", "Fictie", "Voorbeeld", "Dummy")
    for last in ("burg", "dam", "huizen", "kerk", "mond", "veen", "wolde", "z\u00eejl")
]
FUNCTIONS = ("beleidsadviseur", "projectleider", "teamleider", "kwaliteitsmedewerker")
YEARS = (2026, 2027, 2028)


@dataclass
class Submission:
    """What is filled in in one workbook; a row with None is removed from it."""

    file: str
    details: dict[str, Any]
    answers: dict[str, Answered | None]
    priorities: list[str] = field(default_factory=list)
    inhabitants: list[tuple[str, Any]] = field(default_factory=list)
    ambitions: dict[int, Any] = field(default_factory=dict)
    key_figures: list[Any] = field(default_factory=list)


# ---------------------------------------------------------------- writing


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
            cells = self.questions[id]
            if answer is None:
                self.write(cells["id"], None)
            for header, value in zip(("antwoord", "teller", "noemer"), answer or (None, None, None)):
                if header in cells:
                    self.write(cells[header], value)
        if submission.inhabitants:
            room = self.table("Gemeenten", "Gemeente", "Inwoners", extra_rows=len(submission.inhabitants))
            for cells, (name, number) in zip(room, submission.inhabitants):
                self.write(cells["gemeente"], name)
                self.write(cells["inwoners"], number)
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


def random_answer(rng: random.Random, row: Row, levels: dict[int, str], mood: int | None) -> Answered:
    """A score, around level `mood` if there is one."""
    level = rng.randint(0, 4) if mood is None else mood
    if row.kind == "level":
        plain = [level, level, str(level), f"{level} – {levels[level]}", f"{level} – {levels[level]}"]
        return spelled_word(rng, answer) if isinstance(answer := rng.choice(plain), str) else answer, None, None
    if row.kind == "yes_no":
        return spelled_word(rng, ("Nee", "Nee", "Deels", "Ja", "Ja")[level]), None, None
    if row.kind == "share":
        whole = rng.randint(1, 60)
        part = round(whole * level / 4) if mood is not None else rng.choice([0, whole, *[rng.randint(0, whole)] * 6])
        return None, spelled_number(rng, part), spelled_number(rng, whole)
    if row.kind == "capacity":
        needed = rng.choice([0, *[rng.randint(1, 40)] * 6])
        available = needed * level / 4 if mood is not None else rng.randint(0, 60) + rng.choice([0, 0, 0.5])
        return None, spelled_number(rng, available), spelled_number(rng, needed)
    span = row.full_at - row.zero_at
    value = row.zero_at + span * (level / 4 if mood is not None else rng.uniform(-0.5, 1.5))
    return spelled_number(rng, max(0.0, round(value, rng.choice([0, 0, 1])))), None, None


def random_cells(rng: random.Random, row: Row, state: str, levels: dict[int, str], mood: int | None) -> Answered:
    answer = random_answer(rng, row, levels, mood)
    if state == "answered":
        return answer
    word = rng.choice(SPELLINGS[state])
    if row.kind in ("share", "capacity") and rng.random() < 0.1:
        if state == MISSING:
            return (word, *rng.choice([(answer[1], None), (None, answer[2])]))  # one number of the two
        return (word, *answer[1:])  # a word beside numbers
    return word, None, None


# ---------------------------------------------------------------- one region


class RandomRegion:
    def __init__(self, n: int, seed: int, all_inhabitants: bool, questionnaire: Questionnaire) -> None:
        self.rng = rng = random.Random(f"{seed}-{n}")
        self.questionnaire = questionnaire
        settings = questionnaire.settings
        self.levels = {level["value"]: level["label"] for level in settings["level"]}
        self.name = f"Proefregio {n:03}"
        self.year = rng.choice(YEARS)
        self.profile = self.random_profile()
        self.mood = rng.choice([0, 1, 2, 3, 3, 4]) if rng.random() < 0.3 else None
        self.voting = rng.choice([0.0, 0.3, 0.6, 0.9])
        self.forced = self.forced_states()
        low, high = rng.choices([(1, 6), (7, 15), (16, 40)], [86, 11, 3])[0]
        self.municipalities = rng.sample(NAMES, rng.randint(low, high))
        if rng.random() < 0.1:
            self.municipalities[0] = self.name  # a municipality may be named after its region
        known = 1.0 if all_inhabitants or rng.random() < 0.5 else rng.random()
        self.inhabitants = {
            name: rng.randint(5, 900) * 100 + rng.randint(0, 99) if rng.random() < known else None
            for name in self.municipalities
        }
        self.ambitions = {s["number"]: rng.randint(0, 20) * 5 for s in settings["step"] if rng.random() < 0.7}
        self.all_inhabitants = all_inhabitants

    def random_profile(self) -> str:
        return self.rng.choices(list(PROFILES), [often for _, often in PROFILES.values()])[0]

    def forced_states(self) -> dict[str, str]:
        """Rows on which everybody agrees: a few of them, and sometimes a whole step or theme."""
        rng, rows = self.rng, self.questionnaire.rows
        forced: dict[str, str] = {}
        if rng.random() < 0.4:
            forced |= {row.id: rng.choice([UNKNOWN, NOT_APPLICABLE]) for row in rows if rng.random() < 0.1}
        if rng.random() < 0.2:
            like, state = rng.choice(rows), rng.choice([UNKNOWN, NOT_APPLICABLE, NOT_APPLICABLE])
            dimension = rng.choice(["step", "theme"])
            forced |= {row.id: state for row in rows if getattr(row, dimension) == getattr(like, dimension)}
        return forced

    def submissions(self, gemeente_rows: list[Row], regio_rows: list[Row]) -> list[tuple[str, Submission]]:
        """The kind of template and the content of every workbook of the region."""
        rng = self.rng
        keys = self.questionnaire.keys("perspective")
        partners = self.partners()
        leaders = max(rng.choices([0, 1, 2], [10, 70, 20])[0], int(self.all_inhabitants))
        own = [self.submission(regio_rows, "regio", person) for person in self.respondents(leaders)]
        short = [
            self.submission(regio_rows, key, person, left_out=rng.uniform(0, 0.9))
            for key in partners
            for person in self.respondents(2 if rng.random() < 0.1 else 1)
        ]
        for index, submission in enumerate(own + short):
            self.add_region_sheets(submission, complete=index == 0)
        municipal: list[Submission] = []
        for name in self.municipalities:
            if rng.random() < 0.2 and (own or short or municipal):
                continue  # expected, if listed, but sent nothing
            chosen = rng.sample(keys, min(len(keys), rng.choices([1, 2, 3, 4], [50, 25, 15, 10])[0]))
            if "gemeente" not in chosen and rng.random() < 0.8:
                chosen[0] = "gemeente"
            for key in chosen:
                for person in self.respondents(rng.choice([2, 3]) if rng.random() < 0.12 else 1):
                    left_out = rng.uniform(0, 0.9) if rng.random() < 0.05 else 0.0
                    municipal.append(self.submission(gemeente_rows, key, person, name, left_out))
        result = [("regio", s) for s in own + short] + [("gemeente", s) for s in municipal]
        for index, (kind, submission) in enumerate(result, 1):
            submission.file = f"{slug(submission.details.get('Gemeente', self.name))}-{index:03}-{kind}.xlsx"
        return result

    def partners(self) -> list[str]:
        """Up to four perspectives besides the project leader's, often including both sides of a handover."""
        rng = self.rng
        others = [key for key in self.questionnaire.keys("perspective") if key != "regio"]
        rng.shuffle(others)
        sides = [row.handover for row in self.questionnaire.rows if row.handover]
        if sides and rng.random() < 0.5:
            pair = rng.choice(sides)
            return list(dict.fromkeys([*pair, *others]))[: rng.randint(2, 4)]
        return others[: rng.randint(0, 4)]

    def respondents(self, number: int) -> list[str | None]:
        """Different job titles, one of them possibly blank."""
        return self.rng.sample([None, *FUNCTIONS], number)

    def submission(
        self,
        rows: list[Row],
        perspective: str,
        respondent: str | None,
        municipality: str | None = None,
        left_out: float = 0.0,
    ) -> Submission:
        rng, settings = self.rng, self.questionnaire.settings
        profile = self.profile if rng.random() < 0.85 else self.random_profile()
        mood = self.mood if self.mood is not None or rng.random() < 0.7 else rng.randint(0, 4)
        answers: dict[str, Answered | None] = {}
        for row in rows:
            state = self.forced.get(row.id) or rng.choices(STATES, PROFILES[profile][0])[0]
            cells = random_cells(rng, row, state, self.levels, mood)
            answers[row.id] = None if rng.random() < left_out else cells
        shown = next(p["name"] for p in settings["perspective"] if p["key"] == perspective)
        details = {
            "Regio": self.spaced(self.name),
            "Jaar": spelled_number(rng, self.year),
            "Perspectief": shown,
            "Ingevuld door (functie)": respondent,
        }
        if municipality:
            details["Gemeente"] = self.spaced(municipality)
        themes = [theme["name"] for theme in settings["theme"]]
        priorities = rng.sample(themes, rng.randint(1, min(3, len(themes)))) if rng.random() < self.voting else []
        return Submission("", details, answers, [spelled_word(rng, theme) for theme in priorities])

    def spaced(self, name: str) -> str:
        """A name as people type it, with spaces around it and accents composed or decomposed."""
        spelled = unicodedata.normalize(self.rng.choice(["NFC", "NFD"]), name)
        return self.rng.choice([spelled] * 6 + [f"{spelled} ", f"\u00a0{spelled}"])

    def add_region_sheets(self, submission: Submission, complete: bool) -> None:
        """`Gemeenten`, `Ambitie` and `Kerncijfers`; the first workbook has most of them."""
        rng = self.rng
        whole = complete and (self.all_inhabitants or rng.random() < 0.9)
        listed = self.municipalities if whole else [m for m in self.municipalities if rng.random() < 0.4]
        if whole or rng.random() < 0.3:
            submission.inhabitants = [(self.spaced(m), spelled_number(rng, self.inhabitants[m])) for m in listed]
        if complete or rng.random() < 0.3:
            submission.ambitions = {step: spelled_number(rng, value) for step, value in self.ambitions.items()}
        if rng.random() < 0.3:
            submission.key_figures = [rng.choice([None, rng.randint(0, 80)]) for _ in range(8)]


# ---------------------------------------------------------------- the run


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


def make_region(n: int, options: argparse.Namespace) -> int:
    """Writes one region and returns its number of workbooks."""
    questionnaire, templates = load_templates(options.questionnaire, options.templates)
    folder = options.out / f"r{n:03}"
    folder.mkdir(parents=True)
    region = RandomRegion(n, options.seed, options.all_inhabitants, questionnaire)
    made = region.submissions(templates["gemeente"].rows(), templates["regio"].rows())
    for kind, submission in made:
        templates[kind].save(submission, folder)
    return len(made)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--templates", type=Path, required=True, help="folder with the two blank workbooks")
    parser.add_argument("--questionnaire", type=Path, required=True, help="folder of the edition")
    parser.add_argument("--out", type=Path, required=True, help="folder to make the regions in")
    parser.add_argument("--count", type=int, default=100, help="number of regions")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all-inhabitants", action="store_true", help="all known, as `--weging inwoners` needs")
    options = parser.parse_args()

    with Pool(2) as pool:
        books = sum(pool.imap_unordered(partial(make_region, options=options), range(1, options.count + 1)))
    print(f"{options.count} regions, {books} workbooks")


if __name__ == "__main__":
    main()
