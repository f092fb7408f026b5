//! `rapport`: takes an input; returns the reports of its regions and years, to be made one by one.

mod beside;
mod making;
mod replacing;

pub use self::beside::{SharedReport, read_shared_report};
pub use self::making::{all_outputs, outputs};
pub use self::replacing::name_of;
pub use super::pictures::Drawing;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::Error;
use super::findings::JobFinding;
use super::input::{Input, Located, Subject};
use crate::answers::Region;
use crate::plan::WrittenPlan;
use crate::problem::{Finding, Place, Problem, Severity};
use crate::questionnaire::{Editions, Questionnaire, Role};
use crate::report::region::EarlierYear;
use crate::scoring;
use crate::spelling::{slug, spells};

pub use crate::report::sharing::Audience;
pub use crate::scoring::Weighting;

/// Options for reports.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Options {
    /// How municipalities are weighted.
    pub weighting: Weighting,
    /// The audience.
    pub audience: Audience,
    /// Whether to write the figures as JSON too.
    pub json: bool,
    /// Whether to make HTML pages too.
    pub html: bool,
    /// Whether to make pictures of charts too.
    pub pictures: bool,
    /// Whether to make a letter for council and aldermen too.
    pub letter: bool,
    /// Whether to leave out workbooks and answers with errors and report on the rest.
    pub skip_errors: bool,
    /// Report on this region only.
    pub region: Option<String>,
    /// Report on this year only.
    pub year: Option<u16>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            weighting: Weighting::Equal,
            audience: Audience::Region,
            json: false,
            html: false,
            pictures: false,
            letter: false,
            skip_errors: false,
            region: None,
            year: None,
        }
    }
}

impl Options {
    /// Checks that the options can be combined.
    ///
    /// # Errors
    /// If a shared report would weight municipalities by their inhabitants, which identifies them.
    pub fn check(&self) -> Result<(), Error> {
        if self.audience == Audience::Anyone && self.weighting == Weighting::Inhabitants {
            return Err(Error::WeighedForSharing);
        }
        Ok(())
    }
}

/// The reports that can be made of an input.
#[derive(Debug)]
pub struct Reports<'a> {
    options: &'a Options,
    /// The selected regions that can be scored.
    scorable: Vec<(&'a Questionnaire, &'a Region)>,
    /// All regions and years of the input that have answers and no errors, latest first.
    years: Vec<EarlierYear<'a>>,
    /// The regions and years with answers, selected or not.
    there: Vec<String>,
    /// How many of the selected regions have workbooks, filled in or blank.
    regions: usize,
    /// How many of them have answers.
    answered: usize,
    problems: Vec<Located>,
    /// Indices of the problems about each region, by its folded name; under `None`, those that may be about any.
    by_region: BTreeMap<Option<String>, Vec<usize>>,
}

/// A report that has yet to be made.
#[derive(Debug)]
pub struct PendingReport<'a> {
    questionnaire: &'a Questionnaire,
    region: &'a Region,
    /// The beginning of its file names: `voorbeeldland-2026`.
    name: String,
    /// What people filled in in the report that it replaces.
    written: WrittenPlan,
}

impl<'a> Reports<'a> {
    /// Selects from an input, read with these questionnaires, what the options ask for.
    #[must_use]
    pub fn new(input: &'a Input, known: &'a Editions, options: &'a Options) -> Self {
        let wanted = Subject::new(options.region.as_deref(), options.year);
        let is_wanted = |region: &Region| Subject::of(region).may_be(&wanted);
        let mut problems = input.located();
        let years = years_without_errors(input, known, &problems);
        problems.retain(|problem| problem.may_concern(&wanted));
        let mut scorable = Vec::new();
        let mut answered = 0;
        for (questionnaire, region) in input.answered(known).filter(|(_, region)| is_wanted(region)) {
            answered += 1;
            match scoring::weighable(region, options.weighting) {
                Ok(()) => scorable.push((questionnaire, region)),
                Err(unknown) => problems.push(Located {
                    problem: inhabitants_unknown(region, &unknown.0),
                    about: Some(Subject::of(region)),
                }),
            }
        }
        let mut by_region: BTreeMap<Option<String>, Vec<usize>> = BTreeMap::new();
        for (index, problem) in problems.iter().enumerate() {
            by_region.entry(problem.region()).or_default().push(index);
        }
        Self {
            options,
            scorable,
            years,
            there: input
                .answered(known)
                .map(|(_, region)| format!("{} {}", region.name, region.year))
                .collect(),
            regions: input.regions.iter().filter(|region| is_wanted(region)).count(),
            answered,
            problems,
            by_region,
        }
    }

