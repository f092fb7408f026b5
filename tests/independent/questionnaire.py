"""An edition of the questionnaire, as its TOML files have it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from math import inf
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Row:
    """One question, or one practice of a per-practice question."""

    id: str
    step: int
    theme: str
    role: str
    kind: str
    practice: str | None = None  # None in a general row
    weight: float = 1.0  # of this row; a per-practice question divides its weight
    divided_by: int = 1
    norm: float = 75.0
    legal: bool = False
    target: float = 1.0
    zero_at: float = 0.0
    full_at: float = 1.0
    largest: float = inf  # a number above it is asked about
    handover: tuple[str, str] | None = None
    ask: frozenset[str] = frozenset()

    def undivided(self) -> Row:
        """This row with the full weight of its question."""
        return replace(self, weight=self.weight * self.divided_by, divided_by=1)


@dataclass(frozen=True)
class Questionnaire:
    settings: dict[str, Any]  # questionnaire.toml as it stands
    rows: list[Row]
    rules: list[dict[str, Any]] = field(default_factory=list)
    replaced: dict[str, str] = field(default_factory=dict)  # id in an earlier edition: the id that replaces it here

    @property
    def edition(self) -> int:
        return int(self.settings["edition"])

    def by_id(self) -> dict[str, Row]:
        return {row.id: row for row in self.rows}

    def keys(self, dimension: str) -> list[str]:
        return [entry["key"] for entry in self.settings[dimension]]

    def step_numbers(self) -> list[int]:
        return [step["number"] for step in self.settings["step"]]

    def core_themes(self) -> list[str]:
        return [theme["key"] for theme in self.settings["theme"] if theme["core"]]

    def joint_perspectives(self) -> list[str]:
        """Those in which an entity gives the answers agreed on together."""
        return [p["key"] for p in self.settings["perspective"] if p.get("group") == "joint"]

    def separate_perspectives(self) -> list[str]:
        joint = self.joint_perspectives()
        return [key for key in self.keys("perspective") if key not in joint]


def load_questionnaire(folder: Path) -> Questionnaire:
    def toml(path: Path) -> dict[str, Any]:
        return tomllib.loads(path.read_text(encoding="utf-8"))

    settings = toml(folder / "questionnaire.toml")
    questions = [q for path in sorted((folder / "steps").glob("*.toml")) for q in toml(path).get("question", [])]
    rows = [row for question in questions for row in question_rows(question, settings)]
    replaced = {old: question["id"] for question in questions for old in question.get("replaces", [])}
    return Questionnaire(settings, rows, toml(folder / "consistency.toml").get("rule", []), replaced)


def question_rows(question: dict[str, Any], settings: dict[str, Any]) -> list[Row]:
    """The rows of one question, the weight divided equally."""
    prefix = question["id"].split("-")[0]
    handover = question.get("handover")
    row = Row(
        id=question["id"],
        step=next(s["number"] for s in settings["step"] if s["prefix"] == prefix),
        theme=question["theme"],
        role=question["role"],
        kind=question["kind"],
        weight=question.get("weight", 1),
        norm=question.get("norm", settings["default_norm"]),
        legal=question.get("legal", False),
        target=question.get("target", 1.0),
        zero_at=question.get("zero_at", 0.0),
        full_at=question.get("full_at", 1.0),
        largest=question.get("largest", inf),
        handover=(handover["from"], handover["to"]) if handover else None,
        ask=frozenset(question.get("ask", [])),
    )
    if not question.get("per_practice", False):
        return [row]
    practices = question.get("practices") or [practice["key"] for practice in settings["practice"]]
    number = len(practices)
    return [
        replace(row, id=f"{row.id}.{practice}", practice=practice, weight=row.weight / number, divided_by=number)
        for practice in practices
    ]
