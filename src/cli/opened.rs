//! What happens if the program is opened rather than called: by a double click, or by dropping a folder or files on it.
//!
//! It then explains itself or checks what was dropped, and the window stays until somebody has read it.

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::{Component, Path, PathBuf, absolute};
use std::process::ExitCode;

use clap::CommandFactory;

use super::args::Cli;
use super::input::is_only_reports;
use super::messages::{self, say};
use super::paths::shown;
use super::{FAULTY, called};

/// How the program was opened.
#[derive(Debug, PartialEq)]
pub enum Way {
    /// With nothing, as by a double click.
    Alone,
    /// With files and folders and without a command, as by dropping them on it.
    With(Vec<PathBuf>),
}

/// How the program was opened; `None` if it was called, or if nobody sits at a terminal to answer.
pub fn way(given: &[OsString]) -> Option<Way> {
    let somebody = io::stdin().is_terminal() && io::stdout().is_terminal();
    // A double click opens a terminal on Windows only. Elsewhere somebody typed the name of the program.
    if somebody { way_of(given, cfg!(windows)) } else { None }
}

fn way_of(given: &[OsString], by_double_click: bool) -> Option<Way> {
    let words = given.get(1..).unwrap_or_default();
    let Some(first) = words.first() else {
        return by_double_click.then_some(Way::Alone);
    };
    let is_command = Cli::command().find_subcommand(first).is_some();
    let paths: Vec<PathBuf> = words.iter().map(PathBuf::from).collect();
    let all_there = paths.iter().all(|path| path.exists());
    (!is_command && all_there).then_some(Way::With(paths))
}

/// Explains the program, or checks what was dropped on it and makes the report if the user wants it.
pub fn open(way: &Way) -> ExitCode {
    let status = match way {
        Way::Alone => {
            messages::text(&explanation(&program()));
            ExitCode::SUCCESS
        }
        Way::With(paths) => check(paths),
    };
    if cfg!(windows) {
        say!("\nDruk op Enter om dit venster te sluiten.");
        answer();
    }
    status
}

fn check(paths: &[PathBuf]) -> ExitCode {
    if is_only_reports(paths) {
        say!(
            "Dit is een rapport, geen ingevuld werkboek. Hoe ver het verbeterplan erin is,\ntoont de opdracht voortgang:\n"
        );
        return called(&order(&["voortgang"], paths));
    }
    let status = called(&order(&["controleer"], paths));
    if status == ExitCode::from(FAULTY) {
        say!("\nHerstel wat hierboven fout heet, sla de werkboeken op, en doe dit opnieuw.");
    }
    if status != ExitCode::SUCCESS {
        return status;
    }
    let folder = reports(&paths[0]);
    say!("\nHet rapport maken in de map {}?", shown(&folder));
    say!("Staat er al een rapport, dan wordt het vervangen. Wat in het verbeterplan\nis ingevuld, gaat mee.");
    say!("Typ j en druk op Enter om het te maken, of druk alleen op Enter.");
    if !answer().eq_ignore_ascii_case("j") {
        return status;
    }
    let options = ["rapport", "--html", "--overschrijf", "-o"].map(OsString::from);
    let options = [&options[..], &[folder.into_os_string()]].concat();
    called(&order(&options, paths))
}

/// The words of a command on these paths, as if somebody had typed them.
fn order(words: &[impl AsRef<std::ffi::OsStr>], paths: &[PathBuf]) -> Vec<OsString> {
    let mut order = vec![OsString::from("ketenscan")];
    order.extend(words.iter().map(|word| word.as_ref().to_owned()));
    order.push(OsString::from("--"));
    order.extend(paths.iter().map(|path| path.clone().into_os_string()));
    order
}

/// Where the reports on this folder, or on this file in its folder, go: beside the folder, as what is in it is input.
fn reports(path: &Path) -> PathBuf {
    let path = whole(path);
    let folder = if path.is_dir() {
        Some(path.as_path())
    } else {
        path.parent()
    };
    folder.and_then(Path::parent).unwrap_or(&path).join("reports")
}

/// A path from the root, without the steps back that only Windows takes out of it.
fn whole(path: &Path) -> PathBuf {
    let path = absolute(path).unwrap_or_else(|_| path.to_owned());
    let steps_back = path.components().any(|part| part == Component::ParentDir);
    match path.canonicalize() {
        Ok(real) if steps_back => real,
        _ => path,
    }
}

/// What somebody types, without the spaces around it; nothing if that cannot be read.
fn answer() -> String {
    let mut line = String::new();
    match io::stdin().read_line(&mut line) {
        Ok(_) => line.trim().to_owned(),
        Err(_) => String::new(),
    }
}

fn program() -> PathBuf {
    std::env::current_exe().unwrap_or_else(|_| PathBuf::from("ketenscan.exe"))
}

fn explanation(program: &Path) -> String {
    let name = program.file_name().unwrap_or_default().to_string_lossy();
    let folder = program.parent().map(shown).unwrap_or_default();
    format!(
        "Ketenscan {version}: zelfscan van de regionale keten tegen schadelijke praktijken.

Dit programma staat in de map
  {folder}

Werkboeken nakijken en een rapport maken kan zo:
  Sleep in Verkenner de map met ingevulde werkboeken op {name}.

Al het andere doet u met opdrachten, in PowerShell:
  1. Open de map van dit programma in Verkenner.
  2. Klik in de adresbalk bovenin, typ powershell en druk op Enter.
  3. Typ een opdracht en druk op Enter, bijvoorbeeld:
       .\\{name} demo       oefenen met verzonnen regio's
       .\\{name} --help     alles wat er kan

Liever knoppen dan opdrachten? Open ketenscan.html in uw browser: die pagina
doet hetzelfde.
",
        version = env!("CARGO_PKG_VERSION"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way_of_words(words: &[&str], by_double_click: bool) -> Option<Way> {
        let given: Vec<OsString> = ["ketenscan"].iter().chain(words).map(OsString::from).collect();
        way_of(&given, by_double_click)
    }

    #[test]
    fn a_double_click_gives_no_words_and_so_does_typing_the_name() {
        assert_eq!(way_of_words(&[], true), Some(Way::Alone));
        assert_eq!(way_of_words(&[], false), None);
    }

    #[test]
    fn what_is_dropped_exists_and_is_no_command() {
        let folder = env!("CARGO_MANIFEST_DIR");
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        let both = vec![PathBuf::from(folder), PathBuf::from(file)];
        assert_eq!(way_of_words(&[folder, file], false), Some(Way::With(both)));
        for called in [
            &["rapport", folder][..],
            &["report"],
            &["--help"],
            &[folder, "weg"],
            &["raport"],
        ] {
            assert_eq!(way_of_words(called, true), None, "{called:?}");
        }
    }

    #[test]
    fn reports_go_beside_the_folder_with_the_workbooks() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let reports_of = |path: &str| reports(&folder.join(path));
        assert_eq!(reports_of("src"), folder.join("reports"));
        assert_eq!(reports_of("src/lib.rs"), folder.join("reports"));
        assert_eq!(reports_of("."), folder.with_file_name("reports"));
        assert_eq!(reports_of("src/cli/.."), folder.canonicalize().unwrap().join("reports"));
    }

    #[test]
    fn the_explanation_names_the_folder_and_the_program() {
        let explanation = explanation(Path::new("scan/ketenscan (1).exe"));
        assert!(explanation.contains("in de map\n  scan\n"), "{explanation}");
        assert!(explanation.contains(".\\ketenscan (1).exe demo"), "{explanation}");
    }
}
