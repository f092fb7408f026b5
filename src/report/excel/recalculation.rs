//! The sheet that recomputes reported figures from `Vragen` with formulas, so that anyone can check them.

use std::iter::once;

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::Placed;
use super::page::Page;
use super::sheet::{write_heading, write_text};
use super::style::Style;
use crate::report::outline::{Cell, Header, Part, Table, TableKey};
use crate::workbook::layout::address;

/// Tables whose figures are recomputed, each with the column that identifies a row both there and in the table of
/// questions.
const TABLES: [(TableKey, Header); 3] = [
    (TableKey::Steps, Header::Step),
    (TableKey::CoreThemes, Header::Theme),
    (TableKey::OtherThemes, Header::Theme),
];

/// A recomputed figure.
struct Figure {
    /// The column in which it is reported.
    reported: Header,
    /// The column in the table of questions of which it is the weighted mean; `None` for how far scores are below their
    /// norm, as that table shows it in whole points only.
    mean_of: Option<Header>,
    /// The column that must have a value for a row to count.
    present: Header,
}

const FIGURES: [Figure; 4] = [
    Figure {
        reported: Header::Score,
        mean_of: Some(Header::Score),
        present: Header::Score,
    },
    Figure {
        reported: Header::Norm,
        mean_of: Some(Header::Norm),
        present: Header::Lowest,
    },
    Figure {
        reported: Header::MeanGap,
        mean_of: None,
        present: Header::Score,
    },
    Figure {
        reported: Header::Coverage,
        mean_of: Some(Header::Coverage),
        present: Header::Lowest,
    },
];
/// The widths of the column of names and of all others.
const NAMES: u16 = 30;
const FIGURE: u16 = 14;
/// Column of the verdict, after the three columns of each figure.
const VERDICT: u16 = 3 * FIGURES.len() as u16 + 1;
/// The largest difference that rounding can explain.
const ROUNDING: f64 = 0.000_000_001;
/// The texts of the verdict.
const AGREES: &str = "▲ klopt";
const DIFFERS: &str = "▼ wijkt af";

/// Writes the sheet. `placed` says where the tables of the report are.
pub(super) fn write(sheet: &mut Worksheet, part: &Part, placed: &[Placed], style: &Style) -> Result<(), XlsxError> {
    // The result of a formula whose figure is withheld.
    sheet.set_formula_result_default("");
    let widths: Vec<u16> = once(NAMES).chain((0..VERDICT).map(|_| FIGURE)).collect();
    for (column, &width) in (0..).zip(&widths) {
        sheet.set_column_width(column, f64::from(width))?;
    }
    let sheet = &mut Page::new(sheet);
    let mut header_row = write_heading(sheet, part, &widths, style)?;
    for block in &part.blocks {
        header_row = write_text(sheet, header_row, block.paragraphs(), &widths, style)?;
    }
    let headers = FIGURES.iter().flat_map(|figure| {
        ["", " nagerekend", " verschil"].map(|suffix| format!("{}{suffix}", figure.reported.words()))
    });
    sheet.write_string_with_format(header_row, 0, "Stap of thema", &style.header)?;
    // Room for three lines: "Gemiddeld tekort nagerekend".
    sheet.set_row_height(header_row, 48.0)?;
    for (column, header) in (1..).zip(headers) {
        sheet.write_string_with_format(header_row, column, &header, &style.header)?;
    }
    sheet.write_string_with_format(header_row, VERDICT, "Oordeel", &style.header)?;
    let find = |key| placed.iter().find(|placed| placed.table.key == key);
    let mut row = header_row + 1;
    let mut largest: f64 = 0.0;
    for (key, names) in TABLES {
        if let (Some(table), Some(questions)) = (find(key), find(TableKey::Questions)) {
            for index in 0..table.table.rows.len() as u32 {
                if let Some(found) = recomputed(row, table, index, names, questions) {
                    largest = largest.max(found.largest);
                    write_row(sheet, row, found, style)?;
                    row += 1;
                }
            }
        }
    }
    sheet.write_string_with_format(row, 0, "Grootste verschil", &style.cell)?;
    let differences: Vec<String> = (0..FIGURES.len() as u32)
        .map(|figure| {
            let column = 3 * figure + 3;
            format!("{}:{}", address(header_row + 1, column), address(row - 1, column))
        })
        .collect();
    let differences = differences.join(",");
    let formula = Formula::new(format!("=MAX({differences})")).set_result(largest.to_string());
    sheet.write_formula_with_format(row, 1, formula, &style.exact)?;
    write_verdict(sheet, row, &differences, largest, style)?;
    sheet.set_freeze_panes(header_row + 1, 1)?;
    Ok(())
}

