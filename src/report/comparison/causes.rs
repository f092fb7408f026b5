//! Takes a change and its parts; returns one sentence that a council member understands.

use super::figures::Figures;
use crate::comparison::{Apparent, Participant, Parts, Turnout};
use crate::questionnaire::Role;
use crate::scoring::precision::{is_change, is_small, tenths};
use crate::wording::{all_of, count};

/// The number of names that a sentence lists; more are counted instead.
const MOST_NAMES: usize = 3;

/// A part of a change in a sentence: its points and its reason.
struct Cause {
    points: f64,
    why: String,
    is_real: bool,
}

/// A change as it is shown and its parts, as one sentence. The points in it add up.
pub(super) fn sentence(name: &str, parts: &Parts, turnout: &Turnout) -> String {
    let total = tenths(parts.total());
    let Some(apparent) = &parts.apparent else {
        return without_causes(name, total, parts.real);
    };
    let causes = causes(total, parts.real, apparent, turnout);
    let Some(verb) = verb(total) else {
        let still = still(total);
        return match causes.as_slice() {
            [] => format!("{name} bleef {still}."),
            causes => format!(
                "{name} bleef {still}, maar daaronder veranderde wel iets: {}.",
                back_and_forth(causes)
            ),
        };
    };
    let points = Figures::Tenths.in_points(total);
    let real = causes.iter().any(|cause| cause.is_real);
    let apparent = if real {
        String::new()
    } else {
        format!(", maar echte {} is dat niet", direction(total))
    };
    let one_way = causes.iter().all(|cause| (cause.points > 0.0) == (total > 0.0));
    match causes.as_slice() {
        [] => format!("{name} {verb} {points}, opgeteld uit verschuivingen van elk minder dan een punt."),
        [only] if one_way && only.is_real => {
            let small = if is_small(only.points) { "een kleine " } else { "" };
            format!("{name} {verb} {points}; dat is {small}{}.", only.why)
        }
        [only] if one_way => format!("{name} {verb} {points}{apparent}: het komt {}.", only.why),
        causes if one_way && real => format!("{name} {verb} {points}; {}.", shares(causes)),
        causes if one_way => {
            let reasons = causes.iter().map(|cause| format!("{} {}", words(cause), cause.why));
            let reasons: Vec<String> = reasons.collect();
            format!("{name} {verb} {points}{apparent}: {}.", reasons.join(", "))
        }
        causes => format!(
            "{name} {verb} per saldo {points}{apparent}: {}.",
            back_and_forth(causes)
        ),
    }
}

/// The sentence for a change of which only the total and the real part are known.
fn without_causes(name: &str, total: f64, real: f64) -> String {
    let points = |points| Figures::Whole.in_points(points);
    let share = match verb(real) {
        Some(_) => format!("{} {}", points(real), direction(real)),
        None => "niets".to_owned(),
    };
    match verb(total) {
        Some(verb) => format!("{name} {verb} {}; echt is: {share}.", points(total)),
        None if is_change(real) => format!("{name} bleef gelijk; echt is: {share}."),
        None => format!("{name} bleef gelijk."),
    }
}

/// "9,0 daarvan is echte verbetering, 3,0 doordat Zeeburg nu meedoet".
fn shares(causes: &[Cause]) -> String {
    let shares = causes.iter().enumerate().map(|(index, cause)| {
        let points = words(cause);
        match (index, cause.is_real) {
            (0, true) => format!("{points} daarvan is {}", cause.why),
            _ => format!("{points} {}", cause.why),
        }
    });
    shares.collect::<Vec<String>>().join(", ")
}

/// "9,0 erbij door echte verbetering, 5,0 eraf doordat Zeeburg nu meedoet".
fn back_and_forth(causes: &[Cause]) -> String {
    let changes = causes.iter().map(|cause| {
        let way = if cause.points > 0.0 { "erbij" } else { "eraf" };
        let by = if cause.is_real { "door " } else { "" };
        format!("{} {way} {by}{}", words(cause), cause.why)
    });
    changes.collect::<Vec<String>>().join(", ")
}

/// The points of a cause, without a sign.
fn words(cause: &Cause) -> String {
    Figures::Tenths.words(cause.points.abs())
}

