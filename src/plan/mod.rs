//! What people fill in in a report, and what it means: the fields of the improvement plan, and conclusions on its agenda.

mod conclusion;

pub use self::conclusion::{
    AGREED, AgendaPoint, Announced, Belongs, CONCLUSION, Conclusion, FURTHER_AGREED, FURTHER_DIFFERENCES, POINT,
    PointKind, TO_DISCUSS,
};

mod due;
mod standing;

pub use due::Due;
pub use standing::{Point, Standing};

use crate::questionnaire::QuestionnaireId;
use crate::spelling::fold;

/// The statuses of a point of the plan, in the order of [`Status`].
pub const STATUSES: [&str; 4] = ["Niet gestart", "Loopt", "Gereed", "Vervallen"];

/// Headers of the columns that people fill in, in order; the last one accepts [`STATUSES`].
pub const FIELDS: [&str; 7] = [
    "Nog te doen",
    "Betrokken",
    "Wie missen we nog",
    "Wanneer tevreden",
    "Eigenaar (functie)",
    "Gereed op",
    "Status",
];

/// Headers of the columns of the plan that we fill in, after the ID, in order. A header that is no longer used stays
/// here, so that it is not taken for one that people added.
pub const GIVEN: [&str; 9] = [
    "Vraag",
    "Eerste stap",
    "Tekort",
    "Wettelijk",
    "Stap",
    "Thema",
    "Waar regelen",
    "Met wie",
    "Wat er al is",
];

/// Which of [`GIVEN`] is a figure, which is out of date in another report.
pub(crate) const GAP: usize = 2;
/// Indices in [`GIVEN`] of the question, with its short name on the first line; of the first step; and of the step of the
/// chain.
pub(crate) const QUESTION: usize = 0;
pub(crate) const FIRST_STEP: usize = 1;
pub(crate) const STEP: usize = 4;

/// How many of [`FIELDS`] are free text: all except a date and a status, which come last.
pub const FREE_TEXTS: usize = FIELDS.len() - 2;

/// Index in [`FIELDS`] of what is to be done.
pub(crate) const TO_DO: usize = 0;
/// Index in [`FIELDS`] of the function that sees to it.
pub(crate) const OWNER: usize = 4;
/// Index in [`FIELDS`] of the date on which a point is due.
pub(crate) const READY_BY: usize = 5;
/// Index in [`FIELDS`] of the status.
pub(crate) const STATUS: usize = 6;

/// The status of a point in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nobody has started.
    NotStarted,
    /// Somebody is working on it.
    Busy,
    /// Done, according to the people concerned.
    Done,
    /// It will not be done.
    Dropped,
}

impl Status {
    /// The status with this name, ignoring case and spacing.
    #[must_use]
    pub fn from_words(words: &str) -> Option<Self> {
        let all = [Status::NotStarted, Status::Busy, Status::Done, Status::Dropped];
        let folded = fold(words);
        all.into_iter().find(|status| fold(status.words()) == folded)
    }

    /// Its name.
    #[must_use]
    pub fn words(self) -> &'static str {
        STATUSES[self as usize]
    }

    /// Whether nothing more has to be done.
    #[must_use]
    pub fn is_closed(self) -> bool {
        matches!(self, Status::Done | Status::Dropped)
    }
}

/// The plan in the report of a region, as filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledPlan {
    /// The name of the file in messages.
    pub file: String,
    /// Name of the region.
    pub region: String,
    /// The year that the report is about.
    pub year: u16,
    /// The questionnaire from which the points have their ids.
    pub questionnaire: QuestionnaireId,
    /// The points in which something was filled in.
    pub entries: Vec<PlanEntry>,
}

/// One point of the plan, as filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanEntry {
    /// Id of the row it is about.
    pub id: String,
    /// The contents of [`FIELDS`], in that order; empty where nothing was filled in.
    pub fields: [String; FIELDS.len()],
}

/// The plan and the agenda of a report as people left them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenPlan {
    /// Headers of the columns that people added, in order.
    pub columns: Vec<String>,
    /// The rows in which people wrote something, from top to bottom. A point may have several.
    pub rows: Vec<WrittenRow>,
    /// What people concluded about the points of the agenda.
    pub conclusions: Vec<Conclusion>,
}

