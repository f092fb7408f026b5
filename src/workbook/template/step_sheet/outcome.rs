//! What the formulas of a workbook as made result in, for programs that show a workbook without computing it.

use crate::answers::{Answer, Value};
use crate::questionnaire::Kind;
use crate::scoring::answer::{State, state};

/// Values of the column that shows what remains to be done.
pub(in crate::workbook::template) const OPEN: &str = "open";
pub(in crate::workbook::template) const HALF: &str = "half";
pub(in crate::workbook::template) const WRONG: &str = "klopt niet";
pub(in crate::workbook::template) const DONE: &str = "klaar";

/// What the formulas of one row result in.
#[derive(Clone, Copy)]
pub(super) struct Outcome {
    /// What remains to be done.
    pub(super) state: &'static str,
    /// The score, if there is one.
    pub(super) score: Option<f64>,
    /// The score times its weight.
    pub(super) points: f64,
    weight: f64,
    is_unknown: bool,
}

impl Outcome {
    pub(super) fn of(kind: &Kind, answer: Answer, weight: f64) -> Self {
        let is_wrong = match (kind, answer) {
            (Kind::Share { .. }, Answer::Answered(Value::Pair { part, whole })) => whole <= 0.0 || part > whole,
            _ => false,
        };
        let score = match state(kind, answer) {
            State::Answered(score) if !is_wrong => Some(score),
            _ => None,
        };
        Self {
            state: match answer {
                Answer::Missing => OPEN,
                _ if is_wrong => WRONG,
                _ => DONE,
            },
            score,
            points: score.unwrap_or(0.0) * weight,
            weight,
            is_unknown: answer == Answer::Unknown,
        }
    }
}

/// What the formulas about all rows of a step, or of the workbook, result in.
#[derive(Clone, Copy, Default)]
pub(in crate::workbook::template) struct Tally {
    pub(in crate::workbook::template) rows: usize,
    pub(in crate::workbook::template) done: usize,
    pub(in crate::workbook::template) unknown: usize,
    scored: usize,
    points: f64,
    weight: f64,
}

impl Tally {
    pub(super) fn add(&mut self, row: &Outcome) {
        self.rows += 1;
        self.done += usize::from(row.state == DONE);
        self.unknown += usize::from(row.is_unknown);
        if row.score.is_some() {
            self.scored += 1;
            self.points += row.points;
            self.weight += row.weight;
        }
    }

    /// The rows on which something remains to be done.
    pub(in crate::workbook::template) fn open(&self) -> usize {
        self.rows - self.done
    }

    /// The provisional score, if any row has one.
    pub(in crate::workbook::template) fn score(&self) -> Option<f64> {
        (self.scored > 0).then(|| self.points / self.weight)
    }
}

/// A score as the result of a formula: an empty text if there is none.
pub(in crate::workbook::template) fn shown(score: Option<f64>) -> String {
    score.map_or_else(String::new, |score| score.to_string())
}
