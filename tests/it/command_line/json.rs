//! All JSON that the command line gives fits its schema in `docs/schema/`, also if a command could not run.

use std::fs;
use std::path::Path;

use ketenscan_testing::schema::{Json, shortcomings, violations};

use crate::programs::{ketenscan, run, succeed};

fn schema(name: &str) -> Json {
    let path = format!("docs/schema/ketenscan-{name}-1.schema.json");
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path));
    Json::parse(&text.unwrap_or_else(|error| panic!("{path}: {error}")))
}

#[track_caller]
fn assert_fits(text: &str, name: &str) -> Json {
    let document = Json::parse(text);
    assert_eq!(violations(&schema(name), &document), [""; 0], "{name}");
    document
}

#[test]
fn results_fit_their_schemas() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    succeed(ketenscan(["demo", "--stil", "-o", "demo"]).current_dir(root));
    let books = "demo/ingevuld/voorbeeldland-2026";
    let told = |arguments: &str| succeed(ketenscan(arguments.split(' ')).current_dir(root));
    let read = |name: &str| fs::read_to_string(root.join(name)).unwrap();

    assert_fits(&told(&format!("controleer {books} --json --stil")), "check");
    told(&format!("controleer {books} --json --stil -o bevindingen.json"));
    assert_eq!(
        read("bevindingen.json"),
        told(&format!("controleer {books} --json --stil"))
    );
    for (options, to) in [("", "r"), (" --delen", "rd")] {
        told(&format!("rapport {books} --json --stil -o {to}{options}"));
        assert_fits(&read(&format!("{to}/voorbeeldland-2026.json")), "report");
        told(&format!("vergelijk demo/ingevuld --json --stil -o v{to}{options}"));
        let comparison = assert_fits(&read(&format!("v{to}/vergelijking.json")), "comparison");
        assert!(comparison.at("regions").items().len() > 1);
    }
    let questions = assert_fits(&told("vragenlijst toon --json"), "questions");
    let recommendations = assert_fits(&told("vragenlijst toon --routekaart --json"), "recommendations");
    for (name, list) in [("questions", questions), ("recommendations", recommendations)] {
        assert!(list.items().len() > 20, "{name}");
        assert_eq!(shortcomings(&schema(name), "$"), [""; 0]);
        let keys = list.items()[0]
            .entries()
            .iter()
            .map(|(key, _)| Json::from(key.as_str()));
        assert!(
            keys.eq(schema(name).at("items/required").items().iter().cloned()),
            "{name}"
        );
    }
}

#[test]
fn who_asked_for_json_is_told_in_json_why_there_is_none() {
    assert_eq!(shortcomings(&schema("error"), "$"), [""; 0]);
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("bestaat.json"), "{}").unwrap();
    for (arguments, error, hint) in [
        (
            "controleer weg --json",
            "'weg' bestaat niet",
            "controleer de naam en de map.",
        ),
        (
            "controleer weg --json -o bestaat.json",
            "'bestaat.json' bestaat al",
            "kies een ander bestand met -o, of geef --overschrijf mee.",
        ),
        (
            "rapport weg --json",
            "'weg' bestaat niet",
            "controleer de naam en de map.",
        ),
        (
            "vergelijk weg --json",
            "'weg' bestaat niet",
            "controleer de naam en de map.",
        ),
        (
            "controleer --json --overschrif weg",
            "'--overschrif' is hier geen bekende optie. Bedoelde u '--overschrijf'?",
            "Zie 'ketenscan controleer --help' voor wat er kan.",
        ),
        (
            "vragenlijst toon --json -stap 3",
            "'-stap' is hier geen bekende optie. Bedoelde u '--stap'?",
            "Zie 'ketenscan vragenlijst toon --help' voor wat er kan.",
        ),
    ] {
        let (status, printed, told) = run(ketenscan(arguments.split(' ')).current_dir(folder.path()));
        assert_eq!(status, Some(2), "{arguments}");
        let failure = assert_fits(&printed, "error");
        assert_eq!(failure.at("error"), &error.into(), "{arguments}");
        assert_eq!(failure.at("hint"), &hint.into(), "{arguments}");
        assert!(told.contains(error), "people are told too: {told}");
    }
    let (status, printed, _) = run(ketenscan(["controleer", "weg"]).current_dir(folder.path()));
    assert_eq!((status, printed.as_str()), (Some(2), ""), "nobody asked for JSON");
    for (arguments, why) in [
        ("controleer -- --json", "a file with that name"),
        ("sjabloon --json", "a command that gives none"),
    ] {
        let (status, printed, _) = run(ketenscan(arguments.split(' ')).current_dir(folder.path()));
        assert_eq!((status, printed.as_str()), (Some(2), ""), "{why}");
    }
}

#[test]
fn errors_in_the_input_that_stop_a_command_are_told_in_json_too() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("stuk.xlsx"), "PK en verder niets").unwrap();
    for command in ["rapport", "vergelijk"] {
        let (status, told, aside) = run(ketenscan([command, "stuk.xlsx", "--json"]).current_dir(folder.path()));
        assert_eq!(status, Some(1), "{command}: {aside}");
        let failure = assert_fits(&told, "error");
        let error = failure.at("error");
        assert_eq!(
            error,
            &Json::from("in de invoer staan fouten, dus er is niets gemaakt"),
            "{command}"
        );
    }
    // What is asked for here is what is wrong.
    let (status, told, _) = run(ketenscan(["controleer", "stuk.xlsx", "--json"]).current_dir(folder.path()));
    assert_eq!(status, Some(1));
    assert_fits(&told, "check");
}
