//! A comparison of years and regions: what changed in; an outline, plain text and JSON out.

mod causes;
mod changes;
mod comparability;
mod development;
pub mod json;
mod justification;
mod mirror;
mod plan;
mod sentences;
mod summary;
pub mod terminal;

pub use sentences::change_sentences;

use super::outline::Outline;
use crate::comparison::{Change, Comparison, RegionYears};

/// Tells a comparison. `sharing` leaves out what names a municipality or points one region to another.
#[must_use]
pub fn outline(comparison: &Comparison, sharing: bool) -> Outline {
    Outline {
        title: "Ketenscan schadelijke praktijken: vergelijking".to_owned(),
        parts: vec![
            summary::part(comparison, sharing),
            development::part(comparison),
            changes::part(comparison),
            plan::part(comparison, sharing),
            mirror::part(comparison, sharing),
            comparability::part(comparison, sharing),
            justification::part(comparison, sharing),
        ],
    }
}

/// "Voorbeeldland: van 2026 naar 2027".
fn heading(region: &RegionYears, change: &Change) -> String {
    let (from, to) = region.years_of(change);
    format!("{}: van {from} naar {to}", region.name)
}
