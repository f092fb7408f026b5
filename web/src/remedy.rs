//! Takes an error or a problem; adds what on the page solves it.

use std::borrow::Cow;

use ketenscan::jobs::{Error, Irreplaceable};
use ketenscan::problem::{Problem, Remedy};
use ketenscan::wording::{all_of, sentence};

/// Why nothing was made, as a sentence.
pub(crate) fn stopped(error: &Error) -> String {
    match error {
        Error::Faulty => {
            "Er is niets gemaakt: in de werkboeken staan fouten. Ze staan hieronder, met wat eraan te doen is."
                .to_owned()
        }
        error => sentence(&format!("Er is niets gemaakt: {error}{}", after(error))),
    }
}

/// What can be done besides mending errors, where a report was asked for.
pub(crate) const LEAVE_OUT: &str = "Of kies 'Antwoorden met fouten weglaten', en maak het rapport opnieuw.";

fn after(error: &Error) -> &'static str {
    match error {
        Error::AllBlank(_) => "; kies 'Nakijken' om te zien wie nog iets moet insturen",
        Error::NothingEarlier(_) | Error::SeveralRegions(_) => "; vul in welke regio het is",
        Error::OnlyReports => ". Hoe ver het verbeterplan van een rapport is, ziet u bij 'Voortgang'",
        Error::NoReport => "; kies bij 'Nakijken' het rapport waarin het is ingevuld",
        Error::SameReport { .. } => "; kies er een bij 'Regio en jaar'",
        Error::Irreplaceable { why, .. } => match why {
            Irreplaceable::NoReport | Irreplaceable::NoPlan => "; haal het weg uit de bestanden, of sla het opnieuw op",
            _ => "; haal het weg uit de bestanden",
        },
        Error::WeighedForSharing => "; zet 'Gemeenten tellen naar inwoners' uit",
        Error::NamelessMunicipality(_) => "; schrijf op elke regel één gemeente",
        Error::NoInhabitants(_) => "; schrijf het zonder punten, bijvoorbeeld 52000",
        _ => "",
    }
}

/// A problem as the page words it: its hint names the button or choice that solves it, if one does.
pub(crate) fn worded(problem: &Problem) -> Cow<'_, Problem> {
    match problem.remedy.as_ref().and_then(hint) {
        None => Cow::Borrowed(problem),
        Some(hint) => Cow::Owned(Problem {
            hint,
            ..problem.clone()
        }),
    }
}

fn hint(remedy: &Remedy) -> Option<String> {
    match remedy {
        // The page reads with the built-in questionnaires only.
        Remedy::OtherQuestionnaire { .. } => None,
        Remedy::OtherEdition { known } => Some(format!(
            "Deze pagina kent {}. Gebruik een nieuwere versie van de pagina, of vraag om het werkboek van dit jaar.",
            all_of(known)
        )),
        Remedy::MakeAgain => Some(
            "Voeg dit rapport toe aan de bestanden en maak het rapport opnieuw: wat in het plan is ingevuld, gaat mee."
                .to_owned(),
        ),
        Remedy::EqualWeights => Some(
            "Vul het aan op het blad Gemeenten van het werkboek van de regio, of zet 'Gemeenten tellen naar inwoners' \
             uit."
                .to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use ketenscan::problem::{Place, Severity};

    use super::*;

    #[test]
    fn an_error_says_what_to_do_on_the_page() {
        assert_eq!(
            stopped(&Error::NoInhabitants("152.000".to_owned())),
            "Er is niets gemaakt: '152.000' is geen aantal inwoners; schrijf het zonder punten, bijvoorbeeld 52000."
        );
        assert_eq!(
            stopped(&Error::AllBlank(2)),
            "Er is niets gemaakt: van 2 regio's is nog geen werkboek ingevuld; kies 'Nakijken' om te zien wie nog iets \
             moet insturen."
        );
    }

    #[test]
    fn no_hint_names_an_option_of_the_command_line() {
        let remedies = [
            Remedy::OtherQuestionnaire { ours: vec![] },
            Remedy::OtherEdition {
                known: vec!["editie 2026".to_owned()],
            },
            Remedy::MakeAgain,
            Remedy::EqualWeights,
        ];
        for remedy in remedies {
            let problem = Problem {
                code: "W08",
                severity: Severity::Error,
                place: Place::file("a.xlsx"),
                message: String::new(),
                hint: "Vraag het na.".to_owned(),
                remedy: Some(remedy),
            };
            let hint = worded(&problem).hint.clone();
            assert!(hint.ends_with('.') && !hint.contains("--"), "{hint}");
        }
    }
}
