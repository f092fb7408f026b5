"""Types texts in cells of a sheet with openpyxl; what looks like 31-03-2027 becomes a real date, as Excel makes it."""

from __future__ import annotations

import datetime
import json
import re
import sys

from openpyxl import load_workbook


def main() -> None:
    job = json.load(sys.stdin)
    book = load_workbook(job["open"])
    sheet = book[job["sheet"]]
    for address, text in job["cells"].items():
        cell = sheet[address]
        if re.fullmatch(r"\d{1,2}-\d{1,2}-\d{4}", text):
            cell.value = datetime.datetime.strptime(text, "%d-%m-%Y").date()
            cell.number_format = "dd-mm-yyyy"
        else:
            cell.value = text
    book.save(job["store"])
    json.dump({}, sys.stdout)


if __name__ == "__main__":
    main()
