"""Checks scoring.py on a worked example and on small cases worked by hand."""

from __future__ import annotations

from typing import Any

from compare import differences
from scoring import (
    MISSING,
    NOT_APPLICABLE,
    UNKNOWN,
    Content,
    Figures,
    Group,
    Questionnaire,
    Row,
    Workbook,
    answer_score,
    chain,
    continuity,
    entity_answer,
    group_figures,
    plan,
    question_figures,
    question_rows,
    report,
    status,
)

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
    "perspective": [{"key": "gemeente"}, {"key": "veilig-thuis"}, {"key": "regio"}],
}


def row(id: str = "PRE-01", kind: str = "level", step: int = 1, **more: Any) -> Row:
    basics = {"theme": "expertise", "role": "gemeente", "applies_to": ("vgv", "achterlating")}
    return Row(id, kind=kind, step=step, **basics | more)


def book(municipality: str | None, answers: dict[str, Content], perspective: str = "gemeente", **more: Any) -> Workbook:
    role = "gemeente" if municipality else "regio"
    file = f"{municipality or 'regio'}-{perspective}.xlsx"
    return Workbook(file, role, "Proef", 2026, perspective, municipality, answers, **more)


def near(found: float | None, expected: float) -> bool:
    return found is not None and abs(found - expected) < 0.0005


def test_worked_example() -> None:
    q1, q2 = row("PRE-01", weight=2, norm=75), row("PRE-02", "share", weight=1, norm=100)
    books = [
        book("A", {"PRE-01": 3.0, "PRE-02": (2, 4)}),
        book("B", {"PRE-01": UNKNOWN, "PRE-02": (3, 3)}),
        book(None, {}, "regio", inhabitants={"C": 300, "A": 100, "B": 100}),
    ]
    result = report(Questionnaire(SETTINGS, [q1, q2]), books, "equal")
    first, second = result["questions"]
    expected = {
        "PRE-01": {"score": 75, "low": 25, "high": 91.667, "coverage": 1 / 3, "gap": 0},
        "PRE-02": {"score": 75, "low": 50, "high": 83.333, "coverage": 2 / 3, "gap": 25},
    }
    for question in (first, second):
        assert all(near(question[key], value) for key, value in expected[question["id"]].items()), question
    assert first["spread"] is None and second["spread"] == 50

    step = group_figures([q1, q2], {q["id"]: Figures(*list(q.values())[8:]) for q in (first, second)})
    assert step.score == 75  # what the coverage rule withholds below
    step = result["steps"][1]
    assert step["score"] is None and step["status"] == "insufficient"
    assert near(step["low"], 33.333) and near(step["high"], 88.889) and near(step["coverage"], 0.444)
    assert near(step["norm"], 83.333) and near(step["gap"], 8.333)

    assert [m["name"] for m in result["municipalities"]] == ["A", "B", "C"]
    assert [m["responded"] for m in result["municipalities"]] == [True, True, False]
    assert [m["steps"][1]["score"] for m in result["municipalities"]] == [(2 * 75 + 50) / 3, 100, None]
    spot = {"theme": "expertise", "municipalities": [], "unknown": ["C"], "share_inhabitants": 0}
    assert result["white_spots"] == [spot]
    assert result["plan"] == ["PRE-02"]
    weighted = report(Questionnaire(SETTINGS, [q1, q2]), books, "inhabitants")["questions"]
    assert near(weighted[0]["coverage"], 0.2) and near(weighted[1]["low"], 100 * 150 / 500)


