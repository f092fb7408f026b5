//! What `controleer` writes to files: all findings, and a text for every sender.

use super::*;

/// Duinstad has a fault and open questions, Veenwold is complete, Rietmeer and a partner sent nothing.
fn post() -> Folder {
    let of = |municipality: &str, rows: &str| {
        municipal(&format!(
            "# 5 Beschermen\n| ID | Antwoord | Teller | Noemer |\n{rows}\n# Gegevens\n| Regio | Flevoland |\n| Gemeente | {municipality} |\n| Jaar | 2030 |\n| Perspectief | Gemeente |\n| Ingevuld door (functie) | Mevrouw Voorbeeld |"
        ))
    };
    let complete = "| BES-01 | 3 |\n| BES-02 | Ja |\n| BES-03 | ? |\n| BES-04 | | 1 | 2 |\n| BES-05 | 3 |";
    Folder::with(&[
        (
            "post/duinstad.xlsx",
            of("Duinstad", "| BES-01 | 3 |\n| BES-02 | Misschien |\n| BES-05 | 3 |"),
        ),
        ("post/veenwold.xlsx", of("Veenwold", complete)),
        ("post/kapot.xlsx", Vec::new()),
        (
            "post/regio.xlsx",
            regional(
                "# Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | 52000 |\n| Veenwold | 31000 |\n| Rietmeer | 9000 |\n\
                 # Gegevens\n| Regio | Flevoland |\n| Jaar | 2030 |",
            ),
        ),
    ])
}

#[test]
fn every_sender_gets_a_text_and_so_does_everyone_from_whom_nothing_came() {
    let folder = post();
    let run = folder.run_fixture("controleer post --berichten uit");
    assert_eq!(run.status, 1, "there are errors in the input");
    assert!(run.stderr.contains("5 berichten geschreven in uit\n"), "{}", run.stderr);
    let mut written = folder.names();
    written.retain(|name| name.starts_with("uit/"));
    assert_eq!(
        written,
        [
            "uit/flevoland-2030/duinstad-gemeente.txt",
            "uit/flevoland-2030/flevoland.txt",
            "uit/flevoland-2030/rietmeer-gemeente.txt",
            "uit/flevoland-2030/veenwold-gemeente.txt",
            "uit/overig/kapot.txt",
        ]
    );
    assert_eq!(
        folder.text("uit/flevoland-2030/duinstad-gemeente.txt"),
        "Onderwerp: Ketenscan Flevoland 2030: nog 2 vragen open en 2 punten om na te kijken\n\n\
         Beste collega,\n\n\
         Dank u wel voor het werkboek van gemeente Duinstad, ingevuld vanuit 'Gemeente' (bestand 'duinstad.xlsx'). 2 van de 5 vragen zijn beantwoord.\n\n\
         Dit klopt niet, en kan zo niet meetellen:\n\
         - blad '5 Beschermen', cel B3: 'Misschien' is hier geen geldig antwoord. Kies uit Ja, Deels, Nee, Weet ik niet of Niet van toepassing.\n\n\
         Wilt u hier nog naar kijken?\n\
         - blad 'Gegevens', cel B5: hier staat wat lijkt op een naam van een persoon. Haal het weg: gegevens van personen en adressen horen niet in de scan. Het rapport neemt het niet over.\n\n\
         Dit is nog open:\n\
         - blad 'Overige vragen', regel 2 (BES-03): Hoeveel organisaties kennen de afspraak?\n\
         - blad 'Overige vragen', regel 3 (BES-04): Hoeveel plekken zijn er van wat nodig is?\n\
         Weet u een antwoord niet, kies dan 'Weet ik niet': dat is ook een antwoord.\n\n\
         Wilt u het werkboek aanpassen en opnieuw sturen? Bel of mail gerust als iets niet duidelijk is.\n\n\
         Met vriendelijke groet\n"
    );
    assert_eq!(
        folder.text("uit/flevoland-2030/veenwold-gemeente.txt"),
        "Onderwerp: Ketenscan Flevoland 2030: 1 punt om na te kijken\n\n\
         Beste collega,\n\n\
         Dank u wel voor het werkboek van gemeente Veenwold, ingevuld vanuit 'Gemeente' (bestand 'veenwold.xlsx'). 4 van de 5 vragen zijn beantwoord.\n\n\
         Wilt u hier nog naar kijken?\n\
         - blad 'Gegevens', cel B5: hier staat wat lijkt op een naam van een persoon. Haal het weg: gegevens van personen en adressen horen niet in de scan. Het rapport neemt het niet over.\n\n\
         Wilt u het werkboek aanpassen en opnieuw sturen? Bel of mail gerust als iets niet duidelijk is.\n\n\
         Met vriendelijke groet\n"
    );
    assert_eq!(
        folder.text("uit/flevoland-2030/rietmeer-gemeente.txt"),
        "Onderwerp: Ketenscan Flevoland 2030: wilt u het werkboek nog invullen?\n\n\
         Beste collega,\n\n\
         Voor de ketenscan Flevoland 2030 kregen wij nog geen ingevuld werkboek van gemeente Rietmeer. Wilt u het invullen en terugsturen? Het zijn 5 vragen. Weet u een antwoord niet, kies dan 'Weet ik niet': dat is ook een antwoord.\n\n\
         Bent u het werkboek kwijt, laat het weten. Dan sturen wij het opnieuw.\n\n\
         Met vriendelijke groet\n"
    );
    assert_eq!(
        folder.text("uit/overig/kapot.txt"),
        "Onderwerp: Ketenscan: wij kunnen uw werkboek nog niet gebruiken\n\n\
         Beste collega,\n\n\
         Dank u wel voor het bestand 'kapot.xlsx'. Wij kunnen het zo nog niet gebruiken:\n\
         - het bestand is leeg. Stuur het ingevulde werkboek zelf, als xlsx, ods, xlsm, xlsb of xls.\n\n\
         Wilt u het aanpassen en opnieuw sturen? Bel of mail gerust als iets niet duidelijk is.\n\n\
         Met vriendelijke groet\n"
    );
    for name in &written {
        assert!(!folder.text(name).contains("Voorbeeld"), "{name} names a person");
    }
}

