//! The first sheet of a joint workbook: the questions to discuss first, with links to where they are answered.

use rust_xlsxwriter::{Formula, Url, Worksheet, XlsxError};

use super::separate::answers;
use super::step_sheet::StepRange;
use super::style::{Style, set_up};
use crate::answers::Separate;
use crate::office::fitting;
use crate::office::measure::{pixels, row_height};
use crate::questionnaire::{Questionnaire, RowIndex};
use crate::wording::{count, number};
use crate::workbook::layout::{DIFFERENCE, SEPARATE};

const HEADER_ROW: u32 = 3;
const WIDTHS: [f64; 6] = [29.0, 24.0, 56.0, 11.0, 58.0, 13.0];
/// Not `ID`, `Vraag` and `Antwoord`: this sheet is not read back.
const HEADERS: [&str; 6] = ["Ga naar", "Onderdeel", "Waarover", DIFFERENCE, SEPARATE, "Afgesproken"];

pub(super) fn write(
    sheet: &mut Worksheet,
    questionnaire: &Questionnaire,
    separate: &Separate,
    steps: &[StepRange],
    style: &Style,
) -> Result<(), XlsxError> {
    set_up(sheet, Some(HEADER_ROW))?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.write_string_with_format(0, 0, "Overleg: hier eerst over praten", &style.title)?;
    let lead = lead(separate);
    sheet.merge_range(1, 0, 1, 5, &lead, &style.quiet)?;
    let across = WIDTHS.iter().map(|width| pixels(*width)).sum();
    sheet.set_row_height(1, row_height([(lead.as_str(), across)]) + 4.0)?;
    if separate.to_discuss.is_empty() {
        return Ok(());
    }
    sheet.set_row_height(HEADER_ROW, 32)?;
    for (column, header) in (0..).zip(HEADERS) {
        sheet.write_string_with_format(HEADER_ROW, column, header, &style.header)?;
    }
    sheet.set_freeze_panes(HEADER_ROW + 1, 0)?;
    for (line, &row) in (HEADER_ROW + 1..).zip(&separate.to_discuss) {
        write_row(sheet, line, row, questionnaire, separate, steps, style)?;
    }
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    line: u32,
    row: RowIndex,
    questionnaire: &Questionnaire,
    separate: &Separate,
    steps: &[StepRange],
    style: &Style,
) -> Result<(), XlsxError> {
    let question = questionnaire.question_of(row);
    let id = &questionnaire.rows[row].id;
    let place = steps.iter().find_map(|step| step.row(row));
    match &place {
        Some((link, ..)) => sheet.write_url_with_format(line, 0, Url::new(link).set_text(id), &style.id)?,
        None => sheet.write_string_with_format(line, 0, id, &style.id)?,
    };
    sheet.write_string_with_format(line, 1, questionnaire.step_title(question.step), &style.locked)?;
    let about = match questionnaire.rows[row].practice {
        Some(practice) => format!("{} – {}", question.text, questionnaire.practices[practice].name),
        None => question.text.clone(),
    };
    let sides = separate.rows[row].iter().map(|side| answers(questionnaire, side));
    let sides = sides.collect::<Vec<_>>().join("\n");
    let texts = [(about.as_str(), WIDTHS[2]), (sides.as_str(), WIDTHS[4])];
    let height = row_height(texts.map(|(text, width)| (text, pixels(width))));
    sheet.set_row_height(line, height + 3.0)?;
    sheet.write_string_with_format(line, 2, about, &style.locked_bold)?;
    if let Some(difference) = separate.differences[row] {
        sheet.write_number_with_format(line, 3, difference, &style.to_discuss)?;
    }
    sheet.write_string_with_format(line, 4, fitting(&sides), &style.locked)?;
    if let Some((_, cell, state)) = place {
        let formula = Formula::new(format!("={cell}")).set_result(state);
        sheet.write_formula_with_format(line, 5, formula, &style.locked)?;
    }
    Ok(())
}

fn lead(separate: &Separate) -> String {
    let worth = number(separate.worth_discussing);
    let scale = format!("25 punten is één niveau; ● staat bij {worth} punten of meer.");
    match separate.to_discuss.len() {
        0 => format!(
            "Nergens lopen de antwoorden {worth} punten of meer uiteen. Loop de stappen langs en spreek samen af wat nog open is. {scale}"
        ),
        many => format!(
            "Bij {} lopen de antwoorden {worth} punten of meer uiteen; het grootste verschil staat bovenaan. Klik op een nummer om naar de vraag te gaan, en kies daar in de gele cel het antwoord dat samen is afgesproken. {scale}",
            count(many, "vraag", "vragen")
        ),
    }
}
