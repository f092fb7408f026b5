//! What can be wrong with an answer: its kind, its place, its words.

use super::*;

#[test]
fn a_level_written_out_is_refused_with_the_label_that_was_meant() {
    refused(
        level("drie"),
        "W30  blad '5 Beschermen', cel B2 (BES-01): 'drie' is hier geen geldig antwoord. Bedoelde u '3 – Geregeld'?",
    );
    refused(
        level("Gerregeld"),
        "W30  blad '5 Beschermen', cel B2 (BES-01): 'Gerregeld' is hier geen geldig antwoord. Bedoelde u '3 – Geregeld'?",
    );
}

#[test]
fn an_answer_outside_its_list_is_refused_with_the_list() {
    refused(
        level("Matig"),
        "W30  blad '5 Beschermen', cel B2 (BES-01): 'Matig' is hier geen geldig antwoord. Kies uit 0 – Niets geregeld, 1 – Ad hoc, 2 – In ontwikkeling, 3 – Geregeld, 4 – Geborgd, Weet ik niet of Niet van toepassing.",
    );
    let yes_no = |answer: &str| municipal(&format!("# 5 Beschermen\n| ID | Antwoord |\n| BES-02 | {answer} |"));
    refused(
        yes_no("Soms"),
        "W30  blad '5 Beschermen', cel B2 (BES-02): 'Soms' is hier geen geldig antwoord. Kies uit Ja, Deels, Nee, Weet ik niet of Niet van toepassing.",
    );
    refused(
        yes_no("Weet ik nit"),
        "W30  blad '5 Beschermen', cel B2 (BES-02): 'Weet ik nit' is hier geen geldig antwoord. Bedoelde u 'Weet ik niet'?",
    );
    refused(
        yes_no("WAAR"),
        "W30  blad '5 Beschermen', cel B2 (BES-02): 'WAAR' is hier geen geldig antwoord. Kies uit Ja, Deels, Nee, Weet ik niet of Niet van toepassing.",
    );
}

#[test]
fn a_level_between_or_beyond_the_five_is_refused() {
    for (typed, shown) in [
        ("3.5", "3,5"),
        ("\"3,5\"", "3,5"),
        ("5", "5"),
        ("-1", "-1"),
        ("WAAR", "WAAR"),
    ] {
        refused(
            level(typed),
            &format!(
                "W31  blad '5 Beschermen', cel B2 (BES-01): '{shown}' is geen niveau. Kies een heel niveau van 0 tot en met 4."
            ),
        );
    }
}

#[test]
fn a_word_next_to_numbers_counts_and_gets_a_warning() {
    warned(
        pair("BES-03", "Weet ik niet", "3", "4"),
        "W32  blad '5 Beschermen', cel B2 (BES-03): naast het antwoord in woorden staan ook getallen; het woord telt. Haal het woord of de getallen weg.",
    );
}

#[test]
fn half_a_pair_gets_a_warning() {
    warned(
        pair("BES-03", "", "3", ""),
        "W33  blad '5 Beschermen', cel D2 (BES-03): 'Noemer' is niet ingevuld; de vraag telt als niet ingevuld. Vul 'Noemer' in, of kies 'Weet ik niet' in de kolom Antwoord.",
    );
    warned(
        pair("BES-04", "", "", "4"),
        "W33  blad '5 Beschermen', cel C2 (BES-04): 'Teller' is niet ingevuld; de vraag telt als niet ingevuld. Vul 'Teller' in, of kies 'Weet ik niet' in de kolom Antwoord.",
    );
}

#[test]
fn the_mark_above_cells_to_fill_in_is_no_answer() {
    // Two sheets below each other: the lines above the second header are in the table of the first.
    accepted(municipal(
        "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n| Deze stap gaat over melden. | ▼ vul in |\n| ID | Antwoord |\n| BES-02 | Ja |",
    ));
}

