"""Checks the figures of a comparison on small cases worked by hand."""

from __future__ import annotations

from typing import Any

from cases import SETTINGS, book, row, run_tests
from comparison import SPREAD, Year, changes, comparison, spread
from questionnaire import Questionnaire, Row
from workbooks import MISSING, NOT_APPLICABLE, UNKNOWN, Workbook

Answers = dict[str, Any]  # by municipality, to PRE-01


def edition(*rows: Row, number: int = 2026, replaced: dict[str, str] | None = None) -> Questionnaire:
    return Questionnaire(SETTINGS | {"edition": number}, list(rows), replaced=replaced or {})


def year(number: int, answers: Answers, former: dict[str, list[str]] | None = None, **more: Any) -> Year:
    """One year of an edition with the one question PRE-01."""
    books = [book(name, {"PRE-01": answer}, year=number) for name, answer in answers.items()]
    if former:
        books.append(book(None, {}, "regio", year=number, inhabitants=dict.fromkeys(former), former=former))
    return Year(more.get("edition") or edition(row()), books)


def step_1(a: Year, b: Year) -> dict[str, Any]:
    return changes(a, b)[1]


def test_a_change_has_four_parts() -> None:
    """A answered both; B only the later year, C only the earlier; one question moved in, and one went."""
    old = edition(row("PRE-01"), row("PRE-02", weight=2), row("PRE-09"))
    new = edition(row("PRE-01", weight=3), row("PRE-03"), row("PRE-10"), number=2027, replaced={"PRE-02": "PRE-03"})

    def of(number: int, name: str, *answers: Any, ids: str) -> Workbook:
        return book(name, dict(zip((f"PRE-{id}" for id in ids.split()), answers)), year=number)

    a = [of(2026, "A", 2.0, 2.0, 0.0, ids="01 02 09"), of(2026, "C", 0.0, UNKNOWN, 4.0, ids="01 02 09")]
    b = [of(2027, "A", 3.0, UNKNOWN, 4.0, ids="01 03 10"), of(2027, "B", 1.0, 4.0, UNKNOWN, ids="01 03 10")]
    found = step_1(Year(old, a), Year(new, b))
    real = 75 - 50
    availability = 0 - ((3 * 50 + 50) / 4 - 50)  # PRE-03 dropped out at A
    respondents = ((3 * 50 + 100) / 4 - 75) - ((3 * 25 + 50) / 4 - 50)
    questions = ((3 * 50 + 100 + 100) / 5 - 62.5) - ((25 + 2 * 50 + 50) / 4 - 31.25)
    expected = (real, availability, respondents, questions)
    assert tuple(found[key] for key in ("real", "availability", "respondents", "questions")) == expected
    assert found["total"] == 70 - 43.75 == sum(expected)
    assert (found["matched_pairs"], found["became_not_applicable"], found["not_comparable"]) == (1, 0, False)


def test_what_became_not_applicable_is_counted() -> None:
    a = year(2026, {"A": 1.0, "B": 2.0, "C": UNKNOWN, "D": 1.0})
    b = year(2027, {"A": NOT_APPLICABLE, "B": 2.0, "C": NOT_APPLICABLE, "D": MISSING})
    found = step_1(a, b)
    assert found["became_not_applicable"] == 1 and found["matched_pairs"] == 1
    nothing_left = step_1(year(2026, {"A": 1.0}), year(2027, {"A": NOT_APPLICABLE}))
    assert nothing_left["not_comparable"] and nothing_left["became_not_applicable"] == 1


def test_without_a_ground_the_law_still_applies() -> None:
    law = edition(row(legal=True, norm=100))
    a, b = year(2026, {"A": 1.0}, edition=law), year(2027, {"A": NOT_APPLICABLE}, edition=law)
    assert step_1(a, b)["became_not_applicable"] == 0


def test_municipalities_that_merged_are_one_in_the_earlier_year() -> None:
    a = year(2026, {"A": 0.0, "B": 2.0, "C": NOT_APPLICABLE, "D": 4.0})
    b = year(2027, {"New": 3.0, "D": 4.0}, former={"New": ["a", "B", "C"]})
    found = step_1(a, b)
    # Earlier: New (0 + 50) / 2 = 25 and D 100; later: New 75 and D 100.
    assert (found["real"], found["total"], found["matched_pairs"]) == (25, 25, 2)
    assert found["availability"] == found["respondents"] == found["questions"] == 0
    one_sent = step_1(year(2026, {"A": 1.0}), b)
    assert (one_sent["real"], one_sent["matched_pairs"]) == (50, 1)
    unlisted = step_1(a, year(2027, {"New": 3.0, "D": 4.0}))
    assert (unlisted["real"], unlisted["matched_pairs"]) == (0, 1)


def test_all_that_merged_must_be_not_applicable() -> None:
    b = year(2027, {"New": NOT_APPLICABLE}, former={"New": ["A", "B"]})
    assert step_1(year(2026, {"A": 2.0, "B": NOT_APPLICABLE}), b)["became_not_applicable"] == 1
    assert step_1(year(2026, {"A": UNKNOWN, "B": NOT_APPLICABLE}), b)["became_not_applicable"] == 0


def test_a_former_municipality_listed_twice_counts_at_the_first() -> None:
    a = year(2026, {"A": 0.0, "B": 4.0})
    b = year(2027, {"New": 2.0, "Other": 2.0}, former={"New": ["A"], "Other": ["A", "B"]})
    found = step_1(a, b)
    assert (found["matched_pairs"], found["real"]) == (2, 0)


def test_a_municipality_that_took_in_another_is_itself_too() -> None:
    found = step_1(year(2026, {"A": 0.0, "B": 4.0}), year(2027, {"A": 3.0}, former={"A": ["B"]}))
    assert (found["matched_pairs"], found["real"]) == (1, 25)


def test_the_mirror_needs_five_scored_regions() -> None:
    assert set(spread([1.0, 2, 3, 4]).values()) == {None}
    assert list(spread([40.0, 10, 30, 20, 100]).values()) == [10, 20, 30, 40, 100]
    sent = book("A", {"PRE-01": 2.0, "PRE-02": 2.0})
    [mirror] = comparison({2026: edition(row(), row("PRE-02"))}, [(2026, sent)])["mirror"]
    assert mirror["steps"][1] == {"number": 1, "n": 1} | dict.fromkeys(SPREAD)


if __name__ == "__main__":
    run_tests(dict(globals()))
