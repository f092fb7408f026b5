"""Hostile xlsx workbooks: a real one with one part changed."""

import io
import re
import zipfile

from corpus import MIB, Corpus, package, parts_of, understated, wrong_checksum


class Xlsx:
    """A real workbook whose parts can be changed one by one."""

    SHEET = "xl/worksheets/sheet2.xml"
    STRINGS = "xl/sharedStrings.xml"
    STYLES = "xl/styles.xml"
    WORKBOOK = "xl/workbook.xml"

    def __init__(self, base: bytes) -> None:
        self.parts = parts_of(base)

    def with_part(self, name: str, content: bytes, level: int = 6) -> bytes:
        return package({**self.parts, name: content}, level)

    def changed(self, name: str, pattern: bytes, replacement: bytes) -> bytes:
        old = self.parts[name]
        new, times = re.subn(pattern, lambda _: replacement, old, count=1, flags=re.DOTALL)
        if times != 1:
            raise SystemExit(f"{name} has no {pattern!r}")
        return self.with_part(name, new)

    def with_rows(self, rows: bytes, level: int = 6) -> bytes:
        """Rows to add at the end of a sheet."""
        new = self.parts[self.SHEET].replace(b"</sheetData>", rows + b"</sheetData>")
        return self.with_part(self.SHEET, new, level)


