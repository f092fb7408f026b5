//! The help of every command.

use super::*;

#[test]
fn every_command_explains_itself_in_dutch() {
    for command in COMMANDS {
        let help = Folder::new().run(&format!("{command} --help"));
        assert_eq!((help.status, help.stderr.as_str()), (0, ""), "{command}");
        in_dutch(&help.stdout);
        insta::assert_snapshot!(format!("ketenscan {command}").trim_end().replace(' ', "-"), help.stdout);
        for flag in ["--hulp", "-h"] {
            let run = Folder::new().run(&format!("{command} {flag}"));
            assert_eq!(
                (run.status, run.stdout, run.stderr),
                (0, help.stdout.clone(), String::new()),
                "{command} {flag}"
            );
        }
    }
}

#[test]
fn without_a_command_the_help_is_shown_and_nothing_is_done() {
    for command in ["", "vragenlijst"] {
        let run = Folder::new().run(command);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{command}");
        let help = Folder::new().run(&format!("{command} --help"));
        assert_eq!(run.stderr, help.stdout, "{command}");
    }
}

#[test]
fn the_version_is_shown() {
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
fn the_version_is_told_with_the_edition_of_the_questionnaire() {
    let run = Folder::new().run("versie");
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(
        (run.stdout, run.stderr.as_str(), run.status),
        (
            format!("ketenscan {version}\nvragenlijst 'ketenscan-schadelijke-praktijken', editie 2026\n"),
            "",
            0
        )
    );
}

#[test]
fn help_shows_what_the_option_does() {
    for command in COMMANDS {
        let (help, option) = (
            Folder::new().run(&format!("help {command}")),
            Folder::new().run(&format!("{command} --help")),
        );
        assert_eq!((help.status, help.stdout), (0, option.stdout), "{command}");
    }
}

#[test]
fn every_shell_gets_a_script_that_knows_all_commands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = Folder::new().run(&format!("aanvullen {shell}"));
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{shell}");
        for word in ["sjabloon", "sla-fouten-over", "vragenlijst"] {
            assert!(run.stdout.contains(word), "{shell}: {word}");
        }
        // As it was made: tabs and line breaks mean something to a shell.
        assert!(!run.stdout.contains('\u{fffd}'), "{shell}");
    }
}

#[test]
fn the_english_names_do_the_same() {
    for (dutch, english) in [
        ("sjabloon --help", "template --help"),
        ("controleer --help", "check --help"),
        ("overleg --help", "consensus --help"),
        ("rapport --help", "report --help"),
        ("voortgang --help", "progress --help"),
        ("versie", "version"),
        ("licenties", "licences"),
        ("vragenlijst toon --stap 5", "questionnaire show --stap 5"),
        ("vragenlijst controleer", "questionnaire check"),
    ] {
        let (one, other) = (Folder::new().run(dutch), Folder::new().run(english));
        assert_eq!((one.status, one.stdout), (other.status, other.stdout), "{english}");
    }
}
