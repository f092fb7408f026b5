//! Takes a position in a text; returns the name that stands there in brackets, behind a person: `een vrouw in de opvang
//! (Voorbeeld)`.

use std::ops::Range;

use super::super::words::{is_institution, is_like_a_place, is_official};
use super::Names;
use super::cues::{DOES, IS, are_roles, is_of_something_else, is_own_role};

/// The number of words before the brackets in which the person is mentioned.
const NEAR: usize = 6;

impl Names<'_> {
    pub(super) fn in_brackets(&self, at: usize) -> Option<Range<usize>> {
        let token = self.get(at)?;
        let closed = self.text.low[token.end..].starts_with([')', ',']);
        if token.gap != " (" || !closed || !token.is_unknown() || is_like_a_place(token.low) {
            return None;
        }
        let (before, next) = (self.low_before(at, 1), self.low(at + 1));
        // `Een vrouw in opvanghuis (Voorbeeld)` may be the name of the house, unless a person is what the sentence is about.
        let other = is_of_something_else(before) || is_official(before) || is_institution(before);
        let acts = self.text.after(token.end) == Some(')') && (DOES.contains(&next) || IS.contains(&next));
        (self.is_behind_a_person(at) && (acts || !other)).then_some(at..at + 1)
    }

    /// Whether one person is mentioned in the words before: `een van de vrouwen in`, `het meisje uit`.
    fn is_behind_a_person(&self, at: usize) -> bool {
        let first = at.saturating_sub(NEAR);
        let mut words = (first..at).rev();
        words.any(|person| {
            let low = self.low(person);
            let one_of = || self.low_before(person, 2) == "van" && matches!(self.low_before(person, 3), "een" | "één");
            let one = is_own_role(low) && !are_roles(low) || are_roles(low) && one_of();
            one && self.tokens[person + 1..at].iter().all(|token| token.gap == " ")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Kind, redacted};

    #[test]
    fn one_person_is_named_in_brackets() {
        for (text, left) in [
            (
                "Een van de vrouwen in de opvang (Qirna) vertelde",
                "Een van de vrouwen in de opvang (•••) vertelde",
            ),
            ("een vrouw van ver (Qirna)", "een vrouw van ver (•••)"),
        ] {
            assert_eq!(redacted(text), (left.to_owned(), vec![Kind::Name]), "{text}");
        }
        for text in [
            "de meisjes in de opvang (Qirna) zijn gehoord",
            "een meisje in de opvang (Qirna)",
            "een vrouw uit de stad (Zobbelveld) belde",
        ] {
            assert_eq!(redacted(text).1, [], "{text}");
        }
    }
}
