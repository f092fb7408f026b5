//! `voortgang`: shows how far the plan of a report is.

use ketenscan::jobs::progress::{Options, Plans};
use ketenscan::jobs::reading::ReportPolicy;
use ketenscan::questionnaire::Editions;

use super::{Written, placed, tell_leftovers};
use crate::cli::args::ProgressArgs;
use crate::cli::clock::today;
use crate::cli::error::Error;
use crate::cli::messages::{self, Messages, say};
use crate::cli::{input, output};

/// Reads the plans, prints how far they are, and writes what was asked for besides. Reports are never touched.
pub fn run(args: &ProgressArgs, messages: &Messages) -> Result<(), Error> {
    let day = args.day.map_or_else(today, Ok)?;
    let options = Options {
        html: args.html,
        calendar: args.calendar,
        json: args.json,
    };
    let readings = input::read_files(&args.paths, &Editions::builtin(), ReportPolicy::FollowPlan, messages)?;
    let plans = Plans::gather(readings);
    messages.problems(&plans.problems);
    let pending = plans.on(day).map_err(|error| placed(error, &args.output))?;
    // Check all outputs first, so that one that may not be replaced leaves the others untouched.
    for name in pending.iter().flat_map(|progress| progress.outputs(options)) {
        output::may_write(&args.output.join(name), args.overwrite)?;
    }
    let mut all = Vec::new();
    for (index, progress) in pending.iter().enumerate() {
        if index > 0 {
            say!("");
        }
        let written = Written::write(progress.make(options)?, &args.output, args.overwrite, "")?;
        messages::text(&written.text);
        all.push(written);
    }
    for (progress, written) in pending.iter().zip(&all) {
        written.tell_paths(messages);
        if !written.paths.is_empty() {
            tell_leftovers(&args.output, progress.all_outputs(), &written.paths);
        }
    }
    Ok(())
}
