//! Reads a TOML table key by key. Every fault is recorded with its line, and none stops the reading.

use std::cell::RefCell;
use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::document::{At, Document, seen};
use crate::questionnaire::Date;
use crate::questionnaire::findings::DefinitionFinding as F;
use crate::spelling::nearest;

/// Longer than any text may be. A longer text is reported as such, and cut because other messages may repeat it.
const LONGEST_KEPT: usize = 1_000;

const SCORES: &str = "een getal van 0 tot en met 100";

/// A table of a document. It remembers which keys were asked for; all others are faults.
pub(in crate::questionnaire) struct Fields<'d, 'a> {
    document: &'d Document<'a>,
    table: &'d DeTable<'a>,
    /// What the table describes, for the message about a missing key.
    what: String,
    /// Id of the question or recommendation that the table describes.
    id: Option<&'d str>,
    pub(in crate::questionnaire) line: usize,
    asked: RefCell<Vec<&'static str>>,
}

impl<'d, 'a> Fields<'d, 'a> {
    /// The top-level table of a file.
    pub(in crate::questionnaire) fn of_file(
        document: &'d Document<'a>,
        root: &'d Spanned<DeTable<'a>>,
        what: &str,
    ) -> Self {
        Self::new(document, root.get_ref(), 1, what)
    }

    fn new(document: &'d Document<'a>, table: &'d DeTable<'a>, line: usize, what: &str) -> Self {
        Self {
            document,
            table,
            what: what.to_owned(),
            id: None,
            line,
            asked: RefCell::default(),
        }
    }

    /// Sets the name of the table in messages, such as `vraag 'BES-03'`.
    pub(in crate::questionnaire) fn call(&mut self, what: String) {
        self.what = what;
    }

    #[expect(clippy::needless_pass_by_value, reason = "findings are made where they are noted")]
    pub(in crate::questionnaire) fn note(&self, line: usize, finding: F) {
        self.document.note_about(line, self.id, &finding);
    }

    pub(in crate::questionnaire) fn has(&self, key: &'static str) -> bool {
        self.raw(key).is_some()
    }

    /// The line of `key`, if present.
    pub(in crate::questionnaire) fn line_of(&self, key: &'static str) -> Option<usize> {
        Some(self.document.line_at(self.raw(key)?.span().start))
    }

