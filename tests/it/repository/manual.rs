//! The manual explains every problem code, and no code that does not exist.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A problem code at the start of a text, such as `W30`.
fn code(text: &str) -> Option<&str> {
    let code = text.get(..3)?;
    let known = code.starts_with(['W', 'R', 'V']) && code[1..].bytes().all(|byte| byte.is_ascii_digit());
    let ends = text[3..].chars().next().is_none_or(|next| !next.is_alphanumeric());
    (known && ends).then_some(code)
}

/// The codes in the program: string literals that consist of a code.
fn in_program(folder: &Path, codes: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            in_program(&path, codes);
            continue;
        }
        for literal in fs::read_to_string(&path).unwrap().split('"') {
            if literal.len() == 3 {
                codes.extend(code(literal).map(str::to_owned));
            }
        }
    }
}

#[test]
fn every_problem_code_is_explained_and_no_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut given = BTreeSet::new();
    in_program(&root.join("src"), &mut given);
    let manual = fs::read_to_string(root.join("docs/handleiding.md")).unwrap();
    let headings = manual.lines().filter_map(|line| code(line.strip_prefix("### ")?));
    let explained: BTreeSet<String> = headings.map(str::to_owned).collect();
    let missing: Vec<&String> = given.difference(&explained).collect();
    let surplus: Vec<&String> = explained.difference(&given).collect();
    assert!(missing.is_empty(), "not in the manual: {missing:?}");
    assert!(surplus.is_empty(), "only in the manual: {surplus:?}");
}

#[test]
fn a_code_is_distinguished_from_other_words() {
    assert_eq!(code("W30 Geen geldig antwoord"), Some("W30"));
    assert_eq!(code("W300"), None);
    assert_eq!(code("Wat"), None);
}
