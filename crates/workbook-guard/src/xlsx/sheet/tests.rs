//! Small sheets, each written in its own way, and the one form in which they are handed on.

use super::*;
use crate::unreadable::Reason;

/// Two strings and no styles.
fn two_strings() -> Known<'static> {
    Known {
        strings: 2,
        ..Known::default()
    }
}

/// The cells of one row, as handed on. The list of strings has two entries.
fn cells(row: &str) -> String {
    let part = format!("<worksheet><sheetData><row r=\"1\">{row}</row></sheetData></worksheet>");
    let mut unreadable = Vec::new();
    let written = written(&part, "S", &two_strings(), &mut unreadable).unwrap();
    assert_eq!(unreadable, [], "{row}");
    let part = written.part;
    let inside = part.strip_prefix("<worksheet><sheetData>").unwrap();
    let inside = inside.strip_suffix("</sheetData></worksheet>").unwrap();
    inside
        .strip_prefix("<row r=\"1\">")
        .map_or("", |inside| inside.strip_suffix("</row>").unwrap())
        .to_owned()
}

#[test]
fn a_value_is_written_in_one_way_only() {
    let three = "<c r=\"A1\"><v>3</v></c>";
    for cell in [
        "<c r='A1'><v>3</v></c>",
        "<c r='A1'><v> 3\n</v></c>",
        "<c r='A1'><v><![CDATA[3]]></v></c>",
        "<c r='A1'><v><![CDATA[]]>3</v></c>",
        "<c r='A1'><v>&#51;</v></c>",
        "<c r='A1'><v><!-- a -->3<?b?></v></c>",
        "<c r='A1' t='n'>\n  <v>3</v>\n</c>",
        "text <c r='A1'>text<v>3</v>text</c> text",
        "<x:c r='A1'><x:v>3</x:v></x:c>",
        "<c><v>3</v></c>",
        "<c r='A&#49;'><v>3</v><extLst><ext><v>4</v></ext></extLst></c>",
        "<c r='A1'><f>1+2</f><v>3</v></c>",
    ] {
        assert_eq!(cells(cell), three, "{cell}");
    }
    for (cell, expected) in [
        (
            "<c r='A1' s=' 4 ' t=' s '><v> 1 </v></c>",
            "<c r=\"A1\" s=\"4\" t=\"s\"><v>1</v></c>",
        ),
        ("<c r='A1' t='b'><v>true</v></c>", "<c r=\"A1\" t=\"b\"><v>1</v></c>"),
        (
            "<c r='A1' t='e'><v>#SPILL!</v></c>",
            "<c r=\"A1\" t=\"e\"><v>#N/A</v></c>",
        ),
        (
            "<c r='A1' t='d'><v> 2026-12-31</v></c>",
            "<c r=\"A1\" t=\"d\"><v>2026-12-31</v></c>",
        ),
        (
            "<c r='A1' t='str'><v><![CDATA[a<b]]></v></c>",
            "<c r=\"A1\" t=\"str\"><v>a&lt;b</v></c>",
        ),
        ("<c r='A1'><v>three</v></c>", "<c r=\"A1\" t=\"str\"><v>three</v></c>"),
    ] {
        assert_eq!(cells(cell), expected, "{cell}");
    }
}

#[test]
fn an_inline_text_is_the_value_wherever_it_is_in_the_cell() {
    let text = "<c r=\"A1\" t=\"str\"><v>a b</v></c>";
    for cell in [
        "<c r='A1' t='inlineStr'><is><t>a b</t></is></c>",
        "<c r='A1' t='inlineStr'><is><t>a b</t></is><v/></c>",
        "<c r='A1' t='inlineStr'><v></v><is><t> a b </t></is></c>",
        "<c r='A1' t='inlineStr'><is><r><t>a</t></r><r><t xml:space='preserve'> b</t></r><rPh><t>c</t></rPh></is></c>",
        "<c r='A1' t='inlineStr'><is><t><![CDATA[a]]> b</t></is></c>",
        "<c r='A1' t='inlineStr'><v>a b</v></c>",
        "<c r='A1' t='n'><is><t>a b</t></is></c>",
        "<c r='A1' t='str'><f>a</f><v>a b</v></c>",
    ] {
        assert_eq!(cells(cell), text, "{cell}");
    }
}

