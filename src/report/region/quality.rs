//! What the figures rest on: the workbooks, how much they answer, and what was found in them.

use crate::problem::{Problem, Severity};
use crate::report::Report;
use crate::report::outline::{Block, Cell, Part, Table, columns};

pub(super) fn part(report: &Report, problems: &[Problem]) -> Part {
    let of_region = |problem: &&Problem| belongs(report, problem);
    let left_out = problems
        .iter()
        .filter(of_region)
        .filter(|problem| problem.severity == Severity::Error);
    let warnings = problems
        .iter()
        .filter(of_region)
        .filter(|problem| problem.severity != Severity::Error);
    let mut blocks = vec![Block::Table(files(report))];
    for (heading, found) in [
        ("Weggelaten omdat er iets niet klopte", left_out.collect::<Vec<_>>()),
        ("Gelezen, maar om naar te kijken", warnings.collect()),
    ] {
        if !found.is_empty() {
            blocks.push(Block::Table(findings(heading, &found)));
        }
    }
    Part {
        name: "Datakwaliteit",
        title: "Waar de cijfers op rusten".to_owned(),
        blocks,
    }
}

/// Whether a problem is about this region: in one of its workbooks, or in a file of no region at all.
fn belongs(report: &Report, problem: &Problem) -> bool {
    let file = &problem.place.file;
    report
        .region
        .submissions
        .iter()
        .any(|submission| submission.file == *file)
        || report.region.untouched.iter().any(|book| book.file == *file)
        || problem.severity == Severity::Error
}

fn files(report: &Report) -> Table {
    let rows = report.region.submissions.iter().map(|submission| {
        let tally = submission.tally();
        let count = |number: usize| Cell::Number(number as f64);
        let known = tally.answered as f64 / (tally.answered + tally.unknown + tally.missing).max(1) as f64;
        vec![
            Cell::text(&submission.file),
            Cell::text(submission.municipality.as_deref().unwrap_or(&submission.region)),
            Cell::text(submission.role.key()),
            Cell::text(&report.questionnaire.perspectives[submission.perspective].name),
            count(tally.answered),
            count(tally.unknown),
            count(tally.not_applicable),
            count(tally.missing),
            Cell::Share(Some(known)),
            Cell::text(&submission.sha256),
        ]
    });
    let columns = columns([
        ("Bestand", 60),
        ("Van", 24),
        ("Rol", 12),
        ("Perspectief", 40),
        ("Beantwoord", 12),
        ("Weet ik niet", 12),
        ("N.v.t.", 10),
        ("Leeg", 10),
        ("Dekking", 10),
        ("Kenmerk (SHA-256)", 70),
    ]);
    Table::to_read("De werkboeken", columns, rows.collect())
}

fn findings(heading: &str, problems: &[&Problem]) -> Table {
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
    let columns = columns([("Bestand", 60), ("Plaats", 24), ("Code", 12), ("Bevinding", 40)]);
    Table::to_read(heading, columns, rows.collect())
}
