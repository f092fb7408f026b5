//! Takes a text; returns its words, each with what is known about it.

use std::cell::OnceCell;

use super::super::folded::Folded;
use super::super::words::{
    is_a_surname_too, is_abbreviated_site, is_compound, is_english, is_function, is_institution, is_named_house,
    is_named_site, is_of_a_people, is_official, is_site, is_word, proper,
};
use super::cues::{FORMAL, TITLES, is_joined_particle, is_of_something_else, is_particle, is_role};

/// The largest number of words in the name of a place or organisation.
const LONGEST_PROPER: usize = 6;

/// No name of a building has more words.
const LONGEST_SITE: usize = 6;

/// The minimum length of a noun behind a hyphen.
const SHORTEST_NOUN: usize = 4;

pub(super) struct Token<'a> {
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
    pub low: &'a str,
    /// The text between the previous word and this one.
    pub gap: &'a str,
    pub shape: Shape,
    /// Whether it is part of the name of a known place or organisation.
    pub proper: bool,
    /// Whether it is a Dutch word; looked up on first use.
    word: OnceCell<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Lower,
    Capital,
    /// A single letter.
    Initial,
    /// All in capitals.
    Capitals,
    /// With capitals inside, as organisations spell themselves, or with digits.
    Mixed,
}

pub(super) fn tokens(text: &Folded) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(skipped) = text.text[at..].find(char::is_alphanumeric) {
        let start = at + skipped;
        let start = if text.low[..start].ends_with('\'') && text.low[start..].starts_with(['t', 's']) {
            start - 1
        } else {
            start
        };
        let end = word_end(&text.text, start);
        tokens.push(Token {
            start,
            end,
            text: &text.text[start..end],
            low: &text.low[start..end],
            gap: &text.text[tokens.last().map_or(0, |last| last.end)..start],
            shape: shape(&text.text[start..end]),
            proper: false,
            word: OnceCell::new(),
        });
        at = end;
    }
    mark_proper(&mut tokens);
    mark_sites(&mut tokens);
    mark_houses(&mut tokens);
    tokens
}

/// The end of a word, including joined parts: `Abd-el-Kader`, `M'hamed`.
fn word_end(text: &str, start: usize) -> usize {
    let mut letters = text[start..].char_indices().peekable();
    let mut end = start;
    // Short for `van der`.
    let rest = &text[start..];
    if ["v.d", "v/d"].iter().any(|short| rest.starts_with(short)) && !rest[3..].starts_with(char::is_alphanumeric) {
        return start + 3;
    }
    while let Some((at, c)) = letters.next() {
        let part = c.is_alphanumeric() || is_mark(c);
        let glue =
            matches!(c, '\'' | '-') && (at == 0 || letters.peek().is_some_and(|&(_, next)| next.is_alphabetic()));
        if !part && !glue {
            break;
        }
        end = start + at + c.len_utf8();
    }
    end
}

/// Whether it is a combining mark.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn shape(word: &str) -> Shape {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let Some(first) = letters.first() else {
        return Shape::Mixed;
    };
    if word.chars().any(char::is_numeric) {
        return Shape::Mixed;
    }
    let capital = |c: &char| c.is_uppercase();
    // `al-Voorbeeld`.
    if let Some((particle, name)) = word.split_once('-')
        && is_joined_particle(particle)
        && name.starts_with(char::is_uppercase)
    {
        return shape(name);
    }
    if !capital(first) {
        return if letters.iter().any(capital) {
            Shape::Mixed
        } else {
            Shape::Lower
        };
    }
    if letters.len() == 1 {
        return Shape::Initial;
    }
    if letters.iter().all(capital) {
        return Shape::Capitals;
    }
    // Within a word, a capital may follow a hyphen, Mc, Mac, an apostrophe or the Dutch IJ.
    let parts = word.split(['-', '\'']).filter(|part| !part.is_empty());
    let plain = |part: &str| {
        let rest = part
            .strip_prefix("IJ")
            .or_else(|| part.strip_prefix("Mc"))
            .or_else(|| part.strip_prefix("Mac"))
            .unwrap_or(part);
        !rest.chars().skip(1).any(char::is_uppercase)
    };
    if parts.into_iter().all(plain) {
        Shape::Capital
    } else {
        Shape::Mixed
    }
}

