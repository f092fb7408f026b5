"""What the tests of these scripts build their cases from."""

from __future__ import annotations

from typing import Any

from questionnaire import Row
from workbooks import Content, Workbook

STEPS = ("RVW", "PRE", "VRO", "ADV", "MEL", "BES", "HUL", "MON")
SETTINGS: dict[str, Any] = {
    "id": "example",
    "edition": 2026,
    "default_norm": 75,
    "minimum_coverage": 0.5,
    "continuity_threshold": 50,
    "white_spot_threshold": 50,
    "handover_difference": 50,
    "step": [{"number": n, "key": p.lower(), "name": p, "prefix": p} for n, p in enumerate(STEPS)],
    "theme": [
        {"key": "expertise", "name": "Expertise", "core": True},
        {"key": "regie", "name": "Regie", "core": False},
    ],
    "practice": [{"key": "vgv"}, {"key": "achterlating"}],
    "perspective": [
        {"key": "gemeente", "group": "professional"},
        {"key": "veilig-thuis", "group": "professional"},
        {"key": "regio", "group": "professional"},
        {"key": "gezamenlijk", "group": "joint"},
    ],
}


def row(id: str = "PRE-01", kind: str = "level", step: int = 1, **more: Any) -> Row:
    basics = {"theme": "expertise", "role": "gemeente"}
    return Row(id, kind=kind, step=step, **basics | more)


def book(municipality: str | None, answers: dict[str, Content], perspective: str = "gemeente", **more: Any) -> Workbook:
    basics = {
        "file": f"{municipality or 'regio'}-{perspective}.xlsx",
        "role": "gemeente" if municipality else "regio",
        "year": 2026,
        "joint": perspective == "gezamenlijk",
    }
    return Workbook(
        region="Proef", municipality=municipality, perspective=perspective, answers=answers, **basics | more
    )


def near(found: float | None, expected: float) -> bool:
    return found is not None and abs(found - expected) < 0.0005


def run_tests(module: dict[str, Any]) -> None:
    tests = [test for name, test in module.items() if name.startswith("test_")]
    for test in tests:
        test()
    print(f"{len(tests)} tests passed")
