//! The figures of `rapport --json` equal those of an independent computation in Python, on random regions.

use std::path::Path;
use std::process::Command;

const KETENSCAN: &str = env!("CARGO_BIN_EXE_ketenscan");

fn succeed(command: &mut Command) -> String {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success(),
        "{command:?} failed\n{}\n{}",
        text(&output.stdout),
        text(&output.stderr)
    );
    text(&output.stdout)
}

fn python(script: &str) -> Command {
    let mut command = Command::new("python3");
    command.arg(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/independent")
            .join(script),
    );
    command
}

/// Makes this many random regions (or `KETENSCAN_RANDOM_REGIONS`), reports them, and computes the same once more from the workbooks alone.
fn agrees(seed: &str, regions: &str, making: &[&str], reporting: &[&str]) {
    let regions = std::env::var("KETENSCAN_RANDOM_REGIONS").unwrap_or_else(|_| regions.to_owned());
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let questionnaire = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/2026");
    succeed(Command::new(KETENSCAN).args(["sjabloon", "-o"]).arg(path("templates")));
    succeed(
        python("random_regions.py")
            .args(["--count", &regions, "--seed", seed])
            .args(making)
            .arg("--templates")
            .arg(path("templates"))
            .arg("--questionnaire")
            .arg(&questionnaire)
            .arg("--out")
            .arg(path("regions")),
    );
    let mut report = Command::new(KETENSCAN);
    report
        .arg("rapport")
        .arg(path("regions"))
        .args(["--json", "--stil", "-o"]);
    succeed(report.arg(path("reports")).args(reporting));
    let told = succeed(
        python("compare.py")
            .arg("--questionnaire")
            .arg(&questionnaire)
            .arg("--regions")
            .arg(path("regions"))
            .arg("--reports")
            .arg(path("reports")),
    );
    let closing = format!("{regions} regions compared, 0 differences");
    assert!(told.contains(&closing), "{told}");
}

#[test]
#[ignore = "needs Python with openpyxl"]
fn the_independent_computation_passes_its_own_tests() {
    succeed(&mut python("test_scoring.py"));
}

#[test]
#[ignore = "needs Python with openpyxl, and minutes"]
fn every_figure_agrees_when_municipalities_weigh_the_same() {
    agrees("20261101", "200", &[], &[]);
}

#[test]
#[ignore = "needs Python with openpyxl, and minutes"]
fn every_figure_agrees_when_municipalities_weigh_by_inhabitants() {
    agrees("20261102", "50", &["--all-inhabitants"], &["--weging", "inwoners"]);
}
