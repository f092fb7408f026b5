//! The kind of a question, with the fields that belong to it alone.

use super::LONGEST_ANCHOR;
use super::fields::Fields;
use super::known::Known;
use crate::questionnaire::Kind;
use crate::questionnaire::findings::DefinitionFinding as F;

const KINDS: [(&str, &[&str]); 5] = [
    ("level", &["anchors"]),
    ("yes_no", &[]),
    ("share", &["target"]),
    ("capacity", &[]),
    ("count", &["full_at", "zero_at", "unit"]),
];

/// Every field that belongs to some kind.
const OWN_FIELDS: [&str; 5] = ["anchors", "target", "full_at", "zero_at", "unit"];

/// Reads the kind; fields of another kind are faults.
pub(super) fn read(entry: &Fields) -> Option<Kind> {
    entry.allow(&OWN_FIELDS);
    let found = entry.one_of("kind", &Known::all(KINDS.map(|(kind, _)| kind)))?;
    let (kind, own) = KINDS[found.value];
    for key in OWN_FIELDS.into_iter().filter(|key| !own.contains(key)) {
        if let Some(line) = entry.line_of(key) {
            let (key, kind) = (key.to_owned(), kind.to_owned());
            entry.note(line, F::OtherKind { key, kind });
        }
    }
    match kind {
        "level" => level(entry),
        "yes_no" => Some(Kind::YesNo),
        "share" => share(entry),
        "capacity" => Some(Kind::Capacity),
        _ => count(entry),
    }
}

fn level(entry: &Fields) -> Option<Kind> {
    let anchors = entry.required_texts("anchors")?;
    for anchor in &anchors.value {
        entry.within("anchors", anchor, LONGEST_ANCHOR);
    }
    let texts: Vec<String> = anchors.value.into_iter().map(|anchor| anchor.value).collect();
    match <[String; 5]>::try_from(texts) {
        Ok(anchors) => Some(Kind::Level { anchors }),
        Err(texts) => {
            let found = texts.len();
            entry.note(anchors.line, F::Anchors { found });
            None
        }
    }
}

fn share(entry: &Fields) -> Option<Kind> {
    if !entry.has("target") {
        return Some(Kind::Share { target: 1.0 });
    }
    let range = "een getal boven 0 en ten hoogste 1";
    let target = entry.number_in("target", range, |n| n > 0.0 && n <= 1.0)?.value;
    Some(Kind::Share { target })
}

fn count(entry: &Fields) -> Option<Kind> {
    let end = |key| entry.required_number_in(key, "een getal van 0 of meer", |n| n >= 0.0);
    let (full_at, zero_at) = (end("full_at"), end("zero_at"));
    let unit = entry.text("unit").map_or_else(String::new, |found| found.value);
    let (full_at, zero_at) = (full_at?, zero_at?);
    if (full_at.value - zero_at.value).abs() < f64::EPSILON {
        entry.note(full_at.line, F::SameEnds);
    }
    Some(Kind::Count {
        full_at: full_at.value,
        zero_at: zero_at.value,
        unit,
    })
}
