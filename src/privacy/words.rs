//! Takes a word; returns whether it is a word of Dutch or of policy, or the name of a place or organisation.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Lower-case words, one per line, sorted by bytes; see `assets/words/README.md`.
const DUTCH: &str = include_str!("../../assets/words/dutch.txt");

static ENGLISH: LazyLock<BTreeSet<&str>> = LazyLock::new(|| lines(include_str!("../../assets/words/english.txt")));
static OFFICIAL: LazyLock<BTreeSet<&str>> = LazyLock::new(|| lines(include_str!("../../assets/words/official.txt")));
static FUNCTION: LazyLock<BTreeSet<&str>> = LazyLock::new(|| lines(include_str!("../../assets/words/function.txt")));

/// Places and organisations as lists of words, by their first word.
static PROPER: LazyLock<BTreeMap<String, Vec<Vec<String>>>> = LazyLock::new(|| {
    let mut proper: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for list in [
        include_str!("../../assets/words/places.txt"),
        include_str!("../../assets/words/organisations.txt"),
    ] {
        for name in lines(list) {
            let words: Vec<String> = name
                .split([' ', ','])
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect();
            if let [first, rest @ ..] = words.as_slice() {
                proper.entry(first.clone()).or_default().push(rest.to_vec());
            }
        }
    }
    proper
});

/// The minimum length of the parts of a compound, and of a word without its ending.
const SHORTEST_PART: usize = 4;

/// No word is longer; anything longer need not be split.
const LONGEST: usize = 45;

/// Endings that a word in the list may have, as in `reduce.py`.
const ENDINGS: &[&str] = &[
    "en", "s", "e", "t", "de", "te", "er", "ere", "st", "ste", "den", "ten", "tje", "je", "jes", "tjes", "end", "n",
];

/// A noun with one of these endings is about policy, whatever precedes it.
#[rustfmt::skip]
const OFFICIAL_ENDINGS: &[&str] = &[
    "tie", "ties", "ing", "ingen", "heid", "heden", "schap", "schappen", "ment", "teit", "isme", "zorg", "hulp",
    "beleid", "plan", "plannen", "team", "teams", "visie", "werk", "overleg", "aanpak", "protocol", "netwerk",
    "kunde", "recht", "onderzoek", "opvang", "onderwijs", "lijk", "lijke",
];

/// A word with one of these endings is a school, a street or a company.
#[rustfmt::skip]
const INSTITUTIONS: &[&str] = &[
    "academie", "akkoord", "beweging", "centrum", "centra", "college", "commissie", "consult", "fonds", "groep",
    "instituut", "kliniek", "laan", "lyceum", "methode", "model", "moskee", "museum", "partners", "plein",
    "praktijk", "project", "school", "scholen", "stichting", "straat", "team", "universiteit", "wet", "zorg", "ziekenhuis",
    "academy", "centre", "center", "foundation", "hospital", "institute", "university", "kinderziekenhuis", "singel", "gracht",
];

/// Surnames have these endings too; they only make an institution with a word before them: `Voorbeeld Huis`.
const BUILDINGS: &[&str] = &[
    "buurt", "hof", "huis", "huizen", "kade", "kerk", "straten", "weg", "wijk", "prijs",
];

/// A noun with one of these endings is a building, a part of a town or a business, and what precedes or follows it with
/// a capital is its name: `museum Voorbeeld`, `Prins Voorbeeldpark`.
#[rustfmt::skip]
const SITES: &[&str] = &[
    "apotheek", "atheneum", "basiliek", "bibliotheek", "bioscoop", "boerderij", "brug", "buurt", "café",
    "camping", "centrum", "college", "complex", "flat", "gebouw", "gymnasium", "gymzaal", "hospice",
    "hotel", "internaat", "kapel", "kasteel", "kathedraal", "kazerne", "kinderdagverblijf", "kinderopvang", "kliniek",
    "klooster", "kwartier", "landgoed", "lezing", "lyceum", "monument", "museum", "pad", "park", "paviljoen", "plantsoen",
    "plein", "polder", "praktijk", "restaurant", "rotonde", "scholengemeenschap", "schouwburg", "speeltuin", "speelzaal", "sporthal",
    "sportzaal", "stadion", "standbeeld", "station", "synagoge", "theater", "tunnel", "vergaderzaal",
    "verpleeghuis", "verzorgingshuis", "viaduct", "wijkgebouw", "ziekenhuis", "zwembad",
];

/// The same, but surnames end like this too, so that a name in one word with it says nothing.
const HOUSES: &[&str] = &["fort", "kerk", "moskee", "tempel"];

