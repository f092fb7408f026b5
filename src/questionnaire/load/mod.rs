//! Takes the files of a definition; returns a `Questionnaire`, or everything that is wrong with them.

mod dimensions;
mod document;
pub(super) mod fields;
mod informal;
pub(super) mod known;
mod lists;
mod perspectives;
mod questions;
mod recommendations;
mod rules;

use crate::checksum::sha256;

use self::document::Document;
use self::questions::Ids;
use super::findings::DefinitionFinding as F;
use super::{Questionnaire, rows};
use crate::problem::{Checked, Finding, Place};

/// One file of a definition. Files are recognised by the end of their name.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path with `/` as separator, such as `2026/steps/5-beschermen.toml`.
    pub name: String,
    /// Its text.
    pub text: String,
}

const MAIN: &str = "questionnaire.toml";
const RECOMMENDATIONS: &str = "recommendations.toml";
const CONSISTENCY: &str = "consistency.toml";

// Longer texts would not fit in a cell of the workbook: a row is at most 409 points high.
const LONGEST_TEXT: usize = 240;
const LONGEST_HELP: usize = 450;
const LONGEST_ACTION: usize = 400;
const LONGEST_NAME: usize = 60;
const LONGEST_INTRO: usize = 600;

// Far more than any questionnaire needs; later computations take time proportional to the products of these numbers.
const MOST_KEYS: usize = 100;
const MOST_ENTRIES: usize = 1_000;
const MOST_ROWS: usize = 2_000;

/// Reads a definition: `questionnaire.toml`, `recommendations.toml`, `consistency.toml` and every file in `steps/`.
///
/// All faults are reported at once, each with file and line, and there is a questionnaire only if there are none. A
/// fault of the folder as a whole names no file.
#[must_use]
pub fn load(files: &[SourceFile]) -> Checked<Option<Questionnaire>> {
    let mut files: Vec<&SourceFile> = files.iter().collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let named = |wanted: &str| {
        let file = files.iter().find(|file| base_name(&file.name) == wanted)?;
        Some(Document::new(&file.name, &file.text))
    };

    let Some(document) = named(MAIN) else {
        return Checked {
            value: None,
            problems: vec![F::NoMainFile.at(Place::default())],
        };
    };
    let (mut questionnaire, mut known) = dimensions::read(&document);
    let mut problems = document.into_problems();

    if let Some(document) = named(RECOMMENDATIONS) {
        known.recommendations = recommendations::read(&document, &mut questionnaire);
        problems.append(&mut document.into_problems());
    }

    let mut ids = Ids::default();
    for file in files.iter().filter(|file| is_of_a_step(&file.name)) {
        let document = Document::new(&file.name, &file.text);
        questions::read(&document, &known, &mut questionnaire, &mut ids);
        problems.append(&mut document.into_problems());
    }
    problems.append(&mut ids.replaced_in_use());
    questionnaire
        .questions
        .as_mut_slice()
        .sort_by_key(|question| question.step);
    let found = rows::count(&questionnaire.questions, &questionnaire.practices);
    if found > MOST_ROWS {
        let finding = F::TooMany {
            what: ("regel", "regels"),
            found,
            most: MOST_ROWS,
        };
        problems.push(finding.at(questionnaire.source.main.clone()));
    } else {
        questionnaire.rows = rows::spell_out(&questionnaire.questions, &questionnaire.practices);
    }

    // Rules can only be checked if the rows are known.
    if let Some(document) = named(CONSISTENCY).filter(|_| found <= MOST_ROWS) {
        questionnaire.rules = rules::read(&document, &known, &questionnaire, &ids);
        problems.append(&mut document.into_problems());
    }

    questionnaire.sha256 = hash(&files);
    Checked {
        value: problems.is_empty().then_some(questionnaire),
        problems,
    }
}

fn base_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn is_of_a_step(path: &str) -> bool {
    path.rsplit('/').nth(1) == Some("steps")
}

/// Hash of the names (without the leading folder) and contents, so that the same edition has the same hash everywhere.
fn hash(files: &[&SourceFile]) -> String {
    sha256(files.iter().flat_map(|file| {
        let folder = if is_of_a_step(&file.name) { "steps/" } else { "" };
        let text = file.text.replace("\r\n", "\n");
        let heading = format!("{folder}{}\n{}\n", base_name(&file.name), text.len());
        [heading, text]
    }))
}
