"""Fills in templates, changes them as people do, and rewrites them with XlsxWriter and pandas.

Task `make` reads {"folder", "edition", "templates": {role: path}} and stores every variation as
`<folder>/openpyxl/<role>-<variation>.xlsx`; task `rewrite` reads {"files": [{"open", "xlsxwriter", "pandas"}]}.
"""

from __future__ import annotations

import datetime
import json
import random
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOMS = Path(__file__).parent.parent
sys.path[:0] = [str(ROOMS.parent / "independent"), str(ROOMS / "office")]

try:
    import openpyxl
    import pandas
    import xlsxwriter
    from openpyxl.cell import Cell
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.comments import Comment
    from openpyxl.utils.datetime import CALENDAR_MAC_1904
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet
except ImportError as error:
    sys.exit(f"{sys.executable}: {error}; pip install -r tests/requirements.txt")

from closed_book import beside, header_row, question_cells  # noqa: E402
from random_answers import draw  # noqa: E402
from questionnaire import load_questionnaire  # noqa: E402
from scoring import answer_score  # noqa: E402
from workbooks import MISSING, NOT_APPLICABLE, UNKNOWN  # noqa: E402

LEVEL = re.compile(r"([0-4]) – (.+)")
LAST = "Voor wie"  # The last column for people; beyond it the sheet computes.
RETURN = "_x000D_\n"  # How xlsx writes what Windows types: \r\n.
PERSPECTIVE = {"gemeente": "Gemeente", "regio": "Regio"}

Found = dict[str, Any]


# ---------------------------------------------------------------- filling in


def filled(path: str, role: str, entries: dict[str, dict[str, Any]], theme: str) -> Workbook:
    book = openpyxl.load_workbook(path)
    beside(book, "Perspectief").value = PERSPECTIVE[role]
    beside(book, "Ingevuld door (functie)").value = "Beleidsadviseur"
    beside(book, "Datum").value = datetime.date(2026, 3, 2)
    beside(book, "Speerpunt 1").value = theme
    if role == "regio":
        beside(book, "1 Preventie").value = 72.5
    for row_id, cells in question_cells(book).items():
        for header, value in entries.get(row_id, {}).items():
            cells[header].value = value
        cells["Onderbouwing"].value = f"Werkafspraak bij {row_id}"
    return book


def drawn(edition: str, role: str, seed: int) -> tuple[dict[str, dict[str, Any]], dict[str, Any], str]:
    """What to fill in; the score of each row and the counts that a report should then have; a theme."""
    rng = random.Random(seed)
    questionnaire = load_questionnaire(Path(edition))
    settings = questionnaire.settings
    labels = [f"{level['value']} – {level['label']}" for level in settings["level"]]
    entries, scores = {}, {}
    counts = {"answered": 0, UNKNOWN: 0, NOT_APPLICABLE: 0, MISSING: 0}
    for row in questionnaire.rows:
        if row.role != role:
            continue
        content, entry = draw(row, labels, rng)
        counts[content if isinstance(content, str) and content in counts else "answered"] += 1
        score = answer_score(row, content)
        scores[row.id] = None if isinstance(score, str) else score
        # Half a pair would cause a warning.
        entries[row.id] = {} if content == MISSING else {key: number(value) for key, value in entry.items()}
    return entries, {"scores": scores, "counts": counts}, settings["theme"][2]["name"]


def number(text: str) -> Any:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return text


# ---------------------------------------------------------------- finding


def tables(book: Workbook) -> Iterator[tuple[Worksheet, dict[str, int], int]]:
    """Each sheet with questions, the column of each header and the row of the headers."""
    for sheet in book:
        table = header_row(sheet, "ID", "Antwoord")
        if table:
            yield sheet, *table


def given(book: Workbook, *headers: str) -> Iterator[Cell]:
    """The non-empty cells under these headers."""
    for cells in question_cells(book).values():
        yield from (cells[header] for header in headers if cells[header].value is not None)


def levels(book: Workbook) -> Iterator[tuple[Cell, str, str]]:
    """Each answer that is a level, with its number and label."""
    for cell in given(book, "Antwoord"):
        level = LEVEL.fullmatch(str(cell.value))
        if level:
            yield cell, level[1], level[2]


