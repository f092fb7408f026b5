"""Hostile xlsb workbooks, built record by record."""

import struct

from corpus import Corpus, package


def brt(kind: int, data: bytes = b"") -> bytes:
    """A record."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = len(data), b""
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 0x7F else 0)])
        length >>= 7
        if not length:
            return head + size + data


def wide(text: str) -> bytes:
    """A text with its length."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(sheet: bytes, strings: bytes = b"") -> bytes:
    """A workbook with one sheet, whose name makes it be read."""
    bundle = brt(0x9C, struct.pack("<II", 0, 1) + wide("rId1") + wide("_meta"))
    parts = {
        "xl/workbook.bin": brt(0x83) + brt(0x8F) + bundle + brt(0x90) + brt(0x9D, bytes(26)) + brt(0x84),
        "xl/_rels/workbook.bin.rels": b'<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.bin"/></Relationships>',
        "xl/worksheets/sheet1.bin": brt(0x81) + brt(0x94, bytes(16)) + brt(0x91) + sheet + brt(0x92) + brt(0x82),
    }
    if strings:
        parts["xl/sharedStrings.bin"] = strings
    return package(parts)


def xlsb_files(corpus: Corpus) -> None:
    row = brt(0x00, struct.pack("<I", 0) + bytes(13))

    def real(column: int) -> bytes:
        return brt(0x05, struct.pack("<IId", column, 0, 1.0))

    corpus.add("xlsb-foreign.xlsb", xlsb(row + real(0)), "W11")
    corpus.add("xlsb-off-the-grid.xlsb", xlsb(row + real(0x7FFFFFFF)), "W06", "raster")
    corpus.add("xlsb-many-cells.xlsb", xlsb(row + real(0) * 150_000), "W05", "gevulde cellen")
    corpus.add("xlsb-string-that-is-not-there.xlsb", xlsb(row + brt(0x07, struct.pack("<III", 0, 0, 9))), "W14", "tekst")
    corpus.add("xlsb-short-cell.xlsb", xlsb(brt(0x05, b"\0")), "W04", "kort")
    long_string = brt(0x13, b"\0" + wide("x" * 500_000))
    corpus.add(
        "xlsb-strings-from-remains.xlsb",
        xlsb(row + real(0), brt(0x9F, struct.pack("<II", 9, 1 << 30)) + long_string + brt(0x13) * 100_000 + brt(0xA0)),
        "W04",
        "te kort",
    )
    corpus.add("xlsb-endless-record.xlsb", xlsb(b"\x05\xff\xff\xff\x7f"), "W04", "records")
