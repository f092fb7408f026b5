//! Headers and labels that people wrote over, merged, doubled or took away.

use super::*;
use serde_json::Value;

/// What is answered in Duinstad's workbook, and the codes of what is said of it.
fn read_back(sheets: &str) -> (u64, Vec<String>) {
    let folder = Folder::with(&[("duinstad.xlsx", municipal(sheets))]);
    let run = folder.run_fixture("controleer --json duinstad.xlsx");
    let document: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let file = &document["files"][0];
    let problems = file["problems"].as_array().expect("problems");
    let codes = problems
        .iter()
        .map(|problem| problem["code"].as_str().expect("a code").to_owned());
    (file["answered"].as_u64().expect("a number"), codes.collect())
}

#[test]
fn a_header_with_something_added_is_read_and_told() {
    let sheets =
        "# 5 Beschermen\n| ID | Antwoord 2030 | Teller (aantal) | Noemer |\n| BES-01 | 3 | | |\n| BES-03 | | 4 | 8 |";
    let folder = Folder::with(&[("duinstad.xlsx", municipal(sheets))]);
    let run = folder.run_fixture("controleer duinstad.xlsx");
    assert_eq!(
        run.stderr,
        "duinstad.xlsx\n  let op W58  blad '5 Beschermen', cel B1: de kolom 'Antwoord 2030' is gelezen als 'Antwoord'. Zet boven deze kolom weer 'Antwoord'; klopt dat niet, zet de koppen dan terug zoals ze waren.\n  \
         let op W58  blad '5 Beschermen', cel C1: de kolom 'Teller (aantal)' is gelezen als 'Teller'. Zet boven deze kolom weer 'Teller'; klopt dat niet, zet de koppen dan terug zoals ze waren.\n2 waarschuwingen.\n"
    );
    assert_eq!(read_back(sheets).0, 2);
}

#[test]
fn merged_headers_leave_only_one_reading() {
    let sheets = "# 5 Beschermen\n| ID | Antwoord | | | Onderbouwing |\n| BES-01 | 3 |\n| BES-03 | | 4 | 8 | Plan |";
    warned_all(
        municipal(sheets),
        &[
            "W58  blad '5 Beschermen', cel C1: een kolom zonder kop is gelezen als 'Teller'. Zet boven deze kolom weer 'Teller'; klopt dat niet, zet de koppen dan terug zoals ze waren.",
            "W58  blad '5 Beschermen', cel D1: een kolom zonder kop is gelezen als 'Noemer'. Zet boven deze kolom weer 'Noemer'; klopt dat niet, zet de koppen dan terug zoals ze waren.",
        ],
    );
    assert_eq!(read_back(sheets).0, 2);
}

#[test]
fn another_word_between_two_known_headers_can_be_one_only() {
    let sheets = "# 5 Beschermen\n| ID | Antwoord | Teller | Totaal | Onderbouwing |\n| BES-03 | | 4 | 8 | Plan |";
    warned(
        municipal(sheets),
        "W58  blad '5 Beschermen', cel D1: de kolom 'Totaal' is gelezen als 'Noemer'. Zet boven deze kolom weer 'Noemer'; klopt dat niet, zet de koppen dan terug zoals ze waren.",
    );
    assert_eq!(read_back(sheets).0, 1);
}

#[test]
fn a_header_that_was_changed_alike_on_all_sheets_is_told_once() {
    let sheet = |name: &str, id: &str| format!("# {name}\n| ID | Antwoord nu |\n| {id} | 3 |\n");
    warned(
        municipal(&(sheet("Een", "BES-01") + &sheet("Twee", "BES-05"))),
        "W58  blad 'Een', cel B1: de kolom 'Antwoord nu' is gelezen als 'Antwoord', ook op 1 ander blad. Zet boven deze kolom weer 'Antwoord'; klopt dat niet, zet de koppen dan terug zoals ze waren.",
    );
}