    /// Accepts keys that are valid in some cases only, whether or not they are read.
    pub(in crate::questionnaire) fn allow(&self, keys: &[&'static str]) {
        self.asked.borrow_mut().extend(keys);
    }

    fn raw(&self, key: &'static str) -> Option<&'d Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().push(key);
        self.table.get(key)
    }

    fn get<T>(
        &self,
        key: &'static str,
        wanted: &'static str,
        convert: impl Fn(&'d DeValue<'a>) -> Option<T>,
    ) -> Option<At<T>> {
        let raw = self.raw(key)?;
        let line = self.document.line_at(raw.span().start);
        match convert(raw.get_ref()) {
            Some(value) => Some(At { value, line }),
            None => {
                let key = key.to_owned();
                self.note(line, F::WrongType { key, wanted });
                None
            }
        }
    }

    pub(super) fn required<T>(&self, key: &'static str, found: Option<At<T>>) -> Option<At<T>> {
        if found.is_none() && !self.has(key) {
            self.note_missing(key);
        }
        found
    }

    fn note_missing(&self, key: &str) {
        let finding = F::MissingKey {
            key: key.to_owned(),
            of: self.what.clone(),
        };
        self.note(self.line, finding);
    }

    pub(in crate::questionnaire) fn text(&self, key: &'static str) -> Option<At<String>> {
        self.get(key, "tekst", |value| value.as_str().map(seen))
    }

    /// A text that must be present, not blank, and at most `most` characters long.
    pub(in crate::questionnaire) fn required_text(&self, key: &'static str, most: usize) -> Option<At<String>> {
        let found = self.get(key, "tekst (niet leeg)", |value| {
            value.as_str().map(seen).filter(|text| !text.trim().is_empty())
        });
        let found = self.required(key, found)?;
        self.within(key, &found, most);
        let value = found.value.chars().take(LONGEST_KEPT).collect();
        Some(At { value, ..found })
    }

    pub(in crate::questionnaire) fn within(&self, key: &str, text: &At<String>, most: usize) {
        let length = text.value.chars().count();
        if length > most {
            let key = key.to_owned();
            self.note(text.line, F::TooLong { key, length, most });
        }
    }

    pub(in crate::questionnaire) fn texts(&self, key: &'static str) -> Option<At<Vec<At<String>>>> {
        self.get(key, "een lijst van teksten", |value| {
            let items = value.as_array()?;
            items
                .iter()
                .map(|item| {
                    Some(At {
                        value: seen(item.get_ref().as_str()?),
                        line: self.document.line_at(item.span().start),
                    })
                })
                .collect()
        })
    }

    pub(in crate::questionnaire) fn required_texts(&self, key: &'static str) -> Option<At<Vec<At<String>>>> {
        self.required(key, self.texts(key))
    }

    pub(in crate::questionnaire) fn number(&self, key: &'static str) -> Option<At<f64>> {
        self.get(key, "een getal", |value| {
            let number = match value {
                DeValue::Integer(number) => number.to_string().parse().ok(),
                DeValue::Float(number) => number.to_string().parse().ok(),
                _ => None,
            };
            number.filter(|number: &f64| number.is_finite())
        })
    }

    pub(in crate::questionnaire) fn required_number(&self, key: &'static str) -> Option<At<f64>> {
        self.required(key, self.number(key))
    }

    pub(in crate::questionnaire) fn required_number_in(
        &self,
        key: &'static str,
        range: &str,
        holds: impl Fn(f64) -> bool,
    ) -> Option<At<f64>> {
        self.required(key, self.number_in(key, range, holds))
    }

    /// A number for which `holds` must be true; `range` describes that to people.
    pub(in crate::questionnaire) fn number_in(
        &self,
        key: &'static str,
        range: &str,
        holds: impl Fn(f64) -> bool,
    ) -> Option<At<f64>> {
        let found = self.number(key)?;
        if !holds(found.value) {
            let (key, range) = (key.to_owned(), range.to_owned());
            self.note(found.line, F::OutOfRange { key, range });
            return None;
        }
        Some(found)
    }

    /// A score, 0 to 100.
    pub(in crate::questionnaire) fn score(&self, key: &'static str) -> Option<At<f64>> {
        self.number_in(key, SCORES, |number| (0.0..=100.0).contains(&number))
    }

    pub(in crate::questionnaire) fn required_score(&self, key: &'static str) -> Option<At<f64>> {
        self.required(key, self.score(key))
    }

    pub(in crate::questionnaire) fn flag(&self, key: &'static str) -> bool {
        self.get(key, "true of false", DeValue::as_bool)
            .is_some_and(|found| found.value)
    }

    pub(in crate::questionnaire) fn required_date(&self, key: &'static str) -> Option<At<Date>> {
        let found = self.get(key, "een datum als 2026-11-01", |value| {
            let date = value.as_datetime()?.date?;
            Some(Date {
                year: date.year,
                month: date.month,
                day: date.day,
            })
        });
        self.required(key, found)
    }

    /// The tables under `[[key]]`, each called `what` in messages; `None` if there is no such list.
    pub(in crate::questionnaire) fn tables(&self, key: &'static str, what: &str) -> Option<Vec<Fields<'d, 'a>>> {
        let found = self.get(key, "een lijst van tabellen", |value| {
            let items = value.as_array()?.iter().map(|item| {
                let table = item.get_ref().as_table()?;
                let line = self.document.line_at(item.span().start);
                Some(Fields {
                    id: table.get("id").and_then(|id| id.get_ref().as_str()),
                    ..Fields::new(self.document, table, line, what)
                })
            });
            items.collect::<Option<Vec<_>>>()
        });
        found.map(|found| found.value)
    }

    /// Like [`Fields::tables`], for a list that must be present.
    pub(in crate::questionnaire) fn required_tables(
        &self,
        key: &'static str,
        what: &str,
    ) -> Option<Vec<Fields<'d, 'a>>> {
        let found = self.tables(key, what);
        if found.is_none() && !self.has(key) {
            self.note_missing(key);
        }
        found
    }

    /// The entries of a list with a maximum length; if it is longer, that is a fault and the rest is not read.
    pub(in crate::questionnaire) fn at_most(
        &self,
        most: usize,
        mut entries: Vec<Self>,
        what: (&'static str, &'static str),
    ) -> Vec<Self> {
        let found = entries.len();
        if let Some(first) = entries.get(most) {
            self.note(first.line, F::TooMany { what, found, most });
        }
        entries.truncate(most);
        entries
    }

    /// The inline table under `key`.
    pub(in crate::questionnaire) fn table(&self, key: &'static str, what: &str) -> Option<Fields<'d, 'a>> {
        let found = self.get(key, "een tabel", DeValue::as_table)?;
        Some(Fields::new(self.document, found.value, found.line, what))
    }

    /// Whether there are so few faults in the file that suggestions are useful.
    pub(super) fn advises(&self) -> bool {
        self.document.advises()
    }

    /// The known word that was probably meant, as long as suggestions are useful.
    pub(super) fn advice(&self, word: &str, known: &[String]) -> Option<String> {
        let words = known.iter().map(String::as_str).filter(|_| self.advises());
        nearest(word, words).map(str::to_owned)
    }

    /// Records every key of the table that was not asked for.
    pub(in crate::questionnaire) fn finish(self) {
        let asked: BTreeSet<&str> = self.asked.borrow().iter().copied().collect();
        let known: Vec<String> = asked.iter().map(|&asked| asked.to_owned()).collect();
        for (key, _) in self.table {
            let name = key.get_ref();
            if asked.contains(name.as_ref()) {
                continue;
            }
            let finding = F::UnknownKey {
                key: name.to_string(),
                nearest: self.advice(name, &known),
                known: known.clone(),
            };
            self.note(self.document.line_at(key.span().start), finding);
        }
    }
}
