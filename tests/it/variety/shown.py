"""What LibreOffice shows in a cell of each workbook, in the sheet exported to CSV; it also stores each in another format.

Reads [{"open", "sheet", "cell", "store"}, …].
"""

from __future__ import annotations

import csv
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "office"))

import office  # noqa: E402

office.LIMIT = 1800.0
FILTER = "Text - txt - csv (StarCalc)"


def exported(document: office.Document, number: int) -> list[list[str]]:
    """A sheet as CSV with contents as shown; sheets are numbered from 1."""
    # Comma, double quote, UTF-8, from the first line; quotes only where needed; the second `true`: as shown.
    choices = f"44,34,76,1,,0,false,true,true,false,false,{number}"
    with tempfile.TemporaryDirectory() as folder:
        target = office.url(Path(folder, "sheet.csv"))
        document.model.storeToURL(target, office.options(FilterName=FILTER, FilterOptions=choices))
        # LibreOffice adds the name of the sheet to that of the file.
        (path,) = Path(folder).iterdir()
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))


def main() -> None:
    shown = []
    with office.Office() as program:
        for job in json.load(sys.stdin):
            with program.open(job["open"]) as document:
                sheet = document.model.Sheets.getByName(job["sheet"])
                address = sheet.getCellRangeByName(job["cell"]).CellAddress
                shown.append(exported(document, address.Sheet + 1)[address.Row][address.Column])
                document.store(job["store"])
    json.dump(shown, sys.stdout)


if __name__ == "__main__":
    main()
