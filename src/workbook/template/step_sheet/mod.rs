//! The sheet of one step: what is still open and the questions on the left, the cells to fill in next to them, the score
//! hidden.

mod answer;
mod asked;
mod columns;
mod entry;
mod outcome;
mod texts;

use rust_xlsxwriter::{Worksheet, XlsxError};

use self::columns::{Columns, HEADER_ROW, column};
use self::outcome::Outcome;
use self::texts::Words;
use super::Order;
use super::readers::INFORMAL_INTRO;
use super::separate;
use super::style::{Style, mark_fill_in, set_up};
use super::validation::Lists;
use crate::answers::{Answer, Rows};
use crate::office::fitting;
use crate::office::measure::{pixels, row_height};
use crate::questionnaire::{QuestionIndex, Questionnaire, RowIndex};
use crate::workbook::layout::{
    ASKED, DIFFERENCE, QUESTION_HEADERS, SEPARATE, earlier_answer_header, earlier_plan_header, header,
};

pub(super) use self::columns::StepRange;
pub(super) use self::outcome::{DONE, HALF, OPEN, Tally, WRONG, shown};

/// A sheet to write.
pub(super) struct StepSheet<'a> {
    questionnaire: &'a Questionnaire,
    order: &'a Order,
    step: usize,
    rows: &'a [RowIndex],
    style: &'a Style,
    columns: Columns,
}

impl<'a> StepSheet<'a> {
    pub(super) fn new(
        questionnaire: &'a Questionnaire,
        order: &'a Order,
        step: usize,
        rows: &'a [RowIndex],
        style: &'a Style,
    ) -> Self {
        Self {
            questionnaire,
            order,
            step,
            rows,
            style,
            columns: Columns::new(order, order.asks_colleagues(questionnaire)),
        }
    }

    pub(super) fn write(&self, sheet: &mut Worksheet, title: &str, lists: &mut Lists) -> Result<StepRange, XlsxError> {
        let style = self.style;
        sheet.set_name(title)?;
        set_up(sheet, Some(HEADER_ROW))?;
        self.set_columns(sheet)?;
        sheet.write_string_with_format(0, 0, title, &style.title)?;
        let intro = if self.order.is_informal(self.questionnaire) {
            INFORMAL_INTRO
        } else {
            &self.questionnaire.steps[self.step].intro
        };
        let beside = self.columns.answer - 1;
        sheet.merge_range(1, 0, 1, beside, intro, &style.lead)?;
        mark_fill_in(sheet, 1, self.columns.to_fill_in(), style)?;
        let widths = self.columns.widths().into_iter();
        let across: f64 = widths
            .filter(|(column, _)| *column <= beside)
            .map(|(_, width)| pixels(width))
            .sum();
        // The text is in 12 points, not 11.
        let across = across * 11.0 / 12.0;
        sheet.set_row_height(1, row_height([(intro, across)]) + 4.0)?;
        self.write_headers(sheet)?;

        let first = HEADER_ROW + 1;
        let mut line = first;
        let mut heading: Option<QuestionIndex> = None;
        let mut lines = Rows::default();
        let mut tally = Tally::default();
        for &row in self.rows {
            let index = self.questionnaire.rows[row].question;
            if self.questionnaire.questions[index].per_practice && heading != Some(index) {
                self.write_heading(sheet, line, index)?;
                heading = Some(index);
                line += 1;
            }
            let outcome = self.outcome(row);
            self.write_row(sheet, line, row, &outcome, lists)?;
            lines.set(row, (line, outcome.state));
            tally.add(&outcome);
            line += 1;
        }
        let last = line - 1;
        sheet.autofilter(HEADER_ROW, column::STATE, last, self.columns.for_whom)?;
        // On paper nothing can be filtered, so the columns further right would only take up space.
        sheet.set_print_area(0, 0, last, self.columns.remark)?;
        sheet.set_freeze_panes(first, column::HELP)?;
        sheet.set_selection(first, self.columns.answer, first, self.columns.answer)?;
        let first_answer = match self.rows.first() {
            Some(&row) if self.questionnaire.question_of(row).per_practice => first + 1,
            _ => first,
        };
        Ok(StepRange {
            title: title.to_owned(),
            columns: self.columns,
            first,
            last,
            first_answer,
            lines,
            tally,
        })
    }

