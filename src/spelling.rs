//! How two spellings are held against each other: folded text for equality, a nearest candidate for advice.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The form in which two spellings of one word are equal: composed, lower case, without surrounding
/// or repeated white space (non-breaking spaces included), every dash the same.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || INVISIBLE.contains(&c)) {
        if word.is_empty() {
            continue;
        }
        if !folded.is_empty() {
            folded.push(' ');
        }
        if word.is_ascii() {
            // Composing changes nothing here, and nearly all words are such.
            folded.extend(word.bytes().map(|byte| match byte {
                b'`' => '\'',
                byte => char::from(byte.to_ascii_lowercase()),
            }));
            continue;
        }
        for c in word.nfc() {
            match c {
                '‐' | '‑' | '‒' | '–' | '—' | '−' => folded.push('-'),
                '’' | '‘' | '`' | '´' => folded.push('\''),
                c => folded.extend(c.to_lowercase()),
            }
        }
    }
    folded
}

/// A name as it is kept: composed, without surrounding white space.
#[must_use]
pub fn composed(text: &str) -> String {
    text.trim().nfc().collect()
}

/// Characters that take no room on paper and that Unicode does not count as white space.
const INVISIBLE: [char; 4] = ['\u{200b}', '\u{200e}', '\u{2060}', '\u{feff}'];

/// Whether a text is a spelling of a word: the two are equal when folded. What begins otherwise or
/// is far too long is told apart without folding, so that looking for a header among sentences costs
/// next to nothing.
#[must_use]
pub fn spells(text: &str, word: &str) -> bool {
    // Nearly all texts are no spelling of the word, and say so in their first letters or digits.
    for (one, other) in text.bytes().zip(word.bytes()) {
        if !(one.is_ascii_alphanumeric() && other.is_ascii_alphanumeric()) {
            break;
        }
        if !one.eq_ignore_ascii_case(&other) {
            return false;
        }
    }
    if text == word {
        return true;
    }
    let text = text.trim();
    // Composing can shorten a text to a third; more than that no spelling of a word is longer.
    text.len() <= 3 * word.len() + 8 && fold(text) == fold(word)
}

/// The key by which names stand in alphabetical order: folded, without accents and apostrophes.
#[must_use]
pub fn sort_key(name: &str) -> String {
    fold(name)
        .nfd()
        .filter(|c| !is_combining_mark(*c) && *c != '\'')
        .collect()
}

/// A name as part of a file name: plain lower-case letters and digits, hyphens for the rest.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in sort_key(name).chars() {
        let plain = match c {
            'ø' => "o",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ł' => "l",
            'đ' => "d",
            c if c.is_ascii_alphanumeric() => {
                slug.push(c);
                continue;
            }
            _ if slug.is_empty() || slug.ends_with('-') => "",
            _ => "-",
        };
        slug.push_str(plain);
    }
    while slug.ends_with('-') {
        slug.pop();
    }
    // Most file systems hold 255 bytes a name; room is left for the year and the ending.
    slug.truncate(120);
    slug
}

/// The candidate most like `word`, if any is close enough to have been meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = fold(word);
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let candidate_folded = fold(candidate);
        // Every character too many is an edit: only lengths that could do are compared, which takes their product.
        let lengths = [word.chars().count(), candidate_folded.chars().count()];
        let (shorter, longer) = (lengths[0].min(lengths[1]), lengths[0].max(lengths[1]));
        if (shorter as f64) < CLOSE_ENOUGH * longer as f64 {
            continue;
        }
        let likeness = strsim::normalized_damerau_levenshtein(&word, &candidate_folded);
        if likeness >= CLOSE_ENOUGH && best.is_none_or(|(found, _)| likeness > found) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Whether two names are so much alike that one may be a slip for the other. A number tells names
/// apart on purpose.
#[must_use]
pub fn look_alike(a: &str, b: &str) -> bool {
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    digits(a) == digits(b) && strsim::normalized_damerau_levenshtein(&fold(a), &fold(b)) >= LOOKS_ALIKE
}

/// One slip in a name of seven letters; neighbours such as Duinstad and Duindorp stay apart.
const LOOKS_ALIKE: f64 = 0.85;

/// Two edits in a word of five letters; below this, advice would be a guess.
const CLOSE_ENOUGH: f64 = 0.6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_spaces_and_composition_do_not_matter() {
        assert_eq!(fold("\u{a0} Weet  Ik\u{a0}niet \n"), "weet ik niet");
        assert_eq!(fold("geme\u{301}"), fold("GEMÉ"));
        assert_eq!(fold("3 — Geregeld"), "3 - geregeld");
        assert!(spells("  ANTWOORD\u{a0}", "Antwoord"));
        assert!(spells("\u{200b}Antwoord", "Antwoord"));
        assert!(!spells("Antwoord op een heel andere vraag dan deze", "Antwoord"));
        assert!(!spells("Opmerking", "Antwoord"));
        // The accent makes another first letter of it.
        assert!(!spells("A\u{301}ntwoord", "Antwoord"));
    }

    #[test]
    fn file_names_hold_plain_letters_only() {
        assert_eq!(
            slug("'s-Hertogenbosch / Súdwest-Fryslân"),
            "s-hertogenbosch-sudwest-fryslan"
        );
        assert_eq!(slug("../..//etc"), "etc");
        assert_eq!(slug("***"), "");
    }

    #[test]
    fn advice_is_given_for_a_slip_and_withheld_for_a_guess() {
        let names = ["Flevoland", "Friesland"];
        assert_eq!(nearest("flevolant", names), Some("Flevoland"));
        assert_eq!(nearest("Zuid-Limburg", names), None);
    }

    #[test]
    fn a_slip_in_a_name_is_told_from_a_neighbour() {
        assert!(look_alike("Duinstad", "Duinsatd"));
        assert!(!look_alike("Duinstad", "Duindorp"));
        assert!(!look_alike("Proefgemeente 11", "Proefgemeente 12"));
    }
}
