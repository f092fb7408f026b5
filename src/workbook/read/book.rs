//! Takes a workbook's bytes, whatever program wrote them; returns sheets with their cells in absolute positions.

use std::borrow::Cow;
use std::io::Cursor;

use calamine::{Data, DataRef, Ods, Reader, Xls, Xlsb, Xlsx, XlsxError};
use workbook_guard::{Format, Looks, Refusal, Tally, Unreadable, admit};

use super::as_seen::as_seen;
use super::calendar::{day_first, day_or_time, duration};
use super::cells::{Cell, Content, Sheet};
use super::findings::FileFinding;
use super::saved::moment;
use crate::answers::Moment;
use crate::office::as_shown;
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
        let admitted = admit(bytes)?;
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

fn push<'a>(
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
    cells.push(Cell { row, column, content });
    Ok(())
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
        // Only a parser considers `NaN` and `INF` numbers.
        Data::Float(number) if !number.is_finite() => Some(Content::Error),
        Data::Float(number) => Some(Content::Number(as_shown(*number))),
        Data::String(text) => text_content(Cow::Owned(text.clone())),
        Data::Bool(value) => Some(Content::Bool(*value)),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            Some(day_or_time(date.as_f64(), date.is_duration(), (year, month, day)))
        }
        Data::DateTimeIso(text) => Some(Content::Date(day_first(text))),
        Data::DurationIso(text) => Some(Content::Time(duration(text))),
        Data::Error(_) => Some(Content::Error),
    }
}

/// Blank text counts as nothing, and an error value stored as text (as in ods) as an error.
fn text_content(text: Cow<'_, str>) -> Option<Content<'_>> {
    let trimmed = text.trim();
    if trimmed.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
        None
    } else if ERRORS.contains(&trimmed) {
        Some(Content::Error)
    } else {
        Some(Content::Text(text))
    }
}

const ERRORS: [&str; 9] = [
    "#N/A", "#N/B", "#REF!", "#VERW!", "#VALUE!", "#WAARDE!", "#DIV/0!", "#DEEL/0!", "#NAME?",
];

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn a_cell_without_visible_text_is_empty() {
        for text in ["", " \n", "\u{200b}", " \u{ad} \u{feff}"] {
            assert_eq!(text_content(Cow::Borrowed(text)), None);
        }
    }
}
