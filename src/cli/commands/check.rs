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

/// Reads everything; prints the result on standard output or writes it to a file, as text or JSON.
pub fn run(args: &CheckArgs, folders: &[PathBuf], messages: &Messages) -> Result<(), Error> {
    let known = input::questionnaires(folders, messages)?;
    if let Some(path) = &args.output {
        output::may_write(path, args.overwrite)?;
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
            Some(path) => {
                output::write(path, format!("{document}\n").as_bytes(), args.overwrite)?;
                messages.progress(&format!("De bevindingen staan in {}", paths::shown(path)));
            }
            None => messages::json(&document),
        }
    } else if let Some(path) = &args.output {
        let findings = check::findings(&input, &known, &worded(&input.problems));
        output::write(path, findings.as_bytes(), args.overwrite)?;
        messages.progress(&format!("De bevindingen staan in {}", paths::shown(path)));
        Messages::counted(&input.problems);
        messages::text(&check::response_text(&input, &known));
    } else {
        messages::text(&check::text(&input));
        messages.problems(&input.problems);
        messages::text(&check::response_text(&input, &known));
    }
    if failed {
        return Err(Error::Faulty);
    }
    Ok(())
}

fn worded(problems: &[Problem]) -> Vec<Problem> {
    problems
        .iter()
        .map(|problem| remedy::worded(problem).into_owned())
        .collect()
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
        output::may_write(&folder.join(&letter.name), overwrite)?;
    }
    for letter in &letters {
        output::write(&folder.join(&letter.name), &letter.bytes, overwrite)?;
    }
    let number = count(letters.len(), "bericht", "berichten");
    messages.progress(&format!("{number} geschreven in {}", paths::shown(folder)));
    Ok(())
}