#[test]
fn empty_cells_are_left_out_but_formulas_without_a_result_are_not() {
    for empty in [
        "<c r='A1' s='1'/>",
        "<c r='A1' t='s'><v/></c>",
        "<c r='A1'><v> </v></c>",
        "",
    ] {
        assert_eq!(cells(empty), "", "{empty}");
    }
    for formula in ["<c r='A1'><f>B1</f></c>", "<c r='A1'><f t='shared'/><v> </v></c>"] {
        assert_eq!(cells(formula), "<c r=\"A1\"><f></f></c>", "{formula}");
    }
    let results = |cell: &str| {
        let part = format!("<a><sheetData><row>{cell}</row></sheetData></a>");
        written(&part, "S", &Known::default(), &mut Vec::new()).unwrap().results
    };
    assert!(results("<c><f>B1</f><v>1</v></c><c t='str'><f>B1</f><v></v></c>"));
    assert!(!results("<c><f>B1</f></c>"));
}

#[test]
fn cells_without_a_reference_follow_one_another() {
    let part = "<worksheet><cols><c/></cols><sheetData><row/><row><c/><c><v>1</v></c><c r='E2'><v>2</v></c><c><v>3</v></c></row>\
         <row r='9'><c r='B7'><v>4</v></c><c><v>5</v></c></row></sheetData><x><row><c><v>6</v></c></row></x></worksheet>";
    let cell = |reference: &str, value: u32| format!("<c r=\"{reference}\"><v>{value}</v></c>");
    assert_eq!(
        written(part, "S", &Known::default(), &mut Vec::new()).unwrap().part,
        format!(
            "<worksheet><sheetData><row r=\"2\">{}{}{}</row><row r=\"9\">{}{}</row></sheetData></worksheet>",
            cell("B2", 1),
            cell("E2", 2),
            cell("F2", 3),
            cell("B7", 4),
            cell("C9", 5),
        )
    );
}

#[test]
fn a_cell_that_cannot_be_read_is_named_and_the_others_stay() {
    let part = "<a><sheetData><row r='3'><c r='D3' t='s'><v>-1</v></c><c r='E3'><v>1</v></c></row></sheetData></a>";
    let mut unreadable = Vec::new();
    let written = written(part, "Blad", &two_strings(), &mut unreadable).unwrap().part;
    assert!(written.contains("E3") && !written.contains("D3"));
    let [found] = &unreadable[..] else {
        panic!("{unreadable:?}")
    };
    assert_eq!((found.sheet.as_str(), found.cell.as_deref()), ("Blad", Some("D3")));
    assert_eq!(found.reason, Reason::NoSuchString);
}

#[test]
fn cells_lie_on_the_grid_and_are_not_nested() {
    let read = |cells: &str| {
        let part = format!("<a><sheetData>{cells}</sheetData></a>");
        written(&part, "S", &Known::default(), &mut Vec::new()).map(|_| ())
    };
    let off = Err(Refusal::OffTheGrid {
        sheet: Some("S".to_owned()),
    });
    assert_eq!(read("<row r='0'/>"), off);
    assert_eq!(read("<row><c r='XFE1'/></row>"), off);
    assert_eq!(read("<row><c r='A'/></row>"), off);
    assert_eq!(read("<row r='1048576'/><row><c><v>1</v></c></row>"), off);
    assert_eq!(read("<row><c r='XFD1'/><c><v>1</v></c></row>"), off);
    for nested in ["<row><c><c/></c></row>", "<row><c><v><row/></v></c></row>"] {
        assert_eq!(read(nested), Err(Refusal::Damaged(Damage::NestedCell)));
    }
}
