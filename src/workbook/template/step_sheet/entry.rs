//! The cells of a row that are to be filled in, what is already there, and the formulas that follow from them.

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::StepSheet;
use super::answer::{self, Cells};
use super::columns::column;
use super::outcome::{Outcome, shown};
use crate::office::fitting;
use crate::questionnaire::{Question, RowIndex};
use crate::workbook::layout::header;
use crate::workbook::template::validation::{self, Lists};

impl StepSheet<'_> {
    pub(super) fn write_entry(
        &self,
        sheet: &mut Worksheet,
        line: u32,
        question: &Question,
        lists: &mut Lists,
    ) -> Result<(), XlsxError> {
        let entry = &self.style.entry;
        let cells = Cells::of_row(line, &self.columns);
        let rule = cells.allowed(self.questionnaire, &question.kind, lists)?;
        sheet.write_blank(line, self.columns.answer, entry)?;
        sheet.add_data_validation(line, self.columns.answer, line, self.columns.answer, &rule)?;
        for column in [self.columns.evidence, self.columns.remark] {
            sheet.write_blank(line, column, &self.style.entry_text)?;
        }
        let Some([part, whole]) = Cells::pair_messages(&question.kind) else {
            sheet.write_blank(line, self.columns.part, &self.style.band)?;
            sheet.write_blank(line, self.columns.whole, &self.style.band)?;
            return Ok(());
        };
        for (column, title, message) in [
            (self.columns.part, header::PART, part),
            (self.columns.whole, header::WHOLE, whole),
        ] {
            sheet.write_blank(line, column, entry)?;
            let rule = validation::amount(title, message)?;
            sheet.add_data_validation(line, column, line, column, &rule)?;
        }
        Ok(())
    }

    /// Writes what is already filled in.
    pub(super) fn write_filled(&self, sheet: &mut Worksheet, line: u32, row: RowIndex) -> Result<(), XlsxError> {
        if let Some(evidence) = self.order.evidence(row) {
            sheet.write_string_with_format(line, self.columns.evidence, fitting(evidence), &self.style.entry_text)?;
        }
        match self.order.answer(row) {
            Some(answer) => answer::fill_in(sheet, line, &self.columns, self.questionnaire, answer, self.style),
            None => Ok(()),
        }
    }

    /// Writes the state, score, weight and points of a row.
    pub(super) fn write_formulas(
        &self,
        sheet: &mut Worksheet,
        line: u32,
        question: &Question,
        weight: f64,
        outcome: &Outcome,
    ) -> Result<(), XlsxError> {
        let cells = Cells::of_row(line, &self.columns);
        let score = cells.score(self.questionnaire, &question.kind);
        let style = &self.style.locked;
        let state = Formula::new(cells.state(&question.kind)).set_result(outcome.state);
        sheet.write_formula_with_format(line, column::STATE, state, style)?;
        let score = Formula::new(score).set_result(shown(outcome.score));
        sheet.write_formula_with_format(line, self.columns.score, score, style)?;
        sheet.write_number_with_format(line, self.columns.weight, weight, style)?;
        let points = Formula::new(cells.points()).set_result(outcome.points.to_string());
        sheet.write_formula_with_format(line, self.columns.points, points, style)?;
        Ok(())
    }
}