/// A row of the plan in which people wrote something: a point of ours, or a row that they added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenRow {
    /// Its ID, and what was filled in.
    pub entry: PlanEntry,
    /// What was filled in in the columns that people added, in the order of [`WrittenPlan::columns`]; the last may be
    /// missing.
    pub added: Vec<String>,
    /// The texts in the columns [`GIVEN`] of a row that people added.
    pub given: [String; GIVEN.len()],
    /// The ID of the point below which people added it; none at the end of the table.
    pub below: Option<String>,
}

impl WrittenRow {
    /// Whether anything was filled in next to a point.
    #[must_use]
    pub fn is_filled(&self) -> bool {
        self.entry.is_filled() || self.added.iter().any(|text| !text.is_empty())
    }

    /// Whether it has anything at all.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        !self.is_filled() && self.entry.id.is_empty() && self.given.iter().all(String::is_empty)
    }
}

impl From<Vec<PlanEntry>> for WrittenPlan {
    fn from(entries: Vec<PlanEntry>) -> Self {
        let row = |entry| WrittenRow {
            entry,
            ..WrittenRow::default()
        };
        Self {
            rows: entries.into_iter().map(row).collect(),
            ..Self::default()
        }
    }
}

impl PlanEntry {
    /// Whether anything was filled in.
    #[must_use]
    pub fn is_filled(&self) -> bool {
        self.fields.iter().any(|field| !field.is_empty())
    }

    /// Its status, if the text is one of [`STATUSES`].
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        Status::from_words(&self.fields[STATUS])
    }

    /// When it is due, if the text consists of numbers and words of the calendar only. Anything else is meant for the
    /// people who wrote it.
    #[must_use]
    pub fn ready_by(&self) -> Option<&str> {
        let text = self.fields[READY_BY].as_str();
        is_calendar(text).then_some(text)
    }
}

/// Words for times of the year; of months, the first three letters.
const CALENDAR: [&str; 14] = [
    "begin", "medio", "half", "eind", "einde", "voor", "in", "kwartaal", "halfjaar", "week", "voorjaar", "zomer",
    "najaar", "winter",
];
const MONTHS: [&str; 13] = [
    "jan", "feb", "mrt", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
];
const QUARTERS: [&str; 8] = ["q1", "q2", "q3", "q4", "1e", "2e", "3e", "4e"];

/// Whether a text gives a day, month, quarter or year, and nothing else.
fn is_calendar(text: &str) -> bool {
    let folded = fold(text);
    let mut words = folded.split([' ', '-', '/', '.', ',']).filter(|word| !word.is_empty());
    let known = |word: &str| match word.parse::<u16>() {
        Ok(number) => number <= 53 || (2000..=2100).contains(&number),
        Err(_) => {
            let month = word.get(..3).is_some_and(|start| MONTHS.contains(&start));
            (month && word.len() <= "september".len()) || CALENDAR.contains(&word) || QUARTERS.contains(&word)
        }
    };
    (1..=4).contains(&words.clone().count()) && words.all(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(ready_by: &str, status: &str) -> PlanEntry {
        let mut entry = PlanEntry::default();
        entry.fields[READY_BY] = ready_by.to_owned();
        entry.fields[STATUS] = status.to_owned();
        entry
    }

    #[test]
    fn a_status_is_recognised_by_its_name() {
        assert_eq!(point("", " niet  gestart").status(), Some(Status::NotStarted));
        for status in STATUSES {
            assert_eq!(point("", status).status().map(Status::words), Some(status));
        }
        assert_eq!(point("", "bijna klaar").status(), None);
    }

    #[test]
    fn a_date_is_passed_on_and_other_words_are_not() {
        for typed in [
            "09-03-2027",
            "2027-3-9",
            "1 juli 2027",
            "eind 2026",
            "Q3 2027",
            "4e kwartaal 2027",
            "sept. 2027",
        ] {
            assert_eq!(point(typed, "").ready_by(), Some(typed));
        }
        for kept in [
            "",
            "na overleg met J. de Vries",
            "06-1234 5678",
            "12 maart 1987",
            "1-2-3-4-5",
            "decembermaand na Kerst",
        ] {
            assert_eq!(point(kept, "").ready_by(), None, "{kept}");
        }
    }
}
