//! What the comparison is based on: editions, matched questions, and who took part in which year.

use super::heading;
use super::sentences::{in_a_sentence, merger_sentences};
use crate::comparison::{Change, Comparison, Join, Participant, RegionYears};
use crate::questionnaire::{Questionnaire, RowIndex};
use crate::report::outline::{Block, Cell, Column, ComparisonPart, Header, Part, Table, TableKey, columns};
use crate::report::sharing::{Audience, ComparisonReport};
use crate::wording::number;

/// How municipalities are matched between years.
const SAME_BY_NAME_OR_MERGER: &str = "Een gemeente is in twee jaren dezelfde als haar naam dezelfde is; hoofdletters en spaties doen niet ter zake. Gingen gemeenten samen, en noemt het werkboek van de regio in het latere jaar de vroegere namen bij 'Voorheen' op het blad Gemeenten, dan tellen hun eerdere antwoorden samen als die van de nieuwe gemeente: per vraag het gewone gemiddelde. Zonder die namen telt de nieuwe gemeente als nieuw en tellen haar voorgangers als weggevallen; dat verschil komt dan bij 'Andere deelnemers' terecht en nooit bij 'Echt'.";
/// The same in a shared comparison, where former names do not count.
const SAME_BY_NAME: &str = "Een gemeente is in twee jaren dezelfde als haar naam dezelfde is; hoofdletters en spaties doen niet ter zake. Gingen gemeenten samen, dan telt de nieuwe gemeente in deze uitgave als nieuw.";

pub(super) fn part(report: &ComparisonReport) -> Part {
    let comparison = &report.comparison;
    let named = report.audience() == Audience::Region;
    let same = if named { SAME_BY_NAME_OR_MERGER } else { SAME_BY_NAME };
    let mut blocks = vec![
        Block::Text(vec![same.to_owned()]),
        Block::Table(years(comparison, named)),
    ];
    let changes = || {
        let regions = comparison.regions.iter();
        regions.flat_map(|region| region.changes.iter().map(move |change| (region, change)))
    };
    if changes().next().is_some() {
        let rows = changes().map(|(region, change)| {
            let mut cells = editions_of(region, change);
            if named {
                cells.extend(turnout(change));
            }
            cells
        });
        let mut columns = columns([
            (Header::RegionAndYears, 36),
            (Header::Editions, 18),
            (Header::RowsInBoth, 14),
            (Header::NewRows, 14),
            (Header::DroppedRows, 14),
        ]);
        if named {
            let who = [
                (Header::Stayed, 14),
                (Header::Joined, 34),
                (Header::Left, 34),
                (Header::Merged, 28),
                (Header::JointOnce, 28),
            ];
            columns.extend(who.map(|(header, width)| Column::named(header, width)));
        }
        blocks.push(Block::Table(Table::to_read(
            TableKey::Transitions,
            "De overgangen",
            columns,
            rows.collect(),
        )));
    }
    blocks.extend(changes().filter_map(|(region, change)| Some(Block::Table(lapsed(region, change)?))));
    let mut listed: Vec<(u16, u16)> = Vec::new();
    for (_, change) in changes() {
        let editions = (change.join.earlier.edition, change.join.later.edition);
        if !change.join.is_one_edition() && !listed.contains(&editions) {
            listed.push(editions);
            blocks.push(Block::Table(questions(&change.join)));
        }
    }
    Part {
        key: ComparisonPart::Comparability.into(),
        title: "Wat met wat vergeleken is".to_owned(),
        blocks,
    }
}

/// The years; `named` adds what says something about individual senders.
fn years(comparison: &Comparison, named: bool) -> Table {
    let all = comparison.regions.iter().flat_map(|region| &region.years);
    let rows = all.map(|year| {
        let mut cells = vec![
            Cell::text(format!("{} {}", year.region.name, year.region.year)),
            Cell::text(format!("editie {}", year.questionnaire.edition)),
        ];
        if named {
            cells.push(Cell::Number(year.region.submissions.len() as f64));
        }
        cells.push(Cell::Number(year.response.responded as f64));
        cells.push(Cell::Number(year.response.expected as f64));
        if named {
            let own = !year.region.itself().submissions.is_empty();
            cells.push(Cell::text(if own { "ja" } else { "nee" }));
        }
        cells
    });
    let headers = [
        (Header::RegionAndYear, 40, true),
        (Header::Edition, 18, true),
        (Header::Workbooks, 14, named),
        (Header::TookPart, 14, true),
        (Header::Expected, 14, true),
        (Header::RegionItself, 14, named),
    ];
    let headers = headers.into_iter().filter(|(.., is_shown)| *is_shown);
    let columns = headers.map(|(header, width, _)| Column::named(header, width)).collect();
    Table::to_read(TableKey::Years, "De jaren", columns, rows.collect())
}

/// The cells that say which editions and rows a change is about.
fn editions_of(region: &RegionYears, change: &Change) -> Vec<Cell> {
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
    ]
}

/// The cells that say who took part in which year.
fn turnout(change: &Change) -> [Cell; 5] {
    let entities = &change.entities;
    [
        Cell::Number(entities.stayed.len() as f64),
        Cell::text(names(&entities.joined)),
        Cell::text(names(&entities.left)),
        Cell::text(merger_sentences(change).join(" ")),
        Cell::text(names(&change.joint_once)),
    ]
}

fn names(participants: &[Participant]) -> String {
    if participants.is_empty() {
        "–".to_owned()
    } else {
        in_a_sentence(participants)
    }
}

/// What was answered in the earlier year and is not applicable in the later; `None` if nothing is.
fn lapsed(region: &RegionYears, change: &Change) -> Option<Table> {
    let later = change.join.later;
    let lapsed = change.steps.iter().filter_map(|step| step.lapsed.as_ref()).flatten();
    let rows: Vec<Vec<Cell>> = lapsed
        .map(|found| {
            vec![
                Cell::text(&later.question_of(found.row).text),
                Cell::text(&later.rows[found.row].id),
                Cell::text(in_a_sentence(std::slice::from_ref(&found.participant))),
            ]
        })
        .collect();
    let columns = columns([(Header::Question, 40), (Header::Id, 18), (Header::From, 14)]);
    let heading = format!("{}: wat niet van toepassing werd", heading(region, change));
    (!rows.is_empty()).then(|| Table::to_read(TableKey::Lapsed, heading, columns, rows))
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
        rows.push(table_row(later, row, &before.join(", "), &later.rows[row].id, &what));
    }
    for &row in &join.dropped {
        rows.push(table_row(earlier, row, &earlier.rows[row].id, "", "vervallen"));
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

fn table_row(questionnaire: &Questionnaire, row: RowIndex, before: &str, after: &str, what: &str) -> Vec<Cell> {
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
