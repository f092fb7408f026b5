//! What the comparison is based on: editions, matched questions, and who took part in which year.

use super::heading;
use super::sentences::merger_sentences;
use crate::comparison::{Change, Comparison, Join, Participant, RegionYears};
use crate::questionnaire::{Questionnaire, Role, RowIndex};
use crate::report::outline::{Block, Cell, ComparisonPart, Header, Part, Table, TableKey, columns};
use crate::wording::{all_of, count, number};

pub(super) fn part(comparison: &Comparison) -> Part {
    let mut blocks = vec![
        Block::Text(vec![
            "Een gemeente is in twee jaren dezelfde als haar naam dezelfde is; hoofdletters en spaties doen niet ter zake. Gingen gemeenten samen, en noemt het werkboek van de regio in het latere jaar de vroegere namen bij 'Voorheen' op het blad Gemeenten, dan tellen hun eerdere antwoorden samen als die van de nieuwe gemeente: per vraag het gewone gemiddelde. Zonder die namen telt de nieuwe gemeente als nieuw en tellen haar voorgangers als weggevallen; dat verschil komt dan bij 'Andere deelnemers' terecht en nooit bij 'Echt'.".to_owned(),
        ]),
        Block::Table(years(comparison)),
    ];
    let changes = || {
        let regions = comparison.regions.iter();
        regions.flat_map(|region| region.changes.iter().map(move |change| (region, change)))
    };
    if changes().next().is_some() {
        let rows = changes().map(|(region, change)| turnout(region, change));
        let columns = columns([
            (Header::RegionAndYears, 40),
            (Header::Editions, 18),
            (Header::RowsInBoth, 14),
            (Header::NewRows, 14),
            (Header::DroppedRows, 14),
            (Header::Stayed, 14),
            (Header::Joined, 40),
            (Header::Left, 40),
            (Header::Merged, 40),
        ]);
        blocks.push(Block::Table(Table::to_read(
            TableKey::Transitions,
            "De overgangen",
            columns,
            rows.collect(),
        )));
    }
    let mut told: Vec<(u16, u16)> = Vec::new();
    for (_, change) in changes() {
        let editions = (change.join.earlier.edition, change.join.later.edition);
        if !change.join.is_one_edition() && !told.contains(&editions) {
            told.push(editions);
            blocks.push(Block::Table(questions(&change.join)));
        }
    }
    Part {
        key: ComparisonPart::Comparability.into(),
        title: "Wat met wat vergeleken is".to_owned(),
        blocks,
    }
}

fn years(comparison: &Comparison) -> Table {
    let all = comparison.regions.iter().flat_map(|region| &region.years);
    let rows = all.map(|year| {
        let municipalities = year.region.municipalities();
        let sent = municipalities.iter().filter(|entity| !entity.submissions.is_empty());
        let own = !year.region.itself().submissions.is_empty();
        vec![
            Cell::text(format!("{} {}", year.region.name, year.region.year)),
            Cell::text(format!("editie {}", year.questionnaire.edition)),
            Cell::Number(year.region.submissions.len() as f64),
            Cell::Number(sent.count() as f64),
            Cell::Number(municipalities.len() as f64),
            Cell::text(if own { "ja" } else { "nee" }),
        ]
    });
    let columns = columns([
        (Header::RegionAndYear, 40),
        (Header::Edition, 18),
        (Header::Workbooks, 14),
        (Header::TookPart, 14),
        (Header::Expected, 14),
        (Header::RegionItself, 14),
    ]);
    Table::to_read(TableKey::Years, "De jaren", columns, rows.collect())
}

fn turnout(region: &RegionYears, change: &Change) -> Vec<Cell> {
    let join = &change.join;
    let (from, to) = (
        region.years[change.from].questionnaire.edition,
        region.years[change.to].questionnaire.edition,
    );
    let editions = if from == to {
        from.to_string()
    } else {
        format!("{from} en {to}")
    };
    let rows = |number: usize| Cell::Number(number as f64);
    vec![
        Cell::text(heading(region, change)),
        Cell::text(editions),
        rows(join.joined()),
        rows(join.added()),
        rows(join.dropped.len()),
        rows(change.entities.stayed.len()),
        Cell::text(names(&change.entities.joined)),
        Cell::text(names(&change.entities.left)),
        Cell::text(merger_sentences(change).join(" ")),
    ]
}

fn names<'p>(participants: &'p [Participant]) -> String {
    if participants.is_empty() {
        return "–".to_owned();
    }
    let name = |participant: &'p Participant| match participant.role {
        Role::Municipality => participant.name.as_deref(),
        Role::Region => participant.name.as_ref().map(|_| "de regio zelf"),
    };
    let names: Option<Vec<&str>> = participants.iter().map(name).collect();
    names.map_or_else(
        || count(participants.len(), "deelnemer", "deelnemers"),
        |names| all_of(&names),
    )
}

/// What became of every row between two editions; unchanged rows are left out.
fn questions(join: &Join) -> Table {
    let (earlier, later) = (join.earlier, join.later);
    let mut rows = Vec::new();
    for (row, sources) in join.sources.indexed() {
        let what = fate(join, row, sources);
        if what.is_empty() {
            continue;
        }
        let before: Vec<&str> = sources.iter().map(|&old| earlier.rows[old].id.as_str()).collect();
        rows.push(told(later, row, &before.join(", "), &later.rows[row].id, &what));
    }
    for &row in &join.dropped {
        rows.push(told(earlier, row, &earlier.rows[row].id, "", "vervallen"));
    }
    let columns = columns([
        (Header::Question, 40),
        (Header::Earlier, 18),
        (Header::Later, 14),
        (Header::WhatChanged, 14),
    ]);
    Table::to_read(
        TableKey::QuestionChanges,
        format!(
            "Van editie {} naar editie {}: wat er aan de vragen veranderde",
            earlier.edition, later.edition
        ),
        columns,
        rows,
    )
}

fn told(questionnaire: &Questionnaire, row: RowIndex, before: &str, after: &str, what: &str) -> Vec<Cell> {
    vec![
        Cell::text(&questionnaire.question_of(row).text),
        Cell::text(before),
        Cell::text(after),
        Cell::text(what),
    ]
}

/// "nieuw", "andere stap: van 5 naar 7, ander gewicht: van 1 naar 2", or an empty text.
fn fate(join: &Join, row: RowIndex, sources: &[RowIndex]) -> String {
    let (earlier, later) = (join.earlier, join.later);
    let Some(&old) = sources.first() else {
        return "nieuw".to_owned();
    };
    let mut what = Vec::new();
    if earlier.rows[old].id != later.rows[row].id {
        what.push("nieuw nummer".to_owned());
    }
    let steps = (earlier.question_of(old).step, later.question_of(row).step);
    if steps.0 != steps.1 {
        what.push(format!("andere stap: van {} naar {}", steps.0, steps.1));
    }
    let weights = (earlier.rows[old].weight, later.rows[row].weight);
    if weights.0 != weights.1 {
        what.push(format!(
            "ander gewicht: van {} naar {}",
            number(weights.0),
            number(weights.1)
        ));
    }
    what.join(", ")
}
