//! `overleg`: everyone answers separately, then all agree, and what they agreed on counts.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use ketenscan_testing::markdown::{municipal, regional};
use ketenscan_testing::package::{typed, unpack};
use serde_json::Value;

use crate::folder::{Folder, Run};

/// The joint workbook of Duinstad.
const JOINT: &str = "boeken/duinstad-gemeente-gezamenlijk.xlsx";

/// A workbook of Duinstad from a perspective, with these rows of `ID`, `Antwoord`, `Teller`, `Noemer`, `Onderbouwing`.
fn seen_from(perspective: &str, rows: &str) -> Vec<u8> {
    of("Duinstad", perspective, rows)
}

fn of(municipality: &str, perspective: &str, rows: &str) -> Vec<u8> {
    municipal(&format!(
        "# Gegevens\n| Regio | Flevoland |\n| Gemeente | {municipality} |\n| Jaar | 2030 |\n| Perspectief | {perspective} |\n\
         # 5 Beschermen\n| ID | Antwoord | Teller | Noemer | Onderbouwing |\n{rows}"
    ))
}

/// Duinstad as three perspectives see it. BES-01: 75, 25 and 50. BES-02: 100 and 50. BES-03: 3 of 4, and unknown.
fn folder() -> Folder {
    let books = [
        (
            "duinstad.xlsx",
            "Gemeente",
            "| BES-01 | 3 | | | Regiovisie, hoofdstuk 2 |\n| BES-02 | Ja |\n| BES-03 | | 3 | 4 |\n| BES-05 | 4 |",
        ),
        (
            "veilig-thuis.xlsx",
            "Veilig Thuis",
            "| BES-01 | 1 | | | Dat weet mevrouw Zwobbel, 06-12345678 |\n| BES-02 | Deels |\n| BES-03 | Weet ik niet |",
        ),
        ("sleutelfiguur.xlsx", "Sleutelfiguur", "| BES-01 | 2 |"),
    ];
    let folder = Folder::new();
    for (file, perspective, rows) in books {
        folder.put(&format!("boeken/{file}"), seen_from(perspective, rows));
    }
    folder
}

fn sheet(bytes: &[u8], name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range(name).expect("the sheet");
    range
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect()
}

/// What `rapport --json` says about a row.
fn score(folder: &Folder, row: &str) -> Value {
    let run = folder.run_fixture("rapport boeken --json -o uit --overschrijf");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let report: Value = serde_json::from_slice(&folder.read("uit/flevoland-2030.json")).expect("JSON");
    let mut rows = report["questions"].as_array().expect("rows").iter();
    rows.find(|found| found["id"] == row).expect("the row")["score"].clone()
}

fn done(run: Run) -> Run {
    assert_eq!(run.status, 0, "{}", run.stderr);
    run
}

#[test]
fn the_joint_workbook_shows_what_each_answered_and_the_largest_differences_first() {
    let folder = folder();
    let run = done(folder.run_fixture("overleg boeken --stil"));
    assert_eq!(run.stdout, format!("{JOINT}\n"));
    let book = folder.read(JOINT);
    let rows = sheet(&book, "5 Beschermen");
    assert_eq!(
        rows[2][..11],
        [
            "Stand",
            "ID",
            "Vraag",
            "Toelichting",
            "Wat ieder apart antwoordde",
            "Grootste verschil",
            "Antwoord",
            "Teller",
            "Noemer",
            "Onderbouwing",
            "Opmerking"
        ]
    );
    let beside = |row: usize| (rows[row][1].as_str(), rows[row][4].as_str(), rows[row][5].as_str());
    assert_eq!(
        beside(3),
        (
            "BES-01",
            "Gemeente: 3 – Geregeld\n    “Regiovisie, hoofdstuk 2”\nVeilig Thuis: 1 – Ad hoc\n    “Dat weet •••, •••”\nSleutelfiguur: 2 – In ontwikkeling",
            "50"
        )
    );
    assert_eq!(beside(4), ("BES-02", "Gemeente: Ja\nVeilig Thuis: Deels", "50"));
    // One score is no difference.
    assert_eq!(
        beside(5),
        ("BES-03", "Gemeente: 3 van 4\nVeilig Thuis: Weet ik niet", "")
    );
    assert_eq!(beside(6), ("BES-04", "", ""));
    for row in &rows[3..] {
        assert_eq!(row[6..11], [""; 5], "nothing is filled in");
    }

    let discussion = sheet(&book, "Overleg");
    let listed: Vec<[&str; 3]> = discussion[4..].iter().map(|row| [&*row[0], &row[3], &row[5]]).collect();
    assert_eq!(listed, [["BES-01", "50", "open"], ["BES-02", "50", "open"]]);
    let particulars: Vec<String> = sheet(&book, "Gegevens")[2..6]
        .iter()
        .map(|row| row[1].clone())
        .collect();
    assert_eq!(particulars, ["Flevoland", "Duinstad", "2030", "Gezamenlijk"]);
}

