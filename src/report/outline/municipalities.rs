//! Every municipality's own answers, in alphabetical order, and where core themes are hardly arranged.

use super::{Block, Cell, Column, Part, Table, columns};
use crate::report::Report;
use crate::wording::{all_of, percentage, whole};

pub(super) fn part(report: &Report) -> Part {
    let threshold = whole(report.questionnaire.thresholds.white_spot);
    let intro = vec![
        "Elke gemeente met haar eigen antwoorden, op alfabet. De cijfers zijn bedoeld om van elkaar te leren en zeggen niets over inzet of inwoners; een leeg vak betekent dat er niets is beantwoord.".to_owned(),
        format!("Een witte vlek is een gemeente die bij een kernthema onder {threshold} scoort. Gemeenten zonder antwoord staan apart: van hen is het niet bekend."),
    ];
    Part {
        name: "Gemeenten",
        title: "De gemeenten".to_owned(),
        blocks: vec![
            Block::Text(intro),
            Block::Table(white_spots(report)),
            Block::Table(scores(report)),
        ],
    }
}

fn white_spots(report: &Report) -> Table {
    let names = |entities: &[usize]| {
        let names: Vec<&str> = entities
            .iter()
            .map(|&entity| report.region.entities[entity].name.as_str())
            .collect();
        all_of(&names)
    };
    let rows = report.score.white_spots.iter().map(|spot| {
        vec![
            Cell::text(&report.questionnaire.themes[spot.theme].name),
            Cell::text(
                spot.share_inhabitants
                    .map_or_else(|| "niet bekend".to_owned(), percentage),
            ),
            Cell::text(names(&spot.municipalities)),
            Cell::text(names(&spot.unknown)),
        ]
    });
    let columns = columns([
        ("Kernthema", 30),
        ("Deel van de inwoners", 14),
        ("Witte vlekken", 40),
        ("Niet bekend", 40),
    ]);
    Table::to_read("Witte vlekken", columns, rows.collect())
}

fn scores(report: &Report) -> Table {
    let questionnaire = report.questionnaire;
    let core: Vec<usize> = (0..questionnaire.themes.len())
        .filter(|&theme| questionnaire.themes[theme].core)
        .collect();
    let mut columns = vec![Column::new("Gemeente", 30), Column::new("Inwoners", 14)];
    columns.extend((0..questionnaire.steps.len()).map(|step| Column::new(&questionnaire.step_title(step), 16)));
    columns.extend(
        core.iter()
            .map(|&theme| Column::new(&questionnaire.themes[theme].name, 16)),
    );
    let municipalities = report.region.municipalities().iter().zip(&report.score.municipalities);
    let rows = municipalities.map(|(entity, own)| {
        let mut cells = vec![
            Cell::text(&entity.name),
            entity.inhabitants.map_or_else(|| Cell::text(""), Cell::Number),
        ];
        cells.extend(own.steps.map(Cell::Score));
        cells.extend(core.iter().map(|&theme| Cell::Score(own.themes[theme])));
        cells
    });
    Table::to_read("Eigen antwoorden per stap en kernthema", columns, rows.collect())
}
