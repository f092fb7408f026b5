//! A chart of a table: what it draws, how, and what it says in words.

use super::{ColumnKey, Header};

/// A chart drawn from a table.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Which it is; where two parts have the same chart, it has the same key.
    pub key: ChartKey,
    /// How it is drawn.
    pub kind: ChartKind,
    /// What it shows, as a finding.
    pub title: String,
    /// Its gist for who cannot see it.
    pub alternative: String,
    /// Column with the names along the axis.
    pub names: ColumnKey,
    /// Columns drawn, in order.
    pub series: Vec<Series>,
}

/// Which chart of a document it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKey {
    /// The steps against their norm.
    Steps,
    /// What the steps fall short.
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
    /// A region between the quartiles of all.
    Spread {
        /// The region, in the order of those of that year.
        region: usize,
        /// The year.
        year: u16,
    },
}

impl ChartKey {
    /// Name of its picture, without an ending and the same in every report, where it is made into one.
    #[must_use]
    pub fn picture(self) -> Option<&'static str> {
        match self {
            ChartKey::Steps => Some("stappen-score"),
            ChartKey::StepGaps => Some("stappen-gemiddeld-tekort"),
            ChartKey::CoreThemes => Some("themas-score"),
            ChartKey::OwnSteps
            | ChartKey::OwnThemes
            | ChartKey::Development { .. }
            | ChartKey::Change { .. }
            | ChartKey::Spread { .. } => None,
        }
    }
}

/// How a chart is drawn; the axis runs from 0 to 100, but for parts of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Columns, with a norm as a dashed line.
    Columns,
    /// A radar.
    Radar,
    /// Lines over the years, from one row of the table: each series begins at its column and runs
    /// on for as many columns as there are years. An empty cell is a gap in the line.
    Lines {
        /// Row of the table.
        row: usize,
        /// How many columns a series is long.
        years: usize,
    },
    /// Columns of parts upon one another, below zero where they take off, with the sum as a mark.
    Stacked,
    /// How others lie spread and where one lies: a band between the outer quartiles, parted at the
    /// median, with the lowest, the highest and the one as marks.
    Spread,
}

/// One series of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Series {
    /// Column of the table.
    pub column: ColumnKey,
    /// What it is, which decides how it looks.
    pub look: Look,
}

impl Series {
    /// A column drawn with a look.
    pub(in crate::report) fn new(column: impl Into<ColumnKey>, look: Look) -> Self {
        Self {
            column: column.into(),
            look,
        }
    }

    /// Scores against their norm.
    pub(in crate::report) fn against_norm(score: Header) -> Vec<Self> {
        vec![Self::new(score, Look::Score), Self::new(Header::Norm, Look::Norm)]
    }
}

/// What a series is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A score.
    Score,
    /// A norm.
    Norm,
    /// A gap.
    Gap,
    /// The lowest or highest a score could be.
    Bound,
    /// The part of a change that is real.
    Real,
    /// A part of a change that only seems so: the first, second or third of them.
    Apparent(usize),
    /// The sum of the parts.
    Sum,
    /// What a band stands on, not to be seen.
    Base,
    /// The first or second half of a band.
    Band(usize),
}
