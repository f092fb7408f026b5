//! Reads the table of an improvement plan: what people wrote in it, row by row, wherever they moved its columns.

use std::collections::BTreeMap;

use super::super::answer_findings::AnswerFinding;
use super::super::cells::{Cell, Content, Sheet};
use super::super::entry_findings::EntryFinding;
use super::super::notes::Notes;
use super::super::plan_findings::PlanFinding;
use super::super::words::quote;
use super::columns::{Added, Columns, Slot, known_headers};
use super::merged_down::MergedDown;
use super::texts::{marked_text, our_text, text, without_text};
use crate::office::{Marks, in_dutch};
use crate::plan::{Due, FREE_TEXTS, GIVEN, OWNER, READY_BY, STATUS, Status, TO_DO, WrittenRow};
use crate::privacy::Written;
use crate::problem::{Finding, Place};
use crate::spelling::composed;
use crate::workbook::layout::address;

/// What a plan is read for, which decides what is worth reporting.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To know its statuses.
    Statuses,
    /// To carry its texts over into another report.
    CarryOver,
    /// To know how every point stands.
    Follow,
}

/// A table as it was read.
pub(super) struct Table {
    /// The headers of columns that people added.
    pub(super) columns: Vec<String>,
    /// The rows in which people wrote something.
    pub(super) rows: Vec<Row>,
    /// The texts in the columns [`GIVEN`] of every point that is as we wrote it, by its ID.
    pub(super) made: BTreeMap<String, [String; GIVEN.len()]>,
}

/// A row of the table.
pub(super) struct Row {
    pub(super) written: WrittenRow,
    /// Who sees to it, by which two people are told apart who are both redacted.
    pub(super) owner: Written,
    /// Whether its ID and the columns [`GIVEN`] are as we wrote them.
    pub(super) is_as_made: bool,
    /// Where the row is.
    pub(super) place: Place,
}

/// The columns that say how a point stands.
const SAYS_HOW_IT_STANDS: [Slot; 4] = [
    Slot::Field(TO_DO),
    Slot::Field(OWNER),
    Slot::Field(READY_BY),
    Slot::Field(STATUS),
];

/// Reads the table of one report.
pub(super) struct TableReader<'a> {
    /// The name of the file in messages.
    pub(super) file: &'a str,
    /// The rows of the report as it was made, if it says so.
    pub(super) marks: Option<&'a Marks>,
    pub(super) purpose: Purpose,
    pub(super) notes: &'a mut Notes,
}

impl TableReader<'_> {
    /// Reads the table of a sheet, if there is one. `above` receives the rows above it.
    pub(super) fn read<'s, 'c>(&mut self, sheet: &'s Sheet<'c>, above: &mut Vec<&'s [Cell<'c>]>) -> Option<Table> {
        let known = known_headers();
        let (mut added, mut rows, mut made) = (Added::default(), Vec::new(), BTreeMap::new());
        let mut columns: Option<Columns> = None;
        // The last point of ours, and how many rows were found up to it.
        let (mut point, mut until) = (None, 0);
        let mut merged = MergedDown::new(&sheet.merged);
        for row in sheet.rows() {
            if let Some(found) = Columns::of_header(row, &known, &mut added) {
                let missing = found.without(&SAYS_HOW_IT_STANDS);
                if self.purpose == Purpose::Follow && !missing.is_empty() {
                    let place = Place {
                        sheet: Some(sheet.name.clone()),
                        cell: row.first().map(|cell| address(cell.row, cell.column)),
                        ..Place::file(self.file)
                    };
                    self.notes.add(place, &PlanFinding::NoColumn { headers: missing });
                }
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
                made.insert(row.written.entry.id.clone(), row.written.given.clone());
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
            made,
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
        let mut owner = Written::new("");
        for cell in row {
            let Some(slot) = slot(cell) else {
                if self.purpose == Purpose::CarryOver {
                    self.notes.add(place(cell), &PlanFinding::NoHeader);
                }
                continue;
            };
            let text = match slot {
                // People wrote all of a row without an ID.
                Slot::Given(_) if id.is_empty() => text(cell).or_else(|| our_text(cell)),
                Slot::Id | Slot::Given(_) => our_text(cell),
                Slot::Field(_) | Slot::Added(_) => text(cell),
            };
            let Some(mut text) = text else {
                // We fill in again what we gave, and that it was changed is said of the whole row.
                if !matches!(slot, Slot::Given(_)) || id.is_empty() {
                    self.note_no_text(Some(slot), &cell.content, place(cell));
                }
                continue;
            };
            if let Content::Error(error) = cell.content
                && slot != Slot::Field(STATUS)
            {
                if self.purpose == Purpose::Follow {
                    self.note_no_text(Some(slot), &cell.content, place(cell));
                    continue;
                }
                self.note(place(cell), &PlanFinding::ErrorValue { shown: in_dutch(error) });
            }
            // People can write anywhere but in what we wrote ourselves.
            let is_ours = matches!(slot, Slot::Given(_)) && is_as_made;
            if !is_ours {
                let is_owner = slot == Slot::Field(OWNER) && self.purpose == Purpose::Follow;
                let written = if is_owner {
                    Written::respondent(&text)
                } else {
                    Written::new(&text)
                };
                self.note_personal(&written, place(cell));
                written.shown().clone_into(&mut text);
                if is_owner {
                    owner = written;
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
                let found = match cell.content {
                    Content::Error(error) => in_dutch(error).to_owned(),
                    _ => quote(&text),
                };
                self.notes.add(place(cell), &PlanFinding::UnknownStatus { found });
            }
            if slot == Slot::Field(READY_BY) && self.purpose == Purpose::Follow && Due::of(&text) == Due::Unclear {
                self.notes
                    .add(place(cell), &PlanFinding::UnclearDate { found: quote(&text) });
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
            owner,
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

    /// What people wrote in a cell of the agenda, with personal data redacted; `None`, with a finding, if that is not
    /// known.
    pub(super) fn concluded(&mut self, cell: &Cell, place: &Place) -> Option<String> {
        let Some(text) = text(cell) else {
            self.note_no_text(None, &cell.content, place.clone());
            return None;
        };
        if let Content::Error(error) = cell.content {
            self.note(place.clone(), &PlanFinding::ErrorValue { shown: in_dutch(error) });
        }
        let written = Written::new(&text);
        self.note_personal(&written, place.clone());
        Some(written.into_shown())
    }
    /// Reports a cell whose text is not known. `slot` is the column of the plan that it is in.
    fn note_no_text(&mut self, slot: Option<Slot>, content: &Content, place: Place) {
        let follows = self.purpose == Purpose::Follow;
        if follows && !slot.is_some_and(|slot| SAYS_HOW_IT_STANDS.contains(&slot)) {
            return;
        }
        let found = match content {
            Content::Struck { .. } => return self.note(place, &AnswerFinding::StruckOut),
            Content::Error(error) => format!("de foutwaarde {}", in_dutch(error)),
            content => without_text(content),
        };
        let finding = if follows {
            PlanFinding::NotRead { found }
        } else {
            PlanFinding::NoText { found }
        };
        self.note(place, &finding);
    }

    fn note_personal(&mut self, written: &Written, place: Place) {
        if !written.kinds().is_empty() {
            let kinds = written.kinds().to_vec();
            self.note(place, &EntryFinding::PersonalInPlan { kinds });
        }
    }

    fn note(&mut self, place: Place, finding: &impl Finding) {
        if self.purpose != Purpose::Statuses {
            self.notes.add(place, finding);
        }
    }
}
