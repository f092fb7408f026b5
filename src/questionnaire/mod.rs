//! The questionnaire of one edition as data: what is asked, of whom, and what counts as enough.

mod builtin;
mod completeness;
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
pub use editions::{Editions, QuestionnaireId};
pub use kind::Kind;
pub use load::{SourceFile, load};
pub use question::{
    PerspectiveIndex, PracticeIndex, Question, QuestionIndex, Role, Row, RowIndex, Rule, Scale, ThemeIndex,
};
pub use regions::{KnownRegion, regions};

use crate::list::List;
use crate::problem::Place;

/// Steps 0 to 7; step 0 is the foundation, 1 to 7 are the chain.
pub const STEPS: usize = 8;

/// A whole questionnaire. Themes, practices, perspectives, questions and rows are referred to by their
/// indices in the lists here, each of a type of its own; a step by its number.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    /// Name that stays the same over editions.
    pub id: String,
    /// Edition, usually the year it appeared.
    pub edition: u16,
    /// Creation date of the templates.
    pub date: Date,
    /// Title for people.
    pub title: String,
    /// What counts as enough.
    pub thresholds: Thresholds,
    /// Steps 0 to 7, in order.
    pub steps: Vec<Step>,
    /// Themes, core themes as flagged.
    pub themes: List<ThemeIndex, Theme>,
    /// Practices (verschijningsvormen).
    pub practices: List<PracticeIndex, Named>,
    /// Perspectives from which a workbook can be filled in.
    pub perspectives: List<PerspectiveIndex, Perspective>,
    /// The five levels, 0 to 4.
    pub levels: Vec<Level>,
    /// What the Routekaart and other sources ask.
    pub recommendations: Vec<Recommendation>,
    /// Questions in the order of the files.
    pub questions: List<QuestionIndex, Question>,
    /// Questions with the per-practice ones spelled out: what is answered and scored.
    pub rows: List<RowIndex, Row>,
    /// Facts against opinions.
    pub rules: Vec<Rule>,
    /// Where the definition says so.
    pub source: Source,
    /// Hash of the definition's files, in lower-case hexadecimal.
    pub sha256: String,
}

/// Where a definition says what, for messages about the questionnaire as a whole.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The main file.
    pub main: Place,
    /// Per step.
    pub steps: Vec<Place>,
    /// Per theme.
    pub themes: List<ThemeIndex, Place>,
    /// Per recommendation.
    pub recommendations: Vec<Place>,
}

/// A calendar date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

/// What counts as enough. All but `minimum_coverage` are on the scale of scores, 0 to 100.
#[derive(Clone, Copy, Debug)]
pub struct Thresholds {
    /// Norm of a question that names none.
    pub default_norm: f64,
    /// Share of the answers (0 to 1) below which a score is withheld.
    pub minimum_coverage: f64,
    /// Score from which a step holds a case.
    pub continuity: f64,
    /// Score below which a municipality is a white spot for a core theme.
    pub white_spot: f64,
    /// Difference from which the two sides of a handover contradict each other.
    pub handover_difference: f64,
}

/// A key for files and code with a name for people.
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
    /// How its question ids begin.
    pub prefix: String,
    /// What the step is about, for who fills in.
    pub intro: String,
}

/// A theme that runs through the steps.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Stable key.
    pub key: String,
    /// Dutch name.
    pub name: String,
    /// One of the four themes that carry the scan.
    pub core: bool,
}

/// From which side a workbook is filled in.
#[derive(Clone, Debug)]
pub struct Perspective {
    /// Stable key.
    pub key: String,
    /// Dutch name.
    pub name: String,
    /// Whether these are key figures or experts by experience rather than professionals.
    pub informal: bool,
}

/// One of the five levels.
#[derive(Clone, Debug)]
pub struct Level {
    /// Short label, as in "Geregeld".
    pub label: String,
    /// What it means in general.
    pub description: String,
}

/// What a source asks of a region, in our words.
#[derive(Clone, Debug)]
pub struct Recommendation {
    /// Id, as in `R12`.
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
    /// Which questionnaire this is, by which answers to it are known.
    #[must_use]
    pub fn identity(&self) -> QuestionnaireId {
        QuestionnaireId {
            id: self.id.clone(),
            edition: self.edition,
        }
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

    /// Whether a row speaks of this practice: its own, or one that its question names or implies.
    #[must_use]
    pub fn concerns(&self, row: RowIndex, practice: PracticeIndex) -> bool {
        let question = self.question_of(row);
        match self.rows[row].practice {
            Some(own) => own == practice,
            None => question.practices.is_empty() || question.practices.contains(&practice),
        }
    }

    /// Rows of one role, in order.
    pub fn rows_of(&self, role: Role) -> impl Iterator<Item = RowIndex> + '_ {
        self.rows
            .indices()
            .filter(move |&row| self.question_of(row).role == role)
    }

    /// A step as it is called everywhere: "4 Melden".
    #[must_use]
    pub fn step_title(&self, step: usize) -> String {
        format!("{step} {}", self.steps[step].short)
    }
}
