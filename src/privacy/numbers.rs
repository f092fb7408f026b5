//! Finds telephone numbers and citizen service numbers in a text, whatever separates their digits.

use std::sync::LazyLock;

use regex::Regex;

use super::digits::{Group, Number, groups, numbers};
use super::folded::Folded;
use super::found::Found;
use super::{Kind, compiled};

/// The longest telephone number in the world (ITU-T E.164), with two zeros before it.
const LONGEST: usize = 17;

/// Numbers written as they are spoken.
static SPOKEN: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\b(?:06|nul[ -]?zes)(?:[ ,.-]{1,3}(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|\d{1,8})){1,8}\b",
    )
});

/// The number of words before a number that may say what it is.
const NEAR: usize = 3;

const CITIZEN: &[&str] = &["bsn", "bsnnr", "bsnnummer", "burgerservice", "sofi"];

const TELEPHONE: &[&str] = &[
    "tel",
    "telefoon",
    "telefoonnummer",
    "telnr",
    "mobiel",
    "mobielnummer",
    "mob",
    "gsm",
    "whatsapp",
];

/// Words before a mobile number that lacks its leading zero, as it does in a numeric cell.
const CALLED: &[&str] = &["app", "appen", "bel", "bellen", "belt", "nr", "nummer", "sms"];

/// Beginnings of words before a number that belongs to an office, not to a person.
#[rustfmt::skip]
const OFFICE: &[&str] = &[
    "agb", "artikel", "beschikking", "besluit", "bestek", "bestel", "begroting", "btw", "budget", "contract",
    "corsa", "dossier", "ean", "factuur", "grootboek", "inkoop", "isbn", "iso", "issn", "kamerstuk", "kenmerk",
    "kostenplaats", "kvk", "nen", "offerte", "oin", "order", "perceel", "post", "project", "raads", "rsin", "stb",
    "stcrt", "subsidie", "verplichting", "zaak",
];

/// Beginnings of service numbers, for emergencies, information and so on. These have fewer digits than a person's
/// number.
const SERVICES: &[&str] = &["0800", "0900", "0906", "0909", "0676"];

pub(super) fn find(text: &Folded, found: &mut Found) {
    // Labelled numbers come first: a number of nine digits could be either kind.
    each(text, found, labelled_citizen, Kind::CitizenNumber);
    each(text, found, telephone, Kind::Telephone);
    if text.low.contains("06") || text.low.contains("nul") {
        for spoken in SPOKEN.find_iter(&text.low).filter(|spoken| is_spoken(spoken.as_str())) {
            found.add(Kind::Telephone, spoken.range());
        }
    }
    each(text, found, bare_citizen, Kind::CitizenNumber);
}

/// Eight digits or more, some of them as words. That excludes dates, whose numbers are not spelled out digit by digit.
fn is_spoken(passage: &str) -> bool {
    let parts = passage.split([' ', ',', '.', '-']).filter(|part| !part.is_empty());
    let digits = |part: &str| {
        if part.starts_with(|c: char| c.is_ascii_digit()) {
            part.len()
        } else {
            1
        }
    };
    passage.contains(char::is_alphabetic) && parts.map(digits).sum::<usize>() >= 8
}

/// Looks for a number from each group on, and continues after the ones it finds.
fn each(
    text: &Folded,
    found: &mut Found,
    find: impl for<'a> Fn(&'a Folded, &'a [Group]) -> Option<Number<'a>>,
    kind: Kind,
) {
    let groups = groups(text, found);
    let mut at = 0;
    while at < groups.len() {
        match find(text, &groups[at..]) {
            Some(number) => {
                at += number.groups.len();
                let mut range = number.range;
                // A plus sign or an opening bracket belongs to the number.
                while text.before(range.start).is_some_and(|c| c == '+' || c == '(') {
                    range.start -= 1;
                }
                if is_letter_for_zero(text, range.start) {
                    range.start -= 1;
                }
                let bracketed = text.text[range.start..].starts_with('(') && text.after(range.end) == Some(')');
                range.end += usize::from(bracketed);
                found.add(kind, range);
            }
            None => at += 1,
        }
    }
}

fn says(text: &Folded, at: usize, words: &[&str], whole: bool) -> bool {
    text.words_before(at).take(NEAR).any(|word| {
        words
            .iter()
            .any(|label| if whole { word == *label } else { word.starts_with(label) })
    })
}

fn labelled_citizen<'a>(text: &'a Folded, groups: &'a [Group]) -> Option<Number<'a>> {
    let first = groups.first()?;
    if !text
        .words_before(first.start)
        .take(4)
        .any(|word| CITIZEN.iter().any(|label| word.starts_with(label)))
    {
        return None;
    }
    numbers(text, groups, 9)
        .filter(|number| number.digits.len() >= 8 && !number.begins_with_a_date(text))
        .last()
}

