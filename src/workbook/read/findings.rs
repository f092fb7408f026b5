//! What is wrong with a file as a whole, such as why it is not read, each with its message and hint.

use workbook_guard::{Refusal, Unreadable};

use super::entry_findings::named;
use super::refusals;
use crate::privacy::Kind;
use crate::problem::{
    Description, Finding, Place, Remedy,
    Severity::{Error, Warning},
};
use crate::wording::all_of;

/// Why a file as a whole is not read.
#[derive(Debug)]
pub(super) enum FileFinding {
    /// The guard refuses it.
    Refused(Refusal),
    /// A cell or sheet cannot be read, and here that rules out the whole file.
    Unreadable(Unreadable),
    /// The guard admits the file, but the parser cannot read it.
    Unparsed,
    /// The parser panics on it.
    Contradictory,
    OtherFormat {
        found: String,
    },
    OtherQuestionnaire {
        found: String,
        ours: Vec<String>,
    },
    UnknownEdition {
        found: String,
        known: Vec<String>,
    },
    OtherDefinition,
    /// Answers of ours in a workbook that no longer says what it is.
    Anonymous,
    /// So many rows are called not applicable that little is left.
    MuchNotApplicable {
        found: usize,
        rows: usize,
    },
    PersonalName {
        kinds: Vec<Kind>,
    },
}

impl From<Refusal> for FileFinding {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl FileFinding {
    /// Where the problem is.
    pub(super) fn place(&self, file: &str) -> Place {
        match self {
            Self::Unreadable(unreadable) => refusals::place(unreadable, file),
            _ => Place::file(file),
        }
    }
}

impl Finding for FileFinding {
    fn describe(&self) -> Description {
        use FileFinding as F;
        match self {
            F::Refused(refusal) => refusals::describe(refusal),
            F::Unreadable(unreadable) => unreadable.describe(),
            F::Unparsed => refusals::damaged("de inhoud is niet te volgen"),
            F::Contradictory => Description {
                code: "W04",
                severity: Error,
                message: "het werkboek is beschadigd (de inhoud spreekt zichzelf tegen)".to_owned(),
                hint: refusals::SAVE_AGAIN.to_owned(),
            },
            F::OtherFormat { found } => Description {
                code: "W07",
                severity: Error,
                message: format!("het werkboek heeft de indeling '{found}', die deze versie niet kent"),
                hint: "Gebruik een nieuwere versie van ketenscan.".to_owned(),
            },
            F::OtherQuestionnaire { found, ours } => Description {
                code: "W08",
                severity: Error,
                message: format!("het werkboek hoort bij een andere vragenlijst: '{found}'"),
                hint: format!(
                    "Deze run leest {}; wijs een andere vragenlijst aan.",
                    all_of(&ours.iter().map(|id| format!("'{id}'")).collect::<Vec<_>>())
                ),
            },
            F::UnknownEdition { found, known } => Description {
                code: "W09",
                severity: Error,
                message: format!(
                    "het werkboek hoort bij editie {found} van de vragenlijst, en die is hier niet bekend"
                ),
                hint: format!(
                    "Bekend {}: {}. Wijs de map met die editie aan.",
                    if known.len() == 1 { "is" } else { "zijn" },
                    all_of(known)
                ),
            },
            F::Anonymous => Description {
                code: "W67",
                severity: Error,
                message: "dit is een ingevulde vragenlijst, maar het verborgen blad _meta ontbreekt; \
                          de antwoorden zijn niet gelezen"
                    .to_owned(),
                hint: "Neem de antwoorden over in het werkboek dat is uitgezet, en stuur dat in.".to_owned(),
            },
            F::MuchNotApplicable { found, rows } => Description {
                code: "W77",
                severity: Warning,
                message: format!(
                    "{found} van de {rows} vragen {} beantwoord met 'niet van toepassing'",
                    if *found == 1 { "is" } else { "zijn" }
                ),
                hint: "Kijk of dat klopt: wat er nog niet is, is geen 'niet van toepassing', maar 0 of Nee.".to_owned(),
            },
            F::PersonalName { kinds } => Description {
                code: "W60",
                severity: Warning,
                message: format!("in de naam van dit bestand staat wat lijkt op {}", named(kinds)),
                hint: "Geef het bestand een andere naam: die staat in het rapport.".to_owned(),
            },
            F::OtherDefinition => Description {
                code: "W10",
                severity: Warning,
                message: "het werkboek is gemaakt met een andere versie van deze editie van de vragenlijst".to_owned(),
                hint: "De antwoorden zijn per id gelezen; kijk of de vragen nog hetzelfde vragen.".to_owned(),
            },
        }
    }

    fn remedy(&self) -> Option<Remedy> {
        match self {
            FileFinding::OtherQuestionnaire { ours, .. } => Some(Remedy::OtherQuestionnaire { ours: ours.clone() }),
            FileFinding::UnknownEdition { known, .. } => Some(Remedy::OtherEdition { known: known.clone() }),
            _ => None,
        }
    }
}
