//! Takes paths; finds and reads their files, in parallel, and returns the questionnaires and the input of a job.

use std::panic;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use ketenscan::jobs::input::Input;
use ketenscan::jobs::questionnaires::{self, Definition, with_builtin};
use ketenscan::jobs::reading::{self, InputFile, Reading, ReportPolicy};
use ketenscan::questionnaire::Editions;
use ketenscan::wording::{all_of, count};

use super::error::Error;
use super::files::{self, Found, Obstacle, Search};
use super::messages::Messages;
use super::paths;
use super::refusal::Refusal;

/// The definition in each of these folders.
pub fn definitions(folders: &[PathBuf]) -> Result<Vec<Definition>, Error> {
    folders.iter().map(|folder| definition(folder)).collect()
}

fn definition(folder: &Path) -> Result<Definition, Error> {
    Ok(Definition {
        label: paths::label(folder),
        files: files::read_definition(folder)?,
    })
}

/// The questionnaires to use: those in the folders, or the built-in ones.
///
/// Problems in a definition are printed and end the run.
pub fn questionnaires(folders: &[PathBuf], messages: &Messages) -> Result<Editions, Error> {
    let checked = questionnaires::questionnaires(&definitions(folders)?)?;
    checked.value.ok_or_else(|| {
        messages.problems(&checked.problems);
        Error::Faulty
    })
}

/// The same, with the built-in editions of the questionnaires in the folders added.
pub fn editions(folders: &[PathBuf], messages: &Messages) -> Result<Editions, Error> {
    questionnaires(folders, messages).map(with_builtin)
}

/// Reads all files that the paths refer to, one by one.
pub fn read_files(
    paths: &[PathBuf],
    known: &Editions,
    reports: ReportPolicy,
    messages: &Messages,
) -> Result<Vec<Reading>, Error> {
    let Search { files: found, kept } = files::find(paths, reports == ReportPolicy::FollowPlan)?;
    if kept > 0 {
        let kept = count(kept, "bewaarde vorige versie", "bewaarde vorige versies");
        messages.progress(&format!("{kept} overgeslagen."));
    }
    if found.len() > 1 {
        messages.progress(&format!("{} lezen …", count(found.len(), "bestand", "bestanden")));
    }
    let bar = messages.bar(found.len(), "Gelezen");
    let readings: Vec<Reading> = without_panic_messages(|| {
        found
            .par_iter()
            .map(|file| read_one(file, known, reports).inspect(|_| bar.inc(1)))
            .collect::<Result<_, Error>>()
    })?;
    bar.finish_and_clear();
    Ok(readings)
}

/// Whether there is a report where these paths point to, and no workbook of ours or file that cannot be read.
pub fn is_only_reports(paths: &[PathBuf]) -> bool {
    let Ok(Search { files: found, .. }) = files::find(paths, true) else {
        return false;
    };
    let known = Editions::builtin();
    let mut reports = 0;
    // The first workbook settles it.
    let holds_no_workbook = without_panic_messages(|| {
        found.iter().all(|file| {
            let reading = read_one(file, &known, ReportPolicy::Refuse);
            reading.is_ok_and(|reading| {
                reports += usize::from(reading.is_report());
                !reading.is_ours()
            })
        })
    });
    holds_no_workbook && reports > 0
}

/// Reads all files that the paths refer to, and groups them.
pub fn read(paths: &[PathBuf], known: &Editions, reports: ReportPolicy, messages: &Messages) -> Result<Input, Error> {
    let input = Input::gather(read_files(paths, known, reports, messages)?, known);
    if input.is_useless() {
        let places: Vec<String> = paths.iter().map(|path| format!("'{}'", paths::shown(path))).collect();
        messages.problems(&input.problems);
        return Err(Error::NothingThere(all_of(&places)));
    }
    Ok(input)
}

/// Like [`read`], for a job that tolerates no errors: prints the problems, and fails if one of them is an error.
pub fn read_sound(
    paths: &[PathBuf],
    known: &Editions,
    reports: ReportPolicy,
    messages: &Messages,
) -> Result<Input, Error> {
    let input = read(paths, known, reports, messages)?;
    messages.problems(&input.problems);
    if input.sound().is_err() {
        return Err(nothing_written(messages));
    }
    Ok(input)
}

/// Says that nothing was written because of errors in the input, which have been printed already.
pub fn nothing_written(messages: &Messages) -> Error {
    messages.progress("Er is niets geschreven. Herstel de fouten, of laat de bestanden weg.");
    Error::Faulty
}

/// Runs `work` without printing panic messages. The parser's panics are caught and reported as problems of their file,
/// so the user need not see them.
pub fn without_panic_messages<T>(work: impl FnOnce() -> T) -> T {
    let before = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let done = work();
    panic::set_hook(before);
    done
}

/// Held while reading a file that takes much memory: one such file at a time, however many threads there are.
static HEAVY_READING: Mutex<()> = Mutex::new(());

fn read_one(file: &Found, known: &Editions, reports: ReportPolicy) -> Result<Reading, Error> {
    match file.obstacle {
        Some(Obstacle::Closed(reason)) => return Ok(Reading::closed_folder(&file.label, reason.what)),
        Some(Obstacle::NoFile) => return Ok(Reading::no_file(&file.label, Refusal::NO_FILE.what)),
        None => {}
    }
    let bytes = match files::read(&file.path) {
        // One unreadable file in a folder must not keep the others from being read.
        Err(Error::Unreadable { reason, .. }) if !file.named => {
            return Ok(Reading::closed_file(&file.label, reason.what, &reason.advice()));
        }
        read => read?,
    };
    let file = InputFile {
        label: &file.label,
        bytes: &bytes,
        named: file.named,
    };
    let _turn = file
        .is_heavy()
        .then(|| HEAVY_READING.lock().unwrap_or_else(PoisonError::into_inner));
    Ok(reading::read(&file, known, reports))
}
