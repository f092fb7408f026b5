//! One file for each command, and what they share: writing outputs and listing them.

pub mod about;
pub mod check;
pub mod compare;
pub mod consensus;
pub mod demo;
pub mod export;
pub mod licences;
pub mod manual_page;
pub mod progress;
pub mod questionnaire;
pub mod report;
pub mod template;

use std::path::{Path, PathBuf};

use ketenscan::jobs::report::Audience;
use ketenscan::jobs::{self, Made, Output, templates};
use ketenscan::questionnaire::Editions;

use ketenscan::wording::all_of;

use super::error::Error;
use super::messages::{Messages, say};
use super::paths::{self, shown};
use super::{files, input, output};

/// What a command wrote.
pub struct Written {
    /// The files, in order.
    pub paths: Vec<PathBuf>,
    /// A summary for the user.
    pub text: String,
}

impl Written {
    /// Writes everything that a job made into a folder. See [`write_one`] for `carried`.
    fn write(made: Made, folder: &Path, overwrite: bool, carried: &str) -> Result<Self, Error> {
        Ok(Self {
            paths: write_all(&made.outputs, folder, overwrite, carried)?,
            text: made.text,
        })
    }

    /// Prints where everything was written.
    fn tell_paths(&self, messages: &Messages) {
        for path in &self.paths {
            messages.progress(&format!("Geschreven: {}", shown(path)));
        }
    }
}

/// How many leftovers are listed by name.
const MOST_NAMED: usize = 5;

/// Lists the files and folders that an earlier run left and that no longer match what was written.
fn tell_leftovers(folder: &Path, names: impl IntoIterator<Item = impl AsRef<Path>>, written: &[PathBuf]) {
    let left = output::leftovers(folder, names, written);
    let mut named: Vec<String> = left.iter().take(MOST_NAMED).map(|path| shown(path)).collect();
    match left.len().saturating_sub(MOST_NAMED) {
        0 if left.is_empty() => return,
        0 => {}
        more => named.push(format!("nog {more}")),
    }
    Messages::notice(&format!(
        "Van een eerdere keer, en nu niet vernieuwd: {}. Maak ook die opnieuw, of haal ze weg.",
        all_of(&named)
    ));
}

/// Writes outputs into a folder, and returns their paths.
fn write_all(outputs: &[Output], folder: &Path, overwrite: bool, carried: &str) -> Result<Vec<PathBuf>, Error> {
    let write = |made| write_one(made, folder, overwrite, carried);
    outputs.iter().map(write).collect()
}

/// Writes an output into a folder, and returns its path. If that replaced a file in which people had worked, prints
/// where it is kept, even with `--stil`. `carried` ends that sentence: it says how much of it the new file has.
fn write_one(made: &Output, folder: &Path, overwrite: bool, carried: &str) -> Result<PathBuf, Error> {
    let path = folder.join(&made.name);
    if let Some(kept) = output::write(&path, &made.bytes, overwrite)? {
        let (before, kept) = (shown(&path), shown(&kept));
        Messages::notice(&format!("Wat in {before} stond, is bewaard als {kept}{carried}"));
    }
    Ok(path)
}

/// Writes a blank workbook and prints its path, unless something at that path must be left alone: then says so. Returns
/// whether it was written.
fn write_blank(
    name: &str,
    folder: &Path,
    overwrite: bool,
    known: &Editions,
    make: impl FnOnce() -> Result<Output, jobs::Error>,
) -> Result<bool, Error> {
    let path = folder.join(name);
    if let Some(why) = obstacle(&path, overwrite, known)? {
        Messages::notice(&format!("{why} zo gelaten: {}", shown(&path)));
        return Ok(false);
    }
    write_one(&make()?, folder, overwrite, "; het nieuwe is leeg")?;
    say!("{}", shown(&path));
    Ok(true)
}

/// Why a blank workbook may not be written to a path, as the beginning of a sentence.
fn obstacle(path: &Path, overwrite: bool, known: &Editions) -> Result<Option<String>, Error> {
    match output::may_write(path, overwrite) {
        Err(Error::Exists { .. }) => return Ok(Some("Bestaat al en is".to_owned())),
        Err(Error::Open { program, .. }) => return Ok(Some(format!("Is open in {program} en"))),
        may_write => may_write?,
    }
    if !path.exists() {
        return Ok(None);
    }
    let (bytes, label) = (files::read(path)?, paths::label(path));
    let may_replace = input::without_panic_messages(|| templates::may_replace(&bytes, &label, known));
    Ok((!may_replace).then(|| "Geen leesbare vragenlijst en".to_owned()))
}

/// How existing workbooks that were left alone are replaced all the same, as the end of a message; nothing if none were.
fn way_on(left_alone: bool, overwrite: bool) -> &'static str {
    if left_alone && !overwrite {
        " Wat er al staat, vervangt u met --overschrijf; wat iemand heeft ingevuld, blijft dan bewaard."
    } else {
        ""
    }
}

/// The audience with or without `--delen`.
fn audience(share: bool) -> Audience {
    if share { Audience::Anyone } else { Audience::Region }
}

/// The same error, with its file where the run would put it.
fn placed(mut error: jobs::Error, folder: &Path) -> Error {
    if let jobs::Error::SameReport { name } | jobs::Error::Irreplaceable { name, .. } = &mut error {
        *name = shown(&folder.join(&*name));
    }
    error.into()
}
