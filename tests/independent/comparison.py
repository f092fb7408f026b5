"""Computes the figures of a comparison from editions of a questionnaire and parsed workbooks, without the program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from statistics import fmean, quantiles
from typing import Any

from questionnaire import Questionnaire, Row
from report import report
from scoring import Answer, entity_answers, scores_among, weighted_mean
from workbooks import NOT_APPLICABLE, UNKNOWN, Entity, Region, Workbook, alphabetical, fold, gather_region

Pair = tuple[str, Entity]  # a question (row id) and an entity, by its folded name
Scores = dict[Pair, float]
PARTS = ("total", "real", "availability", "respondents", "questions")
SPREAD = ("min", "q1", "median", "q3", "max")
SCORED_REGIONS = 5


@dataclass(frozen=True)
class Year:
    """One region in one year."""

    questionnaire: Questionnaire
    workbooks: list[Workbook]

    @property
    def number(self) -> int:
        return self.workbooks[0].year

    @cached_property
    def region(self) -> Region:
        return gather_region(self.workbooks)


# ---------------------------------------------------------------- municipalities that merged


def successors(region: Region) -> dict[str, str]:
    """The municipality that each former one became part of; one that is listed twice counts at the first."""
    result: dict[str, str] = {}
    for name, names in region.former.items():
        for former in names:
            result.setdefault(fold(former), fold(name))
    return result


def succeeded(entity: Entity, became: Mapping[str, str]) -> Entity:
    """What an entity of an earlier year is called in the later one."""
    role, name = entity[0], fold(entity[1])
    return role, became.get(name, name) if role == "gemeente" else name


def merged(answers: list[Answer]) -> Answer:
    """One answer of the municipalities that became one."""
    if scores := scores_among(answers):
        return fmean(scores)
    return NOT_APPLICABLE if all(answer == NOT_APPLICABLE for answer in answers) else UNKNOWN


def answers_of(year: Year, became: Mapping[str, str]) -> dict[Pair, Answer]:
    """What each entity said, according to this year's own edition."""
    region, rows = year.region, year.questionnaire.rows
    found: dict[Pair, list[Answer]] = {}
    for id, by_entity in entity_answers(rows, region.entities(), region.workbooks).items():
        for entity, answer in by_entity.items():
            found.setdefault((id, succeeded(entity, became)), []).append(answer)
    return {pair: merged(answers) for pair, answers in found.items()}


def sent(year: Year, became: Mapping[str, str]) -> set[Entity]:
    return {succeeded(book.entity, became) for book in year.region.workbooks}


# ---------------------------------------------------------------- the change of a step


def answered(answers: Mapping[Pair, Answer]) -> Scores:
    return {pair: answer for pair, answer in answers.items() if not isinstance(answer, str)}


def step_score(pairs: Scores, rows: Mapping[str, Row], step: int) -> float | None:
    """The score over these pairs, without a coverage rule."""
    by_question: dict[str, list[float]] = {}
    for (id, _), score in pairs.items():
        if rows[id].step == step:
            by_question.setdefault(id, []).append(score)
    if not by_question:
        return None
    return weighted_mean((rows[id].weight, fmean(scores)) for id, scores in by_question.items())


def id_in(later: Questionnaire, id: str) -> str:
    """What a row of an earlier edition is called in the later one; the same if it was not replaced."""
    question, dot, practice = id.partition(".")
    found = later.replaced.get(question, question) + dot + practice
    return found if found in later.by_id() else id


