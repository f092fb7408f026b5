//! Takes names of regions and municipalities; returns unique names that every file system accepts.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::sort_key;

/// Most file systems allow 255 bytes per name; the year and the extension need some of them.
const LONGEST: usize = 120;

/// A name as part of a file name: digits, lower-case letters without accents, and hyphens for everything else. Other
/// scripts keep their letters. Empty if the name has neither letters nor digits.
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

/// Whether Windows reserves the name for a device, with any extension.
fn is_of_a_device(name: &str) -> bool {
    let numbered = |device| {
        let number = name.strip_prefix(device).map(str::as_bytes);
        matches!(number, Some([b'0'..=b'9']))
    };
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// The file names in use in one folder, each given out once.
#[derive(Debug, Default)]
pub struct FileNames {
    given: BTreeSet<String>,
}

impl FileNames {
    /// The file name for `name`, without its extension. If `name` cannot be used, the result is made of `kind` and
    /// `number`, the position among those of its kind.
    pub fn give(&mut self, name: &str, kind: &str, number: usize) -> String {
        let wanted = match slug(name) {
            slug if slug.is_empty() => format!("{kind}-{number}"),
            slug if is_of_a_device(&slug) => format!("{kind}-{slug}"),
            slug => slug,
        };
        // Different names may have the same slug.
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
    fn file_names_contain_only_letters_and_digits() {
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
    fn no_name_is_longer_than_file_systems_allow() {
        for name in ["Duinstad ".repeat(100), "Новгород".repeat(100), "東京".repeat(300)] {
            let slug = slug(&name);
            assert!((100..=LONGEST).contains(&slug.len()), "{slug}");
        }
    }

    #[test]
    fn every_file_has_a_unique_name() {
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
