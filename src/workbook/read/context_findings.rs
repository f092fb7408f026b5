//! Everything that can be wrong with what a workbook contains besides its questions (priorities, municipalities,
//! ambitions, key figures), each with its message and hint.

use std::ops::RangeInclusive;

use super::entry_findings::meant;
use crate::problem::{
    Description, Finding,
    Severity::{Error, Warning},
};
use crate::wording::number;

/// What is wrong with an entry on a sheet without questions.
#[derive(Debug)]
pub(super) enum ContextFinding {
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
    /// An ambition so low that it may be a level.
    LowAmbition {
        found: String,
    },
    BadInhabitants {
        found: String,
    },
    NoMunicipality {
        /// As [`cite`](super::words::cite) gives it.
        found: String,
    },
    NamelessInhabitants {
        found: String,
    },
    UnusualInhabitants {
        found: f64,
    },
    MunicipalityTwice {
        name: String,
        first: String,
    },
    TooManyMunicipalities {
        most: usize,
    },
    TooManyFormerNames {
        most: usize,
    },
    UnknownPractice {
        found: String,
        nearest: Option<String>,
    },
}

/// The inhabitants that a Dutch municipality may have; a number outside this range causes a warning.
pub(super) const INHABITANTS: RangeInclusive<f64> = 1_000.0..=1_000_000.0;

impl Finding for ContextFinding {
    fn describe(&self) -> Description {
        use ContextFinding as F;
        match self {
            F::UnknownTheme { found, nearest } => Description {
                code: "W50",
                severity: Error,
                message: format!("'{found}' is geen thema van de scan"),
                hint: meant(nearest.as_ref(), "Kies een thema uit de lijst."),
            },
            F::ThemeTwice { theme } => Description {
                code: "W51",
                severity: Warning,
                message: format!("'{theme}' is twee keer als speerpunt genoemd; het telt één keer"),
                hint: "Kies een ander thema of laat de regel leeg.".to_owned(),
            },
            F::UnknownStep { found, nearest } => Description {
                code: "W52",
                severity: Error,
                message: format!("'{found}' is geen stap van de keten"),
                hint: meant(nearest.as_ref(), "Laat de kolom Stap zoals die was."),
            },
            F::BadAmbition { found } => Description {
                code: "W53",
                severity: Error,
                message: format!("'{found}' is geen ambitie"),
                hint: "Vul een score van 0 tot en met 100 in, of laat de cel leeg.".to_owned(),
            },
            F::LowAmbition { found } => Description {
                code: "W29",
                severity: Warning,
                message: format!("'{found}' is erg laag voor een ambitie; het telt als score van 0 tot en met 100"),
                hint:
                    "Klopt dat, dan hoeft u niets te doen. Bedoelde u een niveau, vul dan de score in: niveau 3 is 75."
                        .to_owned(),
            },
            F::BadInhabitants { found } => Description {
                code: "W54",
                severity: Error,
                message: format!("'{found}' is geen aantal inwoners"),
                hint: "Vul een heel getal boven 0 in zonder punten, of laat de cel leeg.".to_owned(),
            },
            F::NoMunicipality { found } => Description {
                code: "W64",
                severity: Warning,
                message: format!("{found} lijkt geen gemeente; de regel telt wel mee als gemeente"),
                hint: "Hoort de regel er niet bij, haal haar dan weg: in de lijst staan alleen gemeenten.".to_owned(),
            },
            F::NamelessInhabitants { found } => Description {
                code: "W64",
                severity: Warning,
                message: format!("bij {found} inwoners staat geen gemeente; de regel is niet gelezen"),
                hint: "Vul de naam in, of haal de regel weg als het een totaal is.".to_owned(),
            },
            F::UnusualInhabitants { found } => Description {
                code: "W65",
                severity: Warning,
                message: format!(
                    "{} inwoners is ongewoon voor een gemeente; zo telt het wel mee",
                    number(*found)
                ),
                hint: if INHABITANTS.contains(&(found * 1_000.0)) {
                    format!(
                        "Bedoelde u {}? Schrijf het aantal zonder punten.",
                        number(found * 1_000.0)
                    )
                } else {
                    "Kijk of het getal klopt.".to_owned()
                },
            },
            F::MunicipalityTwice { name, first } => Description {
                code: "W55",
                severity: Error,
                message: format!("gemeente {name} staat twee keer in de lijst; de eerste staat {first}"),
                hint: "Laat één regel staan.".to_owned(),
            },
            F::TooManyMunicipalities { most } => Description {
                code: "W57",
                severity: Error,
                message: format!("in de lijst staan meer dan {most} gemeenten; deze telt niet mee"),
                hint: "Haal weg wat er niet in hoort: in de lijst staan alleen de gemeenten van de regio.".to_owned(),
            },
            F::TooManyFormerNames { most } => Description {
                code: "W45",
                severity: Error,
                message: format!("bij 'Voorheen' staan meer dan {most} namen; geen daarvan is gelezen"),
                hint: "Laat alleen de gemeenten staan die in deze gemeente zijn opgegaan.".to_owned(),
            },
            F::UnknownPractice { found, nearest } => Description {
                code: "W56",
                severity: Error,
                message: format!("'{found}' is geen verschijningsvorm van de scan"),
                hint: meant(nearest.as_ref(), "Laat de kolom Verschijningsvorm zoals die was."),
            },
        }
    }
}
