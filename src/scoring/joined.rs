//! What each municipality, and the region itself, says about each row: the basis of all figures.

use super::answer::{State, state};
use super::entity;
use super::question::{self, RowScore};
use super::scope::Scope;
use crate::answers::{EntityIndex, Region, Rows, Submission};
use crate::list::List;
use crate::questionnaire::{PerspectiveIndex, Questionnaire, Role, RowIndex, ThemeIndex};

/// What an entity says about a row, in a form that can be compared between years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stated {
    /// The row in its questionnaire.
    pub(crate) row: RowIndex,
    /// The entity in its region.
    pub(crate) entity: EntityIndex,
    /// What it says.
    pub(crate) state: State,
}

/// What every entity of a region says about every row of its role, by row and then by entity.
pub(crate) fn stated(questionnaire: &Questionnaire, region: &Region) -> Vec<Stated> {
    let joined = Joined::new(questionnaire, region);
    let mut stated = Vec::new();
    for row in questionnaire.rows.indices() {
        for entity in joined.entities_of(questionnaire.question_of(row).role) {
            let state = joined.entity_state(entity, row);
            stated.push(Stated { row, entity, state });
        }
    }
    stated
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

/// What a workbook says about each row that it contains.
pub(in crate::scoring) fn states(questionnaire: &Questionnaire, book: &Submission) -> Rows<State> {
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

    /// What each workbook says about the rows that it contains, in the order of the region's submissions.
    pub(in crate::scoring) fn by_submission(&self) -> &[Rows<State>] {
        &self.said
    }

    /// What one workbook says about a row.
    pub(in crate::scoring) fn said(&self, submission: usize, row: RowIndex) -> Option<State> {
        self.said[submission].get(row).copied()
    }

    /// Whether a workbook was filled in by all together. It takes no part in the views of separate perspectives.
    pub(in crate::scoring) fn is_joint(&self, submission: usize) -> bool {
        self.region.submissions[submission].is_joint
    }

    /// What an entity says about a row of its role. What its people agreed on goes before what each of them answered.
    pub(in crate::scoring) fn entity_state(&self, entity: EntityIndex, row: RowIndex) -> State {
        self.agreed(entity, row)
            .unwrap_or_else(|| self.separate_state(entity, row, |_| true))
    }

    /// What the people of an entity agreed on; none if their joint workbook does not settle the row.
    pub(in crate::scoring) fn agreed(&self, entity: EntityIndex, row: RowIndex) -> Option<State> {
        let submissions = &self.region.entities[entity].submissions;
        submissions
            .iter()
            .filter(|&&submission| self.is_joint(submission))
            .filter_map(|&submission| self.said(submission, row))
            .find(|state| matches!(state, State::Answered(_) | State::NotApplicable))
    }

    /// The same, based on the separate workbooks for which `counts` is true.
    fn separate_state(&self, entity: EntityIndex, row: RowIndex, counts: impl Fn(usize) -> bool) -> State {
        let submissions = &self.region.entities[entity].submissions;
        let said = submissions
            .iter()
            .filter(|&&submission| !self.is_joint(submission) && counts(submission))
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

    /// The figures of every row in scope, for entities of this weight.
    pub(in crate::scoring) fn rows(&self, weight: impl Fn(EntityIndex) -> f64) -> List<RowIndex, RowScore> {
        self.questionnaire.rows.of_each(|row| {
            if !self.takes_part(row) {
                return RowScore::default();
            }
            let question = self.questionnaire.question_of(row);
            let entities = self.entities_of(question.role);
            let states = entities.map(|entity| (weight(entity), self.entity_state(entity, row)));
            question::score(question.norm, states)
        })
    }

    /// The figures per row for one entity only.
    pub(in crate::scoring) fn rows_of_entity(&self, entity: EntityIndex) -> List<RowIndex, RowScore> {
        self.questionnaire.rows.of_each(|row| {
            let question = self.questionnaire.question_of(row);
            if self.region.entities[entity].role != question.role || !self.takes_part(row) {
                return RowScore::default();
            }
            let state = (1.0, self.entity_state(entity, row));
            question::score(question.norm, [state].into_iter())
        })
    }

    /// The figures per row for one perspective only. Entities without a workbook from it are left out, and so are rows
    /// that none of its workbooks contains.
    pub(in crate::scoring) fn rows_of_perspective(&self, perspective: PerspectiveIndex) -> List<RowIndex, RowScore> {
        let of_it = |submission: usize| self.region.submissions[submission].perspective == perspective;
        let own: Vec<usize> = (0..self.said.len()).filter(|&submission| of_it(submission)).collect();
        let has_one = |entity: EntityIndex| self.region.entities[entity].submissions.iter().any(|&s| of_it(s));
        self.questionnaire.rows.of_each(|row| {
            let is_asked = own.iter().any(|&submission| self.said(submission, row).is_some());
            if !self.takes_part(row) || !self.is_view(perspective, row) || !is_asked {
                return RowScore::default();
            }
            let question = self.questionnaire.question_of(row);
            let entities = self.entities_of(question.role).filter(|&entity| has_one(entity));
            let states = entities.map(|entity| (1.0, self.separate_state(entity, row, of_it)));
            question::score(question.norm, states)
        })
    }
}
