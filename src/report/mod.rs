//! Presents figures to people and programs: one outline, written as a workbook, page, letter, pictures, text
//! and JSON.

pub mod chart_image;
pub mod comparison;
pub mod docx;
pub mod excel;
pub mod html;
mod ical;
pub mod markup;
pub mod outline;
mod plain_text;
pub mod progress;
pub mod region;
pub mod sharing;

pub use sharing::Report;

use crate::questionnaire::Date;
use crate::wording::MONTHS;

/// Name and version of this program, as shown in reports.
pub const GENERATED_BY: &str = concat!("ketenscan ", env!("CARGO_PKG_VERSION"));

/// The line at the foot of a page; `what` is what it is about.
fn made_on(date: Date, what: &str) -> String {
    format!(
        "Gemaakt op {} met {GENERATED_BY}. {what} is een begin van een gesprek, geen oordeel.",
        in_words(date)
    )
}

/// "9 maart 2027".
fn in_words(date: Date) -> String {
    let month = MONTHS[usize::from(date.month.clamp(1, 12)) - 1];
    format!("{} {month} {}", date.day, date.year)
}

#[cfg(test)]
mod tests;