#[test]
fn what_an_earlier_year_answered_is_never_taken_for_the_answer() {
    accepted(municipal(
        "# 5 Beschermen\n| ID | Vraag | Antwoord in 2029 | Antwoord |\n| BES-01 | Is het geregeld? | 4 | 3 |",
    ));
    let file = municipal(
        "# 5 Beschermen\n| ID | Vraag | Toelichting | Antwoord in 2029 | Teller |\n| BES-01 | Geregeld? | | 4 | |",
    );
    let run = Folder::with(&[("duinstad.xlsx", file)]).run_fixture("controleer duinstad.xlsx");
    assert_eq!(
        run.stderr,
        "duinstad.xlsx\n  fout W59  blad '5 Beschermen', cel A1: in deze tabel ontbreekt de kolom 'Antwoord'; de tabel is niet gelezen. Zet 'Antwoord' weer boven de kolom waar het staat.\n  \
         let op W25  vraag BES-01 staat niet in het werkboek. De vraag telt als onbekend; neem het antwoord zo nodig over in een nieuw werkboek.\n1 fout en 1 waarschuwing.\n"
    );
}

#[test]
fn two_headers_that_may_be_the_same_are_not_chosen_between() {
    let sheets = "# 5 Beschermen\n| ID | Vraag | Antwoord gemeente | Antwoord partner | Onderbouwing |\n| BES-01 | Geregeld? | 1 | 4 | Plan |";
    let (answered, codes) = read_back(sheets);
    assert_eq!((answered, codes), (0, vec!["W59".to_owned(), "W25".to_owned()]));
}

#[test]
fn a_pair_without_room_for_its_numbers_is_told() {
    warned(
        municipal("# 5 Beschermen\n| ID | Antwoord | Teller |\n| BES-01 | 3 | |\n| BES-03 | | |"),
        "W59  blad '5 Beschermen', cel B1: in deze tabel ontbreekt de kolom 'Noemer'. Zet 'Noemer' weer boven de kolom waar het staat.",
    );
}

#[test]
fn a_column_that_is_there_twice_counts_where_it_agrees() {
    warned(
        municipal("# 5 Beschermen\n| ID | Antwoord | Antwoord |\n| BES-01 | 3 | 3 |\n| BES-02 | | Ja |"),
        "W61  blad '5 Beschermen', cel C1: de kolom 'Antwoord' staat er twee keer, ook in B1; ze spreken elkaar niet tegen. Laat één van de twee staan.",
    );
    let differing = "# 5 Beschermen\n| ID | Antwoord | Antwoord |\n| BES-01 | 3 | 4 |\n| BES-02 | | Ja |";
    refused(
        municipal(differing),
        "W61  blad '5 Beschermen', cel C1: de kolom 'Antwoord' staat er twee keer, ook in B1; in 1 regel staat iets anders: B2. Laat één van de twee staan; waar ze verschillen, telt geen van beide.",
    );
    assert_eq!(read_back(differing).0, 1, "neither of the two that differ counts");
}

#[test]
fn a_column_that_nobody_reads_is_named_with_the_one_that_was_meant() {
    warned(
        municipal("# 5 Beschermen\n| ID | Antwoord | Antwoord (oud) |\n| BES-01 | 3 | 1 |"),
        "W63  blad '5 Beschermen', cel C1: de kolom 'Antwoord (oud)' is niet gelezen; er staat iets in 1 regel. Bedoelde u 'Antwoord'?",
    );
    let folder = Folder::with(&[(
        "duinstad.xlsx",
        municipal("# 5 Beschermen\n| ID | Antwoord | Navragen bij | |\n| BES-01 | 3 | GGD | |\n| BES-02 | Ja | | x |"),
    )]);
    let run = folder.run_fixture("controleer duinstad.xlsx");
    assert_eq!(
        run.stderr,
        format!(
            "duinstad.xlsx\n  {NOTE} W63  blad '5 Beschermen', cel C1: de kolom 'Navragen bij' is niet gelezen; er staat iets in 1 regel. Een eigen kolom mag; wat meetelt, staat in de kolommen die er al waren.\n  \
             {NOTE} W63  blad '5 Beschermen', cel D1: een kolom zonder kop is niet gelezen; er staat iets in 1 regel. Een eigen kolom mag; wat meetelt, staat in de kolommen die er al waren.\n"
        )
    );
}

