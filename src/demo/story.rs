//! The story of the demo: five invented regions that seem alike but are not.
//!
//! - **Voorbeeldland** really improves: the same people give better answers to the same questions each year.
//! - **Fabelstreek** only seems to improve: a strong municipality joins, a weak one stops answering, and shortcomings
//!   turn into "weet ik niet". Questions answered in both years are answered the same.
//! - **Droomdelta** and **Spiegelmark** stay much as they are; with them there are enough regions for the mirror.
//! - **Oefengouw** falls back, which is partly hidden by a strong municipality that joins in the last year.
//!
//! In Voorbeeldland the four practices fare differently, only because of what [`OWN_WAYS`] says is organised for each:
//! nothing about a practice itself, or about whom it concerns, decides how far its cases come. In Duinstad, the
//! municipality and its local team also agree on a joint workbook. The report of 2025 has a plan that was filled in.

use super::{Municipality, OwnWay, Partner, Region, YEARS, Year};
use crate::questionnaire::STEPS;

/// The region whose report to look at first.
pub const SHOWN: &str = "Voorbeeldland";

/// The five regions, in alphabetical order.
#[must_use]
pub fn story() -> Vec<Region> {
    vec![droomdelta(), fabelstreek(), oefengouw(), spiegelmark(), voorbeeldland()]
}

fn voorbeeldland() -> Region {
    Region {
        name: SHOWN.to_owned(),
        steps: [2.8, 3.0, 2.9, 1.95, 3.4, 2.35, 2.9, 2.6],
        ambitions: [75.0, 65.0, 65.0, 70.0, 80.0, 65.0, 65.0, 60.0],
        municipalities: vec![
            municipality("Duinstad", 152_000.0, 0.7, 0.04, EVERY_YEAR)
                .with_local_team()
                .with_joint(),
            municipality("Heuveldam", 61_300.0, 0.2, 0.08, EVERY_YEAR),
            municipality("Klaverbeek", 38_900.0, -0.1, 0.10, EVERY_YEAR).with_local_team(),
            municipality("Rietmeer", 24_700.0, -0.8, 0.30, EVERY_YEAR),
            municipality("Veenwold", 45_200.0, 0.1, 0.06, EVERY_YEAR).with_local_team(),
            municipality("Zandoever", 18_400.0, 0.0, 0.0, NEVER),
        ],
        partners: vec![
            partner("veilig-thuis", 0.2),
            partner("lokaal-team", -0.5),
            partner("politie-justitie", -0.1),
            partner("opvang-hulp", -0.4),
            partner("ervaringsdeskundige", -1.1),
        ],
        own_ways: &OWN_WAYS,
        years: [along(-0.8), along(-0.4), along(0.0)],
    }
}

/// What Voorbeeldland organised differently for one practice.
const OWN_WAYS: [OwnWay; 11] = [
    // One team from advice to follow-up: the chain holds.
    own_way("vgv", 3, 4.0),
    own_way("vgv", 5, 4.0),
    own_way("vgv", 7, 4.0),
    // Good advice; whether the shelter suits, and what became of people, nobody keeps: it is not certain.
    own_way("huwelijksdwang", 3, 4.0),
    nobody_knows("huwelijksdwang", 5),
    nobody_knows("huwelijksdwang", 7),
    // Prevention is in place, but nobody was appointed to ask for advice: it stalls early.
    own_way("achterlating", 1, 4.0),
    own_way("achterlating", 3, 0.0),
    // Organised up to and including protection; nobody was asked to keep track afterwards: it stalls at the end.
    own_way("eergerelateerd-geweld", 3, 4.0),
    own_way("eergerelateerd-geweld", 5, 4.0),
    own_way("eergerelateerd-geweld", 7, 0.0),
];

fn droomdelta() -> Region {
    steady(
        "Droomdelta",
        [2.4, 2.2, 2.5, 2.7, 2.4, 2.6, 2.2, 2.0],
        [70.0, 65.0, 65.0, 70.0, 70.0, 65.0, 60.0, 60.0],
        [
            municipality("Luchtwijk", 42_300.0, 0.2, 0.05, EVERY_YEAR),
            municipality("Nevelhoek", 26_500.0, -0.2, 0.08, EVERY_YEAR),
        ],
    )
}

