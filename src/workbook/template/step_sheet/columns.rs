//! The layout of a step's table: its columns and widths, and the ranges that formulas elsewhere refer to.

use super::outcome::Tally;
use crate::answers::Rows;
use crate::questionnaire::RowIndex;
use crate::workbook::layout::{address, whole_column};
use crate::workbook::template::Order;

/// The rows of a step's table, for the formulas of the overview.
pub(in crate::workbook::template) struct StepRange {
    pub(in crate::workbook::template) title: String,
    pub(super) columns: Columns,
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) first_answer: u32,
    /// The line of each row, and what remains to be done there.
    pub(super) lines: Rows<(u32, &'static str)>,
    /// What the formulas over its rows result in.
    pub(in crate::workbook::template) tally: Tally,
}

/// Columns of the table. Those for reading, about an earlier year or what was answered separately, come right before the
/// answer; that with colleagues is there if any are named.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub(super) earlier_answer: Option<u16>,
    pub(super) earlier_plan: Option<u16>,
    pub(super) separate: Option<u16>,
    pub(super) difference: Option<u16>,
    pub(super) answer: u16,
    pub(super) part: u16,
    pub(super) whole: u16,
    pub(super) evidence: u16,
    pub(super) remark: u16,
    pub(super) ask_colleague: Option<u16>,
    pub(super) for_whom: u16,
    pub(super) score: u16,
    pub(super) weight: u16,
    pub(super) points: u16,
}

/// The columns at the start of every table.
pub(super) mod column {
    /// First, so that it stays in view and can be filtered at once.
    pub const STATE: u16 = 0;
    pub const ID: u16 = 1;
    pub const QUESTION: u16 = 2;
    pub const HELP: u16 = 3;
}

impl Columns {
    pub(super) fn new(order: &Order, with_colleagues: bool) -> Self {
        let previous = &order.previous;
        let mut next = column::HELP;
        let mut one_more = || {
            next += 1;
            next
        };
        Self {
            earlier_answer: previous.answers.as_ref().map(|_| one_more()),
            earlier_plan: previous.plan.as_ref().map(|_| one_more()),
            separate: order.separate.as_ref().map(|_| one_more()),
            difference: order.separate.as_ref().map(|_| one_more()),
            answer: one_more(),
            part: one_more(),
            whole: one_more(),
            evidence: one_more(),
            remark: one_more(),
            ask_colleague: with_colleagues.then(&mut one_more),
            for_whom: one_more(),
            score: one_more(),
            weight: one_more(),
            points: one_more(),
        }
    }

    /// The columns before the answer that are for reading only.
    pub(super) fn to_read(self) -> impl Iterator<Item = u16> {
        let all = [self.earlier_answer, self.earlier_plan, self.separate, self.difference];
        all.into_iter().flatten()
    }

    /// The columns to fill in.
    pub(super) fn to_fill_in(self) -> [u16; 5] {
        [self.answer, self.part, self.whole, self.evidence, self.remark]
    }

    /// Each visible column and its width.
    pub(super) fn widths(self) -> Vec<(u16, f64)> {
        let fixed = [
            (column::STATE, 9.0),
            (column::ID, 14.0),
            (column::QUESTION, self.question_width()),
            (column::HELP, self.help_width()),
        ];
        let to_read = [
            (self.earlier_answer, EARLIER_WIDTH),
            (self.earlier_plan, EARLIER_WIDTH),
            (self.separate, SEPARATE_WIDTH),
            (self.difference, 9.0),
        ];
        let filled_in = [
            (self.answer, 21.0),
            (self.part, 9.0),
            (self.whole, 9.0),
            (self.evidence, 27.0),
            (self.remark, 22.0),
        ];
        let ask_colleague = self.ask_colleague.map(|column| (column, ASK_COLLEAGUE_WIDTH));
        let to_read = to_read.into_iter().filter_map(|(column, width)| Some((column?, width)));
        let columns = fixed.into_iter().chain(to_read).chain(filled_in);
        let for_whom = [(self.for_whom, FOR_WHOM_WIDTH)];
        columns.chain(ask_colleague).chain(for_whom).collect()
    }

    /// The width of the column with questions. With [`Self::help_width`] it is such that no question takes more than half
    /// of a laptop's screen, with its answer beside it; what was answered separately takes from it.
    pub(super) fn question_width(self) -> f64 {
        if self.separate.is_some() { 44.0 } else { 51.0 }
    }

    /// The width of the column that says what each answer means.
    pub(super) fn help_width(self) -> f64 {
        if self.separate.is_some() { 47.0 } else { 62.0 }
    }
}

pub(super) const ASK_COLLEAGUE_WIDTH: f64 = 20.0;
pub(super) const FOR_WHOM_WIDTH: f64 = 18.0;
pub(super) const EARLIER_WIDTH: f64 = 13.0;
pub(super) const SEPARATE_WIDTH: f64 = 40.0;

pub(super) const HEADER_ROW: u32 = 2;

impl StepRange {
    fn range(&self, column: u16) -> String {
        let letters = address(0, u32::from(column));
        let letters = letters.trim_end_matches('1');
        let sheet = self.title.replace('\'', "''");
        format!("'{sheet}'!${letters}${}:${letters}${}", self.first + 1, self.last + 1)
    }

    /// A formula for the number of rows in one of these states. A heading has a state too, but no ID.
    pub(in crate::workbook::template) fn count(&self, states: &[&str]) -> String {
        let (cells, ids) = (self.range(column::STATE), self.range(column::ID));
        let counts = states
            .iter()
            .map(|state| format!("COUNTIFS({cells},\"{state}\",{ids},\"?*\")"));
        format!("={}", counts.collect::<Vec<_>>().join("+"))
    }

    /// A link to the first cell to fill in.
    pub(in crate::workbook::template) fn link(&self) -> String {
        format!("internal:{}", self.cell(self.first_answer, self.columns.answer))
    }

    /// A link to the answer to a row; the cell that says whether it is open, and what it says. `None` if the row is not
    /// here.
    pub(in crate::workbook::template) fn row(&self, row: RowIndex) -> Option<(String, String, &'static str)> {
        let &(line, state) = self.lines.get(row)?;
        let link = format!("internal:{}", self.cell(line, self.columns.answer));
        Some((link, self.cell(line, column::STATE), state))
    }

    fn cell(&self, line: u32, column: u16) -> String {
        let sheet = self.title.replace('\'', "''");
        format!("'{sheet}'!{}", address(line, u32::from(column)))
    }

    /// The column with the answers: the whole of it, as people may move the first or the last answer.
    pub(in crate::workbook::template) fn answers(&self) -> String {
        let sheet = self.title.replace('\'', "''");
        format!("'{sheet}'!{}", whole_column(self.columns.answer))
    }

    /// The score over the scored rows, computed as `scoring::total` does, for this workbook alone.
    pub(in crate::workbook::template) fn score(&self) -> String {
        let (scores, weights, points) = (
            self.range(self.columns.score),
            self.range(self.columns.weight),
            self.range(self.columns.points),
        );
        format!("=IF(COUNT({scores})=0,\"\",SUM({points})/SUMIF({scores},\">=0\",{weights}))")
    }
}
