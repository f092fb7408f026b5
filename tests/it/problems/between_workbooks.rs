//! Contradictions between the workbooks of one region.

use super::*;

#[test]
fn different_answers_of_one_respondent_are_refused_with_both_cells() {
    let one = |file: &str, here: &str, there: &str, other: &str| {
        format!(
            "{file}\n  fout R01  blad '5 Beschermen', cel B2 (BES-01): dezelfde invuller antwoordde in een ander werkboek anders op 1 vraag: BES-01 is hier '{here}', en '{there}' in {other} (blad '5 Beschermen', cel B2). Maak de antwoorden gelijk, of laat één werkboek staan. Zijn het twee mensen, vul dan bij 'Ingevuld door (functie)' in wie wie is.\n"
        )
    };
    let (three, four) = ("3 – Geregeld", "4 – Geborgd");
    refused_all(
        &[("a.xlsx", level("3")), ("b.xlsx", level("4"))],
        &(one("a.xlsx", three, four, "b.xlsx") + &one("b.xlsx", four, three, "a.xlsx")),
        2,
    );
}

#[test]
fn a_copy_of_a_workbook_is_refused_with_both_names() {
    for (whose, book) in [("gemeente", level("3")), ("regio", beside(""))] {
        let said = format!(
            "b.xlsx\n  fout R17  dit werkboek heeft precies dezelfde antwoorden als a.xlsx, van dezelfde {whose}, hetzelfde jaar, perspectief en dezelfde invuller. Laat er één staan. Zijn het twee mensen, vul dan bij 'Ingevuld door (functie)' in wie wie is.\n"
        );
        refused_all(&[("a.xlsx", book.clone()), ("b.xlsx", book)], &said, 1);
    }
}

#[test]
fn two_joint_workbooks_are_refused_with_both_names_whoever_wrote_them() {
    let joint = |respondent: &str| {
        particulars(&format!(
            "| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gezamenlijk |\n| Ingevuld door (functie) | {respondent} |"
        ))
    };
    let one = |file: &str, other: &str| {
        format!(
            "{file}\n  fout R13  dit is een gezamenlijk werkboek van dezelfde gemeente en hetzelfde jaar als {other}. Laat er één staan: wat samen is afgesproken, is één antwoord.\n"
        )
    };
    refused_all(
        &[("a.xlsx", joint("projectleider")), ("b.xlsx", joint("secretaris"))],
        &(one("a.xlsx", "b.xlsx") + &one("b.xlsx", "a.xlsx")),
        2,
    );
    let folder = Folder::with(&[("a.xlsx", joint("projectleider")), ("b.xlsx", joint("secretaris"))]);
    let table = folder.run_fixture("controleer a.xlsx b.xlsx").stdout;
    let mark = "b.xlsx (telt niet mee: er is nog een gezamenlijk werkboek)\n";
    assert!(table.contains(mark), "{table}");
    let folder = Folder::with(&[("a.xlsx", joint("projectleider")), ("b.xlsx", level("2"))]);
    assert_eq!(folder.run_fixture("controleer --stil a.xlsx b.xlsx").status, 0);
}

#[test]
fn two_workbooks_of_different_respondents_are_both_read() {
    let by = |respondent: &str| {
        particulars(&format!(
            "| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |\n| Ingevuld door (functie) | {respondent} |"
        ))
    };
    let long = "Beleidsmedewerker zorg, jeugd en veiligheid van de samenwerkende gemeenten";
    let folder = Folder::with(&[
        ("a.xlsx", by(&format!("{long}, team noord"))),
        ("b.xlsx", by(&format!("{long}, team zuid"))),
    ]);
    let run = folder.run_fixture("controleer --stil a.xlsx b.xlsx");
    assert_eq!(
        run.stderr,
        "b.xlsx\n  let op W69  van Duinstad zijn er 2 werkboeken vanuit 'Gemeente', dit en a.xlsx; het gemiddelde telt. 1 vraag is gelijk beantwoord, 0 verschillend; welk nieuwer is, staat er niet in. Is het ene een nieuwe versie van het andere, laat dan alleen het nieuwste staan.\n1 waarschuwing.\n"
    );
    assert_eq!(run.status, 0);
}

#[test]
fn different_inhabitants_are_refused_with_both_names() {
    let with = |perspective: &str, inhabitants: u32| {
        beside(&format!(
            "# Gegevens\n| Regio | Flevoland |\n| Jaar | 2030 |\n| Perspectief | {perspective} |\n\
             # Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | {inhabitants} |"
        ))
    };
    refused_all(
        &[
            ("a.xlsx", with("Gemeente", 52000)),
            ("b.xlsx", with("Veilig Thuis", 53000)),
        ],
        "b.xlsx\n  fout R02  het aantal inwoners van Duinstad verschilt: hier 53000, in a.xlsx 52000. Maak de werkboeken van de regio gelijk.\n",
        1,
    );
}

