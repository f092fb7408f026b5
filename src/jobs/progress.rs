//! `voortgang`: takes reports as read, and a day; returns how far the plan of each is, as text, page, calendar and JSON.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::copy_findings::CopyFinding;
use super::keeping::kept_on;
use super::reading::Reading;
use super::report::name;
use super::{Error, Made, Output};
use crate::answers::Moment;
use crate::plan::Standing;
use crate::problem::{Finding, Place, Problem, any_error};
use crate::progress::Progress;
use crate::questionnaire::Date;
use crate::report::html;
use crate::report::progress::{calendar, foot, json, outline, terminal};
use crate::spelling::fold;
use crate::workbook::read::ReportPlan;

/// Options for the progress of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether to make a page.
    pub html: bool,
    /// Whether to make a calendar with the dates of open points.
    pub calendar: bool,
    /// Whether to write JSON.
    pub json: bool,
}

/// The plans among the files of an input.
#[derive(Debug)]
pub struct Plans {
    /// For each region and year, the plan as it stands and, if there is one, an earlier copy.
    followed: Vec<(Standing, Option<Standing>)>,
    /// All problems, file by file.
    pub problems: Vec<Problem>,
}

/// The progress of a plan, which has yet to be made.
#[derive(Debug)]
pub struct PendingProgress<'a> {
    progress: Progress<'a>,
    /// The beginning of the file names of the report.
    name: String,
}

impl Plans {
    /// Takes the plans from files as read, in any order. Of several copies of a report, the one that was saved last counts,
    /// and the one before it is what it is compared with.
    #[must_use]
    pub fn gather(readings: Vec<Reading>) -> Self {
        let mut problems = Vec::new();
        let mut copies: BTreeMap<(String, u16), Vec<ReportPlan>> = BTreeMap::new();
        for reading in readings {
            problems.extend(reading.problems);
            if let Some(plan) = reading.standing {
                let about = (fold(&plan.standing.region), plan.standing.year);
                copies.entry(about).or_default().push(*plan);
            }
        }
        let followed = copies
            .into_values()
            .filter_map(|copies| last_two(copies, &mut problems));
        Self {
            followed: followed.collect(),
            problems,
        }
    }

    /// How far every plan is on a day, by region and year.
    ///
    /// # Errors
    /// If there is an error in the input, there is no report in it, or the files of two would have the same name.
    pub fn on(&self, day: Date) -> Result<Vec<PendingProgress<'_>>, Error> {
        if any_error(&self.problems) {
            return Err(Error::Faulty);
        }
        if self.followed.is_empty() {
            return Err(Error::NoReport);
        }
        let mut taken = BTreeSet::new();
        let pending = self.followed.iter().map(|(plan, earlier)| {
            let name = format!("{}-voortgang", name(&plan.region, plan.year));
            if !taken.insert(name.clone()) {
                return Err(Error::SameReport { name });
            }
            Ok(PendingProgress {
                progress: Progress::new(plan, earlier.as_ref(), day),
                name,
            })
        });
        pending.collect()
    }
}

impl PendingProgress<'_> {
    /// The files that it could have.
    #[must_use]
    pub fn all_outputs(&self) -> Vec<String> {
        let everything = Options {
            html: true,
            calendar: true,
            json: true,
        };
        self.outputs(everything)
    }

    /// The files that it has with these options; without a point with a date, it has no calendar.
    #[must_use]
    pub fn outputs(&self, options: Options) -> Vec<String> {
        let made = [
            (options.html, "html"),
            (options.calendar, "ics"),
            (options.json, "json"),
        ];
        let made = made.into_iter().filter(|(made, _)| *made);
        made.map(|(_, ending)| self.file(ending)).collect()
    }

    fn file(&self, ending: &str) -> String {
        format!("{}.{ending}", self.name)
    }

    /// Makes it. The same plans and day give the same bytes.
    ///
    /// # Errors
    /// If an output cannot be made.
    pub fn make(&self, options: Options) -> Result<Made, Error> {
        let progress = &self.progress;
        let mut text = terminal::write(progress);
        let mut outputs = Vec::new();
        if options.html {
            let page = html::write_with_foot(&outline(progress), &foot(progress.day))?;
            outputs.push(Output::new(self.file("html"), page));
        }
        if options.calendar {
            match calendar(progress, &self.name) {
                Some(calendar) => outputs.push(Output::new(self.file("ics"), calendar)),
                None => text.push_str("\nEr is geen agenda gemaakt: geen enkel open punt heeft een datum.\n"),
            }
        }
        if options.json {
            outputs.push(Output::new(self.file("json"), json::write(progress)?));
        }
        Ok(Made { outputs, text })
    }
}

/// The plan that was saved last, and the one before it. What stands in the way is added to the problems.
fn last_two(mut copies: Vec<ReportPlan>, problems: &mut Vec<Problem>) -> Option<(Standing, Option<Standing>)> {
    copies.sort_by_cached_key(|copy| (kept(copy).is_none(), kept(copy), copy.saved));
    let last = copies.pop()?;
    let Some(before) = copies.pop() else {
        return Some((last.standing, None));
    };
    let (now, earlier) = (&last.standing, &before.standing);
    if order(&before, &last).is_none() && now.points != earlier.points {
        let finding = CopyFinding::NoOrder {
            other: &earlier.file,
            region: &now.region,
            year: now.year,
        };
        problems.push(finding.at(Place::file(&now.file)));
    }
    problems.extend(copies.iter().map(|copy| {
        let finding = CopyFinding::FurtherCopy {
            file: &now.file,
            earlier: &earlier.file,
        };
        finding.at(Place::file(&copy.standing.file))
    }));
    Some((last.standing, Some(before.standing)))
}

/// The day on which a copy was replaced, if its name says so.
fn kept(copy: &ReportPlan) -> Option<String> {
    let name = copy.standing.file.rsplit('/').next().unwrap_or_default();
    kept_on(name).map(str::to_owned)
}

/// Which of two copies is older: the one that was replaced, or was replaced first; or else the one that was saved first, if
/// both say so by the same clock.
fn order(one: &ReportPlan, other: &ReportPlan) -> Option<Ordering> {
    let by_name = match (kept(one), kept(other)) {
        (Some(one), Some(other)) => one.cmp(&other),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    };
    let saved = one.saved.zip(other.saved);
    // A report as it was made has the beginning of its day, so within that day nothing is known.
    let is_known = |one: &Moment, other: &Moment| one.date != other.date || one.second > 0 && other.second > 0;
    let saved = saved.filter(|(one, other)| one.is_utc == other.is_utc && is_known(one, other));
    let by_saving = saved.map_or(Ordering::Equal, |(one, other)| one.cmp(&other));
    Some(by_name.then(by_saving)).filter(|order| *order != Ordering::Equal)
}
