//! `controleer`: shows what is in each workbook, what is wrong with it, and who has not answered yet.

use std::path::{Path, PathBuf};

use ketenscan::jobs::check;
use ketenscan::jobs::input::Input;
use ketenscan::jobs::letters::letters;
use ketenscan::jobs::reading::ReportPolicy;
use ketenscan::problem::{Problem, any_error};
use ketenscan::questionnaire::Editions;
use ketenscan::wording::count;

use crate::cli::args::CheckArgs;
use crate::cli::error::Error;
use crate::cli::messages::{self, Messages};
use crate::cli::{input, output, paths, remedy};

/// How the findings, and the letters, are written elsewhere.
const OTHER_FILE: &str = "kies een ander bestand met -o";
const OTHER_LETTERS: &str = "kies een andere map met --berichten";

/// Reads everything; prints the result on standard output or writes it to a file, as text or JSON.
pub fn run(args: &CheckArgs, folders: &[PathBuf], messages: &Messages) -> Result<(), Error> {
    let known = input::questionnaires(folders, messages)?;
    if let Some(path) = &args.output {
        if path.is_dir() {
            return Err(Error::Folder(path.clone()));
        }
        output::may_write(path, args.overwrite).map_err(|error| error.unless(OTHER_FILE))?;
    }
    let mut input = input::read(&args.paths, &known, ReportPolicy::CheckPlan, messages)?;
    input.look_back(&known);
    if let Some(folder) = &args.letters {
        write_letters(folder, args.overwrite, &input, &known, messages)?;
    }
    let failed = any_error(&input.problems);
    if args.json {
        // Whoever reads the JSON gave the command, and can give its options.
        input.problems = worded(&input.problems);
        let document = check::json(&input, &known)?;
        match &args.output {
            Some(path) => write_findings(path, &format!("{document}\n"), args.overwrite, messages)?,
            None => messages::json(&document),
        }
    } else if let Some(path) = &args.output {
        let findings = check::findings(&input, &known, &worded(&input.problems));
        write_findings(path, &findings, args.overwrite, messages)?;
        Messages::counted(&input.problems);
        messages::text(&check::response_text(&input, &known));
    } else {
        messages::text(&check::text(&input));
        messages.problems(&input.problems);
        messages::text(&check::response_text(&input, &known));
    }
    if failed {
        return Err(Error::FaultyResult);
    }
    Ok(())
}

fn worded(problems: &[Problem]) -> Vec<Problem> {
    problems
        .iter()
        .map(|problem| remedy::worded(problem).into_owned())
        .collect()
}

fn write_findings(path: &Path, findings: &str, overwrite: bool, messages: &Messages) -> Result<(), Error> {
    let written = output::write(path, findings.as_bytes(), overwrite);
    written.map_err(|error| error.unless(OTHER_FILE))?;
    messages.progress(&format!("De bevindingen staan in {}", paths::shown(path)));
    Ok(())
}

/// Writes a text for every sender, and for everyone from whom nothing came.
fn write_letters(
    folder: &Path,
    overwrite: bool,
    input: &Input,
    known: &Editions,
    messages: &Messages,
) -> Result<(), Error> {
    let letters = letters(input, known);
    // Check all outputs first, so that one that may not be replaced leaves the others untouched.
    for letter in &letters {
        let may_write = output::may_write(&folder.join(&letter.name), overwrite);
        may_write.map_err(|error| error.unless(OTHER_LETTERS))?;
    }
    for letter in &letters {
        let written = output::write(&folder.join(&letter.name), &letter.bytes, overwrite);
        written.map_err(|error| error.unless(OTHER_LETTERS))?;
    }
    let number = count(letters.len(), "bericht", "berichten");
    messages.progress(&format!("{number} geschreven in {}", paths::shown(folder)));
    Ok(())
}
