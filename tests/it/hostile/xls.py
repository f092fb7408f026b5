"""Hostile compound files: xls workbooks built record by record, and other kinds of file."""

import re
import struct

from corpus import Corpus


def record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def xls_stream(sheets: list[bytes], strings: bytes = b"", extra: bytes = b"") -> bytes:
    """A workbook stream with these sheets; each is given as the records between its BOF and its end."""
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
    end = record(0x000A)
    def named(place: int, number: int) -> bytes:
        return record(0x0085, struct.pack("<IBB", place, 0, 0) + bytes([2, 0]) + b"s%d" % number)

    start = len(begin) + len(sheets) * len(named(0, 0)) + len(strings) + len(extra) + len(end)
    globals_, body = begin, b""
    for number_, sheet in enumerate(sheets):
        globals_ += named(start + len(body), number_)
        body += begin + sheet + end
    return globals_ + strings + extra + end + body


def compound(name: str, stream: bytes, loop: str = "") -> bytes:
    """A compound file with one stream; `loop` makes the chain of the directory or the stream endless."""
    stream = stream.ljust(4096, b"\0")
    size = 512
    data = -(-len(stream) // size)
    table = -(-(data + 2) // (size // 4 - 1))
    directory = data + table
    chain = [i + 1 for i in range(data)]
    chain[-1] = 0xFFFFFFFE
    chain += [0xFFFFFFFD] * table + [0xFFFFFFFE]
    if loop == "stream":
        chain[0] = 0
    if loop == "directory":
        chain[directory] = directory
    chain += [0xFFFFFFFF] * (table * (size // 4) - len(chain))
    listed = [data + i for i in range(table)] + [0xFFFFFFFF] * (109 - table)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHHHHH", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0)
    header += struct.pack("<9I", 0, table, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", *listed)

    def entry(name: str, kind: int, child: int, start: int, length: int) -> bytes:
        text = name.encode("utf-16-le")
        fields = struct.pack("<HBB3I", len(text) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
        return text.ljust(64, b"\0") + fields + bytes(36) + struct.pack("<IQ", start, length)

    entries = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry(name, 2, 0xFFFFFFFF, 0, len(stream))
    return header + stream.ljust(data * size, b"\0") + struct.pack(f"<{len(chain)}I", *chain) + entries.ljust(size, b"\0")


def number(row: int, column: int) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, 1.0))


def shared_strings(texts: list[bytes]) -> bytes:
    """The list of shared strings, with as many continuations as its length requires."""
    out, data = b"", struct.pack("<II", len(texts), len(texts))
    kind = 0x00FC
    for text in texts:
        data += struct.pack("<HB", len(text), 0)
        while text:
            room = 8000 - len(data)
            if room <= 0:
                out += record(kind, data)
                kind, data = 0x003C, b"\0"
                continue
            data, text = data + text[:room], text[room:]
    return out + record(kind, data)


def xls_files(corpus: Corpus) -> None:
    def xls(sheets: list[bytes], **more: bytes) -> bytes:
        return compound("Workbook", xls_stream(sheets, **more))

    one = number(0, 0)
    corpus.add("xls-foreign.xls", xls([one]), "W11")
    corpus.add("xls-far-apart.xls", xls([one + number(65535, 255)]), "W05", "eerste en de laatste")
    corpus.add("xls-beyond-its-columns.xls", xls([one + number(65535, 65535)]), "W05", "eerste en de laatste")
    corpus.add(
        "xls-promised-size.xls",
        xls([record(0x0200, struct.pack("<IIHHH", 0, 0xFFFFFFF0, 0, 0xFFFF, 0)) + one]),
        "W11",
    )
    corpus.add("xls-many-cells.xls", xls([b"".join(number(r, c) for r in range(2000) for c in range(60))]), "W05")
    cells = b"".join(record(0x00FD, struct.pack("<HHHI", r, 0, 0, 0)) for r in range(20_000))
    corpus.add(
        "xls-one-string-in-many-cells.xls",
        xls([cells], strings=shared_strings([b"x" * 30_000])),
        "W05",
        "4 MB tekst",
    )
    corpus.add(
        "xls-unfinished-strings.xls",
        xls([one], strings=record(0x00FC, struct.pack("<IIHB", 1, 1, 60_000, 0) + b"abc")),
        "W04",
        "tekstenlijst",
    )
    corpus.add(
        "xls-many-continued.xls",
        xls([one], strings=record(0x00FC, struct.pack("<II", 1, 1)) + record(0x003C) * 200_000),
        "W04",
        "stukken",
    )
    corpus.add("xls-endless-directory.xls", compound("Workbook", xls_stream([one]), loop="directory"), "W04", "afgebroken")
    corpus.add("xls-endless-stream.xls", compound("Workbook", xls_stream([one]), loop="stream"), "W04", "afgebroken")
    corpus.add("xls-truncated.xls", xls([one * 1000])[:6000], "W04")
    stream = xls_stream([one, one])
    second = [m.start() for m in re.finditer(re.escape(struct.pack("<HH", 0x0085, 10)), stream)][1]
    first_place = stream[second - 10 : second - 6]
    corpus.add(
        "xls-two-sheets-in-one-place.xls",
        compound("Workbook", stream[: second + 4] + first_place + stream[second + 8 :]),
        "W04",
        "dezelfde plaats",
    )
    corpus.add(
        "xls-sheet-beyond-the-end.xls",
        compound("Workbook", stream[: second + 4] + b"\xff\xff\xff\x7f" + stream[second + 8 :]),
        "W04",
        "begint niet",
    )
    corpus.add("xls-short-records.xls", xls([record(0x0006, b"\0" * 6)]), "W04", "te kort")
    corpus.add("xls-password.xls", xls([one], extra=record(0x002F, b"\1\0" + bytes(50))), "W03")
    corpus.add("xls-merged-cells.xls", xls([record(0x00E5, b"\xff\xff") + one]), "W11")
    corpus.add("xls-unfinished-sheet.xls", compound("Workbook", xls_stream([one])[:-4]), "W04", "afgebroken")
    corpus.add("encrypted.xlsx", compound("EncryptedPackage", b"\7" * 9000), "W03")
    corpus.add("word.doc", compound("WordDocument", b"\7" * 9000), "W02", "Word-document")
    corpus.add("message.msg", compound("__properties_version1.0", b"\7" * 9000), "W02", "e-mailbericht")
