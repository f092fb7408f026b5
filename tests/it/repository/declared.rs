//! Every test file is declared as a module: a file that nothing declares would never be compiled, and so never fail.

use std::fs;
use std::path::{Path, PathBuf};

/// The source files under a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Whether a Rust file declares the module.
fn declares(text: &str, module: &str) -> bool {
    let declaration = format!("mod {module};");
    text.lines().any(|line| {
        let line = line.strip_prefix("pub ").unwrap_or(line);
        line == declaration
    })
}

/// The files under a folder, except its root, that no file declares.
fn forgotten(root: &Path) -> Vec<PathBuf> {
    let main = root.join("main.rs");
    let mut forgotten = files(root);
    forgotten.retain(|path| {
        let folder = path.parent().expect("in a folder");
        // The module of `a/mod.rs` is declared where that of `a.rs` would be.
        let (of, declared_in) = if path.ends_with("mod.rs") {
            (folder, folder.parent().expect("in a folder"))
        } else {
            (path.as_path(), folder)
        };
        let declaring = if declared_in == root {
            main.clone()
        } else {
            declared_in.join("mod.rs")
        };
        let module = of.file_stem().expect("a name").to_string_lossy();
        let text = fs::read_to_string(declaring).unwrap_or_default();
        *path != main && !declares(&text, &module)
    });
    forgotten
}

#[test]
fn every_test_file_is_declared() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    assert_eq!(forgotten(&root), Vec::<PathBuf>::new());
}

#[test]
fn a_forgotten_file_is_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in [
        ("main.rs", "mod part;\n// mod empty;\n"),
        ("alone.rs", ""),
        ("empty/mod.rs", "mod inside;"),
        ("empty/inside.rs", ""),
        ("part/mod.rs", "mod known;\npub mod open;\nmod inner;"),
        ("part/inner/deep.rs", ""),
        ("part/inner/mod.rs", ""),
        ("part/known.rs", ""),
        ("part/open.rs", ""),
        ("part/unknown.rs", ""),
    ] {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    let noticed = ["alone.rs", "empty/mod.rs", "part/inner/deep.rs", "part/unknown.rs"];
    assert_eq!(forgotten(folder.path()), noticed.map(|name| folder.path().join(name)));
}
