//! The sample under `reports/` is what the demo makes, byte for byte.
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::programs::ketenscan;

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

fn demo(folder: &Path) -> Output {
    ketenscan(["demo", "--stil"])
        .env("SOURCE_DATE_EPOCH", DATE)
        .current_dir(folder)
        .output()
        .unwrap()
}

#[test]
fn existing_output_stops_the_demo_before_it_writes() {
    for there in [
        "vergelijking.xlsx",
        "oefengouw-2026.json",
        "voorbeeldland-2026-grafieken/own.png",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("reports/demo").join(there);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, "eigen werk").unwrap();
        let run = demo(folder.path());
        let printed = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(2), "{printed}");
        assert!(printed.contains("bestaat al"), "{printed}");
        assert_eq!(files(folder.path()), [path], "{there}");
    }
}

#[test]
fn the_sample_is_up_to_date() {
    let made = tempfile::tempdir().unwrap();
    let run = demo(made.path());
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("reports/voorbeeldland");
    for path in files(&kept) {
        let made = made.path().join("reports/demo").join(path.strip_prefix(&kept).unwrap());
        let advice = "SOURCE_DATE_EPOCH=1793491200 cargo run -- demo, then copy its voorbeeldland-2026* and vergelijking.* over reports/voorbeeldland";
        assert!(
            std::fs::read(&path).unwrap() == std::fs::read(&made).unwrap_or_default(),
            "{} is not what the demo makes now; run: {advice}",
            path.display()
        );
    }
    let made_of_it = files(&made.path().join("reports/demo")).into_iter().filter_map(|path| {
        let path = path.strip_prefix(made.path().join("reports/demo")).unwrap().to_owned();
        let name = path.to_string_lossy();
        let shown = name.starts_with("voorbeeldland-2026") || name.starts_with("vergelijking.");
        (shown && !name.starts_with("voorbeeldland-2026-gemeenten")).then_some(path)
    });
    let mut made_of_it: Vec<PathBuf> = made_of_it.collect();
    made_of_it.sort();
    let mut kept_of_it: Vec<PathBuf> = files(&kept)
        .iter()
        .map(|path| path.strip_prefix(&kept).unwrap().to_owned())
        .collect();
    kept_of_it.sort();
    assert_eq!(kept_of_it, made_of_it);
}
