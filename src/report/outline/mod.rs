//! The contents of reports and comparisons as tables, charts and sentences, independent of any file format. Every
//! writer starts from an outline.
//!
//! Parts, tables, columns and charts have keys, so that code need not know what they are called in the document or
//! where they are.

mod chart;
mod column;
mod part;
mod picture;
mod table;
mod verdict;

pub use chart::{Chart, ChartKey, ChartKind, Look, Native, Series};
pub use column::{Column, ColumnKey, Figure, Header};
pub use part::{ComparisonPart, LetterPart, OnPage, OnPaper, PartKey, ProgressPart, RegionPart};
pub use picture::{
    Bar, Bars, Chain, ChainLink, DumbbellRow, Dumbbells, Heat, HeatCell, Multiples, Panel, Picture, RangeBar, Ranged,
    Sign, Strip, Strips,
};
pub use table::{Cell, Table, TableKey, Usage};
pub use verdict::Verdict;

pub(super) use column::columns;

/// A whole report.
#[derive(Clone, Debug)]
pub struct Outline {
    /// Title of the document.
    pub title: String,
    /// Facts for programs that read the document back: values for keys of [`meta`](crate::workbook::layout::meta).
    pub facts: Vec<(&'static str, String)>,
    /// Its parts, in order. In a workbook, each is a sheet.
    pub parts: Vec<Part>,
}

/// One part of a report.
#[derive(Clone, Debug)]
pub struct Part {
    /// Identifies the part.
    pub key: PartKey,
    /// Heading.
    pub title: String,
    /// Its contents, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A piece of a part.
#[derive(Clone, Debug)]
pub enum Block {
    /// Running text, one entry per paragraph.
    Text(Vec<String>),
    /// A table, with the charts drawn from it.
    Table(Table),
}

impl Block {
    /// Its paragraphs; none for a table.
    pub(super) fn paragraphs(&self) -> &[String] {
        match self {
            Block::Text(paragraphs) => paragraphs,
            Block::Table(_) => &[],
        }
    }
}

impl Part {
    /// Short name, suitable for a sheet.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.key.name()
    }
}
