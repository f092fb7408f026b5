"""Computes the figures of a comparison from editions of a questionnaire and parsed workbooks, without the program."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import fsum
from pathlib import Path
from statistics import fmean, quantiles
from typing import Any

from scoring import (
    Entity,
    Questionnaire,
    Row,
    Workbook,
    alphabetical,
    entity_answers,
    fold,
    gather_region,
    load_questionnaire,
    report,
)

Pair = tuple[str, Entity]  # a question (row id) and an entity, by its folded name
Scores = dict[Pair, float]
PARTS = ("total", "real", "availability", "respondents", "questions")
SPREAD = ("min", "q1", "median", "q3", "max")


@dataclass(frozen=True)
class Edition:
    questionnaire: Questionnaire
    replaced: dict[str, str]  # id of an earlier edition: the id that replaces it here

    @property
    def number(self) -> int:
        return self.questionnaire.settings["edition"]

    def rows(self) -> dict[str, Row]:
        return {row.id: row for row in self.questionnaire.rows}


def load_edition(folder: Path) -> Edition:
    replaced = {}
    for path in sorted((folder / "steps").glob("*.toml")):
        for question in tomllib.loads(path.read_text(encoding="utf-8")).get("question", []):
            replaced |= dict.fromkeys(question.get("replaces", []), question["id"])
    return Edition(load_questionnaire(folder), replaced)


@dataclass(frozen=True)
class Year:
    """One region in one year."""

    edition: Edition
    workbooks: list[Workbook]

    @property
    def number(self) -> int:
        return self.workbooks[0].year

    def answered(self) -> Scores:
        """A_y: what each entity answered, according to this year's own edition."""
        region = gather_region(self.workbooks)
        answers = entity_answers(self.edition.questionnaire.rows, region.entities(), region.workbooks)
        return {
            (id, (role, fold(name))): score
            for id, by_entity in answers.items()
            for (role, name), score in by_entity.items()
            if not isinstance(score, str)
        }

    def sent(self) -> set[Entity]:
        return {(role, fold(name)) for role, name in (w.entity for w in gather_region(self.workbooks).workbooks)}


def step_score(pairs: Mapping[Pair, float], rows: Mapping[str, Row], step: int) -> float | None:
    """S over these pairs, without a minimum coverage."""
    by_question: dict[str, list[float]] = {}
    for (id, _), score in pairs.items():
        if rows[id].step == step:
            by_question.setdefault(id, []).append(score)
    if not by_question:
        return None
    weight = fsum(rows[id].weight for id in by_question)
    return fsum(rows[id].weight * fmean(scores) for id, scores in by_question.items()) / weight


def change(a: Year, b: Year) -> list[dict[str, Any]]:
    """The change of each step from year a to year b."""
    earlier, later = sorted((a.edition, b.edition), key=lambda edition: edition.number)
    old, new = earlier.rows(), later.rows()

    def today(id: str) -> str:
        """The id in the later edition of a question in the earlier one; the same id if it was not replaced."""
        question, dot, practice = id.partition(".")
        found = later.replaced.get(question, question) + dot + practice
        return found if found in new else id

    in_both = {today(id) for id in old} & set(new)
    rows = old | new  # step and weight of the later edition, where it has the question

    def joined(year: Year) -> Scores:
        answers = year.answered()
        if year.edition.number == later.number:
            return answers
        return {(today(id), entity): score for (id, entity), score in answers.items()}

    answers = {"a": joined(a), "b": joined(b)}
    stayed = a.sent() & b.sent()
    matched = answers["a"].keys() & answers["b"].keys()

    def f(year: str, keep: Callable[[Pair], bool], step: int) -> float | None:
        return step_score({p: s for p, s in answers[year].items() if keep(p)}, rows, step)

    result = []
    for step in range(8):
        found = {
            (year, name): f(year, keep, step)
            for year in "ab"
            for name, keep in (
                ("P", lambda p: p in matched),
                ("P1", lambda p: p[0] in in_both and p[1] in stayed),
                ("P2", lambda p: p[0] in in_both),
                ("A", lambda p: True),
            )
        }
        own = step_score(a.answered(), a.edition.rows(), step)
        number = sum(rows[id].step == step for id, _ in matched)
        entry: dict[str, Any] = {"number": step} | dict.fromkeys(PARTS)
        if number and own is not None:
            F: dict[tuple[str, str], Any] = found
            entry["total"] = F["b", "A"] - own
            entry["real"] = F["b", "P"] - F["a", "P"]
            entry["availability"] = (F["b", "P1"] - F["b", "P"]) - (F["a", "P1"] - F["a", "P"])
            entry["respondents"] = (F["b", "P2"] - F["b", "P1"]) - (F["a", "P2"] - F["a", "P1"])
            entry["questions"] = (F["b", "A"] - F["b", "P2"]) - (own - F["a", "P2"])
        result.append(entry | {"matched_pairs": number, "not_comparable": entry["total"] is None})
    return result


def spread(scores: list[float]) -> dict[str, float | None]:
    """Minimum, quartiles (type 7) and maximum, if there are three regions or more."""
    if len(scores) < 3:
        return dict.fromkeys(SPREAD)
    q1, median, q3 = quantiles(scores, n=4, method="inclusive")
    return dict(zip(SPREAD, (min(scores), q1, median, q3, max(scores))))


def comparison(editions: Mapping[int, Edition], books: Iterable[tuple[int, Workbook]]) -> dict[str, Any]:
    """The document that `vergelijk` writes; `not_comparable` says whether there is a reason."""

    def place(book: tuple[int, Workbook]) -> tuple[tuple[str, str], int]:
        return alphabetical(fold(book[1].region)), book[1].year

    regions: list[dict[str, Any]] = []
    by_year: dict[int, list[list[float | None]]] = {}
    for _, of_region in groupby(sorted(books, key=place), key=lambda book: place(book)[0]):
        years = []
        for _, of_year in groupby(of_region, key=lambda book: book[1].year):
            numbered = list(of_year)
            years.append(Year(editions[numbered[0][0]], [book for _, book in numbered]))
        told = []
        for year in years:
            figures = report(year.edition.questionnaire, year.workbooks, "equal")
            steps = [{key: step[key] for key in ("number", "score", "low", "high")} for step in figures["steps"]]
            told.append(
                {"year": year.number, "edition": year.edition.number, "chain": figures["chain"], "steps": steps}
            )
            by_year.setdefault(year.number, []).append([step["score"] for step in steps])
        changes = [{"from": a.number, "to": b.number, "steps": change(a, b)} for a, b in zip(years, years[1:])]
        regions.append({"region": years[-1].workbooks[0].region, "years": told, "changes": changes})
    mirror = []
    for year, scores in sorted(by_year.items()):
        steps = []
        for step, column in enumerate(zip(*scores)):
            known = [score for score in column if score is not None]
            steps.append({"number": step, "n": len(known)} | spread(known))
        mirror.append({"year": year, "steps": steps})
    return {"format": "ketenscan-comparison/1", "regions": regions, "mirror": mirror}
