//! Who may touch what: the directions of docs/architecture.md, held against every source file.

use std::fs;
use std::path::Path;

/// A source file: its path from the root of the crate with `/`, and what it holds without comments.
struct Source {
    path: String,
    text: String,
    code: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        let code: Vec<&str> = text
            .lines()
            .map(|line| line.split("//").next().unwrap_or_default())
            .collect();
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code: code.join("\n"),
        }
    }

    fn is_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| self.path.starts_with(place))
    }

    /// Whether the code holds this name, and not merely as part of a longer one.
    fn names(&self, name: &str) -> bool {
        self.beside(name).next().is_some()
    }

    /// Whether the code names this as part of a path, and not merely as a heading or variable.
    fn enters(&self, module: &str) -> bool {
        self.beside(module)
            .any(|(before, after)| before.ends_with("::") || after.starts_with("::"))
    }

    /// What stands before and after each occurrence of a name.
    fn beside(&self, name: &str) -> impl Iterator<Item = (&str, &str)> {
        let part = |c: char| c.is_alphanumeric() || c == '_';
        let found = self
            .code
            .match_indices(name)
            .map(|(at, _)| (&self.code[..at], &self.code[at + name.len()..]));
        let found: Vec<(&str, &str)> = found
            .filter(|(before, after)| !before.ends_with(part) && !after.starts_with(part))
            .collect();
        found.into_iter()
    }
}

fn sources() -> Vec<Source> {
    fn gather(folder: &Path, found: &mut Vec<Source>) {
        for entry in fs::read_dir(folder).expect("a folder of the crate") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                gather(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("a source file");
                let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("inside the crate");
                found.push(Source::new(&name.to_string_lossy().replace('\\', "/"), &text));
            }
        }
    }
    let mut found = Vec::new();
    for folder in ["src", "crates"] {
        gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    }
    found
}

/// Names that only these places may use.
struct Reserved {
    names: &'static [&'static str],
    to: &'static [&'static str],
}

const RESERVED: [Reserved; 10] = [
    Reserved {
        names: &["calamine"],
        to: &["src/workbook/"],
    },
    Reserved {
        names: &["quick_xml", "flate2", "memchr"],
        to: &["crates/workbook-guard/"],
    },
    Reserved {
        names: &["rust_xlsxwriter"],
        to: &[
            "src/office/",
            "src/workbook/template/",
            "src/report/excel/",
            "src/jobs/error.rs",
        ],
    },
    // Jobs and the command line only say what the format is called.
    Reserved {
        names: &["parquet"],
        to: &[
            "src/export/mod.rs",
            "src/export/parquet_file.rs",
            "src/jobs/error.rs",
            "src/jobs/export.rs",
            "src/cli/args.rs",
            "src/cli/values.rs",
        ],
    },
    Reserved {
        names: &[
            "fs",
            "File",
            "clap",
            "anstream",
            "ctrlc",
            "indicatif",
            "rayon",
            "tempfile",
        ],
        to: &["src/main.rs", "src/cli/"],
    },
    Reserved {
        names: &["print!", "println!", "eprint!", "eprintln!", "dbg!"],
        to: &["src/main.rs", "src/cli/"],
    },
    Reserved {
        names: &[
            "SystemTime",
            "Instant",
            "env::var",
            "process",
            "thread",
            "panic::set_hook",
        ],
        to: &["src/main.rs", "src/cli/"],
    },
    // What a user asks for is known to whoever the user asks, and to nobody else.
    Reserved {
        names: &["jobs"],
        to: &["src/lib.rs", "src/jobs/", "src/cli/"],
    },
    // Not everybody who reads what the library says can give it an option. A report's plan is read
    // long after it was made.
    Reserved {
        names: &[
            "--delen",
            "--gemeente",
            "--jaar",
            "--json",
            "--overschrijf",
            "--perspectief",
            "--regio",
            "--sla-fouten-over",
            "--vorige",
            "--vragenlijst",
            "--weging",
            "-o",
            "ketenscan controleer",
        ],
        to: &["src/cli/", "src/report/region/plan.rs"],
    },
    // Its order differs from run to run.
    Reserved {
        names: &["HashMap", "HashSet"],
        to: &[],
    },
];

