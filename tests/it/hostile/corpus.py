"""Builds the corpus, and packages with entries that are not what they declare."""

import io
import struct
import zipfile
from pathlib import Path

MIB = 1 << 20


class Corpus:
    """The files made so far, with the expected outcome for each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.expected: list[str] = []

    def add(self, name: str, content: bytes, code: str, word: str = "") -> None:
        (self.folder / name).write_bytes(content)
        self.expected.append(f"{name}\t{code}\t{word}\n")

    def finish(self) -> None:
        (self.folder / "expected.tsv").write_text("".join(self.expected), encoding="utf-8")


def package(parts: dict[str, bytes], level: int = 6) -> bytes:
    """A zip package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def parts_of(workbook: bytes) -> dict[str, bytes]:
    """All parts of a package."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def understated(workbook: bytes, name: str, size: int) -> bytes:
    """The package with another size declared for one entry."""
    changed = bytearray(workbook)
    for signature, offset, name_at in ((b"PK\x01\x02", 24, 46), (b"PK\x03\x04", 22, 30)):
        at = changed.find(signature)
        while at >= 0:
            if changed[at + name_at :].startswith(name.encode()):
                changed[at + offset : at + offset + 4] = struct.pack("<I", size)
            at = changed.find(signature, at + 4)
    return bytes(changed)


def wrong_checksum(workbook: bytes, name: str) -> bytes:
    """The package with another checksum declared for one entry."""
    changed = bytearray(workbook)
    for signature, offset, name_at in ((b"PK\x01\x02", 16, 46), (b"PK\x03\x04", 14, 30)):
        at = changed.find(signature)
        while at >= 0:
            if changed[at + name_at :].startswith(name.encode()):
                changed[at + offset : at + offset + 4] = b"\1\2\3\4"
            at = changed.find(signature, at + 4)
    return bytes(changed)
