//! Takes a region's figures; returns the table `scores`: chain, steps, themes and questions, one below the other.

use super::column::{Column, figure, text, whole};
use super::{PART, POINTS, SCORES, Table};
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

    Table {
        name: SCORES,
        meaning: "Eén regel voor de keten en voor elke stap, elk thema en elke vraag.",
        key: &["region", "year", "level", "key"],
        // A key is of another table at each level.
        references: Vec::new(),
        columns: columns(questionnaire, region, lines.as_slice()),
    }
}

fn columns<'a>(questionnaire: &'a Questionnaire, region: &'a Region, lines: &[Line<'a>]) -> Vec<Column<'a>> {
    vec![
        text("region", "naam van de regio", lines, |_| Some(&region.name)),
        whole("year", "jaar waarover de antwoorden gaan", lines, |_| {
            Some(region.year.into())
        }),
        text(
            "level",
            "waarover het cijfer gaat: `chain`, `step`, `theme` of `question`",
            lines,
            |line| Some(line.level),
        ),
        text(
            "key",
            "sleutel daarvan, zoals in de JSON: `chain`, `melden`, `opvangcapaciteit`, `BES-03.vgv`",
            lines,
            |line| Some(line.key),
        ),
        figure(
            "score",
            "de score; leeg als er te weinig voor een score is",
            lines,
            |line| line.score,
        )
        .in_unit(POINTS)
        .or_none(),
        figure("low", "laagste van het bereik", lines, |line| line.low)
            .in_unit(POINTS)
            .or_none(),
        figure("high", "hoogste van het bereik", lines, |line| line.high)
            .in_unit(POINTS)
            .or_none(),
        figure("norm", "norm; leeg bij de keten", lines, |line| line.norm)
            .in_unit(POINTS)
            .or_none(),
        figure(
            "gap",
            "(gemiddeld) tekort, 0 of meer; leeg bij de keten en zonder score",
            lines,
            |line| line.gap,
        )
        .in_unit(POINTS)
        .or_none(),
        figure("coverage", "dekking; leeg bij de keten", lines, |line| line.coverage)
            .in_unit(PART)
            .or_none(),
        text(
            "status",
            "bij stap en thema: `at_norm`, `below_norm`, `uncertain` of `insufficient`",
            lines,
            |line| line.status,
        )
        .or_none(),
        // The table of answers identifies steps by number, which a step's key does not contain.
        whole(
            "step",
            "nummer van de stap, bij stap en vraag; hiermee koppelt u aan `antwoorden`",
            lines,
            |line| line.step,
        )
        .or_none(),
        figure(
            "applicable",
            "bij stap en thema: welk deel van het gevraagde van toepassing is",
            lines,
            |line| line.applicable,
        )
        .in_unit(PART)
        .or_none(),
        text("questionnaire", "ID van de vragenlijst", lines, |_| {
            Some(&questionnaire.id)
        }),
        whole("edition", "editie van de vragenlijst", lines, |_| {
            Some(questionnaire.edition.into())
        }),
    ]
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
