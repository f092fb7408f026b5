//! Reads an existing report or comparison: what people filled in in its plan and agenda, and whether it may be replaced.

mod changes;
mod columns;
mod conclusions;
mod merged_down;
mod standing;
mod table;
mod texts;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use workbook_guard::Tally;

use self::changes::{changed_rows, changes};
pub use self::conclusions::ReadConclusion;
pub use self::standing::{ReportPlan, read_standing};
use self::table::{Purpose, Table, TableReader};
use super::book::Book;
use super::choose_edition;
use super::findings::FileFinding;
use super::notes::Notes;
use super::plan_findings::PlanFinding;
use crate::answers::Moment;
use crate::office::Marks;
use crate::plan::{FilledPlan, GAP, PlanEntry, WrittenPlan};
use crate::problem::{Checked, Finding, Place, Problem};
use crate::questionnaire::{Editions, Questionnaire};
use crate::spelling::spells;
use crate::workbook::layout::{self, AGENDA, BookKind, PLAN, meta};

/// An existing report that may be replaced by a new one.
#[derive(Clone, Debug, Default)]
pub struct EarlierReport {
    /// The region that it is about, if it says so.
    pub region: Option<String>,
    /// The year that it is about, if it says so.
    pub year: Option<u16>,
    /// Whether it was made to be shared.
    pub shared: bool,
    /// What people wrote in its plan, with personal data redacted. `None` if it has no plan that can be found.
    pub plan: Option<WrittenPlan>,
    /// What people concluded on its agenda, with personal data redacted. Of a report to share, nothing.
    pub conclusions: Vec<ReadConclusion>,
}

/// Reads back what people filled in in the plan of a report, whatever was moved. `None` if the bytes are not one of our
/// reports.
#[must_use]
pub fn read_plan(bytes: &[u8]) -> Option<Vec<PlanEntry>> {
    let mut notes = Notes::default();
    let read = read_earlier(bytes, "", BookKind::Report, Purpose::CarryOver, &mut notes).ok()??;
    Some(read.plan.map_or_else(Vec::new, entries))
}

/// Reads an existing report for a new one that is to replace it, with a warning about everything that cannot be carried
/// over. `file` is its name in messages, `questionnaire` that of the new report. `None` if the bytes are not one of our
/// reports.
#[must_use]
pub fn read_report(bytes: &[u8], file: &str, questionnaire: &Questionnaire) -> Checked<Option<EarlierReport>> {
    let mut notes = Notes::default();
    let read = read_earlier(bytes, file, BookKind::Report, Purpose::CarryOver, &mut notes);
    let report = read.ok().flatten().map(|read| EarlierReport {
        region: read
            .facts
            .get(meta::REGION)
            .filter(|region| !region.is_empty())
            .cloned(),
        year: read.facts.get(meta::YEAR).and_then(|year| year.parse().ok()),
        shared: read.facts.contains_key(meta::SHARED),
        plan: read.plan.map(|table| written(table, questionnaire, &mut notes)),
        conclusions: read.conclusions,
    });
    Checked {
        value: report,
        problems: notes.into_problems(),
    }
}

/// Whether a comparison was made to be shared, with a warning about everything that people changed in it; `None` if the
/// bytes are not one of our comparisons.
#[must_use]
pub fn read_comparison(bytes: &[u8], file: &str) -> Checked<Option<bool>> {
    let mut notes = Notes::default();
    let read = read_earlier(bytes, file, BookKind::Comparison, Purpose::CarryOver, &mut notes);
    Checked {
        value: read.ok().flatten().map(|read| read.facts.contains_key(meta::SHARED)),
        problems: notes.into_problems(),
    }
}

/// Reads the plan of a report with its region, year and edition, and everything that is wrong with it. `editions` are
/// the known questionnaires. `None` also if nothing was filled in.
#[must_use]
pub fn read_filled_plan(bytes: &[u8], file: &str, editions: &Editions) -> Checked<Option<FilledPlan>> {
    let mut notes = Notes::default();
    let nothing = |problems| Checked { value: None, problems };
    let read = match read_earlier(bytes, file, BookKind::Report, Purpose::Statuses, &mut notes) {
        Ok(Some(read)) => read,
        Ok(None) => return nothing(Vec::new()),
        Err(finding) => return nothing(vec![finding.at(finding.place(file))]),
    };
    let entries = read.plan.map_or_else(Vec::new, entries);
    if entries.is_empty() {
        return nothing(notes.into_problems());
    }
    let questionnaire = match choose_edition(&read.facts, editions) {
        Ok(questionnaire) => questionnaire.identity(),
        Err(finding) => return nothing(vec![finding.at(Place::file(file))]),
    };
    let fact = |key: &str| read.facts.get(key).filter(|value| !value.is_empty());
    let year = fact(meta::YEAR).and_then(|year| year.parse().ok());
    let Some((region, year)) = fact(meta::REGION).zip(year) else {
        return nothing(vec![PlanFinding::NobodysPlan.at(Place::file(file))]);
    };
    Checked {
        value: Some(FilledPlan {
            file: file.to_owned(),
            region: region.clone(),
            year,
            questionnaire,
            entries,
        }),
        problems: notes.into_problems(),
    }
}

