//! Two questionnaires with the same edition number: each workbook is read, scored and named by its own.

use super::*;

/// The folders of the two questionnaires, in either order.
const ORDERS: [[&str; 2]; 2] = [["proef", "anders"], ["anders", "proef"]];

/// A folder with the questionnaire `proef`, and with `anders`, which words its questions differently, has one more
/// perspective and follows a guideline. Both are editions of 2030.
fn both() -> Folder {
    let folder = Folder::new();
    copy(&folder, "proef", &[]);
    let police =
        "[[perspective]]\nkey = \"politie\"\nname = \"Politie\"\ngroup = \"professional\"\n\n[[level]]\nvalue = 0\n";
    let guideline = "minimum_coverage = 0.5\n\n[guideline]\nname = \"het Draaiboek\"\ntitle = \"het Draaiboek opvang (mei 2029)\"\n";
    copy(
        &folder,
        "anders",
        &[
            ("minimum_coverage = 0.5\n", guideline),
            ("id = \"proef\"", "id = \"anders\""),
            ("[[level]]\nvalue = 0\n", police),
            ("Is de bescherming geregeld?", "Is de opvang geregeld?"),
        ],
    );
    folder
}

/// Copies the questionnaire of the fixture to a folder with this name, with some texts changed.
fn copy(folder: &Folder, name: &str, changes: &[(&str, &str)]) {
    for file in [
        "questionnaire.toml",
        "recommendations.toml",
        "consistency.toml",
        "steps/5-beschermen.toml",
    ] {
        let text = fs::read_to_string(format!("{FIXTURE}/{file}")).expect("the fixture");
        let changed = changes.iter().fold(text, |text, (from, to)| text.replace(from, to));
        folder.put(&format!("{name}/{file}"), changed);
    }
}

/// A municipality's workbook for one of the two.
fn answered(questionnaire: &str, region: &str, municipality: &str, perspective: &str) -> Vec<u8> {
    municipal(&format!(
        "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n| BES-02 | Nee |\n\
         # Gegevens\n| Regio | {region} |\n| Gemeente | {municipality} |\n| Jaar | 2030 |\n| Perspectief | {perspective} |\n\
         # _meta\n| format | ketenscan/1 |\n| kind | gemeente |\n| questionnaire | {questionnaire} |\n| edition | \"2030\" |"
    ))
}

fn run(folder: &Folder, order: [&str; 2], arguments: &str) -> crate::folder::Run {
    let [first, second] = order;
    folder.run(&format!("--vragenlijst {first} --vragenlijst {second} {arguments}"))
}

#[test]
fn every_region_gets_the_report_of_its_own_questionnaire() {
    let folder = both();
    folder.put("in/a.xlsx", answered("proef", "Flevoland", "Duinstad", "Gemeente"));
    folder.put("in/b.xlsx", answered("anders", "Drenthe", "Veenwold", "Politie"));
    for (order, out) in ORDERS.into_iter().zip(["one", "two"]) {
        let run = run(&folder, order, &format!("rapport in --json -o {out}"));
        assert_eq!(run.status, 0, "{}", run.stderr);
        for (region, id, text) in [
            ("flevoland", "proef", "Is de bescherming geregeld?"),
            ("drenthe", "anders", "Is de opvang geregeld?"),
        ] {
            let json = folder.text(&format!("{out}/{region}-2030.json"));
            let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
            assert_eq!(json["questionnaire"]["id"], id);
            let mut report: Xlsx<_> =
                Xlsx::new(Cursor::new(folder.read(&format!("{out}/{region}-2030.xlsx")))).unwrap();
            let sheets = report.worksheets();
            let mut cells = sheets.iter().flat_map(|(_, sheet)| sheet.rows().flatten());
            assert!(cells.any(|cell| *cell == text), "{region} is asked: {text}");
        }
    }
    for name in ["drenthe-2030.json", "flevoland-2030.json"] {
        assert_eq!(folder.text(&format!("one/{name}")), folder.text(&format!("two/{name}")));
    }
}

#[test]
fn a_report_says_what_its_own_questionnaire_follows() {
    let folder = both();
    folder.put("in/a.xlsx", answered("proef", "Flevoland", "Duinstad", "Gemeente"));
    folder.put("in/b.xlsx", answered("anders", "Drenthe", "Veenwold", "Politie"));
    let done = run(&folder, ORDERS[0], "rapport in --stil");
    assert_eq!(done.status, 0, "{}", done.stderr);
    let end = "Dit rapport is een begin van een gesprek";
    for (region, title, follows) in [
        ("flevoland", "Wat elke bron vraagt", end),
        (
            "drenthe",
            "Wat het Draaiboek vraagt",
            "De vragen volgen het Draaiboek opvang (mei 2029). Dit rapport is een begin van een gesprek",
        ),
    ] {
        let mut report: Xlsx<_> = Xlsx::new(Cursor::new(folder.read(&format!("reports/{region}-2030.xlsx")))).unwrap();
        let sheets = report.worksheets();
        let cells = sheets.iter().flat_map(|(_, sheet)| sheet.rows().flatten());
        let texts: Vec<String> = cells.map(ToString::to_string).collect();
        let begins = |beginning: &str| texts.iter().any(|text| text.starts_with(beginning));
        assert!(
            begins(title) && begins(follows) && begins("De twee kernthema's"),
            "{region}"
        );
        assert!(
            !texts.iter().any(|text| text.contains("schadelijke praktijken")),
            "{region}"
        );
    }
}

