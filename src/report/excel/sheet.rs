//! Takes a part of an outline; writes it on a sheet: its title, its paragraphs, and its tables with their charts.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::style::Style;
use super::table::write_table;
use super::{Placed, panel};
use crate::office::measure::{pixels, row_height};
use crate::report::outline::{Block, OnPaper, Part, RegionPart, TableKey};

/// The number of characters on a line of a paragraph, which spans the first columns.
const LINE: u16 = 165;

/// Below the title of a sheet that is not printed any further.
pub(super) const FOR_THE_SCREEN: &str =
    "Dit blad is voor het scherm: van dit blad worden alleen deze twee regels afgedrukt.";

/// Tables with more rows than this may span several pages, on which the headers are repeated.
const LONG: usize = 20;

/// Writes a part on a sheet. Its tables are added to `placed`.
pub(super) fn write<'o>(
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
    let mut row = write_heading(sheet, part, &widths, style)?;
    let mut blocks = part.blocks.as_slice();
    while let Some((block, rest)) = blocks.split_first() {
        match block {
            Block::Text(paragraphs) => {
                row = write_text(sheet, row, paragraphs, &widths, style)?;
                blocks = rest;
            }
            Block::Table(table) if table.native_charts().next().is_none() => {
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
                        matches!(block, Block::Table(t) if t.native_charts().next().is_some() || t.columns.len() == first.columns.len())
                    })
                    .count();
                row = panel::write(sheet, row, part.name(), &blocks[..number], &widths, style, placed)?;
                blocks = &blocks[number..];
            }
        }
    }
    if part.key == RegionPart::Steps.into() {
        // Two tables with their charts, which a page break would cut.
        sheet.set_print_fit_to_pages(1, 1);
    }
    // What a meeting does not get through is for the screen.
    let further = placed[before..]
        .iter()
        .find(|placed| placed.table.key == TableKey::FurtherDisagreements);
    if let Some(further) = further {
        let last_column = widths.len().saturating_sub(1) as u16;
        sheet.set_print_area(0, 0, further.header_row.saturating_sub(2), last_column)?;
    }
    if let [only] = &placed[before..]
        && part.key.on_paper() == OnPaper::Whole
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

/// Writes the title, and what is printed if that is not the whole part. Returns the row for its contents.
pub(super) fn write_heading(
    sheet: &mut Worksheet,
    part: &Part,
    widths: &[u16],
    style: &Style,
) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(0, 0, &part.title, &style.title)?;
    let mut row = 1;
    if part.key.on_paper() == OnPaper::Heading {
        let last = write_paragraph(sheet, row, FOR_THE_SCREEN, widths, style)?;
        sheet.set_print_area(0, 0, row, last)?;
        row += 1;
    }
    // Low rows, so that more fits on the first screen.
    sheet.set_row_height(0, 24)?.set_row_height(row, 6)?;
    Ok(row + 1)
}

/// Writes paragraphs and returns the row for what comes next.
pub(super) fn write_text(
    sheet: &mut Worksheet,
    mut row: u32,
    paragraphs: &[String],
    widths: &[u16],
    style: &Style,
) -> Result<u32, XlsxError> {
    for paragraph in paragraphs {
        write_paragraph(sheet, row, paragraph, widths, style)?;
        row += 1;
    }
    Ok(row + 1)
}

/// Writes a paragraph across the first columns and returns the last of these.
fn write_paragraph(
    sheet: &mut Worksheet,
    row: u32,
    paragraph: &str,
    widths: &[u16],
    style: &Style,
) -> Result<u16, XlsxError> {
    let (mut characters, mut across, mut last) = (0, 0.0, 0);
    for (column, &width) in (0..).zip(widths) {
        characters += width;
        if characters > LINE && column > 0 {
            break;
        }
        across += pixels(f64::from(width));
        last = column;
    }
    if last > 0 {
        sheet.merge_range(row, 0, row, last, paragraph, &style.text)?;
    } else {
        sheet.write_string_with_format(row, 0, paragraph, &style.text)?;
    }
    sheet.set_row_height(row, row_height([(paragraph, across)]) + 2.0)?;
    Ok(last)
}
