//! What the program says of itself: licences and the page for `man`.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use crate::folder::Folder;

/// Which package is built for which systems; see `release/build`.
const BUILT: [(&str, &str); 5] = [
    ("ketenscan", "x86_64-unknown-linux-musl"),
    ("ketenscan", "x86_64-pc-windows-gnu"),
    ("ketenscan", "x86_64-apple-darwin"),
    ("ketenscan", "aarch64-apple-darwin"),
    ("ketenscan-web", "wasm32-wasip1"),
];

/// The packages of others in what is built, as "name version".
fn packages() -> BTreeSet<String> {
    let mut packages = BTreeSet::new();
    for (package, target) in BUILT {
        let output = Command::new(env!("CARGO"))
            .args(["tree", "--locked", "--prefix=none", "--format={p}", "--edges=normal"])
            .args([format!("--package={package}"), format!("--target={target}")])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let lines = String::from_utf8(output.stdout).expect("UTF-8");
        // Ours have a path behind the version.
        let others = lines.lines().filter(|line| !line.contains(env!("CARGO_MANIFEST_DIR")));
        packages.extend(others.filter_map(|line| {
            let mut words = line.split(' ');
            let (name, version) = (words.next()?, words.next()?);
            Some(format!("{name} {}", version.trim_start_matches('v')))
        }));
    }
    packages
}

/// The packages in `Cargo.lock`, as "name version".
fn locked() -> BTreeSet<String> {
    let lock = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let value = |entry: &str, key: &str| {
        let line = entry
            .lines()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
        line.unwrap_or_default().trim_matches('"').to_owned()
    };
    let entries = lock.split("[[package]]").skip(1);
    entries
        .map(|entry| format!("{} {}", value(entry, "name"), value(entry, "version")))
        .collect()
}

#[test]
fn every_package_that_is_built_in_has_its_licence_told() {
    let run = Folder::new().run("licenties");
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
    let named = run.stdout.lines().filter_map(|line| {
        let mut words = line.strip_prefix("- ")?.split(' ');
        let (name, version) = (words.next()?, words.next()?);
        version
            .starts_with(|c: char| c.is_ascii_digit())
            .then(|| format!("{name} {version}"))
    });
    let named: BTreeSet<String> = named.collect();
    let packages = packages();
    assert!(
        packages.contains("strsim 0.11.1") && packages.len() > 100,
        "{packages:?}"
    );
    let missing: Vec<&String> = packages.difference(&named).collect();
    assert!(missing.is_empty(), "run release/notices: {missing:?}");
    let locked = locked();
    let gone: Vec<&String> = named.difference(&locked).collect();
    assert!(gone.is_empty(), "run release/notices: {gone:?}");
}

#[test]
fn the_licences_are_printed_as_they_are_written() {
    let run = Folder::new().run("licenties");
    assert!(run.stdout.starts_with("Ketenscan is vrije software"), "{}", run.stdout);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in [
        "LICENSES/EUPL-1.2.txt",
        "LICENSES/OFL-1.1.txt",
        "LICENSES/BSD-3-Clause.txt",
        "assets/licences/runtime.txt",
        "assets/licences/packages.txt",
    ] {
        let text = std::fs::read_to_string(root.join(file)).unwrap();
        assert!(run.stdout.contains(&text), "{file}");
    }
}

#[test]
fn the_page_for_man_has_every_command_and_is_in_dutch() {
    let run = Folder::new().run("manpagina");
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
    let page = run.stdout;
    for heading in [
        ".SH NAAM",
        ".SH \"KETENSCAN RAPPORT\"",
        ".SH \"KETENSCAN VRAGENLIJST TOON\"",
        ".SH \"KETENSCAN LICENTIES\"",
    ] {
        assert!(page.lines().any(|line| line == heading), "{heading} is not in:\n{page}");
    }
    for english in ["SYNOPSIS", "OPTIONS", "default:", "Possible values", "MANPAGINA"] {
        assert!(!page.contains(english), "{english}");
    }
    assert_eq!(
        page.matches("\\-\\-kleur").count(),
        1,
        "what every command takes is described once"
    );
}
