//! Everything that can be wrong with an answer, each with its message and hint.

use super::entry_findings::personal;
use crate::privacy::Kind;
use crate::problem::{
    Description, Finding,
    Severity::{Error, Warning},
};
use crate::wording::{grouped, number, one_of};

/// What is wrong with an answer or a number.
#[derive(Debug)]
pub(super) enum AnswerFinding {
    OutsideList {
        found: String,
        /// The choices that it resembles.
        meant: Vec<String>,
        allowed: Vec<String>,
    },
    BadLevel {
        found: String,
    },
    BesideNumbers,
    HalfAPair {
        absent: &'static str,
    },
    /// "Niet van toepassing" to what the law asks.
    NoGround,
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
    /// Like [`NotANumber`](Self::NotANumber), on a sheet without a column for remarks.
    FigureNotANumber {
        found: String,
    },
    NumbersBelongElsewhere {
        found: String,
    },
    Ambiguous {
        found: String,
    },
    /// A number that somebody has, instead of one that is counted.
    Personal {
        kinds: Vec<Kind>,
    },
    /// Longer than any name.
    TooLong {
        /// The number of characters.
        length: usize,
        most: usize,
    },
    BecameADate,
    BecameATime {
        /// As 72:00.
        found: String,
    },
    Percentage {
        /// With its sign.
        found: String,
    },
    /// The format of the cell shows something other than what is stored, or nothing.
    ShownOtherwise {
        stored: String,
    },
    /// The cell shows the number rounded.
    Rounded {
        shown: String,
        stored: String,
    },
    /// The cell is struck out.
    StruckOut,
    PartlyStruck,
    ErrorValue,
    NoResult,
    BesideTheAnswer {
        /// As formatted by [`cite`](super::words::cite).
        found: String,
    },
}

