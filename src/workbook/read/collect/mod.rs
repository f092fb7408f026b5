//! Gathers the contents of our sheets, sheet by sheet, recognising them by their words, wherever they were moved.

mod forms;
mod header_rows;
mod headers;
mod municipalities;
mod outcome;
mod particulars;
mod priorities;
mod questions;
mod region;
mod tables;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use self::forms::{Kind, table_wanted};
use self::header_rows::{Found, table_at};
use self::particulars::Particulars;
pub(super) use self::particulars::column_of_labels;
use self::tables::Table;
use super::cells::{Sheet, at};
use super::entry_findings::EntryFinding as F;
use super::merged::ReadRows;
use super::notes::Notes;
use super::table_findings::TableFinding;
use crate::answers::{Answer, Context, Rows, Spot};
use crate::privacy::Written;
use crate::problem::{Finding, Place, Problem};
use crate::questionnaire::{Editions, PerspectiveIndex, Questionnaire, Role, RowIndex, STEPS, ThemeIndex};
use crate::spelling::Candidates;
use crate::workbook::layout::{address, meta};

/// Whether a sheet has a table of questions with an answer to one of ours.
pub(super) fn holds_answers(sheet: &Sheet, editions: &Editions) -> bool {
    let mut table: Option<Table> = None;
    for row in sheet.rows() {
        match table_at(row, &sheet.name, table.is_none()) {
            Some(Found::Table(found)) if found.kind == Kind::Questions => table = Some(found),
            Some(_) => table = None,
            None => {
                if let Some(table) = &table
                    && let Some(id) = at(row, table.needed(0)).and_then(|cell| cell.content.text())
                    && (1..=3).any(|index| table.column(index).is_some_and(|column| at(row, column).is_some()))
                    && editions.iter().any(|known| known.row(id.trim()).is_some())
                {
                    return true;
                }
            }
        }
    }
    false
}

/// Gathers the contents of one workbook.
pub(super) struct Collector<'q> {
    file: &'q str,
    questionnaire: &'q Questionnaire,
    role: Role,
    /// In a short workbook: the perspective whose questions it contains.
    asked: Option<PerspectiveIndex>,
    /// In a joint workbook: the joint perspective.
    joint: Option<PerspectiveIndex>,
    /// The ambitions that were filled in when the workbook was made.
    ambitions_made: [Option<f64>; STEPS],
    particulars: Particulars,
    answers: Rows<Answer>,
    spots: Rows<Spot>,
    sheets: Vec<String>,
    evidence: Vec<(RowIndex, String)>,
    priorities: Vec<ThemeIndex>,
    context: Context,
    /// Folded names of the expected municipalities, and where each was found.
    expected_at: BTreeMap<String, Place>,
    /// The rows of this role by folded id; built only once an id differs from ours.
    folded_ids: OnceCell<BTreeMap<String, RowIndex>>,
    /// The ids of this role; prepared only once an id is unknown.
    own_ids: OnceCell<Candidates<'q>>,
    anything_answered: bool,
    /// The first entry that is no answer: evidence, a remark, an ambition or a key figure.
    first_entry: Option<Place>,
    questions_seen: bool,
    /// Headers that were taken for one of ours, each with the place of the first.
    taken: Vec<(Place, TableFinding)>,
    notes: Notes,
}

impl<'q> Collector<'q> {
    /// `facts` are those in `_meta`.
    pub(super) fn new(
        file: &'q str,
        questionnaire: &'q Questionnaire,
        role: Role,
        facts: &BTreeMap<String, String>,
    ) -> Self {
        let fact = |key: &str| facts.get(key).map_or("", String::as_str);
        let called = |key: &str| questionnaire.perspectives.position(|known| known.key == key);
        Self {
            file,
            questionnaire,
            role,
            asked: called(fact(meta::ASKED)),
            joint: called(fact(meta::JOINT)),
            ambitions_made: meta::ambitions_in(fact(meta::AMBITIONS)),
            particulars: Particulars::default(),
            answers: Rows::default(),
            spots: Rows::default(),
            sheets: Vec::new(),
            evidence: Vec::new(),
            priorities: Vec::new(),
            context: Context::default(),
            expected_at: BTreeMap::new(),
            folded_ids: OnceCell::new(),
            own_ids: OnceCell::new(),
            anything_answered: false,
            first_entry: None,
            questions_seen: false,
            taken: Vec::new(),
            notes: Notes::default(),
        }
    }