#[test]
fn different_ambitions_are_refused_with_both_names() {
    let with = |perspective: &str, ambition: u32| {
        beside(&format!(
            "# Gegevens\n| Regio | Flevoland |\n| Jaar | 2030 |\n| Perspectief | {perspective} |\n\
             # Ambitie\n| Stap | Ambitie |\n| 4 Melden | {ambition} |"
        ))
    };
    refused_all(
        &[("a.xlsx", with("Gemeente", 80)), ("b.xlsx", with("Veilig Thuis", 90))],
        "b.xlsx\n  fout R03  de ambitie voor stap 4 verschilt: hier 90, in a.xlsx 80. Maak de werkboeken van de regio gelijk.\n",
        1,
    );
}

#[test]
fn different_key_figures_get_a_warning() {
    let with = |perspective: &str, number: u32| {
        beside(&format!(
            "# Gegevens\n| Regio | Flevoland |\n| Jaar | 2030 |\n| Perspectief | {perspective} |\n\
             # Kerncijfers\n| Cijfer | Verschijningsvorm | Aantal |\n| Meldingen | Huwelijksdwang | {number} |"
        ))
    };
    let folder = Folder::with(&[("a.xlsx", with("Gemeente", 3)), ("b.xlsx", with("Veilig Thuis", 4))]);
    let run = folder.run_fixture("controleer --stil a.xlsx b.xlsx");
    assert_eq!(
        run.stderr,
        "b.xlsx\n  let op R04  het kerncijfer 'Meldingen' verschilt voor Huwelijksdwang: hier 4, in a.xlsx 3. Het getal uit a.xlsx wordt getoond; maak de werkboeken van de regio gelijk.\n1 waarschuwing.\n"
    );
    assert_eq!(run.status, 0);
}

#[test]
fn two_editions_in_one_region_and_year_are_refused() {
    let folder = Folder::new();
    for name in [
        "questionnaire.toml",
        "recommendations.toml",
        "consistency.toml",
        "steps/5-beschermen.toml",
    ] {
        let text = fs::read_to_string(format!("{FIXTURE}/{name}")).expect("the fixture");
        folder.put(
            &format!("2031/{name}"),
            text.replace("edition = 2030", "edition = 2031"),
        );
    }
    folder.put("a.xlsx", level("3"));
    folder.put("b.xlsx", {
        let veenwold = "# Gegevens\n| Regio | Flevoland |\n| Gemeente | Veenwold |\n| Jaar | 2030 |\n| Perspectief | Gemeente |";
        municipal(&format!(
            "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n{veenwold}\n# _meta\n| format | ketenscan/1 |\n| kind | gemeente |\n| questionnaire | proef |\n| edition | 2031 |"
        ))
    });
    let before = folder.contents();
    let run = folder.run_fixture("--vragenlijst 2031 rapport --stil a.xlsx b.xlsx");
    assert_eq!(
        run.stderr,
        "a.xlsx\n  fout R05  dit werkboek is van editie 2030 van de vragenlijst, b.xlsx van editie 2031. Gebruik binnen één regio en jaar werkboeken van één editie.\n\
         b.xlsx\n  fout R05  dit werkboek is van editie 2031 van de vragenlijst, a.xlsx van editie 2030. Gebruik binnen één regio en jaar werkboeken van één editie.\n2 fouten.\n"
    );
    assert_eq!((run.status, folder.contents()), (1, before));
    let table = folder.run_fixture("--vragenlijst 2031 controleer a.xlsx b.xlsx").stdout;
    for file in ["a.xlsx", "b.xlsx"] {
        let mark = format!("{file} (telt niet mee: van een andere vragenlijst of editie)\n");
        assert!(table.contains(&mark), "{table}");
    }
}

#[test]
fn as_many_key_figures_as_a_workbook_can_hold_are_compared() {
    let saying = |file: &str, number: f64| BlankWorkbook {
        file: file.to_owned(),
        role: Role::Region,
        region: Some("Flevoland".to_owned()),
        municipality: None,
        year: Some(2030),
        perspective: None,
        questionnaire: QuestionnaireId {
            id: "proef".to_owned(),
            edition: 2030,
        },
        questions: 0,
        context: Context {
            // Three cells each, of the 50,000 that a workbook may have.
            key_figures: (0..16_000)
                .map(|figure| KeyFigure {
                    figure: format!("Cijfer {figure}"),
                    practice: PracticeIndex::default(),
                    practice_name: "Huwelijksdwang".to_owned(),
                    number,
                })
                .collect(),
            ..Context::default()
        },
    };
    // Comparing each with all others would take minutes.
    let assembled = assemble(Vec::<Submission>::new(), vec![saying("a", 3.0), saying("b", 4.0)]);
    let figures = &assembled.value[0].key_figures;
    assert_eq!((figures.len(), assembled.problems.len()), (16_000, 16_000));
    assert!(figures.iter().all(|figure| figure.number == 3.0), "the first to say it");
}

