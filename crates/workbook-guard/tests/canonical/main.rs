//! Small packages, each with one thing that parsers lose or stumble over, and the single copy that all of them become.

mod looks;
mod same_copy;
mod unreadable;

use std::io::{Cursor, Read, Write};

use workbook_guard::{Admitted, Damage, Format, Kind, Reason, Refusal, admit};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

type Parts = Vec<(String, Vec<u8>)>;

const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn package(parts: &Parts) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        package.start_file(name, SimpleFileOptions::default()).unwrap();
        package.write_all(part).unwrap();
    }
    package.finish().unwrap().into_inner()
}

fn unpacked(package: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(package)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut entry = archive.by_index(index).unwrap();
            let mut part = Vec::new();
            entry.read_to_end(&mut part).unwrap();
            (entry.name().unwrap().into_owned(), part)
        })
        .collect()
}

fn parts(parts: &[(&str, &str)]) -> Parts {
    let owned = |(name, part): &(&str, &str)| ((*name).to_owned(), part.as_bytes().to_vec());
    parts.iter().map(owned).collect()
}

fn relations(targets: &[(&str, &str, &str)]) -> String {
    let relation = |(id, kind, target): &(&str, &str, &str)| {
        format!("<Relationship Id=\"{id}\" Type=\"{TYPE}/{kind}\" Target=\"{target}\"/>")
    };
    let all: String = targets.iter().map(relation).collect();
    format!("<Relationships>{all}</Relationships>")
}

const WORKBOOK: &str = "<workbook><sheets><sheet name=\"Blad\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const STRINGS: &str = "<sst><si><t>title</t></si><si><t>answer</t></si></sst>";
const STYLES: &str = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
const SHEET: &str = "<worksheet><sheetData><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\"><v>3</v></c></row>\
    </sheetData></worksheet>";

/// A workbook as most programs write it.
fn usual() -> Parts {
    parts(&[
        (
            "_rels/.rels",
            &relations(&[("rId1", "officeDocument", "xl/workbook.xml")]),
        ),
        ("xl/workbook.xml", WORKBOOK),
        (
            "xl/_rels/workbook.xml.rels",
            &relations(&[
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "sharedStrings", "sharedStrings.xml"),
                ("rId3", "styles", "styles.xml"),
            ]),
        ),
        ("xl/worksheets/sheet1.xml", SHEET),
        ("xl/sharedStrings.xml", STRINGS),
        ("xl/styles.xml", STYLES),
    ])
}

/// The same workbook with other contents for the named parts.
fn with(changes: &[(&str, &str)]) -> Parts {
    let mut all = usual();
    for (name, content) in changes {
        let known = all.iter_mut().find(|(known, _)| known == name).unwrap();
        known.1 = content.as_bytes().to_vec();
    }
    all
}

/// The same workbook with a part renamed.
fn renamed(mut all: Parts, from: &str, to: &str) -> Parts {
    let known = all.iter_mut().find(|(known, _)| known == from).unwrap();
    to.clone_into(&mut known.0);
    all
}

/// Admits a package, and checks that its clean copy is admitted unchanged.
fn admitted(parts: &Parts) -> Admitted {
    let admitted = admit(&package(parts)).unwrap();
    let again = admit(&admitted.clean).unwrap();
    assert_eq!((again.format, again.results), (admitted.format, admitted.results));
    assert_eq!(again.unreadable, []);
    assert!(again.clean == admitted.clean, "a clean copy is its own clean copy");
    admitted
}

fn part(admitted: &Admitted, name: &str) -> String {
    let all = unpacked(&admitted.clean);
    let found = all.into_iter().find(|(known, _)| known == name).unwrap();
    String::from_utf8(found.1).unwrap()
}

#[test]
fn a_usual_workbook_keeps_what_is_read_of_it() {
    let mut all = usual();
    all.extend(parts(&[
        ("xl/vbaProject.bin", "x"),
        ("xl/media/image1.png", "y"),
        ("docProps/app.xml", "<z/>"),
    ]));
    let usual = admitted(&all);
    assert_eq!((usual.format, usual.results), (Format::Xlsx, true));
    let names: Vec<String> = unpacked(&usual.clean).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        [
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/worksheets/sheet1.xml",
            "_rels/.rels",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels"
        ]
    );
    assert_eq!(part(&usual, "xl/worksheets/sheet1.xml"), SHEET);
    assert_eq!(
        part(&usual, "xl/sharedStrings.xml"),
        STRINGS.replace("<sst>", "<sst uniqueCount=\"2\">")
    );
}

#[test]
fn sheets_that_share_a_part_are_read_from_one() {
    let book = WORKBOOK.replace(
        "</sheets>",
        "<sheet name=\"Same\" sheetId=\"2\" r:id=\"rId1\"/></sheets>",
    );
    let read = admitted(&with(&[("xl/workbook.xml", &book)]));
    assert_eq!(part(&read, "xl/workbook.xml"), book);
    assert_eq!(unpacked(&read.clean).len(), 6);
}

#[test]
fn a_formula_without_its_result_is_kept_as_such() {
    let sheet = SHEET.replace("<v>3</v>", "<f>A1</f> ");
    let read = admitted(&with(&[("xl/worksheets/sheet1.xml", &sheet)]));
    assert!(!read.results);
    assert!(part(&read, "xl/worksheets/sheet1.xml").contains("<c r=\"B2\"><f></f></c>"));
}

#[test]
fn packages_of_something_else_are_named() {
    let main = |target: &str| {
        (
            "_rels/.rels".to_owned(),
            relations(&[("a", "officeDocument", target)]).into_bytes(),
        )
    };
    for (parts, expected) in [
        (
            vec![main("word/document2.xml")],
            Refusal::NotAWorkbook(Kind::WordDocument),
        ),
        (
            vec![main("ppt/presentation.xml")],
            Refusal::NotAWorkbook(Kind::Presentation),
        ),
        (
            vec![main("x.xml"), ("x.xml".to_owned(), b"<x/>".to_vec())],
            Refusal::NotAWorkbook(Kind::Zip),
        ),
        (vec![main("xl/workbook.xml")], Refusal::Damaged(Damage::MissingPart)),
        (vec![("x.jpg".to_owned(), Vec::new())], Refusal::NotAWorkbook(Kind::Zip)),
    ] {
        assert_eq!(admit(&package(&parts)).unwrap_err(), expected);
    }
}

#[test]
fn the_content_of_an_ods_is_rewritten_and_nothing_else_is_kept() {
    let content = "<office:document-content><office:automatic-styles/><office:body><office:spreadsheet>\n\
        <table:table table:name='a &amp; b'><table:table-row><!-- c --><table:table-cell office:value-type='string'>\n\
        <office:annotation><text:p>d</text:p></office:annotation><text:p>e</text:p></table:table-cell></table:table-row>\
        </table:table></office:spreadsheet></office:body></office:document-content>";
    let read = admitted(&parts(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest><manifest:file-entry/></manifest:manifest>",
        ),
        ("content.xml", content),
        ("styles.xml", "<x/>"),
    ]));
    assert_eq!(read.format, Format::Ods);
    assert_eq!(
        part(&read, "content.xml"),
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"a &amp; b\">\
         <table:table-row><table:table-cell office:value-type=\"string\"><text:p>e</text:p></table:table-cell>\
         </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    );
    assert_eq!(unpacked(&read.clean).len(), 3);
}
