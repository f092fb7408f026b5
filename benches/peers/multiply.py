"""Copies 342 workbooks of one year a number of times, each time to regions with other names.

The copies are real workbooks: only the region's name in the list of strings is different.
"""

from __future__ import annotations

import argparse
import re
import zipfile
from multiprocessing import Pool
from pathlib import Path

TEXTS = "xl/sharedStrings.xml"
NUMBER = 342


def copy(source: Path, target: Path, suffix: str) -> None:
    """A copy in which the region, such as "Regio 07 (verzonnen)", has the suffix."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == TEXTS and suffix:
                data = re.sub(rb"(<t[^>]*>Regio \d+)( \(verzonnen\)</t>)", rb"\g<1>" + suffix.encode() + rb"\g<2>", data)
            new.writestr(entry, data)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("books", type=Path, help="folder with the workbooks to copy, in folders by region")
    parser.add_argument("times", type=int)
    parser.add_argument("to", type=Path)
    options = parser.parse_args()
    # Of one year: those of the municipalities, and as many of their local teams as are needed.
    found = sorted(options.books.glob("*-2026/*-gemeente.xlsx")) + sorted(options.books.glob("*-2026/*-lokaal-team.xlsx"))
    books = found[:NUMBER]
    copies = [
        (source, options.to / f"{time:03}" / source.parent.name / source.name, f"-{time:03}" if time else "")
        for time in range(options.times)
        for source in books
    ]
    with Pool() as pool:
        pool.starmap(copy, copies, chunksize=16)
    print(f"{len(copies)} workbooks in {options.to}")


if __name__ == "__main__":
    main()
