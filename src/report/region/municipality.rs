//! What one municipality gets back: its own steps and core themes beside the region's, and what it could do first.

use super::phrases::score;
use crate::report::Report;
use crate::report::outline::{
    Block, Cell, Chart, ChartKind, Column, Look, Outline, Part, Series, Table, Usage, columns,
};
use crate::scoring::{RowScore, Total, own_rows};
use crate::wording::{all_of, count, whole};

/// How many of its points a municipality gets to see.
const FIRST: usize = 5;

/// Columns of the tables that charts draw from.
const NAME: usize = 0;
const OWN: usize = 1;
const NORM: usize = 3;

/// Tells one municipality, by its place among the region's municipalities, what it answered.
/// Nothing where there is no such municipality, it answered nothing, or the report is not for it.
#[must_use]
pub fn outline(report: &Report, municipality: usize) -> Option<Outline> {
    let entity = report.region.municipalities().get(municipality)?;
    if !report.audience.gets_municipalities() || entity.submissions.is_empty() {
        return None;
    }
    // The region itself is the first of the entities.
    let rows = own_rows(report.questionnaire, report.region, municipality + 1);
    let blocks = vec![
        Block::Text(vec![introduction(report, municipality)]),
        Block::Table(steps(report, municipality)),
        Block::Table(themes(report, municipality)),
        Block::Text(vec![white_spots(report, municipality)]),
        Block::Table(first(report, &rows)),
    ];
    Some(Outline {
        title: format!(
            "Ketenscan schadelijke praktijken {} {}",
            entity.name, report.region.year
        ),
        parts: vec![Part {
            name: "Gemeente",
            title: format!("{} in de regio {}", entity.name, report.region.name),
            blocks,
        }],
    })
}

fn introduction(report: &Report, municipality: usize) -> String {
    let entity = &report.region.municipalities()[municipality];
    format!(
        "Deze cijfers rusten op {} van {}. Ze zijn er om zelf mee verder te gaan, en zeggen niets over inzet of inwoners. De regio ernaast is het beeld van alle gemeenten en partners samen, met ook de vragen die alleen aan de regio zijn gesteld.",
        count(entity.submissions.len(), "werkboek", "werkboeken"),
        entity.name
    )
}

fn beside(first: &str) -> Vec<Column> {
    columns([
        ("", 30),
        ("Eigen score", 12),
        ("Regio", 10),
        ("Norm", 10),
        ("In woorden", 36),
    ])
    .into_iter()
    .enumerate()
    .map(|(index, column)| match index {
        0 => Column::new(first, column.width),
        _ => column,
    })
    .collect()
}

fn row(name: String, own: Option<f64>, region: &Total) -> Vec<Cell> {
    vec![
        Cell::text(name),
        Cell::Score(own),
        Cell::Score(region.score),
        Cell::Score(region.norm),
        Cell::text(line(own, region.norm)),
    ]
}

fn line(own: Option<f64>, norm: Option<f64>) -> String {
    match (own, norm) {
        (Some(own), Some(norm)) if norm - own >= 0.5 => {
            let points = (norm - own).round() as usize;
            format!("▼ {} onder de norm", count(points, "punt", "punten"))
        }
        (Some(_), Some(_)) => "▲ op de norm".to_owned(),
        _ => "– niets beantwoord".to_owned(),
    }
}

fn steps(report: &Report, municipality: usize) -> Table {
    let own = &report.score.municipalities[municipality].steps;
    let rows: Vec<Vec<Cell>> = (0..report.score.steps.len())
        .map(|step| {
            let name = report.questionnaire.step_title(step);
            row(name, own[step], &report.score.steps[step])
        })
        .collect();
    table("Eigen score per stap, naast de regio", "Stap", rows, ChartKind::Columns)
}

fn themes(report: &Report, municipality: usize) -> Table {
    let own = &report.score.municipalities[municipality].themes;
    let themes = report.questionnaire.themes.iter().enumerate();
    let rows: Vec<Vec<Cell>> = themes
        .filter(|(_, theme)| theme.core)
        .map(|(index, theme)| row(theme.name.clone(), own[index], &report.score.themes[index]))
        .collect();
    table(
        "Eigen score per kernthema, naast de regio",
        "Thema",
        rows,
        ChartKind::Radar,
    )
}

