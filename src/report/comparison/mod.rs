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
use super::sharing::ComparisonReport;
use crate::comparison::{Change, RegionYears};

/// Tells a comparison.
#[must_use]
pub fn outline(report: &ComparisonReport) -> Outline {
    let comparison = &report.comparison;
    Outline {
        title: "Ketenscan schadelijke praktijken: vergelijking".to_owned(),
        parts: vec![
            summary::part(comparison),
            development::part(comparison),
            changes::part(comparison),
            plan::part(comparison),
            mirror::part(comparison),
            comparability::part(comparison),
            justification::part(report),
        ],
    }
}

/// "Voorbeeldland: van 2026 naar 2027".
fn heading(region: &RegionYears, change: &Change) -> String {
    let (from, to) = region.years_of(change);
    format!("{}: van {from} naar {to}", region.name)
}
