"""Makes a picture of the upper part of the first page of a sheet in a printed workbook, without the white around it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pages import few_colours, page_of, sheets

RESOLUTION = 150
# The part of the page above its footer.
ABOVE_FOOTER = 0.93
# Pixels of white that are left around what is shown.
MARGIN = 12


def main() -> None:
    job = json.load(sys.stdin)
    page = dict(sheets(job["open"]))[job["sheet"]]
    drawn = page_of(job["open"], page, RESOLUTION)
    upper = drawn.crop((0, 0, drawn.width, round(drawn.height * min(job["upper"], ABOVE_FOOTER))))
    # What is not white is what differs from white.
    shown = upper.convert("L").point(lambda value: 255 - value).getbbox()
    if shown is None:
        sys.exit(f"{job['sheet']} has nothing on its first page")
    left, top, right, bottom = shown
    around = (left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN)
    cut = upper.crop((max(around[0], 0), max(around[1], 0), min(around[2], upper.width), min(around[3], upper.height)))
    few_colours(cut).save(Path(job["store"]), optimize=True)
    json.dump({"width": cut.width, "height": cut.height}, sys.stdout)


if __name__ == "__main__":
    main()
