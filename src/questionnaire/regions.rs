//! The regions in which municipalities organise the approach together, for use in dropdowns and checks.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A region in the appendix of the sixth GHNT progress report (May 2021).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownRegion {
    /// Number in the appendix, such as `27a`.
    pub number: String,
    /// Name in the appendix.
    pub name: String,
    /// Its centrumgemeenten.
    pub centre_municipalities: Vec<String>,
}

const REGIONS: &str = include_str!("../../questionnaires/regions.toml");

/// The regions, in the order of the appendix.
///
/// # Panics
/// Never in a released program: the list is built in, and a test reads it.
#[must_use]
#[expect(clippy::panic, reason = "the list is part of the program; a test reads it")]
pub fn regions() -> Vec<KnownRegion> {
    read(REGIONS).unwrap_or_else(|| panic!("the built-in list of regions cannot be read"))
}

/// The regions of a list in TOML; `None` if any entry is not valid.
fn read(list: &str) -> Option<Vec<KnownRegion>> {
    let table = DeTable::parse(list).ok()?;
    let entries = table.get_ref().get("region")?.get_ref().as_array()?;
    let region = |entry: &Spanned<DeValue>| {
        let fields = entry.get_ref().as_table()?;
        let text = |key: &str| Some(fields.get(key)?.get_ref().as_str()?.to_owned());
        let centres = fields.get("centrumgemeenten")?.get_ref().as_array()?;
        Some(KnownRegion {
            number: text("number")?,
            name: text("name")?,
            centre_municipalities: centres
                .iter()
                .map(|name| name.get_ref().as_str().map(str::to_owned))
                .collect::<Option<_>>()?,
        })
    };
    entries.iter().map(region).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_incomplete_entry_is_not_skipped() {
        let whole = "[[region]]\nnumber = \"1\"\nname = \"Voorbeeldland\"\ncentrumgemeenten = [\"Duinstad\"]\n";
        assert_eq!(read(whole).map(|regions| regions.len()), Some(1));
        assert_eq!(read(&whole.replace("name", "naam")), None);
        assert_eq!(read(&whole.replace("\"Duinstad\"", "3")), None);
        assert_eq!(read(&whole.replace("[[region]]", "[[region]")), None);
    }
}
