//! Everything that can be wrong with a questionnaire's definition, each with its message and hint.

use crate::problem::{Description, Finding, Severity::Error};
use crate::wording::{count, number, one_of};

/// A fault in the definition of a questionnaire.
pub(super) enum DefinitionFinding {
    Syntax {
        /// Whether the reason is a duplicate key.
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
        why: HandoverFault,
    },
    Order {
        list: &'static str,
        wanted: &'static str,
    },
    NoStep,
    SameShort {
        short: String,
        first: String,
    },
    TooManyColleagues {
        found: usize,
        most: usize,
    },
    LargestLow {
        least: f64,
    },
    InformalNotAsked,
    TwoJoint {
        first: String,
        second: String,
    },
    JointAsked {
        key: String,
    },
    JointHandover {
        key: String,
    },
    PracticesNotSplit,
    TooMany {
        /// Singular and plural of what there is too much of.
        what: (&'static str, &'static str),
        found: usize,
        most: usize,
    },
}

/// How many of the accepted values a message lists.
pub(super) const MOST_LISTED: usize = 10;

/// What is wrong with a handover.
#[derive(Clone, Copy)]
pub(super) enum HandoverFault {
    /// The question is put to municipalities.
    Municipal,
    /// The sender is the receiver.
    SameSides,
    /// One of the sides is not asked the question.
    SideNotAsked,
}

impl HandoverFault {
    fn words(self) -> &'static str {
        match self {
            Self::Municipal => "de vraag heeft de rol gemeente",
            Self::SameSides => "zender en ontvanger zijn gelijk",
            Self::SideNotAsked => "zender en ontvanger staan niet allebei bij 'ask'",
        }
    }
}

