//! The steps: score, range, norm, gap and status, with charts of scores and gaps.

use super::phrases::{Finding, furthest_short, range, score, step_line};
use crate::report::Report;
use crate::report::outline::{
    Block, Cell, Chart, ChartKey, ChartKind, Header, Look, Part, RegionPart, Series, Table, TableKey, Usage, columns,
};
use crate::scoring::Total;
use crate::scoring::precision::{first_largest, noticeable};
use crate::wording::{count, whole};

pub(super) fn part(report: &Report) -> Part {
    Part {
        key: RegionPart::Steps.into(),
        title: "De stappen van de keten".to_owned(),
        blocks: vec![
            Block::Text(vec![format!(
                "Het bereik laat zien wat de score nog kan worden waar niemand van een gemeente of de regio antwoordde. {}",
                match report.sharing {
                    None =>
                        "Het gemiddelde tekort telt alleen wat onder de norm blijft: een sterk punt elders verbergt het niet.",
                    Some(_) => "Het tekort is de norm min de score, zoals die hier staan.",
                }
            )]),
            Block::Table(table(report)),
        ],
    }
}

fn table(report: &Report) -> Table {
    let columns = columns([
        (Header::Step, 28),
        (Header::Score, 9),
        (Header::Range, 11),
        (Header::Norm, 9),
        (Header::Ambition, 10),
        (gap_header(report), 12),
        (Header::Coverage, 10),
        (Header::Status, 24),
        (Header::InWords, 38),
    ]);
    let rows = (0..report.score.steps.len()).map(|step| {
        let total = &report.score.steps[step];
        vec![
            Cell::text(report.questionnaire.step_title(step)),
            Cell::Score(total.score),
            Cell::text(range(total.low, total.high)),
            Cell::Score(total.norm),
            Cell::Score(report.region.ambitions[step]),
            Cell::Score(total.gap),
            Cell::Share(total.coverage),
            Cell::Status(total.status),
            Cell::text(step_line(total)),
        ]
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

/// The header above shortfalls. In a shared report they are the norm minus the score, not a mean over questions.
pub(super) fn gap_header(report: &Report) -> Header {
    match report.sharing {
        None => Header::MeanGap,
        Some(_) => Header::Gap,
    }
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
            let points = count(points.round() as usize, "punt", "punten");
            format!("Stap {name} blijft {points} onder de norm")
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

/// The gaps of the steps; `None` if there are none.
fn gap_chart(report: &Report) -> Option<Chart> {
    let named = named(report);
    let gaps = named
        .iter()
        .filter_map(|(name, total)| Some((name, noticeable(total.gap?)?)));
    let (name, gap) = first_largest(gaps)?;
    let points = count(gap.round() as usize, "punt", "punten");
    let what = match report.sharing {
        None => "gemiddelde tekort",
        Some(_) => "tekort",
    };
    let title = format!("Het {what} is het grootst bij stap {name}: {points}");
    let gaps: Vec<String> = named
        .iter()
        .map(|(name, total)| format!("{name} {}", total.gap.map_or_else(|| "–".to_owned(), whole)))
        .collect();
    Some(Chart {
        key: ChartKey::StepGaps,
        kind: ChartKind::Columns,
        title,
        alternative: format!("Kolommen met het {what} per stap: {}.", gaps.join(", ")),
        names: Header::Step.into(),
        series: vec![Series::new(gap_header(report), Look::Gap)],
    })
}
