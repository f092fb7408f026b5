//! Invented regions over several years, the same every time: for trying out, teaching and testing.

mod answering;
mod books;
mod chance;
mod national;
mod plan;
mod story;

pub use books::{Book, books};
pub use national::national;
pub use plan::{PLANNED, plan};
pub use story::{SHOWN, story};

use crate::questionnaire::STEPS;

/// The years that the demo covers.
pub const YEARS: [u16; 3] = [2024, 2025, 2026];
/// The last of these years, for which reports are made.
pub const LAST_YEAR: u16 = YEARS[YEARS.len() - 1];

/// An invented region over the years. Levels run from 0 to 4; amounts added to them may be any number.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its name.
    pub name: String,
    /// How far along it is per step, in levels.
    steps: [f64; STEPS],
    /// The target score per step, 0 to 100.
    ambitions: [f64; STEPS],
    municipalities: Vec<Municipality>,
    partners: Vec<Partner>,
    /// How one practice is organised differently from the others.
    own_ways: &'static [OwnWay],
    /// What each year adds, in the order of [`YEARS`].
    years: [Year; YEARS.len()],
}

/// An invented municipality.
#[derive(Clone, Debug)]
struct Municipality {
    name: String,
    inhabitants: f64,
    /// How many levels it is further along than the region.
    along: f64,
    /// How often it does not know, 0 to 1.
    unknown: f64,
    /// Whether its local team answers too.
    has_local_team: bool,
    /// Whether everyone who answers for it also agrees on a joint workbook.
    has_joint: bool,
    /// The years in which it answers.
    answers_in: &'static [u16],
}

/// A partner who fills in a short workbook of the region.
#[derive(Clone, Copy, Debug)]
struct Partner {
    perspective: &'static str,
    /// How many levels higher it rates the region.
    along: f64,
}

/// How far a region is with one practice at one step, in levels, regardless of the other practices and of who answers.
#[derive(Clone, Copy, Debug)]
struct OwnWay {
    practice: &'static str,
    step: usize,
    /// None if nobody knows.
    level: Option<f64>,
}

/// What one year adds.
#[derive(Clone, Copy, Debug)]
struct Year {
    /// How many levels everyone is further along.
    along: f64,
    /// Below this level people answer "weet ik niet".
    unsure_below: f64,
}

impl Region {
    /// The inhabitants of all its municipalities together.
    fn inhabitants(&self) -> f64 {
        self.municipalities
            .iter()
            .map(|municipality| municipality.inhabitants)
            .sum()
    }
}
