//! The first screen: how the region is doing, where cases stall, what to do first.

use super::phrases::{chain_sentence, core_themes_words, part_words, point_name, range, response_sentence, under_norm};
use super::{charts, practices, settled, themes};
use crate::questionnaire::STEPS;
use crate::report::Report;
use crate::report::outline::{Block, Cell, Column, Header, Part, RegionPart, Table, TableKey, Usage};
use crate::report::sharing::AT_A_GLANCE;
use crate::scoring::{Stop, StopState, Total, short};
use crate::wording::all_of;

/// How many first points are here, with what is wrong and what to do.
const NAMED: usize = 3;
/// The widths of the columns: names, then those of the steps of the chain.
const NAMES: u16 = 32;
const LINKS: [u16; STEPS - 1] = [18, 18, 14, 14, 15, 20, 15];

pub(super) fn part(report: &Report) -> Part {
    // What the picture rests on, on one line: the first screen and the first page are full.
    let rests_on = [Some(response_sentence(report)), settled::above_all_sentence(report)];
    let rests_on: Vec<String> = rests_on.into_iter().flatten().collect();
    let mut opening = vec![rests_on.join(" "), chain_sentence(report), stall_sentence(report)];
    opening.extend(legal_sentence(report));
    if report.sharing.is_some() {
        opening.push(AT_A_GLANCE.to_owned());
    }
    Part {
        key: RegionPart::Summary.into(),
        title: format!("Ketenscan {} {}", report.region.name, report.region.year),
        blocks: vec![
            Block::Text(opening),
            Block::Table(chain_table(report)),
            Block::Table(plan(report)),
            Block::Table(step_table(report)),
            Block::Table(theme_table(report)),
        ],
    }
}

/// "Loopt vast op wat eigen is aan deze vorm: Achterlating (bij 3 Advies). Houdt overal vast: Huwelijksdwang."
pub(super) fn stall_sentence(report: &Report) -> String {
    let practices = || report.questionnaire.practices.iter().zip(&report.score.practices);
    // What practices have in common is said once.
    let mut groups: Vec<(Stop, Vec<&str>)> = Vec::new();
    for (practice, found) in practices() {
        let stop = found.stop();
        match groups.iter_mut().find(|(known, _)| *known == stop) {
            Some((_, names)) => names.push(&practice.name),
            None => groups.push((stop, vec![&practice.name])),
        }
    }
    groups.sort_by_key(|(stop, _)| *stop);
    let all = practices().count();
    let groups = groups.chunk_by(|(one, _), (next, _)| stop_words(*one, report) == stop_words(*next, report));
    let groups: Vec<String> = groups
        .map(|alike| {
            let who = alike.iter().map(|(stop, names)| {
                let names = if names.len() == all && all > 1 {
                    "elke verschijningsvorm".to_owned()
                } else {
                    all_of(names)
                };
                match stop.step {
                    Some(step) => format!("{names} (bij {})", report.questionnaire.step_title(step)),
                    None => names,
                }
            });
            format!(
                "{}: {}.",
                stop_words(alike[0].0, report),
                who.collect::<Vec<_>>().join("; ")
            )
        })
        .collect();
    groups.join(" ")
}

fn stop_words(stop: Stop, report: &Report) -> String {
    let words = match (stop.state, report.sharing) {
        (StopState::Stalls, _) => "Loopt vast",
        (StopState::Uncertain, _) => "Niet zeker",
        (StopState::HoldsByNotApplicable, _) => "Houdt overal vast, maar zonder n.v.t. was dat niet zeker",
        (StopState::Holds, None) => "Houdt overal vast",
        (StopState::Holds, Some(_)) => "Houdt overal vast, op wat getoond wordt",
    };
    match stop.part {
        Some(part) => format!("{words} {}", part_words(part)),
        None => words.to_owned(),
    }
}

/// Why the plan is empty: nothing is below its norm, or nothing is known.
pub(super) fn nothing_short(report: &Report) -> &'static str {
    let known = report.score.rows.iter().any(|row| row.score.is_some());
    match (known, report.sharing) {
        (true, None) => "niets: wat is beantwoord, haalt de norm",
        (true, Some(_)) => "niets: wat in deze uitgave getoond wordt, haalt de norm",
        (false, None) => "nog niet te zeggen: er is niets beantwoord",
        (false, Some(_)) => "niet te zeggen: er is niets dat in deze uitgave getoond kan worden",
    }
}

