//! The sheet that recomputes the reported figures from `Vragen`, so that anyone can check the sum.

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::Placed;
use super::style::Style;
use crate::workbook::layout::address;

/// Name of the sheet.
pub(super) const NAME: &str = "Controle";

/// Parts whose figures are recomputed, with the column that names a row there and in `Vragen`.
const PARTS: [(&str, &str); 2] = [("Stappen", "Stap"), ("Thema's", "Thema")];
/// A reported figure, the column of `Vragen` it is the weighted mean of, and the column that tells
/// which rows take part.
const FIGURES: [(&str, &str, &str); 4] = [
    ("Score", "Score", "Score"),
    ("Norm", "Norm", "Laagst"),
    ("Gemiddeld tekort", "Tekort", "Tekort"),
    ("Dekking", "Dekking", "Laagst"),
];
const HEADER_ROW: u32 = 3;
/// Column of the verdict, after three columns for each figure.
const VERDICT: u16 = 3 * FIGURES.len() as u16 + 1;
/// The largest difference that is no more than the rounding of a sum.
const ROUNDING: &str = "0.000000001";
/// What the verdict on a step or theme says.
const AGREES: &str = "▲ klopt";
const DIFFERS: &str = "▼ wijkt af";

/// Writes the sheet. `placed` tells where the tables of the report stand.
pub(super) fn write(sheet: &mut Worksheet, placed: &[Placed], style: &Style) -> Result<(), XlsxError> {
    sheet.set_name(NAME)?;
    super::set_up(sheet);
    sheet.set_formula_result_default("");
    sheet.write_string_with_format(0, 0, "Controle", &style.title)?;
    let lead = "Formules rekenen de cijfers van stappen en thema's na uit het blad Vragen. Elk verschil hoort 0 te zijn en elk oordeel ▲ klopt; wie een cijfer aanpast, ziet dat hier.";
    sheet.write_string_with_format(1, 0, lead, &style.plain)?;
    sheet.set_column_width(0, 30)?;
    let headers = FIGURES
        .iter()
        .flat_map(|(reported, ..)| ["", " nagerekend", " verschil"].map(|suffix| format!("{reported}{suffix}")));
    sheet.write_string_with_format(HEADER_ROW, 0, "Stap of thema", &style.header)?;
    // Room for three lines: "Gemiddeld tekort nagerekend".
    sheet.set_row_height(HEADER_ROW, 48)?;
    for (column, header) in (1..).zip(headers) {
        sheet.set_column_width(column, 14)?;
        sheet.write_string_with_format(HEADER_ROW, column, header, &style.header)?;
    }
    sheet.set_column_width(VERDICT, 14)?;
    sheet.write_string_with_format(HEADER_ROW, VERDICT, "Oordeel", &style.header)?;
    let Some(questions) = placed.iter().find(|placed| placed.part == "Vragen") else {
        return Ok(());
    };
    let mut row = HEADER_ROW + 1;
    for (part, names) in PARTS {
        for table in placed.iter().filter(|placed| placed.part == part) {
            for index in 0..table.table.rows.len() as u32 {
                write_row(sheet, row, table, index, &questions.column(names), questions, style)?;
                row += 1;
            }
        }
    }
    sheet.write_string_with_format(row, 0, "Grootste verschil", &style.cell)?;
    let differences: Vec<String> = (0..FIGURES.len() as u32)
        .map(|figure| {
            let column = 3 * figure + 3;
            format!("{}:{}", address(HEADER_ROW + 1, column), address(row - 1, column))
        })
        .collect();
    let differences = differences.join(",");
    let largest = Formula::new(format!("=MAX({differences})"));
    sheet.write_formula_with_format(row, 1, largest, &style.exact)?;
    write_verdict(sheet, row, &differences, style)?;
    sheet.set_freeze_panes(HEADER_ROW + 1, 1)?;
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    row: u32,
    table: &Placed,
    index: u32,
    names: &str,
    questions: &Placed,
    style: &Style,
) -> Result<(), XlsxError> {
    let name = table.cell(index, 0);
    sheet.write_formula_with_format(row, 0, Formula::new(format!("={name}")), &style.cell)?;
    for (number, (figure, of, present)) in (0..).zip(FIGURES) {
        let column = 3 * number + 1;
        let reported = table.cell(index, table.column_index(figure));
        let (weight, value, present) = (
            questions.column("Gewicht"),
            questions.column(of),
            questions.column(present),
        );
        let taking_part = format!("({names}={name})*({present}<>\"\")*{weight}");
        let mean = format!("SUMPRODUCT({taking_part}*{value})/SUMPRODUCT({taking_part})");
        let here = |offset: u32| address(row, u32::from(column as u16) + offset);
        let cells = [
            format!("=IF({reported}=\"\",\"\",{reported})"),
            format!("=IF({reported}=\"\",\"\",{mean})"),
            format!("=IF({}=\"\",\"\",ABS({}-{}))", here(0), here(0), here(1)),
        ];
        for (offset, formula) in (0..).zip(cells) {
            let column = column as u16 + offset;
            sheet.write_formula_with_format(row, column, Formula::new(formula), &style.exact)?;
        }
    }
    let differences: Vec<String> = (1..=FIGURES.len() as u32)
        .map(|figure| address(row, 3 * figure))
        .collect();
    write_verdict(sheet, row, &differences.join(","), style)
}

/// Says in words whether these differences are nothing.
fn write_verdict(sheet: &mut Worksheet, row: u32, differences: &str, style: &Style) -> Result<(), XlsxError> {
    let formula = format!("=IF(MAX({differences})>{ROUNDING},\"{DIFFERS}\",\"{AGREES}\")");
    sheet.write_formula_with_format(row, VERDICT, Formula::new(formula), &style.cell)?;
    Ok(())
}
