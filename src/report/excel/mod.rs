//! Takes an outline; returns a workbook with a sheet for each part, tables as cells, and native charts.

mod charts;
mod marks;
mod panel;
mod recalculation;
mod style;

use rust_xlsxwriter::{
    Color, ConditionalFormat2ColorScale, ConditionalFormatType, DataValidation, Format, Workbook, Worksheet, XlsxError,
};

use self::style::Style;
use super::outline::{Block, Cell, Column, Header, Outline, Part, RegionPart, Table, Usage, status_words};
use crate::office::measure::{pixels, row_height};
use crate::office::{self, with_refusal};
use crate::palette;
use crate::plan::STATUSES;
use crate::questionnaire::Date;
use crate::workbook::layout::{self, address, meta};

/// The number of characters on a line of a paragraph, which spans the first columns.
const LINE: u16 = 165;

/// Makes the workbook of an outline, dated `date`. The same outline and date give the same bytes.
///
/// # Errors
/// If a text does not fit in a workbook.
pub fn write(outline: &Outline, date: Date) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&office::properties(&outline.title, date)?);
    let style = Style::new();
    let mut placed = Vec::new();
    for part in &outline.parts {
        let sheet = book.add_worksheet();
        sheet.set_name(part.name())?;
        office::set_up(sheet);
        if part.key == RegionPart::Recalculation.into() {
            recalculation::write(sheet, part, &placed, &style)?;
        } else {
            write_part(sheet, part, &style, &mut placed)?;
        }
    }
    let mut facts: Vec<(String, String)> = Vec::new();
    facts.extend(
        outline
            .facts
            .iter()
            .map(|(key, value)| ((*key).to_owned(), value.clone())),
    );
    facts.extend(meta::marked(marks(outline)));
    let unmarked = outline.parts.iter().filter(|part| !marks::is_marked(part));
    facts.extend(unmarked.map(|part| (meta::UNMARKED.to_owned(), part.name().to_owned())));
    let facts = facts.iter().map(|(key, value)| (key.as_str(), value.clone()));
    office::write_facts(book.add_worksheet(), layout::META, facts)?;
    office::save(book)
}

/// Marks of the rows that the workbook of an outline shows, as the workbook stores them.
#[must_use]
pub fn marks(outline: &Outline) -> Vec<String> {
    marks::marks(outline).to_texts()
}

/// A table and where it was written.
struct Placed<'o> {
    sheet: &'static str,
    table: &'o Table,
    header_row: u32,
}

impl Placed<'_> {
    fn sheet(&self) -> String {
        format!("'{}'", self.sheet.replace('\'', "''"))
    }

    /// A cell, as a reference for formulas.
    fn cell(&self, row: u32, column: Header) -> Option<String> {
        let column = self.table.position(column)? as u32;
        Some(format!(
            "{}!{}",
            self.sheet(),
            address(self.header_row + 1 + row, column)
        ))
    }

    /// A whole column, as a reference for formulas.
    fn column(&self, column: Header) -> Option<String> {
        let letters = address(0, self.table.position(column)? as u32);
        let letters = letters.trim_end_matches('1');
        let first = self.header_row + 2;
        let last = self.header_row + 1 + self.table.rows.len() as u32;
        Some(format!("{}!${letters}${first}:${letters}${last}", self.sheet()))
    }
}

/// Pixels of a header that the filter button covers.
const FILTER_BUTTON: f64 = 16.0;
/// Tables with more rows than this may span several pages, on which the headers are repeated.
const LONG: usize = 20;

