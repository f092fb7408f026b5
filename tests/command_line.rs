//! The command line as a user or a script meets it: words, exit status, streams and files.
#![cfg(feature = "cli")]

mod support;

use std::collections::BTreeSet;

use serde_json::Value;
use support::{Folder, municipal, regional};

const COMMANDS: [&str; 11] = [
    "",
    "sjabloon",
    "controleer",
    "rapport",
    "exporteer",
    "vragenlijst",
    "vragenlijst controleer",
    "vragenlijst toon",
    "vragenlijst verschil",
    "demo",
    "rapport --stil",
];

/// Words of the argument parser that no Dutch reader should meet.
const ENGLISH: [&str; 15] = [
    "usage",
    "options",
    "arguments:",
    "commands",
    "possible values",
    "default:",
    "error",
    "print",
    "help for",
    "required",
    "invalid",
    "unexpected",
    "provided",
    "argument '",
    "for more information",
];

#[track_caller]
fn in_dutch(said: &str) {
    let lower = said.to_lowercase();
    for word in ENGLISH {
        assert!(!lower.contains(word), "'{word}' in:\n{said}");
    }
}

/// Duinstad's workbook with these answers.
fn filled(rows: &str) -> Vec<u8> {
    municipal(&format!("# 5 Beschermen\n| ID | Antwoord | Teller | Noemer |\n{rows}"))
}

fn all_kinds() -> Vec<u8> {
    filled(
        "| BES-01 | 3 – Geregeld |\n| BES-02 | Deels |\n| BES-03 | | 2.5 | 10 |\n| BES-04 | Weet ik niet |\n| BES-05 | 7 |",
    )
}

mod help {
    use super::*;

    #[test]
    fn every_command_explains_itself_in_dutch() {
        for command in COMMANDS {
            for flag in ["--help", "--hulp", "-h"] {
                let run = Folder::new().run(&format!("{command} {flag}"));
                assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{command} {flag}");
                assert!(
                    run.stdout.contains("Gebruik: ketenscan"),
                    "{command} {flag}: {}",
                    run.stdout
                );
                in_dutch(&run.stdout);
            }
        }
    }

    #[test]
    fn every_command_is_named_with_its_english_name() {
        let run = Folder::new().run("--help");
        for (command, english) in [
            ("sjabloon", "(template)"),
            ("controleer", "(check)"),
            ("rapport", "(report)"),
            ("exporteer", "(export)"),
            ("vragenlijst", "(questionnaire)"),
            ("demo", ""),
        ] {
            let line = run
                .stdout
                .lines()
                .find(|line| line.trim_start().starts_with(&format!("{command} ")));
            assert!(
                line.is_some_and(|line| line.ends_with(english)),
                "{command}: {}",
                run.stdout
            );
        }
    }

    #[test]
    fn without_a_command_the_help_is_shown_and_nothing_is_done() {
        for command in ["", "vragenlijst"] {
            let run = Folder::new().run(command);
            assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{command}");
            assert!(run.stderr.contains("Gebruik: ketenscan"), "{}", run.stderr);
            in_dutch(&run.stderr);
        }
    }

    #[test]
    fn the_version_is_told() {
        for flag in ["--versie", "--version", "-V"] {
            let run = Folder::new().run(flag);
            assert_eq!(
                run.stdout,
                format!("ketenscan {}\n", env!("CARGO_PKG_VERSION")),
                "{flag}"
            );
            assert_eq!(run.status, 0, "{flag}");
        }
    }

    #[test]
    fn the_english_names_do_the_same() {
        for (dutch, english) in [
            ("sjabloon --help", "template --help"),
            ("controleer --help", "check --help"),
            ("rapport --help", "report --help"),
            ("vragenlijst toon --stap 5", "questionnaire show --stap 5"),
            ("vragenlijst controleer", "questionnaire check"),
        ] {
            let (one, other) = (Folder::new().run(dutch), Folder::new().run(english));
            assert_eq!((one.status, one.stdout), (other.status, other.stdout), "{english}");
        }
    }
}

