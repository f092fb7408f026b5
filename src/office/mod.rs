//! What all our workbooks and documents share: the package, properties, page set-up, protection, cell formats, row
//! heights and error values.

mod cell_text;
mod error_values;
mod marks;
pub(crate) mod measure;
mod package;
mod seal;
pub(crate) mod style;

pub(crate) use cell_text::fitting;
pub(crate) use error_values::{NO_NUMBER, NOT_AVAILABLE, error_value, in_dutch};
pub(crate) use marks::{Marks, marked};
pub(crate) use package::{pack, save};
pub(crate) use seal::is_as_made;

use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, ProtectionOptions, Worksheet, XlsxError};

use crate::questionnaire::Date;

/// The properties of a workbook. Its date is the given one, not the moment of writing.
pub(crate) fn properties(title: &str, date: Date) -> Result<DocProperties, XlsxError> {
    let created = ExcelDateTime::from_ymd(date.year, date.month, date.day)?;
    Ok(DocProperties::new()
        .set_title(title)
        .set_author("ketenscan")
        .set_creation_datetime(&created))
}

/// Sets up a visible sheet for paper and screen.
pub(crate) fn set_up(sheet: &mut Worksheet) {
    const A4: u8 = 9;
    sheet
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
        .set_footer("&L&A&RBlad &P van &N")
        .set_screen_gridlines(false);
}

/// Protects a sheet. Filtering and resizing stay possible, as they do not change its contents.
pub(crate) fn protect(sheet: &mut Worksheet) {
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
}

/// Writes a hidden sheet with facts for programs: names in the first column, values in the second.
pub(crate) fn write_facts<'f>(
    sheet: &mut Worksheet,
    name: &str,
    facts: impl IntoIterator<Item = (&'f str, String)>,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?.set_very_hidden(true);
    for (row, (key, value)) in (0..).zip(facts) {
        sheet.write_string(row, 0, key)?.write_string(row, 1, value)?;
    }
    Ok(())
}

/// The number as people see it: office programs show at most fifteen digits.
pub(crate) fn as_shown(number: f64) -> f64 {
    const TO_THAT_MANY: f64 = 1e15;
    if number.fract() == 0.0 && number.abs() < TO_THAT_MANY {
        return number;
    }
    format!("{number:.14e}").parse().unwrap_or(number)
}

/// Sets the message shown when a cell refuses its input.
pub(crate) fn with_refusal(rule: DataValidation, message: &str) -> Result<DataValidation, XlsxError> {
    rule.set_error_title("Dit kan hier niet")?.set_error_message(message)
}
