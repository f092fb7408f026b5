//! Reads the table of an improvement plan: what people wrote in it, row by row, wherever they moved its columns.

use std::collections::BTreeMap;

use super::super::answer_findings::AnswerFinding;
use super::super::cells::{Cell, Content, Sheet};
use super::super::entry_findings::EntryFinding;
use super::super::notes::Notes;
use super::super::plan_findings::PlanFinding;
use super::super::words::{quote, show, shown};
use super::merged_down::MergedDown;
use crate::office::{Marks, marked};
use crate::plan::{FIELDS, FREE_TEXTS, GIVEN, STATUS, Status, WrittenRow};
use crate::privacy::Written;
use crate::problem::{Finding, Place};
use crate::spelling::{composed, fold};
use crate::workbook::layout::{address, header};

/// How many added columns are read. More do not fit on any paper.
const MOST_ADDED: usize = 50;
/// How many of [`FIELDS`] the header of a plan has at least; a table of questions has none.
const LEAST_FIELDS: usize = 2;

/// What a column of the table contains.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    Id,
    /// One of [`GIVEN`].
    Given(usize),
    /// One of [`FIELDS`].
    Field(usize),
    /// One of [`Table::columns`].
    Added(usize),
}

/// A table as it was read.
pub(super) struct Table {
    /// The headers of columns that people added.
    pub(super) columns: Vec<String>,
    /// The rows in which people wrote something.
    pub(super) rows: Vec<Row>,
}

/// A row of the table.
pub(super) struct Row {
    pub(super) written: WrittenRow,
    /// Whether its ID and the columns [`GIVEN`] are as we wrote them.
    pub(super) is_as_made: bool,
    /// Where the row is.
    pub(super) place: Place,
}

/// Reads the table of one report.
pub(super) struct TableReader<'a> {
    /// The name of the file in messages.
    pub(super) file: &'a str,
    /// The rows of the report as it was made, if it says so.
    pub(super) marks: Option<&'a Marks>,
    /// Whether the texts are to be carried over; if not, only the status has to be right.
    pub(super) carries_over: bool,
    pub(super) notes: &'a mut Notes,
}

impl TableReader<'_> {
    /// Reads the table of a sheet, if there is one. `above` receives the rows above it.
    pub(super) fn read<'s, 'c>(&mut self, sheet: &'s Sheet<'c>, above: &mut Vec<&'s [Cell<'c>]>) -> Option<Table> {
        let known = known_headers();
        let (mut added, mut rows) = (Added::default(), Vec::new());
        let mut columns: Option<Columns> = None;
        // The last point of ours, and how many rows were found up to it.
        let (mut point, mut until) = (None, 0);
        let mut merged = MergedDown::new(&sheet.merged);
        for row in sheet.rows() {
            if let Some(found) = Columns::of_header(row, &known, &mut added) {
                columns = Some(found);
                continue;
            }
            let Some(columns) = &columns else {
                above.push(row);
                continue;
            };
            let row = merged.row(row, |column| columns.slots.contains_key(&column));
            let mut row = self.row(&sheet.name, &row, columns, added.texts.len());
            let is_as_made = row.is_as_made;
            if is_as_made {
                point = Some(row.written.entry.id.clone());
            } else {
                row.written.below.clone_from(&point);
            }
            if row.written.is_filled() || !is_as_made && !row.written.is_blank() {
                rows.push(row);
            }
            if is_as_made {
                until = rows.len();
            }
        }
        columns?;
        for row in &mut rows[until..] {
            row.written.below = None;
        }
        Some(Table {
            columns: added.texts,
            rows,
        })
    }

    fn row(&mut self, sheet: &str, row: &[Cell], columns: &Columns, added: usize) -> Row {
        let slot = |cell: &Cell| columns.slots.get(&cell.column).copied();
        let id = row.iter().find(|cell| slot(cell) == Some(Slot::Id));
        let id = id.and_then(our_text).unwrap_or_default();
        let is_as_made = !id.is_empty() && self.is_as_made(row, columns);
        let place = |cell: &Cell| Place {
            sheet: Some(sheet.to_owned()),
            cell: Some(address(cell.row, cell.column)),
            question: (!id.is_empty()).then(|| quote(&id)),
            ..Place::file(self.file)
        };
        let row_place = place(&row[0]);
        let mut written = WrittenRow {
            added: vec![String::new(); added],
            ..WrittenRow::default()
        };
        for cell in row {
            let Some(slot) = slot(cell) else {
                self.note(place(cell), &PlanFinding::NoHeader);
                continue;
            };
            let text = match slot {
                Slot::Id | Slot::Given(_) => our_text(cell),
                Slot::Field(_) | Slot::Added(_) => text(cell),
            };
            let Some(mut text) = text else {
                match &cell.content {
                    Content::Struck { .. } => self.note(place(cell), &AnswerFinding::StruckOut),
                    content => self.note(
                        place(cell),
                        &PlanFinding::NoText {
                            found: without_text(content),
                        },
                    ),
                }
                continue;
            };
            // People can write anywhere but in what we wrote ourselves.
            let is_ours = matches!(slot, Slot::Given(_)) && is_as_made;
            if !is_ours {
                let written = Written::new(&text);
                if !written.kinds().is_empty() {
                    let kinds = written.kinds().to_vec();
                    text = written.into_shown();
                    self.note(place(cell), &EntryFinding::PersonalInPlan { kinds });
                }
            }
            let is_free = match slot {
                Slot::Field(field) => field < FREE_TEXTS,
                Slot::Added(_) => true,
                Slot::Id | Slot::Given(_) => !is_as_made,
            };
            if !is_free {
                text = composed(&text);
            }
            if slot == Slot::Field(STATUS) && !text.is_empty() && Status::from_words(&text).is_none() {
                let found = quote(&text);
                self.notes.add(place(cell), &PlanFinding::UnknownStatus { found });
            }
            match slot {
                Slot::Id => written.entry.id = text,
                Slot::Given(column) => written.given[column] = text,
                Slot::Field(field) => written.entry.fields[field] = text,
                Slot::Added(column) => written.added[column] = text,
            }
        }
        Row {
            written,
            is_as_made,
            place: row_place,
        }
    }

    /// Whether the ID and the columns [`GIVEN`] are as we wrote them. A report that does not say how it was made gets the
    /// benefit of the doubt.
    fn is_as_made(&self, row: &[Cell], columns: &Columns) -> bool {
        let Some(marks) = self.marks.filter(|_| columns.is_complete) else {
            return true;
        };
        let mut texts: [String; GIVEN.len() + 1] = Default::default();
        for cell in row {
            match columns.slots.get(&cell.column) {
                Some(Slot::Id) => texts[0] = marked_text(cell),
                Some(Slot::Given(column)) => texts[column + 1] = marked_text(cell),
                _ => {}
            }
        }
        marks.include(texts.iter().map(String::as_str))
    }

    fn note(&mut self, place: Place, finding: &impl Finding) {
        if self.carries_over {
            self.notes.add(place, finding);
        }
    }
}

