"""Opens a workbook in LibreOffice, stores it as PDF, and lists formulas that give an error.

With `whole`, sheets of which only the heading would be printed are printed in full.
"""

from __future__ import annotations

import json
import sys

from office import Document, Office
from sheets import formula_errors


def print_whole(document: Document) -> None:
    for sheet in document.sheets():
        if any(area.EndRow == 1 for area in sheet.getPrintAreas()):
            used = sheet.createCursor()
            used.gotoStartOfUsedArea(False)
            used.gotoEndOfUsedArea(True)
            sheet.setPrintAreas((used.getRangeAddress(),))


def main() -> None:
    job = json.load(sys.stdin)
    with Office() as office, office.open(job["open"]) as document:
        if job.get("whole"):
            print_whole(document)
        document.store(job["store"])
        json.dump({"formula_errors": formula_errors(document)}, sys.stdout)


if __name__ == "__main__":
    main()
