//! What is wrong in the plan of a report, each finding with its sentence and advice.

use crate::plan::STATUSES;
use crate::problem::{Finding, Severity};
use crate::wording::one_of;

/// What is wrong in the plan of a report.
pub(super) enum PlanFinding {
    /// The report does not say of which region and year it is.
    NobodysPlan,
    /// As it may be cited.
    UnknownStatus { found: String },
}

impl Finding for PlanFinding {
    fn describe(&self) -> (&'static str, Severity, String, String) {
        let (code, message, hint) = match self {
            PlanFinding::NobodysPlan => (
                "W70",
                "dit rapport zegt niet van welke regio en welk jaar het is; het verbeterplan is niet gelezen"
                    .to_owned(),
                "Maak het rapport opnieuw met 'rapport --overschrijf': wat in het plan is ingevuld, gaat mee."
                    .to_owned(),
            ),
            PlanFinding::UnknownStatus { found } => (
                "W71",
                format!("'{found}' is geen status van het verbeterplan; het punt is gelezen zonder status"),
                format!("Kies {}.", one_of(&STATUSES.map(|status| format!("'{status}'")))),
            ),
        };
        (code, Severity::Warning, message, hint)
    }
}
