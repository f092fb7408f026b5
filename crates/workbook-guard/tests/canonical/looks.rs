//! What people see on a sheet that its values do not say.

use super::*;
use workbook_guard::{Area, Look, Looks, Rounding, Shown, Struck};

const PERCENTAGE: Look = Look {
    number: Shown::Percentage,
    rounding: Rounding::None,
    hides_text: false,
    struck: Struck::No,
};
const STRUCK: Look = Look {
    number: Shown::Plain,
    rounding: Rounding::None,
    hides_text: false,
    struck: Struck::Wholly,
};
const PARTLY: Look = Look {
    number: Shown::Plain,
    rounding: Rounding::None,
    hides_text: false,
    struck: Struck::Partly,
};

fn looks(merged: &[Area], cells: &[(u32, u32, Look)]) -> Vec<Looks> {
    vec![Looks {
        sheet: "Blad".to_owned(),
        merged: merged.to_vec(),
        cells: cells.to_vec(),
    }]
}

#[test]
fn looks_are_the_same_however_a_sheet_is_written() {
    let styles = "<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId=\"0\"/>\
        <xf numFmtId=\"9\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs></styleSheet>";
    let strings = "<sst><si><t>plain</t></si><si><r><rPr><strike/></rPr><t>struck</t></r></si>\
        <si><r><rPr><b/></rPr><t>bold</t></r></si></sst>";
    let plain = "<worksheet><sheetData><row r=\"2\"><c r=\"A2\" s=\"1\"><v>1</v></c><c r=\"B2\" s=\"1\"/>\
        <c r=\"C2\" s=\"2\" t=\"s\"><v>0</v></c><c r=\"D2\" t=\"s\"><v>1</v></c><c r=\"E2\" s=\"2\" t=\"s\"><v>2</v></c>\
        <c r=\"F2\" s=\"2\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"G2\" s=\"0\" t=\"s\"><v>2</v></c></row></sheetData>\
        <mergeCells count=\"2\"><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"B9\"/></mergeCells></worksheet>";
    let merged = Area {
        top: 1,
        left: 0,
        bottom: 3,
        right: 0,
    };
    let whole_percentage = Look {
        rounding: Rounding::Decimals(0),
        ..PERCENTAGE
    };
    let expected = looks(
        &[merged],
        &[
            (1, 0, whole_percentage),
            (1, 2, STRUCK),
            (1, 3, STRUCK),
            (1, 4, PARTLY),
            (1, 5, STRUCK),
        ],
    );
    for sheet in [
        plain.to_owned(),
        plain.replace("<row", "<!-- walked --><row"),
        plain.replace("<v>", "<v> "),
    ] {
        let read = admitted(&with(&[
            ("xl/worksheets/sheet1.xml", &sheet),
            ("xl/styles.xml", styles),
            ("xl/sharedStrings.xml", strings),
        ]));
        assert_eq!(read.looks, expected, "{sheet}");
    }
    assert_eq!(admitted(&usual()).looks, []);
}

fn rounded(rounding: Rounding) -> Look {
    Look {
        rounding,
        ..Look::default()
    }
}

#[test]
fn a_number_that_is_shown_rounded_is_known_and_no_other() {
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0\"/>\
        <numFmt numFmtId=\"165\" formatCode=\"0.00E+00\"/></numFmts>\
        <cellXfs><xf/><xf numFmtId=\"3\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>";
    let plain = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>0.604</v></c><c r=\"B1\" s=\"1\"><v>24000</v></c>\
        <c r=\"C1\" s=\"2\"><v>2.5</v></c><c r=\"D1\" s=\"2\" t=\"n\"><v>2.56</v></c><c r=\"E1\"><v>0.604</v></c>\
        <c r=\"F1\" s=\"1\"><v>6.04E-1</v></c><c r=\"G1\" s=\"1\"><v>6E-1</v></c><c r=\"H1\" s=\"3\"><v>3</v></c>\
        <c r=\"I1\" s=\"1\" t=\"str\"><v>0.604</v></c><c r=\"J1\" s=\"1\" t=\"inlineStr\"><is><t>0.6</t></is></c>\
        <c r=\"K1\" s=\"1\" t=\"b\"><v>1</v></c></row></sheetData></worksheet>";
    let (whole, one) = (rounded(Rounding::Decimals(0)), rounded(Rounding::Decimals(1)));
    let scientific = rounded(Rounding::Scientific { every: 1, decimals: 2 });
    let expected = looks(
        &[],
        &[
            (0, 0, whole),
            (0, 3, one),
            (0, 5, whole),
            (0, 6, whole),
            (0, 7, scientific),
        ],
    );
    for sheet in [plain.to_owned(), plain.replace("<v>", "<v> ")] {
        let read = admitted(&with(&[
            ("xl/worksheets/sheet1.xml", &sheet),
            ("xl/styles.xml", styles),
        ]));
        assert_eq!(read.looks, expected, "{sheet}");
    }
}

