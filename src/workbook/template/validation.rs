//! What a cell accepts, with a Dutch message that says what to enter.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, Worksheet, XlsxError};

use crate::office::with_refusal;
use crate::workbook::layout::{LISTS, address};

/// Excel's limit, in characters, for a list stored in the cell itself, separators included.
const LONGEST_INLINE: usize = 255;

/// The hidden sheet with lists too long for a cell, one per column.
#[derive(Default)]
pub(super) struct Lists {
    columns: Vec<Vec<String>>,
}

impl Lists {
    /// A dropdown with these values.
    pub(super) fn dropdown(&mut self, values: &[String]) -> Result<DataValidation, XlsxError> {
        let length: usize = values.iter().map(|value| value.chars().count() + 1).sum();
        if length <= LONGEST_INLINE && values.iter().all(|value| !value.contains(',')) {
            return DataValidation::new().allow_list_strings(values);
        }
        Ok(DataValidation::new().allow_list_formula(Formula::new(format!("={}", self.range(values)))))
    }

    /// The range of these values on the hidden sheet.
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

    /// Writes the hidden sheet, once all lists are known.
    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(LISTS)?.set_very_hidden(true).protect();
        for (column, values) in (0..).zip(&self.columns) {
            sheet.write_column(0, column, values)?;
        }
        Ok(())
    }
}

/// Sets the message shown when the cell is selected, and the one shown when its input is refused.
pub(super) fn with_messages(rule: DataValidation, title: &str, message: &str) -> Result<DataValidation, XlsxError> {
    with_refusal(rule.set_input_title(title)?.set_input_message(message)?, message)
}

/// What `Teller` and `Noemer` accept.
pub(super) fn amount(title: &str, message: &str) -> Result<DataValidation, XlsxError> {
    let rule = DataValidation::new().allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0));
    with_messages(rule, title, message)
}

/// A list of suggestions that also accepts other values.
pub(super) fn suggestion(rule: DataValidation, title: &str, message: &str) -> Result<DataValidation, XlsxError> {
    Ok(with_messages(rule, title, message)?.set_error_style(DataValidationErrorStyle::Information))
}
