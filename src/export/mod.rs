//! Takes a questionnaire, and a region's answers and figures; returns tidy tables, one observation per line, the bytes of
//! their files, and a data package that explains them to people and programs.

mod ambitions;
mod answers;
mod catalogue;
mod column;
pub mod csv;
pub mod data_package;
#[cfg(feature = "parquet")]
pub mod parquet_file;
mod plan;
mod scores;

pub use ambitions::ambitions;
pub use answers::answers;
pub use catalogue::{perspectives, practices, questions, steps, themes};
pub use column::{Column, Values};
pub use plan::plan;
pub use scores::scores;

use crate::questionnaire::Questionnaire;

/// Name of the table made by [`answers`].
pub const ANSWERS: &str = "antwoorden";
/// Name of the table made by [`scores`].
pub const SCORES: &str = "scores";
/// Name of the table made by [`ambitions`].
pub const AMBITIONS: &str = "ambities";
/// Name of the table made by [`plan`].
pub const PLAN: &str = "planpunten";
/// Name of the table made by [`questions`].
pub const QUESTIONS: &str = "vragen";
/// Name of the table made by [`steps`].
pub const STEPS: &str = "stappen";
/// Name of the table made by [`themes`].
pub const THEMES: &str = "themas";
/// Name of the table made by [`practices`].
pub const PRACTICES: &str = "verschijningsvormen";
/// Name of the table made by [`perspectives`].
pub const PERSPECTIVES: &str = "perspectieven";

/// Name and version of the tables as a whole.
pub const FORMAT: &str = "ketenscan-export/1";
/// The program that made them.
pub const GENERATED_BY: &str = concat!("ketenscan ", env!("CARGO_PKG_VERSION"));

/// A table: columns of the same length.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<'a> {
    /// Name, as in file names and queries.
    pub name: &'static str,
    /// What a line is, in one Dutch sentence.
    pub meaning: &'static str,
    /// The columns by which a line is known; none if a line has no such key.
    pub key: &'static [&'static str],
    /// The tables in which its keys are explained.
    pub references: Vec<Reference>,
    /// Columns, in order.
    pub columns: Vec<Column<'a>>,
}

/// Columns whose values are to be found in another table, in columns of the same names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The columns, in both tables.
    pub columns: &'static [&'static str],
    /// The other table.
    pub table: &'static str,
}

/// The unit of scores, norms and the differences between them.
const POINTS: &str = "punten op een schaal van 0 tot en met 100";
/// The unit of coverage and the like.
const PART: &str = "deel van 0 tot en met 1";

/// References to the question, and what else depends on it.
const QUESTION: Reference = Reference {
    columns: &["questionnaire", "edition", "question"],
    table: QUESTIONS,
};
const STEP: Reference = Reference {
    columns: &["questionnaire", "edition", "step"],
    table: STEPS,
};
const THEME: Reference = Reference {
    columns: &["questionnaire", "edition", "theme"],
    table: THEMES,
};
/// A column that may be empty refers by itself: a reference of several columns would have to be complete.
const PRACTICE: Reference = Reference {
    columns: &["practice"],
    table: PRACTICES,
};
const PERSPECTIVE: Reference = Reference {
    columns: &["perspective"],
    table: PERSPECTIVES,
};

impl Table<'_> {
    /// The number of lines.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.columns.first().map_or(0, |column| column.values.len())
    }
}

/// What a file of this table says about itself, as names and values.
#[must_use]
pub fn facts(table: &Table, questionnaire: &Questionnaire) -> Vec<(&'static str, String)> {
    vec![
        ("ketenscan.format", FORMAT.to_owned()),
        ("ketenscan.generated_by", GENERATED_BY.to_owned()),
        ("ketenscan.table", table.name.to_owned()),
        ("ketenscan.questionnaire.id", questionnaire.id.clone()),
        ("ketenscan.questionnaire.edition", questionnaire.edition.to_string()),
        ("ketenscan.questionnaire.sha256", questionnaire.sha256.clone()),
    ]
}
