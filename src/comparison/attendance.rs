//! Takes the years of a region; returns which answers an entity gave in them to questions that ask the same.

use std::collections::{BTreeMap, BTreeSet};

use super::Year;
use super::join::Join;
use super::turnout::{Became, Key};
use crate::questionnaire::{Editions, Questionnaire, RowIndex};
use crate::scoring::answer::State;
use crate::scoring::stated;

/// Who answered what in each year.
pub(super) struct Attendance {
    same: Same,
    /// By question and entity.
    answered: BTreeMap<Asked, BTreeMap<Key, Pattern>>,
}

/// The answers of an entity to questions that ask the same: in which year, on which row.
type Pattern = BTreeSet<(usize, RowIndex)>;

/// A row of an edition. All years are of one questionnaire.
type Asked = (u16, RowIndex);

impl Attendance {
    pub(super) fn of(years: &[Year], known: &Editions) -> Self {
        let same = Same::of(years, known);
        let by_its_name = Became::default();
        let mut answered: BTreeMap<Asked, BTreeMap<Key, Pattern>> = BTreeMap::new();
        for (index, year) in years.iter().enumerate() {
            let stated = stated(year.questionnaire, year.region).into_iter();
            for answer in stated.filter(|found| matches!(found.state, State::Answered(_))) {
                let question = same.first((year.questionnaire.edition, answer.row));
                let entities = answered.entry(question).or_default();
                let pattern = entities.entry(by_its_name.key(year.region, answer.entity));
                pattern.or_default().insert((index, answer.row));
            }
        }
        Self { same, answered }
    }

    /// What this entity answered to the question on this row, in all years and under whatever id; `None` if nothing.
    pub(super) fn pattern(&self, edition: &Questionnaire, row: RowIndex, entity: &Key) -> Option<&Pattern> {
        let question = self.same.first((edition.edition, row));
        self.answered.get(&question)?.get(entity)
    }
}

/// Which rows ask the same, directly or by way of others: a row to another of them, in one direction.
#[derive(Default)]
struct Same(BTreeMap<Asked, Asked>);

impl Same {
    /// A change compares two consecutive years, so that only their editions need to be matched.
    fn of(years: &[Year], known: &Editions) -> Self {
        let mut same = Self::default();
        for pair in years.windows(2) {
            let join = Join::new(pair[0].questionnaire, pair[1].questionnaire, known);
            for (row, sources) in join.sources.indexed() {
                for &source in sources {
                    same.add((join.earlier.edition, source), (join.later.edition, row));
                }
            }
        }
        same
    }

    fn add(&mut self, one: Asked, other: Asked) {
        let (one, other) = (self.first(one), self.first(other));
        if one != other {
            self.0.insert(one.max(other), one.min(other));
        }
    }

    /// The one that represents all rows that ask the same as this.
    fn first(&self, mut asked: Asked) -> Asked {
        while let Some(&earlier) = self.0.get(&asked) {
            asked = earlier;
        }
        asked
    }
}
