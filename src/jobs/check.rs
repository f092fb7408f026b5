//! `controleer`: takes an input; returns a summary of each file, and who has not answered yet, as text or JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use super::input::{FileSummary, Input};
use super::own_files::FINDINGS;
use super::problems::{account, by_folder, counted, severity_word};
use super::response::Group;
use super::{Error, response};
use crate::answers::Tally;
use crate::problem::{Problem, Severity};
use crate::questionnaire::Editions;
use crate::spelling::printable_lines;
use crate::wording::{count, grouped};

pub use super::response::{HEADER, Response, ResponseTable};

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

/// A summary of each file, in whole lines. It does not include the problems themselves.
#[must_use]
pub fn text(input: &Input) -> String {
    let problems = by_file(&input.problems);
    let (mut text, mut unread) = (String::new(), Vec::new());
    for file in input.files.iter().filter(|file| file.is_ours || file.is_report) {
        if !file.is_read() {
            unread.push(file.file.as_str());
        }
        if file.is_read() || unread.len() <= UNREAD_NAMED {
            text += &line(file, of(file, &problems), input.elsewhere(&file.file).len());
            text.push('\n');
        }
    }
    if let Some(more @ [_, ..]) = unread.get(UNREAD_NAMED..) {
        let number = grouped(more.len() as f64);
        text += &format!("nog {number} niet gelezen: {}\n", by_folder(more));
    }
    text
}

/// For each region and year who answered what, and from whom nothing came.
#[must_use]
pub fn response(input: &Input, known: &Editions) -> Response {
    response::response(input, known)
}

/// The same as text: the tables "Klopt dit?".
#[must_use]
pub fn response_text(input: &Input, known: &Editions) -> String {
    response(input, known).text()
}

/// Everything found, for a file: the summary of each file, all problems, each on one line, and the table, without
/// anything that a terminal could take for an order. `problems` are those of the input, in the words of whoever asked
/// for it.
#[must_use]
pub fn findings(input: &Input, known: &Editions, problems: &[Problem]) -> String {
    let mut text = format!("{FINDINGS}\n\n{}", text(input));
    for (file, problems) in by_file(problems) {
        text += &format!("\n{file}\n");
        for problem in problems {
            let (word, code) = (severity_word(problem.severity), problem.code);
            text += &format!("  {word} {code}  {}\n", account(problem));
        }
    }
    if let Some(counted) = counted(problems) {
        text += &format!("\n{counted}\n");
    }
    text += &response_text(input, known);
    printable_lines(&text)
}

/// "duinstad.xlsx: beantwoord 24 van 29, 2 keer leeg; 1 bevinding".
fn line(file: &FileSummary, problems: &[&Problem], elsewhere: usize) -> String {
    let found = problems.iter().filter(|problem| problem.severity != Severity::Note);
    let found = found.count();
    let what = if file.is_report {
        "rapport van ketenscan".to_owned()
    } else if file.is_blank {
        "nog niet ingevuld".to_owned()
    } else if !file.is_read() {
        "niet gelezen".to_owned()
    } else {
        filled_in(&file.tally, elsewhere)
    };
    let wrong = if found == 0 {
        String::new()
    } else {
        format!("; {}", count(found, "bevinding", "bevindingen"))
    };
    format!("{}: {what}{wrong}", file.file)
}

/// "beantwoord 24 van 29, 3 keer 'weet ik niet', 2 keer leeg". `elsewhere`: blank rows that another part answers.
fn filled_in(tally: &Tally, elsewhere: usize) -> String {
    let rest = [
        (tally.unknown, "'weet ik niet'"),
        (tally.not_applicable, "'niet van toepassing'"),
        (elsewhere, "in een ander deel"),
        (tally.missing.saturating_sub(elsewhere), "leeg"),
    ];
    let present = rest.iter().filter(|(times, _)| *times > 0);
    present.fold(
        format!("beantwoord {} van {}", tally.answered, tally.rows()),
        |text, (times, what)| format!("{text}, {times} keer {what}"),
    )
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    files: Vec<FileEntry<'a>>,
    response: Vec<ResponseEntry<'a>>,
}

/// One workbook, or somebody from whom nothing came; then there is no file.
#[derive(Serialize)]
struct ResponseEntry<'a> {
    region: &'a str,
    year: u16,
    entity: &'a str,
    role: &'static str,
    perspective: Option<&'a str>,
    file: Option<&'a str>,
    answered: usize,
    questions: usize,
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
pub fn json(input: &Input, known: &Editions) -> Result<String, Error> {
    let problems = by_file(&input.problems);
    let files = input
        .files
        .iter()
        .map(|file| (file, of(file, &problems)))
        // A file that is not ours is only listed if it has a problem.
        .filter(|(file, problems)| file.is_ours || !problems.is_empty())
        .map(|(file, problems)| file_entry(file, problems))
        .collect();
    let groups = response::groups(input, known);
    let document = Document {
        format: "ketenscan-check/1",
        files,
        response: groups.iter().flat_map(response_entries).collect(),
    };
    Ok(serde_json::to_string_pretty(&document)?)
}

fn response_entries<'a>(group: &'a Group) -> impl Iterator<Item = ResponseEntry<'a>> {
    // Nobody is asked to send what all may agree on.
    let lines = group.lines.iter();
    let lines = lines.filter(|line| line.submission.is_some() || !line.is_joint());
    lines.map(|line| ResponseEntry {
        region: &group.region.name,
        year: group.region.year,
        entity: line.entity,
        role: line.role.key(),
        perspective: line.perspective.map(|perspective| perspective.key.as_str()),
        file: line.submission.map(|book| book.file.as_str()),
        answered: line.tally.answered,
        questions: line.questions,
    })
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
