//! Finds dates of birth in a text, in figures and in words.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::folded::Folded;
use super::found::Found;
use super::{Kind, compiled};

/// Years for which a date on its own is assumed to be a date of birth; later dates are those of plans and meetings.
const BIRTH_YEARS: std::ops::RangeInclusive<u32> = 1920..=2015;

macro_rules! month {
    () => {
        r"(?:januari|jan|februari|febr?|maart|mrt|april|apr|mei|juni?|juli?|augustus|aug|september|sept?|oktober|okt|november|nov|december|dec)\b\.?"
    };
}
macro_rules! figures {
    () => {
        r"(?:\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?(?:(?:19|20)\d{2}|'?\d{2})\b|(?:'|(?:19|20))\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\b|\d{1,2} \d{1,2} (?:19|20)\d{2}\b)"
    };
}
macro_rules! ones {
    () => {
        "(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien)"
    };
}
macro_rules! spelled {
    () => {
        concat!(
            "(?:",
            ones!(),
            "(?:[eë]n(?:twintig|dertig))?|twintig|dertig|eerste|[a-zë]{3,14}(?:de|ste))"
        )
    };
}
macro_rules! spelled_year {
    () => {
        concat!(
            "(?:(?:tweeduizend|negentienhonderd|negentien|twintig) ?(?:en ?)?(?:",
            ones!(),
            "(?:[eë]n[a-zë]+tig)?|[a-zë]+tig)?)"
        )
    };
}
macro_rules! in_words {
    () => {
        concat!(
            r"(?:(?:\d{1,2}(?:e|ste|de)?|",
            spelled!(),
            r") ",
            month!(),
            r"(?: (?:'?\d{2}(?:\d{2})?\b|",
            spelled_year!(),
            r"))?)"
        )
    };
}

/// A word for birth, and the date or year that belongs to it.
static LABELLED: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"(?:\b(?:geboren|geboorte ?(?:datum|dag|jaar|dat\.?|dd\.?)|geb\.? ?(?:dat(?:um)?\.?|dd\.?)?|dob|\bg\.d\.|jarig|verjaart|verjaardag)|°)",
        r"([^\d.;\n°]{0,30}? ?)",
        "(?P<day>",
        figures!(),
        "|",
        in_words!(),
        "|",
        month!(),
        r" (?:19|20)\d{2}\b|(?:19|20)\d{2}\b|'\d{2}\b|",
        r"tweeduizend ?",
        ones!(),
        ")"
    ))
});

/// The same for `ter wereld`, before or after the date.
static INTO_THE_WORLD: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"(?:\b(?:op|in) (?P<day>",
        figures!(),
        "|",
        in_words!(),
        "|",
        month!(),
        r" (?:19|20)\d{2}|(?:19|20)\d{2})(?: [\p{L}]+){0,4}? ter wereld\b|",
        r"\bter wereld(?: [\p{L}]+){0,3}? (?P<later>",
        figures!(),
        "|",
        in_words!(),
        "|",
        month!(),
        r" (?:19|20)\d{2}\b|(?:19|20)\d{2}\b))"
    ))
});

static BEFORE_LABEL: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        "(?P<day>",
        figures!(),
        "|",
        in_words!(),
        r"|\b(?:19|20)\d{2})\)? ?(?:te [a-zë]+ |in [a-zë]+ )?(?:is |was |werd )?(?:zij |hij |ze )?(?:geboren|jarig)\b"
    ))
});

/// The date on which somebody reaches an age.
static COMES_OF_AGE: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\b(?:wordt|werd|word) (?:zij |hij |ze )?(?:op )?(?P<day>",
        figures!(),
        "|",
        in_words!(),
        r") (?:al |pas )?(?:\d{1,2}|",
        ones!(),
        r")(?: jaar| ?[.,!)]| ?$)"
    ))
});

/// The same, the day first: `op 3 mei wordt ze achttien`.
static DAY_COMES_OF_AGE: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        "(?P<day>",
        figures!(),
        "|",
        in_words!(),
        r") (?:wordt|werd|word) (?:ze|zij|hij|het meisje|de jongen) (?:al |pas )?(?:\d{1,2}|",
        ones!(),
        r")\b"
    ))
});

static BARE: LazyLock<Regex> = LazyLock::new(|| compiled(concat!("(?P<day>", figures!(), "|", in_words!(), ")")));

/// A person, right before a date.
static PERSON_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\b(?:kind|meisje|jongen|dochter|zoon|leerlinge?|cliënte?|baby|zusje|zus|broertje|broer|vrouw|man|moeder|vader|slachtoffer|patiënte?|nichtje)[ ,]{0,2}(?:van )?[(]?$",
    )
});

/// Words that make a date part of somebody's life.
#[rustfmt::skip]
const PERSONAL: &[&str] = &[
    "baby", "broer", "broertje", "cliënt", "cliënte", "dochter", "hij", "jongen", "kind", "leerling", "meisje",
    "moeder", "naam", "nichtje", "slachtoffer", "vader", "vrouw", "ze", "zij", "zoon", "zus", "zusje",
];

/// Words right before a date on which something was decided or started.
#[rustfmt::skip]
const SINCE: &[&str] = &[
    "op", "sinds", "per", "vanaf", "tot", "na", "voor", "dd", "uiterlijk", "ingang", "m", "d", "datum", "en",
];

