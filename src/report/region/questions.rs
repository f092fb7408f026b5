//! Every row with all its figures, for filtering.

use crate::report::Report;
use crate::report::outline::{Block, Cell, Column, Header, Part, RegionPart, Table, TableKey, Usage};

pub(super) fn part(report: &Report) -> Part {
    // Only the score of a single question is shared.
    let whole = report.sharing.is_none();
    let columns = [
        (Header::Point, 44, true),
        (Header::Id, 29, true),
        (Header::Step, 24, true),
        (Header::Theme, 26, true),
        (Header::Role, 11, true),
        (Header::Practice, 26, true),
        (Header::Question, 70, true),
        (Header::Weight, 9, true),
        (Header::Norm, 8, true),
        (Header::Legal, 11, true),
        (Header::Score, 8, true),
        (Header::Lowest, 8, whole),
        (Header::Highest, 8, whole),
        (Header::Coverage, 9, whole),
        (Header::Gap, 8, true),
        (Header::Spread, 10, whole),
    ];
    let questionnaire = report.questionnaire;
    let rows = questionnaire.rows.iter().zip(&report.score.rows).map(|(row, figures)| {
        let question = &questionnaire.questions[row.question];
        let practice = row
            .practice
            .map_or("", |practice| questionnaire.practices[practice].name.as_str());
        let cells = [
            Cell::text(&question.short),
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
            Cell::Score(figures.shortfall(question.norm)),
            Cell::Score(figures.spread),
        ];
        let shown = columns.iter().zip(cells).filter(|((.., shown), _)| *shown);
        shown.map(|(_, cell)| cell).collect()
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    let shown = columns.into_iter().filter(|(.., shown)| *shown);
    let columns = shown.map(|(header, width, _)| Column::named(header, width)).collect();
    Part {
        key: RegionPart::Questions.into(),
        title: "Alle vragen met hun cijfers".to_owned(),
        blocks: vec![Block::Table(Table {
            usage: Usage::Filter,
            ..Table::to_read(TableKey::Questions, "Score per vraag", columns, rows)
        })],
    }
}
