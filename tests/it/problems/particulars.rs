//! The region, municipality, year and perspective of a workbook.

use super::*;

#[test]
fn a_missing_region_municipality_year_or_perspective_is_reported() {
    let rows = [
        "| Regio | Flevoland |",
        "| Gemeente | Duinstad |",
        "| Jaar | 2030 |",
        "| Perspectief | Gemeente |",
    ];
    for (absent, label) in ["Regio", "Gemeente", "Jaar", "Perspectief"].iter().enumerate() {
        let mut rows = rows.map(str::to_owned);
        rows[absent] = format!("| {label} | |");
        refused(
            particulars(&rows.join("\n")),
            &format!(
                "W20  blad 'Gegevens': '{label}' is niet ingevuld. Vul '{label}' in op het blad Gegevens, in de kolom naast het label."
            ),
        );
    }
}

#[test]
fn a_name_that_is_too_long_is_refused_and_never_cut_off() {
    let labels = ["Regio", "Gemeente", "Ingevuld door (functie)"];
    let with = |place: usize, length: usize| {
        let mut names = ["Flevoland", "Duinstad", "Beleidsmedewerker"].map(str::to_owned);
        names[place] = "é".repeat(length);
        let rows: Vec<String> = labels
            .iter()
            .zip(names)
            .map(|(label, name)| format!("| {label} | {name} |"))
            .collect();
        particulars(&format!(
            "{}\n| Jaar | 2030 |\n| Perspectief | Gemeente |",
            rows.join("\n")
        ))
    };
    for place in 0..labels.len() {
        // Of a region with such a name it is noted that it is not on the list.
        if place > 0 {
            accepted(with(place, 1_000));
        }
        refused(
            with(place, 1_001),
            &format!(
                "W47  blad 'Gegevens', cel B{}: deze cel bevat 1.001 tekens; hier past een naam van hooguit 1.000. Laat alleen de naam staan.",
                place + 1
            ),
        );
    }
}

#[test]
fn an_unknown_perspective_is_refused_with_the_one_that_was_meant() {
    let with = |perspective: &str| {
        particulars(&format!(
            "| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | {perspective} |"
        ))
    };
    refused(
        with("Veilig Tuis"),
        "W21  blad 'Gegevens', cel B4: 'Veilig Tuis' is geen bekend perspectief. Bedoelde u 'Veilig Thuis'?",
    );
    refused(
        with("Brandweer"),
        "W21  blad 'Gegevens', cel B4: 'Brandweer' is geen bekend perspectief. Kies uit de lijst: Gemeente, Veilig Thuis, Sleutelfiguur of Gezamenlijk.",
    );
}

#[test]
fn anything_but_a_year_is_refused() {
    let with = |year: &str| {
        particulars(&format!(
            "| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | {year} |\n| Perspectief | Gemeente |"
        ))
    };
    let refusal = |shown: &str| {
        format!(
            "W22  blad 'Gegevens', cel B3: {shown} is geen jaar waar de scan over kan gaan. Vul een jaar van 2000 tot en met 2100 in, met vier cijfers."
        )
    };
    refused(with("2029/2030"), &refusal("'2029/2030'"));
    refused(with("30"), &refusal("'30'"));
    refused(with("1999"), &refusal("'1999'"));
    refused(with("2101"), &refusal("'2101'"));
    accepted(with("2000"));
    accepted(with("2100"));
    refused(with("2030-01-01"), &refusal("een datum"));
}

#[test]
fn an_error_value_is_never_mistaken_for_a_name() {
    refused(
        particulars("| Regio | #N/A |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |"),
        "W41  blad 'Gegevens', cel B1: hier staat een foutwaarde in plaats van een antwoord. Maak de cel leeg en vul het antwoord opnieuw in.",
    );
    refused(
        beside("# Gemeenten\n| Gemeente | Inwoners |\n| #REF! | 52000 |"),
        "W41  blad 'Gemeenten', cel A2: hier staat een foutwaarde in plaats van een antwoord. Maak de cel leeg en vul het antwoord opnieuw in.",
    );
}

#[test]
fn no_control_sequence_in_names_and_facts_is_passed_on() {
    let foreign = meta("ketenscan/1", "gemeente", "proeX", "2030", "");
    refused(
        rewritten(&foreign, "xl/sharedStrings.xml", |xml| {
            xml.replace("proeX", "proe&#27;[2J")
        }),
        "W08  het werkboek hoort bij een andere vragenlijst: 'proe[2J'. Deze run leest 'proef'; wijs een andere vragenlijst aan met --vragenlijst.",
    );
    refused(
        rewritten(&level("7"), "xl/workbook.xml", |xml| {
            xml.replace("5 Beschermen", "5&#27;[2J")
        }),
        "W31  blad '5[2J', cel B2 (BES-01): '7' is geen niveau. Kies een heel niveau van 0 tot en met 4.",
    );
    let folder = Folder::with(&[("a\u{1b}[2J.xlsx", level("7"))]);
    let run = folder.run_fixture("controleer .");
    assert!(
        !run.stderr.contains('\u{1b}') && !run.stdout.contains('\u{1b}'),
        "{}",
        run.stderr
    );
    assert_eq!(run.status, 1);
}

#[test]
fn a_long_name_is_kept_whole() {
    let region = "Samenwerkingsverband Noordelijke Duinstreek en Zuidelijke Veenkoloniën";
    let folder = Folder::with(&[(
        "duinstad.xlsx",
        particulars(&format!(
            "| Regio | {region} |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |"
        )),
    )]);
    let run = folder.run_fixture("controleer duinstad.xlsx");
    assert!(
        run.stdout.contains(&format!("Klopt dit? {region} 2030\n")),
        "{}",
        run.stdout
    );
}
