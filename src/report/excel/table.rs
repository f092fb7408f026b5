//! Takes a table of an outline; writes its cells on a sheet, with their formats and how people use it.

use rust_xlsxwriter::{DataValidation, Format, Formula, Worksheet, XlsxError};

use super::page::{LOW, Page};
use super::style::Style;
use crate::office::measure::{pixels, row_height};
use crate::office::{self, with_refusal};
use crate::plan::STATUSES;
use crate::report::outline::{Cell, Column, HeatCell, Table, Usage};

/// Pixels of a header that the filter button covers.
const FILTER_BUTTON: f64 = 16.0;
/// How many points of a plan are printed if nothing was filled in: what fits on two pages.
const FIRST_ON_PAPER: usize = 12;
/// What a cell of a heat map with too few answers shows.
pub(super) const TOO_FEW: &str = "–";

/// Writes a table with a low row below it, and returns the row for what comes next.
pub(super) fn write_table(
    sheet: &mut Page,
    top: u32,
    table: &Table,
    widths: &[u16],
    style: &Style,
) -> Result<u32, XlsxError> {
    let places: Vec<(u16, u16)> = (0..table.columns.len())
        .map(|index| (table.across(index), table.across(index + 1) - 1))
        .collect();
    let across = |index: usize| {
        let (first, last) = places[index];
        let widths = &widths[usize::from(first)..=usize::from(last)];
        widths.iter().map(|&width| pixels(f64::from(width))).sum::<f64>()
    };
    sheet.write_string_with_format(top, 0, &table.heading, &style.heading)?;
    let header_row = top + 1;
    // Headers without rows say nothing, except where people or programs look for the table.
    if table.rows.is_empty() && table.usage == Usage::Read {
        sheet.set_row_height(header_row, LOW)?;
        return Ok(header_row + 1);
    }
    for (&(first, last), Column { header, .. }) in places.iter().zip(&table.columns) {
        span(sheet, header_row, (first, last), &style.header)?;
        sheet.write_string_with_format(header_row, first, header, &style.header)?;
    }
    let button = match table.usage {
        Usage::Read | Usage::Heatmap => 0.0,
        Usage::Filter | Usage::FillIn => FILTER_BUTTON,
    };
    let headers = table.columns.iter().enumerate();
    let heights = headers.map(|(index, column)| (column.header.as_str(), across(index) - button));
    sheet.set_row_height(header_row, row_height(heights) + 2.0)?;
    let mut row = header_row + 1;
    for cells in &table.rows {
        for (&(first, last), cell) in places.iter().zip(cells) {
            span(sheet, row, (first, last), &style.cell)?;
            write_value(sheet, row, first, cell)?;
        }
        let texts = cells.iter().enumerate().filter_map(|(index, cell)| match cell {
            Cell::Text(text) | Cell::Entry(text) => Some((text.as_str(), across(index))),
            Cell::Verdict(verdict) => Some((verdict.words, across(index))),
            _ => None,
        });
        sheet.set_row_height(row, row_height(texts) + 1.0)?;
        row += 1;
    }
    set_looks(sheet, header_row + 1, table, style)?;
    let last_row = row.saturating_sub(1).max(header_row);
    let last_column = table.across(table.columns.len()).saturating_sub(1);
    match table.usage {
        Usage::Read | Usage::Heatmap => {}
        Usage::Filter | Usage::FillIn => {
            sheet.autofilter(header_row, 0, last_row, last_column)?;
            // Beside what is to be filled in, the question stays in view.
            let frozen = if table.usage == Usage::FillIn { 2 } else { 1 };
            sheet.set_freeze_panes(header_row + 1, frozen)?;
        }
    }
    if table.usage == Usage::FillIn {
        print_to_fill_in(sheet, header_row, table)?;
        office::protect(sheet);
    }
    // Below a table to fill in is nothing but room for rows that people add.
    if table.usage != Usage::FillIn {
        sheet.set_row_height(row, LOW)?;
    }
    Ok(row + 1)
}

/// Merges the cells that a column lies across.
fn span(sheet: &mut Page, row: u32, (first, last): (u16, u16), format: &Format) -> Result<(), XlsxError> {
    if first < last {
        sheet.merge_range(row, first, row, last, "", format)?;
    }
    Ok(())
}

