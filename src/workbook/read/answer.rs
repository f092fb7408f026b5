//! Takes the cells of one row; returns its answer, interpreted by the kind of question.

use super::answer_findings::AnswerFinding as F;
use super::cells::Content;
use super::numbers::{percentage, read_number};
use super::words::{not_typed, quote, show};
use crate::answers::{Answer, Choice, Value};
use crate::questionnaire::{Kind, Questionnaire};
use crate::spelling::{fold, look_alike, nearest, spells};
use crate::workbook::layout::{
    NOT_APPLICABLE, UNKNOWN, YES_PARTLY_NO, header, level_label, says_not_applicable, says_unknown,
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
        (None, None) if kind.is_pair() => match word_for_numbers(cells) {
            Some((answer, None)) => (answer, None),
            Some((answer, Some(column))) => (answer, Some((column, F::BesideNumbers))),
            None => pair(kind, cells),
        },
        (None, None) => (Answer::Missing, None),
    }
}

/// Whether a cell on its own is a valid answer to a question of this kind.
pub(super) fn reads_as_answer(questionnaire: &Questionnaire, kind: &Kind, content: &Content) -> bool {
    word(content).is_some() || value(questionnaire, kind, content).is_ok()
}

fn word(content: &Content) -> Option<Answer> {
    let Content::Text(text) = content else { return None };
    let text = plain(text);
    if says_unknown(text) {
        Some(Answer::Unknown)
    } else if says_not_applicable(text) {
        Some(Answer::NotApplicable)
    } else {
        None
    }
}

/// The text without what people put after a word: "ja." and "JA!" say the same as "ja".
fn plain(text: &str) -> &str {
    let plain = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '!' | ',' | ';' | ':'));
    if plain.is_empty() { text } else { plain }
}

fn not_a_word(content: &Content) -> F {
    match content {
        Content::Text(_) | Content::Number(_) | Content::Percentage(_) | Content::Bool(_) => {
            F::NumbersBelongElsewhere { found: show(content) }
        }
        other => not_typed(other),
    }
}

/// The word in place of one of the two numbers or of both; and where it is, if the other holds something else.
fn word_for_numbers(cells: &Cells) -> Option<(Answer, Option<Column>)> {
    match (cells.part.and_then(word), cells.whole.and_then(word)) {
        (Some(part), Some(whole)) => (part == whole).then_some((part, None)),
        (Some(part), None) => Some((part, cells.whole.map(|_| Column::Part))),
        (None, Some(whole)) => Some((whole, cells.part.map(|_| Column::Whole))),
        (None, None) => None,
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
                meant: vec![word.to_owned()],
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
    let given = bare(plain(text));
    let given = given.strip_prefix("niveau ").unwrap_or(&given);
    for (number, label) in labels.iter().enumerate() {
        if given == bare(label) || given == bare(&questionnaire.levels[number].label) {
            return Ok(Value::Level(number as u8));
        }
    }
    let typed = Content::Text(given.into());
    match read_number(&typed) {
        Ok(number) => whole_level(number).ok_or_else(|| F::BadLevel { found: quote(text) }),
        Err(percentage @ F::Percentage { .. }) => Err(percentage),
        Err(_) => Err(outside_list(text, labels, given)),
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
    match YES_PARTLY_NO.iter().position(|word| spells(plain(text), word)) {
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

/// The finding for a text that is not in the list, with the choices that it resembles: of a number and a word that
/// contradict each other, both.
fn outside_list(text: &str, choices: Vec<String>, given: &str) -> F {
    const WRITTEN_OUT: [&str; 5] = ["nul", "een", "twee", "drie", "vier"];
    let is_level = choices.len() == WRITTEN_OUT.len();
    let number = given.split(' ').next().and_then(|first| {
        let written = WRITTEN_OUT.iter().position(|word| *word == given);
        written.or_else(|| first.parse().ok().filter(|_| given.contains(' ')))
    });
    let number = number.filter(|number| is_level && *number < choices.len());
    let words = match number {
        Some(_) => given.split_once(' ').map_or("", |(_, words)| words),
        None => given,
    };
    let names: Vec<&str> = choices
        .iter()
        .map(|choice| choice.split_once("– ").map_or(choice.as_str(), |(_, name)| name))
        .collect();
    let first = words.split([' ', ',', ';']).next().unwrap_or_default();
    let word = names
        .iter()
        .position(|name| !is_level && spells(first, name))
        .or_else(|| {
            let near = nearest(words, names.iter().copied())?;
            names.iter().position(|name| *name == near)
        });
    let word = word.or_else(|| {
        let near = nearest(text, choices.iter().map(String::as_str))?;
        choices.iter().position(|choice| choice == near)
    });
    let mut meant: Vec<String> = [number, word.filter(|word| Some(*word) != number)]
        .into_iter()
        .flatten()
        .map(|index| choices[index].clone())
        .collect();
    // Nearly the same letters do not make a "no" into a "do not know".
    let others = [UNKNOWN, NOT_APPLICABLE];
    if meant.is_empty()
        && let Some(near) = others.into_iter().find(|other| look_alike(other, plain(text)))
    {
        meant.push(near.to_owned());
    }
    let mut allowed = choices;
    allowed.extend(others.map(str::to_owned));
    F::OutsideList {
        found: quote(text),
        meant,
        allowed,
    }
}
