"""Checks the figures of a report on a worked example and on small cases worked by hand."""

from __future__ import annotations

from typing import Any

from cases import SETTINGS, book, near, row, run_tests
from chain import chain, continuity
from compare import differences
from lenses import plan
from questionnaire import Questionnaire, question_rows
from report import OF_A_QUESTION, report
from scoring import (
    CoverageRule,
    Figures,
    Group,
    answer_score,
    entity_answer,
    group_figures,
    question_figures,
    status,
)
from workbooks import MISSING, NOT_APPLICABLE, UNKNOWN, Content, Workbook


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

    figures = {q["id"]: Figures(**{key: q[key] for key in OF_A_QUESTION}, applicable=1) for q in (first, second)}
    step = group_figures([q1, q2], figures)
    assert step.score == 75 and near(step.gap, 8.333)  # what the coverage rule withholds below
    withheld = result["steps"][1]
    assert withheld["score"] is None and withheld["gap"] is None and withheld["status"] == "insufficient"
    assert near(withheld["low"], 33.333) and near(withheld["high"], 88.889) and near(withheld["coverage"], 0.444)
    assert near(withheld["norm"], 83.333) and withheld["applicable"] == 1

    assert [m["name"] for m in result["municipalities"]] == ["A", "B", "C"]
    assert [m["responded"] for m in result["municipalities"]] == [True, True, False]
    assert [m["steps"][1]["score"] for m in result["municipalities"]] == [(2 * 75 + 50) / 3, 100, None]
    # A has 66.7 for certain; what B left open would leave it between 33.3 and 100.
    spot = {"theme": "expertise", "municipalities": [], "uncertain": ["B"], "unknown": ["C"], "share_inhabitants": 0}
    assert result["white_spots"] == [spot]
    assert result["plan"] == ["PRE-02"]
    weighted = report(Questionnaire(SETTINGS, [q1, q2]), books, "inhabitants")["questions"]
    assert near(weighted[0]["coverage"], 0.2) and near(weighted[1]["low"], 100 * 150 / 500)


# ---------------------------------------------------------------- 1. one answer


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


def test_what_the_law_asks_applies_unless_grounds_are_given() -> None:
    law, places = row(legal=True, norm=100), row("PRE-02", "capacity", legal=True, norm=100)
    bare = book("A", {"PRE-01": NOT_APPLICABLE, "PRE-02": (2, 0)})
    founded = book("A", {"PRE-01": NOT_APPLICABLE}, "veilig-thuis", grounds=frozenset({"PRE-01"}))
    assert entity_answer(law, [bare]) == UNKNOWN and entity_answer(law, [founded]) == NOT_APPLICABLE
    assert entity_answer(law, [bare, founded]) == UNKNOWN  # each workbook needs its own
    assert entity_answer(places, [bare]) == NOT_APPLICABLE  # a need of nothing is a figure
    assert entity_answer(row(), [bare]) == NOT_APPLICABLE
    counts = report(Questionnaire(SETTINGS, [law, places]), [bare], "equal")["inputs"][0]
    assert (counts["unknown"], counts["not_applicable"]) == (1, 1)


def test_per_practice() -> None:
    question = {"id": "BES-03", "theme": "regie", "role": "regio", "kind": "level", "per_practice": True, "weight": 3}
    rows = question_rows(question, SETTINGS)
    assert [r.id for r in rows] == ["BES-03.vgv", "BES-03.achterlating"]
    assert [(r.step, r.weight, r.norm, r.practice) for r in rows][0] == (5, 1.5, 75, "vgv")
    assert rows[0].undivided().weight == 3


# ---------------------------------------------------------------- 2. one entity


def test_one_entity() -> None:
    def answer(*books: Workbook) -> float | str:
        return entity_answer(row(), books)

    own = [book("A", {"PRE-01": level}) for level in (4.0, 2.0)]
    partner = book("A", {"PRE-01": 0.0}, "veilig-thuis")
    assert answer(*own, partner) == 37.5  # (75 + 0) / 2, not (100 + 50 + 0) / 3
    no, unknown = book("A", {"PRE-01": NOT_APPLICABLE}), book("A", {"PRE-01": UNKNOWN})
    assert answer(no, no) == NOT_APPLICABLE and answer(no, book("A", {}, "veilig-thuis")) == NOT_APPLICABLE
    assert answer(no, unknown) == answer(book("A", {})) == answer() == UNKNOWN
    assert answer(no, partner) == 0


