"""Opens a CSV file in LibreOffice, once for each set of import options, and prints the cells of the sheet."""

from __future__ import annotations

import json
import sys

from office import Document, Office, options, url
from sheets import used


def main() -> None:
    job = json.load(sys.stdin)
    opened = []
    with Office() as office:
        for chosen in job["options"]:
            how = options(FilterName="Text - txt - csv (StarCalc)", FilterOptions=chosen)
            model = office.desktop.loadComponentFromURL(url(job["open"]), "_blank", 0, how)
            with Document(office, model) as document:
                opened.append(used(document.sheets()[0]))
    json.dump(opened, sys.stdout)


if __name__ == "__main__":
    main()
