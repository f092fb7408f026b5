//! What the figures are based on: the workbooks, how complete they are, and the problems found in them.

use std::collections::BTreeSet;

use super::not_applicable;
use crate::problem::{Problem, Severity};
use crate::report::Report;
use crate::report::outline::{Block, Cell, Header, Part, RegionPart, Table, TableKey, columns};
use crate::wording::{count, percentage};

pub(super) fn part(report: &Report, problems: &[Problem]) -> Part {
    let files_read = files_read(report);
    // Problems of the region's own workbooks, and of files that belong to no region.
    let of_region =
        |problem: &&Problem| files_read.contains(problem.place.file.as_str()) || problem.severity == Severity::Error;
    let (left_out, warnings): (Vec<&Problem>, Vec<&Problem>) = problems
        .iter()
        .filter(of_region)
        .partition(|problem| problem.severity == Severity::Error);
    let mut blocks = vec![Block::Text(vec![in_short(report, left_out.len(), warnings.len())])];
    let (effect, spared) = not_applicable::blocks(report);
    blocks.extend(effect);
    blocks.push(Block::Table(files(report)));
    blocks.extend(spared);
    for (key, heading, found) in [
        (TableKey::LeftOut, "Weggelaten omdat er iets niet klopte", left_out),
        (TableKey::Warnings, "Gelezen, maar om naar te kijken", warnings),
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

/// "17 werkboeken, met een antwoord op 91% van wat zij vragen. Er is niets weggelaten; 3 bevindingen zijn om naar te
/// kijken. Welke, staat verderop op dit blad."
fn in_short(report: &Report, left_out: usize, warnings: usize) -> String {
    let tallies = report.region.submissions.iter().map(|book| book.tally());
    let (known, asked) = tallies.fold((0, 0), |(known, asked), tally| {
        (
            known + tally.answered,
            asked + tally.answered + tally.unknown + tally.missing,
        )
    });
    let omitted = match left_out {
        0 => "Er is niets weggelaten".to_owned(),
        some => format!("Wegens {} is er iets weggelaten", count(some, "fout", "fouten")),
    };
    let to_look_at = match warnings {
        0 => String::new(),
        some => format!(
            "; {} om naar te kijken",
            count(some, "bevinding is", "bevindingen zijn")
        ),
    };
    let further = if left_out + warnings == 0 {
        ""
    } else {
        " Welke, staat op het scherm verderop op dit blad."
    };
    format!(
        "De cijfers rusten op {}, met een antwoord op {} van wat daarin wordt gevraagd. {omitted}{to_look_at}.{further}",
        count(report.region.submissions.len(), "werkboek", "werkboeken"),
        percentage(known as f64 / asked.max(1) as f64)
    )
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
    Table::to_read(
        TableKey::Workbooks,
        "Verder, voor het scherm: de werkboeken",
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
