"""Computes the figures of a report from a questionnaire folder and parsed workbooks, without the program."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from math import fsum
from pathlib import Path
from statistics import fmean
from typing import Any

UNKNOWN, NOT_APPLICABLE, MISSING = "unknown", "not_applicable", "missing"
YES_NO = {"ja": 100.0, "deels": 50.0, "nee": 0.0}
DISAGREEMENT = 25

Content = Any  # a state, "ja" and so on, a level or count, (teller, noemer)
Answer = float | str  # a score or a state
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


def rounded(figure: float) -> float:
    """A figure in the precision in which it is compared."""
    return round(figure, 9)


# ---------------------------------------------------------------- questionnaire


@dataclass(frozen=True)
class Row:
    """One question, or one practice of a per-practice question."""

    id: str
    step: int
    theme: str
    role: str
    kind: str
    practice: str | None = None
    applies_to: tuple[str, ...] = ()
    weight: float = 1.0
    norm: float = 75.0
    legal: bool = False
    target: float = 1.0
    zero_at: float = 0.0
    full_at: float = 1.0
    handover: tuple[str, str] | None = None


@dataclass(frozen=True)
class Questionnaire:
    settings: dict[str, Any]  # questionnaire.toml as it stands
    rows: list[Row]
    rules: list[dict[str, Any]] = field(default_factory=list)

    def keys(self, dimension: str) -> list[str]:
        return [entry["key"] for entry in self.settings[dimension]]


def load_questionnaire(folder: Path) -> Questionnaire:
    def toml(path: Path) -> dict[str, Any]:
        return tomllib.loads(path.read_text(encoding="utf-8"))

    settings = toml(folder / "questionnaire.toml")
    questions = [q for path in sorted((folder / "steps").glob("*.toml")) for q in toml(path).get("question", [])]
    rows = [row for question in questions for row in question_rows(question, settings)]
    return Questionnaire(settings, rows, toml(folder / "consistency.toml").get("rule", []))


def question_rows(question: dict[str, Any], settings: dict[str, Any]) -> list[Row]:
    """The rows of one question, the weight divided equally."""
    prefix = question["id"].split("-")[0]
    step = next(s["number"] for s in settings["step"] if s["prefix"] == prefix)
    practices = tuple(question.get("practices") or [p["key"] for p in settings["practice"]])
    handover = question.get("handover")
    row = Row(
        id=question["id"],
        step=step,
        theme=question["theme"],
        role=question["role"],
        kind=question["kind"],
        applies_to=practices,
        weight=question.get("weight", 1),
        norm=question.get("norm", settings["default_norm"]),
        legal=question.get("legal", False),
        target=question.get("target", 1.0),
        zero_at=question.get("zero_at", 0.0),
        full_at=question.get("full_at", 1.0),
        handover=(handover["from"], handover["to"]) if handover else None,
    )
    if not question.get("per_practice", False):
        return [row]
    share = row.weight / len(practices)
    return [replace(row, id=f"{row.id}.{p}", practice=p, applies_to=(p,), weight=share) for p in practices]


# ---------------------------------------------------------------- workbooks


@dataclass(frozen=True)
class Workbook:
    """One workbook; `answers` holds the rows it contains. One that is `blank` only says who is expected, and aimed at."""

    file: str
    role: str
    region: str
    year: int
    perspective: str
    municipality: str | None = None
    answers: dict[str, Content] = field(default_factory=dict)
    priorities: frozenset[str] = frozenset()
    inhabitants: dict[str, int | None] = field(default_factory=dict)
    ambitions: dict[int, float] = field(default_factory=dict)
    blank: bool = False

    @property
    def entity(self) -> Entity:
        return self.role, self.municipality or self.region


@dataclass(frozen=True)
class Region:
    name: str
    year: int
    workbooks: list[Workbook]
    inhabitants: dict[str, int | None]  # of the expected municipalities, alphabetically
    ambitions: dict[int, float]

    @cached_property
    def by_perspective(self) -> dict[str, list[Workbook]]:
        books: dict[str, list[Workbook]] = {}
        for book in self.workbooks:
            books.setdefault(book.perspective, []).append(book)
        return books

    def entities(self) -> list[Entity]:
        return [("regio", self.name), *(("gemeente", name) for name in self.inhabitants)]


def gather_region(workbooks: Iterable[Workbook]) -> Region:
    """The workbooks of one region and year with its expected municipalities, each under one spelling."""
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
    name = books[0].region
    return Region(
        name=name,
        year=books[0].year,
        workbooks=[
            replace(w, region=name, municipality=spelling[fold(w.municipality)] if w.municipality else None)
            for w in filled
        ],
        inhabitants={name: inhabitants[name] for name in sorted(inhabitants, key=alphabetical)},
        ambitions={step: value for w in books for step, value in w.ambitions.items()},
    )


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


# ---------------------------------------------------------------- 2. one entity


def entity_answer(row: Row, workbooks: Iterable[Workbook]) -> Answer:
    """The answer of the entity that sent these workbooks."""
    given = [(w.perspective, answer_score(row, w.answers[row.id])) for w in workbooks if row.id in w.answers]
    scores: dict[str, list[float]] = {}
    for perspective, answer in given:
        if not isinstance(answer, str):
            scores.setdefault(perspective, []).append(answer)
    if scores:
        return fmean(fmean(each) for each in scores.values())
    return NOT_APPLICABLE if given and all(a == NOT_APPLICABLE for _, a in given) else UNKNOWN


Answers = dict[str, dict[Entity, Answer]]  # by row id


def entity_answers(rows: Iterable[Row], entities: Iterable[Entity], workbooks: Iterable[Workbook]) -> Answers:
    sent: dict[Entity, list[Workbook]] = {entity: [] for entity in entities}
    for workbook in workbooks:
        sent[workbook.entity].append(workbook)
    return {row.id: {e: entity_answer(row, books) for e, books in sent.items() if e[0] == row.role} for row in rows}


# ---------------------------------------------------------------- 3. one question in a region


@dataclass(frozen=True)
class Figures:
    """The figures of one question; all None if it applies to nobody."""

    score: float | None = None
    low: float | None = None
    high: float | None = None
    coverage: float | None = None
    gap: float | None = None
    spread: float | None = None


def question_figures(row: Row, answers: Mapping[Entity, Answer], omega: Mapping[Entity, float]) -> Figures:
    scores = {e: a for e, a in answers.items() if not isinstance(a, str)}
    open_ones = [e for e, a in answers.items() if isinstance(a, str) and a != NOT_APPLICABLE]
    if not scores and not open_ones:
        return Figures()
    points = fsum(omega[e] * s for e, s in scores.items())
    known, unknown = fsum(omega[e] for e in scores), fsum(omega[e] for e in open_ones)
    score = points / known if scores else None
    return Figures(
        score=score,
        low=points / (known + unknown),
        high=(points + 100 * unknown) / (known + unknown),
        coverage=known / (known + unknown),
        gap=None if score is None else max(0.0, row.norm - score),
        spread=max(scores.values()) - min(scores.values()) if len(scores) > 1 else None,
    )


def all_figures(rows: Iterable[Row], answers: Answers, omega: Mapping[Entity, float]) -> dict[str, Figures]:
    return {row.id: question_figures(row, answers[row.id], omega) for row in rows}


# ---------------------------------------------------------------- 4. a step, a theme, a cell, a practice


@dataclass(frozen=True)
class Group:
    score: float | None
    low: float | None
    high: float | None
    norm: float | None
    gap: float | None
    coverage: float | None
    status: str


def group_figures(rows: Iterable[Row], figures: Mapping[str, Figures], minimum_coverage: float = 0.0) -> Group:
    """The figures over these rows; a minimum coverage of 0 means that there is no minimum."""
    taking_part = [row for row in rows if figures[row.id].low is not None]
    scored = [row for row in taking_part if figures[row.id].score is not None]

    def average(over: list[Row], figure: str) -> float | None:
        values = [row.norm if figure == "norm" else getattr(figures[row.id], figure) for row in over]
        total = fsum(row.weight for row in over)
        return fsum(row.weight * value for row, value in zip(over, values)) / total if over else None

    coverage = average(taking_part, "coverage")
    withheld = coverage is None or rounded(coverage) < rounded(minimum_coverage)
    score = None if withheld else average(scored, "score")
    low, high, norm = (average(taking_part, figure) for figure in ("low", "high", "norm"))
    return Group(score, low, high, norm, average(scored, "gap"), coverage, status(score, low, high, norm))


def status(score: float | None, low: float | None, high: float | None, norm: float | None) -> str:
    if score is None or low is None or high is None or norm is None:
        return "insufficient"
    if rounded(low) >= rounded(norm):
        return "at_norm"
    return "below_norm" if rounded(high) < rounded(norm) else "uncertain"


def matrix(questionnaire: Questionnaire, figures: Mapping[str, Figures]) -> list[dict[str, Any]]:
    cells = []
    for step in questionnaire.settings["step"]:
        for theme in questionnaire.keys("theme"):
            rows = [row for row in questionnaire.rows if (row.step, row.theme) == (step["number"], theme)]
            scored = sum(figures[row.id].score is not None for row in rows)
            group = group_figures(rows, figures, questionnaire.settings["minimum_coverage"])
            if rows:
                score = group.score if scored >= 2 else None
                cells.append({"step": step["number"], "theme": theme, "score": score, "questions": scored})
    return cells


def step_scores(
    questionnaire: Questionnaire, figures: Mapping[str, Figures], minimum_coverage: float = 0.0
) -> list[dict[str, Any]]:
    """The score of each step, 0 to 7."""
    return [
        {
            "number": step["number"],
            "score": group_figures(
                [row for row in questionnaire.rows if row.step == step["number"]], figures, minimum_coverage
            ).score,
        }
        for step in questionnaire.settings["step"]
    ]


# ---------------------------------------------------------------- 5. the chain


def chain(steps: Mapping[int, Group]) -> dict[str, Any]:
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


def continuity(questionnaire: Questionnaire, figures: Mapping[str, Figures], practice: str) -> dict[str, Any]:
    applying = replace(questionnaire, rows=[row for row in questionnaire.rows if practice in row.applies_to])
    steps = [step for step in step_scores(applying, figures) if step["number"] > 0]
    unbroken, stalls_at, unknown_at = 0, None, None
    for step in steps:
        if step["score"] is None:
            unknown_at = step["number"]
            break
        if rounded(step["score"]) < rounded(questionnaire.settings["continuity_threshold"]):
            stalls_at = step["number"]
            break
        unbroken += 1
    return {"key": practice, "steps": steps, "unbroken": unbroken, "stalls_at": stalls_at, "unknown_at": unknown_at}


# ---------------------------------------------------------------- 6. lenses


def perspectives(questionnaire: Questionnaire, region: Region) -> list[dict[str, Any]]:
    result = []
    for key in questionnaire.keys("perspective"):
        if books := region.by_perspective.get(key):
            present = {w.entity for w in books}
            answers = entity_answers(questionnaire.rows, sorted(present), books)
            figures = all_figures(questionnaire.rows, answers, dict.fromkeys(present, 1.0))
            steps = step_scores(questionnaire, figures, questionnaire.settings["minimum_coverage"])
            result.append({"key": key, "steps": steps})
    return result


def perspective_mean(row: Row, region: Region, perspective: str) -> float | None:
    """The mean over all answered workbooks of one perspective."""
    books = [w for w in region.by_perspective.get(perspective, []) if row.id in w.answers]
    answers = [answer_score(row, w.answers[row.id]) for w in books]
    scores = [a for a in answers if not isinstance(a, str)]
    return fmean(scores) if scores else None


def agenda(questionnaire: Questionnaire, region: Region) -> list[dict[str, Any]]:
    points = []
    for row in questionnaire.rows:
        all_means = {key: perspective_mean(row, region, key) for key in questionnaire.keys("perspective")}
        means = {key: mean for key, mean in all_means.items() if mean is not None}
        disagreement = max(means.values()) - min(means.values()) if len(means) > 1 else 0.0
        if rounded(disagreement) >= DISAGREEMENT:
            shown = [{"perspective": key, "mean": mean} for key, mean in means.items()]
            points.append({"question": row.id, "disagreement": disagreement, "means": shown})
    return sorted(points, key=lambda p: (-rounded(p["disagreement"]), p["question"]))


def handovers(questionnaire: Questionnaire, region: Region) -> list[dict[str, Any]]:
    result = []
    for row in questionnaire.rows:
        if row.handover:
            sender, receiver = row.handover
            sent, received = (perspective_mean(row, region, side) for side in row.handover)
            threshold = rounded(questionnaire.settings["handover_difference"])
            mismatch = sent is not None and received is not None and rounded(abs(sent - received)) >= threshold
            result.append(
                {
                    "question": row.id,
                    "from": sender,
                    "to": receiver,
                    "from_score": sent,
                    "to_score": received,
                    "mismatch": mismatch,
                }
            )
    return result


def contradictions(questionnaire: Questionnaire, answers: Answers) -> list[dict[str, Any]]:
    result = []
    for rule in questionnaire.rules:
        for (role, name), claim in answers[rule["claim"]].items():
            fact = answers[rule["fact"]][role, name]
            if isinstance(claim, str) or isinstance(fact, str):
                continue
            if rounded(claim) >= rounded(rule["claim_at_least"]) and rounded(fact) < rounded(rule["fact_below"]):
                result.append(
                    {
                        "role": role,
                        "entity": name,
                        "claim": rule["claim"],
                        "fact": rule["fact"],
                        "message": rule["message"],
                    }
                )
    return result


def own_figures(questionnaire: Questionnaire, answers: Answers, name: str) -> dict[str, Figures]:
    """The figures of one municipality's own answers; the region's questions do not count."""
    entity = ("gemeente", name)
    own = {id: {entity: each[entity]} if entity in each else {} for id, each in answers.items()}
    return all_figures(questionnaire.rows, own, {entity: 1.0})


def white_spots(questionnaire: Questionnaire, region: Region, answers: Answers) -> list[dict[str, Any]]:
    own = {name: own_figures(questionnaire, answers, name) for name in region.inhabitants}
    threshold = rounded(questionnaire.settings["white_spot_threshold"])
    result = []
    for theme in (theme["key"] for theme in questionnaire.settings["theme"] if theme["core"]):
        rows = [row for row in questionnaire.rows if row.theme == theme]
        scores = {name: group_figures(rows, figures).score for name, figures in own.items()}
        white = [name for name, score in scores.items() if score is not None and rounded(score) < threshold]
        known = {name: number for name, number in region.inhabitants.items() if number is not None}
        everyone = bool(known) and known.keys() == region.inhabitants.keys()
        share = sum(known[name] for name in white) / sum(known.values()) if everyone else None
        result.append(
            {
                "theme": theme,
                "municipalities": white,
                "unknown": [name for name, score in scores.items() if score is None],
                "share_inhabitants": share,
            }
        )
    return result


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


def votes(questionnaire: Questionnaire, region: Region) -> dict[str, float | None]:
    cast = [w.priorities for w in region.workbooks if w.priorities]
    return {
        theme: sum(theme in named for named in cast) / len(cast) if cast else None
        for theme in questionnaire.keys("theme")
    }


def plan(questionnaire: Questionnaire, figures: Mapping[str, Figures], voted: Mapping[str, float | None]) -> list[str]:
    gaps = {row: figures[row.id].gap or 0.0 for row in questionnaire.rows}

    def order(row: Row) -> tuple[bool, float, float, str]:
        return not row.legal, -rounded(row.weight * gaps[row]), -rounded(voted[row.theme] or 0.0), row.id

    return [row.id for row in sorted(gaps, key=order) if rounded(gaps[row]) > 0]


# ---------------------------------------------------------------- the JSON of `rapport`


def weights(region: Region, weighting: str) -> dict[Entity, float]:
    """The weight of each entity; the region, the only one in its role, has weight 1."""
    if weighting == "equal":
        return dict.fromkeys(region.entities(), 1.0)
    result = {("regio", region.name): 1.0}
    for name, number in region.inhabitants.items():
        if number is None:
            raise ValueError(f"inhabitants of {name} not known")
        result["gemeente", name] = float(number)
    return result


def inputs(questionnaire: Questionnaire, region: Region) -> list[dict[str, Any]]:
    result = []
    for book in region.workbooks:
        answers = [answer_score(row, book.answers[row.id]) for row in questionnaire.rows if row.id in book.answers]
        result.append(
            {
                "file": book.file,
                "role": book.role,
                "municipality": book.municipality,
                "perspective": book.perspective,
                "answered": sum(not isinstance(answer, str) for answer in answers),
                "unknown": answers.count(UNKNOWN),
                "not_applicable": answers.count(NOT_APPLICABLE),
                "missing": answers.count(MISSING),
            }
        )
    return result


def report(questionnaire: Questionnaire, workbooks: Iterable[Workbook], weighting: str) -> dict[str, Any]:
    """The JSON of `rapport`, without `generated_by` and the sha256 fields."""
    settings, rows = questionnaire.settings, questionnaire.rows
    region = gather_region(workbooks)
    answers = entity_answers(rows, region.entities(), region.workbooks)
    figures = all_figures(rows, answers, weights(region, weighting))

    def group(wanted: Iterable[Row]) -> Group:
        return group_figures(wanted, figures, settings["minimum_coverage"])

    steps = {s["number"]: group(row for row in rows if row.step == s["number"]) for s in settings["step"]}
    themes = {theme: group(row for row in rows if row.theme == theme) for theme in questionnaire.keys("theme")}
    voted = votes(questionnaire, region)
    responded = {book.municipality for book in region.workbooks}
    return {
        "format": "ketenscan-report/1",
        "questionnaire": {"id": settings["id"], "edition": settings["edition"]},
        "region": region.name,
        "year": region.year,
        "weighting": weighting,
        "municipalities": [
            {
                "name": name,
                "inhabitants": number,
                "responded": name in responded,
                "steps": step_scores(questionnaire, own_figures(questionnaire, answers, name)),
            }
            for name, number in region.inhabitants.items()
        ],
        "inputs": inputs(questionnaire, region),
        "chain": chain(steps),
        "steps": [
            {"number": s["number"], "key": s["key"], "name": s["name"]}
            | asdict(steps[s["number"]])
            | {"ambition": region.ambitions.get(s["number"])}
            for s in settings["step"]
        ],
        "themes": [
            {"key": t["key"], "name": t["name"], "core": t["core"]}
            | asdict(themes[t["key"]])
            | {"votes": voted[t["key"]]}
            for t in settings["theme"]
        ],
        "matrix": matrix(questionnaire, figures),
        "practices": [continuity(questionnaire, figures, key) for key in questionnaire.keys("practice")],
        "questions": [
            {
                "id": row.id,
                "step": row.step,
                "theme": row.theme,
                "role": row.role,
                "practice": row.practice,
                "weight": row.weight,
                "norm": row.norm,
                "legal": row.legal,
            }
            | asdict(figures[row.id])
            for row in rows
        ],
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