/// Prints what people read and fill in, on pages one wide: up to the last column to fill in, and the first points, and
/// those up to the last in which something was filled in.
fn print_to_fill_in(sheet: &mut Page, header_row: u32, table: &Table) -> Result<(), XlsxError> {
    let is_to_fill_in = |cell: &Cell| matches!(cell, Cell::Entry(_) | Cell::PlanStatus(_));
    let is_filled = |cell: &Cell| matches!(cell, Cell::Entry(text) | Cell::PlanStatus(text) if !text.is_empty());
    let filled = table.rows.iter().rposition(|row| row.iter().any(is_filled));
    let printed = filled
        .map_or(0, |last| last + 1)
        .max(FIRST_ON_PAPER)
        .min(table.rows.len());
    let last_column = table
        .rows
        .iter()
        .filter_map(|row| row.iter().rposition(is_to_fill_in))
        .max();
    let last_column = last_column.unwrap_or(table.columns.len().saturating_sub(1));
    let header = if printed < table.rows.len() {
        format!("&L&A: de eerste {printed} van de {} punten", table.rows.len())
    } else {
        "&L&A".to_owned()
    };
    sheet
        .set_print_area(header_row, 0, header_row + printed as u32, last_column as u16)?
        .set_repeat_rows(header_row, header_row)?
        .set_header(header);
    Ok(())
}

/// Writes the value of a cell. Formats are set afterwards, for many cells at once.
fn write_value(sheet: &mut Page, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => sheet.write_string(row, column, text)?,
        Cell::Entry(text) => write_entry(sheet, row, column, text)?,
        Cell::Score(Some(value))
        | Cell::FineScore(Some(value))
        | Cell::Share(Some(value))
        | Cell::Points(Some(value))
        | Cell::FinePoints(Some(value))
        | Cell::Number(value) => sheet.write_number(row, column, *value)?,
        Cell::Score(None) | Cell::FineScore(None) | Cell::Share(None) | Cell::Points(None) | Cell::FinePoints(None) => {
            sheet
        }
        Cell::Heat(HeatCell::Score { score, .. }) => sheet.write_number(row, column, *score)?,
        Cell::Heat(HeatCell::TooFew) => sheet.write_string(row, column, TOO_FEW)?,
        Cell::Heat(HeatCell::Nothing) => sheet.write_string(row, column, HeatCell::NOT_ASKED)?,
        Cell::PlanStatus(text) => {
            let rule = DataValidation::new().allow_list_strings(&STATUSES)?;
            let rule = with_refusal(rule, "Kies een status uit de lijst, of laat de cel leeg.")?;
            write_entry(
                sheet.add_data_validation(row, column, row, column, &rule)?,
                row,
                column,
                text,
            )?
        }
        Cell::Verdict(verdict) => sheet.write_string(row, column, verdict.words)?,
    };
    Ok(())
}

/// Writes what people filled in. An error value can only be written as the result of a formula: of one that is nothing
/// but that error value.
fn write_entry<'s>(
    sheet: &'s mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
) -> Result<&'s mut Worksheet, XlsxError> {
    match office::error_value(text) {
        Some(error) => sheet.write_formula(row, column, Formula::new(error).set_result(error)),
        None => sheet.write_string(row, column, office::fitting(text)),
    }
}

/// The format of a cell.
fn look<'s>(cell: &Cell, usage: Usage, style: &'s Style) -> &'s Format {
    match cell {
        Cell::Heat(cell) => style.heat(*cell),
        Cell::Verdict(verdict) if usage == Usage::Heatmap => style.tinted(*verdict),
        Cell::Text(_)
        | Cell::Score(None)
        | Cell::FineScore(None)
        | Cell::Share(None)
        | Cell::Points(None)
        | Cell::FinePoints(None) => &style.cell,
        Cell::Score(Some(_)) => &style.score,
        Cell::FineScore(Some(_)) => &style.fine_score,
        Cell::Share(Some(_)) => &style.share,
        Cell::Points(Some(_)) => &style.points,
        Cell::FinePoints(Some(_)) => &style.fine_points,
        Cell::Number(_) => &style.number,
        Cell::Entry(_) | Cell::PlanStatus(_) => &style.entry,
        Cell::Verdict(verdict) => style.verdict(*verdict),
    }
}

/// Sets the formats of a table's cells, from its first row. Does so for runs of similar cells in a column, as finding a
/// format costs more than writing a cell.
fn set_looks(sheet: &mut Page, first_row: u32, table: &Table, style: &Style) -> Result<(), XlsxError> {
    let Table { rows, usage, .. } = table;
    for column in 0..rows.iter().map(Vec::len).max().unwrap_or(0) {
        let look_at = |row: &Vec<Cell>| {
            row.get(column)
                .map(|cell| std::ptr::from_ref(look(cell, *usage, style)))
        };
        let mut row = first_row;
        for alike in rows.chunk_by(|one, next| look_at(one) == look_at(next)) {
            let next = row + alike.len() as u32;
            if let Some(cell) = alike[0].get(column) {
                let (first, last) = (table.across(column), table.across(column + 1) - 1);
                sheet.set_range_format(row, first, next - 1, last, look(cell, *usage, style))?;
            }
            row = next;
        }
    }
    Ok(())
}
