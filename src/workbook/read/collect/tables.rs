//! Recognises the tables on our sheets by the words in their header rows, even if some of those were changed.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::headers::may_be;
use crate::spelling::{nearest, one_line, spells};
use crate::workbook::layout::{self, address, header, is_earlier_header};
use crate::workbook::read::cells::{Cell, at};
use crate::workbook::read::table_findings::TableFinding as F;
use crate::workbook::read::words::quote;

/// The kinds of tables on our sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Questions,
    Municipalities,
    Ambitions,
    KeyFigures,
}

/// The layout of one kind of table.
struct Form {
    kind: Kind,
    /// The sheet on which templates have it.
    sheet: Option<&'static str>,
    /// All its headers, in the order in which a template has them.
    headers: &'static [&'static str],
    /// Indices of the headers that are read; the indispensable ones first.
    read: &'static [usize],
    /// The number of headers that are indispensable.
    needed: usize,
}

const FORMS: [Form; 4] = [
    Form {
        kind: Kind::Questions,
        sheet: None,
        headers: &layout::QUESTION_HEADERS,
        read: &[0, 3, 4, 5, 6, 7],
        needed: 2,
    },
    Form {
        kind: Kind::Municipalities,
        sheet: Some(layout::MUNICIPALITIES),
        headers: &[header::MUNICIPALITY, header::INHABITANTS, header::FORMERLY],
        read: &[0, 1, 2],
        needed: 2,
    },
    Form {
        kind: Kind::Ambitions,
        sheet: Some(layout::AMBITION),
        headers: &[header::STEP, header::AMBITION],
        read: &[0, 1],
        needed: 2,
    },
    Form {
        kind: Kind::KeyFigures,
        sheet: Some(layout::KEY_FIGURES),
        headers: &[header::FIGURE, header::PRACTICE, header::NUMBER],
        read: &[0, 1, 2],
        needed: 3,
    },
];

/// A row with this many of our headers is a header row, even if an indispensable one is lacking.
const ENOUGH: usize = 3;

/// A column that occurs twice.
struct Twice {
    name: &'static str,
    first: u32,
    second: u32,
}

/// A table found on a sheet.
pub(super) struct Table {
    pub(super) kind: Kind,
    /// Row of its headers.
    pub(super) row: u32,
    /// For each header that is read, its column.
    columns: Vec<Option<u32>>,
    /// Every column under a header of ours, read or not.
    known: Vec<u32>,
    /// Other headers, by column.
    others: BTreeMap<u32, String>,
    twice: Vec<Twice>,
    /// Findings about its headers, each with its column.
    pub(super) findings: Vec<(u32, F)>,
    /// For each column that is not read, the number of rows with something in it.
    unread: BTreeMap<u32, usize>,
    /// For each column that occurs twice, the rows in which the two differ.
    differing: BTreeMap<u32, Vec<u32>>,
    /// Whether a row asks for two numbers and is not answered in words.
    pub(super) wants_numbers: bool,
}

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

impl Table {
    /// The table that begins with this header row, if any. `is_first`: no table precedes it on the sheet.
    pub(super) fn starting_at(row: &[Cell], sheet: &str, is_first: bool) -> Option<Found> {
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
        let names: Vec<&str> = self
            .form()
            .read
            .iter()
            .map(|&index| self.form().headers[index])
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
                findings.push((self.needed(1), self.form().lacking(index, &self.others)));
            }
        }
        findings
    }

    fn form(&self) -> &'static Form {
        let form = FORMS.iter().find(|form| form.kind == self.kind);
        form.unwrap_or(&FORMS[0])
    }
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
        let needed = &self.read[..self.needed];
        let count = self
            .headers
            .iter()
            .filter(|name| exactly(row, name).next().is_some())
            .count();
        let is_own_sheet = self.sheet.is_some_and(|own| spells(own, sheet));
        let has_needed = needed
            .iter()
            .any(|&index| exactly(row, self.headers[index]).next().is_some());
        if !has_needed {
            return None;
        }
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

    fn lacking(&self, index: usize, others: &BTreeMap<u32, String>) -> F {
        let name = self.headers[self.read[index]];
        let mut candidates = others.values().filter(|text| !is_earlier_header(text));
        let near = match (candidates.clone().count(), candidates.next()) {
            (1, Some(only)) => Some(only.as_str()),
            _ => nearest(name, others.values().map(String::as_str)),
        };
        // The names of municipalities can be told without their inhabitants.
        let is_needed = index < self.needed && (self.kind, index) != (Kind::Municipalities, 1);
        F::Lacking {
            name,
            near: near.map(quote),
            is_needed,
            // Key figures never count.
            stops: is_needed && self.kind != Kind::KeyFigures,
        }
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
            let like = |text: &String, index: usize| !is_earlier_header(text) && may_be(text, self.form.headers[index]);
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
                    let is_earlier = self.others.get(column).is_some_and(|text| is_earlier_header(text));
                    !is_earlier && !self.columns.iter().flatten().any(|known| known == column)
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
        let earlier = self.others.iter().filter(|(_, text)| is_earlier_header(text));
        let known = self.columns.iter().flatten().chain(earlier.map(|(column, _)| column));
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

/// The name of the sheet, if there should be a table on it.
pub(super) fn table_wanted(sheet: &str) -> Option<&'static str> {
    FORMS
        .iter()
        .filter_map(|form| form.sheet)
        .find(|own| spells(sheet, own))
}
