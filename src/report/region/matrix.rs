//! The matrix of steps and themes, which shows a weak spot where the two meet.

use crate::questionnaire::ThemeIndex;
use crate::report::Report;
use crate::report::outline::{Block, Cell, Column, ColumnKey, Header, Part, RegionPart, Table, TableKey, Usage};

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
    let rows = (0..questionnaire.steps.len()).map(|step| {
        let mut cells = vec![Cell::text(questionnaire.step_title(step))];
        cells.extend(themes.iter().map(|&theme| {
            let cell = report
                .score
                .matrix
                .iter()
                .find(|cell| cell.step == step && cell.theme == theme);
            Cell::Score(cell.and_then(|cell| cell.score))
        }));
        cells
    });
    Part {
        key: RegionPart::Matrix.into(),
        title: "Stappen en thema's".to_owned(),
        blocks: vec![
            Block::Text(vec![format!(
                "De score van elk thema in elke stap; hoe hoger, hoe donkerder. Een leeg vak heeft minder dan twee {} vragen, te weinig antwoorden of te veel dat niet van toepassing is: het zegt niets over hoe het ervoor staat.",
                match report.sharing {
                    None => "beantwoorde",
                    Some(_) => "getoonde",
                }
            )]),
            Block::Table(Table {
                key: TableKey::Matrix,
                heading: "Score per stap en thema".to_owned(),
                columns,
                rows: rows.collect(),
                charts: Vec::new(),
                usage: Usage::Heatmap,
            }),
        ],
    }
}
