//! Takes a workbook's bytes, whatever program wrote them; returns sheets with their cells in absolute positions.

use std::borrow::Cow;
use std::io::Cursor;

use calamine::{Data, DataRef, Ods, Reader, Xls, Xlsb, Xlsx, XlsxError};
use workbook_guard::{
    Admitted, Format, Looks, Plain, PlainSheet, PlainValue, Refusal, Rounding, Tally, Unreadable, admit, plain,
};

use super::as_seen::as_seen;
use super::calendar::{day_first, day_or_time, duration};
use super::cells::{Cell, Content, Sheet};
use super::findings::FileFinding;
use super::saved::moment;
use crate::answers::Moment;
use crate::office::{NO_NUMBER, NOT_AVAILABLE, as_shown, error_value};
use crate::privacy::Written;
use crate::spelling::{is_invisible, one_line, spells};

type Bytes = Cursor<Vec<u8>>;

/// An open workbook in any supported format.
pub(super) struct Book {
    opened: Opened,
    /// Whether every formula in it is known to have its result stored.
    results: bool,
    /// What is in the file but cannot be read.
    pub(super) unreadable: Vec<Unreadable>,
    looks: Vec<Looks>,
    /// When it was last saved, as it says itself.
    pub(super) saved: Option<Moment>,
}

enum Opened {
    /// Read without a parser, with its list of strings.
    Plain(Vec<PlainSheet>, Vec<String>),
    Xlsx(Box<Xlsx<Bytes>>),
    Xlsb(Box<Xlsb<Bytes>>),
    Xls(Box<Xls<Bytes>>),
    Ods(Box<Ods<Bytes>>),
}

/// The finding for a file that the guard admitted but the parser cannot read.
fn unparsed<E>(_: E) -> FileFinding {
    FileFinding::Unparsed
}

impl Book {
    /// Checks a workbook against the bounds and opens it.
    pub(super) fn open(bytes: &[u8]) -> Result<Self, FileFinding> {
        match plain(bytes) {
            Some(plain) => Ok(Self::of_plain(plain)),
            None => Self::of_admitted(admit(bytes)?),
        }
    }

    fn of_plain(plain: Plain) -> Self {
        Self {
            opened: Opened::Plain(plain.sheets, plain.strings),
            results: true,
            unreadable: Vec::new(),
            looks: plain.looks,
            saved: plain.saved.as_deref().and_then(moment),
        }
    }

    fn of_admitted(admitted: Admitted) -> Result<Self, FileFinding> {
        let data = Cursor::new(admitted.clean);
        let book = match admitted.format {
            Format::Xlsx => Opened::Xlsx(Box::new(Xlsx::new(data).map_err(unparsed)?)),
            Format::Xlsb => Opened::Xlsb(Box::new(Xlsb::new(data).map_err(unparsed)?)),
            Format::Xls => Opened::Xls(Box::new(Xls::new(data).map_err(unparsed)?)),
            Format::Ods => Opened::Ods(Box::new(Ods::new(data).map_err(unparsed)?)),
        };
        Ok(Self {
            opened: book,
            results: admitted.results,
            unreadable: admitted.unreadable,
            looks: admitted.looks,
            saved: admitted.saved.as_deref().and_then(moment),
        })
    }

    /// Names of all sheets, in order, including hidden ones.
    pub(super) fn sheet_names(&self) -> Vec<String> {
        match &self.opened {
            Opened::Plain(sheets, _) => sheets.iter().map(|sheet| sheet.name.clone()).collect(),
            Opened::Xlsx(book) => book.sheet_names(),
            Opened::Xlsb(book) => book.sheet_names(),
            Opened::Xls(book) => book.sheet_names(),
            Opened::Ods(book) => book.sheet_names(),
        }
    }

    /// The name of the sheet called `name` in any spelling.
    pub(super) fn sheet_called(&self, name: &str) -> Option<String> {
        self.sheet_names().into_iter().find(|found| spells(found, name))
    }