fn write_part<'o>(
    sheet: &mut Worksheet,
    part: &'o Part,
    style: &Style,
    placed: &mut Vec<Placed<'o>>,
) -> Result<(), XlsxError> {
    let before = placed.len();
    let widths = column_widths(part);
    for (column, width) in (0..).zip(&widths) {
        sheet.set_column_width(column, f64::from(*width))?;
    }
    sheet.write_string_with_format(0, 0, &part.title, &style.title)?;
    // Low rows, so that more fits on the first screen.
    sheet.set_row_height(0, 24)?.set_row_height(1, 6)?;
    let mut row = 2;
    let mut blocks = part.blocks.as_slice();
    while let Some((block, rest)) = blocks.split_first() {
        match block {
            Block::Text(paragraphs) => {
                row = write_text(sheet, row, paragraphs, &widths, style)?;
                blocks = rest;
            }
            Block::Table(table) if table.charts.is_empty() => {
                placed.push(Placed {
                    sheet: part.name(),
                    table,
                    header_row: row + 1,
                });
                row = write_table(sheet, row, table, &widths, style)? + 1;
                blocks = rest;
            }
            Block::Table(first) => {
                // Below a table with charts, a table with the same columns continues its layout.
                let number = blocks
                    .iter()
                    .take_while(|block| {
                        matches!(block, Block::Table(t) if !t.charts.is_empty() || t.columns.len() == first.columns.len())
                    })
                    .count();
                row = panel::write(sheet, row, part.name(), &blocks[..number], &widths, style, placed)?;
                blocks = &blocks[number..];
            }
        }
    }
    if let [only] = &placed[before..]
        && only.table.rows.len() > LONG
    {
        sheet.set_repeat_rows(only.header_row, only.header_row)?;
    }
    Ok(())
}

/// The width of each column: the largest that any table of the part needs there.
fn column_widths(part: &Part) -> Vec<u16> {
    let mut widths: Vec<u16> = Vec::new();
    for block in &part.blocks {
        if let Block::Table(table) = block {
            for (index, column) in table.columns.iter().enumerate() {
                match widths.get_mut(index) {
                    Some(width) => *width = column.width.max(*width),
                    None => widths.push(column.width),
                }
            }
        }
    }
    if widths.is_empty() {
        widths.push(LINE);
    }
    widths
}

fn write_text(
    sheet: &mut Worksheet,
    mut row: u32,
    paragraphs: &[String],
    widths: &[u16],
    style: &Style,
) -> Result<u32, XlsxError> {
    let (mut characters, mut across, mut last) = (0, 0.0, 0);
    for (column, &width) in (0..).zip(widths) {
        characters += width;
        if characters > LINE && column > 0 {
            break;
        }
        across += pixels(f64::from(width));
        last = column;
    }
    for paragraph in paragraphs {
        if last > 0 {
            sheet.merge_range(row, 0, row, last, paragraph, &style.text)?;
        } else {
            sheet.write_string_with_format(row, 0, paragraph, &style.text)?;
        }
        sheet.set_row_height(row, row_height([(paragraph.as_str(), across)]) + 2.0)?;
        row += 1;
    }
    Ok(row + 1)
}

