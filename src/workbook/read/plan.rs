//! Takes a report of ours; returns what people filled in in its improvement plan, point by point.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use workbook_guard::Tally;

use super::answer_findings::AnswerFinding;
use super::cells::{Book, Cell, Content, Sheet, at};
use super::choose_edition;
use super::entry_findings::EntryFinding;
use super::findings::FileFinding;
use super::merged::ReadRows;
use super::notes::Notes;
use super::plan_findings::PlanFinding;
use super::words::{quote, show, shown};
use crate::plan::{FIELDS, FREE_TEXTS, FilledPlan, PlanEntry};
use crate::privacy::redacted;
use crate::problem::{Checked, Finding, Place};
use crate::questionnaire::{Editions, QuestionnaireId};
use crate::spelling::{composed, fold};
use crate::workbook::layout::{self, BookKind, address, header, meta};

/// An existing report that may be replaced by a new one.
#[derive(Clone, Debug, Default)]
pub struct EarlierReport {
    /// The region that it is about, if it says so.
    pub region: Option<String>,
    /// The year that it is about, if it says so.
    pub year: Option<u16>,
    /// The points of its plan in which something was filled in, with personal data redacted.
    pub entries: Vec<PlanEntry>,
    /// Whether it was made to be shared.
    pub shared: bool,
}

/// Reads back what people filled in in the plan of a report, wherever the plan was moved. `None` if the bytes are not a
/// report of ours.
#[must_use]
pub fn read_plan(bytes: &[u8]) -> Option<Vec<PlanEntry>> {
    read_report(bytes, "").value.map(|report| report.entries)
}

/// Like [`read_plan`], with a warning for each cell in which something is redacted. `file` is its name in messages.
#[must_use]
pub fn read_report(bytes: &[u8], file: &str) -> Checked<Option<EarlierReport>> {
    let mut reader = PlanReader::new(file);
    let report = reader.report(bytes).ok().flatten();
    Checked {
        value: report.map(|facts| EarlierReport {
            region: facts.get(meta::REGION).filter(|region| !region.is_empty()).cloned(),
            year: facts.get(meta::YEAR).and_then(|year| year.parse().ok()),
            entries: reader.points.into_iter().map(|point| point.entry).collect(),
            shared: facts.contains_key(meta::SHARED),
        }),
        problems: reader.notes.into_problems(),
    }
}

/// Whether a comparison was made to be shared; `None` if the bytes are not one of our comparisons.
#[must_use]
pub fn comparison_is_shared(bytes: &[u8]) -> Option<bool> {
    let facts = || {
        let mut book = Book::open(bytes)?;
        let names = book.sheet_names();
        facts_of(&mut book, &names, BookKind::Comparison, &mut Tally::new())
    };
    // The parser panics on some files that contradict themselves.
    let facts = catch_unwind(AssertUnwindSafe(facts)).ok()?.ok()??;
    Some(facts.contains_key(meta::SHARED))
}

/// The facts of a workbook; `None` if it is not one of ours, or of another kind.
fn facts_of(
    book: &mut Book,
    names: &[String],
    kind: BookKind,
    tally: &mut Tally,
) -> Result<Option<BTreeMap<String, String>>, FileFinding> {
    let Some(name) = names.iter().find(|name| fold(name) == layout::META) else {
        return Ok(None);
    };
    let facts = super::read_meta(&book.sheet(name, tally)?);
    let is_of_kind = facts.get(meta::KIND).map(String::as_str) == Some(kind.key());
    Ok(is_of_kind.then_some(facts))
}

/// Reads the plan of a report with its region, year and edition, and everything that is wrong with it. `editions` are
/// the known questionnaires. `None` also if nothing was filled in.
#[must_use]
pub fn read_filled_plan(bytes: &[u8], file: &str, editions: &Editions) -> Checked<Option<FilledPlan>> {
    let mut reader = PlanReader::new(file);
    let nothing = |problems| Checked { value: None, problems };
    let facts = match reader.report(bytes) {
        Ok(Some(facts)) if !reader.points.is_empty() => facts,
        Ok(_) => return nothing(Vec::new()),
        Err(finding) => return nothing(vec![finding.at(finding.place(file))]),
    };
    let questionnaire = match choose_edition(&facts, editions) {
        Ok(questionnaire) => questionnaire.identity(),
        Err(finding) => return nothing(vec![finding.at(Place::file(file))]),
    };
    let statuses = reader.points.iter().filter_map(|point| {
        let finding = point.unknown_status()?;
        Some(finding.at(point.place(file)))
    });
    let problems = statuses.collect();
    match filled_plan(&facts, file, questionnaire, reader.points) {
        Some(plan) => Checked {
            value: Some(plan),
            problems,
        },
        None => nothing(vec![PlanFinding::NobodysPlan.at(Place::file(file))]),
    }
}

fn filled_plan(
    facts: &BTreeMap<String, String>,
    file: &str,
    questionnaire: QuestionnaireId,
    points: Vec<Point>,
) -> Option<FilledPlan> {
    let fact = |key: &str| facts.get(key).filter(|value| !value.is_empty());
    Some(FilledPlan {
        file: file.to_owned(),
        region: fact(meta::REGION)?.clone(),
        year: fact(meta::YEAR)?.parse().ok()?,
        questionnaire,
        entries: points.into_iter().map(|point| point.entry).collect(),
    })
}

/// A point of the plan, and the location of its status.
struct Point {
    entry: PlanEntry,
    sheet: String,
    status: Option<(u32, u32)>,
}

