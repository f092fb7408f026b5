"""Hostile ods workbooks: repetitions, and content without an end."""

from corpus import Corpus, package

ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
ODS_HEAD = (
    b'<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    b' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    b' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    b' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)
ODS_TAIL = b"</office:spreadsheet></office:body></office:document-content>"
ODS_MANIFEST = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">%s</manifest:manifest>'


def ods(rows: bytes, tail: bytes = b"</table:table>" + ODS_TAIL, manifest: bytes = b"") -> bytes:
    return package(
        {
            "mimetype": ODS_TYPE,
            "META-INF/manifest.xml": ODS_MANIFEST % manifest,
            "content.xml": ODS_HEAD + b'<table:table table:name="a">' + rows + tail,
        }
    )


def ods_files(corpus: Corpus) -> None:
    cell = b'<table:table-cell office:value-type="float" office:value="1"/>'
    text = b'<table:table-cell%s office:value-type="string"><text:p>%s</text:p></table:table-cell>'
    one_row = b"<table:table-row>" + cell + b"</table:table-row>"
    corpus.add("ods-truncated-content.ods", ods(one_row, b""), "W04", "gevormd")
    corpus.add("ods-half-a-tag.ods", ods(one_row, b"</table:ta"), "W04", "gevormd")
    corpus.add(
        "ods-unclosed-annotation.ods",
        ods(
            b'<table:table-row><table:table-cell office:value-type="string"><office:annotation>'
            b"<text:p>x</text:p></table:table-cell></table:table-row>"
        ),
        "W04",
        "gevormd",
    )
    corpus.add(
        "ods-repeated.ods",
        ods(
            b'<table:table-row table:number-rows-repeated="1048576">'
            b'<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>'
            b"</table:table-row>"
        ),
        "W05",
        "gevulde cellen",
    )
    corpus.add(
        "ods-far-apart.ods",
        ods(
            one_row
            + b'<table:table-row table:number-rows-repeated="1048574"/>'
            + b'<table:table-row><table:table-cell table:number-columns-repeated="16383"/>'
            + cell
            + b"</table:table-row>"
        ),
        "W05",
        "eerste en de laatste",
    )
    corpus.add(
        "ods-wide-rows.ods",
        ods(
            (b'<table:table-row><table:table-cell table:number-columns-repeated="16383"/>' + cell + b"</table:table-row>")
            * 40_000
        ),
        "W05",
        "eerste en de laatste",
    )
    corpus.add(
        "ods-repeated-text.ods",
        ods(b"<table:table-row>" + text % (b' table:number-columns-repeated="1000"', b"x" * 60_000) + b"</table:table-row>"),
        "W05",
        "4 MB tekst",
    )
    corpus.add(
        "ods-repeated-spaces.ods",
        ods(b"<table:table-row>" + text % (b"", b'<text:s text:c="9999999999"/>') + b"</table:table-row>"),
        "W05",
        "één cel",
    )
    corpus.add(
        "ods-repeats-beyond-counting.ods",
        ods(b'<table:table-row table:number-rows-repeated="99999999999999999999999">' + cell + b"</table:table-row>"),
        "W04",
    )
    corpus.add(
        "ods-table-in-a-table.ods",
        ods(b"<table:table-row><table:table-cell><table:table/></table:table-cell></table:table-row>"),
        "W04",
        "tabel",
    )
    corpus.add("ods-many-tables.ods", ods(one_row, b"</table:table>" + b"<table:table/>" * 5_000 + ODS_TAIL), "W05", "bladen")
    corpus.add(
        "ods-encrypted.ods",
        ods(
            one_row,
            manifest=b'<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>',
        ),
        "W03",
    )
    corpus.add(
        "ods-wholly-encrypted.ods",
        package({"mimetype": ODS_TYPE, "META-INF/manifest.xml": ODS_MANIFEST % b"", "encrypted-package": b"\1" * 999}),
        "W03",
    )
    corpus.add("ods-empty-to-the-edge.ods", ods(
        one_row + b'<table:table-row table:number-rows-repeated="1048575">'
        b'<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    ), "W11")
