//! Takes how far a plan is; returns a calendar with the dates of its open points.

use std::collections::BTreeMap;

use super::phrases::{named, whole};
use crate::checksum::sha256;
use crate::plan::Point;
use crate::progress::Progress;
use crate::report::ical::{self, Event};
use crate::spelling::{fold, slug};

/// So many digits of a checksum tell the actions of one point apart.
const SUM: usize = 8;

/// A calendar file with every open point on the last day on which it is in time; `None` if none has a date. `name` is the
/// beginning of its file names, which tells its points apart from those of other reports.
#[must_use]
pub fn calendar(progress: &Progress, name: &str) -> Option<String> {
    let plan = progress.plan;
    let about = format!("Verbeterplan {} {}", plan.region, plan.year);
    let uids = uids(&plan.points, name);
    let uid = |point: &Point| {
        let mut known = plan.points.iter().zip(&uids);
        known
            .find(|(known, _)| std::ptr::eq(*known, point))
            .map(|(_, uid)| uid.clone())
    };
    let event = |(day, point)| {
        Some(Event {
            uid: uid(point)?,
            day,
            summary: format!("Gereed op: {}", named(point)),
            description: format!("{about}\n{}", whole(point)),
        })
    };
    let events: Vec<Event> = progress.dated().into_iter().filter_map(event).collect();
    (!events.is_empty()).then(|| ical::write(&about, &events, progress.day))
}

/// What tells each point apart, whatever is agreed on about it: its ID or, if people added it, its name. Of those with the
/// same, what is to be done tells them apart, in whatever order they are; of those that are equal in that too, a number.
fn uids(points: &[Point], name: &str) -> Vec<String> {
    let about = |point: &Point| slug(if point.id.is_empty() { point.title() } else { &point.id });
    let mut number: BTreeMap<String, usize> = BTreeMap::new();
    for point in points {
        *number.entry(about(point)).or_default() += 1;
    }
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let uid = |point: &Point| {
        let mut about = about(point);
        if number[&about] > 1 {
            let sum = sha256([fold(&point.to_do)]);
            about = format!("{about}-{}", &sum[..SUM]);
        }
        let time = times.entry(about.clone()).or_default();
        *time += 1;
        format!("{name}-{about}-{time}@ketenscan")
    };
    points.iter().map(uid).collect()
}
