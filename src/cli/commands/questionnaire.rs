//! `vragenlijst`: the questionnaire itself, checked, shown, or held beside another edition.

use std::path::{Path, PathBuf};

use ketenscan::jobs::catalogue::{self, Choice};

use crate::cli::args::ShowArgs;
use crate::cli::error::Error;
use crate::cli::input;
use crate::cli::messages::{Messages, say, say_text};

/// Every fault of the definition at once.
pub fn check(folders: &[PathBuf], messages: &Messages) -> Result<(), Error> {
    let checked = catalogue::check(&input::definitions(folders)?);
    messages.problems(&checked.problems);
    say_text!("{}", checked.value);
    if checked.problems.is_empty() {
        Ok(())
    } else {
        Err(Error::Faulty)
    }
}

/// The questions, filtered, as text or JSON; or the recommendations with their questions.
pub fn show(args: &ShowArgs, folders: &[PathBuf], messages: &Messages) -> Result<(), Error> {
    let known = input::questionnaires(folders, messages)?;
    let questionnaire = known.newest();
    let choice = Choice {
        step: args.step,
        theme: args.theme.clone(),
        role: args.role.clone(),
    };
    let chosen = choice.of(questionnaire)?;
    if args.json {
        say!("{}", catalogue::json(questionnaire, &chosen)?);
    } else if args.recommendations {
        say_text!("{}", catalogue::recommendations(questionnaire, &chosen));
    } else {
        say_text!("{}", catalogue::text(questionnaire, &chosen));
    }
    Ok(())
}

/// What changed from one edition to another.
pub fn difference(earlier: &Path, later: &Path, messages: &Messages) -> Result<(), Error> {
    let mut both = Vec::new();
    for folder in [earlier, later] {
        both.push(input::questionnaires(&[folder.to_owned()], messages)?);
    }
    say_text!("{}", catalogue::difference(both[0].newest(), both[1].newest()));
    Ok(())
}
