"""Stores workbooks as openpyxl does: loads each and saves it in another folder, with the same path in it."""

from __future__ import annotations

import argparse
from multiprocessing import Pool
from pathlib import Path

from openpyxl import load_workbook


def store(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    load_workbook(source).save(target)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("books", type=Path)
    parser.add_argument("to", type=Path)
    options = parser.parse_args()
    books = sorted(options.books.rglob("*.xlsx"))
    with Pool() as pool:
        pool.starmap(store, [(book, options.to / book.relative_to(options.books)) for book in books], chunksize=8)
    print(f"{len(books)} workbooks in {options.to}")


if __name__ == "__main__":
    main()