#[test]
fn a_joint_workbook_as_made_is_blank_and_what_is_agreed_in_it_counts() {
    let folder = folder();
    // (75 + 25 + 50) / 3.
    assert_eq!(score(&folder, "BES-01"), 50.0);
    done(folder.run_fixture("overleg boeken"));
    assert_eq!(score(&folder, "BES-01"), 50.0);
    let run = done(folder.run_fixture("controleer boeken"));
    assert!(
        run.stdout.contains(&format!("{JOINT}: nog niet ingevuld\n")),
        "{}",
        run.stdout
    );
    let line = "  Duinstad           Gezamenlijk                   nog niets afgesproken\n";
    assert!(run.stdout.contains(line), "{}", run.stdout);
    // Agreeing is voluntary, so there is nobody to chase.
    let asked = |folder: &Folder| {
        let run = folder.run_fixture("controleer boeken --json");
        let checked: Value = serde_json::from_str(&run.stdout).expect("JSON");
        let mut response = checked["response"].as_array().expect("a list").clone();
        response.retain(|entry| entry["perspective"] == "gezamenlijk");
        response.len()
    };
    assert_eq!(asked(&folder), 0);

    let book = folder.read(JOINT);
    let book = typed(&book, "5 Beschermen", "G4", "4 – Geborgd");
    folder.put(JOINT, typed(&book, "5 Beschermen", "G5", "Weet ik niet"));
    assert_eq!(score(&folder, "BES-01"), 100.0);
    // What was not agreed on counts as each answered: (100 + 50) / 2.
    assert_eq!(score(&folder, "BES-02"), 75.0);
    let run = done(folder.run_fixture("controleer boeken"));
    assert!(!run.stderr.contains("gezamenlijk"), "{}", run.stderr);
    assert_eq!(asked(&folder), 1);
    let line = format!("  Duinstad           Gezamenlijk                   1 afgesproken  {JOINT}\n");
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(spaced(&run.stdout).contains(&spaced(&line)), "{}", run.stdout);
}

#[test]
fn a_letter_asks_nobody_for_what_was_not_agreed_on() {
    let folder = folder();
    done(folder.run_fixture("overleg boeken"));
    done(folder.run_fixture("controleer boeken --berichten leeg"));
    assert!(
        !folder
            .names()
            .contains(&"leeg/flevoland-2030/duinstad-gezamenlijk.txt".to_owned())
    );
    folder.put(JOINT, typed(&folder.read(JOINT), "5 Beschermen", "G4", "2"));
    done(folder.run_fixture("controleer boeken --berichten brieven"));
    let letter = folder.text("brieven/flevoland-2030/duinstad-gezamenlijk.txt");
    assert!(
        letter.contains("Wat leeg bleef, telt zoals ieder het apart beantwoordde. U hoeft niets meer te doen.\n"),
        "{letter}"
    );
}

#[test]
fn what_people_worked_in_is_left_alone_or_kept() {
    let folder = folder();
    done(folder.run_fixture("overleg boeken"));
    let filled = typed(&folder.read(JOINT), "5 Beschermen", "G4", "4");
    folder.put(JOINT, &filled);
    let run = done(folder.run_fixture("overleg boeken --stil"));
    assert_eq!(run.stdout, "");
    assert!(
        run.stderr.contains(&format!("Bestaat al en is zo gelaten: {JOINT}\n")),
        "{}",
        run.stderr
    );
    assert!(folder.read(JOINT) == filled);

    let run = done(folder.run_on("1804550400", "overleg boeken --stil --overschrijf"));
    let kept = "boeken/duinstad-gemeente-gezamenlijk (vorige 2027-03-09).xlsx";
    assert!(
        run.stderr.contains(&format!(
            "Wat in {JOINT} stond, is bewaard als {kept}; het nieuwe is leeg\n"
        )),
        "{}",
        run.stderr
    );
    assert!(folder.read(kept) == filled && folder.read(JOINT) != filled);
}