def inline(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def xlsx_files(corpus: Corpus, base: bytes) -> None:
    book = Xlsx(base)
    row = b'<row r="5000">%s</row>'

    corpus.add(
        "xlsx-far-apart.xlsx",
        book.with_rows(row % b'<c r="A5000"><v>1</v></c>' + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "-",
    )
    corpus.add("xlsx-off-the-grid.xlsx", book.with_rows(row % b'<c r="XFE5000"><v>1</v></c>'), "W06", "raster")
    corpus.add("xlsx-row-off-the-grid.xlsx", book.with_rows(b'<row r="99999999"/>'), "W06", "raster")
    corpus.add("xlsx-column-overflows.xlsx", book.with_rows(row % b'<c r="ZZZZZZZZZ1"><v>1</v></c>'), "W06", "raster")
    corpus.add("xlsx-reference-of-letters.xlsx", book.with_rows(row % b'<c r="AA"><v>1</v></c>'), "W06", "raster")
    corpus.add(
        "xlsx-promised-strings.xlsx",
        book.changed(book.STRINGS, rb'uniqueCount="\d+"', b'uniqueCount="1000000000"'),
        "W05",
        "verschillende teksten",
    )
    corpus.add(
        "xlsx-more-strings-than-fit.xlsx",
        book.changed(book.STRINGS, rb'uniqueCount="\d+"', b'uniqueCount="190000"'),
        "W04",
        "belooft",
    )
    corpus.add(
        "xlsx-many-strings.xlsx",
        book.changed(book.STRINGS, rb"</sst>", b"<si/>" * 3_000_000 + b"</sst>"),
        "W05",
        "verschillende teksten",
    )
    index = len(re.findall(rb"<si>|<si ", book.parts[book.STRINGS]))
    strings = book.parts[book.STRINGS].replace(b"</sst>", b"<si><t>" + b"x" * MIB + b"</t></si></sst>")
    cells = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>%d</v></c></row>' % (r, r, index) for r in range(5000, 25000))
    sheet = book.parts[book.SHEET].replace(b"</sheetData>", cells + b"</sheetData>")
    corpus.add(
        "xlsx-one-string-in-many-cells.xlsx",
        package({**book.parts, book.STRINGS: strings, book.SHEET: sheet}),
        "W05",
        "tekst in één cel",
    )
    strings = book.parts[book.STRINGS].replace(b"</sst>", b"<si><t>" + b"x" * 30_000 + b"</t></si></sst>")
    corpus.add(
        "xlsx-long-string-in-many-cells.xlsx",
        package({**book.parts, book.STRINGS: strings, book.SHEET: sheet}),
        "W05",
        "4 MB tekst",
    )
    rows = "".join(f'<row r="{r}">{inline(f"A{r}", "y" * 30_000)}</row>' for r in range(5000, 5140))
    corpus.add("xlsx-much-inline-text.xlsx", book.with_rows(rows.encode()), "W05", "4 MB tekst")
    rows = b"".join(b'<row r="%d">%s</row>' % (r, b"<c><v>1</v></c>" * 500) for r in range(5000, 5600))
    corpus.add("xlsx-many-cells.xlsx", book.with_rows(rows), "W05", "gevulde cellen")
    corpus.add("xlsx-many-empty-cells.xlsx", book.with_rows(row % (b"<c/>" * 800_000)), "-")
    corpus.add("xlsx-large-sheet.xlsx", book.with_rows(b"<row/>" * 4_000_000, 9), "W05", "één onderdeel")
    corpus.add(
        "xlsx-huge-sheet.xlsx",
        book.with_part(book.SHEET, b"<worksheet><sheetData>" + b" " * (120 * MIB), 9),
        "W05",
        "uitgepakt",
    )
    corpus.add(
        "xlsx-huge-strings.xlsx",
        book.with_part(book.STRINGS, b"<sst>" + b"<si><t>a</t></si>" * (6 * MIB) + b"</sst>", 9),
        "W05",
        "uitgepakt",
    )
    huge = book.with_part(book.SHEET, b"<worksheet><sheetData>" + b" " * (300 * MIB), 9)
    corpus.add("xlsx-understated-size.xlsx", understated(huge, book.SHEET, 5000), "W04", "uit te pakken")
    corpus.add("xlsx-wrong-checksum.xlsx", wrong_checksum(base, book.SHEET), "W04", "controlesom")
    lists = [name for name in book.parts if name.startswith("xl/worksheets/sheet")][-1]
    corpus.add("xlsx-wrong-checksum-elsewhere.xlsx", wrong_checksum(base, lists), "W04", "controlesom")
    corpus.add("xlsx-truncated.xlsx", base[: len(base) // 2], "W04", "afgebroken")
    corpus.add("xlsx-without-first-kilobyte.xlsx", b"PK\x03\x04" + base[1028:], "W04")
    corpus.add("xlsx-unclosed-sheet.xlsx", book.changed(book.SHEET, rb"</sheetData>.*", b""), "W04", "gevormd")
    corpus.add("xlsx-unclosed-cell.xlsx", book.with_rows(row % b'<c r="A5000"><v>1</v>'), "W04", "gevormd")
    corpus.add(
        "xlsx-cell-in-a-cell.xlsx",
        book.with_rows(row % b'<c r="A5000"><is><c r="B5000"><v>1</v></c></is></c>'),
        "W04",
        "binnen een andere cel",
    )
    corpus.add("xlsx-deep.xlsx", book.with_rows(b"<a>" * 300_000 + b"</a>" * 300_000), "W05", "geneste")
    corpus.add("xlsx-string-that-is-not-there.xlsx", book.with_rows(row % b'<c t="s"><v>99999999</v></c>'), "W14")
    corpus.add("xlsx-unknown-kind-of-cell.xlsx", book.with_rows(row % b'<c t="zz"><v>1</v></c>'), "W14")
    corpus.add("xlsx-spill.xlsx", book.with_rows(row % b'<c r="A5000" t="e"><v>#SPILL!</v></c>'), "-")
    corpus.add(
        "xlsx-extension-in-a-cell.xlsx",
        book.with_rows(row % b'<c r="A5000"><v>1</v><extLst><ext uri="x"><y/></ext></extLst></c>'),
        "-",
    )
    corpus.add("xlsx-not-a-number.xlsx", book.with_rows(row % b'<c r="A5000"><v>NaN</v></c><c><v>INF</v></c>'), "-")
    corpus.add(
        "xlsx-shared-formula.xlsx",
        book.with_rows(row % b'<c r="A5000"><f t="shared" ref="A1:B2" si="99999999999">A1</f><v>1</v></c>'),
        "-",
    )
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (c, b"&%c;" % (c - 1) * 10) for c in b"bcdefghij"
    )
    corpus.add(
        "xlsx-entity-bomb.xlsx",
        book.with_part(book.STRINGS, bomb + b"]><sst><si><t>&j;</t></si></sst>"),
        "W04",
        "documenttype",
    )
    outside = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>'
    corpus.add("xlsx-outside-entity.xlsx", book.with_part(book.STRINGS, outside), "W04", "documenttype")
    corpus.add(
        "xlsx-utf-16.xlsx",
        book.with_part(book.STRINGS, '<?xml version="1.0" encoding="UTF-16"?><sst/>'.encode("utf-16")),
        "W14",
        "tekst",
    )
    font = b'<font><name val="' + b"f" * MIB + b'"/></font>'
    corpus.add(
        "xlsx-long-font-name.xlsx",
        book.changed(book.STYLES, rb"<font>.*?</font>", font),
        "W05",
        "opmaak",
    )
    corpus.add(
        "xlsx-many-styles.xlsx",
        book.changed(book.STYLES, rb"</cellXfs>", b'<xf numFmtId="0"/>' * 200_000 + b"</cellXfs>"),
        "W05",
        "celopmaken",
    )
    sheet_tag = re.search(rb"<sheet [^>]*>", book.parts[book.WORKBOOK])
    corpus.add(
        "xlsx-one-part-for-many-sheets.xlsx",
        book.changed(book.WORKBOOK, rb"</sheets>", (sheet_tag.group(0) * 5_000) + b"</sheets>"),
        "W05",
        "bladen",
    )
    corpus.add("xlsx-very-many-empty-cells.xlsx", book.with_rows(row % (b"<c/>" * 3_000_000)), "W05", "alle bladen")
    large = book.parts[book.SHEET].replace(b"</sheetData>", b"<row/>" * 2_000_000 + b"</sheetData>")
    workbook = book.parts[book.WORKBOOK].replace(b"</sheets>", sheet_tag.group(0) * 60 + b"</sheets>")
    corpus.add(
        "xlsx-one-large-part-for-many-sheets.xlsx",
        package({**book.parts, book.SHEET: large, book.WORKBOOK: workbook}),
        "W05",
        "alle bladen",
    )
    corpus.add(
        "xlsx-many-names.xlsx",
        book.changed(
            book.WORKBOOK,
            rb"</sheets>",
            b"</sheets><definedNames>" + b'<definedName name="a">1</definedName>' * 30_000 + b"</definedNames>",
        ),
        "W05",
        "namen",
    )
    corpus.add(
        "xlsx-many-entries.xlsx",
        package({**book.parts, **{f"xl/media/{i}.png": b"" for i in range(5_000)}}),
        "W05",
        "onderdelen",
    )
    doubled = io.BytesIO(base)
    with zipfile.ZipFile(doubled, "a") as archive:
        archive.writestr("XL/Workbook.xml", b"<workbook/>")
    corpus.add("xlsx-entry-twice.xlsx", doubled.getvalue(), "W04", "twee keer")
    corpus.add("xlsx-without-relations.xlsx", package({k: v for k, v in book.parts.items() if "_rels" not in k}), "W02")
    corpus.add("xlsx-over-20-mb.xlsx", base + bytes(21 * MIB), "W05", "20 MB")
    questions = sorted(set(re.findall(r"[A-Z]{3}-[0-9]{2}", book.parts[book.STRINGS].decode())))
    header = '<row r="5000">' + inline("A5000", "ID") + inline("B5000", "Antwoord") + "</row>"
    strings = book.parts[book.STRINGS].replace(b"</sst>", b"<si><t>" + b"ONBEKEND-" * 6 + b"</t></si></sst>")
    rows = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>%d</v></c></row>' % (r, r, index) for r in range(5001, 53_000))
    sheet = book.parts[book.SHEET].replace(b"</sheetData>", header.encode() + rows + b"</sheetData>")
    corpus.add(
        "xlsx-many-unknown-questions.xlsx",
        package({**book.parts, book.STRINGS: strings, book.SHEET: sheet}),
        "-",
    )
    rows = header + "".join(
        f'<row r="{r}">{inline(f"A{r}", name)}{inline(f"B{r}", "z" * 30_000)}</row>' for r, name in enumerate(questions[:120], 5001)
    )
    corpus.add("xlsx-long-answers.xlsx", book.with_rows(rows.encode()), "W30")
