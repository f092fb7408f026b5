"""Opens a workbook in LibreOffice, stores it as PDF, and lists formulas that give an error."""

from __future__ import annotations

import json
import sys

from office import Office
from sheets import formula_errors


def main() -> None:
    job = json.load(sys.stdin)
    with Office() as office, office.open(job["open"]) as document:
        document.store(job["store"])
        json.dump({"formula_errors": formula_errors(document)}, sys.stdout)


if __name__ == "__main__":
    main()
