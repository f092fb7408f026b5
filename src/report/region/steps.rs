//! The steps: score, range, norm, gap and status, with charts of scores and gaps.

use super::phrases::{Finding, furthest_short, range, score, step_line, under_norm};
use crate::report::Report;
use crate::report::outline::{
    Block, Cell, Chart, ChartKey, ChartKind, Column, Header, Look, Part, RegionPart, Series, Table, TableKey, Usage,
    columns,
};
use crate::scoring::Total;
use crate::scoring::precision::first_largest;
use crate::wording::count;

pub(super) fn part(report: &Report) -> Part {
    Part {
        key: RegionPart::Steps.into(),
        title: "De stappen van de keten".to_owned(),
        blocks: vec![
            Block::Text(vec![format!(
                "Het bereik laat zien wat de score nog kan worden door vragen waarop een gemeente of de regio nog geen antwoord gaf. {}",
                match report.sharing {
                    None =>
                        "Het tekort is de norm min de score, zoals die hier staan. Het gemiddelde tekort telt alleen de vragen die onder hun norm blijven: een sterk punt elders verbergt het niet.",
                    Some(_) => "Het tekort is de norm min de score, zoals die hier staan.",
                }
            )]),
            Block::Table(table(report)),
        ],
    }
}

fn table(report: &Report) -> Table {
    let mut columns = columns([
        (Header::Step, 28),
        (Header::Score, 9),
        (Header::Range, 11),
        (Header::Norm, 9),
        (Header::Ambition, 10),
    ]);
    columns.extend(shortfall_columns(report));
    columns.extend(self::columns([
        (Header::Coverage, 10),
        (Header::Applicable, 12),
        (Header::Status, 27),
        (Header::InWords, 42),
    ]));
    let rows = (0..report.score.steps.len()).map(|step| {
        let total = &report.score.steps[step];
        let mut cells = vec![
            Cell::text(report.questionnaire.step_title(step)),
            Cell::Score(total.score),
            Cell::text(range(total.low, total.high)),
            Cell::Score(total.norm),
            Cell::Score(report.region.ambitions[step]),
        ];
        cells.extend(shortfalls(report, total));
        cells.extend([
            Cell::Share(total.coverage),
            Cell::Share(total.applicable),
            Cell::verdict(total),
            Cell::text(step_line(report, total)),
        ]);
        cells
    });
    Table {
        key: TableKey::Steps,
        heading: "Score per stap".to_owned(),
        columns,
        rows: rows.collect(),
        charts: score_chart(report).into_iter().chain(gap_chart(report)).collect(),
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

fn named(report: &Report) -> Vec<(String, Total)> {
    (0..report.score.steps.len())
        .map(|step| (report.questionnaire.step_title(step), report.score.steps[step]))
        .collect()
}

/// Scores and their norms, drawn from any table with these columns; `None` without any score.
pub(super) fn score_chart(report: &Report) -> Option<Chart> {
    let named = named(report);
    let title = match furthest_short(named.iter().map(|(name, total)| (name.as_str(), total))) {
        Finding::NoScores => return None,
        Finding::NoneShort => "Alle stappen met een score halen de norm".to_owned(),
        Finding::Short { name, points } => {
            format!("Stap {name} blijft {}", under_norm(points))
        }
    };
    let figures: Vec<String> = named
        .iter()
        .map(|(name, total)| format!("{name} {}", score(total.score)))
        .collect();
    Some(Chart {
        key: ChartKey::Steps,
        kind: ChartKind::Columns,
        title,
        alternative: format!(
            "Kolommen met de score per stap en de norm als onderbroken lijn. Scores: {}.",
            figures.join(", ")
        ),
        names: Header::Step.into(),
        series: Series::against_norm(Header::Score),
    })
}

/// The shortfalls of the steps; `None` if there are none.
fn gap_chart(report: &Report) -> Option<Chart> {
    let named = named(report);
    let shortfalls = named
        .iter()
        .filter_map(|(name, total)| Some((name, total.short().filter(|points| *points > 0.0)?)));
    let (name, points) = first_largest(shortfalls)?;
    let points = count(points as usize, "punt", "punten");
    let gaps: Vec<String> = named
        .iter()
        .map(|(name, total)| format!("{name} {}", score(total.shortfall())))
        .collect();
    Some(Chart {
        key: ChartKey::StepGaps,
        kind: ChartKind::Columns,
        title: format!("Het tekort is het grootst bij stap {name}: {points}"),
        alternative: format!(
            "Kolommen met het tekort per stap, de norm min de score: {}.",
            gaps.join(", ")
        ),
        names: Header::Step.into(),
        series: vec![Series::new(Header::Gap, Look::Gap)],
    })
}
