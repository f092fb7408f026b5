"""Makes random regions by filling in blank templates, to compare the program and these scripts on."""

from __future__ import annotations

import argparse
import random
import unicodedata
from collections.abc import Iterable
from copy import deepcopy
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from compare import slug
from filling import BLANK, Answered, Submission, load_templates, random_cells, spelled_number, spelled_word
from questionnaire import Questionnaire, Row
from workbooks import MISSING, NOT_APPLICABLE, UNKNOWN

STATES = ("answered", UNKNOWN, NOT_APPLICABLE, MISSING)
# How often each state occurs, and how often a region or a workbook has that profile.
PROFILES = {
    "usual": ((75, 10, 7, 8), 62),
    "complete": ((100, 0, 0, 0), 18),
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


# ---------------------------------------------------------------- how a region does


class Story:
    """How high the answers of a region tend to be."""

    def __init__(self, rng: random.Random, questionnaire: Questionnaire) -> None:
        self.rng = rng
        self.plot = rng.choices(["any", "even", "stalls"], [20, 12, 68])[0]
        self.level = rng.choice([0, 1, 2, 3, 3, 4])
        later = questionnaire.step_numbers()[1:]
        # Where the own rows of each practice fail, if anywhere; sometimes those for all practices do.
        self.stalls: dict[str | None, int | None] = {
            practice: rng.choice([*later, None]) for practice in questionnaire.keys("practice")
        }
        self.stalls[None] = rng.choice(later) if rng.random() < 0.15 else None

    def tendency(self, row: Row) -> int | None:
        """The level around which people answer a row; None if that is anything."""
        if self.plot == "any":
            return None
        if self.plot == "even":
            return self.level
        return self.rng.choice([0, 0, 1] if self.stalls[row.practice] == row.step else [3, 3, 4])


class RandomRegion:
    def __init__(self, n: int, seed: int, all_inhabitants: bool, questionnaire: Questionnaire) -> None:
        self.rng = rng = random.Random(f"{seed}-{n}")
        self.questionnaire = questionnaire
        settings = questionnaire.settings
        self.levels = {level["value"]: level["label"] for level in settings["level"]}
        self.name = f"Proefregio {n:03}"
        self.year = rng.choice(YEARS)
        self.profile = self.random_profile()
        self.story = Story(rng, questionnaire)
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
        self.former: dict[str, str] = {}  # what is under Voorheen
        self.ambitions = {step: rng.randint(0, 20) * 5 for step in questionnaire.step_numbers() if rng.random() < 0.7}
        self.all_inhabitants = all_inhabitants

    def random_profile(self) -> str:
        return self.rng.choices(list(PROFILES), [often for _, often in PROFILES.values()])[0]

    def forced_states(self) -> dict[str, str]:
        """Rows on which everybody agrees: a few, and sometimes a whole step or theme, or one practice in a step."""
        rng, rows = self.rng, self.questionnaire.rows
        forced: dict[str, str] = {}
        if rng.random() < 0.3:
            forced |= {row.id: rng.choice([UNKNOWN, NOT_APPLICABLE]) for row in rows if rng.random() < 0.1}
        if rng.random() < 0.2:
            like, state = rng.choice(rows), rng.choice([UNKNOWN, NOT_APPLICABLE, NOT_APPLICABLE])
            alike = rng.choice([("step",), ("theme",), ("step", "practice")])
            forced |= {r.id: state for r in rows if all(getattr(r, d) == getattr(like, d) for d in alike)}
        return forced

    # ------------------------------------------------------------ who sends what

    def submissions(self, gemeente_rows: list[Row], regio_rows: list[Row]) -> list[tuple[str, Submission]]:
        """The kind of template and the content of every workbook of the region."""
        rng = self.rng
        leaders = max(rng.choices([0, 1, 2], [10, 70, 20])[0], int(self.all_inhabitants))
        regional = [self.submission(regio_rows, "regio", person) for person in self.respondents(leaders)]
        regional += self.partners(regio_rows) + self.joint(regio_rows)
        for index, submission in enumerate(regional):
            self.add_region_sheets(submission, complete=index == 0)
        municipal: list[Submission] = []
        for name in self.municipalities:
            if rng.random() < 0.2 and (regional or municipal):
                continue  # expected, if listed, but sent nothing
            municipal += self.of_municipality(gemeente_rows, name)
        result = [("regio", s) for s in regional] + [("gemeente", s) for s in municipal]
        for index, (kind, submission) in enumerate(result, 1):
            submission.file = f"{slug(submission.details.get('Gemeente', self.name))}-{index:03}-{kind}.xlsx"
        return result

    def partners(self, rows: list[Row]) -> list[Submission]:
        """Short workbooks of other perspectives: of the rows put to them, or of any."""
        rng = self.rng
        result = []
        for key in self.partner_perspectives():
            asked = {row.id for row in rows if key in row.ask}
            if not asked or rng.random() < 0.4:
                kept = rng.uniform(0.1, 1)
                asked = {row.id for row in rows if rng.random() < kept}
            for person in self.respondents(2 if rng.random() < 0.1 else 1):
                result.append(self.submission(rows, key, person, asked=asked))
        return result

    def partner_perspectives(self) -> list[str]:
        """Up to four perspectives besides the project leader's, often including both sides of a handover."""
        rng = self.rng
        others = [key for key in self.questionnaire.separate_perspectives() if key != "regio"]
        rng.shuffle(others)
        sides = [row.handover for row in self.questionnaire.rows if row.handover]
        if sides and rng.random() < 0.5:
            pair = rng.choice(sides)
            return list(dict.fromkeys([*pair, *others]))[: rng.randint(2, 4)]
        return others[: rng.randint(0, 4)]

    def of_municipality(self, rows: list[Row], name: str) -> list[Submission]:
        """One workbook or several, of one perspective or several, some of them cut into parts over colleagues."""
        rng = self.rng
        keys = self.questionnaire.separate_perspectives()
        chosen = rng.sample(keys, min(len(keys), rng.choices([1, 2, 3, 4], [50, 25, 15, 10])[0]))
        if "gemeente" not in chosen and rng.random() < 0.8:
            chosen[0] = "gemeente"
        result: list[Submission] = []
        for key in chosen:
            people = self.respondents(rng.choices([1, 2, 3], [76, 16, 8])[0])
            if len(people) > 1 and rng.random() < 0.6:
                result += self.in_parts(self.submission(rows, key, None, name), people)
                continue
            for person in people:
                kept = rng.uniform(0.1, 1) if rng.random() < 0.05 else 1.0
                asked = {row.id for row in rows if rng.random() < kept}
                result.append(self.submission(rows, key, person, name, asked))
        return result + self.joint(rows, name)

    def in_parts(self, whole: Submission, people: list[str | None]) -> list[Submission]:
        """A workbook cut over colleagues: what another fills in is blank in a part, or not in it at all."""
        rng = self.rng
        result = []
        owners = {id: rng.choice(people) for id in whole.answers}
        elsewhere: Answered | None = rng.choice([BLANK, BLANK, None])
        for person in people:
            part = deepcopy(whole)
            part.details["Ingevuld door (functie)"] = person
            part.answers = {
                id: answer if owners[id] == person or rng.random() < 0.1 else elsewhere
                for id, answer in whole.answers.items()
            }
            result.append(part)
        return result

    def joint(self, rows: list[Row], municipality: str | None = None) -> list[Submission]:
        """Occasionally the workbook that all have filled in together."""
        keys = self.questionnaire.joint_perspectives()
        if not keys or self.rng.random() > 0.25:
            return []
        kept = self.rng.choice([1.0, 1.0, 0.5])
        asked = {row.id for row in rows if self.rng.random() < kept}
        [person] = self.respondents(1)
        return [self.submission(rows, keys[0], person, municipality, asked)]

    def respondents(self, number: int) -> list[str | None]:
        """Different job titles, one of them possibly blank."""
        return self.rng.sample([None, *FUNCTIONS], number)

    # ------------------------------------------------------------ one workbook

    def submission(
        self,
        rows: list[Row],
        perspective: str,
        respondent: str | None,
        municipality: str | None = None,
        asked: Iterable[str] | None = None,
    ) -> Submission:
        """A workbook with only the rows `asked`, if those are given."""
        rng, settings = self.rng, self.questionnaire.settings
        profile = self.profile if rng.random() < 0.85 else self.random_profile()
        contrary = rng.randint(0, 4) if rng.random() < 0.1 else None
        kept = {row.id for row in rows} if asked is None else set(asked)
        answers: dict[str, Answered | None] = {}
        for row in rows:
            state = self.forced.get(row.id) or rng.choices(STATES, PROFILES[profile][0])[0]
            tendency = self.story.tendency(row) if contrary is None else contrary
            cells = random_cells(rng, row, state, self.levels, tendency)
            answers[row.id] = cells if row.id in kept else None
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
        whole = complete and (self.all_inhabitants or bool(self.former) or rng.random() < 0.9)
        listed = self.municipalities if whole else [m for m in self.municipalities if rng.random() < 0.4]
        if whole or rng.random() < 0.3:
            submission.inhabitants = [(self.spaced(m), spelled_number(rng, self.inhabitants[m])) for m in listed]
            submission.former = [self.former.get(m) for m in listed]
        if complete or rng.random() < 0.3:
            submission.ambitions = {step: spelled_number(rng, value) for step, value in self.ambitions.items()}
        if rng.random() < 0.3:
            submission.key_figures = [rng.choice([None, rng.randint(0, 80)]) for _ in range(8)]


# ---------------------------------------------------------------- the run


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
