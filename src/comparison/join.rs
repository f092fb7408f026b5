//! Takes two editions of a questionnaire; returns their corresponding questions.

use std::collections::{BTreeMap, BTreeSet};

use crate::list::List;
use crate::questionnaire::{Editions, Question, Questionnaire, RowIndex};

/// Matches the rows of two editions. A row of the later edition matches the rows of the earlier one that ask the same:
/// those with its id, or with an id that it replaces, for the same practice. If several rows became one, an entity's
/// answers to them are averaged; if one became several, it counts in each.
#[derive(Clone, Debug)]
pub struct Join<'q> {
    /// The edition with the lower number, or the only one.
    pub earlier: &'q Questionnaire,
    /// The edition with the higher number; questions in both take their step and weight from it.
    pub later: &'q Questionnaire,
    /// Per row of the later edition: the rows of the earlier one that ask the same.
    pub sources: List<RowIndex, Vec<RowIndex>>,
    /// Rows of the earlier edition that the later one does not have.
    pub dropped: Vec<RowIndex>,
}

/// A question that the two editions may share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    /// A row of the later edition.
    Later(RowIndex),
    /// A row that only the earlier edition has.
    Earlier(RowIndex),
}

impl<'q> Join<'q> {
    /// Matches two editions, given in any order. `known` are all available editions: a question may have been replaced
    /// more than once between the two. Editions of different questionnaires have no rows in common, whatever their ids.
    #[must_use]
    pub fn new(one: &'q Questionnaire, other: &'q Questionnaire, known: &Editions) -> Self {
        let (earlier, later) = if one.edition <= other.edition {
            (one, other)
        } else {
            (other, one)
        };
        let mut asked: BTreeMap<(&str, Option<&str>), Vec<RowIndex>> = BTreeMap::new();
        for row in earlier.rows.indices() {
            let key = (earlier.question_of(row).id.as_str(), practice(earlier, row));
            asked.entry(key).or_default().push(row);
        }
        let mut taken = earlier.rows.map(|_| false);
        let sources = later.rows.of_each(|row| {
            let question = later.question_of(row);
            let former = former_ids(question, earlier, later, known).into_iter();
            let mut own: Vec<RowIndex> = former
                .filter_map(|id| asked.get(&(id, practice(later, row))))
                .flatten()
                .copied()
                // An edition that changes the scale of a question should give it a new id. If it did not, the two are
                // treated as different questions.
                .filter(|&old| earlier.id == later.id && earlier.question_of(old).kind.scores_like(&question.kind))
                .collect();
            own.sort_unstable();
            for &old in &own {
                taken[old] = true;
            }
            own
        });
        Self {
            earlier,
            later,
            sources,
            dropped: taken.indices().filter(|&row| !taken[row]).collect(),
        }
    }

    /// Whether both are the same edition.
    #[must_use]
    pub fn is_one_edition(&self) -> bool {
        self.is_later(self.earlier)
    }

    /// Whether this is the later edition.
    #[must_use]
    pub fn is_later(&self, edition: &Questionnaire) -> bool {
        edition.identity() == self.later.identity()
    }

    /// The edition and row that represent a question; those of the later edition if it has the question.
    pub(super) fn row_of(&self, unit: Unit) -> (&'q Questionnaire, RowIndex) {
        match unit {
            Unit::Later(row) => (self.later, row),
            Unit::Earlier(row) => (self.earlier, row),
        }
    }

    /// The weight of a question.
    pub(super) fn weight(&self, unit: Unit) -> f64 {
        let (edition, row) = self.row_of(unit);
        edition.rows[row].weight
    }

    /// Whether a row of the later edition is in the earlier one too.
    #[must_use]
    pub fn is_joined(&self, row: RowIndex) -> bool {
        !self.sources[row].is_empty()
    }

    /// The rows of the other edition that ask the same as this row of `edition`.
    #[must_use]
    pub fn counterparts(&self, edition: &Questionnaire, row: RowIndex) -> Vec<RowIndex> {
        if self.is_later(edition) {
            return self.sources[row].clone();
        }
        let joined = self.sources.indexed();
        let joined = joined.filter(|(_, sources)| sources.contains(&row));
        joined.map(|(later, _)| later).collect()
    }

    /// The number of rows that are in both editions.
    #[must_use]
    pub fn joined(&self) -> usize {
        self.sources.iter().filter(|sources| !sources.is_empty()).count()
    }

    /// The number of rows that are new in the later edition.
    #[must_use]
    pub fn added(&self) -> usize {
        self.sources.len() - self.joined()
    }
}

/// The ids of a question in the earlier edition.
fn former_ids<'q>(
    question: &'q Question,
    earlier: &Questionnaire,
    later: &Questionnaire,
    known: &'q Editions,
) -> BTreeSet<&'q str> {
    let mut ids = BTreeSet::from([question.id.as_str()]);
    ids.extend(question.replaces.iter().map(String::as_str));
    // From the later edition backwards, so that each edition can look up the ids that followed it.
    let mut between: Vec<&Questionnaire> = known
        .every_edition_of(&later.id)
        .filter(|known| earlier.edition < known.edition && known.edition < later.edition)
        .collect();
    between.sort_by_key(|known| std::cmp::Reverse(known.edition));
    for edition in between {
        for older in &edition.questions {
            if ids.contains(older.id.as_str()) {
                ids.extend(older.replaces.iter().map(String::as_str));
            }
        }
    }
    ids
}

fn practice(questionnaire: &Questionnaire, row: RowIndex) -> Option<&str> {
    let practice = questionnaire.rows[row].practice?;
    Some(questionnaire.practices[practice].key.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{Kind, builtin};

    fn edition(year: u16, id: &str, replaces: &[&str]) -> Questionnaire {
        let mut edition = builtin();
        edition.edition = year;
        let question = edition.questions.iter_mut().find(|question| !question.per_practice);
        let question = question.unwrap();
        question.replaces = replaces.iter().map(|&id| id.to_owned()).collect();
        let old = std::mem::replace(&mut question.id, id.to_owned());
        for row in edition.rows.iter_mut().filter(|row| row.id == old) {
            row.id = id.to_owned();
        }
        edition
    }

    #[test]
    fn a_question_is_matched_across_two_editions_in_either_direction() {
        let first = edition(2026, "RVW-91", &[]);
        let middle = edition(2027, "RVW-92", &["RVW-91"]);
        let last = edition(2028, "RVW-93", &["RVW-92"]);
        let mut known = Editions::from(first.clone());
        known.complete_from(&middle.clone().into());
        known.complete_from(&last.clone().into());
        let row = last.row("RVW-93").unwrap();
        for join in [Join::new(&first, &last, &known), Join::new(&last, &first, &known)] {
            assert_eq!(join.sources[row], [first.row("RVW-91").unwrap()]);
            assert_eq!((join.added(), join.dropped.len()), (0, 0));
        }
        // Without the edition in between, nothing says that they ask the same.
        let join = Join::new(&first, &last, &first.clone().into());
        assert_eq!((join.added(), join.dropped.len()), (1, 1));
    }

    #[test]
    fn the_same_id_with_another_scale_is_another_question() {
        let earlier = builtin();
        let mut later = earlier.clone();
        later.edition += 1;
        let share = later
            .questions
            .iter_mut()
            .find_map(|question| match &mut question.kind {
                Kind::Share { target } => Some(target),
                _ => None,
            });
        *share.unwrap() /= 2.0;
        let join = Join::new(&earlier, &later, &earlier.clone().into());
        assert_eq!((join.added(), join.dropped.len()), (1, 1));
    }
}
