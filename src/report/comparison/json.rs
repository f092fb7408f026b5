//! Takes a comparison; returns JSON for programs as described by `docs/schema`, with the keys in a fixed order.

use serde::Serialize;

use crate::comparison::{Change, Comparison, MirrorStep, MirrorYear, Parts, RegionYears, StepChange, Year};
use crate::report::GENERATED_BY;
use crate::report::region::json::form::Chain;

/// The comparison as JSON, indented by two spaces and ending in a line feed.
///
/// # Errors
/// None in practice: every value can be represented in JSON.
pub fn write(comparison: &Comparison) -> Result<String, serde_json::Error> {
    let document = Document {
        format: "ketenscan-comparison/1",
        generated_by: GENERATED_BY,
        regions: comparison.regions.iter().map(region).collect(),
        mirror: comparison.mirror.iter().map(mirror).collect(),
    };
    let mut text = serde_json::to_string_pretty(&document)?;
    text.push('\n');
    Ok(text)
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    generated_by: &'static str,
    regions: Vec<RegionEntry<'a>>,
    mirror: Vec<MirrorEntry>,
}

#[derive(Serialize)]
struct RegionEntry<'a> {
    region: &'a str,
    years: Vec<YearEntry>,
    changes: Vec<ChangeEntry>,
}

#[derive(Serialize)]
struct YearEntry {
    year: u16,
    edition: u16,
    chain: Chain,
    steps: Vec<StepScore>,
}

#[derive(Serialize)]
struct StepScore {
    number: usize,
    score: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

#[derive(Serialize)]
struct ChangeEntry {
    from: u16,
    to: u16,
    steps: Vec<StepEntry>,
}

#[derive(Serialize)]
struct StepEntry {
    number: usize,
    total: Option<f64>,
    real: Option<f64>,
    availability: Option<f64>,
    respondents: Option<f64>,
    questions: Option<f64>,
    matched_pairs: Option<usize>,
    became_not_applicable: Option<usize>,
    not_comparable: Option<&'static str>,
}

#[derive(Serialize)]
struct MirrorEntry {
    year: u16,
    steps: Vec<SpreadEntry>,
}

#[derive(Serialize)]
struct SpreadEntry {
    number: usize,
    n: usize,
    min: Option<f64>,
    q1: Option<f64>,
    median: Option<f64>,
    q3: Option<f64>,
    max: Option<f64>,
}

fn region<'a>(region: &RegionYears<'a>) -> RegionEntry<'a> {
    RegionEntry {
        region: region.name,
        years: region.years.iter().map(year).collect(),
        changes: region.changes.iter().map(|found| change(region, found)).collect(),
    }
}

fn year(year: &Year) -> YearEntry {
    let steps = year.score.steps.iter().enumerate();
    YearEntry {
        year: year.region.year,
        edition: year.questionnaire.edition,
        chain: Chain::from(&year.score.chain),
        steps: steps
            .map(|(number, total)| StepScore {
                number,
                score: total.score,
                low: total.low,
                high: total.high,
            })
            .collect(),
    }
}

fn change(region: &RegionYears, change: &Change) -> ChangeEntry {
    let (from, to) = region.years_of(change);
    ChangeEntry {
        from,
        to,
        steps: change.steps.iter().enumerate().map(step).collect(),
    }
}

fn step((number, step): (usize, &StepChange)) -> StepEntry {
    let parts = step.parts.as_ref().ok();
    let apparent = parts.and_then(|parts| parts.apparent.as_ref());
    StepEntry {
        number,
        total: parts.map(Parts::total),
        real: parts.map(|parts| parts.real),
        availability: apparent.map(|found| found.availability),
        respondents: apparent.map(|found| found.respondents),
        questions: apparent.map(|found| found.questions),
        matched_pairs: step.matched_pairs,
        became_not_applicable: step.lapsed.as_ref().map(Vec::len),
        not_comparable: step.parts.as_ref().err().map(|why| why.key()),
    }
}

fn mirror(mirror: &MirrorYear) -> MirrorEntry {
    MirrorEntry {
        year: mirror.year,
        steps: mirror.steps.iter().enumerate().map(spread).collect(),
    }
}

fn spread((number, step): (usize, &MirrorStep)) -> SpreadEntry {
    let spread = step.spread;
    SpreadEntry {
        number,
        n: step.regions,
        min: spread.map(|spread| spread.min),
        q1: spread.map(|spread| spread.q1),
        median: spread.map(|spread| spread.median),
        q3: spread.map(|spread| spread.q3),
        max: spread.map(|spread| spread.max),
    }
}