/// The parts that are worth mentioning, the real change first, and what the others come to. None if no part is.
fn causes(total: f64, real: f64, apparent: &Apparent, turnout: &Turnout) -> Vec<Cause> {
    let cause = |points, why: String, is_real| Cause { points, why, is_real };
    let availability = "doordat dezelfde deelnemers andere vragen beantwoordden".to_owned();
    let mut causes = vec![
        cause(real, format!("echte {}", direction(real)), true),
        cause(apparent.respondents, respondents(turnout), false),
        cause(apparent.availability, availability, false),
        cause(
            apparent.questions,
            "doordat de vragenlijst veranderde".to_owned(),
            false,
        ),
    ];
    causes.retain(|cause| is_change(cause.points));
    let rest = tenths(total - causes.iter().map(|cause| cause.points).sum::<f64>());
    if !causes.is_empty() && rest != 0.0 {
        causes.push(cause(rest, "door kleine verschuivingen".to_owned(), false));
    }
    causes
}

/// How little a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stillness {
    /// The score shown is the same, and no part is worth mentioning.
    Still,
    /// Neither the whole nor any part is worth mentioning.
    Nearly,
}

/// How little a change is; `None` if the whole or a part of it is worth mentioning.
pub(super) fn stillness(parts: &Parts) -> Option<Stillness> {
    let total = tenths(parts.total());
    let apparent = parts.apparent.iter();
    let apparent = apparent.flat_map(|found| [found.availability, found.respondents, found.questions]);
    if apparent.chain([total, parts.real]).any(is_change) {
        None
    } else if total == 0.0 {
        Some(Stillness::Still)
    } else {
        Some(Stillness::Nearly)
    }
}

/// "gelijk", or "vrijwel gelijk" if the scores shown differ.
fn still(total: f64) -> &'static str {
    if total == 0.0 { "gelijk" } else { "vrijwel gelijk" }
}

fn verb(points: f64) -> Option<&'static str> {
    is_change(points).then_some(if points > 0.0 { "steeg" } else { "daalde" })
}

fn direction(points: f64) -> &'static str {
    if points > 0.0 { "verbetering" } else { "achteruitgang" }
}

/// "doordat Zeeburg nu meedoet en Duinstad niet meer".
fn respondents(turnout: &Turnout) -> String {
    let (joined, left) = (who(&turnout.joined), who(&turnout.left));
    match (joined, left) {
        (Some((joined, one)), Some((left, _))) => {
            format!("doordat {joined} nu {} en {left} niet meer", takes_part(one))
        }
        (Some((joined, one)), None) => format!("doordat {joined} nu {}", takes_part(one)),
        (None, Some((left, one))) => format!("doordat {left} niet meer {}", takes_part(one)),
        (None, None) => "doordat er andere deelnemers zijn".to_owned(),
    }
}

fn takes_part(one: bool) -> &'static str {
    if one { "meedoet" } else { "meedoen" }
}

