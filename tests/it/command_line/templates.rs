//! The blank workbooks that `sjabloon` writes.

use super::*;

const ORDER: &str = "sjabloon --regio Voorbeeldland --jaar 2026 --gemeente Duinstad=52000 --gemeente Veenwold --perspectief veilig-thuis";
const WRITTEN: [&str; 4] = [
    "voorbeeldland-2026/duinstad-gemeente.xlsx",
    "voorbeeldland-2026/veenwold-gemeente.xlsx",
    "voorbeeldland-2026/voorbeeldland-regio.xlsx",
    "voorbeeldland-2026/voorbeeldland-veilig-thuis.xlsx",
];

#[test]
fn a_region_gets_workbooks_for_its_municipalities_perspectives_and_itself() {
    let folder = Folder::new();
    let run = folder.run(ORDER);
    assert_eq!((run.stderr.as_str(), run.status), ("4 werkboeken gemaakt.\n", 0));
    assert_eq!(run.stdout.lines().collect::<Vec<_>>(), WRITTEN);
    assert_eq!(folder.names(), WRITTEN);
}

#[test]
fn without_a_region_there_are_two_blank_workbooks() {
    let folder = Folder::new();
    let run = folder.run("sjabloon -o blanco");
    assert_eq!(
        run.stdout,
        "blanco/ketenscan-2026-gemeente.xlsx\nblanco/ketenscan-2026-regio.xlsx\n"
    );
    assert_eq!(run.status, 0);
    assert_eq!(
        folder.names(),
        [
            "blanco/ketenscan-2026-gemeente.xlsx",
            "blanco/ketenscan-2026-regio.xlsx"
        ]
    );
}

#[test]
fn existing_workbooks_are_kept_and_listed_and_the_rest_is_written() {
    let folder = Folder::with(&[(WRITTEN[1], b"al ingevuld".to_vec())]);
    let run = folder.run(&format!("{ORDER} -o ."));
    assert_eq!(
        run.stderr,
        format!(
            "Bestaat al en is zo gelaten: ./{}\n3 werkboeken gemaakt. Wat er al staat, vervangt u met --overschrijf; wat iemand heeft ingevuld, blijft dan bewaard.\n",
            WRITTEN[1]
        )
    );
    assert_eq!(run.status, 0);
    assert_eq!(folder.names(), WRITTEN);
    assert_eq!(folder.read(WRITTEN[1]), b"al ingevuld");

    assert_eq!(folder.run(&format!("{ORDER} --overschrijf")).status, 0);
    assert!(folder.read(WRITTEN[1]).starts_with(b"PK"), "--overschrijf replaces it");
}

#[test]
fn existing_workbooks_are_listed_even_in_a_quiet_run() {
    let folder = Folder::with(&[(WRITTEN[1], b"al ingevuld".to_vec())]);
    let run = folder.run(&format!("{ORDER} --stil"));
    assert!(
        run.stderr.contains(WRITTEN[1]),
        "which workbook is not a blank one: {:?}",
        run.stderr
    );
}

#[test]
fn the_same_order_gives_the_same_bytes() {
    let (one, other) = (Folder::new(), Folder::new());
    for folder in [&one, &other] {
        folder.run(ORDER);
        folder.run("sjabloon");
    }
    assert_eq!(one.names().len(), 6);
    assert!(one.contents() == other.contents(), "workbooks differ between two runs");
}

#[test]
fn a_misspelt_known_region_gets_a_message() {
    let run = Folder::new().run("sjabloon --regio Flevolant --jaar 2026");
    assert_eq!(
        run.stderr,
        "Bedoelde u Flevoland? De naam 'Flevolant' is gebruikt zoals die is gegeven.\n1 werkboek gemaakt.\n"
    );
    assert_eq!(run.status, 0);
}

#[test]
fn blank_workbooks_are_named_as_such_and_are_not_an_error() {
    let folder = Folder::new();
    folder.run(ORDER);
    let run = folder.run("controleer voorbeeldland-2026 --stil");
    let untouched: String = WRITTEN.map(|name| format!("{name}: nog niet ingevuld\n")).concat();
    assert_eq!(
        run.stdout,
        format!(
            "{untouched}\nKlopt dit? Voorbeeldland 2026\n  \
             wie                    vanuit        ingevuld door  beantwoord  bestand\n  \
             Voorbeeldland (regio)  Regio                        nog niets\n  \
             Voorbeeldland (regio)  Veilig Thuis                 nog niets\n  \
             Duinstad               Gemeente                     nog niets\n  \
             Veenwold               Gemeente                     nog niets\n  \
             2 gemeenten; nog geen antwoorden van Duinstad en Veenwold.\n"
        )
    );
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
}
