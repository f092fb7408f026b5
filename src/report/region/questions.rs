//! Every row with all its figures, to filter.

use crate::report::Report;
use crate::report::outline::{Block, Cell, Part, Table, Usage, columns};

pub(super) fn part(report: &Report) -> Part {
    let columns = columns([
        ("ID", 29),
        ("Stap", 24),
        ("Thema", 26),
        ("Rol", 11),
        ("Verschijningsvorm", 26),
        ("Vraag", 70),
        ("Gewicht", 9),
        ("Norm", 8),
        ("Wettelijk", 11),
        ("Score", 8),
        ("Laagst", 8),
        ("Hoogst", 8),
        ("Dekking", 9),
        ("Tekort", 8),
        ("Spreiding", 10),
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
        name: "Vragen",
        title: "Alle vragen met hun cijfers".to_owned(),
        blocks: vec![Block::Table(Table {
            usage: Usage::Filter,
            ..Table::to_read("Score per vraag", columns, rows.collect())
        })],
    }
}
