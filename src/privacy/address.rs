//! Finds streets with a house number in a text.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::digits::is_year;
use super::folded::Folded;
use super::found::Found;
use super::names;
use super::words::{is_function, is_official, is_place};
use super::{Kind, compiled};

macro_rules! house {
    () => {
        r"(?P<house>,? ?(?:(?i:huisnr|nr|no|nummer|huisnummer)\.? ?)?(?P<number>\d{1,5})(?: ?[-/] ?(?:\d{1,4}|[a-zA-Z]{1,3})\b)?(?: ?(?i:hs|huis|bis|bg|sous|zw|rd|rood|zwart|iv|i{1,3}|[1-9] ?-?hoog|[a-z]))?\b)"
    };
}
macro_rules! words {
    () => {
        r"(?:(?:\p{Lu}[\p{L}\p{M}'.-]*|(?i:van|de|der|den|het|'t|ter|ten|te|op|aan|of|en|la|el|al)) ){0,5}"
    };
}

/// Names with an ending that only streets have, in upper or lower case.
static STREET: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\b(?:\d{1,2}(?:e|de|ste) )?",
        words!(),
        r"(?P<word>[\p{L}\p{M}'.-]*(?i:straat|laan|weg|plein|gracht|kade|singel|dijk|steeg|dreef|plantsoen|straatje|boulevard|allee|str\.|pln\.))(?i:[ -](?:zuid|noord|oost|west|z\.?z|n\.?z))? ?",
        house!()
    ))
});

/// Names with an ending that other things have too; these need a capital.
static SOFT: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\b",
        words!(),
        r"(?P<word>\p{Lu}[\p{L}\p{M}'-]{2,}?(?P<end>hof|pad|markt|wal|park|boom|bloem|veld|kamp|berg|burg|bos|brink|brug|dam|eind|einde|erf|gaarde|haven|heide|hoek|horst|hout|hoeve|kant|oever|poort|ring|schans|tuin|vaart|veen|ven|vliet|waard|water|weide|werf|wijk|zijde|zoom|akker|donk|gang|heuvel|stede|molen|rade|donck|begijnenhof|hofje)) ?",
        house!()
    ))
});

/// Streets that begin with the type of street: `Laan van Meerdervoort`, `Plein 1944`, `Markt 5`.
static LEADING: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\b(?P<word>(?:Laan|Weg|Plein|Kade|Singel|Park|Hof|Markt|Dijk|Haven|Gracht|Straat|Boulevard|Pad|Allee|Oever|Erf|Brink|Dam|Vest|Wal|Spui|Damrak|Rokin)(?: (?:1[89]\d\d|'\d\d|(?i:van|naar|der|den|de|het|ter|ten|op|aan|tot)(?: \p{L}+){1,4}?))?) ?",
        house!()
    ))
});

/// Any name with a number, if somebody is said to live there.
static LIVING: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\b(?i:woont|woonde|wonend|wonende|woonachtig|verblijft|verblijvend|logeert|zit|ingeschreven|(?:opvang|verblijf|huis|schuil|brief|bezoek|woon|thuis|onderduik)?adres|ondergedoken)\b(?i: is| nu| nog| weer| ook| tijdelijk| momenteel| haar| het){0,2}:?(?i: op| aan| in)? ?(?P<street>(?:(?i:de|het|'t|den|it) )?(?P<word>\p{Lu}[\p{L}\p{M}'.-]*)(?: [\p{L}\p{M}'.-]+){0,3}? ?",
        house!(),
        ")"
    ))
});

/// The same in lower case, with an ending that streets have: `ingeschreven op voorbeeldhof 5a`.
static LIVING_LOWER: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\b(?i:woont|woonde|wonend|wonende|woonachtig|verblijft|logeert|ingeschreven|adres|ondergedoken|verhuisd)\b(?i: is| nu| tijdelijk| momenteel| officieel| nog)?:?(?i: op| aan| in| naar)? ?(?P<street>(?:(?i:de|het|'t|den) )?(?P<word>(?:(?i:oude|nieuwe|lange|korte|grote|kleine) \p{L}*|\p{L}{3,})(?i:hof|pad|markt|wal|veld|kamp|bos|brink|brug|dam|erf|gaarde|haven|horst|hout|hoeve|kant|oever|poort|ring|schans|tuin|vaart|vliet|werf|zoom|akker|gang|stede|wei|paed|strjitte|wâl|hofje)) ",
        house!(),
        ")"
    ))
});

