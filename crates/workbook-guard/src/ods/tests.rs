//! Small tables, each written differently, and the one form in which they are handed on.

use super::*;
use crate::unreadable::Reason;

fn content(tables: &str) -> String {
    format!(
        "<office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>\
         </office:document-content>"
    )
}

fn table(rows: &str) -> Result<String, Refusal> {
    let mut unreadable = Vec::new();
    let text = content(&format!("<table:table table:name='a'>{rows}</table:table>"));
    let written = written(&text, Styles::default(), &mut unreadable, &mut Vec::new())?;
    assert_eq!(unreadable, []);
    let inside = written.strip_prefix(OPEN).unwrap().strip_suffix(CLOSE).unwrap();
    let inside = inside.strip_prefix("<table:table table:name=\"a\">").unwrap();
    Ok(inside.strip_suffix("</table:table>").unwrap().to_owned())
}

/// What is handed on of one cell.
fn cell(attributes: &str, inside: &str) -> String {
    let cell = format!("<table:table-cell {attributes}>{inside}</table:table-cell>");
    let row = table(&format!("<table:table-row>{cell}</table:table-row>")).unwrap();
    row.strip_prefix("<table:table-row>")
        .map_or("", |row| row.strip_suffix("</table:table-row>").unwrap())
        .to_owned()
}

const FILLED: &str = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>";

#[test]
fn a_cell_holds_its_own_text_and_nothing_of_what_is_anchored_in_it() {
    let expected = "<table:table-cell office:value-type=\"string\"><text:p>a b</text:p></table:table-cell>";
    for inside in [
        "<text:p>a b</text:p>",
        "\n  <text:p>\n  a\n  b\n</text:p>\n",
        "<!-- c --><text:p>a<!-- c --> b</text:p>",
        "<text:p><![CDATA[a b]]></text:p>",
        "<text:p>a<text:s/>b</text:p>",
        "<text:p>a <text:span>b</text:span></text:p>",
        "<text:p><text:a>a</text:a> b</text:p>",
        "<office:annotation><dc:date>2026</dc:date><text:p>c</text:p></office:annotation><text:p>a b</text:p>",
        "<draw:frame><draw:text-box><text:p>c</text:p></draw:text-box><svg:title>d</svg:title></draw:frame><text:p>a b</text:p>",
        "<text:p>a <draw:custom-shape><text:p>c</text:p></draw:custom-shape>b</text:p>",
        "<text:p>a b</text:p><draw:frame><draw:object><table:table><table:table-row/></table:table></draw:object></draw:frame>",
        "<text:p>a b<text:note><text:p>c</text:p></text:note></text:p>",
    ] {
        assert_eq!(cell("office:value-type='string'", inside), expected, "{inside}");
    }
}

#[test]
fn white_space_that_counts_is_kept() {
    for (inside, expected) in [
        (
            "<text:p>a</text:p><text:p>b</text:p>",
            "<text:p>a</text:p><text:p>b</text:p>",
        ),
        (
            "<text:p>a<text:line-break/>b</text:p>",
            "<text:p>a</text:p><text:p>b</text:p>",
        ),
        ("<text:p/><text:p>b</text:p>", "<text:p></text:p><text:p>b</text:p>"),
        (
            "<text:p>a <text:s text:c='2'/>b</text:p>",
            "<text:p>a<text:s text:c=\"3\"/>b</text:p>",
        ),
        (
            "<text:p><text:s/>a<text:tab/>b</text:p>",
            "<text:p><text:s text:c=\"1\"/>a<text:tab/>b</text:p>",
        ),
        ("<text:p>a &lt; b</text:p>", "<text:p>a &lt; b</text:p>"),
    ] {
        let expected = format!("<table:table-cell office:value-type=\"string\">{expected}</table:table-cell>");
        assert_eq!(cell("office:value-type='string'", inside), expected, "{inside}");
    }
}

#[test]
fn a_value_is_of_its_type_or_what_the_cell_shows() {
    let made = |rest: &str| format!("<table:table-cell office:value-type={rest}");
    for (attributes, inside, expected) in [
        (
            "office:value-type='float' office:value=' 3 '",
            "<text:p>3,0</text:p>",
            made("\"float\" office:value=\"3\"/>"),
        ),
        (
            "office:value-type='percentage' office:value='0.5'",
            "",
            made("\"percentage\" office:value=\"0.5\"/>"),
        ),
        ("office:value='3'", "", made("\"float\" office:value=\"3\"/>")),
        (
            "office:value-type='date' office:date-value='2026-12-31'",
            "",
            made("\"date\" office:date-value=\"2026-12-31\"/>"),
        ),
        (
            "office:value-type='time' office:time-value='PT1H'",
            "",
            made("\"time\" office:time-value=\"PT1H\"/>"),
        ),
        (
            "office:value-type='boolean' office:boolean-value='TRUE'",
            "",
            made("\"boolean\" office:boolean-value=\"true\"/>"),
        ),
        (
            "office:string-value='a' office:value-type='string'",
            "<text:p>b</text:p>",
            made("\"string\"><text:p>a</text:p></table:table-cell>"),
        ),
        (
            "office:string-value='' office:value-type='string' calcext:value-type='error'",
            "<text:p>#N/A</text:p>",
            made("\"string\"><text:p>#N/A</text:p></table:table-cell>"),
        ),
        (
            "office:value-type='float'",
            "<text:p>3</text:p>",
            made("\"string\"><text:p>3</text:p></table:table-cell>"),
        ),
        (
            "",
            "<text:p>3</text:p>",
            made("\"string\"><text:p>3</text:p></table:table-cell>"),
        ),
        ("table:style-name='ce1'", "", String::new()),
        ("office:value-type='string'", "<text:p/>", String::new()),
    ] {
        assert_eq!(cell(attributes, inside), expected, "{attributes} {inside}");
    }
}

