//! Takes how far a plan is; returns it as an outline, plain text, JSON, and a calendar of its dates.

mod calendar;
pub mod json;
mod phrases;
pub mod terminal;

pub use calendar::calendar;

use self::phrases::{moved, named, summary, title};
use super::outline::{Block, Cell, Column, ColumnKey, Header, Outline, Part, ProgressPart, Table, TableKey};
use super::{GENERATED_BY, in_words};
use crate::plan::{FIELDS, OWNER, Point, READY_BY, STATUS, STATUSES, Status, TO_DO};
use crate::progress::{Group, Progress, Since};
use crate::questionnaire::Date;

/// How points without a status, and points without an owner, are called.
const NO_STATUS: &str = "Zonder status";
const NO_OWNER: &str = "Nog geen eigenaar";
const NO_DATE: &str = "Nog geen datum";
const OVERDUE: &str = "Datum voorbij";

/// The outline of the page.
#[must_use]
pub fn outline(progress: &Progress) -> Outline {
    let mut parts = vec![standing(progress)];
    if !progress.plan.points.is_empty() {
        parts.extend(attention(progress));
        parts.extend(progress.since.as_ref().map(since));
        parts.push(owners(progress));
        parts.push(points(progress));
    }
    Outline {
        title: title(progress),
        // The page is for people only.
        facts: Vec::new(),
        parts,
    }
}

/// The line at the foot of the page.
#[must_use]
pub fn foot(day: Date) -> String {
    format!(
        "Stand op {}, gemaakt met {GENERATED_BY}. Een lijst om samen bij stil te staan, geen oordeel.",
        in_words(day)
    )
}

fn part(key: ProgressPart, blocks: Vec<Block>) -> Part {
    Part {
        key: key.into(),
        title: key.name().to_owned(),
        blocks,
    }
}

fn standing(progress: &Progress) -> Part {
    let mut blocks = vec![Block::Text(summary(progress))];
    if !progress.plan.points.is_empty() {
        blocks.push(Block::Table(steps(progress)));
    }
    part(ProgressPart::Standing, blocks)
}

/// The statuses, and none.
fn statuses() -> impl Iterator<Item = (Option<Status>, &'static str)> {
    let known = STATUSES.iter().map(|words| (Status::from_words(words), *words));
    known.chain([(None, NO_STATUS)])
}

/// The points of each step: how many there are of each status, and what they are called.
fn steps(progress: &Progress) -> Table {
    let by_status = statuses().enumerate();
    let by_status = by_status.map(|(index, (_, words))| Column::new(ColumnKey::PlanStatus(index), words, 11));
    let mut columns = vec![Column::named(Header::Step, 26)];
    columns.extend(by_status);
    columns.push(Column::named(Header::Overdue, 11));
    columns.push(Column::named(Header::Points, 60));
    let rows = progress.steps().into_iter().map(|group| {
        let number = |wanted: &dyn Fn(&Point) -> bool| {
            Cell::Number(group.points.iter().filter(|point| wanted(point)).count() as f64)
        };
        let mut row = vec![Cell::text(group.name.unwrap_or("Zonder stap"))];
        row.extend(statuses().map(|(status, _)| number(&|point| point.status == status)));
        row.push(number(&|point| point.is_overdue(progress.day)));
        let names: Vec<String> = group.points.iter().map(|point| named(point)).collect();
        row.push(Cell::text(names.join("; ")));
        row
    });
    Table::to_read(TableKey::StepPoints, "Punten per stap", columns, rows.collect())
}

/// The lists to talk about; none if there is nothing in any of them.
fn attention(progress: &Progress) -> Option<Part> {
    let lists = [
        (OVERDUE, progress.overdue()),
        (NO_OWNER, progress.without_owner()),
        (NO_DATE, progress.without_date()),
    ];
    let lists = lists.into_iter().filter(|(_, points)| !points.is_empty());
    let tables: Vec<Block> = lists
        .map(|(words, points)| Block::Table(list(words, &points, &[])))
        .collect();
    (!tables.is_empty()).then(|| part(ProgressPart::Attention, tables))
}

fn since(since: &Since) -> Part {
    let about = format!("Vergeleken met {}.", since.earlier.file);
    let rows = since
        .moves
        .iter()
        .map(|found| vec![Cell::text(named(found.point)), Cell::text(moved(found))]);
    let columns = vec![Column::named(Header::Point, 44), Column::named(Header::WhatChanged, 60)];
    let heading = if since.moves.is_empty() {
        "Veranderde punten: geen"
    } else {
        "Veranderde punten"
    };
    let table = Table::to_read(TableKey::Moves, heading, columns, rows.collect());
    part(ProgressPart::Since, vec![Block::Text(vec![about]), Block::Table(table)])
}

fn owners(progress: &Progress) -> Part {
    let table = |group: Group| Block::Table(list(group.name.unwrap_or(NO_OWNER), &group.points, &[OWNER]));
    part(ProgressPart::Owners, progress.owners().into_iter().map(table).collect())
}

fn points(progress: &Progress) -> Part {
    let lists = statuses().map(|(status, words)| (words, progress.with_status(status)));
    let lists = lists.filter(|(_, points)| !points.is_empty());
    let table = |(words, points): (&str, Vec<&Point>)| Block::Table(list(words, &points, &[STATUS]));
    part(ProgressPart::Points, lists.map(table).collect())
}

/// A list of points, without these fields.
fn list(heading: &str, points: &[&Point], without: &[usize]) -> Table {
    let fields = [(TO_DO, 44), (OWNER, 26), (READY_BY, 18), (STATUS, 14)];
    let fields: Vec<(usize, u16)> = fields
        .into_iter()
        .filter(|(field, _)| !without.contains(field))
        .collect();
    let mut columns = vec![Column::named(Header::Point, 36)];
    let column = |&(field, width): &(usize, u16)| Column::new(ColumnKey::Field(field), FIELDS[field], width);
    columns.extend(fields.iter().map(column));
    let rows = points.iter().map(|point| {
        let field = |(field, _): &(usize, u16)| match *field {
            TO_DO => point.to_do.as_str(),
            OWNER => point.owner.shown(),
            READY_BY => point.ready_by.as_str(),
            _ => point.status.map_or("", Status::words),
        };
        let mut row = vec![Cell::text(named(point))];
        row.extend(fields.iter().map(field).map(Cell::text));
        row
    });
    Table::to_read(TableKey::Points, heading, columns, rows.collect())
}
