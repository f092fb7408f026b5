"""Makes regions of two or three years, some of whose municipalities and questions change from year to year."""

from __future__ import annotations

import argparse
import random
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from filling import load_templates
from random_regions import RandomRegion

FIRST_YEARS = (2026, 2027)


def municipalities(rng: random.Random, before: list[str], others: list[str]) -> list[str]:
    """Most of those of the previous year, and occasionally a new one."""
    stayed = [name for name in before if rng.random() < 0.8]
    new = [name for name in others if name not in before and rng.random() < 0.3]
    return stayed + new or before[:1]


def merge(rng: random.Random, region: RandomRegion, before: list[str]) -> None:
    """Two or three municipalities of the previous year become one: a new one, or one of themselves."""
    if len(before) < 2 or rng.random() < 0.5:
        return
    merged = rng.sample(before, min(len(before), rng.choice([2, 2, 3])))
    name = rng.choice([merged[0], "Samenwold", "Nieuwstad"])
    others = [m for m in region.municipalities if m != name and (m not in merged or rng.random() < 0.05)]
    former = [m for m in merged if m != name or rng.random() < 0.5]
    if rng.random() < 0.1:
        former.append("Nergenshuizen")  # of which there is nothing
    region.former = {name: rng.choice([", ", ";", " ; "]).join(map(region.spaced, former))}
    if others and rng.random() < 0.2:
        region.former[rng.choice(others)] = former[-1]  # it counts at the first
    region.municipalities = [*others, name]
    rng.shuffle(region.municipalities)


def make_region(n: int, options: argparse.Namespace) -> tuple[int, int]:
    """Writes one region and returns its numbers of workbooks and of changes."""
    rng = random.Random(f"{options.seed}-years-{n}")
    editions = list(zip(options.questionnaire, options.templates))
    year = rng.choice(FIRST_YEARS)
    number = rng.choice([2, 2, 3])
    before: list[str] = []
    books = 0
    for turn in range(number):
        # Usually from the earlier edition to the later one, sometimes the other way round or neither.
        latest = rng.random() < (0.2, 0.7, 0.8)[turn]
        questionnaire, templates = load_templates(*editions[latest])
        region = RandomRegion(n, int(f"{options.seed}{turn}"), False, questionnaire)
        if before:
            region.municipalities = municipalities(rng, before, region.municipalities)
            merge(rng, region, before)
            region.inhabitants = {name: None for name in region.municipalities}
        region.year = year
        before = region.municipalities
        folder = options.out / f"r{n:03}-{year}"
        folder.mkdir(parents=True)
        made = region.submissions(templates["gemeente"].rows(), templates["regio"].rows())
        for kind, submission in made:
            templates[kind].save(submission, folder)
        books += len(made)
        year += rng.choice([1, 1, 1, 2])
    return books, number - 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questionnaire", type=Path, nargs=2, required=True, help="folders of two editions, in order")
    parser.add_argument("--templates", type=Path, nargs=2, required=True, help="folders with their blank workbooks")
    parser.add_argument("--out", type=Path, required=True, help="folder to make the regions in")
    parser.add_argument("--count", type=int, default=100, help="number of regions")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    with Pool(2) as pool:
        made = list(pool.imap_unordered(partial(make_region, options=options), range(1, options.count + 1)))
    books, changes = (sum(column) for column in zip(*made))
    print(f"{options.count} regions, {books} workbooks, {changes} pairs of years")


if __name__ == "__main__":
    main()
