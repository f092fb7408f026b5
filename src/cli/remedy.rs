//! Takes an error or a problem; adds which option or command of the command line solves it.

use std::borrow::Cow;

use ketenscan::jobs::Error;
use ketenscan::jobs::Irreplaceable;
use ketenscan::problem::{Problem, Remedy};
use ketenscan::wording::all_of;

/// The message of an error of a job, with what the user can do about it.
pub fn with_remedy(error: &Error) -> String {
    match error {
        Error::SeveralQuestionnaires(ids) => format!(
            "de mappen bij --vragenlijst bevatten verschillende vragenlijsten: {}; geef er één van",
            all_of(ids)
        ),
        error => format!("{error}{}", after(error)),
    }
}

/// What follows the message of an error.
fn after(error: &Error) -> &'static str {
    match error {
        Error::AllBlank(_) => "; zie 'ketenscan controleer'",
        Error::OnlyReports => ". Hoe ver het verbeterplan van een rapport is, toont 'ketenscan voortgang'",
        Error::NoReport => "; noem het rapport, bijvoorbeeld reports/voorbeeldland-2026.xlsx",
        Error::NobodyToAgree => {
            ". Voeg eerst werkboeken vanuit een tweede perspectief toe; 'ketenscan controleer' laat zien wie wat instuurde"
        }
        Error::SameReport { .. } | Error::SeveralRegions(_) => "; kies er een met --regio",
        Error::NothingEarlier(_) => "; geef de naam met --regio",
        Error::JointPerspective(_) => {
            ". Een werkboek om samen in af te spreken maakt u met 'ketenscan overleg', als de antwoorden er zijn"
        }
        Error::Irreplaceable { why, .. } => match why {
            Irreplaceable::NoReport
            | Irreplaceable::NoComparison
            | Irreplaceable::NoPlan
            | Irreplaceable::OtherReport => "; verplaats het, of kies met -o een andere map",
            Irreplaceable::PlanFilledIn | Irreplaceable::OrdinaryReport | Irreplaceable::OrdinaryComparison => {
                "; kies met -o een andere map voor de uitgave om te delen"
            }
            Irreplaceable::ForSharing => "; kies met -o een andere map voor wat niet gedeeld wordt",
        },
        Error::WeighedForSharing => "; laat --weging inwoners weg",
        Error::NamelessMunicipality(_) => "; schrijf bijvoorbeeld --gemeente Duinstad=52000",
        Error::NoInhabitants(_) => "; schrijf bijvoorbeeld --gemeente Duinstad=52000, zonder punten",
        _ => "",
    }
}

/// A problem as the command line words it: its hint names the option that mends it, if one does.
pub fn worded(problem: &Problem) -> Cow<'_, Problem> {
    match &problem.remedy {
        None => Cow::Borrowed(problem),
        Some(remedy) => Cow::Owned(Problem {
            hint: hint(remedy),
            ..problem.clone()
        }),
    }
}

fn hint(remedy: &Remedy) -> String {
    match remedy {
        Remedy::OtherQuestionnaire { ours } => {
            let ours: Vec<String> = ours.iter().map(|id| format!("'{id}'")).collect();
            format!(
                "Deze run leest {}; wijs een andere vragenlijst aan met --vragenlijst.",
                all_of(&ours)
            )
        }
        Remedy::OtherEdition { known } => format!(
            "Bekend {}: {}. Wijs de map met die editie aan met --vragenlijst.",
            if known.len() == 1 { "is" } else { "zijn" },
            all_of(known)
        ),
        Remedy::MakeAgain => {
            "Maak het rapport opnieuw met 'rapport --overschrijf': wat in het plan is ingevuld, gaat mee.".to_owned()
        }
        Remedy::EqualWeights => {
            "Vul het aan op het blad Gemeenten van het werkboek van de regio, of kies --weging gelijk.".to_owned()
        }
    }
}
