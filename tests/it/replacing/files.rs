//! Which files are kept, replaced, left alone or listed.

use super::*;
use ketenscan_testing::markdown::exactly;
use ketenscan_testing::package::{pack, typed, unpack};

const AGAIN: &str = "rapport boeken --overschrijf";

#[test]
fn what_nobody_stored_since_it_was_made_is_replaced_and_not_kept() {
    let folder = filled_in();
    for command in [
        "rapport boeken",
        "vergelijk boeken",
        "sjabloon --regio Flevoland --jaar 2031",
    ] {
        done(&folder, command);
        let made = folder.names();
        let printed = done(&folder, &format!("{command} --overschrijf"));
        assert_eq!(folder.names(), made, "{printed}");
    }
}

#[test]
fn what_people_worked_in_is_kept_beside_what_takes_its_place() {
    let folder = filled_in();
    done(&folder, "rapport boeken");
    let worked_in = typed(&folder.read(REPORT), "Samenvatting", "Z40", "Besproken in maart");
    folder.put(REPORT, &worked_in);
    let printed = done(&folder, AGAIN);
    assert!(folder.read(KEPT) == worked_in);
    let kept = format!("Wat in {REPORT} stond, is bewaard als {KEPT}\n");
    assert!(printed.contains(&kept), "{printed}");

    // A second one on the same day gets a number.
    let stored = pack(&unpack(&folder.read(REPORT)));
    folder.put(REPORT, &stored);
    let printed = done(&folder, &format!("{AGAIN} --stil"));
    let second = "reports/flevoland-2030 (vorige 2027-03-09) (2).xlsx";
    assert!(folder.read(second) == stored && folder.read(KEPT) == worked_in);
    assert!(printed.contains(second), "however quiet: {printed}");
}

