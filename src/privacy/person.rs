//! Finds descriptions that identify a person without a name: an age with a word for a person, or being the only one.

use std::sync::LazyLock;

use regex::Regex;

use super::folded::Folded;
use super::found::Found;
use super::{Kind, compiled};

macro_rules! age {
    () => {
        "(?:[1-9][0-9]?|(?:vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|eenentwintig|tweeëntwintig|drieëntwintig|vierentwintig|dertig|veertig|vijftig))"
    };
}
macro_rules! somebody {
    () => {
        r"(?:meisje|jongen|jongetje|vrouw|man|dochter|dochtertje|zoon|zoontje|moeder|vader|leerlinge?|cliënte?|patiënte?|kind|kindje|jongere|slachtoffer|tiener|bruid|zus|zusje|broer|broertje|nichtje|neefje|scholiere?|studente?|nederlandse|\p{L}+(?:ische|aanse|eense|ese|rese))\b"
    };
}

static AGED: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\b",
        age!(),
        r"[ -]?jarige? (?:\p{L}+ ){0,2}?",
        somebody!(),
        r"(?: (?:meisje|jongen|vrouw|man|moeder|vader)\b)?"
    ))
});

/// `Meisje van 16`, but not `van 12 tot 18 jaar` or `van 18 jaar en ouder`.
static OF_AGE: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\b(?:meisje|jongen|vrouw|man|dochter|zoon|moeder|vader|leerlinge?|cliënte?|patiënte?|kind|slachtoffer|zusje?|broertje)(?: \p{L}+)? van ",
        age!(),
        r"(?P<unit> jaar)?\b(?P<rest>.{0,12})"
    ))
});

static ONLY_ONE: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\benige (?:\p{L}+(?:ische|aanse|eense|ese|rese|se)|moslima|moslim|jood|joodse|christen|hindoe|alevi(?:tische?)?|roma|(?:\p{L}+ )?(?:gezin|familie))\b(?: (?:gezin|familie|meisje|jongen|vrouw|man|leerlinge?|moeder|vader|kind))? (?:in|op|van|uit) (?:(?:de|het|deze|dit|die|onze|haar) )?[\p{L}\d'-]+(?: \d\w*)?",
    )
});

pub(super) fn find(text: &Folded, found: &mut Found) {
    if text.low.contains("jarig") {
        for aged in AGED.find_iter(&text.low) {
            found.add(Kind::Description, aged.range());
        }
    }
    if text.low.contains(" van ") {
        for captures in OF_AGE.captures_iter(&text.low) {
            let (Some(all), Some(rest)) = (captures.get(0), captures.name("rest")) else {
                continue;
            };
            if !is_a_range(rest.as_str()) {
                found.add(Kind::Description, all.start()..rest.start());
            }
        }
    }
    if text.low.contains("enige ") {
        for only in ONLY_ONE.find_iter(&text.low) {
            found.add(Kind::Description, only.range());
        }
    }
}

fn is_a_range(rest: &str) -> bool {
    let rest = rest.trim_start();
    [
        "tot",
        "t/m",
        "-",
        "en ouder",
        "of ouder",
        "en jonger",
        "of jonger",
        "à",
        "/",
        "+",
        "%",
        ".",
    ]
    .iter()
    .any(|mark| rest.starts_with(mark) && (*mark != "." || rest.starts_with(".0")))
        || rest.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, redacted};

    #[test]
    fn one_person_is_identifiable_but_a_group_is_not() {
        for text in [
            "een 16-jarig meisje",
            "zestienjarige Somalische",
            "vrouw van 23",
            "de enige Syrische familie in het dorp",
            "de enige Jezidi familie in het dorp",
        ] {
            assert_eq!(redacted(text).1, [Kind::Description], "{text}");
        }
        for text in [
            "16-jarigen",
            "meisjes van 12",
            "een meisje van 12 tot 18 jaar",
            "vrouw van 18 jaar en ouder",
            "18-jarige leeftijd",
        ] {
            assert_eq!(redacted(text).1, [], "{text}");
        }
    }
}