/// Names that these places may not use.
struct Closed {
    place: &'static str,
    to: &'static [&'static str],
}

const CLOSED: [Closed; 12] = [
    Closed {
        place: "crates/",
        to: &["ketenscan", "calamine"],
    },
    Closed {
        place: "src/workbook/",
        to: &["scoring", "report", "export", "cli"],
    },
    Closed {
        place: "src/office/",
        to: &["answers", "workbook", "scoring", "report", "export", "cli"],
    },
    Closed {
        place: "src/scoring/",
        to: &[
            "workbook",
            "report",
            "export",
            "cli",
            "calamine",
            "rust_xlsxwriter",
            "serde_json",
        ],
    },
    Closed {
        place: "src/report/",
        to: &["cli", "export"],
    },
    Closed {
        place: "src/export/",
        to: &["workbook", "report", "cli", "demo"],
    },
    Closed {
        place: "src/answers/",
        to: &["workbook", "scoring", "report", "export", "cli"],
    },
    Closed {
        place: "src/questionnaire/",
        to: &["answers", "workbook", "scoring", "report", "export", "cli"],
    },
    Closed {
        place: "src/comparison/",
        to: &["workbook", "report", "export", "cli", "demo"],
    },
    Closed {
        place: "src/demo/",
        to: &["cli"],
    },
    Closed {
        place: "src/jobs/",
        to: &["cli"],
    },
    // What a user asks for is in jobs; the command line finds the bytes and keeps what comes out.
    Closed {
        place: "src/cli/",
        to: &[
            "answers",
            "workbook",
            "scoring",
            "comparison",
            "plan",
            "privacy",
            "spelling",
            "ketenscan::report",
            "ketenscan::export",
            "ketenscan::demo",
            "serde_json",
        ],
    },
];

fn breaches(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    let mut note = |source: &Source, what: &str| found.push(format!("{}: {what}", source.path));
    for source in sources {
        for reserved in RESERVED.iter().filter(|reserved| !source.is_in(reserved.to)) {
            for name in reserved.names.iter().filter(|name| source.names(name)) {
                note(source, name);
            }
        }
        for closed in CLOSED.iter().filter(|closed| source.is_in(&[closed.place])) {
            for name in closed.to.iter().filter(|name| source.enters(name)) {
                note(source, name);
            }
        }
        if source.is_in(&["src/report/"]) {
            let beyond = |(before, after): (&str, &str)| before.ends_with("crate::") && !after.starts_with("::layout");
            if source.beside("workbook").any(beyond) {
                note(source, "workbook beyond its layout");
            }
        }
        if !source.text.starts_with("//! ") {
            note(source, "does not open with what goes in and what comes out");
        }
    }
    found
}

#[test]
fn everybody_keeps_to_their_own_room() {
    assert_eq!(breaches(&sources()), Vec::<String>::new());
}

#[test]
fn every_place_that_a_rule_names_is_there() {
    let sources = sources();
    let reserved = RESERVED.iter().flat_map(|reserved| reserved.to);
    let closed = CLOSED.iter().map(|closed| &closed.place);
    for place in reserved.chain(closed) {
        assert!(sources.iter().any(|source| source.is_in(&[place])), "{place}");
    }
}

