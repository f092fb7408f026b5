//! A table on one of our sheets: gives its rows with each column once, and says afterwards what was not read.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::forms::{Form, Kind};
use super::headers::may_be;
use crate::spelling::nearest;
use crate::workbook::layout::address;
use crate::workbook::read::cells::{Cell, at};
use crate::workbook::read::table_findings::TableFinding as F;
use crate::workbook::read::words::quote;

/// A column that occurs twice.
pub(super) struct Twice {
    pub(super) name: &'static str,
    pub(super) first: u32,
    pub(super) second: u32,
}

/// A table found on a sheet.
pub(super) struct Table {
    pub(super) kind: Kind,
    /// Row of its headers.
    pub(super) row: u32,
    /// For each header that is read, its column.
    pub(super) columns: Vec<Option<u32>>,
    /// Every column under a header of ours, read or not.
    pub(super) known: Vec<u32>,
    /// Other headers, by column.
    pub(super) others: BTreeMap<u32, String>,
    pub(super) twice: Vec<Twice>,
    /// Findings about its headers, each with its column.
    pub(super) findings: Vec<(u32, F)>,
    /// For each column that is not read, the number of rows with something in it.
    pub(super) unread: BTreeMap<u32, usize>,
    /// For each column that occurs twice, the rows in which the two differ.
    pub(super) differing: BTreeMap<u32, Vec<u32>>,
    /// Whether a row asks for two numbers and is not answered in words.
    pub(super) wants_numbers: bool,
}

impl Table {
    /// The column of a header, by its index among those read.
    pub(super) fn column(&self, index: usize) -> Option<u32> {
        self.columns.get(index).copied().flatten()
    }

    /// The columns that are read: those that count, and those of free text.
    pub(super) fn columns_read(&self) -> (Vec<u32>, Vec<u32>) {
        let counted = match self.kind {
            Kind::Questions => 4,
            Kind::Municipalities | Kind::Ambitions => 2,
            Kind::KeyFigures => 3,
        };
        let (counted, texts) = self.columns.split_at(counted.min(self.columns.len()));
        let known = |columns: &[Option<u32>]| columns.iter().copied().flatten().collect();
        (known(counted), known(texts))
    }

    /// The column of an indispensable header.
    pub(super) fn needed(&self, index: usize) -> u32 {
        // No sheet has this column, so nothing is found in it.
        self.column(index).unwrap_or(u32::MAX)
    }

    /// The row with each column once. Of a column that occurs twice, the value that the two agree on, or
    /// none if they differ.
    pub(super) fn row<'r, 'a>(&mut self, row: &'r [Cell<'a>]) -> Cow<'r, [Cell<'a>]> {
        if at(row, self.needed(0)).is_none() {
            return Cow::Borrowed(row);
        }
        for cell in row {
            if !self.known.contains(&cell.column) {
                *self.unread.entry(cell.column).or_default() += 1;
            }
        }
        if self.twice.is_empty() {
            return Cow::Borrowed(row);
        }
        let mut row = row.to_vec();
        for twice in &self.twice {
            let (first, second) = (at(&row, twice.first).cloned(), at(&row, twice.second).cloned());
            match (first, second) {
                (None, Some(second)) => {
                    let column = twice.first;
                    row.push(Cell { column, ..second });
                }
                (Some(first), Some(second)) if first.content != second.content => {
                    self.differing.entry(twice.first).or_default().push(first.row);
                    row.retain(|cell| cell.column != twice.first);
                }
                _ => {}
            }
        }
        Cow::Owned(row)
    }

    /// Findings that depend on all rows, each with its column.
    pub(super) fn afterwards(&self) -> Vec<(u32, F)> {
        let mut findings = Vec::new();
        for twice in &self.twice {
            let differing = self.differing.get(&twice.first).map_or(&[][..], Vec::as_slice);
            let cells = differing.iter().map(|&row| address(row, twice.first));
            let finding = F::ColumnTwice {
                name: twice.name,
                // Key figures never count.
                stops: self.kind != Kind::KeyFigures,
                first: address(self.row, twice.first),
                differing: cells.collect(),
            };
            findings.push((twice.second, finding));
        }
        let names: Vec<&str> = Form::of(self.kind)
            .read
            .iter()
            .map(|&index| Form::of(self.kind).headers[index])
            .collect();
        for (&column, &rows) in &self.unread {
            let found = self.others.get(&column);
            let near = found.and_then(|found| {
                let mut meant = names.iter().copied().filter(|name| may_be(found, name));
                meant.next().or_else(|| nearest(found, names.iter().copied()))
            });
            let finding = F::Unread {
                found: found.map(|found| quote(found)),
                rows,
                near: near.map(str::to_owned),
            };
            findings.push((column, finding));
        }
        if self.kind == Kind::Questions && self.wants_numbers {
            for index in [2, 3].into_iter().filter(|&index| self.column(index).is_none()) {
                findings.push((self.needed(1), Form::of(self.kind).lacking(index, &self.others)));
            }
        }
        findings
    }
}
