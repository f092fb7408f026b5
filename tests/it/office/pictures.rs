//! The pictures under `docs/pictures`, which the README and the manual show.
//!
//! `KETENSCAN_DOCUMENTS=docs/pictures cargo test --test it pictures_of_the_documents -- --ignored` makes them again. It
//! needs what the module `office` needs, Pillow, and poppler's `pdftoppm` and `pdftotext`. Without the variable it only
//! checks that each can be made.

use std::path::{Path, PathBuf};

use super::gallery::DATE;
use crate::programs::{files_in, ketenscan, libreoffice, script, succeed};
use serde_json::json;

/// The name of a picture, the workbook that it shows, the sheet, and how much of the page, from the top.
const SHOWN: [(&str, &str, &str, f64); 6] = [
    ("gegevens", "ketenscan-2026-gemeente", "Gegevens", 1.0),
    ("stapblad", "ketenscan-2026-gemeente", "1 Preventie", 0.6),
    ("overzicht", "ketenscan-2026-gemeente", "Overzicht", 1.0),
    ("rapport", "reports/demo/voorbeeldland-2026", "Samenvatting", 1.0),
    ("stappen", "reports/demo/voorbeeldland-2026", "Stappen", 1.0),
    ("vergelijking", "reports/demo/vergelijking", "Samenvatting", 0.6),
];
/// A picture that the report itself makes.
const DRAWN: (&str, &str) = ("keten", "reports/demo/voorbeeldland-2026-grafieken/keten.png");

#[test]
#[ignore = "needs LibreOffice, poppler and Pillow"]
fn the_pictures_of_the_documents_can_be_made_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = std::env::var_os("KETENSCAN_DOCUMENTS");
    let store = store.map_or_else(|| folder.path().join("pictures"), PathBuf::from);
    std::fs::create_dir_all(&store).expect("a folder");
    for command in ["demo", "sjabloon"] {
        let mut made = ketenscan([command, "--stil"]);
        succeed(made.current_dir(folder.path()).env("SOURCE_DATE_EPOCH", DATE));
    }
    let mut names = vec![DRAWN.0];
    std::fs::copy(folder.path().join(DRAWN.1), store.join(DRAWN.0).with_extension("png")).expect("a picture");
    for (name, workbook, sheet, upper) in SHOWN {
        let open = folder.path().join(workbook).with_extension("xlsx");
        let pdf = folder.path().join(name).with_extension("pdf");
        libreoffice("office/to_pdf.py", &json!({"open": open, "store": pdf}));
        let picture = store.join(name).with_extension("png");
        let job = json!({"open": pdf, "sheet": sheet, "upper": upper, "store": picture});
        let made = script("python3", "office/picture.py", &job);
        // All that a sheet shows, and not a line of it.
        assert!(
            made["width"].as_u64() > Some(800) && made["height"].as_u64() > Some(200),
            "{name}: {made}"
        );
        names.push(name);
    }
    names.sort_unstable();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    let kept: Vec<String> = files_in(&kept)
        .iter()
        .map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    assert_eq!(kept, names, "pictures that are not made here");
}
