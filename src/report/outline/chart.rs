//! A chart of a table: what it draws, how, and what it says in words.

use super::{ColumnKey, Header};

/// A chart drawn from a table.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Identifies the chart. If two parts have the same chart, it has the same key.
    pub key: ChartKey,
    /// How it is drawn.
    pub kind: ChartKind,
    /// Its finding, as a title.
    pub title: String,
    /// Alternative text with the gist of the figures, for people who cannot see the chart.
    pub alternative: String,
    /// The column with the names along the axis.
    pub names: ColumnKey,
    /// The series, in order.
    pub series: Vec<Series>,
}

/// Identifies a chart of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKey {
    /// The steps against their norm.
    Steps,
    /// The gap of each step.
    StepGaps,
    /// The core themes against their norm.
    CoreThemes,
    /// A municipality's own steps.
    OwnSteps,
    /// A municipality's own core themes.
    OwnThemes,
    /// A step over the years.
    Development {
        /// The region, in the order of the comparison.
        region: usize,
        /// The step.
        step: usize,
    },
    /// A change in its four parts.
    Change {
        /// The region, in the order of the comparison.
        region: usize,
        /// The later year.
        year: u16,
    },
    /// A region in relation to the quartiles of all regions.
    Spread {
        /// The region, in the order of those of that year.
        region: usize,
        /// The year.
        year: u16,
    },
}

impl ChartKey {
    /// The base name of its picture file, the same in every report; `None` if no picture is made of it.
    #[must_use]
    pub fn picture(self) -> Option<&'static str> {
        match self {
            ChartKey::Steps => Some("stappen-score"),
            ChartKey::StepGaps => Some("stappen-tekort"),
            ChartKey::CoreThemes => Some("themas-score"),
            ChartKey::OwnSteps
            | ChartKey::OwnThemes
            | ChartKey::Development { .. }
            | ChartKey::Change { .. }
            | ChartKey::Spread { .. } => None,
        }
    }
}

/// How a chart is drawn. The axis runs from 0 to 100, except for the parts of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Columns, with a norm as a dashed line.
    Columns,
    /// A radar.
    Radar,
    /// Lines over the years, from one row of the table. Each series consists of as many consecutive columns as there
    /// are years. An empty cell is a gap in the line.
    Lines {
        /// Row of the table.
        row: usize,
        /// The number of columns of each series.
        years: usize,
    },
    /// Parts stacked in columns, below zero if they are negative, with their sum as a mark.
    Stacked,
    /// The distribution over all regions and the position of one: a band between the outer quartiles, divided at the
    /// median, with marks for the minimum, the maximum and the region itself.
    Spread,
}

/// One series of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Series {
    /// The column of the table.
    pub column: ColumnKey,
    /// What it represents, which determines its appearance.
    pub look: Look,
}

impl Series {
    /// A series drawn from a column.
    pub(in crate::report) fn new(column: impl Into<ColumnKey>, look: Look) -> Self {
        Self {
            column: column.into(),
            look,
        }
    }

    /// Scores and their norms.
    pub(in crate::report) fn against_norm(score: Header) -> Vec<Self> {
        vec![Self::new(score, Look::Score), Self::new(Header::Norm, Look::Norm)]
    }
}

/// What a series represents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A score.
    Score,
    /// A norm.
    Norm,
    /// A gap.
    Gap,
    /// The lowest or highest possible score.
    Bound,
    /// The part of a change that is real.
    Real,
    /// An apparent part of a change: the first, second or third of them.
    Apparent(usize),
    /// The sum of the parts.
    Sum,
    /// The invisible base of a band.
    Base,
    /// The first or second half of a band.
    Band(usize),
}
