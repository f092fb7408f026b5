//! A table of an outline: columns, rows of cells, and the charts drawn from them.

use super::{Chart, Column, ColumnKey, HeatCell, Native, Verdict};

/// A table with one header row. Its first column says what each row is about.
#[derive(Clone, Debug)]
pub struct Table {
    /// Identifies the table.
    pub key: TableKey,
    /// Heading above the table.
    pub heading: String,
    /// Columns, in order.
    pub columns: Vec<Column>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<Cell>>,
    /// Charts drawn from the columns.
    pub charts: Vec<Chart>,
    /// How people use it.
    pub usage: Usage,
}

/// Identifies a table. A comparison has some tables once per region or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKey {
    /// Where a case of each practice stalls, on the first screen.
    SummaryChain,
    /// The steps, on the first screen.
    SummarySteps,
    /// The core themes, on the first screen.
    SummaryThemes,
    /// The first points of the plan, on the first screen.
    SummaryPlan,
    /// The steps.
    Steps,
    /// The steps as each perspective sees them.
    Perspectives,
    /// The core themes.
    CoreThemes,
    /// The other themes.
    OtherThemes,
    /// Steps by themes.
    Matrix,
    /// Where a case of each practice stalls.
    Continuity,
    /// The figures of each step for each practice.
    Links,
    /// Key figures of the region.
    KeyFigures,
    /// Each municipality's own scores.
    Municipalities,
    /// Where perspectives differ most: what a meeting gets through.
    Disagreements,
    /// Where perspectives differ as well.
    FurtherDisagreements,
    /// Handovers that do not match.
    Handovers,
    /// What people agreed on, beside what each had answered separately.
    Settled,
    /// The same, what a meeting does not get through.
    FurtherSettled,
    /// Claims contradicted by a fact.
    Contradictions,
    /// The questions that fewest could answer.
    LeastKnown,
    /// The points of the plan.
    Plan,
    /// Every row with its figures.
    Questions,
    /// What the sources ask.
    Recommendations,
    /// The workbooks.
    Workbooks,
    /// What the steps would be if everything that was called not applicable were unknown.
    NotApplicable,
    /// What was called not applicable, by whom and why.
    Spared,
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
    /// What a municipality could start with.
    OwnPlan,
    /// What a municipality answered.
    OwnAnswers,
    /// Where a case of each practice stalls, in the letter.
    LetterChain,
    /// All regions, each in a row.
    Overview,
    /// What changed, in sentences.
    WhatChanged,
    /// The steps over the years.
    Development,
    /// A change in its four parts.
    Changes,
    /// What became of a plan.
    PlanOutcomes,
    /// The distribution over the regions.
    Spread,
    /// The same in an earlier year.
    EarlierSpread,
    /// Each region's position in the distribution.
    Places,
    /// Who could learn from whom.
    Learning,
    /// The years compared.
    Years,
    /// Each change from one year to the next.
    Transitions,
    /// What was answered in one year and is not applicable in the next.
    Lapsed,
    /// What became of the questions between two editions.
    QuestionChanges,
    /// The editions.
    Editions,
    /// How many points of a plan each step has, by status.
    StepPoints,
    /// Some of the points of a plan.
    Points,
    /// What moved since an earlier copy of a plan.
    Moves,
}

impl TableKey {
    /// Whether it and what is below it are for the screen: what a meeting does not get through, and lists to look things
    /// up in.
    #[must_use]
    pub fn is_for_the_screen(self) -> bool {
        matches!(
            self,
            TableKey::FurtherSettled | TableKey::FurtherDisagreements | TableKey::Workbooks | TableKey::EarlierSpread
        )
    }
}

/// How people use a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usage {
    /// For reading.
    Read,
    /// For reading, with tinted cells.
    Heatmap,
    /// For filtering.
    Filter,
    /// For filtering, and for filling in some of its cells.
    FillIn,
}

/// The contents of a table cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A score from 0 to 100, shown as a whole number; empty if withheld.
    Score(Option<f64>),
    /// The same, shown with one decimal.
    FineScore(Option<f64>),
    /// A score as in a heat map: the further below its norm, the darker.
    Heat(HeatCell),
    /// A proportion from 0 to 1, shown as a percentage; empty if unknown.
    Share(Option<f64>),
    /// A difference in points, shown as a whole number with its sign; empty if there is none.
    Points(Option<f64>),
    /// The same, shown with one decimal.
    FinePoints(Option<f64>),
    /// A number, shown as it is.
    Number(f64),
    /// What a figure means, shown as a symbol and words.
    Verdict(Verdict),
    /// A cell to fill in, with its present contents.
    Entry(String),
    /// The same, with the statuses of a plan to choose from.
    PlanStatus(String),
}

impl Table {
    /// A table for reading.
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

    /// The charts that office programs draw.
    pub fn native_charts(&self) -> impl Iterator<Item = (&Chart, &Native)> {
        let charts = self.charts.iter();
        charts.filter_map(|chart| Some((chart, chart.native.as_ref()?)))
    }

    /// The position of a column, counted from 0.
    #[must_use]
    pub fn position(&self, key: impl Into<ColumnKey>) -> Option<usize> {
        let key = key.into();
        self.columns.iter().position(|column| column.key == key)
    }

    /// Where a column begins on a sheet, on which columns before it may lie across several.
    #[must_use]
    pub fn place(&self, key: impl Into<ColumnKey>) -> Option<u16> {
        Some(self.across(self.position(key)?))
    }

    /// The number of columns of a sheet that its first `number` columns take.
    #[must_use]
    pub fn across(&self, number: usize) -> u16 {
        self.columns.iter().take(number).map(|column| column.across).sum()
    }

    /// The cells of a column, from top to bottom; none if the table does not have the column.
    pub fn cells(&self, key: impl Into<ColumnKey>) -> impl Iterator<Item = &Cell> {
        let column = self.position(key);
        self.rows.iter().filter_map(move |row| row.get(column?))
    }
}

impl Cell {
    /// Its score; `None` if it is withheld, or is something else.
    #[must_use]
    pub fn score(&self) -> Option<f64> {
        match self {
            Cell::Score(score) | Cell::FineScore(score) => *score,
            _ => None,
        }
    }

    pub(in crate::report) fn text(text: impl Into<String>) -> Self {
        Cell::Text(text.into())
    }

    pub(in crate::report) fn verdict(of: impl Into<Verdict>) -> Self {
        Cell::Verdict(of.into())
    }

    pub(in crate::report) fn entry(text: impl Into<String>) -> Self {
        Cell::Entry(text.into())
    }
}
