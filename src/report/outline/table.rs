//! A table of an outline: columns and rows of cells, with the charts drawn from them.

use super::{Chart, Column, ColumnKey};
use crate::scoring::Status;

/// A table with one header row. Its first column says what a row is about.
#[derive(Clone, Debug)]
pub struct Table {
    /// Which it is.
    pub key: TableKey,
    /// Heading above it.
    pub heading: String,
    /// Columns, in order.
    pub columns: Vec<Column>,
    /// Rows; each as long as `columns`.
    pub rows: Vec<Vec<Cell>>,
    /// Charts drawn from the columns.
    pub charts: Vec<Chart>,
    /// How it is to be used.
    pub usage: Usage,
}

/// Which table it is; a comparison has some of them for each region or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKey {
    /// The steps on the first screen.
    SummarySteps,
    /// The core themes on the first screen.
    SummaryThemes,
    /// The first points of the plan, on the first screen.
    SummaryPlan,
    /// The steps.
    Steps,
    /// The core themes.
    CoreThemes,
    /// The other themes.
    OtherThemes,
    /// Steps by themes.
    Matrix,
    /// Where a case of each practice stalls.
    Continuity,
    /// Key figures of the region.
    KeyFigures,
    /// Each municipality's own scores.
    Municipalities,
    /// Where perspectives differ.
    Disagreements,
    /// Handovers that do not match.
    Handovers,
    /// Claims that a fact speaks against.
    Contradictions,
    /// What is known least.
    LeastKnown,
    /// The points of the plan.
    Plan,
    /// Every row with its figures.
    Questions,
    /// What the sources ask.
    Recommendations,
    /// The workbooks.
    Workbooks,
    /// What was left out.
    LeftOut,
    /// What was read with a warning.
    Warnings,
    /// Every answer.
    Answers,
    /// The thresholds.
    Thresholds,
    /// A municipality's own steps.
    OwnSteps,
    /// A municipality's own core themes.
    OwnThemes,
    /// What a municipality could do first.
    OwnPlan,
    /// What changed, in sentences.
    WhatChanged,
    /// The steps over the years.
    Development,
    /// A change in its four parts.
    Changes,
    /// What became of a plan.
    PlanOutcomes,
    /// How regions lie spread.
    Spread,
    /// Where each region lies.
    Places,
    /// Who could learn from whom.
    Learning,
    /// The years compared.
    Years,
    /// From each year to the next.
    Transitions,
    /// What became of the questions between two editions.
    QuestionChanges,
    /// The editions.
    Editions,
}

/// How people use a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usage {
    /// To read.
    Read,
    /// To read, higher scores standing out.
    Heatmap,
    /// To filter.
    Filter,
    /// To filter, and to fill in the cells meant for it.
    FillIn,
}

/// What one cell of a table says.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A figure from 0 to 100, shown whole; nothing where it is withheld.
    Score(Option<f64>),
    /// A part of one, shown as a percentage.
    Share(Option<f64>),
    /// A difference in points, shown whole and with its sign; nothing where there is none to tell.
    Points(Option<f64>),
    /// A number shown as it is.
    Number(f64),
    /// How a score stands against its norm, in a word and a sign.
    Status(Status),
    /// Something for people to fill in, as far as they have.
    Entry(String),
    /// The same, out of the statuses of a plan.
    PlanStatus(String),
}

impl Table {
    /// A table to read.
    pub(in crate::report) fn to_read(
        key: TableKey,
        heading: impl Into<String>,
        columns: Vec<Column>,
        rows: Vec<Vec<Cell>>,
    ) -> Self {
        Self {
            key,
            heading: heading.into(),
            columns,
            rows,
            charts: Vec::new(),
            usage: Usage::Read,
        }
    }

    /// Where a column stands, counted from 0.
    #[must_use]
    pub fn position(&self, key: impl Into<ColumnKey>) -> Option<usize> {
        let key = key.into();
        self.columns.iter().position(|column| column.key == key)
    }

    /// The cells of a column, from top to bottom; none where the table does not have it.
    pub fn cells(&self, key: impl Into<ColumnKey>) -> impl Iterator<Item = &Cell> {
        let column = self.position(key);
        self.rows.iter().filter_map(move |row| row.get(column?))
    }
}

impl Cell {
    pub(in crate::report) fn text(text: impl Into<String>) -> Self {
        Cell::Text(text.into())
    }
}
