"""Makes workbooks in each of which one answer is written or formatted in another way, and scores what others read.

Task `make` reads {"folder", "edition", "template", "number"}, stores `<folder>/<index>.xlsx`, and tells of each what was
changed and what openpyxl reads there; task `score` reads {"edition", "changed": [{"id", "header", "other", "shown"}]}
and tells the score of what is shown, or null where that is no answer.
"""

from __future__ import annotations

import datetime
import json
import random
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from copy import copy
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from vary import beside, drawn, filled, question_cells  # noqa: E402

import openpyxl  # noqa: E402
from openpyxl.styles import Font  # noqa: E402
from questionnaire import Row, load_questionnaire  # noqa: E402
from scoring import answer_score  # noqa: E402
from workbooks import NOT_APPLICABLE, UNKNOWN  # noqa: E402

SEED = 7
PROCESSES = 2
WORDS = {"weet ik niet": UNKNOWN, "niet van toepassing": NOT_APPLICABLE}
# A number as LibreOffice shows it in Dutch, with a currency before it or a word after it.
SHOWN = re.compile(r"(?:€ ?)?(-?\d+(?:\.\d{3})*(?:,\d+)?|-?\d+(?:,\d+)?E[+-]\d+)(?: [a-z]+)?")

VALUES: list[Any] = [
    0, 1, 3, 4, 2.5, 0.75, 0.5, 12, 24000, 2.9999999999999996, -1, 1e-7, 0.604, 2.6, 1.005, 1234.5678,
    "3", "2,5", "2.5", "1.000", "75%", "75 %", " 3 ", "3\u200b", "drie", "12 dagen", "1/2", "#N/A", "", " ",
    "3 – Geregeld", "3 - geregeld", "Geregeld", "4", "Ja", "ja ", "NEE", "Deels", "Weet ik niet", "niet van toepassing",
    True, False, datetime.date(2026, 2, 1), datetime.time(14, 30), datetime.timedelta(hours=72),
]  # fmt: skip
FORMATS = [
    "General", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.0%", "0,", "0.0,,", "€ #,##0.00", '0" dagen"', "[Red]0.0",
    "0.00E+00", "##0.0E+0", "0.0##", "@", '"ja"', ";;;", "[h]:mm", "h:mm", "d-m-yyyy", "mmm yy",
]  # fmt: skip
# What fits the kind of the question, half of the time; otherwise few would have an answer.
FITTING: dict[str, list[Any]] = {
    "level": [0, 1, 3, 4, "3", "4", "3 – Geregeld", "3 - geregeld", "Geregeld", "Weet ik niet"],
    "yes_no": ["Ja", "ja ", "NEE", "Deels", "niet van toepassing"],
    "count": [0, 0.5, 0.604, 1.005, 2.5, 2.6, 12, 24000, 2.9999999999999996, "2,5", "12"],
    "share": [0.75, 0.5, 0.604, 1, 2.6, 3, 12, "2,5", "2.5"],
}
LOOKS = ["plain", "plain", "plain", "plain", "struck", "under a merged cell", "in a hidden row"]
# Every tenth is a number that its format rounds, as chance makes few of those.
ROUNDED = 10
DECIMALS = [0.60427, 1.005, 2.64, 1234.5678]
ROUNDING = ["0", "#,##0", '0" dagen"', "[Red]0.0", "##0.0E+0"]


def number(text: str) -> float | None:
    """A number as a person types it."""
    plain = text.replace("\u200b", "").strip()
    if re.fullmatch(r"\d{1,3}(\.\d{3})+", plain) and not plain.startswith("0"):
        return None  # A thousand or one?
    return float(plain.replace(",", ".")) if re.fullmatch(r"-?\d+([.,]\d+)?", plain) else None


def answer(row: Row, header: str, labels: list[str], given: Any, other: float | None) -> Any:
    """What a value or a text answers, in the form for scoring.py; None if it is no answer."""
    if isinstance(given, bool) or not isinstance(given, (int, float, str)):
        return None
    text = " ".join(given.replace("\u200b", "").split()).lower() if isinstance(given, str) else ""
    value = number(given) if isinstance(given, str) else float(f"{given:.15g}")
    if header == "Antwoord":
        if text in WORDS:
            return WORDS[text]
        if row.kind == "yes_no":
            return text if text in ("ja", "deels", "nee") else None
        if row.kind == "level":
            names = [label.lower() for label in labels]
            known = [names, [name.replace("–", "-") for name in names], [name[4:] for name in names]]
            found = [listed.index(text) for listed in known if text in listed]
            if found:
                return found[0]
            return int(value) if value in range(5) else None
        return value if value is not None and value >= 0 else None
    if value is None or value < 0 or other is None:
        return None
    part, whole = (value, other) if header == "Teller" else (other, value)
    if row.kind == "share" and (not whole or part > whole):
        return None
    return part, whole