#[test]
fn the_region_has_its_own_and_whoever_answered_from_one_side_has_none() {
    let folder = folder();
    let region = |perspective: &str, answer: &str| {
        regional(&format!(
            "# Gegevens\n| Regio | Flevoland |\n| Jaar | 2030 |\n| Perspectief | {perspective} |\n\
             # 5 Beschermen\n| ID | Antwoord |\n| BES-07 | {answer} |\n\
             # Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | 152000 |\n| Heuveldam | 31000 |"
        ))
    };
    folder.put("boeken/partners/vt.xlsx", region("Veilig Thuis", "Nee"));
    folder.put("boeken/regio.xlsx", region("Gemeente", "Ja"));
    let town = "# Gegevens\n| Regio | Flevoland |\n| Gemeente | Heuveldam |\n| Jaar | 2030 |\n| Perspectief | Gemeente |\n\
                # 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 1 |";
    folder.put("boeken/heuveldam.xlsx", municipal(town));
    let run = done(folder.run_fixture("overleg boeken"));
    // The region's workbooks are in two folders: the joint one goes where both can be found.
    assert_eq!(
        run.stdout,
        format!("boeken/flevoland-regio-gezamenlijk.xlsx\n{JOINT}\n")
    );
    assert!(
        run.stderr.ends_with(
            "Heuveldam antwoordde vanuit één perspectief; daar valt niets af te spreken.\n2 gezamenlijke werkboeken gemaakt.\n"
        ),
        "{}",
        run.stderr
    );
    // It neither repeats nor contradicts what the region's own workbook says about municipalities.
    let joint = folder.read("boeken/flevoland-regio-gezamenlijk.xlsx");
    let book: Xlsx<_> = Xlsx::new(Cursor::new(&joint)).expect("a workbook");
    let names = book.sheet_names();
    assert_eq!(
        names,
        [
            "Toelichting",
            "Overzicht",
            "Overleg",
            "Gegevens",
            "5 Beschermen",
            "_meta",
            "_lijsten"
        ]
    );
    let run = done(folder.run_fixture("overleg boeken -o elders"));
    assert_eq!(
        run.stdout,
        "elders/flevoland-regio-gezamenlijk.xlsx\nelders/duinstad-gemeente-gezamenlijk.xlsx\n"
    );
}

#[test]
fn where_there_is_nothing_to_agree_on_nothing_is_made() {
    let folder = Folder::with(&[("boeken/duinstad.xlsx", seen_from("Gemeente", "| BES-01 | 3 |"))]);
    let run = folder.run_fixture("overleg boeken --stil");
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.ends_with("Gestopt: nergens in de invoer antwoordden twee perspectieven van één gemeente, of van de regio zelf; er valt niets af te spreken. Voeg eerst werkboeken vanuit een tweede perspectief toe; 'ketenscan controleer' laat zien wie wat instuurde.\n"),
        "{}",
        run.stderr
    );
    assert_eq!(folder.names(), ["boeken/duinstad.xlsx"]);
}

#[test]
fn two_years_in_one_folder_are_refused_before_anything_is_written() {
    let folder = folder();
    for (file, perspective) in [("a.xlsx", "Gemeente"), ("b.xlsx", "Veilig Thuis")] {
        let book = municipal(&format!(
            "# Gegevens\n| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2031 |\n| Perspectief | {perspective} |\n\
             # 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 1 |"
        ));
        folder.put(&format!("boeken/{file}"), book);
    }
    let before = folder.names();
    let run = folder.run_fixture("overleg boeken --stil");
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.ends_with(&format!(
            "Gestopt: twee gezamenlijke werkboeken zouden allebei '{JOINT}' heten; geef de map van één regio en één jaar.\n"
        )),
        "{}",
        run.stderr
    );
    assert_eq!(folder.names(), before);
}

/// The cells of a sheet that are filled in, row by row.
fn cells(bytes: &[u8], name: &str) -> Vec<Vec<String>> {
    let rows = sheet(bytes, name).into_iter();
    let filled = rows.map(|row| row.into_iter().filter(|cell| !cell.is_empty()).collect());
    filled.filter(|row: &Vec<String>| !row.is_empty()).collect()
}

