//! Takes the cells of one row; returns its answer, interpreted by the kind of question.

use super::answer_findings::AnswerFinding as F;
use super::cells::Content;
use super::numbers::{percentage, read_number};
use super::words::{not_typed, quote, show};
use crate::answers::{Answer, Choice, Value};
use crate::questionnaire::{Kind, Questionnaire};
use crate::spelling::{fold, nearest, spells};
use crate::workbook::layout::{
    self, NOT_APPLICABLE, UNKNOWN, YES_PARTLY_NO, header, level_label, says_not_applicable, says_unknown,
};

/// Which cell of a row a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Answer,
    Part,
    Whole,
}

/// The cells of a row that may contain its answer.
pub(super) struct Cells<'r> {
    pub(super) answer: Option<&'r Content<'r>>,
    pub(super) part: Option<&'r Content<'r>>,
    pub(super) whole: Option<&'r Content<'r>>,
}

impl Cells<'_> {
    /// Whether nothing is filled in.
    pub(super) fn blank(&self) -> bool {
        self.answer.is_none() && self.part.is_none() && self.whole.is_none()
    }
}

/// An answer and what is wrong with it. If that is an error, the answer is `Missing`.
pub(super) type Interpretation = (Answer, Option<(Column, F)>);

/// Reads the answer to a question of this kind.
pub(super) fn interpret(questionnaire: &Questionnaire, kind: &Kind, cells: &Cells) -> Interpretation {
    let word = cells.answer.and_then(|content| word(content));
    match (word, cells.answer) {
        (Some(answer), _) if kind.is_pair() && (cells.part.is_some() || cells.whole.is_some()) => {
            (answer, Some((Column::Answer, F::BesideNumbers)))
        }
        (Some(answer), _) => (answer, None),
        (None, Some(answer)) => match value(questionnaire, kind, answer) {
            Ok(value) => (Answer::Answered(value), None),
            Err(finding) => (Answer::Missing, Some((Column::Answer, finding))),
        },
        (None, None) if kind.is_pair() => pair(kind, cells),
        (None, None) => (Answer::Missing, None),
    }
}

/// Whether a cell on its own is a valid answer to a question of this kind.
pub(super) fn reads_as_answer(questionnaire: &Questionnaire, kind: &Kind, content: &Content) -> bool {
    word(content).is_some() || value(questionnaire, kind, content).is_ok()
}

fn word(content: &Content) -> Option<Answer> {
    let Content::Text(text) = content else { return None };
    if says_unknown(text) {
        Some(Answer::Unknown)
    } else if says_not_applicable(text) {
        Some(Answer::NotApplicable)
    } else {
        None
    }
}

fn not_a_word(content: &Content) -> F {
    match content {
        Content::Text(_) | Content::Number(_) | Content::Percentage(_) | Content::Bool(_) => {
            F::NumbersBelongElsewhere { found: show(content) }
        }
        other => not_typed(other),
    }
}

fn pair(kind: &Kind, cells: &Cells) -> Interpretation {
    let missing = |column, finding| (Answer::Missing, Some((column, finding)));
    let (part, whole) = match (cells.part, cells.whole) {
        (None, None) => return (Answer::Missing, None),
        (Some(part), None) => match read_number(part) {
            Ok(_) => return missing(Column::Whole, F::HalfAPair { absent: header::WHOLE }),
            Err(finding) => return missing(Column::Part, finding),
        },
        (None, Some(whole)) => match read_number(whole) {
            Ok(_) => return missing(Column::Part, F::HalfAPair { absent: header::PART }),
            Err(finding) => return missing(Column::Whole, finding),
        },
        (Some(part), Some(whole)) => (part, whole),
    };
    // Of two percentages the second says what the first is a part of.
    let both = percentage(part).zip(percentage(whole));
    let (part, whole) = both.as_ref().map_or((part, whole), |(part, whole)| (part, whole));
    let part = match read_number(part) {
        Ok(part) => part,
        Err(finding) => return missing(Column::Part, finding),
    };
    let whole = match read_number(whole) {
        Ok(whole) => whole,
        Err(finding) => return missing(Column::Whole, finding),
    };
    match kind {
        Kind::Share { .. } if whole == 0.0 => missing(Column::Whole, F::ZeroWhole),
        Kind::Share { .. } if part > whole => missing(Column::Part, F::PartAboveWhole { part, whole }),
        Kind::Share { .. } | Kind::Capacity | Kind::Level { .. } | Kind::YesNo | Kind::Count { .. } => {
            (Answer::Answered(Value::Pair { part, whole }), None)
        }
    }
}

