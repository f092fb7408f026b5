//! The first screen: per region what changed and why, in sentences.

use super::heading;
use super::plan::plan_sentences;
use super::sentences::{
    beside_sentences, chain_words, merger_sentences, scope, shown, shown_chain, single_year, step_words,
};
use crate::comparison::{Change, RegionYears};
use crate::report::outline::{Block, Cell, ComparisonPart, Header, Part, Table, TableKey, columns};
use crate::report::sharing::{AT_A_GLANCE, Audience, ComparisonReport};

pub(super) fn part(report: &ComparisonReport) -> Part {
    let comparison = &report.comparison;
    let mut opening = vec![
        scope(comparison),
        "Een score kan stijgen zonder dat er iets verbetert: doordat andere gemeenten meedoen, andere vragen zijn beantwoord of de vragenlijst veranderde. 'Echt' telt alleen wat dezelfde deelnemers op dezelfde vragen anders antwoordden.".to_owned(),
    ];
    if report.audience() == Audience::Anyone {
        opening.push(AT_A_GLANCE.to_owned());
    }
    let single = comparison.regions.iter().filter(|region| region.changes.is_empty());
    opening.extend(single.map(single_year));
    let mut blocks = vec![Block::Text(opening)];
    for region in &comparison.regions {
        for change in &region.changes {
            blocks.push(Block::Table(table(region, change)));
        }
    }
    Part {
        key: ComparisonPart::Summary.into(),
        title: "Wat veranderde er, en waardoor?".to_owned(),
        blocks,
    }
}

fn table(region: &RegionYears, change: &Change) -> Table {
    let questionnaire = region.years[change.to].questionnaire;
    let mut rows = Vec::new();
    if let Some(parts) = shown_chain(region, change) {
        rows.push(vec![
            Cell::text("Keten (stap 1 tot en met 7)"),
            Cell::Points(Some(parts.total)),
            Cell::Points(Some(parts.real)),
            Cell::text(chain_words(change, &parts)),
        ]);
    }
    for step in 0..change.steps.len() {
        let parts = shown(region, change, step).ok();
        rows.push(vec![
            Cell::text(questionnaire.step_title(step)),
            Cell::Points(parts.map(|parts| parts.total)),
            Cell::Points(parts.map(|parts| parts.real)),
            Cell::text(step_words(region, change, step)),
        ]);
    }
    let beside = [
        ("Gemeenten", merger_sentences(change)),
        ("Antwoorden", beside_sentences(region, change)),
        ("Verbeterplan", plan_sentences(change)),
    ];
    for (name, sentences) in beside.into_iter().filter(|(_, sentences)| !sentences.is_empty()) {
        rows.push(vec![
            Cell::text(name),
            Cell::Points(None),
            Cell::Points(None),
            Cell::text(sentences.join(" ")),
        ]);
    }
    let columns = columns([
        (Header::Step, 28),
        (Header::Difference, 11),
        (Header::OfWhichReal, 11),
        (Header::WhatChanged, 110),
    ]);
    Table::to_read(TableKey::WhatChanged, heading(region, change), columns, rows)
}