/// The same, abbreviated.
const ABBREVIATED_SITES: &[&str] = &[
    "azc", "bso", "cbs", "fc", "jji", "kdv", "mfa", "mfc", "obs", "pcbs", "pi", "rkbs", "sbo", "sv", "vso", "vv",
];

/// The minimum length of a name before the ending of a site: `Verbrug` is a surname.
const SHORTEST_NAME: usize = 4;

/// Endings of names of towns and regions, few of which end a first name.
#[rustfmt::skip]
const TOWNS: &[&str] = &[
    "beek", "berg", "bosch", "broek", "burg", "dam", "delta", "dijk", "donk", "dorp", "eiland", "gouw", "haven", "heide",
    "horst", "hout", "hoven", "ingen", "kerk", "laar", "land", "loo", "mark", "meer", "oever", "oord", "polder", "recht",
    "rode", "schans", "sluis", "stad", "streek", "veen", "veld", "voorde", "voort", "waard", "wijk", "wolde", "wold",
    "woude", "zand", "zijl",
];

/// The minimum length of such a name: `Adam`, `Roland`.
const SHORTEST_PLACE: usize = 7;

fn lines(list: &'static str) -> BTreeSet<&'static str> {
    list.lines().filter(|line| !line.starts_with('#')).collect()
}

/// Whether this is a Dutch word: as listed, with an ending, or a compound.
pub(super) fn is_word(low: &str) -> bool {
    is_whole(low) || low.contains('-') && low.split('-').all(|part| part.len() < 2 || is_whole(part))
}

fn is_whole(low: &str) -> bool {
    OFFICIAL.contains(low) || FUNCTION.contains(low) || ENGLISH.contains(low) || is_simple(low) || is_compound(low)
}

fn is_simple(low: &str) -> bool {
    is_listed(low)
        || ENDINGS.iter().any(|ending| {
            low.strip_suffix(ending)
                .is_some_and(|stem| stem.len() >= SHORTEST_PART && is_listed(stem))
        })
}

/// Whether this is only known as the plural or genitive of a word, as surnames often look: `pinas`.
pub(super) fn is_inflected(low: &str) -> bool {
    !is_listed(low)
        && low
            .strip_suffix('s')
            .is_some_and(|stem| stem.len() >= SHORTEST_PART && is_listed(stem))
}

/// Whether this is a compound of two or three words, with or without a linking `s`.
pub(super) fn is_compound(low: &str) -> bool {
    is_put_together(low, 2)
}

/// Whether this is a compound of two to `more + 1` words.
fn is_put_together(low: &str, more: usize) -> bool {
    if more == 0 || low.len() > LONGEST {
        return false;
    }
    let cuts = low.char_indices().map(|(at, _)| at);
    cuts.filter(|&at| at >= SHORTEST_PART && low.len() - at >= SHORTEST_PART)
        .any(|at| {
            let (first, second) = low.split_at(at);
            let linked = || {
                let stem = first.strip_suffix('s');
                stem.is_some_and(|stem| stem.len() >= SHORTEST_PART && is_part(stem))
            };
            (is_part(first) || linked()) && (is_part(second) || is_put_together(second, more - 1))
        })
}

fn is_part(low: &str) -> bool {
    is_simple(low) || OFFICIAL.contains(low)
}

/// Looks up a line with a binary search.
fn is_listed(low: &str) -> bool {
    let list = DUTCH.as_bytes();
    let sought = low.as_bytes();
    if sought.is_empty() {
        return false;
    }
    let (mut from, mut to) = (0, list.len());
    while from < to {
        let middle = from + (to - from) / 2;
        let start = list[from..middle]
            .iter()
            .rposition(|&byte| byte == b'\n')
            .map_or(from, |at| from + at + 1);
        let end = list[middle..to]
            .iter()
            .position(|&byte| byte == b'\n')
            .map_or(to, |at| middle + at);
        match list[start..end].cmp(sought) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => from = end + 1,
            std::cmp::Ordering::Greater => to = start,
        }
    }
    false
}

/// Whether this is a function word: it may begin a sentence, but not a name.
pub(super) fn is_function(low: &str) -> bool {
    FUNCTION.contains(low)
}

/// Whether this is a word of policy, care or justice: after an initial or a title it is not a surname.
pub(super) fn is_official(low: &str) -> bool {
    OFFICIAL.contains(low)
        || OFFICIAL_ENDINGS
            .iter()
            .any(|ending| low.len() > ending.len() + 2 && low.ends_with(ending))
            && (is_simple(low) || is_compound(low))
        || low.contains('-') && low.split('-').any(|part| OFFICIAL.contains(part)) && is_word(low)
}

/// Whether this is an English word used in project names.
pub(super) fn is_english(low: &str) -> bool {
    ENGLISH.contains(low) && !is_listed(low)
}

