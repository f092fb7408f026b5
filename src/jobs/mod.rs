//! What a user can ask for: takes named bytes and options; returns problems, texts and named bytes.
//!
//! A job knows no files, clock, terminal or threads. Its caller (the command line, or a page in a browser) finds the
//! bytes, supplies the date, and stores the output. Reading one file and making one output are separate functions, so
//! that a caller can run them one by one or in parallel:
//!
//! 1. [`questionnaires`]: the questionnaires to use, loaded from definitions or built in.
//! 2. [`reading`]: reads one file at a time.
//! 3. [`input`]: groups all files by region and year, with everything that is wrong with them.
//! 4. The job itself: [`check`], [`consensus`], [`report`], [`compare`], [`export`]; or [`progress`], which needs a report only,
//!    [`templates`], which needs no input, [`demo`], which invents its own, and [`catalogue`], which is about the questions.
//!
//! [`keeping`] decides whether an existing file has to be kept when it is replaced, and under which name. [`problems`]
//! puts problems into words. An [`Error`] says why a job could not be done. What the user can do about that depends on
//! the interface, so each interface adds that itself.

pub mod catalogue;
pub mod check;
pub mod compare;
mod conclusion_findings;
pub mod consensus;
mod copy_findings;
pub mod demo;
mod error;
pub mod export;
mod findings;
pub mod input;
pub mod keeping;
pub mod letters;
mod no_longer;
mod open;
mod own_files;
mod pictures;
pub mod problems;
pub mod progress;
pub mod questionnaires;
pub mod reading;
pub mod report;
mod response;
mod several;
mod several_findings;
pub mod templates;

pub use error::{Error, Irreplaceable};

/// The version of the library, and so of what its jobs make.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A file to be stored under its name: a path, with `/` as separator, relative to the output folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its name.
    pub name: String,
    /// Its contents.
    pub bytes: Vec<u8>,
}

impl Output {
    fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            bytes: bytes.into(),
        }
    }
}

/// What a job made, with a summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The files, in order.
    pub outputs: Vec<Output>,
    /// A summary for people, in whole lines.
    pub text: String,
}
