//! Finds postcodes in a text, including the house number that follows them.

use std::ops::Range;

use super::Kind;
use super::digits::{Number, groups, is_year, numbers};
use super::folded::Folded;
use super::found::Found;

/// Two-letter words and units that also occur after a number of four digits.
const WORDS: &[&str] = &[
    "af", "al", "bv", "ca", "cm", "de", "do", "en", "er", "eu", "ev", "ga", "ha", "hr", "ik", "in", "is", "ja", "je",
    "kg", "km", "ma", "me", "mg", "ml", "mm", "mw", "na", "nr", "nu", "nv", "of", "om", "op", "pj", "pm", "pp", "st",
    "te", "uu", "vr", "we", "wo", "za", "ze", "zo",
];

/// Abbreviations of organisations, subjects and places; with a year before them, they do not form a postcode.
const ABBREVIATIONS: &[&str] = &[
    "ab", "ad", "bb", "bi", "bw", "cc", "dc", "ez", "gb", "gd", "gg", "gz", "hg", "hv", "ic", "jb", "jz", "kc", "km",
    "lo", "mo", "ob", "om", "oz", "po", "rb", "rv", "sw", "tk", "vg", "vn", "vo", "vt", "wb",
];

/// Letters that no postcode ends in (Postal Act); they are avoided for what they stood for.
const NEVER: &[&str] = &["sa", "sd", "ss", "eu", "nl"];

/// What a year belongs to, also with letters behind it.
const PAPERS: &[&str] = &[
    "artikel",
    "begroting",
    "besluit",
    "bijlage",
    "contract",
    "kolom",
    "kolommen",
    "nota",
    "overeenkomst",
    "plan",
    "rij",
    "rijen",
    "tabel",
    "verslag",
];

pub(super) fn find(text: &Folded, found: &mut Found) {
    let groups = groups(text, found);
    for at in 0..groups.len() {
        let whole = numbers(text, &groups[at..], 4).find(|number| number.digits.len() == 4);
        let Some(number) = whole.filter(|number| matches!(number.lengths()[..], [4] | [2, 2] | [1, 1, 1, 1])) else {
            continue;
        };
        let spaced = number.groups.len() > 1;
        if let Some(end) = postcode(text, &number, spaced) {
            found.add(Kind::Postcode, number.range.start..end);
        }
    }
}

/// Where a postcode that begins with these digits ends. If it contains spaces, its letters must be capitals.
fn postcode(text: &Folded, number: &Number, spaced: bool) -> Option<usize> {
    let group = &number.range;
    let digits = number.digits.as_str();
    let of_an_office = text.words_before(group.start).next() == Some("postbus");
    if digits.starts_with('0') || of_an_office || is_part_of_a_code(text, group.start) {
        return None;
    }
    let rest = &text.text.as_bytes()[group.end..];
    let skipped = rest
        .iter()
        .take(3)
        .take_while(|byte| b" .-/_(),".contains(byte))
        .count();
    let Some((letters, used)) = pair(&rest[skipped..]) else {
        // `Postcode 5611`, without the letters.
        let mut before = text.words_before(group.start);
        return (before.next() == Some("postcode") && !is_year(digits)).then_some(group.end);
    };
    let low = letters.to_ascii_lowercase();
    let end = group.end + skipped + used;
    let capitals = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let glued = skipped == 0;
    let labelled = text
        .words_before(group.start)
        .take(3)
        .any(|word| word.starts_with("postcode") || matches!(word, "pc" | "adres" | "woont" | "wonend" | "straat"));
    let comma = rest[..skipped].contains(&b',');
    // `2026-AB-0123`: a year and a number, with an office between them.
    let reference = is_year(digits) && rest[..skipped] == *b"-" && is_numbered(&rest[skipped + used..]);
    let plausible = if comma || reference || NEVER.contains(&low.as_str()) {
        false
    } else if spaced {
        capitals && !is_year(digits) && !ABBREVIATIONS.contains(&low.as_str())
    } else if labelled || follows_an_address(text, group.start) {
        true
    } else if is_year(digits) && is_on_paper(text, group.start) {
        false
    } else if is_year(digits) {
        // Postcodes in and around Haarlem look like this, but so does a plan with an abbreviation after its year.
        let word = WORDS.contains(&low.as_str()) || ABBREVIATIONS.contains(&low.as_str());
        let alone = end - group.start == text.text.trim().len();
        // Abbreviations are written in capitals.
        let lower = !capitals && !WORDS.contains(&low.as_str());
        !word && (glued || capitals) || lower || capitals && (alone || is_a_place_after(text, end))
    } else {
        capitals || !WORDS.contains(&low.as_str()) || glued && !is_unit(&low)
    };
    (plausible && !is_money(text, group)).then(|| with_house_number(text, end))
}

fn is_numbered(rest: &[u8]) -> bool {
    matches!(rest, [b'-', digit, ..] if digit.is_ascii_digit())
}

fn is_unit(letters: &str) -> bool {
    matches!(
        letters,
        "cm" | "kg" | "km" | "mb" | "mg" | "ml" | "mm" | "kb" | "pk" | "kj" | "ha" | "st"
    )
}

