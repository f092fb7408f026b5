//! Takes a change and its parts; returns one sentence that a council member understands.

use crate::comparison::{Apparent, Participant, Parts, Turnout};
use crate::questionnaire::Role;
use crate::scoring::precision::{noticeable, rounded};
use crate::wording::{all_of, count, whole};

/// The number of names that a sentence lists; more are counted instead.
const MOST_NAMES: usize = 3;

/// A part that is worth mentioning: its points and its reason.
struct Cause {
    points: f64,
    why: String,
    is_real: bool,
}

/// The change and its parts as one sentence.
pub(super) fn sentence(name: &str, parts: &Parts, turnout: &Turnout) -> String {
    let Some(apparent) = &parts.apparent else {
        return without_causes(name, parts);
    };
    let causes = causes(parts.real, apparent, turnout);
    let real = causes.iter().any(|cause| cause.is_real);
    let Some(verb) = verb(parts.total) else {
        return match causes.as_slice() {
            [] => format!("{name} bleef gelijk."),
            causes => format!(
                "{name} bleef gelijk, maar daaronder veranderde wel iets: {}.",
                back_and_forth(causes)
            ),
        };
    };
    let points = points(parts.total);
    let apparent = if real {
        String::new()
    } else {
        format!(", maar echte {} is dat niet", direction(parts.total))
    };
    let one_way = causes.iter().all(|cause| (cause.points > 0.0) == (parts.total > 0.0));
    match causes.as_slice() {
        [] => format!("{name} {verb} {points}, opgeteld uit verschuivingen van elk minder dan een half punt."),
        [only] if one_way && only.is_real => {
            let part = whole(only.points.abs());
            if rounded(only.points.abs()).round() < rounded(parts.total.abs()).round() {
                let why = &only.why;
                format!("{name} {verb} {points}; {part} daarvan is {why}, de rest zijn kleine verschuivingen.")
            } else {
                format!("{name} {verb} {points}; dat is {}.", only.why)
            }
        }
        [only] if one_way => format!("{name} {verb} {points}{apparent}: het komt {}.", only.why),
        causes if one_way && real => {
            let off = rounding(parts.total, causes);
            format!("{name} {verb} {points}; {}{off}.", shares(causes))
        }
        causes if one_way => {
            let reasons: Vec<String> = causes
                .iter()
                .map(|cause| format!("{} {}", whole(cause.points.abs()), cause.why))
                .collect();
            let off = rounding(parts.total, causes);
            format!("{name} {verb} {points}{apparent}: {}{off}.", reasons.join(", "))
        }
        causes => {
            let against = causes.iter().all(|cause| (cause.points > 0.0) != (parts.total > 0.0));
            let rest = if against {
                ", en verder kleine verschuivingen"
            } else {
                ""
            };
            let changes = back_and_forth(causes);
            let off = if against { "" } else { rounding(parts.total, causes) };
            format!("{name} {verb} per saldo {points}{apparent}: {changes}{rest}{off}.")
        }
    }
}

/// The sentence for a change of which only the total and the real part are known.
fn without_causes(name: &str, parts: &Parts) -> String {
    let real = match verb(parts.real) {
        Some(_) => format!("{} {}", points(parts.real), direction(parts.real)),
        None => "niets".to_owned(),
    };
    match verb(parts.total) {
        Some(verb) => format!("{name} {verb} {}; echt is: {real}.", points(parts.total)),
        None if worth_a_word(parts.real) => format!("{name} bleef gelijk; echt is: {real}."),
        None => format!("{name} bleef gelijk."),
    }
}

/// An explanation if rounded points do not add up while the figures behind them do.
fn rounding(total: f64, causes: &[Cause]) -> &'static str {
    let shown: f64 = causes.iter().map(|cause| rounded(cause.points).round()).sum();
    if shown == rounded(total).round() {
        ""
    } else {
        " (afgerond)"
    }
}

/// "9 daarvan is echte verbetering, 3 doordat Zeeburg nu meedoet".
fn shares(causes: &[Cause]) -> String {
    let shares = causes.iter().enumerate().map(|(index, cause)| {
        let points = whole(cause.points.abs());
        match (index, cause.is_real) {
            (0, true) => format!("{points} daarvan is {}", cause.why),
            _ => format!("{points} {}", cause.why),
        }
    });
    shares.collect::<Vec<String>>().join(", ")
}

/// "9 erbij door echte verbetering, 5 eraf doordat Zeeburg nu meedoet".
fn back_and_forth(causes: &[Cause]) -> String {
    let changes = causes.iter().map(|cause| {
        let way = if cause.points > 0.0 { "erbij" } else { "eraf" };
        let by = if cause.is_real { "door " } else { "" };
        format!("{} {way} {by}{}", whole(cause.points.abs()), cause.why)
    });
    changes.collect::<Vec<String>>().join(", ")
}

