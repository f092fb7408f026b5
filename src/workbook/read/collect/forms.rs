//! The kinds of tables on our sheets, each with its headers.

use std::collections::BTreeMap;

use crate::spelling::{nearest, spells};
use crate::workbook::layout::{self, header, is_for_reading};
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
pub(super) struct Form {
    pub(super) kind: Kind,
    /// The sheet on which templates have it.
    pub(super) sheet: Option<&'static str>,
    /// All its headers, in the order in which a template has them.
    pub(super) headers: &'static [&'static str],
    /// Indices of the headers that are read; the indispensable ones first.
    pub(super) read: &'static [usize],
    /// The number of headers that are indispensable.
    pub(super) needed: usize,
}

pub(super) const FORMS: [Form; 4] = [
    Form {
        kind: Kind::Questions,
        sheet: None,
        headers: &layout::QUESTION_HEADERS,
        read: &[1, 4, 5, 6, 7, 8],
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

impl Form {
    /// The form of a kind of table.
    pub(super) fn of(kind: Kind) -> &'static Self {
        FORMS.iter().find(|form| form.kind == kind).unwrap_or(&FORMS[0])
    }

    /// The finding for a header that is lacking, by its index among those read. `others` are headers that are not ours.
    pub(super) fn lacking(&self, index: usize, others: &BTreeMap<u32, String>) -> F {
        let name = self.headers[self.read[index]];
        let mut candidates = others.values().filter(|text| !is_for_reading(text));
        let near = match (candidates.clone().count(), candidates.next()) {
            (1, Some(only)) => Some(only.as_str()),
            _ => nearest(name, others.values().map(String::as_str)),
        };
        // Municipalities can be listed without their inhabitants.
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

/// The name of the sheet, if there should be a table on it.
pub(super) fn table_wanted(sheet: &str) -> Option<&'static str> {
    FORMS
        .iter()
        .filter_map(|form| form.sheet)
        .find(|own| spells(sheet, own))
}
