//! Unusual input: thousands of bad files, pipes, and names that nobody can type.

use super::*;

/// Whether a text contains nothing that is invisible or that a terminal could interpret as a control sequence.
fn is_plain(text: &str) -> bool {
    text.chars()
        .all(|c| c == '\n' || !ketenscan::spelling::is_unprintable(c))
}

#[test]
fn thousands_of_bad_files_are_summarised_and_all_in_the_json() {
    let folder = Folder::new();
    for number in 0..1_100 {
        folder.put(&format!("post/{}/{number:04}.xlsx", number % 2), "");
    }
    folder.put(
        "post/goed.xlsx",
        municipal("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 4,5 |"),
    );
    let run = folder.run_fixture("controleer post");
    let (printed, said): (Vec<&str>, Vec<&str>) = (run.stdout.lines().collect(), run.stderr.lines().collect());
    assert_eq!(printed.len(), 100 + 1 + 1 + 6 + 23, "{}", run.stdout);
    assert!(
        printed.contains(&"nog 1.000 niet gelezen: 550 in 'post/1' en 450 in 'post/0'"),
        "{}",
        run.stdout
    );
    // The only error of another kind is reported in full.
    assert!(run.stderr.contains("post/goed.xlsx\n  fout W31 "), "{}", run.stderr);
    let rest = "  fout W01  nog 1.000 keer: 550 in 'post/1' en 450 in 'post/0'";
    assert_eq!(&said[said.len() - 2..], [rest, "1101 fouten."], "{}", run.stderr);
    assert!(said.len() < 220, "{}", run.stderr);

    let json = folder.run_fixture("controleer --json post").stdout;
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["files"].as_array().map(Vec::len), Some(1_101));
}

#[cfg(unix)]
#[test]
fn anything_but_a_file_is_skipped_in_a_folder_and_refused_if_named() {
    use std::os::unix::net::UnixListener;

    let folder = Folder::with(&[(
        "post/a.xlsx",
        municipal("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |"),
    )]);
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path("post/pijp.xlsx"))
        .status();
    assert!(made.expect("mkfifo").success());
    let _socket = UnixListener::bind(folder.path("post/stopcontact")).expect("a socket");
    let why = "het is geen gewoon bestand maar een apparaat, pijp of socket";

    let run = folder.run_fixture("controleer post");
    let note = |name: &str| {
        format!("post/{name}\n  ter info W13  het bestand kan niet gelezen worden: {why}. Het is overgeslagen.\n")
    };
    let notes = [note("pijp.xlsx"), note("stopcontact")].concat();
    assert_eq!(run.stderr, format!("3 bestanden lezen …\n{notes}"));
    assert_eq!(run.status, 0);

    for named in ["post/pijp.xlsx", "/dev/zero"] {
        let run = folder.run_fixture(&format!("controleer {named}"));
        assert_eq!(
            run.stderr,
            format!("Gestopt: '{named}' kan niet gelezen worden: {why}.\n")
        );
        assert_eq!(run.status, 2);
    }
    // A definition does not wait for one either.
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path("vraag.toml"))
        .status();
    assert!(made.expect("mkfifo").success());
    let run = folder.run("controleer post --vragenlijst .");
    assert_eq!(
        run.stderr,
        format!("Gestopt: './vraag.toml' kan niet gelezen worden: {why}.\n")
    );
}

#[cfg(unix)]
#[test]
fn file_names_are_shown_without_control_sequences_and_stay_distinct() {
    let book = |municipality: &str| {
        municipal(&format!(
            "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3,5 |\n# Gegevens\n| Regio | Flevo\u{202e}land |\n\
             | Gemeente | {municipality} |\n| Jaar | 2030 |\n| Perspectief | Gemeente |"
        ))
    };
    let folder = Folder::with(&[
        ("post/a\u{202e}xslx.xlsx", book("Duin\u{2066}stad")),
        ("post/a\u{200b}xslx.xlsx", book("Veenwold")),
        ("post/b\u{1b}[2J\u{2028}.xlsx", book("Zeedam")),
    ]);
    for arguments in [
        "controleer post",
        "controleer post --json",
        "rapport post --html --sla-fouten-over",
    ] {
        let run = folder.run_fixture(arguments);
        assert!(
            is_plain(&run.stdout) && is_plain(&run.stderr),
            "{:?} {:?}",
            run.stdout,
            run.stderr
        );
    }
    let run = folder.run_fixture("controleer post");
    for shown in [
        "post/a\u{fffd}xslx.xlsx:",
        "post/a\u{fffd}xslx.xlsx (2):",
        "post/b\u{fffd}[2J\u{fffd}.xlsx:",
    ] {
        assert!(run.stdout.contains(shown), "{}", run.stdout);
    }
    let written = folder.names();
    assert!(
        written
            .iter()
            .any(|name| name == "reports/flevoland-2030-gemeenten/duinstad.html"),
        "{written:?}"
    );
}

#[test]
fn every_page_has_a_unique_name_that_every_file_system_accepts() {
    let folder = Folder::new();
    let long = "Duinstad aan de Zee ".repeat(40);
    let names = [
        "***",
        "+++",
        "NUL",
        "Con",
        "Москва",
        "القاهرة",
        "A",
        "'A'",
        "A 8",
        long.trim(),
    ];
    for (number, name) in names.iter().enumerate() {
        let book = municipal(&format!(
            "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n# Gegevens\n| Regio | ★ |\n\
             | Gemeente | {name} |\n| Jaar | 2030 |\n| Perspectief | Gemeente |"
        ));
        folder.put(&format!("post/{number}.xlsx"), book);
    }
    let run = folder.run_fixture("rapport post --html");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let written = folder.names();
    assert!(written.contains(&"reports/regio-2030.xlsx".to_owned()), "{written:?}");
    let pages: Vec<&str> = written
        .iter()
        .filter_map(|name| name.strip_prefix("reports/regio-2030-gemeenten/"))
        .collect();
    assert_eq!(pages.len(), names.len(), "{pages:?}");
    for page in [
        "gemeente-nul.html",
        "gemeente-con.html",
        "москва.html",
        "القاهرة.html",
        "a.html",
    ] {
        assert!(pages.contains(&page), "{pages:?}");
    }
    assert!(
        pages.iter().all(|page| page.len() < 200 && !page.starts_with('.')),
        "{pages:?}"
    );
}