/// The parts that are worth mentioning, the real change first.
fn causes(points: f64, apparent: &Apparent, turnout: &Turnout) -> Vec<Cause> {
    let real = format!("echte {}", direction(points));
    let availability = "doordat dezelfde deelnemers andere vragen beantwoordden".to_owned();
    let found = [
        (points, real),
        (apparent.respondents, respondents(turnout)),
        (apparent.availability, availability),
        (apparent.questions, "doordat de vragenlijst veranderde".to_owned()),
    ];
    let mut first = true;
    let causes = found.into_iter().filter_map(|(points, why)| {
        let is_real = std::mem::take(&mut first);
        worth_a_word(points).then_some(Cause { points, why, is_real })
    });
    causes.collect()
}

/// Whether neither the whole nor any part is worth mentioning.
pub(super) fn is_still(parts: &Parts) -> bool {
    let apparent = parts.apparent.iter();
    let apparent = apparent.flat_map(|found| [found.availability, found.respondents, found.questions]);
    !apparent.chain([parts.total, parts.real]).any(worth_a_word)
}

fn worth_a_word(points: f64) -> bool {
    noticeable(points.abs()).is_some()
}

fn verb(points: f64) -> Option<&'static str> {
    worth_a_word(points).then_some(if points > 0.0 { "steeg" } else { "daalde" })
}

fn direction(points: f64) -> &'static str {
    if points > 0.0 { "verbetering" } else { "achteruitgang" }
}

fn points(points: f64) -> String {
    count(rounded(points.abs()).round() as usize, "punt", "punten")
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
        Parts {
            total: real + availability + respondents + questions,
            real,
            apparent: Some(Apparent {
                availability,
                respondents,
                questions,
            }),
        }
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
            "Beschermen steeg 12 punten; 9 daarvan is echte verbetering, 3 doordat Zeeburg nu meedoet."
        );
        // The omitted parts come to 0.49, so that 0.51 shows as a point less.
        assert_eq!(
            of_protecting(parts(-1.0, 0.0, 0.0, 0.49)),
            "Beschermen daalde 1 punt; dat is echte achteruitgang."
        );
        assert_eq!(
            of_protecting(parts(10.4, 0.4, 0.4, 0.4)),
            "Beschermen steeg 12 punten; 10 daarvan is echte verbetering, de rest zijn kleine verschuivingen."
        );
    }

    #[test]
    fn a_change_that_is_only_apparent_is_named_as_such() {
        assert_eq!(
            of_protecting(parts(0.2, 0.0, 11.0, 0.0)),
            "Beschermen steeg 11 punten, maar echte verbetering is dat niet: het komt doordat Zeeburg nu meedoet."
        );
        assert_eq!(
            of_protecting(parts(0.0, -2.0, 0.0, -4.0)),
            "Beschermen daalde 6 punten, maar echte achteruitgang is dat niet: 2 doordat dezelfde deelnemers andere vragen beantwoordden, 4 doordat de vragenlijst veranderde."
        );
    }

    #[test]
    fn opposite_parts_are_added_and_subtracted() {
        assert_eq!(
            of_protecting(parts(9.0, 0.0, -5.0, 0.0)),
            "Beschermen steeg per saldo 4 punten: 9 erbij door echte verbetering, 5 eraf doordat Zeeburg nu meedoet."
        );
        assert_eq!(
            of_protecting(parts(-5.0, 0.0, 5.0, 0.0)),
            "Beschermen bleef gelijk, maar daaronder veranderde wel iets: 5 eraf door echte achteruitgang, 5 erbij doordat Zeeburg nu meedoet."
        );
    }

    #[test]
    fn points_that_do_not_add_up_are_explained_by_rounding() {
        // 2.4 − 0.7 = 1.7: rounded, 2 and −1 add up to 1, while the whole is 2.
        assert_eq!(
            of_protecting(parts(2.4, 0.0, -0.7, 0.0)),
            "Beschermen steeg per saldo 2 punten: 2 erbij door echte verbetering, 1 eraf doordat Zeeburg nu meedoet (afgerond)."
        );
    }

    #[test]
    fn small_parts_are_omitted_or_called_small() {
        assert_eq!(of_protecting(parts(0.4, 0.0, 0.0, 0.0)), "Beschermen bleef gelijk.");
        assert_eq!(
            of_protecting(parts(0.4, 0.4, 0.4, 0.0)),
            "Beschermen steeg 1 punt, opgeteld uit verschuivingen van elk minder dan een half punt."
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
            let apparent = None;
            of_protecting(Parts { total, real, apparent })
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
