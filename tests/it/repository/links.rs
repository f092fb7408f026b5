//! Every link in the documents leads to a file, and to a heading if it names one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const DOCUMENTS: [&str; 15] = [
    "README.md",
    "CHANGELOG.md",
    "CODE_OF_CONDUCT.md",
    "CONTRIBUTING.md",
    "GOVERNANCE.md",
    "SECURITY.md",
    "docs/analyse.md",
    "docs/architecture.md",
    "docs/handleiding.md",
    "docs/prestaties.md",
    "docs/privacy.md",
    "docs/privacy-delen.md",
    "docs/publieke-code.md",
    "questionnaires/README.md",
    "release/README.md",
];

/// The targets of the links in a document, except those elsewhere on the internet.
fn targets(text: &str) -> impl Iterator<Item = &str> {
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    links.filter(|target| !target.contains("://") && !target.contains(' '))
}

/// What a heading is called in a link, as forges and document sites do it.
fn anchor(heading: &str) -> String {
    let heading = heading.trim().to_lowercase();
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings.map(|line| anchor(line.trim_start_matches('#'))).collect()
}

/// The links of a document that lead nowhere.
fn broken(root: &Path, name: &str, text: &str) -> Vec<String> {
    let leads_somewhere = |target: &&str| {
        let (file, heading) = target.split_once('#').unwrap_or((target, ""));
        let here = root.join(name);
        let path = if file.is_empty() {
            here
        } else {
            here.parent().unwrap_or(root).join(file)
        };
        if heading.is_empty() {
            return path.exists();
        }
        let text = if file.is_empty() {
            Ok(text.to_owned())
        } else {
            fs::read_to_string(path)
        };
        text.is_ok_and(|text| anchors(&text).contains(heading))
    };
    let broken = targets(text).filter(|target| !leads_somewhere(target));
    broken.map(|target| format!("{name}: {target}")).collect()
}

#[test]
fn every_link_leads_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let broken = DOCUMENTS.iter().flat_map(|name| {
        let text = fs::read_to_string(root.join(name)).unwrap();
        broken(root, name, &text)
    });
    let broken: Vec<String> = broken.collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn a_link_to_a_heading_that_was_renamed_is_noticed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = "# W83 Werkboeken van de demo\n[ja](#w83-werkboeken-van-de-demo) [nee](#w83-werkboeken) [weg](weg.md)\n";
    assert_eq!(
        broken(root, "docs/handleiding.md", text),
        ["docs/handleiding.md: #w83-werkboeken", "docs/handleiding.md: weg.md"]
    );
}
