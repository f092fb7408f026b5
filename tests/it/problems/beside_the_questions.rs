//! Priorities, ambitions, key figures and the list of municipalities.

use super::*;

#[test]
fn a_priority_that_is_not_a_theme_is_refused() {
    refused(
        beside("# Speerpunten\n| Speerpunt 1 | Regi |"),
        "W50  blad 'Speerpunten', cel B1: 'Regi' is geen thema van de scan. Bedoelde u 'Regie'?",
    );
    refused(
        beside("# Speerpunten\n| Speerpunt 1 | Geld |"),
        "W50  blad 'Speerpunten', cel B1: 'Geld' is geen thema van de scan. Kies een thema uit de lijst.",
    );
}

#[test]
fn a_priority_named_twice_counts_once() {
    warned(
        beside("# Speerpunten\n| Speerpunt 1 | Regie |\n| Speerpunt 2 | regie |"),
        "W51  blad 'Speerpunten', cel B2: 'Regie' is twee keer als speerpunt genoemd; het telt één keer. Kies een ander thema of laat de regel leeg.",
    );
}

#[test]
fn an_ambition_for_an_unknown_step_is_refused() {
    refused(
        beside("# Ambitie\n| Stap | Ambitie |\n| 4 Meldenn | 80 |"),
        "W52  blad 'Ambitie', cel A2: '4 Meldenn' is geen stap van de keten. Bedoelde u '4 Melden'?",
    );
    refused(
        beside("# Ambitie\n| Stap | Ambitie |\n| Nazorg | 80 |"),
        "W52  blad 'Ambitie', cel A2: 'Nazorg' is geen stap van de keten. Laat de kolom Stap zoals die was.",
    );
}

#[test]
fn an_ambition_off_the_scale_is_refused() {
    for (typed, shown) in [("120", "120"), ("hoog", "hoog"), ("-1", "-1")] {
        refused(
            beside(&format!("# Ambitie\n| Stap | Ambitie |\n| 4 Melden | {typed} |")),
            &format!(
                "W53  blad 'Ambitie', cel B2: '{shown}' is geen ambitie. Vul een score van 0 tot en met 100 in, of laat de cel leeg."
            ),
        );
    }
}

#[test]
fn inhabitants_that_are_not_a_number_are_refused() {
    for (typed, shown) in [("\"52.000\"", "52.000"), ("0", "0"), ("veel", "veel"), ("3.5", "3,5")] {
        refused(
            beside(&format!("# Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | {typed} |")),
            &format!(
                "W54  blad 'Gemeenten', cel B2: '{shown}' is geen aantal inwoners. Vul een heel getal boven 0 in zonder punten, of laat de cel leeg."
            ),
        );
    }
}

#[test]
fn a_municipality_listed_twice_is_refused_with_both_places() {
    refused(
        beside("# Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | 52000 |\n| duinstad | 52000 |"),
        "W55  blad 'Gemeenten', cel A3: gemeente duinstad staat twee keer in de lijst; de eerste staat in cel A2. Laat één regel staan.",
    );
}

#[test]
fn a_key_figure_of_an_unknown_practice_gets_a_warning() {
    let with = |practice: &str| {
        beside(&format!(
            "# Kerncijfers\n| Cijfer | Verschijningsvorm | Aantal |\n| Meldingen bij Veilig Thuis | {practice} | 3 |"
        ))
    };
    warned(
        with("Huwelijkdwang"),
        "W56  blad 'Kerncijfers', cel B2: 'Huwelijkdwang' is geen verschijningsvorm van de scan. Bedoelde u 'Huwelijksdwang'?",
    );
    warned(
        with("Stalking"),
        "W56  blad 'Kerncijfers', cel B2: 'Stalking' is geen verschijningsvorm van de scan. Laat de kolom Verschijningsvorm zoals die was.",
    );
}

#[test]
fn a_key_figure_that_is_not_a_number_gets_a_warning_without_advice_for_another_sheet() {
    warned(
        beside(
            "# Kerncijfers\n| Cijfer | Verschijningsvorm | Aantal |\n| Meldingen bij Veilig Thuis | Huwelijksdwang | veel |",
        ),
        "W37  blad 'Kerncijfers', cel C2: 'veel' is geen getal. Vul alleen een getal in, bijvoorbeeld 12 of 2,5.",
    );
}

