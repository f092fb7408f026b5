//! Takes what the workbooks of an entity say about a row; returns its joint state, in which all perspectives weigh the
//! same.

use std::collections::BTreeMap;

use super::answer::State;
use crate::questionnaire::PerspectiveIndex;

/// Combines an entity's workbooks: the mean within each perspective, then the mean over perspectives. `said` holds the
/// perspective and state of every workbook that contains the row.
pub(super) fn join(said: impl Iterator<Item = (PerspectiveIndex, State)>) -> State {
    let mut sums: BTreeMap<PerspectiveIndex, (f64, f64)> = BTreeMap::new();
    let mut workbooks = 0;
    let mut not_applicable = 0;
    for (perspective, state) in said {
        workbooks += 1;
        match state {
            State::Answered(score) => {
                let sum = sums.entry(perspective).or_default();
                sum.0 += score;
                sum.1 += 1.0;
            }
            State::NotApplicable => not_applicable += 1,
            State::Unknown => {}
        }
    }
    if sums.is_empty() {
        return if workbooks > 0 && workbooks == not_applicable {
            State::NotApplicable
        } else {
            State::Unknown
        };
    }
    let means = sums.values().map(|(sum, number)| sum / number);
    State::Answered(means.sum::<f64>() / sums.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::Index;
    use State::{Answered, NotApplicable, Unknown};

    /// The combined state of workbooks, each given with the number of its perspective.
    fn joined<const N: usize>(said: [(usize, State); N]) -> State {
        join(
            said.into_iter()
                .map(|(number, state)| (PerspectiveIndex::at(number), state)),
        )
    }

    #[test]
    fn perspectives_weigh_the_same_however_many_respondents_they_have() {
        // Perspective 0: (100 + 50) / 2 = 75; perspective 1: 25; together (75 + 25) / 2 = 50.
        let said = [(0, Answered(100.0)), (1, Answered(25.0)), (0, Answered(50.0))];
        assert_eq!(joined(said), Answered(50.0));
    }

    #[test]
    fn not_applicable_and_unknown_together_are_unknown() {
        assert_eq!(joined([(0, NotApplicable), (1, NotApplicable)]), NotApplicable);
        assert_eq!(joined([(0, NotApplicable), (1, Unknown)]), Unknown);
        assert_eq!(joined([(0, NotApplicable), (1, Answered(75.0))]), Answered(75.0));
        assert_eq!(join(std::iter::empty()), Unknown);
    }
}