/// What is wrong with the statuses in the plan of a report, whatever else may be in it.
#[must_use]
pub fn check_plan(bytes: &[u8], file: &str) -> Vec<Problem> {
    let mut notes = Notes::default();
    match read_earlier(bytes, file, BookKind::Report, Purpose::Statuses, &mut notes) {
        Ok(_) => notes.into_problems(),
        Err(finding) => vec![finding.at(finding.place(file))],
    }
}

/// The points with an ID in which something was filled in.
fn entries(table: Table) -> Vec<PlanEntry> {
    let entries = table.rows.into_iter().map(|row| row.written.entry);
    entries
        .filter(|entry| !entry.id.is_empty() && entry.is_filled())
        .collect()
}

/// What can be carried over of a table into a report on this questionnaire.
fn written(table: Table, questionnaire: &Questionnaire, notes: &mut Notes) -> WrittenPlan {
    let mut rows = Vec::new();
    for mut row in table.rows {
        let is_point = questionnaire.row(&row.written.entry.id).is_some();
        if is_point {
            // The report fills in these columns itself.
            let given = std::mem::take(&mut row.written.given);
            if !row.is_as_made && given.iter().any(|text| !text.is_empty()) {
                notes.add(row.place, &PlanFinding::ChangedPoint);
            }
        }
        if row.is_as_made {
            row.written.given[GAP].clear();
        }
        if !is_point || row.written.is_filled() {
            rows.push(row.written);
        }
    }
    WrittenPlan {
        columns: table.columns,
        rows,
        conclusions: Vec::new(),
    }
}

/// What was read of an existing report or comparison.
struct Earlier {
    facts: BTreeMap<String, String>,
    plan: Option<Table>,
    conclusions: Vec<ReadConclusion>,
    saved: Option<Moment>,
}

/// Reads a whole workbook of this kind; `None` if it is another.
fn read_earlier(
    bytes: &[u8],
    file: &str,
    kind: BookKind,
    purpose: Purpose,
    notes: &mut Notes,
) -> Result<Option<Earlier>, FileFinding> {
    // The parser panics on some files that contradict themselves; only this file should be affected.
    let read = catch_unwind(AssertUnwindSafe(|| read_book(bytes, file, kind, purpose, notes)));
    read.unwrap_or(Err(FileFinding::Contradictory))
}

fn read_book(
    bytes: &[u8],
    file: &str,
    kind: BookKind,
    purpose: Purpose,
    notes: &mut Notes,
) -> Result<Option<Earlier>, FileFinding> {
    let mut book = Book::open(bytes)?;
    let mut tally = Tally::new();
    let Some(meta_name) = book.sheet_called(layout::META) else {
        return Ok(None);
    };
    let facts = super::read_meta(&book.sheet(&meta_name, &mut tally)?);
    if facts.get(meta::KIND).map(String::as_str) != Some(kind.key()) {
        return Ok(None);
    }
    // An unreadable cell may be part of somebody's plan, which would be lost when the report is made again.
    if let Some(unreadable) = book.unreadable.iter().find(|unreadable| unreadable.cell.is_some()) {
        return Err(FileFinding::Unreadable(unreadable.clone()));
    }
    let marks: Vec<&str> = meta::marks(&facts).collect();
    let marks = (!marks.is_empty()).then(|| Marks::from_texts(marks));
    let unmarked = facts.get(meta::UNMARKED).map_or("", String::as_str);
    let mut names = book.sheet_names();
    names.retain(|name| *name != meta_name);
    // Of a plan or agenda and its copies, the one that still has its name counts.
    names.sort_by_key(|name| (!spells(name, PLAN), !spells(name, AGENDA)));
    let carries_over = purpose == Purpose::CarryOver;
    let concludes = kind == BookKind::Report && carries_over && !facts.contains_key(meta::SHARED);
    let (mut plan, mut conclusions) = (None, None);
    for name in &names {
        let sheet = book.sheet(name, &mut tally)?;
        let mut reader = TableReader {
            file,
            marks: marks.as_ref(),
            purpose,
            notes,
        };
        if plan.is_none() && kind == BookKind::Report {
            let mut above = Vec::new();
            plan = reader.read(&sheet, &mut above);
            if plan.is_some() {
                if let Some(marks) = marks.as_ref().filter(|_| carries_over) {
                    changed_rows(&sheet, &above, marks, file, notes);
                }
                continue;
            }
        }
        if concludes && conclusions.is_none() {
            conclusions = reader.conclusions(&sheet);
            if conclusions.is_some() {
                continue;
            }
        }
        if let Some(marks) = marks.as_ref().filter(|_| carries_over && !spells(name, unmarked)) {
            changes(&sheet, marks, file, notes);
        }
    }
    Ok(Some(Earlier {
        facts,
        plan,
        conclusions: conclusions.unwrap_or_default(),
        saved: book.saved,
    }))
}
