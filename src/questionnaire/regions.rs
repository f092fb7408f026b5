//! The regions in which municipalities arrange the approach together, to choose from and check against.

use toml::de::DeTable;

/// A region of the appendix to the sixth GHNT progress report (May 2021).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownRegion {
    /// Number in the appendix, as in `27a`.
    pub number: String,
    /// Name in the appendix.
    pub name: String,
    /// Its centrumgemeenten.
    pub centre_municipalities: Vec<String>,
}

const REGIONS: &str = include_str!("../../questionnaires/regions.toml");

/// The regions, in the order of the appendix.
#[must_use]
pub fn regions() -> Vec<KnownRegion> {
    let (table, _) = DeTable::parse_recoverable(REGIONS);
    let entries = table.get_ref().get("region").and_then(|list| list.get_ref().as_array());
    let mut regions = Vec::new();
    for entry in entries.into_iter().flatten() {
        let text = |key: &str| Some(entry.get_ref().as_table()?.get(key)?.get_ref().as_str()?.to_owned());
        let centres = entry
            .get_ref()
            .as_table()
            .and_then(|table| table.get("centrumgemeenten")?.get_ref().as_array());
        regions.push(KnownRegion {
            number: text("number").unwrap_or_default(),
            name: text("name").unwrap_or_default(),
            centre_municipalities: centres
                .into_iter()
                .flatten()
                .filter_map(|name| name.get_ref().as_str().map(str::to_owned))
                .collect(),
        });
    }
    regions
}
