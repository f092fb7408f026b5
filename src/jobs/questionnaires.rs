//! Takes definitions, or none; returns the questionnaires that a job uses, or everything that is wrong with the
//! definitions.

use super::Error;
use crate::problem::Checked;
use crate::questionnaire::{Editions, Questionnaire, SourceFile, load};

/// The files of a questionnaire's definition.
#[derive(Clone, Debug)]
pub struct Definition {
    /// The name of its folder in messages.
    pub label: String,
    /// Its TOML files, including those in its folder `steps`.
    pub files: Vec<SourceFile>,
}

impl Definition {
    /// Loads the definition; returns everything that is wrong with it.
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

/// The questionnaires of these definitions, or the built-in ones if there are no definitions. If anything is wrong with
/// a definition, there are no questionnaires.
///
/// # Errors
/// If two different definitions claim to be the same edition of the same questionnaire.
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

/// Adds the built-in editions of these questionnaires, so that workbooks of several years can be read together.
#[must_use]
pub fn with_builtin(mut known: Editions) -> Editions {
    known.complete_from(&Editions::builtin());
    known
}
