//! What each municipality, and the region itself, says about each row: the basis of all figures.

use super::answer::{State, state};
use super::entity;
use super::question::{self, RowScore};
use super::scope::Scope;
use crate::answers::{EntityIndex, Region, Rows, Submission};
use crate::list::List;
use crate::questionnaire::{PerspectiveIndex, Questionnaire, Role, RowIndex, ThemeIndex};

/// The score of an entity on a row, in a form that can be compared between years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Answered {
    /// The row in its questionnaire.
    pub(crate) row: RowIndex,
    /// The entity in its region.
    pub(crate) entity: EntityIndex,
    /// Score, 0 to 100.
    pub(crate) score: f64,
}

/// All scores in a region, by row and then by entity.
pub(crate) fn answered(questionnaire: &Questionnaire, region: &Region) -> Vec<Answered> {
    let joined = Joined::new(questionnaire, region);
    let mut answered = Vec::new();
    for row in questionnaire.rows.indices() {
        for entity in joined.entities_of(questionnaire.question_of(row).role) {
            if let State::Answered(score) = joined.entity_state(entity, row, |_| true) {
                answered.push(Answered { row, entity, score });
            }
        }
    }
    answered
}

/// The workbooks of a region, with their answers as states.
pub(in crate::scoring) struct Joined<'a> {
    pub(in crate::scoring) questionnaire: &'a Questionnaire,
    pub(in crate::scoring) region: &'a Region,
    /// What takes part; `None` means everything.
    scope: Option<&'a Scope>,
    /// Per submission and row: what that workbook says; `None` if it does not contain the row.
    said: Vec<Rows<State>>,
}

fn states(questionnaire: &Questionnaire, book: &Submission) -> Rows<State> {
    let answers = book.answers.iter();
    answers
        .map(|(row, answer)| (row, state(&questionnaire.question_of(row).kind, *answer)))
        .collect()
}

impl<'a> Joined<'a> {
    pub(in crate::scoring) fn new(questionnaire: &'a Questionnaire, region: &'a Region) -> Self {
        let said = region.submissions.iter().map(|book| states(questionnaire, book));
        Self {
            questionnaire,
            region,
            scope: None,
            said: said.collect(),
        }
    }

    /// The same, limited to what is in scope.
    pub(in crate::scoring) fn within(questionnaire: &'a Questionnaire, region: &'a Region, scope: &'a Scope) -> Self {
        Self {
            scope: Some(scope),
            ..Self::new(questionnaire, region)
        }
    }

    /// The same with the workbooks of one entity only.
    pub(in crate::scoring) fn of_entity(
        questionnaire: &'a Questionnaire,
        region: &'a Region,
        entity: EntityIndex,
    ) -> Self {
        let mut said = vec![Rows::default(); region.submissions.len()];
        for &book in &region.entities[entity].submissions {
            said[book] = states(questionnaire, &region.submissions[book]);
        }
        Self {
            questionnaire,
            region,
            scope: None,
            said,
        }
    }

    fn takes_part(&self, row: RowIndex) -> bool {
        self.scope.is_none_or(|scope| scope.rows[row])
    }

    /// Whether a row has figures for each perspective separately.
    pub(in crate::scoring) fn is_view(&self, perspective: PerspectiveIndex, row: RowIndex) -> bool {
        self.scope.is_none_or(|scope| scope.views[perspective][row])
    }

    /// Whether the votes for a theme are in scope.
    pub(in crate::scoring) fn is_voted_on(&self, theme: ThemeIndex) -> bool {
        self.scope.is_none_or(|scope| scope.votes[theme])
    }

    /// What one workbook says about a row.
    pub(in crate::scoring) fn said(&self, submission: usize, row: RowIndex) -> Option<State> {
        self.said[submission].get(row).copied()
    }

    /// What an entity says about a row of its role, based on the workbooks for which `counts` is true.
    pub(in crate::scoring) fn entity_state(
        &self,
        entity: EntityIndex,
        row: RowIndex,
        counts: impl Fn(usize) -> bool,
    ) -> State {
        let submissions = &self.region.entities[entity].submissions;
        let said = submissions
            .iter()
            .filter(|&&submission| counts(submission))
            .filter_map(|&submission| {
                let perspective = self.region.submissions[submission].perspective;
                self.said(submission, row).map(|state| (perspective, state))
            });
        entity::join(said)
    }

    /// The entities that answer a row of this role.
    pub(in crate::scoring) fn entities_of(&self, role: Role) -> impl Iterator<Item = EntityIndex> + Clone + use<'a> {
        let entities = &self.region.entities;
        entities.indices().filter(move |&entity| entities[entity].role == role)
    }

    /// The figures of every row, based on the entities, workbooks and rows that are let in.
    pub(in crate::scoring) fn rows(
        &self,
        weight: impl Fn(EntityIndex) -> f64,
        takes_part: impl Fn(EntityIndex) -> bool,
        counts: impl Fn(usize) -> bool,
        is_in: impl Fn(RowIndex) -> bool,
    ) -> List<RowIndex, RowScore> {
        self.questionnaire.rows.of_each(|row| {
            if !self.takes_part(row) || !is_in(row) {
                return RowScore::default();
            }
            let question = self.questionnaire.question_of(row);
            let entities = self.entities_of(question.role).filter(|&entity| takes_part(entity));
            question::score(
                question.norm,
                entities.map(|entity| (weight(entity), self.entity_state(entity, row, &counts))),
            )
        })
    }

    /// The figures per row for one entity only.
    pub(in crate::scoring) fn rows_of_entity(&self, entity: EntityIndex) -> List<RowIndex, RowScore> {
        self.questionnaire.rows.of_each(|row| {
            let question = self.questionnaire.question_of(row);
            let asked = self.region.entities[entity].role == question.role && self.takes_part(row);
            let state = asked.then(|| (1.0, self.entity_state(entity, row, |_| true)));
            question::score(question.norm, state.into_iter())
        })
    }

    /// The figures per row for one perspective only; entities without a workbook from it are left out.
    pub(in crate::scoring) fn rows_of_perspective(&self, perspective: PerspectiveIndex) -> List<RowIndex, RowScore> {
        let of_it = |submission: usize| self.region.submissions[submission].perspective == perspective;
        let has_one = |entity: EntityIndex| self.region.entities[entity].submissions.iter().any(|&s| of_it(s));
        self.rows(|_| 1.0, has_one, of_it, |row| self.is_view(perspective, row))
    }
}
