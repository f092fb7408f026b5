//! A region and year in; the folder of their part of a table out, where engines look for it (Hive style).

/// The folder, such as `year=2026/region=Voorbeeldland`.
///
/// Characters that mean something in a path are percent-encoded as Spark does; all others stand as
/// they are, also those beyond ASCII, which Spark would read back wrongly if they were encoded.
#[must_use]
pub fn folder(region: &str, year: u16) -> String {
    let mut folder = format!("year={year}/region=");
    for c in region.chars() {
        if c.is_ascii_control() || SPECIAL.contains(&c) {
            folder += &format!("%{:02X}", u32::from(c));
        } else {
            folder.push(c);
        }
    }
    folder
}

/// Spark's own, and the last three that no name on Windows may hold; readers decode whatever is encoded.
const SPECIAL: [char; 17] = [
    '"', '#', '%', '\'', '*', '/', ':', '=', '?', '\\', '{', '[', ']', '^', '<', '>', '|',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_one_folder_whatever_is_in_it() {
        assert_eq!(
            folder("Midden-Brabant West", 2026),
            "year=2026/region=Midden-Brabant West"
        );
        assert_eq!(
            folder("'s-Súd/Noord: 100%", 2027),
            "year=2027/region=%27s-Súd%2FNoord%3A 100%25"
        );
        assert_eq!(folder("..\\a\n", 2026), "year=2026/region=..%5Ca%0A");
    }
}
