"""Compares the JSON that `vergelijk` wrote with the figures computed here from the same workbooks."""

from __future__ import annotations

import argparse
import json
import sys
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from compare import differences
from comparison import comparison
from questionnaire import Questionnaire, load_questionnaire
from reading import labelled, read_workbook, text
from workbooks import Workbook

SHOWN = 40


def read(path: Path, editions: dict[int, Questionnaire], root: Path) -> tuple[int, Workbook] | None:
    """A workbook with the number of its edition."""
    book = load_workbook(path, read_only=True, data_only=True)
    edition = int(text(labelled(list(book["_meta"].iter_rows(values_only=True)))["edition"]))
    book.close()
    found = read_workbook(path, path.relative_to(root).as_posix(), editions[edition])
    return (edition, found) if found else None


REASONS = {"no_questions", "no_answers", "no_shared_question", "nobody_in_both", "no_match"}


def plain(document: dict[str, Any]) -> dict[str, Any]:
    """The program's document, with every reason replaced by the fact that there is one."""
    for region in document["regions"]:
        for change in region["changes"]:
            for step in change["steps"]:
                reason = step["not_comparable"]
                step["not_comparable"] = reason in REASONS
    return document


def sums(document: dict[str, Any]) -> tuple[int, int, list[str]]:
    """How many steps can be compared, how many cannot, and those whose parts do not add up."""
    compared, other, wrong = 0, 0, []
    for region in document["regions"]:
        for change in region["changes"]:
            for step in change["steps"]:
                if step["total"] is None:
                    other += 1
                    continue
                compared += 1
                parts = sum(step[part] for part in ("real", "availability", "respondents", "questions"))
                if abs(parts - step["total"]) > 1e-9:
                    wrong.append(f"{region['region']} {change['from']} step {step['number']}: parts come to {parts}")
    return compared, other, wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questionnaire", type=Path, nargs="+", required=True, help="folders of the editions")
    parser.add_argument("--regions", type=Path, required=True, help="folder with the workbooks")
    parser.add_argument("--comparison", type=Path, required=True, help="the JSON of `vergelijk`")
    options = parser.parse_args()

    editions = {edition.edition: edition for edition in map(load_questionnaire, options.questionnaire)}
    paths = sorted(options.regions.rglob("*.xlsx"))
    with Pool(2) as pool:
        books = pool.map(partial(read, editions=editions, root=options.regions), paths, chunksize=16)
    theirs = plain(json.loads(options.comparison.read_text(encoding="utf-8")))
    ours = comparison(editions, [book for book in books if book])
    compared, other, wrong = sums(theirs)
    found = list(differences(ours, theirs)) + wrong
    for line in found[:SHOWN]:
        print(line)
    pairs = sum(len(region["changes"]) for region in ours["regions"])
    print(f"{compared} steps compare, {other} do not")
    print(f"{pairs} pairs of years compared, {len(found)} differences")
    return 1 if found or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