fn mark_proper(tokens: &mut [Token]) {
    let mut at = 0;
    while at < tokens.len() {
        let words: Vec<&str> = tokens[at..]
            .iter()
            .take(LONGEST_PROPER)
            .map(|token| token.low)
            .collect();
        let compound = words[0].split('-').any(|part| part.len() > 3 && proper(&[part]) == 1);
        let many = if compound && tokens[at].shape != Shape::Lower {
            proper(&words).max(1)
        } else if tokens[at].shape == Shape::Lower && !tokens[at].low.starts_with('\'') {
            0
        } else {
            proper(&words)
        };
        for token in &mut tokens[at..at + many] {
            token.proper = true;
        }
        at += many.max(1);
    }
}

/// Marks the names of buildings, parts of a town and the like, many of which honour somebody: `museum Van Voorbeeld`,
/// `Prinses Voorbeeldbuurt`, `Johannes Voorbeeld-kazerne`.
fn mark_sites(tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        let capital = tokens[at].shape == Shape::Capital;
        let after_a_name = at > 0 && tokens[at].is_adjacent() && tokens[at - 1].shape == Shape::Capital;
        let before_a_name = tokens
            .get(at + 1)
            .is_some_and(|next| matches!(next.gap, " " | " '" | " \"") && next.is_written_as_a_name());
        if !(capital || after_a_name || before_a_name) {
            continue;
        }
        let site = (after_a_name || before_a_name) && tokens[at].is_site();
        let (mut first, mut end) = (at, at);
        let joined = capital && (tokens[at].is_of_a_thing() || is_named_site(tokens[at].low));
        let behind = after_a_name && site && !(capital && is_a_surname_too(tokens[at].low));
        if joined || behind {
            first = first_of_the_name(tokens, at);
            end = at + usize::from(joined || first < at);
        }
        // Streets and schools are called after royals; `Prins` is also a surname.
        let royal = capital
            && !after_a_name
            && matches!(tokens[at].low, "prins" | "prinses" | "koning" | "koningin")
            && (at == 0 || {
                let before = &tokens[at - 1];
                !TITLES.contains(&before.low) && !is_role(before.low) && before.shape != Shape::Initial
            });
        if before_a_name && (site || royal) {
            end = end_of_the_name(tokens, at + 1);
        }
        for token in &mut tokens[first..end] {
            token.proper = true;
        }
    }
}

/// Marks houses that are called after somebody with a title: `het Dr. Voorbeeldhuis`.
fn mark_houses(tokens: &mut [Token]) {
    for last in 1..tokens.len() {
        let house = &tokens[last];
        if house.shape != Shape::Capital || !house.low.ends_with("huis") {
            continue;
        }
        let is_title = |token: &Token| TITLES.contains(&token.low) && !FORMAL.contains(&token.low);
        let written = |token: &Token| token.is_written_as_a_name() || is_particle(token.low) || is_title(token);
        let title = (last.saturating_sub(LONGEST_SITE)..last)
            .rev()
            .take_while(|&at| tokens[at + 1].is_next() && written(&tokens[at]))
            .filter(|&at| is_title(&tokens[at]))
            .last();
        let Some(title) = title else { continue };
        let article = title > 0 && tokens[title - 1].low == "het";
        if is_named_house(house.low, article) {
            for token in &mut tokens[title + 1..=last] {
                token.proper = true;
            }
        }
    }
}

/// Where the name begins that this word ends: with `van` before it, but not with `van het`, which begins another. After a
/// title it is a surname that ends, so that the word itself is all.
fn first_of_the_name(tokens: &[Token], last: usize) -> usize {
    let mut first = last;
    let mut at = last;
    while at > 0 && last - at < LONGEST_SITE && tokens[at].is_next() {
        at -= 1;
        if TITLES.contains(&tokens[at].low) {
            return last;
        }
        if tokens[at].is_written_as_a_name() {
            first = at;
        } else if !matches!(tokens[at].low, "van" | "der" | "den") {
            break;
        }
    }
    first
}