/// Writes a table and returns the first row below it.
fn write_table(
    sheet: &mut Worksheet,
    top: u32,
    table: &Table,
    widths: &[u16],
    style: &Style,
) -> Result<u32, XlsxError> {
    let across = |column: usize| pixels(f64::from(widths[column]));
    sheet.write_string_with_format(top, 0, &table.heading, &style.heading)?;
    let header_row = top + 1;
    // Headers without rows say nothing, except where people or programs look for the table.
    if table.rows.is_empty() && table.usage == Usage::Read {
        return Ok(header_row);
    }
    for (column, Column { header, .. }) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(header_row, column, header, &style.header)?;
    }
    let button = if table.usage == Usage::Read { 0.0 } else { FILTER_BUTTON };
    let headers = table.columns.iter().enumerate();
    let heights = headers.map(|(index, column)| (column.header.as_str(), across(index) - button));
    sheet.set_row_height(header_row, row_height(heights) + 2.0)?;
    let mut row = header_row + 1;
    for cells in &table.rows {
        for (column, cell) in (0..).zip(cells) {
            write_value(sheet, row, column, cell)?;
        }
        let texts = cells.iter().enumerate().filter_map(|(index, cell)| match cell {
            Cell::Text(text) | Cell::Entry(text) => Some((text.as_str(), across(index))),
            _ => None,
        });
        sheet.set_row_height(row, row_height(texts) + 1.0)?;
        row += 1;
    }
    set_looks(sheet, header_row + 1, &table.rows, style)?;
    let last_row = row.saturating_sub(1).max(header_row);
    let last_column = table.columns.len().saturating_sub(1) as u16;
    match table.usage {
        Usage::Read => {}
        Usage::Heatmap => {
            let scale = ConditionalFormat2ColorScale::new()
                .set_minimum(ConditionalFormatType::Number, 0)
                .set_maximum(ConditionalFormatType::Number, 100)
                .set_minimum_color(Color::RGB(palette::PAPER))
                .set_maximum_color(Color::RGB(palette::HEAT));
            sheet.add_conditional_format(header_row + 1, 1, last_row, last_column, &scale)?;
        }
        Usage::Filter | Usage::FillIn => {
            sheet.autofilter(header_row, 0, last_row, last_column)?;
            sheet.set_freeze_panes(header_row + 1, 1)?;
        }
    }
    if table.usage == Usage::FillIn {
        // The table is too wide for one page. The question is on the first and what people agree on the second, with
        // ids on both. Anything above the table would be cut off on the second page.
        sheet
            .set_print_fit_to_pages(2, 0)
            .set_repeat_columns(0, 0)?
            .set_print_area(header_row, 0, last_row, last_column)?
            .set_header("&L&A");
        office::protect(sheet);
    }
    Ok(row)
}

/// Writes the value of a cell. Formats are set afterwards, for many cells at once.
fn write_value(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) | Cell::Entry(text) => sheet.write_string(row, column, text)?,
        Cell::Score(Some(value)) | Cell::Share(Some(value)) | Cell::Points(Some(value)) | Cell::Number(value) => {
            sheet.write_number(row, column, *value)?
        }
        Cell::Score(None) | Cell::Share(None) | Cell::Points(None) => sheet,
        Cell::PlanStatus(text) => {
            let rule = DataValidation::new().allow_list_strings(&STATUSES)?;
            let rule = with_refusal(rule, "Kies een status uit de lijst, of laat de cel leeg.")?;
            sheet
                .add_data_validation(row, column, row, column, &rule)?
                .write_string(row, column, text)?
        }
        Cell::Status(status) => sheet.write_string(row, column, status_words(*status))?,
    };
    Ok(())
}

/// The format of a cell.
fn look<'s>(cell: &Cell, style: &'s Style) -> &'s Format {
    match cell {
        Cell::Text(_) | Cell::Score(None) | Cell::Share(None) | Cell::Points(None) => &style.cell,
        Cell::Score(Some(_)) => &style.score,
        Cell::Share(Some(_)) => &style.share,
        Cell::Points(Some(_)) => &style.points,
        Cell::Number(_) => &style.number,
        Cell::Entry(_) | Cell::PlanStatus(_) => &style.entry,
        Cell::Status(status) => style.status(*status),
    }
}

/// Sets the formats of a table's cells, from its first row. Does so for runs of similar cells in a column, as finding a
/// format costs more than writing a cell.
fn set_looks(sheet: &mut Worksheet, first_row: u32, rows: &[Vec<Cell>], style: &Style) -> Result<(), XlsxError> {
    for column in 0..rows.iter().map(Vec::len).max().unwrap_or(0) {
        let look_at = |row: &Vec<Cell>| row.get(column).map(|cell| std::ptr::from_ref(look(cell, style)));
        let mut row = first_row;
        for alike in rows.chunk_by(|one, next| look_at(one) == look_at(next)) {
            let next = row + alike.len() as u32;
            if let Some(cell) = alike[0].get(column) {
                sheet.set_range_format(row, column as u16, next - 1, column as u16, look(cell, style))?;
            }
            row = next;
        }
    }
    Ok(())
}