#[test]
fn what_was_kept_is_no_input_whatever_it_holds() {
    let folder = filled_in();
    let twice = folder.read("boeken/duinstad.xlsx");
    folder.put("boeken/duinstad (vorige 2027-03-09).xlsx", &twice);
    folder.put("boeken/oud/regio (vorige 2027-01-02) (2).xlsx", "geen werkboek");
    let printed = done(&folder, "rapport boeken");
    assert!(
        printed.starts_with("2 bewaarde vorige versies overgeslagen.\n2 bestanden lezen …\n"),
        "{printed}"
    );
    let run = folder.run_with(&["controleer", "boeken/duinstad (vorige 2027-03-09).xlsx"]);
    assert_eq!(run.status, 2, "named or not: {}", run.stderr);
    assert!(
        run.stderr.starts_with("1 bewaarde vorige versie overgeslagen.\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_template_with_anything_in_it_is_kept() {
    let order = "sjabloon --regio Flevoland --jaar 2031 --gemeente Duinstad --overschrijf";
    let folder = Folder::new();
    done(&folder, order);
    let made = folder.contents();
    for (name, sheet, cell, text) in [
        ("duinstad-gemeente", "5 Beschermen", "E6", "3 – Geregeld"),
        ("duinstad-gemeente", "5 Beschermen", "I6", "Alleen een opmerking"),
        ("duinstad-gemeente", "Gegevens", "B8", "9 maart"),
        ("flevoland-regio", "Gemeenten", "B5", "52000"),
        ("flevoland-regio", "Ambitie", "C5", "70"),
        ("flevoland-regio", "Kerncijfers", "C5", "12"),
        ("flevoland-regio", "Speerpunten", "B4", "Opvang"),
    ] {
        let place = format!("flevoland-2031/{name}.xlsx");
        let filled = typed(&made[&place], sheet, cell, text);
        folder.put(&place, &filled);
        let printed = done(&folder, order);
        let kept = format!("flevoland-2031/{name} (vorige 2027-03-09).xlsx");
        let expected = format!("Wat in {place} stond, is bewaard als {kept}; het nieuwe is leeg\n");
        assert!(printed.contains(&expected), "{sheet}: {printed}");
        assert!(
            folder.read(&kept) == filled && folder.read(&place) == made[&place],
            "{sheet}"
        );
        std::fs::remove_file(folder.path(&kept)).unwrap();
        assert!(folder.contents() == made, "{sheet}: nothing else changed");
    }
}

#[test]
fn what_is_no_template_is_not_replaced_by_one() {
    let folder = Folder::new();
    let order = "sjabloon --regio Flevoland --jaar 2031 --overschrijf";
    let place = "flevoland-2031/flevoland-regio.xlsx";
    let bytes = exactly("# Eigen blad\n| Een | Twee |");
    folder.put(place, &bytes);
    let printed = done(&folder, order);
    assert!(
        printed.contains(&format!("Geen leesbare vragenlijst en zo gelaten: {place}\n")),
        "{printed}"
    );
    assert!(folder.read(place) == bytes);
    // An unreadable file may have been one.
    folder.put(place, "PK afgebroken");
    done(&folder, order);
    assert_eq!(
        folder.text("flevoland-2031/flevoland-regio (vorige 2027-03-09).xlsx"),
        "PK afgebroken"
    );
}

#[test]
fn a_comparison_that_people_worked_in_is_kept() {
    let folder = filled_in();
    done(&folder, "vergelijk boeken");
    let place = "reports/vergelijking.xlsx";
    let worked_in = typed(&folder.read(place), "Samenvatting", "A30", "Besproken");
    folder.put(place, &worked_in);
    let printed = done(&folder, "vergelijk boeken --overschrijf");
    let kept = "reports/vergelijking (vorige 2027-03-09).xlsx";
    let expected = format!("Wat in {place} stond, is bewaard als {kept}; er is niets van overgenomen\n");
    assert!(printed.contains(&expected), "{printed}");
    assert!(folder.read(kept) == worked_in);

    folder.put(place, municipal(""));
    assert_eq!(
        refused(&folder, "vergelijk boeken --overschrijf"),
        format!(
            "Gestopt: '{place}' is geen vergelijking van ketenscan die gelezen kan worden; verplaats het, of kies met -o een andere map."
        )
    );
}

#[test]
fn an_edition_to_share_and_an_ordinary_one_never_take_each_others_place() {
    for (command, place, ordinary) in [
        ("rapport boeken", REPORT, "een gewoon rapport, met namen en herkomst"),
        (
            "vergelijk boeken",
            "reports/vergelijking.xlsx",
            "een gewone vergelijking, met namen",
        ),
    ] {
        let folder = filled_in();
        done(&folder, command);
        assert_eq!(
            refused(&folder, &format!("{command} --delen --overschrijf")),
            format!("Gestopt: '{place}' is {ordinary}; kies met -o een andere map voor de uitgave om te delen.")
        );
        let folder = filled_in();
        done(&folder, &format!("{command} --delen"));
        done(&folder, &format!("{command} --delen --overschrijf"));
        assert_eq!(
            refused(&folder, &format!("{command} --overschrijf")),
            format!(
                "Gestopt: '{place}' is een uitgave om te delen; kies met -o een andere map voor wat niet gedeeld wordt."
            )
        );
    }
}

#[test]
fn the_report_of_another_region_or_year_is_not_replaced() {
    let folder = filled_in();
    done(&folder, "rapport boeken");
    let other_year = "# Gegevens\n| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2029 |\n| Perspectief | Gemeente |\n\
        # 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 1 |";
    folder.put("elders/boeken/duinstad.xlsx", municipal(other_year));
    done(&folder, "rapport elders/boeken -o elders");
    folder.put(REPORT, folder.read("elders/flevoland-2029.xlsx"));
    assert_eq!(
        refused(&folder, AGAIN),
        format!(
            "Gestopt: '{REPORT}' is het rapport van een andere regio of een ander jaar; verplaats het, of kies met -o een andere map."
        )
    );
}

#[test]
fn a_file_that_is_open_is_not_replaced() {
    for (lock, program) in [
        (".~lock.flevoland-2030.xlsx#", "LibreOffice"),
        ("~$flevoland-2030.xlsx", "Excel"),
    ] {
        let folder = filled_in();
        done(&folder, "rapport boeken");
        folder.put(&format!("reports/{lock}"), "");
        assert_eq!(
            refused(&folder, AGAIN),
            format!(
                "Gestopt: '{REPORT}' is open in {program}; sluit het daar en probeer het opnieuw, of verwijder '{lock}' als het nergens open is."
            )
        );
    }
    let folder = Folder::new();
    let order = "sjabloon --regio Flevoland --jaar 2031 --overschrijf";
    done(&folder, order);
    folder.put("flevoland-2031/~$flevoland-regio.xlsx", "");
    let before = folder.contents();
    let printed = done(&folder, order);
    assert!(
        printed.contains("Is open in Excel en zo gelaten: flevoland-2031/flevoland-regio.xlsx\n"),
        "{printed}"
    );
    assert!(folder.contents() == before);
}

#[test]
fn what_is_left_of_an_earlier_run_is_named() {
    let folder = filled_in();
    done(&folder, "rapport boeken --json --html --grafieken --raadsbrief");
    folder.put(&format!("reports/{NAME}-gemeenten/opgeheven.html"), "van vorig jaar");
    let printed = done(&folder, AGAIN);
    let expected = format!(
        "Van een eerdere keer, en nu niet vernieuwd: reports/{NAME}.json, reports/{NAME}.html, reports/{NAME}-gemeenten, reports/{NAME}-grafieken en reports/{NAME}-raadsbrief.docx. Maak ook die opnieuw, of haal ze weg.\n"
    );
    assert!(printed.contains(&expected), "{printed}");
    let printed = done(&folder, &format!("{AGAIN} --json --html --grafieken --raadsbrief"));
    let expected = format!(
        "Van een eerdere keer, en nu niet vernieuwd: reports/{NAME}-gemeenten/opgeheven.html. Maak ook die opnieuw, of haal ze weg.\n"
    );
    assert!(printed.contains(&expected), "{printed}");
    let printed = done(&filled_in(), AGAIN);
    assert!(!printed.contains("eerdere keer"), "{printed}");
}

#[test]
fn a_letter_in_which_people_worked_is_kept() {
    let folder = filled_in();
    done(&folder, "rapport boeken --raadsbrief");
    let letter = format!("reports/{NAME}-raadsbrief.docx");
    let again = format!("{AGAIN} --raadsbrief");
    // Nobody worked in it.
    assert!(!done(&folder, &again).contains("bewaard"));
    let made = folder.read(&letter);
    // A word processor writes the package anew, without our seal.
    let saved = ketenscan_testing::package::pack(&ketenscan_testing::package::unpack(&made));
    folder.put(&letter, &saved);
    let printed = done(&folder, &again);
    let kept: Vec<String> = folder
        .contents()
        .into_keys()
        .filter(|name| name.contains("-raadsbrief (vorige 20") && name.ends_with(").docx"))
        .collect();
    let [kept] = &kept[..] else {
        panic!("{kept:?}, {printed}");
    };
    assert!(
        printed.contains(&format!("Wat in {letter} stond, is bewaard als {kept}")),
        "{printed}"
    );
    assert_eq!(folder.read(kept), saved);
    assert_eq!(folder.read(&letter), made);
    // Neither is mistaken for input.
    let run = folder.run_fixture("controleer reports");
    assert!(!run.stdout.contains("docx"), "{}", run.stdout);
}

#[cfg(unix)]
#[test]
fn files_can_be_read_by_those_whom_the_users_mask_lets() {
    use std::os::unix::fs::PermissionsExt;
    let folder = filled_in();
    let mode = |name: &str| std::fs::metadata(folder.path(name)).unwrap().permissions().mode() & 0o777;
    for (mask, expected) in [("002", 0o664), ("022", 0o644), ("077", 0o600)] {
        let script = format!("umask {mask} && \"$@\"");
        let tool = crate::programs::KETENSCAN;
        let output = format!("met-{mask}");
        let arguments = [
            "-c",
            &script,
            "sh",
            tool,
            "rapport",
            "boeken",
            "-o",
            &output,
            "--vragenlijst",
        ];
        let arguments = [&arguments[..], &[ketenscan_testing::markdown::FIXTURE]].concat();
        let run = folder.run_program(std::path::Path::new("/bin/sh"), &arguments);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert_eq!(mode(&format!("{output}/{NAME}.xlsx")), expected, "{mask}");
    }
    // A report that was made private stays private.
    let private = format!("met-022/{NAME}.xlsx");
    std::fs::set_permissions(folder.path(&private), PermissionsExt::from_mode(0o600)).unwrap();
    done(&folder, "rapport boeken -o met-022 --overschrijf");
    assert_eq!(mode(&private), 0o600);
}
