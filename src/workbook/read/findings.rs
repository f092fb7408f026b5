//! Why a file as a whole is not read, each reason with its sentence and advice.

use super::guard::Bound;
use crate::problem::{
    Description, Finding,
    Severity::{Error, Warning},
};
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
    fn describe(&self) -> Description {
        use FileFinding as F;
        match self {
            F::Empty => Description {
code: "W01",
severity: Error,
message: "het bestand is leeg".to_owned(),
hint: "Vraag de afzender het werkboek opnieuw te sturen.".to_owned(),
},
            F::Placeholder => Description {
code: "W01",
severity: Error,
message: "in het bestand staan alleen nullen".to_owned(),
hint: "Het is nog niet van de cloudopslag gehaald: open het daar eerst, of haal het opnieuw op.".to_owned(),
},
            F::NotAWorkbook { what, remedy } => Description {
code: "W02",
severity: Error,
message: format!("dit is geen werkboek maar {what}"),
hint: (*remedy).to_owned(),
},
            F::Protected => Description {
code: "W03",
severity: Error,
message: "het werkboek is met een wachtwoord beveiligd".to_owned(),
hint: "Open het in Excel of LibreOffice, haal het wachtwoord eraf en sla het opnieuw op.".to_owned(),
},
            F::Damaged { reason } => Description {
code: "W04",
severity: Error,
message: format!("het werkboek is beschadigd of onvolledig ({reason})"),
hint: "Open het in Excel of LibreOffice, sla het opnieuw op als .xlsx en probeer het nog eens.".to_owned(),
},
            F::Contradictory => Description {
code: "W04",
severity: Error,
message: "het werkboek is beschadigd (de inhoud spreekt zichzelf tegen)".to_owned(),
hint: "Open het in Excel of LibreOffice, sla het opnieuw op als .xlsx en probeer het nog eens.".to_owned(),
},
            F::TooLarge { bound } => Description {
code: "W05",
severity: Error,
message: format!("het werkboek is te groot: meer dan {}", bound.said),
hint: "Haal weg wat er niet in hoort (afbeeldingen, bladen, opmaak), of neem de antwoorden over in een nieuw, leeg werkboek."
                    .to_owned(),
},
            F::OffTheGrid { sheet } => Description {
code: "W06",
severity: Error,
message: match sheet {
                    Some(sheet) => format!("op blad '{sheet}' staat een cel buiten het raster van een werkblad"),
                    None => "er staat een cel buiten het raster van een werkblad".to_owned(),
                },
hint: "Open het in Excel of LibreOffice, sla het opnieuw op als .xlsx en probeer het nog eens.".to_owned(),
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
hint: format!("Deze run leest '{ours}'; wijs een andere vragenlijst aan met --vragenlijst."),
},
            F::UnknownEdition { found, known } => Description {
code: "W09",
severity: Error,
message: format!("het werkboek hoort bij editie {found} van de vragenlijst, en die is hier niet bekend"),
hint: format!(
                    "Bekend {}: {}. Wijs de map met die editie aan met --vragenlijst.",
                    if known.len() == 1 { "is" } else { "zijn" },
                    all_of(known)
                ),
},
            F::OtherDefinition => Description {
code: "W10",
severity: Warning,
message: "het werkboek is gemaakt met een andere versie van deze editie van de vragenlijst".to_owned(),
hint: "De antwoorden zijn per id gelezen; kijk of de vragen nog hetzelfde vragen.".to_owned(),
},
        }
    }
}
