//! One file for each command, and what they share: writing outputs and listing them.

pub mod check;
pub mod compare;
pub mod demo;
pub mod export;
pub mod questionnaire;
pub mod report;
pub mod template;

use std::path::{Path, PathBuf};

use ketenscan::jobs::report::Audience;
use ketenscan::jobs::{Made, Output};

use super::error::Error;
use super::files;
use super::messages::Messages;

/// What a command wrote.
pub struct Written {
    /// The files, in order.
    pub paths: Vec<PathBuf>,
    /// A summary for the user.
    pub text: String,
}

impl Written {
    /// Writes everything that a job made into a folder.
    fn write(made: Made, folder: &Path, overwrite: bool) -> Result<Self, Error> {
        Ok(Self {
            paths: write_all(&made.outputs, folder, overwrite)?,
            text: made.text,
        })
    }

    /// Prints where everything was written.
    fn tell_paths(&self, messages: &Messages) {
        for path in &self.paths {
            messages.progress(&format!("Geschreven: {}", files::shown(path)));
        }
    }
}

/// Writes outputs into a folder, and returns their paths.
fn write_all(outputs: &[Output], folder: &Path, overwrite: bool) -> Result<Vec<PathBuf>, Error> {
    let write = |output: &Output| {
        let path = folder.join(&output.name);
        files::write(&path, &output.bytes, overwrite)?;
        Ok(path)
    };
    outputs.iter().map(write).collect()
}

/// The audience with or without `--delen`.
fn audience(share: bool) -> Audience {
    if share { Audience::Anyone } else { Audience::Region }
}