/// The participants as a text, and whether it is only one; `None` if there are none.
fn who(participants: &[Participant]) -> Option<(String, bool)> {
    let one = participants.len() == 1;
    let municipalities: Vec<&Participant> = participants
        .iter()
        .filter(|participant| participant.role == Role::Municipality)
        .collect();
    let mut names = if municipalities.len() <= MOST_NAMES {
        municipalities.iter().map(|found| found.name.clone()).collect()
    } else {
        vec![count(municipalities.len(), "gemeente", "gemeenten")]
    };
    if municipalities.len() < participants.len() {
        names.push("de regio zelf".to_owned());
    }
    (!names.is_empty()).then(|| (all_of(&names), one))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(real: f64, availability: f64, respondents: f64, questions: f64) -> Parts {
        let apparent = Apparent {
            availability,
            respondents,
            questions,
        };
        // The score was 50.
        let parts = Parts {
            before: 50.0,
            after: 50.0 + real + availability + respondents + questions,
            real,
            apparent: Some(apparent),
        };
        parts.shown()
    }

    fn turnout(joined: &[&str], left: &[&str]) -> Turnout {
        let named = |names: &[&str]| {
            let participants = names.iter().map(|name| Participant {
                role: Role::Municipality,
                name: (*name).to_owned(),
            });
            participants.collect()
        };
        Turnout {
            stayed: Vec::new(),
            joined: named(joined),
            left: named(left),
        }
    }

    fn of_protecting(parts: Parts) -> String {
        sentence("Beschermen", &parts, &turnout(&["Zeeburg"], &[]))
    }

    #[test]
    fn the_real_change_comes_before_apparent_changes() {
        assert_eq!(
            of_protecting(parts(9.0, 0.0, 3.0, 0.0)),
            "Beschermen steeg 12,0 punten; 9,0 daarvan is echte verbetering, 3,0 doordat Zeeburg nu meedoet."
        );
        assert_eq!(
            of_protecting(parts(-1.0, 0.0, 0.0, 0.0)),
            "Beschermen daalde 1,0 punt; dat is een kleine echte achteruitgang."
        );
    }

    #[test]
    fn a_change_that_is_only_apparent_is_named_as_such() {
        assert_eq!(
            of_protecting(parts(0.0, 0.0, 11.0, 0.0)),
            "Beschermen steeg 11,0 punten, maar echte verbetering is dat niet: het komt doordat Zeeburg nu meedoet."
        );
        assert_eq!(
            of_protecting(parts(0.2, 0.0, 11.0, 0.0)),
            "Beschermen steeg 11,2 punten, maar echte verbetering is dat niet: 11,0 doordat Zeeburg nu meedoet, 0,2 door kleine verschuivingen."
        );
        assert_eq!(
            of_protecting(parts(0.0, -2.0, 0.0, -4.0)),
            "Beschermen daalde 6,0 punten, maar echte achteruitgang is dat niet: 2,0 doordat dezelfde deelnemers andere vragen beantwoordden, 4,0 doordat de vragenlijst veranderde."
        );
    }

    #[test]
    fn opposite_parts_are_added_and_subtracted() {
        assert_eq!(
            of_protecting(parts(9.0, 0.0, -5.0, 0.0)),
            "Beschermen steeg per saldo 4,0 punten: 9,0 erbij door echte verbetering, 5,0 eraf doordat Zeeburg nu meedoet."
        );
        assert_eq!(
            of_protecting(parts(-5.0, 0.0, 5.0, 0.0)),
            "Beschermen bleef gelijk, maar daaronder veranderde wel iets: 5,0 eraf door echte achteruitgang, 5,0 erbij doordat Zeeburg nu meedoet."
        );
    }

    #[test]
    fn the_points_of_a_sentence_add_up() {
        // 10.44 + 1.44 + 2 × 0.44 = 12.76 shows as 12.8; floors 10.4, 1.4, 0.4 and 0.4 make 12.6, and the first two of
        // equal remainders get a tenth. Availability is a change of its own with 1.5; 0.4 + 0.4 is the rest.
        assert_eq!(
            of_protecting(parts(10.44, 1.44, 0.44, 0.44)),
            "Beschermen steeg 12,8 punten; 10,5 daarvan is echte verbetering, 1,5 doordat dezelfde deelnemers andere vragen beantwoordden, 0,8 door kleine verschuivingen."
        );
        // 9 − 0.3 = 8.7: the rest goes the other way.
        assert_eq!(
            of_protecting(parts(9.0, 0.0, 0.0, -0.3)),
            "Beschermen steeg per saldo 8,7 punten: 9,0 erbij door echte verbetering, 0,3 eraf door kleine verschuivingen."
        );
    }

    #[test]
    fn small_parts_are_omitted_or_called_small() {
        assert_eq!(of_protecting(parts(0.0, 0.0, 0.0, 0.0)), "Beschermen bleef gelijk.");
        assert_eq!(
            of_protecting(parts(0.4, 0.0, 0.0, 0.0)),
            "Beschermen bleef vrijwel gelijk."
        );
        assert_eq!(
            of_protecting(parts(0.9, 0.0, 0.0, 0.0)),
            "Beschermen bleef vrijwel gelijk.",
            "less than a point is no real improvement"
        );
        assert_eq!(
            of_protecting(parts(0.9, 0.9, 0.0, 0.0)),
            "Beschermen steeg 1,8 punt, opgeteld uit verschuivingen van elk minder dan een punt."
        );
        let how = |real| stillness(&parts(real, 0.0, 0.0, 0.0));
        assert_eq!(
            [0.0, 0.9, 1.0].map(how),
            [Some(Stillness::Still), Some(Stillness::Nearly), None]
        );
    }

    #[test]
    fn those_who_joined_or_left_are_named_or_counted() {
        let why = |joined: &[&str], left: &[&str]| respondents(&turnout(joined, left));
        assert_eq!(
            why(&["Aa", "Bee"], &["Cee"]),
            "doordat Aa en Bee nu meedoen en Cee niet meer"
        );
        assert_eq!(
            why(&[], &["Aa", "Bee", "Cee", "Dee"]),
            "doordat 4 gemeenten niet meer meedoen"
        );
    }

    #[test]
    fn without_causes_the_sentence_says_only_what_is_real() {
        let of = |total: f64, real: f64| {
            of_protecting(Parts {
                before: 40.0,
                after: 40.0 + total,
                real,
                apparent: None,
            })
        };
        assert_eq!(
            of(5.0, 3.0),
            "Beschermen steeg 5 punten; echt is: 3 punten verbetering."
        );
        assert_eq!(of(-2.0, 0.0), "Beschermen daalde 2 punten; echt is: niets.");
        assert_eq!(of(0.0, -1.0), "Beschermen bleef gelijk; echt is: 1 punt achteruitgang.");
        assert_eq!(of(0.0, 0.0), "Beschermen bleef gelijk.");
    }
}
