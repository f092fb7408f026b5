//! Takes a region's figures; returns the table `scores`: chain, steps, themes and questions, one below the other.

use super::{SCORES, Table, figure, text, whole};
use crate::answers::Region;
use crate::questionnaire::{Questionnaire, RowIndex};
use crate::scoring::{Chain, RegionScore, Total};

/// The figures of one scored item.
#[derive(Default)]
struct Line<'a> {
    level: &'static str,
    key: &'a str,
    step: Option<usize>,
    score: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    norm: Option<f64>,
    gap: Option<f64>,
    coverage: Option<f64>,
    applicable: Option<f64>,
    status: Option<&'static str>,
}

/// One line for the chain, and for each step, theme and row of the questionnaire.
#[must_use]
pub fn scores<'a>(questionnaire: &'a Questionnaire, region: &'a Region, score: &RegionScore) -> Table<'a> {
    let mut lines = vec![of_chain(&score.chain)];
    let steps = questionnaire.steps.iter().zip(&score.steps).enumerate();
    lines.extend(steps.map(|(number, (step, total))| Line {
        step: Some(number),
        ..of_total("step", &step.key, total)
    }));
    let themes = questionnaire.themes.iter().zip(&score.themes);
    lines.extend(themes.map(|(theme, total)| of_total("theme", &theme.key, total)));
    lines.extend(
        questionnaire
            .rows
            .indices()
            .map(|row| of_row(questionnaire, score, row)),
    );

    let lines = lines.as_slice();
    let columns = vec![
        text("region", lines, |_| Some(&region.name)),
        whole("year", lines, |_| Some(region.year.into())),
        text("level", lines, |line| Some(line.level)),
        text("key", lines, |line| Some(line.key)),
        figure("score", lines, |line| line.score),
        figure("low", lines, |line| line.low),
        figure("high", lines, |line| line.high),
        figure("norm", lines, |line| line.norm),
        figure("gap", lines, |line| line.gap),
        figure("coverage", lines, |line| line.coverage),
        text("status", lines, |line| line.status),
        // The table of answers identifies steps by number, which a step's key does not contain.
        whole("step", lines, |line| line.step),
        figure("applicable", lines, |line| line.applicable),
    ];
    Table { name: SCORES, columns }
}

fn of_chain<'a>(chain: &Chain) -> Line<'a> {
    Line {
        level: "chain",
        key: "chain",
        score: chain.score,
        low: chain.low,
        high: chain.high,
        ..Line::default()
    }
}

fn of_total<'a>(level: &'static str, key: &'a str, total: &Total) -> Line<'a> {
    Line {
        level,
        key,
        step: None,
        score: total.score,
        low: total.low,
        high: total.high,
        norm: total.norm,
        gap: total.gap,
        coverage: total.coverage,
        applicable: total.applicable,
        status: Some(total.status.key()),
    }
}

fn of_row<'a>(questionnaire: &'a Questionnaire, score: &RegionScore, row: RowIndex) -> Line<'a> {
    let question = questionnaire.question_of(row);
    let figures = &score.rows[row];
    Line {
        level: "question",
        key: &questionnaire.rows[row].id,
        step: Some(question.step),
        score: figures.score,
        low: figures.low,
        high: figures.high,
        norm: Some(question.norm),
        gap: figures.gap,
        coverage: figures.coverage,
        applicable: None,
        status: None,
    }
}
