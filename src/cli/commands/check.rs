//! `controleer`: shows what is in each workbook, what is wrong with it, and who has not answered yet.

use std::path::PathBuf;

use ketenscan::jobs::check;
use ketenscan::jobs::reading::OnReport;
use ketenscan::problem::any_error;

use crate::cli::args::CheckArgs;
use crate::cli::error::Error;
use crate::cli::messages::{self, Messages};
use crate::cli::{input, remedy};

/// Reads everything and prints the result on standard output, as text or JSON.
pub fn run(args: &CheckArgs, folders: &[PathBuf], messages: &Messages) -> Result<(), Error> {
    let known = input::questionnaires(folders, messages)?;
    let mut input = input::read(&args.paths, &known, OnReport::Refuse, messages)?;
    if args.json {
        // Whoever reads the JSON gave the command, and can give its options.
        for problem in &mut input.problems {
            *problem = remedy::worded(problem).into_owned();
        }
        messages::json(&check::json(&input)?);
    } else {
        messages::text(&check::text(&input, &known));
        messages.problems(&input.problems);
    }
    if any_error(&input.problems) {
        return Err(Error::Faulty);
    }
    Ok(())
}
