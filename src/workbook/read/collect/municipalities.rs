//! Reads the list of municipalities of a region, with their inhabitants and their former names.

use super::Collector;
use super::region::where_from;
use super::tables::Table;
use crate::answers::{Expected, Merger};
use crate::privacy::Written;
use crate::spelling::fold;
use crate::workbook::read::cells::{Cell, at};
use crate::workbook::read::context_findings::{ContextFinding as F, INHABITANTS};
use crate::workbook::read::numbers::read_number;
use crate::workbook::read::words::{cite, place_name, place_names, quote, show};

/// The Netherlands has fewer than 350; a report has a row for each.
const MOST_MUNICIPALITIES: usize = 500;
/// No municipality is the result of merging more than that.
const MOST_FORMER: usize = 50;

impl Collector<'_> {
    pub(super) fn municipality(&mut self, sheet: &str, row: &[Cell], table: &Table) {
        let Some(cell) = at(row, table.needed(0)) else {
            let inhabitants = table.column(1).and_then(|column| at(row, column));
            if let Some(cell) = inhabitants.filter(|cell| read_number(&cell.content).is_ok()) {
                let found = show(&cell.content);
                let place = self.place(sheet, cell.row, cell.column);
                self.note(place, &F::NamelessInhabitants { found });
            }
            return;
        };
        let Some(name) = self.taken_in(sheet, cell, place_name(&cell.content)) else {
            return;
        };
        let is_personal = !name.kinds().is_empty();
        let name = name.into_shown();
        let place = self.place(sheet, cell.row, cell.column);
        let folded = fold(&name);
        if let Some(first) = self.expected_at.get(&folded) {
            let first = where_from(first, sheet);
            let name = quote(&name);
            self.note(place, &F::MunicipalityTwice { name, first });
            return;
        }
        if self.expected_at.len() == MOST_MUNICIPALITIES {
            self.note(
                place,
                &F::TooManyMunicipalities {
                    most: MOST_MUNICIPALITIES,
                },
            );
            return;
        }
        // Of what was taken for a person, that was said.
        if !is_personal && looks_like_no_municipality(&name) {
            let found = cite(&cell.content);
            self.note(place.clone(), &F::NoMunicipality { found });
        }
        self.expected_at.insert(folded, place);
        if let Some(cell) = table.column(2).and_then(|column| at(row, column)) {
            let formerly = self.former_names_at(sheet, cell);
            if !formerly.is_empty() {
                let name = name.clone();
                self.context.mergers.push(Merger { name, formerly });
            }
        }
        let inhabitants = table.column(1).and_then(|column| at(row, column)).and_then(|cell| {
            let whole = |number: f64| number > 0.0 && number.fract() == 0.0;
            let number = self.number_at(sheet, cell, whole, |found| F::BadInhabitants { found })?;
            let place = self.place(sheet, cell.row, cell.column);
            if INHABITANTS.contains(&number) {
                self.note_rounding(place, cell);
            } else {
                self.note(place, &F::UnusualInhabitants { found: number });
            }
            Some(number)
        });
        self.context.municipalities.push(Expected { name, inhabitants });
    }

    /// The former names in a cell.
    fn former_names_at(&mut self, sheet: &str, cell: &Cell) -> Vec<String> {
        let place = self.place(sheet, cell.row, cell.column);
        let names = match place_names(&cell.content, MOST_FORMER) {
            Ok(Some(names)) => names,
            Ok(None) => {
                self.note(place, &F::TooManyFormerNames { most: MOST_FORMER });
                return Vec::new();
            }
            Err(finding) => {
                self.note(place, &finding);
                return Vec::new();
            }
        };
        let named: Vec<Written> = names.into_iter().filter(|name| !name.is_blank()).collect();
        if let Some(personal) = named.iter().find(|name| !name.kinds().is_empty()) {
            self.note_personal(place, personal);
        }
        named.into_iter().map(Written::into_shown).collect()
    }
}

/// First words of rows in a list of municipalities that are not municipalities.
const NO_MUNICIPALITY: [&str; 18] = [
    "bron",
    "bronnen",
    "gemeenten",
    "gemiddelde",
    "gemiddeld",
    "let",
    "nb",
    "noot",
    "onbekend",
    "opmerking",
    "overig",
    "overige",
    "peildatum",
    "regio",
    "samen",
    "som",
    "subtotaal",
    "totaal",
];
/// No municipality has a longer name, or one of more words.
const LONGEST_NAME: usize = 60;
const MOST_WORDS: usize = 7;

/// Whether a text in the list of municipalities does not look like a name.
fn looks_like_no_municipality(name: &str) -> bool {
    let folded = fold(name);
    let mut words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    NO_MUNICIPALITY.contains(&first)
        || folded.contains([':', '@', '='])
        || !folded.chars().any(char::is_alphabetic)
        || folded.chars().count() > LONGEST_NAME
        || words.count() >= MOST_WORDS
}