/// Any name behind a colon, if whose address it is stands between: `adres noodbed: Voorbeeld 22`.
static ADDRESS_OF: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\b(?i:(?:opvang|verblijf|huis|schuil|brief|woon|thuis|onderduik)?adres)(?: [\p{L}-]+){1,4}: ?(?P<street>(?:(?i:de|het|'t|den|it) )?(?P<word>\p{Lu}[\p{L}\p{M}'.-]*)(?: [\p{L}\p{M}'.-]+){0,3}? ?",
        house!(),
        ")"
    ))
});

/// Any name with an article and a number; an address only if a person or a home is mentioned nearby.
static AT: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\b(?i:aan|naar|op) (?P<anything>)(?P<street>(?i:de|het|'t) (?P<word>\p{Lu}\p{Ll}[\p{L}\p{M}'-]*) ",
        house!(),
        ")"
    ))
});

/// Words with the ending of a street that are not streets: what precedes the ending, as in `Taakveld 6`, `Stappenpad
/// 2`.
#[rustfmt::skip]
const NO_STREETS: &[&str] = &[
    "taak", "werk", "beleids", "aandachts", "speel", "tijd", "stappen", "groei", "leer", "zorg", "stap", "vraag",
    "invoer", "tekst", "krachten", "onder", "voort", "over", "toe", "in", "uit", "ver", "aan", "arbeids",
];

/// Compounds with "weg" that are not streets.
const NO_WAYS: &[&str] = &[
    "onderweg",
    "terugweg",
    "middenweg",
    "uitweg",
    "omweg",
    "snelweg",
    "spoorweg",
    "weg",
    "waterweg",
    "zorgweg",
    "rechtsweg",
];

/// Words after a number that counts or measures something.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "jaar", "maanden", "weken", "dagen", "uur", "keer", "meldingen", "casussen", "personen", "kinderen",
    "gemeenten", "euro", "fte", "plekken", "scholen", "%", "procent", "teams",
];

/// Words for people, for homes, and for moving into one.
#[rustfmt::skip]
const HOMES: &[&str] = &[
    "flat", "gebracht", "gezin", "haar", "hij", "huis", "kamer", "kind", "kinderen", "meisje", "moeder", "oma", "opa",
    "opgehaald", "ouders", "tante", "vader", "verhuisd", "woning", "ze", "zij", "zijn",
];

/// The number of words before and after an address in which an office may be named.
const OFFICE_BEFORE: usize = 6;
const OFFICE_AFTER: usize = 4;

/// The minimum length of a plural.
const SHORTEST_PLURAL: usize = 5;

/// Squares named after the offices that stand there.
const OFFICE_SQUARES: &[&str] = &[
    "gemeentehuisplein",
    "provinciehuisplein",
    "raadhuisplein",
    "stadhuisplein",
];

/// Endings of words for offices that everybody may visit; their addresses are nobody's home.
#[rustfmt::skip]
const OFFICES: &[&str] = &[
    "azc", "balie", "bezoekadres", "bibliotheek", "bijeenkomst", "bureau", "buurthuis", "centrum", "dorpshuis",
    "gemeentehuis", "kantine", "kantoor", "kantoorlocatie", "kerk", "loket", "moskee", "museum", "postadres", "provinciehuis",
    "raadhuis", "raadzaal", "school", "spreekuur", "stadhuis", "stadswinkel", "theater", "training", "trainingslocatie",
    "vergaderlocatie", "vergadering", "wijkgebouw", "ziekenhuis",
];

/// Parts of words for homes and hiding places: where one is mentioned, no address is taken for an office's.
#[rustfmt::skip]
const HIDDEN: &[&str] = &[
    "bedden", "blijf", "cliënt", "crisis", "duik", "gebracht", "geheim", "geplaatst", "gezin", "house", "logeer", "meisje",
    "noodbed", "opgehaald", "opvang", "safe", "schuil", "slachtoffer", "verblijf", "verhuis", "woning", "wonen", "woon",
];

/// Words with which everybody is invited to an office, also to ask about a shelter.
const INVITES: &[&str] = &[
    "bezoekers",
    "iedereen",
    "informatie",
    "inwoners",
    "openingstijden",
    "terecht",
    "vragen",
];

