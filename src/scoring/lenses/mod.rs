//! Other views of the same answers: by perspective, by handover, against facts, by municipality.

pub mod agenda;
pub mod consistency;
pub mod handover;
pub(crate) mod least_known;
pub mod legal;
pub mod plan;
pub(super) mod recommendations;
pub mod settled;
pub mod votes;
pub mod white_spots;

use std::borrow::Borrow;
use std::collections::BTreeMap;

use super::Joined;
use super::answer::State;
use super::joined::states;
use super::totals::{minimum_of_perspective, step_scores};
use crate::answers::{EntityIndex, Region, Rows, Submission};
use crate::list::List;
use crate::questionnaire::{PerspectiveIndex, Questionnaire, RowIndex, STEPS};

/// For each perspective with a workbook: its score per step, based on its own workbooks only.
pub(super) fn perspectives(joined: &Joined) -> Vec<(PerspectiveIndex, [Option<f64>; STEPS])> {
    let separate = || joined.region.submissions.iter().filter(|book| !book.is_joint);
    let sent = |perspective: PerspectiveIndex| separate().any(|book| book.perspective == perspective);
    let questionnaire = joined.questionnaire;
    questionnaire
        .perspectives
        .indices()
        .filter(|&perspective| sent(perspective))
        .map(|perspective| {
            (
                perspective,
                step_scores(
                    questionnaire,
                    &joined.rows_of_perspective(perspective),
                    minimum_of_perspective(questionnaire),
                ),
            )
        })
        .collect()
}

/// The mean score of the workbooks of each perspective, by row. Joint workbooks take no part.
pub(super) struct Means(List<PerspectiveIndex, BTreeMap<RowIndex, Sum>>);

#[derive(Default)]
struct Sum {
    scores: f64,
    number: f64,
}

impl Means {
    /// Of all workbooks of a region, as far as they are in scope.
    pub(super) fn of(joined: &Joined) -> Self {
        let books = joined.region.submissions.iter().zip(joined.by_submission());
        let books = books.map(|(book, said)| (&**book, said));
        Self::over(joined.questionnaire, books, |perspective, row| {
            joined.is_view(perspective, row)
        })
    }

    /// Of the workbooks of one entity.
    pub(super) fn of_entity(questionnaire: &Questionnaire, region: &Region, entity: EntityIndex) -> Self {
        let books = region.entities[entity].submissions.iter();
        let books = books.map(|&book| {
            let book = &*region.submissions[book];
            (book, states(questionnaire, book))
        });
        Self::over(questionnaire, books, |_, _| true)
    }

    fn over<'b>(
        questionnaire: &Questionnaire,
        books: impl Iterator<Item = (&'b Submission, impl Borrow<Rows<State>>)>,
        counts: impl Fn(PerspectiveIndex, RowIndex) -> bool,
    ) -> Self {
        let mut sums = questionnaire.perspectives.map(|_| BTreeMap::<RowIndex, Sum>::new());
        for (book, said) in books.filter(|(book, _)| !book.is_joint) {
            for (row, state) in said.borrow().iter() {
                if let State::Answered(score) = state
                    && counts(book.perspective, row)
                {
                    let sum = sums[book.perspective].entry(row).or_default();
                    sum.scores += score;
                    sum.number += 1.0;
                }
            }
        }
        Self(sums)
    }

    /// Of a perspective on a row; `None` if nobody answered.
    fn mean(&self, perspective: PerspectiveIndex, row: RowIndex) -> Option<f64> {
        let sum = self.0[perspective].get(&row)?;
        Some(sum.scores / sum.number)
    }
}
