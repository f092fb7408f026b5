//! Every municipality's own answers, in alphabetical order, and where hardly anything is organised for a core theme.

use super::phrases::named;
use crate::answers::EntityIndex;
use crate::questionnaire::ThemeIndex;
use crate::report::Report;
use crate::report::outline::{Block, Cell, Column, ColumnKey, Header, Part, RegionPart, Table, TableKey};
use crate::wording::{percentage, whole};

pub(super) fn part(report: &Report) -> Part {
    let threshold = whole(report.questionnaire.thresholds.white_spot);
    let intro = vec![
        "Elke gemeente met haar eigen antwoorden. De cijfers zijn bedoeld om van elkaar te leren en zeggen niets over inzet of inwoners; een leeg vak betekent dat er niets is beantwoord.".to_owned(),
        format!("Een witte vlek is een gemeente die bij een kernthema onder {threshold} blijft, wat er ook nog onbekend is. Waar dat ervan afhangt, is het niet zeker; van gemeenten zonder antwoord is het niet bekend. Die staan apart."),
    ];
    Part {
        key: RegionPart::Municipalities.into(),
        title: "De gemeenten".to_owned(),
        blocks: vec![
            Block::Text(intro),
            Block::Text(white_spots(report)),
            Block::Table(scores(report)),
        ],
    }
}

/// "Opvangcapaciteit: Rietmeer en Veenwold (21% van de inwoners); niet zeker is het van Duinstad; niet bekend van
/// Zandoever."
fn white_spots(report: &Report) -> Vec<String> {
    let names = |entities: &[EntityIndex]| {
        let names = entities
            .iter()
            .map(|&entity| report.region.entities[entity].name.as_str());
        named(&names.collect::<Vec<_>>())
    };
    let spots = report.score.white_spots.iter();
    spots
        .map(|spot| {
            let theme = &report.questionnaire.themes[spot.theme].name;
            let share = spot
                .share_inhabitants
                .map_or_else(String::new, |share| format!(" ({} van de inwoners)", percentage(share)));
            let parts = [
                (&spot.municipalities, "", share.as_str()),
                (&spot.uncertain, "niet zeker is het van ", ""),
                (&spot.unknown, "niet bekend is het van ", ""),
            ];
            let parts = parts.into_iter().filter(|(entities, ..)| !entities.is_empty());
            let mut parts: Vec<String> = parts
                .map(|(entities, before, after)| format!("{before}{}{after}", names(entities)))
                .collect();
            // What is not known never reads as none.
            if parts.is_empty() {
                parts.push("geen witte vlekken".to_owned());
            }
            if !spot.spared.is_empty() {
                parts.push(format!("zonder n.v.t. was het niet zeker van {}", names(&spot.spared)));
            }
            format!("{theme}: {}.", parts.join("; "))
        })
        .collect()
}

fn scores(report: &Report) -> Table {
    let questionnaire = report.questionnaire;
    let core: Vec<ThemeIndex> = questionnaire
        .themes
        .indices()
        .filter(|&theme| questionnaire.themes[theme].core)
        .collect();
    let mut columns = vec![
        Column::named(Header::Municipality, 30),
        Column::named(Header::Inhabitants, 14),
    ];
    columns.extend(
        (0..questionnaire.steps.len())
            .map(|step| Column::new(ColumnKey::Step(step), questionnaire.step_title(step), 18)),
    );
    columns.extend(
        core.iter()
            .map(|&theme| Column::new(ColumnKey::Theme(theme), &questionnaire.themes[theme].name, 24)),
    );
    let municipalities = report.region.municipalities().iter().zip(&report.score.municipalities);
    let rows = municipalities.map(|(entity, own)| {
        let mut cells = vec![
            Cell::text(&entity.name),
            entity.inhabitants.map_or_else(|| Cell::text(""), Cell::Number),
        ];
        cells.extend(own.steps.iter().map(|total| Cell::Score(total.score)));
        cells.extend(core.iter().map(|&theme| Cell::Score(own.themes[theme].score)));
        cells
    });
    Table::to_read(
        TableKey::Municipalities,
        "Eigen antwoorden per stap en kernthema",
        columns,
        rows.collect(),
    )
}
