//! `overleg`: makes the workbooks in which people agree on an answer.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use ketenscan::jobs;
use ketenscan::jobs::consensus::{self, Pending};
use ketenscan::jobs::reading::ReportPolicy;
use ketenscan::wording::count;

use super::{way_on, write_blank};
use crate::cli::args::ConsensusArgs;
use crate::cli::error::Error;
use crate::cli::messages::Messages;
use crate::cli::{files, input, paths};

/// Makes the workbooks. Existing ones are left alone and listed.
pub fn run(args: &ConsensusArgs, folders: &[PathBuf], messages: &Messages) -> Result<(), Error> {
    let known = input::editions(folders, messages)?;
    let input = input::read_sound(&args.paths, &known, ReportPolicy::Refuse, messages)?;
    let Pending { workbooks, alone } = consensus::pending(&input, &known)?;
    let places: Vec<PathBuf> = match &args.output {
        Some(folder) => vec![folder.clone(); workbooks.len()],
        None => {
            let found = files::find(&args.paths, false)?.files;
            let found: BTreeMap<&str, &Path> = found.iter().map(|file| (&*file.label, &*file.path)).collect();
            let of = |label: &&str| found.get(*label).copied();
            let folder = |files: &[&str]| common_folder(files.iter().filter_map(of));
            workbooks.iter().map(|workbook| folder(&workbook.files)).collect()
        }
    };
    let mut taken = BTreeSet::new();
    for (workbook, folder) in workbooks.iter().zip(&places) {
        let path = folder.join(&workbook.name);
        if !taken.insert(path.clone()) {
            let name = paths::shown(&path);
            return Err(jobs::Error::SameJointWorkbook { name }.into());
        }
    }
    let mut written = 0;
    for (workbook, folder) in workbooks.iter().zip(&places) {
        let is_written = write_blank(&workbook.name, folder, args.overwrite, &known, || workbook.make())?;
        written += usize::from(is_written);
    }
    if let Some(alone) = alone {
        messages.progress(&alone);
    }
    let number = count(written, "gezamenlijk werkboek", "gezamenlijke werkboeken");
    let way_on = way_on(written < workbooks.len(), args.overwrite);
    messages.progress(&format!("{number} gemaakt.{way_on}"));
    Ok(())
}

/// The deepest folder in which all these files are.
fn common_folder<'p>(files: impl Iterator<Item = &'p Path>) -> PathBuf {
    let folders = files.filter_map(Path::parent).map(Path::to_owned);
    let common = folders.reduce(|one, other| {
        let both = one.components().zip(other.components());
        both.take_while(|(one, other)| one == other)
            .map(|(one, _)| one)
            .collect()
    });
    common.unwrap_or_default()
}
