//! What can be wrong with the headers and labels of our tables, each with its sentence and advice.

use super::entry_findings::meant;
use crate::problem::{
    Description, Finding,
    Severity::{Error, Note, Warning},
};
use crate::wording::{all_of, count};

/// What is wrong with a header or label.
#[derive(Debug)]
pub(super) enum TableFinding {
    /// A column was read as one of ours.
    TakenFor {
        /// As written; `None` if the header is blank.
        found: Option<String>,
        name: &'static str,
        /// The number of other sheets with the same change.
        elsewhere: usize,
    },
    /// A column of ours is lacking.
    Lacking {
        name: &'static str,
        near: Option<String>,
        /// Whether nothing of the table can be read without it.
        is_needed: bool,
        /// Whether that loses figures that count.
        stops: bool,
    },
    /// No header row was recognised.
    NoTable { sheet: &'static str },
    /// Two columns have the same header.
    ColumnTwice {
        name: &'static str,
        first: String,
        /// Whether a difference between the two loses figures that count.
        stops: bool,
        /// The cells in which they differ.
        differing: Vec<String>,
    },
    /// One of the particulars occurs twice, with different values.
    ParticularTwice { name: &'static str, first: String },
    /// A column that is not read contains something.
    Unread {
        found: Option<String>,
        rows: usize,
        near: Option<String>,
    },
    /// A label that is not read has a value beside it.
    UnreadLabel { found: String, near: Option<String> },
}

/// The number of cells that a message lists.
const MOST_NAMED: usize = 5;

impl Finding for TableFinding {
    fn describe(&self) -> Description {
        use TableFinding as F;
        match self {
            F::TakenFor { found, name, elsewhere } => Description {
                code: "W58",
                severity: Warning,
                message: {
                    let what = column(found.as_ref());
                    let also = match elsewhere {
                        0 => String::new(),
                        sheets => format!(", ook op {}", count(*sheets, "ander blad", "andere bladen")),
                    };
                    format!("{what} is gelezen als '{name}'{also}")
                },
                hint: format!(
                    "Zet boven deze kolom weer '{name}'; klopt dat niet, zet de koppen dan terug zoals ze waren."
                ),
            },
            F::Lacking {
                name,
                near,
                is_needed,
                stops,
            } => Description {
                code: "W59",
                severity: if *stops { Error } else { Warning },
                message: if *is_needed {
                    format!("in deze tabel ontbreekt de kolom '{name}'; de tabel is niet gelezen")
                } else {
                    format!("in deze tabel ontbreekt de kolom '{name}'")
                },
                hint: match near {
                    Some(near) => format!("Staat het onder '{near}'? Zet daar dan weer '{name}' boven."),
                    None => format!("Zet '{name}' weer boven de kolom waar het staat."),
                },
            },
            F::NoTable { sheet } => Description {
                code: "W59",
                severity: Warning,
                message: format!("op dit blad is geen tabel herkend; wat er bij {sheet} staat, is niet gelezen"),
                hint: "Zet de kopregel terug zoals die was.".to_owned(),
            },
            F::ColumnTwice {
                name,
                first,
                stops,
                differing,
            } => Description {
                code: "W61",
                severity: if *stops && !differing.is_empty() {
                    Error
                } else {
                    Warning
                },
                message: match differing.as_slice() {
                    [] => format!("de kolom '{name}' staat er twee keer, ook in {first}; ze spreken elkaar niet tegen"),
                    cells => format!(
                        "de kolom '{name}' staat er twee keer, ook in {first}; in {} staat iets anders: {}",
                        count(cells.len(), "regel", "regels"),
                        all_of(&named(cells))
                    ),
                },
                hint: if differing.is_empty() {
                    "Laat één van de twee staan.".to_owned()
                } else {
                    "Laat één van de twee staan; waar ze verschillen, telt geen van beide.".to_owned()
                },
            },
            F::ParticularTwice { name, first } => Description {
                code: "W61",
                severity: Error,
                message: format!("'{name}' staat er twee keer, en niet gelijk; de eerste staat {first}"),
                hint: "Laat één van de twee staan.".to_owned(),
            },
            F::Unread { found, rows, near } => Description {
                code: "W63",
                severity: if near.is_some() { Warning } else { Note },
                message: {
                    let what = column(found.as_ref());
                    format!(
                        "{what} is niet gelezen; er staat iets in {}",
                        count(*rows, "regel", "regels")
                    )
                },
                hint: meant(
                    near.as_ref(),
                    "Een eigen kolom mag; wat meetelt, staat in de kolommen die er al waren.",
                ),
            },
            F::UnreadLabel { found, near } => Description {
                code: "W63",
                severity: Warning,
                message: format!("wat bij '{found}' staat, is niet gelezen"),
                hint: meant(near.as_ref(), "Zet de labels terug zoals ze waren."),
            },
        }
    }
}

/// "de kolom 'Totaal'", or "een kolom zonder kop".
fn column(header: Option<&String>) -> String {
    header.map_or_else(
        || "een kolom zonder kop".to_owned(),
        |header| format!("de kolom '{header}'"),
    )
}

/// The first few cells, and the number of others.
fn named(cells: &[String]) -> Vec<String> {
    let mut named: Vec<String> = cells.iter().take(MOST_NAMED).cloned().collect();
    if cells.len() > MOST_NAMED {
        named.push(format!("{} andere", cells.len() - MOST_NAMED));
    }
    named
}
