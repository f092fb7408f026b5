//! The program for Windows, as `release/program` builds it, under Wine.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use super::at_a_terminal;
use crate::folder::Folder;
use crate::programs::{ketenscan, succeed};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// The last question, and Enter.
const END: (&str, &str) = ("om dit venster te sluiten.", "");
const DAY: (&str, &str) = ("SOURCE_DATE_EPOCH", "1793491200");

/// The program for Windows, rebuilt unless it is up to date.
static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| {
    let build = Path::new(ROOT).join("release/program");
    let path = succeed(Command::new(build).arg("x86_64-pc-windows-gnu"));
    PathBuf::from(path.trim_end())
});

/// The system of Wine for these tests alone.
static WINE: LazyLock<PathBuf> = LazyLock::new(|| {
    let system = Path::new(ROOT).join("target/wine");
    succeed(quiet(Command::new("wine").arg("wineboot")).env("WINEPREFIX", &system));
    let random = system.join("drive_c/windows/system32/bcryptprimitives.dll");
    if !random.exists() {
        let source = Path::new(ROOT).join("tests/it/handed_out/processprng.c");
        let mut compiler = Command::new("x86_64-w64-mingw32-gcc");
        succeed(
            compiler
                .args(["-shared", "-o"])
                .args([&random, &source])
                .arg("-ladvapi32"),
        );
    }
    system
});

/// Without what Wine says of its own.
fn quiet(command: &mut Command) -> &mut Command {
    command.env("WINEDEBUG", "-all")
}

fn windows(folder: &Folder, arguments: &[&str]) -> String {
    succeed(
        quiet(Command::new("wine").arg(&*PROGRAM).args(arguments))
            .current_dir(folder.path(""))
            .envs([DAY])
            .env("WINEPREFIX", &*WINE),
    )
}

fn linux(folder: &Folder, arguments: &[&str]) -> String {
    succeed(ketenscan(arguments).current_dir(folder.path("")).envs([DAY]))
}

#[test]
#[ignore = "builds the program for Windows and needs Wine"]
fn on_windows_everything_is_written_byte_for_byte_the_same() {
    let (there, here) = (Folder::new(), Folder::new());
    for arguments in [
        &["demo", "-o", "demo"][..],
        &[
            "sjabloon",
            "--regio",
            "Voorbeeldland",
            "--jaar",
            "2027",
            "--gemeente",
            "'s-Duinstad=1000",
        ],
        &[
            "controleer",
            "demo/ingevuld/voorbeeldland-2026",
            "--json",
            "-o",
            "controle.json",
        ],
        &[
            "rapport",
            "demo/ingevuld/voorbeeldland-2026",
            "--html",
            "--json",
            "--grafieken",
            "--raadsbrief",
            "-o",
            "uit",
        ],
        &["exporteer", "demo/ingevuld/voorbeeldland-2026", "-o", "tabellen"],
        &["licenties"],
        &["vragenlijst", "toon"],
    ] {
        let printed = windows(&there, arguments).replace("\r\n", "\n");
        assert_eq!(
            printed.replace('\\', "/"),
            linux(&here, arguments).replace('\\', "/"),
            "{arguments:?}"
        );
    }
    let (there, here) = (there.contents(), here.contents());
    assert_eq!(there.keys().collect::<Vec<_>>(), here.keys().collect::<Vec<_>>());
    assert!(here.len() > 50, "{:?}", here.keys());
    for (name, bytes) in &here {
        assert!(there[name] == *bytes, "{name} differs");
    }
}

#[test]
#[ignore = "builds the program for Windows and needs Wine and `script` of util-linux"]
fn a_double_click_explains_the_program_and_waits() {
    let open = |arguments: &str, folder: &Folder, dialogue: &[(&str, &str)]| {
        let program = PROGRAM.display();
        let command = format!("env WINEPREFIX='{}' wine '{program}' {arguments}", WINE.display());
        at_a_terminal(&command, &folder.path(""), dialogue)
    };
    let nothing = Folder::new();
    let shown = open("", &nothing, &[END]);
    assert!(shown.contains("Dit programma staat in de map\n  Z:\\"), "{shown}");
    assert_eq!(nothing.names(), Vec::<String>::new());

    let demo = Folder::new();
    linux(&demo, &["demo", "--stil", "-o", "demo"]);
    let shown = open(
        "demo/ingevuld/voorbeeldland-2026",
        &demo,
        &[("alleen op Enter.", "j"), END],
    );
    assert!(shown.contains("Klopt dit? Voorbeeldland 2026"), "{shown}");
    assert!(
        demo.path("demo/ingevuld/reports/voorbeeldland-2026.xlsx").exists(),
        "{shown}"
    );
}
