//! What every command says of itself.

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
