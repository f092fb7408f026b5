//! `exporteer`: writes answers and figures as tables for further analysis.

use std::path::{Path, PathBuf};

use ketenscan::jobs::export::{self, Format};
use ketenscan::jobs::reading::ReportPolicy;

use super::{tell_leftovers, write_all};
use crate::cli::args::ExportArgs;
use crate::cli::error::Error;
use crate::cli::messages::{Messages, say};
use crate::cli::{input, output, paths};

/// What to export, and where to put it.
pub struct Request<'a> {
    pub paths: &'a [PathBuf],
    pub output: &'a Path,
    pub overwrite: bool,
    pub format: Format,
}

/// Reads, scores and writes. If there are errors in the input, nothing is written.
pub fn run(args: &ExportArgs, folders: &[PathBuf], messages: &Messages) -> Result<(), Error> {
    let request = Request {
        paths: &args.paths,
        output: &args.output,
        overwrite: args.overwrite,
        format: args.format.into(),
    };
    say!("{}", write(&request, folders, messages)?);
    messages.progress(&format!("Geschreven: {}", paths::shown(&args.output)));
    Ok(())
}

/// Like [`run`], but returns the summary instead of printing it.
pub fn write(request: &Request, folders: &[PathBuf], messages: &Messages) -> Result<String, Error> {
    let known = input::editions(folders, messages)?;
    let input = input::read_sound(request.paths, &known, ReportPolicy::Refuse, messages)?;
    let pending = export::pending(&input, &known, request.format)?;
    // Check all outputs first, so that one that may not be replaced leaves the others untouched.
    for name in pending.iter().flat_map(export::PendingTables::outputs) {
        output::may_write(&request.output.join(name), request.overwrite)?;
    }
    let mut lines = Vec::with_capacity(pending.len());
    let mut written = Vec::with_capacity(2 * pending.len());
    // One region at a time, so that memory use does not grow with their number.
    for tables in &pending {
        let (outputs, own) = tables.make()?;
        written.append(&mut write_all(&outputs, request.output, request.overwrite, "")?);
        lines.push(own);
    }
    let others = pending.iter().flat_map(export::PendingTables::in_other_formats);
    tell_leftovers(request.output, others, &written);
    Ok(export::account(&lines))
}
