"""Makes the initial inputs for fuzzing in `corpus/`; with `--base`, the small workbooks in `base/` too.

Needs LibreOffice, and XlsxWriter for the small workbooks; `ketenscan` is the path of the binary.
"""

import argparse
import datetime
import subprocess
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
BASE = HERE / "base"
CORPUS = HERE / "corpus"
SEPARATOR = b"----"
# The order in which the first byte of an input for `guard` chooses one.
GUARDED = ["xlsx", "xlsb", "ods"]
# A longer part would take the fuzzer too long for what it learns from it.
MOST = 48 << 10

# Texts that people type, and texts that must not be passed on.
TEXTS = [
    "3 – Geregeld\nja\n\t3\t4\n\t1.000\t2,5\n14 dagen",
    "drie\ndeels?\nweet niet\t3\nn.v.t.\n-1",
    "Flevoland\n2026\nDuinstad\nVeilig Thuis\nbeleidsmedewerker\nRegie",
    "\t\t\tbel 06-12345678 of 020 123 45 67\tiemand@voorbeeld.example\n\t\t\tNL91 ABNA 0417 1643 00",
    "\t\t\tgeboren op 3 maart 2019, bsn 123456782\tVoorbeeldstraat 12b, 1234 AB\n\t\t\tmevrouw Voorbeeld en A.B. de Proef",
    "Huisartsen\tWijkteam\tScholen\tAls het loopt\tBeleidsadviseur\t31-12-2026\tLoopt",
    "#N/B\n1e3\nNaN\n0x10\n1,2,3\n12.500.000",
]


def convert(workbook: Path, form: str, folder: Path) -> Path:
    """The workbook as LibreOffice saves it in this format."""
    out = folder / form
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            out,
            workbook,
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return (out / workbook.name).with_suffix(f".{form}")


def as_xlsb(workbook: Path, xlsb: Path) -> Path:
    """The workbook converted to xlsb, which no free program does."""
    rewrite = ["cargo", "run", "--quiet", "--example", "as_xlsb", "--", workbook, xlsb]
    subprocess.run(rewrite, check=True, cwd=HERE)
    return xlsb


def make_base(folder: Path) -> None:
    """A workbook that answers the small questionnaire of the tests and has every kind of table and cell."""
    import xlsxwriter

    small = folder / "small.xlsx"
    book = xlsxwriter.Workbook(small, {"default_date_format": "d-m-yyyy"})

    def sheet(name: str, rows: list[list]) -> None:
        made = book.add_worksheet(name)
        for index, row in enumerate(rows):
            made.write_row(index, 0, row)

    sheet("_meta", [["format", "ketenscan/1"], ["kind", "gemeente"], ["questionnaire", "proef"], ["edition", 2030]])
    sheet(
        "Gegevens",
        [
            ["Regio", "Flevoland"],
            ["Gemeente", "Duinstad"],
            ["Jaar", 2030],
            ["Perspectief", "Gemeente"],
            ["Ingevuld door (functie)", "Beleidsmedewerker"],
            ["Datum", datetime.date(2030, 3, 1)],
            ["Speerpunt 1", "Regie"],
        ],
    )
    sheet(
        "5 Beschermen",
        [
            ["ID", "Vraag", "Antwoord", "Teller", "Noemer", "Onderbouwing", "Opmerking"],
            ["BES-01", "Is het geregeld?", "3 – Geregeld", None, None, "Plan, hoofdstuk 4"],
            ["BES-02", "Is er een nummer?", "Deels"],
            ["BES-03", "Hoeveel?", None, 3, 4],
            ["BES-04", "Hoeveel plekken?", None, "2,5", datetime.date(2030, 1, 2), None, True],
            ["BES-05", "Hoeveel dagen?", "=1+1", None, None, None, "=1/0"],
        ],
    )
    sheet(
        "Regio",
        [
            ["Gemeente", "Inwoners"],
            ["Duinstad", 12000],
            [],
            ["Stap", "Ambitie"],
            ["5 Beschermen", 75],
            [],
            ["Cijfer", "Verschijningsvorm", "Aantal"],
            ["Meldingen bij Veilig Thuis", "Huwelijksdwang", 7],
        ],
    )
    book.get_worksheet_by_name("Gegevens").merge_range("B9:C9", "", book.add_format({"bold": True}))
    book.get_worksheet_by_name("Gegevens").activate()
    book.get_worksheet_by_name("_meta").hide()
    book.close()
    BASE.mkdir(exist_ok=True)
    (BASE / "small.xlsx").write_bytes(small.read_bytes())
    for form in ("ods", "xls"):
        (BASE / f"small.{form}").write_bytes(convert(small, form, folder).read_bytes())
    as_xlsb(small, BASE / "small.xlsb")


def parts(workbook: Path) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(workbook) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def put(target: str, name: str, seed: bytes) -> None:
    """One seed."""
    folder = CORPUS / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(seed)


def put_parts(form: str, name: str, seed: bytes) -> None:
    """One seed for the target of this format, and for that of the guard alone."""
    put(form, name, seed)
    put("guard", f"{form}-{name}", bytes([GUARDED.index(form)]) + seed)


def put_package(form: str, name: str, workbook: Path) -> None:
    """Every part of a workbook separately, and together those that the small one has."""
    order = sorted(parts(BASE / f"small.{form}"))
    together = []
    for part, content in sorted(parts(workbook).items()):
        # Any further sheet replaces the third, which has questions.
        third = f"xl/worksheets/sheet3{Path(part).suffix}"
        sheet = part.startswith("xl/worksheets/sheet")
        place = part if part in order else third if sheet else None
        if place is None or len(content) > MOST:
            continue
        seed = bytes([order.index(place)]) + content
        put_parts(form, f"{name}-{part.replace('/', '_')}", seed)
        if place == part:
            together.append(seed)
    put_parts(form, f"{name}-whole", SEPARATOR.join(together))


def put_records(name: str, workbook: Path) -> None:
    """The workbook, and its records separately."""
    whole = workbook.read_bytes()
    if len(whole) > 4 * MOST:
        return
    put("xls", f"{name}-file", whole)
    # LibreOffice stores them contiguously, from this BOF record on.
    begin = whole.find(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    if begin >= 0:
        put("xls", f"{name}-records", whole[begin:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ketenscan", type=Path)
    parser.add_argument("--base", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        if arguments.base:
            make_base(folder)
        subprocess.run([arguments.ketenscan, "demo", "--stil", "-o", folder], check=True, stdout=subprocess.DEVNULL)
        books = [BASE / "small.xlsx", *(HERE.parent / "questionnaires" / "2026").glob("*.xlsx")]
        filled = folder / "ingevuld" / "voorbeeldland-2026"
        books += [filled / f"{name}.xlsx" for name in ("duinstad-gemeente", "voorbeeldland-regio")]
        for book in books:
            put_package("xlsx", book.stem, book)
            put_package("xlsx", f"{book.stem}-saved", convert(book, "xlsx", folder))
            put_package("ods", book.stem, convert(book, "ods", folder))
            put_records(book.stem, convert(book, "xls", folder))
            put_package("xlsb", book.stem, as_xlsb(book, folder / f"{book.stem}.xlsb"))
        for index, text in enumerate(TEXTS):
            put("text", str(index), text.encode())


if __name__ == "__main__":
    main()
