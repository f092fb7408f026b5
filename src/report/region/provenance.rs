//! Every answer used, with the file, sheet and cell it comes from.

use crate::answers::Answer;
use crate::report::Report;
use crate::report::outline::{Block, Cell, Header, Part, RegionPart, Table, TableKey, Usage, columns};
use crate::scoring::answer::{State, state};
use crate::workbook::layout::{address, answer_words};

pub(super) fn part(report: &Report) -> Part {
    let questionnaire = report.questionnaire;
    let mut rows = Vec::new();
    for submission in &report.region.submissions {
        for (row, &answer) in submission.answers.iter() {
            if answer == Answer::Missing {
                continue;
            }
            let score = match state(&questionnaire.question_of(row).kind, answer) {
                State::Answered(score) => Some(score),
                State::NotApplicable | State::Unknown | State::Blank => None,
            };
            let spot = submission.spots.get(row);
            let sheet = spot.and_then(|spot| submission.sheets.get(usize::from(spot.sheet)));
            rows.push(vec![
                Cell::text(submission.municipality.as_deref().unwrap_or(&submission.region)),
                Cell::text(&questionnaire.perspectives[submission.perspective].name),
                Cell::text(&questionnaire.question_of(row).short),
                Cell::text(&questionnaire.rows[row].id),
                Cell::text(answer_words(questionnaire, answer)),
                Cell::Score(score),
                Cell::text(&submission.file),
                Cell::text(sheet.map_or("", String::as_str)),
                Cell::text(spot.map_or_else(String::new, |spot| address(spot.row, u32::from(spot.column)))),
            ]);
        }
    }
    let columns = columns([
        (Header::From, 24),
        (Header::Perspective, 24),
        (Header::Point, 44),
        (Header::Id, 29),
        (Header::Answer, 24),
        (Header::Score, 9),
        (Header::FileName, 60),
        (Header::Sheet, 26),
        (Header::Cell, 8),
    ]);
    Part {
        key: RegionPart::Provenance.into(),
        title: "Herkomst van elk antwoord".to_owned(),
        blocks: vec![Block::Table(Table {
            usage: Usage::Filter,
            ..Table::to_read(TableKey::Answers, "Alle antwoorden", columns, rows)
        })],
    }
}