#[test]
fn responses_are_shown_with_the_perspectives_of_their_own_questionnaire() {
    let folder = both();
    folder.put("in/a.xlsx", answered("proef", "Flevoland", "Duinstad", "Gemeente"));
    folder.put("in/b.xlsx", answered("anders", "Drenthe", "Veenwold", "Politie"));
    for order in ORDERS {
        let run = run(&folder, order, "controleer --stil in");
        for (who, perspective) in [("Veenwold", "Politie"), ("Duinstad", "Gemeente")] {
            let mut lines = run
                .stdout
                .lines()
                .map(|line| line.split_whitespace().collect::<Vec<_>>());
            assert!(
                lines.any(|words| words.starts_with(&[who, perspective])),
                "{}",
                run.stdout
            );
        }
        assert_eq!((run.stderr.as_str(), run.status), ("", 0));
    }
}

#[test]
fn a_region_and_year_have_workbooks_of_one_questionnaire() {
    let folder = both();
    folder.put("a.xlsx", answered("proef", "Flevoland", "Duinstad", "Gemeente"));
    folder.put("b.xlsx", answered("anders", "Flevoland", "Veenwold", "Politie"));
    let before = folder.contents();
    for order in ORDERS {
        let run = run(&folder, order, "rapport --stil a.xlsx b.xlsx");
        assert_eq!(
            run.stderr,
            "a.xlsx\n  fout R05  dit werkboek is van vragenlijst 'proef', b.xlsx van vragenlijst 'anders'. Gebruik binnen één regio en jaar werkboeken van één vragenlijst.\n\
             b.xlsx\n  fout R05  dit werkboek is van vragenlijst 'anders', a.xlsx van vragenlijst 'proef'. Gebruik binnen één regio en jaar werkboeken van één vragenlijst.\n2 fouten.\n"
        );
        assert_eq!((run.status, folder.contents()), (1, before.clone()));
    }
}

#[test]
fn a_blank_workbook_of_another_questionnaire_says_nothing_about_the_region() {
    let folder = both();
    folder.put("a.xlsx", answered("proef", "Flevoland", "Duinstad", "Gemeente"));
    folder.put(
        "b.xlsx",
        regional(
            "# Gegevens\n| Regio | Flevoland |\n| Jaar | 2030 |\n| Perspectief | |\n\
             # Gemeenten\n| Gemeente | Inwoners |\n| Veenwold | 31000 |\n\
             # _meta\n| format | ketenscan/1 |\n| kind | regio |\n| questionnaire | anders |\n| edition | \"2030\" |",
        ),
    );
    let run = run(&folder, ORDERS[0], "rapport --stil a.xlsx b.xlsx");
    assert!(
        run.stderr
            .starts_with("b.xlsx\n  fout R05  dit werkboek is van vragenlijst 'anders'"),
        "{}",
        run.stderr
    );
    assert_eq!(run.status, 1);
}

#[test]
fn regions_of_two_questionnaires_are_not_compared() {
    let folder = both();
    folder.put("a.xlsx", answered("proef", "Flevoland", "Duinstad", "Gemeente"));
    folder.put("b.xlsx", answered("anders", "Drenthe", "Veenwold", "Politie"));
    let before = folder.contents();
    for order in ORDERS {
        let run = run(&folder, order, "vergelijk --stil a.xlsx b.xlsx");
        assert_eq!(
            run.stderr,
            "a.xlsx\n  fout R12  Flevoland 2030 is ingevuld op vragenlijst 'proef', Drenthe 2030 op vragenlijst 'anders'; die zijn niet te vergelijken. Vergelijk alleen regio's en jaren van één vragenlijst, en laat de andere weg.\n1 fout.\n"
        );
        assert_eq!((run.status, folder.contents()), (1, before.clone()));
    }
}

#[test]
fn each_region_is_exported_by_its_own_questionnaire() {
    let folder = both();
    folder.put("in/a.xlsx", answered("proef", "Flevoland", "Duinstad", "Gemeente"));
    folder.put("in/b.xlsx", answered("anders", "Drenthe", "Veenwold", "Politie"));
    for (order, out) in ORDERS.into_iter().zip(["one", "two"]) {
        let run = run(&folder, order, &format!("exporteer in --formaat csv -o {out}"));
        assert_eq!(run.status, 0, "{}", run.stderr);
        let table = |region: &str| folder.text(&format!("{out}/antwoorden/{region}-2030.csv"));
        assert!(
            table("drenthe").contains(",Veenwold,politie,BES-01,"),
            "{}",
            table("drenthe")
        );
        assert!(
            table("flevoland").contains(",Duinstad,gemeente,BES-01,"),
            "{}",
            table("flevoland")
        );
    }
}

#[test]
fn templates_are_made_of_one_questionnaire() {
    let folder = both();
    for order in ORDERS {
        let run = run(&folder, order, "sjabloon");
        let [first, second] = order;
        assert_eq!(
            run.stderr,
            format!(
                "Gestopt: de mappen bij --vragenlijst bevatten verschillende vragenlijsten: {first} en {second}; geef er één van.\n"
            )
        );
        assert_eq!(run.status, 2);
    }
}

#[test]
fn conflicting_definitions_are_refused_by_name_and_a_duplicate_is_ignored() {
    let folder = both();
    copy(&folder, "zelfde", &[]);
    let run_same = run(&folder, ["proef", "zelfde"], "vragenlijst toon --json");
    assert_eq!((run_same.stderr.as_str(), run_same.status), ("", 0));
    copy(&folder, "gewijzigd", &[("Is er een vast nummer?", "Is er een nummer?")]);
    let run = run(&folder, ["proef", "gewijzigd"], "vragenlijst toon");
    assert_eq!(
        run.stderr,
        "Gestopt: 'gewijzigd' is net als 'proef/questionnaire.toml' vragenlijst 'proef', editie 2030, maar met een andere inhoud; geef er één van.\n"
    );
    assert_eq!(run.status, 2);
}
