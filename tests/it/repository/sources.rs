//! Every sentence is our own: no nine consecutive words are shared with a source document.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The longest run of words that may coincide by chance or because of an official name.
const RUN: usize = 9;

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|own| own == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn words(text: &str) -> Vec<String> {
    // A hyphen at the end of a line joins the two halves of a word.
    let joined = text.replace("-\n", "");
    joined
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn shared(ours: &str, sources: &BTreeSet<Vec<String>>) -> Vec<String> {
    let ours = words(ours);
    ours.windows(RUN)
        .filter(|run| sources.contains(*run))
        .map(|run| run.join(" "))
        .collect()
}

fn runs(text: &str) -> BTreeSet<Vec<String>> {
    words(text).windows(RUN).map(<[String]>::to_vec).collect()
}

#[test]
fn a_borrowed_sentence_is_noticed() {
    let source = runs("Een twee drie vier vijf zes zeven acht ne-\ngen tien.");
    assert_eq!(
        shared("twee, drie vier vijf zes zeven acht negen tien", &source).len(),
        1
    );
    assert!(shared("drie vier vijf zes zeven acht negen tien elf", &source).is_empty());
}

#[test]
#[ignore = "needs the source documents as text, in the folder KETENSCAN_SOURCES"]
fn no_sentence_is_borrowed_from_the_sources() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::var_os("KETENSCAN_SOURCES").expect("KETENSCAN_SOURCES names their folder");
    let documents = files(Path::new(&folder), "txt");
    assert_ne!(documents, Vec::<PathBuf>::new(), "no documents in {}", folder.display());
    let mut sources = BTreeSet::new();
    for path in documents {
        let mut runs = runs(&fs::read_to_string(&path).unwrap());
        assert!(!runs.is_empty(), "{} says nothing", path.display());
        sources.append(&mut runs);
    }
    for path in files(&root.join("questionnaires"), "toml") {
        let found = shared(&fs::read_to_string(&path).unwrap(), &sources);
        assert!(found.is_empty(), "{}: {found:#?}", path.display());
    }
}