impl Point {
    fn unknown_status(&self) -> Option<PlanFinding> {
        let given = &self.entry.fields[FIELDS.len() - 1];
        let unknown = !given.is_empty() && self.entry.status().is_none();
        unknown.then(|| PlanFinding::UnknownStatus { found: quote(given) })
    }

    fn place(&self, file: &str) -> Place {
        Place {
            sheet: Some(self.sheet.clone()),
            cell: self.status.map(|(row, column)| address(row, column)),
            question: Some(quote(&self.entry.id)),
            ..Place::file(file)
        }
    }
}

/// The columns of a plan's table: the ids, and what people fill in.
struct Columns {
    id: u32,
    fields: [Option<u32>; FIELDS.len()],
}

impl Columns {
    /// The columns, if this row is the header of the plan.
    fn of_header(row: &[Cell]) -> Option<Self> {
        let column = |name: &str| {
            let named = |cell: &&Cell| cell.content.text().is_some_and(|text| fold(text) == fold(name));
            row.iter().find(named).map(|cell| cell.column)
        };
        let fields = FIELDS.map(column);
        // Question tables have an ID column too, but only the plan has these.
        fields[0].and(fields[FIELDS.len() - 1])?;
        Some(Self {
            id: column(header::ID)?,
            fields,
        })
    }
}

/// Gathers the points of one report.
struct PlanReader<'f> {
    file: &'f str,
    points: Vec<Point>,
    notes: Notes,
}

impl<'f> PlanReader<'f> {
    fn new(file: &'f str) -> Self {
        Self {
            file,
            points: Vec::new(),
            notes: Notes::default(),
        }
    }

    /// Reads a whole workbook and returns the facts in its `_meta`; `None` if it is not a report of ours.
    fn report(&mut self, bytes: &[u8]) -> Result<Option<BTreeMap<String, String>>, FileFinding> {
        // The parser panics on some files that contradict themselves. That must cost this file, not the run.
        let read = catch_unwind(AssertUnwindSafe(|| self.book(bytes)));
        read.unwrap_or(Err(FileFinding::Contradictory))
    }

    fn book(&mut self, bytes: &[u8]) -> Result<Option<BTreeMap<String, String>>, FileFinding> {
        let mut book = Book::open(bytes)?;
        let mut tally = Tally::new();
        let names = book.sheet_names();
        let Some(facts) = facts_of(&mut book, &names, BookKind::Report, &mut tally)? else {
            return Ok(None);
        };
        // An unreadable cell may be part of somebody's plan, which would be lost when the report is made again.
        if let Some(unreadable) = book.unreadable.iter().find(|unreadable| unreadable.cell.is_some()) {
            return Err(FileFinding::Unreadable(unreadable.clone()));
        }
        for name in names.iter().filter(|name| fold(name) != layout::META) {
            self.sheet(&book.sheet(name, &mut tally)?);
        }
        Ok(Some(facts))
    }

    fn sheet(&mut self, sheet: &Sheet) {
        let mut columns: Option<Columns> = None;
        let mut read = ReadRows::default();
        for row in sheet.rows() {
            if let Some(found) = Columns::of_header(row) {
                columns = Some(found);
                continue;
            }
            let Some(columns) = &columns else { continue };
            if !sheet.merged.is_empty() {
                let fields = columns.fields.into_iter().flatten().collect();
                read.add(row[0].row, vec![columns.id], fields);
            }
            let id = at(row, columns.id).map_or_else(String::new, |cell| composed(&whole_text(cell)));
            if id.is_empty() {
                continue;
            }
            let mut entry = PlanEntry {
                id,
                ..PlanEntry::default()
            };
            for (index, (field, column)) in entry.fields.iter_mut().zip(columns.fields).enumerate() {
                if let Some(cell) = column.and_then(|column| at(row, column)) {
                    if let Content::Struck { .. } = cell.content {
                        self.note(&sheet.name, &entry.id, cell, &AnswerFinding::StruckOut);
                        continue;
                    }
                    *field = whole_text(cell);
                    if index < FREE_TEXTS {
                        self.redact(&sheet.name, &entry.id, cell, field);
                    } else {
                        *field = composed(field);
                    }
                }
            }
            if entry.is_filled() {
                self.points.push(Point {
                    entry,
                    sheet: sheet.name.clone(),
                    status: columns.fields[FIELDS.len() - 1].map(|column| (row[0].row, column)),
                });
            }
        }
        for (area, finding) in read.hidden_by(&sheet.merged) {
            let place = Place {
                sheet: Some(sheet.name.clone()),
                cell: Some(address(area.top, area.left)),
                ..Place::file(self.file)
            };
            self.notes.add(place, &finding);
        }
    }

    /// Redacts personal data, and reports it.
    fn redact(&mut self, sheet: &str, id: &str, cell: &Cell, text: &mut String) {
        let (clean, kinds) = redacted(text);
        if kinds.is_empty() {
            return;
        }
        *text = clean;
        self.note(sheet, id, cell, &EntryFinding::PersonalInPlan { kinds });
    }

    fn note(&mut self, sheet: &str, id: &str, cell: &Cell, finding: &impl Finding) {
        let place = Place {
            sheet: Some(sheet.to_owned()),
            cell: Some(address(cell.row, cell.column)),
            question: Some(quote(id)),
            ..Place::file(self.file)
        };
        self.notes.add(place, finding);
    }
}

/// The whole text of a cell: nothing in a plan may be lost.
fn whole_text(cell: &Cell) -> String {
    match &cell.content {
        Content::Date(date) => date.clone(),
        other => shown(other).unwrap_or_else(|| show(other)),
    }
}
