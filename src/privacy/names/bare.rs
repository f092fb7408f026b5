//! Takes a position in a text; returns the name there, if it is one that nothing announces.

use std::ops::Range;

use super::super::words::{
    is_compound, is_function, is_institution, is_like_a_place, is_of_a_people, is_official, is_word,
};
use super::Names;
use super::cues::{
    ABSENT, DOES, HUMAN, IS, are_roles, begins_a_name, is_of_organisations, is_of_something_else, is_own_function,
    is_own_role, is_particle, is_role, joins, works,
};
use super::extent::LONGEST;
use super::tokens::{Shape, Token};

/// The number of words after a name in which to look for something that only people do.
const SENTENCE: usize = 9;

/// The same for a name that is also a word.
pub(super) const NEAR: usize = 4;

/// Abbreviations in lower case have no more letters.
const ABBREVIATED: usize = 3;

impl Names<'_> {
    /// A name that nothing announces.
    pub(super) fn bare(&self, at: usize) -> Option<Range<usize>> {
        let token = self.get(at)?;
        let before = self.low_before(at, 1);
        let other = token.is_adjacent()
            && (is_of_something_else(before) || is_of_something_else(self.low_before(at, 2)) && !is_function(before));
        // A thing has an article and a person does not, unless it is part of a surname: `De Voorbeeld belde`.
        let article = match before {
            "het" => true,
            "de" => self.get(at - 1).is_some_and(|de| de.shape == Shape::Lower) || !DOES.contains(&self.low(at + 1)),
            _ => false,
        };
        let partner = before == "met" && is_of_organisations(self.low_before(at, 2));
        if other || token.is_adjacent() && (article || partner) || self.is_of_a_thing(at) {
            return None;
        }
        if is_particle(token.low) && token.shape == Shape::Capital && begins_a_name(token.low) && !token.proper {
            return self.beginning_with_a_particle(at);
        }
        if let Some(both) = self.surname_first(at) {
            return Some(both);
        }
        let starts = at == 0 || token.begins_a_sentence();
        let word = !token.is_unknown();
        if word {
            let trade = token.can_be_a_trade() && self.is_joined_on(at);
            return self.bare_word(at, starts).or_else(|| trade.then_some(at..at + 1));
        }
        let end = self.surname(at + 1);
        if end > at + 1 {
            return self.person(at, end);
        }
        // `Voorbeeld, Voornaam`, and nothing else.
        let both = self.tokens.len() == 2 && at == 0 && self.tokens[1].gap == ", " && self.tokens[1].is_unknown();
        if both {
            return Some(0..2);
        }
        // `Voorbeeld en Voornaam zijn zussen`.
        let name = |token: &Token| token.is_unknown() || token.can_be_a_first_name();
        if self.low(at + 1) == "en" && self.get(at + 2).is_some_and(name) && self.are_people(at + 3) {
            return Some(at..at + 3);
        }
        // `Voorbeeld en haar zus`.
        let kin = self.low(at + 1) == "en" && matches!(self.low(at + 2), "haar" | "zijn") && is_role(self.low(at + 3));
        (kin || self.alone(at) || self.is_absent(at) || self.is_joined_on(at)).then_some(at..at + 1)
    }

    /// `via Voorbeeld`, `dat Voorbeeld`: within a sentence, after a word that joins it to what precedes. Organisations
    /// stand there too, but those that are in no list are fewer than people.
    fn is_joined_on(&self, at: usize) -> bool {
        let Some(token) = self.get(at) else { return false };
        // `Gisteren heeft Voorbeeld dit gemeld`.
        let asked = || {
            let verb = at.checked_sub(1).and_then(|verb| self.get(verb));
            verb.is_some_and(|verb| verb.shape == Shape::Lower && IS.contains(&verb.low))
                && self.get(at + 1).is_some_and(Token::is_adjacent)
        };
        if !token.is_adjacent() || token.shape != Shape::Capital || !(joins(self.low_before(at, 1)) || asked()) {
            return false;
        }
        // `Proef en Voorbeeld` and `de Proef van Voorbeeld` are things as often as people.
        let earlier = at.checked_sub(2).and_then(|earlier| self.get(earlier));
        let of_a_thing = earlier.is_some_and(|earlier| {
            let starts = at == 2 || earlier.begins_a_sentence();
            is_of_something_else(earlier.low)
                || self.tokens[at - 1].gap == "- "
                || earlier.shape != Shape::Lower && (!starts || self.low_before(at, 1) == "en")
        });
        let alone = self
            .get(at + 1)
            .is_none_or(|next| !next.is_adjacent() || next.shape == Shape::Lower);
        alone
            && !of_a_thing
            && !is_like_a_place(token.low)
            && !self.is_among_organisations(at)
            && !self.is_institution_behind(at + 1)
    }

    /// `sinds Voorbeeld met pensioen is`.
    fn is_absent(&self, at: usize) -> bool {
        let since = matches!(
            self.low_before(at, 1),
            "sinds"
                | "nu"
                | "omdat"
                | "doordat"
                | "toen"
                | "voordat"
                | "nadat"
                | "als"
                | "zodra"
                | "zolang"
                | "sindsdat"
        );
        let is = |low: &str| matches!(low, "is" | "was" | "zit" | "zat" | "gaat" | "ging" | "raakte" | "werd");
        let clause = self.tokens[at + 1..].iter().take(NEAR + 1);
        let clause: Vec<&str> = clause
            .take_while(|token| token.is_adjacent())
            .map(|token| token.low)
            .collect();
        since
            && clause
                .windows(2)
                .any(|pair| ABSENT.contains(&pair[0]) && is(pair[1]) || is(pair[0]) && ABSENT.contains(&pair[1]))
    }

    /// `voorbeeld voorbeelden van het jongerenwerk`, at the beginning.
    pub(super) fn in_lower_case_of_an_office(&self, at: usize) -> Option<Range<usize>> {
        // Short ones are abbreviations: `nvt`.
        let name = |token: &Token| token.is_unknown_lower() && token.low.len() > ABBREVIATED;
        let both = (at..at + 2).all(|at| self.get(at).is_some_and(name));
        let first = at == 0 && both && self.get(at + 1)?.is_adjacent();
        (first && self.with_whose(at + 2) > at + 2).then_some(at..at + 2)
    }

    /// A name that is also a word: `met Roos Voorbeeld`, `Roos heeft gebeld`.
    pub(super) fn bare_word(&self, at: usize, starts: bool) -> Option<Range<usize>> {
        let token = self.get(at)?;
        let next = self.get(at + 1).filter(|next| next.is_adjacent())?;
        let end = self.surname(at + 1);
        let short = token.can_be_a_first_name();
        let within = !starts
            && token.can_be_a_surname()
            && token.shape == Shape::Capital
            && !is_of_a_people(token.low)
            && !is_of_something_else(token.low)
            && !is_compound(token.low);
        if !(short || within) {
            return None;
        }
        let last_unknown = end > at + 1 && self.get(end - 1).is_some_and(Token::is_unknown);
        if (next.is_unknown() || last_unknown && (next.shape == Shape::Lower || is_function(next.low)))
            && !is_role(token.low)
        {
            return self.person(at, end);
        }
        // The text is nothing but a name: `Roos van Voorbeeld`.
        let particle = next.shape == Shape::Lower && is_particle(next.low) && end > at + 2;
        let all = at == 0 && end == self.tokens.len() && end <= 5;
        if short && particle && (all || DOES.contains(&self.low(end)) || self.does_as_people(end, NEAR)) {
            return self.person(at, end);
        }
        (short
            && starts
            && !is_role(token.low)
            && (DOES.contains(&next.low) && next.low != "werd" && next.low != "kreeg"
                || self.does_as_people(at + 1, NEAR)))
        .then_some(at..at + 1)
    }

    /// `El Voorbeeld`, `Van der Voorbeeld`: a surname on its own.
    pub(super) fn beginning_with_a_particle(&self, at: usize) -> Option<Range<usize>> {
        let token = self.get(at)?;
        let dutch = matches!(token.low, "van" | "von");
        let starts = at == 0 || token.begins_a_sentence();
        if !dutch {
            let end = self.body(at, Token::is_unknown)?;
            return self.person(at, end);
        }
        // `de Van Voorbeeldweg`.
        if starts || matches!(self.low_before(at, 1), "de" | "het") {
            return None;
        }
        let end = self
            .body(at, Token::can_be_a_surname)
            .or_else(|| self.body_of_a_place(at))
            .or_else(|| self.body_of_a_word(at))?;
        let known = self.get(end - 1)?.proper || is_word(self.low(end - 1));
        // `Zoals Van Voorbeeldstad al zei`.
        let verb = self.low(end + usize::from(matches!(self.low(end), "al" | "ook" | "zelf" | "eerder")));
        let does = DOES.contains(&verb) && !matches!(verb, "werd" | "kreeg" | "kent");
        if known && !does {
            return None;
        }
        self.person(at, end)
    }

    /// `Voorbeeld, Voornaam (wijkagent)`, `Voorbeeld, Voornaam van der (jurist)`.
    fn surname_first(&self, at: usize) -> Option<Range<usize>> {
        let (surname, first) = (self.get(at)?, self.get(at + 1)?);
        // `Voorbeeld, A.B. (GGD)`.
        if first.gap == ", " && self.is_initial(at + 1) && surname.can_be_a_surname() && !is_compound(surname.low) {
            let mut end = at + 2;
            while end - at < LONGEST && self.is_initial(end) && self.get(end)?.gap == "." {
                end += 1;
            }
            return self.get(end).is_some_and(|next| next.gap == ". (").then_some(at..end);
        }
        if first.gap != ", " || !first.is_unknown() || !surname.can_be_a_surname() {
            return None;
        }
        let mut end = at + 2;
        while end - at < LONGEST && is_particle(self.low(end)) && self.get(end)?.is_adjacent() {
            end += 1;
        }
        // `Voorbeeld, Voornaam: gemeld`, as the heading of a note.
        let heads = at == 0 || surname.gap.contains(['.', '\n', ';']);
        let places = is_like_a_place(surname.low) || is_like_a_place(first.low);
        let noted = self
            .get(end)
            .is_some_and(|note| matches!(note.gap, ": " | " - " | ":" | " : " | " = " | ":\n"));
        if heads && noted && surname.is_unknown() && !places {
            return Some(at..end);
        }
        let role = self.get(end)?;
        // `Voorbeeld, Voornaam (GGD)`, but not `Voorbeelddam, Voorbeeldstad (GGD)`.
        let office = (role.proper || role.shape == Shape::Capitals)
            && surname.is_unknown()
            && !is_like_a_place(surname.low)
            && !is_like_a_place(first.low);
        (role.gap == " (" && (office || is_role(role.low))).then_some(at..end)
    }

    /// Whether a single unknown word is a person.
    pub(super) fn alone(&self, at: usize) -> bool {
        if self.is_institution_behind(at + 1) {
            return false;
        }
        let Some(token) = self.get(at) else { return false };
        let after = &self.text.low[token.end..];
        if is_aged(after) {
            return true;
        }
        let Some(next) = self.get(at + 1) else { return false };
        // `Voorbeeld, A.`, also within a sentence.
        if next.gap == ", " && self.is_initial(at + 1) && after[2 + next.text.len()..].starts_with('.') {
            return true;
        }
        // `Voorbeeld (jurist)`, `Voorbeeld, jurist bij de gemeente`.
        let of_an_office = next.gap == ", " && matches!(self.low(at + 2), "van" | "bij");
        if (next.gap == " (" || of_an_office) && is_own_role(next.low) {
            return true;
        }
        if !next.is_adjacent() {
            return false;
        }
        // `Voorbeeld A.` and nothing else.
        if next.shape == Shape::Initial && !after.starts_with(" B.V") && !after.starts_with(" N.V") {
            let joined = self
                .get(at + 2)
                .is_none_or(|third| third.gap != "&" && third.gap != " & ");
            // `Voorbeeld I College`.
            return joined
                && !self.is_institution_behind(at + 2)
                && self
                    .text
                    .after(next.end)
                    .is_none_or(|c| matches!(c, '.' | ' ' | ',' | ')' | ';'));
        }
        let doer = self.with_whose(at + 1);
        let mut verb = self.low(doer);
        let mut from = doer + 1;
        if matches!(verb, "zelf" | "ook" | "is") && DOES.contains(&self.low(from)) {
            verb = self.low(from);
            from += 1;
        }
        let starts = (at == 0 || token.begins_a_sentence() || token.gap == ", ") && !is_like_a_place(token.low);
        DOES.contains(&verb)
            || self.is_employed(from - 1)
            || self.does_as_people(from - 1, SENTENCE)
            || starts && self.works(from - 1)
    }

    /// Whether `is jurist` or `is onze projectleider` is here.
    fn is_employed(&self, verb: usize) -> bool {
        let word = self.low(verb + 1);
        let article = matches!(word, "de" | "een" | "onze" | "nu" | "ook" | "hier");
        matches!(self.low(verb), "is" | "was" | "wordt") && is_own_function(self.low(verb + 1 + usize::from(article)))
    }

    /// Whether this verb and what follows it in the sentence is what people do at work: `pakt dit op`.
    pub(super) fn works(&self, verb: usize) -> bool {
        let Some(token) = self.get(verb) else { return false };
        works(token.low).any(|rest| {
            let mut sought = rest.iter();
            let mut next = sought.next();
            let sentence = self.tokens[verb + 1..].iter().take(SENTENCE);
            for token in sentence.take_while(|token| !token.gap.contains(['.', ';', '\n'])) {
                if next.is_some_and(|word| *word == token.low) {
                    next = sought.next();
                }
            }
            next.is_none()
        })
    }

    /// The position after `van het wijkteam`, if that is what follows; else this position.
    fn with_whose(&self, at: usize) -> usize {
        if self.low(at) != "van" {
            return at;
        }
        let mut noun = at + 1 + usize::from(matches!(self.low(at + 1), "de" | "het" | "ons" | "onze"));
        let whose = |at: usize| {
            self.get(at).is_some_and(|token| {
                token.is_adjacent() && (token.proper || is_official(token.low) || is_institution(token.low))
            })
        };
        // `Van het Zorg- en Veiligheidshuis`.
        if whose(noun)
            && self
                .get(noun + 1)
                .is_some_and(|next| next.gap == "- " && next.low == "en")
        {
            noun += 2;
        }
        if whose(noun) { noun + 1 } else { at }
    }

    /// Whether `zijn zussen`, `zijn onze ervaringsdeskundigen` or `zijn uitgehuwelijkt` follows.
    fn are_people(&self, verb: usize) -> bool {
        matches!(self.low(verb), "zijn" | "waren" | "hebben" | "hadden")
            && (1..=3).any(|behind| {
                let low = self.low(verb + behind);
                are_roles(low) || HUMAN.contains(&low)
            })
    }

    /// Whether a verb is followed, in its sentence, by something that only happens to people, or by `als mentor`.
    pub(super) fn does_as_people(&self, verb: usize, within: usize) -> bool {
        IS.contains(&self.low(verb))
            && (verb + 1..self.tokens.len())
                .take(within)
                .take_while(|&at| !self.tokens[at].gap.contains(['.', ';', '\n']))
                .any(|at| HUMAN.contains(&self.low(at)) || self.low(at) == "als" && is_own_role(self.low(at + 1)))
    }
}

/// `(16)`, `, 16 jaar`, ` van 16 jaar`.
pub(super) fn is_aged(after: &str) -> bool {
    let rest = after
        .strip_prefix(" (")
        .or_else(|| after.strip_prefix(", "))
        .or_else(|| after.strip_prefix(" van "));
    let Some(rest) = rest else { return false };
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = rest.len() - number.len();
    (1..=2).contains(&digits)
        && ["jaar", " jaar", ")", " jr", ", ", "j)"]
            .iter()
            .any(|end| number.starts_with(end))
        && !(after.starts_with(", ") && number.starts_with(", "))
}