    /// Gathers the contents of one sheet.
    pub(super) fn sheet(&mut self, sheet: &Sheet) {
        let labels = column_of_labels(sheet);
        let mut table: Option<Table> = None;
        let mut has_headers = false;
        let mut read = ReadRows::default();
        for row in sheet.rows() {
            match table_at(row, &sheet.name, table.is_none()) {
                Some(Found::Table(mut found)) => {
                    has_headers = true;
                    self.questions_seen |= found.kind == Kind::Questions;
                    for (column, finding) in std::mem::take(&mut found.findings) {
                        self.headers(self.place(&sheet.name, found.row, column), finding);
                    }
                    self.close(&sheet.name, table.replace(found));
                    continue;
                }
                Some(Found::Unreadable { kind, column, finding }) => {
                    has_headers = true;
                    // It may well contain answers, so the workbook must not pass for a blank one.
                    self.anything_answered |= kind == Kind::Questions;
                    self.note(self.place(&sheet.name, row[0].row, column), &finding);
                    continue;
                }
                None => {}
            }
            let Some(table) = &mut table else {
                if let Some(column) = labels {
                    self.particular(&sheet.name, row, column);
                }
                self.priority(&sheet.name, row);
                continue;
            };
            if !sheet.merged.is_empty() {
                let (counted, texts) = table.columns_read();
                read.add(row[0].row, counted, texts);
            }
            let row = &*table.row(row);
            match table.kind {
                Kind::Questions => self.question_row(&sheet.name, table, row),
                Kind::Municipalities => self.municipality(&sheet.name, row, table),
                Kind::Ambitions => self.ambition(&sheet.name, row, table),
                Kind::KeyFigures => self.key_figure(&sheet.name, row, table),
            }
        }
        self.close(&sheet.name, table);
        for (area, finding) in read.hidden_by(&sheet.merged) {
            self.note(self.place(&sheet.name, area.top, area.left), &finding);
        }
        if let Some(wanted) = table_wanted(&sheet.name)
            && self.role == Role::Region
            && !has_headers
            && !sheet.cells.is_empty()
        {
            let place = Place {
                sheet: Some(sheet.name.clone()),
                ..Place::file(self.file)
            };
            self.note(place, &TableFinding::NoTable { sheet: wanted });
        }
    }

    /// How many municipalities were found so far.
    pub(super) fn municipalities_found(&self) -> usize {
        self.context.municipalities.len()
    }

    /// What a region says besides its answers, and what is wrong with that.
    pub(super) fn context(self) -> (Context, Vec<Problem>) {
        (self.context, self.notes.into_problems())
    }

    /// Adds a finding about a header; a header that was changed in the same way on several sheets is reported once.
    fn headers(&mut self, place: Place, finding: TableFinding) {
        if let TableFinding::TakenFor { found, name, .. } = &finding {
            let same = self.taken.iter_mut().find_map(|(_, known)| match known {
                TableFinding::TakenFor {
                    found: other,
                    name: of,
                    elsewhere,
                } if (&*other, &*of) == (found, name) => Some(elsewhere),
                _ => None,
            });
            match same {
                Some(elsewhere) => *elsewhere += 1,
                None => self.taken.push((place, finding)),
            }
            return;
        }
        self.note(place, &finding);
    }

    /// Reports what can be known of a table only after its last row.
    fn close(&mut self, sheet: &str, table: Option<Table>) {
        let Some(table) = table else { return };
        for (column, finding) in table.afterwards() {
            self.note(self.place(sheet, table.row, column), &finding);
        }
    }

    fn place(&self, sheet: &str, row: u32, column: u32) -> Place {
        Place {
            sheet: Some(sheet.to_owned()),
            cell: Some(address(row, column)),
            ..Place::file(self.file)
        }
    }

    /// Notes that something other than an answer was filled in.
    fn entered(&mut self, place: Place) {
        self.first_entry.get_or_insert(place);
    }

    fn note(&mut self, place: Place, finding: &impl Finding) {
        self.notes.add(place, finding);
    }

    /// Warns if something in a text looks like personal data.
    fn note_personal(&mut self, place: Place, text: &Written) {
        if !text.kinds().is_empty() {
            let kinds = text.kinds().to_vec();
            self.note(place, &F::Personal { kinds });
        }
    }
}