def test_a_blank_beside_a_colleagues_answer_says_nothing() -> None:
    no, blank = book("A", {"PRE-01": NOT_APPLICABLE}), book("A", {"PRE-01": MISSING})
    assert entity_answer(row(), [no, blank]) == NOT_APPLICABLE
    assert entity_answer(row(), [blank, blank]) == UNKNOWN
    elsewhere = book("A", {"PRE-01": MISSING}, "veilig-thuis")
    assert entity_answer(row(), [no, elsewhere]) == UNKNOWN


def test_a_joint_answer_alone_counts() -> None:
    def answer(agreed: Content, *others: Workbook) -> float | str:
        return entity_answer(row(), [*others, book("A", {"PRE-01": agreed}, "gezamenlijk")])

    own, no = book("A", {"PRE-01": 4.0}), book("A", {"PRE-01": NOT_APPLICABLE})
    assert answer(1.0, own) == 25 and answer(NOT_APPLICABLE, own) == NOT_APPLICABLE
    assert answer(UNKNOWN, own) == answer(MISSING, own) == 100
    assert answer(UNKNOWN, no) == answer(MISSING, no) == NOT_APPLICABLE
    assert answer(UNKNOWN) == answer(MISSING) == UNKNOWN
    law = row(legal=True, norm=100)
    assert entity_answer(law, [own, book("A", {"PRE-01": NOT_APPLICABLE}, "gezamenlijk")]) == 100


# ---------------------------------------------------------------- 3 and 4. questions and groups of them


def test_one_question() -> None:
    omega = {("gemeente", name): 1.0 for name in "ABC"}
    nobody = question_figures(row(), dict.fromkeys(omega, NOT_APPLICABLE), omega)
    assert nobody == Figures()
    unknown = question_figures(row(), dict.fromkeys(omega, UNKNOWN), omega)
    assert unknown == Figures(score=None, low=0, high=100, coverage=0, applicable=1)
    two = question_figures(row(), dict(zip(omega, (100.0, NOT_APPLICABLE, 0.0))), omega)
    assert two == Figures(score=50, low=50, high=50, coverage=1, gap=25, spread=100, applicable=2 / 3)
    inhabitants = dict(zip(omega, (1.0, 6.0, 3.0)))
    weighted = question_figures(row(), dict(zip(omega, (100.0, NOT_APPLICABLE, 0.0))), inhabitants)
    assert (weighted.score, weighted.applicable) == (25, 0.4)


def test_one_group() -> None:
    figures = {
        "a": Figures(100, 100, 100, 1, 0, applicable=1),
        "b": Figures(None, 0, 100, 0, applicable=0.5),
        "c": Figures(),
    }
    rows = [row("a"), row("b", norm=100), row("c", norm=0)]
    assert group_figures(rows, figures, CoverageRule(0.5)) == Group(100, 50, 100, 87.5, 0, 0.5, 0.5, "uncertain")
    assert group_figures(rows[1:], figures) == Group(None, 0, 100, 100, None, 0, 0.25)
    assert group_figures(rows[2:], figures) == Group()
    assert status(75 - 1e-12, 80, 75) == "at_norm" and status(50, 74, 75) == "below_norm"


def test_the_coverage_rule_has_three_conditions() -> None:
    whole, rule = Figures(80, 80, 80, 1, 0, applicable=1), CoverageRule(0.5, scored_rows=2)
    withheld = Group(None, 80, 80, 75, None, 1, 1)
    assert group_figures([row("a"), row("b")], dict.fromkeys("ab", whole), rule).status == "at_norm"
    assert group_figures([row("a")], {"a": whole}, rule) == withheld  # one row scored
    rows = [row("a"), row("b"), row("c", weight=2.1)]  # 2 of 4.1 applicable
    few = group_figures(rows, {"a": whole, "b": whole, "c": Figures()}, rule)
    assert few.score is None and few.coverage == 1 and near(few.applicable, 2 / 4.1)
    half_known = Figures(80, 40, 90, 0.49, 0, applicable=1)
    assert group_figures([row("a"), row("b")], dict.fromkeys("ab", half_known), rule).score is None


