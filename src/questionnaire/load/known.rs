//! What a value may name: the keys of a list, as far as they could be read.

use super::document::At;

/// The keys that a value may name.
#[derive(Default)]
pub(in crate::questionnaire) struct Known {
    pub(in crate::questionnaire) keys: Vec<String>,
    /// Whether these are all: an entry of the list may have no readable key, or its file be no TOML.
    /// Where they are not, a value that is none of them is no fault.
    pub(in crate::questionnaire) complete: bool,
}

impl Known {
    /// A fixed list.
    pub(in crate::questionnaire) fn all<'k>(keys: impl IntoIterator<Item = &'k str>) -> Self {
        Self {
            keys: keys.into_iter().map(str::to_owned).collect(),
            complete: true,
        }
    }

    /// Takes up the key of one more entry; without one it still has its place in the list.
    pub(in crate::questionnaire) fn add(&mut self, key: Option<&At<String>>) {
        self.complete &= key.is_some();
        self.keys.push(key.map_or_else(String::new, |key| key.value.clone()));
    }
}
