//! Everything that can be wrong between files and the job that uses them, each with its message and hint.

use crate::answers::Response;
use crate::problem::{
    Description, Finding, Remedy,
    Severity::{Error, Warning},
};
use crate::wording::{all_of, count};

/// What is wrong between files and the job that uses them.
pub(super) enum JobFinding<'a> {
    /// A workbook, but not one of ours.
    Foreign,
    /// A file that we made but that is not a questionnaire: a report or a comparison.
    NoQuestionnaire { what: &'static str },
    /// Files of the demo among others.
    Invented {
        workbooks: usize,
        reports: usize,
        /// In which folders they are.
        places: String,
    },
    /// A file of ours that has no plan: a questionnaire or a comparison.
    NoReport,
    /// A file that cannot be accessed.
    Closed {
        what: &'static str,
        reason: &'a str,
        advice: &'a str,
    },
    /// A second plan for a region and year; the first is in `first`.
    SecondPlan { first: &'a str, region: &'a str, year: u16 },
    /// A row that was answered in an earlier year and is now called not applicable, without a ground.
    NoLongerApplicable { year: u16 },
    /// A shared report of the same region and year, with another response or other figures.
    OtherEdition {
        region: &'a str,
        year: u16,
        /// The response before and now, if they differ.
        response: Option<(Response, Response)>,
    },
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
            JobFinding::Invented {
                workbooks,
                reports,
                places,
            } => Description {
                code: "W83",
                severity: Warning,
                message: format!(
                    "naast andere bestanden staat hier ook wat de demo verzon, en dat telt mee: {} ({places})",
                    files(*workbooks, *reports)
                ),
                hint: "Oefent u niet met de demo, haal dan weg wat daarvan is, of wijs andere mappen aan.".to_owned(),
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
            JobFinding::NoReport => Description {
                code: "R21",
                severity: Error,
                message: "dit is geen rapport, en dus zonder verbeterplan".to_owned(),
                hint: "Wijs het rapport aan waarin het verbeterplan is ingevuld, of de map waarin het staat.".to_owned(),
            },
            JobFinding::NoLongerApplicable { year } => Description {
                code: "W78",
                severity: Warning,
                message: format!(
                    "in {year} is deze vraag beantwoord; nu staat er 'niet van toepassing' zonder onderbouwing"
                ),
                hint: "Zeg bij Onderbouwing waarom de vraag niet meer aan de orde is, of geef een antwoord.".to_owned(),
            },
            JobFinding::OtherEdition { region, year, response } => Description {
                code: "R20",
                severity: Warning,
                message: format!(
                    "dit is een eerdere uitgave om te delen van {region} {year}, {}",
                    match response {
                        Some((before, now)) =>
                            format!("met {}; de nieuwe heeft er {}", of_those_asked(*before), of_those_asked(*now)),
                        None => "en wat erin staat is niet gelijk aan de nieuwe".to_owned(),
                    }
                ),
                hint: "Deel er maar één van: wie ze naast elkaar legt, kan zien wat iemand antwoordde die erbij kwam, wegviel of \
                       een antwoord veranderde."
                    .to_owned(),
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

/// "3 werkboeken en 1 rapport".
fn files(workbooks: usize, reports: usize) -> String {
    let parts = [(workbooks, "werkboek", "werkboeken"), (reports, "rapport", "rapporten")];
    let parts = parts.iter().filter(|(number, ..)| *number > 0);
    let parts: Vec<String> = parts.map(|(number, one, many)| count(*number, one, many)).collect();
    all_of(&parts)
}

/// "5 van de 7 gemeenten".
fn of_those_asked(response: Response) -> String {
    let asked = count(response.expected, "gemeente", "gemeenten");
    format!("{} van de {asked}", response.responded)
}
