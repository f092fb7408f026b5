//! Takes a cell; returns its text, whole as a value or shortened for a message.

use super::answer_findings::AnswerFinding;
use super::calendar::plain_day;
use super::cells::Content;
use crate::privacy::{Kind, Written};
use crate::spelling::one_line;
use crate::wording::number;

/// Longer than any name; a single cell may hold up to 32,767 characters. Cut off, it would be another name.
const LONGEST: usize = 1_000;

/// The text that was typed, on one line, or the reason why it was not typed.
pub(super) fn typed(content: &Content) -> Result<Written, AnswerFinding> {
    line(content).map(|line| Written::new(&line))
}

/// The name of a region or municipality that was typed, or the reason why it was not typed.
pub(super) fn place_name(content: &Content) -> Result<Written, AnswerFinding> {
    line(content).map(|line| Written::place_name(&line))
}

/// The function of a respondent that was typed, or the reason why it was not typed.
pub(super) fn respondent(content: &Content) -> Result<Written, AnswerFinding> {
    match shown(content) {
        Some(text) => line(&Content::Text(text.into())),
        None => line(content),
    }
    .map(|line| Written::respondent(&line))
}

/// The names of municipalities that were typed in one cell, with commas or semicolons between them; `None` if there are
/// more than `most`.
pub(super) fn place_names(content: &Content, most: usize) -> Result<Option<Vec<Written>>, AnswerFinding> {
    let line = whole_line(content)?;
    let names = line.split([',', ';']).map(str::trim).filter(|name| !name.is_empty());
    let names: Vec<&str> = names.take(most + 1).collect();
    if names.len() > most {
        return Ok(None);
    }
    if names.iter().any(|name| length(name) > LONGEST) {
        return Err(too_long(length(&line)));
    }
    Ok(Some(names.iter().map(|name| Written::place_name(name)).collect()))
}

/// Evidence or a remark, whole; nothing where nothing was typed.
pub(super) fn free_text(content: &Content) -> Option<Written> {
    shown(content).map(|text| Written::new(&text))
}

fn line(content: &Content) -> Result<String, AnswerFinding> {
    let line = whole_line(content)?;
    match length(&line) {
        ..=LONGEST => Ok(line),
        length => Err(too_long(length)),
    }
}

fn too_long(length: usize) -> AnswerFinding {
    AnswerFinding::TooLong { length, most: LONGEST }
}

fn length(line: &str) -> usize {
    line.chars().count()
}

fn whole_line(content: &Content) -> Result<String, AnswerFinding> {
    match content {
        Content::Text(text) => Ok(one_line(text)),
        Content::Number(value) => Ok(number(*value)),
        Content::Bool(_) => Ok(show(content)),
        other => Err(not_typed(other)),
    }
}

/// What people see in a cell, whole. Nothing of an error value, a formula without a result, or what is struck out.
pub(super) fn shown(content: &Content) -> Option<String> {
    Some(match content {
        Content::Text(text) => text.trim().to_owned(),
        Content::Number(value) => exactly(*value),
        Content::Percentage(value) => format!("{}%", exactly(*value)),
        Content::ShownOtherwise(stored) => stored.clone(),
        Content::Date(date) => plain_day(date),
        Content::Time(time) => time.clone(),
        Content::Bool(_) => show(content),
        Content::Error(_) | Content::NoResult | Content::Struck { .. } => return None,
    })
}

/// A number with all its digits.
pub(super) fn exactly(value: f64) -> String {
    value.to_string().replace('.', ",")
}

/// Nothing that is counted here comes near nine digits, but a telephone number or citizen number does.
const LEAST_PERSONAL: f64 = 1e8;

/// The kinds of personal data that a number looks like, however it is stored.
pub(super) fn personal_number(value: f64) -> Vec<Kind> {
    if value < LEAST_PERSONAL {
        return Vec::new();
    }
    Written::new(&number(value)).kinds().to_vec()
}