mod mistakes {
    use super::*;

    /// What is said of these arguments, before the line that points to the help.
    #[track_caller]
    fn explained(arguments: &str, said: &str) {
        let folder = Folder::new();
        let run = folder.run(arguments);
        assert_eq!(run.stderr, format!("{said}\nZie 'ketenscan --help' voor wat er kan.\n"));
        assert_eq!((run.stdout.as_str(), run.status), ("", 2));
        assert!(folder.names().is_empty(), "nothing is written");
        in_dutch(&run.stderr);
    }

    /// Why the run was not begun.
    #[track_caller]
    fn stopped(arguments: &str, said: &str) {
        let folder = Folder::new();
        let run = folder.run(arguments);
        assert_eq!(
            (run.stderr, run.stdout.as_str(), run.status),
            (format!("{said}\n"), "", 2)
        );
        assert!(folder.names().is_empty(), "nothing is written");
    }

    #[test]
    fn an_unknown_command_suggests_the_nearest() {
        explained(
            "vragenlist",
            "'vragenlist' is geen bekende opdracht. Bedoelde u 'vragenlijst'?",
        );
        explained("help", "'help' is geen bekende opdracht.");
        explained(
            "vragenlijst tonen",
            "'tonen' is geen bekende opdracht. Bedoelde u 'toon'?",
        );
    }

    #[test]
    fn an_unknown_command_near_two_names_of_one_suggests_the_dutch_one() {
        explained("rapprot", "'rapprot' is geen bekende opdracht. Bedoelde u 'rapport'?");
    }

    #[test]
    fn an_unknown_option_suggests_the_nearest() {
        explained(
            "rapport --jsn x",
            "'--jsn' is hier geen bekende optie. Bedoelde u '--json'?",
        );
        explained("rapport -q x", "'-q' is hier geen bekende optie.");
        explained("sjabloon --json", "'--json' is hier geen bekende optie.");
    }

    #[test]
    fn a_value_outside_its_list_is_answered_with_the_list() {
        explained(
            "rapport x --weging zwaar",
            "'zwaar' is geen geldige waarde voor '--weging <WEGING>'; kies uit gelijk of inwoners.",
        );
        explained(
            "rapport x --kleur rood",
            "'rood' is geen geldige waarde voor '--kleur <WANNEER>'; kies uit auto, altijd of nooit.",
        );
    }

    #[test]
    fn what_is_missing_is_named() {
        explained("rapport x --jaar", "Bij '--jaar <JJJJ>' ontbreekt een waarde.");
        explained("rapport x -o", "Bij '--map <MAP>' ontbreekt een waarde.");
        explained("sjabloon --regio Voorbeeldland", "Er ontbreekt nog: --jaar <JJJJ>.");
        explained("sjabloon --jaar 2026", "Er ontbreekt nog: --regio <NAAM>.");
    }

    #[test]
    fn what_is_missing_reads_as_a_sentence() {
        for command in ["rapport", "controleer"] {
            explained(command, "Er ontbreekt nog: <PAD>.");
        }
        explained("vragenlijst verschil", "Er ontbreekt nog: <A> en <B>.");
        explained(
            "sjabloon --gemeente Duinstad",
            "Er ontbreekt nog: --jaar <JJJJ> en --regio <NAAM>.",
        );
    }

    #[test]
    fn a_year_that_cannot_be_is_answered_with_the_range() {
        for year in ["abc", "1999"] {
            explained(
                &format!("sjabloon --regio Voorbeeldland --jaar {year}"),
                &format!(
                    "'{year}' is geen geldige waarde voor '--jaar <JJJJ>'; kies een jaar van 2000 tot en met 2100."
                ),
            );
        }
    }

    #[test]
    fn an_option_given_twice_is_named() {
        explained(
            "demo --kleur nooit --kleur nooit",
            "'--kleur <WANNEER>' is te vaak gegeven.",
        );
        explained("demo --stil --stil", "'--stil' is te vaak gegeven.");
    }

