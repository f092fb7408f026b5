//! The first screen: per region what changed and why, in sentences.

use super::figures::Figures;
use super::heading;
use super::plan::plan_sentences;
use super::sentences::{
    beside_sentences, chain_words, merger_sentences, scope, shown, shown_chain, single_year, step_words,
};
use crate::comparison::{Change, Parts, RegionYears};
use crate::report::outline::{Block, Cell, ComparisonPart, Header, Part, Table, TableKey, columns};
use crate::report::sharing::{AT_A_GLANCE, Audience, ComparisonReport};

pub(super) fn part(report: &ComparisonReport) -> Part {
    let comparison = &report.comparison;
    let mut opening = vec![
        scope(comparison),
        "Een score kan stijgen zonder dat er iets verbetert: doordat andere gemeenten meedoen, andere vragen zijn beantwoord of de vragenlijst veranderde. 'Echt' telt alleen wat dezelfde deelnemers op dezelfde vragen anders antwoordden. Wat minder dan een punt verschilt, heet vrijwel gelijk, en wat minder dan twee punten echt veranderde, klein.".to_owned(),
    ];
    if report.audience() == Audience::Anyone {
        opening.push(AT_A_GLANCE.to_owned());
    }
    let single = comparison.regions.iter().filter(|region| region.changes.is_empty());
    opening.extend(single.map(single_year));
    let figures = Figures::of(report.audience());
    let mut blocks = vec![Block::Text(opening)];
    for region in &comparison.regions {
        for change in &region.changes {
            blocks.push(Block::Table(table(region, change, figures)));
        }
    }
    Part {
        key: ComparisonPart::Summary.into(),
        title: "Wat veranderde er, en waardoor?".to_owned(),
        blocks,
    }
}

fn table(region: &RegionYears, change: &Change, figures: Figures) -> Table {
    let questionnaire = region.years[change.to].questionnaire;
    let mut rows = Vec::new();
    let row = |name: String, parts: Option<&Parts>, words: String| {
        vec![
            Cell::text(name),
            figures.points(parts.map(Parts::total)),
            figures.points(parts.map(|parts| parts.real)),
            Cell::text(words),
        ]
    };
    if let Some(parts) = shown_chain(region, change) {
        let name = "Keten (stap 1 tot en met 7)".to_owned();
        rows.push(row(name, parts.as_ref().ok(), chain_words(change, parts.clone())));
    }
    for step in 0..change.steps.len() {
        let parts = shown(region, change, step).ok();
        let words = step_words(region, change, step);
        rows.push(row(questionnaire.step_title(step), parts.as_ref(), words));
    }
    let beside = [
        ("Gemeenten", merger_sentences(change)),
        ("Antwoorden", beside_sentences(region, change)),
        ("Verbeterplan", plan_sentences(change)),
    ];
    for (name, sentences) in beside.into_iter().filter(|(_, sentences)| !sentences.is_empty()) {
        rows.push(row(name.to_owned(), None, sentences.join(" ")));
    }
    let columns = columns([
        (Header::Step, 28),
        (Header::Difference, 11),
        (Header::OfWhichReal, 14),
        (Header::WhatChanged, 130),
    ]);
    Table::to_read(TableKey::WhatChanged, heading(region, change), columns, rows)
}