/// Duinstad and Almere, both with a joint workbook. Almere: BES-01 is 25 and 50, and together 0. Duinstad, of which
/// [`folder`] has the separate answers: BES-01 100, BES-02 50, BES-03 not applicable, and BES-05 unknown.
fn agreed() -> Folder {
    let folder = folder();
    folder.put("boeken/almere.xlsx", of("Almere", "Gemeente", "| BES-01 | 1 |"));
    folder.put("boeken/almere-vt.xlsx", of("Almere", "Veilig Thuis", "| BES-01 | 2 |"));
    done(folder.run_fixture("overleg boeken"));
    let agree = |file: &str, cells: &[(&str, &str)]| {
        let book = folder.read(file);
        let book = cells
            .iter()
            .fold(book, |book, (cell, words)| typed(&book, "5 Beschermen", cell, words));
        folder.put(file, book);
    };
    agree("boeken/almere-gemeente-gezamenlijk.xlsx", &[("G4", "0")]);
    let words = [
        ("G4", "4 – Geborgd"),
        ("G5", "Deels"),
        ("G6", "Niet van toepassing"),
        ("G8", "Weet ik niet"),
    ];
    agree(JOINT, &words);
    folder
}

#[test]
fn the_report_says_what_was_agreed_how_answers_moved_and_what_is_above_every_separate_one() {
    let folder = agreed();
    done(folder.run_fixture("rapport boeken --html -o uit"));
    let report = folder.read("uit/flevoland-2030.xlsx");
    let agenda = cells(&report, "Gespreksagenda");
    assert_eq!(
        agenda[2],
        [
            "Samen afgesproken: 4 antwoorden, waarvan 1 hoger dan elk apart antwoord, 1 lager dan elk apart antwoord, \
          1 ertussen of gelijk en 1 niet van toepassing. Een groep die samen antwoordt, schat zichzelf vaak hoger in. \
          Bespreek daarom dat ene antwoord; het staat eerst in de tabel 'Samen afgesproken'."
        ]
    );
    let heading = agenda.iter().position(|row| row == &["Samen afgesproken"]);
    let level = "Is de bescherming geregeld?";
    let share = "Hoeveel organisaties kennen de afspraak?";
    assert_eq!(
        agenda[heading.expect("a table") + 1..],
        [
            ["Punt", "In woorden", "Afgesproken", "Vraag", "Van wie"],
            [
                "Vraag BES-01, BES-01",
                "25 punten hoger dan elk apart antwoord: waar rust dat op? Gemeente: 75; Veilig Thuis: 25; Sleutelfiguur: 50.",
                "100",
                level,
                "Duinstad"
            ],
            [
                "Vraag BES-01, BES-01",
                "25 punten lager dan elk apart antwoord. Gemeente: 25; Veilig Thuis: 50.",
                "0",
                level,
                "Almere"
            ],
            [
                "Vraag BES-02, BES-02",
                "Zoals het laagste antwoord. Gemeente: 100; Veilig Thuis: 50.",
                "50",
                "Is er een vast nummer?",
                "Duinstad"
            ],
            // 3 of 4, of which 80 per cent is enough.
            [
                "Vraag BES-03, BES-03",
                "Afgesproken: niet van toepassing; de vraag telt niet meer mee. Gemeente: 94; Veilig Thuis: niet bekend.",
                "n.v.t.",
                share,
                "Duinstad"
            ],
        ]
    );
    let printed = "1 van de 4 samen afgesproken antwoorden is hoger dan elk apart antwoord (Gespreksagenda).";
    assert!(cells(&report, "Samenvatting")[1][0].ends_with(printed));
    assert!(folder.text("uit/flevoland-2030.html").contains(printed));
}

#[test]
fn without_joint_answers_the_report_does_not_mention_them() {
    let folder = folder();
    done(folder.run_fixture("overleg boeken"));
    done(folder.run_fixture("rapport boeken --html -o uit"));
    assert_silent(&folder);
}

#[test]
fn a_report_to_share_does_not_say_what_was_agreed() {
    let folder = agreed();
    done(folder.run_fixture("rapport boeken --delen --html --json -o uit"));
    assert_silent(&folder);
}

/// Asserts that nothing in the report is about what people agreed on.
#[track_caller]
fn assert_silent(folder: &Folder) {
    let mut parts = unpack(&folder.read("uit/flevoland-2030.xlsx"));
    parts.push(("page".to_owned(), folder.read("uit/flevoland-2030.html")));
    for (name, part) in parts {
        let text = String::from_utf8_lossy(&part).to_lowercase();
        for words in ["samen afgesproken", "apart antwoord", "apart geantwoord"] {
            assert!(!text.contains(words), "{name}: {words}");
        }
    }
}
