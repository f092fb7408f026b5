//! One TOML table read key by key: every fault noted with its line, nothing stopped at the first.

use std::cell::RefCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::document::{At, Document};
use super::known::Known;
use crate::questionnaire::Date;
use crate::questionnaire::findings::DefinitionFinding as F;
use crate::spelling::nearest;

const SCORES: &str = "een getal van 0 tot en met 100";

/// One table of a document. Keys asked for are remembered; the others are faults.
pub(in crate::questionnaire) struct Fields<'d, 'a> {
    document: &'d Document<'a>,
    table: &'d DeTable<'a>,
    /// What the table is, for the message that a key is missing.
    what: String,
    /// Id of the question or recommendation that the table is.
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

    /// From here on messages call the table by this name, as in `vraag 'BES-03'`.
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

    /// The line that `key` stands on, if it is there.
    pub(in crate::questionnaire) fn line_of(&self, key: &'static str) -> Option<usize> {
        Some(self.document.line_at(self.raw(key)?.span().start))
    }

    /// Keys that belong here in some cases: none of them is unknown, whether or not it is read.
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

    fn required<T>(&self, key: &'static str, found: Option<At<T>>) -> Option<At<T>> {
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
        self.get(key, "tekst", |value| value.as_str().map(str::to_owned))
    }

    /// Text that must be there, not blank, and no longer than `most` characters.
    pub(in crate::questionnaire) fn required_text(&self, key: &'static str, most: usize) -> Option<At<String>> {
        let found = self.get(key, "tekst (niet leeg)", |value| {
            value.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
        });
        let found = self.required(key, found)?;
        self.within(key, &found, most);
        Some(found)
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
                        value: item.get_ref().as_str()?.to_owned(),
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

    /// A number that must lie where `holds` says; `range` tells people where that is.
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

    /// A number on the scale of scores.
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

    /// The tables under `[[key]]`, each named `what` in messages; none where there is no such list.
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

    /// As [`Fields::tables`], of a list that must be there.
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

    /// The inline table under `key`.
    pub(in crate::questionnaire) fn table(&self, key: &'static str, what: &str) -> Option<Fields<'d, 'a>> {
        let found = self.get(key, "een tabel", DeValue::as_table)?;
        Some(Fields::new(self.document, found.value, found.line, what))
    }

    /// The index of the value under `key` among the known keys.
    pub(in crate::questionnaire) fn one_of(&self, key: &'static str, known: &Known) -> Option<At<usize>> {
        let found = self.required(key, self.text(key))?;
        self.index_in(key, &found, known)
    }

    pub(in crate::questionnaire) fn index_in(&self, key: &str, found: &At<String>, known: &Known) -> Option<At<usize>> {
        let line = found.line;
        if let Some(value) = known.keys.iter().position(|known| *known == found.value) {
            return Some(At { value, line });
        }
        if known.complete {
            let finding = F::UnknownValue {
                key: key.to_owned(),
                value: found.value.clone(),
                nearest: nearest(&found.value, known.keys.iter().map(String::as_str)).map(str::to_owned),
                known: known.keys.clone(),
            };
            self.note(line, finding);
        }
        None
    }

    /// The indices of the values under `key` among the known keys; none where they cannot all be told.
    pub(in crate::questionnaire) fn some_of(&self, key: &'static str, known: &Known) -> Option<Vec<usize>> {
        let Some(found) = self.texts(key) else {
            return (!self.has(key)).then(Vec::new);
        };
        // Every item is looked at before one of them is found wanting.
        let indices: Vec<Option<usize>> = found
            .value
            .iter()
            .map(|item| Some(self.index_in(key, item, known)?.value))
            .collect();
        indices.into_iter().collect()
    }

    /// Notes every key of the table that nobody asked for.
    pub(in crate::questionnaire) fn finish(self) {
        let asked = self.asked.borrow();
        for (key, _) in self.table {
            let name = key.get_ref();
            if asked.iter().any(|asked| asked == name) {
                continue;
            }
            let mut known: Vec<String> = asked.iter().map(|asked| (*asked).to_owned()).collect();
            known.sort();
            known.dedup();
            let finding = F::UnknownKey {
                key: name.to_string(),
                nearest: nearest(name, known.iter().map(String::as_str)).map(str::to_owned),
                known,
            };
            self.note(self.document.line_at(key.span().start), finding);
        }
    }
}
