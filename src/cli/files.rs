//! Finds the files to read, and reads them up to a bound.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use ketenscan::jobs::keeping::is_kept;
use ketenscan::jobs::reading::{MOST_BYTES, is_passed_over, tell_apart};
use ketenscan::questionnaire::SourceFile;

use super::error::Error;
use super::paths::label;
use super::refusal::Refusal;

/// A file to read, or something else found in its place.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// Its name in messages: as given, with `/` as separator.
    pub label: String,
    /// Whether the user named it, as opposed to a folder that contains it.
    pub named: bool,
    /// Why it cannot be read, if so.
    pub obstacle: Option<Obstacle>,
}

/// What may be found instead of a file.
#[derive(Clone, Copy, Debug)]
pub enum Obstacle {
    /// A folder that cannot be listed.
    Closed(Refusal),
    /// A device, pipe or socket: reading it could take for ever.
    NoFile,
}

/// How many levels of folders are searched; no real folder goes deeper.
const DEEPEST: usize = 32;

/// The files that paths refer to.
#[derive(Debug)]
pub struct Search {
    /// The files to read.
    pub files: Vec<Found>,
    /// How many kept versions of replaced files were skipped.
    pub kept: usize,
}

/// The files that these paths refer to: the path itself, or all files in a folder and its subfolders, sorted by name.
///
/// Hidden files, lock files of office programs and kept versions are skipped (of the last, those that the user named only
/// if `also_kept`), and a file that is named twice is read once. A subfolder that cannot be listed is reported as an
/// obstacle and does not stop the search; nor does something that is neither file nor folder, unless the user named it.
pub fn find(paths: &[PathBuf], also_kept: bool) -> Result<Search, Error> {
    let mut found = Vec::new();
    for path in paths {
        let facts = fs::metadata(path).map_err(|source| not_there(path, source))?;
        if facts.is_dir() {
            search(path, 0, &mut found).map_err(|source| unreadable(path, source))?;
        } else {
            if !facts.is_file() {
                return Err(no_file(path));
            }
            found.push(Found {
                named: true,
                ..Found::within(path.clone())
            });
        }
    }
    let mut seen = BTreeSet::new();
    found.retain(|file| seen.insert(fs::canonicalize(&file.path).unwrap_or_else(|_| file.path.clone())));
    let all = found.len();
    found.retain(|file| !file.is_kept() || also_kept && file.named);
    tell_apart(found.iter_mut().map(|file| &mut file.label));
    Ok(Search {
        kept: all - found.len(),
        files: found,
    })
}

impl Found {
    fn within(path: PathBuf) -> Self {
        Self {
            label: label(&path),
            path,
            named: false,
            obstacle: None,
        }
    }

    fn is_kept(&self) -> bool {
        let name = self.path.file_name().unwrap_or_default();
        is_kept(&name.to_string_lossy())
    }
}

fn search(folder: &Path, depth: usize, found: &mut Vec<Found>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        if is_passed_over(&name.to_string_lossy()) {
            continue;
        }
        let path = entry.path();
        let kind = entry.file_type()?;
        // A link to a folder could lead back here.
        if kind.is_dir() && depth < DEEPEST {
            if let Err(source) = search(&path, depth + 1, found) {
                found.push(Found {
                    obstacle: Some(Obstacle::Closed(Refusal::to_read(&source))),
                    ..Found::within(path)
                });
            }
        } else if kind.is_file() || (kind.is_symlink() && path.is_file()) {
            found.push(Found::within(path));
        } else if !path.is_dir() && path.exists() {
            found.push(Found {
                obstacle: Some(Obstacle::NoFile),
                ..Found::within(path)
            });
        }
    }
    Ok(())
}

/// The bytes of a file. Of a file larger than any workbook may be, only as many as it takes to refuse it.
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    read_at_most(path, MOST_BYTES)
}

/// The bytes of a file, at most `most + 1` of them.
fn read_at_most(path: &Path, most: usize) -> Result<Vec<u8>, Error> {
    let unreadable = |source| unreadable(path, source);
    let facts = fs::metadata(path).map_err(unreadable)?;
    // Opening a pipe would wait for somebody to write to it.
    if !facts.is_file() && !facts.is_dir() {
        return Err(no_file(path));
    }
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

/// Limits for a definition; ours has 11 files of 0.3 MB in all.
const MOST_SOURCES: usize = 100;
const MOST_SOURCE_BYTES: usize = 2 << 20;

/// The files of a definition: the TOML files in a folder and in its subfolder `steps`.
pub fn read_definition(folder: &Path) -> Result<Vec<SourceFile>, Error> {
    let mut files = Vec::new();
    read_sources(folder, &mut files)?;
    match read_sources(&folder.join("steps"), &mut files) {
        // A missing folder is reported later, with everything else that is wrong with the definition.
        Ok(()) | Err(Error::NotFound(_)) => Ok(files),
        Err(error) => Err(error),
    }
}

fn read_sources(folder: &Path, files: &mut Vec<SourceFile>) -> Result<(), Error> {
    let entries = fs::read_dir(folder).map_err(|source| not_there(folder, source))?;
    for entry in entries {
        let path = entry.map_err(|source| unreadable(folder, source))?.path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        if files.len() == MOST_SOURCES {
            return Err(Error::TooManySources(folder.to_owned()));
        }
        let room = MOST_SOURCE_BYTES - files.iter().map(|file| file.text.len()).sum::<usize>();
        let bytes = read_at_most(&path, room)?;
        if bytes.len() > room {
            return Err(Error::SourcesTooLarge(folder.to_owned()));
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let source = io::Error::new(io::ErrorKind::InvalidData, error.utf8_error());
            unreadable(&path, source)
        })?;
        let name = label(&path);
        files.push(SourceFile { name, text });
    }
    Ok(())
}

fn no_file(path: &Path) -> Error {
    Error::Unreadable {
        path: path.to_owned(),
        reason: Refusal::NO_FILE,
        source: None,
    }
}

fn not_there(path: &Path, source: io::Error) -> Error {
    match source.kind() {
        io::ErrorKind::NotFound => Error::NotFound(path.to_owned()),
        _ => unreadable(path, source),
    }
}

fn unreadable(path: &Path, source: io::Error) -> Error {
    Error::Unreadable {
        path: path.to_owned(),
        reason: Refusal::to_read(&source),
        source: Some(source),
    }
}
