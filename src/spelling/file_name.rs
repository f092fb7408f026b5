//! Names of regions and municipalities in; names in out that every file system takes, each only once.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::sort_key;

/// Most file systems hold 255 bytes a name; room is left for the year and the ending.
const LONGEST: usize = 120;

/// A name as part of a file name: digits and lower-case letters without accents, hyphens for the rest.
/// Other scripts keep their own letters. It is empty where there is neither letter nor digit.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in sort_key(name).nfc() {
        let plain = match c {
            'ø' => "o",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ł' => "l",
            'đ' => "d",
            c if c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphabetic()) => {
                slug.push(c);
                continue;
            }
            _ if slug.is_empty() || slug.ends_with('-') => "",
            _ => "-",
        };
        slug.push_str(plain);
    }
    let whole = (0..=LONGEST).rev().find(|&end| slug.is_char_boundary(end));
    slug.truncate(whole.unwrap_or_default());
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Names that Windows keeps for devices, whatever their ending.
fn is_of_a_device(name: &str) -> bool {
    let numbered = |device| {
        let number = name.strip_prefix(device).map(str::as_bytes);
        matches!(number, Some([b'0'..=b'9']))
    };
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// The names of the files in one folder, each given once.
#[derive(Debug, Default)]
pub struct FileNames {
    given: BTreeSet<String>,
}

impl FileNames {
    /// The name of the file about `name`, without its ending: one of so many of a kind, of which it
    /// is number `number`. It falls back on kind and number where the name cannot be a file's.
    pub fn give(&mut self, name: &str, kind: &str, number: usize) -> String {
        let wanted = match slug(name) {
            slug if slug.is_empty() => format!("{kind}-{number}"),
            slug if is_of_a_device(&slug) => format!("{kind}-{slug}"),
            slug => slug,
        };
        // Names can differ only in what a file's name does not hold.
        let mut free = wanted.clone();
        let mut number = number;
        while !self.given.insert(free.clone()) {
            free = format!("{wanted}-{number}");
            number += 1;
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_hold_letters_and_digits_only() {
        assert_eq!(
            slug("'s-Hertogenbosch / Súdwest-Fryslân"),
            "s-hertogenbosch-sudwest-fryslan"
        );
        assert_eq!(slug("../..//etc"), "etc");
        assert_eq!(slug("Duin\u{ad}stad\u{202e}"), "duinstad");
        assert_eq!(slug("***"), "");
    }

    #[test]
    fn other_scripts_keep_their_letters() {
        assert_eq!(slug("Нижний Новгород"), "нижнии-новгород");
        assert_eq!(slug("القاهرة"), "القاهرة");
        assert_eq!(slug("서울"), "서울");
    }

    #[test]
    fn no_name_is_longer_than_file_systems_hold() {
        for name in ["Duinstad ".repeat(100), "Новгород".repeat(100), "東京".repeat(300)] {
            let slug = slug(&name);
            assert!((100..=LONGEST).contains(&slug.len()), "{slug}");
        }
    }

    #[test]
    fn every_file_has_a_name_of_its_own() {
        let mut names = FileNames::default();
        let mut give = |name, number| names.give(name, "gemeente", number);
        assert_eq!(give("Duinstad", 1), "duinstad");
        assert_eq!(give("A 4", 2), "a-4");
        assert_eq!(give("A", 3), "a");
        assert_eq!(give("'A'", 4), "a-5");
        assert_eq!(give("***", 5), "gemeente-5");
        assert_eq!(give("Gemeente 5", 6), "gemeente-5-6");
        assert_eq!(give("NUL", 7), "gemeente-nul");
        assert_eq!(give("Com1", 8), "gemeente-com1");
        assert_eq!(give("Comité", 9), "comite");
    }
}
