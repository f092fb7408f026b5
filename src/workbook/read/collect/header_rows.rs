//! Recognises header rows by their words and returns the tables that begin there, even if some headers were changed.

use std::collections::BTreeMap;

use super::forms::{FORMS, Form, Kind};
use super::headers::may_be;
use super::tables::{Table, Twice};
use crate::spelling::{one_line, spells};
use crate::workbook::layout::is_for_reading;
use crate::workbook::read::cells::Cell;
use crate::workbook::read::table_findings::TableFinding as F;
use crate::workbook::read::words::quote;

/// A row with this many of our headers is a header row, even if an indispensable one is lacking.
const ENOUGH: usize = 3;

/// What a header row turned out to be.
pub(super) enum Found {
    Table(Table),
    /// A table of ours whose columns cannot all be found.
    Unreadable {
        kind: Kind,
        column: u32,
        finding: F,
    },
}

/// The table that begins with this header row, if any. `is_first`: no table precedes it on the sheet.
pub(super) fn table_at(row: &[Cell], sheet: &str, is_first: bool) -> Option<Found> {
    let exact = FORMS.iter().find(|form| {
        let needed = &form.read[..form.needed];
        needed
            .iter()
            .all(|&index| exactly(row, form.headers[index]).next().is_some())
    });
    if let Some(form) = exact {
        return Some(Found::Table(form.matched(row).into_table(row)));
    }
    if !is_first {
        return None;
    }
    FORMS.iter().find_map(|form| form.with_a_slip(row, sheet))
}

/// The columns with exactly this header.
fn exactly<'r>(row: &'r [Cell], name: &'r str) -> impl Iterator<Item = u32> + 'r {
    let named = |cell: &&Cell| cell.content.text().is_some_and(|text| spells(text, name));
    row.iter().filter(named).map(|cell| cell.column)
}

/// The headers of a row, matched with a form.
struct Matched {
    form: &'static Form,
    /// For each header of the form, its columns.
    columns: Vec<Vec<u32>>,
    /// The headers that are not in the form.
    others: BTreeMap<u32, String>,
    /// Which columns were taken for which headers.
    guessed: Vec<(u32, F)>,
}

impl Form {
    /// Matches headers that are exactly ours, then those that can be only one of ours, by their words or their position.
    fn matched(&'static self, row: &[Cell]) -> Matched {
        let columns: Vec<Vec<u32>> = self.headers.iter().map(|name| exactly(row, name).collect()).collect();
        let mut others = BTreeMap::new();
        for cell in row {
            let is_known = columns.iter().flatten().any(|&column| column == cell.column);
            if let Some(text) = cell.content.text().filter(|_| !is_known) {
                others.insert(cell.column, one_line(text));
            }
        }
        let mut matched = Matched {
            form: self,
            columns,
            others,
            guessed: Vec::new(),
        };
        matched.by_words();
        matched.by_place();
        matched
    }

    /// The table that begins with this row, if some of its headers were changed.
    fn with_a_slip(&'static self, row: &[Cell], sheet: &str) -> Option<Found> {
        let has = |name: &str| exactly(row, name).next().is_some();
        // Nearly every row has none of them, and there are thousands of rows.
        if !self.read[..self.needed].iter().any(|&index| has(self.headers[index])) {
            return None;
        }
        let count = self.headers.iter().filter(|name| has(name)).count();
        let is_own_sheet = self.sheet.is_some_and(|own| spells(own, sheet));
        let matched = self.matched(row);
        let lacking: Vec<usize> = (0..self.needed)
            .filter(|&index| matched.columns[self.read[index]].is_empty())
            .collect();
        let Some(&first) = lacking.first() else {
            return Some(Found::Table(matched.into_table(row)));
        };
        // Otherwise it may be any row with one of our words in it.
        if count < ENOUGH && !(is_own_sheet && row.len() > 1) && !(is_own_sheet && self.kind == Kind::Municipalities) {
            return None;
        }
        let column = row.first().map_or(0, |cell| cell.column);
        let finding = self.lacking(first, &matched.others);
        if self.kind == Kind::Municipalities && lacking == [1] {
            let mut table = matched.into_table(row);
            table.findings.push((column, finding));
            return Some(Found::Table(table));
        }
        Some(Found::Unreadable {
            kind: self.kind,
            column,
            finding,
        })
    }
}

impl Matched {
    fn take(&mut self, index: usize, column: u32) {
        let found = self.others.remove(&column).map(|text| quote(&text));
        self.columns[index].push(column);
        let name = self.form.headers[index];
        let elsewhere = 0;
        self.guessed.push((column, F::TakenFor { found, name, elsewhere }));
    }

    fn is_lacking(&self, index: usize) -> bool {
        self.columns[index].is_empty()
    }

    /// Matches a lacking header with a text, if neither could be matched with another.
    fn by_words(&mut self) {
        let lacking: Vec<usize> = self
            .form
            .read
            .iter()
            .copied()
            .filter(|&index| self.is_lacking(index))
            .collect();
        for &index in &lacking {
            let like = |text: &String, index: usize| !is_for_reading(text) && may_be(text, self.form.headers[index]);
            let mut alike = self.others.iter().filter(|(_, text)| like(text, index));
            if let (Some((&column, text)), None) = (alike.next(), alike.next())
                && !lacking.iter().any(|&other| other != index && like(text, other))
            {
                self.take(index, column);
            }
        }
    }

    /// Matches the columns between two known ones with the headers lacking between those, if there are as many.
    fn by_place(&mut self) {
        let mut index = 0;
        while index < self.columns.len() {
            let first = index;
            while index < self.columns.len() && self.is_lacking(index) {
                index += 1;
            }
            if first > 0 && index > first && index < self.columns.len() {
                let (left, right) = (self.columns[first - 1][0], self.columns[index][0]);
                let is_free = |column: &u32| {
                    let is_to_read = self.others.get(column).is_some_and(|text| is_for_reading(text));
                    !is_to_read && !self.columns.iter().flatten().any(|known| known == column)
                };
                let lacking = first..index;
                if right > left && (right - left) as usize <= 2 * self.columns.len() {
                    let free: Vec<u32> = (left + 1..right).filter(is_free).collect();
                    if free.len() == lacking.len() {
                        for (index, column) in lacking.zip(free) {
                            self.take(index, column);
                        }
                    }
                }
            }
            index += 1;
        }
    }

    fn into_table(self, row: &[Cell]) -> Table {
        let columns = self.form.read.iter().map(|&index| self.columns[index].first().copied());
        let twice = self.form.read.iter().filter_map(|&index| {
            let own = &self.columns[index];
            Some(Twice {
                name: self.form.headers[index],
                first: own[..].first().copied()?,
                second: own.get(1).copied()?,
            })
        });
        let to_read = self.others.iter().filter(|(_, text)| is_for_reading(text));
        let known = self.columns.iter().flatten().chain(to_read.map(|(column, _)| column));
        Table {
            kind: self.form.kind,
            row: row.first().map_or(0, |cell| cell.row),
            columns: columns.collect(),
            known: known.copied().collect(),
            twice: twice.collect(),
            others: self.others,
            findings: self.guessed,
            unread: BTreeMap::new(),
            differing: BTreeMap::new(),
            wants_numbers: false,
        }
    }
}
