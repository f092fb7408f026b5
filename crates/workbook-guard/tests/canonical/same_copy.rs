//! Workbooks that say the same but are packed or written differently: all have the same copy.

use super::*;

/// Expects the copy to be that of the usual workbook.
fn same_copy(what: &str, parts: &Parts) {
    let other = admitted(parts);
    assert_eq!(other.unreadable, [], "{what}");
    // Only the mark that a string keeps its white space may differ.
    let plain = |copy: &[u8]| -> Vec<_> {
        let text = |part| String::from_utf8(part).unwrap().replace(" xml:space=\"preserve\"", "");
        unpacked(copy)
            .into_iter()
            .map(|(name, part)| (name, text(part)))
            .collect()
    };
    assert_eq!(plain(&other.clean), plain(&admitted(&usual()).clean), "{what}");
}

#[test]
fn however_a_workbook_is_packed_the_copy_is_the_same() {
    let strings_elsewhere = relations(&[
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "sharedStrings", "texts/list.xml"),
        ("rId3", "styles", "styles.xml"),
    ]);
    let dots = relations(&[
        ("rId1", "worksheet", "../xl/worksheets/./Sheet1.xml"),
        ("rId2", "sharedStrings", "/xl/sharedStrings.xml"),
        ("rId3", "styles", "..\\xl\\styles.xml"),
    ]);
    let rels = "xl/_rels/workbook.xml.rels";
    let mut stale = renamed(
        with(&[(rels, &strings_elsewhere)]),
        "xl/sharedStrings.xml",
        "xl/texts/list.xml",
    );
    stale.extend(parts(&[(
        "xl/sharedStrings.xml",
        "<sst><si><t>old</t></si><si><t>older</t></si></sst>",
    )]));
    let mut elsewhere = with(&[(
        "_rels/.rels",
        &relations(&[("rId1", "officeDocument", "/book/main.xml")]),
    )]);
    for (name, _) in &mut elsewhere {
        *name = name.replace("xl/", "book/").replace("workbook.xml", "main.xml");
    }
    let utf_16 = |text: &str| -> Vec<u8> {
        let text = format!("<?xml version=\"1.0\" encoding=\"UTF-16\"?>{text}");
        [0xff, 0xfe]
            .into_iter()
            .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
            .collect()
    };
    let mut wide = usual();
    for (_, part) in &mut wide {
        *part = utf_16(std::str::from_utf8(part).unwrap());
    }
    for (what, other) in [
        (
            "strings elsewhere",
            renamed(
                with(&[(rels, &strings_elsewhere)]),
                "xl/sharedStrings.xml",
                "xl/texts/list.xml",
            ),
        ),
        ("strings that are no longer used", stale),
        ("targets with dots", with(&[(rels, &dots)])),
        ("another folder and name", elsewhere),
        ("UTF-16", wide),
        (
            "names in capitals",
            renamed(usual(), "xl/worksheets/sheet1.xml", "xl/Worksheets/SHEET1.XML"),
        ),
        (
            "backslashes",
            renamed(usual(), "xl/worksheets/sheet1.xml", "xl\\worksheets\\sheet1.xml"),
        ),
    ] {
        same_copy(what, &other);
    }
}

#[test]
fn however_a_workbook_is_written_the_copy_is_the_same() {
    for (what, other) in [
        (
            "a comment in the workbook",
            with(&[("xl/workbook.xml", &WORKBOOK.replace("<sheets>", "<sheets><!-- a -->"))]),
        ),
        (
            "prefixes",
            with(&[("xl/workbook.xml", &WORKBOOK.replace('<', "<x:").replace("<x:/", "</x:"))]),
        ),
        (
            "CDATA among the strings",
            with(&[("xl/sharedStrings.xml", &STRINGS.replace("answer", "<![CDATA[answer]]>"))]),
        ),
        (
            "CDATA in a value",
            with(&[("xl/worksheets/sheet1.xml", &SHEET.replace("<v>3", "<v><![CDATA[3]]>"))]),
        ),
        (
            "white space in values",
            with(&[("xl/worksheets/sheet1.xml", &SHEET.replace("<v>", "<v> "))]),
        ),
        (
            "an entity in a value",
            with(&[("xl/worksheets/sheet1.xml", &SHEET.replace(">3<", ">&#x33;<"))]),
        ),
        (
            "indentation",
            with(&[("xl/worksheets/sheet1.xml", &SHEET.replace("><", ">\n  <"))]),
        ),
        (
            "a formula with its result",
            with(&[("xl/worksheets/sheet1.xml", &SHEET.replace("<v>3", "<f>1+2</f><v> 3"))]),
        ),
    ] {
        same_copy(what, &other);
    }
}