#[test]
fn the_tables_of_the_region_are_known_by_what_is_left_of_their_headers() {
    warned(
        beside("# Ambitie\n| Stap | Ambitie 2031 |\n| 4 Melden | 80 |"),
        "W58  blad 'Ambitie', cel B1: de kolom 'Ambitie 2031' is gelezen als 'Ambitie'. Zet boven deze kolom weer 'Ambitie'; klopt dat niet, zet de koppen dan terug zoals ze waren.",
    );
    refused(
        beside("# Ambitie\n| Stap | Streefscore |\n| 4 Melden | 80 |"),
        "W59  blad 'Ambitie', cel A1: in deze tabel ontbreekt de kolom 'Ambitie'; de tabel is niet gelezen. Staat het onder 'Streefscore'? Zet daar dan weer 'Ambitie' boven.",
    );
    warned(
        beside("# Gemeenten\n| Gemeente | CBS |\n| Duinstad | 52000 |"),
        "W59  blad 'Gemeenten', cel A1: in deze tabel ontbreekt de kolom 'Inwoners'. Staat het onder 'CBS'? Zet daar dan weer 'Inwoners' boven.\n  \
         ter info W63  blad 'Gemeenten', cel B1: de kolom 'CBS' is niet gelezen; er staat iets in 1 regel. Een eigen kolom mag; wat meetelt, staat in de kolommen die er al waren.",
    );
    warned(
        beside(
            "# Kerncijfers\n| Cijfer | Verschijningsvorm | Hoe vaak |\n| Meldingen bij Veilig Thuis | Huwelijksdwang | 30 |",
        ),
        "W59  blad 'Kerncijfers', cel A1: in deze tabel ontbreekt de kolom 'Aantal'; de tabel is niet gelezen. Staat het onder 'Hoe vaak'? Zet daar dan weer 'Aantal' boven.",
    );
    warned(
        beside("# Gemeenten\n| Duinstad | 52000 |\n| Veenwold | 31000 |"),
        "W59  blad 'Gemeenten': op dit blad is geen tabel herkend; wat er bij Gemeenten staat, is niet gelezen. Zet de kopregel terug zoals die was.",
    );
}

#[test]
fn particulars_are_found_in_any_column_and_under_what_is_in_effect_their_label() {
    accepted(particulars(
        "| | \"Regio:\" | Flevoland |\n| | Gemeente | Duinstad |\n| | Jaar | 2030 |\n| | Perspectief | Gemeente |\n| | Ingevuld door | adviseur |",
    ));
}

#[test]
fn a_label_that_nobody_reads_is_named_with_the_one_that_was_meant() {
    let folder = Folder::with(&[(
        "duinstad.xlsx",
        particulars("| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaartal | 2030 |\n| Perspectief | Gemeente |"),
    )]);
    let run = folder.run_fixture("controleer duinstad.xlsx");
    assert_eq!(
        run.stderr,
        "duinstad.xlsx\n  let op W63  blad 'Gegevens', cel B3: wat bij 'Jaartal' staat, is niet gelezen. Bedoelde u 'Jaar'?\n  \
         fout W20  blad 'Gegevens': 'Jaar' is niet ingevuld. Vul 'Jaar' in op het blad Gegevens, in de kolom naast het label.\n1 fout en 1 waarschuwing.\n"
    );
    warned(
        beside("# Speerpunten\n| Speerpnt 1 | Regie |"),
        "W63  blad 'Speerpunten', cel B1: wat bij 'Speerpnt 1' staat, is niet gelezen. Bedoelde u 'Speerpunt 1'?",
    );
}

#[test]
fn one_of_the_particulars_twice_and_not_the_same_is_refused() {
    refused(
        particulars(
            "| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |\n| Gemeente | Veenwold |\n| Jaar | 2030 |",
        ),
        "W61  blad 'Gegevens', cel B5: 'Gemeente' staat er twee keer, en niet gelijk; de eerste staat in cel B2. Laat één van de twee staan.",
    );
}

