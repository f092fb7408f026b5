//! One file's bytes become what it holds for a job, with all that is wrong in it.

use super::findings::JobFinding;
use crate::plan::FilledPlan;
use crate::problem::{Finding, Place, Problem, Severity};
use crate::questionnaire::Editions;
use crate::workbook::read::{Content, is_heavy, read_filled_plan};

pub use crate::workbook::read::MOST_BYTES;

/// A file as it is handed over. Of one longer than [`MOST_BYTES`] its beginning, one byte longer than
/// that, is enough.
#[derive(Clone, Copy, Debug)]
pub struct InputFile<'a> {
    /// How messages call it, with `/`.
    pub label: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
    /// Whether the user named it, rather than a folder it is in.
    pub named: bool,
}

impl InputFile<'_> {
    /// Whether reading it takes so much memory that no other such file should be read meanwhile.
    #[must_use]
    pub fn is_heavy(&self) -> bool {
        is_heavy(self.bytes)
    }
}

const PASSED_OVER: &str = "Het is overgeslagen.";

/// What a job does with a report among its files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnReport {
    /// Passes it over in a folder, and refuses one that is named.
    Refuse,
    /// Reads what people filled in, in its plan.
    ReadPlan,
}

/// One file, as read.
#[derive(Debug)]
pub struct Reading {
    /// How messages call it.
    pub label: String,
    /// All that is wrong in it.
    pub problems: Vec<Problem>,
    pub(super) content: Option<Content>,
    pub(super) plan: Option<FilledPlan>,
    /// Whether the job does something with it.
    pub(super) useful: bool,
}

impl Reading {
    /// Whether it is a questionnaire of ours, filled in or not, or a file that could not be read.
    pub(super) fn is_ours(&self) -> bool {
        !matches!(
            self.content,
            Some(Content::Foreign | Content::NotAWorkbook | Content::Report | Content::Comparison)
        )
    }

    /// A file among others that nobody could get at, and what to do about it in a sentence.
    #[must_use]
    pub fn closed_file(label: &str, reason: &str, advice: &str) -> Self {
        Self::closed(label, "het bestand", reason, advice)
    }

    /// A folder among others that nobody could look into.
    #[must_use]
    pub fn closed_folder(label: &str, reason: &str) -> Self {
        let advice = "Vraag toegang tot de map, of haal die weg uit de invoer.";
        Self::closed(label, "de map", reason, advice)
    }

    /// Something among others that is neither a file nor a folder; it is passed over.
    #[must_use]
    pub fn no_file(label: &str, reason: &str) -> Self {
        let mut reading = Self::closed(label, "het bestand", reason, PASSED_OVER);
        for problem in &mut reading.problems {
            problem.severity = Severity::Note;
        }
        Self {
            content: Some(Content::NotAWorkbook),
            useful: false,
            ..reading
        }
    }

    fn closed(label: &str, what: &'static str, reason: &str, advice: &str) -> Self {
        let finding = JobFinding::Closed { what, reason, advice };
        Self {
            label: label.to_owned(),
            problems: vec![finding.at(Place::file(label))],
            content: None,
            plan: None,
            useful: true,
        }
    }
}

/// Whether a file or folder within a folder is passed over: hidden, or the lock of an office program.
#[must_use]
pub fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$")
}

/// Reads one file. `known` are the questionnaires to read with.
#[must_use]
pub fn read(file: &InputFile, known: &Editions, reports: OnReport) -> Reading {
    let mut checked = crate::workbook::read::read(file.bytes, file.label, known);
    let mut plan = None;
    let refused = match &checked.value {
        Some(Content::Foreign) => Some(JobFinding::Foreign),
        Some(Content::Report) if reports == OnReport::ReadPlan => {
            let mut filled = read_filled_plan(file.bytes, file.label, known);
            checked.problems.append(&mut filled.problems);
            plan = filled.value;
            None
        }
        Some(Content::Report) if file.named => Some(JobFinding::NoQuestionnaire { what: "rapport" }),
        Some(Content::Comparison) if file.named => Some(JobFinding::NoQuestionnaire { what: "vergelijking" }),
        _ => None,
    };
    checked
        .problems
        .extend(refused.map(|finding| finding.at(Place::file(file.label))));
    // What is not ours is an error where the user named it, and passed over in a folder.
    if !file.named && matches!(checked.value, Some(Content::Foreign | Content::NotAWorkbook)) {
        for problem in &mut checked.problems {
            problem.severity = Severity::Note;
            PASSED_OVER.clone_into(&mut problem.hint);
        }
    }
    let mut reading = Reading {
        label: file.label.to_owned(),
        problems: checked.problems,
        content: checked.value,
        plan,
        useful: false,
    };
    let read_for_its_plan = reports == OnReport::ReadPlan && matches!(reading.content, Some(Content::Report));
    reading.useful = reading.is_ours() || read_for_its_plan;
    reading
}
