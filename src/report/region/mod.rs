//! The report of one region: its figures in; an outline, plain text and JSON out.

mod agenda;
pub mod json;
mod justification;
mod matrix;
mod municipalities;
mod municipality;
mod phrases;
mod plan;
mod practices;
mod provenance;
mod quality;
mod questions;
mod recommendations;
mod steps;
mod summary;
pub mod terminal;
mod themes;

pub use municipality::outline as municipality;

use super::Report;
use super::outline::{Outline, Part};
use super::sharing::Audience;
use crate::plan::PlanEntry;
use crate::problem::Problem;

/// Tells a report. `problems` is what was found while reading (errors were passed over on request);
/// `filled` is what people filled in, in an earlier report's plan.
#[must_use]
pub fn outline(report: &Report, problems: &[Problem], filled: &[PlanEntry]) -> Outline {
    Outline {
        title: format!(
            "Ketenscan schadelijke praktijken {} {}",
            report.region.name, report.region.year
        ),
        parts: parts(report, problems, filled),
    }
}

fn parts(report: &Report, problems: &[Problem], filled: &[PlanEntry]) -> Vec<Part> {
    let mut parts = vec![
        summary::part(report),
        steps::part(report),
        themes::part(report),
        matrix::part(report),
        practices::part(report),
        municipalities::part(report),
        agenda::part(report),
        plan::part(report, filled),
        questions::part(report),
        recommendations::part(report),
    ];
    if report.audience == Audience::Region {
        parts.push(quality::part(report, problems));
        parts.push(provenance::part(report));
    }
    parts.push(justification::part(report));
    parts
}