/// The headers that we write, folded.
fn known_headers() -> BTreeMap<String, Slot> {
    let given = GIVEN
        .iter()
        .enumerate()
        .map(|(index, name)| (fold(name), Slot::Given(index)));
    let fields = FIELDS
        .iter()
        .enumerate()
        .map(|(index, name)| (fold(name), Slot::Field(index)));
    let id = [(fold(header::ID), Slot::Id)];
    id.into_iter().chain(given).chain(fields).collect()
}

/// The headers of columns that people added.
#[derive(Default)]
struct Added {
    texts: Vec<String>,
    /// Where among the texts a folded header is; more than once if several columns have it.
    places: BTreeMap<String, Vec<usize>>,
}

/// The columns below a header.
struct Columns {
    slots: BTreeMap<u32, Slot>,
    /// Whether all columns that we fill in are there.
    is_complete: bool,
}

impl Columns {
    /// The columns, if this row is the header of a plan. `added` receives the headers of columns that people added.
    fn of_header(row: &[Cell], known: &BTreeMap<String, Slot>, added: &mut Added) -> Option<Self> {
        let mut slots: BTreeMap<u32, Slot> = BTreeMap::new();
        let mut others = Vec::new();
        let mut found = Vec::new();
        for cell in row {
            let Some(text) = our_text(cell) else {
                continue;
            };
            match known.get(&fold(&text)) {
                Some(slot) if !found.contains(slot) => {
                    found.push(*slot);
                    slots.insert(cell.column, *slot);
                }
                _ => others.push((cell.column, text)),
            }
        }
        let fields = found.iter().filter(|slot| matches!(slot, Slot::Field(_))).count();
        if !found.contains(&Slot::Id) || fields < LEAST_FIELDS {
            return None;
        }
        // The header may be repeated further down the sheet, and several columns may have the same header.
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        for (column, text) in others {
            let name = fold(&text);
            let before = times.entry(name.clone()).or_default();
            let same = added.places.entry(name).or_default();
            if *before == same.len() && added.texts.len() < MOST_ADDED {
                same.push(added.texts.len());
                added.texts.push(Written::new(&text).into_shown());
            }
            if let Some(place) = same.get(*before) {
                slots.insert(column, Slot::Added(*place));
            }
            *before += 1;
        }
        let is_complete = (0..GIVEN.len()).all(|index| found.contains(&Slot::Given(index)));
        Some(Self { slots, is_complete })
    }
}

/// The text of a cell as people see it, whole; `None` if that is not known, or not meant to be read any more.
fn text(cell: &Cell) -> Option<String> {
    match &cell.content {
        Content::Date(date) => Some(date.clone()),
        Content::ShownOtherwise(_) => None,
        content => shown(content),
    }
}

/// The same of a cell that we filled in. People may have struck it out.
fn our_text(cell: &Cell) -> Option<String> {
    text(cell).or_else(|| cell.content.text().map(str::to_owned))
}

/// What is in a cell without a text, in words.
fn without_text(content: &Content) -> String {
    match content {
        Content::ShownOtherwise(_) => "iets wat anders wordt getoond dan het is".to_owned(),
        other => show(other),
    }
}

/// The text of a cell, as rows are marked with it.
pub(super) fn marked_text(cell: &Cell) -> String {
    match &cell.content {
        Content::Number(number) => marked(*number),
        Content::ShownOtherwise(stored) => match stored.replace(',', ".").parse() {
            Ok(number) => marked(number),
            Err(_) => stored.clone(),
        },
        Content::Percentage(percentage) => marked(*percentage / 100.0),
        _ => our_text(cell).unwrap_or_default(),
    }
}
