//! Takes a region and a year; returns the folder of their part of a table, named so that query engines recognise it
//! (Hive style).

use crate::checksum::sha256;

/// The folder, such as `year=2026/region=Voorbeeldland`.
///
/// Characters with a special meaning in paths are percent-encoded as Spark does. All others are kept, including those
/// outside ASCII, which Spark would not decode correctly.
///
/// A name longer than a folder's may be is cut and given a hash, so that it stays distinct.
#[must_use]
pub fn folder(region: &str, year: u16) -> String {
    let mut name = String::new();
    let last = region.chars().count().saturating_sub(1);
    for (index, c) in region.chars().enumerate() {
        let before = name.len();
        // Windows drops a full stop at the end of a name.
        if c.is_ascii_control() || SPECIAL.contains(&c) || (c == '.' && index == last) {
            name += &format!("%{:02X}", u32::from(c));
        } else {
            name.push(c);
        }
        if name.len() > LONGEST {
            name.truncate(before);
            name += &format!("~{}", &sha256([region])[..8]);
            break;
        }
    }
    format!("year={year}/region={name}")
}

/// Most file systems allow 255 bytes per name.
const LONGEST: usize = 220;

/// The characters that Spark encodes, and the last three that Windows does not allow; readers decode any of them.
const SPECIAL: [char; 17] = [
    '"', '#', '%', '\'', '*', '/', ':', '=', '?', '\\', '{', '[', ']', '^', '<', '>', '|',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_becomes_a_single_folder() {
        assert_eq!(
            folder("Midden-Brabant West", 2026),
            "year=2026/region=Midden-Brabant West"
        );
        assert_eq!(
            folder("'s-Súd/Noord: 100%", 2027),
            "year=2027/region=%27s-Súd%2FNoord%3A 100%25"
        );
        assert_eq!(folder("..\\a\n", 2026), "year=2026/region=..%5Ca%0A");
        assert_eq!(folder("Duin e.o.", 2026), "year=2026/region=Duin e.o%2E");
    }

    #[test]
    fn a_long_name_is_cut_but_stays_distinct() {
        let folders: Vec<String> = ["é", "'", "a"]
            .iter()
            .flat_map(|c| {
                [
                    folder(&c.repeat(400), 2026),
                    folder(&format!("{}b", c.repeat(400)), 2026),
                ]
            })
            .collect();
        for (index, folder) in folders.iter().enumerate() {
            let name = folder.strip_prefix("year=2026/").unwrap();
            assert!((200..=255).contains(&name.len()), "{name}");
            assert!(!folders[..index].contains(folder));
        }
    }
}
