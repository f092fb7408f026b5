//! Finds bank account numbers in a text.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::folded::Folded;
use super::found::Found;
use super::{Kind, compiled};

/// The length of an account number, for those countries in the register of ISO 13616 that are common here.
const LENGTHS: &[(&str, usize)] = &[
    ("ad", 24),
    ("ae", 23),
    ("al", 28),
    ("at", 20),
    ("ba", 20),
    ("be", 16),
    ("bg", 22),
    ("ch", 21),
    ("cy", 28),
    ("cz", 24),
    ("de", 22),
    ("dk", 18),
    ("ee", 24),
    ("eg", 29),
    ("es", 24),
    ("fi", 18),
    ("fr", 27),
    ("gb", 22),
    ("gr", 27),
    ("hr", 21),
    ("hu", 28),
    ("ie", 22),
    ("iq", 23),
    ("it", 27),
    ("jo", 30),
    ("lb", 28),
    ("lt", 20),
    ("lu", 20),
    ("lv", 21),
    ("ma", 28),
    ("mt", 31),
    ("nl", 18),
    ("no", 15),
    ("pk", 24),
    ("pl", 28),
    ("pt", 25),
    ("ro", 24),
    ("se", 24),
    ("si", 19),
    ("sk", 24),
    ("tn", 24),
    ("tr", 26),
];

/// Numbers from before 2014, which can only be recognised by a word before them.
static OLD: LazyLock<Regex> = LazyLock::new(|| {
    compiled(r"\b(?:bank|giro)?(?:rekening|rek\.?|giro)(?:nummer|nr\.?)?(?: is)? ?:? ?(\d(?:[ .-]?\d){6,9})(?:\D|$)")
});

pub(super) fn find(text: &Folded, found: &mut Found) {
    let bytes = text.low.as_bytes();
    let mut at = 0;
    while at + 4 <= bytes.len() {
        match account(bytes, at) {
            Some(range) => {
                at = range.end;
                found.add(Kind::Account, range);
            }
            None => at += 1,
        }
    }
    for old in OLD.captures_iter(&text.low) {
        let number = old.get(1).filter(|number| !is_period(number.as_str()));
        if let Some(number) = number {
            found.add(Kind::Account, number.range());
        }
    }
}

/// `2024-2028`.
fn is_period(number: &str) -> bool {
    number.starts_with("20")
        && number
            .get(4..7)
            .is_some_and(|rest| rest.ends_with("20") && !rest.starts_with(char::is_numeric))
}

/// The account number that begins here, including any separators between its groups.
fn account(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    // Some people put a space between all characters.
    let second = at + 1 + usize::from(bytes.get(at + 1) == Some(&b' '));
    let country = [*bytes.get(at)?, *bytes.get(second)?];
    let &(name, length) = LENGTHS.iter().find(|(name, _)| name.as_bytes() == country.as_slice())?;
    let glued = at > 0 && bytes[at - 1].is_ascii_alphabetic();
    if name != "nl" && glued {
        return None;
    }
    let mut compact = Vec::with_capacity(length);
    let mut end = at;
    let mut gap = 0;
    while compact.len() < length {
        let byte = *bytes.get(end)?;
        end += 1;
        if byte.is_ascii_alphanumeric() {
            compact.push(byte);
            gap = 0;
        } else {
            gap += 1;
            // In `es/20` the two letters are the end of a word.
            if gap > 3 || !b" .-/_()".contains(&byte) || compact.len() == 2 && b"/_".contains(&byte) {
                return None;
            }
        }
        // Words can begin like a country code; the two digits that follow decide.
        if compact.len() == 4 && !compact[2..].iter().all(u8::is_ascii_digit) {
            return None;
        }
    }
    if bytes.get(end).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    // A Dutch bank code with ten digits counts even if a digit was mistyped.
    let dutch = name == "nl"
        && compact[4..8].iter().all(u8::is_ascii_alphabetic)
        && compact[8..].iter().all(u8::is_ascii_digit);
    (dutch || passes(&compact)).then_some(at..end)
}

/// The check of ISO 13616: with its first four characters moved to the end, the number is 1 modulo 97.
fn passes(compact: &[u8]) -> bool {
    let turned = compact[4..].iter().chain(&compact[..4]);
    let rest = turned.fold(0u32, |rest, &byte| match char::from(byte).to_digit(36) {
        Some(value) if value < 10 => (rest * 10 + value) % 97,
        Some(value) => (rest * 100 + value) % 97,
        None => rest,
    });
    rest == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_found(text: &str) -> bool {
        super::super::redacted(text).1.contains(&Kind::Account)
    }

    #[test]
    fn a_foreign_account_must_pass_the_check() {
        // ISO 13616 itself gives these as examples.
        assert!(is_found("GB82 WEST 1234 5698 7654 32"));
        assert!(!is_found("GB82 WEST 1234 5698 7654 33"));
        assert!(is_found("rekeningnl91abna0417164300graag"));
        assert!(is_found("giro 1234567"));
        assert!(!is_found("rekening 2024-2028"));
    }
}
