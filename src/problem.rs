//! What is wrong with some content: a coded, located sentence with advice, one of many in a run.

use serde::Serialize;

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The content cannot be used; nothing is written until it is mended or left out.
    Error,
    /// The content is used as described; somebody should look.
    Warning,
    /// Worth knowing, nothing to mend.
    Note,
}

/// Where a problem is. Only what is known is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file as it was named to the reader, with `/`.
    pub file: String,
    /// Line of a text file, counted from 1.
    pub line: Option<usize>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Cell of that sheet, as in `D12`.
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

/// One problem. `code` is stable and explained in the manual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Stable code, as in `W12`.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// One plain Dutch sentence: what is wrong.
    pub message: String,
    /// One plain Dutch sentence: what to do, in words that fit wherever it is read.
    pub hint: String,
    /// The choice that mends it, where it is one of the run and not of the content.
    pub remedy: Option<Remedy>,
}

/// A choice of the run that mends a problem. Whoever offers it under a name of its own (an option, a
/// button) can put that name in a hint of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Reading with another questionnaire.
    OtherQuestionnaire {
        /// Ids of the questionnaires that were read with.
        ours: Vec<String>,
    },
    /// Reading with one more edition of the questionnaire.
    OtherEdition {
        /// The editions that were read with, as in "editie 2026".
        known: Vec<String>,
    },
    /// Making the report again in place of this one.
    MakeAgain,
    /// Letting all municipalities weigh the same.
    EqualWeights,
}

/// A value and what was found wrong while making it.
#[derive(Clone, Debug)]
pub struct Checked<T> {
    /// What was made, as far as it could be.
    pub value: T,
    /// Everything found on the way.
    pub problems: Vec<Problem>,
}

/// Whether any of these problems stops the run.
#[must_use]
pub fn any_error(problems: &[Problem]) -> bool {
    problems.iter().any(|p| p.severity == Severity::Error)
}

/// What a finding says, wherever it is found.
pub(crate) struct Description {
    /// Stable code, as in `W12`.
    pub(crate) code: &'static str,
    /// How much it weighs.
    pub(crate) severity: Severity,
    /// One plain Dutch sentence: what is wrong.
    pub(crate) message: String,
    /// One plain Dutch sentence: what to do.
    pub(crate) hint: String,
}

/// A kind of finding: it knows its own code, weight, sentence and advice, in one place.
pub(crate) trait Finding {
    /// What it says.
    fn describe(&self) -> Description;

    /// The choice of the run that mends it, where there is one.
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
