//! `--sla-fouten-over`: what it leaves out, and how it says so.

use super::*;

#[test]
fn errors_stop_a_report_and_the_message_says_how_to_continue() {
    let folder = Folder::with(&[("duinstad.xlsx", level("7"))]);
    let run = folder.run_fixture("rapport duinstad.xlsx");
    assert_eq!(
        run.stderr,
        format!(
            "duinstad.xlsx\n  fout W31  blad '5 Beschermen', cel B2 (BES-01): '7' is geen niveau. Kies een heel niveau van 0 tot en met 4.\n1 fout.\n{NOTHING_WRITTEN}"
        )
    );
    assert_eq!((run.status, folder.names()), (1, vec!["duinstad.xlsx".to_owned()]));
}

/// A workbook of Duinstad in this region, with this answer to BES-01.
fn of(region: &str, answer: &str) -> Vec<u8> {
    municipal(&format!(
        "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | {answer} |\n# Gegevens\n| Regio | {region} |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |"
    ))
}

#[test]
fn errors_in_a_region_that_was_not_selected_do_not_matter() {
    let folder = Folder::with(&[
        ("drenthe.xlsx", of("Drenthe", "7")),
        ("flevoland.xlsx", of("Flevoland", "3")),
    ]);
    let run = folder.run_fixture("rapport drenthe.xlsx flevoland.xlsx --regio flevoland --stil");
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
    assert!(folder.path("reports/flevoland-2030.xlsx").exists());
    let run = folder.run_fixture("rapport drenthe.xlsx flevoland.xlsx --regio Drenthe --stil");
    assert!(run.stderr.contains("drenthe.xlsx\n  fout W31"), "{}", run.stderr);
    assert_eq!(run.status, 1);
}

#[test]
fn what_a_report_says_about_omissions_names_no_option() {
    let other = municipal(
        "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n\
         # Gegevens\n| Regio | Flevoland |\n| Gemeente | Veenwold |\n| Jaar | 2030 |\n| Perspectief | Gemeente |\n\
         # _meta\n| format | ketenscan/1 |\n| kind | gemeente |\n| questionnaire | proef |\n| edition | \"2031\" |",
    );
    let folder = Folder::with(&[("duinstad.xlsx", of("Flevoland", "3")), ("veenwold.xlsx", other)]);
    let run = folder.run_fixture("rapport duinstad.xlsx veenwold.xlsx --sla-fouten-over --html");
    assert_eq!(run.status, 0, "{}", run.stderr);
    // On the terminal an option can be given, and so it can where JSON is asked for.
    let hint = "Bekend is: editie 2030. Wijs de map met die editie aan met --vragenlijst.";
    assert!(run.stderr.contains(hint), "{}", run.stderr);
    let checked = folder.run_fixture("controleer veenwold.xlsx --json --stil");
    assert!(checked.stdout.contains(hint), "{}", checked.stdout);
    let mut report: Xlsx<_> = Xlsx::new(Cursor::new(folder.read("reports/flevoland-2030.xlsx"))).expect("a report");
    let sheet = report.worksheet_range("Datakwaliteit").expect("the sheet");
    let sheet: Vec<String> = sheet.rows().flatten().map(ToString::to_string).collect();
    let page = String::from_utf8(folder.read("reports/flevoland-2030.html")).expect("UTF-8");
    assert!(sheet.contains(&"veenwold.xlsx".to_owned()), "{sheet:?}");
    for said in [sheet.join("\n"), page] {
        assert!(!said.contains("--vragenlijst"), "{said}");
    }
}

#[test]
fn a_report_names_only_what_it_left_out_itself() {
    let folder = Folder::with(&[
        ("drenthe.xlsx", of("Drenthe", "7")),
        ("flevoland.xlsx", of("Flevoland", "8")),
        ("leeg.xlsx", Vec::new()),
    ]);
    let run = folder.run_fixture("rapport drenthe.xlsx flevoland.xlsx leeg.xlsx --sla-fouten-over");
    assert_eq!(run.status, 0, "{}", run.stderr);
    for (region, other) in [("drenthe", "flevoland"), ("flevoland", "drenthe")] {
        let mut report: Xlsx<_> =
            Xlsx::new(Cursor::new(folder.read(&format!("reports/{region}-2030.xlsx")))).expect("a report");
        let sheet = report
            .worksheet_range("Datakwaliteit")
            .expect("its sheet Datakwaliteit");
        let files: Vec<String> = sheet.rows().map(|row| row[0].to_string()).collect();
        for file in [format!("{region}.xlsx"), "leeg.xlsx".to_owned()] {
            assert!(files.contains(&file), "{file} is not in {files:?}");
        }
        assert!(!files.contains(&format!("{other}.xlsx")), "{files:?}");
    }
}

#[test]
fn what_is_left_out_is_named_in_the_report() {
    let folder = Folder::with(&[
        (
            "duinstad.xlsx",
            municipal("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 7 |\n| BES-02 | Ja |"),
        ),
        ("leeg.xlsx", Vec::new()),
    ]);
    let run = folder.run_fixture("rapport duinstad.xlsx leeg.xlsx --sla-fouten-over --json");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("2 fouten.\n"), "{}", run.stderr);

    let mut report: Xlsx<_> = Xlsx::new(Cursor::new(folder.read("reports/flevoland-2030.xlsx"))).expect("a report");
    let sheet = report
        .worksheet_range("Datakwaliteit")
        .expect("its sheet Datakwaliteit");
    let rows: Vec<Vec<String>> = sheet
        .rows()
        .map(|row| row.iter().map(ToString::to_string).take(4).collect())
        .collect();
    let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
    for expected in [
        row([
            "duinstad.xlsx",
            "5 Beschermen, B2",
            "W31",
            "'7' is geen niveau. Kies een heel niveau van 0 tot en met 4.",
        ]),
        row([
            "leeg.xlsx",
            "",
            "W01",
            "het bestand is leeg. Vraag de afzender het werkboek opnieuw te sturen.",
        ]),
    ] {
        assert!(rows.contains(&expected), "{expected:?} is not in {rows:#?}");
    }

    let json: serde_json::Value = serde_json::from_str(&folder.text("reports/flevoland-2030.json")).expect("JSON");
    let input = &json["inputs"][0];
    assert_eq!(
        (&input["file"], &input["answered"], &input["missing"]),
        (&"duinstad.xlsx".into(), &1.into(), &4.into()),
        "the faulty answer counts as missing"
    );
    assert_eq!(json["inputs"].as_array().map(Vec::len), Some(1));
}
