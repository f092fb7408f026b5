//! Reads one row of a question table: which question it is, the answer, and where it is.

use super::Collector;
use super::tables::Table;
use crate::answers::{Answer, Spot, Value, is_ground};
use crate::problem::Place;
use crate::questionnaire::{Question, RowIndex};
use crate::spelling::fold;
use crate::workbook::layout::{FILL_IN, address};
use crate::workbook::read::answer::{Cells, Column, interpret, reads_as_answer};
use crate::workbook::read::answer_findings::AnswerFinding;
use crate::workbook::read::cells::{Cell, Content, at};
use crate::workbook::read::entry_findings::EntryFinding as F;
use crate::workbook::read::words::{cite, free_text};

/// The columns of a table of questions.
struct QuestionColumns {
    id: u32,
    answer: u32,
    part: Option<u32>,
    whole: Option<u32>,
    evidence: Option<u32>,
    remark: Option<u32>,
}

impl QuestionColumns {
    fn of(table: &Table) -> Self {
        Self {
            id: table.needed(0),
            answer: table.needed(1),
            part: table.column(2),
            whole: table.column(3),
            evidence: table.column(4),
            remark: table.column(5),
        }
    }
}

/// A number in an answer that is higher than the question expects. What is available may exceed what is needed.
fn above_largest(question: &Question, answer: Answer) -> Option<(Column, F)> {
    let largest = question.largest?;
    let (column, found) = match answer {
        Answer::Answered(Value::Count(number)) => (Column::Answer, number),
        Answer::Answered(Value::Pair { whole, .. }) => (Column::Whole, whole),
        _ => return None,
    };
    (found > largest).then_some((column, F::AboveLargest { found, largest }))
}

/// The columns whose numbers count in an answer.
fn columns_of(answer: Answer) -> &'static [Column] {
    match answer {
        Answer::Answered(Value::Pair { .. }) => &[Column::Part, Column::Whole],
        Answer::Answered(_) => &[Column::Answer],
        _ => &[],
    }
}

