//! Checks every source file against the tables in `docs/architecture.md`: who may use what.

mod circles;
mod document;
mod source;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use circles::circles;
use document::{Document, Rule, document};
use source::Source;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The page for the browser, which refers to the library from outside, as the command line does.
const PAGE: &str = "web";
/// Our own crates besides the program.
const CRATES: [&str; 3] = ["crates/workbook-guard", "web", "web/assemble"];

/// Every source file of the program and of our own crates.
fn sources() -> Vec<Source> {
    fn gather(folder: &Path, found: &mut Vec<Source>) {
        for entry in fs::read_dir(folder).expect("a folder of the repository") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                gather(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(root()).expect("inside the repository");
                found.push(Source {
                    path: name.to_string_lossy().replace('\\', "/"),
                    text: fs::read_to_string(&path).expect("a source file"),
                });
            }
        }
    }
    let mut found = Vec::new();
    gather(&root().join("src"), &mut found);
    for folder in CRATES {
        gather(&root().join(folder).join("src"), &mut found);
    }
    found
}

/// Whether a path is this name or something in it.
fn is_of(path: &str, name: &str) -> bool {
    path.strip_prefix(name)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// The module of the library, the command line or the page to which a file belongs.
fn module(path: &str) -> Option<&str> {
    if path.starts_with("web/src/") {
        return Some(PAGE);
    }
    let inside = path.strip_prefix("src/")?;
    let first = inside.split('/').next()?.trim_end_matches(".rs");
    (first != "lib" && first != "main").then_some(first)
}

fn breaches(document: &Document, source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    let paths = source.paths();
    // The command line refers to the library from outside.
    let inner: BTreeSet<String> = paths
        .iter()
        .filter_map(|path| {
            path.strip_prefix("crate::")
                .or_else(|| path.strip_prefix("ketenscan::"))
        })
        .map(str::to_owned)
        .collect();
    if let Some(own) = module(&source.path) {
        let rule = document.modules.iter().find(|rule| rule.names == [own]);
        let rule = rule.unwrap_or_else(|| panic!("docs/architecture.md does not say what `{own}` may use"));
        let of_another = |path: &&String| all_modules().iter().any(|other| other != own && is_of(path, other));
        let in_tests = source.path.ends_with("tests.rs");
        let barred = inner
            .iter()
            .filter(of_another)
            .filter(|path| !(in_tests && is_of(path, "demo")))
            .filter(|path| !rule.places.iter().any(|known| is_of(path, known)));
        found.extend(barred.cloned());
    }
    for Rule { names, places } in document.dependencies.iter().chain(&document.standard) {
        let used = |name: &&String| paths.iter().any(|path| uses(path, name));
        if !source.is_in(places) {
            found.extend(names.iter().filter(used).cloned());
        }
    }
    for Rule { names, places } in &document.options {
        let said = |name: &&String| code_of(&source.text).any(|line| says(line, name));
        if !source.is_in(places) {
            found.extend(names.iter().filter(said).cloned());
        }
    }
    if !source.text.starts_with("//! ") {
        found.push("no word on what goes in and what comes out".to_owned());
    }
    found
}

/// Whether a path uses a name: a crate by the start of the path, a type or module of the standard library by any of its
/// paths.
fn uses(path: &str, name: &str) -> bool {
    let name = name.replace('-', "_");
    is_of(path, &name) || name.strip_prefix("std::").is_some_and(|inside| is_of(path, inside))
}

fn all_modules() -> Vec<String> {
    let text = fs::read_to_string(root().join("src/lib.rs")).expect("the library");
    let declared = text.lines().map(|line| line.strip_prefix("pub ").unwrap_or(line));
    let declared = declared.filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    declared
        .map(str::to_owned)
        .chain(["cli", PAGE].map(str::to_owned))
        .collect()
}

fn code_of(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| line.split("//").next().unwrap_or_default())
}

/// Whether a line contains this word, not merely as part of a longer one.
fn says(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(part) && !line[at + word.len()..].starts_with(part))
}

