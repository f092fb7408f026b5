//! Tests run with the features that users get: no dev-dependency enables something that a release is built without.
//!
//! Cargo builds a dependency once for the library and the tests, with the features of both. A feature that only tests
//! ask for then works in every test, and in no release.

use std::collections::BTreeSet;
use std::process::Command;

/// The packages of a build with these kinds of dependencies, each with its version and features.
fn packages(of: &[&str], edges: &str) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--locked",
            "--prefix=none",
            "--format={p} {f}",
            "--edges",
            edges,
        ])
        .args(of)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    lines.lines().map(package).collect()
}

/// A package as named in a line of `cargo tree`. Default features are listed as the features they stand for.
fn package(line: &str) -> String {
    // A package that was listed before ends with a star.
    let line = line.trim_end_matches(" (*)");
    let (package, features) = line.rsplit_once(' ').unwrap_or((line, ""));
    let features: Vec<&str> = features.split(',').filter(|feature| *feature != "default").collect();
    format!("{package} {}", features.join(","))
}

/// The packages that tests build differently from a release, as the release has them.
fn changed_by_tests<'a>(released: &'a BTreeSet<String>, tested: &'a BTreeSet<String>) -> Vec<&'a String> {
    released.difference(tested).collect()
}

#[test]
fn no_test_enables_a_feature_that_a_release_lacks() {
    let released = packages(&["--package=ketenscan"], "normal");
    assert!(
        released.iter().any(|package| package.starts_with("regex v1.")),
        "{released:?}"
    );
    // Everything that `cargo test` builds at once.
    let tested = packages(&[], "normal,dev");
    assert_eq!(changed_by_tests(&released, &tested), Vec::<&String>::new());
}

#[test]
fn a_feature_that_only_tests_have_is_noticed() {
    let set = |lines: &[&str]| lines.iter().map(|line| package(line)).collect();
    let released = set(&["regex v1.13.1 std", "zip v9.4.1 deflate (*)"]);
    let tested = set(&[
        "regex v1.13.1 std,unicode",
        "zip v9.4.1 default,deflate",
        "proptest v1.12.0 alloc",
    ]);
    assert_eq!(changed_by_tests(&released, &tested), ["regex v1.13.1 std"]);
}
