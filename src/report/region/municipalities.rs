//! Every municipality's own answers, in alphabetical order, and where hardly anything is organised for a core theme.

use super::phrases::named;
use crate::answers::EntityIndex;
use crate::questionnaire::ThemeIndex;
use crate::report::Report;
use crate::report::outline::{Block, Cell, Column, ColumnKey, Header, Part, RegionPart, Table, TableKey, Usage};
use crate::wording::{percentage, whole};

pub(super) fn part(report: &Report) -> Part {
    let threshold = whole(report.questionnaire.thresholds.white_spot);
    let intro = vec![
        "Elke gemeente met haar eigen antwoorden. De cijfers zijn bedoeld om van elkaar te leren en zeggen niets over inzet of inwoners. Hoe verder onder de norm van de eigen vragen, hoe donkerder.".to_owned(),
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
        Column::named(Header::Municipality, 34),
        Column::named(Header::Inhabitants, 11),
    ];
    let steps = 0..questionnaire.steps.len();
    columns.extend(steps.map(|step| narrow(ColumnKey::Step(step), &questionnaire.step_title(step))));
    let themes = core.iter();
    columns.extend(themes.map(|&theme| narrow(ColumnKey::Theme(theme), &questionnaire.themes[theme].name)));
    let whole = [Cell::text("De regio als geheel"), Cell::text("")];
    let steps = report.score.steps.iter();
    let totals = steps.chain(core.iter().map(|&theme| &report.score.themes[theme]));
    let whole = whole.into_iter().chain(totals.map(|total| Cell::Heat(total.into())));
    let municipalities = report.region.municipalities().iter().zip(&report.score.municipalities);
    let rows = municipalities.map(|(entity, own)| {
        let steps = own.steps.iter();
        let totals = || steps.clone().chain(core.iter().map(|&theme| &own.themes[theme]));
        let name = if totals().all(|total| total.score.is_none()) {
            format!("{} (geen antwoorden)", entity.name)
        } else {
            entity.name.clone()
        };
        let inhabitants = entity.inhabitants.map_or_else(|| Cell::text(""), Cell::Number);
        let heat = totals().map(|total| match total.score {
            Some(_) => Cell::Heat(total.into()),
            None if total.applicable == Some(0.0) => Cell::text("n.v.t."),
            None => Cell::text("geen antwoord"),
        });
        [Cell::Text(name), inhabitants].into_iter().chain(heat).collect()
    });
    Table {
        usage: Usage::Heatmap,
        ..Table::to_read(
            TableKey::Municipalities,
            "Eigen antwoorden per stap en kernthema",
            columns,
            [whole.collect()].into_iter().chain(rows).collect(),
        )
    }
}

/// A column that is just wide enough for the words of its header, below one another.
fn narrow(key: ColumnKey, name: &str) -> Column {
    const LEAST: usize = 9;
    const BESIDE: u16 = 3;
    let longest = name.split(' ').map(|word| word.chars().count()).max();
    Column::new(key, name, longest.unwrap_or_default().max(LEAST) as u16 + BESIDE)
}
