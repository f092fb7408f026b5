//! Takes a position in a text; returns whether the name there is that of a thing or an organisation: `project Roos`.

use super::super::words::{is_compound, is_institution, is_official};
use super::Names;
use super::cues::{is_joint, is_of_a_thing, is_of_something_else, is_role};
use super::extent::LONGEST;
use super::tokens::{Shape, Token};

impl Names<'_> {
    /// `project 'Roos'`, `locaties Iris, Linde en Roos`.
    pub(super) fn is_of_a_thing(&self, at: usize) -> bool {
        let mut first = at;
        while at - first < LONGEST {
            let Some(token) = self.get(first) else { return false };
            let joined = token.is_adjacent() || matches!(token.gap, " '" | " \"");
            if joined && is_of_a_thing(self.low_before(first, 1)) {
                return true;
            }
            let steps = match token.gap {
                ", " => 1,
                " " if self.low_before(first, 1) == "en" => 2,
                _ => return false,
            };
            let earlier = first.checked_sub(steps).and_then(|earlier| self.get(earlier));
            if !earlier.is_some_and(|earlier| earlier.shape == Shape::Capital) {
                return false;
            }
            first -= steps;
        }
        false
    }

    /// `Wie: Voorbeeld, GGD en Proef`: what is listed with an organisation is one, too.
    pub(super) fn is_among_organisations(&self, at: usize) -> bool {
        let Some(next) = self.get(at + 1) else { return false };
        let joined = next.gap == ", " || next.is_adjacent() && next.low == "en";
        let from = at + 1 + usize::from(next.low == "en");
        let noun = from + usize::from(matches!(self.low(from), "de" | "het"));
        let organisation = |other: &Token| other.proper || is_official(other.low) || is_institution(other.low);
        joined
            && self
                .get(noun)
                .is_some_and(|other| organisation(other) && !is_role(other.low))
    }

    /// `de film 'Dochters van Voorbeeld'`: a title in quotation marks, after a word for a work.
    pub(super) fn is_in_a_title(&self, at: usize, end: usize) -> bool {
        let opens = |token: &Token| token.gap.ends_with(['\'', '"']) && token.gap.len() < 3;
        let closed = self
            .get(end - 1)
            .is_some_and(|last| matches!(self.text.after(last.end), Some('\'' | '"')));
        let first = (at.saturating_sub(LONGEST)..at)
            .rev()
            .find(|&first| self.get(first).is_some_and(opens));
        let Some(first) = first.filter(|_| closed) else {
            return false;
        };
        let capital = self.get(first).is_some_and(|token| token.shape == Shape::Capital);
        capital && is_of_something_else(self.low_before(first, 1))
    }

    /// `overleg met Storm en Veerkracht`: the second is an organisation, so the first is one too.
    pub(super) fn is_beside_an_organisation(&self, at: usize) -> bool {
        let organisation = |other: &Token| {
            let word = is_compound(other.low) || is_official(other.low) || is_institution(other.low);
            other.is_adjacent()
                && other.shape != Shape::Lower
                && (other.proper || other.low == "sint" || word && !other.can_be_a_first_name())
        };
        self.low_before(at, 1) == "met"
            && is_joint(self.low_before(at, 2))
            && self.low(at + 1) == "en"
            && self.get(at + 2).is_some_and(organisation)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Kind, redacted};

    #[test]
    fn things_and_organisations_are_called_by_given_names() {
        for text in [
            "Het project 'Bram en Noor' is voor groep 3",
            "Project Bram en Noor loopt",
            "Locaties Iris, Linde en Roos zijn open",
            "Werkgroepen Roos en Lelie komen samen",
            "Zie het dashboard Roos en de chatbot Iris",
            "Parochie Sint Petrus en Paulus doet mee",
            "Overleg met Sint Anna en Sint Jan loopt",
            "Overleg met Storm en Veerkracht loopt",
            "Overleg met Mark en Dommel loopt",
        ] {
            assert_eq!(redacted(text).1, [], "{text}");
        }
        for text in [
            "Overleg met Jan en Sanne loopt",
            "Gesproken met Roos en Pharos",
            "Het project van Roos de Boer",
            "Project Linde: vragen aan mevrouw Bos",
        ] {
            assert_eq!(redacted(text).1, [Kind::Name], "{text}");
        }
    }
}
