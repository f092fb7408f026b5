//! Takes what the workbooks of an entity say about a row; returns its joint state, in which all perspectives weigh the
//! same.

use std::collections::BTreeMap;

use super::answer::State;
use crate::questionnaire::PerspectiveIndex;

/// Combines an entity's workbooks: the mean within each perspective, then the mean over perspectives. `said` holds the
/// perspective and state of every workbook that contains the row. A blank says nothing if another workbook of the same
/// perspective does: people divide the questions among them.
pub(super) fn join(said: impl Iterator<Item = (PerspectiveIndex, State)>) -> State {
    let mut sides: BTreeMap<PerspectiveIndex, Side> = BTreeMap::new();
    for (perspective, state) in said {
        let side = sides.entry(perspective).or_default();
        match state {
            State::Answered(score) => {
                side.sum += score;
                side.answered += 1.0;
            }
            State::NotApplicable => side.not_applicable = true,
            State::Unknown => side.unknown = true,
            State::Blank => {}
        }
    }
    let answered = || sides.values().filter(|side| side.answered > 0.0);
    if answered().next().is_some() {
        let means = answered().map(|side| side.sum / side.answered);
        return State::Answered(means.sum::<f64>() / answered().count() as f64);
    }
    // A side with blanks only is neither.
    let does_not_apply = |side: &Side| side.not_applicable && !side.unknown;
    if !sides.is_empty() && sides.values().all(does_not_apply) {
        State::NotApplicable
    } else {
        State::Unknown
    }
}

/// What the workbooks of one perspective say together.
#[derive(Default)]
struct Side {
    sum: f64,
    answered: f64,
    not_applicable: bool,
    unknown: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::Index;
    use State::{Answered, Blank, NotApplicable, Unknown};

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

    #[test]
    fn a_blank_says_nothing_only_beside_a_workbook_of_the_same_perspective() {
        assert_eq!(joined([(0, NotApplicable), (0, Blank)]), NotApplicable);
        assert_eq!(joined([(0, NotApplicable), (1, Blank)]), Unknown);
        assert_eq!(joined([(0, Blank), (0, Blank)]), Unknown);
        assert_eq!(joined([(0, NotApplicable), (0, Unknown), (0, Blank)]), Unknown);
    }
}
