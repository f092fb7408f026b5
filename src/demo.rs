//! An invented region with everything a report can show, the same every time: to try, to teach and to test.

use crate::answers::{Answer, Choice, Context, Expected, KeyFigure, Submission, Value};
use crate::questionnaire::{Kind, Questionnaire, Role, STEPS};
use crate::workbook::layout::FIGURES;
use crate::workbook::template::Order;

/// Name of the invented region.
pub const REGION: &str = "Voorbeeldland";
/// The year it is about.
pub const YEAR: u16 = 2026;

/// An invented municipality: name, inhabitants, how far along it is in levels, how often it does not know.
struct Place {
    name: &'static str,
    inhabitants: f64,
    along: f64,
    unknown: f64,
}

const PLACES: [Place; 6] = [
    place("Duinstad", 152_000.0, 0.7, 0.04),
    place("Heuveldam", 61_300.0, 0.2, 0.08),
    place("Klaverbeek", 38_900.0, -0.1, 0.10),
    place("Rietmeer", 24_700.0, -0.8, 0.30),
    place("Veenwold", 45_200.0, 0.1, 0.06),
    place("Zandoever", 18_400.0, 0.0, 0.0),
];

/// The municipality of which nothing came in.
const SILENT: &str = "Zandoever";
/// Municipalities whose local team filled in the questions, too.
const WITH_LOCAL_TEAM: [&str; 3] = ["Duinstad", "Klaverbeek", "Veenwold"];
/// Partners who filled in a short workbook of the region, and how much lower they see things.
const PARTNERS: [(&str, f64); 5] = [
    ("veilig-thuis", 0.2),
    ("lokaal-team", -0.5),
    ("politie-justitie", -0.1),
    ("opvang-hulp", -0.4),
    ("ervaringsdeskundige", -1.1),
];
/// How far along the region is per step, in levels.
const STEP_LEVELS: [f64; STEPS] = [2.8, 3.0, 2.9, 4.0, 3.1, 1.9, 2.9, 2.5];
const AMBITIONS: [f64; STEPS] = [75.0, 65.0, 65.0, 80.0, 75.0, 60.0, 65.0, 60.0];
const EVIDENCE: [&str; 6] = [
    "Regiovisie, hoofdstuk 4",
    "Werkafspraak vastgesteld in het ketenoverleg",
    "Jaarverslag van de organisatie",
    "Opdracht aan de opvang, bijlage 2",
    "Verslag van het netwerk van aandachtsfunctionarissen",
    "Scholingsplan lokale teams",
];

const fn place(name: &'static str, inhabitants: f64, along: f64, unknown: f64) -> Place {
    Place {
        name,
        inhabitants,
        along,
        unknown,
    }
}

/// Who fills in a workbook.
struct Writer<'a> {
    role: Role,
    municipality: Option<&'a str>,
    perspective: &'static str,
    /// Whether it is a short workbook with only the perspective's questions.
    short: bool,
    along: f64,
    unknown: f64,
}

/// The workbooks of the invented region as they came back: file name and contents.
#[must_use]
pub fn orders(questionnaire: &Questionnaire) -> Vec<(String, Order)> {
    let mut orders = Vec::new();
    for place in PLACES.iter().filter(|place| place.name != SILENT) {
        for (perspective, lower) in [("gemeente", 0.0), ("lokaal-team", 0.6)] {
            if perspective == "lokaal-team" && !WITH_LOCAL_TEAM.contains(&place.name) {
                continue;
            }
            let writer = Writer {
                role: Role::Municipality,
                municipality: Some(place.name),
                perspective,
                short: false,
                along: place.along - lower,
                unknown: place.unknown,
            };
            orders.extend(order(questionnaire, &writer));
        }
    }
    let leader = Writer {
        role: Role::Region,
        municipality: None,
        perspective: "regio",
        short: false,
        along: 0.1,
        unknown: 0.05,
    };
    orders.extend(order(questionnaire, &leader));
    for (perspective, along) in PARTNERS {
        let writer = Writer {
            perspective,
            short: true,
            along,
            unknown: 0.12,
            ..leader
        };
        orders.extend(order(questionnaire, &writer));
    }
    orders
}