fn bare_citizen<'a>(text: &'a Folded, groups: &'a [Group]) -> Option<Number<'a>> {
    let first = groups.first()?;
    if is_office(text, first) {
        return None;
    }
    numbers(text, groups, 9)
        .filter(|number| {
            let plain = match number.digits.len() {
                9 => grouped(number),
                8 => matches!(number.lengths()[..], [8] | [2, 3, 3]),
                _ => false,
            };
            plain
                && passes_the_eleven_test(&number.digits)
                && !number.begins_with_a_date(text)
                && !number.holds_a_year(text)
                && !is_money(text, number)
        })
        .last()
}

/// Whether its nine digits are grouped as people do; a list of figures looks different.
fn grouped(number: &Number) -> bool {
    let lengths = number.lengths();
    lengths.len() <= 4 && lengths.iter().all(|&length| length >= 2) || lengths.len() == 9
}

fn is_office(text: &Folded, first: &Group) -> bool {
    says(text, first.start, OFFICE, false)
}

fn is_money(text: &Folded, number: &Number) -> bool {
    let before = text.low[..number.range.start].trim_end();
    let after = text.low[number.range.end..].trim_start();
    before.ends_with('€')
        || before.ends_with("eur")
        || before.ends_with("euro")
        || ["euro", "eur", ",-", ",00", "€", "%"]
            .iter()
            .any(|unit| after.starts_with(unit))
}

/// The eleven-test for nine digits. A number of eight digits gets a leading zero.
fn passes_the_eleven_test(digits: &str) -> bool {
    let padded = format!("{digits:0>9}");
    let sum: i64 = padded
        .bytes()
        .zip([9, 8, 7, 6, 5, 4, 3, 2, -1])
        .map(|(digit, weight)| i64::from(digit - b'0') * weight)
        .sum();
    padded.len() == 9 && sum != 0 && sum % 11 == 0
}

/// Whether the letter O was typed instead of a zero, as in `O6`.
fn is_letter_for_zero(text: &Folded, at: usize) -> bool {
    let mut before = text.low[..at].chars().rev();
    text.low[at..].starts_with('6') && before.next() == Some('o') && !before.next().is_some_and(char::is_alphanumeric)
}

fn telephone<'a>(text: &'a Folded, groups: &'a [Group]) -> Option<Number<'a>> {
    let first = groups.first()?;
    let plus = text.before(first.start) == Some('+');
    let labelled = says(text, first.start, TELEPHONE, true) || is_letter_for_zero(text, first.start);
    let alone = text.text.trim().len() == first.len();
    // In a code such as 2024-0123456, the part after the hyphen is not a number of its own.
    let inside = !plus && is_inside_a_code(text, first.start);
    let office = is_office(text, first);
    let called = alone
        || !office
            && !inside
            && text
                .words_before(first.start)
                .take(5)
                .any(|word| CALLED.contains(&word));
    numbers(text, groups, LONGEST)
        .filter(|number| {
            let digits = &number.digits;
            if SERVICES.iter().any(|service| digits.starts_with(service)) || number.begins_with_a_date(text) {
                return false;
            }
            match digits.as_bytes() {
                _ if plus => abroad(digits),
                [b'0', b'0', b'1'..=b'9', ..] => digits.len() >= 11 && abroad(&digits[2..]),
                [b'0', b'6', ..] if digits.len() == 10 => true,
                [b'0', b'1'..=b'9', ..] if digits.len() == 10 => !inside && !office,
                [b'3', b'1', b'6', ..] if digits.len() == 11 => !inside && !office,
                [b'6', b'1'..=b'8', ..] if digits.len() == 9 => {
                    // Nobody writes a citizen number with a group of one digit.
                    labelled || called && (number.lengths()[0] == 1 || !passes_the_eleven_test(digits))
                }
                _ => labelled && (6..=8).contains(&digits.len()) && !number.holds_a_year(text),
            }
        })
        .last()
}

/// A number that begins with a country code.
fn abroad(digits: &str) -> bool {
    match digits.strip_prefix("31") {
        Some(rest) if rest.starts_with('0') => rest.len() == 10,
        Some(rest) => rest.len() == 9,
        None => (9..=14).contains(&digits.len()),
    }
}

fn is_inside_a_code(text: &Folded, at: usize) -> bool {
    let mut before = text.text[..at].chars().rev();
    match before.next() {
        Some('-' | '/' | '.' | '_') => before.next().is_some_and(char::is_alphanumeric),
        Some(c) => c.is_uppercase(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        super::super::redacted(text).1
    }

    #[test]
    fn a_number_is_found_whatever_separates_its_digits() {
        for text in [
            "06 - 12 34 56 78",
            "(06) 12.34.56.78",
            "tel0612345678",
            "+31 (0)6 12345678",
            "0031/6/12345678",
        ] {
            assert_eq!(kinds(text), [Kind::Telephone], "{text}");
        }
        for text in ["123456782", "123-456-782", "bsn nr. 1 2 3 4 5 6 7 8 9", "1234.56.782"] {
            assert_eq!(kinds(text), [Kind::CitizenNumber], "{text}");
        }
    }

    #[test]
    fn numbers_of_services_offices_and_dates_are_not_personal() {
        for text in [
            "0800-2000 24/7",
            "0900-8844",
            "06-12-2025 10.00",
            "kenmerk 2024-0123456789",
            "contractnummer 123456782",
            "€ 123.456.782",
            "2024-2028 1",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
