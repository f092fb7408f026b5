//! Files that nobody should send, each given to the real binary with limits on memory and time.

mod mutation;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::programs::{KETENSCAN, files_in, ketenscan};

/// Limits of a run. The address space includes memory that is never used.
const MOST_MIB_RESERVED: &str = "1024";
const MOST_MIB: u64 = 512;
const MOST_SECONDS: f64 = if cfg!(debug_assertions) { 60.0 } else { 10.0 };

fn script(name: &str) -> Command {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/hostile");
    let mut command = Command::new("python3");
    command.arg(folder.join(name));
    command
}

/// The outcome of a run with limits.
struct Run {
    status: i32,
    seconds: f64,
    mib: u64,
    printed: String,
    json: String,
}

/// Runs `controleer` on these paths as a child process with limits.
fn check(paths: &[&Path]) -> Run {
    let output = script("run.py")
        .args(["--memory", MOST_MIB_RESERVED, "--seconds", "120", "--", KETENSCAN])
        .args(["controleer", "--json", "--kleur", "nooit"])
        .args(paths)
        .output()
        .unwrap();
    let printed = String::from_utf8_lossy(&output.stderr).into_owned();
    let ending = printed.lines().last().unwrap_or_default().to_owned();
    let mut figures = ending.split(' ');
    let mut figure = || figures.next().unwrap_or_else(|| panic!("no figures: {printed}"));
    Run {
        status: figure().parse().unwrap(),
        seconds: figure().parse().unwrap(),
        mib: figure().parse().unwrap(),
        printed,
        json: String::from_utf8_lossy(&output.stdout).into_owned(),
    }
}

/// What `controleer --json` reports about one file.
fn said_of(run: &Run, path: &Path) -> Option<Value> {
    let said: Value = serde_json::from_str(&run.json).ok()?;
    let name = path.to_string_lossy();
    said["files"]
        .as_array()?
        .iter()
        .find(|file| file["file"] == *name)
        .cloned()
}

/// What is wrong with the outcome of a run on one file.
fn complaints(run: &Run, path: &Path, code: &str, word: &str) -> String {
    let mut wrong = String::new();
    let refused = code != "-";
    if run.status != i32::from(refused) {
        let _ = write!(wrong, " status {};", run.status);
    }
    if run.mib > MOST_MIB || run.seconds > MOST_SECONDS {
        let _ = write!(wrong, " {} MiB and {} s;", run.mib, run.seconds);
    }
    if run.printed.contains("panicked") || run.printed.contains("allocation") {
        wrong.push_str(" panic or abort;");
    }
    if refused {
        let said = said_of(run, path).unwrap_or_default();
        let errors: Vec<String> = said["problems"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|problem| problem["severity"] == "error")
            .map(|problem| format!("{} {}", problem["code"], problem["message"]))
            .collect();
        let found = errors.iter().any(|error| error.contains(code) && error.contains(word));
        // A file that is refused as a whole has a single problem.
        let alone = errors.len() == 1 || code == "W30";
        if !(found && alone) {
            let _ = write!(wrong, " expected {code} '{word}', found {errors:?};");
        }
    }
    wrong
}

#[test]
#[ignore = "needs Python"]
fn no_file_affects_the_run_or_another_file() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let corpus = root.join("corpus");
    fs::create_dir(&corpus).unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/2026/ketenscan-2026-gemeente.xlsx");
    let made = script("make.py")
        .arg("--base")
        .arg(&base)
        .arg("--out")
        .arg(&corpus)
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));

    let demo = root.join("demo");
    let output = ketenscan(["demo", "--stil", "-o"]).arg(&demo).output().unwrap();
    assert!(output.status.success());
    let good = first_workbook(&demo).expect("the demo has filled-in workbooks");
    let good_among = corpus.join("good.xlsx");
    fs::copy(&good, &good_among).unwrap();
    let alone = check(&[&good_among]);
    assert_eq!(alone.status, 0, "{}", alone.printed);
    let said_alone = said_of(&alone, &good_among).expect("the good workbook is spoken of");

    let expected = fs::read_to_string(corpus.join("expected.tsv")).unwrap();
    fs::remove_file(corpus.join("expected.tsv")).unwrap();
    let mut wrong = String::new();
    let (mut slowest, mut largest) = (0f64, 0);
    let mut names: Vec<&str> = expected.lines().filter_map(|line| line.split('\t').next()).collect();
    names.push("good.xlsx");
    names.sort_unstable();
    assert_eq!(
        files_in(&corpus),
        names.iter().map(|name| corpus.join(name)).collect::<Vec<_>>()
    );
    for line in expected.lines() {
        let [name, code, word] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let path = corpus.join(name);
        let run = check(&[&path]);
        slowest = slowest.max(run.seconds);
        largest = largest.max(run.mib);
        let complaints = complaints(&run, &path, code, word);
        if !complaints.is_empty() {
            let _ = writeln!(wrong, "{name}:{complaints}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");

    let together = check(&[&corpus]);
    assert_eq!(together.status, 1);
    assert!(together.mib <= MOST_MIB, "{} MiB", together.mib);
    assert!(!together.printed.contains("panicked"));
    let mut said = said_of(&together, &good_among).expect("the good file");
    // The good file is the demo's, which is said where it is among others.
    let problems = said["problems"].as_array_mut().expect("problems");
    problems.retain(|problem| problem["code"] != "W83");
    assert_eq!(said, said_alone);
    println!(
        "{} files: slowest {slowest:.2} s, largest {largest} MiB; together {:.2} s, {} MiB",
        names.len(),
        together.seconds,
        together.mib
    );
}

/// A municipality's filled-in workbook somewhere in a folder.
fn first_workbook(folder: &Path) -> Option<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).ok()?.map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries.into_iter().find_map(|path| {
        if path.is_dir() {
            return first_workbook(&path);
        }
        let workbook = path.extension().is_some_and(|ending| ending == "xlsx");
        (workbook && check(&[&path]).status == 0 && path.to_string_lossy().contains("gemeente")).then_some(path)
    })
}
