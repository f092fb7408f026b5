"""Scores of answers, entities, questions and groups of questions, without the program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum
from statistics import fmean
from typing import Any

from questionnaire import Questionnaire, Row
from workbooks import MISSING, NOT_APPLICABLE, UNKNOWN, Content, Entity, Workbook

YES_NO = {"ja": 100.0, "deels": 50.0, "nee": 0.0}

Answer = float | str  # a score or a state
Answers = dict[str, dict[Entity, Answer]]  # by row id


def rounded(figure: float) -> float:
    """A figure in the precision in which it is compared."""
    return round(figure, 9)


def scores_among(answers: Iterable[Answer]) -> list[float]:
    return [answer for answer in answers if not isinstance(answer, str)]


# ---------------------------------------------------------------- 1. one answer


def answer_score(row: Row, content: Content) -> Answer:
    if content in (UNKNOWN, NOT_APPLICABLE, MISSING):
        return content
    match row.kind:
        case "level":
            return 25.0 * content
        case "yes_no":
            return YES_NO[content]
        case "share":
            part, whole = content
            return 100 * min(1.0, part / whole / row.target)
        case "capacity":
            available, needed = content
            return 100 * min(1.0, available / needed) if needed else NOT_APPLICABLE
        case "count":
            return 100 * min(1.0, max(0.0, (content - row.zero_at) / (row.full_at - row.zero_at)))
    raise ValueError(f"{row.id}: no kind {row.kind}")


def workbook_answer(row: Row, workbook: Workbook) -> Answer:
    """What a workbook that contains the row says. What the law asks is only waived for a stated reason."""
    content = workbook.answers[row.id]
    if row.legal and content == NOT_APPLICABLE and row.id not in workbook.grounds:
        return UNKNOWN
    return answer_score(row, content)


# ---------------------------------------------------------------- 2. one entity


def entity_answer(row: Row, workbooks: Iterable[Workbook]) -> Answer:
    """The answer of the entity that sent these workbooks: the joint one if there is one, else that of the others."""
    containing = [book for book in workbooks if row.id in book.answers]
    for book in containing:
        if book.joint and (agreed := workbook_answer(row, book)) not in (UNKNOWN, MISSING):
            return agreed
    return separate_answer(row, [book for book in containing if not book.joint])


def separate_answer(row: Row, workbooks: Iterable[Workbook]) -> Answer:
    """The mean of the perspectives' means, if anybody answered."""
    by_perspective: dict[str, list[Answer]] = {}
    for book in workbooks:
        by_perspective.setdefault(book.perspective, []).append(workbook_answer(row, book))
    said = [without_blank_parts(answers) for answers in by_perspective.values()]
    means = [fmean(scores) for scores in map(scores_among, said) if scores]
    if means:
        return fmean(means)
    everything = [answer for answers in said for answer in answers]
    return NOT_APPLICABLE if everything and all(a == NOT_APPLICABLE for a in everything) else UNKNOWN


def without_blank_parts(answers: list[Answer]) -> list[Answer]:
    """One perspective's answers to a row; in a workbook cut over colleagues, a blank leaves it to another."""
    return [answer for answer in answers if answer != MISSING] or answers


def entity_answers(rows: Iterable[Row], entities: Iterable[Entity], workbooks: Iterable[Workbook]) -> Answers:
    sent: dict[Entity, list[Workbook]] = {entity: [] for entity in entities}
    for workbook in workbooks:
        sent[workbook.entity].append(workbook)
    return {row.id: {e: entity_answer(row, books) for e, books in sent.items() if e[0] == row.role} for row in rows}


# ---------------------------------------------------------------- 3. one question in a region


@dataclass(frozen=True)
class Figures:
    """The figures of one question; None, and applicable to nothing, if it applies to nobody."""

    score: float | None = None
    low: float | None = None
    high: float | None = None
    coverage: float | None = None
    gap: float | None = None
    spread: float | None = None
    applicable: float = 0.0