def test_one_answer() -> None:
    assert [answer_score(row(), float(level)) for level in range(5)] == [0, 25, 50, 75, 100]
    assert [answer_score(row(kind="yes_no"), word) for word in ("ja", "deels", "nee")] == [100, 50, 0]
    assert answer_score(row(kind="share", target=0.8), (2, 5)) == 50
    assert answer_score(row(kind="share", target=0.8), (5, 5)) == 100
    assert answer_score(row(kind="capacity"), (3, 12)) == 25
    assert answer_score(row(kind="capacity"), (3, 0)) == NOT_APPLICABLE
    days, places = row(kind="count", zero_at=14, full_at=0), row(kind="count", zero_at=0, full_at=12)
    assert [answer_score(days, value) for value in (0, 7, 14, 20)] == [100, 50, 0, 0]
    assert [answer_score(places, value) for value in (0, 3, 12, 20)] == [0, 25, 100, 100]
    assert answer_score(days, MISSING) == MISSING


def test_per_practice() -> None:
    question = {"id": "BES-03", "theme": "regie", "role": "regio", "kind": "level", "per_practice": True, "weight": 3}
    rows = question_rows(question, SETTINGS)
    assert [r.id for r in rows] == ["BES-03.vgv", "BES-03.achterlating"]
    assert [(r.step, r.weight, r.norm, r.applies_to) for r in rows][0] == (5, 1.5, 75, ("vgv",))


def test_one_entity() -> None:
    def answer(*books: Workbook) -> float | str:
        return entity_answer(row(), books)

    own = [book("A", {"PRE-01": level}) for level in (4.0, 2.0)]
    partner = book("A", {"PRE-01": 0.0}, "veilig-thuis")
    assert answer(*own, partner) == 37.5  # (75 + 0) / 2, not (100 + 50 + 0) / 3
    no, unknown, blank = (book("A", {"PRE-01": state}) for state in (NOT_APPLICABLE, UNKNOWN, MISSING))
    assert answer(no, no) == NOT_APPLICABLE and answer(no, book("A", {})) == NOT_APPLICABLE
    assert answer(no, unknown) == answer(no, blank) == answer(book("A", {})) == answer() == UNKNOWN
    assert answer(no, partner) == 0


def test_one_question() -> None:
    omega = {("gemeente", name): 1.0 for name in "ABC"}
    nobody = question_figures(row(), dict.fromkeys(omega, NOT_APPLICABLE), omega)
    assert nobody == Figures()
    unknown = question_figures(row(), dict.fromkeys(omega, UNKNOWN), omega)
    assert unknown == Figures(score=None, low=0, high=100, coverage=0)
    two = question_figures(row(), dict(zip(omega, (100.0, NOT_APPLICABLE, 0.0))), omega)
    assert two == Figures(score=50, low=50, high=50, coverage=1, gap=25, spread=100)


def test_one_group() -> None:
    figures = {"a": Figures(100, 100, 100, 1, 0), "b": Figures(None, 0, 100, 0), "c": Figures()}
    rows = [row("a"), row("b", norm=100), row("c", norm=0)]
    assert group_figures(rows, figures, 0.5) == Group(100, 50, 100, 87.5, 0, 0.5, "uncertain")
    assert group_figures(rows[1:], figures) == Group(None, 0, 100, 100, None, 0, "insufficient")
    assert group_figures(rows[2:], figures) == Group(None, None, None, None, None, None, "insufficient")
    assert status(75, 75 - 1e-12, 80, 75) == "at_norm" and status(60, 50, 74, 75) == "below_norm"


def test_chain_and_continuity() -> None:
    scores = (0, 80, 60, 60, 70, 90, 75, 55)
    steps = {n: Group(score, 10 * n, 100, 75, 0, 1, "at_norm") for n, score in enumerate(scores)}
    expected = {"score": 70, "low": 40, "high": 100, "weakest_step": 7, "steps_at_norm": 7}
    assert chain(steps) == expected
    steps[7] = Group(None, 0, 100, 75, 0, 0, "insufficient")
    assert chain(steps) == expected | {"score": None, "low": 30, "weakest_step": 2, "steps_at_norm": 6}

    def walk(*scores: float | None) -> tuple[int, int | None, int | None]:
        rows = [row(f"q{n}", step=n) for n in range(1, 8)]
        figures = {r.id: Figures(score, 0, 100, 0, gap=0) for r, score in zip(rows, scores)}
        result = continuity(Questionnaire(SETTINGS, rows), figures, "vgv")
        return result["unbroken"], result["stalls_at"], result["unknown_at"]

    assert walk(50, 75, 49, None, 100, 100, 100) == (2, 3, None)
    assert walk(50, None, 49, 0, 0, 0, 0) == (1, None, 2)
    assert walk(*[100] * 7) == (7, None, None)


