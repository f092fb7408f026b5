//! A year of a region as people live it: workbooks from seven municipalities and four perspectives, untidy on purpose,
//! first as they come back and then mended. All figures are worked out by hand.

use ketenscan::answers::{Answer, Choice, Context, Expected, Rows, Submission, Value};
use ketenscan::questionnaire::{Kind, Questionnaire, Role, builtin};
use ketenscan::workbook::template::{self, Order};
use ketenscan_testing::package::{pack, unpack};
use serde_json::Value as Json;

use crate::folder::Folder;

const MUNICIPALITIES: [&str; 7] = [
    "Duinstad",
    "Heuveldam",
    "Klaverbeek",
    "Rietmeer",
    "Veenwold",
    "'t Zandveen",
    "Súdwâld",
];

/// Who fills in a workbook, and how.
struct Book<'a> {
    role: Role,
    region: &'a str,
    municipality: Option<&'a str>,
    year: u16,
    perspective: &'a str,
    respondent: Option<&'a str>,
    /// The level of every answer; without one the workbook is blank.
    level: Option<u8>,
    /// The step that is left open.
    skipped: Option<usize>,
    listed: &'a [&'a str],
}

fn of_municipality(name: &str, level: u8) -> Book<'_> {
    Book {
        role: Role::Municipality,
        region: "Voorbeeldland",
        municipality: Some(name),
        year: 2026,
        perspective: "gemeente",
        respondent: None,
        level: Some(level),
        skipped: None,
        listed: &[],
    }
}

fn of_region<'a>(perspective: &'a str, respondent: Option<&'a str>, level: Option<u8>) -> Book<'a> {
    Book {
        role: Role::Region,
        municipality: None,
        perspective,
        respondent,
        level,
        ..of_municipality("", 0)
    }
}

impl Book<'_> {
    /// The workbook as our template, filled in.
    fn write(&self, asked: &Questionnaire) -> Vec<u8> {
        let perspective = asked
            .perspectives
            .position(|known| known.key == self.perspective)
            .unwrap();
        let listed = self.listed.iter().map(|name| Expected {
            name: (*name).to_owned(),
            inhabitants: Some(20_000.0),
        });
        let is_short = self.role == Role::Region && self.perspective != "regio";
        let order = Order {
            region: Some(self.region.to_owned()),
            municipality: self.municipality.map(str::to_owned),
            year: Some(self.year),
            perspective: is_short.then_some(perspective),
            municipalities: listed.collect(),
            ..Order::blank(self.role)
        };
        let Some(level) = self.level else {
            return template::write(asked, &order).unwrap();
        };
        let mut answers = Rows::default();
        for row in asked.rows_of(self.role) {
            let question = asked.question_of(row);
            let answer = match &question.kind {
                _ if self.skipped == Some(question.step) => Answer::Missing,
                Kind::Level { .. } => Answer::Answered(Value::Level(level)),
                Kind::YesNo => Answer::Answered(Value::Choice(Choice::Partly)),
                Kind::Share { .. } | Kind::Capacity => Answer::Answered(Value::Pair {
                    part: f64::from(level),
                    whole: 4.0,
                }),
                Kind::Count { .. } => Answer::Unknown,
            };
            answers.set(row, answer);
        }
        let filled = Submission {
            file: String::new(),
            sha256: String::new(),
            is_invented: false,
            role: self.role,
            questionnaire: asked.identity(),
            region: self.region.to_owned(),
            municipality: self.municipality.map(str::to_owned),
            year: self.year,
            perspective,
            is_joint: false,
            respondent: self.respondent.map(Into::into),
            date: None,
            saved: None,
            answers,
            spots: Rows::default(),
            sheets: Vec::new(),
            evidence: Vec::new(),
            priorities: Vec::new(),
            context: Context::default(),
        };
        let filled = Some(filled);
        template::write(asked, &Order { filled, ..order }).unwrap()
    }
}

/// A workbook with texts replaced in one of its parts, as stored by an office program.
fn edited(bytes: &[u8], part: &str, changes: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = unpack(bytes);
    let (_, content) = parts.iter_mut().find(|(name, _)| name == part).unwrap();
    let mut text = String::from_utf8(content.clone()).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "'{from}' is not in {part}");
        text = text.replace(from, to);
    }
    *content = text.into_bytes();
    pack(&parts)
}

const TEXTS: &str = "xl/sharedStrings.xml";

