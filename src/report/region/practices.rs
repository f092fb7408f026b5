//! The chain for each practice: where a case is held and where it would stall, in words and in figures.

use super::charts;
use super::phrases::{continuity_words, part_words, range};
use crate::answers::KeyFigure;
use crate::questionnaire::STEPS;
use crate::report::Report;
use crate::report::outline::{
    Block, Cell, Column, ColumnKey, Header, Part, RegionPart, Table, TableKey, Usage, columns,
};
use crate::scoring::{Link, LinkState, StopState};
use crate::wording::{grouped, whole};

pub(super) fn part(report: &Report) -> Part {
    let threshold = whole(report.questionnaire.thresholds.continuity);
    let (left_out, none) = match report.sharing {
        None => (" of geldt niet", ""),
        Some(_) => (
            ", geldt niet of kan hier niet getoond worden",
            ", of wordt er geen getoond",
        ),
    };
    // Figures are rounded, verdicts are not.
    let looks_held =
        |link: &Link| link.state == LinkState::Stalls && link.high.map(whole).as_deref() == Some(&threshold);
    let just_below = if report
        .score
        .practices
        .iter()
        .any(|found| found.steps.iter().any(looks_held))
    {
        format!(" Staat bij een stap die vastloopt {threshold}, dan blijft het cijfer daar net onder.")
    } else {
        String::new()
    };
    let mut blocks = vec![
        Block::Text(vec![format!(
            "Een keten is zo sterk als haar zwakste schakel. Een stap houdt een casus van een verschijningsvorm vast als twee delen op orde zijn: wat voor alle vormen geldt, en wat eigen is aan deze vorm. Het laagste cijfer van de twee telt. ▲ houdt vast: beide delen halen {threshold}, wat er ook nog onbekend is; staat er 'door n.v.t.' bij, dan steunt dat op wat niet van toepassing heet. ▼ loopt vast: een deel blijft onder {threshold}, wat er ook nog onbekend is. ◆ niet zeker: dat hangt af van wat nog onbekend is, of een van de delen wordt niet gevraagd{left_out}. – onbekend: bij deze stap geldt geen enkele vraag{none}.{just_below}"
        )]),
        Block::Table(continuity(report)),
        Block::Table(links(report)),
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

/// The columns of the steps of the chain, which are those of its links.
pub(super) fn step_columns(report: &Report, widths: [u16; STEPS - 1]) -> impl Iterator<Item = Column> {
    let step = |(step, width)| Column::new(ColumnKey::Step(step), report.questionnaire.step_title(step), width);
    (1..).zip(widths).map(step)
}

fn continuity(report: &Report) -> Table {
    let questionnaire = report.questionnaire;
    let mut columns = vec![Column::named(Header::Practice, 44), Column::named(Header::InWords, 60)];
    columns.extend(step_columns(report, [15, 18, 15, 15, 15, 15, 15]));
    let practices = questionnaire.practices.iter().zip(&report.score.practices);
    let rows = practices.map(|(practice, found)| {
        let words = continuity_words(report, found);
        let sign = match found.stop().state {
            StopState::Stalls => '▼',
            StopState::Uncertain => '◆',
            StopState::HoldsByNotApplicable | StopState::Holds => '▲',
        };
        let mut cells = vec![Cell::text(&practice.name), Cell::text(format!("{sign} {words}"))];
        cells.extend(found.steps.iter().map(Cell::verdict));
        cells
    });
    Table {
        charts: charts::chain(report).into_iter().collect(),
        usage: Usage::Heatmap,
        ..Table::to_read(
            TableKey::Continuity,
            "Houdt elke stap een casus vast?",
            columns,
            rows.collect(),
        )
    }
}

/// The figures of every link.
fn links(report: &Report) -> Table {
    let questionnaire = report.questionnaire;
    let practices = questionnaire.practices.iter().zip(&report.score.practices);
    let rows = practices.flat_map(|(practice, found)| {
        (1..).zip(&found.steps).map(|(step, link)| {
            vec![
                Cell::text(&practice.name),
                Cell::text(questionnaire.step_title(step)),
                Cell::verdict(link),
                Cell::Score(link.score),
                Cell::text(range(link.low, link.high)),
                Cell::text(link.because_of.map_or("", part_words)),
            ]
        })
    });
    let mut columns = columns([
        (Header::Practice, 44),
        (Header::Step, 60),
        (Header::Status, 15),
        (Header::Score, 15),
        (Header::Range, 15),
    ]);
    columns.push(Column::named(Header::BecauseOf, 30).across(2));
    Table::to_read(TableKey::Links, "De schakels in cijfers", columns, rows.collect())
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
