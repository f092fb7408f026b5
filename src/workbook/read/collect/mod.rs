//! Gathers the contents of our sheets, sheet by sheet, recognising them by their words, wherever they were moved.

mod particulars;
mod questions;
mod region;
mod tables;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use self::particulars::{Particulars, holds_particulars};
use self::tables::Table;
use super::cells::Sheet;
use super::entry_findings::EntryFinding as F;
use super::notes::Notes;
use super::{Content, rows_in_workbook};
use crate::answers::{Answer, Context, Rows, Spot, Submission, Untouched};
use crate::problem::{Checked, Finding, Place};
use crate::questionnaire::{PerspectiveIndex, Questionnaire, Role, RowIndex, ThemeIndex};
use crate::workbook::layout::address;

/// Gathers the contents of one workbook.
pub(super) struct Collector<'q> {
    file: &'q str,
    questionnaire: &'q Questionnaire,
    role: Role,
    /// In a short workbook: the perspective whose questions it contains.
    asked: Option<PerspectiveIndex>,
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
    anything_answered: bool,
    questions_seen: bool,
    notes: Notes,
}

impl<'q> Collector<'q> {
    pub(super) fn new(file: &'q str, questionnaire: &'q Questionnaire, role: Role, asked: &str) -> Self {
        Self {
            file,
            questionnaire,
            role,
            asked: questionnaire.perspectives.position(|known| known.key == asked),
            particulars: Particulars::default(),
            answers: Rows::default(),
            spots: Rows::default(),
            sheets: Vec::new(),
            evidence: Vec::new(),
            priorities: Vec::new(),
            context: Context::default(),
            expected_at: BTreeMap::new(),
            folded_ids: OnceCell::new(),
            anything_answered: false,
            questions_seen: false,
            notes: Notes::default(),
        }
    }

    /// Gathers the contents of one sheet.
    pub(super) fn sheet(&mut self, sheet: &Sheet) {
        let particulars = holds_particulars(sheet);
        let mut table = None;
        for row in sheet.rows() {
            if let Some(found) = Table::starting_at(row) {
                self.questions_seen |= matches!(found, Table::Questions(_));
                table = Some(found);
                continue;
            }
            match &table {
                Some(Table::Questions(columns)) => self.question_row(&sheet.name, columns, row),
                Some(Table::Municipalities(columns)) => self.municipality(&sheet.name, row, *columns),
                Some(Table::Ambitions { step, ambition }) => self.ambition(&sheet.name, row, *step, *ambition),
                Some(Table::KeyFigures {
                    figure,
                    practice,
                    number,
                }) => self.key_figure(&sheet.name, row, *figure, *practice, *number),
                None => {
                    if particulars {
                        self.particular(&sheet.name, row);
                    }
                    self.priority(&sheet.name, row);
                }
            }
        }
    }

    fn place(&self, sheet: &str, row: u32, column: u32) -> Place {
        Place {
            sheet: Some(sheet.to_owned()),
            cell: Some(address(row, column)),
            ..Place::file(self.file)
        }
    }

    fn note(&mut self, place: Place, finding: &impl Finding) {
        self.notes.add(place, finding);
    }

    /// Returns what the workbook is, once all its sheets have been read.
    pub(super) fn finish(mut self, sha256: String) -> Checked<Content> {
        let untouched = !self.anything_answered
            && self.priorities.is_empty()
            && !self.particulars.names_a_respondent()
            && (!self.particulars.names_a_perspective() || self.asked.is_some());
        let region = self.particulars.region();
        let municipality = self.particulars.municipality();
        let municipality = municipality.filter(|_| self.role == Role::Municipality);
        let year = self.year();
        let questionnaire = self.questionnaire.identity();
        if untouched {
            return Checked {
                value: Content::Untouched(Box::new(Untouched {
                    file: self.file.to_owned(),
                    role: self.role,
                    region,
                    municipality,
                    year,
                    questionnaire,
                    questions: self.answers.len(),
                    context: self.context,
                })),
                problems: self.notes.into_problems(),
            };
        }
        let perspective = self.perspective();
        self.require_particulars();
        self.check_rows();
        let placed = region.is_some()
            && year.is_some()
            && perspective.is_some()
            && (self.role == Role::Region || municipality.is_some());
        // These are kept for every workbook of a run, until the last report has been written.
        self.sheets.shrink_to_fit();
        self.evidence.shrink_to_fit();
        let submission = Box::new(Submission {
            file: self.file.to_owned(),
            sha256,
            role: self.role,
            questionnaire,
            region: region.unwrap_or_default(),
            municipality,
            year: year.unwrap_or_default(),
            perspective: perspective.unwrap_or_default(),
            respondent: self.particulars.respondent(),
            answers: self.answers.shrink(),
            spots: self.spots.shrink(),
            sheets: self.sheets,
            evidence: self.evidence,
            priorities: self.priorities,
            context: self.context,
        });
        Checked {
            value: if placed {
                Content::Submission(submission)
            } else {
                Content::Unplaced(submission)
            },
            problems: self.notes.into_problems(),
        }
    }

    fn check_rows(&mut self) {
        if !self.questions_seen {
            self.note(Place::file(self.file), &F::NoQuestions);
            return;
        }
        let absent: Vec<String> = rows_in_workbook(self.questionnaire, self.role, self.asked)
            .into_iter()
            .filter(|&row| self.answers.get(row).is_none())
            .map(|row| self.questionnaire.rows[row].id.clone())
            .collect();
        if !absent.is_empty() {
            self.note(Place::file(self.file), &F::AbsentRows { ids: absent });
        }
    }
}
