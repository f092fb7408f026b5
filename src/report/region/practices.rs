//! The chain for each practice: where a case would stall, in words.

use crate::answers::KeyFigure;
use crate::report::Report;
use crate::report::outline::{Block, Cell, Column, ColumnKey, Header, Part, RegionPart, Table, TableKey};
use crate::wording::{grouped, whole};

pub(super) fn part(report: &Report) -> Part {
    let threshold = whole(report.questionnaire.thresholds.continuity);
    let mut blocks = vec![
        Block::Text(vec![format!(
            "Voor elke verschijningsvorm de score van stap 1 tot en met 7, over de vragen die haar aangaan. Onder {threshold} houdt een stap een casus niet vast: daar zou hij vastlopen, hoe goed de volgende stappen ook zijn."
        )]),
        Block::Table(continuity(report)),
    ];
    if !report.region.key_figures.is_empty() {
        blocks.push(Block::Text(vec![
            "Kerncijfers zijn achtergrond en tellen nergens mee. Weinig meldingen betekent niet dat er weinig speelt: vaak is het juist een teken dat nog niemand het ziet.".to_owned(),
        ]));
        blocks.push(Block::Table(key_figures(report)));
    }
    Part {
        key: RegionPart::Practices.into(),
        title: "Waar een casus vastloopt".to_owned(),
        blocks,
    }
}

fn continuity(report: &Report) -> Table {
    let questionnaire = report.questionnaire;
    let steps = 1..questionnaire.steps.len();
    let mut columns = vec![Column::named(Header::Practice, 44)];
    columns.extend(steps.map(|step| Column::new(ColumnKey::Step(step), questionnaire.step_title(step), 18)));
    columns.push(Column::named(Header::InWords, 60));
    let practices = questionnaire.practices.iter().zip(&report.score.practices);
    let rows = practices.map(|(practice, found)| {
        let mut cells = vec![Cell::text(&practice.name)];
        cells.extend(found.steps.map(Cell::Score));
        let held = match found.unbroken {
            0 => String::new(),
            1 => "; daarvoor houdt 1 stap".to_owned(),
            more => format!("; daarvoor houden {more} stappen"),
        };
        let words = match (found.stalls_at, found.unknown_at) {
            (Some(step), _) => format!("▼ loopt vast bij {}{held}", questionnaire.step_title(step)),
            (None, Some(step)) => format!("– onbekend vanaf {}{held}", questionnaire.step_title(step)),
            (None, None) => match report.sharing {
                None => "▲ loopt nergens vast".to_owned(),
                Some(_) => "▲ loopt op wat getoond wordt nergens vast".to_owned(),
            },
        };
        cells.push(Cell::text(words));
        cells
    });
    Table::to_read(TableKey::Continuity, "Score per stap", columns, rows.collect())
}

fn key_figures(report: &Report) -> Table {
    let known = &report.region.key_figures;
    let mut figures: Vec<&str> = known.iter().map(|known| known.figure.as_str()).collect();
    figures.sort_unstable();
    figures.dedup();
    let mut columns = vec![Column::named(Header::Practice, 44)];
    let named = figures.iter().enumerate();
    columns.extend(named.map(|(index, figure)| Column::new(ColumnKey::KeyFigure(index), *figure, 14)));
    let practices = report.questionnaire.practices.indexed();
    let rows = practices.map(|(practice, named)| {
        let mut cells = vec![Cell::text(&named.name)];
        cells.extend(figures.iter().map(|figure| {
            let found = known
                .iter()
                .find(|known| known.practice == practice && known.figure == *figure);
            Cell::text(found.map_or_else(String::new, shown))
        }));
        cells
    });
    Table::to_read(
        TableKey::KeyFigures,
        "Kerncijfers van de regio",
        columns,
        rows.collect(),
    )
}

fn shown(figure: &KeyFigure) -> String {
    match figure.shown() {
        Some(number) => grouped(number),
        None => format!("minder dan {}", whole(KeyFigure::LEAST_SHOWN)),
    }
}
