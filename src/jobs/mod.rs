//! What a user asks for: named bytes and options in; problems, words and named bytes out.
//!
//! A job knows no files, clock, terminal or threads. Whoever uses it (the command line, a page in a
//! browser) finds the bytes, says what day it is, and keeps what comes out. Reading one file and
//! making one output are functions of their own, to be done one by one or side by side:
//!
//! 1. [`questionnaires`]: the questionnaires to read with, from their definitions or built in.
//! 2. [`reading`]: one file at a time.
//! 3. [`input`]: all files together, by region and year, with all that is wrong in them.
//! 4. The job itself: [`check`], [`report`], [`compare`], [`export`]; or [`templates`], which needs no
//!    input, [`demo`], which invents its own, and [`catalogue`], which is about the questions.
//!
//! [`problems`] words what is wrong. An [`Error`] says why a job could not be done; what there is to do
//! about it goes by other names on a command line than on a page, so each words that for itself.

pub mod catalogue;
pub mod check;
pub mod compare;
pub mod demo;
mod error;
pub mod export;
mod findings;
pub mod input;
pub mod problems;
pub mod questionnaires;
pub mod reading;
pub mod report;
pub mod templates;

pub use error::{Error, Irreplaceable};

/// A file to be kept, under its name: a path with `/` from the folder where the outputs go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its name.
    pub name: String,
    /// What it holds.
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

/// What a job made, and what there is to say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The files, in order.
    pub outputs: Vec<Output>,
    /// The same in short, for people to read: whole lines.
    pub text: String,
}
