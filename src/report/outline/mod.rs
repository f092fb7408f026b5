//! The form in which reports and comparisons say what they say: tables and charts free of any format; every
//! writer starts from here.
//!
//! Parts, tables, columns and charts have keys, so that whoever looks for one need not know what it is called in
//! the document or where it stands.

mod chart;
mod column;
mod part;
mod table;

pub use chart::{Chart, ChartKey, ChartKind, Look, Series};
pub use column::{Column, ColumnKey, Figure, Header};
pub use part::{ComparisonPart, OnPage, PartKey, RegionPart};
pub use table::{Cell, Table, TableKey, Usage};

pub(super) use column::columns;

use crate::scoring::Status;

/// A whole report.
#[derive(Clone, Debug)]
pub struct Outline {
    /// Title of the document.
    pub title: String,
    /// What it is about, for programs that get it back: values of keys of [`meta`](crate::workbook::layout::meta).
    pub facts: Vec<(&'static str, String)>,
    /// Its parts, in order; a sheet each in a workbook.
    pub parts: Vec<Part>,
}

/// One part of a report.
#[derive(Clone, Debug)]
pub struct Part {
    /// Which it is.
    pub key: PartKey,
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

impl Block {
    /// Its paragraphs; a table has none.
    pub(super) fn paragraphs(&self) -> &[String] {
        match self {
            Block::Text(paragraphs) => paragraphs,
            Block::Table(_) => &[],
        }
    }
}

impl Part {
    /// Short name, fit for a sheet.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.key.name()
    }
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
