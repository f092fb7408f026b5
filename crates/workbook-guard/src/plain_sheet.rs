//! Whether a part is a sheet that need not be walked: in order, and without what the parser stumbles over.
//!
//! A sheet is read cell by cell, each cell held against the bounds then; walking it first would parse it
//! twice. So one light pass tells the sheets in which nothing is out of the ordinary, as nearly all
//! honest ones are. It knows little of XML: whatever it does not know, it leaves to the walk.

use std::ops::Range;

use memchr::memchr;

use super::{Bound, bounds};

/// A worksheet like any other.
pub(crate) struct PlainSheet<'t> {
    /// Its cells, which is all that is read of it; the whole part where it has none.
    pub(crate) cells: &'t str,
    /// Whether every formula on it is known to come with its result.
    pub(crate) results: bool,
}

/// What there is to say of a part that is a worksheet like any other: well formed, every cell by itself, no
/// error values, no extensions of cells, and nothing that belongs in another part, should the parser take
/// it for one.
pub(crate) fn plain_sheet(text: &str) -> Option<PlainSheet<'_>> {
    let mut sheet = Sheet::default();
    let mut rest = text;
    loop {
        // Nearly always one tag follows on another.
        let start = if rest.starts_with('<') {
            0
        } else {
            memchr(b'<', rest.as_bytes()).unwrap_or(rest.len())
        };
        let (before, from) = rest.split_at(start);
        if from.is_empty() {
            break;
        }
        if sheet.may_hold_cells()
            && let Some((after, result)) = past_simple_cell(from)
        {
            sheet.no_result |= !result;
            rest = after;
            continue;
        }
        let end = memchr(b'>', from.as_bytes())?;
        let tag = &from[1..end];
        let after = &from[end + 1..];
        let taken = if std::ptr::eq(rest, text) && tag.starts_with('?') {
            before.trim().is_empty() && is_declaration_of_utf_8(tag)
        } else {
            sheet.takes(tag, text.len() - from.len()..text.len() - after.len())
        };
        if !taken {
            return None;
        }
        rest = after;
    }
    sheet.is_whole().then(|| PlainSheet {
        cells: sheet.cells.map_or(text, |place| &text[place]),
        results: !sheet.no_result,
    })
}

/// What comes after a cell as nearly all are written: its reference, style and type in that order, and
/// then a formula, a value, or nothing at all. Most of a sheet goes by here. Tells, too, whether a formula
/// in it has its result.
fn past_simple_cell(text: &str) -> Option<(&str, bool)> {
    let rest = text.as_bytes().strip_prefix(b"<c r=\"")?;
    let rest = past_some(rest, 3, u8::is_ascii_uppercase)?;
    let mut rest = past_some(rest, 7, u8::is_ascii_digit)?.strip_prefix(b"\"")?;
    if let Some(style) = rest.strip_prefix(b" s=\"") {
        rest = past_some(style, 5, u8::is_ascii_digit)?.strip_prefix(b"\"")?;
    }
    // Text may be an outcome and yet empty.
    let text_outcome = rest.strip_prefix(b" t=\"str\"");
    rest = text_outcome
        .or_else(|| rest.strip_prefix(b" t=\"s\""))
        .or_else(|| rest.strip_prefix(b" t=\"n\""))
        .unwrap_or(rest);
    let (after, result) = match rest.strip_prefix(b"/>") {
        Some(after) => (after, true),
        None => {
            let inside = rest.strip_prefix(b">")?;
            let formula = past_child(inside, b"<f>", b"</f>");
            let value = formula.unwrap_or(inside);
            // The parser takes a number that begins with an entity for nothing.
            let result = value
                .strip_prefix(b"<v>")
                .is_some_and(|value| text_outcome.is_some() || !matches!(value.first(), Some(b'<' | b'&')));
            let end = past_child(value, b"<v>", b"</v>").unwrap_or(value);
            (end.strip_prefix(b"</c>")?, result || formula.is_none())
        }
    };
    Some((&text[text.len() - after.len()..], result))
}

/// What comes after an element without attributes that holds text and no more.
fn past_child<'t>(bytes: &'t [u8], open: &[u8], close: &[u8]) -> Option<&'t [u8]> {
    let text = bytes.strip_prefix(open)?;
    text[memchr(b'<', text)?..].strip_prefix(close)
}

/// What comes after one or more bytes of a kind, and no more than `most`.
fn past_some(bytes: &[u8], most: usize, kind: impl Fn(&u8) -> bool) -> Option<&[u8]> {
    let length = bytes.iter().take(most + 1).take_while(|&byte| kind(byte)).count();
    (1..=most).contains(&length).then(|| &bytes[length..])
}