def test_one_yes_and_nothing_else_applicable_is_no_verdict() -> None:
    rows = [row(f"PRE-{n:02}") for n in range(5)]
    books = [book("A", dict.fromkeys([r.id for r in rows], NOT_APPLICABLE) | {"PRE-00": 4.0, "PRE-01": 4.0})]
    result = report(Questionnaire(SETTINGS, rows), books, "equal")
    step = result["steps"][1]
    assert (step["score"], step["low"], step["applicable"]) == (None, 100, 0.4)
    assert result["matrix"] == [{"step": 1, "theme": "expertise", "score": None, "questions": 2}]


# ---------------------------------------------------------------- 5. the chain


def test_chain() -> None:
    scores = (0, 80, 60, 60, 70, 90, 75, 55)
    steps = {n: Group(score, 10 * n, 100, 75, 0, 1, 1, "at_norm") for n, score in enumerate(scores)}
    expected = {"score": 70, "low": 40, "high": 100, "weakest_step": 7, "steps_at_norm": 7}
    assert chain(steps) == expected
    steps[7] = Group(None, 0, 100, 75, None, 0, 1)
    assert chain(steps) == expected | {"score": None, "low": 30, "weakest_step": 2, "steps_at_norm": 6}


WHOLE = {score: Figures(score, score, score, 1, 0, applicable=1) for score in (0, 25, 49, 50, 75, 100)}
OPEN = Figures(None, 0, 100, 0, applicable=1)
NOBODY = Figures()


def one_link(general: list[Figures], own: list[Figures]) -> tuple[Any, ...]:
    """Score, low, high, state and weakest part of the link at step 1, of rows with these figures."""
    rows = [row(f"general-{n}") for n in range(len(general))]
    rows += [row(f"own-{n}", practice="vgv") for n in range(len(own))]
    figures = dict(zip((r.id for r in rows), general + own))
    found = continuity(Questionnaire(SETTINGS, rows), figures, "vgv")["steps"][0]
    assert found.pop("number") == 1
    return tuple(found.values())


def test_links_of_a_practice() -> None:
    assert one_link([WHOLE[75]], [WHOLE[100]]) == (75, 75, 75, "holds", "general")
    assert one_link([WHOLE[75]] * 9, [WHOLE[0]]) == (0, 0, 0, "stalls", "own")  # the general rows do not help
    assert one_link([WHOLE[49]], [WHOLE[100]]) == (49, 49, 49, "stalls", "general")
    assert one_link([WHOLE[50]], [WHOLE[50]]) == (50, 50, 50, "holds", "general")  # both exactly at the threshold


def test_links_that_are_not_certain() -> None:
    assert one_link([WHOLE[75]], [OPEN]) == (None, 0, 75, "uncertain", None)  # its own part is silent
    assert one_link([WHOLE[25]], [OPEN]) == (None, 0, 25, "stalls", None)
    assert one_link([WHOLE[100], OPEN], [WHOLE[75]]) == (75, 50, 75, "holds", "own")
    assert one_link([WHOLE[75], OPEN], [WHOLE[75]]) == (75, 37.5, 75, "uncertain", "general")
    assert one_link([OPEN], [OPEN]) == (None, 0, 100, "uncertain", None)


def test_links_without_a_part() -> None:
    assert one_link([WHOLE[75]], [NOBODY]) == one_link([WHOLE[75]], []) == (75, 75, 75, "uncertain", None)
    assert one_link([NOBODY], [WHOLE[49]]) == (49, 49, 49, "stalls", None)
    assert one_link([NOBODY], [NOBODY]) == (None, None, None, "unknown", None)


def test_a_part_of_a_link_counts_questions_in_full() -> None:
    shared = row("own-0", practice="vgv", weight=0.25, divided_by=4)  # a question of weight 1
    alone = row("own-1", practice="vgv", weight=1)
    other = row("own-2", practice="achterlating", weight=5)
    figures = {"own-0": WHOLE[100], "own-1": WHOLE[0], "own-2": WHOLE[0]}
    found = continuity(Questionnaire(SETTINGS, [shared, alone, other]), figures, "vgv")
    assert found["steps"][0]["score"] == 50


