//! Takes a part of an outline; writes it on a sheet: its title, its paragraphs, and its tables with their charts.

use rust_xlsxwriter::{Image, Worksheet, XlsxError};

use super::page::{LONG, LOW, Page};
use super::style::Style;
use super::table::write_table;
use super::{Placed, Written, charts, panel};
use crate::office;
use crate::office::measure::{pixels, row_height};
use crate::report::chart_image;
use crate::report::outline::{Block, Chart, ChartKey, ComparisonPart, OnPaper, Part, PartKey, RegionPart};

/// The number of characters on a line of a paragraph, which spans the first columns.
const LINE: u16 = 165;
/// The same where there is no table, so that it fits the width of a page.
const ALONE: u16 = 120;

/// Below the title of a sheet that is not printed any further.
pub(super) const FOR_THE_SCREEN: &str =
    "Dit blad is voor het scherm: van dit blad worden alleen deze twee regels afgedrukt.";

/// Parts that belong together on one page, and are little more than that.
const ON_ONE_PAGE: [PartKey; 5] = [
    PartKey::Region(RegionPart::Summary),
    PartKey::Region(RegionPart::Steps),
    PartKey::Region(RegionPart::Practices),
    PartKey::Region(RegionPart::Methodology),
    PartKey::Comparison(ComparisonPart::Overview),
];

/// Writes a part on a sheet. Its tables are added to what was written.
pub(super) fn write<'o>(
    sheet: &mut Worksheet,
    part: &'o Part,
    style: &Style,
    written: &mut Written<'o>,
) -> Result<(), XlsxError> {
    let sheet = &mut Page::new(sheet);
    let before = written.placed.len();
    let widths = column_widths(part);
    for (column, width) in (0..).zip(&widths) {
        sheet.set_column_width(column, f64::from(*width))?;
    }
    let mut row = write_heading(sheet, part, &widths, style)?;
    let mut blocks = part.blocks.as_slice();
    let mut follows_text = false;
    while let Some((block, rest)) = blocks.split_first() {
        // A text stays with the table below it.
        if !follows_text {
            sheet.begin(row);
        }
        follows_text = matches!(block, Block::Text(_));
        match block {
            Block::Text(paragraphs) => {
                row = write_text(sheet, row, paragraphs, &widths, style)?;
                blocks = rest;
            }
            Block::Table(table) if table.native_charts().next().is_none() => {
                written.placed.push(Placed {
                    sheet: part.name(),
                    table,
                    header_row: row + 1,
                });
                row = write_table(sheet, row, table, &widths, style)?;
                for chart in table.charts.iter().filter(|chart| is_a_picture(chart)) {
                    sheet.begin(row);
                    row = put_picture(sheet, row, chart)?;
                }
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
                row = panel::write(sheet, row, part.name(), &blocks[..number], &widths, style, written)?;
                blocks = &blocks[number..];
            }
        }
    }
    let placed = &written.placed[before..];
    let mut across = widths.as_slice();
    let printed = |placed: &&Placed| !placed.table.key.is_for_the_screen();
    if let Some(further) = placed.iter().find(|placed| !printed(placed)) {
        let above = placed.iter().take_while(printed);
        let columns = above
            .map(|placed| placed.table.across(placed.table.columns.len()))
            .max();
        let columns = columns.unwrap_or_default().max(1);
        row = further.header_row - 1;
        sheet.set_print_area(0, 0, row - 1, columns - 1)?;
        across = &widths[..usize::from(columns)];
    }
    if ON_ONE_PAGE.contains(&part.key) {
        sheet.set_print_fit_to_pages(1, 1);
    } else if part.key.on_paper() == OnPaper::Whole {
        let wide: f64 = across.iter().map(|&width| pixels(f64::from(width))).sum();
        sheet.reach(wide);
        sheet.break_pages(row)?;
    }
    if let [only] = placed
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
            for (index, column) in table
                .columns
                .iter()
                .enumerate()
                .filter(|(_, column)| column.across == 1)
            {
                let place = usize::from(table.across(index));
                widths.resize(widths.len().max(place + 1), 0);
                widths[place] = column.width.max(widths[place]);
            }
        }
    }
    // What lies across several columns needs the last of them to be as wide as the others leave.
    for block in &part.blocks {
        let Block::Table(table) = block else { continue };
        for (index, column) in table.columns.iter().enumerate().filter(|(_, column)| column.across > 1) {
            let (first, last) = (table.across(index), table.across(index + 1) - 1);
            let (first, last) = (usize::from(first), usize::from(last));
            widths.resize(widths.len().max(last + 1), 0);
            let others: u16 = widths[first..last].iter().sum();
            widths[last] = widths[last].max(column.width.saturating_sub(others));
        }
    }
    if widths.is_empty() {
        widths.push(ALONE);
    }
    widths
}