/// Whether this is the name of a school, street or company, including one joined with a hyphen, as in
/// `Voorbeeld-school`.
pub(super) fn is_institution(low: &str) -> bool {
    INSTITUTIONS.iter().any(|ending| low.ends_with(ending))
        || low
            .rsplit_once('-')
            .is_some_and(|(first, last)| !first.contains('-') && is_official(last))
}

/// Whether this makes the words before it the name of an institution.
pub(super) fn is_building(low: &str) -> bool {
    is_institution(low) || BUILDINGS.contains(&low)
}

/// Whether this ends like a noun for a building, a part of a town or a business: `museum`, `wijkcentrum`.
pub(super) fn is_site(low: &str) -> bool {
    SITES.iter().chain(HOUSES).any(|ending| low.ends_with(ending))
}

/// Whether such a noun is also a surname: `Jan Brug`.
pub(super) fn is_a_surname_too(low: &str) -> bool {
    matches!(
        low,
        "brug" | "fort" | "kapel" | "kasteel" | "kerk" | "klooster" | "pad" | "park" | "plein" | "polder" | "tempel"
    )
}

/// Whether this is the abbreviation of such a noun: `OBS`.
pub(super) fn is_abbreviated_site(low: &str) -> bool {
    ABBREVIATED_SITES.contains(&low)
}

/// Whether this is the last part of a name and such a noun, in one word: `Voorbeeldpark`.
pub(super) fn is_named_site(low: &str) -> bool {
    SITES
        .iter()
        .any(|ending| low.strip_suffix(ending).is_some_and(|name| name.len() >= SHORTEST_NAME))
}

/// The minimum length of a name before `huis`, where no article shows that it is no surname: `Oosterhuis`.
const LONG_NAME: usize = 7;

/// Whether this is the last part of a name and `huis`, in one word.
pub(super) fn is_named_house(low: &str, has_an_article: bool) -> bool {
    low.strip_suffix("huis")
        .is_some_and(|name| has_an_article || name.len() >= LONG_NAME && !is_word(name))
}

pub(super) fn is_place(low: &str) -> bool {
    proper(&[low]) == 1
}

/// The number of these lower-case words that together form the name of a place or organisation.
pub(super) fn proper(words: &[&str]) -> usize {
    let Some((first, rest)) = words.split_first() else {
        return 0;
    };
    let names = PROPER.get(*first);
    let fitting = names
        .into_iter()
        .flatten()
        .filter(|name| name.len() <= rest.len() && name.iter().zip(rest).all(|(one, other)| one == other));
    fitting.map(|name| name.len() + 1).max().unwrap_or(0)
}

/// Whether this ends like the name of a town: an unknown one is met as often as an unknown surname.
pub(super) fn is_like_a_place(low: &str) -> bool {
    low.len() >= SHORTEST_PLACE && TOWNS.iter().any(|ending| low.ends_with(ending))
}

/// Whether this is a people or language, such as `Somalische`, `Marokkaans`.
pub(super) fn is_of_a_people(low: &str) -> bool {
    [
        "isch", "ische", "aans", "aanse", "eens", "eense", "ees", "ese", "iër", "iërs", "aners", "burgers", "dammers",
        "landers",
    ]
    .iter()
    .any(|ending| low.len() > ending.len() + 2 && low.ends_with(ending))
        // `Haagse`, but not `Denise`.
        || low
            .strip_suffix("se")
            .is_some_and(|stem| stem.len() > 3 && !stem.ends_with(['a', 'e', 'i', 'o', 'u', 'y']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_found() {
        assert!(DUTCH.lines().all(is_listed));
        let mut lines: Vec<&str> = DUTCH.lines().collect();
        lines.sort_unstable();
        lines.dedup();
        assert!(lines.into_iter().eq(DUTCH.lines()), "the list is ordered by bytes");
        assert!(!is_listed("zzzz") && !is_listed("") && !is_listed("aa0"));
    }

    #[test]
    fn compounds_are_split() {
        for word in [
            "handelingsprotocol",
            "jeugdgezondheidszorg",
            "aandachtsfunctionaris",
            "gezinnen",
            "mind-spring",
        ] {
            assert!(is_word(word), "{word}");
        }
        assert!(!is_word("xyzstraat"));
    }

    #[test]
    fn the_lists_contain_words_in_the_form_they_are_looked_up() {
        for word in ENGLISH.iter().chain(OFFICIAL.iter()).chain(FUNCTION.iter()) {
            assert_eq!(*word, word.to_lowercase());
        }
        assert_eq!(proper(&["den", "haag", "is"]), 2);
        assert_eq!(proper(&["den"]), 0);
    }
}
