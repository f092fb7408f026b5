//! What is asked, in cells: a question with its help text and its answers, and the heading above rows per practice.

use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};

use super::StepSheet;
use super::columns::{ASK_COLLEAGUE_WIDTH, EARLIER_WIDTH, FOR_WHOM_WIDTH, SEPARATE_WIDTH, column};
use super::outcome::{DONE, OPEN};
use super::texts::Words;
use crate::office::measure::{pixels, row_height};
use crate::questionnaire::QuestionIndex;
use crate::workbook::layout::address;

impl StepSheet<'_> {
    /// Writes the question above its rows per practice.
    pub(super) fn write_heading(
        &self,
        sheet: &mut Worksheet,
        line: u32,
        index: QuestionIndex,
    ) -> Result<(), XlsxError> {
        let question = &self.questionnaire.questions[index];
        let band = &self.style.band;
        for column in self.columns.to_read().chain(self.columns.to_fill_in()) {
            sheet.write_blank(line, column, band)?;
        }
        sheet.write_blank(line, column::ID, band)?;
        self.write_heading_state(sheet, line, index)?;
        let mut words = self.words(question);
        if question.practices.len() != 1 {
            words.text.push_str(" Antwoord per verschijningsvorm.");
        }
        let (ask_colleague, for_whom) = (self.ask_colleague(question), self.for_whom(question));
        self.fit(
            sheet,
            line,
            [&words.asked(), &words.beside, &ask_colleague, &for_whom],
            [""; 3],
        )?;
        words.write(sheet, line, [&band.clone().set_bold(), band])?;
        if let Some(column) = self.columns.ask_colleague {
            sheet.write_string_with_format(line, column, ask_colleague, band)?;
        }
        sheet.write_string_with_format(line, self.columns.for_whom, for_whom, band)?;
        Ok(())
    }

    /// Writes what remains to be done under a heading, so that it stays when what is open is filtered.
    fn write_heading_state(&self, sheet: &mut Worksheet, line: u32, index: QuestionIndex) -> Result<(), XlsxError> {
        let own = self
            .rows
            .iter()
            .filter(|&&row| self.questionnaire.rows[row].question == index);
        let number = own.clone().count() as u32;
        let state = |line: u32| address(line, u32::from(column::STATE));
        let (first, last) = (state(line + 1), state(line + number));
        let formula = format!("=IF(COUNTIF({first}:{last},\"{DONE}\")={number},\"{DONE}\",\"{OPEN}\")");
        let is_done = own.copied().all(|row| self.outcome(row).state == DONE);
        let result = if is_done { DONE } else { OPEN };
        let formula = Formula::new(formula).set_result(result);
        sheet.write_formula_with_format(line, column::STATE, formula, &self.style.band)?;
        Ok(())
    }

    /// Makes a row high enough for its texts: question, levels, colleagues and perspectives; and those for reading only.
    pub(super) fn fit(
        &self,
        sheet: &mut Worksheet,
        line: u32,
        texts: [&str; 4],
        to_read: [&str; 3],
    ) -> Result<(), XlsxError> {
        let columns = self.columns;
        let widths = [
            columns.question_width(),
            columns.help_width(),
            ASK_COLLEAGUE_WIDTH,
            FOR_WHOM_WIDTH,
        ];
        let to_read = to_read.into_iter().zip([EARLIER_WIDTH, EARLIER_WIDTH, SEPARATE_WIDTH]);
        let texts = texts.into_iter().zip(widths).chain(to_read);
        let height = row_height(texts.map(|(text, width)| (text, pixels(width))));
        sheet.set_row_height(line, height + 3.0)?;
        Ok(())
    }
}

impl Words {
    /// Writes what is asked: the question in the first of these formats, in bold, the rest in the second.
    pub(super) fn write(&self, sheet: &mut Worksheet, line: u32, [bold, plain]: [&Format; 2]) -> Result<(), XlsxError> {
        if self.below.is_empty() {
            sheet.write_string_with_format(line, column::QUESTION, &self.text, bold)?;
        } else {
            let below = format!("\n{}", self.below);
            let parts = [(bold, self.text.as_str()), (plain, below.as_str())];
            sheet.write_rich_string_with_format(line, column::QUESTION, &parts, plain)?;
        }
        sheet.write_string_with_format(line, column::HELP, &self.beside, plain)?;
        Ok(())
    }
}