/// The answer in the cell `Antwoord`, for a question of this kind.
fn value(questionnaire: &Questionnaire, kind: &Kind, content: &Content) -> Result<Value, F> {
    match kind {
        Kind::Level { .. } => level(questionnaire, content),
        Kind::YesNo => choice(content),
        Kind::Share { .. } | Kind::Capacity => Err(not_a_word(content)),
        Kind::Count { .. } => count(content),
    }
}

fn count(content: &Content) -> Result<Value, F> {
    match read_number(content) {
        Err(F::NotANumber { found }) => Err(match nearest(&found, [UNKNOWN, NOT_APPLICABLE]) {
            Some(word) => F::OutsideList {
                meant: Some(word.to_owned()),
                found,
                allowed: vec!["een getal".to_owned(), UNKNOWN.to_owned(), NOT_APPLICABLE.to_owned()],
            },
            None => F::NotANumber { found },
        }),
        read => read.map(Value::Count),
    }
}

fn level(questionnaire: &Questionnaire, content: &Content) -> Result<Value, F> {
    let text = match content {
        Content::Number(number) => return whole_level(*number).ok_or_else(|| F::BadLevel { found: show(content) }),
        Content::Text(text) => text,
        Content::Bool(_) => return Err(F::BadLevel { found: show(content) }),
        other => return Err(not_typed(other)),
    };
    let labels: Vec<String> = (0..questionnaire.levels.len())
        .map(|level| level_label(questionnaire, level))
        .collect();
    // Nearly always it was picked from the list.
    if let Some(level) = labels.iter().position(|label| label == text) {
        return Ok(Value::Level(level as u8));
    }
    let bare = |text: &str| {
        fold(text)
            .replace('-', " ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let given = bare(text);
    for (number, label) in labels.iter().enumerate() {
        if given == bare(label) || given == bare(&questionnaire.levels[number].label) {
            return Ok(Value::Level(number as u8));
        }
    }
    match read_number(content) {
        Ok(number) => whole_level(number).ok_or_else(|| F::BadLevel { found: quote(text) }),
        Err(percentage @ F::Percentage { .. }) => Err(percentage),
        Err(_) => Err(outside_list(text, labels, &given)),
    }
}

fn whole_level(number: f64) -> Option<Value> {
    let level = [0.0, 1.0, 2.0, 3.0, 4.0].iter().position(|level| *level == number)?;
    Some(Value::Level(level as u8))
}

fn choice(content: &Content) -> Result<Value, F> {
    let text = match content {
        Content::Text(text) => text.as_ref(),
        Content::Number(_) | Content::Bool(_) => &show(content),
        other => return Err(not_typed(other)),
    };
    match YES_PARTLY_NO.iter().position(|word| spells(text, word)) {
        Some(0) => Ok(Value::Choice(Choice::Yes)),
        Some(1) => Ok(Value::Choice(Choice::Partly)),
        Some(_) => Ok(Value::Choice(Choice::No)),
        None => Err(outside_list(
            text,
            YES_PARTLY_NO.map(str::to_owned).to_vec(),
            &fold(text),
        )),
    }
}

/// The finding for a text that is not in the list, with the choice that it resembles.
fn outside_list(text: &str, mut allowed: Vec<String>, given: &str) -> F {
    const WRITTEN_OUT: [&str; 5] = ["nul", "een", "twee", "drie", "vier"];
    allowed.extend([layout::UNKNOWN.to_owned(), layout::NOT_APPLICABLE.to_owned()]);
    let spelled = WRITTEN_OUT
        .iter()
        .position(|word| given.split(' ').next() == Some(word));
    let meant = match spelled {
        Some(number) if allowed.len() > WRITTEN_OUT.len() => Some(allowed[number].clone()),
        _ => {
            let after_number = |label: &str| {
                label
                    .split_once("– ")
                    .map_or(label.to_owned(), |(_, name)| name.to_owned())
            };
            let names: Vec<String> = allowed.iter().map(|label| after_number(label)).collect();
            nearest(text, names.iter().map(String::as_str))
                .and_then(|name| names.iter().position(|known| known == name))
                .or_else(|| {
                    let close = nearest(text, allowed.iter().map(String::as_str))?;
                    allowed.iter().position(|known| known == close)
                })
                .map(|index| allowed[index].clone())
        }
    };
    F::OutsideList {
        found: quote(text),
        meant,
        allowed,
    }
}
