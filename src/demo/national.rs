//! A whole country of invented regions, to see how the program copes with its size.

use super::chance::{between, chance};
use super::{Municipality, Region, YEARS, Year};
use crate::questionnaire::STEPS;

const REGIONS: usize = 28;
const MUNICIPALITIES: usize = 342;
/// 28 invented regions with 342 invented municipalities, each with its local team.
#[must_use]
pub fn national() -> Vec<Region> {
    (0..REGIONS).map(region).collect()
}

fn region(index: usize) -> Region {
    let name = format!("Regio {:02} (verzonnen)", index + 1);
    let municipalities = (0..MUNICIPALITIES).filter(|municipality| municipality % REGIONS == index);
    let trend = between(-0.3, 0.5, &[&name, "trend"]);
    Region {
        steps: std::array::from_fn(|step| between(1.6, 3.2, &[&name, "step", &step.to_string()])),
        ambitions: [65.0; STEPS],
        municipalities: municipalities.map(municipality).collect(),
        partners: Vec::new(),
        own_ways: &[],
        years: [-2.0, -1.0, 0.0].map(|ago| Year {
            along: ago * trend,
            unsure_below: 0.0,
        }),
        name,
    }
}

fn municipality(index: usize) -> Municipality {
    let name = format!("Gemeente {:03} (verzonnen)", index + 1);
    Municipality {
        inhabitants: between(8_000.0, 120_000.0, &[&name, "inhabitants"]).round(),
        along: between(-0.9, 0.9, &[&name, "along"]),
        unknown: between(0.0, 0.2, &[&name, "unknown"]),
        has_local_team: true,
        has_joint: false,
        answers_in: turnout(chance(&[&name, "turnout"])),
        name,
    }
}

/// The years in which a municipality answers. Most answer every year; some start later, skip a year or stop.
fn turnout(chance: f64) -> &'static [u16] {
    match chance {
        chance if chance < 0.05 => &[2025, 2026],
        chance if chance < 0.10 => &[2024, 2026],
        chance if chance < 0.15 => &[2024, 2025],
        _ => &YEARS,
    }
}
