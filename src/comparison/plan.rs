//! Takes the plan of a year and the answers of two years; returns what really changed for each point of the plan.

use std::collections::BTreeMap;

use super::Year;
use super::join::{Join, Unit};
use super::side::{Side, mean};
use super::turnout::Key;
use crate::plan::{PlanEntry, Status};
use crate::questionnaire::RowIndex;
use crate::scoring::precision::is_change;
use crate::spelling::fold;

/// A point in the plan of the earlier year, and what became of it.
#[derive(Clone, Debug)]
pub struct Point<'a> {
    /// What people filled in.
    pub entry: &'a PlanEntry,
    /// The row of the earlier year's edition that it is about, if there is one.
    pub row: Option<RowIndex>,
    /// Score of the question in the earlier year, 0 to 100.
    pub before: Option<f64>,
    /// Score in the later year, 0 to 100; if the question became several, their weighted mean.
    pub after: Option<f64>,
    /// How much the answers of the same entities changed, in points, or why that is unknown.
    pub real: Result<f64, Unmatched>,
}

/// Why a point cannot be compared with its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmatched {
    /// The questionnaire of the earlier year does not have the question.
    NoSuchQuestion {
        /// The earlier year.
        year: u16,
    },
    /// The questionnaire of the later year no longer has the question.
    NoLongerAsked {
        /// The later year.
        year: u16,
    },
    /// Nobody answered the question in one of the years.
    NotAnswered {
        /// That year; the later one only if the question was answered in the earlier.
        year: u16,
    },
    /// It was answered in both years, but nobody answered it in both.
    NobodyInBoth,
}

/// Summary of what became of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Points that are done.
    pub done: usize,
    /// Points that are done and whose question improved.
    pub improved: usize,
    /// Points that are done, but of which the change is unknown.
    pub unknown: usize,
    /// Points that nobody started and whose question got worse.
    pub neglected: usize,
}

impl Progress {
    /// The summary of these points; `None` if there are none.
    pub(super) fn of(points: &[Point]) -> Option<Self> {
        let number = |status, went: fn(Result<Direction, Unmatched>) -> bool| {
            let points = points.iter().filter(|point| point.entry.status() == Some(status));
            points.filter(|point| went(point.direction())).count()
        };
        (!points.is_empty()).then(|| Self {
            done: number(Status::Done, |_| true),
            improved: number(Status::Done, |went| went == Ok(Direction::Better)),
            unknown: number(Status::Done, |went| went.is_err()),
            neglected: number(Status::NotStarted, |went| went == Ok(Direction::Worse)),
        })
    }
}

/// The direction in which a question changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Up by half a point or more.
    Better,
    /// Changed by less than half a point.
    Same,
    /// Down by half a point or more.
    Worse,
}

impl Point<'_> {
    /// The direction in which its question really changed.
    ///
    /// # Errors
    /// Why that is unknown.
    pub fn direction(&self) -> Result<Direction, Unmatched> {
        let real = self.real?;
        Ok(match is_change(real) {
            true if real > 0.0 => Direction::Better,
            true => Direction::Worse,
            false => Direction::Same,
        })
    }
}

/// Compares the plan of year `a` with year `b`, point by point.
pub(super) fn follow<'a>(a: &Year<'a>, b: &Year<'a>, join: &Join, before: &Side, after: &Side) -> Vec<Point<'a>> {
    let rows = a.questionnaire.rows.indexed();
    let known: BTreeMap<String, RowIndex> = rows.rev().map(|(index, row)| (fold(&row.id), index)).collect();
    let followed = a.plan.iter().map(|entry| {
        let row = known.get(&fold(&entry.id)).copied();
        let traced = row.map(|row| Traced::new(a, join, row));
        let pairs = Pairs { join, before, after };
        Point {
            entry,
            row,
            before: row.and_then(|row| a.score.rows[row].score),
            after: traced.as_ref().and_then(|traced| score(b, &traced.now)),
            real: match &traced {
                None => Err(Unmatched::NoSuchQuestion { year: a.region.year }),
                Some(traced) => pairs.real(traced, a.region.year, b.region.year),
            },
        }
    });
    followed.collect()
}

/// A question of the earlier year, traced to the later year.
struct Traced {
    /// The question as both years have it.
    units: Vec<Unit>,
    /// Its rows in the edition of the later year.
    now: Vec<RowIndex>,
}

impl Traced {
    fn new(a: &Year, join: &Join, row: RowIndex) -> Self {
        let now = join.counterparts(a.questionnaire, row);
        let units = if join.is_later(a.questionnaire) && !now.is_empty() {
            vec![Unit::Later(row)]
        } else {
            now.iter().copied().map(Unit::Later).collect()
        };
        Self { units, now }
    }
}

/// The weighted mean of a year's scores on these rows.
fn score(year: &Year, rows: &[RowIndex]) -> Option<f64> {
    let scored = rows.iter().filter_map(|&row| Some((row, year.score.rows[row].score?)));
    mean(scored, |row| year.questionnaire.rows[row].weight)
}

/// The answers of two years.
struct Pairs<'s> {
    join: &'s Join<'s>,
    before: &'s Side,
    after: &'s Side,
}

impl Pairs<'_> {
    fn of<'s>(side: &'s Side, units: &'s [Unit]) -> impl Iterator<Item = (&'s (Unit, Key), f64)> {
        units.iter().flat_map(|&unit| side.of_unit(unit))
    }

    /// How much the answers of the same entities changed: `F_b(P) − F_a(P)` for this question alone.
    fn real(&self, traced: &Traced, from: u16, to: u16) -> Result<f64, Unmatched> {
        if traced.now.is_empty() {
            return Err(Unmatched::NoLongerAsked { year: to });
        }
        for (side, year) in [(self.before, from), (self.after, to)] {
            if Self::of(side, &traced.units).next().is_none() {
                return Err(Unmatched::NotAnswered { year });
            }
        }
        let matched = |side, other: &Side| {
            let pairs = Self::of(side, &traced.units).filter(|(pair, _)| other.pairs.contains_key(*pair));
            let pairs: Vec<(Unit, f64)> = pairs.map(|(pair, score)| (pair.0, score)).collect();
            mean(pairs.into_iter(), |unit| self.join.weight(unit))
        };
        let (before, after) = (matched(self.before, self.after), matched(self.after, self.before));
        Ok(after.ok_or(Unmatched::NobodyInBoth)? - before.ok_or(Unmatched::NobodyInBoth)?)
    }
}
