"""The chain of steps, and where a case of one practice would stall, without the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import takewhile
from statistics import fmean
from typing import Any

from questionnaire import Questionnaire
from scoring import Figures, Group, group_figures, rounded


def chain(steps: Mapping[int, Group]) -> dict[str, Any]:
    """The figures of the steps after step 0 together."""
    linked = {number: group for number, group in steps.items() if number > 0}

    def mean_of(figure: str) -> float | None:
        values = [getattr(group, figure) for group in linked.values()]
        return None if None in values else fmean(values)

    scored = [(rounded(group.score), number) for number, group in linked.items() if group.score is not None]
    return {
        "score": mean_of("score"),
        "low": mean_of("low"),
        "high": mean_of("high"),
        "weakest_step": min(scored)[1] if scored else None,
        "steps_at_norm": sum(group.status == "at_norm" for group in linked.values()),
    }


# ---------------------------------------------------------------- continuity of a practice


@dataclass(frozen=True)
class Link:
    number: int
    score: float | None = None
    low: float | None = None
    high: float | None = None
    state: str = "unknown"
    weakest: str | None = None


def parts(questionnaire: Questionnaire, figures: Mapping[str, Figures], practice: str, step: int) -> dict[str, Group]:
    """What holds for every practice and what is this one's own, each if it applies to anybody."""
    rows = [row.undivided() for row in questionnaire.rows if row.step == step]
    groups = {
        "general": group_figures([row for row in rows if row.practice is None], figures),
        "own": group_figures([row for row in rows if row.practice == practice], figures),
    }
    return {name: group for name, group in groups.items() if group.low is not None}


def link(number: int, parts: Mapping[str, Group], threshold: float) -> Link:
    """A chain is as strong as its weakest link: both parts must hold."""
    if not parts:
        return Link(number)

    def least(figure: str) -> float | None:
        values = [getattr(group, figure) for group in parts.values()]
        return None if None in values else min(values)

    score, low, high = (least(figure) for figure in ("score", "low", "high"))
    both = len(parts) == 2
    if low is not None and rounded(low) >= rounded(threshold) and both:
        state = "holds"
    elif high is not None and rounded(high) < rounded(threshold):
        state = "stalls"
    else:
        state = "uncertain"
    return Link(number, score, low, high, state, weakest_part(parts) if both and score is not None else None)


def weakest_part(parts: Mapping[str, Group]) -> str:
    own, general = parts["own"].score or 0.0, parts["general"].score or 0.0
    return "own" if rounded(own) < rounded(general) else "general"


def continuity(questionnaire: Questionnaire, figures: Mapping[str, Figures], practice: str) -> dict[str, Any]:
    threshold = questionnaire.settings["continuity_threshold"]
    links = [
        link(step, parts(questionnaire, figures, practice, step), threshold)
        for step in questionnaire.step_numbers()
        if step > 0
    ]
    stalls_at = next((each.number for each in links if each.state == "stalls"), None)
    before = list(takewhile(lambda each: each.number != stalls_at, links))
    return {
        "key": practice,
        "steps": [asdict(each) for each in links],
        "unbroken": len(list(takewhile(lambda each: each.state == "holds", links))),
        "stalls_at": stalls_at,
        "uncertain_at": next((each.number for each in before if each.state in ("uncertain", "unknown")), None),
    }