#[test]
fn what_the_law_asks_does_not_apply_only_with_a_ground() {
    // BES-04 is laid down by law.
    let said = |id: &str, evidence: &str| {
        municipal(&format!(
            "# 5 Beschermen\n| ID | Antwoord | Teller | Noemer | Onderbouwing |\n| {id} | Niet van toepassing | | | {evidence} |"
        ))
    };
    // A dash, or the answer once more, says nothing.
    for nothing in ["", ".", "-", "x", "n.v.t.", "Niet van toepassing", "0", "nee"] {
        warned(
            said("BES-04", nothing),
            "W79  blad '5 Beschermen', cel B2 (BES-04): wat de wet vraagt, geldt altijd; zonder onderbouwing telt 'Niet van toepassing' hier als 'Weet ik niet'. Schrijf in de kolom Onderbouwing waarom de vraag niet geldt, of geef een ander antwoord.",
        );
    }
    accepted(said("BES-04", "De centrumgemeente regelt dit"));
    accepted(said("BES-03", ""));
    // A capacity of which nothing is needed is a figure, not a word.
    accepted(pair("BES-04", "", "0", "0"));
    let counted = |file: Vec<u8>| {
        let folder = Folder::with(&[("duinstad.xlsx", file)]);
        folder.run_fixture("rapport --stil --json -o out duinstad.xlsx");
        let json = folder.read("out/flevoland-2030.json");
        let document: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
        let book = &document["inputs"][0];
        (book["unknown"].as_u64(), book["not_applicable"].as_u64())
    };
    assert_eq!(counted(said("BES-04", "")), (Some(1), Some(0)));
    assert_eq!(
        counted(said("BES-04", "De centrumgemeente regelt dit")),
        (Some(0), Some(1))
    );
}

#[test]
fn a_share_of_nothing_is_refused_and_a_capacity_of_nothing_is_not() {
    refused(
        pair("BES-03", "", "0", "0"),
        "W34  blad '5 Beschermen', cel D2 (BES-03): de noemer is 0. Vul het totaal in; is er niets om te tellen, kies dan 'Niet van toepassing'.",
    );
    accepted(pair("BES-04", "", "0", "0"));
}

#[test]
fn a_part_above_its_whole_is_refused_and_more_places_than_needed_are_not() {
    refused(
        pair("BES-03", "", "5", "\"2,5\""),
        "W35  blad '5 Beschermen', cel C2 (BES-03): de teller (5) is groter dan de noemer (2,5). De teller is een deel van de noemer; kijk of ze verwisseld zijn.",
    );
    accepted(pair("BES-04", "", "5", "4"));
}

#[test]
fn a_negative_number_is_refused() {
    refused(
        days("-2.5"),
        "W36  blad '5 Beschermen', cel B2 (BES-05): -2,5 is kleiner dan 0. Vul een getal van 0 of meer in.",
    );
    refused(
        pair("BES-04", "", "\"-1\"", "4"),
        "W36  blad '5 Beschermen', cel C2 (BES-04): -1 is kleiner dan 0. Vul een getal van 0 of meer in.",
    );
}

#[test]
fn text_where_a_number_belongs_is_refused() {
    refused(
        pair("BES-03", "", "drie", "4"),
        "W37  blad '5 Beschermen', cel C2 (BES-03): 'drie' is geen getal. Vul alleen een getal in, bijvoorbeeld 12 of 2,5; toelichting hoort bij Opmerking.",
    );
    refused(
        days("12 dagen"),
        "W37  blad '5 Beschermen', cel B2 (BES-05): '12 dagen' is geen getal. Vul alleen een getal in, bijvoorbeeld 12 of 2,5; toelichting hoort bij Opmerking.",
    );
    refused(
        days("Weet ik nit"),
        "W30  blad '5 Beschermen', cel B2 (BES-05): 'Weet ik nit' is hier geen geldig antwoord. Bedoelde u 'Weet ik niet'?",
    );
}

