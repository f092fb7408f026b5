//! Finds the number plates of cars in a text.

use std::sync::LazyLock;

use regex::Regex;

use super::folded::Folded;
use super::found::Found;
use super::{Kind, compiled};

/// The letters and digits of a Dutch number plate.
const LENGTH: usize = 6;

/// After `kenteken`, in any form that was ever issued.
static LABELLED: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"\bkenteken(?:nummer|plaat)?(?: (?:is|van|met|was)(?: (?:de|het|zijn|haar|een))?(?: \p{L}+)?)? ?[:=(]? ?'?",
        r"(?P<code>[a-z]{1,3}[- ]?\d{1,3}[- ]?[a-z]{1,3}|\d{1,3}[- ]?[a-z]{1,3}[- ]?\d{1,3}|",
        r"[a-z]{2}[- ]?[a-z]{2}[- ]?\d{2}|[a-z]{2}[- ]?\d{2}[- ]?\d{2}|\d{2}[- ]?\d{2}[- ]?[a-z]{2}|\d{2}[- ]?[a-z]{2}[- ]?[a-z]{2})\b"
    ))
});

/// Forms in which nothing else is written, with the letters that plates have had since 2008.
static ALONE: LazyLock<Regex> = LazyLock::new(|| {
    compiled(concat!(
        r"(?:^|[\s(,:'])(?P<code>[BDFGHJKLNPRSTVXZ]{2}-\d{3}-[BDFGHJKLNPRSTVXZ]|[BDFGHJKLNPRSTVXZ]-\d{3}-[BDFGHJKLNPRSTVXZ]{2}|",
        r"\d-[BDFGHJKLNPRSTVXZ]{3}-\d{2}|\d{2}-[BDFGHJKLNPRSTVXZ]{3}-\d)(?:[\s).,;:?!']|$)"
    ))
});

pub(super) fn find(text: &Folded, found: &mut Found) {
    if text.low.contains("kenteken") {
        for captures in LABELLED.captures_iter(&text.low) {
            let Some(code) = captures.name("code") else { continue };
            // Words may follow in groups of three letters too, but not in capitals.
            let typed = &text.text[code.range()];
            let spaced = typed.contains(' ') && typed.contains(char::is_lowercase);
            if typed.chars().filter(|c| c.is_alphanumeric()).count() == LENGTH && !spaced {
                found.add(Kind::NumberPlate, code.range());
            }
        }
    }
    if text.text.contains('-') {
        for captures in ALONE.captures_iter(&text.text) {
            if let Some(code) = captures.name("code") {
                found.add(Kind::NumberPlate, code.range());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, redacted};

    #[test]
    fn a_number_plate_is_found() {
        for (text, left) in [
            ("Kenteken KB-123-X van de broer", "Kenteken ••• van de broer"),
            ("kenteken van de auto: xb-45-zp", "kenteken van de auto: •••"),
            ("met kenteken 12-ABC-3 stond", "met kenteken ••• stond"),
            (
                "kenteken 12 ab 34, kenteken KB 123 X",
                "kenteken 12 ab 34, kenteken •••",
            ),
            ("kenteken KB123X", "kenteken •••"),
            ("De auto (8-KPB-21) stond er", "De auto (•••) stond er"),
        ] {
            assert_eq!(redacted(text), (left.to_owned(), vec![Kind::NumberPlate]), "{text}");
        }
    }

    #[test]
    fn other_codes_are_no_number_plates() {
        for text in [
            "het kenteken wordt niet gevraagd",
            "kenteken van 12 auto's",
            "planning 3-MRT-26",
            "besluit 2025-118-B",
            "IN-2025-00342, Z-2025-014532",
            "zaak GGD-24-B, A-12-34",
        ] {
            assert_eq!(redacted(text).1, [], "{text}");
        }
    }
}