/// Where the name ends that begins with this word.
fn end_of_the_name(tokens: &[Token], first: usize) -> usize {
    let mut end = first;
    let mut at = first;
    while let Some(token) = tokens.get(at) {
        if at - first >= LONGEST_SITE || at > first && !token.is_next() || TITLES.contains(&token.low) {
            break;
        }
        at += 1;
        if token.is_written_as_a_name() {
            end = at;
        } else if !is_particle(token.low) {
            break;
        }
    }
    end
}

impl Token<'_> {
    pub fn is_word(&self) -> bool {
        *self.word.get_or_init(|| is_word(self.low))
    }

    /// Whether only a space, or the full stop of a title or initial, precedes it.
    pub fn is_next(&self) -> bool {
        matches!(self.gap, " " | "  " | ". " | "." | "-" | ".-")
    }

    /// Whether it has a capital or is a capital, as every part of a name but `van` and `de`.
    fn is_written_as_a_name(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Initial)
    }

    /// Whether it is a noun for a building, a part of a town or a business.
    fn is_site(&self) -> bool {
        is_abbreviated_site(self.low) || is_site(self.low) && self.is_word()
    }

    /// Whether it is a name joined to a noun in lower case, as in `Voorbeeld-methode`; what happened to somebody is named
    /// like that, too.
    fn is_of_a_thing(&self) -> bool {
        self.text.rsplit_once('-').is_some_and(|(_, noun)| {
            noun.len() >= SHORTEST_NOUN
                && noun.starts_with(char::is_lowercase)
                && !is_particle(noun)
                && !matches!(noun, "casus" | "dossier" | "gezin" | "familie" | "melding" | "zaak")
                && !is_role(self.low)
                && is_word(noun)
        })
    }

    pub fn is_adjacent(&self) -> bool {
        matches!(self.gap, " " | "  ")
    }

    pub fn begins_a_sentence(&self) -> bool {
        self.gap.contains(['.', '!', '?', ';', '\n', ':', '"', '(', '/'])
    }

    /// Whether it is written like a name.
    pub fn is_capital(&self) -> bool {
        self.shape == Shape::Capital || self.shape == Shape::Capitals && self.text.chars().count() >= 4
    }

    /// Whether it can be a surname even if it is also a word.
    pub fn can_be_a_surname(&self) -> bool {
        self.is_capital()
            && !self.proper
            && !is_official(self.low)
            && !is_function(self.low)
            && !is_english(self.low)
            && !is_institution(self.low)
            && self.low.chars().count() > 1
    }

    /// Whether it can be a first name: a short, capitalised simple word.
    pub fn can_be_a_first_name(&self) -> bool {
        self.can_be_a_surname()
            && self.shape == Shape::Capital
            && self.low.chars().count() <= 6
            && !is_compound(self.low)
            && !is_of_a_people(self.low)
            && !is_particle(self.low)
            && !is_of_something_else(self.low)
    }

    /// Whether it can be a surname that ends as trades do: `Bakker`, `Mulders`.
    pub fn can_be_a_trade(&self) -> bool {
        self.can_be_a_surname()
            && self.shape == Shape::Capital
            && ["er", "ers"].iter().any(|ending| self.low.ends_with(ending))
            && !is_compound(self.low)
            && !is_role(self.low)
            && !is_of_something_else(self.low)
    }

    /// Whether it is written like a name and is nothing else that we know.
    pub fn is_unknown(&self) -> bool {
        self.is_capital()
            && !self.proper
            && !is_institution(self.low)
            && !is_of_a_people(self.low)
            && self.low.chars().count() > 1
            && !self.is_word()
            && !is_particle(self.low)
            // Short ones are abbreviations.
            && (self.shape == Shape::Capital || self.text.chars().count() >= 6)
    }

    /// Whether it is in lower case but not a word.
    pub fn is_unknown_lower(&self) -> bool {
        self.shape == Shape::Lower
            && self.low.chars().count() > 2
            && !self.is_word()
            && !is_particle(self.low)
            && !is_institution(self.low)
            && proper(&[self.low]) == 0
    }
}