    #[test]
    fn a_value_for_an_option_that_takes_none_is_not_called_a_repetition() {
        explained("rapport x --json=1", "Bij '--json' hoort geen waarde.");
    }

    #[test]
    fn choices_of_the_questionnaire_are_answered_with_what_there_is() {
        stopped(
            "vragenlijst toon --stap 9",
            "Gestopt: stap 9 bestaat niet; kies 0 tot en met 7.",
        );
        stopped(
            "vragenlijst toon --rol provincie",
            "Gestopt: 'provincie' is geen rol; kies gemeente of regio.",
        );
        stopped(
            "vragenlijst toon --thema geld",
            "Gestopt: 'geld' is geen thema; kies uit aandachtsfunctionarissen, expertise, opvangcapaciteit, informele-netwerken, deskundigheid, samenwerking, ervaringsdeskundigheid of regie.",
        );
        stopped(
            "sjabloon --regio Voorbeeldland --jaar 2026 --gemeente Duinstad=1.000",
            "Gestopt: '1.000' is geen aantal inwoners; schrijf bijvoorbeeld --gemeente Duinstad=52000, zonder punten.",
        );
        stopped(
            "sjabloon --regio *** --jaar 2026",
            "Gestopt: '***' heeft geen letters of cijfers; geef de naam van de regio.",
        );
        stopped(
            "sjabloon --regio Voorbeeldland --jaar 2026 --gemeente Duinstad --gemeente duinstad",
            "Gestopt: twee werkboeken zouden allebei 'voorbeeldland-2026/duinstad-gemeente.xlsx' heten; geef elke gemeente één keer.",
        );
    }

    #[test]
    fn a_question_back_ends_with_one_mark() {
        stopped(
            "vragenlijst toon --thema regi",
            "Gestopt: 'regi' is geen thema; bedoelde u 'regie'?",
        );
        stopped(
            "sjabloon --regio Voorbeeldland --jaar 2026 --perspectief veilig-tuis",
            "Gestopt: 'veilig-tuis' is geen bekend perspectief; bedoelde u 'veilig-thuis'?",
        );
    }
}

