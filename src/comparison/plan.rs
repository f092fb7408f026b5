//! What became of a plan: beside each point, what really changed in the answers to its question.

use std::collections::{BTreeMap, BTreeSet};

use super::Year;
use super::join::{Join, Unit};
use super::side::{Side, mean};
use super::turnout::Key;
use crate::plan::{PlanEntry, Status};
use crate::questionnaire::RowIndex;
use crate::scoring::precision::noticeable;
use crate::spelling::fold;

/// A point of the earlier year's plan and what became of it.
#[derive(Clone, Debug)]
pub struct Point<'a> {
    /// What people filled in.
    pub entry: &'a PlanEntry,
    /// Row of the earlier year's edition that it is about, if that has it.
    pub row: Option<RowIndex>,
    /// Score of the question in the earlier year, 0 to 100.
    pub before: Option<f64>,
    /// Score in the later year; of a question that became several, the weighted mean.
    pub after: Option<f64>,
    /// What the same entities answered otherwise, in points, or why that is not known.
    pub real: Result<f64, Unmatched>,
    /// The fewest entities on which one of these figures rests.
    pub rests_on: usize,
}

/// Why a point cannot be held against its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmatched {
    /// The questionnaire of the earlier year has no such question.
    NoSuchQuestion {
        /// The earlier year.
        year: u16,
    },
    /// The questionnaire of the later year no longer has it.
    NoLongerAsked {
        /// The later year.
        year: u16,
    },
    /// Nobody answered it in a year.
    NotAnswered {
        /// The year; the later one only where it was answered in the earlier.
        year: u16,
    },
    /// It was answered in both years, but by nobody in both.
    NobodyInBoth,
    /// It rests on fewer municipalities than this, and is left out for that.
    TooFew {
        /// From how many on it is not.
        least: usize,
    },
}

/// What became of a plan as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Points that are done.
    pub done: usize,
    /// Those of them that went up.
    pub improved: usize,
    /// Those of them of which that is not known.
    pub unknown: usize,
    /// Points that nobody began with and that went down.
    pub neglected: usize,
}

impl Progress {
    /// What became of these points; nothing where there are none.
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

/// Which way a question went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Up by half a point or more.
    Better,
    /// By less than half a point.
    Same,
    /// Down by half a point or more.
    Worse,
}

impl Point<'_> {
    /// Which way its question really went.
    ///
    /// # Errors
    /// Why that is not known.
    pub fn direction(&self) -> Result<Direction, Unmatched> {
        let real = self.real?;
        Ok(match (noticeable(real), noticeable(-real)) {
            (Some(_), _) => Direction::Better,
            (_, Some(_)) => Direction::Worse,
            (None, None) => Direction::Same,
        })
    }
}

/// What became of the plan of year `a` by year `b`, point by point.
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
            rests_on: traced.as_ref().map_or(0, |traced| pairs.rests_on(traced)),
        }
    });
    followed.collect()
}

/// A question of the earlier year, followed into the later one.
struct Traced {
    /// The questions that both years know it as.
    units: Vec<Unit>,
    /// What the earlier year knows it as, where the later year does not have it.
    gone: Option<Unit>,
    /// Its rows in the later year's edition.
    now: Vec<RowIndex>,
}

impl Traced {
    fn new(a: &Year, join: &Join, row: RowIndex) -> Self {
        let now = join.counterparts(a.questionnaire, row);
        let (own, units) = if join.is_later(a.questionnaire) {
            (Unit::Later(row), vec![Unit::Later(row)])
        } else {
            (Unit::Earlier(row), now.iter().copied().map(Unit::Later).collect())
        };
        let gone = now.is_empty().then_some(own);
        let units = if now.is_empty() { Vec::new() } else { units };
        Self { units, gone, now }
    }
}

/// The weighted mean of what a year scores on these rows.
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

    /// What the same entities answered otherwise: `F_b(P) − F_a(P)` of this question alone.
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

    /// The fewest entities that answered in a year or in both, where anybody did.
    fn rests_on(&self, traced: &Traced) -> usize {
        let units: Vec<Unit> = traced.units.iter().copied().chain(traced.gone).collect();
        let who = |side| -> BTreeSet<&Key> { Self::of(side, &units).map(|((_, entity), _)| entity).collect() };
        let (before, after) = (who(self.before), who(self.after));
        let both = before.intersection(&after).count();
        let numbers = [before.len(), after.len(), both];
        numbers.into_iter().filter(|number| *number > 0).min().unwrap_or(0)
    }
}