    /// Reads a whole sheet. `tally` counts across all sheets of the workbook.
    pub(super) fn sheet<'a>(&'a mut self, name: &'a str, tally: &mut Tally) -> Result<Sheet<'a>, FileFinding> {
        let mut cells = Vec::new();
        let shown = Written::new(&one_line(name)).into_shown();
        match &mut self.opened {
            Opened::Plain(sheets, strings) => {
                let sheet = sheets.iter().find(|sheet| sheet.name == name);
                for cell in &sheet.ok_or(FileFinding::Unparsed)?.cells {
                    let content = from_plain(&cell.value, strings);
                    push(&mut cells, (cell.row, cell.column), content, &shown, tally)?;
                }
            }
            Opened::Xlsx(book) => {
                let mut reader = book.worksheet_cells_reader(name).map_err(unparsed)?;
                let misplaced = |error| match error {
                    XlsxError::RowNumberOverflow
                    | XlsxError::ColumnNumberOverflow
                    | XlsxError::RangeWithoutRowComponent
                    | XlsxError::RangeWithoutColumnComponent => FileFinding::Refused(Refusal::OffTheGrid {
                        sheet: Some(name.to_owned()),
                    }),
                    error => unparsed(error),
                };
                if self.results {
                    while let Some(cell) = reader.next_cell().map_err(misplaced)? {
                        let position = cell.get_position();
                        push(&mut cells, position, from_ref(cell.get_value()), &shown, tally)?;
                    }
                } else {
                    // Formulas are read too, to distinguish one without a result from an empty cell.
                    while let Some(record) = reader.next_cell_with_formula_metadata().map_err(misplaced)? {
                        let content = match record.value {
                            DataRef::Empty if record.formula.is_some() => Some(Content::NoResult),
                            value => from_ref(&value),
                        };
                        push(&mut cells, record.pos, content, &shown, tally)?;
                    }
                }
            }
            Opened::Xlsb(book) => {
                let mut reader = book.worksheet_cells_reader(name).map_err(unparsed)?;
                while let Some(cell) = reader.next_cell().map_err(unparsed)? {
                    let position = cell.get_position();
                    push(&mut cells, position, from_ref(cell.get_value()), &shown, tally)?;
                }
            }
            Opened::Xls(book) => {
                let range = book.worksheet_range(name).map_err(unparsed)?;
                from_range(&range, &shown, tally, &mut cells)?;
            }
            Opened::Ods(book) => {
                let range = book.worksheet_range(name).map_err(unparsed)?;
                from_range(&range, &shown, tally, &mut cells)?;
            }
        }
        // Every program we know writes row by row, but a file need not be in that order.
        if !cells.is_sorted_by_key(|cell| (cell.row, cell.column)) {
            cells.sort_by_key(|cell| (cell.row, cell.column));
        }
        let mut merged = Vec::new();
        if let Some(looks) = self.looks.iter().find(|looks| looks.sheet == name) {
            as_seen(&mut cells, looks);
            merged.clone_from(&looks.merged);
        }
        Ok(Sheet {
            name: shown,
            cells,
            merged,
        })
    }
}

fn from_range(
    range: &calamine::Range<Data>,
    sheet: &str,
    tally: &mut Tally,
    cells: &mut Vec<Cell<'_>>,
) -> Result<(), FileFinding> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        let position = (first_row + row as u32, first_column + column as u32);
        push(cells, position, from_data(data), sheet, tally)?;
    }
    Ok(())
}

pub(super) fn push<'a>(
    cells: &mut Vec<Cell<'a>>,
    (row, column): (u32, u32),
    content: Option<Content<'a>>,
    sheet: &str,
    tally: &mut Tally,
) -> Result<(), FileFinding> {
    let Some(content) = content else {
        return Ok(());
    };
    tally.admit_cell(sheet, row, column, content.text().map_or(0, str::len))?;
    cells.push(Cell {
        row,
        column,
        content,
        rounding: Rounding::None,
    });
    Ok(())
}

fn from_plain<'a>(value: &'a PlainValue, strings: &'a [String]) -> Option<Content<'a>> {
    match value {
        PlainValue::Listed(index) => text_content(Cow::Borrowed(strings.get(*index)?)),
        PlainValue::Text(text) => text_content(Cow::Borrowed(text)),
        PlainValue::Number(number) => Some(from_number(*number)),
        PlainValue::Boolean(value) => Some(Content::Bool(*value)),
        PlainValue::Error(error) => Some(Content::Error(error)),
        PlainValue::NoResult => Some(Content::NoResult),
    }
}

fn from_ref<'a>(value: &DataRef<'a>) -> Option<Content<'a>> {
    match value {
        DataRef::SharedString(text) => text_content(Cow::Borrowed(text)),
        DataRef::String(text) => text_content(Cow::Owned(text.clone())),
        other => from_data(&Data::from(other.clone())),
    }
}

fn from_data<'a>(data: &Data) -> Option<Content<'a>> {
    match data {
        Data::Empty => None,
        Data::Int(number) => Some(Content::Number(as_shown(*number as f64))),
        Data::Float(number) => Some(from_number(*number)),
        Data::String(text) => text_content(Cow::Owned(text.clone())),
        Data::Bool(value) => Some(Content::Bool(*value)),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            Some(day_or_time(date.as_f64(), date.is_duration(), (year, month, day)))
        }
        Data::DateTimeIso(text) => Some(Content::Date(day_first(text))),
        Data::DurationIso(text) => Some(Content::Time(duration(text))),
        // The guard has made a newer error value one that is known; one that is still awaited has no name.
        Data::Error(error) => Some(Content::Error(error_value(&error.to_string()).unwrap_or(NOT_AVAILABLE))),
    }
}

fn from_number<'a>(number: f64) -> Content<'a> {
    // Only a parser considers `NaN` and `INF` numbers.
    if number.is_finite() {
        Content::Number(as_shown(number))
    } else {
        Content::Error(NO_NUMBER)
    }
}

