"""Other views of the same answers: perspectives, handovers, white spots, the law, votes and the plan."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import fmean
from typing import Any

from questionnaire import Questionnaire, Row
from scoring import (
    Answer,
    Answers,
    CoverageRule,
    Figures,
    all_figures,
    entity_answers,
    group_figures,
    rounded,
    scores_among,
    step_scores,
    workbook_answer,
)
from workbooks import Region

DISAGREEMENT = 25


# ---------------------------------------------------------------- perspectives: the joint workbooks take no part


def perspectives(questionnaire: Questionnaire, region: Region) -> list[dict[str, Any]]:
    """The step scores of each perspective over the rows put to it. Two scored rows are not asked for."""
    rule = CoverageRule(questionnaire.settings["minimum_coverage"])
    result = []
    for key in questionnaire.separate_perspectives():
        if books := region.by_perspective.get(key):
            present = {book.entity for book in books}
            rows = [row for row in questionnaire.rows if any(row.id in book.answers for book in books)]
            answers = entity_answers(rows, sorted(present), books)
            figures = all_figures(rows, answers, dict.fromkeys(present, 1.0))
            result.append({"key": key, "steps": step_scores(questionnaire, rows, figures, rule)})
    return result


def perspective_mean(row: Row, region: Region, perspective: str) -> float | None:
    """The mean over all answered workbooks of one perspective."""
    books = [book for book in region.by_perspective.get(perspective, []) if row.id in book.answers]
    scores = scores_among(workbook_answer(row, book) for book in books)
    return fmean(scores) if scores else None


def agenda(questionnaire: Questionnaire, region: Region) -> list[dict[str, Any]]:
    points = []
    for row in questionnaire.rows:
        all_means = {key: perspective_mean(row, region, key) for key in questionnaire.separate_perspectives()}
        means = {key: mean for key, mean in all_means.items() if mean is not None}
        disagreement = max(means.values()) - min(means.values()) if len(means) > 1 else 0.0
        if rounded(disagreement) >= DISAGREEMENT:
            shown = [{"perspective": key, "mean": mean} for key, mean in means.items()]
            points.append({"question": row.id, "disagreement": disagreement, "means": shown})
    return sorted(points, key=lambda p: (-rounded(p["disagreement"]), p["question"]))


def handovers(questionnaire: Questionnaire, region: Region) -> list[dict[str, Any]]:
    threshold = rounded(questionnaire.settings["handover_difference"])
    result = []
    for row in questionnaire.rows:
        if row.handover:
            sender, receiver = row.handover
            sent, received = (perspective_mean(row, region, side) for side in row.handover)
            result.append(
                {
                    "question": row.id,
                    "from": sender,
                    "to": receiver,
                    "from_score": sent,
                    "to_score": received,
                    "mismatch": sent is not None
                    and received is not None
                    and rounded(abs(sent - received)) >= threshold,
                }
            )
    return result


def votes(questionnaire: Questionnaire, region: Region) -> dict[str, float | None]:
    cast = [book.priorities for book in region.separate if book.priorities]
    return {
        theme: sum(theme in named for named in cast) / len(cast) if cast else None
        for theme in questionnaire.keys("theme")
    }


# ---------------------------------------------------------------- entities: a joint answer counts


def contradictions(questionnaire: Questionnaire, answers: Answers) -> list[dict[str, Any]]:
    """Each entity whose claim goes against a fact."""
    result = []
    for rule in questionnaire.rules:
        for (role, name), claim in answers[rule["claim"]].items():
            fact = answers[rule["fact"]][role, name]
            if isinstance(claim, str) or isinstance(fact, str):
                continue
            if rounded(claim) >= rounded(rule["claim_at_least"]) and rounded(fact) < rounded(rule["fact_below"]):
                named = {key: rule[key] for key in ("claim", "fact", "message")}
                result.append({"role": role, "entity": name} | named)
    return result


def own_figures(questionnaire: Questionnaire, answers: Answers, name: str) -> dict[str, Figures]:
    """The figures of one municipality's own answers; the region's questions do not count."""
    entity = ("gemeente", name)
    own = {id: {entity: each[entity]} if entity in each else {} for id, each in answers.items()}
    return all_figures(questionnaire.rows, own, {entity: 1.0})


def own_steps(questionnaire: Questionnaire, answers: Answers, name: str) -> list[dict[str, Any]]:
    return step_scores(questionnaire, questionnaire.rows, own_figures(questionnaire, answers, name))


def white_spots(questionnaire: Questionnaire, region: Region, answers: Answers) -> list[dict[str, Any]]:
    own = {name: own_figures(questionnaire, answers, name) for name in region.inhabitants}
    result = []
    for theme in questionnaire.core_themes():
        found = {name: white_spot(questionnaire, theme, figures) for name, figures in own.items()}
        lists = {each: [name for name, f in found.items() if f == each] for each in ("white", "uncertain", "unknown")}
        result.append(
            {
                "theme": theme,
                "municipalities": lists["white"],
                "uncertain": lists["uncertain"],
                "unknown": lists["unknown"],
                "share_inhabitants": share_of_inhabitants(region, lists["white"]),
            }
        )
    return result


def white_spot(questionnaire: Questionnaire, theme: str, own: Mapping[str, Figures]) -> str | None:
    """Whether a municipality is a white spot in a theme, whatever was left open; None if it is not."""
    group = group_figures([row for row in questionnaire.rows if row.theme == theme], own)
    threshold = rounded(questionnaire.settings["white_spot_threshold"])
    if group.score is None or group.low is None or group.high is None:
        return "unknown"
    if rounded(group.high) < threshold:
        return "white"
    return "uncertain" if rounded(group.low) < threshold else None


def share_of_inhabitants(region: Region, names: list[str]) -> float | None:
    known = {name: number for name, number in region.inhabitants.items() if number is not None}
    if not known or len(known) < len(region.inhabitants):
        return None
    return sum(known[name] for name in names) / sum(known.values())


def legal(questionnaire: Questionnaire, figures: Mapping[str, Figures], answers: Answers) -> list[dict[str, Any]]:
    def short(score: Answer | None) -> bool:
        return score is not None and not isinstance(score, str) and rounded(score) < 100

    return [
        {
            "question": row.id,
            "role": row.role,
            "entities": [name for (_, name), score in answers[row.id].items() if short(score)],
        }
        for row in questionnaire.rows
        if row.legal and short(figures[row.id].score)
    ]


def plan(questionnaire: Questionnaire, figures: Mapping[str, Figures], voted: Mapping[str, float | None]) -> list[str]:
    gaps = {row: figures[row.id].gap or 0.0 for row in questionnaire.rows}

    def order(row: Row) -> tuple[bool, float, float, str]:
        return not row.legal, -rounded(row.weight * gaps[row]), -rounded(voted[row.theme] or 0.0), row.id

    return [row.id for row in sorted(gaps, key=order) if rounded(gaps[row]) > 0]
