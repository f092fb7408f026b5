//! Reads `recommendations.toml`: what the sources ask of a region.

use super::document::{Document, value_of};
use super::fields::Fields;
use super::known::Known;
use super::{LONGEST_HELP, MOST_ENTRIES, RECOMMENDATIONS};
use crate::problem::Place;
use crate::questionnaire::findings::DefinitionFinding as F;
use crate::questionnaire::{Questionnaire, Recommendation};

/// Reads the recommendations into the questionnaire and returns their ids.
pub(super) fn read(document: &Document, questionnaire: &mut Questionnaire) -> Known {
    let mut known = Known::default();
    let Some(root) = document.root() else {
        return known;
    };
    let fields = Fields::of_file(document, &root, RECOMMENDATIONS);
    let entries = fields.tables("recommendation", "deze aanbeveling");
    let listed = entries.is_some();
    let entries = entries.unwrap_or_default();
    known.complete = entries.len() <= MOST_ENTRIES;
    let mut first_lines: Vec<usize> = Vec::new();
    for entry in fields.at_most(MOST_ENTRIES, entries, ("aanbeveling", "aanbevelingen")) {
        let id = entry.required_text("id", 10);
        let text = entry.required_text("text", LONGEST_HELP);
        let source = entry.required_text("source", 120);
        let chapter = entry.required_text("chapter", 120);
        let section = entry.required_text("section", 120);
        if let Some(id) = &id
            && let Some(first) = known.place_of(&id.value)
        {
            let first = format!("{}, regel {}", document.name, first_lines[first]);
            let id = id.value.clone();
            entry.note(entry.line, F::DuplicateId { id, first });
        }
        known.add(id.as_ref());
        first_lines.push(id.as_ref().map_or(entry.line, |id| id.line));
        let places = &mut questionnaire.source.recommendations;
        places.push(Place::line(document.name, entry.line));
        entry.finish();
        questionnaire.recommendations.push(Recommendation {
            id: value_of(id),
            text: value_of(text),
            source: value_of(source),
            chapter: value_of(chapter),
            section: value_of(section),
        });
    }
    fields.finish();
    // If there is no list but there is a fault, the list may be there under a misspelt name.
    known.complete &= listed || document.faults() == 0;
    known
}
