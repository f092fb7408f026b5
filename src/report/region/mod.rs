//! Takes a region's figures; returns its report as an outline, plain text and JSON.

mod agenda;
mod charts;
pub mod json;
mod letter;
mod matrix;
mod methodology;
mod municipalities;
mod municipality;
mod not_applicable;
mod phrases;
mod plan;
mod practices;
mod provenance;
mod quality;
mod questions;
mod recalculation;
mod recommendations;
mod settled;
mod steps;
mod summary;
pub mod terminal;
mod themes;

pub use agenda::{agenda_points, fit_in_a_cell};
pub use letter::outline as letter;
pub use municipality::{EarlierYear, outline as municipality};
pub(super) use phrases::point_name;

use super::Report;
use super::outline::{Outline, Part, RegionPart};
use crate::plan::WrittenPlan;
use crate::problem::Problem;
use crate::workbook::layout::{BookKind, meta};

/// Makes the outline of a report. `problems` are those found while reading (errors were skipped on request); `written`
/// is what people filled in in the plan and the agenda of an earlier report.
#[must_use]
pub fn outline(report: &Report, problems: &[Problem], written: &WrittenPlan) -> Outline {
    let parts = RegionPart::ALL
        .iter()
        .filter(|part| report.audience().gets(part.audience()));
    Outline {
        title: format!(
            "{} {} {}",
            report.questionnaire.title, report.region.name, report.region.year
        ),
        facts: facts(report),
        parts: parts.map(|&part| made(part, report, problems, written)).collect(),
    }
}

fn facts(report: &Report) -> Vec<(&'static str, String)> {
    let mut facts = meta::facts(BookKind::Report, report.questionnaire);
    facts.push((meta::REGION, report.region.name.clone()));
    facts.push((meta::YEAR, report.region.year.to_string()));
    facts.extend(report.audience().fact());
    let books = &report.region.submissions;
    facts.extend(meta::invented(
        !books.is_empty() && books.iter().all(|book| book.is_invented),
    ));
    if let Some(sharing) = report.sharing {
        facts.push((meta::EXPECTED, sharing.response.expected.to_string()));
        facts.push((meta::RESPONDED, sharing.response.responded.to_string()));
    }
    facts
}

fn made(part: RegionPart, report: &Report, problems: &[Problem], written: &WrittenPlan) -> Part {
    match part {
        RegionPart::Summary => summary::part(report),
        RegionPart::Steps => steps::part(report),
        RegionPart::Themes => themes::part(report),
        RegionPart::Matrix => matrix::part(report),
        RegionPart::Practices => practices::part(report),
        RegionPart::Municipalities => municipalities::part(report),
        RegionPart::Agenda => agenda::part(report, &written.conclusions),
        RegionPart::Plan => plan::part(report, written),
        RegionPart::Questions => questions::part(report),
        RegionPart::Recommendations => recommendations::part(report),
        RegionPart::Quality => quality::part(report, problems),
        RegionPart::Provenance => provenance::part(report),
        RegionPart::Recalculation => recalculation::part(),
        RegionPart::Methodology => methodology::part(report),
    }
}