def first_level(book: Workbook, at_least: int = 1) -> tuple[str, dict[str, Cell]]:
    """Id and cells of the first question answered with this level."""
    for row_id, cells in question_cells(book).items():
        level = LEVEL.fullmatch(str(cells["Antwoord"].value))
        if level and int(level[1]) >= at_least:
            return row_id, cells
    raise LookupError("no level")


def open_up(sheet: Worksheet) -> None:
    """Removes the protection of a sheet."""
    sheet.protection.disable()
    sheet.data_validations.dataValidation.clear()
    sheet.conditional_formatting = type(sheet.conditional_formatting)()
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.auto_filter.ref = None


# ---------------------------------------------------------------- variations that say the same


def as_is(book: Workbook) -> None:
    pass


def filtered_rows(book: Workbook) -> None:
    """A filter is left on: only `4 – Geborgd` is shown."""
    for sheet, columns, above in tables(book):
        sheet.auto_filter.add_filter_column(columns["Antwoord"] - 1, ["4 – Geborgd"])
        for row in range(above + 1, sheet.max_row + 1):
            shown = sheet.cell(row, columns["Antwoord"]).value == "4 – Geborgd"
            sheet.row_dimensions[row].hidden = not shown


def hidden_columns(book: Workbook) -> None:
    for sheet, columns, _ in tables(book):
        for header in ("ID", "Antwoord", "Teller", "Noemer"):
            sheet.column_dimensions[openpyxl.utils.get_column_letter(columns[header])].hidden = True


def hidden_sheets(book: Workbook) -> None:
    book["Gegevens"].sheet_state = "hidden"
    for index, (sheet, _, _) in enumerate(tables(book)):
        if index != 3:
            sheet.sheet_state = ["hidden", "veryHidden"][index % 2]


def merged_cells(book: Workbook) -> None:
    """The introduction is merged over the whole width, and evidence with remark."""
    for sheet, columns, above in tables(book):
        sheet.protection.disable()
        sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=columns[LAST])
        for row in (above + 1, above + 2):
            start, end = columns["Onderbouwing"], columns["Opmerking"]
            sheet.merge_cells(start_row=row, end_row=row, start_column=start, end_column=end)


def relabelled(how: Callable[[str, str], Any]) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        for cell, level, label in levels(book):
            cell.value = how(level, label)

    return change


def numbers_as(point: str) -> Callable[[Workbook], None]:
    """Numbers are stored as text."""

    def change(book: Workbook) -> None:
        for cell in given(book, "Antwoord", "Teller", "Noemer"):
            if isinstance(cell.value, float):
                text = f"{cell.value:g}"
                # Three digits after a point could be thousands.
                text += "0" * bool(re.search(r"\.\d{3}$", text))
                cell.value = text.replace(".", point)
                cell.number_format = "@"

    return change


def number_formats(book: Workbook) -> None:
    """Numbers have a format with a word that contains the letters of a date format."""
    for cell, level, _ in levels(book):
        cell.value = int(level)
        cell.number_format = '0" – niveau dmy"'
    for cell in given(book, "Antwoord", "Teller", "Noemer"):
        if isinstance(cell.value, float):
            cell.number_format = '0.000" dagen";[Red]-0.0" dagen"'


def pasted_as_values(book: Workbook) -> None:
    """Every sheet with a table is pasted into a new one, without formulas, dropdowns and formats."""
    for sheet, columns, _ in list(tables(book)):
        fresh = book.create_sheet(index=book.index(sheet))
        for row in sheet.iter_rows(max_col=columns[LAST], values_only=True):
            fresh.append(row)
        name = sheet.title
        book.remove(sheet)
        fresh.title = name


def combined(headers: str) -> Callable[[Workbook], None]:
    """All tables are below one another on one sheet: whole sheets, tables with their headers, or under one header."""

    def change(book: Workbook) -> None:
        one = book.create_sheet("Alle vragen", 2)
        for index, (sheet, columns, above) in enumerate(list(tables(book))):
            first = {"sheets": 1, "tables": above, "once": above + bool(index)}[headers]
            for row in sheet.iter_rows(min_row=first, max_col=columns[LAST], values_only=True):
                one.append(row)
            book.remove(sheet)

    return change


