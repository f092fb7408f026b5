//! What goes wrong only between workbooks, each with its sentence and advice.

use crate::problem::{Finding, Severity};
use crate::questionnaire::Role;
use crate::wording::number;

/// What goes wrong only between workbooks.
pub(super) enum RegionFinding {
    SameTwice {
        role: Role,
        first: String,
    },
    InhabitantsDiffer {
        name: String,
        here: f64,
        there: f64,
        first: String,
    },
    AmbitionsDiffer {
        step: usize,
        here: f64,
        there: f64,
        first: String,
    },
    FiguresDiffer {
        figure: String,
        practice: String,
        here: f64,
        there: f64,
        first: String,
    },
    EditionsDiffer {
        here: u16,
        there: u16,
        first: String,
    },
    MergersDiffer {
        name: String,
        first: String,
    },
    FormerTwice {
        former: String,
        name: String,
        other: String,
    },
    OwnName {
        name: String,
        nearest: Option<String>,
    },
    LookAlike {
        here: String,
        there: String,
        first: String,
    },
}

impl Finding for RegionFinding {
    fn describe(&self) -> (&'static str, Severity, String, String) {
        use RegionFinding as F;
        let differ = |what: &str, here: f64, there: f64, first: &str| {
            format!("{what} verschilt: hier {}, in {first} {}", number(here), number(there))
        };
        let (code, message, hint) = match self {
            F::SameTwice { role, first } => (
                "R01",
                format!(
                    "dit werkboek is van dezelfde {}, hetzelfde jaar, perspectief en dezelfde invuller als {first}",
                    role.key()
                ),
                "Laat er één staan, of vul bij 'Ingevuld door (functie)' in wie het verschil maakt.".to_owned(),
            ),
            F::InhabitantsDiffer {
                name,
                here,
                there,
                first,
            } => (
                "R02",
                differ(&format!("het aantal inwoners van {name}"), *here, *there, first),
                "Maak de werkboeken van de regio gelijk.".to_owned(),
            ),
            F::AmbitionsDiffer {
                step,
                here,
                there,
                first,
            } => (
                "R03",
                differ(&format!("de ambitie voor stap {step}"), *here, *there, first),
                "Maak de werkboeken van de regio gelijk.".to_owned(),
            ),
            F::FiguresDiffer {
                figure,
                practice,
                here,
                there,
                first,
            } => (
                "R04",
                format!(
                    "het kerncijfer '{figure}' verschilt voor {practice}: hier {}, in {first} {}",
                    number(*here),
                    number(*there)
                ),
                format!("Het getal uit {first} wordt getoond; maak de werkboeken van de regio gelijk."),
            ),
            F::MergersDiffer { name, first } => (
                "R10",
                format!("wat bij 'Voorheen' staat van gemeente '{name}', verschilt van {first}"),
                format!("Dat van {first} telt; maak de werkboeken van de regio gelijk."),
            ),
            F::FormerTwice { former, name, other } => (
                "R11",
                format!("'{former}' staat bij 'Voorheen' van '{other}' en van '{name}'; zij telt bij '{other}'"),
                "Laat een vroegere gemeente bij één gemeente staan: die waar de meeste inwoners naartoe gingen."
                    .to_owned(),
            ),
            F::OwnName { name, nearest } => (
                "R07",
                format!("'{name}' staat niet in de lijst van GHNT-regio's"),
                match nearest {
                    Some(nearest) => format!("Bedoelde u {nearest}? Een eigen naam mag."),
                    None => "Een eigen naam mag.".to_owned(),
                },
            ),
            F::LookAlike { here, there, first } => (
                "R08",
                format!("gemeente '{here}' lijkt op '{there}' in {first}"),
                "Is het dezelfde gemeente, schrijf de naam dan overal gelijk; nu tellen ze als twee.".to_owned(),
            ),
            F::EditionsDiffer { here, there, first } => (
                "R05",
                format!("dit werkboek is van editie {here} van de vragenlijst, {first} van editie {there}"),
                "Gebruik binnen één regio en jaar werkboeken van één editie.".to_owned(),
            ),
        };
        // Key figures are never scored, so that a difference need not stop anybody; names can be right.
        let severity = match self {
            F::FiguresDiffer { .. } | F::LookAlike { .. } | F::MergersDiffer { .. } | F::FormerTwice { .. } => {
                Severity::Warning
            }
            F::OwnName { .. } => Severity::Note,
            _ => Severity::Error,
        };
        (code, severity, message, hint)
    }
}