fn fabelstreek() -> Region {
    Region {
        name: "Fabelstreek".to_owned(),
        steps: [2.26, 2.0, 2.3, 2.6, 2.75, 2.1, 1.9, 2.2],
        ambitions: [70.0, 60.0, 60.0, 70.0, 70.0, 60.0, 60.0, 60.0],
        municipalities: vec![
            municipality("Dromerveen", 21_800.0, -1.5, 0.05, &[2024, 2025]),
            municipality("Eikenstein", 47_600.0, -0.1, 0.05, EVERY_YEAR),
            municipality("Korenhaven", 88_100.0, 0.1, 0.05, EVERY_YEAR),
            municipality("Wolkendam", 33_500.0, 1.6, 0.02, &[2025, 2026]),
        ],
        partners: vec![partner("veilig-thuis", 0.1)],
        own_ways: &[],
        years: [
            along(0.0),
            along(0.0),
            Year {
                unsure_below: 1.2,
                ..along(0.0)
            },
        ],
    }
}

fn spiegelmark() -> Region {
    steady(
        "Spiegelmark",
        [2.9, 2.7, 2.8, 2.5, 3.0, 2.9, 2.7, 2.6],
        [80.0, 70.0, 70.0, 70.0, 80.0, 70.0, 70.0, 65.0],
        [
            municipality("Glansdorp", 67_200.0, 0.1, 0.05, EVERY_YEAR),
            municipality("Weerschijn", 31_400.0, -0.1, 0.05, EVERY_YEAR),
        ],
    )
}

fn oefengouw() -> Region {
    Region {
        name: "Oefengouw".to_owned(),
        steps: [2.7, 2.6, 2.4, 2.9, 2.8, 2.4, 2.6, 2.3],
        ambitions: [75.0, 70.0, 65.0, 75.0, 75.0, 65.0, 70.0, 60.0],
        municipalities: vec![
            municipality("Beukenmonde", 54_900.0, 0.2, 0.05, EVERY_YEAR),
            municipality("Grasdijk", 29_300.0, -0.3, 0.08, EVERY_YEAR),
            municipality("Sterrewaarde", 72_400.0, 0.0, 0.05, EVERY_YEAR),
            municipality("Vlinderdaal", 16_700.0, 1.3, 0.02, &[2026]),
        ],
        partners: vec![partner("veilig-thuis", 0.1), partner("opvang-hulp", -0.3)],
        own_ways: &[],
        years: [along(0.4), along(0.1), along(-0.3)],
    }
}

/// A region that stays as it is, with answers of Veilig Thuis.
fn steady<const N: usize>(name: &str, steps: [f64; STEPS], ambitions: [f64; STEPS], own: [Municipality; N]) -> Region {
    Region {
        name: name.to_owned(),
        steps,
        ambitions,
        municipalities: Vec::from(own),
        partners: vec![partner("veilig-thuis", 0.1)],
        own_ways: &[],
        years: [along(0.0); YEARS.len()],
    }
}

const EVERY_YEAR: &[u16] = &YEARS;
const NEVER: &[u16] = &[];

fn municipality(name: &str, inhabitants: f64, along: f64, unknown: f64, answers_in: &'static [u16]) -> Municipality {
    Municipality {
        name: name.to_owned(),
        inhabitants,
        along,
        unknown,
        has_local_team: false,
        has_joint: false,
        answers_in,
    }
}

impl Municipality {
    fn with_local_team(self) -> Self {
        Self {
            has_local_team: true,
            ..self
        }
    }

    fn with_joint(self) -> Self {
        Self {
            has_joint: true,
            ..self
        }
    }
}

const fn partner(perspective: &'static str, along: f64) -> Partner {
    Partner { perspective, along }
}

const fn own_way(practice: &'static str, step: usize, level: f64) -> OwnWay {
    OwnWay {
        practice,
        step,
        level: Some(level),
    }
}

const fn nobody_knows(practice: &'static str, step: usize) -> OwnWay {
    OwnWay {
        practice,
        step,
        level: None,
    }
}

const fn along(along: f64) -> Year {
    Year {
        along,
        unsure_below: 0.0,
    }
}
