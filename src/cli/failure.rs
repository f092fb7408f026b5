//! Takes why a run could not be done; returns it as JSON, for a program that asked for JSON and reads no sentences.

use serde::Serialize;

/// Why a run could not be done.
#[derive(Serialize)]
pub struct Failure<'a> {
    format: &'static str,
    error: &'a str,
    hint: Option<&'a str>,
    causes: &'a [String],
}

impl<'a> Failure<'a> {
    /// One of which this sentence says everything: what is wrong and then, after a semicolon, what to do.
    pub fn of(sentence: &'a str, causes: &'a [String]) -> Self {
        match halves(sentence) {
            Some((error, hint)) => Self::with_hint(error, Some(hint), causes),
            None => Self::with_hint(sentence, None, causes),
        }
    }

    /// One that says apart what to do.
    pub fn with_hint(error: &'a str, hint: Option<&'a str>, causes: &'a [String]) -> Self {
        Self {
            format: "ketenscan-error/1",
            error,
            hint,
            causes,
        }
    }

    /// The same as JSON.
    pub fn json(&self) -> String {
        // Texts and lists of texts can always be written.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// A sentence in two at its last semicolon, unless that is within a name between quotation marks.
fn halves(sentence: &str) -> Option<(&str, &str)> {
    let (error, hint) = sentence.rsplit_once("; ")?;
    (is_outside_quotes(error) && is_outside_quotes(hint)).then_some((error, hint))
}

/// Whether every name that begins in this text also ends in it. An apostrophe within a word begins none.
fn is_outside_quotes(text: &str) -> bool {
    let is_letter = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric());
    let letters: Vec<char> = text.chars().collect();
    let quotes = letters.iter().enumerate().filter(|&(at, &c)| {
        let within_word = at > 0 && is_letter(letters.get(at - 1)) && is_letter(letters.get(at + 1));
        c == '\'' && !within_word
    });
    quotes.count() % 2 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_do_is_apart_and_a_name_is_never_cut() {
        for (sentence, expected) in [
            (
                "'x' bestaat niet; controleer de naam en de map.",
                Some(("'x' bestaat niet", "controleer de naam en de map.")),
            ),
            (
                "'a; b' bestaat al; kies een andere map met -o, of geef --overschrijf mee.",
                Some((
                    "'a; b' bestaat al",
                    "kies een andere map met -o, of geef --overschrijf mee.",
                )),
            ),
            (
                "Twee regio's zouden allebei in 'r.xlsx' komen; kies er een met --regio.",
                Some((
                    "Twee regio's zouden allebei in 'r.xlsx' komen",
                    "kies er een met --regio.",
                )),
            ),
            ("'a; b' is stuk.", None),
            ("Er is niets ingevuld.", None),
        ] {
            assert_eq!(halves(sentence), expected, "{sentence}");
        }
    }
}