mod streams {
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
    fn the_exit_status_tells_done_from_faulty_from_impossible() {
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
             Respons Flevoland 2030\n\
             \x20 Flevoland (regio): nog niets\n\
             \x20 Duinstad: Gemeente\n\
             \x20 Veenwold: Gemeente\n"
        );
        assert!(
            run.stderr.starts_with("3 bestanden lezen …\npost/leesmij.txt\n"),
            "{}",
            run.stderr
        );
        assert!(
            run.stderr.contains("post/veenwold.xlsx\n  fout W31  "),
            "{}",
            run.stderr
        );
        assert!(run.stderr.ends_with("\n1 fout.\n"), "{}", run.stderr);
    }

    #[test]
    fn stil_leaves_errors_and_results_and_nothing_on_the_way() {
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

        let run = Folder::with(&[("duinstad.xlsx", all_kinds())]).run_fixture("rapport duinstad.xlsx --stil");
        assert_eq!((run.stderr.as_str(), run.status), ("", 0));
        assert!(!run.stdout.is_empty(), "the result is still told");
    }

    #[test]
    fn no_colour_where_nobody_watches() {
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
    fn a_report_tells_where_it_was_written() {
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
}

mod templates {
    use super::*;

    const ORDER: &str = "sjabloon --regio Voorbeeldland --jaar 2026 --gemeente Duinstad=52000 --gemeente Veenwold --perspectief veilig-thuis";
    const WRITTEN: [&str; 4] = [
        "voorbeeldland-2026/duinstad-gemeente.xlsx",
        "voorbeeldland-2026/veenwold-gemeente.xlsx",
        "voorbeeldland-2026/voorbeeldland-regio.xlsx",
        "voorbeeldland-2026/voorbeeldland-veilig-thuis.xlsx",
    ];

    #[test]
    fn a_region_gets_a_workbook_for_each_municipality_perspective_and_itself() {
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
    fn existing_workbooks_are_left_alone_and_named_and_the_rest_is_written() {
        let folder = Folder::with(&[(WRITTEN[1], b"al ingevuld".to_vec())]);
        let run = folder.run(&format!("{ORDER} -o ."));
        assert_eq!(
            run.stderr,
            format!("Bestaat al en is zo gelaten: ./{}\n3 werkboeken gemaakt.\n", WRITTEN[1])
        );
        assert_eq!(run.status, 0);
        assert_eq!(folder.names(), WRITTEN);
        assert_eq!(folder.read(WRITTEN[1]), b"al ingevuld");

        assert_eq!(folder.run(&format!("{ORDER} --overschrijf")).status, 0);
        assert!(folder.read(WRITTEN[1]).starts_with(b"PK"), "--overschrijf replaces it");
    }

    #[test]
    fn existing_workbooks_are_named_even_where_progress_is_not_told() {
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
    fn a_slip_in_a_known_region_is_worth_a_word() {
        let run = Folder::new().run("sjabloon --regio Flevolant --jaar 2026");
        assert_eq!(
            run.stderr,
            "Bedoelde u Flevoland? De naam 'Flevolant' is gebruikt zoals die is gegeven.\n1 werkboek gemaakt.\n"
        );
        assert_eq!(run.status, 0);
    }

    #[test]
    fn untouched_workbooks_are_named_as_such_and_are_no_error() {
        let folder = Folder::new();
        folder.run(ORDER);
        let run = folder.run("controleer voorbeeldland-2026 --stil");
        let untouched: String = WRITTEN.map(|name| format!("{name}: nog niet ingevuld\n")).concat();
        assert_eq!(
            run.stdout,
            format!(
                "{untouched}\nRespons Voorbeeldland 2026\n  Voorbeeldland (regio): nog niets\n  Duinstad: nog niets\n  Veenwold: nog niets\n"
            )
        );
        assert_eq!((run.stderr.as_str(), run.status), ("", 0));
    }
}

mod input {
    use super::*;

    #[test]
    fn folders_are_searched_through_and_hidden_and_lock_files_passed_over() {
        let folder = Folder::with(&[
            ("post/a/diep/duinstad.xlsx", all_kinds()),
            ("post/.verborgen.xlsx", b"geen werkboek".to_vec()),
            ("post/.map/duinstad.xlsx", all_kinds()),
            ("post/~$duinstad.xlsx", b"geen werkboek".to_vec()),
            ("post/.~lock.duinstad.xlsx#", b"geen werkboek".to_vec()),
        ]);
        let run = folder.run_fixture("controleer post");
        assert_eq!((run.stderr.as_str(), run.status), ("", 0));
        assert_eq!(
            run.stdout,
            "post/a/diep/duinstad.xlsx: beantwoord 4 van 5, 1 keer 'weet ik niet'\n\n\
             Respons Flevoland 2030\n  Flevoland (regio): nog niets\n  Duinstad: Gemeente\n"
        );
    }

    #[test]
    fn a_file_named_twice_is_read_once() {
        let folder = Folder::with(&[("post/duinstad.xlsx", all_kinds())]);
        let run = folder.run_fixture("controleer post post/duinstad.xlsx ./post");
        assert_eq!((run.stderr.as_str(), run.status), ("", 0));
        assert_eq!(run.stdout.matches("beantwoord").count(), 1, "{}", run.stdout);
    }

    #[test]
    fn files_are_known_by_what_they_hold_and_not_by_their_name() {
        let folder = Folder::with(&[("antwoord.pdf", all_kinds())]);
        let run = folder.run_fixture("controleer antwoord.pdf");
        assert_eq!((run.stderr.as_str(), run.status), ("", 0));
    }

    /// The report on these answers, without what it says of the files they came from.
    fn report(book: Vec<u8>) -> Value {
        let folder = Folder::with(&[("duinstad.xlsx", book)]);
        let run = folder.run_fixture("rapport duinstad.xlsx --json");
        assert_eq!((run.status, run.stderr.contains("fout")), (0, false), "{}", run.stderr);
        let mut report: Value = serde_json::from_str(&folder.text("reports/flevoland-2030.json")).expect("JSON");
        report["inputs"][0].as_object_mut().expect("an input").remove("sha256");
        report
    }

    #[test]
    fn every_accepted_spelling_of_an_answer_is_the_same_answer() {
        let kinds = [
            (
                "BES-01",
                "3 – Geregeld",
                vec![
                    "3",
                    "\"3\"",
                    "\"3,0\"",
                    "3 - geregeld",
                    "3 — GEREGELD",
                    "\" \u{a0}3 –  Geregeld\u{a0}\"",
                    "geregeld",
                ],
            ),
            (
                "BES-02",
                "Deels",
                vec!["deels", "DEELS", "\"  Deels \"", "\"\u{a0}deels\""],
            ),
            (
                "BES-05",
                "2.5",
                vec!["\"2,5\"", "\"2.5\"", "\" 2,5\u{a0}\"", "\"2,50\""],
            ),
            (
                "BES-01",
                "Weet ik niet",
                vec![
                    "weet ik niet",
                    "WEET\u{a0}IK NIET",
                    "weet niet",
                    "Onbekend",
                    "?",
                    "\" ? \"",
                ],
            ),
            (
                "BES-05",
                "Niet van toepassing",
                vec!["niet van toepassing", "n.v.t.", "N.V.T.", "nvt", "\"NVT \""],
            ),
            ("BES-04", "Weet ik niet", vec!["onbekend", "?"]),
        ];
        for (id, plain, spellings) in kinds {
            let expected = report(filled(&format!("| {id} | {plain} |")));
            for spelling in spellings {
                assert_eq!(
                    report(filled(&format!("| {id} | {spelling} |"))),
                    expected,
                    "{id}: {spelling}"
                );
            }
        }
        let expected = report(filled("| BES-03 | | 2.5 | 10 |"));
        for row in [
            "| | \"2,5\" | 10 |",
            "| | \"2.5\" | \"10\" |",
            "| | \" 2,5 \" | \"10,0\" |",
        ] {
            assert_eq!(report(filled(&format!("| BES-03 {row}"))), expected, "{row}");
        }
    }

    #[test]
    fn different_answers_are_told_apart() {
        let given = |answer: &str| report(filled(&format!("| BES-01 | {answer} |"))).to_string();
        let all: BTreeSet<String> = ["0", "1", "2", "3", "4", "?", "nvt", ""]
            .into_iter()
            .map(given)
            .collect();
        // A question nobody answered and one nobody knows differ in what is counted.
        assert_eq!(all.len(), 8);
    }

    #[test]
    fn accents_composed_or_not_name_one_region_and_one_municipality() {
        let from = |region: &str, municipality: &str, perspective: &str| {
            municipal(&format!(
                "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n# Gegevens\n| Regio | {region} |\n| Gemeente | {municipality} |\n| Jaar | 2030 |\n| Perspectief | {perspective} |"
            ))
        };
        let folder = Folder::with(&[
            ("a.xlsx", from("Fryslân", "Súdwest", "Gemeente")),
            ("b.xlsx", from("\" FRYSLA\u{302}N \"", "su\u{301}dwest", "veilig-thuis")),
        ]);
        let run = folder.run_fixture("controleer a.xlsx b.xlsx --stil");
        assert_eq!((run.stderr.as_str(), run.status), ("", 0));
        assert_eq!(run.stdout.matches("Respons").count(), 1, "{}", run.stdout);
        assert_eq!(
            run.stdout.lines().last().and_then(|line| line.split(": ").nth(1)),
            Some("Gemeente en Veilig Thuis")
        );
    }
}

mod check_json {
    use super::*;

    /// The keys of a JSON text in the order they stand, at a depth of so many objects.
    fn keys(text: &str, indent: usize) -> Vec<String> {
        let start = format!("{}\"", " ".repeat(indent));
        let lines = text
            .lines()
            .filter_map(|line| line.strip_prefix(&start)?.split_once("\": "));
        lines.map(|(key, _)| key.to_owned()).collect()
    }

    #[test]
    fn it_has_the_keys_of_the_contract_in_their_order() {
        let folder = Folder::with(&[(
            "duinstad.xlsx",
            filled("| BES-01 | 7 |\n| BES-02 | Ja |\n| BES-05 | ? |"),
        )]);
        let run = folder.run_fixture("controleer --json duinstad.xlsx");
        assert_eq!((run.stderr.as_str(), run.status), ("", 1), "problems stand in the JSON");
        assert_eq!(keys(&run.stdout, 2), ["format", "files"]);
        assert_eq!(
            keys(&run.stdout, 6),
            [
                "file",
                "kind",
                "region",
                "municipality",
                "year",
                "perspective",
                "answered",
                "questions",
                "problems"
            ]
        );
        assert_eq!(
            keys(&run.stdout, 10),
            ["code", "severity", "sheet", "cell", "question", "message", "hint"]
        );
        let document: Value = serde_json::from_str(&run.stdout).expect("JSON");
        assert_eq!(
            document,
            serde_json::json!({
                "format": "ketenscan-check/1",
                "files": [{
                    "file": "duinstad.xlsx",
                    "kind": "gemeente",
                    "region": "Flevoland",
                    "municipality": "Duinstad",
                    "year": 2030,
                    "perspective": "gemeente",
                    "answered": 1,
                    "questions": 5,
                    "problems": [{
                        "code": "W31",
                        "severity": "error",
                        "sheet": "5 Beschermen",
                        "cell": "B2",
                        "question": "BES-01",
                        "message": "'7' is geen niveau",
                        "hint": "Kies een heel niveau van 0 tot en met 4."
                    }]
                }]
            })
        );
    }

    #[test]
    fn every_file_is_listed_with_its_problems_whatever_it_is() {
        let folder = Folder::with(&[
            ("post/a.txt", b"Hallo\n".to_vec()),
            ("post/b.xlsx", filled("| BES-03 | | 3 | |")),
            ("post/c.xlsx", Vec::new()),
            (
                "post/d.xlsx",
                regional("# Gegevens\n| Regio | Flevoland |\n| Jaar | 2030 |"),
            ),
        ]);
        let run = folder.run_fixture("controleer --json --stil post");
        let document: Value = serde_json::from_str(&run.stdout).expect("JSON");
        let told: Vec<String> = document["files"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|file| {
                let problem = &file["problems"][0];
                format!(
                    "{} {} {} {}",
                    file["file"], file["kind"], problem["code"], problem["severity"]
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                "\"post/a.txt\" null \"W02\" \"note\"",
                "\"post/b.xlsx\" \"gemeente\" \"W33\" \"warning\"",
                "\"post/c.xlsx\" null \"W01\" \"error\"",
                "\"post/d.xlsx\" \"regio\" null null",
            ],
            "in the order of finding"
        );
        assert_eq!(run.status, 1);
    }

    #[test]
    fn an_untouched_workbook_tells_how_many_questions_it_holds() {
        let folder = Folder::with(&[(
            "duinstad.xlsx",
            municipal("# Gegevens\n| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |"),
        )]);
        let run = folder.run_fixture("controleer --json duinstad.xlsx");
        let document: Value = serde_json::from_str(&run.stdout).expect("JSON");
        let file = &document["files"][0];
        assert_eq!((&file["answered"], &file["questions"]), (&0.into(), &5.into()));
        assert_eq!(run.status, 0);
    }
}
