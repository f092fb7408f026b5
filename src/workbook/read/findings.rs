//! Why a file as a whole is not read, each reason with its sentence and advice.

use crate::problem::{Finding, Severity};
use crate::wording::all_of;

/// Why a file as a whole is not read.
#[derive(Debug)]
pub(super) enum FileFinding {
    Empty,
    NotAWorkbook {
        what: &'static str,
    },
    Protected,
    Damaged {
        #[expect(dead_code, reason = "what a parser says is English: for Debug, not for the reader")]
        reason: String,
    },
    TooLarge {
        what: &'static str,
        most: usize,
        unit: &'static str,
    },
    OffTheGrid {
        sheet: String,
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
                "Vraag de afzender het werkboek opnieuw te sturen; misschien is het nog niet van de cloudopslag gehaald."
                    .to_owned(),
            ),
            F::NotAWorkbook { what } => (
                "W02",
                Error,
                format!("dit is geen werkboek maar {what}"),
                "Vraag de afzender om het ingevulde werkboek zelf (xlsx, ods, xlsm, xlsb of xls).".to_owned(),
            ),
            F::Protected => (
                "W03",
                Error,
                "het werkboek is met een wachtwoord beveiligd".to_owned(),
                "Open het in Excel of LibreOffice, haal het wachtwoord eraf en sla het opnieuw op.".to_owned(),
            ),
            F::Damaged { .. } => (
                "W04",
                Error,
                "het werkboek is beschadigd of onvolledig".to_owned(),
                "Open het in Excel of LibreOffice, sla het opnieuw op als .xlsx en probeer het nog eens.".to_owned(),
            ),
            F::TooLarge { what, most, unit } => (
                "W05",
                Error,
                format!("het werkboek is te groot: {what} is meer dan {most} {unit}"),
                "Neem de antwoorden over in een nieuw, leeg werkboek.".to_owned(),
            ),
            F::OffTheGrid { sheet } => (
                "W06",
                Error,
                format!("op blad '{sheet}' staat een cel buiten het raster van een werkblad"),
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
