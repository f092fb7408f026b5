//! What was answered: a filled-in workbook as plain values, and the workbooks of a region together.

mod agreement;
mod assemble;
mod contradictions;
mod findings;
mod name_findings;
mod names;
mod parts;
mod previous;
mod region;
mod rows;
mod separate;

pub use assemble::assemble;
pub use parts::Together;
pub use previous::{Earlier, EarlierSteps, PlanNote, Previous};
pub use region::{Entity, EntityIndex, Region, Repeated, Response};
pub use rows::Rows;
pub use separate::{Said, Separate};

use std::ops::RangeInclusive;

use crate::privacy::Written;
use crate::questionnaire::{Date, PerspectiveIndex, PracticeIndex, QuestionnaireId, Role, RowIndex, STEPS, ThemeIndex};
use crate::spelling::fold;

/// Range of years that answers may be about.
pub const YEARS: RangeInclusive<u16> = 2000..=2100;

/// What a workbook says about a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    /// A value.
    Answered(Value),
    /// "Niet van toepassing".
    NotApplicable,
    /// "Niet van toepassing" to what the law asks, without a ground. It counts as unknown: the law always applies.
    Unfounded,
    /// "Weet ik niet".
    Unknown,
    /// Left blank, which never counts as "no".
    Missing,
}

/// The value of an answer, as given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A level, 0 to 4.
    Level(u8),
    /// Ja, deels or nee.
    Choice(Choice),
    /// Numerator and denominator: the part and the whole, or what is available and what is needed.
    Pair {
        /// Numerator, 0 or more.
        part: f64,
        /// Denominator; above 0 for a share, 0 or more for a capacity.
        whole: f64,
    },
    /// A number on the question's own scale, 0 or more.
    Count(f64),
}

/// The answer to a yes-no question, in the order of the dropdown.
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
    /// The name of the file in messages.
    pub file: String,
    /// SHA-256 of the file, in lower-case hexadecimal.
    pub sha256: String,
    /// Whether the demo invented it.
    pub is_invented: bool,
    /// Whose workbook it is.
    pub role: Role,
    /// The questionnaire that it answers.
    pub questionnaire: QuestionnaireId,
    /// The region's name.
    pub region: String,
    /// The municipality's name, in a municipal workbook.
    pub municipality: Option<String>,
    /// The year the answers are about.
    pub year: u16,
    /// The perspective from which it was filled in.
    pub perspective: PerspectiveIndex,
    /// Whether that is the joint perspective: its answers were agreed on and take precedence over the others.
    pub is_joint: bool,
    /// The job title of the person who filled it in, as typed, if given. It distinguishes workbooks. As it may be a
    /// name, it never appears in any output.
    pub respondent: Option<Written>,
    /// The day on which it was filled in, if given.
    pub date: Option<Date>,
    /// When the file was last saved, if it says so.
    pub saved: Option<Moment>,
    /// Answers by row of the questionnaire; rows that the workbook leaves out have none.
    pub answers: Rows<Answer>,
    /// The location of each answer.
    pub spots: Rows<Spot>,
    /// Names of the sheets that `spots` refers to.
    pub sheets: Vec<String>,
    /// Evidence given with a row (`Onderbouwing`).
    pub evidence: Vec<(RowIndex, String)>,
    /// The themes named as priorities, each once.
    pub priorities: Vec<ThemeIndex>,
    /// What a region's workbook contains besides its answers.
    pub context: Context,
}

/// The moment at which a file was saved, as the program that saved it wrote it down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The second of the day.
    pub second: u32,
    /// Whether it is in UTC, and not in the unknown time zone of the computer.
    pub is_utc: bool,
}

/// The location of an answer in its workbook. Row and column count from 0, on a grid of 16,384 columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Index of the sheet.
    pub sheet: u16,
    /// Row of the sheet.
    pub row: u32,
    /// Column of the sheet.
    pub column: u16,
}

/// What a region's workbook says about the region, besides the answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// Municipalities expected to answer.
    pub municipalities: Vec<Expected>,
    /// Target score per step, 0 to 100.
    pub ambitions: [Option<f64>; STEPS],
    /// Requests for advice and reports; these are never scored.
    pub key_figures: Vec<KeyFigure>,
    /// Municipalities that merged or were renamed.
    pub mergers: Vec<Merger>,
}