/// An ods file with these styles and these rows in its one table.
fn ods(styles: &str, rows: &str) -> Parts {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name='Blad'>{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    parts(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        (
            "styles.xml",
            &format!("<office:document-styles>{styles}</office:document-styles>"),
        ),
        ("content.xml", &content),
    ])
}

#[test]
fn of_an_ods_a_number_that_is_shown_rounded_is_known() {
    let styles = "<office:automatic-styles>\
        <number:number-style style:name='N5'><number:number number:decimal-places='1' number:min-decimal-places='0'/>\
        </number:number-style>\
        <number:number-style style:name='N6'><number:scientific-number number:decimal-places='2'/></number:number-style>\
        <number:currency-style style:name='N7'><number:number number:decimal-places='9'/>\
        <style:map style:condition='value()&gt;=0' style:apply-style-name='N5'/></number:currency-style>\
        <number:number-style style:name='N8'><number:number/>\
        <style:map style:condition='value()&gt;=100' style:apply-style-name='N5'/></number:number-style>\
        <number:number-style style:name='N9'><number:number number:decimal-places='0'/>\
        <style:map style:condition='value()&lt;1' style:apply-style-name='N5'/></number:number-style>\
        <number:number-style style:name='N10'><number:number number:decimal-places='many'/></number:number-style>\
        <style:style style:name='below one' style:family='table-cell' style:data-style-name='N9'/>\
        <style:style style:name='absurd' style:family='table-cell' style:data-style-name='N10'/>\
        <style:style style:name='from a hundred' style:family='table-cell' style:data-style-name='N8'/>\
        <style:style style:name='one' style:family='table-cell' style:data-style-name='N5'/>\
        <style:style style:name='power' style:family='table-cell' style:data-style-name='N6'/>\
        <style:style style:name='money' style:family='table-cell' style:data-style-name='N7'/></office:automatic-styles>";
    let cell = |style: &str, value: &str| {
        format!("<table:table-cell table:style-name='{style}' office:value-type='float' office:value='{value}'/>")
    };
    let rows = [
        "<table:table-row>".to_owned(),
        cell("one", "1"),
        cell("one", "0.604"),
        cell("power", "1"),
        cell("money", "0.604"),
        cell("from a hundred", "0.604"),
        cell("below one", "0.604"),
        cell("absurd", "0.604"),
        "<table:table-cell table:style-name='one' office:value-type='string'><text:p>0.604</text:p></table:table-cell>\
         </table:table-row>"
            .to_owned(),
    ];
    let one = rounded(Rounding::Decimals(1));
    let power = rounded(Rounding::Scientific { every: 1, decimals: 2 });
    assert_eq!(
        admitted(&ods(styles, &rows.concat())).looks,
        looks(&[], &[(0, 1, one), (0, 2, power), (0, 3, one)])
    );
}

