"""Copies one workbook of each municipality a number of times, each time to a region of another name.

What is copied stays a real workbook: only the region's name in its table of texts is another.
"""

from __future__ import annotations

import argparse
import re
import zipfile
from pathlib import Path

TEXTS = "xl/sharedStrings.xml"


def copy(source: Path, target: Path, suffix: str) -> None:
    """A copy in which the region, the text that ends in "(verzonnen)", has the suffix."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
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
    sources = sorted(options.books.rglob("*.xlsx"))
    for time in range(options.times):
        for source in sources:
            target = options.to / f"{time:03}" / source.relative_to(options.books)
            target.parent.mkdir(parents=True, exist_ok=True)
            copy(source, target, f"-{time:03}" if time else "")


if __name__ == "__main__":
    main()
