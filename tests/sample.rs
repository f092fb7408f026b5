//! The sample under `reports/` is what the demo makes, byte for byte.
#![cfg(feature = "cli")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// 1 November 2026, the date of the edition.
const DATE: &str = "1793491200";

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

#[test]
fn the_sample_is_up_to_date() {
    let made = tempfile::tempdir().unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_ketenscan"))
        .args(["demo", "--stil"])
        .env("SOURCE_DATE_EPOCH", DATE)
        .current_dir(made.path())
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("reports/voorbeeldland");
    let mut compared = 0;
    for path in files(&kept) {
        let made = made.path().join("reports/demo").join(path.strip_prefix(&kept).unwrap());
        let advice =
            "SOURCE_DATE_EPOCH=1793491200 cargo run -- demo, then copy reports/demo over reports/voorbeeldland";
        assert!(
            std::fs::read(&path).unwrap() == std::fs::read(&made).unwrap_or_default(),
            "{} is not what the demo makes now; run: {advice}",
            path.display()
        );
        compared += 1;
    }
    assert!(compared > 5, "{compared} files in the sample");
}
