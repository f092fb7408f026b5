//! The site with the Dutch documents, as `docs/site/build` makes it: from a disk, without a network.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use serde_json::json;
use tempfile::TempDir;

use crate::programs::{files_in, node, succeed};

static SITE: LazyLock<TempDir> = LazyLock::new(|| {
    let site = tempfile::tempdir().expect("a folder");
    let build = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/site/build");
    succeed(Command::new(build).arg(site.path()));
    site
});

/// Every page by its name, except the one that shows all of them together, which repeats their links.
fn pages() -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    for path in files_in(SITE.path()) {
        if path.extension().is_some_and(|ending| ending == "html") && !path.ends_with("print.html") {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            pages.insert(name, fs::read_to_string(path).expect("a page"));
        }
    }
    pages
}

/// The values of an attribute.
fn values<'a>(page: &'a str, attribute: &'a str) -> impl Iterator<Item = &'a str> {
    let marker = format!(" {attribute}=\"");
    let starts: Vec<usize> = page.match_indices(&marker).map(|(at, _)| at + marker.len()).collect();
    starts.into_iter().filter_map(|at| page[at..].split('"').next())
}

#[test]
#[ignore = "needs mdBook"]
fn every_link_on_the_site_leads_somewhere() {
    let pages = pages();
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages
        .iter()
        .map(|(name, page)| (name.as_str(), values(page, "id").collect()))
        .collect();
    assert!(pages.len() > 7, "{:?}", pages.keys());
    let (mut broken, mut followed) = (Vec::new(), 0);
    for (name, page) in &pages {
        for target in values(page, "href").chain(values(page, "src")) {
            if target.contains("://") {
                continue;
            }
            followed += 1;
            let (file, id) = target.split_once('#').unwrap_or((target, ""));
            let file = if file.is_empty() { name } else { file };
            let there = SITE.path().join(file).exists();
            if !there || !id.is_empty() && !ids.get(file).is_some_and(|ids| ids.contains(id)) {
                broken.push(format!("{name}: {target}"));
            }
        }
    }
    assert!(followed > 300, "{followed}");
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
#[ignore = "needs mdBook"]
fn the_site_speaks_dutch() {
    for (name, page) in pages() {
        assert!(page.contains("<html lang=\"nl\""), "{name}");
        for english in [
            "Search",
            "Toggle",
            "chapter",
            "Press <kbd>",
            "Theme",
            "Print this",
            "Table of",
        ] {
            let shown = values(&page, "title")
                .chain(values(&page, "aria-label"))
                .chain(values(&page, "placeholder"));
            let shown: Vec<&str> = shown
                .chain(page.split('>').filter_map(|text| text.split('<').next()))
                .collect();
            assert!(shown.iter().all(|text| !text.contains(english)), "{name}: {english}");
        }
    }
}

#[test]
#[ignore = "needs mdBook and Chromium"]
fn a_search_from_the_disk_finds_dutch_words() {
    let picture = std::env::var("KETENSCAN_PICTURES")
        .ok()
        .map(|folder| format!("{folder}/site.png"));
    let words = [
        "W60",
        "verbeterplan",
        "ervaringsdeskundigen",
        "geïnstalleerd",
        "apostrof",
    ];
    let found = node(
        "handed_out/search.mjs",
        &json!({"page": SITE.path().join("index.html"), "words": words, "picture": picture}),
    );
    assert_eq!((&found["requests"], &found["errors"]), (&json!([]), &json!([])));
    for word in words {
        let result = &found["results"][word];
        let header = result["header"].as_str().unwrap();
        assert!(header.contains("keer gevonden"), "{word}: {header}");
        assert!(result["opened"].as_str().unwrap().contains(".html"), "{result}");
    }
    let names = found["results"]["W60"]["names"].to_string();
    assert!(names.contains("W60 "), "{names}");
}
