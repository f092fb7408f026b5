"""The JSON of `rapport`, computed from an edition and parsed workbooks, without the program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from chain import chain, continuity
from lenses import agenda, contradictions, handovers, legal, own_steps, perspectives, plan, votes, white_spots
from questionnaire import Questionnaire, Row
from scoring import (
    Answers,
    Figures,
    Group,
    all_figures,
    coverage_rule,
    entity_answers,
    group_figures,
    matrix,
    workbook_answer,
)
from workbooks import MISSING, NOT_APPLICABLE, UNKNOWN, Entity, Region, Workbook, gather_region

OF_A_ROW = ("id", "step", "theme", "role", "practice", "weight", "norm", "legal")
OF_A_QUESTION = ("score", "low", "high", "coverage", "gap", "spread")


def report(questionnaire: Questionnaire, workbooks: Iterable[Workbook], weighting: str) -> dict[str, Any]:
    """The document of a region, without `generated_by` and the sha256 fields."""
    settings, rows = questionnaire.settings, questionnaire.rows
    region = gather_region(workbooks)
    answers = entity_answers(rows, region.entities(), region.workbooks)
    figures = all_figures(rows, answers, weights(region, weighting))

    def group(wanted: Iterable[Row]) -> Group:
        return group_figures(wanted, figures, coverage_rule(questionnaire))

    steps = {step: group(row for row in rows if row.step == step) for step in questionnaire.step_numbers()}
    themes = {theme: group(row for row in rows if row.theme == theme) for theme in questionnaire.keys("theme")}
    voted = votes(questionnaire, region)
    return {
        "format": "ketenscan-report/1",
        "questionnaire": {"id": settings["id"], "edition": settings["edition"]},
        "region": region.name,
        "year": region.year,
        "weighting": weighting,
        "municipalities": municipalities(questionnaire, region, answers),
        "inputs": [workbook_counts(questionnaire, book) for book in region.workbooks],
        "chain": chain(steps),
        "steps": [
            {key: step[key] for key in ("number", "key", "name")}
            | asdict(steps[step["number"]])
            | {"ambition": region.ambitions.get(step["number"])}
            for step in settings["step"]
        ],
        "themes": [
            {key: theme[key] for key in ("key", "name", "core")}
            | asdict(themes[theme["key"]])
            | {"votes": voted[theme["key"]]}
            for theme in settings["theme"]
        ],
        "matrix": matrix(questionnaire, figures),
        "practices": [continuity(questionnaire, figures, key) for key in questionnaire.keys("practice")],
        "questions": [question(row, figures) for row in rows],
        "perspectives": perspectives(questionnaire, region),
        "agenda": agenda(questionnaire, region),
        "handovers": handovers(questionnaire, region),
        "contradictions": contradictions(questionnaire, answers),
        "white_spots": white_spots(questionnaire, region, answers),
        "legal": legal(questionnaire, figures, answers),
        "plan": plan(questionnaire, figures, voted),
        "own": [],
        "sharing": None,
    }


def weights(region: Region, weighting: str) -> dict[Entity, float]:
    """The weight of each entity; the region, the only one in its role, has weight 1."""
    if weighting == "equal":
        return dict.fromkeys(region.entities(), 1.0)
    result = {("regio", region.name): 1.0}
    for name, number in region.inhabitants.items():
        if not number:
            raise ValueError(f"inhabitants of {name} not known")
        result["gemeente", name] = float(number)
    return result


def municipalities(questionnaire: Questionnaire, region: Region, answers: Answers) -> list[dict[str, Any]]:
    responded = {book.municipality for book in region.workbooks}
    return [
        {
            "name": name,
            "inhabitants": number,
            "responded": name in responded,
            "steps": own_steps(questionnaire, answers, name),
        }
        for name, number in region.inhabitants.items()
    ]


def workbook_counts(questionnaire: Questionnaire, book: Workbook) -> dict[str, Any]:
    answers = [workbook_answer(row, book) for row in questionnaire.rows if row.id in book.answers]
    return {
        "file": book.file,
        "role": book.role,
        "municipality": book.municipality,
        "perspective": book.perspective,
        "answered": sum(not isinstance(answer, str) for answer in answers),
        "unknown": answers.count(UNKNOWN),
        "not_applicable": answers.count(NOT_APPLICABLE),
        "missing": answers.count(MISSING),
    }


def question(row: Row, figures: Mapping[str, Figures]) -> dict[str, Any]:
    of_row = {key: getattr(row, key) for key in OF_A_ROW}
    return of_row | {key: getattr(figures[row.id], key) for key in OF_A_QUESTION}
