//! The only place that reads and writes files: inputs found and bounded, outputs whole or not at all.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use ketenscan::jobs::reading::{MOST_BYTES, is_passed_over};
use ketenscan::questionnaire::SourceFile;
use ketenscan::spelling::is_unprintable;

use super::error::Error;
use super::interrupt;
use super::refusal::Refusal;

/// A file to read, or what is in its place.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// How messages call it: as given, with `/`.
    pub label: String,
    /// Whether the user named it, rather than a folder it is in.
    pub named: bool,
    /// Why there is nothing to read.
    pub obstacle: Option<Obstacle>,
}

/// What is found where a file could be.
#[derive(Clone, Copy, Debug)]
pub enum Obstacle {
    /// A folder that cannot be looked into.
    Closed(Refusal),
    /// A device, pipe or socket: reading one could wait for ever.
    NoFile,
}

/// How many folders deep a search goes; office work is never deeper.
const DEEPEST: usize = 32;

/// The files that these paths stand for: themselves, or all in a folder and its folders, by name.
/// Hidden files and office lock files are passed over; a file named twice is read once. A folder within
/// a folder that cannot be looked into is found as such, and keeps nothing else from being read. So is what
/// is neither file nor folder, unless it is named.
pub fn find(paths: &[PathBuf]) -> Result<Vec<Found>, Error> {
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
    tell_apart(&mut found);
    Ok(found)
}

/// Numbers files that differ only in what messages do not show.
fn tell_apart(found: &mut [Found]) {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for file in found {
        let number = times.entry(file.label.clone()).or_default();
        *number += 1;
        if *number > 1 {
            file.label = format!("{} ({number})", file.label);
        }
    }
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

/// How messages call a path: as given, with `/`, and without whatever a terminal could take for an order.
pub fn label(path: &Path) -> String {
    shown(path).replace('\\', "/")
}

/// A path as it is given, but for what a terminal could take for an order or nobody would see.
pub fn shown(path: &Path) -> String {
    path.to_string_lossy().replace(is_unprintable, "\u{fffd}")
}

/// The bytes of a file, or of its beginning where it is longer than any workbook may be.
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    read_at_most(path, MOST_BYTES)
}

/// The bytes of a file; of a longer one so many, and one more.
fn read_at_most(path: &Path, most: usize) -> Result<Vec<u8>, Error> {
    let unreadable = |source| unreadable(path, source);
    let facts = fs::metadata(path).map_err(unreadable)?;
    // To open a pipe is to wait for who writes to it.
    if !facts.is_file() && !facts.is_dir() {
        return Err(no_file(path));
    }
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

/// How many files a definition may have, and bytes in all; ours has 11 of 0.3 MB together.
const MOST_SOURCES: usize = 100;
const MOST_SOURCE_BYTES: usize = 2 << 20;

/// The files of a questionnaire's definition: the TOML files of a folder and of its folder `steps`.
pub fn read_definition(folder: &Path) -> Result<Vec<SourceFile>, Error> {
    let mut files = Vec::new();
    read_sources(folder, &mut files)?;
    match read_sources(&folder.join("steps"), &mut files) {
        // What a definition lacks is told with all else that is wrong with it.
        Ok(()) | Err(Error::NotFound(_)) => Ok(files),
        Err(error) => Err(error),
    }
}

fn read_sources(folder: &Path, files: &mut Vec<SourceFile>) -> Result<(), Error> {
    let entries = fs::read_dir(folder).map_err(|source| not_there(folder, source))?;
    for entry in entries {
        let path = entry.map_err(|source| unreadable(folder, source))?.path();
        if path.extension().is_none_or(|ending| ending != "toml") {
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

/// Whether writing there is allowed: nothing is there, or it may be replaced.
pub fn may_write(path: &Path, overwrite: bool) -> Result<(), Error> {
    if path.exists() && !overwrite {
        return Err(Error::Exists(path.to_owned()));
    }
    Ok(())
}

/// Writes a file whole or not at all: first beside its place, then put there in one move.
pub fn write(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), Error> {
    let _whole = interrupt::hold();
    may_write(path, overwrite)?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let unwritable = |source| unwritable(path, source);
    fs::create_dir_all(folder).map_err(unwritable)?;
    let mut file = tempfile::Builder::new()
        .prefix(".ketenscan-")
        .tempfile_in(folder)
        .map_err(unwritable)?;
    file.write_all(bytes).map_err(unwritable)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A temporary file is for its owner alone; a report is an ordinary file.
        file.as_file()
            .set_permissions(fs::Permissions::from_mode(0o644))
            .map_err(unwritable)?;
    }
    file.as_file().sync_all().map_err(unwritable)?;
    let put = if overwrite {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    put.map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => Error::Exists(path.to_owned()),
        _ => unwritable(error.error),
    })?;
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

fn unwritable(path: &Path, source: io::Error) -> Error {
    Error::Unwritable {
        path: path.to_owned(),
        reason: Refusal::to_write(&source),
        source,
    }
}
