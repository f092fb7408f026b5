"""What the workbooks of one region and year say, and who was expected to send one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

UNKNOWN, NOT_APPLICABLE, MISSING = "unknown", "not_applicable", "missing"

Content = Any  # a state, "ja" and so on, a level or count, (teller, noemer)
Entity = tuple[str, str]  # (role, name)


def clean(text: str) -> str:
    """Composed, without surrounding or non-breaking spaces."""
    return unicodedata.normalize("NFC", text).replace("\u00a0", " ").strip()


def fold(text: str) -> str:
    """The form in which all spellings of a word are equal."""
    return clean(text).casefold()


def alphabetical(name: str) -> tuple[str, str]:
    """Sort key that ignores case and accents."""
    letters = (c for c in unicodedata.normalize("NFD", fold(name)) if not unicodedata.combining(c))
    return "".join(letters), name


@dataclass(frozen=True)
class Workbook:
    """One workbook; `answers` holds the rows it contains. A `blank` one only says who is expected, and aimed at."""

    file: str
    role: str
    region: str
    year: int
    perspective: str
    municipality: str | None = None
    answers: dict[str, Content] = field(default_factory=dict)
    grounds: frozenset[str] = frozenset()  # the rows with a text under Onderbouwing
    joint: bool = False  # agreed on together by those who answered separately
    priorities: frozenset[str] = frozenset()
    inhabitants: dict[str, int | None] = field(default_factory=dict)
    former: dict[str, list[str]] = field(default_factory=dict)  # names of municipalities that became this one
    ambitions: dict[int, float] = field(default_factory=dict)
    blank: bool = False

    @property
    def entity(self) -> Entity:
        return self.role, self.municipality or self.region


@dataclass(frozen=True)
class Region:
    """One region in one year. A name has one spelling throughout."""

    name: str
    year: int
    workbooks: list[Workbook]
    inhabitants: dict[str, int | None]  # of the expected municipalities, alphabetically
    former: dict[str, list[str]]
    ambitions: dict[int, float]

    @property
    def separate(self) -> list[Workbook]:
        """The workbooks that are not joint."""
        return [book for book in self.workbooks if not book.joint]

    @cached_property
    def by_perspective(self) -> dict[str, list[Workbook]]:
        """Without the joint workbooks."""
        books: dict[str, list[Workbook]] = {}
        for book in self.separate:
            books.setdefault(book.perspective, []).append(book)
        return books

    def entities(self) -> list[Entity]:
        return [("regio", self.name), *(("gemeente", name) for name in self.inhabitants)]


def gather_region(workbooks: Iterable[Workbook]) -> Region:
    """The workbooks of one region and year with its expected municipalities: those listed, and those that sent one."""
    books = sorted(workbooks, key=lambda w: w.file)
    filled = [w for w in books if not w.blank]
    listed = [item for w in books for item in w.inhabitants.items()]
    sent = [(w.municipality, None) for w in filled if w.municipality]
    spelling: dict[str, str] = {}
    inhabitants: dict[str, int | None] = {}
    for name, number in listed + sent:
        shown = spelling.setdefault(fold(name), name)
        if inhabitants.get(shown) is None:
            inhabitants[shown] = number
    former: dict[str, list[str]] = {}
    for name, names in (item for w in books for item in w.former.items()):
        former.setdefault(spelling[fold(name)], names)
    region = books[0].region
    return Region(
        name=region,
        year=books[0].year,
        workbooks=[
            replace(w, region=region, municipality=spelling[fold(w.municipality)] if w.municipality else None)
            for w in filled
        ],
        inhabitants={name: inhabitants[name] for name in sorted(inhabitants, key=alphabetical)},
        former=former,
        ambitions={step: value for w in books for step, value in w.ambitions.items()},
    )
