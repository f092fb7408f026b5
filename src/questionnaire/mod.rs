//! One edition of a questionnaire as data: what is asked, of whom, and which scores are sufficient.

mod builtin;
mod completeness;
mod completeness_findings;
mod date;
pub mod difference;
mod editions;
mod findings;
mod kind;
mod load;
mod question;
mod regions;
mod rows;

pub use builtin::builtin;
pub use completeness::{check_complete, counts};
pub use date::Date;
pub use editions::{Editions, QuestionnaireId};
pub use kind::Kind;
pub use load::{SourceFile, load};
pub use question::{
    ColleagueIndex, Informal, PerspectiveIndex, PracticeIndex, Question, QuestionIndex, Role, Row, RowIndex, Rule,
    Scale, ThemeIndex,
};
pub use regions::{KnownRegion, regions};

use std::collections::BTreeMap;

use crate::list::List;
use crate::problem::Place;

/// The number of steps: step 0 is the foundation, steps 1 to 7 are the chain.
pub const STEPS: usize = 8;

/// A complete questionnaire. Themes, practices, perspectives, questions and rows are referred to by their index in the
/// lists here, each of its own type; a step by its number.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    /// Identifier that stays the same across editions.
    pub id: String,
    /// Edition: usually the year in which it appeared.
    pub edition: u16,
    /// The creation date that templates carry.
    pub date: Date,
    /// Dutch title.
    pub title: String,
    /// Which scores and differences count.
    pub thresholds: Thresholds,
    /// Steps 0 to 7, in order.
    pub steps: Vec<Step>,
    /// Themes; some are core themes.
    pub themes: List<ThemeIndex, Theme>,
    /// Practices (verschijningsvormen).
    pub practices: List<PracticeIndex, Named>,
    /// Perspectives from which a workbook can be filled in.
    pub perspectives: List<PerspectiveIndex, Perspective>,
    /// For each role, the functions that somebody who fills in a workbook may choose from.
    pub functions: BTreeMap<Role, Vec<String>>,
    /// Colleagues and organisations that know what respondents have to look up.
    pub colleagues: List<ColleagueIndex, Named>,
    /// What the region may count for each practice, as background.
    pub key_figures: Vec<String>,
    /// The five levels, 0 to 4.
    pub levels: Vec<Level>,
    /// What counts of what is arranged in general or by others, for whoever chooses a level.
    pub what_counts: Option<String>,
    /// What its questions follow, if it is one document.
    pub guideline: Option<Guideline>,
    /// What the guideline and other sources ask.
    pub recommendations: Vec<Recommendation>,
    /// Questions in the order of the files.
    pub questions: List<QuestionIndex, Question>,
    /// Questions with per-practice ones split by practice; this is what is answered and scored.
    pub rows: List<RowIndex, Row>,
    /// Rules about facts that contradict claims.
    pub rules: Vec<Rule>,
    /// The locations of all this in the definition.
    pub source: Source,
    /// SHA-256 of the definition's files, in lower-case hexadecimal.
    pub sha256: String,
}

/// Locations in the definition, for messages about the questionnaire as a whole.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The main file.
    pub main: Place,
    /// Per step.
    pub steps: Vec<Place>,
    /// Per theme.
    pub themes: List<ThemeIndex, Place>,
    /// Per colleague.
    pub colleagues: List<ColleagueIndex, Place>,
    /// Per recommendation.
    pub recommendations: Vec<Place>,
    /// Per question, by its id.
    pub questions: BTreeMap<String, Place>,
}

/// The document that the questions follow, with its article: "de Routekaart".
#[derive(Clone, Debug)]
pub struct Guideline {
    /// Short, for headings.
    pub name: String,
    /// In full, with its date.
    pub title: String,
}

