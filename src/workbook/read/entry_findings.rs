//! Everything that can be wrong with the particulars and the rows of a workbook, or with any text in it, each with its
//! message and hint.

use crate::answers::YEARS;
use crate::privacy::{Kind, REDACTED};
use crate::problem::{
    Description, Finding,
    Severity::{Error, Warning},
};
use crate::wording::{all_of, number, one_of};

/// What is wrong with the particulars, a row, or a text.
#[derive(Debug)]
pub(super) enum EntryFinding {
    MissingParticular {
        label: &'static str,
    },
    UnknownPerspective {
        found: String,
        nearest: Option<String>,
        known: Vec<String>,
    },
    BadYear {
        /// As formatted by [`cite`](super::words::cite).
        found: String,
    },
    DuplicateRow {
        id: String,
        first: String,
    },
    UnknownRow {
        /// As formatted by [`cite`](super::words::cite).
        found: String,
        nearest: Option<String>,
    },
    AbsentRows {
        ids: Vec<String>,
    },
    NoQuestions,
    /// Evidence, a remark, an ambition or a key figure, and not a single answer.
    NothingAnswered,
    AboveLargest {
        found: f64,
        largest: f64,
    },
    /// Cells merged into one, of which the first alone is read.
    Merged {
        cells: String,
        first: String,
    },
    Personal {
        kinds: Vec<Kind>,
    },
    /// Like [`Personal`](Self::Personal), in the plan of a report.
    PersonalInPlan {
        kinds: Vec<Kind>,
    },
}

/// The number of ids that a message lists.
const MOST_NAMED: usize = 5;

/// Advises the nearest of the known values; without one, gives `otherwise`.
pub(super) fn meant(nearest: Option<&String>, otherwise: &str) -> String {
    match nearest {
        Some(nearest) => format!("Bedoelde u '{nearest}'?"),
        None => otherwise.to_owned(),
    }
}

/// The kinds of personal data, in words.
pub(super) fn named(kinds: &[Kind]) -> String {
    let words: Vec<&str> = kinds.iter().map(|kind| kind.words()).collect();
    all_of(&words)
}

fn looks_like(kinds: &[Kind]) -> String {
    format!("hier staat wat lijkt op {}", named(kinds))
}

/// Something that looks like personal data, in a cell of a workbook.
pub(super) fn personal(kinds: &[Kind]) -> Description {
    Description {
        code: "W60",
        severity: Warning,
        message: looks_like(kinds),
        hint: "Haal het weg: gegevens van personen en adressen horen niet in de scan. Het rapport neemt het niet over."
            .to_owned(),
    }
}

impl Finding for EntryFinding {
    fn describe(&self) -> Description {
        use EntryFinding as F;
        match self {
            F::MissingParticular { label } => Description {
                code: "W20",
                severity: Error,
                message: format!("'{label}' is niet ingevuld"),
                hint: format!("Vul '{label}' in op het blad Gegevens, in de kolom naast het label."),
            },
            F::UnknownPerspective { found, nearest, known } => Description {
                code: "W21",
                severity: Error,
                message: format!("'{found}' is geen bekend perspectief"),
                hint: meant(nearest.as_ref(), &format!("Kies uit de lijst: {}.", one_of(known))),
            },
            F::BadYear { found } => Description {
                code: "W22",
                severity: Error,
                message: format!("{found} is geen jaar waar de scan over kan gaan"),
                hint: format!(
                    "Vul een jaar van {} tot en met {} in, met vier cijfers.",
                    YEARS.start(),
                    YEARS.end()
                ),
            },
            F::DuplicateRow { id, first } => Description {
                code: "W23",
                severity: Error,
                message: format!("vraag {id} staat twee keer in het werkboek; de eerste staat op {first}"),
                hint: "Haal de kopie weg, ook als die op een gekopieerd blad staat.".to_owned(),
            },
            F::UnknownRow { found, nearest } => Description {
                code: "W24",
                severity: Warning,
                message: format!("{found} is geen vraag van dit werkboek; de regel is niet gelezen"),
                hint: meant(
                    nearest.as_ref(),
                    "Laat de kolom ID zoals die was, of haal de regel weg.",
                ),
            },
            F::AbsentRows { ids } => Description {
                code: "W25",
                severity: Warning,
                message: match ids.as_slice() {
                    [id] => format!("vraag {id} staat niet in het werkboek"),
                    ids if ids.len() <= MOST_NAMED => {
                        format!("{} vragen staan niet in het werkboek: {}", ids.len(), all_of(ids))
                    }
                    ids => format!(
                        "{} vragen staan niet in het werkboek, waaronder {}",
                        ids.len(),
                        all_of(&ids[..MOST_NAMED])
                    ),
                },
                hint: match ids.as_slice() {
                    [_] => "De vraag telt als onbekend; neem het antwoord zo nodig over in een nieuw werkboek.",
                    _ => "Ze tellen als onbekend; neem de antwoorden zo nodig over in een nieuw werkboek.",
                }
                .to_owned(),
            },
            F::NoQuestions => Description {
                code: "W26",
                severity: Error,
                message: "in dit werkboek staat geen enkele vragentabel".to_owned(),
                hint: "Laat op elk vragenblad de kopregel met ID en Antwoord staan.".to_owned(),
            },
            F::NothingAnswered => Description {
                code: "W44",
                severity: Warning,
                message: "hier is iets ingevuld, maar in het hele werkboek is geen vraag beantwoord".to_owned(),
                hint: "Vul de kolom Antwoord in, al is het met 'Weet ik niet': alleen antwoorden tellen mee."
                    .to_owned(),
            },
            F::Merged { cells, first } => Description {
                code: "W16",
                severity: Warning,
                message: format!("de cellen {cells} zijn samengevoegd; alleen {first} is gelezen"),
                hint: "Hef de samenvoeging op en vul elke cel apart in.".to_owned(),
            },
            F::AboveLargest { found, largest } => Description {
                code: "W66",
                severity: Warning,
                message: format!(
                    "{} is hoger dan hier te verwachten is ({}); zo telt het wel mee",
                    number(*found),
                    number(*largest)
                ),
                hint: "Kijk of het getal klopt.".to_owned(),
            },
            F::Personal { kinds } => personal(kinds),
            F::PersonalInPlan { kinds } => Description {
                code: "W60",
                severity: Warning,
                message: looks_like(kinds),
                hint: format!(
                    "Noem liever een functie of organisatie. Wordt het plan overgenomen, dan komt op die plek {REDACTED}."
                ),
            },
        }
    }
}
