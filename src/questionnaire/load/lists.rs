//! Reads lists of names, with and without a key.

use super::document::value_of;
use super::fields::Fields;
use super::known::Known;
use super::{LONGEST_NAME, MOST_KEYS};
use crate::list::{Index, List};
use crate::questionnaire::Named;
use crate::questionnaire::findings::DefinitionFinding as F;

/// Reads a list of at most `most` names. `what` is the singular and plural of what they are names of.
pub(super) fn read_texts(
    fields: &Fields,
    key: &'static str,
    what: (&'static str, &'static str),
    most: usize,
) -> Vec<String> {
    let Some(given) = fields.texts(key) else {
        return Vec::new();
    };
    let found = given.value.len();
    if found > most {
        fields.note(given.line, F::TooMany { what, found, most });
    }
    let mut texts = Vec::new();
    for text in given.value.into_iter().take(most) {
        fields.within(key, &text, LONGEST_NAME);
        texts.push(text.value);
    }
    texts
}

/// Reads a list of entries with a unique key and a name, and returns the entries and their keys. `what` is the name of
/// one entry in messages, and their singular and plural for counting.
pub(super) fn read_list<I: Index, T>(
    fields: &Fields,
    list: &'static str,
    what: (&str, (&'static str, &'static str)),
    mut make: impl FnMut(&Fields, Named) -> T,
) -> (List<I, T>, Known<I>) {
    let mut made = List::new();
    let mut known = Known::default();
    let Some(entries) = fields.required_tables(list, what.0) else {
        return (made, known);
    };
    known.complete = entries.len() <= MOST_KEYS;
    for entry in fields.at_most(MOST_KEYS, entries, what.1) {
        let key = entry.required_text("key", LONGEST_NAME);
        let name = entry.required_text("name", LONGEST_NAME);
        if let Some(key) = &key
            && known.place_of(&key.value).is_some()
        {
            let (id, first) = (key.value.clone(), "dezelfde lijst".to_owned());
            entry.note(key.line, F::DuplicateId { id, first });
        }
        known.add(key.as_ref());
        let named = Named {
            key: value_of(key),
            name: value_of(name),
        };
        made.push(make(&entry, named));
        entry.finish();
    }
    (made, known)
}
