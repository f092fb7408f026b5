//! Everything that can be wrong with a workbook or what it says, each with its sentence and advice.

use crate::problem::{Finding, Severity};
use crate::wording::{all_of, number, one_of};

/// Why a file as a whole is not read.
#[derive(Debug)]
pub(super) enum FileFinding {
    Empty,
    NotAWorkbook {
        what: &'static str,
    },
    Protected,
    Damaged {
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
            F::Damaged { reason } => (
                "W04",
                Error,
                format!("het werkboek is beschadigd of onvolledig ({reason})"),
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

/// What is wrong with something that somebody filled in.
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
        found: String,
    },
    DuplicateRow {
        id: String,
        first: String,
    },
    UnknownRow {
        id: String,
        nearest: Option<String>,
    },
    AbsentRows {
        ids: Vec<String>,
    },
    NoQuestions,
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
    NumbersBelongElsewhere {
        found: String,
    },
    Ambiguous {
        found: String,
    },
    BecameADate,
    ErrorValue,
    NoResult,
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
    UnknownPractice {
        found: String,
        nearest: Option<String>,
    },
}

/// How many ids a message names.
const MOST_NAMED: usize = 5;

fn meant(nearest: Option<&String>, otherwise: &str) -> String {
    match nearest {
        Some(nearest) => format!("Bedoelde u '{nearest}'?"),
        None => otherwise.to_owned(),
    }
}

impl Finding for EntryFinding {
    #[allow(
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
                format!("'{found}' is geen jaartal"),
                "Vul het jaar in met vier cijfers, bijvoorbeeld 2026.".to_owned(),
            ),
            F::DuplicateRow { id, first } => (
                "W23",
                Error,
                format!("vraag {id} staat twee keer in het werkboek; de eerste staat op {first}"),
                "Haal de kopie weg, ook als die op een gekopieerd blad staat.".to_owned(),
            ),
            F::UnknownRow { id, nearest } => (
                "W24",
                Warning,
                format!("'{id}' is geen vraag van dit werkboek; de regel is niet gelezen"),
                meant(nearest.as_ref(), "Laat de kolom ID zoals die was, of haal de regel weg."),
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
                "Ze tellen als onbekend; neem de antwoorden zo nodig over in een nieuw werkboek.".to_owned(),
            ),
            F::NoQuestions => (
                "W26",
                Error,
                "in dit werkboek staat geen enkele vragentabel".to_owned(),
                "Laat op elk vragenblad de kopregel met ID en Antwoord staan.".to_owned(),
            ),
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
            F::NumbersBelongElsewhere { found } => (
                "W38",
                Error,
                format!("'{found}' staat in de kolom Antwoord, maar deze vraag vraagt twee getallen"),
                "Zet de getallen bij Teller en Noemer; in Antwoord passen alleen 'Weet ik niet' en 'Niet van toepassing'."
                    .to_owned(),
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
                format!("gemeente {name} staat twee keer in de lijst; de eerste staat op {first}"),
                "Laat één regel staan.".to_owned(),
            ),
            F::UnknownPractice { found, nearest } => (
                "W56",
                Error,
                format!("'{found}' is geen verschijningsvorm van de scan"),
                meant(nearest.as_ref(), "Laat de kolom Verschijningsvorm zoals die was."),
            ),
        };
        (code, severity, message, hint)
    }
}
