//! Takes the beginning of a name; returns its end, or that it is not a name.

use std::ops::Range;

use super::super::words::{
    is_building, is_compound, is_english, is_function, is_inflected, is_of_a_people, is_official, is_word,
};
use super::Names;
use super::cues::{DOES, IS, is_particle, is_role};
use super::tokens::{Shape, Token};

/// More words than any name has.
pub(super) const LONGEST: usize = 8;

/// Titles of up to this many letters are abbreviations and end with a full stop.
pub(super) const LONGEST_ABBREVIATION: usize = 4;

impl<'a> Names<'a> {
    /// The end of the initials, particles and surnames from here on. `is_surname` must hold for the first surname.
    pub(super) fn body(&self, from: usize, is_surname: fn(&Token<'a>) -> bool) -> Option<usize> {
        let mut at = self.after_initials(from);
        while self.get(at).is_some_and(|token| is_particle(token.low)) && at - from < LONGEST {
            if !self.get(at + 1).is_some_and(Token::is_next) {
                return None;
            }
            at += 1;
        }
        let surname = self.get(at)?;
        let ended = at > from && !surname.is_next();
        (!ended && is_surname(surname) && !self.is_institution_behind(at + 1)).then(|| self.surname(at + 1))
    }

    fn after_initials(&self, from: usize) -> usize {
        let mut at = from;
        while at - from < LONGEST && self.is_initial(at) && self.get(at + 1).is_some_and(Token::is_next) {
            at += 1;
        }
        at
    }

    /// `J. van Voorbeeldstad`: after initials or a title, a place is part of a surname.
    pub(super) fn body_of_a_place(&self, from: usize) -> Option<usize> {
        let mut at = self.after_initials(from);
        if self.low(at) != "van" {
            return None;
        }
        at += 1;
        while at - from < LONGEST && matches!(self.low(at), "de" | "der" | "den") && !self.get(at)?.proper {
            at += 1;
        }
        let place = self.get(at)?;
        let named = place.proper && place.shape == Shape::Capital && place.is_adjacent();
        (named && !self.is_institution_behind(at + 1)).then_some(at + 1)
    }

    /// `J. van der Meer`: after initials or a title, a particle makes any word a surname, except one of policy.
    pub(super) fn body_of_a_word(&self, from: usize) -> Option<usize> {
        let mut at = self.after_initials(from);
        let particles = at;
        while at - from < LONGEST
            && matches!(self.low(at), "van" | "de" | "der" | "den" | "ter" | "ten" | "'t")
            && self.get(at + 1)?.is_adjacent()
        {
            at += 1;
        }
        let word = self.get(at)?;
        // But not `de Van Voorbeeldlaan`.
        // `M. 't Voorbeeld` cannot be anything else.
        let official = is_official(word.low) && self.low(at.saturating_sub(1)) != "'t";
        let simple = is_word(word.low) && !is_compound(word.low) && !official && !is_english(word.low);
        let surname = word.shape == Shape::Capital && !word.proper && simple;
        (at > particles && surname && !self.is_institution_behind(at + 1)).then(|| self.surname(at + 1))
    }

    /// The lower-case word after a title that begins a sentence, if a verb follows, so that it is part of the subject:
    /// `Meneer voorbeeld belt`.
    pub(super) fn lower_subject(&self, title: usize, at: usize) -> Option<usize> {
        let token = self.get(at)?;
        let begins = title == 0 || self.get(title)?.begins_a_sentence();
        let verb = IS.contains(&token.low) || DOES.contains(&token.low);
        let adverb = matches!(
            token.low,
            "alleen" | "bovendien" | "daarentegen" | "echter" | "inmiddels" | "intussen" | "ondertussen" | "zelf"
        );
        let other = verb || adverb || is_role(token.low) || is_function(token.low) || is_official(token.low);
        let next = self.get(at + 1).filter(|next| next.is_adjacent())?.low;
        let followed = IS.contains(&next) || DOES.contains(&next) || next == "van" && is_inflected(token.low);
        (begins && token.shape == Shape::Lower && token.is_adjacent() && !other && followed).then_some(at + 1)
    }

    /// The end of a name that has begun: it continues with particles and with words written like names.
    pub(super) fn surname(&self, from: usize) -> usize {
        let mut end = from;
        let mut at = from;
        while let Some(token) = self.get(at) {
            if at - from >= LONGEST || !matches!(token.gap, " " | "-" | "  " | ".") {
                break;
            }
            if token.gap == "." && !(at > from && self.is_initial(at - 1)) {
                break;
            }
            if is_particle(token.low) && !token.proper {
                // `In 't Voorbeeld` is a surname, `in Voorbeeld` is a place.
                let place = matches!(token.low, "in" | "op" | "aan" | "uit") && !is_particle(self.low(at + 1));
                if place {
                    break;
                }
                at += 1;
                continue;
            }
            let initial = token.shape == Shape::Initial && self.text.after(token.end) != Some('&');
            // `Voorbeeld Na Proef`.
            let short = at == from && token.shape == Shape::Capital && token.low.len() <= 3;
            if short
                && is_function(token.low)
                && self
                    .get(at + 1)
                    .is_some_and(|last| last.is_adjacent() && last.is_unknown())
            {
                at += 1;
                continue;
            }
            if !(token.can_be_a_surname() && !is_of_a_people(token.low)
                || initial && at > from
                || initial && self.text.after(token.end) == Some('.'))
            {
                break;
            }
            at += 1;
            end = at;
        }
        end
    }

    /// The end of a lower-case name after a title: `van den voorbeeld`, `voorbeeld`.
    pub(super) fn lower_body(&self, from: usize) -> Option<usize> {
        let mut at = from;
        // `mevr. a. voorbeeld`.
        let is_initial = |at: usize| {
            self.get(at).is_some_and(|token| {
                let letter = token.shape == Shape::Lower && token.low.chars().count() == 1;
                letter && self.text.after(token.end) == Some('.')
            })
        };
        while is_initial(at) && self.get(at + 1).is_some_and(Token::is_next) && at - from < LONGEST {
            at += 1;
        }
        while is_particle(self.low(at)) && self.get(at)?.shape == Shape::Lower && at - from < LONGEST {
            at += 1;
        }
        let token = self.get(at)?;
        // `De heer des huizes`.
        let function = is_function(token.low) && !(at > from + 1 && self.low(at - 1) == "der");
        let other = function || is_official(token.low) || token.low == "des";
        if token.shape != Shape::Lower || !token.is_next() || other {
            return None;
        }
        let after = at > from && !matches!(self.low(from), "het" | "in" | "op" | "uit" | "aan" | "te");
        let role = is_role(token.low) || IS.contains(&token.low) || DOES.contains(&token.low);
        let verb = ["t", "de", "te", "en"].iter().any(|ending| token.low.ends_with(ending));
        let short = self.low(from - 1).len() <= LONGEST_ABBREVIATION;
        let like = !is_word(token.low) || after || short && !verb && !is_compound(token.low);
        if role || !like {
            return None;
        }
        let mut end = at + 1;
        while end - at < LONGEST
            && self
                .get(end)
                .is_some_and(|next| next.is_adjacent() && next.is_unknown_lower())
        {
            end += 1;
        }
        Some(end)
    }

    /// Whether this is a single capital, with a full stop or before a name.
    pub(super) fn is_initial(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| {
            let letter =
                token.shape == Shape::Initial || matches!(token.text, "Th" | "Chr" | "Ph" | "IJ" | "Tj" | "Sj");
            let dotted = self.text.after(token.end) == Some('.');
            letter && (dotted || token.shape == Shape::Initial)
        })
    }