/// Which scores, differences and numbers count. Scores and differences are on the scale of 0 to 100.
#[derive(Clone, Copy, Debug)]
pub struct Thresholds {
    /// The norm of a question that does not define one.
    pub default_norm: f64,
    /// The proportion of answers (0 to 1) below which a score is withheld.
    pub minimum_coverage: f64,
    /// The score at which a step no longer stalls a case.
    pub continuity: f64,
    /// Score below which a municipality is a white spot for a core theme.
    pub white_spot: f64,
    /// The difference at which the two sides of a handover contradict each other.
    pub handover_difference: f64,
    /// The number of contributors that a figure needs before it may be shared.
    pub sharing_minimum: usize,
    /// What an edition must ask about each core theme before it is complete.
    pub core_theme: CoreThemeMinimum,
}

/// The least that an edition asks about a core theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoreThemeMinimum {
    /// The number of steps with a question about it.
    pub steps: usize,
    /// The number of rows about it.
    pub rows: usize,
    /// The number of those rows that are put to municipalities.
    pub municipal_rows: usize,
}

/// A key for files and code, with a name for people.
#[derive(Clone, Debug)]
pub struct Named {
    /// Stable key.
    pub key: String,
    /// Dutch name.
    pub name: String,
}

/// A step of the chain.
#[derive(Clone, Debug)]
pub struct Step {
    /// Stable key.
    pub key: String,
    /// Dutch name.
    pub name: String,
    /// Name short enough for a sheet: "Melden" for "Melden en veiligheidsbeoordeling".
    pub short: String,
    /// The prefix of its question ids.
    pub prefix: String,
    /// What the step is about, for respondents.
    pub intro: String,
    /// Whether municipalities do the work themselves, so that each has a row of its own about every practice.
    pub municipal: bool,
}

/// A theme that runs through the steps.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Stable key.
    pub key: String,
    /// Dutch name.
    pub name: String,
    /// Whether it is one of the core themes.
    pub core: bool,
}

/// A perspective from which a workbook is filled in.
#[derive(Clone, Debug)]
pub struct Perspective {
    /// Stable key.
    pub key: String,
    /// Dutch name.
    pub name: String,
    /// Whether its respondents are community leaders (sleutelfiguren) or experts by experience, not professionals.
    pub informal: bool,
    /// Whether its workbooks are filled in by all together, after each filled in a workbook of their own.
    pub joint: bool,
    /// The number of rows that its short workbook may have; `None` if there is no limit.
    pub most_rows: Option<usize>,
}

/// One of the five levels.
#[derive(Clone, Debug)]
pub struct Level {
    /// Short label, such as "Geregeld".
    pub label: String,
    /// What it means in general.
    pub description: String,
}

/// What a source asks of a region, in our own words.
#[derive(Clone, Debug)]
pub struct Recommendation {
    /// Id, such as `R12`.
    pub id: String,
    /// What is asked.
    pub text: String,
    /// The document.
    pub source: String,
    /// Chapter of it.
    pub chapter: String,
    /// Section heading within the chapter.
    pub section: String,
}

impl Questionnaire {
    /// The id and edition, by which answers refer to this questionnaire.
    #[must_use]
    pub fn identity(&self) -> QuestionnaireId {
        QuestionnaireId {
            id: self.id.clone(),
            edition: self.edition,
        }
    }

    /// The perspective from which a workbook of this role is normally filled in: it has the same key.
    #[must_use]
    pub fn own_perspective(&self, role: Role) -> Option<PerspectiveIndex> {
        self.perspectives.position(|known| known.key == role.key())
    }

    /// The question that a row belongs to.
    #[must_use]
    pub fn question_of(&self, row: RowIndex) -> &Question {
        &self.questions[self.rows[row].question]
    }

    /// The row with this id.
    #[must_use]
    pub fn row(&self, id: &str) -> Option<RowIndex> {
        self.rows.position(|row| row.id == id)
    }

    /// Rows of one role, in order.
    pub fn rows_of(&self, role: Role) -> impl Iterator<Item = RowIndex> + '_ {
        self.rows
            .indices()
            .filter(move |&row| self.question_of(row).role == role)
    }

    /// The title of a step as it is shown everywhere: "4 Melden".
    #[must_use]
    pub fn step_title(&self, step: usize) -> String {
        format!("{step} {}", self.steps[step].short)
    }
}
