//! What a comparison says, as tables and charts free of any format.

mod causes;
mod changes;
mod comparability;
mod development;
mod justification;
mod mirror;
mod plan;
mod sentences;
mod summary;

pub use sentences::{change_sentences, scope, single_year};

use super::{Block, Cell, Chart, ChartKind, Column, Look, Outline, Part, Series, Table, Usage, columns};
use crate::comparison::{Change, Comparison, RegionYears};
use crate::questionnaire::Questionnaire;

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

/// The newest edition in a comparison: names of steps are told as it tells them.
#[must_use]
pub fn newest<'a>(comparison: &Comparison<'a>) -> Option<&'a Questionnaire> {
    let years = comparison.regions.iter().flat_map(|region| &region.years);
    years
        .map(|year| year.questionnaire)
        .max_by_key(|questionnaire| questionnaire.edition)
}

/// "Voorbeeldland: van 2026 naar 2027".
fn heading(region: &RegionYears, change: &Change) -> String {
    let (from, to) = region.years_of(change);
    format!("{}: van {from} naar {to}", region.name)
}