#[test]
fn a_workbook_without_any_table_of_questions_is_never_called_blank() {
    let file = exactly(
        "# 5 Beschermen\n| Nr | Uw antwoord |\n| BES-01 | 3 |\n# Gegevens\n| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | |\n\
         # _meta\n| format | ketenscan/1 |\n| kind | gemeente |\n| questionnaire | proef |\n| edition | 2030 |",
    );
    let folder = Folder::with(&[("duinstad.xlsx", file)]);
    let run = folder.run_fixture("controleer duinstad.xlsx");
    assert!(
        run.stderr
            .contains("fout W26  in dit werkboek staat geen enkele vragentabel."),
        "{}",
        run.stderr
    );
    assert!(!run.stdout.contains("nog niet ingevuld"), "{}", run.stdout);
}

#[test]
fn answers_in_a_workbook_that_lost_its_hidden_sheet_are_an_error() {
    let answered = |rows: &str| {
        exactly(&format!(
            "# 5 Beschermen\n| ID | Antwoord |\n{rows}\n# Gegevens\n| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |"
        ))
    };
    let folder = Folder::with(&[("post/duinstad.xlsx", answered("| BES-01 | 3 |"))]);
    let run = folder.run_fixture("controleer post");
    assert_eq!(
        run.stderr,
        "post/duinstad.xlsx\n  fout W67  dit is een ingevulde vragenlijst, maar het verborgen blad _meta ontbreekt; de antwoorden zijn niet gelezen. Neem de antwoorden over in het werkboek dat is uitgezet, en stuur dat in.\n1 fout.\n"
    );
    assert_eq!(run.status, 1);
    // Nothing of ours is answered in these.
    for rows in ["| BES-01 | |", "| X-1 | 3 |"] {
        let folder = Folder::with(&[("post/a.xlsx", answered(rows)), ("post/b.xlsx", level("3"))]);
        let run = folder.run_fixture("controleer post");
        assert_eq!(
            run.stderr,
            format!(
                "2 bestanden lezen …\npost/a.xlsx\n  {NOTE} W11  dit werkboek is niet van ketenscan. Het is overgeslagen.\n"
            )
        );
    }
}

#[test]
fn a_lost_header_beside_the_questions_does_not_make_a_blank_workbook_look_answered() {
    let file = regional(
        "# Ambitie\n| Stap | Streefscore |\n| 4 Melden | |\n# Gegevens\n| Regio | Flevoland |\n| Jaar | 2030 |",
    );
    let run = Folder::with(&[("regio.xlsx", file)]).run_fixture("controleer regio.xlsx");
    assert!(
        run.stdout.starts_with("regio.xlsx: nog niet ingevuld; 1 bevinding\n"),
        "{}",
        run.stdout
    );
    assert!(
        run.stderr.contains("fout W59  blad 'Ambitie', cel A1: "),
        "{}",
        run.stderr
    );
}

#[test]
fn key_figures_that_are_there_twice_stop_no_report() {
    let rows = "| Meldingen bij Veilig Thuis | Huwelijksdwang | 30 | 40 |";
    warned(
        beside(&format!(
            "# Kerncijfers\n| Cijfer | Verschijningsvorm | Aantal | Aantal |\n{rows}"
        )),
        "W61  blad 'Kerncijfers', cel D1: de kolom 'Aantal' staat er twee keer, ook in C1; in 1 regel staat iets anders: C2. Laat één van de twee staan; waar ze verschillen, telt geen van beide.",
    );
    warned(
        beside("# Kerncijfers\n| Cijfer | Verschijningsvorm | Aantal |\n| Meldingen | #N/A | 30 |"),
        "W41  blad 'Kerncijfers', cel B2: hier staat een foutwaarde in plaats van een antwoord. Maak de cel leeg en vul het antwoord opnieuw in.",
    );
}
