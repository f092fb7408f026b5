//! Takes the bytes of one file; returns what a job can use of it, with its problems.

use std::collections::BTreeMap;

use super::findings::JobFinding;
use super::own_files::is_made_by_us;
use crate::plan::FilledPlan;
use crate::problem::{Checked, Finding, Place, Problem, Remedy, Severity};
use crate::questionnaire::Editions;
use crate::spelling::is_unprintable;
use crate::workbook::read::{
    Content, ReportPlan, check_plan, contradictory, is_heavy, read_filled_plan, read_standing,
};

pub use crate::workbook::read::MOST_BYTES;

/// A file to read. Of a file larger than [`MOST_BYTES`], the first `MOST_BYTES + 1` bytes are enough.
#[derive(Clone, Copy, Debug)]
pub struct InputFile<'a> {
    /// Its name in messages, with `/` as separator.
    pub label: &'a str,
    /// Its contents.
    pub bytes: &'a [u8],
    /// Whether the user named it, as opposed to a folder that contains it.
    pub named: bool,
}

impl InputFile<'_> {
    /// Whether reading it takes so much memory that no other such file should be read at the same time.
    #[must_use]
    pub fn is_heavy(&self) -> bool {
        is_heavy(self.bytes)
    }
}

const PASSED_OVER: &str = "Het is overgeslagen.";

/// What a job does with a report among its files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportPolicy {
    /// Skips one in a folder, and refuses one that the user named.
    Refuse,
    /// Reads what people filled in in its plan.
    ReadPlan,
    /// Checks what people filled in in its plan.
    CheckPlan,
    /// Reads its plan as it stands, and nothing else: any other file is passed over.
    FollowPlan,
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its name in messages.
    pub label: String,
    /// Everything that is wrong with it.
    pub problems: Vec<Problem>,
    pub(super) content: Option<Content>,
    pub(super) plan: Option<FilledPlan>,
    pub(super) standing: Option<Box<ReportPlan>>,
    /// Whether the job can use it.
    pub(super) useful: bool,
}

impl Reading {
    /// Whether it is a questionnaire of ours, filled in or blank, or a file that could not be read.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        !matches!(
            self.content,
            Some(Content::Foreign | Content::NotAWorkbook | Content::Report { .. } | Content::Comparison)
        )
    }

    /// Whether it is a report of ours, with a plan that people may have filled in.
    #[must_use]
    pub fn is_report(&self) -> bool {
        matches!(self.content, Some(Content::Report { .. }))
    }

    /// Whether the job can use it, and it is not the demo's.
    pub(super) fn is_real(&self) -> bool {
        self.useful && self.content.is_some() && !self.is_invented()
    }

    /// Whether the demo invented all that is in it.
    pub(super) fn is_invented(&self) -> bool {
        match &self.content {
            Some(Content::Submission(book) | Content::Unplaced(book)) => book.is_invented,
            Some(Content::Report { is_invented }) => *is_invented,
            _ => false,
        }
    }

    /// A file on which the reader itself stopped, where that cannot be caught: its caller started a new one.
    #[must_use]
    pub fn unreadable(label: &str) -> Self {
        Self::without_content(label, contradictory(label))
    }

    /// A file that cannot be accessed, found in a folder; `advice` is a whole sentence.
    #[must_use]
    pub fn closed_file(label: &str, reason: &str, advice: &str) -> Self {
        Self::closed(label, "het bestand", reason, advice)
    }

    /// A folder that cannot be listed, found in a folder.
    #[must_use]
    pub fn closed_folder(label: &str, reason: &str) -> Self {
        let advice = "Vraag toegang tot de map, of haal die weg uit de invoer.";
        Self::closed(label, "de map", reason, advice)
    }

    /// Something that is neither a file nor a folder, found in a folder; it is skipped.
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
        Self::without_content(label, finding.at(Place::file(label)))
    }

    fn without_content(label: &str, problem: Problem) -> Self {
        Self {
            label: label.to_owned(),
            problems: vec![problem],
            content: None,
            plan: None,
            standing: None,
            useful: true,
        }
    }
}

