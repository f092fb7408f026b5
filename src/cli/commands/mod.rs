//! One file for each command, and what they share: outputs written, and told of.

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
    /// What there is to say of them.
    pub text: String,
}

impl Written {
    /// Writes all that a job made into a folder.
    fn write(made: Made, folder: &Path, overwrite: bool) -> Result<Self, Error> {
        Ok(Self {
            paths: write_all(&made.outputs, folder, overwrite)?,
            text: made.text,
        })
    }

    /// Tells where everything went.
    fn tell_paths(&self, messages: &Messages) {
        for path in &self.paths {
            messages.progress(&format!("Geschreven: {}", files::shown(path)));
        }
    }
}

/// Writes outputs into a folder, and gives where each went.
fn write_all(outputs: &[Output], folder: &Path, overwrite: bool) -> Result<Vec<PathBuf>, Error> {
    let write = |output: &Output| {
        let path = folder.join(&output.name);
        files::write(&path, &output.bytes, overwrite)?;
        Ok(path)
    };
    outputs.iter().map(write).collect()
}

/// Whom a command makes something for, with `--delen` or without.
fn audience(share: bool) -> Audience {
    if share { Audience::Anyone } else { Audience::Region }
}
