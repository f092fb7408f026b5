//! Decides what a workbook is, once all its sheets have been read: blank, or filled in, and by whom.

use super::Collector;
use crate::answers::{Answer, BlankWorkbook, Moment, Submission};
use crate::problem::{Checked, Place};
use crate::questionnaire::Role;
use crate::workbook::read::entry_findings::EntryFinding as F;
use crate::workbook::read::findings::FileFinding;
use crate::workbook::read::{Content, rows_in_workbook};

/// More than one in so many rows that are not applicable is a reason to look again.
const MOST_NOT_APPLICABLE: usize = 4;

impl Collector<'_> {
    /// Returns what the workbook is, once all its sheets have been read.
    pub(in crate::workbook::read) fn finish(mut self, sha256: String, saved: Option<Moment>) -> Checked<Content> {
        for (place, finding) in std::mem::take(&mut self.taken) {
            self.note(place, &finding);
        }
        self.check_rows();
        let is_blank = self.questions_seen
            && !self.anything_answered
            && self.first_entry.is_none()
            && self.priorities.is_empty()
            && !self.particulars.names_a_respondent()
            && (self.asked.is_some() || self.is_perspective_as_made());
        let region = self.particulars.region();
        let municipality = self.particulars.municipality();
        let municipality = municipality.filter(|_| self.role == Role::Municipality);
        let year = self.year();
        let questionnaire = self.questionnaire.identity();
        if is_blank {
            return Checked {
                value: Content::Blank(Box::new(BlankWorkbook {
                    file: self.file.to_owned(),
                    role: self.role,
                    region,
                    municipality,
                    year,
                    questionnaire,
                    perspective: self.asked.or_else(|| self.perspective()),
                    questions: self.answers.len(),
                    context: self.context,
                })),
                problems: self.notes.into_problems(),
            };
        }
        if !self.anything_answered
            && let Some(place) = self.first_entry.take()
        {
            self.note(place, &F::NothingAnswered);
        }
        let perspective = self.perspective();
        self.require_particulars();
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
            is_invented: false,
            role: self.role,
            questionnaire,
            region: region.unwrap_or_default(),
            municipality,
            year: year.unwrap_or_default(),
            perspective: perspective.unwrap_or_default(),
            is_joint: perspective.is_some_and(|perspective| self.questionnaire.perspectives[perspective].joint),
            respondent: self.particulars.respondent(),
            date: self.particulars.date,
            saved,
            answers: self.answers.shrink(),
            spots: self.spots.shrink(),
            sheets: self.sheets,
            evidence: self.evidence,
            priorities: self.priorities,
            context: self.context,
        });
        let given = submission.answers.iter();
        let not_applicable = given.filter(|(_, answer)| matches!(answer, Answer::NotApplicable | Answer::Unfounded));
        let (found, rows) = (not_applicable.count(), submission.answers.len());
        if found * MOST_NOT_APPLICABLE > rows {
            self.notes
                .add(Place::file(self.file), &FileFinding::MuchNotApplicable { found, rows });
        }
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
