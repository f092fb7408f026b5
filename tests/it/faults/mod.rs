//! Output is complete or absent, whatever happens while it is written: a kill, a full or read-only disk, a name that is
//! too long, a second run at the same time.
//!
//! Tests that mount a disk or run as another user are left out by `cargo test`; `cargo test --test it faults:: --
//! --ignored` runs them as root, and fails if it cannot set them up.

mod at_once;
mod disks;
mod paths;
mod printing;
mod stopped;

use std::fs::{self, File};
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::programs::{KETENSCAN, files_in, is_unfinished, ketenscan, run, succeed};
use ketenscan::questionnaire::builtin;
use ketenscan::workbook::template;
use ketenscan_testing::demo;
use tempfile::TempDir;

const NAME: &str = "voorbeeldland-2026.xlsx";
/// Two dates, so that reports on the same input differ.
const DAYS: [&str; 2] = ["1767225600", "1783000000"];
/// Time between two checks of the progress of a run: short compared with the writing, but long enough not to occupy a
/// processor.
const MOMENT: Duration = Duration::from_micros(200);
/// Exit status of a set-up that failed.
const NOT_SET_UP: i32 = 99;

/// The demo's filled-in workbooks of one region and year, in `ingevuld` of a new folder.
fn demo() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let input = folder.path().join("ingevuld");
    fs::create_dir(&input).expect("a folder");
    let questionnaire = builtin();
    for (name, order) in demo::orders(&questionnaire) {
        let bytes = template::write(&questionnaire, &order).expect("a workbook");
        fs::write(input.join(name), bytes).expect("a workbook written");
    }
    folder
}

/// Makes a report on the workbooks in this folder, dated `day`.
fn report(folder: &TempDir, output: &Path, day: &str) -> Command {
    let mut command = ketenscan(["rapport", "--stil", "-o"]);
    command.arg(output).arg(folder.path().join("ingevuld"));
    command.env("SOURCE_DATE_EPOCH", day);
    command
}

/// The report on each of the two dates.
fn reports(folder: &TempDir) -> [Vec<u8>; 2] {
    DAYS.map(|day| {
        let output = folder.path().join(day);
        succeed(&mut report(folder, &output, day));
        fs::read(output.join(NAME)).expect("a report")
    })
}

fn start(command: &mut Command) -> Child {
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts")
}

/// The message of a run that could not be carried out: one Dutch sentence, then the error of the system.
fn refused(command: &mut Command) -> String {
    let (status, _, printed) = run(command);
    assert_ne!(status, Some(NOT_SET_UP), "not set up: {printed}");
    assert_eq!(status, Some(2), "{printed}");
    let mut lines = printed.trim_end().lines();
    let sentence = lines.next().expect("a sentence").to_owned();
    assert!(lines.all(|line| line.starts_with("  Oorzaak: ")), "{printed}");
    assert!(
        sentence.starts_with("Gestopt: ") && sentence.ends_with(['.', '?']),
        "{printed}"
    );
    for foreign in ["os error", "No such", "denied", "?."] {
        assert!(!printed.contains(foreign), "'{foreign}' in: {printed}");
    }
    sentence
}

/// Only two workbooks, so that two runs often coincide.
fn two_workbooks() -> TempDir {
    let folder = demo();
    for path in files_in(&folder.path().join("ingevuld")) {
        if !path.ends_with("duinstad-gemeente.xlsx") && !path.ends_with("voorbeeldland-regio.xlsx") {
            fs::remove_file(path).expect("it goes");
        }
    }
    folder
}
