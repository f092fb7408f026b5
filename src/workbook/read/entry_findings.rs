//! What can be wrong with all that is filled in beside the answers, each with its sentence and advice.

use crate::answers::YEARS;
use crate::privacy::{BLOT, Kind};
use crate::problem::{Finding, Severity};
use crate::wording::{all_of, one_of};

/// What is wrong with particulars, rows or the region's own sheets.
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
        /// As [`cite`](super::words::cite) gives it.
        found: String,
    },
    DuplicateRow {
        id: String,
        first: String,
    },
    UnknownRow {
        /// As [`cite`](super::words::cite) gives it.
        found: String,
        nearest: Option<String>,
    },
    AbsentRows {
        ids: Vec<String>,
    },
    NoQuestions,
    UnknownTheme {
        found: String,
        nearest: Option<String>,
    },
    ThemeTwice {
        theme: String,
    },
    UnknownStep {
        found: String,
        nearest: Option<String>,
    },
    BadAmbition {
        found: String,
    },
    BadInhabitants {
        found: String,
    },
    MunicipalityTwice {
        name: String,
        first: String,
    },
    TooManyMunicipalities {
        most: usize,
    },
    UnknownPractice {
        found: String,
        nearest: Option<String>,
    },
    Personal {
        kinds: Vec<Kind>,
    },
    /// As [`Personal`](Self::Personal), in the plan of a report.
    PersonalInPlan {
        kinds: Vec<Kind>,
    },
}

/// How many ids a message names.
const MOST_NAMED: usize = 5;

/// The advice to take the nearest of what is known, if anything is near.
pub(super) fn meant(nearest: Option<&String>, otherwise: &str) -> String {
    match nearest {
        Some(nearest) => format!("Bedoelde u '{nearest}'?"),
        None => otherwise.to_owned(),
    }
}

fn looks_like(kinds: &[Kind]) -> String {
    let words: Vec<&str> = kinds.iter().map(|kind| kind.words()).collect();
    format!("hier staat wat lijkt op {}", all_of(&words))
}

impl Finding for EntryFinding {
    #[expect(
        clippy::too_many_lines,
        reason = "one arm per finding: sentence and advice side by side"
    )]
    fn describe(&self) -> (&'static str, Severity, String, String) {
        use EntryFinding as F;
        use Severity::{Error, Warning};
        let (code, severity, message, hint) = match self {
            F::MissingParticular { label } => (
                "W20",
                Error,
                format!("'{label}' is niet ingevuld"),
                format!("Vul '{label}' in op het blad Gegevens, in de kolom naast het label."),
            ),
            F::UnknownPerspective { found, nearest, known } => (
                "W21",
                Error,
                format!("'{found}' is geen bekend perspectief"),
                meant(nearest.as_ref(), &format!("Kies uit de lijst: {}.", one_of(known))),
            ),
            F::BadYear { found } => (
                "W22",
                Error,
                format!("{found} is geen jaar waar de scan over kan gaan"),
                format!(
                    "Vul een jaar van {} tot en met {} in, met vier cijfers.",
                    YEARS.start(),
                    YEARS.end()
                ),
            ),
            F::DuplicateRow { id, first } => (
                "W23",
                Error,
                format!("vraag {id} staat twee keer in het werkboek; de eerste staat op {first}"),
                "Haal de kopie weg, ook als die op een gekopieerd blad staat.".to_owned(),
            ),
            F::UnknownRow { found, nearest } => (
                "W24",
                Warning,
                format!("{found} is geen vraag van dit werkboek; de regel is niet gelezen"),
                meant(
                    nearest.as_ref(),
                    "Laat de kolom ID zoals die was, of haal de regel weg.",
                ),
            ),
            F::AbsentRows { ids } => (
                "W25",
                Warning,
                match ids.as_slice() {
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
                match ids.as_slice() {
                    [_] => "De vraag telt als onbekend; neem het antwoord zo nodig over in een nieuw werkboek.",
                    _ => "Ze tellen als onbekend; neem de antwoorden zo nodig over in een nieuw werkboek.",
                }
                .to_owned(),
            ),
            F::NoQuestions => (
                "W26",
                Error,
                "in dit werkboek staat geen enkele vragentabel".to_owned(),
                "Laat op elk vragenblad de kopregel met ID en Antwoord staan.".to_owned(),
            ),
            F::UnknownTheme { found, nearest } => (
                "W50",
                Error,
                format!("'{found}' is geen thema van de scan"),
                meant(nearest.as_ref(), "Kies een thema uit de lijst."),
            ),
            F::ThemeTwice { theme } => (
                "W51",
                Warning,
                format!("'{theme}' is twee keer als speerpunt genoemd; het telt één keer"),
                "Kies een ander thema of laat de regel leeg.".to_owned(),
            ),
            F::UnknownStep { found, nearest } => (
                "W52",
                Error,
                format!("'{found}' is geen stap van de keten"),
                meant(nearest.as_ref(), "Laat de kolom Stap zoals die was."),
            ),
            F::BadAmbition { found } => (
                "W53",
                Error,
                format!("'{found}' is geen ambitie"),
                "Vul een score van 0 tot en met 100 in, of laat de cel leeg.".to_owned(),
            ),
            F::BadInhabitants { found } => (
                "W54",
                Error,
                format!("'{found}' is geen aantal inwoners"),
                "Vul een heel getal boven 0 in zonder punten, of laat de cel leeg.".to_owned(),
            ),
            F::MunicipalityTwice { name, first } => (
                "W55",
                Error,
                format!("gemeente {name} staat twee keer in de lijst; de eerste staat {first}"),
                "Laat één regel staan.".to_owned(),
            ),
            F::TooManyMunicipalities { most } => (
                "W57",
                Error,
                format!("in de lijst staan meer dan {most} gemeenten; deze telt niet mee"),
                "Haal weg wat er niet in hoort: in de lijst staan alleen de gemeenten van de regio.".to_owned(),
            ),
            F::UnknownPractice { found, nearest } => (
                "W56",
                Error,
                format!("'{found}' is geen verschijningsvorm van de scan"),
                meant(nearest.as_ref(), "Laat de kolom Verschijningsvorm zoals die was."),
            ),
            F::Personal { kinds } => (
                "W60",
                Warning,
                looks_like(kinds),
                "Haal het weg: gegevens van personen en adressen horen niet in de scan. Het rapport neemt het niet over."
                    .to_owned(),
            ),
            F::PersonalInPlan { kinds } => (
                "W60",
                Warning,
                looks_like(kinds),
                format!(
                    "Noem liever een functie of organisatie. Wordt het plan overgenomen, dan komt op die plek {BLOT}."
                ),
            ),
        };
        (code, severity, message, hint)
    }
}
