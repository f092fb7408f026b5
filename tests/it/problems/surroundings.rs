//! Paths, folders and outputs that make a run impossible.

use super::*;

fn stopped(folder: &Folder, arguments: &str, stderr: &str) {
    let before = folder.contents();
    let run = folder.run_fixture(arguments);
    assert_eq!((run.stderr.as_str(), run.stdout.as_str(), run.status), (stderr, "", 2));
    assert_eq!(folder.contents(), before, "nothing is written");
}

#[test]
fn a_path_that_does_not_exist_stops_the_run() {
    let said = "Gestopt: 'duinstad.xlsx' bestaat niet; controleer de naam en de map.\n";
    for command in ["controleer", "rapport"] {
        stopped(&Folder::new(), &format!("{command} duinstad.xlsx"), said);
    }
}

#[test]
fn a_folder_without_our_workbooks_stops_the_run() {
    let folder = Folder::new();
    fs::create_dir(folder.path("post")).expect("a folder");
    let said = "Gestopt: in 'post' staat geen werkboek van ketenscan; wijs de map aan met de ingevulde werkboeken.\n";
    for command in ["controleer", "rapport"] {
        stopped(&folder, &format!("{command} post"), said);
    }
}

#[test]
fn a_report_without_any_answer_stops_the_run() {
    let blank = municipal("# Gegevens\n| Regio | Flevoland |\n| Gemeente | Duinstad |\n| Jaar | 2030 |");
    stopped(
        &Folder::with(&[("duinstad.xlsx", blank)]),
        "rapport duinstad.xlsx",
        "Gestopt: van 1 regio is nog geen werkboek ingevuld; zie 'ketenscan controleer'.\n",
    );
    stopped(
        &Folder::with(&[("duinstad.xlsx", level("3"))]),
        "rapport duinstad.xlsx --jaar 2031",
        "Gestopt: in de invoer staat geen ingevuld werkboek van die regio of dat jaar; kies uit Flevoland 2030.\n",
    );
}

/// Replaces `name` by a file that even root cannot read, and returns the program's message about it.
#[cfg(target_os = "linux")]
fn unreadable(folder: &Folder, name: &str) -> &'static str {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let path = folder.path(name);
    folder.put(name, level("3"));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("its mode changed");
    if fs::File::open(&path).is_err() {
        return "er is geen toestemming; is het bestand open in Excel?\n  Oorzaak: geen toestemming\n";
    }
    // Root may read anything except memory that does not exist.
    fs::remove_file(&path).expect("removed");
    symlink("/proc/self/mem", &path).expect("a link");
    "het systeem weigert; probeer het bestand opnieuw op te halen.\n  Oorzaak: het systeem meldt fout 5\n"
}

#[test]
#[cfg(target_os = "linux")]
fn an_unreadable_file_stops_the_run_with_the_reason_and_a_remedy() {
    let folder = Folder::new();
    let reason = unreadable(&folder, "duinstad.xlsx");
    let said = format!("Gestopt: 'duinstad.xlsx' kan niet gelezen worden: {reason}");
    stopped(&folder, "rapport duinstad.xlsx", &said);
}

#[test]
#[cfg(target_os = "linux")]
fn an_unreadable_file_in_a_folder_does_not_keep_the_others_from_being_checked() {
    let folder = Folder::with(&[("post/veenwold.xlsx", level("3"))]);
    unreadable(&folder, "post/duinstad.xlsx");
    let run = folder.run_fixture("controleer post");
    assert_eq!(run.status, 1, "an error in the input, not of the run: {}", run.stderr);
    assert!(
        run.stdout.contains("post/veenwold.xlsx: beantwoord 1 van 5"),
        "{}",
        run.stdout
    );
    assert!(
        run.stderr
            .contains("post/duinstad.xlsx\n  fout W13  het bestand kan niet gelezen worden")
    );
}

#[test]
fn nothing_is_overwritten_without_overschrijf() {
    let folder = Folder::with(&[
        ("duinstad.xlsx", level("3")),
        ("reports/flevoland-2030.xlsx", b"van vorig jaar".to_vec()),
    ]);
    stopped(
        &folder,
        "rapport duinstad.xlsx",
        "Gestopt: 'reports/flevoland-2030.xlsx' bestaat al; kies een andere map met -o, of geef --overschrijf mee.\n",
    );
    let run = folder.run_fixture("rapport duinstad.xlsx --overschrijf");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(folder.read("reports/flevoland-2030.xlsx").starts_with(b"PK"));
}

#[test]
fn one_existing_output_keeps_all_from_being_written() {
    let folder = Folder::with(&[
        ("duinstad.xlsx", level("3")),
        ("reports/flevoland-2030.json", b"{}".to_vec()),
    ]);
    let before = folder.contents();
    let run = folder.run_fixture("rapport duinstad.xlsx --json");
    let said = "'reports/flevoland-2030.json' bestaat al; kies een andere map met -o, of geef --overschrijf mee.\n";
    assert_eq!((run.stderr, run.status), (format!("Gestopt: {said}"), 2));
    let failure: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON, as it was asked for");
    assert_eq!(failure["error"], "'reports/flevoland-2030.json' bestaat al");
    assert_eq!(folder.contents(), before, "nothing is written");
}

#[test]
fn an_output_that_cannot_be_renamed_leaves_nothing_behind() {
    let folder = Folder::with(&[("duinstad.xlsx", level("3"))]);
    fs::create_dir_all(folder.path("reports/flevoland-2030.xlsx")).expect("a folder");
    let before = folder.contents();
    let run = folder.run_fixture("rapport duinstad.xlsx --overschrijf");
    assert_eq!(
        run.stderr.lines().next(),
        Some(
            "Gestopt: 'reports/flevoland-2030.xlsx' kan niet geschreven worden: er staat een map waar een bestand hoort, of andersom; kies een andere map met -o."
        )
    );
    assert_eq!((run.stdout.as_str(), run.status), ("", 2));
    assert_eq!(folder.contents(), before, "no part of a file is left");
}

#[test]
fn a_file_where_the_output_folder_should_be_is_named() {
    let folder = Folder::with(&[("duinstad.xlsx", level("3")), ("reports", b"geen map".to_vec())]);
    let before = folder.contents();
    let run = folder.run_fixture("rapport duinstad.xlsx");
    assert_eq!(
        run.stderr.lines().next(),
        Some(
            "Gestopt: 'reports/flevoland-2030.xlsx' kan niet geschreven worden: er staat een map waar een bestand hoort, of andersom; kies een andere map met -o."
        )
    );
    assert_eq!((run.status, folder.contents()), (2, before));
}
