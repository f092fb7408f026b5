//! Takes a position in a text; returns the name that somebody is said to have there: `mijn naam is Voorbeeld`.

use std::ops::Range;

use super::super::words::{is_function, is_official};
use super::Names;
use super::cues::{calls, is_particle};
use super::extent::LONGEST;
use super::namesakes::is_given;
use super::tokens::{Shape, Token};

/// A participle is at least this long: `haar naam is geanonimiseerd`.
const PARTICIPLE: usize = 8;

impl Names<'_> {
    /// `mijn naam is voorbeeld`, `ik heet voorbeeld`, `ik ben voorbeeld voorbeelden`.
    pub(super) fn called(&self, at: usize) -> Option<Range<usize>> {
        let token = self.get(at)?;
        let (before, second) = (self.low_before(at, 1), self.low_before(at, 2));
        let by_name =
            before == "is" && second == "naam" && matches!(self.low_before(at, 3), "mijn" | "haar" | "zijn" | "m'n");
        let called = by_name || calls(before) && matches!(second, "ik" | "hij" | "zij" | "ze");
        if !(token.is_adjacent() || called && token.gap == ": ") {
            return None;
        }
        if token.shape == Shape::Lower && !is_particle(token.low) {
            let both = before == "ben" && second == "ik";
            return self.lower_case_name(at).filter(|name| called || both && name.len() > 1);
        }
        if !called {
            return None;
        }
        if is_particle(token.low) {
            let end = self.body(at, Token::can_be_a_surname)?;
            return self.person(at, end);
        }
        if token.is_unknown() {
            return self.person(at, self.surname(at + 1));
        }
        self.named_by_a_word(at)
    }

    /// Words in lower case that are given names or not words of the language: `jan van voorbeeld`.
    fn lower_case_name(&self, at: usize) -> Option<Range<usize>> {
        let first = self.get(at)?;
        let participle = first.low.len() >= PARTICIPLE && first.low.ends_with(['d', 't']);
        if !(is_given(first.low) || first.is_unknown_lower() && !participle) {
            return None;
        }
        let mut end = at + 1;
        let mut next = end;
        while let Some(token) = self
            .get(next)
            .filter(|token| token.is_adjacent() && next - at < LONGEST)
        {
            next += 1;
            // The last word may be known: `mijn naam is voorbeeld visser.`
            let last = self
                .get(next)
                .is_none_or(|after| !after.is_adjacent() || after.low == "en");
            let surname = last && token.shape == Shape::Lower && !is_function(token.low) && !is_official(token.low);
            if token.is_unknown_lower() || surname {
                end = next;
            } else if !is_particle(token.low) {
                break;
            }
        }
        Some(at..end)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Kind, redacted};

    #[test]
    fn who_gives_a_name_is_redacted_in_lower_case_too() {
        for (text, left) in [
            ("mijn naam is berivan aslan, ik kom", "mijn naam is •••, ik kom"),
            ("Mijn naam is Berivan", "Mijn naam is •••"),
            ("Mijn naam is Roos", "Mijn naam is •••"),
            ("ik heet berivan en ik", "ik heet ••• en ik"),
            ("ik heet jan qobbel", "ik heet •••"),
            ("ik ben berivan el aslan", "ik ben •••"),
        ] {
            assert_eq!(redacted(text), (left.to_owned(), vec![Kind::Name]), "{text}");
        }
    }

    #[test]
    fn nobody_is_called_by_an_ordinary_word() {
        for text in [
            "mijn naam is bekend bij de politie",
            "haar naam is geanonimiseerd",
            "ik ben moeder van drie",
            "De campagne Ik ben Sara",
            "de zaal heet Storm",
        ] {
            assert_eq!(redacted(text).1, [], "{text}");
        }
    }
}
