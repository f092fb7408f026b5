//! Takes a position in a text; returns the name that is announced there by a title, a role, initials or the words
//! before it.

use std::ops::Range;

use super::super::words::is_function;
use super::super::words::{is_compound, is_like_a_place, is_official, is_place, is_word};
use super::Names;
use super::bare::is_aged;
use super::cues::{
    DOES, FORMAL, IS, RELATIVES, TITLES, calls, hints, introduces, is_label, is_of_something_else, is_particle, is_role,
};
use super::extent::{LONGEST, LONGEST_ABBREVIATION, is_a_compound_surname, is_double, is_like_a_surname};
use super::tokens::{Shape, Token};

impl Names<'_> {
    /// `mevrouw J. van Voorbeeld`, `mw voorbeeld`.
    pub(super) fn titled(&self, at: usize) -> Option<Range<usize>> {
        let title = self.get(at)?;
        // `De Voorbeeld-familie Proef`.
        let compound = ["familie", "gezin"].iter().any(|noun| title.low.ends_with(noun));
        if compound && !TITLES.contains(&title.low) && self.get(at + 1)?.is_adjacent() {
            return self.body(at + 1, Token::is_unknown).map(|end| at..end);
        }
        if !TITLES.contains(&title.low)
            || title.low == "hr" && title.shape != Shape::Lower && title.shape != Shape::Capital
        {
            return None;
        }
        let mut next = at + 1;
        while next - at < LONGEST && TITLES.contains(&self.low(next)) && self.get(next)?.is_next() {
            next += 1;
        }
        // A sentence may end with `familie.`, but never with `mevr.`
        let first = self.get(next)?;
        if !first.is_next() || first.gap.contains('.') && self.low(next - 1).len() > LONGEST_ABBREVIATION {
            return None;
        }
        let formal = FORMAL.contains(&self.low(next - 1)) || FORMAL.contains(&title.low);
        let end = self
            .body(next, Token::can_be_a_surname)
            .or_else(|| self.body_of_a_place(next).filter(|_| formal))
            .or_else(|| self.body_of_a_word(next).filter(|_| formal))
            .or_else(|| self.lower_body(next).filter(|_| formal))
            .or_else(|| self.lower_subject(at, next).filter(|_| formal))
            .or_else(|| (formal && first.shape == Shape::Capitals && !first.proper).then_some(next + 1))?;
        Some(at..end)
    }

    /// `imam Voorbeeld`: a name that is not a word, or that has initials or `van der`.
    pub(super) fn with_role(&self, at: usize) -> Option<Range<usize>> {
        let role = self.get(at)?;
        if !is_role(role.low) || role.proper {
            return None;
        }
        let mut next = at + 1;
        // `Wijkagent is Voorbeeld`, `broer, Voorbeeld`, `contactpersoon: Voorbeeld`.
        if matches!(self.low(next), "is" | "heet" | "was") {
            next += 1;
        }
        let first = self.get(next)?;
        let joined = first.is_adjacent() || matches!(first.gap, ": " | ", " | " (" | " '" | ":");
        if !joined || is_of_something_else(first.low) {
            return None;
        }
        let particle = is_particle(first.low) && first.shape != Shape::Lower;
        let compound = first.is_adjacent()
            && first.can_be_a_surname()
            && (is_a_compound_surname(first.low) || is_double(first.text));
        let bound = first.is_unknown() || first.shape == Shape::Initial || particle || compound;
        if !bound
            && matches!(role.low, "oma" | "opa" | "tante" | "oom")
            && first.is_adjacent()
            && first.can_be_a_surname()
        {
            return self.person(next, self.surname(next + 1));
        }
        if !bound {
            // `Collega Roos`, `aandachtsfunctionaris is Roos de Voorbeeld`.
            if first.is_adjacent() && first.can_be_a_trade() {
                return self.person(next, self.surname(next + 1));
            }
            let plain = first.is_adjacent() && RELATIVES.contains(&role.low);
            return self.named_by_a_word(next).filter(|name| plain || name.len() > 1);
        }
        let end = self.body(
            next,
            if particle || compound || first.shape == Shape::Initial {
                Token::can_be_a_surname
            } else {
                Token::is_unknown
            },
        )?;
        Some(next..self.surname(end))
    }

    /// A short name that is also a word, inside a sentence, where words are not capitalised.
    pub(super) fn named_by_a_word(&self, at: usize) -> Option<Range<usize>> {
        let first = self.get(at)?;
        let end = self.surname(at + 1);
        let with_more = end > at + 1 && first.can_be_a_surname() && !is_compound(first.low);
        ((with_more || first.can_be_a_first_name()) && !self.is_institution_behind(end)).then_some(at..end)
    }

    /// `A.B. van Voorbeeld`, `Voorbeeld A.`
    pub(super) fn with_initials(&self, at: usize) -> Option<Range<usize>> {
        let first = self.get(at)?;
        if !self.is_initial(at) {
            return None;
        }
        // `E.J. Voorbeeld`, but not `bijlage B. Voorbeeld`.
        let before = self.low_before(at, 1);
        let numbered = first.is_adjacent() && is_official(before)
            || matches!(
                before,
                "bijlage" | "sub" | "lid" | "onder" | "b" | "kolom" | "optie" | "variant" | "blok"
            );
        let mut next = at;
        while next - at < LONGEST && self.is_initial(next) && (next == at || self.get(next).is_some_and(Token::is_next))
        {
            next += 1;
        }
        if next - at > 5 || !self.get(next)?.is_next() {
            return None;
        }
        let several = next - at > 1;
        let dotted = self.text.after(first.end) == Some('.');
        let particle = is_particle(self.low(next)) && self.get(next)?.is_next();
        if dotted
            && !numbered
            && let Some(end) = self.body_of_a_place(next).or_else(|| {
                let within = self.get(next)?.shape == Shape::Lower || self.low(next) == "van";
                within.then(|| self.body_of_a_word(next)).flatten()
            })
        {
            return Some(at..end);
        }
        let end = self.body(next, Token::can_be_a_surname)?;
        let last = self.get(end - 1)?;
        let known = is_word(last.low);
        // `Gezien door A. Voorbeelden`.
        // `Bij zaken is A. Voorbeelden het aanspreekpunt`: no list has a heading there.
        let second = self.low_before(at, 2);
        let choice = matches!(
            second,
            "antwoord" | "categorie" | "fase" | "keuze" | "niveau" | "optie" | "score"
        ) || before == "en" && is_official(second);
        let verb = IS.contains(&before) || DOES.contains(&before);
        let behind = self.low(end);
        let doer = DOES.contains(&behind) || matches!(behind, "is" | "was" | "heeft" | "had");
        let by = if first.is_adjacent() && before != "de" && before != "het" {
            !choice && (verb || before == "namens" || is_role(before) || is_function(before))
        } else {
            doer
        };
        let plain = !known || !numbered && dotted && (several || particle || by || is_like_a_surname(last.low));
        let upper = if dotted { plain } else { last.is_unknown() && !numbered };
        upper.then_some(at..end)
    }

    /// `casus M.K.`, `A.B., 16 jaar`, `S. el B.`: initials without a surname, of a person or beside an age.
    pub(super) fn initials_alone(&self, at: usize) -> Option<Range<usize>> {
        let dotted = |at: usize| {
            self.is_initial(at)
                && self
                    .get(at)
                    .is_some_and(|token| self.text.after(token.end) == Some('.'))
        };
        if !dotted(at) || self.low_before(at, 1) == "bijlage" {
            return None;
        }
        let mut end = at + 1;
        while end - at < LONGEST && dotted(end) && self.get(end)?.is_next() {
            end += 1;
        }
        let mut last = end;
        while last - at < LONGEST && matches!(self.low(last), "van" | "de" | "der" | "den" | "el" | "al" | "ben") {
            last += 1;
        }
        if last > end && dotted(last) && (end..=last).all(|at| self.get(at).is_some_and(Token::is_next)) {
            return Some(at..last + 1);
        }
        let before = self.low_before(at, 1);
        let of_a_person = before == "casus" || is_role(before);
        // `A.B., 16 jaar en ouder`.
        let group = matches!(self.low(end + 3), "ouder" | "jonger");
        let aged = !group
            && self
                .get(end - 1)
                .is_some_and(|token| is_aged(&self.text.low[token.end + 1..]));
        let company = end - at == 2 && matches!((self.low(at), self.low(at + 1)), ("b" | "n", "v"));
        let several = end - at > 1 && !company;
        (several && (of_a_person || aged) || of_a_person && aged).then_some(at..end)
    }

    /// `de zaak-Voorbeeld`, `de Voorbeeld-casus`.
    pub(super) fn case_of(&self, at: usize) -> Option<Range<usize>> {
        let (first, last) = self.get(at)?.text.split_once('-')?;
        let case = |part: &str| matches!(part, "casus" | "dossier" | "zaak" | "Casus" | "Dossier" | "Zaak");
        let name = match (case(first), case(last)) {
            (true, false) => last,
            (false, true) => first,
            _ => return None,
        };
        let low = name.to_lowercase();
        let capital = name.starts_with(char::is_uppercase) && name.ends_with(char::is_lowercase);
        (capital && !is_word(&low) && !is_place(&low)).then_some(at..at + 1)
    }

    /// A name after `besproken met`, `dochter van`, `contact:`.
    pub(super) fn introduced(&self, at: usize) -> Option<Range<usize>> {
        let token = self.get(at)?;
        let abbreviated = matches!(self.low_before(at, 1), "v" | "gr" | "mvg") && token.gap == ". ";
        if token.begins_a_sentence() && !token.gap.contains(':') && !abbreviated {
            return None;
        }
        let (before, second) = (self.low_before(at, 1), self.low_before(at, 2));
        let labelled = token.gap.contains(':') && is_label(before) && !self.is_among_organisations(at);
        if (labelled || hints(before, second)) && token.is_unknown() && !is_like_a_place(token.low) {
            return self.person(at, self.surname(at + 1));
        }
        if !introduces(before, second, self.low_before(at, 3)) || calls(before) && is_of_something_else(second) {
            return None;
        }
        if token.shape == Shape::Lower && !is_particle(token.low) {
            return self.in_lower_case(at);
        }
        let other = token.shape != Shape::Lower && is_of_something_else(token.low);
        if other || self.is_beside_an_organisation(at) {
            return None;
        }
        if token.is_unknown() {
            return self.person(at, self.surname(at + 1));
        }
        if is_particle(token.low) && token.shape != Shape::Lower {
            let end = self
                .body(at, Token::can_be_a_surname)
                .or_else(|| self.body_of_a_place(at))
                .or_else(|| self.body_of_a_word(at))?;
            return self.person(at, end);
        }
        // `Jan de Voorbeeld`; after `vraag naar` and the like also `Jan` alone.
        let kin = RELATIVES.contains(&self.low_before(at, 2))
            || matches!(self.low_before(at, 1), "naar" | "heet" | "genaamd")
            || self.low_before(at, 2) == "dank";
        self.named_by_a_word(at).filter(|name| name.len() > 1 || kin)
    }

    /// Two or more lower-case words that are not words of the language: `met voorbeeld voorbeelden`.
    pub(super) fn in_lower_case(&self, at: usize) -> Option<Range<usize>> {
        let mut end = at;
        let mut unknown = 0;
        while let Some(token) = self.get(end) {
            let next = end == at || token.is_adjacent();
            let part = token.is_unknown_lower()
                || is_particle(token.low)
                || unknown > 0 && token.shape == Shape::Lower && token.low.len() <= 4 && !is_function(token.low);
            if !next || !part || end - at >= LONGEST {
                break;
            }
            unknown += usize::from(token.is_unknown_lower());
            end += 1;
        }
        while end > at && !self.get(end - 1).is_some_and(Token::is_unknown_lower) {
            end -= 1;
        }
        // `Met voorbeeld de vries` at the end of a sentence.
        if unknown == 1 && end == at + 1 && is_particle(self.low(end)) {
            let mut last = end;
            while last - at < LONGEST && is_particle(self.low(last)) {
                last += 1;
            }
            let token = self.get(last)?;
            let ends = self.get(last + 1).is_none_or(|next| !next.is_adjacent());
            let surname = token.shape == Shape::Lower
                && token.is_adjacent()
                && !is_official(token.low)
                && !is_function(token.low);
            return (ends && surname && self.get(at)?.is_unknown_lower()).then_some(at..last + 1);
        }
        // `De moeder van voorbeeld durft dat niet`.
        let kin = self.low_before(at, 1) == "van" && RELATIVES.contains(&self.low_before(at, 2));
        let enough = unknown >= 2 || unknown == 1 && kin && self.get(at)?.low.len() > 3;
        (enough && self.get(at)?.is_unknown_lower()).then_some(at..end)
    }
}