#[test]
fn texts_and_findings_are_not_overwritten_unasked() {
    let folder = post();
    folder.run_fixture("controleer post --berichten uit -o bevindingen.txt");
    let before = folder.contents();
    let run = folder.run_fixture("controleer post --berichten uit");
    assert_eq!((run.status, folder.contents()), (2, before.clone()), "{}", run.stderr);
    assert!(
        run.stderr
            .ends_with("bestaat al; kies een andere map met --berichten, of geef --overschrijf mee.\n"),
        "{}",
        run.stderr
    );
    let run = folder.run_fixture("controleer post -o bevindingen.txt");
    assert_eq!((run.status, folder.contents()), (2, before.clone()), "{}", run.stderr);
    assert_eq!(
        run.stderr,
        "Gestopt: 'bevindingen.txt' bestaat al; kies een ander bestand met -o, of geef --overschrijf mee.\n"
    );
    for overwrite in ["", " --overschrijf"] {
        let run = folder.run_fixture(&format!("controleer post -o uit{overwrite}"));
        assert_eq!(
            (run.stderr.as_str(), run.status),
            (
                "Gestopt: 'uit' is een map; noem bij -o een bestand, bijvoorbeeld uit/bevindingen.txt.\n",
                2
            )
        );
    }
    let run = folder.run_fixture("controleer post --berichten uit -o bevindingen.txt --overschrijf");
    assert_eq!((run.status, folder.contents()), (1, before), "{}", run.stderr);
}

#[test]
fn findings_go_to_a_file_and_the_table_to_the_screen() {
    let folder = post();
    let screen = folder.run_fixture("controleer post");
    let run = folder.run_fixture("controleer post -o bevindingen.txt");
    assert_eq!(
        run.stderr,
        "4 bestanden lezen …\nDe bevindingen staan in bevindingen.txt\n2 fouten en 2 waarschuwingen.\n"
    );
    assert!(
        run.stdout.starts_with("\nKlopt dit? Flevoland 2030\n"),
        "{}",
        run.stdout
    );
    let findings = folder.text("bevindingen.txt");
    assert!(
        findings.ends_with(&run.stdout) && screen.stdout.ends_with(&run.stdout),
        "{findings}"
    );
    for line in screen.stderr.lines().skip(1) {
        assert!(findings.contains(line), "'{line}' is not in {findings}");
    }
    folder.run_fixture("controleer post --json -o bevindingen.json");
    let json: Value = serde_json::from_str(&folder.text("bevindingen.json")).expect("JSON");
    assert_eq!(json["format"], "ketenscan-check/1");
}

#[test]
fn files_of_the_program_itself_are_no_strangers() {
    let folder = Folder::with(&[("post/duinstad.xlsx", all_kinds())]);
    folder.run_fixture("controleer post -o post/bevindingen.txt");
    folder.run_fixture("controleer post --json -o post/bevindingen.json");
    folder.run_fixture("controleer post --berichten post/berichten");
    let run = folder.run_fixture("rapport post -o post/rapport --html --json --grafieken");
    assert_eq!(run.status, 0, "{}", run.stderr);
    for format in ["parquet", "csv", "csv-nl"] {
        let run = folder.run_fixture(&format!("exporteer post -o post/{format} --formaat {format}"));
        assert_eq!(run.status, 0, "{}", run.stderr);
    }
    let endings: BTreeSet<String> = folder
        .names()
        .iter()
        .map(|name| name.rsplit('.').next().unwrap_or_default().to_owned())
        .collect();
    let all = ["csv", "html", "json", "parquet", "png", "svg", "txt", "xlsx"];
    assert!(endings.iter().eq(all), "{endings:?}");
    // Their names say nothing: the same endings on what others made.
    folder.put("post/notitie.txt", "Bellen met Veenwold");
    folder.put("post/foto.png", b"\x89PNG\r\n\x1a\n");
    folder.put("post/lijst.csv", "region,year\nFlevoland,2030\n");
    folder.put("post/tabel.parquet", "PAR1PAR1");
    folder.put("post/tekening.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let run = folder.run_fixture("controleer post --stil --json");
    let json: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let files: Vec<&str> = json["files"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|file| file["file"].as_str())
        .collect();
    assert_eq!(
        files,
        [
            "post/duinstad.xlsx",
            "post/foto.png",
            "post/lijst.csv",
            "post/notitie.txt",
            "post/tabel.parquet",
            "post/tekening.svg"
        ]
    );
}
