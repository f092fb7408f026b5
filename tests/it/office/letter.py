"""Opens letters in LibreOffice, which prints them, and in python-docx, which reads them; returns what was found."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

try:
    from docx import Document
except ImportError:
    sys.exit(f"{sys.executable} has no module docx: pip install python-docx")

LIMIT = 240


def printed(path: Path, folder: Path) -> dict[str, str]:
    """What pdfinfo says about the printed letter."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(convert, check=True, capture_output=True, timeout=LIMIT)
    pdf = folder / f"{path.stem}.pdf"
    if not pdf.is_file():
        sys.exit("LibreOffice printed nothing: install libreoffice-writer")
    told = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True).stdout.decode()
    return dict(re.findall(r"^([^:]+):\s+(.*)$", told, re.MULTILINE))


def read(path: Path) -> dict[str, Any]:
    document = Document(str(path))
    language = document.styles.element.xpath("w:docDefaults//w:lang/@w:val")
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    lists = [p.text for p in document.paragraphs if p.style.name == "List Number"]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return {
        "title": document.core_properties.title,
        "first": [document.paragraphs[0].style.name, document.paragraphs[0].text],
        "language": language,
        "headings": headings,
        "lists": lists,
        "tables": tables,
        "pictures": document.element.xpath("//wp:docPr/@descr"),
        "text": [p.text for p in document.paragraphs],
    }


def main() -> None:
    found = []
    for path in map(Path, json.load(sys.stdin)):
        with tempfile.TemporaryDirectory(prefix="ketenscan-letter-", ignore_cleanup_errors=True) as folder:
            facts = printed(path, Path(folder))
        found.append({"pages": facts["Pages"], "size": facts["Page size"], **read(path)})
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
