//! What the figures are based on: the workbooks, how complete they are, and the problems found in them.

use std::collections::BTreeSet;

use super::phrases::range;
use crate::problem::{Problem, Severity};
use crate::report::Report;
use crate::report::outline::{Block, Cell, Header, Part, RegionPart, Table, TableKey, columns};

pub(super) fn part(report: &Report, problems: &[Problem]) -> Part {
    let files_read = files_read(report);
    // Problems of the region's own workbooks, and of files that belong to no region.
    let of_region =
        |problem: &&Problem| files_read.contains(problem.place.file.as_str()) || problem.severity == Severity::Error;
    let left_out = problems
        .iter()
        .filter(of_region)
        .filter(|problem| problem.severity == Severity::Error);
    let warnings = problems
        .iter()
        .filter(of_region)
        .filter(|problem| problem.severity != Severity::Error);
    let mut blocks = vec![
        Block::Table(files(report)),
        Block::Text(vec![
            "Wat niet van toepassing is, telt in een score niet mee. Hieronder staat welk bereik en welke stand een stap zou hebben als het onbekend was. Zo is te zien of de stand daarop rust. Staat er bij een stand 'door n.v.t.', dan is zij beter dan zij anders zou zijn.".to_owned(),
        ]),
        Block::Table(not_applicable(report)),
    ];
    for (key, heading, found) in [
        (
            TableKey::LeftOut,
            "Weggelaten omdat er iets niet klopte",
            left_out.collect::<Vec<_>>(),
        ),
        (
            TableKey::Warnings,
            "Gelezen, maar om naar te kijken",
            warnings.collect(),
        ),
    ] {
        if !found.is_empty() {
            blocks.push(Block::Table(findings(key, heading, &found)));
        }
    }
    Part {
        key: RegionPart::Quality.into(),
        title: "Waar de cijfers op rusten".to_owned(),
        blocks,
    }
}

/// The files of the region's workbooks, filled in or blank.
fn files_read<'a>(report: &Report<'a>) -> BTreeSet<&'a str> {
    let filled = report.region.submissions.iter().map(|book| book.file.as_str());
    let blank = report.region.blank_books.iter().map(|book| book.file.as_str());
    filled.chain(blank).collect()
}

fn files(report: &Report) -> Table {
    let rows = report.region.submissions.iter().map(|submission| {
        let tally = submission.tally();
        let count = |number: usize| Cell::Number(number as f64);
        vec![
            Cell::text(&submission.file),
            Cell::text(submission.municipality.as_deref().unwrap_or(&submission.region)),
            Cell::text(submission.role.key()),
            Cell::text(&report.questionnaire.perspectives[submission.perspective].name),
            count(tally.answered),
            count(tally.unknown),
            count(tally.not_applicable),
            count(tally.missing),
            Cell::Share(Some(tally.known())),
            Cell::text(&submission.sha256),
        ]
    });
    let columns = columns([
        (Header::FileName, 60),
        (Header::From, 24),
        (Header::Role, 12),
        (Header::Perspective, 40),
        (Header::Answered, 12),
        (Header::DoNotKnow, 12),
        (Header::NotApplicable, 10),
        (Header::Blank, 10),
        (Header::Coverage, 10),
        (Header::Hash, 70),
    ]);
    Table::to_read(TableKey::Workbooks, "De werkboeken", columns, rows.collect())
}

/// What every step would be if everything that was called not applicable were unknown.
fn not_applicable(report: &Report) -> Table {
    let rows = report.score.steps.iter().enumerate().map(|(step, total)| {
        vec![
            Cell::text(report.questionnaire.step_title(step)),
            Cell::Share(total.applicable),
            Cell::text(range(total.low, total.high)),
            Cell::verdict(total),
            Cell::text(range(total.strict.low, total.strict.high)),
            Cell::verdict(total.strict.status),
        ]
    });
    let columns = columns([
        (Header::Step, 60),
        (Header::Applicable, 24),
        (Header::Range, 12),
        (Header::Status, 40),
        (Header::StrictRange, 14),
        (Header::StrictStatus, 27),
    ]);
    Table::to_read(
        TableKey::NotApplicable,
        "Wat 'niet van toepassing' uitmaakt",
        columns,
        rows.collect(),
    )
}

fn findings(key: TableKey, heading: &str, problems: &[&Problem]) -> Table {
    let rows = problems.iter().map(|problem| {
        let place = &problem.place;
        let spot: Vec<&str> = [&place.sheet, &place.cell]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        vec![
            Cell::text(&place.file),
            Cell::text(spot.join(", ")),
            Cell::text(problem.code),
            Cell::text(format!("{}. {}", problem.message, problem.hint)),
        ]
    });
    let columns = columns([
        (Header::FileName, 60),
        (Header::Place, 24),
        (Header::Code, 12),
        (Header::Finding, 40),
    ]);
    Table::to_read(key, heading, columns, rows.collect())
}
