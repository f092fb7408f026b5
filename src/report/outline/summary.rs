//! The first screen: how do we stand, where does it stall, what first.

use super::phrases::{chain_sentence, range, response_sentence, step_line};
use super::{Block, Cell, Column, Part, Table, steps, themes};
use crate::report::Report;
use crate::wording::{all_of, count, whole};

/// How many points of the plan the first screen shows.
const FIRST_OF_THE_PLAN: usize = 5;

pub(super) fn part(report: &Report) -> Part {
    let mut opening = vec![
        response_sentence(report),
        chain_sentence(report),
        stall_sentence(report),
    ];
    opening.extend(legal_sentence(report));
    Part {
        name: "Samenvatting",
        title: format!("Ketenscan {} {}", report.region.name, report.region.year),
        blocks: vec![
            Block::Text(opening),
            Block::Table(plan(report)),
            Block::Table(step_table(report)),
            Block::Table(theme_table(report)),
        ],
    }
}

fn stall_sentence(report: &Report) -> String {
    let practices = report.questionnaire.practices.iter().zip(&report.score.practices);
    let told: Vec<String> = practices
        .map(|(practice, found)| {
            let name = &practice.name;
            match (found.stalls_at, found.unknown_at) {
                (Some(step), _) => format!("{name}: bij {}", report.questionnaire.step_title(step)),
                (None, Some(step)) => format!("{name}: onbekend vanaf {}", report.questionnaire.step_title(step)),
                (None, None) => format!("{name}: nergens"),
            }
        })
        .collect();
    format!("Waar een casus vastloopt – {}.", told.join("; "))
}

fn legal_sentence(report: &Report) -> Option<String> {
    let ids: Vec<&str> = report
        .score
        .legal
        .iter()
        .map(|point| report.questionnaire.rows[point.row].id.as_str())
        .collect();
    (!ids.is_empty()).then(|| {
        format!(
            "{} nog niet overal op orde: {}.",
            count(ids.len(), "wettelijk punt is", "wettelijke punten zijn"),
            all_of(&ids)
        )
    })
}

fn plan(report: &Report) -> Table {
    let rows = report.score.plan.iter().take(FIRST_OF_THE_PLAN).map(|&row| {
        let question = report.questionnaire.question_of(row);
        vec![
            Cell::text(&report.questionnaire.rows[row].id),
            Cell::text(report.questionnaire.step_title(question.step)),
            Cell::Score(report.score.rows[row].gap),
            Cell::text(if question.legal { "wettelijk" } else { "" }),
            Cell::text(&question.action),
        ]
    });
    Table {
        heading: "Wat eerst? De eerste punten van het verbeterplan".to_owned(),
        columns: [
            ("ID", 22),
            ("Stap", 22),
            ("Tekort", 9),
            ("Wettelijk", 11),
            ("Eerste stap", 90),
        ]
        .map(|(header, width)| Column { header, width })
        .to_vec(),
        rows: rows.collect(),
        charts: Vec::new(),
        filter: false,
    }
}

fn step_table(report: &Report) -> Table {
    let rows = (0..report.score.steps.len()).map(|step| {
        let total = &report.score.steps[step];
        vec![
            Cell::text(report.questionnaire.step_title(step)),
            Cell::Score(total.score),
            Cell::text(range(total.low, total.high)),
            Cell::Score(total.norm),
            Cell::text(step_line(total)),
        ]
    });
    let chain = &report.score.chain;
    let whole_chain = format!(
        "{} van de 7 stappen op de norm{}",
        chain.steps_at_norm,
        chain
            .score
            .map_or_else(String::new, |score| format!("; gemiddeld {}", whole(score)))
    );
    Table {
        heading: format!("De stappen: {whole_chain}"),
        columns: [
            ("Stap", 22),
            ("Score", 22),
            ("Bereik", 9),
            ("Norm", 11),
            ("In woorden", 90),
        ]
        .map(|(header, width)| Column { header, width })
        .to_vec(),
        rows: rows.collect(),
        charts: vec![steps::score_chart(report)],
        filter: false,
    }
}

fn theme_table(report: &Report) -> Table {
    let mut table = themes::table(report, "De vier kernthema's", true);
    table.charts.push(themes::radar(report));
    table
}