/// What offices put dates on.
#[rustfmt::skip]
const OFFICIAL: &[&str] = &[
    "agenda", "akkoord", "amendement", "beleid", "beschikking", "besluit", "bijeenkomst", "bijlage", "brief",
    "circulaire", "college", "conferentie", "congres", "convenant", "document", "getekend", "gestart",
    "handreiking", "ingetrokken", "kamer", "mandaat", "motie", "nota", "notulen", "overeenkomst", "overleg", "plan",
    "protocol", "publicatie", "raad", "rapport", "regeling", "regio", "richtlijn", "staatsblad", "stb", "subsidie",
    "training", "vastgesteld", "verdrag", "programma", "looptijd", "periode", "begroting", "project", "vergader",
    "verordening", "verslag", "versie", "wet", "werkgroep",
];

pub(super) fn find(text: &Folded, found: &mut Found) {
    let label = ["geb", "°", "jarig", "verjaar", "dob", "g.d."];
    if label.iter().any(|label| text.low.contains(label)) {
        for captures in LABELLED.captures_iter(&text.low) {
            let Some(day) = captures.name("day") else { continue };
            // `Kinderen geboren in 2012` are a group.
            let year_alone = day.as_str().bytes().all(|byte| byte.is_ascii_digit());
            let from = captures.get(0).map_or(0, |label| label.start());
            if !(year_alone && are_many(text, from)) {
                found.add(Kind::DateOfBirth, day.range());
            }
        }
        add(text, found, &BEFORE_LABEL);
    }
    if text.low.contains("ter wereld") {
        for captures in INTO_THE_WORLD.captures_iter(&text.low) {
            let day = captures.name("day").or_else(|| captures.name("later"));
            // `In 2012 kwamen drie kinderen ter wereld`.
            let many = |at: usize| are_many(text, at) || captures[0].contains("kwamen");
            if let Some(day) = day.filter(|day| !many(day.start())) {
                found.add(Kind::DateOfBirth, day.range());
            }
        }
    }
    if text.low.contains("word") || text.low.contains("werd") {
        add(text, found, &COMES_OF_AGE);
        add(text, found, &DAY_COMES_OF_AGE);
    }
    if text.low.bytes().any(|byte| byte.is_ascii_digit()) {
        for captures in BARE.captures_iter(&text.low) {
            let Some(day) = captures.name("day") else { continue };
            if starts_apart(text, day.start()) && is_birth(text, &day.range()) {
                found.add(Kind::DateOfBirth, day.range());
            }
        }
    }
}

fn add(text: &Folded, found: &mut Found, pattern: &Regex) {
    for captures in pattern.captures_iter(&text.low) {
        if let Some(day) = captures.name("day") {
            found.add(Kind::DateOfBirth, day.range());
        }
    }
}

fn are_many(text: &Folded, at: usize) -> bool {
    text.words_before(at).take(4).any(|word| {
        matches!(
            word,
            "kinderen"
                | "meisjes"
                | "jongens"
                | "jongeren"
                | "vrouwen"
                | "mannen"
                | "leerlingen"
                | "dochters"
                | "baby"
                | "alle"
                | "iedereen"
                | "cohort"
                | "cohorten"
        )
    })
}

fn starts_apart(text: &Folded, at: usize) -> bool {
    !text
        .before(at)
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '.'))
}

/// Whether a date on its own is in a year of birth and not linked to something that an office does.
fn is_birth(text: &Folded, day: &Range<usize>) -> bool {
    let figures = text.low[day.clone()].bytes().filter(u8::is_ascii_digit).count();
    if figures > 3 && PERSON_BEFORE.is_match(text.near_before(day.start)) {
        return true;
    }
    let Some(year) = year(&text.low[day.clone()]) else {
        return false;
    };
    if !BIRTH_YEARS.contains(&year) {
        return false;
    }
    let before: Vec<&str> = text.words_before(day.start).take(8).collect();
    if before.first().is_some_and(|word| SINCE.contains(word)) {
        return false;
    }
    // The first day of a period.
    if ["tot", "t/m", "-"]
        .iter()
        .any(|until| text.low[day.end..].trim_start().starts_with(until))
    {
        return false;
    }
    let after = text.low[day.end..]
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(4);
    let near: Vec<&str> = before.iter().copied().chain(after).collect();
    near.iter().any(|word| PERSONAL.contains(word))
        || !near
            .iter()
            .any(|word| OFFICIAL.iter().any(|office| word.contains(office)))
}

fn year(day: &str) -> Option<u32> {
    let figure = |part: &str| part.parse().ok().filter(|_| part.len() == 4);
    day.split(|c: char| !c.is_ascii_digit()).find_map(figure)
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, redacted};

    #[test]
    fn a_date_of_birth_is_found_in_figures_and_in_words() {
        for text in [
            "geboren op drie maart tweeduizend negen",
            "geb. 3-3-'09",
            "geb.dat. '09-03-03",
            "geboortedatum: 2009-03-03",
            "zij is van 12-03-2004",
            "meisje (01-02-2018)",
            "geboren te Kabul in mei 2010",
            "De jongen kwam op 30 september 2007 ter wereld",
            "zij kwam ter wereld op 3 mei 2009",
        ] {
            assert_eq!(redacted(text).1, [Kind::DateOfBirth], "{text}");
        }
    }

    #[test]
    fn dates_of_decisions_are_kept() {
        for text in [
            "sinds 1 juli 2013",
            "besluit van 12 mei 2015",
            "vergadering 14-02-2026",
            "convenant d.d. 03-04-2012",
            "kinderen geboren in 2012",
            "In 2012 kwamen drie kinderen ter wereld",
            "kinderen die in 2012 ter wereld kwamen",
            "training gestart op 01-09-2014",
        ] {
            assert_eq!(redacted(text).1, [], "{text}");
        }
    }
}
