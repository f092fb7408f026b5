//! Takes files as read; returns them grouped by region and year, with all their problems.

use std::collections::{BTreeMap, BTreeSet};

use super::Error;
use super::findings::JobFinding;
use super::no_longer::no_longer_applicable;
use super::problems::by_folder;
use super::reading::Reading;
use super::several::several;
use crate::answers::{Region, Submission, Tally, Together, assemble};
use crate::plan::{FilledPlan, PlanEntry};
use crate::problem::{Finding, Place, Problem, any_error};
use crate::questionnaire::{Editions, Questionnaire, RowIndex};
use crate::spelling::fold;
use crate::workbook::read::Content;

/// All input of a job.
#[derive(Debug)]
pub struct Input {
    /// A summary of each file, in the order given.
    pub files: Vec<FileSummary>,
    /// The regions, each in one year, sorted by name and year.
    pub regions: Vec<Region>,
    /// The plans filled in in reports: at most one per region and year.
    pub plans: Vec<FilledPlan>,
    /// All problems: file by file, then those between files.
    pub problems: Vec<Problem>,
    /// By file: the rows that it leaves blank and another part of the same workbook answers.
    elsewhere: BTreeMap<String, Vec<RowIndex>>,
    /// Index of the plan of a region (by its folded name) and year.
    plan_places: BTreeMap<(String, u16), usize>,
    /// Whether no file can be used.
    is_useless: bool,
}

/// A summary of a file.
#[derive(Clone, Debug, Default)]
pub struct FileSummary {
    /// Its name in messages.
    pub file: String,
    /// Whether it is a questionnaire of ours, filled in or blank, or a file that could not be read.
    pub is_ours: bool,
    /// Whether it is a report of ours.
    pub is_report: bool,
    /// Whose workbook it is: `gemeente` or `regio`.
    pub kind: Option<&'static str>,
    /// Name of the region.
    pub region: Option<String>,
    /// Name of the municipality.
    pub municipality: Option<String>,
    /// The year it is about.
    pub year: Option<u16>,
    /// Key of the perspective from which it is filled in.
    pub perspective: Option<String>,
    /// The number of its rows, by state.
    pub tally: Tally,
    /// The number of its rows; 0 if it was not read.
    pub questions: usize,
    /// Whether it has not been filled in.
    pub is_blank: bool,
}

/// A region (by its folded name) and a year, as far as they are chosen or known.
#[derive(Clone, Debug, Default)]
pub(super) struct Subject {
    region: Option<String>,
    year: Option<u16>,
}

impl Subject {
    pub(super) fn new(region: Option<&str>, year: Option<u16>) -> Self {
        Self {
            region: region.filter(|name| !name.is_empty()).map(fold),
            year: year.filter(|year| *year > 0),
        }
    }

    /// The subject of a region's report.
    pub(super) fn of(region: &Region) -> Self {
        Self::new(Some(&region.name), Some(region.year))
    }

    /// The region's folded name, if it is known.
    pub(super) fn region(&self) -> Option<String> {
        self.region.clone()
    }

    /// Whether both could be about the same region and year.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        let region = self.region.as_ref().zip(other.region.as_ref());
        let year = self.year.zip(other.year);
        region.is_none_or(|(one, other)| one == other) && year.is_none_or(|(one, other)| one == other)
    }
}

/// A problem with the subject of its file; `None` if the file is not part of the input.
#[derive(Clone, Debug)]
pub(super) struct Located {
    pub(super) problem: Problem,
    pub(super) about: Option<Subject>,
}

impl Located {
    /// The folded name of the region that it is about, if known.
    pub(super) fn region(&self) -> Option<String> {
        self.about.as_ref().and_then(Subject::region)
    }

    pub(super) fn may_concern(&self, subject: &Subject) -> bool {
        self.about.as_ref().is_none_or(|about| about.may_be(subject))
    }
}

