//! A cell means what people see: number formats, merged cells and struck-out text, in xlsx and xlsb alike.

use super::*;
use ketenscan::privacy::Written;
use ketenscan::workbook::read::{Content, read};
use ketenscan_testing::markdown::fixture;
use ketenscan_testing::package::unpack;
use ketenscan_testing::xlsb::as_xlsb;

const W18: &str = "is een percentage, en dat past hier niet. Zet de celopmaak op Standaard en vul het antwoord zelf in; \
    bij Teller en Noemer zijn dat de aantallen.";
const W46: &str =
    "Klopt dat niet, vul dan het getal in dat u bedoelt; klopt het wel, geef de cel dan genoeg decimalen.";
const W19: &str = "Zet de celopmaak op Standaard en kijk of het antwoord klopt.";

fn refused_in_both(file: &[u8], error: &str) {
    refused(file.to_vec(), error);
    refused(as_xlsb(&unpack(file)), error);
}

fn warned_in_both(file: &[u8], warning: &str) {
    warned(file.to_vec(), warning);
    warned(as_xlsb(&unpack(file)), warning);
}

/// What `controleer --json` says of this one file.
fn checked(file: Vec<u8>) -> String {
    let folder = Folder::with(&[("duinstad.xlsx", file)]);
    folder.run_fixture("controleer --json duinstad.xlsx").stdout
}

/// The score of a row in the report on this one file.
fn score(file: Vec<u8>, id: &str) -> serde_json::Value {
    let folder = Folder::with(&[("duinstad.xlsx", file)]);
    let run = folder.run_fixture("rapport --json duinstad.xlsx");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let report: serde_json::Value = serde_json::from_str(&folder.text("reports/flevoland-2030.json")).expect("JSON");
    let rows = report["questions"].as_array().expect("rows");
    rows.iter().find(|row| row["id"] == id).expect("the row")["score"].clone()
}

#[test]
fn a_percentage_where_numbers_belong_is_asked_about() {
    for (typed, shown) in [("0.75 {0%}", "75%"), ("0.756 {0.0%}", "75,6%"), ("\"75 %\"", "75 %")] {
        refused_in_both(
            &pair("BES-03", "", typed, "40"),
            &format!("W18  blad '5 Beschermen', cel C2 (BES-03): '{shown}' {W18}"),
        );
        refused_in_both(
            &pair("BES-03", "", "10", typed),
            &format!("W18  blad '5 Beschermen', cel D2 (BES-03): '{shown}' {W18}"),
        );
        refused_in_both(
            &level(typed),
            &format!("W18  blad '5 Beschermen', cel B2 (BES-01): '{shown}' {W18}"),
        );
        refused_in_both(
            &days(typed),
            &format!("W18  blad '5 Beschermen', cel B2 (BES-05): '{shown}' {W18}"),
        );
    }
    refused_in_both(
        &pair("BES-03", "0.75 {0%}", "", ""),
        "W38  blad '5 Beschermen', cel B2 (BES-03): '75%' staat in de kolom Antwoord, maar deze vraag vraagt twee getallen. Zet de getallen bij Teller en Noemer; in Antwoord passen alleen 'Weet ik niet' en 'Niet van toepassing'.",
    );
}

#[test]
fn a_percentage_of_a_percentage_is_read() {
    let numbers = score(pair("BES-03", "", "3", "4"), "BES-03");
    for (part, whole) in [
        ("0.75 {0%}", "1 {0%}"),
        ("\"75%\"", "\"100 %\""),
        ("0.6 {0%}", "0.8 {0.00%}"),
    ] {
        assert_eq!(
            score(pair("BES-03", "", part, whole), "BES-03"),
            numbers,
            "{part} {whole}"
        );
    }
}

#[test]
fn signs_around_a_number_do_not_change_it() {
    for format in ["0\" %\"", "0\\%", "€ #,##0.00", "#,##0 \"dagen\"", "0.0"] {
        accepted(days(&format!("75 {{{format}}}")));
    }
}

#[test]
fn a_number_shown_as_another_is_asked_about() {
    for format in ["0,", "0.0,,", "€ #,##0,", "\"ja\"", ";;;"] {
        refused_in_both(
            &days(&format!("24000 {{{format}}}")),
            &format!(
                "W19  blad '5 Beschermen', cel B2 (BES-05): de opmaak van deze cel toont iets anders dan erin staat ('24000'). {W19}"
            ),
        );
    }
}