/// "2 wettelijke punten zijn nog niet overal op orde; zij staan vooraan in het verbeterplan."
pub(super) fn legal_sentence(report: &Report) -> Option<String> {
    let shown = match report.sharing {
        None => "",
        Some(_) => ", van wat getoond wordt",
    };
    let (are, stand) = match report.score.legal.len() {
        0 => return None,
        1 => ("1 wettelijk punt is".to_owned(), "het staat"),
        points => (format!("{points} wettelijke punten zijn"), "zij staan"),
    };
    Some(format!(
        "{are} nog niet overal op orde{shown}; {stand} vooraan in het verbeterplan."
    ))
}

/// Columns shared by the tables of this part, so that they align with those of [`chain_table`].
fn grid(headers: [Header; 5]) -> Vec<Column> {
    headers
        .into_iter()
        .zip([NAMES].into_iter().chain(LINKS))
        .map(|(header, width)| Column::named(header, width))
        .collect()
}

/// Where a case of each practice stalls, step by step: the picture of the chain, in cells.
fn chain_table(report: &Report) -> Table {
    let chart = charts::chain(report);
    let mut columns = vec![Column::named(Header::Practice, NAMES)];
    columns.extend(practices::step_columns(report, LINKS));
    let practices = report.questionnaire.practices.iter().zip(&report.score.practices);
    let rows = practices.map(|(practice, found)| {
        let links = found.steps.iter().map(Cell::verdict);
        [Cell::text(&practice.name)].into_iter().chain(links).collect()
    });
    Table {
        key: TableKey::SummaryChain,
        heading: match &chart {
            Some(chart) => chart.title.clone(),
            None => "Waar een casus vastloopt: nog te weinig antwoorden".to_owned(),
        },
        columns,
        rows: rows.collect(),
        charts: chart.into_iter().collect(),
        usage: Usage::Heatmap,
    }
}

fn plan(report: &Report) -> Table {
    let rows = report.score.plan.iter().take(NAMED).map(|&row| {
        let question = report.questionnaire.question_of(row);
        let score = report.score.rows[row].score;
        let points = score.and_then(|score| short(question.norm, score));
        vec![
            Cell::text(point_name(report.questionnaire, row)),
            Cell::text(format!("▼ {}", under_norm(points.unwrap_or_default()))),
            Cell::Score(score),
            Cell::Score(Some(question.norm)),
            Cell::text(if question.legal { "wettelijk" } else { "" }),
            Cell::text(&question.action),
        ]
    });
    let mut columns = grid([
        Header::Point,
        Header::InWords,
        Header::Score,
        Header::Norm,
        Header::Legal,
    ]);
    columns.push(Column::named(Header::FirstStep, 85).across(4));
    let rows: Vec<Vec<Cell>> = rows.collect();
    let heading = if rows.is_empty() {
        format!("Wat eerst? {}", nothing_short(report))
    } else {
        "Wat eerst? Wettelijke punten voorop, dan wat het zwaarst weegt".to_owned()
    };
    Table::to_read(TableKey::SummaryPlan, heading, columns, rows)
}

fn figures(name: String, total: &Total) -> Vec<Cell> {
    vec![
        Cell::text(name),
        Cell::verdict(total),
        Cell::Score(total.score),
        Cell::text(range(total.low, total.high)),
        Cell::Score(total.norm),
    ]
}

fn step_table(report: &Report) -> Table {
    let steps_of_chain = report.score.steps.len() - 1;
    let rows = report.score.steps.iter().enumerate();
    let heading = if report.score.steps.iter().all(|total| total.score.is_none()) {
        "De stappen: nog te weinig antwoorden voor een score".to_owned()
    } else {
        format!(
            "De stappen: {} van de {steps_of_chain} in de keten op de norm; stap 0 is het fundament",
            report.score.chain.steps_at_norm
        )
    };
    Table {
        key: TableKey::SummarySteps,
        heading,
        columns: grid([Header::Step, Header::Status, Header::Score, Header::Range, Header::Norm]),
        rows: rows
            .map(|(step, total)| figures(report.questionnaire.step_title(step), total))
            .collect(),
        charts: charts::steps(report).into_iter().collect(),
        usage: Usage::Read,
    }
}

fn theme_table(report: &Report) -> Table {
    let themes = report.questionnaire.themes.iter().zip(&report.score.themes);
    Table {
        key: TableKey::SummaryThemes,
        heading: core_themes_words(report),
        columns: grid([
            Header::Theme,
            Header::Status,
            Header::Score,
            Header::Range,
            Header::Norm,
        ]),
        rows: themes
            .filter(|(theme, _)| theme.core)
            .map(|(theme, total)| figures(theme.name.clone(), total))
            .collect(),
        charts: themes::charts(report),
        usage: Usage::Read,
    }
}