/// Writes the title, and what is printed if that is not the whole part. Returns the row for its contents.
pub(super) fn write_heading(sheet: &mut Page, part: &Part, widths: &[u16], style: &Style) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(0, 0, &part.title, &style.title)?;
    let mut row = 1;
    if part.key.on_paper() == OnPaper::Heading {
        let last = write_paragraph(sheet, row, FOR_THE_SCREEN, widths, style)?;
        sheet.set_print_area(0, 0, row, last)?;
        row += 1;
    }
    // Low rows, so that more fits on the first screen.
    sheet.set_row_height(0, 24.0)?;
    sheet.set_row_height(row, 6.0)?;
    Ok(row + 1)
}

/// Writes paragraphs and returns the row for what comes next.
pub(super) fn write_text(
    sheet: &mut Page,
    mut row: u32,
    paragraphs: &[String],
    widths: &[u16],
    style: &Style,
) -> Result<u32, XlsxError> {
    for paragraph in paragraphs {
        write_paragraph(sheet, row, paragraph, widths, style)?;
        row += 1;
    }
    sheet.set_row_height(row, LOW)?;
    Ok(row + 1)
}

/// Writes a paragraph across the first columns and returns the last of these.
fn write_paragraph(
    sheet: &mut Page,
    row: u32,
    paragraph: &str,
    widths: &[u16],
    style: &Style,
) -> Result<u16, XlsxError> {
    let (mut characters, mut across, mut last) = (0, 0.0, 0);
    for (column, &width) in (0..).zip(widths) {
        characters += width;
        // Rather a line that is a little long than one that is much too short.
        if characters > LINE && characters - width > LINE / 2 && column > 0 {
            break;
        }
        across += pixels(f64::from(width));
        last = column;
    }
    if last > 0 {
        sheet.merge_range(row, 0, row, last, &office::fitting(paragraph), &style.text)?;
    } else {
        sheet.write_string_with_format(row, 0, paragraph, &style.text)?;
    }
    sheet.set_row_height(row, row_height([(paragraph, across)]) + 2.0)?;
    Ok(last)
}

/// Whether a chart is in the workbook as a picture: office programs cannot draw it from the cells of its table, which do
/// not show it by their tint either.
fn is_a_picture(chart: &Chart) -> bool {
    chart.key == ChartKey::Disagreements
}

/// Puts a picture below its table and returns the row for what comes next.
fn put_picture(sheet: &mut Page, row: u32, chart: &Chart) -> Result<u32, XlsxError> {
    const WIDTH: u32 = 528;
    let height = WIDTH * chart_image::SIZE.1 / chart_image::SIZE.0;
    let drawn = chart_image::png(chart).map_err(|error| XlsxError::CustomError(error.to_string()))?;
    let picture = Image::new_from_buffer(&drawn)?
        .set_scale_to_size(WIDTH, height, true)
        .set_alt_text(charts::shortened(&chart.alternative));
    sheet.insert_image(row, 0, &picture)?;
    let below = sheet.row_below(row, height);
    sheet.set_row_height(below, LOW)?;
    Ok(below + 1)
}