impl Finding for DefinitionFinding {
    #[allow(
        clippy::too_many_lines,
        reason = "one arm per finding: sentence and advice side by side"
    )]
    fn describe(&self) -> Description {
        use DefinitionFinding as F;
        match self {
            F::Syntax { duplicate } => Description {
                code: "V01",
                severity: Error,
                message: "dit is geen geldige TOML".to_owned(),
                hint: if *duplicate {
                    "Dit veld staat er al; laat er één staan.".to_owned()
                } else {
                    "Kijk of op deze regel een aanhalingsteken, haakje of komma ontbreekt.".to_owned()
                },
            },
            F::NoMainFile => Description {
                code: "V02",
                severity: Error,
                message: "het bestand questionnaire.toml ontbreekt in deze map".to_owned(),
                hint: "Wijs een map aan met questionnaire.toml en een map steps.".to_owned(),
            },
            F::MissingKey { key, of } => Description {
                code: "V03",
                severity: Error,
                message: format!("'{key}' ontbreekt in {of}"),
                hint: format!("Voeg een regel '{key} = …' toe."),
            },
            F::UnknownKey { key, nearest, known } => Description {
                code: "V04",
                severity: Error,
                message: format!("'{key}' is hier geen bekend veld"),
                hint: match nearest {
                    Some(nearest) => format!("Bedoelde u '{nearest}'?"),
                    None => format!("Kies uit {}.", one_of(known)),
                },
            },
            F::WrongType { key, wanted } => Description {
                code: "V05",
                severity: Error,
                message: format!("'{key}' moet {wanted} zijn"),
                hint: format!("Vul bij '{key}' {wanted} in."),
            },
            F::UnknownValue {
                key,
                value,
                nearest,
                known,
            } => Description {
                code: "V06",
                severity: Error,
                message: format!("'{value}' is geen bekende waarde voor '{key}'"),
                hint: match nearest {
                    Some(nearest) => format!("Bedoelde u '{nearest}'?"),
                    None if (1..=MOST_LISTED).contains(&known.len()) => format!("Kies uit {}.", one_of(known)),
                    None => "Gebruik een waarde die in de vragenlijst is vastgelegd.".to_owned(),
                },
            },
            F::OutOfRange { key, range } => Description {
                code: "V07",
                severity: Error,
                message: format!("'{key}' valt buiten zijn bereik"),
                hint: format!("Kies {range}."),
            },
            F::DuplicateId { id, first } => Description {
                code: "V08",
                severity: Error,
                message: format!("'{id}' komt twee keer voor; de eerste staat in {first}"),
                hint: "Geef elk een eigen id.".to_owned(),
            },
            F::Prefix { id, prefix } => Description {
                code: "V09",
                severity: Error,
                message: format!("'{id}' begint niet met het voorvoegsel van zijn stap"),
                hint: format!("Laat het id met '{prefix}-' en een nummer beginnen."),
            },
            F::OtherKind { key, kind } => Description {
                code: "V10",
                severity: Error,
                message: format!("'{key}' hoort niet bij een vraag van soort '{kind}'"),
                hint: format!("Haal '{key}' weg of kies een andere soort."),
            },
            F::Anchors { found } => Description {
                code: "V11",
                severity: Error,
                message: format!(
                    "een niveauvraag heeft vijf ankers, hier {} {found}",
                    if *found == 1 { "staat er" } else { "staan er" }
                ),
                hint: "Beschrijf de niveaus 0 tot en met 4, elk met één zin.".to_owned(),
            },
            F::LegalNorm => Description {
                code: "V12",
                severity: Error,
                message: "een wettelijke vraag heeft norm 100".to_owned(),
                hint: "Zet 'norm = 100' of haal 'legal' weg.".to_owned(),
            },
            F::SameEnds => Description {
                code: "V13",
                severity: Error,
                message: "'zero_at' en 'full_at' zijn gelijk".to_owned(),
                hint: "Kies twee verschillende getallen.".to_owned(),
            },
            F::TooLong { key, length, most } => Description {
                code: "V14",
                severity: Error,
                message: format!("'{key}' telt {length} tekens en past zo niet in het werkboek"),
                hint: format!("Breng de tekst terug tot {}.", count(*most, "teken", "tekens")),
            },
            F::ReplacesInUse { id } => Description {
                code: "V15",
                severity: Error,
                message: format!("'{id}' staat bij 'replaces', maar is in deze editie zelf in gebruik"),
                hint: "Noem alleen ids van vragen die vervallen zijn.".to_owned(),
            },
            F::RuleRoles { claim, fact } => Description {
                code: "V16",
                severity: Error,
                message: format!("'{claim}' en '{fact}' worden niet door dezelfde rol beantwoord"),
                hint: "Vergelijk twee vragen van dezelfde rol.".to_owned(),
            },
            F::Handover { why } => Description {
                code: "V17",
                severity: Error,
                message: format!("deze overdracht klopt niet: {}", why.words()),
                hint: "Geef een overdracht de rol regio en noem beide perspectieven bij 'ask'.".to_owned(),
            },
            F::Order { list, wanted } => Description {
                code: "V18",
                severity: Error,
                message: format!("de lijst '{list}' is niet volledig of staat niet op volgorde"),
                hint: format!("Noem {wanted}, op volgorde."),
            },
            F::NoStep => Description {
                code: "V19",
                severity: Error,
                message: "de naam van dit bestand begint niet met het nummer van een stap".to_owned(),
                hint: "Noem het bijvoorbeeld 5-beschermen.toml.".to_owned(),
            },
            F::TooMany {
                what: (one, many),
                found,
                most,
            } => Description {
                code: "V24",
                severity: Error,
                message: format!("de vragenlijst telt {}", count(*found, one, many)),
                hint: format!("Breng dat terug tot ten hoogste {}.", number(*most as f64)),
            },
            F::SameShort { short, first } => Description {
                code: "V25",
                severity: Error,
                message: format!("'{short}' is ook de korte naam van {first}"),
                hint: "Geef elke vraag een eigen 'short'.".to_owned(),
            },
            F::TooManyColleagues { found, most } => Description {
                code: "V26",
                severity: Error,
                message: format!("'ask_colleague' noemt {}", count(*found, "collega", "collega's")),
                hint: format!(
                    "Noem er ten hoogste {}: wie het antwoord het best weet.",
                    number(*most as f64)
                ),
            },
            F::LargestLow { least } => Description {
                code: "V27",
                severity: Error,
                message: "'largest' is lager dan 'full_at' of 'zero_at'".to_owned(),
                hint: format!("Kies een getal van {} of meer.", number(*least)),
            },
            F::InformalNotAsked => Description {
                code: "V28",
                severity: Error,
                message: "deze vraag heeft eigen woorden voor informele perspectieven, maar bij 'ask' staat er geen"
                    .to_owned(),
                hint: "Noem bij 'ask' een perspectief van de groep informal, of haal de velden op '_informal' weg."
                    .to_owned(),
            },
            F::TwoJoint { first, second } => Description {
                code: "V34",
                severity: Error,
                message: format!("'{first}' en '{second}' zijn allebei van de groep joint"),
                hint: "Houd er één over: wat iedereen samen vindt, is één perspectief.".to_owned(),
            },
            F::JointAsked { key } => Description {
                code: "V35",
                severity: Error,
                message: format!("'ask' noemt het gezamenlijke perspectief '{key}'"),
                hint: "Haal het weg: een gezamenlijk antwoord komt pas na de antwoorden van elk.".to_owned(),
            },
            F::JointHandover { key } => Description {
                code: "V36",
                severity: Error,
                message: format!("'handover' noemt het gezamenlijke perspectief '{key}'"),
                hint: "Noem de twee perspectieven die elkaar de casus overdragen.".to_owned(),
            },
            F::PracticesNotSplit => Description {
                code: "V29",
                severity: Error,
                message: "'practices' hoort alleen bij een vraag per verschijningsvorm".to_owned(),
                hint: "Zet 'per_practice = true' of haal 'practices' weg.".to_owned(),
            },
        }
    }
}
