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
fn a_key_figure_of_an_unknown_practice_is_refused() {
    let with = |practice: &str| {
        beside(&format!(
            "# Kerncijfers\n| Cijfer | Verschijningsvorm | Aantal |\n| Meldingen bij Veilig Thuis | {practice} | 3 |"
        ))
    };
    refused(
        with("Huwelijkdwang"),
        "W56  blad 'Kerncijfers', cel B2: 'Huwelijkdwang' is geen verschijningsvorm van de scan. Bedoelde u 'Huwelijksdwang'?",
    );
    refused(
        with("Stalking"),
        "W56  blad 'Kerncijfers', cel B2: 'Stalking' is geen verschijningsvorm van de scan. Laat de kolom Verschijningsvorm zoals die was.",
    );
}

#[test]
fn a_key_figure_that_is_not_a_number_is_refused_without_advice_for_another_sheet() {
    refused(
        beside(
            "# Kerncijfers\n| Cijfer | Verschijningsvorm | Aantal |\n| Meldingen bij Veilig Thuis | Huwelijksdwang | veel |",
        ),
        "W37  blad 'Kerncijfers', cel C2: 'veel' is geen getal. Vul alleen een getal in, bijvoorbeeld 12 of 2,5.",
    );
}
