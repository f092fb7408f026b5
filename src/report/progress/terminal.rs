//! Takes how far a plan is; returns plain text of 80 columns, for whoever runs the command.

use super::phrases::{brief, moved, named, of_owner, summary, title, whole};
use super::{NO_DATE, NO_OWNER, OVERDUE, statuses};
use crate::plan::Point;
use crate::progress::Progress;
use crate::report::plain_text::{self, heading, paragraph};
use crate::wording::count;

/// How the plan stands, then every list that is not empty.
#[must_use]
pub fn write(progress: &Progress) -> String {
    let mut text = String::new();
    plain_text::title(&mut text, &title(progress));
    for sentence in summary(progress) {
        paragraph(&mut text, "", &sentence);
    }
    if progress.plan.points.is_empty() {
        return text;
    }
    list(&mut text, OVERDUE, &progress.overdue());
    list(&mut text, NO_OWNER, &progress.without_owner());
    list(&mut text, NO_DATE, &progress.without_date());
    for (status, words) in statuses() {
        list(&mut text, words, &progress.with_status(status));
    }
    heading(&mut text, "Afspraken per eigenaar");
    for group in progress.owners() {
        paragraph(&mut text, "  ", &format!("{}:", group.name.unwrap_or(NO_OWNER)));
        items(&mut text, "    ", &group.points, of_owner);
    }
    heading(&mut text, "Punten per stap");
    for group in progress.steps() {
        let points = count(group.points.len(), "punt", "punten");
        paragraph(
            &mut text,
            "  ",
            &format!("{}: {points}", group.name.unwrap_or("Zonder stap")),
        );
        items(&mut text, "    ", &group.points, brief);
    }
    since(&mut text, progress);
    text
}

fn list(text: &mut String, words: &str, points: &[&Point]) {
    if points.is_empty() {
        return;
    }
    heading(text, &format!("{words} ({})", points.len()));
    items(text, "  ", points, whole);
}

fn items(text: &mut String, indent: &str, points: &[&Point], words: impl Fn(&Point) -> String) {
    for point in points {
        paragraph(text, &format!("{indent}- "), &words(point));
    }
}

fn since(text: &mut String, progress: &Progress) {
    let Some(since) = &progress.since else {
        return;
    };
    heading(text, &format!("Veranderd sinds {}", since.earlier.file));
    if since.moves.is_empty() {
        paragraph(text, "  ", "Niets.");
    }
    for found in &since.moves {
        paragraph(text, "  - ", &format!("{}: {}", named(found.point), moved(found)));
    }
}