impl Input {
    /// Groups what was read, in the order of the files. `known` are the questionnaires with which it was read.
    #[must_use]
    pub fn gather(readings: Vec<Reading>, known: &Editions) -> Self {
        let invented = invented_among_others(&readings);
        let is_useless = !readings.iter().any(|reading| reading.useful);
        let mut files = Vec::with_capacity(readings.len());
        let (mut submissions, mut blank_books) = (Vec::new(), Vec::new());
        let (mut plans, mut problems) = (Vec::new(), Vec::from_iter(invented));
        for reading in readings {
            files.push(FileSummary::of(&reading, known));
            problems.extend(reading.problems);
            plans.extend(reading.plan);
            match reading.content {
                Some(Content::Submission(submission)) => submissions.push(submission),
                Some(Content::Blank(blank)) => blank_books.push(*blank),
                _ => {}
            }
        }
        let (plans, plan_places) = one_each(plans, &mut problems);
        let mut assembled = assemble(submissions, blank_books);
        problems.append(&mut assembled.problems);
        problems.append(&mut several(&assembled.value, known));
        count_once(&mut files, &assembled.value);
        Self {
            files,
            elsewhere: answered_elsewhere(&assembled.value),
            regions: assembled.value,
            plans,
            plan_places,
            is_useless: is_useless && !any_error(&problems),
            problems,
        }
    }

    /// Whether no file can be used for the job, without any of them having a problem.
    #[must_use]
    pub fn is_useless(&self) -> bool {
        self.is_useless
    }

    /// The rows that this file leaves blank and another part of the same workbook answers, in order.
    pub(super) fn elsewhere(&self, file: &str) -> &[RowIndex] {
        self.elsewhere.get(file).map_or(&[], Vec::as_slice)
    }

    /// Adds a warning for each row that was answered in an earlier year of the input and is now called not applicable
    /// without a ground.
    pub fn look_back(&mut self, known: &Editions) {
        self.problems.append(&mut no_longer_applicable(&self.regions, known));
    }

    /// Checks whether a job that tolerates no errors can continue.
    ///
    /// # Errors
    /// [`Error::Faulty`] if there is an error among the problems.
    pub fn sound(&self) -> Result<(), Error> {
        if any_error(&self.problems) {
            return Err(Error::Faulty);
        }
        Ok(())
    }

    /// The regions with answers, each with its questionnaire.
    pub(super) fn answered<'a>(&'a self, known: &'a Editions) -> impl Iterator<Item = (&'a Questionnaire, &'a Region)> {
        let regions = self.regions.iter().filter(|region| !region.submissions.is_empty());
        regions.filter_map(|region| Some((known.of(&region.questionnaire)?, region)))
    }

    /// What people filled in in the plan of the report of this region and year.
    pub(super) fn plan_of(&self, region: &Region) -> &[PlanEntry] {
        let place = self.plan_places.get(&(fold(&region.name), region.year));
        let plan = place.map(|&place| &self.plans[place]);
        plan.filter(|plan| plan.questionnaire == region.questionnaire)
            .map_or(&[], |plan| &plan.entries)
    }

    /// The problems, each with the subject of its file.
    pub(super) fn located(&self) -> Vec<Located> {
        let files: BTreeMap<&str, &FileSummary> = self.files.iter().map(|file| (&*file.file, file)).collect();
        let located = |problem: &Problem| Located {
            problem: problem.clone(),
            about: files.get(problem.place.file.as_str()).map(|file| file.subject()),
        };
        self.problems.iter().map(located).collect()
    }
}

/// A warning if there is something that the demo invented among other files: it counts like any other.
fn invented_among_others(readings: &[Reading]) -> Option<Problem> {
    if !readings.iter().any(Reading::is_real) {
        return None;
    }
    let invented = || readings.iter().filter(|reading| reading.is_invented());
    let first = invented().next()?;
    let reports = invented().filter(|reading| reading.is_report()).count();
    let files: Vec<&str> = invented().map(|reading| reading.label.as_str()).collect();
    let finding = JobFinding::Invented {
        workbooks: files.len() - reports,
        reports,
        places: by_folder(&files),
    };
    Some(finding.at(Place::file(&first.label)))
}