impl Finding for AnswerFinding {
    #[expect(
        clippy::too_many_lines,
        reason = "one arm per finding: sentence and advice side by side"
    )]
    fn describe(&self) -> Description {
        use AnswerFinding as F;
        match self {
            F::OutsideList {
                found,
                meant: nearest,
                allowed,
            } => Description {
                code: "W30",
                severity: Error,
                message: format!("'{found}' is hier geen geldig antwoord"),
                hint: match nearest.as_slice() {
                    [] => format!("Kies uit {}.", one_of(allowed)),
                    nearest => {
                        let quoted: Vec<String> = nearest.iter().map(|choice| format!("'{choice}'")).collect();
                        format!("Bedoelde u {}?", one_of(&quoted))
                    }
                },
            },
            F::BadLevel { found } => Description {
                code: "W31",
                severity: Error,
                message: format!("'{found}' is geen niveau"),
                hint: "Kies een heel niveau van 0 tot en met 4.".to_owned(),
            },
            F::BesideNumbers => Description {
                code: "W32",
                severity: Warning,
                message: "naast het antwoord in woorden staan ook getallen; het woord telt".to_owned(),
                hint: "Haal het woord of de getallen weg.".to_owned(),
            },
            F::HalfAPair { absent } => Description {
                code: "W33",
                severity: Warning,
                message: format!("'{absent}' is niet ingevuld; de vraag telt als niet ingevuld"),
                hint: format!("Vul '{absent}' in, of kies 'Weet ik niet' in de kolom Antwoord."),
            },
            F::NoGround => Description {
                code: "W79",
                severity: Warning,
                message: "wat de wet vraagt, geldt altijd; zonder onderbouwing telt 'Niet van toepassing' hier als 'Weet ik niet'"
                    .to_owned(),
                hint: "Schrijf in de kolom Onderbouwing waarom de vraag niet geldt, of geef een ander antwoord."
                    .to_owned(),
            },
            F::ZeroWhole => Description {
                code: "W34",
                severity: Error,
                message: "de noemer is 0".to_owned(),
                hint: "Vul het totaal in; is er niets om te tellen, kies dan 'Niet van toepassing'.".to_owned(),
            },
            F::PartAboveWhole { part, whole } => Description {
                code: "W35",
                severity: Error,
                message: format!(
                    "de teller ({}) is groter dan de noemer ({})",
                    number(*part),
                    number(*whole)
                ),
                hint: "De teller is een deel van de noemer; kijk of ze verwisseld zijn.".to_owned(),
            },
            F::Negative { found } => Description {
                code: "W36",
                severity: Error,
                message: format!("{} is kleiner dan 0", number(*found)),
                hint: "Vul een getal van 0 of meer in.".to_owned(),
            },
            F::NotANumber { found } => Description {
                code: "W37",
                severity: Error,
                message: format!("'{found}' is geen getal"),
                hint: "Vul alleen een getal in, bijvoorbeeld 12 of 2,5; toelichting hoort bij Opmerking.".to_owned(),
            },
            F::FigureNotANumber { found } => Description {
                code: "W37",
                severity: Error,
                message: format!("'{found}' is geen getal"),
                hint: "Vul alleen een getal in, bijvoorbeeld 12 of 2,5.".to_owned(),
            },
            F::NumbersBelongElsewhere { found } => Description {
                code: "W38",
                severity: Error,
                message: format!("'{found}' staat in de kolom Antwoord, maar deze vraag vraagt twee getallen"),
                hint: "Zet de getallen bij Teller en Noemer; in Antwoord passen alleen 'Weet ik niet' en \
                       'Niet van toepassing'."
                    .to_owned(),
            },
            F::Ambiguous { found } if found.matches('.').count() > 1 => Description {
                code: "W39",
                severity: Error,
                message: format!("'{found}' staat met punten"),
                hint: format!("Schrijf {}.", found.replace('.', "")),
            },
            F::Ambiguous { found } => Description {
                code: "W39",
                severity: Error,
                message: format!("'{found}' kan twee dingen betekenen"),
                hint: format!("Schrijf {} of {}.", found.replace('.', ""), found.replacen('.', ",", 1)),
            },
            F::Personal { kinds } => personal(kinds),
            F::TooLong { length, most } => Description {
                code: "W47",
                severity: Error,
                message: format!(
                    "deze cel bevat {} tekens; hier past een naam van hooguit {}",
                    grouped(*length as f64),
                    grouped(*most as f64)
                ),
                hint: "Laat alleen de naam staan.".to_owned(),
            },
            F::BecameADate => Description {
                code: "W40",
                severity: Error,
                message: "hier staat een datum in plaats van een antwoord".to_owned(),
                hint: "Een invoer als 1/2 wordt in een rekenprogramma een datum; vul het antwoord opnieuw in."
                    .to_owned(),
            },
            F::BecameATime { found } => Description {
                code: "W27",
                severity: Error,
                message: format!("hier staat een tijd of duur ({found}) in plaats van een antwoord"),
                hint: "Zet de celopmaak op Standaard en vul het antwoord als gewoon getal in, bijvoorbeeld 72."
                    .to_owned(),
            },
            F::Percentage { found } => Description {
                code: "W18",
                severity: Error,
                message: format!("'{found}' is een percentage, en dat past hier niet"),
                hint: "Zet de celopmaak op Standaard en vul het antwoord zelf in; bij Teller en Noemer zijn dat de \
                       aantallen."
                    .to_owned(),
            },
            F::ShownOtherwise { stored } => Description {
                code: "W19",
                severity: Error,
                message: format!("de opmaak van deze cel toont iets anders dan erin staat ('{stored}')"),
                hint: "Zet de celopmaak op Standaard en kijk of het antwoord klopt.".to_owned(),
            },
            F::Rounded { shown, stored } => Description {
                code: "W46",
                severity: Warning,
                message: format!("de cel toont {shown}, maar er staat {stored} in; {stored} telt mee"),
                hint: "Klopt dat niet, vul dan het getal in dat u bedoelt; klopt het wel, geef de cel dan genoeg \
                       decimalen."
                    .to_owned(),
            },
            F::StruckOut => Description {
                code: "W17",
                severity: Warning,
                message: "wat in deze cel staat, is doorgehaald; het is niet gelezen".to_owned(),
                hint: "Klopt dat, maak de cel dan leeg. Geldt het nog, haal de doorhaling dan weg.".to_owned(),
            },
            F::PartlyStruck => Description {
                code: "W28",
                severity: Error,
                message: "een deel van de tekst in deze cel is doorgehaald".to_owned(),
                hint: "Maak de cel leeg en vul opnieuw in wat geldt.".to_owned(),
            },
            F::ErrorValue => Description {
                code: "W41",
                severity: Error,
                message: "hier staat een foutwaarde in plaats van een antwoord".to_owned(),
                hint: "Maak de cel leeg en vul het antwoord opnieuw in.".to_owned(),
            },
            F::NoResult => Description {
                code: "W42",
                severity: Error,
                message: "hier staat een formule waarvan de uitkomst niet in het bestand staat".to_owned(),
                hint: "Open het werkboek in Excel of LibreOffice, sla het op en probeer het nog eens.".to_owned(),
            },
            F::BesideTheAnswer { found } => Description {
                code: "W43",
                severity: Warning,
                message: format!("{found} staat naast de cel voor het antwoord"),
                hint: "Zet het in de kolom Antwoord.".to_owned(),
            },
        }
    }
}
