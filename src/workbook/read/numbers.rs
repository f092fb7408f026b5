//! Takes a cell; returns its number, or the reason why it has none.

use super::answer_findings::AnswerFinding;
use super::cells::Content;
use super::words::{not_typed, personal_number, quote, show};
use crate::spelling::fold;

/// Reads a number of 0 or more, typed as a number or as text with a decimal comma or point.
pub(super) fn read_number(content: &Content) -> Result<f64, AnswerFinding> {
    let value = match content {
        Content::Number(value) => *value,
        Content::Text(text) => parse(text)?,
        other => return Err(not_typed(other)),
    };
    if !value.is_finite() {
        let found = show(content);
        return Err(AnswerFinding::NotANumber { found });
    }
    if value < 0.0 {
        return Err(AnswerFinding::Negative { found: value });
    }
    let kinds = personal_number(value);
    if !kinds.is_empty() {
        return Err(AnswerFinding::Personal { kinds });
    }
    Ok(value)
}

/// The number before the sign of a percentage, if the cell shows one: 75 for 75%.
pub(super) fn percentage<'a>(content: &Content<'a>) -> Option<Content<'a>> {
    match content {
        Content::Percentage(value) => Some(Content::Number(*value)),
        Content::Text(text) => {
            let number = fold(text).strip_suffix('%')?.trim_end().to_owned();
            Some(Content::Text(number.into()))
        }
        _ => None,
    }
}

fn parse(text: &str) -> Result<f64, AnswerFinding> {
    let folded = fold(text);
    if folded.ends_with('%') {
        let found = quote(text);
        return Err(AnswerFinding::Percentage { found });
    }
    if looks_like_thousands(&folded) {
        let found = quote(text);
        return Err(AnswerFinding::Ambiguous { found });
    }
    let digits = folded.strip_prefix('-').unwrap_or(&folded);
    let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',');
    let found = || AnswerFinding::NotANumber { found: quote(text) };
    if !plain || !digits.bytes().any(|b| b.is_ascii_digit()) {
        return Err(found());
    }
    folded.replace(',', ".").parse().map_err(|_| found())
}

/// `1.000` could be a thousand, or one with three decimals. A leading zero settles it.
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

    fn typed(text: &str) -> Result<f64, AnswerFinding> {
        read_number(&Content::Text(Cow::Borrowed(text)))
    }

    #[test]
    fn comma_and_point_are_both_decimal_separators() {
        assert_eq!(typed("2,5").ok(), Some(2.5));
        assert_eq!(typed(" 2.5\u{a0}").ok(), Some(2.5));
        assert_eq!(typed("0.125").ok(), Some(0.125));
    }

    #[test]
    fn an_ambiguous_thousand_is_reported_not_guessed() {
        assert!(matches!(typed("1.000"), Err(AnswerFinding::Ambiguous { .. })));
        assert!(matches!(typed("12.500.000"), Err(AnswerFinding::Ambiguous { .. })));
        assert_eq!(typed("1.5").ok(), Some(1.5));
    }

    #[test]
    fn a_percentage_is_no_number_and_has_one_before_its_sign() {
        for text in ["75%", " 75,5 % ", "%"] {
            assert!(matches!(typed(text), Err(AnswerFinding::Percentage { .. })), "{text}");
        }
        assert!(matches!(
            read_number(&Content::Percentage(75.0)),
            Err(AnswerFinding::Percentage { .. })
        ));
        let number = |content: &Content| percentage(content).and_then(|number| read_number(&number).ok());
        assert_eq!(number(&Content::Percentage(75.0)), Some(75.0));
        assert_eq!(number(&Content::Text("75,5 %".into())), Some(75.5));
        assert_eq!(number(&Content::Text("%".into())), None);
        assert_eq!(number(&Content::Text("75".into())), None);
    }

    #[test]
    fn what_only_a_computer_calls_a_number_is_refused() {
        for text in ["NaN", "inf", "1e3", "0x10", "12 dagen", "-", "1,2,3", ""] {
            assert!(matches!(typed(text), Err(AnswerFinding::NotANumber { .. })), "{text}");
        }
        assert!(read_number(&Content::Number(f64::NAN)).is_err());
        assert!(matches!(typed("-1"), Err(AnswerFinding::Negative { .. })));
    }
}
