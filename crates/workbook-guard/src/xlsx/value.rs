//! Takes the type and contents of an xlsx cell as written; returns the value in the one form in which it is handed on.

use std::borrow::Cow;

use crate::unreadable::Reason;

/// The contents of a cell, in the form a parser is given.
#[derive(Debug, PartialEq)]
pub(crate) enum Value<'v> {
    Nothing,
    Number(&'v str),
    /// A string, by its index in the list of strings.
    Listed(usize),
    Text(Cow<'v, str>),
    Boolean(bool),
    Error(&'v str),
    /// A date or time in ISO 8601.
    Date(&'v str),
}

/// The error values that every parser knows; newer ones, such as `#SPILL!`, make some give up.
pub(crate) const KNOWN_ERRORS: [&str; 7] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];
const SOME_ERROR: &str = "#N/A";

/// The contents of a cell, from its type, its value as written, and any inline text. `strings` is the number of strings
/// in the list.
pub(crate) fn interpret<'v>(
    kind: Option<&str>,
    value: Option<&'v str>,
    inline: Option<&'v str>,
    strings: usize,
) -> Result<Value<'v>, Reason> {
    let written = value.unwrap_or_default();
    let trimmed = written.trim();
    let text = |text: &'v str| Value::Text(Cow::Borrowed(text));
    Ok(match kind {
        // The type says which of the two counts; if that one is missing, the other does.
        Some("inlineStr" | "is") => inline.or(value).map_or(Value::Nothing, text),
        Some("str") => value.or(inline).map_or(Value::Nothing, text),
        _ if trimmed.is_empty() => inline.map_or(Value::Nothing, text),
        Some("s") => Value::Listed(
            listed(trimmed)
                .filter(|index| *index < strings)
                .ok_or(Reason::NoSuchString)?,
        ),
        Some("b") => Value::Boolean(boolean(trimmed).ok_or(Reason::NotABoolean)?),
        Some("e") => Value::Error(if KNOWN_ERRORS.contains(&trimmed) {
            trimmed
        } else {
            SOME_ERROR
        }),
        Some("d") => Value::Date(trimmed),
        None | Some("n") if trimmed.parse::<f64>().is_ok() => Value::Number(trimmed),
        // Without a type it could be anything; every parser we know reads it as text.
        None => text(written),
        Some("n") => return Err(Reason::NotANumber),
        Some(_) => return Err(Reason::UnknownType),
    })
}

fn listed(index: &str) -> Option<usize> {
    index
        .bytes()
        .all(|digit| digit.is_ascii_digit())
        .then(|| index.parse().ok())?
}

fn boolean(value: &str) -> Option<bool> {
    match value {
        "1" => Some(true),
        "0" => Some(false),
        value if value.eq_ignore_ascii_case("true") => Some(true),
        value if value.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

/// Whether this is a number as nearly all programs write it: digits, optionally with a sign, a fraction and an
/// exponent.
pub(crate) fn is_plain_number(text: &[u8]) -> bool {
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let unsigned = |text: &'_ [u8]| usize::from(matches!(text.first(), Some(b'-' | b'+')));
    let mut rest = &text[unsigned(text)..];
    let whole = digits(rest);
    rest = &rest[whole..];
    if let Some(fraction) = rest.strip_prefix(b".") {
        let length = digits(fraction);
        if length == 0 {
            return false;
        }
        rest = &fraction[length..];
    }
    if let Some(b'e' | b'E') = rest.first() {
        let exponent = &rest[1 + unsigned(&rest[1..])..];
        let length = digits(exponent);
        if length == 0 {
            return false;
        }
        rest = &exponent[length..];
    }
    whole > 0 && rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_matters_only_in_text() {
        for (kind, value, expected) in [
            (None, " 3 ", Value::Number("3")),
            (Some("n"), "\n-2.5e3\t", Value::Number("-2.5e3")),
            (Some("s"), " 1 ", Value::Listed(1)),
            (Some("b"), " TRUE ", Value::Boolean(true)),
            (Some("e"), " #REF! ", Value::Error("#REF!")),
            (Some("d"), " 2026-12-31 ", Value::Date("2026-12-31")),
            (Some("str"), " a ", Value::Text(" a ".into())),
            (None, " ", Value::Nothing),
            (Some("s"), " ", Value::Nothing),
        ] {
            assert_eq!(
                interpret(kind, Some(value), None, 2),
                Ok(expected),
                "{kind:?} {value:?}"
            );
        }
    }

    #[test]
    fn unreadable_values_are_reported_and_never_guessed() {
        for (kind, value, reason) in [
            ("s", "-1", Reason::NoSuchString),
            ("s", "2", Reason::NoSuchString),
            ("s", "1.0", Reason::NoSuchString),
            ("s", "+1", Reason::NoSuchString),
            ("s", "99999999999999999999", Reason::NoSuchString),
            ("n", "three", Reason::NotANumber),
            ("n", "1 000", Reason::NotANumber),
            ("b", "2", Reason::NotABoolean),
            ("x", "2", Reason::UnknownType),
        ] {
            assert_eq!(
                interpret(Some(kind), Some(value), None, 2),
                Err(reason),
                "{kind} {value:?}"
            );
        }
        assert_eq!(interpret(None, Some("three"), None, 0), Ok(Value::Text("three".into())));
        assert_eq!(interpret(Some("e"), Some("#SPILL!"), None, 0), Ok(Value::Error("#N/A")));
    }

    #[test]
    fn a_value_and_an_inline_text_do_not_hide_each_other() {
        let text = |text: &'static str| Ok(Value::Text(text.into()));
        for (kind, value, inline, expected) in [
            (Some("inlineStr"), Some(""), Some("a"), text("a")),
            (Some("inlineStr"), Some("1"), Some("a"), text("a")),
            (Some("inlineStr"), Some("b"), None, text("b")),
            (Some("n"), Some(""), Some("a"), text("a")),
            (Some("s"), Some("0"), Some("a"), Ok(Value::Listed(0))),
            (None, None, Some("a"), text("a")),
            (None, None, None, Ok(Value::Nothing)),
        ] {
            assert_eq!(interpret(kind, value, inline, 1), expected);
        }
    }

    #[test]
    fn plain_numbers_are_recognised() {
        for number in ["0", "3", "-1", "+7", "2.5", "1e5", "1.25E-07", "45000.9999999"] {
            assert!(is_plain_number(number.as_bytes()), "{number}");
            assert!(number.parse::<f64>().is_ok());
        }
        for other in [
            "", " 3", "3 ", "-", ".", "1.", ".5", "1e", "1e+", "1-2", "1,5", "0x1", "NaN", "inf", "1.2.3",
        ] {
            assert!(!is_plain_number(other.as_bytes()), "{other}");
        }
    }
}