def translated(book: Workbook) -> None:
    """Sheets are in another order, with translated names."""
    names = {
        "Toelichting": "Explanation",
        "Gegevens": "Details",
        "0 Randvoorwaarden": "0 Preconditions",
        "1 Preventie": "1 Prevention",
        "2 Vroegsignalering": "2 Early detection",
        "3 Advies": "3 Advice",
        "4 Melden": "4 Report",
        "5 Beschermen": "5 Protect",
        "6 Begeleiding en hulp": "6 Guidance and help",
        "7 Monitoring": "7 Monitoring ",
        "Speerpunten": "Priorities",
        "Overzicht": "Overview",
        "Gemeenten": "Municipalities",
        "Ambitie": "Ambition",
        "Kerncijfers": "Key figures",
    }
    for sheet in book:
        sheet.title = names.get(sheet.title, sheet.title)
    book.move_sheet("Overview", -book.index(book["Overview"]))
    book.move_sheet("Details", len(book.sheetnames))
    book.move_sheet("5 Protect", -4)


def formulas(book: Workbook) -> None:
    """Answers are formulas; their results are there once an office program has stored the file."""
    scratch = book.create_sheet("Rekenblad")
    for index, cell in enumerate(list(given(book, "Antwoord", "Teller", "Noemer")), start=1):
        source = scratch.cell(index, 1, cell.value)
        outcome = f"'Rekenblad'!{source.coordinate}"
        cell.value = f"={outcome}+0" if isinstance(source.value, float) else f'=IF(1=1,{outcome},"")'