def question_figures(row: Row, answers: Mapping[Entity, Answer], omega: Mapping[Entity, float]) -> Figures:
    scores = {e: a for e, a in answers.items() if not isinstance(a, str)}
    known = fsum(omega[e] for e in scores)
    unknown = fsum(omega[e] for e, a in answers.items() if isinstance(a, str) and a != NOT_APPLICABLE)
    asked = known + unknown
    if not asked:
        return Figures()
    points = fsum(omega[e] * s for e, s in scores.items())
    score = points / known if scores else None
    return Figures(
        score=score,
        low=points / asked,
        high=(points + 100 * unknown) / asked,
        coverage=known / asked,
        gap=None if score is None else max(0.0, row.norm - score),
        spread=max(scores.values()) - min(scores.values()) if len(scores) > 1 else None,
        applicable=asked / fsum(omega[e] for e in answers),
    )


def all_figures(rows: Iterable[Row], answers: Answers, omega: Mapping[Entity, float]) -> dict[str, Figures]:
    return {row.id: question_figures(row, answers[row.id], omega) for row in rows}


# ---------------------------------------------------------------- 4. a step, a theme, a cell, a part of a link


@dataclass(frozen=True)
class CoverageRule:
    """What must be known before there is a score."""

    minimum: float = 0.0  # of coverage and of applicable share
    scored_rows: int = 0


NO_RULE = CoverageRule()


def coverage_rule(questionnaire: Questionnaire) -> CoverageRule:
    return CoverageRule(questionnaire.settings["minimum_coverage"], scored_rows=2)


@dataclass(frozen=True)
class Group:
    score: float | None = None
    low: float | None = None
    high: float | None = None
    norm: float | None = None
    gap: float | None = None
    coverage: float | None = None
    applicable: float | None = None
    status: str = "insufficient"


def weighted_mean(weighted: Iterable[tuple[float, float]]) -> float:
    """The mean of values, each with its weight before it."""
    pairs = list(weighted)
    return fsum(weight * value for weight, value in pairs) / fsum(weight for weight, _ in pairs)


def group_figures(rows: Iterable[Row], figures: Mapping[str, Figures], rule: CoverageRule = NO_RULE) -> Group:
    concerned = [(row, figures[row.id]) for row in rows]
    taking_part = [(row, f) for row, f in concerned if f.low is not None]
    scored = [(row, f) for row, f in taking_part if f.score is not None]
    if not taking_part:
        return Group()

    def mean_of(over: list[tuple[Row, Figures]], figure: str) -> float:
        return weighted_mean((row.weight, getattr(f, figure)) for row, f in over)

    low, high, coverage = (mean_of(taking_part, figure) for figure in ("low", "high", "coverage"))
    norm = weighted_mean((row.weight, row.norm) for row, _ in taking_part)
    applicable = mean_of(concerned, "applicable")
    enough = rounded(min(coverage, applicable)) >= rounded(rule.minimum) and len(scored) >= max(1, rule.scored_rows)
    if not enough:
        return Group(None, low, high, norm, None, coverage, applicable)
    return Group(
        mean_of(scored, "score"), low, high, norm, mean_of(scored, "gap"), coverage, applicable, status(low, high, norm)
    )


def status(low: float, high: float, norm: float) -> str:
    """The verdict where there is a score."""
    if rounded(low) >= rounded(norm):
        return "at_norm"
    return "below_norm" if rounded(high) < rounded(norm) else "uncertain"


def matrix(questionnaire: Questionnaire, figures: Mapping[str, Figures]) -> list[dict[str, Any]]:
    """The cells that have a question."""
    cells = []
    for step in questionnaire.step_numbers():
        for theme in questionnaire.keys("theme"):
            if rows := [row for row in questionnaire.rows if (row.step, row.theme) == (step, theme)]:
                scored = sum(figures[row.id].score is not None for row in rows)
                score = group_figures(rows, figures, coverage_rule(questionnaire)).score
                cells.append({"step": step, "theme": theme, "score": score, "questions": scored})
    return cells


def step_scores(
    questionnaire: Questionnaire, rows: Iterable[Row], figures: Mapping[str, Figures], rule: CoverageRule = NO_RULE
) -> list[dict[str, Any]]:
    """The score of each step over these rows."""
    rows = list(rows)
    return [
        {"number": step, "score": group_figures([row for row in rows if row.step == step], figures, rule).score}
        for step in questionnaire.step_numbers()
    ]
