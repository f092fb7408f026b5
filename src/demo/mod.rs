//! Invented regions over several years, the same every time: to try, to teach and to test.

mod answering;
mod books;
mod chance;
mod national;
mod story;

pub use books::{Book, books};
pub use national::national;
pub use story::{SHOWN, story};

use crate::questionnaire::STEPS;

/// The years that every invented region is told over.
pub const YEARS: [u16; 3] = [2024, 2025, 2026];
/// The last of them, which reports are made of.
pub const LAST_YEAR: u16 = YEARS[YEARS.len() - 1];

/// An invented region over its years. Levels run from 0 to 4; what adds to them may be any number.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its name.
    pub name: String,
    /// How far along it is per step, in levels.
    steps: [f64; STEPS],
    /// The score aimed at per step, 0 to 100.
    ambitions: [f64; STEPS],
    municipalities: Vec<Municipality>,
    partners: Vec<Partner>,
    /// What is organised for one practice alone.
    own_ways: &'static [OwnWay],
    /// What each year adds to all of this, in the order of [`YEARS`].
    years: [Year; YEARS.len()],
}

/// An invented municipality.
#[derive(Clone, Debug)]
struct Municipality {
    name: String,
    inhabitants: f64,
    /// How much further along than the region it is, in levels.
    along: f64,
    /// How often it does not know, 0 to 1.
    unknown: f64,
    /// Whether its local team answers, too.
    has_local_team: bool,
    /// The years in which it answers.
    answers_in: &'static [u16],
}

/// A partner who fills in a short workbook of the region.
#[derive(Clone, Copy, Debug)]
struct Partner {
    perspective: &'static str,
    /// How much further along it sees the region, in levels.
    along: f64,
}

/// How far a region is with one practice at one step, in levels, whatever it is with the others.
#[derive(Clone, Copy, Debug)]
struct OwnWay {
    practice: &'static str,
    step: usize,
    level: f64,
}

/// What one year adds.
#[derive(Clone, Copy, Debug)]
struct Year {
    /// How much further along all are, in levels.
    along: f64,
    /// Below this level people answer "weet ik niet" instead.
    unsure_below: f64,
}

impl Region {
    /// Inhabitants of all its municipalities.
    fn inhabitants(&self) -> f64 {
        self.municipalities
            .iter()
            .map(|municipality| municipality.inhabitants)
            .sum()
    }
}