/// A reported row, recomputed.
struct Recomputed {
    /// Its name, then three per figure: a formula, with the result that programs show which do not compute.
    formulas: Vec<(String, String)>,
    /// The largest difference.
    largest: f64,
}

/// Recomputes a reported row; `None` if a column is missing.
fn recomputed(row: u32, table: &Placed, index: u32, names: Header, questions: &Placed) -> Option<Recomputed> {
    let name = table.cell(index, names)?;
    let reported_row = table.table.rows.get(index as usize)?;
    let named = words(reported_row.get(table.table.position(names)?)?);
    let mut formulas = vec![(format!("={name}"), named.to_owned())];
    let mut largest: f64 = 0.0;
    let (names_column, weight) = (questions.column(names)?, questions.column(Header::Weight)?);
    for (number, figure) in (0..).zip(&FIGURES) {
        let reported = table.cell(index, figure.reported)?;
        let present = questions.column(figure.present)?;
        let value = match figure.mean_of {
            Some(header) => questions.column(header)?,
            None => {
                let (norm, score) = (questions.column(Header::Norm)?, questions.column(Header::Score)?);
                format!("({norm}>{score})*({norm}-{score})")
            }
        };
        let taking_part = format!("({names_column}={name})*({present}<>\"\")*{weight}");
        let mean = format!("SUMPRODUCT({taking_part}*{value})/SUMPRODUCT({taking_part})");
        let here = |offset: u32| address(row, 3 * number + 1 + offset);
        let found = value_of(reported_row.get(table.table.position(figure.reported)?)?);
        let again = found.and_then(|_| mean_of(figure, names, named, questions.table));
        let difference = found.zip(again).map(|(found, again)| (found - again).abs());
        largest = largest.max(difference.unwrap_or(0.0));
        let shown = |figure: Option<f64>| figure.map_or_else(String::new, |figure| figure.to_string());
        formulas.extend([
            (format!("=IF({reported}=\"\",\"\",{reported})"), shown(found)),
            (format!("=IF({reported}=\"\",\"\",{mean})"), shown(again)),
            (
                format!("=IF({}=\"\",\"\",ABS({}-{}))", here(0), here(0), here(1)),
                shown(difference),
            ),
        ]);
    }
    Some(Recomputed { formulas, largest })
}

/// What the formula for a figure computes from the table of questions.
fn mean_of(figure: &Figure, names: Header, named: &str, questions: &Table) -> Option<f64> {
    let at = |row: &[Cell], header: Header| value_of(row.get(questions.position(header)?)?);
    let (mut sum, mut weights) = (0.0, 0.0);
    for row in &questions.rows {
        let is_of_it = questions
            .position(names)
            .is_some_and(|column| words(&row[column]) == named);
        if !is_of_it || at(row, figure.present).is_none() {
            continue;
        }
        let value = match figure.mean_of {
            Some(header) => at(row, header)?,
            None => (at(row, Header::Norm)? - at(row, Header::Score)?).max(0.0),
        };
        let weight = at(row, Header::Weight)?;
        sum += weight * value;
        weights += weight;
    }
    (weights > 0.0).then_some(sum / weights)
}

fn words(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) => text,
        _ => "",
    }
}

fn value_of(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Score(figure) | Cell::Share(figure) => *figure,
        Cell::Number(figure) => Some(*figure),
        _ => None,
    }
}

fn write_row(sheet: &mut Worksheet, row: u32, found: Recomputed, style: &Style) -> Result<(), XlsxError> {
    for (column, (formula, result)) in (0..).zip(found.formulas) {
        let look = if column == 0 { &style.cell } else { &style.exact };
        sheet.write_formula_with_format(row, column, Formula::new(formula).set_result(result), look)?;
    }
    let differences: Vec<String> = (1..=FIGURES.len() as u32)
        .map(|figure| address(row, 3 * figure))
        .collect();
    write_verdict(sheet, row, &differences.join(","), found.largest, style)
}

/// Writes in words whether all differences are negligible.
fn write_verdict(
    sheet: &mut Worksheet,
    row: u32,
    differences: &str,
    largest: f64,
    style: &Style,
) -> Result<(), XlsxError> {
    let formula = format!("=IF(MAX({differences})>{ROUNDING},\"{DIFFERS}\",\"{AGREES}\")");
    let verdict = if largest > ROUNDING { DIFFERS } else { AGREES };
    let formula = Formula::new(formula).set_result(verdict);
    sheet.write_formula_with_format(row, VERDICT, formula, &style.cell)?;
    Ok(())
}
