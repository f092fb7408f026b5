//! Why a file as a whole is not read, each reason with its sentence and advice.

use super::guard::Bound;
use crate::problem::{Finding, Severity};
use crate::wording::all_of;

/// Why a file as a whole is not read.
#[derive(Debug)]
pub(super) enum FileFinding {
    Empty,
    /// Zeros only, as a cloud drive leaves for a file that it has not fetched.
    Placeholder,
    NotAWorkbook {
        what: &'static str,
        remedy: &'static str,
    },
    Protected,
    Damaged {
        /// In Dutch: what a parser says of it is not.
        reason: String,
    },
    /// What the parser stumbles over.
    Contradictory,
    TooLarge {
        bound: Bound,
    },
    OffTheGrid {
        sheet: Option<String>,
    },
    OtherFormat {
        found: String,
    },
    OtherQuestionnaire {
        found: String,
        ours: String,
    },
    UnknownEdition {
        found: String,
        known: Vec<String>,
    },
    OtherDefinition,
}

impl Finding for FileFinding {
    fn describe(&self) -> (&'static str, Severity, String, String) {
        use FileFinding as F;
        use Severity::{Error, Warning};
        let (code, severity, message, hint) = match self {
            F::Empty => (
                "W01",
                Error,
                "het bestand is leeg".to_owned(),
                "Vraag de afzender het werkboek opnieuw te sturen.".to_owned(),
            ),
            F::Placeholder => (
                "W01",
                Error,
                "in het bestand staan alleen nullen".to_owned(),
                "Het is nog niet van de cloudopslag gehaald: open het daar eerst, of haal het opnieuw op.".to_owned(),
            ),
            F::NotAWorkbook { what, remedy } => (
                "W02",
                Error,
                format!("dit is geen werkboek maar {what}"),
                (*remedy).to_owned(),
            ),
            F::Protected => (
                "W03",
                Error,
                "het werkboek is met een wachtwoord beveiligd".to_owned(),
                "Open het in Excel of LibreOffice, haal het wachtwoord eraf en sla het opnieuw op.".to_owned(),
            ),
            F::Damaged { reason } => (
                "W04",
                Error,
                format!("het werkboek is beschadigd of onvolledig ({reason})"),
                "Open het in Excel of LibreOffice, sla het opnieuw op als .xlsx en probeer het nog eens.".to_owned(),
            ),
            F::Contradictory => (
                "W04",
                Error,
                "het werkboek is beschadigd (de inhoud spreekt zichzelf tegen)".to_owned(),
                "Open het in Excel of LibreOffice, sla het opnieuw op als .xlsx en probeer het nog eens.".to_owned(),
            ),
            F::TooLarge { bound } => (
                "W05",
                Error,
                format!("het werkboek is te groot: meer dan {}", bound.said),
                "Haal weg wat er niet in hoort (afbeeldingen, bladen, opmaak), of neem de antwoorden over in een nieuw, leeg werkboek."
                    .to_owned(),
            ),
            F::OffTheGrid { sheet } => (
                "W06",
                Error,
                match sheet {
                    Some(sheet) => format!("op blad '{sheet}' staat een cel buiten het raster van een werkblad"),
                    None => "er staat een cel buiten het raster van een werkblad".to_owned(),
                },
                "Open het in Excel of LibreOffice, sla het opnieuw op als .xlsx en probeer het nog eens.".to_owned(),
            ),
            F::OtherFormat { found } => (
                "W07",
                Error,
                format!("het werkboek heeft de indeling '{found}', die deze versie niet kent"),
                "Gebruik een nieuwere versie van ketenscan.".to_owned(),
            ),
            F::OtherQuestionnaire { found, ours } => (
                "W08",
                Error,
                format!("het werkboek hoort bij een andere vragenlijst: '{found}'"),
                format!("Deze run leest '{ours}'; wijs een andere vragenlijst aan met --vragenlijst."),
            ),
            F::UnknownEdition { found, known } => (
                "W09",
                Error,
                format!("het werkboek hoort bij editie {found} van de vragenlijst, en die is hier niet bekend"),
                format!(
                    "Bekend {}: {}. Wijs de map met die editie aan met --vragenlijst.",
                    if known.len() == 1 { "is" } else { "zijn" },
                    all_of(known)
                ),
            ),
            F::OtherDefinition => (
                "W10",
                Warning,
                "het werkboek is gemaakt met een andere versie van deze editie van de vragenlijst".to_owned(),
                "De antwoorden zijn per id gelezen; kijk of de vragen nog hetzelfde vragen.".to_owned(),
            ),
        };
        (code, severity, message, hint)
    }
}
