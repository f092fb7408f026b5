//! `vragenlijst`: checks a questionnaire, shows it, or compares it with another edition.

use std::path::{Path, PathBuf};

use ketenscan::jobs::catalogue::{self, Choice};

use crate::cli::args::ShowArgs;
use crate::cli::error::Error;
use crate::cli::messages::{self, Messages};
use crate::cli::{input, paths};

/// Prints all faults of a definition.
pub fn check(folders: &[PathBuf], messages: &Messages) -> Result<(), Error> {
    let checked = catalogue::check(&input::definitions(folders)?);
    messages.problems(&checked.problems);
    messages::text(&checked.value);
    if checked.problems.is_empty() {
        Ok(())
    } else {
        Err(Error::Faulty)
    }
}

/// Prints the selected questions as text or JSON, or the recommendations with their questions.
pub fn show(args: &ShowArgs, folders: &[PathBuf], messages: &Messages) -> Result<(), Error> {
    let known = input::questionnaires(folders, messages)?;
    if known.iter().count() > 1 && !folders.is_empty() {
        let labels = folders.iter().map(|folder| format!("'{}'", paths::label(folder)));
        return Err(Error::SeveralToShow(labels.collect()));
    }
    let questionnaire = known.newest();
    let choice = Choice {
        step: args.step,
        theme: args.theme.clone(),
        role: args.role.clone(),
    };
    let chosen = choice.of(questionnaire)?;
    match (args.recommendations, args.json) {
        (false, false) => messages::text(&catalogue::text(questionnaire, &chosen)),
        (false, true) => messages::json(&catalogue::json(questionnaire, &chosen)?),
        (true, false) => messages::text(&catalogue::recommendations(questionnaire, &chosen)),
        (true, true) => messages::json(&catalogue::recommendations_json(questionnaire, &chosen)?),
    }
    Ok(())
}

/// Prints what changed between two editions.
pub fn difference(earlier: &Path, later: &Path, messages: &Messages) -> Result<(), Error> {
    let mut both = Vec::new();
    for folder in [earlier, later] {
        both.push(input::questionnaires(&[folder.to_owned()], messages)?);
    }
    messages::text(&catalogue::difference(both[0].newest(), both[1].newest()));
    Ok(())
}
