//! `vergelijk`: compares the years of a region and the regions of a year.

use std::path::{Path, PathBuf};

use ketenscan::jobs;
use ketenscan::jobs::compare::{self, Options};
use ketenscan::jobs::reading::ReportPolicy;

use super::{Written, audience, placed, tell_leftovers};
use crate::cli::args::CompareArgs;
use crate::cli::clock::today;
use crate::cli::error::Error;
use crate::cli::messages::{self, Messages};
use crate::cli::{files, input, output, paths};

/// What to compare, and where to put it.
pub struct Request<'a> {
    pub paths: &'a [PathBuf],
    pub output: &'a Path,
    pub overwrite: bool,
    pub options: Options,
}

/// Reads, scores, compares and writes. If there are errors in the input, nothing is written.
pub fn run(args: &CompareArgs, folders: &[PathBuf], messages: &Messages) -> Result<(), Error> {
    let request = Request {
        paths: &args.paths,
        output: &args.output,
        overwrite: args.overwrite,
        options: Options {
            json: args.json,
            html: args.html,
            pictures: args.pictures,
            audience: audience(args.sharing),
        },
    };
    let written = write(&request, folders, messages)?;
    messages::text(&written.text);
    written.tell_paths(messages);
    Ok(())
}

/// Like [`run`], but returns the summary instead of printing it.
pub fn write(request: &Request, folders: &[PathBuf], messages: &Messages) -> Result<Written, Error> {
    let today = today()?;
    let known = input::editions(folders, messages)?;
    let input = input::read_sound(request.paths, &known, ReportPolicy::ReadPlan, messages)?;
    let made = match compare::compare(&input, &known, request.options, today) {
        Err(jobs::Error::Incomparable(problems)) => {
            messages.problems(&problems);
            return Err(input::nothing_written(messages));
        }
        made => made?,
    };
    let before = request.output.join(compare::WORKBOOK);
    if request.overwrite && before.is_file() {
        let (bytes, label) = (files::read(&before)?, paths::label(&before));
        let may_replace = input::without_panic_messages(|| compare::may_replace(request.options, &label, &bytes));
        messages.problems(&may_replace.map_err(|error| placed(error, request.output))?);
    }
    for name in request.options.outputs() {
        output::may_write(&request.output.join(name), request.overwrite)?;
    }
    let written = Written::write(made, request.output, request.overwrite, "; er is niets van overgenomen")?;
    tell_leftovers(request.output, compare::ALL_OUTPUTS, &written.paths);
    Ok(written)
}