fn is_declaration_of_utf_8(tag: &str) -> bool {
    !tag.contains("encoding") || tag.contains("\"UTF-8\"") || tag.contains("\"utf-8\"")
}

/// A sheet as far as it was seen.
#[derive(Default)]
struct Sheet<'t> {
    /// The elements that are open.
    open: Vec<&'t str>,
    /// How many were open within the cell that is open.
    cell: Option<usize>,
    /// Whether a formula has no result, or may have none.
    no_result: bool,
    seen: bool,
    /// Where the cells stand, as far as they were seen.
    cells: Option<Range<usize>>,
}

impl<'t> Sheet<'t> {
    fn takes(&mut self, tag: &'t str, place: Range<usize>) -> bool {
        if let Some(name) = tag.strip_prefix('/') {
            return self.closes(name.trim_end(), place.end);
        }
        let (tag, empty) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let end_of_name = tag.bytes().position(|byte| byte == b' ').unwrap_or(tag.len());
        let (name, attributes) = tag.split_at(end_of_name);
        if !is_quoted(attributes) || !self.lets_in(name, attributes) {
            return false;
        }
        if name == "sheetData" {
            if self.cells.is_some() || self.open.len() != 1 {
                return false;
            }
            self.cells = Some(place);
        }
        if !empty {
            self.open.push(name);
            if name == "c" {
                self.cell = Some(self.open.len());
            }
        }
        self.open.len() <= Bound::Depth.most()
    }

    fn closes(&mut self, name: &str, end: usize) -> bool {
        if self.cell == Some(self.open.len()) {
            self.cell = None;
        }
        if name == "sheetData"
            && let Some(cells) = &mut self.cells
        {
            cells.end = end;
        }
        self.open.pop() == Some(name)
    }

    fn lets_in(&mut self, name: &str, attributes: &str) -> bool {
        if let Some(depth) = self.cell {
            let own_child = self.open.len() == depth;
            self.no_result |= name == "f";
            return if own_child {
                matches!(name, "v" | "f" | "is")
            } else {
                !matches!(name, "c" | "row") && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
            };
        }
        match name {
            "worksheet" => !std::mem::replace(&mut self.seen, true) && self.open.is_empty(),
            // Newer error values are not known to the parser.
            "c" => !attributes.contains("t=\"e\"") && is_a_cell(attributes),
            "row" => is_a_row(attributes),
            "sst" | "si" | "xf" | "sheet" | "definedName" | "Relationship" => false,
            // A prefix hides what an element is called, and white space of another kind where its name ends.
            _ => self.seen && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()),
        }
    }

    fn may_hold_cells(&self) -> bool {
        self.seen && self.cell.is_none()
    }

    fn is_whole(&self) -> bool {
        self.seen && self.open.is_empty()
    }
}

/// Whether attributes stand between double quotes, as every writer we know puts them. A `>` within
/// one would have cut the tag short, and left a quote without its other half; a `<` has no place in any.
fn is_quoted(attributes: &str) -> bool {
    let mut within = false;
    for byte in attributes.bytes() {
        match byte {
            b'"' => within = !within,
            b'<' => return false,
            // Between two quotes it is a character like any.
            b'\'' if !within => return false,
            _ => {}
        }
    }
    !within
}

/// Whether the number of a row, where it is written, lies on the grid.
fn is_a_row(attributes: &str) -> bool {
    reference(attributes).is_none_or(|number| {
        let number: Option<u32> = number.parse().ok();
        number.is_some_and(|number| (1..=bounds::GRID.0).contains(&number))
    })
}

/// Whether a cell's reference, where it is written, is no longer than any on the grid: `XFD1048576`.
/// With more letters or digits the parser's sums would overflow.
fn is_a_cell(attributes: &str) -> bool {
    reference(attributes).is_none_or(|cell| {
        let letters = cell.bytes().take_while(u8::is_ascii_alphabetic).count();
        letters <= 3 && cell.len() - letters <= 7
    })
}

