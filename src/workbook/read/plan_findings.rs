//! Everything that can be wrong in the plan of a report, each with its message and hint.

use crate::plan::STATUSES;
use crate::problem::{
    Description, Finding, Remedy,
    Severity::{Error, Warning},
};
use crate::wording::{all_of, one_of};

/// What is wrong in the plan of a report.
pub(super) enum PlanFinding {
    /// The report does not say which region and year it is about.
    NobodysPlan,
    /// As it may be quoted.
    UnknownStatus { found: String },
    /// A date of which the day cannot be known.
    UnclearDate { found: String },
    /// A report without a plan that can be found; one for sharing has none to fill in.
    NoPlan { shared: bool },
    /// Columns that say how points stand, of which the headers are not found.
    NoColumn { headers: Vec<&'static str> },
    /// An error value, which is carried over.
    ErrorValue { shown: &'static str },
    /// A cell of which the text is not known.
    NoText { found: String },
    /// The same, where nothing is carried over.
    NotRead { found: String },
    /// A cell in a column without a header.
    NoHeader,
    /// A point of ours of which people changed the columns that we fill in.
    ChangedPoint,
    /// A row of ours that people changed, or one that they added outside the plan.
    ChangedRow,
    /// The same, where what people concluded is carried over.
    ChangedBesideConclusion,
    /// A conclusion in a row without the name of a point.
    ConclusionWithoutPoint,
    /// A sheet that people added.
    AddedSheet,
}

const LOOK: &str = "Kijk in de vorige versie, en neem over wat u nodig hebt.";

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
            PlanFinding::UnclearDate { found } => Description {
                code: "W80",
                severity: Warning,
                message: format!("'{found}' is geen datum die te lezen is; het punt is gelezen zonder datum"),
                hint: "Typ een dag of een tijd met een jaartal, zoals 1-7-2027, 'juli 2027', 'Q3 2027' of 'eind 2027'."
                    .to_owned(),
            },
            PlanFinding::NoPlan { shared } => Description {
                code: "W81",
                severity: Error,
                message: if *shared {
                    "dit is een uitgave om te delen; daarin is geen verbeterplan om in te vullen".to_owned()
                } else {
                    "in dit rapport is het verbeterplan niet te vinden".to_owned()
                },
                hint: "Neem het gewone rapport van de regio, met het blad Verbeterplan en de kolommen ID, Eigenaar (functie), \
                       Gereed op en Status."
                    .to_owned(),
            },
            PlanFinding::NoColumn { headers } => Description {
                code: "W84",
                severity: Error,
                message: format!("boven geen kolom van het verbeterplan staat {}", all_of(&headers.iter().map(|header| format!("'{header}'")).collect::<Vec<_>>())),
                hint: "Zet de kop terug boven zijn kolom. Zonder kop is niet te zien wat daarin is afgesproken.".to_owned(),
            },
            PlanFinding::ErrorValue { shown } => Description {
                code: "W72",
                severity: Warning,
                message: format!("hier staat de foutwaarde {shown}; die is overgenomen zoals zij is"),
                hint: "Typ in de cel wat er hoort te staan.".to_owned(),
            },
            PlanFinding::NoText { found } => Description {
                code: "W72",
                severity: Warning,
                message: format!("hier staat {found}; dat is niet overgenomen, en de cel is nu leeg"),
                hint: "Typ in de cel wat er hoort te staan.".to_owned(),
            },
            PlanFinding::NotRead { found } => Description {
                code: "W72",
                severity: Warning,
                message: format!("hier staat {found}; dat is niet gelezen"),
                hint: "Typ in de cel wat er hoort te staan.".to_owned(),
            },
            PlanFinding::NoHeader => Description {
                code: "W73",
                severity: Warning,
                message: "deze cel staat in een kolom zonder kop; zij is niet overgenomen".to_owned(),
                hint: "Neem haar over uit de vorige versie, en geef de kolom een kop.".to_owned(),
            },
            PlanFinding::ChangedPoint => Description {
                code: "W74",
                severity: Warning,
                message: "de kolommen die ketenscan zelf vult, zijn hier veranderd; dat is niet overgenomen".to_owned(),
                hint: "Zet eigen tekst in een gele cel, of in een kolom die u toevoegt.".to_owned(),
            },
            PlanFinding::ChangedRow => Description {
                code: "W75",
                severity: Warning,
                message:
                    "deze rij is niet zoals ketenscan haar schreef; wat is veranderd of toegevoegd, is niet overgenomen"
                        .to_owned(),
                hint: LOOK.to_owned(),
            },
            PlanFinding::ChangedBesideConclusion => Description {
                code: "W75",
                severity: Warning,
                message: "naast de conclusie is in deze rij iets veranderd of toegevoegd; dat is niet overgenomen".to_owned(),
                hint: LOOK.to_owned(),
            },
            PlanFinding::ConclusionWithoutPoint => Description {
                code: "W49",
                severity: Warning,
                message: "bij deze conclusie is niet te lezen over welk punt zij gaat; zij is niet overgenomen".to_owned(),
                hint: LOOK.to_owned(),
            },
            PlanFinding::AddedSheet => Description {
                code: "W76",
                severity: Warning,
                message: "dit blad is toegevoegd; het is niet overgenomen".to_owned(),
                hint: LOOK.to_owned(),
            },
        }
    }

    fn remedy(&self) -> Option<Remedy> {
        matches!(self, PlanFinding::NobodysPlan).then_some(Remedy::MakeAgain)
    }
}