/// The two letters that follow, and the number of bytes they take: `AB`, `A B`, `AB)`, or `AB` joined to a place name.
fn pair(rest: &[u8]) -> Option<(String, usize)> {
    let letter = |at: usize| rest.get(at).copied().filter(u8::is_ascii_alphabetic);
    let first = letter(0)?;
    if let Some(second) = letter(1) {
        let ends = match rest.get(2) {
            Some(next) if next.is_ascii_alphabetic() => {
                let lower = first.is_ascii_lowercase() && second.is_ascii_lowercase() && next.is_ascii_uppercase();
                lower
                    || first.is_ascii_uppercase()
                        && second.is_ascii_uppercase()
                        && next.is_ascii_uppercase()
                        && rest.get(3).is_some_and(u8::is_ascii_lowercase)
            }
            Some(next) => next.is_ascii(),
            None => true,
        };
        return ends.then(|| (letters(first, second), 2 + usize::from(rest.get(2) == Some(&b')'))));
    }
    let second = letter(2).filter(|_| matches!(rest.get(1), Some(b' ' | b'.')))?;
    let ends = !rest.get(3).is_some_and(u8::is_ascii_alphanumeric);
    (ends && first.is_ascii_uppercase() && second.is_ascii_uppercase()).then(|| (letters(first, second), 3))
}

fn letters(first: u8, second: u8) -> String {
    [char::from(first), char::from(second)].iter().collect()
}

/// `2024-1234AB`, `1.2345 AB`, `XR1234AB`.
fn is_part_of_a_code(text: &Folded, at: usize) -> bool {
    let before = &text.text[..at];
    let mut before = before.strip_suffix("NL-").unwrap_or(before).chars().rev();
    match before.next() {
        Some('-' | '/' | '_' | '.' | ',' | ':') => {
            before.next().is_some_and(|c| c.is_ascii_digit() || c.is_uppercase())
        }
        Some(c) => c.is_uppercase(),
        None => false,
    }
}

fn is_money(text: &Folded, group: &Range<usize>) -> bool {
    let before = text.low[..group.start].trim_end();
    before.ends_with('€') || before.ends_with("eur")
}

/// After a house number and a comma: `12, 1012 en Amsterdam`.
fn follows_an_address(text: &Folded, at: usize) -> bool {
    let before = text.low[..at].trim_end_matches([' ', ',']);
    let number = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let word = number.trim_end();
    before.len() < at
        && number.len() < before.len()
        && ["straat", "laan", "weg", "plein", "gracht", "kade"]
            .iter()
            .any(|end| word.ends_with(end))
}

fn is_a_place_after(text: &Folded, at: usize) -> bool {
    let rest = &text.text[at..];
    let word = rest.trim_start_matches([' ', ',']);
    word.len() < rest.len()
        && word.starts_with(char::is_uppercase)
        && word.chars().nth(1).is_some_and(char::is_lowercase)
}

fn with_house_number(text: &Folded, end: usize) -> usize {
    let rest = &text.low[end..];
    let number = rest.trim_start_matches([' ', ',', '-', '/']);
    let number = number
        .strip_prefix("nr")
        .map_or(number, |rest| rest.trim_start_matches(['.', ' ']));
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let tail = &number[digits..];
    let is_letter = |tail: &str| {
        tail.starts_with(|c: char| c.is_ascii_alphabetic()) && !tail.chars().nth(1).is_some_and(char::is_alphanumeric)
    };
    // `12-b`.
    let tail = tail.strip_prefix('-').filter(|rest| is_letter(rest)).unwrap_or(tail);
    if digits == 0 || digits > 4 || tail.starts_with(['-', '/', '%', ':']) {
        return end;
    }
    text.low.len() - tail.len() + usize::from(is_letter(tail))
}

fn is_on_paper(text: &Folded, at: usize) -> bool {
    text.words_before(at)
        .take(3)
        .any(|word| PAPERS.iter().any(|paper| word.ends_with(paper)))
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, redacted};

    #[test]
    fn the_house_number_is_part_of_it() {
        assert_eq!(redacted("in 5611 ab 12b, boven").0, "in •••, boven");
        assert_eq!(redacted("in 5611 AB 12-b, boven").0, "in •••, boven");
        assert_eq!(redacted("in 5611AB/12, boven").0, "in •••, boven");
    }

    #[test]
    fn a_year_before_a_word_is_not_a_postcode() {
        for text in [
            "in 2026 MO en BW",
            "van 1500 in de regio",
            "2025 AB van de GGD",
            "1250 km",
            "vanaf 2024 is het",
            "€ 1500 pp",
            "kenmerk 2026-PR-0123",
            "Postbus 20, 5000 AA Voorbeeldstad",
        ] {
            assert_eq!(redacted(text).1, [], "{text}");
        }
        for text in ["2011 AB Haarlem", "1012 lg", "5611ABHelmond", "5611 A B", "5611-AB-12"] {
            assert_eq!(redacted(text).1, [Kind::Postcode], "{text}");
        }
    }
}
