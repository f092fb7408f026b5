//! What can only be wrong between workbooks, each with its message and hint.

use crate::problem::{Description, Finding, Severity};
use crate::questionnaire::{QuestionnaireId, Role};
use crate::wording::number;

/// What can only be wrong between workbooks.
pub(super) enum RegionFinding {
    SameTwice {
        role: Role,
        other: String,
    },
    JointTwice {
        role: Role,
        other: String,
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
    QuestionnairesDiffer {
        here: QuestionnaireId,
        there: QuestionnaireId,
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
}

impl Finding for RegionFinding {
    fn describe(&self) -> Description {
        use RegionFinding as F;
        use Severity::{Error, Note, Warning};
        let differ = |what: &str, here: f64, there: f64, first: &str| {
            format!("{what} verschilt: hier {}, in {first} {}", number(here), number(there))
        };
        match self {
            F::SameTwice { role, other } => Description {
                code: "R17",
                severity: Error,
                message: format!(
                    "dit werkboek heeft precies dezelfde antwoorden als {other}, van dezelfde {}, hetzelfde jaar, \
                     perspectief en dezelfde invuller",
                    role.key()
                ),
                hint: "Laat er één staan. Zijn het twee mensen, vul dan bij 'Ingevuld door (functie)' in wie wie is."
                    .to_owned(),
            },
            F::JointTwice { role, other } => Description {
                code: "R13",
                severity: Error,
                message: format!(
                    "dit is een gezamenlijk werkboek van dezelfde {} en hetzelfde jaar als {other}",
                    role.key()
                ),
                hint: "Laat er één staan: wat samen is afgesproken, is één antwoord.".to_owned(),
            },
            F::InhabitantsDiffer {
                name,
                here,
                there,
                first,
            } => Description {
                code: "R02",
                severity: Error,
                message: differ(&format!("het aantal inwoners van {name}"), *here, *there, first),
                hint: "Maak de werkboeken van de regio gelijk.".to_owned(),
            },
            F::AmbitionsDiffer {
                step,
                here,
                there,
                first,
            } => Description {
                code: "R03",
                severity: Error,
                message: differ(&format!("de ambitie voor stap {step}"), *here, *there, first),
                hint: "Maak de werkboeken van de regio gelijk.".to_owned(),
            },
            // Key figures are never scored, so a difference need not stop the run.
            F::FiguresDiffer {
                figure,
                practice,
                here,
                there,
                first,
            } => Description {
                code: "R04",
                severity: Warning,
                message: format!(
                    "het kerncijfer '{figure}' verschilt voor {practice}: hier {}, in {first} {}",
                    number(*here),
                    number(*there)
                ),
                hint: format!("Het getal uit {first} wordt getoond; maak de werkboeken van de regio gelijk."),
            },
            F::MergersDiffer { name, first } => Description {
                code: "R10",
                severity: Warning,
                message: format!("wat bij 'Voorheen' staat van gemeente '{name}', verschilt van {first}"),
                hint: format!("Dat van {first} telt; maak de werkboeken van de regio gelijk."),
            },
            F::FormerTwice { former, name, other } => Description {
                code: "R11",
                severity: Warning,
                message: format!(
                    "'{former}' staat bij 'Voorheen' van '{other}' en van '{name}'; zij telt bij '{other}'"
                ),
                hint: "Laat een vroegere gemeente bij één gemeente staan: die waar de meeste inwoners naartoe gingen."
                    .to_owned(),
            },
            F::OwnName { name, nearest } => Description {
                code: "R07",
                severity: Note,
                message: format!("'{name}' staat niet in de lijst van GHNT-regio's"),
                hint: match nearest {
                    Some(nearest) => format!("Bedoelde u {nearest}? Een eigen naam mag."),
                    None => "Een eigen naam mag.".to_owned(),
                },
            },
            F::QuestionnairesDiffer { here, there, first } => questionnaires_differ(here, there, first),
        }
    }
}

fn questionnaires_differ(here: &QuestionnaireId, there: &QuestionnaireId, first: &str) -> Description {
    let (message, one) = if here.id == there.id {
        let (here, there) = (here.edition, there.edition);
        let message = format!("dit werkboek is van editie {here} van de vragenlijst, {first} van editie {there}");
        (message, "editie")
    } else {
        let (here, there) = (&here.id, &there.id);
        let message = format!("dit werkboek is van vragenlijst '{here}', {first} van vragenlijst '{there}'");
        (message, "vragenlijst")
    };
    Description {
        code: "R05",
        severity: Severity::Error,
        message,
        hint: format!("Gebruik binnen één regio en jaar werkboeken van één {one}."),
    }
}
