//! The steps: verdict, score, range, norm, ambition and gap, with charts of scores and gaps, and how each perspective sees them.

use super::charts;
use super::phrases::{ambition_line, norm_line, range};
use crate::report::Report;
use crate::report::outline::{
    Block, Cell, Column, ColumnKey, Header, Part, RegionPart, Table, TableKey, Usage, columns,
};
use crate::scoring::Total;
use crate::scoring::precision::first_largest;
use crate::wording::whole;

pub(super) fn part(report: &Report) -> Part {
    let mut introduction = vec![format!(
        "Het bereik, in de grafieken een lijn of een lichte balk, laat zien wat de score nog kan worden door vragen waarop een gemeente of de regio nog geen antwoord gaf. {}",
        match report.sharing {
            None =>
                "Het tekort is de norm min de score, zoals die hier staan. Het gemiddelde tekort telt alleen de vragen die onder hun norm blijven: een sterk punt elders verbergt het niet.",
            Some(_) => "Het tekort is de norm min de score, zoals die hier staan.",
        }
    )];
    let perspectives = perspectives(report);
    if perspectives.is_some() {
        introduction.push("Wie verschillend tegen een stap aankijkt, heeft iets te bespreken: op het blad Gespreksagenda staat per vraag waarover.".to_owned());
    }
    let tables = [table(report)].into_iter().chain(perspectives);
    Part {
        key: RegionPart::Steps.into(),
        title: "De stappen van de keten".to_owned(),
        blocks: [Block::Text(introduction)]
            .into_iter()
            .chain(tables.map(Block::Table))
            .collect(),
    }
}

fn table(report: &Report) -> Table {
    let mut columns = columns([
        (Header::Step, 28),
        (Header::Status, 27),
        (Header::InWords, 36),
        (Header::Score, 9),
        (Header::Range, 9),
        (Header::Norm, 9),
        (Header::Ambition, 10),
    ]);
    columns.extend(shortfall_columns(report));
    columns.extend(self::columns([
        (Header::Coverage, 10),
        (Header::Applicable, 12),
        (Header::AmbitionInWords, 28),
    ]));
    let rows = (0..report.score.steps.len()).map(|step| {
        let total = &report.score.steps[step];
        let mut cells = vec![
            Cell::text(report.questionnaire.step_title(step)),
            Cell::verdict(total),
            Cell::text(norm_line(report, total)),
            Cell::Score(total.score),
            Cell::text(range(total.low, total.high)),
            Cell::Score(total.norm),
            Cell::Score(report.region.ambitions[step]),
        ];
        cells.extend(shortfalls(report, total));
        cells.extend([
            Cell::Share(total.coverage),
            Cell::Share(total.applicable),
            Cell::text(ambition_line(total, report.region.ambitions[step])),
        ]);
        cells
    });
    Table {
        key: TableKey::Steps,
        heading: "Score per stap".to_owned(),
        columns,
        rows: rows.collect(),
        charts: charts::steps(report).into_iter().chain(charts::gaps(report)).collect(),
        usage: Usage::Read,
    }
}

/// The columns with shortfalls. Only the region itself sees their mean over questions.
pub(super) fn shortfall_columns(report: &Report) -> Vec<Column> {
    let mut columns = columns([(Header::Gap, 9), (Header::MeanGap, 12)]);
    columns.truncate(if report.sharing.is_none() { 2 } else { 1 });
    columns
}

/// The cells of [`shortfall_columns`].
pub(super) fn shortfalls(report: &Report, total: &Total) -> Vec<Cell> {
    let mut cells = vec![Cell::Score(total.shortfall()), Cell::Score(total.gap)];
    cells.truncate(if report.sharing.is_none() { 2 } else { 1 });
    cells
}

/// The columns with the score that a perspective gives to each step.
pub(super) fn perspective_columns(report: &Report) -> impl Iterator<Item = Column> {
    (0..report.score.steps.len()).map(|step| Column::new(ColumnKey::Step(step), format!("Stap {step}"), 9))
}

/// The steps as each perspective sees them; `None` if there is nothing to compare.
fn perspectives(report: &Report) -> Option<Table> {
    let chart = charts::perspectives(report)?;
    let mut columns = columns([(Header::Perspective, 28), (Header::Lowest, 27), (Header::Highest, 36)]);
    columns.extend(perspective_columns(report));
    let rows = report.score.perspectives.iter().map(|(perspective, steps)| {
        let scored = || {
            steps
                .iter()
                .enumerate()
                .filter_map(|(step, score)| Some((step, (*score)?)))
        };
        let named = |found: Option<(usize, f64)>| {
            Cell::text(found.map_or_else(
                || "te weinig antwoorden".to_owned(),
                |(step, score)| format!("{} ({})", report.questionnaire.step_title(step), whole(score)),
            ))
        };
        let lowest = first_largest(scored().map(|(step, score)| ((step, score), -score)));
        let highest = first_largest(scored().map(|(step, score)| ((step, score), score)));
        let mut cells = vec![
            Cell::text(&report.questionnaire.perspectives[*perspective].name),
            named(lowest.map(|(found, _)| found)),
            named(highest.map(|(found, _)| found)),
        ];
        cells.extend(steps.map(Cell::Score));
        cells
    });
    Some(Table {
        charts: vec![chart],
        ..Table::to_read(
            TableKey::Perspectives,
            "De stappen volgens elk perspectief",
            columns,
            rows.collect(),
        )
    })
}
