//! Takes the plan of a report as it stands, and a day; returns how far it is on that day, and what moved since an earlier
//! copy of the same report. Nobody is ranked: an owner's points are a list.

mod since;
#[cfg(test)]
mod tests;

pub use since::{Move, Since, What};

use crate::plan::{Due, Point, Standing, Status};
use crate::questionnaire::Date;
use crate::spelling::sort_key;

/// How far a plan is on a day.
#[derive(Debug)]
pub struct Progress<'a> {
    /// The plan.
    pub plan: &'a Standing,
    /// The day.
    pub day: Date,
    /// What moved since an earlier copy, if there is one.
    pub since: Option<Since<'a>>,
}

/// The points of one owner, or of one step of the chain.
#[derive(Debug)]
pub struct Group<'a> {
    /// The owner or the step, as it is shown; `None` for points without.
    pub name: Option<&'a str>,
    /// Its points: those still open first, in the order of their dates.
    pub points: Vec<&'a Point>,
}

impl<'a> Progress<'a> {
    /// How far a plan is on a day, with what moved since an earlier copy of it.
    #[must_use]
    pub fn new(plan: &'a Standing, earlier: Option<&'a Standing>, day: Date) -> Self {
        Self {
            plan,
            day,
            since: earlier.map(|earlier| Since::new(earlier, plan)),
        }
    }

    /// The open points that were to be ready before the day, in the order of their dates.
    #[must_use]
    pub fn overdue(&self) -> Vec<&'a Point> {
        let mut overdue = self.only(|point| point.is_overdue(self.day));
        overdue.sort_by_key(|point| moment(point));
        overdue
    }

    /// The open points without an owner.
    #[must_use]
    pub fn without_owner(&self) -> Vec<&'a Point> {
        self.only(|point| point.is_open() && point.owner.is_blank())
    }

    /// The open points without a date that can be read.
    #[must_use]
    pub fn without_date(&self) -> Vec<&'a Point> {
        self.only(|point| point.is_open() && !matches!(point.due(), Due::By(_)))
    }

    /// The points with this status; `None` for those without.
    #[must_use]
    pub fn with_status(&self, status: Option<Status>) -> Vec<&'a Point> {
        self.only(|point| point.status == status)
    }

    /// The points of each owner, in alphabetical order; those without one come last.
    #[must_use]
    pub fn owners(&self) -> Vec<Group<'a>> {
        let mut points = self.only(|_| true);
        let key = |point: &&Point| {
            (
                point.owner.is_blank(),
                sort_key(point.owner.shown()),
                point.owner.clone(),
            )
        };
        points.sort_by_key(key);
        let owners = points.chunk_by(|one, other| one.owner == other.owner);
        owners
            .map(|own| Group::new(Some(own[0].owner.shown()).filter(|_| !own[0].owner.is_blank()), own))
            .collect()
    }

    /// The points of each step of the chain, in order; those without one come last.
    #[must_use]
    pub fn steps(&self) -> Vec<Group<'a>> {
        let mut points = self.only(|_| true);
        // The title of a step begins with its number.
        points.sort_by_key(|point| (point.step.is_none(), point.step.as_ref()));
        let steps = points.chunk_by(|one, other| one.step == other.step);
        steps.map(|own| Group::new(own[0].step.as_deref(), own)).collect()
    }

    /// The open points with a date, in the order of their dates, each with the last day on which it is in time.
    #[must_use]
    pub fn dated(&self) -> Vec<(Date, &'a Point)> {
        let dated = self.only(Point::is_open).into_iter();
        let mut dated: Vec<(Date, &Point)> = dated.filter_map(|point| Some((moment(point)?, point))).collect();
        dated.sort_by_key(|(due, _)| *due);
        dated
    }

    fn only(&self, wanted: impl Fn(&Point) -> bool) -> Vec<&'a Point> {
        self.plan.points.iter().filter(|point| wanted(point)).collect()
    }
}

impl<'a> Group<'a> {
    fn new(name: Option<&'a str>, points: &[&'a Point]) -> Self {
        let mut points = points.to_vec();
        points.sort_by_key(|point| (!point.is_open(), moment(point).is_none(), moment(point)));
        Self { name, points }
    }
}

/// The last day on which a point is in time, if it has one.
fn moment(point: &Point) -> Option<Date> {
    match point.due() {
        Due::By(due) => Some(due),
        Due::Unset | Due::Unclear => None,
    }
}