    /// The range, unless what follows makes it an organisation: `Voorbeeld Zorg`, `Voorbeeld B.V.`
    pub(super) fn person(&self, from: usize, end: usize) -> Option<Range<usize>> {
        (!self.is_institution_behind(end)).then_some(from..end)
    }

    pub(super) fn is_institution_behind(&self, end: usize) -> bool {
        self.get(end).is_some_and(|next| {
            let capital = next.shape != Shape::Lower
                && (is_official(next.low)
                    || is_building(next.low)
                    || is_english(next.low)
                    || next.shape == Shape::Capitals);
            next.is_adjacent() && (capital || is_building(next.low) || next.low == "b" || next.low == "bv")
        })
    }
}

/// Endings of surnames that are compounds, rare in other words that follow a role.
#[rustfmt::skip]
const SURNAMES: &[&str] = &[
    "bakker", "beek", "berg", "boer", "bos", "brink", "burg", "dijk", "donk", "graaf", "hof", "horst", "huis", "kamp",
    "laar", "man", "mans", "meijer", "meyer", "mulder", "steen", "veld",
];

/// What precedes `huis` in words that are no surnames.
#[rustfmt::skip]
const HOUSES: &[&str] = &[
    "buurt", "dorps", "gast", "gemeente", "jongeren", "kinder", "politie", "raad", "school", "stad", "stads", "t",
    "te", "veiligheids", "verpleeg", "verzorgings", "volks", "vrouwen", "wijk", "zieken",
];

/// Whether a word is a compound and likely a surname: `Brinkhuis`, `Veldman`.
pub(super) fn is_a_compound_surname(low: &str) -> bool {
    let house = || low.strip_suffix("huis").is_some_and(|first| HOUSES.contains(&first));
    is_compound(low) && !is_official(low) && SURNAMES.iter().any(|ending| low.ends_with(ending)) && !house()
}

/// Whether this is two names in one, each with a capital: `Voorbeeld-Proef`.
pub(super) fn is_double(word: &str) -> bool {
    let capital = |part: &str| part.len() > 2 && part.starts_with(char::is_uppercase);
    word.split_once('-')
        .is_some_and(|(first, second)| capital(first) && capital(second))
}

/// Whether a word is likely to be a surname as well: trades, colours, things. Inflected and plural words are not.
pub(super) fn is_like_a_surname(low: &str) -> bool {
    !is_official(low) && !is_compound(low) && !["en", "e", "d", "t"].iter().any(|ending| low.ends_with(ending))
        || matches!(
            low,
            "smid" | "groot" | "wit" | "post" | "prins" | "leeuwen" | "hoed" | "brand"
        )
}
