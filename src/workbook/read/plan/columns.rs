//! Recognises the header of an improvement plan, and says what each of its columns contains.

use std::collections::BTreeMap;

use super::super::cells::Cell;
use super::texts::our_text;
use crate::plan::{FIELDS, GIVEN};
use crate::privacy::Written;
use crate::spelling::fold;
use crate::workbook::layout::header;

/// How many added columns are read. More do not fit on any paper.
const MOST_ADDED: usize = 50;
/// How many of [`FIELDS`] the header of a plan has at least; a table of questions has none.
const LEAST_FIELDS: usize = 2;

/// What a column of the table contains.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Id,
    /// One of [`GIVEN`].
    Given(usize),
    /// One of [`FIELDS`].
    Field(usize),
    /// One of the columns that people added.
    Added(usize),
}

/// The headers that we write, folded.
pub(super) fn known_headers() -> BTreeMap<String, Slot> {
    let given = GIVEN
        .iter()
        .enumerate()
        .map(|(index, name)| (fold(name), Slot::Given(index)));
    let fields = FIELDS
        .iter()
        .enumerate()
        .map(|(index, name)| (fold(name), Slot::Field(index)));
    let id = [(fold(header::ID), Slot::Id)];
    id.into_iter().chain(given).chain(fields).collect()
}

/// The headers of columns that people added.
#[derive(Default)]
pub(super) struct Added {
    pub(super) texts: Vec<String>,
    /// Where among the texts a folded header is; more than once if several columns have it.
    places: BTreeMap<String, Vec<usize>>,
}

/// The columns below a header.
pub(super) struct Columns {
    pub(super) slots: BTreeMap<u32, Slot>,
    /// Whether all columns that we fill in are there.
    pub(super) is_complete: bool,
}

impl Columns {
    /// The headers of those of our fields that have no column.
    pub(super) fn without(&self, wanted: &[Slot]) -> Vec<&'static str> {
        let missing = wanted
            .iter()
            .filter(|slot| !self.slots.values().any(|found| found == *slot));
        let header = |slot: &Slot| match slot {
            Slot::Field(field) => Some(FIELDS[*field]),
            Slot::Id | Slot::Given(_) | Slot::Added(_) => None,
        };
        missing.filter_map(header).collect()
    }

    /// The columns, if this row is the header of a plan. `added` receives the headers of columns that people added.
    pub(super) fn of_header(row: &[Cell], known: &BTreeMap<String, Slot>, added: &mut Added) -> Option<Self> {
        let mut slots: BTreeMap<u32, Slot> = BTreeMap::new();
        let mut others = Vec::new();
        let mut found = Vec::new();
        for cell in row {
            let Some(text) = our_text(cell) else {
                continue;
            };
            match known.get(&fold(&text)) {
                Some(slot) if !found.contains(slot) => {
                    found.push(*slot);
                    slots.insert(cell.column, *slot);
                }
                _ => others.push((cell.column, text)),
            }
        }
        let fields = found.iter().filter(|slot| matches!(slot, Slot::Field(_))).count();
        if !found.contains(&Slot::Id) || fields < LEAST_FIELDS {
            return None;
        }
        // The header may be repeated further down the sheet, and several columns may have the same header.
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        for (column, text) in others {
            let name = fold(&text);
            let before = times.entry(name.clone()).or_default();
            let same = added.places.entry(name).or_default();
            if *before == same.len() && added.texts.len() < MOST_ADDED {
                same.push(added.texts.len());
                added.texts.push(Written::new(&text).into_shown());
            }
            if let Some(place) = same.get(*before) {
                slots.insert(column, Slot::Added(*place));
            }
            *before += 1;
        }
        let is_complete = (0..GIVEN.len()).all(|index| found.contains(&Slot::Given(index)));
        Some(Self { slots, is_complete })
    }
}