def test_where_a_practice_stalls() -> None:
    def walk(*own: Figures) -> tuple[int, int | None, int | None]:
        rows = [row(f"{part}{n}", step=n, practice=part) for n in range(1, 8) for part in (None, "vgv")]
        figures = {r.id: own[r.step - 1] if r.practice else WHOLE[75] for r in rows}
        result = continuity(Questionnaire(SETTINGS, rows), figures, "vgv")
        return result["unbroken"], result["stalls_at"], result["uncertain_at"]

    held, stalled = WHOLE[75], WHOLE[0]
    assert walk(held, held, stalled, OPEN, held, held, held) == (2, 3, None)
    assert walk(held, OPEN, NOBODY, held, stalled, stalled, held) == (1, 5, 2)
    assert walk(*[held] * 6, NOBODY) == (6, None, 7)
    assert walk(*[held] * 7) == (7, None, None)


# ---------------------------------------------------------------- 6. other views of the answers


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
    spot = {"theme": "expertise", "municipalities": ["A"], "uncertain": [], "unknown": [], "share_inhabitants": 0.25}
    assert result["white_spots"] == [spot]
    assert result["legal"] == [{"question": "BES-01", "role": "regio", "entities": ["Proef"]}]
    assert [theme["votes"] for theme in result["themes"]] == [0.5, 1]
    assert result["plan"] == ["BES-01", "BES-02", "BES-03"]  # legal 25, then 3 × 37.5 before 1 × 25
    seen = {p["key"]: p["steps"][5]["score"] for p in result["perspectives"]}
    assert seen == {"gemeente": (3 * 37.5 + 50) / 4, "veilig-thuis": 50, "regio": 100}

    together = {"BES-02": 0.0, "BES-03": (9, 9)}
    books.append(book("A", together, "gezamenlijk", priorities=frozenset({"expertise"})))
    with_joint = report(Questionnaire(SETTINGS, [agreed, own, fact], [rule]), books, "equal")
    assert with_joint["contradictions"] == [] and with_joint["white_spots"][0]["municipalities"] == []
    assert with_joint["questions"][1]["score"] == 0
    unmoved = ("perspectives", "agenda", "handovers")
    assert all(with_joint[lens] == result[lens] for lens in unmoved)
    assert [theme["votes"] for theme in with_joint["themes"]] == [0.5, 1]


def test_a_perspective_answers_for_the_rows_put_to_it() -> None:
    rows = [row(f"PRE-{n:02}", role="regio") for n in range(5)]
    books = [
        book(None, dict.fromkeys([r.id for r in rows], UNKNOWN), "regio"),
        book(None, {"PRE-00": 2.0, "PRE-01": NOT_APPLICABLE}, "veilig-thuis"),
    ]
    seen = {p["key"]: p["steps"] for p in report(Questionnaire(SETTINGS, rows), books, "equal")["perspectives"]}
    assert seen["veilig-thuis"][1]["score"] == 50  # one of its two rows applies, and one scored row suffices
    assert seen["regio"][1]["score"] is None
    mostly = [book(None, {"PRE-00": 2.0} | dict.fromkeys(["PRE-01", "PRE-02"], NOT_APPLICABLE), "veilig-thuis")]
    assert report(Questionnaire(SETTINGS, rows), mostly, "equal")["perspectives"][0]["steps"][1]["score"] is None


def test_white_spots_know_what_is_open() -> None:
    rows = [row(f"PRE-{n:02}") for n in range(4)]
    ids = [r.id for r in rows]
    books = [
        book("A", dict(zip(ids, (1.0, 1.0, 1.0, UNKNOWN)))),  # 18.75 to 43.75
        book("B", dict(zip(ids, (1.0, 1.0, 2.0, UNKNOWN)))),  # 25 to 50
        book("C", dict.fromkeys(ids, 2.0)),
        book("D", dict.fromkeys(ids, UNKNOWN)),
        book("E", dict.fromkeys(ids, NOT_APPLICABLE)),
        book(None, {}, "regio", inhabitants={"A": 10, "F": 10}),
    ]
    [spot] = report(Questionnaire(SETTINGS, rows), books, "equal")["white_spots"]
    found = (spot["municipalities"], spot["uncertain"], spot["unknown"], spot["share_inhabitants"])
    assert found == (["A"], ["B"], ["D", "E", "F"], None)


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
    run_tests(dict(globals()))