    /// The problems with what was selected.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        self.problems.iter().map(|located| located.problem.clone()).collect()
    }

    /// The reports to make.
    ///
    /// # Errors
    /// If there are errors that may not be skipped, if nothing is filled in, if two reports would have the same name,
    /// or if the options cannot be combined.
    pub fn pending(&self) -> Result<Vec<PendingReport<'a>>, Error> {
        self.options.check()?;
        let all_scorable = self.scorable.len() == self.answered;
        if self.has_errors() && !(self.options.skip_errors && all_scorable) {
            return Err(Error::Faulty);
        }
        if self.scorable.is_empty() {
            return Err(self.nothing_to_report());
        }
        let mut pending: Vec<PendingReport> = Vec::new();
        let mut taken = BTreeSet::new();
        for &(questionnaire, region) in &self.scorable {
            let name = name(&region.name, region.year);
            if !taken.insert(name.clone()) {
                return Err(Error::SameReport {
                    name: format!("{name}.xlsx"),
                });
            }
            pending.push(PendingReport {
                questionnaire,
                region,
                name,
                written: WrittenPlan::default(),
            });
        }
        Ok(pending)
    }

    /// The years of this region before this one, latest first.
    fn earlier(&self, of: &Region) -> Vec<EarlierYear<'a>> {
        let years = self.years.iter().copied();
        years
            .filter(|(_, region)| region.year < of.year && spells(&region.name, &of.name))
            .collect()
    }

    fn has_errors(&self) -> bool {
        let mut problems = self.problems.iter();
        problems.any(|located| located.problem.severity == Severity::Error)
    }

    fn nothing_to_report(&self) -> Error {
        if self.options.year.is_some() || self.options.region.is_some() {
            return Error::NothingChosen(self.there.clone());
        }
        match self.regions {
            0 => Error::NothingFilledIn,
            regions => Error::AllBlank(regions),
        }
    }

    /// The problems about the subject of one report, and those about no known subject.
    fn problems_of(&self, region: &Region) -> Vec<Problem> {
        let subject = Subject::of(region);
        let of_regions = [None, subject.region()].into_iter();
        let own = of_regions.filter_map(|region| self.by_region.get(&region)).flatten();
        // In the order in which they were found, without duplicates.
        let own: BTreeSet<usize> = own.copied().collect();
        let own = own.into_iter().map(|index| &self.problems[index]);
        own.filter(|problem| problem.may_concern(&subject))
            .map(|located| located.problem.clone())
            .collect()
    }
}

fn years_without_errors<'a>(input: &'a Input, known: &'a Editions, problems: &[Located]) -> Vec<EarlierYear<'a>> {
    let mut errors = problems.to_vec();
    errors.retain(|found| found.problem.severity == Severity::Error);
    let mut years: Vec<EarlierYear> = input.answered(known).collect();
    years.retain(|(_, region)| {
        let subject = Subject::of(region);
        !errors.iter().any(|error| error.may_concern(&subject))
    });
    years.sort_by_key(|(_, region)| Reverse(region.year));
    years
}

/// The beginning of the file names of a region's report for a year.
#[must_use]
pub fn name(region: &str, year: u16) -> String {
    let slug = slug(region);
    let name = if slug.is_empty() { "regio" } else { &slug };
    format!("{name}-{year}")
}

fn inhabitants_unknown(region: &Region, municipalities: &[String]) -> Problem {
    // Inhabitants belong in the region's own workbook, filled in or blank; without one, name any file.
    let filled = |role: Option<Role>| {
        let mut submissions = region.submissions.iter();
        submissions.find(|book| role.is_none_or(|role| book.role == role))
    };
    let blank = || region.blank_books.iter().find(|book| book.role == Role::Region);
    let place = filled(Some(Role::Region))
        .map(|book| &book.file)
        .or_else(|| Some(&blank()?.file))
        .or_else(|| Some(&filled(None)?.file));
    let finding = JobFinding::InhabitantsUnknown {
        region: &region.name,
        municipalities,
    };
    finding.at(Place::file(place.map_or("", String::as_str)))
}