#[test]
fn every_module_uses_only_what_it_may() {
    let document = document();
    let sources = sources();
    let all: Vec<String> = sources
        .iter()
        .flat_map(|source| {
            breaches(&document, source)
                .into_iter()
                .map(|what| format!("{}: {what}", source.path))
        })
        .collect();
    assert_eq!(all, Vec::<String>::new());
}

#[test]
fn the_document_names_everything_that_exists_and_nothing_else() {
    let document = document();
    let named: BTreeSet<String> = document.modules.iter().flat_map(|rule| rule.names.clone()).collect();
    assert_eq!(named, all_modules().into_iter().collect());

    let mut declared = BTreeSet::new();
    for folder in CRATES.into_iter().chain([""]) {
        let text = fs::read_to_string(root().join(folder).join("Cargo.toml")).expect("a manifest");
        let section = text.lines().skip_while(|line| *line != "[dependencies]").skip(1);
        let lines = section.take_while(|line| !line.starts_with('['));
        declared.extend(lines.filter_map(|line| Some(line.split_once(" = ")?.0.to_owned())));
    }
    declared.retain(|name| !name.starts_with('#') && name != "ketenscan");
    let explained: BTreeSet<String> = document
        .dependencies
        .iter()
        .flat_map(|rule| rule.names.clone())
        .collect();
    assert_eq!(explained, declared);

    let sources = sources();
    for Rule { names, places } in document
        .dependencies
        .iter()
        .chain(&document.standard)
        .chain(&document.options)
    {
        for place in places {
            let there = sources
                .iter()
                .filter(|source| source.is_in(std::slice::from_ref(place)));
            let used = there.map(|source| (source.paths(), &source.text)).any(|(paths, text)| {
                names
                    .iter()
                    .any(|name| paths.iter().any(|path| uses(path, name)) || code_of(text).any(|line| says(line, name)))
            });
            assert!(used, "{names:?} may be used in {place}, and is not");
        }
    }
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let all = sources();
    for folder in ["src/", "crates/workbook-guard/src/", "web/src/"] {
        let is_in = |source: &&Source| source.path.starts_with(folder);
        let own: Vec<Source> = all.iter().filter(is_in).cloned().collect();
        assert!(own.len() > 10, "{folder}");
        assert_eq!(circles(&own), Vec::<String>::new());
    }
}

#[test]
fn a_circle_is_seen_and_nothing_else() {
    let files = |texts: &[(&str, &str)]| -> Vec<String> {
        let source = |(path, text): &(&str, &str)| Source {
            path: (*path).to_owned(),
            text: (*text).to_owned(),
        };
        circles(&texts.iter().map(source).collect::<Vec<Source>>())
    };
    let two = [
        ("src/a/one.rs", "use super::two;"),
        ("src/a/two.rs", "fn f() { crate::a::one::g(); }"),
    ];
    assert_eq!(
        files(&two),
        ["crate::a::one uses crate::a::two", "crate::a::two uses crate::a::one"]
    );

    let three_past_what_passes_them_on = [
        ("src/lib.rs", "mod a; mod b; mod c;"),
        ("src/a/mod.rs", "mod one; pub use one::One;"),
        ("src/a/one.rs", "use crate::b::Two; pub struct One;"),
        ("src/b.rs", "use crate::c::One; pub struct Two;"),
        ("src/c.rs", "pub use crate::a::One;"),
    ];
    assert_eq!(
        files(&three_past_what_passes_them_on),
        ["crate::a::one uses crate::b", "crate::b uses crate::a::one"]
    );

    let in_order = [
        ("src/a/mod.rs", "mod one; mod two; use one::One; fn f() { two::g(); }"),
        ("src/a/one.rs", "use super::f; use super::two::g;"),
        (
            "src/a/two.rs",
            "fn g() {} #[cfg(test)]\nmod tests { use crate::a::one::One; }",
        ),
        ("src/a/tests.rs", "use super::one::One;"),
    ];
    assert_eq!(files(&in_order), Vec::<String>::new());
}