/// A workbook with two neighbouring rows of a sheet in the other order, as after sorting.
fn sorted(bytes: &[u8], part: &str, upper: u32) -> Vec<u8> {
    let mut parts = unpack(bytes);
    let (_, content) = parts.iter_mut().find(|(name, _)| name == part).unwrap();
    let text = String::from_utf8(content.clone()).unwrap();
    let row = |number: u32| {
        let start = text.find(&format!("<row r=\"{number}\"")).unwrap();
        let end = start + text[start..].find("</row>").unwrap() + "</row>".len();
        text[start..end].to_owned()
    };
    let moved = |row: &str, from: u32, to: u32| {
        let letters = "ABCDEFGHIJKLM".chars();
        let row = row.replace(&format!("<row r=\"{from}\""), &format!("<row r=\"{to}\""));
        letters.fold(row, |row, letter| {
            row.replace(&format!("r=\"{letter}{from}\""), &format!("r=\"{letter}{to}\""))
        })
    };
    let (first, second) = (row(upper), row(upper + 1));
    let swapped = moved(&second, upper + 1, upper) + &moved(&first, upper, upper + 1);
    *content = text.replace(&(first + &second), &swapped).into_bytes();
    pack(&parts)
}

/// The workbooks as they come back.
fn untidy() -> Folder {
    let asked = builtin();
    let folder = Folder::new();
    let put = |name: &str, bytes: Vec<u8>| folder.put(&format!("post/{name}"), bytes);

    // A second version beside the first.
    let respondent = Some("adviseur zorg");
    let first = Book {
        respondent,
        ..of_municipality("Duinstad", 3)
    };
    put("Duinstad def.xlsx", first.write(&asked));
    let respondent = Some("adviseur veiligheid");
    let second = Book {
        respondent,
        ..of_municipality("Duinstad", 1)
    };
    put("Duinstad def (2).xlsx", second.write(&asked));

    // Half filled in, and its sheets renamed.
    let half = Book {
        skipped: Some(1),
        ..of_municipality("Heuveldam", 2)
    };
    let renamed = edited(
        &half.write(&asked),
        "xl/workbook.xml",
        &[("name=\"1 Preventie\"", "name=\"Preventie (oud)\"")],
    );
    put("heuveldam.xlsx", renamed);

    // Sorted, with a header changed and a word before the name; a copy is filled in by its local team.
    let own = of_municipality("Gemeente Klaverbeek", 4).write(&asked);
    let own = edited(&own, TEXTS, &[("<t>Antwoord</t>", "<t>Antwoord 2026</t>")]);
    put("Kopie van klaverbeek.xlsx", sorted(&own, "xl/worksheets/sheet5.xml", 4));
    let perspective = "lokaal-team";
    let team = Book {
        perspective,
        ..of_municipality("Klaverbeek", 2)
    };
    put("klaverbeek-team.xlsx", team.write(&asked));

    // Of the wrong region, of the wrong year, and misspelt; the last with headers merged and answers pasted as text.
    put(
        "rietmeer.xlsx",
        Book {
            region: "Rietmeer",
            ..of_municipality("Rietmeer", 0)
        }
        .write(&asked),
    );
    put(
        "veenwold.xlsx",
        Book {
            year: 2025,
            ..of_municipality("Veenwold", 1)
        }
        .write(&asked),
    );
    let merged = [
        ("<t>Teller</t>", "<t></t>"),
        ("<t>Noemer</t>", "<t></t>"),
        ("<t>4 – Geborgd</t>", "<t>niveau 4</t>"),
    ];
    put(
        "zandveen.xlsx",
        edited(&of_municipality("Zandveen", 4).write(&asked), TEXTS, &merged),
    );
    let blank = Book {
        level: None,
        ..of_municipality("Súdwâld", 0)
    };
    put("sudwald-gemeente.xlsx", blank.write(&asked));

    // The region's own workbook has a total below its list; one partner has still to answer.
    let listed = [&MUNICIPALITIES[..], &["Totaal"]].concat();
    put(
        "regio.xlsx",
        Book {
            listed: &listed,
            ..of_region("regio", None, Some(3))
        }
        .write(&asked),
    );
    put(
        "vt.xlsx",
        Book {
            region: "Regio Voorbeeldland",
            ..of_region("veilig-thuis", None, Some(2))
        }
        .write(&asked),
    );
    put("team.xlsx", of_region("lokaal-team", None, None).write(&asked));
    folder
}

/// The workbooks once the project leader has asked everybody.
fn mended() -> Folder {
    let asked = builtin();
    let folder = untidy();
    let put = |name: &str, book: Book| folder.put(&format!("post/{name}"), book.write(&asked));
    put("rietmeer.xlsx", of_municipality("Rietmeer", 0));
    put("veenwold.xlsx", of_municipality("Veenwold", 1));
    put("zandveen.xlsx", of_municipality("'t Zandveen", 4));
    put(
        "regio.xlsx",
        Book {
            listed: &MUNICIPALITIES,
            ..of_region("regio", None, Some(3))
        },
    );
    folder
}

/// Score, low, high and coverage of a question.
fn figures(folder: &Folder, id: &str) -> [f64; 4] {
    let report: Json = serde_json::from_str(&folder.text("uit/voorbeeldland-2026.json")).unwrap();
    let questions = report["questions"].as_array().unwrap();
    let question = questions.iter().find(|question| question["id"] == id).unwrap();
    ["score", "low", "high", "coverage"].map(|key| question[key].as_f64().unwrap())
}

