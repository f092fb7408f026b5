//! The pictures under `docs/gallery`: every sheet of three reports, as LibreOffice prints it.
//!
//! `KETENSCAN_GALLERY=docs/gallery cargo test --test it gallery -- --ignored` makes them again. It needs what the
//! module `office` needs, and Pillow and poppler's `pdftoppm` and `pdftotext`. Without the variable it only checks that
//! every sheet can be opened and printed.

use std::path::{Path, PathBuf};

use crate::programs::{files_in, ketenscan, libreoffice, script, succeed};
use ketenscan_testing::extremes;
use ketenscan_testing::extremes::SHEETS;
use serde_json::json;

/// The invented region of `ketenscan demo`, its latest report, and the date of that report.
const DEMO: &str = "voorbeeldland-2026.xlsx";
pub(super) const DATE: &str = "1793491200";
/// The maximum size of all pictures together, in bytes.
const MOST: u64 = 3_000_000;

fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/gallery")
}

/// The file with this name anywhere in a folder.
fn found_in(folder: &Path, name: &str) -> Option<PathBuf> {
    files_in(folder).into_iter().find_map(|path| {
        if path.is_dir() {
            return found_in(&path, name);
        }
        path.file_name().is_some_and(|found| found == name).then_some(path)
    })
}

#[test]
#[ignore = "needs LibreOffice, poppler and Pillow"]
fn every_sheet_of_three_reports_prints() {
    let folder = tempfile::tempdir().expect("a folder");
    let gallery = std::env::var_os("KETENSCAN_GALLERY");
    let gallery = gallery.map_or_else(|| folder.path().join("gallery"), PathBuf::from);
    // Run in the folder, so that the report names its workbooks the same on every machine.
    let mut demo = ketenscan(["demo", "--stil"]);
    succeed(demo.current_dir(folder.path()).env("SOURCE_DATE_EPOCH", DATE));
    let demo = found_in(folder.path(), DEMO).expect("the demo's report");
    let reports = [
        ("voorbeeldland", std::fs::read(demo).expect("a report")),
        ("klein", extremes::tiny().workbook()),
        ("groot", extremes::huge().workbook()),
    ];
    for (name, report) in reports {
        let path = folder.path().join(format!("{name}.xlsx"));
        std::fs::write(&path, report).expect("a file");
        let pdf = path.with_extension("pdf");
        let opened = libreoffice("office/to_pdf.py", &json!({"open": path, "store": pdf, "whole": true}));
        assert_eq!(opened["formula_errors"], json!([]), "{name}");
        let store = gallery.join(name);
        let printed = script("python3", "office/pages.py", &json!({"open": pdf, "store": store}));
        assert_eq!(printed, json!(SHEETS), "{name}");
        assert_eq!(files_in(&store).len(), SHEETS.len(), "{name}");
    }
}

#[test]
fn the_gallery_shows_all_its_pictures_and_stays_small() {
    let readme = std::fs::read_to_string(kept().join("README.md")).expect("a text");
    let (mut pictures, mut bytes) = (0, 0);
    for folder in files_in(&kept()).into_iter().filter(|path| path.is_dir()) {
        for picture in files_in(&folder) {
            let shown = picture
                .strip_prefix(kept())
                .expect("inside")
                .to_string_lossy()
                .replace('\\', "/");
            assert!(readme.contains(&format!("]({shown})")), "{shown} is not shown");
            bytes += picture.metadata().expect("a file").len();
            pictures += 1;
        }
    }
    assert_eq!(pictures, 3 * SHEETS.len());
    assert_eq!(readme.matches(".png)").count(), pictures, "a picture that is not there");
    assert!(bytes < MOST, "{bytes} bytes");
}
