//! The matrix of steps and themes, which shows a weak spot where the two meet.

use super::charts;
use crate::questionnaire::ThemeIndex;
use crate::report::Report;
use crate::report::outline::{
    Block, Cell, Column, ColumnKey, Header, HeatCell, Part, RegionPart, Table, TableKey, Usage,
};

pub(super) fn part(report: &Report) -> Part {
    let questionnaire = report.questionnaire;
    // Core themes come first, as everywhere.
    let mut themes: Vec<ThemeIndex> = questionnaire.themes.indices().collect();
    themes.sort_by_key(|&theme| !questionnaire.themes[theme].core);
    let mut columns = vec![Column::named(Header::Step, 26)];
    columns.extend(
        themes
            .iter()
            .map(|&theme| Column::new(ColumnKey::Theme(theme), &questionnaire.themes[theme].name, 24)),
    );
    let cell = |step: usize, theme: ThemeIndex| {
        let mut cells = report.score.matrix.iter();
        match cells.find(|cell| cell.step == step && cell.theme == theme) {
            None => HeatCell::Nothing,
            Some(cell) => cell.score.map_or(HeatCell::TooFew, |score| HeatCell::Score {
                score,
                short: cell.short().unwrap_or(0.0),
            }),
        }
    };
    let rows: Vec<(String, Vec<HeatCell>)> = (0..questionnaire.steps.len())
        .map(|step| {
            let cells = themes.iter().map(|&theme| cell(step, theme));
            (questionnaire.step_title(step), cells.collect())
        })
        .collect();
    let cells = rows.iter().map(|(step, cells)| {
        let cells = cells.iter().copied().map(Cell::Heat);
        [Cell::text(step)].into_iter().chain(cells).collect()
    });
    let cells = cells.collect();
    let names = themes.iter().map(|&theme| questionnaire.themes[theme].name.clone());
    Part {
        key: RegionPart::Matrix.into(),
        title: "Stappen en thema's".to_owned(),
        blocks: vec![
            Block::Text(vec![format!(
                "De score van elk thema in elke stap. Hoe verder onder de norm, hoe donkerder. Een gearceerd vak heeft minder dan twee {} vragen, te weinig antwoorden of te veel dat niet van toepassing is: het zegt niets over hoe het ervoor staat.",
                match report.sharing {
                    None => "beantwoorde",
                    Some(_) => "getoonde",
                }
            )]),
            Block::Table(Table {
                key: TableKey::Matrix,
                heading: "Score per stap en thema".to_owned(),
                columns,
                rows: cells,
                charts: charts::matrix(report, names.collect(), rows).into_iter().collect(),
                usage: Usage::Heatmap,
            }),
        ],
    }
}