#[track_caller]
fn assert_figures(folder: &Folder, id: &str, expected: [f64; 4]) {
    for (found, expected) in figures(folder, id).into_iter().zip(expected) {
        assert!(
            (found - expected).abs() < 1e-9,
            "{id}: {:?} instead of {expected:?}",
            figures(folder, id)
        );
    }
}

#[test]
fn untidy_workbooks_are_counted_as_they_were_meant_or_named() {
    let folder = untidy();
    let run = folder.run("controleer post --json");
    assert_eq!(run.status, 0, "everything can be read: {}", run.stdout);
    let found: Json = serde_json::from_str(&run.stdout).unwrap();
    let mut problems = Vec::new();
    for file in found["files"].as_array().unwrap() {
        for problem in file["problems"].as_array().unwrap() {
            let (code, file) = (problem["code"].as_str().unwrap(), file["file"].as_str().unwrap());
            problems.push(format!("{code} {}", file.trim_start_matches("post/")));
        }
    }
    problems.retain(|problem| !problem.starts_with("R07"));
    assert_eq!(
        problems,
        [
            "W69 Duinstad def.xlsx",
            "W58 Kopie van klaverbeek.xlsx",
            "W62 Kopie van klaverbeek.xlsx",
            "W64 regio.xlsx",
            "W68 rietmeer.xlsx",
            "W68 veenwold.xlsx",
            "W62 vt.xlsx",
            "W58 zandveen.xlsx",
            "W58 zandveen.xlsx",
            "R08 zandveen.xlsx",
        ]
    );

    let response = found["response"].as_array().unwrap();
    let of_region = response
        .iter()
        .filter(|line| line["region"] == "Voorbeeldland" && line["year"] == 2026);
    let lines: Vec<String> = of_region
        .map(|line| {
            let file = line["file"].as_str().unwrap_or("–").trim_start_matches("post/");
            let (entity, perspective) = (line["entity"].as_str().unwrap(), line["perspective"].as_str().unwrap());
            format!("{entity}, {perspective}: {file}")
        })
        .collect();
    assert_eq!(
        lines,
        [
            "Voorbeeldland, veilig-thuis: vt.xlsx",
            "Voorbeeldland, regio: regio.xlsx",
            "Voorbeeldland, lokaal-team: –",
            "Duinstad, gemeente: Duinstad def (2).xlsx",
            "Duinstad, gemeente: Duinstad def.xlsx",
            "Heuveldam, gemeente: heuveldam.xlsx",
            "Klaverbeek, gemeente: Kopie van klaverbeek.xlsx",
            "Klaverbeek, lokaal-team: klaverbeek-team.xlsx",
            "Rietmeer, gemeente: –",
            "Súdwâld, gemeente: –",
            "'t Zandveen, gemeente: –",
            "Totaal, gemeente: –",
            "Veenwold, gemeente: –",
            "Zandveen, gemeente: zandveen.xlsx",
        ]
    );

    let run = folder.run("rapport post --regio Voorbeeldland --jaar 2026 --json --stil -o uit");
    assert_eq!(run.status, 0, "{}", run.stderr);
    // Duinstad (75 + 25) / 2 = 50, Klaverbeek (100 + 50) / 2 = 75, Zandveen 100; Heuveldam left step 1 open. Nine are
    // expected: the seven, Zandveen and Totaal.
    for id in ["PRE-01", "PRE-14"] {
        assert_figures(&folder, id, [75.0, 225.0 / 9.0, (225.0 + 600.0) / 9.0, 3.0 / 9.0]);
    }
    // The same with Heuveldam's 50.
    assert_figures(
        &folder,
        "HUL-11",
        [275.0 / 4.0, 275.0 / 9.0, (275.0 + 500.0) / 9.0, 4.0 / 9.0],
    );
    // The region's 75 and the 50 of Veilig Thuis, which is asked this too.
    assert_figures(&folder, "ADV-03", [62.5, 62.5, 62.5, 1.0]);
    let said = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("4 van de 9 gemeenten deden mee"), "{said}");
}

#[test]
fn once_mended_every_answer_counts_where_it_belongs() {
    let folder = mended();
    let run = folder.run("rapport post --json --stil -o uit");
    assert_eq!(run.status, 0, "{}", run.stderr);
    // Duinstad 50, Klaverbeek 75, Rietmeer 0, Veenwold 25, 't Zandveen 100; Heuveldam and Súdwâld left it open.
    for id in ["PRE-01", "PRE-14"] {
        assert_figures(&folder, id, [50.0, 250.0 / 7.0, 450.0 / 7.0, 5.0 / 7.0]);
    }
    assert_figures(&folder, "HUL-11", [50.0, 300.0 / 7.0, 400.0 / 7.0, 6.0 / 7.0]);
    let said = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("6 van de 7 gemeenten deden mee; van Súdwâld is er niets."),
        "{said}"
    );
}
