//! Everything that can be wrong in the plan of a report, each with its message and hint.

use crate::plan::STATUSES;
use crate::problem::{Description, Finding, Remedy, Severity::Warning};
use crate::wording::one_of;

/// What is wrong in the plan of a report.
pub(super) enum PlanFinding {
    /// The report does not say which region and year it is about.
    NobodysPlan,
    /// As it may be quoted.
    UnknownStatus { found: String },
}

impl Finding for PlanFinding {
    fn describe(&self) -> Description {
        match self {
            PlanFinding::NobodysPlan => Description {
                code: "W70",
                severity: Warning,
                message: "dit rapport zegt niet van welke regio en welk jaar het is; het verbeterplan is niet gelezen"
                    .to_owned(),
                hint: "Maak het rapport opnieuw en vervang dit: wat in het plan is ingevuld, gaat mee.".to_owned(),
            },
            PlanFinding::UnknownStatus { found } => Description {
                code: "W71",
                severity: Warning,
                message: format!("'{found}' is geen status van het verbeterplan; het punt is gelezen zonder status"),
                hint: format!("Kies {}.", one_of(&STATUSES.map(|status| format!("'{status}'")))),
            },
        }
    }

    fn remedy(&self) -> Option<Remedy> {
        matches!(self, PlanFinding::NobodysPlan).then_some(Remedy::MakeAgain)
    }
}
