//! Takes an answer; returns its score of 0 to 100.

use crate::answers::{Answer, Choice, Value};
use crate::questionnaire::Kind;

/// What one workbook says about one row, as far as scoring is concerned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum State {
    /// A score, 0 to 100.
    Answered(f64),
    /// The question does not apply.
    NotApplicable,
    /// "Weet ik niet".
    Unknown,
    /// Left blank. It counts as unknown, unless another workbook of the same entity and perspective says something.
    Blank,
}

/// The score of an answer to a question of this kind.
///
/// An answer in a form that does not match the kind counts as unknown; the reader never produces one.
#[must_use]
pub fn state(kind: &Kind, answer: Answer) -> State {
    let value = match answer {
        Answer::Answered(_) if answer.nothing_needed() => return State::NotApplicable,
        Answer::Answered(value) => value,
        Answer::NotApplicable => return State::NotApplicable,
        Answer::Unknown | Answer::Unfounded => return State::Unknown,
        Answer::Missing => return State::Blank,
    };
    match (kind, value) {
        (Kind::Level { .. }, Value::Level(level)) => State::Answered(25.0 * f64::from(level)),
        (Kind::YesNo, Value::Choice(choice)) => State::Answered(match choice {
            Choice::Yes => 100.0,
            Choice::Partly => 50.0,
            Choice::No => 0.0,
        }),
        (Kind::Share { target }, Value::Pair { part, whole }) => {
            State::Answered(100.0 * (part / whole / target).min(1.0))
        }
        (Kind::Capacity, Value::Pair { part, whole }) => State::Answered(100.0 * (part / whole).min(1.0)),
        (Kind::Count { full_at, zero_at, .. }, Value::Count(value)) => {
            // Zero divided by a negative scale would be a zero with a sign.
            State::Answered((100.0 * (value - zero_at) / (full_at - zero_at)).clamp(0.0, 100.0) + 0.0)
        }
        (Kind::Level { .. } | Kind::YesNo | Kind::Share { .. } | Kind::Capacity | Kind::Count { .. }, _) => {
            State::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(part: f64, whole: f64) -> Answer {
        Answer::Answered(Value::Pair { part, whole })
    }

    #[test]
    fn levels_score_in_steps_of_25() {
        let kind = Kind::Level {
            anchors: Default::default(),
        };
        assert_eq!(state(&kind, Answer::Answered(Value::Level(3))), State::Answered(75.0));
        assert_eq!(state(&kind, Answer::Missing), State::Blank);
    }

    #[test]
    fn a_share_reaches_full_score_at_its_target() {
        // 3 out of 5 is 0.6; with a target of 0.8 that is 0.75, which scores 75.
        let State::Answered(score) = state(&Kind::Share { target: 0.8 }, pair(3.0, 5.0)) else {
            panic!("3 of 5 is an answer");
        };
        assert!((score - 75.0).abs() < 1e-9);
        assert_eq!(
            state(&Kind::Share { target: 0.8 }, pair(5.0, 5.0)),
            State::Answered(100.0)
        );
    }

    #[test]
    fn capacity_with_nothing_needed_does_not_apply() {
        assert_eq!(state(&Kind::Capacity, pair(4.0, 0.0)), State::NotApplicable);
        assert_eq!(state(&Kind::Capacity, pair(2.0, 8.0)), State::Answered(25.0));
        assert_eq!(state(&Kind::Capacity, pair(9.0, 8.0)), State::Answered(100.0));
    }

    #[test]
    fn a_count_may_run_in_either_direction_and_is_limited_at_both_ends() {
        let days = Kind::Count {
            full_at: 0.0,
            zero_at: 14.0,
            unit: "dagen".into(),
        };
        let count = |value| Answer::Answered(Value::Count(value));
        assert_eq!(state(&days, count(7.0)), State::Answered(50.0));
        assert_eq!(state(&days, count(30.0)), State::Answered(0.0));
        assert!(matches!(state(&days, count(14.0)), State::Answered(score) if score.is_sign_positive()));
        let officers = Kind::Count {
            full_at: 2.0,
            zero_at: 0.0,
            unit: String::new(),
        };
        assert_eq!(state(&officers, count(1.0)), State::Answered(50.0));
        assert_eq!(state(&officers, count(5.0)), State::Answered(100.0));
    }
}