/// Blank text counts as nothing, and an error value stored as text (as in ods) as an error.
pub(super) fn text_content(text: Cow<'_, str>) -> Option<Content<'_>> {
    let trimmed = text.trim();
    if trimmed.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
        None
    } else {
        Some(error_value(trimmed).map_or(Content::Text(text), Content::Error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::pack;

    #[test]
    fn a_number_is_read_as_it_is_shown() {
        for (stored, shown) in [
            (2.999_999_999_999_999_6, 3.0),
            (0.1 + 0.2, 0.3),
            (51_999.999_999_999_99, 52_000.0),
            (999_999_999_999_999.9, 1e15),
            (1.0 / 3.0, 0.333_333_333_333_333),
            (123_456_789_012_345.0, 123_456_789_012_345.0),
            (-0.0, 0.0),
            (2.5, 2.5),
        ] {
            assert_eq!(from_data(&Data::Float(stored)), Some(Content::Number(shown)));
        }
    }

    /// A package with one sheet, `S`, whose only row has these cells.
    fn package(cells: &str) -> Vec<u8> {
        let relations = |parts: &[(&str, &str)]| {
            let relation = |(kind, target): &(&str, &str)| {
                format!("<Relationship Id=\"{kind}\" Type=\"x/{kind}\" Target=\"{target}\"/>")
            };
            let all: String = parts.iter().map(relation).collect();
            format!("<Relationships>{all}</Relationships>")
        };
        let parts = [
            ("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml")])),
            (
                "xl/_rels/workbook.xml.rels",
                relations(&[
                    ("worksheet", "worksheets/sheet1.xml"),
                    ("sharedStrings", "sharedStrings.xml"),
                    ("styles", "styles.xml"),
                ]),
            ),
            (
                "xl/workbook.xml",
                "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>".to_owned(),
            ),
            (
                "xl/sharedStrings.xml",
                "<sst><si><t> a &amp; b </t></si><si><t xml:space=\"preserve\"> c&#10;\nd</t></si><si><t/></si></sst>"
                    .to_owned(),
            ),
            (
                "xl/styles.xml",
                "<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf numFmtId=\"9\"/>\
                 <xf fontId=\"1\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
                    .to_owned(),
            ),
            (
                "xl/worksheets/sheet1.xml",
                format!(
                    "<worksheet><sheetData><row r=\"1\">{cells}</row></sheetData>\
                     <mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>"
                ),
            ),
        ];
        let parts = parts.map(|(name, part)| (name.to_owned(), part.into_bytes()));
        pack(&parts).unwrap()
    }

    /// What every sheet holds.
    fn held(mut book: Book) -> Vec<String> {
        let names = book.sheet_names();
        let mut tally = Tally::new();
        let sheets = names.iter().map(|name| {
            let sheet = book.sheet(name, &mut tally).unwrap();
            format!("{} {:?} {:?}", sheet.name, sheet.cells, sheet.merged)
        });
        sheets.collect()
    }

    #[test]
    fn a_plain_workbook_holds_what_the_parser_finds_in_it() {
        for cells in [
            r#"<c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c>"#,
            r#"<c r="B1"><v>3</v></c><c r="C1" s="1"><v>0.075</v></c><c r="D1" s="2"><v>1e999</v></c><c r="E1" t="n"/>"#,
            r#"<c r="E1" t="n"><v>-2.5E-3</v></c><c r="C1"><v>0.1</v></c><c r="D1" s="9"><v>+7</v></c>"#,
            r#"<c r="C1" t="inlineStr"><is><t> a &lt; b </t></is></c><c r="D1" t="str"><v> c &gt; d </v></c>"#,
            r#"<c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c><c r="E1" t="e"><v>#REF!</v></c>"#,
            r#"<c r="C1"><f>A1</f></c><c r="D1" t="str"><f>A1</f><v></v></c><c r="E1"><f aca="false">A1</f><v>4</v></c>"#,
            r#"<c r="C1"><f>A1</f><v></v></c><c r="D1" t="str"><f>A1</f><v/></c><c r="E1" t="s"><f>A1</f><v/></c>"#,
            r#"<c r="C1" s="2" t="s"><v>0</v></c><c r="D1" s="3"/><c r="E1" s="3" t="s"><v>1</v></c>"#,
        ] {
            let bytes = package(cells);
            let parsed = Book::of_admitted(admit(&bytes).unwrap()).ok().unwrap();
            assert_eq!(
                held(Book::of_plain(plain(&bytes).expect(cells))),
                held(parsed),
                "{cells}"
            );
        }
    }

    #[test]
    fn what_only_a_parser_can_read_is_left_to_it() {
        for cells in [
            r#"<c r="C1" s="3"><v>45000</v></c>"#,
            r#"<c r="C1" t="d"><v>2026-12-31</v></c>"#,
            r#"<c r="C1" t="str"><v>a_x000D_</v></c>"#,
            r#"<c r="XFE1"><v>1</v></c>"#,
            "<c><v>1</v></c>",
        ] {
            assert!(plain(&package(cells)).is_none(), "{cells}");
        }
        assert!(plain(&package("")).is_some());
    }

    #[test]
    fn a_cell_without_visible_text_is_empty() {
        for text in ["", " \n", "\u{200b}", " \u{ad} \u{feff}"] {
            assert_eq!(text_content(Cow::Borrowed(text)), None);
        }
    }
}