/// Words for one person, for a case, and for what is beside something: the same holds for them.
#[rustfmt::skip]
const SOMEBODY: &[&str] = &[
    "achter", "boven", "broer", "casus", "dochter", "haar", "hij", "huisbezoek", "jongen", "kind", "kinderen", "leerling",
    "man", "melding", "moeder", "naast", "oma", "oom", "opa", "tante", "tegenover", "vader", "vrouw", "ze", "zij", "zoon",
    "zus",
];

pub(super) fn find(text: &Folded, found: &mut Found) {
    if !text.low.bytes().any(|byte| byte.is_ascii_digit()) {
        return;
    }
    let hidden = OnceCell::new();
    let somebody = || *hidden.get_or_init(|| is_about_somebody(text));
    let named = OnceCell::new();
    let names_somebody = || *named.get_or_init(|| names::is_anybody_in(text));
    for (pattern, is_street) in [
        (&STREET, is_way as fn(&str) -> bool),
        (&SOFT, is_soft),
        (&LEADING, always),
        (&LIVING, is_named),
        (&LIVING_LOWER, is_soft),
        (&ADDRESS_OF, is_named),
        (&AT, is_named),
    ] {
        for captures in pattern.captures_iter(&text.text) {
            let (Some(all), Some(number)) = (captures.get(0), captures.name("number")) else {
                continue;
            };
            let street = captures.name("street").unwrap_or(all);
            let house = &captures["house"];
            let plain = house
                .trim_start_matches([' ', ','])
                .starts_with(|c: char| c.is_ascii_digit());
            let year = plain && is_year(number.as_str()) && house.trim_start_matches([' ', ',']).len() <= 4;
            let lived = captures.name("anything").is_none() || is_a_home(text, street.range());
            let word = captures["word"].to_lowercase();
            let counted =
                counts(text, street.end()) || house.starts_with(',') && plain && is_plural_after(text, street.end());
            let home = || !is_an_office(text, &word, street.range()) || somebody() || names_somebody();
            if is_street(&word) && !year && lived && !counted && home() {
                found.add(Kind::Address, from_first_word(text, street.range()));
            }
        }
    }
}

/// Excludes words at the beginning that only join a name to the sentence.
fn from_first_word(text: &Folded, mut range: Range<usize>) -> Range<usize> {
    while let Some((word, _)) = text.low[range.clone()].split_once(' ') {
        if !matches!(
            word,
            "van" | "de" | "der" | "den" | "het" | "op" | "aan" | "of" | "en" | "te"
        ) || text.text[range.start..].starts_with(char::is_uppercase)
            || !text.text[range.start + word.len() + 1..].starts_with(char::is_uppercase)
        {
            break;
        }
        range.start += word.len() + 1;
    }
    range
}

fn counts(text: &Folded, at: usize) -> bool {
    UNITS.contains(&word_after(text, at))
}

/// `Theater De Vest, 60 deelnemers`: behind a comma, what follows the number may be counted.
fn is_plural_after(text: &Folded, at: usize) -> bool {
    let word = word_after(text, at);
    let capital = text.text[at..].trim_start().starts_with(char::is_uppercase);
    !capital && word.len() >= SHORTEST_PLURAL && (word.ends_with("en") || word.ends_with('s')) && !is_function(word)
}

fn word_after(text: &Folded, at: usize) -> &str {
    let rest = text.low[at..].trim_start();
    rest.split(|c: char| !c.is_alphabetic() && c != '%')
        .next()
        .unwrap_or_default()
}