impl Collector<'_> {
    pub(super) fn question_row(&mut self, sheet: &str, table: &mut Table, row: &[Cell]) {
        let columns = &QuestionColumns::of(table);
        let Some(id_cell) = at(row, columns.id) else { return };
        let content = |column: Option<u32>| {
            let cell = column.and_then(|column| at(row, column))?;
            (cell.content.text() != Some(FILL_IN)).then_some(&cell.content)
        };
        let cells = Cells {
            answer: content(Some(columns.answer)),
            part: content(columns.part),
            whole: content(columns.whole),
        };
        self.anything_answered |= !cells.blank();
        let place = self.place(sheet, id_cell.row, columns.id);
        let Some(index) = self.row_called(id_cell.content.text().unwrap_or_default()) else {
            // An unanswered row without a known id is a title or a note; a mistyped id shows up as a missing one.
            if !cells.blank() {
                let finding = self.unknown_row(sheet, id_cell);
                self.note(place, &finding);
            }
            return;
        };
        let row_id = &self.questionnaire.rows[index].id;
        let at_question = |place: Place| Place {
            question: Some(row_id.clone()),
            ..place
        };
        if let Some(first) = self.spots.get(index) {
            let finding = F::DuplicateRow {
                id: row_id.clone(),
                first: format!(
                    "blad '{}', cel {}",
                    self.sheets[usize::from(first.sheet)],
                    address(first.row, columns.id)
                ),
            };
            self.note(at_question(place), &finding);
            // Either may have been meant.
            self.answers.set(index, Answer::Missing);
            return;
        }
        let kind = &self.questionnaire.question_of(index).kind;
        table.wants_numbers |= kind.is_pair() && cells.answer.is_none();
        let column = match columns.part {
            Some(part) if kind.is_pair() && cells.answer.is_none() => part,
            _ => columns.answer,
        };
        let spot = Spot {
            sheet: self.number_of(sheet),
            row: id_cell.row,
            column: column as u16,
        };
        self.spots.set(index, spot);

        // Numbers next to a question that does not ask for them are not part of its answer.
        let cells = if kind.is_pair() {
            cells
        } else {
            Cells {
                part: None,
                whole: None,
                ..cells
            }
        };
        let (answer, finding) = interpret(self.questionnaire, kind, &cells);
        self.answers.set(index, answer);
        let where_is = |column| match column {
            Column::Answer => columns.answer,
            Column::Part => columns.part.unwrap_or(columns.answer),
            Column::Whole => columns.whole.unwrap_or(columns.answer),
        };
        let mut said = [finding.as_ref().map(|(column, _)| *column), None];
        if let Some((column, finding)) = above_largest(self.questionnaire.question_of(index), answer) {
            self.note(at_question(self.place(sheet, id_cell.row, where_is(column))), &finding);
            said[1] = Some(column);
        }
        for &column in columns_of(answer)
            .iter()
            .filter(|column| !said.contains(&Some(**column)))
        {
            if let Some(cell) = at(row, where_is(column)) {
                self.note_rounding(at_question(self.place(sheet, cell.row, cell.column)), cell);
            }
        }
        if let Some((column, finding)) = finding {
            self.note(at_question(self.place(sheet, id_cell.row, where_is(column))), &finding);
        } else if cells.blank()
            && let Some(beside) = self.answer_beside(index, columns, row)
        {
            self.anything_answered = true;
            let found = cite(&beside.content);
            let place = at_question(self.place(sheet, beside.row, beside.column));
            self.note(place, &AnswerFinding::BesideTheAnswer { found });
        }
        let evidence = self.free_text(sheet, index, columns.evidence, row);
        let is_founded = evidence.as_deref().is_some_and(is_ground);
        if answer == Answer::NotApplicable && self.questionnaire.question_of(index).legal && !is_founded {
            self.answers.set(index, Answer::Unfounded);
            let place = at_question(self.place(sheet, id_cell.row, columns.answer));
            self.note(place, &AnswerFinding::NoGround);
        }
        self.evidence.extend(evidence.map(|evidence| (index, evidence)));
        self.free_text(sheet, index, columns.remark, row);
    }

    /// The number that spots use to refer to a sheet with questions.
    fn number_of(&mut self, sheet: &str) -> u16 {
        if self.sheets.last().is_none_or(|last| last != sheet) {
            self.sheets.push(sheet.to_owned());
        }
        (self.sheets.len() - 1) as u16
    }

    /// Free text in which personal data is redacted, which is reported.
    fn free_text(&mut self, sheet: &str, index: RowIndex, column: Option<u32>, row: &[Cell]) -> Option<String> {
        let cell = at(row, column?)?;
        let place = Place {
            question: Some(self.questionnaire.rows[index].id.clone()),
            ..self.place(sheet, cell.row, cell.column)
        };
        if let Content::Struck { .. } = cell.content {
            self.note(place.clone(), &AnswerFinding::StruckOut);
        }
        let text = free_text(&cell.content)?;
        if !text.is_blank() {
            self.entered(place.clone());
        }
        self.note_personal(place, &text);
        Some(text.into_shown())
    }

    fn row_called(&self, id: &str) -> Option<RowIndex> {
        let rows = || self.questionnaire.rows_of(self.role);
        let known = |row: RowIndex| self.questionnaire.rows[row].id.as_str();
        // Nearly always the id is exactly as we wrote it.
        let id = id.trim();
        rows().find(|&row| known(row).eq_ignore_ascii_case(id)).or_else(|| {
            let folded = || rows().map(|row| (fold(known(row)), row)).collect();
            self.folded_ids.get_or_init(folded).get(&fold(id)).copied()
        })
    }

    fn unknown_row(&self, sheet: &str, id: &Cell) -> F {
        let questionnaire = self.questionnaire;
        let rows = || questionnaire.rows_of(self.role);
        let own = || rows().map(|row| questionnaire.rows[row].id.as_str()).collect();
        let text = id.content.text().filter(|_| self.notes.has_room_for("W24", sheet));
        let nearest = text.and_then(|text| self.own_ids.get_or_init(own).nearest(text));
        F::UnknownRow {
            found: cite(&id.content),
            nearest: nearest.map(str::to_owned),
        }
    }

    /// The cell next to an empty answer that would be a valid answer: it was typed one column too far.
    fn answer_beside<'r, 'a>(
        &self,
        index: RowIndex,
        columns: &QuestionColumns,
        row: &'r [Cell<'a>],
    ) -> Option<&'r Cell<'a>> {
        let kind = &self.questionnaire.question_of(index).kind;
        [columns.part, columns.whole, columns.evidence, columns.remark]
            .into_iter()
            .flatten()
            .filter_map(|column| at(row, column))
            .find(|cell| reads_as_answer(self.questionnaire, kind, &cell.content))
    }
}
