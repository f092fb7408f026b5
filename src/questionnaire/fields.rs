//! One TOML table read key by key: every fault noted with its line, nothing stopped at the first.

use std::cell::RefCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Date;
use super::findings::DefinitionFinding as F;
use crate::problem::{Finding, Place, Problem};
use crate::spelling::nearest;

/// A file being read, and the faults found in it so far.
pub(super) struct Document<'a> {
    pub(super) name: &'a str,
    text: &'a str,
    /// Where each line but the first begins.
    line_starts: Vec<usize>,
    pub(super) problems: RefCell<Vec<Problem>>,
}

impl<'a> Document<'a> {
    pub(super) fn new(name: &'a str, text: &'a str) -> Self {
        Self {
            name,
            text,
            line_starts: text.match_indices('\n').map(|(end, _)| end + 1).collect(),
            problems: RefCell::default(),
        }
    }

    /// The file's top-level table; syntax errors are noted and what could be read is returned.
    pub(super) fn root(&self) -> Spanned<DeTable<'a>> {
        let (root, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            let line = self.line_at(error.span().map_or(0, |span| span.start));
            let reason = error.message().to_owned();
            self.note(line, F::Syntax { reason });
        }
        root
    }

    pub(super) fn line_at(&self, offset: usize) -> usize {
        1 + self.line_starts.partition_point(|&start| start <= offset)
    }

    #[expect(clippy::needless_pass_by_value, reason = "findings are made where they are noted")]
    pub(super) fn note(&self, line: usize, finding: F) {
        self.note_about(line, None, &finding);
    }

    fn note_about(&self, line: usize, question: Option<&str>, finding: &F) {
        let place = Place {
            question: question.map(str::to_owned),
            ..Place::line(self.name, line)
        };
        self.problems.borrow_mut().push(finding.at(place));
    }
}

/// A value with the line it stands on.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) line: usize,
}

/// One table of a document. Keys asked for are remembered; the others are faults.
pub(super) struct Fields<'d, 'a> {
    document: &'d Document<'a>,
    table: &'d DeTable<'a>,
    /// What the table is, for the message that a key is missing.
    what: String,
    pub(super) line: usize,
    asked: RefCell<Vec<&'static str>>,
}

impl<'d, 'a> Fields<'d, 'a> {
    pub(super) fn new(document: &'d Document<'a>, table: &'d DeTable<'a>, line: usize, what: &str) -> Self {
        Self {
            document,
            table,
            what: what.to_owned(),
            line,
            asked: RefCell::default(),
        }
    }

    /// From here on messages call the table by this name, as in `vraag 'BES-03'`.
    pub(super) fn call(&mut self, what: String) {
        self.what = what;
    }

    #[expect(clippy::needless_pass_by_value, reason = "findings are made where they are noted")]
    pub(super) fn note(&self, line: usize, finding: F) {
        let id = self.table.get("id").and_then(|id| id.get_ref().as_str());
        self.document.note_about(line, id, &finding);
    }

