//! Problems with content: each has a code, a place, a message and a hint. A run may have many.

use serde::Serialize;

/// The severity of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The content cannot be used; nothing is written until it is corrected or left out.
    Error,
    /// The content is used as the message describes, but somebody should check it.
    Warning,
    /// Worth knowing; nothing needs to be corrected.
    Note,
}

/// The location of a problem, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The name of the file in messages, with `/` as separator.
    pub file: String,
    /// Line of a text file, counted from 1.
    pub line: Option<usize>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Cell of that sheet, such as `D12`.
    pub cell: Option<String>,
    /// Id of the question (row) concerned.
    pub question: Option<String>,
}

impl Place {
    /// A whole file.
    #[must_use]
    pub fn file(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            ..Self::default()
        }
    }

    /// A line of a text file.
    #[must_use]
    pub fn line(file: &str, line: usize) -> Self {
        Self {
            line: Some(line),
            ..Self::file(file)
        }
    }
}

/// A problem. Its code is stable and explained in the manual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Stable code, such as `W12`.
    pub code: &'static str,
    /// Its severity.
    pub severity: Severity,
    /// Its location.
    pub place: Place,
    /// What is wrong, in one plain Dutch sentence.
    pub message: String,
    /// What to do, in one plain Dutch sentence that is valid wherever it is read.
    pub hint: String,
    /// The choice that solves it, if that is a choice of the run and not a change of the content.
    pub remedy: Option<Remedy>,
}

/// A choice of the run that solves a problem. A user interface that offers it under some name (an option, a button) can
/// add that name to the hint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Reading with another questionnaire.
    OtherQuestionnaire {
        /// Ids of the questionnaires used.
        ours: Vec<String>,
    },
    /// Reading with one more edition of the questionnaire.
    OtherEdition {
        /// The editions used, such as "editie 2026".
        known: Vec<String>,
    },
    /// Making the report again to replace this one.
    MakeAgain,
    /// Letting all municipalities weigh the same.
    EqualWeights,
}

/// A value and what is wrong with the input from which it was made.
#[derive(Clone, Debug)]
pub struct Checked<T> {
    /// What was made, as far as possible.
    pub value: T,
    /// Everything that was found on the way.
    pub problems: Vec<Problem>,
}

/// Whether any of these problems stops the run.
#[must_use]
pub fn any_error(problems: &[Problem]) -> bool {
    problems.iter().any(|p| p.severity == Severity::Error)
}

/// The contents of a finding, wherever it is found.
pub(crate) struct Description {
    /// Stable code, such as `W12`.
    pub(crate) code: &'static str,
    /// Its severity.
    pub(crate) severity: Severity,
    /// What is wrong, in one plain Dutch sentence.
    pub(crate) message: String,
    /// What to do, in one plain Dutch sentence.
    pub(crate) hint: String,
}

/// A kind of finding, which defines its code, severity, message and hint in one place.
pub(crate) trait Finding {
    /// Its contents.
    fn describe(&self) -> Description;

    /// The choice of the run that solves it, if there is one.
    fn remedy(&self) -> Option<Remedy> {
        None
    }

    /// The finding as a problem at `place`.
    fn at(&self, place: Place) -> Problem {
        let Description {
            code,
            severity,
            message,
            hint,
        } = self.describe();
        Problem {
            code,
            severity,
            place,
            message,
            hint,
            remedy: self.remedy(),
        }
    }
}
