//! Reads the words of a question for community leaders and experts by experience.

use super::document::At;
use super::fields::Fields;
use super::{LONGEST_HELP, LONGEST_TEXT};
use crate::list::List;
use crate::questionnaire::findings::DefinitionFinding as F;
use crate::questionnaire::{Informal, Kind, Perspective, PerspectiveIndex};

const TEXT: &str = "text_informal";
const HELP: &str = "help_informal";
const ANCHORS: &str = "anchors_informal";

/// The words for informal perspectives; they are all present or all absent. If `ask` or the kind is unknown, they are
/// not checked against it.
pub(super) fn read(
    entry: &Fields,
    kind: Option<&Kind>,
    ask: Option<&[PerspectiveIndex]>,
    perspectives: &List<PerspectiveIndex, Perspective>,
) -> Option<Informal> {
    let keys = [TEXT, HELP, ANCHORS];
    entry.allow(&keys);
    let line = keys.into_iter().find_map(|key| entry.line_of(key))?;
    let informal = |ask: &[PerspectiveIndex]| ask.iter().any(|&asked| perspectives[asked].informal);
    if ask.is_some_and(|ask| !informal(ask)) {
        entry.note(line, F::InformalNotAsked);
    }
    let text = entry.required_text(TEXT, LONGEST_TEXT);
    let help = entry.required_text(HELP, LONGEST_HELP);
    let anchors = match kind {
        Some(Kind::Level { .. }) => Kind::read_anchors(entry, ANCHORS)?.to_vec(),
        Some(other) => {
            if let Some(line) = entry.line_of(ANCHORS) {
                let (key, kind) = (ANCHORS.to_owned(), other.key().to_owned());
                entry.note(line, F::OtherKind { key, kind });
            }
            Vec::new()
        }
        None => Vec::new(),
    };
    let value = |found: At<String>| found.value;
    Some(Informal {
        text: text.map(value)?,
        help: help.map(value)?,
        anchors,
    })
}
