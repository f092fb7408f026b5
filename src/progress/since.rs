//! Takes two copies of a plan; returns what moved from the earlier to the later.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::plan::{Due, Point, Standing, Status};
use crate::privacy::Written;
use crate::spelling::fold;

/// What moved since an earlier copy of a plan.
#[derive(Debug)]
pub struct Since<'a> {
    /// The earlier copy.
    pub earlier: &'a Standing,
    /// The points that moved, in the order of the plan; those that are gone come last.
    pub moves: Vec<Move<'a>>,
}

/// A point that moved.
#[derive(Debug, PartialEq, Eq)]
pub struct Move<'a> {
    /// The point as it is now; if it is gone, as it was.
    pub point: &'a Point,
    /// What moved.
    pub what: Vec<What<'a>>,
}

/// What moved of a point. Each pair is what it was, and what it is.
#[derive(Debug, PartialEq, Eq)]
pub enum What<'a> {
    /// It was not there, or nothing was filled in.
    New,
    /// It is no longer there, or nothing is filled in any more.
    Gone,
    /// Its status.
    Status(Option<Status>, Option<Status>),
    /// Its date, as it was typed.
    ReadyBy(&'a str, &'a str),
    /// Its owner.
    Owner(&'a Written, &'a Written),
}

impl<'a> Since<'a> {
    /// Compares two copies of a plan.
    #[must_use]
    pub fn new(earlier: &'a Standing, later: &'a Standing) -> Self {
        let before = matched(&earlier.points, &later.points);
        let kept: BTreeSet<usize> = before.iter().flatten().copied().collect();
        let of_now = later.points.iter().zip(before).filter_map(|(point, before)| {
            let what = match before {
                None => vec![What::New],
                Some(before) => differences(&earlier.points[before], point),
            };
            (!what.is_empty()).then_some(Move { point, what })
        });
        let gone = earlier
            .points
            .iter()
            .enumerate()
            .filter(|(index, _)| !kept.contains(index));
        let gone = gone.map(|(_, point)| Move {
            point,
            what: vec![What::Gone],
        });
        Self {
            earlier,
            moves: of_now.chain(gone).collect(),
        }
    }
}

fn differences<'a>(before: &'a Point, now: &'a Point) -> Vec<What<'a>> {
    let mut what = Vec::new();
    if before.status != now.status {
        what.push(What::Status(before.status, now.status));
    }
    // 1-7-2027 and 1 juli 2027 are one date; two texts that are no date are two texts.
    let is_same_date = match now.due() {
        Due::By(_) | Due::Unset => before.due() == now.due(),
        Due::Unclear => fold(&before.ready_by) == fold(&now.ready_by),
    };
    if !is_same_date {
        what.push(What::ReadyBy(&before.ready_by, &now.ready_by));
    }
    if before.owner != now.owner {
        what.push(What::Owner(&before.owner, &now.owner));
    }
    what
}

/// For each point of the later copy, the index of the same point in the earlier one. Points are the same if they are about
/// the same question and say the same is to be done; of those left of a question, the first is the same as the first. Points
/// that people added are about what they are called.
fn matched(earlier: &[Point], later: &[Point]) -> Vec<Option<usize>> {
    let about = |point: &Point| match fold(&point.id) {
        id if id.is_empty() => format!(" {}", fold(point.title())),
        id => id,
    };
    // First what is to be done as well, then the question alone.
    let key = |point: &Point, is_exact: bool| (about(point), if is_exact { fold(&point.to_do) } else { String::new() });
    let mut taken = vec![false; earlier.len()];
    let mut before: Vec<Option<usize>> = vec![None; later.len()];
    for is_exact in [true, false] {
        let mut free: BTreeMap<(String, String), VecDeque<usize>> = BTreeMap::new();
        for (index, point) in earlier.iter().enumerate().filter(|(index, _)| !taken[*index]) {
            free.entry(key(point, is_exact)).or_default().push_back(index);
        }
        for (now, place) in later.iter().zip(&mut before).filter(|(_, place)| place.is_none()) {
            *place = free.get_mut(&key(now, is_exact)).and_then(VecDeque::pop_front);
            if let Some(index) = *place {
                taken[index] = true;
            }
        }
    }
    before
}