/// Leaves answers that parts repeat out of the summaries of their files.
fn count_once(files: &mut [FileSummary], regions: &[Region]) {
    let repeating = |region: &Region| -> BTreeMap<String, Tally> {
        let books: BTreeSet<usize> = region.repeated.iter().map(|repeated| repeated.book).collect();
        let books = books.into_iter().map(|book| &region.submissions[book]);
        books.map(|book| (book.file.clone(), book.tally())).collect()
    };
    let tallies: BTreeMap<String, Tally> = regions.iter().flat_map(repeating).collect();
    for file in files {
        if let Some(tally) = tallies.get(&file.file) {
            file.tally = *tally;
        }
    }
}

/// By file: the rows that it leaves blank and another part of the same workbook answers.
fn answered_elsewhere(regions: &[Region]) -> BTreeMap<String, Vec<RowIndex>> {
    let mut elsewhere = BTreeMap::new();
    let regions = regions.iter();
    // They are sorted by side.
    let sides = regions.flat_map(|region| region.submissions.chunk_by(|one, other| one.side() == other.side()));
    for books in sides.filter(|books| books.len() > 1) {
        let books: Vec<&Submission> = books.iter().map(AsRef::as_ref).collect();
        let together = Together::of(&books);
        if !together.are_parts() {
            continue;
        }
        for book in books {
            elsewhere.insert(book.file.clone(), together.answered_elsewhere(book));
        }
    }
    elsewhere
}

/// The first plan for each region and year, with an index. Any others are reported.
fn one_each(plans: Vec<FilledPlan>, problems: &mut Vec<Problem>) -> (Vec<FilledPlan>, BTreeMap<(String, u16), usize>) {
    let mut kept: Vec<FilledPlan> = Vec::new();
    let mut places = BTreeMap::new();
    for plan in plans {
        let place = *places.entry((fold(&plan.region), plan.year)).or_insert(kept.len());
        match kept.get(place) {
            Some(first) if first.entries == plan.entries => {}
            Some(first) => {
                let finding = JobFinding::SecondPlan {
                    first: &first.file,
                    region: &first.region,
                    year: first.year,
                };
                problems.push(finding.at(Place::file(&plan.file)));
            }
            None => kept.push(plan),
        }
    }
    (kept, places)
}

impl FileSummary {
    fn of(reading: &Reading, known: &Editions) -> Self {
        let unread = Self {
            file: reading.label.clone(),
            is_ours: reading.is_ours(),
            is_report: reading.is_report(),
            ..Self::default()
        };
        match &reading.content {
            Some(Content::Submission(submission) | Content::Unplaced(submission)) => {
                Self::of_submission(submission, known, unread)
            }
            Some(Content::Blank(book)) => Self {
                kind: Some(book.role.key()),
                region: book.region.clone(),
                municipality: book.municipality.clone(),
                year: book.year,
                questions: book.questions,
                is_blank: true,
                ..unread
            },
            _ => unread,
        }
    }

    fn of_submission(submission: &Submission, known: &Editions, unread: Self) -> Self {
        let tally = submission.tally();
        let questionnaire = known.of(&submission.questionnaire);
        let perspective = questionnaire.and_then(|known| known.perspectives.get(submission.perspective));
        Self {
            kind: Some(submission.role.key()),
            region: Some(submission.region.clone()).filter(|name| !name.is_empty()),
            municipality: submission.municipality.clone(),
            year: Some(submission.year).filter(|year| *year > 0),
            perspective: perspective.map(|perspective| perspective.key.clone()),
            tally,
            questions: tally.rows(),
            ..unread
        }
    }

    /// Whether it could be read: a questionnaire, filled in or blank, or a report.
    pub(super) fn is_read(&self) -> bool {
        self.is_blank || self.is_report || self.questions > 0
    }

    fn subject(&self) -> Subject {
        Subject::new(self.region.as_deref(), self.year)
    }
}
