//! The themes, core themes first, with a radar chart of the core themes.

use super::phrases::{Finding, furthest_short, municipalities, range, score, under_norm};
use super::steps::{shortfall_columns, shortfalls};
use crate::report::Report;
use crate::report::outline::{
    Block, Cell, Chart, ChartKey, ChartKind, Header, Part, RegionPart, Series, Table, TableKey, Usage, columns,
};
use crate::report::sharing::Sharing;
use crate::wording::{in_words, whole};

pub(super) fn part(report: &Report) -> Part {
    let mut core = table(report, TableKey::CoreThemes, "Kernthema's", true);
    core.charts.extend(radar(report));
    Part {
        key: RegionPart::Themes.into(),
        title: "De thema's".to_owned(),
        blocks: vec![
            Block::Text(vec![format!(
                "Een thema loopt door de stappen heen. {} {} de scan. 'Speerpunt' is het deel van de werkboeken met speerpunten dat het thema noemt.",
                core_themes(report),
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

/// "De vier kernthema's".
pub(super) fn core_themes(report: &Report) -> String {
    match count_core(report) {
        1 => "Het kernthema".to_owned(),
        core => format!("De {} kernthema's", in_words(core)),
    }
}

fn count_core(report: &Report) -> usize {
    report.questionnaire.themes.iter().filter(|theme| theme.core).count()
}

/// A table of either the core themes or the other themes.
fn table(report: &Report, key: TableKey, heading: &str, core: bool) -> Table {
    let mut columns = columns([
        (Header::Theme, 28),
        (Header::Score, 9),
        (Header::Range, 11),
        (Header::Norm, 9),
    ]);
    columns.extend(shortfall_columns(report));
    columns.extend(self::columns([
        (Header::Coverage, 10),
        (Header::Applicable, 12),
        (Header::Status, 27),
        (Header::Votes, 11),
    ]));
    let themes = report
        .questionnaire
        .themes
        .indexed()
        .filter(|(_, theme)| theme.core == core);
    let rows = themes.map(|(index, theme)| {
        let total = &report.score.themes[index];
        let mut cells = vec![
            Cell::text(&theme.name),
            Cell::Score(total.score),
            Cell::text(range(total.low, total.high)),
            Cell::Score(total.norm),
        ];
        cells.extend(shortfalls(report, total));
        cells.extend([
            Cell::Share(total.coverage),
            Cell::Share(total.applicable),
            Cell::verdict(total),
            Cell::Share(report.score.votes[index]),
        ]);
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

/// Core themes and their norms, drawn from any table with these columns; `None` without any score.
pub(super) fn radar(report: &Report) -> Option<Chart> {
    let core = || {
        let themes = report.questionnaire.themes.iter().zip(&report.score.themes);
        themes
            .filter(|(theme, _)| theme.core)
            .map(|(theme, total)| (theme.name.as_str(), total))
    };
    let title = match furthest_short(core()) {
        Finding::NoScores => return None,
        Finding::NoneShort => "Alle kernthema's met een score halen de norm".to_owned(),
        Finding::Short { name, points } => {
            format!("{name}: {}", under_norm(points))
        }
    };
    let figures: Vec<String> = core()
        .map(|(name, total)| format!("{name} {}", score(total.score)))
        .collect();
    Some(Chart {
        key: ChartKey::CoreThemes,
        kind: ChartKind::Radar,
        title,
        alternative: format!(
            "Radar van {} met de norm als onderbroken lijn. Scores: {}.",
            core_themes(report).to_lowercase(),
            figures.join(", ")
        ),
        names: Header::Theme.into(),
        series: Series::against_norm(Header::Score),
    })
}
