"""Files that are not workbooks, with names that may suggest that they are."""

import zlib

from corpus import Corpus, package


def other_files(corpus: Corpus, base: bytes) -> None:
    html = b"<html><body><table><tr><td>ID</td><td>Antwoord</td></tr></table></body></html>"
    plain = [
        ("empty.xlsx", b"", "W01", "leeg"),
        ("zeros.xlsx", bytes(30_000), "W01", "nullen"),
        ("answers.csv", b"ID;Antwoord\nBES-01;3\nBES-02;2\n", "W02", "csv"),
        ("csv-named-xlsx.xlsx", "ID\tAntwoord\nBES-01\t3\n".encode("utf-16"), "W02", "csv"),
        ("letter.txt", "Beste collega,\nhierbij de antwoorden.\n".encode(), "W02", "tekstbestand"),
        ("web-page.xls", html, "W02", "webpagina"),
        ("excel-2003.xls", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "W02", "2003"),
        ("flat.fods", b'<?xml version="1.0"?>\n<office:document office:version="1.3"/>', "W02", "plat"),
        ("scan.pdf", b"%PDF-1.7\n" + bytes(100), "W02", "pdf"),
        ("letter.rtf", b"{\\rtf1 hallo}", "W02", "rtf"),
        ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(50), "W02", "afbeelding"),
        ("drive.gsheet", b'{"url": "https://docs.google.com/open?id=1"}', "W02", "Google"),
        ("mail.eml", b"From: a@example.org\nMIME-Version: 1.0\n\nhallo\n", "W02", "e-mail"),
        ("noise.xlsx", zlib.compress(bytes(range(256)) * 40, 9)[2:], "W02", "onbekend"),
        ("only-a-signature.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "W04", "afgebroken"),
        ("only-a-signature.xlsx", b"PK\x03\x04", "W04", "afgebroken"),
    ]
    for name, content, code, word in plain:
        corpus.add(name, content, code, word)
    odt = b"application/vnd.oasis.opendocument.text"
    packed = [
        ("letter.docx", {"word/document.xml": b"<w/>", "_rels/.rels": b"<r/>"}, "Word-document"),
        ("slides.pptx", {"ppt/presentation.xml": b"<p/>", "_rels/.rels": b"<r/>"}, "PowerPoint"),
        ("letter.odt", {"mimetype": odt, "content.xml": b"<x/>"}, "LibreOffice"),
        ("workbooks.zip", {"a.xlsx": base}, "zip-bestand"),
        ("numbers.numbers", {"Index/Document.iwa": b"x"}, "Numbers"),
    ]
    for name, parts, word in packed:
        corpus.add(name, package(parts), "W02", word)