#[test]
fn a_number_in_the_answer_of_a_pair_is_refused_with_where_it_belongs() {
    refused(
        pair("BES-04", "3", "", ""),
        "W38  blad '5 Beschermen', cel B2 (BES-04): '3' staat in de kolom Antwoord, maar deze vraag vraagt twee getallen. Zet de getallen bij Teller en Noemer; in Antwoord passen alleen 'Weet ik niet' en 'Niet van toepassing'.",
    );
}

#[test]
fn a_point_that_may_separate_thousands_is_reported() {
    refused(
        days("\"1.000\""),
        "W39  blad '5 Beschermen', cel B2 (BES-05): '1.000' kan twee dingen betekenen. Schrijf 1000 of 1,000.",
    );
    refused(
        days("\"12.500.000\""),
        "W39  blad '5 Beschermen', cel B2 (BES-05): '12.500.000' staat met punten. Schrijf 12500000.",
    );
}

#[test]
fn a_date_or_an_error_value_is_refused_wherever_it_is() {
    let date = "W40  blad '5 Beschermen', cel {}: hier staat een datum in plaats van een antwoord. Een invoer als 1/2 wordt in een rekenprogramma een datum; vul het antwoord opnieuw in.";
    let error = "W41  blad '5 Beschermen', cel {}: hier staat een foutwaarde in plaats van een antwoord. Maak de cel leeg en vul het antwoord opnieuw in.";
    for (cell, said) in [("2030-02-01", date), ("#DIV/0!", error)] {
        refused(level(cell), &said.replace("{}", "B2 (BES-01)"));
        refused(days(cell), &said.replace("{}", "B2 (BES-05)"));
        refused(pair("BES-03", cell, "", ""), &said.replace("{}", "B2 (BES-03)"));
        refused(pair("BES-03", "", cell, "4"), &said.replace("{}", "C2 (BES-03)"));
        let yes_no = municipal(&format!("# 5 Beschermen\n| ID | Antwoord |\n| BES-02 | {cell} |"));
        refused(yes_no, &said.replace("{}", "B2 (BES-02)"));
    }
}

#[test]
fn an_answer_typed_next_to_its_cell_gets_a_warning() {
    let beside = |id: &str, cells: &str| {
        municipal(&format!(
            "# 5 Beschermen\n| ID | Antwoord | Teller | Noemer | Onderbouwing | Opmerking |\n| {id} | {cells} |"
        ))
    };
    let said = |place: &str, typed: &str| {
        format!(
            "W43  blad '5 Beschermen', cel {place}: '{typed}' staat naast de cel voor het antwoord. Zet het in de kolom Antwoord."
        )
    };
    for (id, cells, place, typed) in [
        ("BES-01", "| 3 – Geregeld | | |", "C2 (BES-01)", "3 – Geregeld"),
        ("BES-01", "| | | 3 – Geregeld |", "E2 (BES-01)", "3 – Geregeld"),
        ("BES-02", "| | Ja | |", "D2 (BES-02)", "Ja"),
        ("BES-02", "| | | | weet niet", "F2 (BES-02)", "weet niet"),
        ("BES-03", "| | | Weet ik niet |", "E2 (BES-03)", "Weet ik niet"),
        ("BES-05", "| | | 12 |", "E2 (BES-05)", "12"),
    ] {
        warned(beside(id, cells), &said(place, typed));
    }
}

