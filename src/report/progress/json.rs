//! Takes how far a plan is; returns JSON for programs as described by `docs/schema`, with the keys in a fixed order.

use serde::Serialize;

use crate::plan::{Due, Point, Status};
use crate::progress::{Group, Move, Progress, What};
use crate::report::GENERATED_BY;

/// The progress as JSON, indented by two spaces and ending in a line feed.
///
/// # Errors
/// None in practice: every value can be represented in JSON.
pub fn write(progress: &Progress) -> Result<String, serde_json::Error> {
    let plan = progress.plan;
    let numbers = |points: Vec<&Point>| numbers(progress, &points);
    let with = |status| numbers(progress.with_status(status));
    let document = Document {
        format: "ketenscan-progress/1",
        generated_by: GENERATED_BY,
        region: &plan.region,
        year: plan.year,
        file: &plan.file,
        day: progress.day.iso(),
        points: plan.points.iter().zip(1..).map(point).collect(),
        untouched: plan.untouched,
        overdue: numbers(progress.overdue()),
        without_owner: numbers(progress.without_owner()),
        without_date: numbers(progress.without_date()),
        not_started: with(Some(Status::NotStarted)),
        under_way: with(Some(Status::Busy)),
        done: with(Some(Status::Done)),
        dropped: with(Some(Status::Dropped)),
        without_status: with(None),
        owners: progress.owners().iter().map(|group| named(progress, group)).collect(),
        steps: progress.steps().iter().map(|group| named(progress, group)).collect(),
        since: progress.since.as_ref().map(|since| SinceEntry {
            file: &since.earlier.file,
            moves: since.moves.iter().map(|found| moved(progress, found)).collect(),
        }),
    };
    let mut text = serde_json::to_string_pretty(&document)?;
    text.push('\n');
    Ok(text)
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    generated_by: &'static str,
    region: &'a str,
    year: u16,
    file: &'a str,
    day: String,
    points: Vec<PointEntry<'a>>,
    untouched: usize,
    overdue: Vec<usize>,
    without_owner: Vec<usize>,
    without_date: Vec<usize>,
    not_started: Vec<usize>,
    under_way: Vec<usize>,
    done: Vec<usize>,
    dropped: Vec<usize>,
    without_status: Vec<usize>,
    owners: Vec<GroupEntry<'a>>,
    steps: Vec<GroupEntry<'a>>,
    since: Option<SinceEntry<'a>>,
}

#[derive(Serialize)]
struct PointEntry<'a> {
    number: usize,
    id: Option<&'a str>,
    name: &'a str,
    step: Option<&'a str>,
    to_do: Option<&'a str>,
    owner: Option<&'a str>,
    ready_by: Option<&'a str>,
    due: Option<String>,
    status: Option<&'static str>,
}

#[derive(Serialize)]
struct GroupEntry<'a> {
    name: Option<&'a str>,
    points: Vec<usize>,
}

#[derive(Serialize)]
struct SinceEntry<'a> {
    file: &'a str,
    moves: Vec<MoveEntry<'a>>,
}

#[derive(Serialize)]
struct MoveEntry<'a> {
    point: Option<usize>,
    id: Option<&'a str>,
    name: &'a str,
    kind: &'static str,
    status: Option<Change<'a>>,
    ready_by: Option<Change<'a>>,
    owner: Option<Change<'a>>,
}

#[derive(Serialize)]
struct Change<'a> {
    from: Option<&'a str>,
    to: Option<&'a str>,
}

fn filled(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn key(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "not_started",
        Status::Busy => "under_way",
        Status::Done => "done",
        Status::Dropped => "dropped",
    }
}

fn point((point, number): (&Point, usize)) -> PointEntry<'_> {
    PointEntry {
        number,
        id: filled(&point.id),
        name: point.title(),
        step: point.step.as_deref(),
        to_do: filled(&point.to_do),
        owner: filled(point.owner.shown()),
        ready_by: filled(&point.ready_by),
        due: match point.due() {
            Due::By(due) => Some(due.iso()),
            Due::Unset | Due::Unclear => None,
        },
        status: point.status.map(key),
    }
}

/// The numbers of points: their places in the plan, from 1.
fn numbers(progress: &Progress, points: &[&Point]) -> Vec<usize> {
    points.iter().filter_map(|point| number(progress, point)).collect()
}

fn number(progress: &Progress, point: &Point) -> Option<usize> {
    let mut points = progress.plan.points.iter();
    points
        .position(|known| std::ptr::eq(known, point))
        .map(|place| place + 1)
}

fn named<'a>(progress: &Progress<'a>, group: &Group<'a>) -> GroupEntry<'a> {
    GroupEntry {
        name: group.name,
        points: numbers(progress, &group.points),
    }
}

fn moved<'a>(progress: &Progress, found: &Move<'a>) -> MoveEntry<'a> {
    let mut entry = MoveEntry {
        point: number(progress, found.point),
        id: filled(&found.point.id),
        name: found.point.title(),
        kind: "changed",
        status: None,
        ready_by: None,
        owner: None,
    };
    for what in &found.what {
        match *what {
            What::New => entry.kind = "new",
            What::Gone => entry.kind = "gone",
            What::Status(from, to) => {
                entry.status = Some(Change {
                    from: from.map(key),
                    to: to.map(key),
                });
            }
            What::ReadyBy(from, to) => entry.ready_by = Some(change(from, to)),
            What::Owner(from, to) => entry.owner = Some(change(from.shown(), to.shown())),
        }
    }
    entry
}

fn change<'a>(from: &'a str, to: &'a str) -> Change<'a> {
    Change {
        from: filled(from),
        to: filled(to),
    }
}
