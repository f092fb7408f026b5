//! The improvement plan: everything below its norm, in order of priority, with cells for what people agree on.

use crate::plan::{FIELDS, PlanEntry};
use crate::questionnaire::RowIndex;
use crate::report::Report;
use crate::report::outline::{Block, Cell, Column, Header, Part, RegionPart, Table, TableKey, Usage, columns};

/// How many pieces of evidence a cell shows.
const MOST_EVIDENCE: usize = 3;

pub(super) fn part(report: &Report, filled: &[PlanEntry]) -> Part {
    Part {
        key: RegionPart::Plan.into(),
        title: "Verbeterplan".to_owned(),
        blocks: vec![
            Block::Text(vec![
                "Op volgorde: eerst wat de wet vraagt, dan wat het zwaarst weegt, dan wat het vaakst als speerpunt is genoemd. In het werkboek zijn de gele cellen van de regio: vul ze samen in. Komt er een nieuw rapport in de plaats van dit, dan blijft staan wat daar is ingevuld.".to_owned(),
            ]),
            Block::Table(table(report, filled)),
        ],
    }
}

fn table(report: &Report, filled: &[PlanEntry]) -> Table {
    let questionnaire = report.questionnaire;
    let fixed = [
        (Header::Id, 29),
        (Header::Step, 22),
        (Header::Theme, 24),
        (Header::Question, 55),
        (Header::Gap, 9),
        (Header::Legal, 11),
        (Header::FirstStep, 60),
        (Header::Where, 14),
        (Header::WithWhom, 28),
        (Header::AlreadyThere, 30),
    ];
    let columns = columns(fixed).into_iter().chain(Column::fields(24)).collect();
    let entry = |id: &str| filled.iter().find(|entry| entry.id == id);
    let mut rows: Vec<Vec<Cell>> = report
        .score
        .plan
        .iter()
        .map(|&row| {
            let question = questionnaire.question_of(row);
            let legal = if question.legal { "wettelijk" } else { "" };
            with_entries(point(report, row, legal), entry(&questionnaire.rows[row].id))
        })
        .collect();
    // Nothing that people filled in is lost, even if the point is no longer below its norm.
    let still_short = |id: &str| report.score.plan.iter().any(|&row| questionnaire.rows[row].id == id);
    for entry in filled
        .iter()
        .filter(|entry| entry.is_filled() && !still_short(&entry.id))
    {
        let row = questionnaire.row(&entry.id);
        let scored = row.is_some_and(|row| report.score.rows[row].score.is_some());
        let standing = if scored {
            "niet meer onder de norm"
        } else {
            "nu geen score"
        };
        let point = match row {
            Some(row) => point(report, row, standing),
            // A point of an earlier edition that is no longer asked.
            None => fixed
                .map(|(header, _)| match header {
                    Header::Id => Cell::text(&entry.id),
                    Header::Legal => Cell::text(standing),
                    _ => Cell::text(""),
                })
                .to_vec(),
        };
        rows.push(with_entries(point, Some(entry)));
    }
    Table {
        key: TableKey::Plan,
        heading: if rows.is_empty() {
            "Punten van het plan: geen".to_owned()
        } else {
            "Punten van het plan".to_owned()
        },
        columns,
        rows,
        charts: Vec::new(),
        usage: Usage::FillIn,
    }
}

/// The cells that are not to be filled in; `legal` is the contents of the column for legal requirements.
fn point(report: &Report, row: RowIndex, legal: &str) -> Vec<Cell> {
    let questionnaire = report.questionnaire;
    let question = questionnaire.question_of(row);
    let practice = questionnaire.rows[row]
        .practice
        .map(|practice| questionnaire.practices[practice].name.as_str());
    let text = match practice {
        Some(practice) => format!("{} ({practice})", question.text),
        None => question.text.clone(),
    };
    vec![
        Cell::text(&questionnaire.rows[row].id),
        Cell::text(questionnaire.step_title(question.step)),
        Cell::text(&questionnaire.themes[question.theme].name),
        Cell::text(text),
        Cell::Score(report.score.rows[row].gap),
        Cell::text(legal),
        Cell::text(&question.action),
        Cell::text(question.organise.key()),
        Cell::text(question.partners.join(", ")),
        Cell::text(evidence(report, row)),
    ]
}

/// The evidence given in workbooks, without duplicates.
fn evidence(report: &Report, row: RowIndex) -> String {
    let given = report
        .region
        .submissions
        .iter()
        .flat_map(|submission| &submission.evidence);
    let mut texts: Vec<&str> = given
        .filter(|(of, _)| *of == row)
        .map(|(_, text)| text.as_str())
        .collect();
    texts.sort_unstable();
    texts.dedup();
    texts.truncate(MOST_EVIDENCE);
    texts.join("; ")
}

fn with_entries(mut cells: Vec<Cell>, entry: Option<&PlanEntry>) -> Vec<Cell> {
    let last = FIELDS.len() - 1;
    cells.extend((0..FIELDS.len()).map(|index| {
        let text = entry.map_or_else(String::new, |entry| entry.fields[index].clone());
        if index == last {
            Cell::PlanStatus(text)
        } else {
            Cell::Entry(text)
        }
    }));
    cells
}
