//! The HTML page of a report in a real browser: accessible according to axe-core, without any requests, and usable on
//! the width of a phone.
//!
//! `cargo test --test it page:: -- --ignored` needs Chromium (`KETENSCAN_CHROMIUM`, or else /usr/bin/chromium), `node`,
//! and the packages in tests/it/page/package.json (installed in the folder `KETENSCAN_PAGE_MODULES`, or else in
//! tests/it/page itself). The tests fail without them. If `KETENSCAN_PICTURES` is a folder, screenshots and the printed
//! page are kept there for inspection.

use std::path::PathBuf;

use ketenscan::answers::EntityIndex;
use ketenscan::list::Index as _;
use ketenscan::report::html;
use ketenscan::report::region::municipality;
use ketenscan_testing::extremes;
use serde_json::{Value, json};

use crate::programs::{ketenscan, node};

/// Opens pages in Chromium and returns what was found on each.
fn looked_at(pages: &[PathBuf]) -> Vec<Value> {
    let pictures = std::env::var("KETENSCAN_PICTURES").ok();
    let found = node("page/look.mjs", &json!({ "pages": pages, "pictures": pictures }));
    found.as_array().expect("a list").clone()
}

#[test]
#[ignore = "needs Chromium"]
fn the_pages_of_the_demo_are_accessible_and_complete() {
    let folder = tempfile::tempdir().unwrap();
    let made = ketenscan(["--stil", "demo", "-o"])
        .arg(folder.path())
        .output()
        .expect("ketenscan runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let compared = ketenscan(["--stil", "vergelijk", "--html", "-o"])
        .args(["vergelijking", "ingevuld"].map(|name| folder.path().join(name)))
        .output()
        .expect("ketenscan runs");
    assert!(
        compared.status.success(),
        "{}",
        String::from_utf8_lossy(&compared.stderr)
    );
    let pages = [
        "vergelijking/vergelijking.html",
        "voorbeeldland-2026.html",
        // One municipality that answered from two perspectives, and one with few answers.
        "voorbeeldland-2026-gemeenten/duinstad.html",
        "voorbeeldland-2026-gemeenten/rietmeer.html",
    ];
    accessible_and_whole(&pages.map(|page| folder.path().join(page)));
}

#[test]
#[ignore = "needs Chromium"]
fn the_pages_of_extreme_regions_are_accessible_and_complete() {
    let folder = tempfile::tempdir().unwrap();
    let (huge, tiny) = (extremes::huge(), extremes::tiny());
    let own = municipality(&huge.report(), EntityIndex::at(1), &[]).expect("it answered");
    let pages = [
        ("groot.html", huge.page()),
        ("klein.html", tiny.page()),
        (
            "groot-gemeente.html",
            html::write(&own, extremes::DATE).expect("a page"),
        ),
    ];
    let pages = pages.map(|(name, page)| {
        let path = folder.path().join(name);
        std::fs::write(&path, page).expect("a file");
        path
    });
    accessible_and_whole(&pages);
}

fn accessible_and_whole(pages: &[PathBuf]) {
    let findings = looked_at(pages);
    assert_eq!(findings.len(), pages.len());
    for found in findings {
        let page = &found["path"];
        assert_eq!(found["violations"], json!([]), "{page}: axe-core's violations");
        assert_eq!(found["requests"], json!([]), "{page}: requests attempted");
        assert_eq!(found["tooWide"], json!([]), "{page}: wider than the screen");
    }
}
