//! The plan as it stands in one copy of a report: each point with what people agreed on.

use super::{Due, Status};
use crate::privacy::Written;
use crate::questionnaire::Date;

/// The plan of a report as it stands in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The name of the file in messages.
    pub file: String,
    /// Name of the region.
    pub region: String,
    /// The year that the report is about.
    pub year: u16,
    /// The points in which something was filled in, and those that people added, from top to bottom. A question may have
    /// several.
    pub points: Vec<Point>,
    /// How many questions of the plan have nothing filled in.
    pub untouched: usize,
}

/// A point of the plan in which something was filled in. All texts are redacted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// ID of the question it is about; empty if people added it.
    pub id: String,
    /// What it is about, in a few words; may be empty.
    pub name: String,
    /// The step of the chain that it belongs to, with its number, if it says so.
    pub step: Option<String>,
    /// What is to be done.
    pub to_do: String,
    /// The function that sees to it; blank if nobody does.
    pub owner: Written,
    /// When it is to be ready, as it was typed.
    pub ready_by: String,
    /// How far it is, if it says so.
    pub status: Option<Status>,
}

impl Point {
    /// When it is due.
    #[must_use]
    pub fn due(&self) -> Due {
        Due::of(&self.ready_by)
    }

    /// Whether something is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.status.is_none_or(|status| !status.is_closed())
    }

    /// Whether something is still to be done on this day that was to be ready before it.
    #[must_use]
    pub fn is_overdue(&self, day: Date) -> bool {
        self.is_open() && matches!(self.due(), Due::By(due) if due < day)
    }

    /// Its name; without one, what is to be done.
    #[must_use]
    pub fn title(&self) -> &str {
        [&self.name, &self.to_do]
            .into_iter()
            .find(|text| !text.is_empty())
            .map_or("zonder omschrijving", String::as_str)
    }
}
