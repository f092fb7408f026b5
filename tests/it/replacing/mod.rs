//! `--overschrijf` never destroys the work of people, whatever they changed.
//!
//! `cargo test --test it replacing:: -- --ignored` needs what the room `office` needs.

mod agenda;
mod files;
mod plan;
mod saved;

use crate::folder::{Folder, Run};
use ketenscan_testing::markdown::{municipal, regional};

const NAME: &str = "flevoland-2030";
const REPORT: &str = "reports/flevoland-2030.xlsx";
/// The name under which it is kept on [`DAY`].
const KEPT: &str = "reports/flevoland-2030 (vorige 2027-03-09).xlsx";
/// 9 March 2027.
const DAY: &str = "1804550400";

/// A folder `boeken` with the workbooks of a municipality and of its region.
fn filled_in() -> Folder {
    let answers = "# 5 Beschermen\n| ID | Antwoord | Onderbouwing |\n| BES-01 | 1 | Eigen woorden |\n| BES-02 | Nee | |\n| BES-03 | | |\n| BES-05 | 0 | |";
    Folder::with(&[
        ("boeken/duinstad.xlsx", municipal(answers)),
        (
            "boeken/regio.xlsx",
            regional("# 5 Beschermen\n| ID | Antwoord |\n| BES-07 | Ja |"),
        ),
    ])
}

/// Runs the program on [`DAY`] with the questionnaire of the fixture.
fn run(folder: &Folder, arguments: &str) -> Run {
    let run = folder.run_on(DAY, arguments);
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    run
}

/// Runs the program, which must succeed, and returns what it prints on standard error.
fn done(folder: &Folder, arguments: &str) -> String {
    let run = run(folder, arguments);
    assert_eq!(run.status, 0, "{arguments}: {}", run.stderr);
    run.stderr
}

/// Runs the program, which must refuse and leave everything as it was, and returns the last line of standard error.
fn refused(folder: &Folder, arguments: &str) -> String {
    let before = folder.contents();
    let run = run(folder, arguments);
    assert_eq!(run.status, 2, "{arguments}: {}", run.stderr);
    assert!(folder.contents() == before, "{arguments} changed a file");
    run.stderr.trim_end().rsplit('\n').next().unwrap_or_default().to_owned()
}
