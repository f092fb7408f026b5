//! What a report says, as tables and charts free of any format; every writer starts from here.

mod justification;
mod phrases;
mod questions;
mod steps;
mod summary;
mod themes;

pub use phrases::{chain_sentence, response_sentence, status_words};

use super::Report;
use crate::problem::Problem;
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
    /// Whether people will want to filter it.
    pub filter: bool,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its header.
    pub header: &'static str,
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
    /// A number shown as it is.
    Number(f64),
    /// How a score stands against its norm, in a word and a sign.
    Status(Status),
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
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

/// How a chart is drawn; the axis runs from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Columns, with a norm as a dashed line.
    Columns,
    /// A radar.
    Radar,
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
}

/// Tells a report. `left_out` are the errors that were passed over on request.
#[must_use]
pub fn outline(report: &Report, left_out: &[Problem]) -> Outline {
    Outline {
        title: format!(
            "Ketenscan schadelijke praktijken {} {}",
            report.region.name, report.region.year
        ),
        parts: vec![
            summary::part(report),
            steps::part(report),
            themes::part(report),
            questions::part(report),
            justification::part(report, left_out),
        ],
    }
}
