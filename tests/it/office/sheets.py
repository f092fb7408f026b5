"""Finds the cells of our workbooks in LibreOffice by their words, as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

STANDARD_LIST = 1  # com.sun.star.sheet.TableValidationVisibility.UNSORTED: shown, in the order given
FORMULA_ERRORS = 4  # com.sun.star.sheet.FormulaResult.ERROR


Values = tuple[tuple[Any, ...], ...]


def used(sheet: Any) -> Values:
    """The values of a sheet, row by row from A1."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress
    values: Values = sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow).getDataArray()
    return values


def tables(document: Any, *headers: str) -> Iterator[tuple[Any, dict[str, int], int, Values]]:
    """Each table with these headers: its sheet, the column of each header, its first row and the sheet's values."""
    for sheet in document.sheets():
        values = used(sheet)
        for number, row in enumerate(values):
            if set(headers) <= set(row):
                columns = {text: index for index, text in enumerate(row) if isinstance(text, str) and text}
                yield sheet, columns, number + 1, values
                break


def question_rows(document: Any) -> dict[str, dict[str, Any]]:
    """The cells of each question, by id and then by header."""
    found: dict[str, dict[str, Any]] = {}
    for sheet, columns, first, values in tables(document, "ID", "Antwoord"):
        for number in range(first, len(values)):
            row_id = values[number][columns["ID"]]
            if row_id:
                found[row_id] = {name: sheet.getCellByPosition(column, number) for name, column in columns.items()}
    return found


def beside(document: Any, label: str) -> Any:
    """The cell to the right of the first cell in column A with this text."""
    for sheet in document.sheets():
        for number, row in enumerate(used(sheet)):
            if row[0] == label:
                return sheet.getCellByPosition(1, number)
    raise LookupError(f"no cell in column A says {label!r}")


def choices(document: Any, cell: Any) -> list[str]:
    """The choices in the cell's dropdown; none if it has no dropdown."""
    rule = cell.Validation
    if rule.Type.value != "LIST" or rule.ShowList != STANDARD_LIST:
        return []
    source = rule.getFormula1()
    if source.startswith('"'):
        return [item.strip('"') for item in source.split(";")]
    name, _, area = source.lstrip("$").partition(".")
    listed = document.model.Sheets.getByName(name.strip("'")).getCellRangeByName(area.replace("$", ""))
    return [row[0] for row in listed.getDataArray()]


def overview(document: Any) -> list[list[Any]]:
    """The table of `Overzicht` without its headers, as shown: step, rows, done, open, unknown, score."""
    headers = ["Stap", "Regels", "Klaar", "Open", "Weet ik niet", "Voorlopige score"]
    for _, columns, first, values in tables(document, *headers):
        rows = [[row[columns[header]] for header in headers] for row in values[first:]]
        return [row for row in rows if row[0]]
    raise LookupError("no table with the headers of Overzicht")


def formula_errors(document: Any) -> list[str]:
    """The cells in which a formula gives an error, including those on hidden sheets."""
    found = [sheet.queryFormulaCells(FORMULA_ERRORS).RangeAddressesAsString for sheet in document.sheets()]
    return [addresses for addresses in found if addresses]
