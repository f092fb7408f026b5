//! What can be wrong with an answer, each with its sentence and advice.

use super::entry_findings::meant;
use crate::problem::{Finding, Severity};
use crate::wording::{number, one_of};

/// What is wrong with an answer, or with a number that is none.
#[derive(Debug)]
pub(super) enum AnswerFinding {
    OutsideList {
        found: String,
        meant: Option<String>,
        allowed: Vec<String>,
    },
    BadLevel {
        found: String,
    },
    BesideNumbers,
    HalfAPair {
        absent: &'static str,
    },
    ZeroWhole,
    PartAboveWhole {
        part: f64,
        whole: f64,
    },
    Negative {
        found: f64,
    },
    NotANumber {
        found: String,
    },
    /// As [`NotANumber`](Self::NotANumber), where there is no column for remarks.
    FigureNotANumber {
        found: String,
    },
    NumbersBelongElsewhere {
        found: String,
    },
    Ambiguous {
        found: String,
    },
    BecameADate,
    ErrorValue,
    NoResult,
    BesideTheAnswer {
        /// As [`cite`](super::words::cite) gives it.
        found: String,
    },
}

impl Finding for AnswerFinding {
    #[expect(
        clippy::too_many_lines,
        reason = "one arm per finding: sentence and advice side by side"
    )]
    fn describe(&self) -> (&'static str, Severity, String, String) {
        use AnswerFinding as F;
        use Severity::{Error, Warning};
        let (code, severity, message, hint) = match self {
            F::OutsideList { found, meant: nearest, allowed } => (
                "W30",
                Error,
                format!("'{found}' is hier geen geldig antwoord"),
                meant(nearest.as_ref(), &format!("Kies uit {}.", one_of(allowed))),
            ),
            F::BadLevel { found } => (
                "W31",
                Error,
                format!("'{found}' is geen niveau"),
                "Kies een heel niveau van 0 tot en met 4.".to_owned(),
            ),
            F::BesideNumbers => (
                "W32",
                Warning,
                "naast het antwoord in woorden staan ook getallen; het woord telt".to_owned(),
                "Haal het woord of de getallen weg.".to_owned(),
            ),
            F::HalfAPair { absent } => (
                "W33",
                Warning,
                format!("'{absent}' is niet ingevuld; de vraag telt als niet ingevuld"),
                format!("Vul '{absent}' in, of kies 'Weet ik niet' in de kolom Antwoord."),
            ),
            F::ZeroWhole => (
                "W34",
                Error,
                "de noemer is 0".to_owned(),
                "Vul het totaal in; is er niets om te tellen, kies dan 'Niet van toepassing'.".to_owned(),
            ),
            F::PartAboveWhole { part, whole } => (
                "W35",
                Error,
                format!("de teller ({}) is groter dan de noemer ({})", number(*part), number(*whole)),
                "De teller is een deel van de noemer; kijk of ze verwisseld zijn.".to_owned(),
            ),
            F::Negative { found } => (
                "W36",
                Error,
                format!("{} is kleiner dan 0", number(*found)),
                "Vul een getal van 0 of meer in.".to_owned(),
            ),
            F::NotANumber { found } => (
                "W37",
                Error,
                format!("'{found}' is geen getal"),
                "Vul alleen een getal in, bijvoorbeeld 12 of 2,5; toelichting hoort bij Opmerking.".to_owned(),
            ),
            F::FigureNotANumber { found } => (
                "W37",
                Error,
                format!("'{found}' is geen getal"),
                "Vul alleen een getal in, bijvoorbeeld 12 of 2,5.".to_owned(),
            ),
            F::NumbersBelongElsewhere { found } => (
                "W38",
                Error,
                format!("'{found}' staat in de kolom Antwoord, maar deze vraag vraagt twee getallen"),
                "Zet de getallen bij Teller en Noemer; in Antwoord passen alleen 'Weet ik niet' en 'Niet van toepassing'."
                    .to_owned(),
            ),
            F::Ambiguous { found } if found.matches('.').count() > 1 => (
                "W39",
                Error,
                format!("'{found}' staat met punten"),
                format!("Schrijf {}.", found.replace('.', "")),
            ),
            F::Ambiguous { found } => (
                "W39",
                Error,
                format!("'{found}' kan twee dingen betekenen"),
                format!(
                    "Schrijf {} of {}.",
                    found.replace('.', ""),
                    found.replacen('.', ",", 1)
                ),
            ),
            F::BecameADate => (
                "W40",
                Error,
                "hier staat een datum in plaats van een antwoord".to_owned(),
                "Een invoer als 1/2 wordt in een rekenprogramma een datum; vul het antwoord opnieuw in.".to_owned(),
            ),
            F::ErrorValue => (
                "W41",
                Error,
                "hier staat een foutwaarde in plaats van een antwoord".to_owned(),
                "Maak de cel leeg en vul het antwoord opnieuw in.".to_owned(),
            ),
            F::NoResult => (
                "W42",
                Error,
                "hier staat een formule waarvan de uitkomst niet in het bestand staat".to_owned(),
                "Open het werkboek in Excel of LibreOffice, sla het op en probeer het nog eens.".to_owned(),
            ),
            F::BesideTheAnswer { found } => (
                "W43",
                Warning,
                format!("{found} staat naast de cel voor het antwoord"),
                "Zet het in de kolom Antwoord.".to_owned(),
            ),
        };
        (code, severity, message, hint)
    }
}