#[test]
fn rows_and_cells_keep_their_place_with_nothing_between_them() {
    let rows = format!(
        "<table:table-column/><table:shapes><draw:frame><text:p>x</text:p></draw:frame></table:shapes>\
         <table:table-row table:number-rows-repeated='2'><table:table-cell/></table:table-row>\n<!-- row -->\
         <table:table-header-rows><table:table-row table:number-rows-repeated='3'>\n  <!-- cell -->\
         <table:table-cell table:number-columns-repeated='2'/>text{FILLED}<table:table-cell/></table:table-row>\
         </table:table-header-rows><table:table-row-group><table:table-row><table:covered-table-cell office:value='1'/>\
         </table:table-row></table:table-row-group><table:table-row/>"
    );
    assert_eq!(
        table(&rows).unwrap(),
        format!(
            "<table:table-row table:number-rows-repeated=\"2\"/><table:table-row table:number-rows-repeated=\"3\">\
             <table:table-cell table:number-columns-repeated=\"2\"/>{FILLED}</table:table-row>\
             <table:table-row><table:covered-table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>"
        )
    );
}

#[test]
fn a_cell_that_cannot_be_read_is_named() {
    for (attributes, reason) in [
        ("office:value-type='float' office:value='three'", Reason::NotANumber),
        (
            "office:value-type='boolean' office:boolean-value='maybe'",
            Reason::NotABoolean,
        ),
    ] {
        let mut unreadable = Vec::new();
        let rows = format!(
            "<table:table table:name='a'><table:table-row table:number-rows-repeated='4'/><table:table-row>{FILLED}\
             <table:table-cell {attributes}/></table:table-row></table:table>"
        );
        assert!(written(&content(&rows), Styles::default(), &mut unreadable, &mut Vec::new()).is_ok());
        assert_eq!(
            (unreadable[0].cell.as_deref(), unreadable[0].reason),
            (Some("B5"), reason)
        );
    }
}

#[test]
fn empty_rows_and_columns_up_to_the_edge_are_accepted() {
    let rows = format!(
        "<table:table-row>{FILLED}<table:table-cell table:number-columns-repeated='16383'/></table:table-row>\
         <table:table-row table:number-rows-repeated='1048575'>\
         <table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
    );
    assert_eq!(
        table(&rows).unwrap(),
        format!("<table:table-row>{FILLED}</table:table-row>")
    );
}

#[test]
fn repeats_are_counted_before_they_are_expanded() {
    let far = format!(
        "<table:table-row>{FILLED}</table:table-row><table:table-row table:number-rows-repeated='1048574'/>\
         <table:table-row><table:table-cell table:number-columns-repeated='16383'/>{FILLED}</table:table-row>"
    );
    let filled = "<table:table-row table:number-rows-repeated='1000000'>\
         <table:table-cell table:number-columns-repeated='16384' office:value-type='float' office:value='1'/></table:table-row>";
    let spaces = "<table:table-row><table:table-cell office:value-type='string'><text:p>\
         <text:s text:c='9999999999'/></text:p></table:table-cell></table:table-row>";
    for (rows, bound) in [
        (&far[..], Bound::Area),
        (filled, Bound::Cells),
        (spaces, Bound::CellText),
    ] {
        assert_eq!(table(rows), Err(Refusal::TooLarge(bound)), "{rows}");
    }
    let off = Refusal::OffTheGrid {
        sheet: Some("a".to_owned()),
    };
    for rows in [
        format!("<table:table-row table:number-rows-repeated='1048576'/><table:table-row>{FILLED}</table:table-row>"),
        format!("<table:table-row><table:table-cell table:number-columns-repeated='16384'/>{FILLED}</table:table-row>"),
    ] {
        assert_eq!(table(&rows), Err(off.clone()), "{rows}");
    }
}

#[test]
fn unclosed_elements_never_reach_the_parser() {
    for (rows, damage) in [
        (
            "<table:table-row><table:table-cell><office:annotation></table:table-cell></table:table-row>",
            Damage::IllFormed,
        ),
        ("<table:table-row>", Damage::IllFormed),
        ("<table:table-cell/>", Damage::MixedTable),
        (
            "<table:table-row><table:table-cell><table:table/></table:table-cell></table:table-row>",
            Damage::NestedTable,
        ),
    ] {
        assert_eq!(table(rows), Err(Refusal::Damaged(damage)), "{rows}");
    }
}
