//! Rows that are unknown, missing or duplicated.

use super::*;

#[test]
fn the_same_id_twice_is_refused_with_both_places() {
    refused(
        municipal("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n# Kopie\n| ID | Antwoord |\n| bes-01 | 4 |"),
        "W23  blad 'Kopie', cel A2 (BES-01): vraag BES-01 staat twee keer in het werkboek; de eerste staat op blad '5 Beschermen', cel A2. Haal de kopie weg, ook als die op een gekopieerd blad staat.",
    );
}

#[test]
fn neither_answer_to_a_repeated_id_counts() {
    let folder = Folder::with(&[(
        "duinstad.xlsx",
        municipal(
            "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n| BES-02 | Ja |\n# Kopie\n| ID | Antwoord |\n| BES-01 | 4 |",
        ),
    )]);
    let run = folder.run_fixture("rapport duinstad.xlsx --sla-fouten-over --json");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let report: serde_json::Value = serde_json::from_str(&folder.text("reports/flevoland-2030.json")).expect("JSON");
    let input = &report["inputs"][0];
    assert_eq!((&input["answered"], &input["missing"]), (&1.into(), &4.into()));
}

#[test]
fn an_unknown_id_is_skipped_with_a_suggestion() {
    warned(
        municipal("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n| BES-0I | 4 |"),
        "W24  blad '5 Beschermen', cel A3: 'BES-0I' is geen vraag van dit werkboek; de regel is niet gelezen. Bedoelde u 'BES-01'?",
    );
    warned(
        municipal("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n| Totaal | 4 |"),
        "W24  blad '5 Beschermen', cel A3: 'Totaal' is geen vraag van dit werkboek; de regel is niet gelezen. Laat de kolom ID zoals die was, of haal de regel weg.",
    );
}

/// The problems of a sheet with an answer to `BES-01` followed by this many rows like `row`.
fn said_of_rows(times: usize, row: &str) -> Vec<String> {
    let sheet = format!(
        "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n{}",
        row.repeat(times)
    );
    let folder = Folder::with(&[("duinstad.xlsx", municipal(&sheet))]);
    let run = folder.run_fixture("controleer duinstad.xlsx");
    run.stderr.lines().map(str::to_owned).collect()
}

#[test]
fn what_recurs_all_over_a_sheet_is_reported_a_few_times_and_then_counted() {
    let copies = said_of_rows(9, "| BES-01 | 4 |\n");
    let copied = |cell: &str| {
        format!(
            "  fout W23  blad '5 Beschermen', cel {cell} (BES-01): vraag BES-01 staat twee keer in het werkboek; de eerste staat op blad '5 Beschermen', cel A2. Haal de kopie weg, ook als die op een gekopieerd blad staat."
        )
    };
    let mut expected = vec!["duinstad.xlsx".to_owned()];
    expected.extend(["A3", "A4", "A5", "A6", "A7"].map(copied));
    expected.push("  fout W23  blad '5 Beschermen': nog 4 cellen hebben deze melding: A8, A9, A10 en A11. Begin bij de vorige meldingen: vaak is het overal dezelfde vergissing.".to_owned());
    expected.push("6 fouten.".to_owned());
    assert_eq!(copies, expected);

    let unknown = said_of_rows(2_000, "| Totaal | 4 |\n");
    assert_eq!(unknown.len(), 8, "{}", unknown.join("\n"));
    assert!(
        unknown[6].contains("nog 1995 cellen hebben deze melding: A8, A9, ")
            && unknown[6].contains("A26, A27 en 1975 andere. "),
        "{}",
        unknown[6]
    );
}

fn bare(rows: &str) -> Vec<u8> {
    exactly(&format!(
        "{rows}\n# Gegevens\n| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |\n\
         # _meta\n| format | ketenscan/1 |\n| kind | gemeente |\n| questionnaire | proef |\n| edition | 2030 |"
    ))
}

#[test]
fn missing_rows_get_a_warning() {
    warned(
        bare(
            "# 5 Beschermen\n| ID | Antwoord | Teller | Noemer |\n| BES-01 | 3 |\n| BES-02 | Ja |\n| BES-03 | |\n| BES-05 | 3 |",
        ),
        "W25  vraag BES-04 staat niet in het werkboek. De vraag telt als onbekend; neem het antwoord zo nodig over in een nieuw werkboek.",
    );
    warned(
        bare("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n| BES-02 | Ja |\n| BES-05 | 3 |"),
        "W25  2 vragen staan niet in het werkboek: BES-03 en BES-04. Ze tellen als onbekend; neem de antwoorden zo nodig over in een nieuw werkboek.",
    );
}

#[test]
fn a_workbook_without_any_table_of_questions_is_refused() {
    refused(
        bare("# 5 Beschermen\n| Nummer | Antwoord |\n| BES-01 | 3 |"),
        "W26  in dit werkboek staat geen enkele vragentabel. Laat op elk vragenblad de kopregel met ID en Antwoord staan.",
    );
}

#[test]
fn texts_without_a_single_answer_get_a_warning() {
    let text = |column: &str| {
        municipal(&format!(
            "# 5 Beschermen\n| ID | Antwoord | {column} |\n| BES-01 | | |\n| BES-02 | | Wij bellen nog |"
        ))
    };
    for column in ["Onderbouwing", "Opmerking"] {
        warned(
            text(column),
            "W44  blad '5 Beschermen', cel C3 (BES-02): hier is iets ingevuld, maar in het hele werkboek is geen vraag beantwoord. Vul de kolom Antwoord in, al is het met 'Weet ik niet': alleen antwoorden tellen mee.",
        );
    }
    let folder = Folder::with(&[("duinstad.xlsx", text("Opmerking"))]);
    let run = folder.run_fixture("controleer duinstad.xlsx");
    assert!(
        run.stdout.contains("0 van 5, wel iets ingevuld  duinstad.xlsx\n"),
        "{}",
        run.stdout
    );
    // What a region fills in about itself.
    for (sheet, cell) in [
        (
            "# Ambitie\n| Stap | Ambitie |\n| 3 Advies | |\n| 4 Melden | 80 |",
            "blad 'Ambitie', cel B3",
        ),
        (
            "# Kerncijfers\n| Cijfer | Verschijningsvorm | Aantal |\n| Meldingen | Huwelijksdwang | onbekend |",
            "blad 'Kerncijfers', cel C2",
        ),
    ] {
        let book = regional(&format!("# 5 Beschermen\n| ID | Antwoord |\n| BES-07 | |\n{sheet}"));
        let folder = Folder::with(&[("flevoland.xlsx", book)]);
        let run = folder.run_fixture("controleer flevoland.xlsx");
        assert!(
            run.stderr.contains(&format!("W44  {cell}: hier is iets ingevuld")),
            "{}",
            run.stderr
        );
        assert!(
            run.stdout.contains(", wel iets ingevuld  flevoland.xlsx\n"),
            "{}",
            run.stdout
        );
    }
    // Nobody wrote anything: it is as it was made.
    let folder = Folder::with(&[(
        "duinstad.xlsx",
        municipal("# 5 Beschermen\n| ID | Antwoord | Opmerking |\n| BES-01 | | |\n| BES-02 | | \" \" |"),
    )]);
    let run = folder.run_fixture("controleer duinstad.xlsx");
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
    assert!(
        run.stdout.starts_with("duinstad.xlsx: nog niet ingevuld\n"),
        "{}",
        run.stdout
    );
}
