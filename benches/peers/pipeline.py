"""What one would write in Python instead of ketenscan: read workbooks, score, write a report as xlsx and as JSON.

The scoring is that of `tests/independent`, which agrees with ketenscan to 1e-9; the reading goes by openpyxl in its
streaming mode, or by python-calamine; the report is written by XlsxWriter. One process, unless `--processes` says more.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import xlsxwriter

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "independent"))

from compare import slug  # noqa: E402
from questionnaire import Questionnaire, load_questionnaire  # noqa: E402
from reading import Grid, grids_by_openpyxl, read_workbook  # noqa: E402
from report import report  # noqa: E402
from workbooks import Workbook  # noqa: E402


def grids_by_calamine(path: Path) -> dict[str, Grid]:
    """The values of each sheet, from A1 on."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    sheets = ((name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names)
    return {name: [[whole(value) for value in cells] for cells in rows] for name, rows in sheets}


def whole(value: Any) -> Any:
    """A whole number as an int, as openpyxl returns it."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


READERS: dict[str, Callable[[Path], dict[str, Grid]]] = {"openpyxl": grids_by_openpyxl, "calamine": grids_by_calamine}


def read_one(path: Path, questionnaire: Questionnaire, reader: str) -> Workbook | None:
    return read_workbook(path, path.as_posix(), questionnaire, READERS[reader])


def read_all(paths: list[Path], questionnaire: Questionnaire, reader: str, processes: int) -> list[Workbook]:
    read = partial(read_one, questionnaire=questionnaire, reader=reader)
    if processes == 1:
        return [book for path in paths if (book := read(path))]
    with Pool(processes) as pool:
        return [book for book in pool.imap(read, paths, chunksize=8) if book]


Table = Iterable[dict[str, Any]]


def plain(value: Any) -> Any:
    """A value in a form that a cell can store."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value


def write_table(book: xlsxwriter.Workbook, name: str, rows: Table, header: Any) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for at, row in enumerate(rows):
        if at == 0:
            sheet.write_row(0, 0, list(row), header)
        sheet.write_row(at + 1, 0, [plain(value) for value in row.values()])


def write_chart(book: xlsxwriter.Workbook, sheet: str, names: int, rows: int, title: str) -> None:
    """Scores as columns, norms as a line; both sheets have them in the same columns."""
    columns, line = book.add_chart({"type": "column"}), book.add_chart({"type": "line"})
    for chart, figures in ((columns, 3), (line, 6)):
        chart.add_series(
            {"categories": [sheet, 1, names, rows, names], "values": [sheet, 1, figures, rows, figures]}
        )
    columns.combine(line)
    columns.set_title({"name": title})
    book.get_worksheet_by_name(sheet).insert_chart(rows + 2, 1, columns)


def origin(questionnaire: Questionnaire, books: list[Workbook]) -> Table:
    """Every answer used."""
    for book in books:
        for row in questionnaire.rows:
            if row.id in book.answers:
                yield {
                    "gemeente": book.municipality or book.region,
                    "perspectief": book.perspective,
                    "vraag": row.id,
                    "antwoord": str(book.answers[row.id]),
                    "bestand": book.file,
                }


def write_report(path: Path, figures: dict[str, Any], questionnaire: Questionnaire, books: list[Workbook]) -> None:
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        header = book.add_format({"bold": True})
        write_table(book, "Samenvatting", [figures["chain"]], header)
        for name, key in (
            ("Stappen", "steps"),
            ("Thema's", "themes"),
            ("Matrix", "matrix"),
            ("Verschijningsvormen", "practices"),
            ("Gemeenten", "municipalities"),
            ("Gespreksagenda", "agenda"),
            ("Vragen", "questions"),
            ("Witte vlekken", "white_spots"),
            ("Datakwaliteit", "inputs"),
        ):
            write_table(book, name, figures[key], header)
        write_table(book, "Verbeterplan", ({"vraag": row} for row in figures["plan"]), header)
        write_table(book, "Herkomst", origin(questionnaire, books), header)
        write_chart(book, "Stappen", 2, len(figures["steps"]), "Score en norm per stap")
        write_chart(book, "Thema's", 1, len(figures["themes"]), "Score en norm per thema")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the filled-in workbooks, of any number of regions and years")
    parser.add_argument("--questionnaire", type=Path, required=True, help="folder of the edition")
    parser.add_argument("--reader", choices=sorted(READERS), default="openpyxl")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("-o", "--out", type=Path, required=True)
    options = parser.parse_args()

    questionnaire = load_questionnaire(options.questionnaire)
    books = read_all(sorted(options.folder.rglob("*.xlsx")), questionnaire, options.reader, options.processes)
    groups: dict[tuple[str, int], list[Workbook]] = defaultdict(list)
    for book in books:
        groups[book.region, book.year].append(book)
    options.out.mkdir(parents=True, exist_ok=True)
    for (region, year), own in sorted(groups.items()):
        figures = report(questionnaire, own, "equal")
        stem = f"{slug(region)}-{year}"
        (options.out / f"{stem}.json").write_text(json.dumps(figures, ensure_ascii=False), encoding="utf-8")
        write_report(options.out / f"{stem}.xlsx", figures, questionnaire, own)


if __name__ == "__main__":
    main()
