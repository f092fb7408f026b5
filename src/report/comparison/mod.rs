//! Takes a comparison of years and regions; returns its outline, plain text and JSON.

mod causes;
mod changes;
mod comparability;
mod development;
mod figures;
pub mod json;
mod methodology;
mod mirror;
mod overview;
mod plan;
mod sentences;
mod summary;
pub mod terminal;

pub use sentences::change_sentences;

use super::outline::{ComparisonPart, Outline, Part};
use super::sharing::ComparisonReport;
use crate::answers::Response;
use crate::comparison::{Change, RegionYears, Year};
use crate::workbook::layout::{BookKind, meta};

/// Makes the outline of a comparison.
#[must_use]
pub fn outline(report: &ComparisonReport) -> Outline {
    let parts = ComparisonPart::ALL
        .iter()
        .filter(|part| report.audience().gets(part.audience()));
    // The facts are those of the newest edition.
    let newest = report.comparison.newest();
    let mut facts = newest.map_or_else(Vec::new, |newest| meta::facts(BookKind::Comparison, newest));
    facts.extend(report.audience().fact());
    Outline {
        title: match newest {
            Some(newest) => format!("{}: vergelijking", newest.title),
            None => "Vergelijking".to_owned(),
        },
        facts,
        parts: parts.map(|&part| made(part, report)).collect(),
    }
}

fn made(part: ComparisonPart, report: &ComparisonReport) -> Part {
    let comparison = &report.comparison;
    match part {
        ComparisonPart::Overview => overview::part(report),
        ComparisonPart::Summary => summary::part(report),
        ComparisonPart::Development => development::part(report),
        ComparisonPart::Changes => changes::part(report),
        ComparisonPart::Plan => plan::part(comparison),
        ComparisonPart::Mirror => mirror::part(report),
        ComparisonPart::Comparability => comparability::part(report),
        ComparisonPart::Methodology => methodology::part(report),
    }
}

/// "Voorbeeldland: van 2026 naar 2027".
fn heading(region: &RegionYears, change: &Change) -> String {
    let (from, to) = region.years_of(change);
    format!("{}: van {from} naar {to}", region.name)
}

/// What a picture is about and rests on: "Voorbeeldland. Gemeenten met antwoorden: 4 van de 6 in 2026, 5 van de 6 in
/// 2027."
fn caption(about: &str, years: &[Year]) -> String {
    let years = years.iter().map(|year| {
        let Response { responded, expected } = year.response;
        format!("{responded} van de {expected} in {}", year.region.year)
    });
    format!(
        "{about}. Gemeenten met antwoorden: {}.",
        years.collect::<Vec<_>>().join(", ")
    )
}
