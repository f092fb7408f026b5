//! Everything that can be wrong between files and the job that uses them, each with its message and hint.

use crate::answers::Response;
use crate::problem::{
    Description, Finding, Remedy,
    Severity::{Error, Warning},
};
use crate::questionnaire::Date;
use crate::wording::{all_of, count};

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
    /// Several workbooks of one entity from one perspective.
    Averaged {
        entity: &'a str,
        perspective: &'a str,
        others: Vec<&'a str>,
        /// The number of questions that they answer alike.
        equal: usize,
        /// The number of questions that they answer differently.
        differing: usize,
        /// The file of the newest, unless it is this one, and its date.
        newest: Option<(Option<&'a str>, Date)>,
    },
    /// A shared report of the same region and year, based on other municipalities.
    OtherResponse {
        region: &'a str,
        year: u16,
        before: Response,
        now: Response,
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
            JobFinding::Averaged {
                entity,
                perspective,
                others,
                equal,
                differing,
                newest,
            } => Description {
                code: "W69",
                severity: Warning,
                message: format!(
                    "van {entity} zijn er {} werkboeken vanuit '{perspective}', dit en {}; het gemiddelde telt. {} gelijk \
                     beantwoord, {differing} verschillend; {}",
                    others.len() + 1,
                    listed(others),
                    count(*equal, "vraag is", "vragen zijn"),
                    match newest {
                        Some((None, date)) => format!("dit is het nieuwst ({})", day(*date)),
                        Some((Some(file), date)) => format!("{file} is het nieuwst ({})", day(*date)),
                        None => "welke nieuwer is, staat er niet in".to_owned(),
                    }
                ),
                hint: "Is het ene een nieuwe versie van het andere, laat dan alleen het nieuwste staan.".to_owned(),
            },
            JobFinding::OtherResponse {
                region,
                year,
                before,
                now,
            } => Description {
                code: "R20",
                severity: Warning,
                message: format!(
                    "dit is een eerdere uitgave om te delen van {region} {year}, met {}; de nieuwe heeft er {}",
                    of_those_asked(*before),
                    of_those_asked(*now)
                ),
                hint:
                    "Deel er maar één van: wie ze naast elkaar legt, kan zien wat antwoordde wie erbij kwam of wegviel."
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

/// The number of files that a message lists.
const MOST_NAMED: usize = 3;

/// The first few files, and the number of others.
fn listed(files: &[&str]) -> String {
    let mut named: Vec<String> = files.iter().take(MOST_NAMED).map(|&file| file.to_owned()).collect();
    if files.len() > MOST_NAMED {
        named.push(format!("{} andere", files.len() - MOST_NAMED));
    }
    all_of(&named)
}

fn day(date: Date) -> String {
    format!("{}-{}-{}", date.day, date.month, date.year)
}

/// "5 van de 7 gemeenten".
fn of_those_asked(response: Response) -> String {
    let asked = count(response.expected, "gemeente", "gemeenten");
    format!("{} van de {asked}", response.responded)
}
