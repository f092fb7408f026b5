//! Takes how far a plan is; returns a calendar with the dates of its open points.

use std::collections::BTreeMap;

use super::phrases::{named, whole};
use crate::plan::Point;
use crate::progress::Progress;
use crate::report::ical::{self, Event};
use crate::spelling::slug;

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

/// What tells each point apart, whatever is agreed on about it: its ID or, if people added it, its name; and which of those
/// with the same it is.
fn uids(points: &[Point], name: &str) -> Vec<String> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let uid = |point: &Point| {
        let about = if point.id.is_empty() { point.title() } else { &point.id };
        let about = slug(about);
        let number = times.entry(about.clone()).or_default();
        *number += 1;
        format!("{name}-{about}-{number}@ketenscan")
    };
    points.iter().map(uid).collect()
}