#[test]
fn of_an_ods_a_number_is_seen_in_its_format_whatever_its_type() {
    // As SheetJS writes percentages and dates, and as LibreOffice shows them.
    let styles = "<office:automatic-styles>\
        <number:percentage-style style:name='N1'><number:number number:decimal-places='0'/><number:text>%</number:text>\
        </number:percentage-style>\
        <number:date-style style:name='N2'><number:day/><number:text>-</number:text><number:month/></number:date-style>\
        <number:time-style style:name='N3'><number:hours/></number:time-style>\
        <number:boolean-style style:name='N4'><number:boolean/></number:boolean-style>\
        <style:style style:name='percentage' style:family='table-cell' style:data-style-name='N1'/>\
        <style:style style:name='date' style:family='table-cell' style:data-style-name='N2'/>\
        <style:style style:name='time' style:family='table-cell' style:data-style-name='N3'/>\
        <style:style style:name='boolean' style:family='table-cell' style:data-style-name='N4'/>\
        </office:automatic-styles>";
    let cells = ["percentage", "date", "time", "boolean"].map(|style| {
        format!("<table:table-cell table:style-name='{style}' office:value-type='float' office:value='0.5'/>")
    });
    let row = format!("<table:table-row>{}</table:table-row>", cells.concat());
    let otherwise = Look {
        number: Shown::Otherwise,
        ..Look::default()
    };
    let percentage = Look {
        rounding: Rounding::Decimals(0),
        ..PERCENTAGE
    };
    let expected = [
        (0, 0, percentage),
        (0, 1, otherwise),
        (0, 2, otherwise),
        (0, 3, otherwise),
    ];
    assert_eq!(admitted(&ods(styles, &row)).looks, looks(&[], &expected));
}

#[test]
fn of_an_ods_merged_cells_percentages_and_struck_text_are_known() {
    let styles = "<office:automatic-styles>\
        <number:number-style style:name='N1'><number:number number:display-factor='1000'/></number:number-style>\
        <number:number-style style:name='N2'><number:text>ja</number:text></number:number-style>\
        <number:number-style style:name='N3'><number:number/></number:number-style>\
        <number:text-style style:name='N4'><style:map style:condition='value()&gt;0' style:apply-style-name='N3'/>\
        </number:text-style>\
        <style:style style:name='no text' style:family='table-cell' style:data-style-name='N4'/>\
        <style:style style:name='scaled' style:family='table-cell' style:data-style-name='N1'/>\
        <style:style style:name='word' style:family='table-cell' style:data-style-name='N2'/>\
        <style:style style:name='plain' style:family='table-cell' style:data-style-name='N3'/>\
        <style:style style:name='struck' style:family='table-cell'>\
        <style:text-properties style:text-line-through-style='solid'/></style:style>\
        <style:style style:name='T1' style:family='text'>\
        <style:text-properties style:text-line-through-style='solid'/></style:style>\
        <style:style style:name='T2' style:family='text'>\
        <style:text-properties style:text-line-through-style='none'/></style:style></office:automatic-styles>";
    let number = |style: &str| {
        format!("<table:table-cell table:style-name='{style}' office:value-type='float' office:value='1'/>")
    };
    let text = |style: &str, text: &str| {
        format!("<table:table-cell{style} office:value-type='string'><text:p>{text}</text:p></table:table-cell>")
    };
    let rows = [
        "<table:table-column/><table:table-column table:default-cell-style-name='struck'/><table:table-row>".to_owned(),
        "<table:table-cell table:number-rows-spanned='2' office:value-type='percentage' office:value='0.5'/>"
            .to_owned(),
        text("", "in a struck column"),
        number("scaled"),
        number("word"),
        number("plain"),
        text("", "<text:span text:style-name='T1'>2</text:span> 4"),
        text("", "<text:span text:style-name='T1'>2</text:span>"),
        text(" table:style-name='no text'", "a"),
        text(
            " table:style-name='struck'",
            "2 <text:span text:style-name='T2'>4</text:span>",
        ),
        "</table:table-row><table:table-row><table:covered-table-cell office:value-type='float' office:value='9'/>"
            .to_owned(),
        "<table:table-cell table:number-columns-spanned='2'/></table:table-row>".to_owned(),
    ];
    let read = admitted(&ods(styles, &rows.concat()));
    let otherwise = Look {
        number: Shown::Otherwise,
        ..Look::default()
    };
    let hidden = Look {
        hides_text: true,
        ..Look::default()
    };
    let area = |top, left, bottom, right| Area {
        top,
        left,
        bottom,
        right,
    };
    assert_eq!(
        read.looks,
        looks(
            &[area(0, 0, 1, 0), area(1, 1, 1, 2)],
            &[
                (0, 0, PERCENTAGE),
                (0, 1, STRUCK),
                (0, 2, otherwise),
                (0, 3, otherwise),
                (0, 6, STRUCK),
                (0, 7, hidden),
                (0, 8, PARTLY),
            ]
        )
    );
    let content = part(&read, "content.xml");
    assert!(
        content.contains("<text:p><text:s text:c=\"1\"/>4</text:p>"),
        "{content}"
    );
}