#[test]
fn every_breach_is_seen() {
    for (path, text, breach) in [
        ("src/report/json.rs", "use calamine::Xlsx;", "calamine"),
        ("src/workbook/read/cells.rs", "use flate2::Crc;", "flate2"),
        (
            "crates/workbook-guard/src/lib.rs",
            "use ketenscan::wording;",
            "ketenscan",
        ),
        ("crates/workbook-guard/src/kind.rs", "use std::fs;", "fs"),
        (
            "src/report/outline/steps.rs",
            "use rust_xlsxwriter::Workbook;",
            "rust_xlsxwriter",
        ),
        ("src/cli/files.rs", "use rust_xlsxwriter::XlsxError;", "rust_xlsxwriter"),
        ("src/questionnaire/load.rs", "use std::fs;", "fs"),
        ("src/workbook/read/mod.rs", "use std::{fs, io};", "fs"),
        ("src/report/mod.rs", "use clap::Parser;", "clap"),
        ("src/report/terminal.rs", "    println!(\"score\");", "println!"),
        ("src/scoring/mod.rs", "    eprintln!(\"score\");", "eprintln!"),
        ("src/report/excel/mod.rs", "use std::time::SystemTime;", "SystemTime"),
        (
            "src/workbook/template/overview.rs",
            "use crate::scoring::score;",
            "scoring",
        ),
        ("src/office/style.rs", "use crate::scoring::Status;", "scoring"),
        ("src/scoring/mod.rs", "use crate::workbook::layout;", "workbook"),
        ("src/scoring/mod.rs", "use crate::report;", "report"),
        (
            "src/scoring/mod.rs",
            "use rust_xlsxwriter::Workbook;",
            "rust_xlsxwriter",
        ),
        (
            "src/report/json.rs",
            "use crate::workbook::read;",
            "workbook beyond its layout",
        ),
        (
            "src/report/json.rs",
            "use crate::workbook::{layout, read};",
            "workbook beyond its layout",
        ),
        ("src/report/json.rs", "use crate::export::csv;", "export"),
        ("src/report/json.rs", "use parquet::schema::types::Type;", "parquet"),
        ("src/export/scores.rs", "use crate::report::json;", "report"),
        ("src/jobs/report/mod.rs", "use std::fs;", "fs"),
        ("src/jobs/report/mod.rs", "use rayon::prelude::*;", "rayon"),
        ("src/jobs/compare.rs", "std::thread::spawn(run);", "thread"),
        ("src/jobs/compare.rs", "use std::time::SystemTime;", "SystemTime"),
        ("src/jobs/mod.rs", "std::env::var(\"TZ\")", "env::var"),
        ("src/jobs/demo.rs", "use crate::cli::args;", "cli"),
        ("src/jobs/error.rs", "#[error(\"kies --regio\")]", "--regio"),
        ("src/jobs/error.rs", "#[error(\"kies een map met -o\")]", "-o"),
        (
            "src/workbook/read/findings.rs",
            "\"met --vragenlijst.\"",
            "--vragenlijst",
        ),
        ("src/export/mod.rs", "use crate::jobs::Output;", "jobs"),
        ("src/plan.rs", "use crate::{jobs, wording};", "jobs"),
        (
            "src/cli/commands/report.rs",
            "use ketenscan::scoring::score;",
            "scoring",
        ),
        (
            "src/cli/commands/report.rs",
            "use ketenscan::report::excel;",
            "ketenscan::report",
        ),
        ("src/answers/region.rs", "use std::collections::HashMap;", "HashMap"),
        ("src/cli/input.rs", "use std::collections::HashMap;", "HashMap"),
    ] {
        let source = Source::new(path, &format!("//! In, out.\n{text}\n"));
        assert!(
            breaches(&[source]).contains(&format!("{path}: {breach}")),
            "{text} in {path} should be seen"
        );
    }
    let silent = Source::new("src/wording.rs", "use std::fmt;\n");
    assert_eq!(breaches(&[silent]).len(), 1, "a file that does not say what it is for");
}

#[test]
fn words_in_prose_and_longer_names_are_no_breach() {
    let source = Source::new(
        "src/scoring/entity.rs",
        "//! In, out.\n/// What one workbook::says about println!\nlet offs = clapped + reports;\n",
    );
    assert_eq!(breaches(&[source]), Vec::<String>::new());
}
