//! A cell becomes a number, or the reason why it cannot be one.

use super::cells::Content;
use super::findings::EntryFinding;
use crate::spelling::fold;
use crate::wording::number;

/// Reads a number of 0 or more, typed as a number or as text with a decimal comma or point.
pub(super) fn read_number(content: &Content) -> Result<f64, EntryFinding> {
    let value = match content {
        Content::Number(value) => *value,
        Content::Text(text) => parse(text)?,
        other => return Err(not_typed(other)),
    };
    if !value.is_finite() {
        let found = show(content);
        return Err(EntryFinding::NotANumber { found });
    }
    if value < 0.0 {
        return Err(EntryFinding::Negative { found: value });
    }
    Ok(value)
}

/// Why a cell that is neither text nor number holds no answer.
pub(super) fn not_typed(content: &Content) -> EntryFinding {
    match content {
        Content::Date => EntryFinding::BecameADate,
        Content::NoResult => EntryFinding::NoResult,
        Content::Bool(_) => EntryFinding::NotANumber { found: show(content) },
        Content::Error | Content::Text(_) | Content::Number(_) => EntryFinding::ErrorValue,
    }
}

/// A cell as a message quotes it.
pub(super) fn show(content: &Content) -> String {
    match content {
        Content::Text(text) => quote(text),
        Content::Number(value) => number(*value),
        Content::Bool(true) => "WAAR".to_owned(),
        Content::Bool(false) => "ONWAAR".to_owned(),
        Content::Date => "een datum".to_owned(),
        Content::Error => "een foutwaarde".to_owned(),
        Content::NoResult => "een formule".to_owned(),
    }
}

/// The start of a text, on one line.
pub(super) fn quote(text: &str) -> String {
    const MOST: usize = 60;
    let mut quoted: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if quoted.chars().count() > MOST {
        quoted = quoted.chars().take(MOST).chain(['…']).collect();
    }
    quoted.retain(|c| !c.is_control());
    quoted
}

fn parse(text: &str) -> Result<f64, EntryFinding> {
    let folded = fold(text);
    if looks_like_thousands(&folded) {
        let found = quote(text);
        return Err(EntryFinding::Ambiguous { found });
    }
    let digits = folded.strip_prefix('-').unwrap_or(&folded);
    let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',');
    let found = || EntryFinding::NotANumber { found: quote(text) };
    if !plain || !digits.bytes().any(|b| b.is_ascii_digit()) {
        return Err(found());
    }
    folded.replace(',', ".").parse().map_err(|_| found())
}

/// `1.000`: a thousand, or one with three decimals? A leading zero settles it.
fn looks_like_thousands(text: &str) -> bool {
    let mut groups = text.split('.');
    let first = groups.next().unwrap_or("");
    let rest: Vec<&str> = groups.collect();
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    !rest.is_empty()
        && (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && digits(first)
        && rest.iter().all(|group| group.len() == 3 && digits(group))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    fn typed(text: &str) -> Result<f64, EntryFinding> {
        read_number(&Content::Text(Cow::Borrowed(text)))
    }

    #[test]
    fn comma_and_point_are_both_decimal() {
        assert_eq!(typed("2,5").ok(), Some(2.5));
        assert_eq!(typed(" 2.5\u{a0}").ok(), Some(2.5));
        assert_eq!(typed("0.125").ok(), Some(0.125));
    }

    #[test]
    fn a_thousand_or_one_is_asked_not_guessed() {
        assert!(matches!(typed("1.000"), Err(EntryFinding::Ambiguous { .. })));
        assert!(matches!(typed("12.500.000"), Err(EntryFinding::Ambiguous { .. })));
        assert_eq!(typed("1.5").ok(), Some(1.5));
    }

    #[test]
    fn what_only_a_computer_calls_a_number_is_refused() {
        for text in ["NaN", "inf", "1e3", "0x10", "12 dagen", "-", "1,2,3", ""] {
            assert!(matches!(typed(text), Err(EntryFinding::NotANumber { .. })), "{text}");
        }
        assert!(read_number(&Content::Number(f64::NAN)).is_err());
        assert!(matches!(typed("-1"), Err(EntryFinding::Negative { .. })));
    }
}