fn table(heading: &str, first: &str, rows: Vec<Vec<Cell>>, kind: ChartKind) -> Table {
    let chart = chart(&rows, kind);
    Table {
        heading: heading.to_owned(),
        columns: beside(first),
        rows,
        charts: vec![chart],
        usage: Usage::Read,
    }
}

fn chart(rows: &[Vec<Cell>], kind: ChartKind) -> Chart {
    let scored = |row: &Vec<Cell>| -> Option<(String, Option<f64>, Option<f64>)> {
        match (&row[NAME], &row[OWN], &row[NORM]) {
            (Cell::Text(name), Cell::Score(own), Cell::Score(norm)) => Some((name.clone(), *own, *norm)),
            _ => None,
        }
    };
    let scored: Vec<_> = rows.iter().filter_map(scored).collect();
    let short = scored.iter().filter_map(|(name, own, norm)| {
        let short = (*norm)? - (*own)?;
        (short >= 0.5).then_some((name, short))
    });
    // The first of those furthest short.
    let furthest = short.fold(None, |found: Option<(&String, f64)>, (name, short)| match found {
        Some((_, most)) if most >= short => found,
        _ => Some((name, short)),
    });
    let title = match furthest {
        Some((name, short)) => {
            let points = count(short.round() as usize, "punt", "punten");
            format!("{name} blijft {points} onder de norm")
        }
        None => "Wat is beantwoord, haalt de norm".to_owned(),
    };
    let figures: Vec<String> = scored
        .iter()
        .map(|(name, own, _)| format!("{name} {}", score(*own)))
        .collect();
    let drawn = match kind {
        ChartKind::Radar => "Radar",
        _ => "Kolommen",
    };
    Chart {
        kind,
        title,
        alternative: format!(
            "{drawn} met de eigen score en de norm als onderbroken lijn. Eigen scores: {}.",
            figures.join(", ")
        ),
        names: NAME,
        series: vec![
            Series {
                column: OWN,
                look: Look::Score,
            },
            Series {
                column: NORM,
                look: Look::Norm,
            },
        ],
    }
}

fn white_spots(report: &Report, municipality: usize) -> String {
    let entity = municipality + 1;
    let names = |of: fn(&crate::scoring::lenses::white_spots::WhiteSpot) -> &Vec<usize>| {
        let spots = report
            .score
            .white_spots
            .iter()
            .filter(|spot| of(spot).contains(&entity));
        spots
            .map(|spot| report.questionnaire.themes[spot.theme].name.as_str())
            .collect::<Vec<_>>()
    };
    let (white, unknown) = (names(|spot| &spot.municipalities), names(|spot| &spot.unknown));
    let threshold = whole(report.questionnaire.thresholds.white_spot);
    let found = if white.is_empty() {
        "geen".to_owned()
    } else {
        all_of(&white)
    };
    let not_known = if unknown.is_empty() {
        String::new()
    } else {
        format!(" Niet bekend is het van {}.", all_of(&unknown))
    };
    format!("Witte vlekken (kernthema's met een eigen score onder {threshold}): {found}.{not_known}")
}

/// The region's plan, as far as this municipality itself is short of the norm.
fn first(report: &Report, own: &[RowScore]) -> Table {
    let questionnaire = report.questionnaire;
    let rows = report
        .score
        .plan
        .iter()
        .filter(|&&row| own[row].gap.is_some_and(|gap| gap >= 0.5))
        .take(FIRST)
        .map(|&row| {
            let question = questionnaire.question_of(row);
            vec![
                Cell::text(&questionnaire.rows[row].id),
                Cell::text(questionnaire.step_title(question.step)),
                Cell::Score(own[row].gap),
                Cell::text(if question.legal { "wettelijk" } else { "" }),
                Cell::text(&question.action),
                Cell::text(question.partners.join(", ")),
            ]
        });
    let columns = columns([
        ("ID", 14),
        ("Stap", 24),
        ("Eigen tekort", 12),
        ("Wettelijk", 11),
        ("Eerste stap", 70),
        ("Met wie", 34),
    ]);
    let rows: Vec<Vec<Cell>> = rows.collect();
    let heading = if rows.is_empty() {
        "Wat eerst? Niets onder de norm"
    } else {
        "Wat eerst? De eerste punten voor deze gemeente"
    };
    Table::to_read(heading, columns, rows)
}
