"""Compares the JSON that ketenscan wrote for each region with the figures computed here from the same workbooks."""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from questionnaire import Questionnaire, load_questionnaire
from reading import read_folder
from report import report

TOLERANCE = 1e-9
SHOWN_PER_REGION = 10
# In at least one of so many regions, one practice stalls at another step than the next.
REGIONS_PER_STALL = 10
IGNORED = {"generated_by", "sha256"}


def slug(name: str) -> str:
    """Lower case, hyphens, plain letters."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def differences(ours: Any, theirs: Any, path: str = "") -> Iterator[str]:
    """A sentence for each place where the two values differ."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        keys = [key for key in theirs if key not in IGNORED]
        if keys != list(ours):
            lacking, extra = [k for k in ours if k not in keys], [k for k in keys if k not in ours]
            what = f"lacking {lacking}, extra {extra}" if lacking or extra else f"in the order {keys}"
            yield f"{path or 'top'}: keys {what}"
        for key in ours:
            if key in theirs:
                yield from differences(ours[key], theirs[key], f"{path}.{key}" if path else key)
    elif isinstance(ours, list) and isinstance(theirs, list):
        if len(ours) != len(theirs):
            yield f"{path}: {len(ours)} entries expected, found {len(theirs)}"
        for index, (our, their) in enumerate(zip(ours, theirs)):
            yield from differences(our, their, f"{path}[{index}]")
    elif not same(ours, theirs, is_file=path.endswith(".file")):
        yield f"{path}: {ours!r} expected, found {theirs!r}"


def same(ours: Any, theirs: Any, is_file: bool) -> bool:
    if is_number(ours) and is_number(theirs):
        return abs(ours - theirs) <= TOLERANCE
    if is_file and isinstance(ours, str) and isinstance(theirs, str):
        return ours.split("/")[-1] == theirs.split("/")[-1]
    return type(ours) is type(theirs) and bool(ours == theirs)


@dataclass(frozen=True)
class Compared:
    region: str
    differences: list[str]
    has_report: bool = True
    stalls_differ: bool = False  # one practice stalls at another step than the next


def compare_region(folder: Path, questionnaire: Questionnaire, reports: Path) -> Compared:
    books = read_folder(folder, questionnaire)
    if not books:
        return Compared(folder.name, ["no workbooks"], has_report=False)
    path = reports / f"{slug(books[0].region)}-{books[0].year}.json"
    if all(book.blank for book in books):
        return Compared(folder.name, [f"a report of nothing: {path.name}"] if path.is_file() else [])
    if not path.is_file():
        return Compared(folder.name, [f"no report {path.name}"], has_report=False)
    theirs = json.loads(path.read_text(encoding="utf-8"))
    try:
        ours = report(questionnaire, books, theirs["weighting"])
    except ValueError as error:
        return Compared(folder.name, [str(error)])
    stalls = {practice["stalls_at"] for practice in ours["practices"]} - {None}
    return Compared(folder.name, list(differences(ours, theirs)), stalls_differ=len(stalls) > 1)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questionnaire", type=Path, required=True, help="folder of the edition")
    parser.add_argument("--regions", type=Path, required=True, help="folder with one sub-folder per region")
    parser.add_argument("--reports", type=Path, required=True, help="folder with the JSON files of `rapport`")
    options = parser.parse_args()

    questionnaire = load_questionnaire(options.questionnaire)
    folders = sorted(path for path in options.regions.iterdir() if path.is_dir())
    compare = partial(compare_region, questionnaire=questionnaire, reports=options.reports)
    with Pool(2) as pool:
        found = pool.map(compare, folders, chunksize=1)
    for each in found:
        for line in each.differences[:SHOWN_PER_REGION]:
            print(f"{each.region}: {line}")
        if (more := len(each.differences) - SHOWN_PER_REGION) > 0:
            print(f"{each.region}: and {more} more")
    compared = sum(each.has_report for each in found)
    total = sum(len(each.differences) for each in found)
    differ = sum(each.stalls_differ for each in found)
    print(f"in {differ} of them practices stall at different steps")
    print(f"{compared} regions compared, {total} differences")
    # Drawn regions in which every practice stalls at the same step would not compare where each does.
    return 1 if total or not compared or REGIONS_PER_STALL * differ < compared else 0


if __name__ == "__main__":
    sys.exit(main())
