//! A chart of a table: what it shows as a picture, what office programs draw of it, and what it says in words.

use super::{ColumnKey, Header, Picture};

/// A chart that belongs to a table.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Identifies the chart. If two parts have the same chart, it has the same key.
    pub key: ChartKey,
    /// Whom it is about, if a document is about several.
    pub of: Option<String>,
    /// Its finding, as a title.
    pub title: String,
    /// Alternative text with the finding, norms and figures, for people who cannot see the chart.
    pub alternative: String,
    /// What it is about and rests on, below a picture: region, year, response.
    pub caption: String,
    /// What a picture of it shows; `None` if only office programs draw it.
    pub picture: Option<Picture>,
    /// What office programs draw of it; `None` if only a picture is made.
    pub native: Option<Native>,
}

/// A chart as office programs draw it, from the columns of its table.
#[derive(Clone, Debug)]
pub struct Native {
    /// How it is drawn.
    pub kind: ChartKind,
    /// The column with the names along the axis.
    pub names: ColumnKey,
    /// The series, in order.
    pub series: Vec<Series>,
    /// For each series, the lowest and highest that each of its scores may still become; empty if it has no such ranges.
    pub ranges: Vec<Vec<Option<(f64, f64)>>>,
}

/// Identifies a chart of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKey {
    /// The links of the chain, per practice.
    Chain,
    /// The steps against their norm.
    Steps,
    /// The gap of each step.
    StepGaps,
    /// The core themes against their norm.
    CoreThemes,
    /// All themes against their norm.
    Themes,
    /// Steps by themes.
    Matrix,
    /// The steps as the perspectives see them.
    Perspectives,
    /// The points that perspectives see most differently.
    Disagreements,
    /// A municipality's own steps.
    OwnSteps,
    /// The steps of a region over the years.
    Years {
        /// The region, in the order of the comparison.
        region: usize,
    },
    /// A change in its four parts.
    Change {
        /// The region, in the order of the comparison.
        region: usize,
        /// The later year.
        year: u16,
    },
    /// A region among all regions.
    Spread {
        /// The region, in the order of those of that year.
        region: usize,
        /// The year.
        year: u16,
    },
}

impl ChartKey {
    /// The base name of its picture file, the same in every report. What a comparison is about precedes it.
    #[must_use]
    pub fn file_name(self) -> String {
        match self {
            ChartKey::Chain => "keten".to_owned(),
            ChartKey::Steps | ChartKey::OwnSteps => "stappen-score".to_owned(),
            ChartKey::StepGaps => "stappen-tekort".to_owned(),
            ChartKey::CoreThemes => "kernthemas-score".to_owned(),
            ChartKey::Themes => "themas-score".to_owned(),
            ChartKey::Matrix => "matrix".to_owned(),
            ChartKey::Perspectives => "perspectieven".to_owned(),
            ChartKey::Disagreements => "gespreksagenda".to_owned(),
            ChartKey::Years { .. } => "stappen-over-de-jaren".to_owned(),
            ChartKey::Change { year, .. } => format!("verandering-{year}"),
            ChartKey::Spread { year, .. } => format!("spiegel-{year}"),
        }
    }
}

/// How office programs draw a chart. The axis runs from 0 to 100, except for the parts of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Bars from left to right: a score with its norm as a frame, or those of several years below one another.
    Bars,
    /// Marks above one another, without a line through them. Each series is a row of the table.
    Marks {
        /// The number of columns, from the one with the names on.
        columns: usize,
    },
    /// Parts stacked from left to right, on the other side of zero if they are negative.
    Stacked,
    /// The distribution over all regions and the position of one: a band between the outer quartiles, divided at the
    /// median, with marks for the minimum, the maximum and the region itself. Each series is a row of the table.
    Spread {
        /// The number of columns, from the one with the names on.
        columns: usize,
    },
}

/// One series of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Series {
    /// The column of the table.
    pub column: ColumnKey,
    /// The row of the table, from that column on; `None` if it is the column from top to bottom.
    pub row: Option<usize>,
    /// What it represents, which determines its appearance.
    pub look: Look,
}

impl Series {
    /// A series drawn from a column.
    pub(in crate::report) fn new(column: impl Into<ColumnKey>, look: Look) -> Self {
        Self {
            column: column.into(),
            row: None,
            look,
        }
    }

    /// A series drawn from a row, from a column on.
    pub(in crate::report) fn along(column: impl Into<ColumnKey>, row: usize, look: Look) -> Self {
        Self {
            row: Some(row),
            ..Self::new(column, look)
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
    /// A score of some years ago, 0 for the last.
    Ago(usize),
    /// The invisible base of a band.
    Base,
    /// The first or second half of a band.
    Band(usize),
    /// One of several that are looked at side by side, in their order.
    One(usize),
}
