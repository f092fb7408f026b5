//! The command line as a user or a script sees it: words, exit status, streams and files.

mod check_json;
mod day;
mod findings;
mod help;
mod input;
#[cfg(unix)]
mod interrupt;
mod json;
mod lists;
mod mistakes;
mod odd_files;
mod recommendations;
mod streams;
mod templates;

use std::collections::BTreeSet;

use crate::folder::Folder;
use ketenscan_testing::markdown::{FIXTURE, municipal, regional};
use serde_json::Value;

const COMMANDS: [&str; 17] = [
    "",
    "sjabloon",
    "controleer",
    "overleg",
    "rapport",
    "vergelijk",
    "voortgang",
    "exporteer",
    "vragenlijst",
    "vragenlijst controleer",
    "vragenlijst toon",
    "vragenlijst verschil",
    "demo",
    "versie",
    "licenties",
    "aanvullen",
    "help",
];

/// Words of the argument parser that Dutch users should never see.
const ENGLISH: [&str; 15] = [
    "usage",
    "options",
    "arguments:",
    "commands",
    "possible values",
    "default:",
    "error",
    "print",
    "help for",
    "required",
    "invalid",
    "unexpected",
    "provided",
    "argument '",
    "for more information",
];

#[track_caller]
fn in_dutch(said: &str) {
    let lower = said.to_lowercase();
    for word in ENGLISH {
        assert!(!lower.contains(word), "'{word}' in:\n{said}");
    }
}

/// Duinstad's workbook with these answers.
fn filled(rows: &str) -> Vec<u8> {
    municipal(&format!("# 5 Beschermen\n| ID | Antwoord | Teller | Noemer |\n{rows}"))
}

fn all_kinds() -> Vec<u8> {
    filled(
        "| BES-01 | 3 – Geregeld |\n| BES-02 | Deels |\n| BES-03 | | 2.5 | 10 |\n| BES-04 | Weet ik niet |\n| BES-05 | 7 |",
    )
}