/// Whether this is where an office is: it is named nearby in the same sentence, or the square is called after it.
fn is_an_office(text: &Folded, word: &str, street: Range<usize>) -> bool {
    // `In het centrum` is a part of town.
    let is_office = |word: &str| word != "centrum" && OFFICES.iter().any(|office| word.ends_with(office));
    let ends = ['.', ';', '\n'];
    let before = text.near_before(street.start).rsplit(ends).next().unwrap_or_default();
    let after = text.near_after(street.end).split(ends).next().unwrap_or_default();
    let preceding = words(before).rev();
    OFFICE_SQUARES.contains(&word)
        || words(&text.low[street]).any(is_office)
        // `Gemeente Voorbeeldstad, Markt 1`.
        || preceding.clone().take(2).any(|word| word == "gemeente")
        || preceding.take(OFFICE_BEFORE).any(is_office)
        || words(after).take(OFFICE_AFTER).any(is_office)
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> + Clone {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Whether a person or a home is mentioned nearby.
fn is_a_home(text: &Folded, street: Range<usize>) -> bool {
    let after = text.low[street.end..].split(|c: char| !c.is_alphabetic());
    let after = after.filter(|word| !word.is_empty()).take(2);
    text.words_before(street.start)
        .take(6)
        .chain(after)
        .any(|word| HOMES.contains(&word))
}

/// Whether a shelter, a home or one person is mentioned anywhere.
fn is_about_somebody(text: &Folded) -> bool {
    let invited = words(&text.low).any(|word| INVITES.contains(&word));
    HIDDEN
        .iter()
        .any(|&part| text.low.contains(part) && !(invited && part == "opvang"))
        || words(&text.low).any(|word| SOMEBODY.contains(&word))
}

fn always(_: &str) -> bool {
    true
}

fn is_way(word: &str) -> bool {
    !NO_WAYS.contains(&word)
}

fn is_soft(word: &str) -> bool {
    !is_official(word)
        && !is_place(word)
        && !NO_STREETS.iter().any(|first| {
            word.strip_prefix(first)
                .is_some_and(|end| end.len() <= 6 && end.len() >= 3)
        })
}

fn is_named(word: &str) -> bool {
    !is_official(word) && !is_place(word)
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, redacted};

    #[test]
    fn a_house_number_includes_its_suffix() {
        for text in [
            "Voorbeeldstraat 12b",
            "Lange Voorbeeldstraat 104-2",
            "voorbeeldlaan nr. 3",
            "Voorbeeldkade 33 hs",
            "Voorbeeldhof 5 bis",
            "Laan van Voorbeeld 7",
            "Plein 1900 nr 3",
            "Van Voorbeeldstraat 20 2 hoog",
        ] {
            assert_eq!(redacted(text), ("•••".to_owned(), vec![Kind::Address]), "{text}");
        }
        for (text, left) in [
            ("Zij woont op Voorbeeld 61, boven", "Zij woont op •••, boven"),
            ("ingeschreven op voorbeeldhof 5a", "ingeschreven op •••"),
            ("woont nu op de oude haven 14b", "woont nu op •••"),
            ("zij woont nog op 't Hoge Voorbeeld 28", "zij woont nog op •••"),
            ("naar Voorbeeldweg-Zuid 15 verhuisd", "naar ••• verhuisd"),
            ("Voorbeeldstraat, 12 Assen", "••• Assen"),
            ("Adres noodbed: It Voorbeeld 22, boven", "Adres noodbed: •••, boven"),
        ] {
            assert_eq!(redacted(text).0, left);
        }
    }

    #[test]
    fn an_office_is_nobodys_home_unless_somebody_hides_there() {
        for text in [
            "Raadhuisplein 1",
            "Overleg in het stadskantoor, Stationsplein 10",
            "Training in het Huis van de Gemeente, Plein 1",
            "Gemeente Voorbeeldstad, Markt 1",
            "Loket: Marktplein 3, open op werkdagen",
            "Marktplein 3 (gemeentehuis)",
            "Iedereen kan over de opvang terecht bij het stadhuis, Stadhuisplein 1",
        ] {
            assert_eq!(redacted(text).1, [], "{text}");
        }
        for text in [
            "Marktplein 3",
            "De opvang zit in het oude gemeentehuis, Raadhuisplein 1",
            "Zij woont boven het loket, Marktplein 3",
            "Zij belde naar kantoor. Marktplein 3",
            "De noodbedden staan op Raadhuisplein 1",
            "Casus besproken op kantoor: Marktplein 3",
            "Marktplein 3, naast het gemeentehuis",
        ] {
            assert_eq!(redacted(text).1, [Kind::Address], "{text}");
        }
        for text in [
            "Mevrouw Voorbeeld, Marktplein 3, belde met het bureau",
            "Familie Voorbeeld, gemeente Voorbeeldstad, Marktplein 3",
            "Gesproken met Yasmin, Marktplein 3, basisschool De Regenboog",
        ] {
            assert_eq!(redacted(text).1, [Kind::Address, Kind::Name], "{text}");
        }
    }

    #[test]
    fn other_numbered_things_are_not_streets() {
        for text in [
            "Theater De Vest, 60 deelnemers",
            "Voorbeeldberg, 2010, blz. 3",
            "Taakveld 6",
            "woont op speelveld 3",
            "Adres op te vragen: Voorbeeldstad, 3 keer",
            "Lokaal team Kerkstraat",
            "Pijler 3",
            "woont in Helmond 3 jaar",
            "Aanpak Stationsweg 2026",
        ] {
            assert_eq!(redacted(text).1, [], "{text}");
        }
    }
}
