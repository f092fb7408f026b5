//! Somebody's name and number in every cell in which people can type: no command passes them on.

use crate::folder::{Folder, Run, unpacked};
use ketenscan::plan::FIELDS;
use ketenscan_testing::markdown::{municipal, regional};
use rust_xlsxwriter::Workbook;
use serde_json::Value;

/// Parts of the invented people and their numbers, in lower case.
const TELLING: [&str; 3] = ["zwobbel", "123456", "612345678"];

/// Names of a region and a municipality, as typed and as they may be passed on.
const REGION: [&str; 2] = ["Flevoland (mevrouw Zwobbelregio, 06-12345601)", "Flevoland (•••, •••)"];
const TOWN: [&str; 2] = ["Duinstad (mevrouw Zwobbelstad, 06-12345602)", "Duinstad (•••, •••)"];

/// A person for a cell of their own.
fn somebody(cell: &str) -> String {
    format!("mevrouw Zwobbel{cell}, 06-12345678")
}

fn books(year: u16) -> [(String, Vec<u8>); 2] {
    let particulars = |rest: &str| {
        format!(
            "# Gegevens\n| Regio | {} |\n{rest}| Jaar | {year} |\n| Perspectief | Gemeente |\n| Ingevuld door (functie) | {} |\n",
            REGION[0],
            somebody("invuller")
        )
    };
    let town = municipal(&format!(
        "{}# Vragen mevrouw Zwobbelblad\n| ID | Antwoord | Onderbouwing | Opmerking |\n\
         | BES-01 | 1 | {} | {} |\n| BES-02 | Ja | 612345678 | 612345678 |\n\
         # Eigen blad\n| {} | 612345678 |\n",
        particulars(&format!("| Gemeente | {} |\n", TOWN[0])),
        somebody("grond"),
        somebody("opmerking"),
        somebody("los"),
    ));
    let region = regional(&format!(
        "{}# 5 Beschermen\n| ID | Antwoord | Onderbouwing |\n| BES-07 | Ja | {} |\n\
         # Gemeenten\n| Gemeente | Inwoners | Voorheen |\n| {} | 152000 | {}; Oudstad |\n\
         # Kerncijfers\n| Cijfer | Verschijningsvorm | Aantal |\n| {} | Huwelijksdwang | 12 |\n",
        particulars(""),
        somebody("regiogrond"),
        TOWN[0],
        somebody("voorheen"),
        somebody("cijfer"),
    ));
    [
        (format!("boeken/{year}/duinstad.xlsx"), town),
        (format!("boeken/{year}/regio.xlsx"), region),
    ]
}

