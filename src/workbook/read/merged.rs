//! Which merged areas hide something that is read: cells of a table below its header.

use workbook_guard::Area;

use super::entry_findings::EntryFinding;
use crate::workbook::layout::address;

/// The rows of tables on one sheet, from top to bottom.
#[derive(Default)]
pub(super) struct ReadRows(Vec<ReadRow>);

struct ReadRow {
    row: u32,
    /// The columns that count.
    counted: Vec<u32>,
    /// The columns of free text.
    texts: Vec<u32>,
}

impl ReadRows {
    /// Adds a row, with the columns that count and those of free text.
    pub(super) fn add(&mut self, row: u32, counted: Vec<u32>, texts: Vec<u32>) {
        self.0.push(ReadRow { row, counted, texts });
    }

    /// The areas that hide what is read, each with a finding.
    pub(super) fn hidden_by<'a>(&self, merged: &'a [Area]) -> impl Iterator<Item = (&'a Area, EntryFinding)> {
        merged.iter().filter(|area| self.is_hidden_by(area)).map(|area| {
            let first = address(area.top, area.left);
            let cells = format!("{first}:{}", address(area.bottom, area.right));
            (area, EntryFinding::Merged { cells, first })
        })
    }

    /// Whether an area hides a column of several rows, or several columns that count of one.
    fn is_hidden_by(&self, area: &Area) -> bool {
        let first = self.0.partition_point(|read| read.row < area.top);
        let mut rows = self.0[first..].iter().take_while(|read| read.row <= area.bottom);
        let within = |columns: &[u32]| {
            let within = columns
                .iter()
                .filter(|column| (area.left..=area.right).contains(column));
            within.count()
        };
        match (rows.next(), rows.next()) {
            (None, _) => false,
            (Some(only), None) => within(&only.counted) > 1,
            (Some(first), Some(_)) => within(&first.counted) + within(&first.texts) > 0,
        }
    }
}
