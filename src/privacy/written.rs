//! Takes a text that somebody typed; only returns it redacted.

use std::cmp::Ordering;
use std::fmt;

use super::{Kind, REDACTED, redacted};
use crate::spelling::fold;

/// What comes before the name of a place when it is searched: after it, no other word is taken for somebody's name
/// without a title or initials.
const PLACE: &str = "gemeente ";

/// What comes before what a respondent typed: after it, a single unknown word is somebody's name.
const RESPONDENT: &str = "ingevuld door ";

/// A text that somebody typed. It can be compared with others as it was typed; what can be shown is redacted.
#[derive(Clone)]
pub struct Written {
    /// As typed, folded.
    key: String,
    shown: String,
    kinds: Vec<Kind>,
}

impl Written {
    /// Takes in a text.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let (shown, kinds) = redacted(typed);
        Self {
            key: fold(typed),
            shown,
            kinds,
        }
    }

    /// Takes in the name of a region or municipality, which may consist of words that are in no list.
    #[must_use]
    pub fn place_name(typed: &str) -> Self {
        Self::after(PLACE, typed)
    }

    /// Takes in what a respondent typed where a function is asked for.
    #[must_use]
    pub fn respondent(typed: &str) -> Self {
        Self::after(RESPONDENT, typed)
    }

    /// Takes in a text that is searched as if these words came before it.
    fn after(words: &str, typed: &str) -> Self {
        let (shown, kinds) = redacted(&format!("{words}{typed}"));
        Self {
            key: fold(typed),
            shown: shown.strip_prefix(words).unwrap_or(REDACTED).to_owned(),
            kinds,
        }
    }

    /// Whether this is what was typed, apart from case and spaces.
    #[must_use]
    pub fn is(&self, words: &str) -> bool {
        self.key == fold(words)
    }

    /// Whether nothing was typed but spaces.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.key.is_empty()
    }

    /// The text, redacted.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// The text itself, redacted.
    #[must_use]
    pub fn into_shown(self) -> String {
        self.shown
    }

    /// The kinds of personal data that were redacted.
    #[must_use]
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }
}

impl From<&str> for Written {
    fn from(typed: &str) -> Self {
        Self::new(typed)
    }
}

impl PartialEq for Written {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Written {}

impl PartialOrd for Written {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Written {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key.cmp(&other.key)
    }
}

/// A log is an output as well.
impl fmt::Debug for Written {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.shown.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_people_are_told_apart_and_neither_is_shown() {
        let (one, other) = (Written::new("mevrouw Voorbeeld"), Written::new("mevrouw Proefman"));
        assert_ne!(one, other);
        assert!(one.is("Mevrouw  voorbeeld"));
        assert_eq!((one.shown(), other.shown()), (REDACTED, REDACTED));
        assert_eq!(format!("{one:?}"), format!("{REDACTED:?}"));
    }

    #[test]
    fn the_name_of_a_place_may_be_unknown() {
        for name in ["Krommerijn Lekoever", "Duinstad", "Hof van Zwinkel", "Oost-Zwerm"] {
            let name_of_a_place = Written::place_name(name);
            assert_eq!((name_of_a_place.shown(), name_of_a_place.kinds()), (name, &[][..]));
        }
        let somebody = Written::place_name("Duinstad (mw. Voorbeeld, 06-12345678)");
        assert_eq!(somebody.shown(), "Duinstad (•••, •••)");
        assert_eq!(somebody.kinds(), [Kind::Telephone, Kind::Name]);
    }

    #[test]
    fn a_respondent_with_a_name_only_is_found_and_a_function_is_not() {
        for name in ["Qirna", "Qirna Zobbelman", "mw zobbelman", "Q. Zobbelman"] {
            assert_eq!(Written::respondent(name).kinds(), [Kind::Name], "{name}");
        }
        for function in [
            "Teamleider Wmo",
            "Beleidsadviseur jeugd",
            "GGD",
            "jurist",
            "Wijkagent Noord",
            "AF",
        ] {
            assert_eq!(Written::respondent(function).kinds(), [], "{function}");
        }
    }
}