/// A report as far as its plan goes: somebody in every field, and in the place of an id.
fn plan(year: u16) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Plan mevrouw Zwobbelplan").unwrap();
    sheet.write_row(0, 0, ["ID"].into_iter().chain(FIELDS)).unwrap();
    for (row, id) in [(1, "BES-01".to_owned()), (2, somebody("id"))] {
        let fields = FIELDS.map(|field| somebody(&field.to_lowercase().replace([' ', '(', ')'], "")));
        sheet.write_row(row, 0, [id].into_iter().chain(fields)).unwrap();
    }
    sheet.write_number(1, 6, 612_345_678.0).unwrap();
    let year = year.to_string();
    let meta = book.add_worksheet().set_name("_meta").unwrap();
    let facts = [
        ("format", "ketenscan/1"),
        ("kind", "rapport"),
        ("region", REGION[1]),
        ("year", &year),
        ("questionnaire", "proef"),
        ("edition", "2030"),
    ];
    for (row, (key, value)) in (0..).zip(facts) {
        meta.write_row(row, 0, [key, value]).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// Looks for the people in all that was said and made.
fn assert_nobody(folder: &Folder, runs: &[Run]) {
    let tells = |text: &str| TELLING.iter().any(|part| text.to_lowercase().contains(part));
    for run in runs {
        assert!(!tells(&run.stdout), "{}", run.stdout);
        assert!(!tells(&run.stderr), "{}", run.stderr);
    }
    // What people worked in is kept as they left it.
    let made = folder
        .contents()
        .into_iter()
        .filter(|(name, _)| !name.starts_with("boeken/") && !name.contains(" (vorige "));
    let mut seen = 0;
    for (name, bytes) in made {
        assert!(!tells(&name), "{name}");
        for part in unpacked(bytes) {
            let text = String::from_utf8_lossy(&part);
            assert!(!tells(&text), "{name}:\n{text}");
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen} parts were made");
}

#[test]
fn nobody_in_any_cell_is_passed_on_by_any_command() {
    let folder = Folder::new();
    for year in [2030, 2031] {
        for (name, bytes) in books(year) {
            folder.put(&name, bytes);
        }
    }
    let mut runs: Vec<Run> = [
        "controleer boeken",
        "controleer boeken --json",
        "rapport boeken --html --json --grafieken --raadsbrief -o uit",
        "rapport boeken --delen --json --html --raadsbrief -o delen",
        "exporteer boeken --formaat csv -o export",
    ]
    .map(|command| folder.run_fixture(command))
    .into();
    for year in [2030, 2031] {
        folder.put(&format!("uit/flevoland-{year}.xlsx"), plan(year));
        folder.put(&format!("boeken/{year}/plan.xlsx"), plan(year));
    }
    runs.extend(
        [
            "rapport boeken --json -o uit --overschrijf",
            "vergelijk boeken --json -o verschil",
            "vergelijk boeken --delen --json -o delen/verschil",
        ]
        .map(|command| folder.run_fixture(command)),
    );
    let arguments = [
        "--regio",
        REGION[1],
        "--jaar",
        "2032",
        "--gemeente",
        TOWN[1],
        "--vorige",
        "boeken",
        "-o",
        "leeg",
    ];
    let fixture = ketenscan_testing::markdown::FIXTURE;
    let template: Vec<&str> = ["--vragenlijst", fixture, "sjabloon"]
        .into_iter()
        .chain(arguments)
        .collect();
    runs.push(folder.run_with(&template));
    for run in &runs {
        assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    }
    assert_nobody(&folder, &runs);

    let checked: Value = serde_json::from_str(&runs[1].stdout).expect("JSON");
    let mut warned: Vec<(&str, &str)> = Vec::new();
    for file in checked["files"].as_array().expect("files") {
        for problem in file["problems"].as_array().expect("problems") {
            if problem["code"] == "W60" && file["year"] == 2030 {
                warned.push((problem["sheet"].as_str().unwrap(), problem["cell"].as_str().unwrap()));
            }
        }
    }
    warned.sort_unstable();
    assert_eq!(
        warned,
        [
            ("5 Beschermen", "C2"),
            ("Gegevens", "B1"),
            ("Gegevens", "B1"),
            ("Gegevens", "B2"),
            ("Gegevens", "B4"),
            ("Gegevens", "B5"),
            ("Gemeenten", "A2"),
            ("Gemeenten", "C2"),
            ("Kerncijfers", "A2"),
            ("Vragen •••", "C2"),
            ("Vragen •••", "C3"),
            ("Vragen •••", "D2"),
            ("Vragen •••", "D3"),
        ]
    );
}

#[test]
fn nobody_in_a_ground_is_passed_on_to_those_who_meet() {
    let folder = Folder::new();
    let [(name, town), _] = books(2030);
    folder.put(&name, town);
    let partner = municipal(&format!(
        "# Gegevens\n| Regio | {} |\n| Gemeente | {} |\n| Jaar | 2030 |\n| Perspectief | Sleutelfiguur |\n\
         # Vragen\n| ID | Antwoord | Onderbouwing |\n| BES-01 | 3 | {} |",
        REGION[0],
        TOWN[0],
        somebody("sleutel"),
    ));
    folder.put("boeken/2030/sleutelfiguur.xlsx", partner);
    let runs = [
        "overleg boeken -o samen",
        "controleer boeken samen",
        "rapport boeken samen --html -o uit",
    ]
    .map(|command| folder.run_fixture(command));
    for run in &runs {
        assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    }
    assert_eq!(runs[0].stdout, "samen/duinstad-gemeente-gezamenlijk.xlsx\n");
    let made = unpacked(folder.read("samen/duinstad-gemeente-gezamenlijk.xlsx"));
    let shown = |text: &str| made.iter().any(|part| String::from_utf8_lossy(part).contains(text));
    assert!(shown("“•••, •••”") && shown(TOWN[1]));
    assert_nobody(&folder, &runs);
}

#[test]
fn nobody_in_a_cell_that_is_wrong_is_quoted() {
    for person in [somebody("fout").as_str(), "612345678", "0612345678", "\"06 1234 5678\""] {
        let town = municipal(&format!(
            "# Gegevens\n| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | {person} |\n| Perspectief | {person} |\n"
        ));
        let other = municipal(&format!(
            "# Gegevens\n| Regio | Flevoland |\n| Gemeente | Heuveldam |\n| Jaar | 2030 |\n| Perspectief | Gemeente |\n\
             # Vragen\n| ID | Antwoord | Teller | Noemer | Onderbouwing |\n\
             | BES-01 | {person} |\n| BES-02 | {person} |\n| BES-03 | | {person} | {person} |\n| BES-03.vgv | {person} |\n\
             | BES-04 | | 3 | {person} |\n| BES-05 | {person} |\n| {person} | 1 |\n\
             # Speerpunten\n| Speerpunt 1 | {person} |\n"
        ));
        let region = regional(&format!(
            "# 5 Beschermen\n| ID | Antwoord |\n| BES-06.vgv | {person} |\n| BES-07 | {person} |\n\
             # Gemeenten\n| Gemeente | Inwoners |\n| Heuveldam | {person} |\n\
             # Ambitie\n| Stap | Ambitie |\n| {person} | 50 |\n| 1 | {person} |\n\
             # Kerncijfers\n| Cijfer | Verschijningsvorm | Aantal |\n| A | {person} | 12 |\n| B | Huwelijksdwang | {person} |\n"
        ));
        let folder = Folder::with(&[
            ("boeken/duinstad.xlsx", town),
            ("boeken/heuveldam.xlsx", other),
            ("boeken/regio.xlsx", region),
        ]);
        let runs = [
            "controleer boeken",
            "controleer boeken --json",
            "rapport boeken --sla-fouten-over --json --html -o uit",
            "exporteer boeken --sla-fouten-over --formaat csv -o export",
        ]
        .map(|command| folder.run_fixture(command));
        assert_eq!(runs[2].status, 0, "{person}: {}", runs[2].stderr);
        assert!(
            runs[0].stderr.contains("•••") || runs[0].stderr.contains("W60"),
            "{}",
            runs[0].stderr
        );
        assert_nobody(&folder, &runs);
    }
}

#[test]
fn the_name_of_a_file_is_warned_of() {
    let folder = Folder::with(&[("boeken/Duinstad_mevrouw_Zwobbel.xlsx", municipal(""))]);
    let run = folder.run_fixture("controleer boeken");
    let finding = "boeken/Duinstad_mevrouw_Zwobbel.xlsx\n  let op W60  in de naam van dit bestand staat wat lijkt op een naam van een persoon. Geef het bestand een andere naam: die staat in het rapport.\n";
    assert!(run.stderr.contains(finding), "{}", run.stderr);
}
