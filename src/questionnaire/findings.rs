//! Everything that can be wrong with a questionnaire's definition, each with its sentence and advice.

use crate::problem::{Finding, Severity};
use crate::wording::{count, number, one_of};

/// A fault in the definition of a questionnaire.
pub(super) enum DefinitionFinding {
    Syntax {
        /// Whether it is a key that stands there twice.
        duplicate: bool,
    },
    NoMainFile,
    MissingKey {
        key: String,
        of: String,
    },
    UnknownKey {
        key: String,
        nearest: Option<String>,
        known: Vec<String>,
    },
    WrongType {
        key: String,
        wanted: &'static str,
    },
    UnknownValue {
        key: String,
        value: String,
        nearest: Option<String>,
        known: Vec<String>,
    },
    OutOfRange {
        key: String,
        range: String,
    },
    DuplicateId {
        id: String,
        first: String,
    },
    Prefix {
        id: String,
        prefix: String,
    },
    OtherKind {
        key: String,
        kind: String,
    },
    Anchors {
        found: usize,
    },
    LegalNorm,
    SameEnds,
    TooLong {
        key: String,
        length: usize,
        most: usize,
    },
    ReplacesInUse {
        id: String,
    },
    RuleRoles {
        claim: String,
        fact: String,
    },
    Handover {
        why: &'static str,
    },
    Order {
        list: &'static str,
        wanted: &'static str,
    },
    NoStep,
    RecommendationUncovered {
        id: String,
    },
    ThemeThin {
        theme: String,
        what: String,
    },
    StepThin {
        step: String,
        found: usize,
        least: usize,
    },
    TooManyRows {
        found: usize,
        most: usize,
    },
}

/// How many values a message lists to choose from.
const MOST_LISTED: usize = 10;

impl Finding for DefinitionFinding {
    #[allow(
        clippy::too_many_lines,
        reason = "one arm per finding: sentence and advice side by side"
    )]
    fn describe(&self) -> (&'static str, Severity, String, String) {
        use DefinitionFinding as F;
        let (code, message, hint) = match self {
            F::Syntax { duplicate } => (
                "V01",
                "dit is geen geldige TOML".to_owned(),
                if *duplicate {
                    "Dit veld staat er al; laat er één staan.".to_owned()
                } else {
                    "Kijk of op deze regel een aanhalingsteken, haakje of komma ontbreekt.".to_owned()
                },
            ),
            F::NoMainFile => (
                "V02",
                "het bestand questionnaire.toml ontbreekt in deze map".to_owned(),
                "Wijs een map aan met questionnaire.toml en een map steps.".to_owned(),
            ),
            F::MissingKey { key, of } => (
                "V03",
                format!("'{key}' ontbreekt in {of}"),
                format!("Voeg een regel '{key} = …' toe."),
            ),
            F::UnknownKey { key, nearest, known } => (
                "V04",
                format!("'{key}' is hier geen bekend veld"),
                match nearest {
                    Some(nearest) => format!("Bedoelde u '{nearest}'?"),
                    None => format!("Kies uit {}.", one_of(known)),
                },
            ),
            F::WrongType { key, wanted } => (
                "V05",
                format!("'{key}' moet {wanted} zijn"),
                format!("Vul bij '{key}' {wanted} in."),
            ),
            F::UnknownValue {
                key,
                value,
                nearest,
                known,
            } => (
                "V06",
                format!("'{value}' is geen bekende waarde voor '{key}'"),
                match nearest {
                    Some(nearest) => format!("Bedoelde u '{nearest}'?"),
                    None if (1..=MOST_LISTED).contains(&known.len()) => format!("Kies uit {}.", one_of(known)),
                    None => "Gebruik een waarde die in de vragenlijst is vastgelegd.".to_owned(),
                },
            ),
            F::OutOfRange { key, range } => (
                "V07",
                format!("'{key}' valt buiten zijn bereik"),
                format!("Kies {range}."),
            ),
            F::DuplicateId { id, first } => (
                "V08",
                format!("'{id}' komt twee keer voor; de eerste staat in {first}"),
                "Geef elk een eigen id.".to_owned(),
            ),
            F::Prefix { id, prefix } => (
                "V09",
                format!("'{id}' begint niet met het voorvoegsel van zijn stap"),
                format!("Laat het id met '{prefix}-' en een nummer beginnen."),
            ),
            F::OtherKind { key, kind } => (
                "V10",
                format!("'{key}' hoort niet bij een vraag van soort '{kind}'"),
                format!("Haal '{key}' weg of kies een andere soort."),
            ),
            F::Anchors { found } => (
                "V11",
                format!(
                    "een niveauvraag heeft vijf ankers, hier {} {found}",
                    if *found == 1 { "staat er" } else { "staan er" }
                ),
                "Beschrijf de niveaus 0 tot en met 4, elk met één zin.".to_owned(),
            ),
            F::LegalNorm => (
                "V12",
                "een wettelijke vraag heeft norm 100".to_owned(),
                "Zet 'norm = 100' of haal 'legal' weg.".to_owned(),
            ),
            F::SameEnds => (
                "V13",
                "'zero_at' en 'full_at' zijn gelijk".to_owned(),
                "Kies twee verschillende getallen.".to_owned(),
            ),
            F::TooLong { key, length, most } => (
                "V14",
                format!("'{key}' telt {length} tekens en past zo niet in het werkboek"),
                format!("Breng de tekst terug tot {}.", count(*most, "teken", "tekens")),
            ),
            F::ReplacesInUse { id } => (
                "V15",
                format!("'{id}' staat bij 'replaces', maar is in deze editie zelf in gebruik"),
                "Noem alleen ids van vragen die vervallen zijn.".to_owned(),
            ),
            F::RuleRoles { claim, fact } => (
                "V16",
                format!("'{claim}' en '{fact}' worden niet door dezelfde rol beantwoord"),
                "Vergelijk twee vragen van dezelfde rol.".to_owned(),
            ),
            F::Handover { why } => (
                "V17",
                format!("deze overdracht klopt niet: {why}"),
                "Geef een overdracht de rol regio en noem beide perspectieven bij 'ask'.".to_owned(),
            ),
            F::Order { list, wanted } => (
                "V18",
                format!("de lijst '{list}' is niet volledig of staat niet op volgorde"),
                format!("Noem {wanted}, op volgorde."),
            ),
            F::NoStep => (
                "V19",
                "de naam van dit bestand begint niet met het nummer van een stap".to_owned(),
                "Noem het bijvoorbeeld 5-beschermen.toml.".to_owned(),
            ),
            F::RecommendationUncovered { id } => (
                "V20",
                format!("geen vraag gaat over aanbeveling {id}"),
                "Noem de aanbeveling bij een vraag, of maak er een vraag voor.".to_owned(),
            ),
            F::ThemeThin { theme, what } => (
                "V21",
                format!("het kernthema '{theme}' heeft {what}"),
                "Voeg vragen toe: ten minste vier stappen en acht regels, waarvan twee voor gemeenten.".to_owned(),
            ),
            F::StepThin { step, found, least } => (
                "V22",
                format!("stap '{step}' heeft {}", count(*found, "vraag", "vragen")),
                format!("Een stap telt ten minste {}.", count(*least, "vraag", "vragen")),
            ),
            F::TooManyRows { found, most } => (
                "V23",
                format!(
                    "het werkboek van een gemeente telt {}",
                    count(*found, "regel", "regels")
                ),
                format!("Breng dat terug tot ten hoogste {}.", number(*most as f64)),
            ),
        };
        (code, Severity::Error, message, hint)
    }
}