def score(row: Row, header: str, labels: list[str], given: Any, other: float | None) -> Any:
    content = answer(row, header, labels, given, other)
    return None if content is None else answer_score(row, content)


def read(edition: str) -> tuple[dict[str, Row], list[str]]:
    questionnaire = load_questionnaire(Path(edition))
    labels = [f"{level['value']} – {level['label']}" for level in questionnaire.settings["level"]]
    return {row.id: row for row in questionnaire.rows}, labels


def make(job: dict[str, Any]) -> list[dict[str, Any]]:
    rows, _ = read(job["edition"])
    entries, _, _ = drawn(job["edition"], "gemeente", SEED)
    answered = [
        (row_id, header)
        for row_id, entry in entries.items()
        for header in entry
        if rows[row_id].kind != "capacity" and (header != "Antwoord" or rows[row_id].kind not in ("share",))
    ]
    by_kind: dict[str, list[tuple[str, str]]] = {}
    for row_id, header in answered:
        by_kind.setdefault(rows[row_id].kind, []).append((row_id, header))
    rng = random.Random(SEED)
    changes = []
    for index in range(job["number"]):
        # Most questions ask for a level; numbers can be written in more ways.
        row_id, header = rng.choice(by_kind[rng.choice(sorted(by_kind))])
        value = rng.choice(FITTING[rows[row_id].kind] if index % 2 else VALUES)
        change = (index, row_id, header, value, rng.choice(FORMATS), rng.choice(LOOKS))
        if index % ROUNDED == 0:
            row_id, header = rng.choice(by_kind["share"])
            change = (index, row_id, header, rng.choice(DECIMALS), rng.choice(ROUNDING), "plain")
        changes.append(change)
    parts = [changes[first::PROCESSES] for first in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        made = [each for part in pool.map(partial(make_all, job), parts) for each in part]
    return [each for _, each in sorted(made, key=lambda each: each[0])]


def make_all(job: dict[str, Any], changes: list[tuple[Any, ...]]) -> list[tuple[int, dict[str, Any]]]:
    rows, labels = read(job["edition"])
    entries, _, theme = drawn(job["edition"], "gemeente", SEED)
    # Opening a workbook takes longer than anything else here, so each change is undone.
    book = filled(job["template"], "gemeente", entries, theme)
    cells = question_cells(book)
    made = []
    for index, row_id, header, value, form, look in changes:
        entry = entries[row_id]
        path = Path(job["folder"], f"{index}.xlsx")
        beside(book, "Gemeente").value = f"Variatie {index}"
        cell = cells[row_id][header]
        sheet = cell.parent
        before = cell.value, cell.number_format, copy(cell.font)
        cell.value, cell.number_format = value, form
        merged = f"{cell.offset(row=-1).coordinate}:{cell.coordinate}"
        if look == "struck":
            cell.font = Font(strike=True)
        elif look == "in a hidden row":
            sheet.row_dimensions[cell.row].hidden = True
        elif look == "under a merged cell":
            sheet.merged_cells.add(merged)
        book.save(path)
        cell.value, cell.number_format, cell.font = before
        if look == "in a hidden row":
            sheet.row_dimensions[cell.row].hidden = False
        elif look == "under a merged cell":
            sheet.merged_cells.remove(merged)
        stored = openpyxl.load_workbook(path, data_only=True, read_only=True)
        reread = next(stored[sheet.title].iter_rows(cell.row, cell.row, cell.column, cell.column))[0].value
        stored.close()
        other = entry.get({"Teller": "Noemer", "Noemer": "Teller"}.get(header, ""))
        blank = look == "under a merged cell" or reread is None or str(reread).strip("\u200b ") == ""
        visible = None if look == "struck" or blank else score(rows[row_id], header, labels, reread, other)
        change = {
            "municipality": f"Variatie {index}",
            "what": f"{value!r} as {form}, {look}",
            "sheet": sheet.title,
            "cell": cell.coordinate,
            "id": row_id,
            "header": header,
            "other": other,
            "blank": blank,
            "truth": isinstance(value, bool),
            "look": look,
            "openpyxl": visible,
        }
        made.append((index, change))
    return made


def shown_number(text: str) -> Any:
    """What LibreOffice shows, as a value if it is a number."""
    if found := SHOWN.fullmatch(text.strip()):
        return float(found[1].replace(".", "").replace(",", "."))
    return text


def score_shown(job: dict[str, Any]) -> list[Any]:
    rows, labels = read(job["edition"])
    return [
        score(rows[each["id"]], each["header"], labels, shown_number(each["shown"]), each["other"])
        for each in job["changed"]
    ]


def main() -> None:
    job = json.load(sys.stdin)
    json.dump(make(job) if job["task"] == "make" else score_shown(job), sys.stdout)


if __name__ == "__main__":
    main()
