//! Writes files completely or not at all, and keeps a copy of what it replaces if people may have worked in it.

use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use ketenscan::jobs::keeping::{is_to_be_kept, kept_name};
use ketenscan::jobs::reading::is_passed_over;
use tempfile::{NamedTempFile, PersistError};

use super::clock::today;
use super::error::{Error, OTHER_FOLDER};
use super::files::read;
use super::interrupt;
use super::paths::shown;
use super::refusal::Refusal;

/// Whether the path may be written to: it does not exist yet, or may be replaced and is not open in a program.
pub fn may_write(path: &Path, overwrite: bool) -> Result<(), Error> {
    if !path.exists() {
        return Ok(());
    }
    if !overwrite {
        return Err(exists(path));
    }
    let Some(name) = path.file_name() else {
        return Ok(());
    };
    // The program would overwrite the new file with what it has in memory, or lose that.
    for (program, before, after) in [("LibreOffice", ".~lock.", "#"), ("Excel", "~$", "")] {
        let lock: OsString = [before.as_ref(), name, after.as_ref()].into_iter().collect();
        if path.with_file_name(&lock).exists() {
            return Err(Error::Open {
                path: path.to_owned(),
                program,
                lock: shown(Path::new(&lock)),
            });
        }
    }
    Ok(())
}

/// Writes a file completely or not at all: first to a temporary file next to it, which is then renamed. Returns the path
/// at which the replaced file is kept, if people may have worked in it.
pub fn write(path: &Path, bytes: &[u8], overwrite: bool) -> Result<Option<PathBuf>, Error> {
    let _whole = interrupt::hold();
    may_write(path, overwrite)?;
    let before = fs::metadata(path).ok();
    let file = beside(path, bytes, before.as_ref())?;
    if !overwrite {
        put_new(file, path)?;
        return Ok(None);
    }
    let kept = keep(path, before.as_ref())?;
    if let Err(error) = file.persist(path) {
        // Nothing was replaced, so nothing needs to be kept.
        if let Some(kept) = kept {
            let _ = fs::remove_file(kept);
        }
        return Err(unwritable(path, error.error));
    }
    Ok(kept)
}

/// The files and folders among `names` that exist and were not written by this run.
pub fn leftovers(
    folder: &Path,
    names: impl IntoIterator<Item = impl AsRef<Path>>,
    written: &[PathBuf],
) -> Vec<PathBuf> {
    let mut left = Vec::new();
    for path in names.into_iter().map(|name| folder.join(name)) {
        if written
            .iter()
            .any(|written| written.starts_with(&path) && *written != path)
        {
            // Only part of this folder is left over.
            let inside = fs::read_dir(&path).into_iter().flatten().flatten();
            let mut inside: Vec<PathBuf> = inside.map(|entry| entry.path()).collect();
            let is_hidden = |path: &Path| {
                path.file_name()
                    .is_some_and(|name| is_passed_over(&name.to_string_lossy()))
            };
            inside.retain(|path| !written.contains(path) && !is_hidden(path));
            inside.sort();
            left.extend(inside);
        } else if path.exists() && !written.contains(&path) {
            left.push(path);
        }
    }
    left
}

/// A complete temporary file in the folder of `path`.
fn beside(path: &Path, bytes: &[u8], before: Option<&Metadata>) -> Result<NamedTempFile, Error> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let unwritable = |source| unwritable(path, source);
    fs::create_dir_all(folder).map_err(unwritable)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".ketenscan-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Temporary files are private to their owner by default; this leaves it to the umask.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(unwritable)?;
    file.write_all(bytes).map_err(unwritable)?;
    // A report that was made private stays private.
    if let Some(before) = before.filter(|before| before.is_file()) {
        file.as_file()
            .set_permissions(before.permissions())
            .map_err(unwritable)?;
    }
    file.as_file().sync_all().map_err(unwritable)?;
    Ok(file)
}

/// Moves a file to a path that does not exist yet.
fn put_new(file: NamedTempFile, path: &Path) -> Result<(), Error> {
    let put = file.persist_noclobber(path);
    put.map(drop).map_err(|PersistError { error, .. }| match error.kind() {
        io::ErrorKind::AlreadyExists => exists(path),
        _ => unwritable(path, error),
    })
}

/// Links a file that is about to be replaced to a second name, if people may have worked in it.
fn keep(path: &Path, before: Option<&Metadata>) -> Result<Option<PathBuf>, Error> {
    let (Some(before), Some(name)) = (before.filter(|before| before.is_file()), path.file_name()) else {
        return Ok(None);
    };
    let name = name.to_string_lossy();
    let bytes = read(path)?;
    if !is_to_be_kept(&name, &bytes) {
        return Ok(None);
    }
    let day = today()?;
    for number in 1.. {
        let kept = path.with_file_name(kept_name(&name, day, number));
        let put = match fs::hard_link(path, &kept) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => copy(path, &kept, before),
            linked => linked.map_err(|_| exists(&kept)),
        };
        match put {
            Ok(()) => return Ok(Some(kept)),
            Err(Error::Exists { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}

/// Copies a file, for file systems without hard links.
fn copy(path: &Path, kept: &Path, before: &Metadata) -> Result<(), Error> {
    let bytes = fs::read(path).map_err(|source| unwritable(kept, source))?;
    put_new(beside(kept, &bytes, Some(before))?, kept)
}

fn exists(path: &Path) -> Error {
    Error::Exists {
        path: path.to_owned(),
        elsewhere: OTHER_FOLDER,
    }
}

fn unwritable(path: &Path, source: io::Error) -> Error {
    Error::Unwritable {
        path: path.to_owned(),
        elsewhere: OTHER_FOLDER,
        reason: Refusal::to_write(&source),
        source,
    }
}