#[test]
fn a_number_shown_rounded_counts_as_stored_and_both_are_told() {
    let told = |place: &str, shown: &str, stored: &str| {
        format!("W46  blad {place}: de cel toont {shown}, maar er staat {stored} in; {stored} telt mee. {W46}")
    };
    for (typed, shown, stored) in [
        ("0.604 {#,##0}", "1", "0,604"),
        ("2.6 {0}", "3", "2,6"),
        ("2.5 {0\" dagen\"}", "3", "2,5"),
        ("1.005 {0.00}", "1,01", "1,005"),
        ("31.4567 {0.00E+00}", "3,15E+01", "31,4567"),
    ] {
        warned_in_both(&days(typed), &told("'5 Beschermen', cel B2 (BES-05)", shown, stored));
    }
    assert_eq!(score(days("2.6 {0}"), "BES-05"), score(days("2.6"), "BES-05"));
    for exact in [
        "3 {0}",
        "2.6 {0.0}",
        "2.9999999999999996 {0}",
        "24 {#,##0.00}",
        "2.6 {General}",
        "\"2,6\" {0}",
        "30 {0.00E+00}",
    ] {
        accepted(days(exact));
    }

    warned_in_both(
        &pair("BES-03", "", "2.4 {0}", "4 {0}"),
        &told("'5 Beschermen', cel C2 (BES-03)", "2", "2,4"),
    );
    warned_in_both(
        &pair("BES-03", "", "3 {0}", "4.4 {0}"),
        &told("'5 Beschermen', cel D2 (BES-03)", "4", "4,4"),
    );
    for (typed, shown, stored) in [("72.6 {0}", "73", "72,6"), ("0.756 {0%}", "76%", "75,6%")] {
        warned_in_both(
            &beside(&format!("# Ambitie\n| Stap | Ambitie |\n| 4 Melden | {typed} |")),
            &told("'Ambitie', cel B2", shown, stored),
        );
    }
    warned_in_both(
        &beside(
            "# Kerncijfers\n| Cijfer | Verschijningsvorm | Aantal |\n| Meldingen bij Veilig Thuis | Huwelijksdwang | 12.5 {0} |",
        ),
        &told("'Kerncijfers', cel C2", "13", "12,5"),
    );
    warned_in_both(
        &beside("# Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | 52431 {0.0E+00} |"),
        &told("'Gemeenten', cel B2", "5,2E+04", "52431"),
    );
}

#[test]
fn a_rounded_number_that_is_asked_about_anyway_is_asked_about_once() {
    refused_in_both(
        &level("2.6 {0}"),
        "W31  blad '5 Beschermen', cel B2 (BES-01): '2,6' is geen niveau. Kies een heel niveau van 0 tot en met 4.",
    );
    warned_in_both(
        &beside("# Ambitie\n| Stap | Ambitie |\n| 4 Melden | 2.6 {0} |"),
        "W29  blad 'Ambitie', cel B2: '2,6' is erg laag voor een ambitie; het telt als score van 0 tot en met 100. Klopt dat, dan hoeft u niets te doen. Bedoelde u een niveau, vul dan de score in: niveau 3 is 75.",
    );
    refused_in_both(
        &beside("# Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | 52000.4 {#,##0} |"),
        "W54  blad 'Gemeenten', cel B2: '52000,4' is geen aantal inwoners. Vul een heel getal boven 0 in zonder punten, of laat de cel leeg.",
    );
}

#[test]
fn text_that_its_format_hides_is_asked_about() {
    refused_in_both(
        &level("\"3 – Geregeld\" {0;-0;0;}"),
        &format!(
            "W19  blad '5 Beschermen', cel B2 (BES-01): de opmaak van deze cel toont iets anders dan erin staat ('3 – Geregeld'). {W19}"
        ),
    );
    accepted(level("\"3 – Geregeld\" {0;-0;0;@}"));
}

#[test]
fn a_time_or_a_duration_is_asked_about() {
    for (typed, shown) in [("3 {[h]:mm}", "72:00"), ("0.604166666666667 {h:mm}", "14:30")] {
        refused_in_both(
            &days(typed),
            &format!(
                "W27  blad '5 Beschermen', cel B2 (BES-05): hier staat een tijd of duur ({shown}) in plaats van een antwoord. Zet de celopmaak op Standaard en vul het antwoord als gewoon getal in, bijvoorbeeld 72."
            ),
        );
    }
}

