//! Takes the years of a region; returns in which of them an entity answered a question.

use std::collections::{BTreeMap, BTreeSet};

use super::Year;
use super::turnout::{Became, Key};
use crate::scoring::answer::State;
use crate::scoring::stated;

/// Who answered what in each year.
pub(super) struct Attendance<'y>(Vec<Attended<'y>>);

struct Attended<'y> {
    /// By the id of each question that was asked, who answered it.
    answered: BTreeMap<&'y str, BTreeSet<Key>>,
    /// Who sent a workbook.
    sent: BTreeSet<Key>,
}

impl<'y> Attendance<'y> {
    pub(super) fn of(years: &[Year<'y>]) -> Self {
        Self(years.iter().map(Attended::of).collect())
    }

    /// In which years this entity answered the question with this id. Of a year in which it was not asked: whether the
    /// entity sent a workbook.
    pub(super) fn pattern(&self, id: &str, entity: &Key) -> Vec<bool> {
        let in_year = |year: &Attended| year.answered.get(id).unwrap_or(&year.sent).contains(entity);
        self.0.iter().map(in_year).collect()
    }
}

impl<'y> Attended<'y> {
    fn of(year: &Year<'y>) -> Self {
        let (region, rows) = (year.region, &year.questionnaire.rows);
        let by_its_name = Became::default();
        let mut by_id: BTreeMap<&str, BTreeSet<Key>> =
            rows.iter().map(|row| (row.id.as_str(), BTreeSet::new())).collect();
        let stated = stated(year.questionnaire, region).into_iter();
        for answer in stated.filter(|found| matches!(found.state, State::Answered(_))) {
            let entities = by_id.entry(&rows[answer.row].id).or_default();
            entities.insert(by_its_name.key(region, answer.entity));
        }
        let entities = region.entities.indexed();
        let sent = entities.filter(|(_, entity)| !entity.submissions.is_empty());
        Self {
            answered: by_id,
            sent: sent.map(|(entity, _)| by_its_name.key(region, entity)).collect(),
        }
    }
}
