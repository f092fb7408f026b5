//! Takes a writer and a question; returns the answer: how far along things are, plus a little chance.

use super::chance::between;
use super::{OwnWay, Region, Year};
use crate::answers::{Answer, Choice, Value};
use crate::questionnaire::{Kind, Questionnaire, Role, RowIndex};

/// The person who fills in a workbook, and the year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Writer<'a> {
    pub(super) region: &'a Region,
    pub(super) number: u16,
    pub(super) year: &'a Year,
    pub(super) role: Role,
    pub(super) municipality: Option<&'a str>,
    pub(super) perspective: &'static str,
    /// Whether it is a short workbook with only the perspective's questions.
    pub(super) short: bool,
    /// How many levels this writer rates things higher than they are.
    pub(super) along: f64,
    /// How often this writer does not know, 0 to 1.
    pub(super) unknown: f64,
}

/// This writer's answer to a row of the workbook.
pub(super) fn answer(questionnaire: &Questionnaire, row: RowIndex, writer: &Writer) -> Answer {
    let own_way = own_way(questionnaire, row, writer.region);
    let known = own_way.and_then(|own| own.level);
    if own_way.is_some() && known.is_none() {
        return Answer::Unknown;
    }
    let roll = writer.chance(questionnaire, row, "known");
    if known.is_none() && roll < writer.unknown {
        return Answer::Unknown;
    }
    // What the law asks always applies.
    if roll > 0.98 && !questionnaire.question_of(row).legal {
        return Answer::NotApplicable;
    }
    let level = level(questionnaire, row, writer, known);
    if level < writer.year.unsure_below {
        return Answer::Unknown;
    }
    Answer::Answered(value(questionnaire, row, writer, level))
}

/// What all agree on after they answered a row separately. Where they answered the same, they mostly leave it blank.
pub(super) fn agreed(questionnaire: &Questionnaire, row: RowIndex, all: &Writer, separately: &[Writer]) -> Answer {
    let answers = separately.iter().map(|writer| answer(questionnaire, row, writer));
    let answers: Vec<Answer> = answers.collect();
    let known = answers.iter().filter(|answer| matches!(answer, Answer::Answered(_)));
    let known: Vec<Answer> = known.copied().collect();
    let levels = known.iter().filter_map(|answer| match answer {
        Answer::Answered(Value::Level(level)) => Some(*level),
        _ => None,
    });
    let levels = levels.clone().min().zip(levels.max());
    let is_same = answers.iter().all(|answer| *answer == answers[0]);
    let roll = all.chance(questionnaire, row, "agreed");
    match levels {
        // A group sometimes flatters itself.
        Some((_, highest)) if roll < 0.3 && highest < 4 => Answer::Answered(Value::Level(highest + 1)),
        _ if is_same => Answer::Missing,
        Some((lowest, highest)) if highest - lowest > 1 => {
            Answer::Answered(Value::Level(u8::midpoint(lowest, highest)))
        }
        _ if known.is_empty() => Answer::NotApplicable,
        _ => known[(roll * known.len() as f64) as usize],
    }
}

/// What the region organised for the practice of this row, if the story says so.
fn own_way<'a>(questionnaire: &Questionnaire, row: RowIndex, region: &'a Region) -> Option<&'a OwnWay> {
    let step = questionnaire.question_of(row).step;
    let practice = &questionnaire.practices[questionnaire.rows[row].practice?].key;
    let mut own_ways = region.own_ways.iter();
    own_ways.find(|own| own.step == step && own.practice == practice)
}

/// How far along this writer considers what a row asks about, from level 0 to 4, starting from what the story says.
fn level(questionnaire: &Questionnaire, row: RowIndex, writer: &Writer, known: Option<f64>) -> f64 {
    let question = questionnaire.question_of(row);
    let level = match known {
        Some(level) => level,
        None => {
            let theme = match questionnaire.themes[question.theme].key.as_str() {
                "opvangcapaciteit" => -0.5,
                "expertise" => 0.5,
                "informele-netwerken" => -0.2,
                _ => 0.1,
            };
            let noise = 2.2 * writer.chance(questionnaire, row, "level") - 1.1;
            // People rate the same situation slightly differently from year to year.
            let year = writer.chance(questionnaire, row, &writer.number.to_string());
            writer.region.steps[question.step] + writer.along + theme + noise + 0.05 * year - 0.025
        }
    };
    // A good year is not equally good for every step.
    let step = question.step.to_string();
    let pace = between(0.4, 1.6, &[&writer.region.name, &step, &writer.number.to_string()]);
    (level + pace * writer.year.along).clamp(0.0, 4.0)
}

/// A level as an answer of the question's kind.
fn value(questionnaire: &Questionnaire, row: RowIndex, writer: &Writer, level: f64) -> Value {
    match &questionnaire.question_of(row).kind {
        Kind::Level { .. } => Value::Level(level.round() as u8),
        Kind::YesNo => Value::Choice(match level {
            level if level < 1.2 => Choice::No,
            level if level < 2.6 => Choice::Partly,
            _ => Choice::Yes,
        }),
        Kind::Share { .. } | Kind::Capacity => {
            let named = named_whole(&questionnaire.question_of(row).text);
            let whole = named.unwrap_or_else(|| (6.0 + 18.0 * writer.chance(questionnaire, row, "whole")).round());
            Value::Pair {
                part: (whole * level / 4.0).round(),
                whole,
            }
        }
        Kind::Count { full_at, zero_at, .. } => {
            Value::Count(((zero_at + (full_at - zero_at) * level / 4.0) * 2.0).round() / 2.0)
        }
    }
}

/// The whole that a question names itself, such as the seven steps of the chain: "(noemer: 7)".
fn named_whole(text: &str) -> Option<f64> {
    let (_, rest) = text.split_once("(noemer: ")?;
    rest.split_once(')')?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::builtin;

    #[test]
    fn a_whole_that_a_question_names_is_the_largest_that_the_edition_expects() {
        let questionnaire = builtin();
        let named = questionnaire
            .questions
            .iter()
            .filter_map(|question| Some((named_whole(&question.text)?, question.largest)));
        let named: Vec<(f64, Option<f64>)> = named.collect();
        assert!(!named.is_empty());
        assert!(
            named.iter().all(|&(whole, largest)| largest == Some(whole)),
            "{named:?}"
        );
    }
}