/// The workbook of one writer; none where the questionnaire does not know the perspective.
fn order(questionnaire: &Questionnaire, writer: &Writer) -> Option<(String, Order)> {
    let perspectives = &questionnaire.perspectives;
    let perspective = perspectives.iter().position(|known| known.key == writer.perspective)?;
    let rows = questionnaire
        .rows_of(writer.role)
        .filter(|&row| !writer.short || questionnaire.question_of(row).ask.contains(&perspective));
    let mut answers = vec![None; questionnaire.rows.len()];
    let mut evidence = Vec::new();
    for row in rows {
        let answer = answer(questionnaire, row, writer);
        answers[row] = Some(answer);
        let chance = chance(questionnaire, row, writer, "evidence");
        if matches!(answer, Answer::Answered(_)) && chance < 0.25 {
            let pick = (chance * 4.0 * EVIDENCE.len() as f64) as usize;
            evidence.push((row, EVIDENCE[pick.min(EVIDENCE.len() - 1)].to_owned()));
        }
    }
    let municipalities = if writer.role == Role::Region && !writer.short {
        expected()
    } else {
        Vec::new()
    };
    let filled = Submission {
        file: String::new(),
        sha256: String::new(),
        role: writer.role,
        edition: questionnaire.edition,
        region: REGION.to_owned(),
        municipality: writer.municipality.map(str::to_owned),
        year: YEAR,
        perspective,
        respondent: None,
        answers,
        spots: Vec::new(),
        sheets: Vec::new(),
        evidence,
        priorities: priorities(questionnaire, writer),
        context: if municipalities.is_empty() {
            Context::default()
        } else {
            context(questionnaire)
        },
    };
    let name = writer.municipality.unwrap_or(REGION).to_lowercase();
    let order = Order {
        region: Some(REGION.to_owned()),
        municipality: filled.municipality.clone(),
        year: Some(YEAR),
        perspective: writer.short.then_some(perspective),
        municipalities,
        filled: Some(filled),
        ..Order::blank(writer.role)
    };
    Some((format!("{name}-{}.xlsx", writer.perspective), order))
}

fn expected() -> Vec<Expected> {
    let known = |place: &Place| Expected {
        name: place.name.to_owned(),
        inhabitants: Some(place.inhabitants),
    };
    PLACES.iter().map(known).collect()
}

fn context(questionnaire: &Questionnaire) -> Context {
    let mut key_figures = Vec::new();
    for (index, figure) in FIGURES.into_iter().enumerate() {
        for (practice, known) in questionnaire.practices.iter().enumerate() {
            key_figures.push(KeyFigure {
                figure: figure.to_owned(),
                practice,
                practice_name: known.name.clone(),
                number: [[14.0, 21.0, 4.0, 33.0], [6.0, 9.0, 2.0, 18.0]][index][practice % 4],
            });
        }
    }
    Context {
        municipalities: expected(),
        ambitions: AMBITIONS.map(Some),
        key_figures,
    }
}

/// Two or three themes; shelter is on many minds.
fn priorities(questionnaire: &Questionnaire, writer: &Writer) -> Vec<usize> {
    let mut keys = vec!["opvangcapaciteit", "informele-netwerken", "deskundigheid"];
    if writer.along > 0.1 {
        keys = vec!["expertise", "opvangcapaciteit"];
    } else if writer.unknown > 0.2 {
        keys = vec!["aandachtsfunctionarissen", "regie"];
    }
    let index = |key: &&str| questionnaire.themes.iter().position(|theme| theme.key == **key);
    keys.iter().filter_map(index).collect()
}

fn answer(questionnaire: &Questionnaire, row: usize, writer: &Writer) -> Answer {
    let roll = chance(questionnaire, row, writer, "known");
    if roll < writer.unknown {
        return Answer::Unknown;
    }
    if roll > 0.98 {
        return Answer::NotApplicable;
    }
    let question = questionnaire.question_of(row);
    let theme = match questionnaire.themes[question.theme].key.as_str() {
        "opvangcapaciteit" => -0.5,
        "expertise" => 0.5,
        "informele-netwerken" => -0.2,
        _ => 0.1,
    };
    let practice = match questionnaire.rows[row]
        .practice
        .map(|index| questionnaire.practices[index].key.as_str())
    {
        Some("vgv") => 0.7,
        Some("achterlating") => -0.9,
        _ => 0.0,
    };
    let noise = 2.2 * chance(questionnaire, row, writer, "level") - 1.1;
    let level = (STEP_LEVELS[question.step] + writer.along + theme + practice + noise).clamp(0.0, 4.0);
    Answer::Answered(match &question.kind {
        Kind::Level { .. } => Value::Level(level.round() as u8),
        Kind::YesNo => Value::Choice(match level {
            level if level < 1.2 => Choice::No,
            level if level < 2.6 => Choice::Partly,
            _ => Choice::Yes,
        }),
        Kind::Share { .. } | Kind::Capacity => {
            let whole = if questionnaire.rows[row].id == "RVW-01" {
                7.0
            } else {
                (6.0 + 18.0 * chance(questionnaire, row, writer, "whole")).round()
            };
            Value::Pair {
                part: (whole * level / 4.0).round(),
                whole,
            }
        }
        Kind::Count { full_at, zero_at, .. } => {
            Value::Count(((zero_at + (full_at - zero_at) * level / 4.0) * 2.0).round() / 2.0)
        }
    })
}

/// A number from 0 to 1 that is always the same for the same row, writer and purpose.
fn chance(questionnaire: &Questionnaire, row: usize, writer: &Writer, purpose: &str) -> f64 {
    let id = &questionnaire.rows[row].id;
    let who = writer.municipality.unwrap_or(REGION);
    // FNV-1a, then the finishing steps of SplitMix64: spread enough for a demo.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in [id.as_str(), who, writer.perspective, purpose].join("/").bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^= hash >> 31;
    (hash >> 11) as f64 / (1u64 << 53) as f64
}