    pub(super) fn has(&self, key: &'static str) -> bool {
        self.raw(key).is_some()
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
            let finding = F::MissingKey {
                key: key.to_owned(),
                of: self.what.clone(),
            };
            self.note(self.line, finding);
        }
        found
    }

    pub(super) fn text(&self, key: &'static str) -> Option<At<String>> {
        self.get(key, "tekst", |value| value.as_str().map(str::to_owned))
    }

    /// Text that must be there, not blank, and no longer than `most` characters.
    pub(super) fn required_text(&self, key: &'static str, most: usize) -> Option<At<String>> {
        let found = self.get(key, "tekst (niet leeg)", |value| {
            value.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
        });
        let found = self.required(key, found)?;
        self.within(key, &found, most);
        Some(found)
    }

    pub(super) fn within(&self, key: &str, text: &At<String>, most: usize) {
        let length = text.value.chars().count();
        if length > most {
            let key = key.to_owned();
            self.note(text.line, F::TooLong { key, length, most });
        }
    }

    pub(super) fn texts(&self, key: &'static str) -> Option<At<Vec<At<String>>>> {
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

    pub(super) fn required_texts(&self, key: &'static str) -> Option<At<Vec<At<String>>>> {
        self.required(key, self.texts(key))
    }

    pub(super) fn number(&self, key: &'static str) -> Option<At<f64>> {
        self.get(key, "een getal", |value| {
            let number = match value {
                DeValue::Integer(number) => number.to_string().parse().ok(),
                DeValue::Float(number) => number.to_string().parse().ok(),
                _ => None,
            };
            number.filter(|number: &f64| number.is_finite())
        })
    }

    pub(super) fn required_number(&self, key: &'static str) -> Option<At<f64>> {
        self.required(key, self.number(key))
    }

    /// A number that must lie where `holds` says; `range` tells people where that is.
    pub(super) fn number_in(&self, key: &'static str, range: &str, holds: impl Fn(f64) -> bool) -> Option<At<f64>> {
        let found = self.number(key)?;
        if !holds(found.value) {
            let (key, range) = (key.to_owned(), range.to_owned());
            self.note(found.line, F::OutOfRange { key, range });
            return None;
        }
        Some(found)
    }

    pub(super) fn flag(&self, key: &'static str) -> bool {
        self.get(key, "true of false", DeValue::as_bool)
            .is_some_and(|found| found.value)
    }

    pub(super) fn required_date(&self, key: &'static str) -> Option<At<Date>> {
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

    /// The tables under `[[key]]`, each named `what` in messages.
    pub(super) fn tables(&self, key: &'static str, what: &str) -> Vec<Fields<'d, 'a>> {
        let found = self.get(key, "een lijst van tabellen", |value| {
            let items = value.as_array()?;
            items
                .iter()
                .map(|item| {
                    let line = self.document.line_at(item.span().start);
                    Some(Fields::new(self.document, item.get_ref().as_table()?, line, what))
                })
                .collect::<Option<Vec<_>>>()
        });
        found.map_or_else(Vec::new, |found| found.value)
    }

    /// The inline table under `key`.
    pub(super) fn table(&self, key: &'static str, what: &str) -> Option<Fields<'d, 'a>> {
        let found = self.get(key, "een tabel", DeValue::as_table)?;
        Some(Fields::new(self.document, found.value, found.line, what))
    }

    /// The index of the value under `key` in a list of known keys.
    pub(super) fn one_of<'k>(&self, key: &'static str, known: impl IntoIterator<Item = &'k str>) -> Option<At<usize>> {
        let found = self.required(key, self.text(key))?;
        self.index_in(key, &found, known)
    }

    pub(super) fn index_in<'k>(
        &self,
        key: &str,
        found: &At<String>,
        known: impl IntoIterator<Item = &'k str>,
    ) -> Option<At<usize>> {
        let known: Vec<&str> = known.into_iter().collect();
        match known.iter().position(|known| *known == found.value) {
            Some(value) => Some(At {
                value,
                line: found.line,
            }),
            None => {
                let finding = F::UnknownValue {
                    key: key.to_owned(),
                    value: found.value.clone(),
                    nearest: nearest(&found.value, known).map(str::to_owned),
                };
                self.note(found.line, finding);
                None
            }
        }
    }

    /// The indices of the values under `key` in a list of known keys.
    pub(super) fn some_of(&self, key: &'static str, known: &[&str]) -> Vec<usize> {
        let Some(found) = self.texts(key) else {
            return Vec::new();
        };
        found
            .value
            .iter()
            .filter_map(|item| self.index_in(key, item, known.iter().copied()))
            .map(|found| found.value)
            .collect()
    }

    /// Notes every key of the table that nobody asked for.
    pub(super) fn finish(self) {
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