def test_lenses() -> None:
    agreed = row("BES-01", step=5, role="regio", legal=True, norm=100, handover=("regio", "veilig-thuis"))
    own = row("BES-02", step=5, theme="regie", weight=3)
    fact = row("BES-03", "capacity", step=5)
    rule = {"claim": "BES-02", "claim_at_least": 75, "fact": "BES-03", "fact_below": 50, "message": "m"}
    books = [
        book(None, {"BES-01": 4.0}, "regio", inhabitants={"A": 100, "B": 300}, priorities=frozenset({"regie"})),
        book(None, {"BES-01": 2.0}, "veilig-thuis", priorities=frozenset({"regie", "expertise"})),
        book("A", {"BES-02": 3.0, "BES-03": (0, 9)}),
        book("B", {"BES-02": 0.0, "BES-03": (9, 9)}),
    ]
    result = report(Questionnaire(SETTINGS, [agreed, own, fact], [rule]), books, "equal")
    means = [{"perspective": "veilig-thuis", "mean": 50}, {"perspective": "regio", "mean": 100}]
    assert result["agenda"] == [{"question": "BES-01", "disagreement": 50, "means": means}]
    sides = {"from": "regio", "to": "veilig-thuis", "from_score": 100, "to_score": 50, "mismatch": True}
    assert result["handovers"] == [{"question": "BES-01"} | sides]
    assert [(c["role"], c["entity"]) for c in result["contradictions"]] == [("gemeente", "A")]
    spot = {"theme": "expertise", "municipalities": ["A"], "unknown": [], "share_inhabitants": 0.25}
    assert result["white_spots"] == [spot]
    assert result["legal"] == [{"question": "BES-01", "role": "regio", "entities": ["Proef"]}]
    assert [theme["votes"] for theme in result["themes"]] == [0.5, 1]
    assert result["plan"] == ["BES-01", "BES-02", "BES-03"]  # legal 25, then 3 × 37.5 before 1 × 25
    seen = {p["key"]: p["steps"][5]["score"] for p in result["perspectives"]}
    assert seen == {"gemeente": (3 * 37.5 + 50) / 4, "veilig-thuis": 50, "regio": 100}


def test_plan_ties() -> None:
    rows = [row("b"), row("a", theme="regie"), row("c", theme="regie"), row("d", legal=True, norm=100), row("e")]
    figures = {r.id: Figures(50, 50, 50, 1, gap) for r, gap in zip(rows, (30, 30 + 1e-12, 30, 1, 1e-12))}
    order = plan(Questionnaire(SETTINGS, rows), figures, {"expertise": None, "regie": 0.5})
    assert order == ["d", "a", "c", "b"]


def test_differences() -> None:
    ours = {"a": [{"file": "x.xlsx", "n": 1}], "b": None}
    assert not list(differences(ours, {"a": [{"file": "p/x.xlsx", "sha256": "0", "n": 1 + 1e-10}], "b": None}))
    assert len(list(differences(ours, {"b": None, "a": [{"file": "x.xlsx", "n": True}]}))) == 2
    assert len(list(differences(ours, {"a": [], "b": 0}))) == 2


if __name__ == "__main__":
    tests = [test for name, test in list(globals().items()) if name.startswith("test_")]
    for test in tests:
        test()
    print(f"{len(tests)} tests passed")