def changes(a: Year, b: Year) -> list[dict[str, Any]]:
    """The change of each step from year a to year b."""
    earlier, later = sorted((a.questionnaire, b.questionnaire), key=lambda each: each.edition)
    today = {id: id_in(later, id) for id in earlier.by_id()}
    rows = earlier.by_id() | later.by_id()  # step and weight of the later edition, where it has the question

    def joined(year: Year, answers: dict[Pair, Answer]) -> dict[Pair, Answer]:
        if year.questionnaire.edition == later.edition:
            return answers
        return {(today[id], entity): answer for (id, entity), answer in answers.items()}

    became = successors(b.region)
    by_own_ids = answers_of(a, became)
    all_a, all_b = joined(a, by_own_ids), joined(b, answers_of(b, {}))
    matched = answered(all_a).keys() & answered(all_b).keys()
    lapsed = [pair for pair in answered(all_a) if all_b.get(pair) == NOT_APPLICABLE]
    stayed = sent(a, became) & sent(b, {})
    in_both = set(today.values()) & later.by_id().keys()

    def restricted(answers: dict[Pair, Answer]) -> dict[str, Scores]:
        """Ever more of what was answered in one year."""
        pairs = answered(answers)
        of_both = {pair: score for pair, score in pairs.items() if pair[0] in in_both}
        return {
            "P": {pair: score for pair, score in pairs.items() if pair in matched},
            "P1": {pair: score for pair, score in of_both.items() if pair[1] in stayed},
            "P2": of_both,
            "A": pairs,
        }

    pairs_a, pairs_b = restricted(all_a), restricted(all_b)
    result = []
    for step in later.step_numbers():
        number = sum(rows[id].step == step for id, _ in matched)
        own = step_score(answered(by_own_ids), a.questionnaire.by_id(), step)
        figures: dict[str, Any] = dict.fromkeys(PARTS)
        if number and own is not None:
            f_a = {name: step_score(pairs, rows, step) for name, pairs in pairs_a.items()}
            f_b = {name: step_score(pairs, rows, step) for name, pairs in pairs_b.items()}
            figures = parts(f_a, f_b, own)
        counts = {
            "matched_pairs": number,
            "became_not_applicable": sum(rows[id].step == step for id, _ in lapsed),
            "not_comparable": figures["total"] is None,
        }
        result.append({"number": step} | figures | counts)
    return result


def parts(a: Mapping[str, Any], b: Mapping[str, Any], own: float) -> dict[str, float]:
    """A change and its parts, from scores over ever more pairs; `own` is year a by its own steps and weights."""
    return {
        "total": b["A"] - own,
        "real": b["P"] - a["P"],
        "availability": (b["P1"] - b["P"]) - (a["P1"] - a["P"]),
        "respondents": (b["P2"] - b["P1"]) - (a["P2"] - a["P1"]),
        "questions": (b["A"] - b["P2"]) - (own - a["P2"]),
    }


# ---------------------------------------------------------------- the mirror


def mirror(year: int, regions: list[list[float | None]]) -> dict[str, Any]:
    """Per step, how the scores of the regions of one year lie."""
    steps = []
    for step, scores in enumerate(zip(*regions)):
        known = [score for score in scores if score is not None]
        steps.append({"number": step, "n": len(known)} | spread(known))
    return {"year": year, "steps": steps}


def spread(scores: list[float]) -> dict[str, float | None]:
    """Minimum, quartiles (type 7) and maximum, if enough regions have a score."""
    if len(scores) < SCORED_REGIONS:
        return dict.fromkeys(SPREAD)
    q1, median, q3 = quantiles(scores, n=4, method="inclusive")
    return dict(zip(SPREAD, (min(scores), q1, median, q3, max(scores))))


# ---------------------------------------------------------------- the JSON of `vergelijk`


def comparison(editions: Mapping[int, Questionnaire], books: Iterable[tuple[int, Workbook]]) -> dict[str, Any]:
    """The document of workbooks, each with its edition; `not_comparable` says whether there is a reason."""

    def place(book: tuple[int, Workbook]) -> tuple[tuple[str, str], int]:
        return alphabetical(fold(book[1].region)), book[1].year

    regions: list[dict[str, Any]] = []
    by_year: dict[int, list[list[float | None]]] = {}
    for _, of_region in groupby(sorted(books, key=place), key=lambda book: place(book)[0]):
        years = []
        for _, of_year in groupby(of_region, key=lambda book: book[1].year):
            numbered = list(of_year)
            years.append(Year(editions[numbered[0][0]], [book for _, book in numbered]))
        documents = [year_document(year) for year in years]
        for document in documents:
            by_year.setdefault(document["year"], []).append([step["score"] for step in document["steps"]])
        pairs = [{"from": a.number, "to": b.number, "steps": changes(a, b)} for a, b in zip(years, years[1:])]
        regions.append({"region": years[-1].workbooks[0].region, "years": documents, "changes": pairs})
    mirrors = [mirror(year, scores) for year, scores in sorted(by_year.items())]
    return {"format": "ketenscan-comparison/1", "regions": regions, "mirror": mirrors}


def year_document(year: Year) -> dict[str, Any]:
    figures = report(year.questionnaire, year.workbooks, "equal")
    steps = [{key: step[key] for key in ("number", "score", "low", "high")} for step in figures["steps"]]
    return {"year": year.number, "edition": year.questionnaire.edition, "chain": figures["chain"], "steps": steps}
