//! Finds descriptions of where a shelter is, which need not mention a street.

use std::sync::LazyLock;

use regex::Regex;

use super::folded::Folded;
use super::found::Found;
use super::words::is_official;
use super::{Kind, compiled};

macro_rules! shelter {
    () => {
        r"(?:(?:vrouwen|nood|crisis|meiden|moeder-kind)?opvang(?:locatie|huis|plek|adres)?|blijf(?:groep)?huis|blijf-van-mijn-lijf-?huis|safe ?house|schuil(?:adres|plaats|plek)|onderduik(?:adres|plek)|geheime (?:locatie|adres|plek)|verblijf(?:plaats|adres)|noodbed(?:den)?)"
    };
}
macro_rules! stands {
    () => {
        "(?:zit|ligt|staat|huist|zitten|liggen|staan|is gevestigd|gevestigd is|is gehuisvest|is te vinden|bevindt zich|bevinden zich|is|verblijft)"
    };
}
macro_rules! beside {
    () => {
        "(?:schuin |vlak |dicht |direct |pal )?(?:achter|naast|tegenover|boven|onder|bij|in|aan|op)"
    };
}

static WHERE: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\b",
        shelter!(),
        r"(?: [\p{L}-]+){0,4}? ",
        stands!(),
        r"(?: (?:nu|tijdelijk|gevestigd|gehuisvest|momenteel|sinds \d+))? (?P<place>",
        beside!(),
        r" [^.;,\n]{3,90})"
    ))
});

static WHERE_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"(?P<place>\b",
        beside!(),
        r" (?:de|het|een) [^.;,\n]{3,70}?) ",
        stands!(),
        r" (?:een |de |het |onze |hun |het )?",
        shelter!(),
        r"\b"
    ))
});

/// Where a shelter is, without a verb: beside something, or after a colon.
static BESIDE: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\b",
        shelter!(),
        r"(?:,? (?P<place>(?:schuin |vlak |dicht |direct |pal )?(?:achter|naast|tegenover|boven) [^.;,\n]{3,70})|",
        r"(?:,| zijn)? (?P<building>(?:in|bij|op|aan) [^.;,\n]{3,40}? (?:achter|naast|tegenover|boven) [^.;,\n]{3,70})|",
        " ?: ?(?P<told>",
        beside!(),
        r" [^.;,\n]{3,70}))"
    ))
});

/// A street without a house number, which is enough where the location is secret.
static STREET: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\b(?i:noodopvang|opvang(?:locatie|huis|plek|adres)|blijf(?:groep)?huis|safe ?house|schuil(?:adres|plaats|plek)|onderduik(?:adres|plek)) (?P<place>(?:aan|op) (?:de|het|'t) \p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)",
    )
});

/// The same further on in the sentence or after `opvang`, with an ending that only streets have.
static NAMED_STREET: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\b(?i:(?:vrouwen|nood|crisis|meiden|mannen)?opvang(?:locatie|huis|plek|adres)?|blijf(?:groep)?huis|safe ?house|schuil(?:adres|plaats|plek)|onderduik(?:adres|plek)|noodbed(?:den)?)(?P<between>(?:-\p{L}+)?[^.:;,\n]{0,60}?) (?P<place>(?i:aan|op|in|nabij|bij|naast|achter|tegenover|hoek) (?:(?i:de|het|'t|een) )?(?:\p{Lu}[\p{L}'.-]* |(?i:van|der|den|de) ){0,3}?\p{Lu}[\p{L}'-]*(?:straat|laan|weg|plein|gracht|kade|singel|steeg|dreef|plantsoen|pad|hof|dijk|park|strjitte|wal|erf|oever|brink|markt|werf))\b",
    )
});

/// Landmarks that identify a place.
#[rustfmt::skip]
const LANDMARKS: &[&str] = &[
    "apotheek", "bakker", "bakkerij", "begraafplaats", "benzinestation", "bibliotheek", "bioscoop", "boerderij",
    "bos", "brandweer", "brug", "bungalow", "camping", "fabriek", "flat", "gebouw", "haven", "hotel", "jumbo",
    "aldi", "lidl", "kanaal", "kantoor", "kapel", "kasteel", "kazerne", "kerk", "klooster", "laan", "markt",
    "molen", "moskee", "pand", "park", "pastorie", "plein", "rivier", "school", "sporthal", "station", "straat",
    "supermarkt", "tankstation", "toren", "vakantiepark", "villa", "voetbalveld", "weg", "wijkcentrum", "winkel",
    "winkelcentrum", "woning", "ziekenhuis", "zwembad", "snelweg", "café", "gemeentehuis", "gracht", "halte",
    "kapper", "kerkhof", "manege", "museum", "politiebureau", "postkantoor", "raadhuis", "restaurant", "rotonde", "singel",
    "snackbar", "speeltuin", "sportpark", "sportvelden", "stadhuis", "stadion", "theater", "tuincentrum", "viaduct",
];