#[test]
fn personal_data_gets_a_warning_and_is_not_repeated() {
    let free = |id: &str, evidence: &str, remark: &str| {
        municipal(&format!(
            "# 5 Beschermen\n| ID | Antwoord | Onderbouwing | Opmerking |\n| {id} | 3 | {evidence} | {remark} |"
        ))
    };
    let said = |place: &str, what: &str| {
        format!(
            "W60  blad '5 Beschermen', cel {place} (BES-01): hier staat wat lijkt op {what}. Haal het weg: gegevens van personen en adressen horen niet in de scan. Het rapport neemt het niet over."
        )
    };
    warned(
        free("BES-01", "Opgenomen in de Voorbeeldstraat 12", "-"),
        &said("C2", "een adres"),
    );
    warned(
        free("BES-01", "-", "Navragen bij A.B. de Proef, 06-12345678"),
        &said("D2", "een telefoonnummer en een naam van een persoon"),
    );
    let folder = Folder::with(&[(
        "duinstad.xlsx",
        free("BES-01", "Volgens mevrouw Voorbeeld geregeld", "-"),
    )]);
    assert_eq!(folder.run_fixture("rapport duinstad.xlsx --json").status, 0);
    let report: Vec<u8> = folder.read("reports/flevoland-2030.xlsx");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(report)).unwrap();
    for name in book.sheet_names() {
        let sheet = book.worksheet_range(&name).unwrap();
        for (_, _, cell) in sheet.used_cells() {
            assert!(!cell.to_string().contains("Voorbeeld "), "{name}: {cell}");
        }
    }
}

#[test]
fn a_name_instead_of_a_job_title_gets_a_warning_and_still_distinguishes_workbooks() {
    let by = |respondent: &str| {
        particulars(&format!(
            "| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |\n| Ingevuld door (functie) | {respondent} |"
        ))
    };
    for function in ["Beleidsadviseur zorg en veiligheid", "Teamleider Wmo", "Jurist"] {
        accepted(by(function));
    }
    for name in ["Qirna", "Qirna Zobbelman", "mw zobbelman"] {
        let folder = Folder::with(&[("a.xlsx", by(name))]);
        let run = folder.run_fixture("controleer a.xlsx --stil");
        assert!(run.stderr.contains("W60"), "{name}: {}", run.stderr);
    }
    let folder = Folder::with(&[
        ("a.xlsx", by("Mevrouw Voorbeeld")),
        ("b.xlsx", by("Meneer Proef, 06-12345678")),
    ]);
    let run = folder.run_fixture("controleer a.xlsx b.xlsx --stil");
    let said = |what: &str| {
        format!(
            "  let op W60  blad 'Gegevens', cel B5: hier staat wat lijkt op {what}. Haal het weg: gegevens van personen en adressen horen niet in de scan. Het rapport neemt het niet over.\n"
        )
    };
    let averaged = "  let op W69  van Duinstad zijn er 2 werkboeken vanuit 'Gemeente', dit en b.xlsx; het gemiddelde telt. 1 vraag is gelijk beantwoord, 0 verschillend; welk nieuwer is, staat er niet in. Is het ene een nieuwe versie van het andere, laat dan alleen het nieuwste staan.\n";
    assert_eq!(
        run.stderr,
        format!(
            "a.xlsx\n{}{averaged}b.xlsx\n{}3 waarschuwingen.\n",
            said("een naam van een persoon"),
            said("een telefoonnummer en een naam van een persoon")
        )
    );
    assert_eq!(run.status, 0);
}

#[test]
fn words_that_are_not_answers_are_left_alone() {
    for row in [
        "| BES-01 | 3 | | | 2 – In ontwikkeling | Ja |",
        "| BES-02 | | | | Ja, sinds 2024 | Navragen |",
        "| BES-03 | | 3 | 4 | Weet ik niet | |",
        "| BES-05 | | | | 12 dagen | |",
    ] {
        accepted(municipal(&format!(
            "# 5 Beschermen\n| ID | Antwoord | Teller | Noemer | Onderbouwing | Opmerking |\n{row}\n| BES-04 | ? |"
        )));
    }
}

/// Duinstad's workbook with a formula as the answer to BES-01 and this stored result.
fn formula(outcome: &str) -> Vec<u8> {
    rewritten(&level("=F1"), "xl/worksheets/sheet1.xml", |sheet| {
        let cell = "<c r=\"B2\"><f>F1</f><v>0</v></c>";
        assert!(sheet.contains(cell), "{sheet}");
        sheet.replace(cell, outcome)
    })
}

