//! `controleer`: takes an input; returns a summary of each file, and who has not answered yet, as text or JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Error;
use super::input::{FileSummary, Input};
use super::problems::by_folder;
use crate::answers::{Region, Tally};
use crate::problem::{Problem, Severity};
use crate::questionnaire::{Editions, Questionnaire, Role};
use crate::wording::{all_of, count, grouped};

/// The number of unreadable files that get a line each; the rest are counted.
const UNREAD_NAMED: usize = 100;

/// The problems of each file, in the order in which they were found.
type ByFile<'a> = BTreeMap<&'a str, Vec<&'a Problem>>;

fn by_file(problems: &[Problem]) -> ByFile<'_> {
    let mut files = ByFile::new();
    for problem in problems {
        files.entry(&problem.place.file).or_default().push(problem);
    }
    files
}

fn of<'p, 'a>(file: &FileSummary, problems: &'p ByFile<'a>) -> &'p [&'a Problem] {
    problems.get(file.file.as_str()).map_or(&[], Vec::as_slice)
}

/// A summary of each file and of who answered, in whole lines. It does not include the problems themselves.
#[must_use]
pub fn text(input: &Input, known: &Editions) -> String {
    let problems = by_file(&input.problems);
    let (mut text, mut unread) = (String::new(), Vec::new());
    for file in input.files.iter().filter(|file| file.is_ours) {
        if !file.is_read() {
            unread.push(file.file.as_str());
        }
        if file.is_read() || unread.len() <= UNREAD_NAMED {
            text += &line(file, of(file, &problems));
            text.push('\n');
        }
    }
    if let Some(more @ [_, ..]) = unread.get(UNREAD_NAMED..) {
        let number = grouped(more.len() as f64);
        text += &format!("nog {number} niet gelezen: {}\n", by_folder(more));
    }
    for region in &input.regions {
        if let Some(questionnaire) = known.of(&region.questionnaire) {
            for line in response(region, questionnaire) {
                text += &line;
                text.push('\n');
            }
        }
    }
    text
}

/// "duinstad.xlsx: beantwoord 24 van 29, 2 keer leeg; 1 bevinding".
fn line(file: &FileSummary, problems: &[&Problem]) -> String {
    let found = problems.iter().filter(|problem| problem.severity != Severity::Note);
    let found = found.count();
    let what = if file.is_blank {
        "nog niet ingevuld".to_owned()
    } else if !file.is_read() {
        "niet gelezen".to_owned()
    } else {
        filled_in(&file.tally)
    };
    let wrong = if found == 0 {
        String::new()
    } else {
        format!("; {}", count(found, "bevinding", "bevindingen"))
    };
    format!("{}: {what}{wrong}", file.file)
}

/// "beantwoord 24 van 29, 3 keer 'weet ik niet', 2 keer leeg".
fn filled_in(tally: &Tally) -> String {
    let rest = [
        (tally.unknown, "'weet ik niet'"),
        (tally.not_applicable, "'niet van toepassing'"),
        (tally.missing, "leeg"),
    ];
    let told = rest.iter().filter(|(times, _)| *times > 0);
    told.fold(
        format!("beantwoord {} van {}", tally.answered, tally.rows()),
        |told, (times, what)| format!("{told}, {times} keer {what}"),
    )
}

/// Who answered from which perspective, and who has yet to answer.
fn response(region: &Region, questionnaire: &Questionnaire) -> Vec<String> {
    let mut lines = vec![String::new(), format!("Respons {} {}", region.name, region.year)];
    for entity in &region.entities {
        let sides = entity.submissions.iter().map(|&index| {
            let perspective = region.submissions[index].perspective;
            questionnaire.perspectives[perspective].name.as_str()
        });
        let mut sides: Vec<&str> = sides.collect();
        sides.dedup();
        let who = match entity.role {
            Role::Municipality => entity.name.clone(),
            Role::Region => format!("{} (regio)", entity.name),
        };
        let told = if sides.is_empty() {
            "nog niets".to_owned()
        } else {
            all_of(&sides)
        };
        lines.push(format!("  {who}: {told}"));
    }
    lines
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    files: Vec<FileEntry<'a>>,
}

#[derive(Serialize)]
struct FileEntry<'a> {
    file: &'a str,
    kind: Option<&'a str>,
    region: Option<&'a str>,
    municipality: Option<&'a str>,
    year: Option<u16>,
    perspective: Option<&'a str>,
    answered: usize,
    questions: usize,
    problems: Vec<ProblemEntry<'a>>,
}

#[derive(Serialize)]
struct ProblemEntry<'a> {
    code: &'a str,
    severity: Severity,
    sheet: Option<&'a str>,
    cell: Option<&'a str>,
    question: Option<&'a str>,
    message: &'a str,
    hint: &'a str,
}

/// A summary of each file with all its problems, as JSON.
///
/// # Errors
/// If the JSON cannot be written.
pub fn json(input: &Input) -> Result<String, Error> {
    let problems = by_file(&input.problems);
    let files = input
        .files
        .iter()
        .map(|file| (file, of(file, &problems)))
        // A file that is not ours is only listed if it has a problem.
        .filter(|(file, problems)| file.is_ours || !problems.is_empty())
        .map(|(file, problems)| file_entry(file, problems))
        .collect();
    let document = Document {
        format: "ketenscan-check/1",
        files,
    };
    Ok(serde_json::to_string_pretty(&document)?)
}

fn file_entry<'a>(file: &'a FileSummary, problems: &[&'a Problem]) -> FileEntry<'a> {
    FileEntry {
        file: &file.file,
        kind: file.kind,
        region: file.region.as_deref(),
        municipality: file.municipality.as_deref(),
        year: file.year,
        perspective: file.perspective.as_deref(),
        answered: file.tally.answered,
        questions: file.questions,
        problems: problems.iter().map(|&problem| problem_entry(problem)).collect(),
    }
}

fn problem_entry(problem: &Problem) -> ProblemEntry<'_> {
    ProblemEntry {
        code: problem.code,
        severity: problem.severity,
        sheet: problem.place.sheet.as_deref(),
        cell: problem.place.cell.as_deref(),
        question: problem.place.question.as_deref(),
        message: &problem.message,
        hint: &problem.hint,
    }
}
