//! Definitions, or none, in; the questionnaires that a job works with out, or all that is wrong in them.

use super::Error;
use crate::problem::Checked;
use crate::questionnaire::{Editions, Questionnaire, SourceFile, load};

/// The files of a questionnaire's definition, and what their folder is called in messages.
#[derive(Clone, Debug)]
pub struct Definition {
    /// What the folder is called.
    pub label: String,
    /// Its TOML files, and those of its folder `steps`.
    pub files: Vec<SourceFile>,
}

impl Definition {
    /// Loads the definition, with all that is wrong in it.
    #[must_use]
    pub fn load(&self) -> Checked<Option<Questionnaire>> {
        let mut checked = load(&self.files);
        for problem in &mut checked.problems {
            // A fault of the folder as a whole names no file.
            if problem.place.file.is_empty() {
                problem.place.file.clone_from(&self.label);
            }
        }
        checked
    }
}

/// The questionnaires of these definitions; those built in where there are none. With anything wrong in
/// a definition there are no questionnaires.
///
/// # Errors
/// When two definitions claim to be the same edition of the same questionnaire.
pub fn questionnaires(definitions: &[Definition]) -> Result<Checked<Option<Editions>>, Error> {
    if definitions.is_empty() {
        return Ok(Checked {
            value: Some(Editions::builtin()),
            problems: Vec::new(),
        });
    }
    let mut known: Option<Editions> = None;
    let mut problems = Vec::new();
    for definition in definitions {
        let mut checked = definition.load();
        problems.append(&mut checked.problems);
        match (checked.value, &mut known) {
            (Some(new), Some(known)) => known.add(new).map_err(|other| twice(definition, other))?,
            (Some(new), known) => *known = Some(new.into()),
            (None, _) => {}
        }
    }
    Ok(Checked {
        value: known.filter(|_| problems.is_empty()),
        problems,
    })
}

fn twice(definition: &Definition, other: &Questionnaire) -> Error {
    Error::SameEdition {
        label: definition.label.clone(),
        other: other.source.main.file.clone(),
        questionnaire: other.identity(),
    }
}

/// The same, with the editions built in of what these are other editions of: workbooks of several years
/// can then lie side by side.
#[must_use]
pub fn with_builtin(mut known: Editions) -> Editions {
    known.complete_from(&Editions::builtin());
    known
}