/// A municipality that was formed out of others, or renamed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merger {
    /// Its present name.
    pub name: String,
    /// Its former names, at least one.
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

/// A figure that gives context, such as the number of reports about a practice.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyFigure {
    /// What is counted.
    pub figure: String,
    /// The practice.
    pub practice: PracticeIndex,
    /// Name of the practice.
    pub practice_name: String,
    /// The number itself, 0 or more.
    pub number: f64,
}

impl KeyFigure {
    /// Smaller numbers are not shown, so that nobody can be recognised by them.
    pub const LEAST_SHOWN: f64 = 10.0;

    /// The number, unless it is too small to show.
    #[must_use]
    pub fn shown(&self) -> Option<f64> {
        Some(self.number).filter(|number| *number >= Self::LEAST_SHOWN)
    }
}

/// A workbook of ours in which nothing has been answered yet.
#[derive(Clone, Debug)]
pub struct BlankWorkbook {
    /// The name of the file in messages.
    pub file: String,
    /// Whose workbook it is.
    pub role: Role,
    /// The region's name, if filled in.
    pub region: Option<String>,
    /// The municipality's name, if filled in.
    pub municipality: Option<String>,
    /// The year, if filled in.
    pub year: Option<u16>,
    /// The perspective filled in beforehand, if any.
    pub perspective: Option<PerspectiveIndex>,
    /// The questionnaire to which it belongs.
    pub questionnaire: QuestionnaireId,
    /// The number of its questions, counting each practice separately.
    pub questions: usize,
    /// What a region's workbook contains besides its answers.
    pub context: Context,
}

/// The number of rows in a workbook, by state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows with a value that counts.
    pub answered: usize,
    /// Rows with "weet ik niet", or that the law asks and that are called not applicable without a ground.
    pub unknown: usize,
    /// Rows with "niet van toepassing", or with a capacity of which nothing is needed.
    pub not_applicable: usize,
    /// Rows left blank.
    pub missing: usize,
}

impl Tally {
    /// The proportion (0 to 1) of applicable rows that have an answer.
    #[must_use]
    pub fn known(&self) -> f64 {
        self.answered as f64 / (self.answered + self.unknown + self.missing).max(1) as f64
    }

    /// Whether anything is answered, if only that it is not known.
    #[must_use]
    pub fn has_answers(&self) -> bool {
        self.missing < self.rows()
    }

    /// All rows in the workbook.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.answered + self.unknown + self.not_applicable + self.missing
    }
}

impl Answer {
    /// Whether this is a capacity of which nothing is needed; that counts as not applicable.
    #[must_use]
    pub fn nothing_needed(&self) -> bool {
        match self {
            // A share with a denominator of 0 is refused when read, so only a capacity can have one.
            Answer::Answered(Value::Pair { whole, .. }) => *whole == 0.0,
            Answer::Answered(Value::Level(_) | Value::Choice(_) | Value::Count(_))
            | Answer::NotApplicable
            | Answer::Unfounded
            | Answer::Unknown
            | Answer::Missing => false,
        }
    }
}

/// Whether evidence says why a question does not apply, rather than that it does not: it has a word of its own, of three
/// letters or more.
#[must_use]
pub fn is_ground(evidence: &str) -> bool {
    const NO_GROUND: [&str; 9] = [
        "niet",
        "van",
        "toepassing",
        "nvt",
        "geen",
        "nee",
        "weet",
        "onbekend",
        "idem",
    ];
    let folded = fold(evidence);
    let mut words = folded.split(|c: char| !c.is_alphabetic());
    words.any(|word| word.chars().nth(2).is_some() && !NO_GROUND.contains(&word))
}

impl Submission {
    /// Counts the rows of the workbook by state.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for (_, answer) in self.answers.iter() {
            match answer {
                Answer::NotApplicable => tally.not_applicable += 1,
                answer if answer.nothing_needed() => tally.not_applicable += 1,
                Answer::Answered(_) => tally.answered += 1,
                Answer::Unknown | Answer::Unfounded => tally.unknown += 1,
                Answer::Missing => tally.missing += 1,
            }
        }
        tally
    }
}
