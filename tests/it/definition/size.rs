//! Definitions larger than anybody would write: refused in one sentence, whatever there is too much of.

use serde_json::Value;

use super::*;

fn practices(number: usize) -> String {
    let one = |key| format!("[[practice]]\nkey = \"vorm-{key}\"\nname = \"Vorm {key}\"\n");
    (0..number).map(one).collect()
}

#[test]
fn a_list_that_is_too_long_is_one_fault() {
    let definition = Definition::fixture().adding(MAIN, &practices(200));
    let run = definition.check();
    let found = run.stderr.lines().filter(|line| line.contains("V24")).count();
    assert_eq!((found, run.status), (1, 1), "{}", run.stderr);
    assert!(
        run.stderr
            .contains(" verschijningsvormen. Breng dat terug tot ten hoogste 100.\n1 fout.\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_list_of_functions_is_bounded_in_number_and_length() {
    let role = |functions: &str| {
        let role = format!("[[role]]\nkey = \"gemeente\"\nname = \"Gemeente\"\nfunctions = [{functions}]\n");
        Definition::fixture().adding(MAIN, &role).check()
    };
    let run = role("\"Wijkagent\", \"Teamleider\"");
    assert!(!run.stderr.contains("functie"), "{}", run.stderr);
    let run = role(&"\"Wijkagent\", ".repeat(31));
    assert!(
        run.stderr
            .ends_with("telt 31 functies. Breng dat terug tot ten hoogste 30.\n1 fout.\n"),
        "{}",
        run.stderr
    );
    let run = role(&format!("\"{}\"", "a".repeat(200)));
    assert!(
        run.stderr.contains("'functions' telt 200 tekens") && run.stderr.ends_with("1 fout.\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_list_of_key_figures_is_bounded_in_number_and_length() {
    let key_figures = |figures: &str| {
        let line = "minimum_coverage = 0.5";
        Definition::fixture()
            .with(MAIN, line, &format!("{line}\nkey_figures = [{figures}]"))
            .check()
    };
    let run = key_figures(&"\"Meldingen\", ".repeat(10));
    assert_eq!(run.stderr, key_figures("").stderr);
    let run = key_figures(&"\"Meldingen\", ".repeat(11));
    assert!(
        run.stderr
            .ends_with("telt 11 kerncijfers. Breng dat terug tot ten hoogste 10.\n1 fout.\n"),
        "{}",
        run.stderr
    );
    let run = key_figures(&format!("\"{}\"", "a".repeat(200)));
    assert!(
        run.stderr.contains("'key_figures' telt 200 tekens") && run.stderr.ends_with("1 fout.\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn more_rows_than_anybody_answers_are_one_fault() {
    let question = Definition::fixture().text(QUESTIONS);
    let (start, end) = (question.find("[[question]]").expect("a question"), question.len());
    let first = question[start..end].split("\n[[question]]").next().expect("a question");
    let copy = |number| first.replace("BES-01", &format!("BES-{number}")) + "\nper_practice = true\n\n";
    let many: String = (100..160).map(copy).collect();
    let definition = Definition::fixture()
        .adding(MAIN, &practices(90))
        .adding(QUESTIONS, &many);
    let run = definition.check();
    assert!(
        run.stderr.contains("V24")
            && run
                .stderr
                .contains(" regels. Breng dat terug tot ten hoogste 2000.\n1 fout.\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_folder_with_many_or_large_files_is_not_a_definition() {
    let stopped = |definition: &Definition, said: &str| {
        let run = definition.check();
        assert_eq!((run.stderr.as_str(), run.status), (said, 2));
    };
    let many = Definition::fixture();
    for number in 0..100 {
        many.put(&format!("steps/{number}.toml"), "");
    }
    stopped(
        &many,
        "Gestopt: in 'editie/steps' staan te veel TOML-bestanden; wijs de map van één vragenlijst aan.\n",
    );
    let large = Definition::fixture().adding(CONSISTENCY, &"#".repeat(2 << 20));
    stopped(
        &large,
        "Gestopt: de TOML-bestanden in 'editie' zijn samen groter dan 2 MB; wijs de map van één vragenlijst aan.\n",
    );
}

#[test]
fn a_word_named_twice_counts_once() {
    let definition = Definition::fixture();
    let text = definition.text(QUESTIONS);
    let twice = text.replacen("ask = [\"gemeente\", ", "ask = [\"gemeente\", \"gemeente\", ", 1);
    assert_ne!(text, twice);
    definition.put(QUESTIONS, &twice);
    let shown = definition
        .folder
        .run("vragenlijst toon --json --vragenlijst editie")
        .stdout;
    let shown: Vec<Value> = serde_json::from_str(&shown).expect("JSON");
    for question in shown {
        let mut asked = question["ask"].as_array().expect("a list").clone();
        asked.dedup();
        assert_eq!(question["ask"].as_array(), Some(&asked));
    }
}

#[test]
fn no_text_of_a_definition_sends_control_sequences() {
    let definition = Definition::fixture().adding(
        MAIN,
        "[[theme]]\nkey = \"a\\u001b[2J\\u202e\"\nname = \"b\"\n\"c\\u001b[31m\\u200f\" = 1",
    );
    let run = definition.check();
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("'c [31m' is hier geen bekend veld"),
        "{}",
        run.stderr
    );
    let printed = |c: char| c == '\n' || !ketenscan::spelling::is_unprintable(c);
    assert!(run.stderr.chars().all(printed), "{:?}", run.stderr);
}
