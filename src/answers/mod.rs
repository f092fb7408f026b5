//! What was answered: one filled-in workbook as plain values, and a region's workbooks together.

mod agreement;
mod findings;
mod previous;
mod region;
mod rows;

pub use previous::{Earlier, PlanNote, Previous};
pub use region::{Entity, EntityIndex, Region, assemble};
pub use rows::Rows;

use std::ops::RangeInclusive;

use crate::questionnaire::{PerspectiveIndex, PracticeIndex, QuestionnaireId, Role, RowIndex, STEPS, ThemeIndex};

/// Years that answers can be about.
pub const YEARS: RangeInclusive<u16> = 2000..=2100;

/// What a workbook says about one row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    /// A value.
    Answered(Value),
    /// "Niet van toepassing".
    NotApplicable,
    /// "Weet ik niet".
    Unknown,
    /// Left blank. Never a "no".
    Missing,
}

/// The value of an answer, as given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A level, 0 to 4.
    Level(u8),
    /// Ja, deels or nee.
    Choice(Choice),
    /// Teller and Noemer: part of a whole, or available of needed.
    Pair {
        /// Teller, 0 or more.
        part: f64,
        /// Noemer; above 0 for a share, 0 or more for a capacity.
        whole: f64,
    },
    /// A number on the question's own scale, 0 or more.
    Count(f64),
}

/// The answer to a yes-no question, in the order in which they are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Ja.
    Yes,
    /// Deels.
    Partly,
    /// Nee.
    No,
}

/// One filled-in workbook.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The file as named to the reader.
    pub file: String,
    /// Hash of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Whose workbook it is.
    pub role: Role,
    /// The questionnaire that it answers.
    pub questionnaire: QuestionnaireId,
    /// The region's name.
    pub region: String,
    /// The municipality's name, in a municipal workbook.
    pub municipality: Option<String>,
    /// Year the answers are about.
    pub year: u16,
    /// The perspective.
    pub perspective: PerspectiveIndex,
    /// Function of who filled it in, if given: as typed, to tell workbooks apart. It may be a name, so
    /// nothing that is written shows it.
    pub respondent: Option<String>,
    /// Answers by row of the questionnaire; none where the workbook leaves the row out.
    pub answers: Rows<Answer>,
    /// Where each answer stands.
    pub spots: Rows<Spot>,
    /// Names of the sheets that `spots` refers to.
    pub sheets: Vec<String>,
    /// Evidence given with a row (`Onderbouwing`).
    pub evidence: Vec<(RowIndex, String)>,
    /// The themes named as priorities, each once.
    pub priorities: Vec<ThemeIndex>,
    /// What a region's workbook says beside its answers.
    pub context: Context,
}

/// Where an answer stands in its workbook; row and column count from 0, on a grid of 16,384 columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Index of the sheet.
    pub sheet: u16,
    /// Row of the sheet.
    pub row: u32,
    /// Column of the sheet.
    pub column: u16,
}

/// What a region's workbook says of the region beside the answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// Municipalities expected to answer.
    pub municipalities: Vec<Expected>,
    /// Score aimed at per step, 0 to 100.
    pub ambitions: [Option<f64>; STEPS],
    /// Advice requests and reports: never scored.
    pub key_figures: Vec<KeyFigure>,
    /// Municipalities that used to be others.
    pub mergers: Vec<Merger>,
}

/// A municipality that used to be others, or that went by another name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merger {
    /// Its name now.
    pub name: String,
    /// The names of before, at least one.
    pub formerly: Vec<String>,
}

/// A municipality expected to answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    /// Its name.
    pub name: String,
    /// Its inhabitants, if given.
    pub inhabitants: Option<f64>,
}

/// A figure that gives context, as in the number of reports on a practice.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyFigure {
    /// What is counted.
    pub figure: String,
    /// The practice.
    pub practice: PracticeIndex,
    /// Name of the practice.
    pub practice_name: String,
    /// How many.
    pub number: f64,
}

impl KeyFigure {
    /// Below this a figure is not shown, so that nobody is recognised by it.
    pub const LEAST_SHOWN: f64 = 10.0;

    /// How many, unless that is too few to show.
    #[must_use]
    pub fn shown(&self) -> Option<f64> {
        Some(self.number).filter(|number| *number >= Self::LEAST_SHOWN)
    }
}

/// A workbook of ours in which nobody has answered anything yet.
#[derive(Clone, Debug)]
pub struct Untouched {
    /// The file as named to the reader.
    pub file: String,
    /// Whose workbook it is.
    pub role: Role,
    /// The region's name, if filled in.
    pub region: Option<String>,
    /// The municipality's name, if filled in.
    pub municipality: Option<String>,
    /// The year, if filled in.
    pub year: Option<u16>,
    /// The questionnaire that it answers.
    pub questionnaire: QuestionnaireId,
    /// How many questions it holds, those per practice spelled out.
    pub questions: usize,
    /// What a region's workbook says beside its answers.
    pub context: Context,
}

/// How many of a workbook's rows hold what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows with a value that counts.
    pub answered: usize,
    /// Rows with "weet ik niet".
    pub unknown: usize,
    /// Rows with "niet van toepassing", or a capacity of which nothing is needed.
    pub not_applicable: usize,
    /// Rows left blank.
    pub missing: usize,
}

impl Tally {
    /// Share (0 to 1) of the rows that apply which have an answer.
    #[must_use]
    pub fn known(&self) -> f64 {
        self.answered as f64 / (self.answered + self.unknown + self.missing).max(1) as f64
    }

    /// Rows in the workbook.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.answered + self.unknown + self.not_applicable + self.missing
    }
}

impl Answer {
    /// Whether this is a capacity of which nothing is needed, which counts as not applicable.
    #[must_use]
    pub fn nothing_needed(&self) -> bool {
        match self {
            // A share with nothing to count is refused when read, so that only a capacity can be this.
            Answer::Answered(Value::Pair { whole, .. }) => *whole == 0.0,
            Answer::Answered(Value::Level(_) | Value::Choice(_) | Value::Count(_))
            | Answer::NotApplicable
            | Answer::Unknown
            | Answer::Missing => false,
        }
    }
}

impl Submission {
    /// How many of the workbook's rows hold what.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for (_, answer) in self.answers.iter() {
            match answer {
                Answer::NotApplicable => tally.not_applicable += 1,
                answer if answer.nothing_needed() => tally.not_applicable += 1,
                Answer::Answered(_) => tally.answered += 1,
                Answer::Unknown => tally.unknown += 1,
                Answer::Missing => tally.missing += 1,
            }
        }
        tally
    }
}
