//! The improvement plan: what is short of its norm, in order, with room for what people agree on.

use crate::plan::{FIELDS, PlanEntry};
use crate::report::Report;
use crate::report::outline::{Block, Cell, Column, Part, Table, Usage};

/// How many pieces of evidence stand in a cell.
const MOST_EVIDENCE: usize = 3;

pub(super) fn part(report: &Report, filled: &[PlanEntry]) -> Part {
    Part {
        name: "Verbeterplan",
        title: "Verbeterplan".to_owned(),
        blocks: vec![
            Block::Text(vec![
                "Op volgorde: eerst wat de wet vraagt, dan wat het zwaarst weegt, dan wat het vaakst als speerpunt is genoemd. In het werkboek zijn de gele cellen van de regio: vul ze samen in. Wordt het rapport opnieuw gemaakt met --overschrijf, dan blijft staan wat daar is ingevuld.".to_owned(),
            ]),
            Block::Table(table(report, filled)),
        ],
    }
}

fn table(report: &Report, filled: &[PlanEntry]) -> Table {
    let questionnaire = report.questionnaire;
    let fixed = [
        ("ID", 29),
        ("Stap", 22),
        ("Thema", 24),
        ("Vraag", 55),
        ("Tekort", 9),
        ("Wettelijk", 11),
        ("Eerste stap", 60),
        ("Waar regelen", 14),
        ("Met wie", 28),
        ("Wat er al is", 30),
    ];
    let mut columns: Vec<Column> = fixed.map(|(header, width)| Column::new(header, width)).to_vec();
    columns.extend(FIELDS.map(|header| Column::new(header, 24)));
    let entry = |id: &str| filled.iter().find(|entry| entry.id == id);
    let mut rows: Vec<Vec<Cell>> = report
        .score
        .plan
        .iter()
        .map(|&row| with_entries(point(report, row), entry(&questionnaire.rows[row].id)))
        .collect();
    // What people filled in is never lost, also where it is no longer short.
    let still_short = |id: &str| report.score.plan.iter().any(|&row| questionnaire.rows[row].id == id);
    for entry in filled
        .iter()
        .filter(|entry| entry.is_filled() && !still_short(&entry.id))
    {
        let cells = match questionnaire.row(&entry.id) {
            Some(row) => point(report, row),
            None => {
                let mut cells = vec![Cell::text(&entry.id)];
                cells.resize(fixed.len(), Cell::text(""));
                cells
            }
        };
        let mut cells = with_entries(cells, Some(entry));
        let scored = questionnaire
            .row(&entry.id)
            .is_some_and(|row| report.score.rows[row].score.is_some());
        cells[5] = Cell::text(if scored {
            "niet meer onder de norm"
        } else {
            "nu geen score"
        });
        rows.push(cells);
    }
    Table {
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

fn point(report: &Report, row: usize) -> Vec<Cell> {
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
        Cell::text(if question.legal { "wettelijk" } else { "" }),
        Cell::text(&question.action),
        Cell::text(question.organise.key()),
        Cell::text(question.partners.join(", ")),
        Cell::text(evidence(report, row)),
    ]
}

/// What workbooks gave as evidence, each text once.
fn evidence(report: &Report, row: usize) -> String {
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
