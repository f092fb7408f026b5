//! Sheets as office programs write them, which are handed on as they are, and sheets with one difference, which are
//! not.

use std::collections::BTreeMap;

use super::*;

const CELLS: &str = r#"<row r="1"><c r="A1" t="s"><v>3</v></c><c r="B1"/></row>"#;

fn part(before: &str, cells: &str, after: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet>{before}<sheetData>{cells}</sheetData>{after}</worksheet>"
    )
}

fn plain(text: &str) -> Option<PlainSheet<'_>> {
    plain_sheet(text, "S", &Known::new(4, BTreeMap::new(), &[]), |_| Some(()))
}

#[test]
fn a_sheet_with_nothing_unusual_is_handed_on_without_a_walk() {
    for sheet in [
        part(
            "<sheetViews><sheetView/></sheetViews>",
            CELLS,
            "<oddHeader>a &amp; b</oddHeader><extLst><x14:a b=\"c\"/></extLst>",
        ),
        part("", "", ""),
        part("", "", "").replace("<sheetData></sheetData>", "<sheetData/>") + "\n",
        part("", "<row/>", ""),
        part("", CELLS, "").replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", ""),
    ] {
        assert!(plain(&sheet).is_some(), "{sheet}");
    }
    for cell in [
        r#"<c r="A1" s="2"><v>1</v></c><c r="B1" t="s" s="2"><v>0</v></c>"#,
        r#"<c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>"#,
        r#"<c r="A1" t="inlineStr"><is><t>a &lt; b</t></is></c>"#,
        r#"<c r="A1" t="n"><v>-1.5E-7</v></c><c r="B1" t="n"/>"#,
        r#"<c r="A1" t="str"><f>B1&amp;C1</f><v>a &lt; b</v></c>"#,
        r#"<c><f t="shared" si="0" ref="A1:A2">A1</f><v>1</v></c><c cm="1"><f t="shared" si="0"/><v>1</v></c>"#,
        r#"<c r="XFD1048576"><v/></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="s"><v></v></c>"#,
        "<c><v>1</v></c><c></c>",
    ] {
        let sheet = part(
            "",
            &format!(r#"<row r="1048576" spans="1:2" ht="15.5">{cell}</row>"#),
            "",
        );
        assert!(plain(&sheet).is_some(), "{sheet}");
    }
}

#[test]
fn only_its_cells_are_left() {
    let left = |sheet: &str| plain(sheet).unwrap().cells.to_owned();
    let before = r#"<dimension ref="A1:B1"/><cols><col min="1" max="2"/></cols>"#;
    assert_eq!(
        left(&part(before, CELLS, "<mergeCells/>")),
        format!("<sheetData>{CELLS}</sheetData>")
    );
    assert_eq!(left("<worksheet><sheetData/><a/></worksheet>"), "<sheetData/>");
    assert!(plain("<worksheet><a/></worksheet>").is_none());
}

#[test]
fn a_formula_without_a_result_is_noticed_and_one_with_is_not() {
    let results = |cell: &str| {
        let sheet = part("", &format!(r#"<row r="1">{cell}<c r="B1"><v>1</v></c></row>"#), "");
        plain(&sheet).unwrap().results
    };
    assert!(results(r#"<c r="A1"/>"#));
    assert!(results(r#"<c r="A1"><v>1</v></c>"#));
    assert!(results(r#"<c r="A1"><v></v></c>"#));
    assert!(results(r#"<c r="A1" s="2" t="str"><f>A2</f><v>a</v></c>"#));
    assert!(results(r#"<c r="A1" t="str"><f>A2</f><v></v></c>"#));
    assert!(results(r#"<c r="A1"><f t="shared" si="0"/><v>1</v></c>"#));
    assert!(!results(r#"<c r="A1"><f>A2</f></c>"#));
    assert!(!results(r#"<c r="A1"><f t="shared" si="0"/></c>"#));
    assert!(!results(r#"<c r="A1" t="str"><f>A2</f></c>"#));
    assert!(!results(r#"<c r="A1"><f>A2</f><v></v></c>"#));
    assert!(!results(r#"<c r="A1"><f>A2</f><v/></c>"#));
}

#[test]
fn an_unusually_written_value_is_left_to_the_walk() {
    for cell in [
        r#"<c t="e"><v>#SPILL!</v></c>"#,
        r#"<c t="s"><v>4</v></c>"#,
        r#"<c t="s"><v>-1</v></c>"#,
        r#"<c t="s"><v> 3</v></c>"#,
        r#"<c t="b"><v>true</v></c>"#,
        r#"<c t="d"><v>2026-12-31</v></c>"#,
        r#"<c t="x"><v>1</v></c>"#,
        r#"<c t="n"><v>three</v></c>"#,
        r#"<c t="n" t="s"><v>3</v></c>"#,
        "<c><v>three</v></c>",
        "<c><v> 3 </v></c>",
        "<c><v>3\n</v></c>",
        "<c><v>&#51;</v></c>",
        "<c><v><![CDATA[3]]></v></c>",
        "<c><v>3<!-- a --></v></c>",
        "<c><v>3<?a?></v></c>",
        "<c> <v>3</v></c>",
        "<c><v>3</v> </c>",
        "<c><v>3</v><v/></c>",
        "<c><is><t>a</t></is></c>",
        r#"<c t="inlineStr"><v>3</v></c>"#,
        r#"<c t="inlineStr"><is><t>a</t></is><v/></c>"#,
        r#"<c t="inlineStr"><is><r><t>a</t></r></is></c>"#,
        r#"<c t="inlineStr"><is><t><![CDATA[a]]></t></is></c>"#,
        r#"<c t="str"><v>a<![CDATA[b]]></v></c>"#,
        "<c><v>1</v><extLst/></c>",
        "<c><v><c/></v></c>",
        "<c><c/></c>",
        "<c><fx/><v>1</v></c>",
        r#"<c r="AAAA1"/>"#,
        r#"<c r="A12345678"><v>1</v></c>"#,
        r#"<c s="1" r="A10485760"/>"#,
        r#"<c r="A&#49;"/>"#,
        r#"<c x="<"/>"#,
        "<c r='A1'/>",
        "<c\tr=\"AAAA1\"/>",
        "<c r=\"A1\"><v>1<v></c>",
        "<c r=\"A1\"><v>3</v>",
        r#"<c r="A1" t="s"><v>1</v><x:v/></c>"#,
    ] {
        let sheet = part("", &format!("<row>{cell}</row>"), "");
        assert!(plain(&sheet).is_none(), "{sheet}");
    }
}

#[test]
fn anything_else_unusual_is_left_to_the_walk() {
    for strange in [
        part("", r#"<row r="1048577"/>"#, ""),
        part("", r#"<row spans="1:2" r="0"/>"#, ""),
        part("", "<row><row/></row>", ""),
        part("", "<c/>", ""),
        part("", "</row>", ""),
        part("", "<row>", ""),
        part("", "<x/>", ""),
        part("", "<!-- --><row/>", ""),
        part("", "<row/> ", ""),
        part("", "<row> </row>", ""),
        part("", "text", ""),
        CELLS.to_owned() + &part("", "", ""),
        "<workbook><sheetData/></workbook>".to_owned(),
        CELLS.to_owned(),
        // What is out of order, or not known to be in order.
        part("<!DOCTYPE x>", CELLS, ""),
        part("<!-- -->", CELLS, ""),
        part("<![CDATA[<a>]]>", CELLS, ""),
        part("<?x?>", CELLS, ""),
        part("", CELLS, "<x:sheetData/>"),
        part("<a b=\">\"/>", CELLS, ""),
        part("<a b=\"<c>\"/>", CELLS, ""),
        part("", CELLS, "<a>"),
        part("", CELLS, "</a>"),
        part("", CELLS, "<sheetData/>"),
        part("<a><sheetData/></a>", CELLS, ""),
        part(&"<a>".repeat(300), CELLS, &"</a>".repeat(300)),
        part("", CELLS, "").replace("UTF-8", "UTF-16"),
        part("", CELLS, "").replace("</worksheet>", ""),
        part("", CELLS, "") + "<worksheet/>",
        String::from("a") + &part("", CELLS, ""),
        part("", CELLS, "<a<b>"),
        String::new(),
    ] {
        assert!(plain(&strange).is_none(), "{strange}");
    }
}