#[test]
fn an_ambition_is_read_as_shown_and_a_low_one_is_asked_about() {
    let ambition = |typed: &str| beside(&format!("# Ambitie\n| Stap | Ambitie |\n| 4 Melden | {typed} |"));
    accepted(ambition("0"));
    accepted(ambition("4.5"));
    let read = |file: Vec<u8>| {
        let folder = Folder::with(&[("regio.xlsx", file)]);
        let run = folder.run_fixture("rapport --json regio.xlsx");
        assert_eq!(run.status, 0, "{}", run.stderr);
        let report: serde_json::Value =
            serde_json::from_str(&folder.text("reports/flevoland-2030.json")).expect("JSON");
        let steps = report["steps"].as_array().expect("steps").clone();
        steps.into_iter().find(|step| step["number"] == 4).expect("the step")["ambition"].clone()
    };
    for typed in ["0.75 {0%}", "\"75 %\"", "75"] {
        accepted(ambition(typed));
        assert_eq!(read(ambition(typed)), 75.0, "{typed}");
    }
    for (typed, shown) in [("3", "3"), ("0.75", "0,75"), ("0.03 {0%}", "3%")] {
        warned_in_both(
            &ambition(typed),
            &format!(
                "W29  blad 'Ambitie', cel B2: '{shown}' is erg laag voor een ambitie; het telt als score van 0 tot en met 100. Klopt dat, dan hoeft u niets te doen. Bedoelde u een niveau, vul dan de score in: niveau 3 is 75."
            ),
        );
    }
    assert_eq!(read(ambition("3")), 3.0);
}

#[test]
fn evidence_and_respondent_are_kept_as_shown() {
    let file = municipal(
        "# 5 Beschermen\n| ID | Antwoord | Onderbouwing |\n| BES-01 | 3 | 2023 |\n| BES-02 | Ja | 2026-03-02 |\n\
         | BES-05 | 3 | 0.755 {0%} |\n\
         # Gegevens\n| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |\n\
         | Ingevuld door (functie) | 2026-02-01 |",
    );
    for file in [as_xlsb(&unpack(&file)), file] {
        let read = read(&file, "x", &fixture().into());
        assert_eq!(read.problems, []);
        let Some(Content::Submission(submission)) = read.value else {
            panic!("a submission")
        };
        let evidence: Vec<&str> = submission.evidence.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(evidence, ["2023", "2-3-2026", "75,5%"]);
        assert_eq!(submission.respondent.as_ref().map(Written::shown), Some("1-2-2026"));
    }
}

#[test]
fn merged_cells_are_named_and_what_they_hide_never_counts() {
    let rows = |rows: &str| {
        municipal(&format!(
            "# 5 Beschermen\n| ID | Antwoord | Teller | Noemer | Onderbouwing | Opmerking |\n{rows}"
        ))
    };
    let w16 = |cell: &str, cells: &str| {
        format!(
            "W16  blad '5 Beschermen', cel {cell}: de cellen {cells} zijn samengevoegd; alleen {cell} is gelezen. Hef de samenvoeging op en vul elke cel apart in."
        )
    };
    let down = rows("| BES-01 | 3 |\n| BES-02 | ^ |");
    warned_in_both(&down, &w16("B2", "B2:B3"));
    warned_in_both(
        &rows("| BES-01 | 3 | | | besluit |\n| BES-02 | Ja | | | ^ |"),
        &w16("E2", "E2:E3"),
    );
    // Hidden by the merged cell, an old answer is still in the file.
    let hidden = rewritten(&down, "xl/worksheets/sheet1.xml", |sheet| {
        let before = sheet.find("<c r=\"A3\"").expect("the cell beside it");
        let end = before + sheet[before..].find("</c>").expect("its end") + "</c>".len();
        format!("{}<c r=\"B3\"><v>1</v></c>{}", &sheet[..end], &sheet[end..])
    });
    warned_in_both(&hidden, &w16("B2", "B2:B3"));
    assert!(checked(hidden).contains("\"answered\": 1"));
    // Within one row, a word over numbers hides those; a text over its columns hides nothing.
    warned_in_both(&rows("| BES-03 | Weet ik niet | < | < |"), &w16("B2", "B2:D2"));
    accepted(rows("| BES-01 | 3 | | | besluit | < |"));
}

#[test]
fn struck_out_text_does_not_count() {
    let w17 = "wat in deze cel staat, is doorgehaald; het is niet gelezen. Klopt dat, maak de cel dan leeg. Geldt het nog, haal de doorhaling dan weg.";
    for typed in ["~~3 – Geregeld~~", "~~3~~", "~~Weet ik niet~~"] {
        warned_in_both(
            &level(typed),
            &format!("W17  blad '5 Beschermen', cel B2 (BES-01): {w17}"),
        );
        assert!(checked(level(typed)).contains("\"answered\": 0"), "{typed}");
    }
    let evidence = municipal("# 5 Beschermen\n| ID | Antwoord | Onderbouwing |\n| ~~BES-01~~ | 3 | ~~oud besluit~~ |");
    warned_in_both(&evidence, &format!("W17  blad '5 Beschermen', cel C2 (BES-01): {w17}"));
}

#[test]
fn of_a_struck_out_answer_and_a_new_one_the_new_one_counts() {
    let new = level("~~2 – In ontwikkeling~~ 4 – Geborgd");
    accepted(new.clone());
    assert_eq!(score(new, "BES-01"), 100.0);
}
