//! A region in one year: its workbooks, who was expected and who answered.

// Boxed, so that putting thousands of workbooks together moves none of them; each move would leave a hole as large as
// the workbook.
#![allow(clippy::vec_box)]

use super::{BlankWorkbook, KeyFigure, Merger, Submission};
use crate::list::{List, index};
use crate::questionnaire::{QuestionnaireId, Role, RowIndex, STEPS};

/// One region in one year. It does not depend on the order in which the workbooks were read.
#[derive(Clone, Debug)]
pub struct Region {
    /// The region's name.
    pub name: String,
    /// The year its workbooks are about.
    pub year: u16,
    /// The questionnaire that all its workbooks answer.
    pub questionnaire: QuestionnaireId,
    /// Its filled-in workbooks, by role, municipality, perspective and respondent.
    pub submissions: Vec<Box<Submission>>,
    /// Workbooks that nobody has filled in.
    pub blank_books: Vec<BlankWorkbook>,
    /// Filled-in workbooks that contradict another one, of which none counts, whichever came first; and copies.
    pub set_aside: Vec<Box<Submission>>,
    /// Answers that a part of somebody's workbook repeats and that were taken out of it.
    pub repeated: Vec<Repeated>,
    /// The region itself, then its municipalities in alphabetical order.
    pub entities: List<EntityIndex, Entity>,
    /// Target score per step, 0 to 100.
    pub ambitions: [Option<f64>; STEPS],
    /// Key figures for context.
    pub key_figures: Vec<KeyFigure>,
    /// Municipalities that merged or were renamed.
    pub mergers: Vec<Merger>,
}

/// A row that two parts of somebody's workbook answer alike. Both are indices of submissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeated {
    /// The row.
    pub row: RowIndex,
    /// The part in which the answer does not count.
    pub book: usize,
    /// The part in which it does.
    pub kept: usize,
}

index! {
    /// An entity of a region.
    EntityIndex: u32
}

impl EntityIndex {
    /// The region itself, always the first.
    pub const REGION: Self = Self(0);
}

/// Whoever answers for itself: a municipality, or the region as a whole.
#[derive(Clone, Debug)]
pub struct Entity {
    /// What it is; a region and a municipality with the same name are different entities.
    pub role: Role,
    /// Its name.
    pub name: String,
    /// Its inhabitants, if known.
    pub inhabitants: Option<f64>,
    /// Whether the region's own workbook names it.
    pub is_listed: bool,
    /// Indices of its submissions.
    pub submissions: Vec<usize>,
}

/// The number of municipalities asked, and the number that answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// Municipalities that are expected to answer or that sent a workbook.
    pub expected: usize,
    /// Those that sent a workbook with answers.
    pub responded: usize,
}

impl Region {
    /// The number of municipalities asked, and the number that answered.
    #[must_use]
    pub fn response(&self) -> Response {
        let municipalities = self.municipalities();
        let sent = municipalities.iter().filter(|entity| self.has_answers(entity));
        Response {
            expected: municipalities.len(),
            responded: sent.count(),
        }
    }

    /// Whether a workbook of this entity answers anything, if only that it is not known.
    #[must_use]
    pub fn has_answers(&self, entity: &Entity) -> bool {
        let mut books = entity.submissions.iter().map(|&index| self.submissions[index].tally());
        books.any(|tally| tally.has_answers())
    }

    /// The region itself as an entity.
    #[must_use]
    pub fn itself(&self) -> &Entity {
        &self.entities[EntityIndex::REGION]
    }

    /// The municipalities, in alphabetical order.
    #[must_use]
    pub fn municipalities(&self) -> &[Entity] {
        &self.entities.as_slice()[1..]
    }
}
