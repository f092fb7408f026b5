//! The form in which reports and comparisons say what they say: tables and charts free of any format; every writer starts from here.

use crate::scoring::Status;

/// A whole report.
#[derive(Clone, Debug)]
pub struct Outline {
    /// Title of the document.
    pub title: String,
    /// Its parts, in order; a sheet each in a workbook.
    pub parts: Vec<Part>,
}

/// One part of a report.
#[derive(Clone, Debug)]
pub struct Part {
    /// Short name, fit for a sheet.
    pub name: &'static str,
    /// Heading.
    pub title: String,
    /// What it holds, from top to bottom.
    pub blocks: Vec<Block>,
}

/// Something in a part.
#[derive(Clone, Debug)]
pub enum Block {
    /// Running text, a paragraph each.
    Text(Vec<String>),
    /// A table, with the charts drawn from it.
    Table(Table),
}

/// A table with one header row.
#[derive(Clone, Debug)]
pub struct Table {
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

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its header.
    pub header: String,
    /// Width in characters.
    pub width: u16,
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

/// Columns from headers and widths.
pub(super) fn columns<const N: usize>(columns: [(&'static str, u16); N]) -> Vec<Column> {
    columns.map(|(header, width)| Column::new(header, width)).to_vec()
}

impl Column {
    pub(super) fn new(header: &str, width: u16) -> Self {
        Self {
            header: header.to_owned(),
            width,
        }
    }
}

impl Table {
    /// A table to read.
    pub(super) fn to_read(heading: impl Into<String>, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Self {
        Self {
            heading: heading.into(),
            columns,
            rows,
            charts: Vec::new(),
            usage: Usage::Read,
        }
    }
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Cell::Text(text.into())
    }
}

/// A chart drawn from a table.
#[derive(Clone, Debug)]
pub struct Chart {
    /// How it is drawn.
    pub kind: ChartKind,
    /// What it shows, as a finding.
    pub title: String,
    /// Its gist for who cannot see it.
    pub alternative: String,
    /// Column with the names along the axis.
    pub names: usize,
    /// Columns drawn, in order.
    pub series: Vec<Series>,
}

impl Chart {
    /// Whether another chart shows the same, wherever it stands.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.kind == other.kind && self.title == other.title && self.alternative == other.alternative
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
#[derive(Clone, Copy, Debug)]
pub struct Series {
    /// Column of the table.
    pub column: usize,
    /// What it is, which decides how it looks.
    pub look: Look,
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

/// A status in a sign and words; colour only adds to it.
#[must_use]
pub fn status_words(status: Status) -> &'static str {
    match status {
        Status::AtNorm => "▲ op de norm",
        Status::BelowNorm => "▼ onder de norm",
        Status::Uncertain => "◆ onzeker",
        Status::Insufficient => "– te weinig antwoorden",
    }
}
