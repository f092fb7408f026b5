//! `rapport`: makes the report of every region and year in the input.

use std::path::{Path, PathBuf};

use ketenscan::jobs;
use ketenscan::jobs::reading::ReportPolicy;
use ketenscan::jobs::report::{
    Audience, Options, PendingReport, Reports, SharedReport, all_outputs, read_shared_report,
};

use rayon::prelude::*;

use super::{Written, audience, placed, tell_leftovers};
use crate::cli::args::ReportArgs;
use crate::cli::clock::today;
use crate::cli::error::Error;
use crate::cli::messages::{self, Messages, say};
use crate::cli::{files, input, output, paths};

/// What to report on, and where to put it.
pub struct Request<'a> {
    pub paths: &'a [PathBuf],
    pub output: &'a Path,
    pub overwrite: bool,
    pub options: Options,
}

/// Reads, scores and writes. If there are errors in the input nothing is written, unless they may be skipped.
pub fn run(args: &ReportArgs, folders: &[PathBuf], messages: &Messages) -> Result<(), Error> {
    let request = Request {
        paths: &args.paths,
        output: &args.output,
        overwrite: args.overwrite,
        options: Options {
            weighting: args.weighting.into(),
            audience: audience(args.share),
            json: args.json,
            html: args.html,
            pictures: args.pictures,
            letter: args.letter,
            skip_errors: args.skip_errors,
            region: args.region.clone(),
            year: args.year,
        },
    };
    let reports = write(&request, folders, messages)?;
    for (index, report) in reports.iter().enumerate() {
        if index > 0 {
            say!("");
        }
        messages::text(&report.text);
    }
    for report in &reports {
        report.tell_paths(messages);
    }
    Ok(())
}

/// Like [`run`], but returns the summaries of the reports instead of printing them.
pub fn write(request: &Request, folders: &[PathBuf], messages: &Messages) -> Result<Vec<Written>, Error> {
    request.options.check()?;
    let today = today()?;
    let known = input::questionnaires(folders, messages)?;
    let input = input::read(request.paths, &known, ReportPolicy::Refuse, messages)?;
    let reports = Reports::new(&input, &known, &request.options);
    messages.problems(&reports.problems());
    let pending = reports.pending();
    if matches!(pending, Err(jobs::Error::Faulty)) {
        messages.progress(if request.options.skip_errors {
            "Er is niets geschreven. Herstel de fouten."
        } else {
            "Er is niets geschreven. Herstel de fouten, of laat ze weg met --sla-fouten-over."
        });
    }
    let mut pending = pending.map_err(|error| placed(error, request.output))?;
    // Check all outputs first, so that one that may not be replaced leaves the others untouched.
    for report in &mut pending {
        for name in reports.outputs(report) {
            output::may_write(&request.output.join(name), request.overwrite)?;
        }
        replace(&reports, report, request, messages)?;
    }
    if request.options.audience == Audience::Anyone {
        let earlier = shared_reports(request.output);
        for report in &pending {
            messages.problems(&reports.beside(report, &earlier));
        }
    }

    let bar = messages.bar(pending.len(), "Geschreven");
    // Each thread makes and writes one report at a time, so that reports do not pile up in memory.
    let written = pending.par_iter().map(|report| {
        let made = reports.make(report, today)?;
        Written::write(made, request.output, request.overwrite, "").inspect(|_| bar.inc(1))
    });
    let written: Result<Vec<Written>, Error> = written.collect();
    bar.finish_and_clear();
    let written = written?;
    for (report, written) in pending.iter().zip(&written) {
        tell_leftovers(request.output, all_outputs(report.name()), &written.paths);
    }
    Ok(written)
}

/// Carries over what people filled in in the plan of the report that is about to be overwritten.
fn replace(reports: &Reports, report: &mut PendingReport, request: &Request, messages: &Messages) -> Result<(), Error> {
    let path = request.output.join(report.workbook());
    if !request.overwrite || !path.is_file() {
        return Ok(());
    }
    let bytes = files::read(&path)?;
    let label = paths::label(&path);
    let taken_over = input::without_panic_messages(|| reports.replace(report, &label, &bytes));
    let taken_over = taken_over.map_err(|error| placed(error, request.output))?;
    messages.problems(&taken_over.problems);
    if let Some(words) = taken_over.words() {
        messages.progress(&format!("{words} uit {}", paths::shown(&path)));
    }
    Ok(())
}

/// The shared reports in a folder, each with the label under which messages refer to it.
fn shared_reports(folder: &Path) -> Vec<(String, SharedReport)> {
    // A missing folder or an unreadable file contains none.
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "xlsx") && path.is_file());
    paths.sort();
    let read = paths.par_iter().filter_map(|path| {
        let bytes = files::read(path).ok()?;
        let report = input::without_panic_messages(|| read_shared_report(&bytes))?;
        Some((paths::label(path), report))
    });
    read.collect()
}
