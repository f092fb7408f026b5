//! Exit status, standard output and standard error.

use super::*;

fn two() -> Folder {
    Folder::with(&[
        ("post/duinstad.xlsx", all_kinds()),
        ("post/leesmij.txt", b"Hallo\n".to_vec()),
        (
            "post/veenwold.xlsx",
            municipal(
                "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 7 |\n# Gegevens\n| Regio | Flevoland |\n| Gemeente | Veenwold |\n| Jaar | 2030 |\n| Perspectief | Gemeente |",
            ),
        ),
    ])
}

#[test]
fn the_exit_status_distinguishes_done_from_faulty_from_impossible() {
    let folder = two();
    assert_eq!(folder.run_fixture("controleer post/duinstad.xlsx").status, 0);
    assert_eq!(folder.run_fixture("controleer post").status, 1);
    assert_eq!(folder.run_fixture("controleer nergens").status, 2);
    assert_eq!(folder.run_fixture("rapport post").status, 1);
    assert_eq!(folder.run_fixture("rapport post --sla-fouten-over").status, 0);
    assert_eq!(
        folder.run_fixture("rapport post --sla-fouten-over").status,
        2,
        "the report is there already"
    );
}

#[test]
fn results_go_to_standard_output_and_the_rest_to_standard_error() {
    let run = two().run_fixture("controleer post");
    assert_eq!(
        run.stdout,
        "post/duinstad.xlsx: beantwoord 4 van 5, 1 keer 'weet ik niet'\n\
         post/veenwold.xlsx: beantwoord 0 van 5, 5 keer leeg; 1 bevinding\n\
         \n\
         Klopt dit? Flevoland 2030\n\
         \x20 wie                vanuit    ingevuld door  beantwoord                  bestand\n\
         \x20 Flevoland (regio)                           nog niets\n\
         \x20 Duinstad           Gemeente                 4 van 5                     post/duinstad.xlsx\n\
         \x20 Veenwold           Gemeente                 0 van 5, wel iets ingevuld  post/veenwold.xlsx\n\
         \x20 2 gemeenten; nog geen antwoorden van Veenwold. Of dat ze allemaal zijn, is niet te zien: een lijst van de regio is er niet.\n"
    );
    insta::assert_snapshot!(run.stderr, @r"
    3 bestanden lezen …
    post/leesmij.txt
      ter info W02  dit is geen werkboek maar een tekstbestand. Het is overgeslagen.
    post/veenwold.xlsx
      fout W31  blad '5 Beschermen', cel B2 (BES-01): '7' is geen niveau. Kies een heel niveau van 0 tot en met 4.
    1 fout.
    ");
}

#[test]
fn stil_leaves_only_errors_and_results() {
    let run = two().run_fixture("controleer post --stil");
    assert_eq!(
        run.stderr,
        "post/veenwold.xlsx\n  fout W31  blad '5 Beschermen', cel B2 (BES-01): '7' is geen niveau. Kies een heel niveau van 0 tot en met 4.\n1 fout.\n"
    );
    assert!(
        run.stdout.starts_with("post/duinstad.xlsx: beantwoord 4 van 5"),
        "{}",
        run.stdout
    );

    let report = |arguments: &str| Folder::with(&[("duinstad.xlsx", all_kinds())]).run_fixture(arguments);
    let run = report("rapport duinstad.xlsx --stil");
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
    assert_eq!(run.stdout, report("rapport duinstad.xlsx").stdout);
}

#[test]
fn no_colour_without_a_terminal() {
    let folder = two();
    for arguments in [
        "controleer post",
        "controleer post --kleur auto",
        "controleer post --kleur nooit",
        "rapport post",
        "--help",
    ] {
        let run = folder.run_fixture(arguments);
        for said in [run.stdout, run.stderr] {
            assert!(!said.contains('\u{1b}'), "{arguments}: {said:?}");
        }
    }
    let run = folder.run_fixture("controleer post --kleur altijd");
    assert!(
        run.stderr.contains("\u{1b}["),
        "colour where it is asked for: {:?}",
        run.stderr
    );
}

#[test]
fn the_path_of_a_report_is_printed() {
    let folder = Folder::with(&[("duinstad.xlsx", all_kinds())]);
    let run = folder.run_fixture("rapport duinstad.xlsx --json -o uit");
    assert_eq!(
        run.stderr,
        "Geschreven: uit/flevoland-2030.xlsx\nGeschreven: uit/flevoland-2030.json\n"
    );
    assert_eq!(
        folder.names(),
        ["duinstad.xlsx", "uit/flevoland-2030.json", "uit/flevoland-2030.xlsx"]
    );
}
