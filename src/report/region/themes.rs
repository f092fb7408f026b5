//! The themes, core themes first, with a chart of the core themes and a picture of all.

use super::charts;
use super::phrases::{core_themes_words, count_core, municipalities, norm_line, range};
use super::steps::{shortfall_columns, shortfalls};
use crate::report::Report;
use crate::report::outline::{Block, Cell, Chart, Header, Part, RegionPart, Table, TableKey, Usage, columns};
use crate::report::sharing::Sharing;
use crate::wording::whole;

pub(super) fn part(report: &Report) -> Part {
    let mut core = table(report, TableKey::CoreThemes, "Kernthema's", true);
    core.charts.extend(charts(report));
    Part {
        key: RegionPart::Themes.into(),
        title: "De thema's".to_owned(),
        blocks: vec![
            Block::Text(vec![format!(
                "Een thema loopt door de stappen heen. {} {} de scan. 'Speerpunt' is het deel van de werkboeken met speerpunten dat het thema noemt.",
                core_themes_words(report),
                if count_core(report) == 1 { "draagt" } else { "dragen" }
            )]),
            Block::Table(core),
            Block::Table(table(report, TableKey::OtherThemes, "Andere thema's", false)),
        ]
        .into_iter()
        .chain(report.sharing.map(|sharing| Block::Text(white_spots(report, sharing))))
        .collect(),
    }
}

/// "Opvangcapaciteit – 3 gemeenten."
fn white_spots(report: &Report, sharing: &Sharing) -> Vec<String> {
    let threshold = whole(report.questionnaire.thresholds.white_spot);
    let introduction = format!(
        "Witte vlekken: het aantal gemeenten dat bij een kernthema op de getoonde vragen onder {threshold} blijft, wat er ook nog onbekend is."
    );
    let spots = sharing.white_spots.iter().map(|&(theme, number)| {
        let name = &report.questionnaire.themes[theme].name;
        format!("{name} – {}.", municipalities(number))
    });
    [introduction].into_iter().chain(spots).collect()
}

/// The charts of the themes, drawn from any table of core themes.
pub(super) fn charts(report: &Report) -> Vec<Chart> {
    [charts::core_themes(report), charts::themes(report)]
        .into_iter()
        .flatten()
        .collect()
}

/// A table of either the core themes or the other themes.
fn table(report: &Report, key: TableKey, heading: &str, core: bool) -> Table {
    let mut columns = columns([
        (Header::Theme, 28),
        (Header::Status, 27),
        (Header::InWords, 36),
        (Header::Score, 9),
        (Header::Range, 9),
        (Header::Norm, 9),
        (Header::Votes, 11),
    ]);
    columns.extend(shortfall_columns(report));
    columns.extend(self::columns([(Header::Coverage, 10), (Header::Applicable, 12)]));
    let themes = report
        .questionnaire
        .themes
        .indexed()
        .filter(|(_, theme)| theme.core == core);
    let rows = themes.map(|(index, theme)| {
        let total = &report.score.themes[index];
        let mut cells = vec![
            Cell::text(&theme.name),
            Cell::verdict(total),
            Cell::text(norm_line(report, total)),
            Cell::Score(total.score),
            Cell::text(range(total.low, total.high)),
            Cell::Score(total.norm),
            Cell::Share(report.score.votes[index]),
        ];
        cells.extend(shortfalls(report, total));
        cells.extend([Cell::Share(total.coverage), Cell::Share(total.applicable)]);
        cells
    });
    Table {
        key,
        heading: heading.to_owned(),
        columns,
        rows: rows.collect(),
        charts: Vec::new(),
        usage: Usage::Read,
    }
}