fn reference(attributes: &str) -> Option<&str> {
    // Nearly always it is the first.
    if let Some(value) = attributes.strip_prefix(" r=\"") {
        return value.split('"').next();
    }
    let mut attributes = attributes.split_ascii_whitespace();
    let value = attributes.find_map(|attribute| attribute.strip_prefix("r="))?;
    Some(value.trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELLS: &str = r#"<row r="1"><c r="A1" t="s"><v>3</v></c><c r="B1"/></row>"#;

    fn part(before: &str, cells: &str, after: &str) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet>{before}<sheetData>{cells}</sheetData>{after}</worksheet>"
        )
    }

    #[test]
    fn a_sheet_without_anything_strange_goes_by_unwalked() {
        let inline = r#"<row><c t="inlineStr"><is><r><t xml:space="preserve"> a </t></r></is></c></row>"#;
        for plain in [
            part(
                "<sheetViews><sheetView/></sheetViews>",
                CELLS,
                "<extLst><ext/></extLst>",
            ),
            part("", inline, ""),
            part(
                "",
                r#"<row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1" t="s" s="2"><v>0</v></c></row>"#,
                "",
            ),
            part("", "", ""),
            part(
                "",
                r#"<row r="1048576"><c><f t="shared" si="0">A1</f><v>1</v></c></row>"#,
                "",
            ),
        ] {
            assert!(plain_sheet(&plain).is_some(), "{plain}");
        }
    }

    #[test]
    fn cells_are_all_that_is_left_of_it() {
        let left = |sheet: &str| plain_sheet(sheet).unwrap().cells.to_owned();
        let before = r#"<dimension ref="A1:B1"/><cols><col min="1" max="2"/></cols>"#;
        assert_eq!(
            left(&part(before, CELLS, "<mergeCells/>")),
            format!("<sheetData>{CELLS}</sheetData>")
        );
        assert_eq!(left("<worksheet><sheetData/><a/></worksheet>"), "<sheetData/>");
        let none = "<worksheet><a/></worksheet>";
        assert_eq!(left(none), none);
    }

    #[test]
    fn a_formula_without_a_result_is_noticed_and_one_with_is_not() {
        let results = |cell: &str| {
            let sheet = part("", &format!(r#"<row r="1">{cell}<c r="B1"><v>1</v></c></row>"#), "");
            plain_sheet(&sheet).unwrap().results
        };
        assert!(results(r#"<c r="A1"/>"#));
        assert!(results(r#"<c r="A1"><v>1</v></c>"#));
        assert!(results(r#"<c r="A1" s="2" t="str"><f>A2</f><v>a</v></c>"#));
        assert!(results(r#"<c r="A1" t="str"><f>A2</f><v></v></c>"#));
        assert!(!results(r#"<c r="A1"><f>A2</f></c>"#));
        assert!(!results(r#"<c r="A1" t="str"><f>A2</f></c>"#));
        assert!(!results(r#"<c r="A1"><f>A2</f><v></v></c>"#));
        assert!(!results(r#"<c r="A1"><f>A2</f><v/></c>"#));
        assert!(!results(r#"<c r="A1"><f>A2</f><v>&#51;</v></c>"#));
        // Not known to have one.
        assert!(!results(r#"<c r="A1"><f t="shared" si="0"/><v>1</v></c>"#));
    }

    #[test]
    fn whatever_is_strange_is_left_to_the_walk() {
        for strange in [
            // What the parser stumbles over.
            part("", r#"<row><c t="e"><v>#SPILL!</v></c></row>"#, ""),
            part("", r"<row><c t='e'><v>#SPILL!</v></c></row>", ""),
            part("", "<row><c><v>1</v><extLst/></c></row>", ""),
            part("", "<row><c><v><c/></v></c></row>", ""),
            part("", "<row><c><c/></c></row>", ""),
            part("", r#"<row r="1048577"/>"#, ""),
            part("", r#"<row spans="1:2" r="0"/>"#, ""),
            part("", r#"<row><c r="AAAA1"/></row>"#, ""),
            part("", r#"<row><c r="A12345678"><v>1</v></c></row>"#, ""),
            part("", r#"<row><c r="A1"><v>1<v></c></row>"#, ""),
            part("", r#"<row><c r="A1" t="s"><v>1</v><x:v/></c></row>"#, ""),
            CELLS.to_owned() + &part("", "", ""),
            part("", r#"<row><c s="1" r="A10485760"/></row>"#, ""),
            part("", "<row><c\tr=\"AAAA1\"/></row>", ""),
            part("", "<row><c><is><c\n/></is></c></row>", ""),
            // What belongs in another part.
            part("", CELLS, r#"<sst uniqueCount="1000000000"/>"#),
            part("", CELLS, "<si/>"),
            part("", CELLS, "<x:si/>"),
            part("", CELLS, "<xf/>"),
            part("", CELLS, "<definedName/>"),
            part("", CELLS, r#"<sheet name="a"/>"#),
            part("", CELLS, "<Relationship/>"),
            "<workbook><sheetData/></workbook>".to_owned(),
            CELLS.to_owned(),
            // What is not in order, or not known to be.
            part("<!DOCTYPE x>", CELLS, ""),
            part("<!-- -->", CELLS, ""),
            part("<?x?>", CELLS, ""),
            part("", "<row><c r=\"A1\"><v>3</v></row>", ""),
            part("<a b=\">\"/>", CELLS, ""),
            part("<a b=\"<c>\"/>", CELLS, ""),
            part("", CELLS, "<a>"),
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
            assert!(plain_sheet(&strange).is_none(), "{strange}");
        }
    }
}
