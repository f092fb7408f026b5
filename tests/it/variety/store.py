"""Opens workbooks in LibreOffice and stores each in other formats: [{"open", "store": [path, …]}, …]."""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "office"))

import office  # noqa: E402

office.LIMIT = 1800.0
office.FILTERS["xlsm"] = "Calc MS Excel 2007 VBA XML"


def main() -> None:
    jobs = json.load(sys.stdin)
    with office.Office() as program:
        for job in jobs:
            with program.open(job["open"]) as document:
                for path in job["store"]:
                    document.store(path)
    json.dump({}, sys.stdout)


if __name__ == "__main__":
    main()
