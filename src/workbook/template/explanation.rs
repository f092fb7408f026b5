//! The first sheet: what the workbook is for, how long it takes, what the levels mean. It fits on one screen.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::Order;
use super::overview::Progress;
use super::readers::Reader;
use super::style::{Style, set_up};
use crate::office::measure::{pixels, row_height};
use crate::questionnaire::Questionnaire;
use crate::wording::all_of;
use crate::workbook::layout::level_label;

/// Wide enough for all of it on a screen or a page.
const TEXT_WIDTH: f64 = 130.0;

pub(super) fn write(
    sheet: &mut Worksheet,
    questionnaire: &Questionnaire,
    order: &Order,
    progress: Progress,
    style: &Style,
) -> Result<(), XlsxError> {
    set_up(sheet, None)?;
    sheet.set_column_width(0, 26)?.set_column_width(1, TEXT_WIDTH)?;
    let reader = Reader::of(questionnaire, order);
    let edition = questionnaire.edition;
    sheet.write_string_with_format(0, 0, &questionnaire.title, &style.title)?;
    let subtitle = format!("{}, editie {edition}", reader.title());
    sheet.write_string_with_format(1, 0, subtitle, &style.heading)?;
    let paragraphs = reader.paragraphs(
        progress.rows,
        order.asks_colleagues(questionnaire),
        questionnaire.what_counts.as_ref(),
    );
    let earlier = earlier(order).map(|text| ("Eerder", text));
    // Who opens the workbook again sees at once how far it is.
    sheet.write_string_with_format(2, 0, "Hoe ver?", &style.heading)?;
    sheet.write_formula_with_format(2, 1, progress.in_words(), &style.text)?;
    let mut row = 3;
    for (heading, text) in paragraphs.into_iter().chain(earlier) {
        sheet.write_string_with_format(row, 0, heading, &style.heading)?;
        sheet.set_row_height(row, row_height([(text.as_str(), pixels(TEXT_WIDTH))]) + 5.0)?;
        sheet.write_string_with_format(row, 1, text, &style.text)?;
        row += 1;
    }
    if reader.is_informal() {
        // Each question says in plain words what its levels mean.
        return Ok(());
    }
    row += 1;
    sheet.write_string_with_format(row, 0, "Niveau", &style.header)?;
    sheet.write_string_with_format(
        row,
        1,
        "Wat het betekent; bij elke vraag staat hoe dat er daar uitziet",
        &style.header,
    )?;
    for (number, level) in questionnaire.levels.iter().enumerate() {
        row += 1;
        sheet.write_string_with_format(row, 0, level_label(questionnaire, number), &style.locked_bold)?;
        sheet.set_row_height(row, row_height([(level.description.as_str(), pixels(TEXT_WIDTH))]))?;
        sheet.write_string_with_format(row, 1, &level.description, &style.locked)?;
    }
    Ok(())
}

/// Explains the columns about an earlier year.
fn earlier(order: &Order) -> Option<String> {
    let answers = order.previous.answers.as_ref();
    let plan = order.previous.plan.as_ref();
    let contents: Vec<String> = [
        answers.map(|earlier| format!("wat hier over {} is geantwoord of samen afgesproken", earlier.year)),
        plan.map(|earlier| format!("wat het verbeterplan van {} erover zegt", earlier.year)),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!contents.is_empty()).then(|| {
        format!(
            "Naast elke vraag staat in grijs {}, om op terug te kijken. Beantwoord de vraag zoals het nu is.",
            all_of(&contents)
        )
    })
}
