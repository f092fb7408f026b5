//! Answers that take a question out: too many of them, and those to what was answered before.

use super::*;

#[test]
fn more_than_a_quarter_gets_a_warning_with_its_count() {
    // A municipality has five rows.
    let with = |rows: &str| municipal(&format!("# 5 Beschermen\n| ID | Antwoord | Teller | Noemer |\n{rows}"));
    warned(
        with("| BES-01 | 3 |\n| BES-02 | n.v.t. |\n| BES-05 | nvt |"),
        "W77  2 van de 5 vragen zijn beantwoord met 'niet van toepassing'. Kijk of dat klopt: wat er nog niet is, is geen 'niet van toepassing', maar 0 of Nee.",
    );
    accepted(with("| BES-01 | 3 |\n| BES-02 | n.v.t. |"));
    // That nothing is needed is a figure.
    accepted(with("| BES-01 | 3 |\n| BES-02 | n.v.t. |\n| BES-04 | | 0 | 0 |"));
}

#[test]
fn what_was_answered_last_year_is_not_called_inapplicable_without_a_ground() {
    let book = |year: u16, perspective: &str, row: &str| {
        municipal(&format!(
            "# 5 Beschermen\n| ID | Antwoord | Onderbouwing |\n{row}\n# Gegevens\n| Regio | Flevoland |\n\
             | Gemeente | Duinstad |\n| Jaar | {year} |\n| Perspectief | {perspective} |"
        ))
    };
    let reported = |earlier: Vec<u8>, now: Vec<u8>, command: &str| {
        let folder = Folder::with(&[("eerder.xlsx", earlier), ("nu.xlsx", now)]);
        let run = folder.run_fixture(&format!("{command} --stil eerder.xlsx nu.xlsx"));
        assert_eq!(run.status, 0, "{}", run.stderr);
        run.stderr
    };
    let answered = || book(2029, "Gemeente", "| BES-01 | 1 |");
    let said = "nu.xlsx\n  let op W78  blad '5 Beschermen', cel B2 (BES-01): in 2029 is deze vraag beantwoord; nu staat er 'niet van toepassing' zonder onderbouwing. Zeg bij Onderbouwing waarom de vraag niet meer aan de orde is, of geef een antwoord.\n1 waarschuwing.\n";
    let now = || book(2030, "Gemeente", "| BES-01 | n.v.t. |");
    assert_eq!(reported(answered(), now(), "controleer"), said);
    // A report is about one year.
    assert_eq!(reported(answered(), now(), "rapport"), "");

    let silent = [
        // With a ground.
        (
            answered(),
            book(2030, "Gemeente", "| BES-01 | n.v.t. | Geen scholen meer |"),
        ),
        // Asked of somebody else.
        (answered(), book(2030, "Veilig Thuis", "| BES-01 | n.v.t. |")),
        // Not answered before, and answered now.
        (book(2029, "Gemeente", "| BES-01 | n.v.t. |"), now()),
        (book(2029, "Gemeente", "| BES-01 | weet niet |"), now()),
        (answered(), book(2030, "Gemeente", "| BES-01 | 1 |")),
    ];
    for (earlier, now) in silent {
        assert_eq!(reported(earlier, now, "controleer"), "");
    }
}

#[test]
fn a_merged_municipality_is_held_to_what_its_predecessors_answered() {
    let book = |name: &str, year: u16, answer: &str| {
        municipal(&format!(
            "# 5 Beschermen\n| ID | Antwoord | Onderbouwing |\n| BES-01 | {answer} |\n# Gegevens\n| Regio | Flevoland |\n\
             | Gemeente | {name} |\n| Jaar | {year} |\n| Perspectief | Gemeente |"
        ))
    };
    let reported = |municipality: &str| {
        let list = beside(&format!(
            "# Gemeenten\n| Gemeente | Inwoners | Voorheen |\n{municipality}"
        ));
        let folder = Folder::with(&[
            ("eerder.xlsx", book("Duinstad", 2029, "1")),
            ("nu.xlsx", book("Duinveen", 2030, "n.v.t.")),
            ("regio.xlsx", list),
        ]);
        let run = folder.run_fixture("controleer --stil eerder.xlsx nu.xlsx regio.xlsx");
        assert_eq!(run.status, 0, "{}", run.stderr);
        run.stderr.matches("W78").count()
    };
    assert_eq!(reported("| Duinveen | 52000 | Duinstad, Veenwold |"), 1);
    assert_eq!(reported("| Duinveen | 52000 | |"), 0);
    assert_eq!(reported("| Duinveen | 52000 | Veenwold |"), 0);
}
