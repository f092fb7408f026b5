//! Takes the bytes of a report; returns its plan as it stands, with everything that keeps a point from being followed.

use super::super::notes::Notes;
use super::super::plan_findings::PlanFinding;
use super::read_earlier;
use super::table::{Purpose, Row, Table};
use crate::answers::Moment;
use crate::plan::{FIRST_STEP, GIVEN, Point, QUESTION, READY_BY, STEP, Standing, TO_DO};
use crate::privacy::Written;
use crate::problem::{Checked, Finding, Place};
use crate::workbook::layout::{BookKind, meta};

/// What people type where nobody sees to a point yet.
const NOBODY: [&str; 9] = [
    "-",
    "–",
    "?",
    "n.t.b.",
    "ntb",
    "nog te bepalen",
    "onbekend",
    "nog onbekend",
    "geen",
];

/// The plan of a report, and when the file was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportPlan {
    /// The plan as it stands.
    pub standing: Standing,
    /// When the file was last saved, if it says so.
    pub saved: Option<Moment>,
}

/// Reads the plan of a report as it stands. `file` is its name in messages. No questionnaire is needed: what the points are
/// about is in the report itself. `None` if the bytes are not one of our reports, or one without a plan to fill in; the
/// problems then say so.
#[must_use]
pub fn read_standing(bytes: &[u8], file: &str) -> Checked<Option<ReportPlan>> {
    let mut notes = Notes::default();
    let nothing = |problems| Checked { value: None, problems };
    let read = match read_earlier(bytes, file, BookKind::Report, Purpose::Follow, &mut notes) {
        Ok(Some(read)) => read,
        Ok(None) => return nothing(Vec::new()),
        Err(finding) => return nothing(vec![finding.at(finding.place(file))]),
    };
    let shared = read.facts.contains_key(meta::SHARED);
    let Some(table) = read.plan.filter(|_| !shared) else {
        return nothing(vec![PlanFinding::NoPlan { shared }.at(Place::file(file))]);
    };
    let fact = |key: &str| read.facts.get(key).filter(|value| !value.is_empty());
    let year = fact(meta::YEAR).and_then(|year| year.parse().ok());
    let Some((region, year)) = fact(meta::REGION).zip(year) else {
        return nothing(vec![PlanFinding::NobodysPlan.at(Place::file(file))]);
    };
    let points: Vec<Point> = table.rows.iter().filter_map(|row| point(row, &table)).collect();
    let is_touched = |id: &&String| points.iter().any(|point| point.id == **id);
    let standing = Standing {
        file: file.to_owned(),
        region: region.clone(),
        year,
        untouched: table.made.keys().filter(|id| !is_touched(id)).count(),
        points,
    };
    Checked {
        value: Some(ReportPlan {
            standing,
            saved: read.saved,
        }),
        problems: notes.into_problems(),
    }
}

/// The point in a row, if it is one: something was filled in, or people added it with a question or a first step.
fn point(row: &Row, table: &Table) -> Option<Point> {
    let written = &row.written;
    let given = &written.given;
    let is_added = written.entry.id.is_empty() && !(given[QUESTION].is_empty() && given[FIRST_STEP].is_empty());
    if !written.is_filled() && !is_added {
        return None;
    }
    // Of a second action, people may have typed the ID only.
    let made = table.made.get(&written.entry.id);
    let given: &[String; GIVEN.len()] = made.filter(|_| given[QUESTION].is_empty()).unwrap_or(given);
    let first_line = |column: usize| given[column].lines().next().unwrap_or_default().trim();
    let name = [QUESTION, FIRST_STEP]
        .map(first_line)
        .into_iter()
        .find(|text| !text.is_empty());
    let fields = &written.entry.fields;
    Some(Point {
        id: written.entry.id.clone(),
        name: name.unwrap_or_default().to_owned(),
        step: Some(first_line(STEP))
            .filter(|step| !step.is_empty())
            .map(str::to_owned),
        to_do: fields[TO_DO].clone(),
        owner: if NOBODY.iter().any(|words| row.owner.is(words)) {
            Written::new("")
        } else {
            row.owner.clone()
        },
        ready_by: fields[READY_BY].clone(),
        status: written.entry.status(),
    })
}
