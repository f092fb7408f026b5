//! The questions put to a municipality: where it could start, and what it answered.

use crate::answers::{Answer, EntityIndex};
use crate::list::List;
use crate::questionnaire::RowIndex;
use crate::report::Report;
use crate::report::outline::{Cell, Header, Table, TableKey, columns};
use crate::report::region::phrases::{point_name, under_norm};
use crate::scoring::lenses::plan::TAKEN_UP_FIRST;
use crate::scoring::{RowScore, own_plan, short};
use crate::wording::count;
use crate::workbook::layout::answer_words;

/// The points with which the municipality could start: what is asked, what it answered, what to do.
pub(super) fn first(report: &Report, municipality: EntityIndex, own: &List<RowIndex, RowScore>) -> Table {
    let questionnaire = report.questionnaire;
    let plan = own_plan(questionnaire, own);
    let rows = plan.iter().take(TAKEN_UP_FIRST).map(|&row| {
        let question = questionnaire.question_of(row);
        let legal = if question.legal { " (wettelijk)" } else { "" };
        vec![
            Cell::text(format!("{}{legal}: {}", point_name(questionnaire, row), question.text)),
            Cell::text(said(report, municipality, row)),
            Cell::Score(own[row].shortfall(question.norm)),
            Cell::text(&question.action),
        ]
    });
    let columns = columns([
        (Header::Question, 70),
        (Header::OwnAnswer, 16),
        (Header::OwnGap, 9),
        (Header::FirstStep, 60),
    ]);
    let rows: Vec<Vec<Cell>> = rows.collect();
    let is_answered = own.iter().any(|row| row.score.is_some());
    let heading = match (rows.len(), is_answered) {
        (0, false) => "Wat eerst? Nog niet te zeggen: er is niets beantwoord".to_owned(),
        (0, true) => "Wat eerst? Wat is beantwoord, haalt de norm".to_owned(),
        (shown, _) if shown < plan.len() => format!("Wat eerst? {shown} van de {} punten onder de norm", plan.len()),
        (shown, _) => format!("Wat eerst? {} onder de norm", count(shown, "punt", "punten")),
    };
    Table::to_read(TableKey::OwnPlan, heading, columns, rows)
}

/// Every question that was put to the municipality, with its answer.
pub(super) fn answers(report: &Report, municipality: EntityIndex, own: &List<RowIndex, RowScore>) -> Table {
    let questionnaire = report.questionnaire;
    let asked = own.indexed().filter(|(_, figures)| figures.applicable.is_some());
    let rows = asked.map(|(row, figures)| {
        let question = questionnaire.question_of(row);
        vec![
            Cell::text(point_name(questionnaire, row)),
            Cell::text(verdict(figures.score, question.norm)),
            Cell::text(said(report, municipality, row)),
            Cell::Score(figures.score),
            Cell::Score(Some(question.norm)),
        ]
    });
    let columns = columns([
        (Header::Question, 60),
        (Header::InWords, 26),
        (Header::OwnAnswer, 30),
        (Header::OwnScore, 9),
        (Header::Norm, 9),
    ]);
    Table::to_read(
        TableKey::OwnAnswers,
        "De vragen met het eigen antwoord",
        columns,
        rows.collect(),
    )
}

fn verdict(score: Option<f64>, norm: f64) -> String {
    match score.map(|score| short(norm, score)) {
        Some(Some(points)) => format!("▼ {}", under_norm(points)),
        Some(None) => "▲ op de norm".to_owned(),
        None => "– geen score".to_owned(),
    }
}

/// What the workbooks of the municipality answer, each answer once. What was agreed on together goes before the rest.
fn said(report: &Report, municipality: EntityIndex, row: RowIndex) -> String {
    let books = || {
        let books = report.region.entities[municipality].submissions.iter();
        books.map(|&book| &report.region.submissions[book])
    };
    let answers = |joint: bool| {
        let books = books().filter(move |book| book.is_joint == joint);
        books.filter_map(|book| book.answers.get(row).copied())
    };
    let agreed = answers(true).find(|answer| matches!(answer, Answer::Answered(_) | Answer::NotApplicable));
    let mut words: Vec<String> = Vec::new();
    let separate = || answers(false).chain(answers(true)).collect();
    for answer in agreed.map_or_else(separate, |agreed| vec![agreed]) {
        let found = answer_words(report.questionnaire, answer);
        if !found.is_empty() && !words.contains(&found) {
            words.push(found);
        }
    }
    if words.is_empty() {
        "niet beantwoord".to_owned()
    } else {
        words.join("; ")
    }
}
