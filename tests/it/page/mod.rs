//! The report's page in a real browser: accessible by axe-core's rules, nothing fetched, no wider than a phone.
//!
//! `cargo test --test it page:: -- --ignored` needs Chromium (`KETENSCAN_CHROMIUM`, or else /usr/bin/chromium),
//! `node`, and the packages of tests/it/page/package.json (`KETENSCAN_PAGE_MODULES` is the folder they were
//! installed in, or else tests/it/page itself). Without them the test fails. With `KETENSCAN_PICTURES` set to
//! a folder it leaves screenshots and the printed page there, to be looked at.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use ketenscan::answers::EntityIndex;
use ketenscan::list::Index as _;
use ketenscan::report::html;
use ketenscan::report::region::municipality;
use ketenscan_testing::extremes;
use serde_json::{Value, json};

use crate::programs::ketenscan;

/// Opens pages in Chromium and tells what was found of each.
fn looked_at(pages: &[PathBuf]) -> Vec<Value> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/page/look.mjs");
    let pictures = std::env::var("KETENSCAN_PICTURES").ok();
    let mut child = Command::new("node")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("node starts");
    let job = json!({ "pages": pages, "pictures": pictures });
    let mut input = child.stdin.take().expect("a pipe");
    // A script that ends before it reads its job tells why on standard error.
    let _ = input.write_all(job.to_string().as_bytes());
    drop(input);
    let output = child.wait_with_output().expect("the script ends");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "look.mjs ended with {}:\n{told}",
        output.status
    );
    serde_json::from_slice(&output.stdout).expect("the script prints JSON")
}

#[test]
#[ignore = "needs Chromium"]
fn the_pages_of_the_demo_are_accessible_and_whole() {
    let folder = tempfile::tempdir().unwrap();
    let made = ketenscan(["--stil", "demo", "-o"])
        .arg(folder.path())
        .output()
        .expect("ketenscan runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let pages = [
        "voorbeeldland-2026.html",
        // One that answered with two perspectives, and one with little.
        "voorbeeldland-2026-gemeenten/duinstad.html",
        "voorbeeldland-2026-gemeenten/rietmeer.html",
    ];
    accessible_and_whole(&pages.map(|page| folder.path().join(page)));
}

#[test]
#[ignore = "needs Chromium"]
fn the_pages_of_regions_at_the_extremes_are_accessible_and_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (huge, tiny) = (extremes::huge(), extremes::tiny());
    let own = municipality(&huge.report(), EntityIndex::at(1)).expect("it answered");
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
