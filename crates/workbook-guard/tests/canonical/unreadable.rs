//! Workbooks in which one cell or sheet cannot be read: it is named, and the rest is read.

use super::*;

#[test]
fn a_sheet_that_cannot_be_read_is_named_and_the_rest_is_read() {
    let book = "<workbook><sheets><sheet name='Gone' r:id='rId7'/><sheet name='Macro' r:id='rId8'/>\
        <sheet name='Chart' r:id='rId9'/><sheet name='None' r:id=''/><sheet name='Blad' r:id='rId1'/></sheets></workbook>";
    let rels = relations(&[
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "sharedStrings", "sharedStrings.xml"),
        ("rId7", "worksheet", "worksheets/sheet7.xml"),
        ("rId8", "xlMacrosheet", "macrosheets/sheet1.xml"),
        ("rId9", "chartsheet", "chartsheets/sheet1.xml"),
    ]);
    let read = admitted(&with(&[
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", &rels),
    ]));
    assert_eq!(part(&read, "xl/workbook.xml"), WORKBOOK);
    let unreadable: Vec<_> = read
        .unreadable
        .iter()
        .map(|it| (it.sheet.as_str(), it.cell.as_deref(), it.reason))
        .collect();
    assert_eq!(
        unreadable,
        [
            ("Gone", None, Reason::MissingPart),
            ("Macro", None, Reason::MacroSheet),
            ("None", None, Reason::MissingPart),
        ]
    );
}

#[test]
fn a_cell_that_cannot_be_read_is_named_and_the_rest_is_read() {
    for (index, what) in [("-1", "negative"), ("2", "too high"), ("one", "no number")] {
        let sheet = SHEET.replace("<v>1</v>", &format!("<v>{index}</v>"));
        let read = admitted(&with(&[("xl/worksheets/sheet1.xml", &sheet)]));
        let found = &read.unreadable[0];
        assert_eq!(
            (found.sheet.as_str(), found.cell.as_deref()),
            ("Blad", Some("A2")),
            "{what}"
        );
        assert_eq!(found.reason, Reason::NoSuchString, "{what}");
        assert!(
            part(&read, "xl/worksheets/sheet1.xml").contains("<c r=\"B2\"><v>3</v></c>"),
            "{what}"
        );
    }
}
