"""What LibreOffice shows in a cell of each workbook, which it also stores in other formats.

Reads [{"open", "sheet", "cell", "store": [path, …]}, …].
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "office"))

import office  # noqa: E402

office.LIMIT = 1800.0


def main() -> None:
    shown = []
    with office.Office() as program:
        for job in json.load(sys.stdin):
            with program.open(job["open"]) as document:
                sheet = document.model.Sheets.getByName(job["sheet"])
                shown.append(sheet.getCellRangeByName(job["cell"]).String)
                for path in job["store"]:
                    document.store(path)
    json.dump(shown, sys.stdout)


if __name__ == "__main__":
    main()