#[test]
fn a_row_that_looks_like_no_municipality_is_asked_about_and_counts() {
    for text in [
        "Totaal",
        "Bron: CBS",
        "Regio Flevoland",
        "2030",
        "* voorlopig cijfer: zie bijlage",
    ] {
        warned(
            beside(&format!(
                "# Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | 52000 |\n| \"{text}\" | |"
            )),
            &format!(
                "W64  blad 'Gemeenten', cel A3: '{text}' lijkt geen gemeente; de regel telt wel mee als gemeente. Hoort de regel er niet bij, haal haar dan weg: in de lijst staan alleen gemeenten."
            ),
        );
    }
    for name in [
        "Someren",
        "'s-Hertogenbosch",
        "Nuenen, Gerwen en Nederwetten",
        "Bergen (NH.)",
        "Regiodam",
    ] {
        accepted(beside(&format!(
            "# Gemeenten\n| Gemeente | Inwoners |\n| {name} | 52000 |"
        )));
    }
}

#[test]
fn inhabitants_without_a_name_are_told() {
    warned(
        beside("# Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | 52000 |\n| | 52000 |"),
        "W64  blad 'Gemeenten', cel B3: bij 52000 inwoners staat geen gemeente; de regel is niet gelezen. Vul de naam in, of haal de regel weg als het een totaal is.",
    );
}

#[test]
fn inhabitants_that_no_municipality_has_are_asked_about_and_count() {
    for (given, hint) in [
        ("52", "Bedoelde u 52000? Schrijf het aantal zonder punten."),
        ("999", "Bedoelde u 999000? Schrijf het aantal zonder punten."),
        ("1000001", "Kijk of het getal klopt."),
    ] {
        warned(
            beside(&format!("# Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | {given} |")),
            &format!(
                "W65  blad 'Gemeenten', cel B2: {given} inwoners is ongewoon voor een gemeente; zo telt het wel mee. {hint}"
            ),
        );
    }
    for given in [1000, 1_000_000] {
        accepted(beside(&format!(
            "# Gemeenten\n| Gemeente | Inwoners |\n| Duinstad | {given} |"
        )));
    }
}

#[test]
fn a_number_above_what_a_question_expects_is_asked_about_and_counts() {
    let folder = Folder::new();
    for name in [
        "questionnaire.toml",
        "recommendations.toml",
        "consistency.toml",
        "steps/5-beschermen.toml",
    ] {
        let text = fs::read_to_string(format!("{FIXTURE}/{name}")).expect("the fixture");
        let text = text.replace("kind = \"capacity\"", "kind = \"capacity\"\nlargest = 50");
        folder.put(
            &format!("eigen/{name}"),
            text.replace("unit = \"dagen\"", "unit = \"dagen\"\nlargest = 365"),
        );
    }
    let sheets = "# 5 Beschermen\n| ID | Antwoord | Teller | Noemer |\n| BES-04 | | 50 | 46083 |\n| BES-05 | 365,5 | | |\n\
                  # _meta\n| format | ketenscan/1 |\n| kind | gemeente |\n| questionnaire | proef |\n| edition | 2030 |";
    folder.put("duinstad.xlsx", municipal(sheets));
    let run = folder.run("--vragenlijst eigen controleer duinstad.xlsx");
    assert_eq!(
        run.stderr,
        "duinstad.xlsx\n  let op W66  blad '5 Beschermen', cel D2 (BES-04): 46083 is hoger dan hier te verwachten is (50); zo telt het wel mee. Kijk of het getal klopt.\n  \
         let op W66  blad '5 Beschermen', cel B3 (BES-05): 365,5 is hoger dan hier te verwachten is (365); zo telt het wel mee. Kijk of het getal klopt.\n2 waarschuwingen.\n"
    );
    assert!(
        run.stdout.starts_with("duinstad.xlsx: beantwoord 2 van 5"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_name_that_is_too_long_is_reported_and_never_cut_off() {
    let long = "a".repeat(1_200);
    let told = |place: &str, length: &str| {
        format!(
            "W47  blad {place}: deze cel bevat {length} tekens; hier past een naam van hooguit 1.000. Laat alleen de naam staan."
        )
    };
    refused(
        beside(&format!("# Gemeenten\n| Gemeente | Inwoners |\n| {long} | 52000 |")),
        &told("'Gemeenten', cel A2", "1.200"),
    );
    refused(
        beside(&format!(
            "# Gemeenten\n| Gemeente | Inwoners | Voorheen |\n| Duinstad | 52000 | Zandveen, {long} |"
        )),
        &told("'Gemeenten', cel C2", "1.210"),
    );
    warned(
        beside(&format!(
            "# Kerncijfers\n| Cijfer | Verschijningsvorm | Aantal |\n| {long} | Huwelijksdwang | 12 |"
        )),
        &told("'Kerncijfers', cel A2", "1.200"),
    );
}

#[test]
fn a_key_figure_that_is_small_or_unknown_is_read() {
    for typed in ["< 10", "<5", "minder dan 10", "onbekend", "nvt", "?"] {
        accepted(beside(&format!(
            "# Kerncijfers\n| Cijfer | Verschijningsvorm | Aantal |\n| Meldingen bij Veilig Thuis | Huwelijksdwang | {typed} |"
        )));
    }
}