#[test]
fn a_list_of_all_places_is_not_a_list_of_municipalities() {
    let rows = |most: usize| (1..=most).fold(String::new(), |rows, number| rows + &format!("| G{number} | 1000 |\n"));
    accepted(beside(&format!("# Gemeenten\n| Gemeente | Inwoners |\n{}", rows(500))));
    refused(
        beside(&format!("# Gemeenten\n| Gemeente | Inwoners |\n{}", rows(501))),
        "W57  blad 'Gemeenten', cel A502: in de lijst staan meer dan 500 gemeenten; deze telt niet mee. Haal weg wat er niet in hoort: in de lijst staan alleen de gemeenten van de regio.",
    );
}

#[test]
fn former_names_are_read_to_the_last_or_not_at_all() {
    let names = |many: usize| {
        let name = |number| format!("Voormalige gemeente nummer {number}");
        (1..=many).map(name).collect::<Vec<_>>().join(", ")
    };
    let list = |formerly: &str| {
        beside(&format!(
            "# Gemeenten\n| Gemeente | Inwoners | Voorheen |\n| Duinstad | 52000 | {formerly} |\n\
             | Veenwold | 31000 | Voormalige gemeente nummer 50 |"
        ))
    };
    let folder = Folder::with(&[("regio.xlsx", list(&names(50)))]);
    let run = folder.run_fixture("controleer regio.xlsx");
    assert!(
        run.stderr
            .contains("R11  'Voormalige gemeente nummer 50' staat bij 'Voorheen' van 'Duinstad' en van 'Veenwold'"),
        "{}",
        run.stderr
    );
    refused(
        list(&names(51)),
        "W45  blad 'Gemeenten', cel C2: bij 'Voorheen' staan meer dan 50 namen; geen daarvan is gelezen. Laat alleen de gemeenten staan die in deze gemeente zijn opgegaan.",
    );
}

#[test]
fn weighting_by_unknown_inhabitants_names_the_workbook_that_should_have_them() {
    let folder = Folder::with(&[
        ("duinstad.xlsx", level("3")),
        (
            "regio.xlsx",
            beside("# Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | |\n| Veenwold | 31000 |"),
        ),
    ]);
    let run = folder.run_fixture("rapport --stil duinstad.xlsx regio.xlsx --weging inwoners");
    assert_eq!(
        run.stderr,
        "regio.xlsx\n  fout R06  voor wegen naar inwoners ontbreekt in Flevoland het aantal inwoners van Duinstad. Vul het aan op het blad Gemeenten van het werkboek van de regio, of kies --weging gelijk.\n1 fout.\n"
    );
    assert_eq!((run.status, folder.names().len()), (1, 2));
}

#[test]
fn an_unknown_region_gets_a_note() {
    let from = |region: &str| {
        particulars(&format!(
            "| Regio | {region} |\n| Gemeente | Duinstad |\n| Jaar | 2030 |\n| Perspectief | Gemeente |"
        ))
    };
    for (region, advice) in [
        ("Voorbeeldland", "Een eigen naam mag."),
        ("Flevolant", "Bedoelde u Flevoland? Een eigen naam mag."),
    ] {
        let folder = Folder::with(&[("duinstad.xlsx", from(region))]);
        let run = folder.run_fixture("controleer duinstad.xlsx");
        assert_eq!(
            run.stderr,
            format!("duinstad.xlsx\n  {NOTE} R07  '{region}' staat niet in de lijst van GHNT-regio's. {advice}\n")
        );
        assert_eq!(
            run.stdout.lines().next(),
            Some("duinstad.xlsx: beantwoord 1 van 5, 4 keer leeg"),
            "a note is no finding to look into"
        );
        assert_eq!(run.status, 0);
    }
}

#[test]
fn an_error_that_cannot_be_left_out_is_not_answered_with_the_option_already_given() {
    let folder = Folder::with(&[("duinstad.xlsx", level("3"))]);
    let run = folder.run_fixture("rapport duinstad.xlsx --weging inwoners --sla-fouten-over");
    assert_eq!(
        run.stderr.lines().last(),
        Some("Er is niets geschreven. Herstel de fouten.")
    );
    assert_eq!((run.status, folder.names().len()), (1, 1));
}
