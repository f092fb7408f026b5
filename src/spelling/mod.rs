//! How spellings are compared: folded text for equality, the nearest candidate for suggestions.

mod file_name;
mod invisible;
mod likeness;

pub use file_name::{FileNames, slug};
pub use invisible::{is_invisible, is_unprintable, printable, printable_lines, visible};
pub use likeness::{Candidates, Likeness, look_alike, nearest};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The form in which all spellings of a word are equal: composed, in lower case, without invisible characters, without
/// surrounding or repeated white space (including non-breaking spaces), and with one kind of dash.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let before = folded.len();
        if before > 0 {
            folded.push(' ');
        }
        if word.is_ascii() {
            // Nearly all words are ASCII, for which composing changes nothing.
            folded.extend(word.bytes().map(|byte| match byte {
                b'`' => '\'',
                byte => char::from(byte.to_ascii_lowercase()),
            }));
            continue;
        }
        let start = folded.len();
        for c in word.chars().filter(|c| !is_invisible(*c)).nfc() {
            match c {
                '‐' | '‑' | '‒' | '–' | '—' | '−' => folded.push('-'),
                '’' | '‘' | '`' | '´' => folded.push('\''),
                c => folded.extend(c.to_lowercase()),
            }
        }
        if folded.len() == start {
            folded.truncate(before);
        }
    }
    folded
}

/// A name as it is stored: composed, without invisible characters and surrounding white space.
#[must_use]
pub fn composed(text: &str) -> String {
    if text.is_ascii() {
        return text.trim().to_owned();
    }
    visible(text).trim().nfc().collect()
}

/// A text as one line: without line breaks, repeated spaces, invisible characters, and anything that a terminal could
/// interpret as a control sequence.
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = composed(text).split_whitespace().collect::<Vec<_>>().join(" ");
    line.retain(|c| !c.is_control());
    line
}

/// Whether a text is a spelling of a word or name, so that both are equal when folded. Most texts are ruled out by their
/// first characters or length without folding, so that looking for a header among sentences is cheap.
#[must_use]
pub fn spells(text: &str, word: &str) -> bool {
    if begins_otherwise(text, word) {
        return false;
    }
    if text == word {
        return true;
    }
    // Composing can shorten a text to a third, but not further.
    let most = 3 * word.len() + 8;
    let seen = text.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c));
    seen.take(most + 1).count() <= most && fold(text) == fold(word)
}

/// Whether a text differs from a word in its first letters or digits, as nearly all texts do. Then they differ when
/// folded, too, whatever follows; this is seen without folding.
#[must_use]
pub fn begins_otherwise(text: &str, word: &str) -> bool {
    let plain = |(one, other): &(u8, u8)| one.is_ascii_alphanumeric() && other.is_ascii_alphanumeric();
    let mut pairs = text.bytes().zip(word.bytes()).take_while(plain);
    pairs.any(|(one, other)| !one.eq_ignore_ascii_case(&other))
}

/// The key for sorting names alphabetically: folded, without accents and apostrophes.
#[must_use]
pub fn sort_key(name: &str) -> String {
    fold(name)
        .nfd()
        .filter(|c| !is_combining_mark(*c) && *c != '\'')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_spaces_and_composition_do_not_matter() {
        assert_eq!(fold("\u{a0} Weet  Ik\u{a0}niet \n"), "weet ik niet");
        assert_eq!(fold("geme\u{301}"), fold("GEMÉ"));
        assert_eq!(fold("3 — Geregeld"), "3 - geregeld");
    }

    #[test]
    fn invisible_characters_do_not_matter_and_are_removed() {
        let seen = "weet ik niet";
        for unseen in [
            "\u{ad}", "\u{200b}", "\u{200d}", "\u{200f}", "\u{2060}", "\u{feff}", "\u{fe0f}",
        ] {
            let typed = format!("{unseen}Weet{unseen} i{unseen}k {unseen} niet{unseen} ");
            assert_eq!(fold(&typed), seen);
            assert!(spells(&typed, seen));
            assert_eq!(composed(&format!(" {unseen} Gemé{unseen}{unseen} ")), "Gemé");
        }
        // An invisible character between a letter and its accent does not separate them.
        assert_eq!(fold("e\u{200d}\u{301}"), "é");
    }

    #[test]
    fn a_header_is_recognised_in_any_spelling() {
        assert!(spells("  ANTWOORD\u{a0}", "Antwoord"));
        assert!(spells("\u{200b}Antwoord", "Antwoord"));
        assert!(spells(&format!("Ant{}woord", "\u{ad}".repeat(90)), "Antwoord"));
        assert!(spells(&format!("weet{}ik niet", " ".repeat(90)), "Weet ik niet"));
        assert!(!spells("Antwoord op een heel andere vraag dan deze", "Antwoord"));
        assert!(!spells("Opmerking", "Antwoord"));
        // The accent makes it a different first letter.
        assert!(!spells("A\u{301}ntwoord", "Antwoord"));
    }
}
