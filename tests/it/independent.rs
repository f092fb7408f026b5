//! The figures of `rapport` and `vergelijk` equal those of an independent computation in Python, on random regions.

use std::path::Path;
use std::process::Command;

use crate::programs::{ketenscan, succeed};

fn python(script: &str) -> Command {
    let mut command = Command::new("python3");
    command.arg(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/independent")
            .join(script),
    );
    command
}

/// Makes random regions (`KETENSCAN_RANDOM_REGIONS`, or else this many) and their reports, and computes the same
/// figures from the workbooks.
fn agrees(seed: &str, regions: &str, making: &[&str], reporting: &[&str]) {
    let regions = std::env::var("KETENSCAN_RANDOM_REGIONS").unwrap_or_else(|_| regions.to_owned());
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let questionnaire = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/2026");
    succeed(ketenscan(["sjabloon", "-o"]).arg(path("templates")));
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
    let mut report = ketenscan(["rapport"]);
    report.arg(path("regions")).args(["--json", "--stil", "-o"]);
    succeed(report.arg(path("reports")).args(reporting));
    let printed = succeed(
        python("compare.py")
            .arg("--questionnaire")
            .arg(&questionnaire)
            .arg("--regions")
            .arg(path("regions"))
            .arg("--reports")
            .arg(path("reports")),
    );
    let closing = format!("{regions} regions compared, 0 differences");
    assert!(printed.contains(&closing), "{printed}");
}

/// Makes regions with several years and editions, compares them, and computes the same figures from the workbooks.
fn agrees_over_years(regions: &str, seed: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let editions = ["questionnaire-small", "questionnaire-small-2027"]
        .map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name));
    let templates = [path("templates-2026"), path("templates-2027")];
    for (edition, out) in editions.iter().zip(&templates) {
        succeed(ketenscan(["sjabloon", "-o"]).arg(out).arg("--vragenlijst").arg(edition));
    }
    let made = succeed(
        python("random_years.py")
            .args(["--count", regions, "--seed", seed])
            .arg("--questionnaire")
            .args(&editions)
            .arg("--templates")
            .args(&templates)
            .arg("--out")
            .arg(path("regions")),
    );
    let mut compare = ketenscan(["vergelijk"]);
    compare.arg(path("regions")).args(["--json", "--stil"]);
    for edition in &editions {
        compare.arg("--vragenlijst").arg(edition);
    }
    succeed(compare.arg("-o").arg(path("reports")));
    let printed = succeed(
        python("compare_years.py")
            .arg("--questionnaire")
            .args(&editions)
            .arg("--regions")
            .arg(path("regions"))
            .arg("--comparison")
            .arg(path("reports/vergelijking.json")),
    );
    let (_, pairs) = made.trim_end().rsplit_once(", ").expect("what was made");
    let closing = format!("{pairs} compared, 0 differences");
    assert_eq!(printed.lines().last(), Some(closing.as_str()), "{made}\n{printed}");
}

#[test]
#[ignore = "needs Python with openpyxl, and minutes"]
fn every_part_of_a_change_agrees_across_editions() {
    // With this seed, 156 regions of two or three years give 212 pairs of years; a few of them suffice.
    let regions = std::env::var("KETENSCAN_RANDOM_REGIONS").unwrap_or_else(|_| "24".to_owned());
    agrees_over_years(&regions, "20261103");
}

#[test]
#[ignore = "needs Python with openpyxl"]
fn the_independent_computation_passes_its_own_tests() {
    succeed(&mut python("test_scoring.py"));
    succeed(&mut python("test_comparison.py"));
}

#[test]
#[ignore = "needs Python with openpyxl, and minutes"]
fn every_figure_agrees_with_equal_weights() {
    agrees("20261101", "60", &[], &[]);
}

#[test]
#[ignore = "needs Python with openpyxl, and minutes"]
fn every_figure_agrees_with_weights_by_inhabitants() {
    agrees("20261102", "20", &["--all-inhabitants"], &["--weging", "inwoners"]);
}