def date_1904(book: Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904


def spaces(book: Workbook) -> None:
    """There are superfluous spaces, also around ids and headers."""
    for sheet, columns, above in tables(book):
        for row in sheet.iter_rows(min_row=above, max_col=columns["Noemer"]):
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = f" \u00a0{cell.value}\u00a0 "
    for label in ("Regio", "Perspectief"):
        beside(book, label).value += "\u00a0 "
    beside(book, "Speerpunt 1").value += " "


def inner_spaces(book: Workbook) -> None:
    """There are non-breaking spaces between words, as in text from a web page."""
    for cell in given(book, "Antwoord"):
        if isinstance(cell.value, str):
            cell.value = cell.value.replace(" ", "\u00a0")


def line_ends(book: Workbook) -> None:
    for cell in given(book, "Antwoord"):
        if isinstance(cell.value, str):
            cell.value += RETURN
    for cell in given(book, "Onderbouwing"):
        cell.value = f"Eerste regel{RETURN}tweede regel\n\nvierde regel"


def decomposed(book: Workbook) -> None:
    """Accents are decomposed, as macOS writes them."""
    for row in book["Gegevens"].iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = unicodedata.normalize("NFD", cell.value)
    if "Gemeenten" in book.sheetnames:
        for (cell,) in book["Gemeenten"].iter_rows(min_row=5, max_col=1):
            cell.value = cell.value and unicodedata.normalize("NFD", cell.value)


def meta_hidden(book: Workbook) -> None:
    book["_meta"].sheet_state = "hidden"


def meta_visible(book: Workbook) -> None:
    book["_meta"].sheet_state = "visible"
    book.move_sheet("_meta", -book.index(book["_meta"]))


def notes(book: Workbook) -> None:
    """There are other sheets before and after ours."""
    talk = book.create_sheet("Overleg 3 maart", 0)
    for row in [
        ["Aantekeningen overleg"],
        ["Gemeente", "nog terugbellen over vraag 3"],
        [None, None, "Wat is het juiste antwoord bij RVW-01?"],
        ["Actie", "Wie", "Wanneer"],
        ["Cijfers opvragen", "beleid", datetime.date(2026, 4, 1)],
        ["RVW-01", "3 – Geregeld", 0.5, True],
    ]:
        talk.append(row)
    sums = book.create_sheet("Telling")
    sums.append(["ID", "Naam", "Aantal"])
    sums.append(["PRE-01", "voorbeeld", 12])
    sums.append(["Samen", None, "=SUM(C2:C2)"])
    book.create_sheet("Blad1")


def columns_reordered(book: Workbook) -> None:
    """The columns of each table are in reverse order."""
    for sheet, columns, above in tables(book):
        open_up(sheet)
        last = columns[LAST]
        for row in range(above, sheet.max_row + 1):
            cells = [sheet.cell(row, column) for column in range(1, last + 1)]
            held = [cell.value for cell in cells]
            for cell, value in zip(cells, reversed(held), strict=True):
                cell.value = value


def rows_inserted(book: Workbook) -> None:
    """There are empty rows above the headers and between the questions."""
    for sheet, columns, above in tables(book):
        open_up(sheet)
        rows = [list(row) for row in sheet.iter_rows(min_row=above, max_col=columns[LAST], values_only=True)]
        sheet.delete_rows(above, sheet.max_row)
        row = above + 3
        for values in rows:
            for column, value in enumerate(values, start=1):
                sheet.cell(row, column, value)
            row += 2


def comments(book: Workbook) -> None:
    """Every answer has a comment, which is not part of it."""
    for cell in given(book, "Antwoord", "Teller", "Noemer"):
        cell.comment = Comment("Klopt dit? 1 – Ad hoc leek ons beter.", "Collega")


def rich_text(book: Workbook) -> None:
    """Half of each answer is bold."""
    for cell in given(book, "Antwoord"):
        if isinstance(cell.value, str):
            head, tail = cell.value[:3], cell.value[3:]
            cell.value = CellRichText(head, TextBlock(InlineFont(b=True), tail))


HONEST: dict[str, Callable[[Workbook], None]] = {
    "as-is": as_is,
    "filtered-rows": filtered_rows,
    "hidden-columns": hidden_columns,
    "hidden-sheets": hidden_sheets,
    "merged-cells": merged_cells,
    "label-without-dash": relabelled(lambda level, label: f"{level} {label}"),
    "label-with-hyphen": relabelled(lambda level, label: f"{level} - {label.lower()}"),
    "level-with-comma": relabelled(lambda level, _: f"{level},0"),
    "level-as-number": relabelled(lambda level, _: int(level)),
    "level-as-text": relabelled(lambda level, _: level),
    "numbers-as-text": numbers_as(","),
    "numbers-as-text-with-point": numbers_as("."),
    "number-formats": number_formats,
    "pasted-as-values": pasted_as_values,
    "combined-whole-sheets": combined("sheets"),
    "combined-tables": combined("tables"),
    "combined-under-one-header": combined("once"),
    "translated-sheet-names": translated,
    "formulas": formulas,
    "date-1904": date_1904,
    "spaces": spaces,
    "inner-spaces": inner_spaces,
    "line-ends": line_ends,
    "decomposed-accents": decomposed,
    "meta-hidden": meta_hidden,
    "meta-visible": meta_visible,
    "notes-on-other-sheets": notes,
    "columns-reordered": columns_reordered,
    "rows-inserted": rows_inserted,
    "comments": comments,
    "rich-text": rich_text,
}


# ---------------------------------------------------------------- variations to be reported


def at(cell: Cell, question: str, code: str | None, hint: str = "") -> Found:
    """What the program should report. Without a code, any will do."""
    return {"sheet": cell.parent.title, "cell": cell.coordinate, "question": question, "code": code, "hint": hint}


def written_out(book: Workbook) -> Found:
    row_id, cells = first_level(book)
    label = cells["Antwoord"].value
    cells["Antwoord"].value = ["nul", "een", "twee", "drie", "vier"][int(label[0])]
    return at(cells["Antwoord"], row_id, "W30", label)


def beside_the_cell(book: Workbook) -> Found:
    row_id, cells = first_level(book)
    cells["Teller"].value = cells["Antwoord"].value
    cells["Antwoord"].value = None
    return at(cells["Teller"], row_id, None)


def copied_sheet(book: Workbook) -> Found:
    row_id, cells = first_level(book)
    copy = book.copy_worksheet(cells["ID"].parent)
    copy.title = "Kopie van blad"
    return at(copy[cells["ID"].coordinate], row_id, "W23", "Haal de kopie weg")


def became_a_date(book: Workbook) -> Found:
    for row_id, cells in question_cells(book).items():
        if isinstance(cells["Teller"].value, float):
            cells["Teller"].value = datetime.date(2026, 2, 1)
            cells["Teller"].number_format = "d-mmm"
            return at(cells["Teller"], row_id, "W40", "1/2")
    raise LookupError("no pair of numbers")


def level_became_a_date(book: Workbook) -> Found:
    row_id, cells = first_level(book)
    cells["Antwoord"].value = datetime.date(2026, 2, 1)
    cells["Antwoord"].number_format = "d-mmm"
    return at(cells["Antwoord"], row_id, "W40", "1/2")


def error_value(book: Workbook) -> Found:
    row_id, cells = first_level(book)
    cells["Antwoord"].value = "#N/A"
    return at(cells["Antwoord"], row_id, "W41", "opnieuw")


def no_outcome(book: Workbook) -> Found:
    row_id, cells = first_level(book)
    cells["Antwoord"].value = '=IF(1=1,"3 – Geregeld","")'
    return at(cells["Antwoord"], row_id, "W42", "Excel of LibreOffice")


REPORTED: dict[str, Callable[[Workbook], Found]] = {
    "written-out": written_out,
    "beside-the-cell": beside_the_cell,
    "copied-sheet": copied_sheet,
    "became-a-date": became_a_date,
    "level-became-a-date": level_became_a_date,
    "error-value": error_value,
    "no-outcome": no_outcome,
}


# ---------------------------------------------------------------- writing anew


def cells_of(path: str) -> Iterator[tuple[str, list[tuple[int, int, Any]], bool]]:
    """Each sheet's name and the contents of its cells, counted from 0; formulas as their results."""
    values = openpyxl.load_workbook(path, data_only=True)
    for sheet, outcomes in zip(openpyxl.load_workbook(path), values, strict=True):
        held = []
        for row in sheet.iter_rows():
            for cell in row:
                outcome = outcomes[cell.coordinate].value
                formula = cell.value if cell.data_type == "f" and outcome is not None else None
                if outcome is not None:
                    held.append((cell.row - 1, cell.column - 1, (formula, outcome)))
        yield sheet.title, held, values.epoch == CALENDAR_MAC_1904


def with_xlsxwriter(source: str, target: str) -> None:
    """A new workbook with the same cells and nothing else."""
    sheets = list(cells_of(source))
    with xlsxwriter.Workbook(target, {"date_1904": sheets[0][2], "constant_memory": True}) as book:
        day = book.add_format({"num_format": "d-mmm"})
        for name, held, _ in sheets:
            sheet = book.add_worksheet(name)
            for row, column, (formula, value) in held:
                if isinstance(value, str):
                    value = value.replace("_x000D_", "\r")
                if value == "#N/A":
                    sheet.write_formula(row, column, "=NA()", None, value)
                elif formula and name not in ("Overzicht", "Telling"):
                    sheet.write_formula(row, column, formula, None, value)
                elif isinstance(value, datetime.date):
                    sheet.write_datetime(row, column, value, day)
                else:
                    sheet.write(row, column, value)


def with_pandas(source: str, target: str) -> None:
    """What a script does: reads every sheet as a frame, and stores all frames."""
    frames = pandas.read_excel(source, sheet_name=None, header=None)
    with pandas.ExcelWriter(target, engine="openpyxl") as writer:
        for name, frame in frames.items():
            frame.to_excel(writer, sheet_name=name, header=False, index=False)


# ---------------------------------------------------------------- tasks


def make(job: dict[str, Any]) -> dict[str, Any]:
    """Stores every variation; lists what a report should contain, and what should be reported about the others."""
    folder = Path(job["folder"], "openpyxl")
    folder.mkdir(parents=True)
    result: dict[str, Any] = {"expected": {}, "honest": list(HONEST), "reported": {}}
    for seed, (role, template) in enumerate(job["templates"].items(), start=4):
        entries, expected, theme = drawn(job["edition"], role, seed)
        result["expected"][role] = expected
        if job["kind"] == "honest":
            for name, change in HONEST.items():
                book = filled(template, role, entries, theme)
                change(book)
                book.save(folder / f"{role}-{name}.xlsx")
        else:
            for name, spoil in REPORTED.items():
                book = filled(template, role, entries, theme)
                result["reported"][name] = spoil(book)
                book.save(folder / f"{role}-{name}.xlsx")
    return result


def rewrite(job: dict[str, Any]) -> dict[str, Any]:
    for files in job["files"]:
        with_xlsxwriter(files["open"], files["xlsxwriter"])
        with_pandas(files["open"], files["pandas"])
    return {}


def main() -> None:
    tasks = {"make": make, "rewrite": rewrite}
    job = json.load(sys.stdin)
    json.dump(tasks[job["task"]](job), sys.stdout)


if __name__ == "__main__":
    main()