/// Endings of words for what everybody may visit, and for talking: `over de opvang in het buurthuis aan de Voorbeeldweg`.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "avond", "balie", "besproken", "bijeenkomst", "buurthuis", "centrum", "gesprek", "gemeentehuis", "ggd", "kantoor", "loket",
    "overleg", "politie", "raadhuis", "school", "spreekuur", "stadhuis", "team", "terecht", "training", "vergadering", "voorlichting",
];

/// Words before `opvang` for what is no secret: `buitenschoolse opvang`.
const CHILDCARE: &[&str] = &["buitenschoolse", "naschoolse", "tussenschoolse", "voorschoolse"];

pub(super) fn find(text: &Folded, found: &mut Found) {
    let shelters = ["opvang", "blijf", "house", "schuil", "duik", "geheime", "noodbed"];
    if !shelters.iter().any(|shelter| text.low.contains(shelter)) {
        return;
    }
    for pattern in [&WHERE, &WHERE_FIRST, &BESIDE] {
        for captures in pattern.captures_iter(&text.low) {
            // Not every pattern has all of these.
            let place = ["place", "building", "told"]
                .into_iter()
                .find_map(|group| captures.name(group));
            let place = place.filter(|place| has_landmark(place.as_str()));
            if let Some(place) = place {
                found.add(Kind::Address, place.range());
            }
        }
    }
    for captures in STREET.captures_iter(&text.text) {
        let place = captures.name("place").filter(|place| is_a_street(place.as_str()));
        if let Some(place) = place {
            found.add(Kind::Address, place.range());
        }
    }
    for captures in NAMED_STREET.captures_iter(&text.text) {
        let (Some(all), Some(place)) = (captures.get(0), captures.name("place")) else {
            continue;
        };
        let before = text.words_before(all.start()).next().unwrap_or_default();
        if !CHILDCARE.contains(&before) && !is_elsewhere(&captures["between"]) && is_a_street(place.as_str()) {
            found.add(Kind::Address, place.range());
        }
    }
}

/// Whether what is between the shelter and a street says that something else is there.
fn is_elsewhere(between: &str) -> bool {
    between.split(|c: char| !c.is_alphabetic()).any(|word| {
        let low = word.to_lowercase();
        // `In het centrum` is a part of town.
        low != "centrum" && OTHERS.iter().any(|other| low.ends_with(other))
    })
}

/// Whether no word of the name is one of policy, care or justice.
fn is_a_street(place: &str) -> bool {
    place.split(' ').skip(2).all(|word| !is_official(&word.to_lowercase()))
}

/// Whether a word is a landmark or ends with one, as in `dorpskerk`.
fn has_landmark(place: &str) -> bool {
    place.split(|c: char| !c.is_alphabetic()).any(|word| {
        LANDMARKS
            .iter()
            .any(|mark| word.ends_with(mark) && (word.len() == mark.len() || mark.len() > 3))
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, redacted};

    #[test]
    fn the_location_of_a_shelter_is_an_address() {
        let (clean, kinds) = redacted("De opvang zit in het oude klooster achter het station, boven.");
        assert_eq!(clean, "De opvang zit •••, boven.");
        assert_eq!(kinds, [Kind::Address]);
        for text in [
            "Naast de dorpskerk zit het blijfhuis",
            "noodbedden in het pand achter de Kerkstraat",
            "Twee noodbedden, achter het station",
            "noodbedden zijn in het gebouw tegenover de sporthal",
            "De opvang aan de Voorbeeldweg is vol",
            "De opvang in het centrum aan de Voorbeeldweg",
            "De vrouwenopvang werkt samen en zit aan de Voorbeeldweg",
            "De safehouse-plek is een gewoon huis aan het Voorbeeldpad",
        ] {
            assert_eq!(redacted(text).1, [Kind::Address], "{text}");
        }
    }

    #[test]
    fn its_place_in_a_document_is_not() {
        for text in [
            "De opvang zit in het programma",
            "De noodopvang is in de regio ingekocht",
            "Opvang ligt bij de centrumgemeente",
            "Noodbedden in het pand van de centrumgemeente",
            "De opvang staat achter de aanpak",
            "De buitenschoolse opvang aan de Voorbeeldweg",
            "De opvang is besproken in het buurthuis aan de Voorbeeldweg",
        ] {
            assert_eq!(redacted(text).1, [], "{text}");
        }
    }
}
