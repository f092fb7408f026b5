//! `exporteer`: writes answers and figures as tables for further analysis.

use std::path::{Path, PathBuf};

use ketenscan::jobs::export::{self, Format, NAME};
use ketenscan::jobs::reading::ReportPolicy;

use super::{tell_leftovers, write_all, write_one};
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
    let names = pending.iter().flat_map(export::PendingTables::outputs);
    for name in names.chain([NAME.to_owned()]) {
        output::may_write(&request.output.join(name), request.overwrite)?;
    }
    let mut account = export::Account::new(request.format);
    let mut written = Vec::new();
    // One region at a time, so that memory use does not grow with their number.
    for tables in &pending {
        let outputs = tables.make(&mut account)?;
        written.append(&mut write_all(&outputs, request.output, request.overwrite, "")?);
    }
    write_one(&account.data_package()?, request.output, request.overwrite, "")?;
    let others = pending.iter().flat_map(export::PendingTables::in_other_formats);
    tell_leftovers(request.output, others, &written);
    Ok(account.text())
}
