//! Every problem that input can cause: the whole message, the exit status, and that nothing is written.

mod answers;
mod as_seen;
mod beside_the_questions;
mod between_workbooks;
mod files;
mod leaving_out;
mod not_applicable;
mod particulars;
mod rows;
mod surroundings;
mod tables;
mod two_questionnaires;
mod unseen;
mod who_is_who;

use std::fs;
use std::io::{Cursor, Read, Write};

use crate::folder::Folder;
use calamine::{Reader, Xlsx};
use ketenscan::answers::{BlankWorkbook, Context, KeyFigure, Submission, assemble};
use ketenscan::questionnaire::{PracticeIndex, QuestionnaireId, Role};
use ketenscan_testing::markdown::{FIXTURE, exactly, municipal, regional};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const NOTHING_WRITTEN: &str = "Er is niets geschreven. Herstel de fouten, of laat ze weg met --sla-fouten-over.\n";

/// How a note is introduced.
const NOTE: &str = "ter info";

/// Expects `rapport` on this file to report this error only, and to write nothing.
fn refused(file: Vec<u8>, error: &str) {
    refused_all(
        &[("duinstad.xlsx", file)],
        &format!("duinstad.xlsx\n  fout {error}\n"),
        1,
    );
}

/// Expects `rapport` on these files to report these errors and to write nothing.
fn refused_all(files: &[(&str, Vec<u8>)], errors: &str, count: usize) {
    let folder = Folder::with(files);
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    let run = folder.run_fixture(&format!("rapport --stil {}", names.join(" ")));
    let counted = if count == 1 {
        "1 fout".to_owned()
    } else {
        format!("{count} fouten")
    };
    assert_eq!(run.stderr, format!("{errors}{counted}.\n"));
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert_eq!(folder.names(), names, "nothing is written");
}

/// Expects `controleer` on this file to report this warning only, and to succeed.
fn warned(file: Vec<u8>, warning: &str) {
    let folder = Folder::with(&[("duinstad.xlsx", file)]);
    let run = folder.run_fixture("controleer duinstad.xlsx");
    let expected = format!("duinstad.xlsx\n  let op {warning}\n1 waarschuwing.\n");
    assert_eq!((run.stderr, run.status), (expected, 0));
    let run = folder.run_fixture("rapport duinstad.xlsx");
    assert_eq!(run.status, 0, "a warning does not stop a report: {}", run.stderr);
}

/// Expects these warnings.
fn warned_all(file: Vec<u8>, warnings: &[&str]) {
    let folder = Folder::with(&[("duinstad.xlsx", file)]);
    let run = folder.run_fixture("controleer duinstad.xlsx");
    let lines: String = warnings
        .iter()
        .fold(String::new(), |lines, warning| lines + &format!("  let op {warning}\n"));
    let expected = format!("duinstad.xlsx\n{lines}{} waarschuwingen.\n", warnings.len());
    assert_eq!((run.stderr, run.status), (expected, 0));
}

/// Expects no problems with this file.
fn accepted(file: Vec<u8>) {
    let folder = Folder::with(&[("duinstad.xlsx", file)]);
    let run = folder.run_fixture("controleer duinstad.xlsx");
    assert_eq!((run.stderr.as_str(), run.status), ("", 0));
}

/// Duinstad's workbook with this answer to BES-01, a level.
fn level(answer: &str) -> Vec<u8> {
    municipal(&format!("# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | {answer} |"))
}

/// Duinstad's workbook with these cells for BES-03, a share, or another row.
fn pair(id: &str, answer: &str, part: &str, whole: &str) -> Vec<u8> {
    municipal(&format!(
        "# 5 Beschermen\n| ID | Antwoord | Teller | Noemer |\n| {id} | {answer} | {part} | {whole} |"
    ))
}

/// Duinstad's workbook with this number for BES-05, in days.
fn days(answer: &str) -> Vec<u8> {
    municipal(&format!("# 5 Beschermen\n| ID | Antwoord |\n| BES-05 | {answer} |"))
}

/// Duinstad's workbook with one answer and these particulars.
fn particulars(rows: &str) -> Vec<u8> {
    municipal(&format!(
        "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n# Gegevens\n{rows}"
    ))
}

/// A workbook with these facts in `_meta`.
fn meta(format: &str, kind: &str, questionnaire: &str, edition: &str, sha256: &str) -> Vec<u8> {
    municipal(&format!(
        "# 5 Beschermen\n| ID | Antwoord |\n| BES-01 | 3 |\n# _meta\n| format | {format} |\n| kind | {kind} |\n\
         | questionnaire | {questionnaire} |\n| edition | \"{edition}\" |\n| sha256 | \"{sha256}\" |"
    ))
}

/// The region's workbook with one answer and this sheet.
fn beside(sheet: &str) -> Vec<u8> {
    regional(&format!("# 5 Beschermen\n| ID | Antwoord |\n| BES-07 | Ja |\n{sheet}"))
}

/// A zip file with one of its entries rewritten.
fn rewritten(bytes: &[u8], part: &str, rewrite: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("an entry");
        let name = entry.name().expect("a name").to_string();
        let mut text = String::new();
        entry.read_to_string(&mut text).expect("text");
        let text = if name == part { rewrite(&text) } else { text };
        writer.start_file(name, SimpleFileOptions::default()).expect("an entry");
        writer.write_all(text.as_bytes()).expect("written");
    }
    writer.finish().expect("a zip file").into_inner()
}

/// A zip file with these entries.
fn zipped(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in entries {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .expect("an entry");
        writer.write_all(text.as_bytes()).expect("its content");
    }
    writer.finish().expect("a zip file").into_inner()
}
