//! What users get: the program as a release builds it, without anything that only tests bring in.
//!
//! Tests share the features of their own dependencies with the library, so something may work in tests that a release
//! cannot do. `cargo test --test it release:: -- --ignored` builds the release program and runs that.

use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

use crate::folder::{Folder, Run, unpacked};
use ketenscan_testing::markdown::{FIXTURE, municipal};
use serde_json::Value;

/// The program, rebuilt unless it is up to date.
static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| {
    let output = Command::new(env!("CARGO"))
        .args([
            "build",
            "--release",
            "--locked",
            "--bin=ketenscan",
            "--message-format=json",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "the release program does not build:\n{printed}"
    );
    let program = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| {
            serde_json::from_str::<Value>(line).ok()?["executable"]
                .as_str()
                .map(PathBuf::from)
        })
        .next_back();
    program.expect("cargo names the program")
});

/// Every kind of personal data: a text somebody might type, the part that identifies a person, and the name of the kind
/// in the warning. All of it is invented.
const PASSAGES: [(&str, &str, &str); 17] = [
    // 9·1 + 8·2 + 7·3 + 6·4 + 5·5 + 4·6 + 3·7 + 2·8 − 2 = 154 = 14 · 11
    ("Het bsn is 123456782", "123456782", "een burgerservicenummer"),
    ("Mail proef@voorbeeld.example", "proef@voorbeeld", "een e-mailadres"),
    ("Bel 06-12345678", "12345678", "een telefoonnummer"),
    // An account number that ISO 13616 itself gives as an example.
    ("Op NL91 ABNA 0417 1643 00", "0417 1643", "een rekeningnummer"),
    ("Zij is geboren op 3 maart 2009", "3 maart 2009", "een geboortedatum"),
    ("De opvang zit in 1234 AB", "1234 AB", "een postcode"),
    ("Aan de Éénhoornstraat 12b", "Éénhoornstraat", "een adres"),
    (
        "Volgens mevrouw Voorbeeld is het zo",
        "Voorbeeld",
        "een naam van een persoon",
    ),
    ("Besproken met Ş. de Proef", "de Proef", "een naam van een persoon"),
    ("Besproken met Qirna Zobbelman", "Qirna", "een naam van een persoon"),
    ("De opvang zit achter de oude molen", "molen", "een adres"),
    ("Zij is geboren op drie maart", "drie maart", "een geboortedatum"),
    (
        "Dossier VT-2026-00123 loopt",
        "00123",
        "een nummer van een zaak of dossier",
    ),
    (
        "Het paspoort NX4K2P9L3 is weg",
        "NX4K2P9L3",
        "een nummer van een identiteitsbewijs",
    ),
    ("De auto, KB-123-X, stond er weer", "KB-123-X", "een kenteken"),
    (
        "Te vinden via insta: proef_08",
        "proef_08",
        "een account op sociale media",
    ),
    (
        "Een zestienjarig meisje belde",
        "zestienjarig",
        "een omschrijving van een persoon",
    ),
];

fn run(folder: &Folder, arguments: &str) -> Run {
    let mut all = vec!["--vragenlijst", FIXTURE];
    all.extend(arguments.split_whitespace());
    folder.run_program(&PROGRAM, &all)
}

fn duinstad(text: &str) -> Folder {
    let workbook = municipal(&format!(
        "# 5 Beschermen\n| ID | Antwoord | Onderbouwing | Opmerking |\n| BES-01 | 1 | {text} | {text} |"
    ));
    Folder::with(&[("duinstad.xlsx", workbook)])
}

#[test]
#[ignore = "builds the release program"]
fn every_kind_of_personal_data_gets_a_warning_and_stays_out_of_the_output() {
    for (text, telling, what) in PASSAGES {
        let folder = duinstad(text);
        let check = run(&folder, "controleer duinstad.xlsx");
        for cell in ["C2", "D2"] {
            let warning = format!("W60  blad '5 Beschermen', cel {cell} (BES-01): hier staat wat lijkt op {what}.");
            assert!(check.stderr.contains(&warning), "{text}:\n{}", check.stderr);
        }
        let report = run(&folder, "rapport duinstad.xlsx -o uit --html --json");
        assert_eq!(report.status, 0, "{text}:\n{}", report.stderr);
        for said in [&check.stdout, &check.stderr, &report.stdout, &report.stderr] {
            assert!(!said.contains(telling), "{text}:\n{said}");
        }
        let written = folder
            .contents()
            .into_iter()
            .filter(|(name, _)| name.starts_with("uit/"));
        let mut seen = 0;
        for (name, bytes) in written {
            for part in unpacked(bytes) {
                let printed = String::from_utf8_lossy(&part);
                assert!(!printed.contains(telling), "{text}: {name}");
                seen += usize::from(printed.contains("•••"));
            }
        }
        assert!(seen > 0, "{text}: the rest of the evidence should be in the report");
    }
}

#[test]
#[ignore = "builds the release program"]
fn the_demo_runs_as_the_readme_says() {
    let folder = Folder::new();
    let demo = folder.run_program(&PROGRAM, &["demo"]);
    assert_eq!(demo.status, 0, "{}", demo.stderr);
    let made = folder.names();
    for name in [
        "voorbeeldland-2026.xlsx",
        "voorbeeldland-2026.html",
        "vergelijking.xlsx",
    ] {
        assert!(
            made.contains(&format!("reports/demo/{name}")),
            "{name} is missing from {made:?}"
        );
    }
}