/// The name of a file in messages: its path as given, with `/` as separator, and without anything that a terminal could
/// take for an order.
#[must_use]
pub fn label(path: &str) -> String {
    path.replace(is_unprintable, "\u{fffd}").replace('\\', "/")
}

/// Numbers the labels that would otherwise be equal, so that messages can tell their files apart.
pub fn tell_apart<'a>(labels: impl IntoIterator<Item = &'a mut String>) {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for label in labels {
        let number = times.entry(label.clone()).or_default();
        *number += 1;
        if *number > 1 {
            *label = format!("{label} ({number})");
        }
    }
}

/// Whether a file or folder found in a folder is skipped: it is hidden, or the lock file of an office program.
#[must_use]
pub fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$")
}

/// Whether a file is a questionnaire, also one that is not known here, or a comparison.
fn is_of_ours_without_plan(checked: &Checked<Option<Content>>) -> bool {
    use Remedy::{OtherEdition, OtherQuestionnaire};
    match &checked.value {
        Some(Content::Submission(_) | Content::Unplaced(_) | Content::Blank(_) | Content::Comparison) => true,
        Some(_) => false,
        None => {
            let mut remedies = checked.problems.iter().filter_map(|problem| problem.remedy.as_ref());
            remedies.any(|remedy| matches!(remedy, OtherEdition { .. } | OtherQuestionnaire { .. }))
        }
    }
}

/// Reads one file. `known` are the questionnaires to read it with.
#[must_use]
pub fn read(file: &InputFile, known: &Editions, reports: ReportPolicy) -> Reading {
    let mut checked = crate::workbook::read::read(file.bytes, file.label, known);
    let (mut plan, mut standing) = (None, None);
    let follows = reports == ReportPolicy::FollowPlan;
    let refused = match &checked.value {
        Some(Content::Foreign) => Some(JobFinding::Foreign),
        Some(Content::Report { .. }) if reports == ReportPolicy::ReadPlan => {
            let mut filled = read_filled_plan(file.bytes, file.label, known);
            checked.problems.append(&mut filled.problems);
            plan = filled.value;
            None
        }
        Some(Content::Report { .. }) if reports == ReportPolicy::CheckPlan => {
            checked.problems.append(&mut check_plan(file.bytes, file.label));
            None
        }
        Some(Content::Report { .. }) if follows => {
            let mut read = read_standing(file.bytes, file.label);
            checked.problems.append(&mut read.problems);
            standing = read.value.map(Box::new);
            None
        }
        _ if follows && is_of_ours_without_plan(&checked) => {
            checked.problems.clear();
            file.named.then_some(JobFinding::NoReport)
        }
        Some(Content::Report { .. }) if file.named => Some(JobFinding::NoQuestionnaire { what: "rapport" }),
        Some(Content::Comparison) if file.named => Some(JobFinding::NoQuestionnaire { what: "vergelijking" }),
        _ => None,
    };
    checked
        .problems
        .extend(refused.map(|finding| finding.at(Place::file(file.label))));
    if !file.named && matches!(checked.value, Some(Content::NotAWorkbook)) && is_made_by_us(file.bytes) {
        checked.problems.clear();
    }
    // A file that is not ours is an error if the user named it, and skipped in a folder.
    if !file.named && matches!(checked.value, Some(Content::Foreign | Content::NotAWorkbook)) {
        for problem in &mut checked.problems {
            problem.severity = Severity::Note;
            PASSED_OVER.clone_into(&mut problem.hint);
        }
    }
    // Whatever else is in a folder keeps no plan from being followed.
    if follows && !file.named && standing.is_none() {
        for problem in &mut checked.problems {
            problem.severity = problem.severity.max(Severity::Warning);
        }
    }
    let mut reading = Reading {
        label: file.label.to_owned(),
        problems: checked.problems,
        content: checked.value,
        plan,
        standing,
        useful: false,
    };
    let read_for_its_plan = reports != ReportPolicy::Refuse && reading.is_report();
    reading.useful = reading.is_ours() || read_for_its_plan;
    reading
}
