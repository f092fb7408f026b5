//! Every row with all its figures, for filtering.

use crate::report::Report;
use crate::report::outline::{Block, Cell, Header, Part, RegionPart, Table, TableKey, Usage, columns};

pub(super) fn part(report: &Report) -> Part {
    let columns = columns([
        (Header::Id, 29),
        (Header::Step, 24),
        (Header::Theme, 26),
        (Header::Role, 11),
        (Header::Practice, 26),
        (Header::Question, 70),
        (Header::Weight, 9),
        (Header::Norm, 8),
        (Header::Legal, 11),
        (Header::Score, 8),
        (Header::Lowest, 8),
        (Header::Highest, 8),
        (Header::Coverage, 9),
        (Header::Gap, 8),
        (Header::Spread, 10),
    ]);
    let questionnaire = report.questionnaire;
    let rows = questionnaire.rows.iter().zip(&report.score.rows).map(|(row, figures)| {
        let question = &questionnaire.questions[row.question];
        let practice = row
            .practice
            .map_or("", |practice| questionnaire.practices[practice].name.as_str());
        vec![
            Cell::text(&row.id),
            Cell::text(questionnaire.step_title(question.step)),
            Cell::text(&questionnaire.themes[question.theme].name),
            Cell::text(question.role.key()),
            Cell::text(practice),
            Cell::text(&question.text),
            Cell::Number(row.weight),
            Cell::Score(Some(question.norm)),
            Cell::text(if question.legal { "ja" } else { "" }),
            Cell::Score(figures.score),
            Cell::Score(figures.low),
            Cell::Score(figures.high),
            Cell::Share(figures.coverage),
            Cell::Score(figures.gap),
            Cell::Score(figures.spread),
        ]
    });
    Part {
        key: RegionPart::Questions.into(),
        title: "Alle vragen met hun cijfers".to_owned(),
        blocks: vec![Block::Table(Table {
            usage: Usage::Filter,
            ..Table::to_read(TableKey::Questions, "Score per vraag", columns, rows.collect())
        })],
    }
}
