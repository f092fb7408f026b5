//! Arguments that make no sense, and the answers to them.

use super::*;

/// Expects this message about these arguments, followed by the line that points to the help of the command they begin
/// with.
#[track_caller]
fn explained(arguments: &str, said: &str) {
    let words = arguments.split_whitespace().take_while(|word| !word.starts_with('-'));
    let words: Vec<&str> = words.collect();
    let mut commands = (0..=words.len()).rev().map(|number| words[..number].join(" "));
    let command = commands.find(|command| COMMANDS.contains(&command.as_str()));
    explained_by(&command.unwrap_or_default(), arguments, said);
}

/// The same with the help of this command.
#[track_caller]
fn explained_by(command: &str, arguments: &str, said: &str) {
    let folder = Folder::new();
    let run = folder.run(arguments);
    let help = format!("ketenscan {command} --help").replace("  ", " ");
    assert_eq!(run.stderr, format!("{said}\nZie '{help}' voor wat er kan.\n"));
    assert_eq!((run.stdout.as_str(), run.status), ("", 2));
    assert!(folder.names().is_empty(), "nothing is written");
    in_dutch(&run.stderr);
}

/// Expects the run not to start, for this reason.
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
    explained_by(
        "",
        "help rapprot",
        "'rapprot' is geen bekende opdracht. Bedoelde u 'rapport'?",
    );
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
fn a_value_outside_its_list_gets_the_list() {
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
fn missing_arguments_are_named() {
    explained("rapport x --jaar", "Bij '--jaar <JJJJ>' ontbreekt een waarde.");
    explained("rapport x -o", "Bij '--map <MAP>' ontbreekt een waarde.");
    explained(
        "sjabloon --regio Voorbeeldland",
        "Er ontbreekt nog: --jaar <JJJJ> (jaar waarvoor de antwoorden gelden).",
    );
    explained(
        "sjabloon --gemeente Duinstad",
        "Er ontbreekt nog: --jaar <JJJJ> (jaar waarvoor de antwoorden gelden).",
    );
}

#[test]
fn missing_arguments_form_a_sentence() {
    for command in ["rapport", "controleer"] {
        explained(
            command,
            "Er ontbreekt nog: <PAD> (werkboeken, of mappen waarin ze staan).",
        );
    }
    explained(
        "exporteer x",
        "Er ontbreekt nog: --map <MAP> (map waarin de tabellen komen).",
    );
    explained(
        "vragenlijst verschil",
        "Er ontbreekt nog: <A> (map met de eerdere editie) en <B> (map met de latere editie).",
    );
    explained(
        "vragenlijst verschil a",
        "Er ontbreekt nog: <B> (map met de latere editie).",
    );
}

#[test]
fn an_impossible_year_gets_the_range() {
    for year in ["abc", "1999", "-1", "-2026", "70000"] {
        explained(
            &format!("sjabloon --regio Voorbeeldland --jaar {year}"),
            &format!("'{year}' is geen geldige waarde voor '--jaar <JJJJ>'; kies een jaar van 2000 tot en met 2100."),
        );
    }
}

#[test]
fn a_step_below_nothing_is_answered_with_the_range() {
    explained(
        "vragenlijst toon --stap -1",
        "'-1' is geen geldige waarde voor '--stap <N>'; kies een stap van 0 tot en met 7.",
    );
}

#[test]
fn the_value_of_an_option_is_not_taken_for_a_command() {
    let meant = "'-overschrijf' is hier geen bekende optie. Bedoelde u '--overschrijf'?";
    explained_by("rapport", "--vragenlijst demo rapport x -overschrijf", meant);
    explained_by("sjabloon", "--vragenlijst controleer sjabloon -overschrijf", meant);
    explained_by(
        "vragenlijst toon",
        "vragenlijst --vragenlijst controleer toon -routekaart",
        "'-routekaart' is hier geen bekende optie. Bedoelde u '--routekaart'?",
    );
    // Without its value, an option takes none of those that follow.
    explained("rapport x -o -overschrijf", meant);
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
fn unknown_choices_in_the_questionnaire_get_the_known_ones() {
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
fn there_is_no_short_workbook_for_what_all_agree_on() {
    stopped(
        "sjabloon --regio Voorbeeldland --jaar 2026 --perspectief Gezamenlijk",
        "Gestopt: 'gezamenlijk' is wat allen samen afspreken; daarvoor is er geen kort werkboek. Een werkboek om samen in af te spreken maakt u met 'ketenscan overleg', als de antwoorden er zijn.",
    );
}

#[test]
fn a_question_to_the_user_ends_with_one_mark() {
    stopped(
        "vragenlijst toon --thema regi",
        "Gestopt: 'regi' is geen thema; bedoelde u 'regie'?",
    );
    stopped(
        "sjabloon --regio Voorbeeldland --jaar 2026 --perspectief veilig-tuis",
        "Gestopt: 'veilig-tuis' is geen bekend perspectief; bedoelde u 'veilig-thuis'?",
    );
}

#[test]
fn an_option_with_one_dash_is_never_misread() {
    for (option, meant) in [
        ("-overschrijf", "overschrijf"),
        ("-Overschrijven", "overschrijf"),
        ("-json", "json"),
        ("-html", "html"),
        ("-stil", "stil"),
        ("-map", "map"),
        ("-jaar=2026", "jaar"),
        ("-versie", "versie"),
    ] {
        let command = if meant == "versie" { "" } else { "rapport x " };
        explained(
            &format!("{command}{option}"),
            &format!("'{option}' is hier geen bekende optie. Bedoelde u '--{meant}'?"),
        );
    }
    explained("exporteer x -o y -html", "'-html' is hier geen bekende optie.");
}

#[test]
fn a_folder_may_follow_its_option_at_once_and_a_file_may_begin_with_a_dash() {
    let folder = Folder::new();
    folder.put("-overschrijf", filled("| BES-01 | 3 |"));
    let run = folder.run_fixture("rapport --stil -ouit -- -overschrijf");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(folder.names(), ["-overschrijf", "uit/flevoland-2030.xlsx"]);
}

#[test]
fn a_questionnaire_without_effect_is_refused() {
    explained("demo --vragenlijst x", "'--vragenlijst' is hier geen bekende optie.");
    explained(
        "vragenlijst verschil a b --vragenlijst x",
        "'--vragenlijst' is hier geen bekende optie.",
    );
    stopped(
        "--vragenlijst x demo",
        "Gestopt: 'demo' gebruikt de ingebouwde vragenlijst; laat --vragenlijst weg.",
    );
    for arguments in [
        "--vragenlijst x vragenlijst verschil a b",
        "vragenlijst --vragenlijst x verschil a b",
    ] {
        stopped(
            arguments,
            "Gestopt: 'vragenlijst verschil' vergelijkt de mappen A en B; laat --vragenlijst weg.",
        );
    }
}

#[test]
fn options_before_and_after_a_command_all_count() {
    let small = |edition: &str| format!("--vragenlijst {}/tests/fixtures/{edition}", env!("CARGO_MANIFEST_DIR"));
    let (one, other) = (small("questionnaire-small"), small("questionnaire-small-2027"));
    let all = [
        format!("vragenlijst controleer {one} {other}"),
        format!("{one} vragenlijst {other} controleer"),
        format!("{one} vragenlijst controleer {other}"),
        format!("vragenlijst {one} controleer {other}"),
    ];
    for arguments in all {
        let run = Folder::new().run(&arguments);
        let sizes: Vec<&str> = run.stdout.lines().filter_map(|line| line.split(':').next()).collect();
        assert_eq!(
            sizes,
            ["ketenscan-klein editie 2026", "ketenscan-klein editie 2027"],
            "{arguments}"
        );
    }
    explained_by("demo", "--stil demo --stil", "'--stil' is te vaak gegeven.");
    explained_by(
        "vragenlijst controleer",
        "--kleur nooit vragenlijst --kleur=altijd controleer",
        "'--kleur <WANNEER>' is te vaak gegeven.",
    );
}

#[test]
fn one_questionnaire_is_shown_at_a_time() {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    let (one, other) = (
        format!("{fixtures}/questionnaire-small"),
        format!("{fixtures}/questionnaire-small-2027"),
    );
    stopped(
        &format!("vragenlijst toon --vragenlijst {one} --vragenlijst {other}"),
        &format!("Gestopt: er wordt één vragenlijst getoond; kies met --vragenlijst uit '{one}' of '{other}'."),
    );
}

#[test]
fn an_empty_name_does_not_mean_every_name() {
    explained(
        "rapport x --regio=",
        "'' is geen geldige waarde voor '--regio <NAAM>'; geef een naam.",
    );
}

#[test]
fn the_example_of_a_whole_country_stops_before_it_begins_where_its_tables_are() {
    let folder = Folder::with(&[("uit/export/scores.csv", b"eigen werk".to_vec())]);
    let run = folder.run("demo --landelijk -o uit");
    assert_eq!(
        (run.stderr.as_str(), run.status),
        (
            "Gestopt: 'uit/export' bestaat al; kies een andere map met -o, of geef --overschrijf mee.\n",
            2
        )
    );
    assert_eq!(folder.names(), ["uit/export/scores.csv"]);
}