/// The finding for a cell that holds neither text nor a number.
pub(super) fn not_typed(content: &Content) -> AnswerFinding {
    match content {
        Content::Date(_) => AnswerFinding::BecameADate,
        Content::Time(time) => AnswerFinding::BecameATime { found: time.clone() },
        Content::Percentage(_) => AnswerFinding::Percentage { found: show(content) },
        Content::ShownOtherwise(stored) => {
            let stored_number = stored.replace(',', ".").parse();
            match stored_number.map(personal_number) {
                Ok(kinds) if !kinds.is_empty() => AnswerFinding::Personal { kinds },
                _ => AnswerFinding::ShownOtherwise { stored: show(content) },
            }
        }
        Content::Struck { partly: true, .. } => AnswerFinding::PartlyStruck,
        Content::Struck { partly: false, .. } => AnswerFinding::StruckOut,
        Content::NoResult => AnswerFinding::NoResult,
        Content::Bool(_) => AnswerFinding::NotANumber { found: show(content) },
        Content::Error(_) | Content::Text(_) | Content::Number(_) => AnswerFinding::ErrorValue,
    }
}

/// The contents of a cell, for a message that adds quotes.
pub(super) fn show(content: &Content) -> String {
    match content {
        Content::Text(text) => quote(text),
        Content::Number(value) => quote(&number(*value)),
        Content::Percentage(value) => format!("{}%", number(*value)),
        Content::Struck { text, .. } | Content::ShownOtherwise(text) => quote(text),
        Content::Bool(true) => "WAAR".to_owned(),
        Content::Bool(false) => "ONWAAR".to_owned(),
        Content::Date(_) => "een datum".to_owned(),
        Content::Time(_) => "een tijd".to_owned(),
        Content::Error(_) => "een foutwaarde".to_owned(),
        Content::NoResult => "een formule zonder uitkomst".to_owned(),
    }
}

/// The contents of a cell for a message: in quotes if they were typed.
pub(super) fn cite(content: &Content) -> String {
    let shown = show(content);
    match content {
        Content::Date(_) | Content::Time(_) | Content::Error(_) | Content::NoResult => shown,
        _ => format!("'{shown}'"),
    }
}

/// The beginning of a text, for use in messages only.
pub(super) fn quote(text: &str) -> String {
    const MOST: usize = 60;
    // Messages end up on screens and in logs, so personal data is redacted.
    let line = Written::new(&one_line(text)).into_shown();
    if line.chars().count() <= MOST {
        return line;
    }
    line.chars().take(MOST).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    fn text(text: &str) -> Content<'_> {
        Content::Text(Cow::Borrowed(text))
    }

    #[test]
    fn a_value_is_kept_whole_and_shortened_only_in_messages() {
        let long = "Samenwerkingsverband Noordelijke Duinstreek en Zuidelijke Veenkoloniën";
        assert_eq!(typed(&text(long)).as_ref().map(Written::shown).ok(), Some(long));
        assert_eq!(
            cite(&text(long)),
            "'Samenwerkingsverband Noordelijke Duinstreek en Zuidelijke Ve…'"
        );
    }

    #[test]
    fn values_that_were_not_typed_are_not_text_and_are_cited_without_quotes() {
        assert!(matches!(
            typed(&Content::Date(String::new())),
            Err(AnswerFinding::BecameADate)
        ));
        assert!(matches!(typed(&Content::Error("#N/A")), Err(AnswerFinding::ErrorValue)));
        assert_eq!(cite(&Content::Date(String::new())), "een datum");
        assert_eq!(cite(&Content::Number(3.5)), "'3,5'");
        assert_eq!(cite(&Content::Number(612_345_678.0)), "'•••'");
        assert!(matches!(
            typed(&Content::ShownOtherwise("612345678".to_owned())),
            Err(AnswerFinding::Personal { .. })
        ));
    }

    #[test]
    fn no_control_sequence_is_passed_on() {
        assert_eq!(
            typed(&text("Duin\u{1b}[2J\nstad")).as_ref().map(Written::shown).ok(),
            Some("Duin[2J stad")
        );
        assert_eq!(
            typed(&text("\u{202e}Du\u{ad}in\u{2028}\u{200b}\u{2029}stad"))
                .as_ref()
                .map(Written::shown)
                .ok(),
            Some("Duin stad")
        );
    }
}
