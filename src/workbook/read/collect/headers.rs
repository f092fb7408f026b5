//! Compares changed headers and labels with ours.

use crate::spelling::{begins_otherwise, fold, look_alike, spells};

/// A longer text is a sentence, not a header.
const LONGEST: usize = 40;
const MOST_WORDS: usize = 4;

/// The text without additions: "Teller (aantal): *" becomes "teller".
fn bare(text: &str) -> String {
    let folded = fold(text);
    let mut kept = String::with_capacity(folded.len());
    let mut depth = 0_usize;
    for c in folded.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    let is_mark = |c: char| c.is_whitespace() || matches!(c, ':' | '*' | '.' | '?' | '-');
    kept.trim_matches(is_mark).to_owned()
}

/// Whether a text is the word, apart from a unit in parentheses or a mark at its end.
pub(super) fn is_in_effect(text: &str, word: &str) -> bool {
    // Every text of a workbook is compared with every label.
    !begins_otherwise(text, word)
        && (spells(text, word) || (text.chars().take(LONGEST + 1).count() <= LONGEST && bare(text) == bare(word)))
}

/// Whether the word may be meant: with a unit, with another word ("Aantal inwoners"), or with a typing error.
pub(super) fn may_be(text: &str, word: &str) -> bool {
    if text.chars().take(LONGEST + 1).count() > LONGEST {
        return false;
    }
    let (given, word) = (bare(text), fold(word));
    let words: Vec<&str> = given.split(' ').collect();
    given == word
        || (words.len() <= MOST_WORDS && (words.first() == Some(&&*word) || words.last() == Some(&&*word)))
        || look_alike(&given, &word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_add_to_a_word_leaves_it_that_word() {
        for (text, word) in [
            ("Teller (aantal)", "Teller"),
            ("Antwoord 2026", "Antwoord"),
            ("Aantal inwoners", "Inwoners"),
            ("Antwoort", "Antwoord"),
            ("Inwoners [CBS]:", "Inwoners"),
        ] {
            assert!(may_be(text, word), "{text}");
        }
        assert!(is_in_effect("Ingevuld door", "Ingevuld door (functie)"));
        assert!(is_in_effect("Jaar: ", "Jaar"));
        for text in [
            "(vul in) Jaar",
            "- Jaar",
            "\u{200b}jaar *",
            "JAAR (verplicht)",
            "Ja\u{ad}ar",
        ] {
            assert!(is_in_effect(text, "Jaar"), "{text}");
        }
        assert!(!is_in_effect("Jaar van oprichting", "Jaar"));
    }

    #[test]
    fn another_word_or_a_sentence_is_no_header() {
        for (text, word) in [
            ("Totaal", "Noemer"),
            ("Stand", "Stap"),
            ("Antwoord van de vorige keer dat wij dit vroegen", "Antwoord"),
            ("Streefscore", "Ambitie"),
        ] {
            assert!(!may_be(text, word), "{text}");
        }
    }
}