    fn write_headers(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let previous = &self.order.previous;
        let earlier_answer = previous
            .answers
            .as_ref()
            .map(|earlier| earlier_answer_header(earlier.year));
        let earlier_plan = previous.plan.as_ref().map(|earlier| earlier_plan_header(earlier.year));
        let separate = self.order.separate.iter();
        let separate = separate.flat_map(|_| [SEPARATE, DIFFERENCE].map(str::to_owned));
        let (asked, filled_in) = QUESTION_HEADERS.split_at(ASKED);
        let with_colleagues = self.columns.ask_colleague.is_some();
        let filled_in = filled_in
            .iter()
            .filter(|&&header| with_colleagues || header != header::ASK_COLLEAGUE);
        let owned = |header: &&str| (*header).to_owned();
        let headers = asked
            .iter()
            .map(owned)
            .chain(earlier_answer)
            .chain(earlier_plan)
            .chain(separate)
            .chain(filled_in.map(owned));
        if self.columns.to_read().next().is_some() {
            // Their headers take two lines.
            sheet.set_row_height(HEADER_ROW, 32)?;
        }
        for (column, header) in (0..).zip(headers) {
            sheet.write_string_with_format(HEADER_ROW, column, header, &self.style.header)?;
        }
        Ok(())
    }

    fn set_columns(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (column, width) in self.columns.widths() {
            sheet.set_column_width(column, width)?;
        }
        let pairs = self
            .rows
            .iter()
            .any(|&row| self.questionnaire.question_of(row).kind.is_pair());
        if !pairs {
            sheet
                .set_column_hidden(self.columns.part)?
                .set_column_hidden(self.columns.whole)?;
        }
        for column in [self.columns.score, self.columns.weight, self.columns.points] {
            sheet.set_column_hidden(column)?;
        }
        Ok(())
    }

    /// What the formulas of a row result in, with what is already filled in.
    fn outcome(&self, row: RowIndex) -> Outcome {
        let kind = &self.questionnaire.question_of(row).kind;
        let answer = self.order.answer(row).unwrap_or(Answer::Missing);
        Outcome::of(kind, answer, self.questionnaire.rows[row].weight)
    }

    fn write_row(
        &self,
        sheet: &mut Worksheet,
        line: u32,
        row: RowIndex,
        outcome: &Outcome,
        lists: &mut Lists,
    ) -> Result<(), XlsxError> {
        let style = self.style;
        let question = self.questionnaire.question_of(row);
        let spelled = &self.questionnaire.rows[row];
        sheet.write_string_with_format(line, column::ID, &spelled.id, &style.id)?;
        let words = match spelled.practice {
            Some(practice) => Words {
                text: format!("– {}", self.questionnaire.practices[practice].name),
                ..Words::default()
            },
            None => self.words(question),
        };
        let (ask_colleague, for_whom) = (self.ask_colleague(question), self.for_whom(question));
        let (answer, plan) = (self.earlier_answer(row), self.earlier_plan(row));
        let separate = self.order.separate.as_ref();
        let separate = separate.map_or_else(String::new, |separate| {
            separate::words(self.questionnaire, separate, row)
        });
        let to_read = [&*answer, &plan, &separate];
        self.fit(
            sheet,
            line,
            [&words.asked(), &words.beside, &ask_colleague, &for_whom],
            to_read,
        )?;
        words.write(sheet, line, [&style.locked_bold, &style.locked])?;
        if let Some(column) = self.columns.ask_colleague {
            sheet.write_string_with_format(line, column, ask_colleague, &style.locked)?;
        }
        sheet.write_string_with_format(line, self.columns.for_whom, for_whom, &style.locked)?;
        for (column, text) in [(self.columns.earlier_answer, answer), (self.columns.earlier_plan, plan)] {
            if let Some(column) = column {
                sheet.write_string_with_format(line, column, fitting(&text), &style.earlier)?;
            }
        }
        if let Some(column) = self.columns.separate {
            sheet.write_string_with_format(line, column, fitting(&separate), &style.locked)?;
        }
        self.write_difference(sheet, line, row)?;
        self.write_entry(sheet, line, question, lists)?;
        self.write_filled(sheet, line, row)?;
        self.write_formulas(sheet, line, question, spelled.weight, outcome)
    }

    /// Writes the difference between perspectives, marked if it is one to discuss first.
    fn write_difference(&self, sheet: &mut Worksheet, line: u32, row: RowIndex) -> Result<(), XlsxError> {
        let (Some(column), Some(separate)) = (self.columns.difference, &self.order.separate) else {
            return Ok(());
        };
        let format = if separate.to_discuss.contains(&row) {
            &self.style.to_discuss
        } else {
            &self.style.score
        };
        match separate.differences[row] {
            Some(difference) => sheet.write_number_with_format(line, column, difference, format)?,
            None => sheet.write_blank(line, column, format)?,
        };
        Ok(())
    }
}