#[test]
fn a_formula_without_its_result_is_refused() {
    refused(
        formula("<c r=\"B2\"><f>F1</f></c>"),
        "W42  blad '5 Beschermen', cel B2 (BES-01): hier staat een formule waarvan de uitkomst niet in het bestand staat. Open het werkboek in Excel of LibreOffice, sla het op en probeer het nog eens.",
    );
}

#[test]
fn a_formula_counts_as_its_result_and_is_blank_if_that_is_empty() {
    accepted(formula("<c r=\"B2\"><f>F1</f><v>3</v></c>"));
    accepted(formula("<c r=\"B2\" t=\"str\"><f>F1</f><v>3 – Geregeld</v></c>"));
    accepted(formula("<c r=\"B2\" t=\"str\"><f>F1</f><v></v></c>"));
}

#[test]
fn all_problems_of_all_files_are_reported_at_once() {
    refused_all(
        &[
            (
                "duinstad.xlsx",
                municipal("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 7 |\n| BES-02 | Soms |"),
            ),
            ("leeg.xlsx", Vec::new()),
        ],
        "duinstad.xlsx\n\
         \x20 fout W31  blad '5 Beschermen', cel B2 (BES-01): '7' is geen niveau. Kies een heel niveau van 0 tot en met 4.\n\
         \x20 fout W30  blad '5 Beschermen', cel B3 (BES-02): 'Soms' is hier geen geldig antwoord. Kies uit Ja, Deels, Nee, Weet ik niet of Niet van toepassing.\n\
         leeg.xlsx\n\
         \x20 fout W01  het bestand is leeg. Vraag de afzender het werkboek opnieuw te sturen.\n",
        3,
    );
}

#[test]
fn plain_variants_of_a_word_are_read() {
    for row in [
        "| BES-01 | niveau 3 | |",
        "| BES-01 | Niveau 3 – Geregeld. | |",
        "| BES-01 | niet bekend | |",
        "| BES-02 | ja. | |",
        "| BES-02 | JA! | |",
        "| BES-03 | | nvt |",
        "| BES-03 | | Weet ik niet |",
    ] {
        let sheets = format!("# 5 Beschermen\n| ID | Antwoord | Teller | Noemer |\n{row} |");
        accepted(municipal(&sheets));
        let run = Folder::with(&[("duinstad.xlsx", municipal(&sheets))]).run_fixture("controleer duinstad.xlsx");
        assert!(!run.stdout.contains("5 keer leeg"), "{row}: {}", run.stdout);
    }
}

#[test]
fn a_word_beside_the_other_number_counts_with_a_warning() {
    warned(
        pair("BES-03", "", "nvt", "10"),
        "W32  blad '5 Beschermen', cel C2 (BES-03): naast het antwoord in woorden staan ook getallen; het woord telt. Haal het woord of de getallen weg.",
    );
}

#[test]
fn a_suggestion_never_changes_what_somebody_meant() {
    for (id, typed, suggestion) in [
        ("BES-02", "Nee, nog niet", "Bedoelde u 'Nee'?"),
        (
            "BES-02",
            "nog niet",
            "Kies uit Ja, Deels, Nee, Weet ik niet of Niet van toepassing.",
        ),
        ("BES-01", "1 – Geregeld", "Bedoelde u '1 – Ad hoc' of '3 – Geregeld'?"),
        (
            "BES-01",
            "een beetje",
            "Kies uit 0 – Niets geregeld, 1 – Ad hoc, 2 – In ontwikkeling, 3 – Geregeld, 4 – Geborgd, Weet ik niet of Niet van toepassing.",
        ),
    ] {
        refused(
            municipal(&format!("# 5 Beschermen\n| ID | Antwoord |\n| {id} | {typed} |")),
            &format!("W30  blad '5 Beschermen', cel B2 ({id}): '{typed}' is hier geen geldig antwoord. {suggestion}"),
        );
    }
}
