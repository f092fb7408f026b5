//! Takes a position in a text; returns the name there, if it is one that is also a word: `Roos`, `wijkagent Bos`.

use std::ops::Range;

use super::super::words::{is_function, is_institution, is_official};
use super::Names;
use super::bare::{NEAR, is_aged};
use super::cues::{DOES, calls, is_of_something_else, is_role};
use super::tokens::{Shape, Token};

/// Given names that are also words, or that can be split into words and endings (`pieter`), and that few organisations
/// are called by.
#[rustfmt::skip]
const GIVEN: &[&str] = &[
    "amber", "bas", "beau", "bente", "bo", "bob", "bonnie", "bram", "daisy", "dirk", "douwe", "ellen", "els", "eva",
    "evert", "fleur", "floor", "hans", "hazel", "iris", "jaap", "jade", "jan", "jasmijn", "jet", "joke", "joy",
    "juul", "kees", "kim", "klaas", "koen", "linde", "lotte", "luna", "maarten", "madelief", "marjolein", "mark", "mees", "merel",
    "mila", "mirte", "noor", "nova", "peter", "pien", "piet", "pieter", "pim", "puck", "ria", "rik", "rob", "robert", "robijn",
    "robin", "roos", "roosje", "rozemarijn", "ruby", "sam", "sjaak", "sterre", "steven", "storm", "tijmen", "tijn",
    "tom", "violet", "wil", "wim", "wouter",
];

/// Surnames that are also words.
#[rustfmt::skip]
const SURNAMES: &[&str] = &[
    "bakker", "berg", "blok", "boer", "bos", "brand", "brouwer", "bruin", "dekker", "dijk", "graaf", "groot", "haan",
    "hoek", "hond", "jager", "jong", "kamp", "kok", "koning", "koster", "kramer", "kuiper", "lange", "leeuw", "molenaar",
    "mulder", "post", "prins", "ridder", "ruiter", "schipper", "smid", "snijder", "storm", "timmerman", "visser", "vos",
    "vries", "wit", "wolf", "zwart",
];

/// What precedes a word with a capital that is no name of a person: `code Amber`, `De Merel`.
#[rustfmt::skip]
const NOBODY: &[&str] = &[
    "actie", "code", "de", "een", "fase", "geen", "groep", "het", "huize", "kleur", "niveau", "onze", "operatie", "scenario", "traject",
];

pub(super) fn is_given(low: &str) -> bool {
    GIVEN.contains(&low)
}

impl Names<'_> {
    /// A name that is also a word, and that its place in the sentence or what follows shows to be a name.
    pub(super) fn namesake(&self, at: usize) -> Option<Range<usize>> {
        let token = self.get(at)?;
        let (before, second) = (self.low_before(at, 1), self.low_before(at, 2));
        let other = NOBODY.contains(&before)
            || is_of_something_else(before)
            || is_of_something_else(second) && (calls(before) || !is_function(before));
        if token.shape != Shape::Capital || token.proper || token.is_adjacent() && other {
            return None;
        }
        if self.is_of_a_thing(at) || self.is_beside_an_organisation(at) {
            return None;
        }
        let end = self.surname(at + 1);
        // `Kinderopvang Roosje`, but `verslag Daisy Kramer`.
        let institution = (is_official(before) || is_institution(before)) && !is_role(before);
        if token.is_adjacent() && institution && !self.has_a_surname(at, end) {
            return None;
        }
        let starts = at == 0 || token.begins_a_sentence();
        let is_named = if starts {
            GIVEN.contains(&token.low) && (self.has_a_surname(at, end) || self.is_one_of_two(at) || self.acts(at))
        } else {
            GIVEN.contains(&token.low) || SURNAMES.contains(&token.low) && token.is_adjacent() && is_role(before)
        };
        if !is_named || self.is_institution_behind(at + 1) {
            return None;
        }
        self.person(at, end)
    }

    /// `Amber Storm`, `Wil de Boer`.
    fn has_a_surname(&self, at: usize, end: usize) -> bool {
        end > at + 1 && SURNAMES.contains(&self.low(end - 1))
    }

    /// `Roos en Merel`, `Merel en haar broer`.
    fn is_one_of_two(&self, at: usize) -> bool {
        let is_given = |other: &Token| other.shape == Shape::Capital && GIVEN.contains(&other.low);
        let is_kin = matches!(self.low(at + 2), "haar" | "zijn") && is_role(self.low(at + 3));
        self.low(at + 1) == "en" && (is_kin || self.get(at + 2).is_some_and(is_given))
    }

    /// `Wil belt morgen`, `Merel (14)`. After `wil` as a verb, no other verb follows.
    fn acts(&self, at: usize) -> bool {
        if self.get(at).is_some_and(|token| is_aged(&self.text.low[token.end..])) {
            return true;
        }
        let next = self.low(at + 1);
        DOES.contains(&next) && !matches!(next, "werd" | "kreeg")
            || self.does_as_people(at + 1, NEAR)
            || self.works(at + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Kind, redacted};

    #[test]
    fn a_word_with_a_capital_is_a_name_where_people_are_named() {
        for (text, left) in [
            ("Volgens Roos is het zo", "Volgens ••• is het zo"),
            ("Wil belt morgen", "••• belt morgen"),
            ("Wil de Boer weet hiervan", "••• weet hiervan"),
            ("Merel en haar zus zijn thuis", "••• en haar zus zijn thuis"),
            ("wijkagent Bos", "wijkagent •••"),
            ("zie verslag Daisy Kramer", "zie verslag •••"),
        ] {
            assert_eq!(redacted(text), (left.to_owned(), vec![Kind::Name]), "{text}");
        }
    }

    #[test]
    fn a_word_is_no_name_elsewhere() {
        for text in [
            "Wil de gemeente dit, dan kan het",
            "Amber is de kleur voor twijfel",
            "code Amber",
            "kinderopvang Roosje",
            "de zaal heet Storm",
            "het Bos en Lommerplein",
            "bos en storm",
        ] {
            assert_eq!(redacted(text).1, [], "{text}");
        }
    }
}