/// What a file with this text would violate.
fn broken(document: &Document, path: &str, text: &str) -> Vec<String> {
    let source = Source {
        path: path.to_owned(),
        text: format!("//! In, out.\n{text}\n"),
    };
    breaches(document, &source)
}

#[test]
fn a_breach_of_every_rule_is_seen() {
    let document = document();
    for Rule { names, places } in &document.modules {
        let own = &names[0];
        let barred = all_modules().into_iter().filter(|other| other != own);
        for other in barred.filter(|other| !places.iter().any(|known| is_of(known, other))) {
            let text = format!("use crate::{other}::Anything;");
            let found = broken(&document, &format!("src/{own}/mod.rs"), &text);
            assert_eq!(found, [format!("{other}::Anything")], "{text} in {own}");
        }
    }
    for Rule { names, places } in &document.dependencies {
        for name in names {
            let outside = ["src/wording.rs", "src/palette.rs", "src/plan/mod.rs"]
                .into_iter()
                .find(|path| !places.iter().any(|place| path.starts_with(place.as_str())));
            let text = format!("fn f() {{ {}::g(); }}", name.replace('-', "_"));
            let found = broken(&document, outside.expect("a place outside"), &text);
            assert_eq!(&found, std::slice::from_ref(name), "{text}");
        }
    }
    for Rule { names, .. } in &document.standard {
        for name in names {
            let text = match name.strip_suffix('!') {
                Some(called) => format!("fn f() {{ {called}!(\"\"); }}"),
                None => format!("fn f() {{ {name}::g(); }}"),
            };
            let found = broken(&document, "src/wording.rs", &text);
            assert!(found.contains(name), "{text}: {found:?}");
        }
    }
    for Rule { names, .. } in &document.options {
        for name in names {
            let found = broken(
                &document,
                "src/wording.rs",
                &format!("const HINT: &str = \"kies {name}.\";"),
            );
            assert_eq!(&found, std::slice::from_ref(name));
        }
    }
    assert_eq!(
        breaches(
            &document,
            &Source {
                path: "src/wording.rs".to_owned(),
                text: "use std::fmt;".to_owned()
            }
        ),
        ["no word on what goes in and what comes out"]
    );
}

#[test]
fn no_notation_hides_a_breach() {
    let document = document();
    for (path, text, breach) in [
        (
            "src/answers/region.rs",
            "use crate::{questionnaire::Role, scoring::{self, score}};",
            "scoring",
        ),
        (
            "src/answers/region.rs",
            "fn f() -> crate::report::Report { todo!() }",
            "report::Report",
        ),
        (
            "src/answers/region.rs",
            "use super::super::scoring::score;",
            "scoring::score",
        ),
        (
            "src/answers/region.rs",
            "mod tests { use super::super::super::scoring::score; }",
            "scoring::score",
        ),
        (
            "src/answers/region.rs",
            "fn f() { assert!(crate::jobs::done()); }",
            "jobs::done",
        ),
        ("src/answers/region.rs", "use crate::scoring as rules;", "scoring"),
        ("src/scoring/mod.rs", "use std::{fs, io};", "std::fs"),
        ("src/scoring/mod.rs", "extern crate calamine;", "calamine"),
        ("src/scoring/mod.rs", "#[derive(serde::Serialize)] struct S;", "serde"),
        (
            "src/report/mod.rs",
            "use crate::workbook::{layout, read::read};",
            "workbook::read::read",
        ),
        ("src/cli/mod.rs", "use ketenscan::scoring::score;", "scoring::score"),
    ] {
        let found = broken(&document, path, text);
        assert!(found.iter().any(|what| what == breach), "{text} in {path}: {found:?}");
    }
}

#[test]
fn words_in_prose_and_longer_names_are_not_a_breach() {
    let text = "/// What `crate::report` says about println!\nfn f(clapped: u8) -> u8 { let offs = clapped; offs }";
    assert_eq!(broken(&document(), "src/scoring/entity.rs", text), Vec::<String>::new());
}
