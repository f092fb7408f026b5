//! `rapport`: an input becomes the reports of its regions and years, to be made one by one.

mod making;
mod replacing;

pub use self::making::outputs;

use std::collections::{BTreeMap, BTreeSet};

use super::Error;
use super::findings::JobFinding;
use super::input::{Input, Located, Subject};
use crate::answers::Region;
use crate::plan::PlanEntry;
use crate::problem::{Finding, Place, Problem, Severity};
use crate::questionnaire::{Editions, Questionnaire, Role};
use crate::scoring;
use crate::spelling::slug;

pub use crate::report::sharing::Audience;
pub use crate::scoring::Weighting;

/// What reports are to be.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Options {
    /// How municipalities count.
    pub weighting: Weighting,
    /// Whom they are made for.
    pub audience: Audience,
    /// Whether the figures are wanted as JSON, too.
    pub json: bool,
    /// Whether pages for a browser are wanted, too.
    pub html: bool,
    /// Whether charts for slides are wanted, too.
    pub pictures: bool,
    /// Whether workbooks and answers with errors are left out, and the rest reported.
    pub skip_errors: bool,
    /// The only region wanted.
    pub region: Option<String>,
    /// The only year wanted.
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
            skip_errors: false,
            region: None,
            year: None,
        }
    }
}

/// The reports that an input is good for.
#[derive(Debug)]
pub struct Reports<'a> {
    options: &'a Options,
    /// The regions that can be scored as wanted.
    scorable: Vec<(&'a Questionnaire, &'a Region)>,
    /// How many of those wanted have workbooks, filled in or not.
    regions: usize,
    /// How many of them have answers.
    answered: usize,
    problems: Vec<Located>,
    /// Which of the problems are about a region, by its folded name; under none, those that may be about any.
    by_region: BTreeMap<Option<String>, Vec<usize>>,
}

/// A report yet to be made.
#[derive(Debug)]
pub struct PendingReport<'a> {
    questionnaire: &'a Questionnaire,
    region: &'a Region,
    /// How its files begin: `voorbeeldland-2026`.
    name: String,
    /// What people filled in, in the report that it replaces.
    filled: Vec<PlanEntry>,
}

impl<'a> Reports<'a> {
    /// Looks at what is wanted of an input that was read with these questionnaires.
    #[must_use]
    pub fn new(input: &'a Input, known: &'a Editions, options: &'a Options) -> Self {
        let wanted = Subject::new(options.region.as_deref(), options.year);
        let is_wanted = |region: &Region| Subject::of(region).may_be(&wanted);
        let mut problems = input.located();
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
            regions: input.regions.iter().filter(|region| is_wanted(region)).count(),
            answered,
            problems,
            by_region,
        }
    }

    /// What is wrong with what is wanted.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        self.problems.iter().map(|located| located.problem.clone()).collect()
    }

    /// The reports to make.
    ///
    /// # Errors
    /// With errors that may not be passed over, without anything filled in, or when two would bear one name.
    pub fn pending(&self) -> Result<Vec<PendingReport<'a>>, Error> {
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
                filled: Vec::new(),
            });
        }
        Ok(pending)
    }

    fn has_errors(&self) -> bool {
        let mut problems = self.problems.iter();
        problems.any(|located| located.problem.severity == Severity::Error)
    }

    fn nothing_to_report(&self) -> Error {
        if self.options.year.is_some() || self.options.region.is_some() {
            return Error::NothingChosen;
        }
        match self.regions {
            0 => Error::NothingFilledIn,
            regions => Error::AllBlank(regions),
        }
    }

    /// What is wrong with what one of the reports is about, or with nothing known.
    fn problems_of(&self, region: &Region) -> Vec<Problem> {
        let subject = Subject::of(region);
        let of_regions = [None, subject.region()].into_iter();
        let own = of_regions.filter_map(|region| self.by_region.get(&region)).flatten();
        // In the order in which they were found, each once.
        let own: BTreeSet<usize> = own.copied().collect();
        let own = own.into_iter().map(|index| &self.problems[index]);
        own.filter(|problem| problem.may_concern(&subject))
            .map(|located| located.problem.clone())
            .collect()
    }
}

/// How the files of the report of a region and year begin.
#[must_use]
pub fn name(region: &str, year: u16) -> String {
    let slug = slug(region);
    let name = if slug.is_empty() { "regio" } else { &slug };
    format!("{name}-{year}")
}

fn inhabitants_unknown(region: &Region, municipalities: &[String]) -> Problem {
    // The region's own workbook should hold them, filled in or not; without one, any file will do.
    let filled = |role: Option<Role>| {
        let mut submissions = region.submissions.iter();
        submissions.find(|book| role.is_none_or(|role| book.role == role))
    };
    let blank = || region.untouched.iter().find(|book| book.role == Role::Region);
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
