"""Turns the first page of every sheet of a printed report into a small picture."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

try:
    from PIL import Image
except ImportError:
    sys.exit(f"{sys.executable} has no module PIL: pip install pillow")

# Pixels per inch, and the number of colours: enough to be readable, few enough to store.
RESOLUTION = 100
COLOURS = 40
# The footer of every page.
FOOTER = re.compile(r"^(.+?)\s{2,}Blad (\d+) van \d+$", re.MULTILINE)


def sheets(pdf: str) -> list[tuple[str, int]]:
    """Each sheet with its first page, according to the footers."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True).stdout.decode()
    first: dict[str, int] = {}
    for page in text.split("\f"):
        footers = FOOTER.findall(page)
        if footers:
            name, number = footers[-1]
            first.setdefault(name.strip(), int(number))
    return list(first.items())


def page_of(pdf: str, page: int, resolution: int) -> Image.Image:
    """A page as a picture."""
    numbers = ["-f", str(page), "-l", str(page), "-r", str(resolution), "-png", "-singlefile"]
    drawn = subprocess.run(["pdftoppm", *numbers, pdf], check=True, capture_output=True).stdout
    return Image.open(io.BytesIO(drawn)).convert("RGB")


def few_colours(drawn: Image.Image) -> Image.Image:
    """A picture with few colours."""
    return drawn.quantize(COLOURS, dither=Image.Dither.NONE)


def main() -> None:
    job = json.load(sys.stdin)
    folder = Path(job["store"])
    folder.mkdir(parents=True, exist_ok=True)
    found = sheets(job["open"])
    for number, (name, page) in enumerate(found, 1):
        slug = re.sub(r"[^a-z]", "", name.lower())
        small = few_colours(page_of(job["open"], page, RESOLUTION))
        small.save(folder / f"{number:02}-{slug}.png", optimize=True)
    json.dump([name for name, _ in found], sys.stdout)


if __name__ == "__main__":
    main()
