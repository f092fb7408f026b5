//! What a cell lets in, with a Dutch message that says what to enter.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, Worksheet, XlsxError};

use crate::questionnaire::{Kind, Questionnaire};
use crate::workbook::layout::{LISTS, NOT_APPLICABLE, UNKNOWN, YES_PARTLY_NO, address, level_label};

/// Longest list that a cell itself can hold, separators included.
const LONGEST_INLINE: usize = 255;

/// The hidden sheet with lists too long for a cell, one a column.
#[derive(Default)]
pub(super) struct Lists {
    columns: Vec<Vec<String>>,
}

impl Lists {
    /// A dropdown of these values.
    pub(super) fn dropdown(&mut self, values: &[String]) -> Result<DataValidation, XlsxError> {
        let length: usize = values.iter().map(|value| value.chars().count() + 1).sum();
        if length <= LONGEST_INLINE && values.iter().all(|value| !value.contains(',')) {
            return DataValidation::new().allow_list_strings(values);
        }
        Ok(DataValidation::new().allow_list_formula(Formula::new(format!("={}", self.range(values)))))
    }

    /// Where these values stand on the hidden sheet.
    pub(super) fn range(&mut self, values: &[String]) -> String {
        let column = self
            .columns
            .iter()
            .position(|known| known == values)
            .unwrap_or_else(|| {
                self.columns.push(values.to_vec());
                self.columns.len() - 1
            });
        let absolute = |row: u32| {
            let address = address(row, column as u32);
            let letters = address.trim_end_matches(|c: char| c.is_ascii_digit());
            format!("${letters}${}", row + 1)
        };
        format!(
            "{LISTS}!{}:{}",
            absolute(0),
            absolute(values.len().saturating_sub(1) as u32)
        )
    }

    /// Writes the sheet, once all lists are known.
    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(LISTS)?.set_very_hidden(true).protect();
        for (column, values) in (0..).zip(&self.columns) {
            sheet.write_column(0, column, values)?;
        }
        Ok(())
    }
}

/// Sets what a user reads on entering the cell, and on entering something else than it takes.
pub(super) fn with_messages(rule: DataValidation, title: &str, message: &str) -> Result<DataValidation, XlsxError> {
    rule.set_input_title(title)?
        .set_input_message(message)?
        .set_error_title("Dit kan hier niet")?
        .set_error_message(message)
}

/// The answers to choose from for a level question: the labels, then the two words.
pub(super) fn levels(questionnaire: &Questionnaire) -> Vec<String> {
    (0..questionnaire.levels.len())
        .map(|level| level_label(questionnaire, level))
        .chain([UNKNOWN, NOT_APPLICABLE].map(str::to_owned))
        .collect()
}

/// The answers to choose from for a yes-no question.
pub(super) fn choices() -> Vec<String> {
    YES_PARTLY_NO
        .into_iter()
        .chain([UNKNOWN, NOT_APPLICABLE])
        .map(str::to_owned)
        .collect()
}

/// What the cell `Antwoord` at `cell` takes for this kind of question.
pub(super) fn answer(
    questionnaire: &Questionnaire,
    kind: &Kind,
    cell: &str,
    lists: &mut Lists,
) -> Result<DataValidation, XlsxError> {
    match kind {
        Kind::Level { .. } => with_messages(
            lists.dropdown(&levels(questionnaire))?,
            "Kies een niveau",
            "Kies het niveau dat past; de toelichting ernaast beschrijft 0 tot en met 4. Niet bekend of niet aan de orde: kies 'Weet ik niet' of 'Niet van toepassing'.",
        ),
        Kind::YesNo => with_messages(
            lists.dropdown(&choices())?,
            "Kies een antwoord",
            "Kies Ja, Deels of Nee. Niet bekend of niet aan de orde: kies 'Weet ik niet' of 'Niet van toepassing'.",
        ),
        Kind::Share { .. } | Kind::Capacity => with_messages(
            lists.dropdown(&[UNKNOWN.to_owned(), NOT_APPLICABLE.to_owned()])?,
            "Getallen hiernaast",
            "Vul de getallen in bij Teller en Noemer. Kies hier alleen iets als het 'Weet ik niet' of 'Niet van toepassing' is.",
        ),
        Kind::Count { unit, .. } => {
            let rule =
                format!("=OR(AND(ISNUMBER({cell}),N({cell})>=0),{cell}=\"{UNKNOWN}\",{cell}=\"{NOT_APPLICABLE}\")");
            let of_what = if unit.is_empty() {
                String::new()
            } else {
                format!(" ({unit})")
            };
            with_messages(
                DataValidation::new().allow_custom(Formula::new(rule)),
                "Vul een getal in",
                &format!(
                    "Vul een getal van 0 of meer in{of_what}. Niet bekend of niet aan de orde: typ 'Weet ik niet' of 'Niet van toepassing'."
                ),
            )
        }
    }
}

/// What `Teller` or `Noemer` takes.
pub(super) fn amount(title: &str, message: &str) -> Result<DataValidation, XlsxError> {
    let rule = DataValidation::new().allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0));
    with_messages(rule, title, message)
}

/// A list that suggests, but lets another value in.
pub(super) fn suggestion(rule: DataValidation, title: &str, message: &str) -> Result<DataValidation, XlsxError> {
    Ok(with_messages(rule, title, message)?.set_error_style(DataValidationErrorStyle::Information))
}
