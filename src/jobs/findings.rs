//! Everything that can be wrong between files and the job that uses them, each with its message and hint.

use crate::problem::{
    Description, Finding, Remedy,
    Severity::{Error, Warning},
};
use crate::wording::all_of;

/// What is wrong between files and the job that uses them.
pub(super) enum JobFinding<'a> {
    /// A workbook, but not one of ours.
    Foreign,
    /// A file that we made but that is not a questionnaire: a report or a comparison.
    NoQuestionnaire { what: &'static str },
    /// A file that cannot be accessed.
    Closed {
        what: &'static str,
        reason: &'a str,
        advice: &'a str,
    },
    /// A second plan for a region and year; the first is in `first`.
    SecondPlan { first: &'a str, region: &'a str, year: u16 },
    /// Municipalities whose inhabitants are needed for weighting.
    InhabitantsUnknown {
        region: &'a str,
        municipalities: &'a [String],
    },
}

impl Finding for JobFinding<'_> {
    fn describe(&self) -> Description {
        match self {
            JobFinding::Foreign => Description {
                code: "W11",
                severity: Error,
                message: "dit werkboek is niet van ketenscan".to_owned(),
                hint: "Controleer de naam, of vraag de afzender om het werkboek dat is uitgezet.".to_owned(),
            },
            JobFinding::NoQuestionnaire { what } => Description {
                code: "W12",
                severity: Error,
                message: format!("dit is een {what} van ketenscan, geen ingevulde vragenlijst"),
                hint: "Wijs de ingevulde werkboeken aan, of de map waarin ze staan.".to_owned(),
            },
            JobFinding::Closed { what, reason, advice } => Description {
                code: "W13",
                severity: Error,
                message: format!("{what} kan niet gelezen worden: {reason}"),
                hint: (*advice).to_owned(),
            },
            JobFinding::SecondPlan { first, region, year } => Description {
                code: "R09",
                severity: Warning,
                message: format!(
                    "ook in '{first}' staat een ingevuld verbeterplan van {region} {year}; dat telt, en dit niet"
                ),
                hint: "Laat het rapport staan dat klopt, en haal het andere weg.".to_owned(),
            },
            JobFinding::InhabitantsUnknown { region, municipalities } => Description {
                code: "R06",
                severity: Error,
                message: format!(
                    "voor wegen naar inwoners ontbreekt in {region} het aantal inwoners van {}",
                    all_of(municipalities)
                ),
                hint:
                    "Vul het aan op het blad Gemeenten van het werkboek van de regio, of laat gemeenten gelijk tellen."
                        .to_owned(),
            },
        }
    }

    fn remedy(&self) -> Option<Remedy> {
        matches!(self, JobFinding::InhabitantsUnknown { .. }).then_some(Remedy::EqualWeights)
    }
}
