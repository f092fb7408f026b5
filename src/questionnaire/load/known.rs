//! The keys that a value may refer to, as far as they could be read, and the values that refer to them.

use std::collections::{BTreeMap, BTreeSet};

use super::document::At;
use super::fields::Fields;
use crate::list::{Index, List};
use crate::questionnaire::findings::{DefinitionFinding as F, MOST_LISTED};

/// The keys that a value may refer to; they belong to a list with indices of type `I`.
pub(in crate::questionnaire) struct Known<I = usize> {
    keys: List<I, String>,
    /// The index of the first entry with each key.
    places: BTreeMap<String, I>,
    /// Whether all keys are known. They are not if an entry has no readable key or a file is not valid TOML; an unknown
    /// key is then not reported as a fault.
    pub(in crate::questionnaire) complete: bool,
}

impl<I: Index> Default for Known<I> {
    fn default() -> Self {
        Self {
            keys: List::new(),
            places: BTreeMap::new(),
            complete: false,
        }
    }
}

impl<I: Index> Known<I> {
    /// A fixed list.
    pub(in crate::questionnaire) fn all<'k>(keys: impl IntoIterator<Item = &'k str>) -> Self {
        let mut known = Self {
            complete: true,
            ..Self::default()
        };
        for key in keys {
            known.push(key.to_owned());
        }
        known
    }

    /// Adds the key of the next entry. An entry without a key still has an index.
    pub(in crate::questionnaire) fn add(&mut self, key: Option<&At<String>>) {
        self.complete &= key.is_some();
        self.push(key.map_or_else(String::new, |key| key.value.clone()));
    }

    fn push(&mut self, key: String) {
        let place = self.keys.push(key.clone());
        self.places.entry(key).or_insert(place);
    }

    /// The keys, in order, if they are few enough to list in a message.
    fn few(&self) -> Vec<String> {
        let keys = self.keys.iter().take(MOST_LISTED);
        let keys = keys.filter(|_| self.keys.len() <= MOST_LISTED);
        keys.cloned().collect()
    }

    /// The same keys, marked as possibly incomplete.
    pub(in crate::questionnaire) fn but_maybe_not_all(self, complete: bool) -> Self {
        Self { complete, ..self }
    }

    /// The index of a key in the list.
    pub(in crate::questionnaire) fn place_of(&self, key: &str) -> Option<I> {
        self.places.get(key).copied()
    }
}

impl Fields<'_, '_> {
    /// The index of the value under `key` among the known keys.
    pub(in crate::questionnaire) fn one_of<I: Index>(&self, key: &'static str, known: &Known<I>) -> Option<At<I>> {
        let found = self.required(key, self.text(key))?;
        self.index_in(key, &found, known)
    }

    pub(in crate::questionnaire) fn index_in<I: Index>(
        &self,
        key: &str,
        found: &At<String>,
        known: &Known<I>,
    ) -> Option<At<I>> {
        let line = found.line;
        if let Some(value) = known.place_of(&found.value) {
            return Some(At { value, line });
        }
        if known.complete {
            let finding = F::UnknownValue {
                key: key.to_owned(),
                value: found.value.clone(),
                nearest: self.advice(&found.value, known.keys.as_slice()),
                known: if self.advises() { known.few() } else { Vec::new() },
            };
            self.note(line, finding);
        }
        None
    }

    /// The indices of the values under `key` among the known keys; `None` if one of them is not known.
    pub(in crate::questionnaire) fn some_of<I: Index + Ord>(
        &self,
        key: &'static str,
        known: &Known<I>,
    ) -> Option<Vec<I>> {
        let Some(found) = self.texts(key) else {
            return (!self.has(key)).then(Vec::new);
        };
        // Check all items before giving up, so that every unknown one is reported.
        let indices: Vec<Option<I>> = found
            .value
            .iter()
            .map(|item| Some(self.index_in(key, item, known)?.value))
            .collect();
        let mut indices = indices.into_iter().collect::<Option<Vec<_>>>()?;
        // An item that is named twice counts once.
        let mut seen = BTreeSet::new();
        indices.retain(|index| seen.insert(*index));
        Some(indices)
    }
}
