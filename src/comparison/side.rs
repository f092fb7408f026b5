//! Takes a region's answers in one of two years; returns them by question and entity as both years identify them.

use std::collections::{BTreeMap, BTreeSet};

use super::Year;
use super::join::{Join, Unit};
use super::turnout::{Became, Key};
use crate::answers::Entity;
use crate::list::List;
use crate::questionnaire::{Questionnaire, Role, RowIndex};
use crate::scoring::answer::State;
use crate::scoring::stated;

/// The answers of one year, by question and entity as both years identify them.
pub(super) struct Side {
    /// By row of the year's own edition.
    own: BTreeMap<(RowIndex, Key), f64>,
    /// By question as both years identify it.
    pub(super) pairs: BTreeMap<(Unit, Key), f64>,
    /// What was called not applicable, by row of the year's own edition.
    not_applicable: Vec<(RowIndex, Key)>,
    /// Per row of the year's own edition, the questions that it is as both years identify them.
    units: List<RowIndex, Vec<Unit>>,
    /// Entities that sent at least one workbook.
    pub(super) sent: BTreeSet<Key>,
    /// Entities that sent a joint workbook.
    pub(super) joint: BTreeSet<Key>,
}

impl Side {
    /// The answers of a year; `became` says what its municipalities are called in the other year.
    pub(super) fn new(year: &Year, join: &Join, became: &Became) -> Self {
        let (mut answers, mut not_applicable) = (Vec::new(), Vec::new());
        for found in stated(year.questionnaire, year.region) {
            let pair = (found.row, became.key(year.region, found.entity));
            match found.state {
                State::Answered(score) => answers.push((pair, score)),
                State::NotApplicable => not_applicable.push(pair),
                State::Unknown | State::Blank => {}
            }
        }
        // Merged municipalities count as one, with the unweighted mean of their scores.
        let own = means(answers.into_iter());
        let entities = year.region.entities.indexed();
        let sent = entities
            .filter(|(_, entity)| !entity.submissions.is_empty())
            .map(|(entity, _)| became.key(year.region, entity))
            .collect();
        let is_joint = |entity: &Entity| {
            let mut own = entity.submissions.iter().map(|&book| &year.region.submissions[book]);
            own.any(|book| book.is_joint)
        };
        let joint = year.region.entities.indexed().filter(|(_, entity)| is_joint(entity));
        let joint = joint.map(|(entity, _)| became.key(year.region, entity)).collect();
        let units = units(year.questionnaire, join);
        let pairs = own
            .iter()
            .flat_map(|(pair, score)| of_units(&units, pair).map(move |pair| (pair, *score)));
        Self {
            pairs: means(pairs),
            not_applicable,
            units,
            own,
            sent,
            joint,
        }
    }

    /// What was called not applicable and not answered as well, by question as both years identify it.
    pub(super) fn not_applicable(&self) -> BTreeSet<(Unit, Key)> {
        let pairs = self.not_applicable.iter().flat_map(|pair| of_units(&self.units, pair));
        pairs.filter(|pair| !self.pairs.contains_key(pair)).collect()
    }

    /// Who answered each question, by row of the year's own edition.
    pub(super) fn who_answered(&self) -> BTreeMap<Unit, BTreeMap<RowIndex, BTreeSet<&Key>>> {
        let mut who: BTreeMap<Unit, BTreeMap<RowIndex, BTreeSet<&Key>>> = BTreeMap::new();
        for (row, entity) in self.own.keys() {
            for &unit in &self.units[*row] {
                who.entry(unit).or_default().entry(*row).or_default().insert(entity);
            }
        }
        who
    }

    /// The scores on one question, by entity.
    pub(super) fn of_unit(&self, unit: Unit) -> impl Iterator<Item = (&(Unit, Key), f64)> {
        let first = (unit, (Role::Municipality, String::new()));
        let pairs = self
            .pairs
            .range(first..)
            .take_while(move |((other, _), _)| *other == unit);
        pairs.map(|(pair, score)| (pair, *score))
    }

    /// `F°_a`: the year's score for a step, entirely according to its own edition and regardless of coverage.
    pub(super) fn own_score(&self, edition: &Questionnaire, step: usize) -> Option<f64> {
        let of_step = self
            .own
            .iter()
            .filter(|((row, _), _)| edition.question_of(*row).step == step);
        mean(of_step.map(|((row, _), score)| (*row, *score)), |row| {
            edition.rows[row].weight
        })
    }
}

/// An answer to a row, as one to each question that it is.
fn of_units<'u>(
    units: &'u List<RowIndex, Vec<Unit>>,
    (row, entity): &'u (RowIndex, Key),
) -> impl Iterator<Item = (Unit, Key)> + use<'u> {
    units[*row].iter().map(move |&unit| (unit, entity.clone()))
}

/// The unweighted mean per key.
fn means<K: Ord>(scores: impl Iterator<Item = (K, f64)>) -> BTreeMap<K, f64> {
    let mut sums: BTreeMap<K, (f64, f64)> = BTreeMap::new();
    for (key, score) in scores {
        let sum = sums.entry(key).or_default();
        sum.0 += score;
        sum.1 += 1.0;
    }
    let means = sums.into_iter().map(|(key, (sum, number))| (key, sum / number));
    means.collect()
}

/// Per row of an edition, the questions that it is as both years identify them.
fn units(edition: &Questionnaire, join: &Join) -> List<RowIndex, Vec<Unit>> {
    if join.is_later(edition) {
        return edition.rows.of_each(|row| vec![Unit::Later(row)]);
    }
    let mut units: List<RowIndex, Vec<Unit>> = join.earlier.rows.map(|_| Vec::new());
    for (row, sources) in join.sources.indexed() {
        for &source in sources {
            units[source].push(Unit::Later(row));
        }
    }
    for &row in &join.dropped {
        units[row].push(Unit::Earlier(row));
    }
    units
}

/// The weighted mean over questions of the unweighted mean over entities.
pub(super) fn mean<Q: Ord + Copy>(pairs: impl Iterator<Item = (Q, f64)>, weight: impl Fn(Q) -> f64) -> Option<f64> {
    let mut questions: BTreeMap<Q, (f64, f64)> = BTreeMap::new();
    for (unit, score) in pairs {
        let sum = questions.entry(unit).or_default();
        sum.0 += score;
        sum.1 += 1.0;
    }
    let (mut sum, mut weights) = (0.0, 0.0);
    for (unit, (scores, number)) in questions {
        sum += weight(unit) * scores / number;
        weights += weight(unit);
    }
    (weights > 0.0).then(|| sum / weights)
}
