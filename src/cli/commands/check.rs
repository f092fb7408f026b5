//! `controleer`: what is in each workbook, what is wrong in it, and who has not answered yet.

use crate::cli::messages::say;
use std::path::PathBuf;

use serde::Serialize;

use ketenscan::answers::{Region, Submission, Tally};
use ketenscan::problem::{Problem, Severity, any_error};
use ketenscan::questionnaire::{Editions, Role};
use ketenscan::wording::{all_of, count};
use ketenscan::workbook::read::Content;

use crate::cli::args::CheckArgs;
use crate::cli::error::Error;
use crate::cli::input::Book;
use crate::cli::messages::Messages;
use crate::cli::{Outcome, input};

/// What stands in one file.
struct Summary {
    file: String,
    kind: Option<&'static str>,
    region: Option<String>,
    municipality: Option<String>,
    year: Option<u16>,
    perspective: Option<String>,
    tally: Tally,
    questions: usize,
    untouched: bool,
    ours: bool,
}

/// Reads everything and tells of it on standard output, as text or JSON.
pub fn run(args: &CheckArgs, folders: &[PathBuf], messages: &Messages) -> Result<Outcome, Error> {
    let known = match input::questionnaires(folders, messages)? {
        Ok(known) => known,
        Err(outcome) => return Ok(outcome),
    };
    let mut input = input::read(&args.paths, &known, messages)?;
    let summaries: Vec<Summary> = input
        .books
        .iter()
        .filter(|book| book.ours || input.problems.iter().any(|problem| problem.place.file == book.label))
        .map(|book| summary(book, &known))
        .collect();
    let regions = input.regions();
    let problems = &input.problems;
    if args.json {
        say!("{}", document(&summaries, problems)?);
    } else {
        print(&summaries, problems);
        for region in &regions {
            print_response(region, &known);
        }
        messages.problems(problems);
    }
    Ok(if any_error(problems) {
        Outcome::Faulty
    } else {
        Outcome::Done
    })
}

fn summary(book: &Book, known: &Editions) -> Summary {
    let empty = Summary {
        file: book.label.clone(),
        kind: None,
        region: None,
        municipality: None,
        year: None,
        perspective: None,
        tally: Tally::default(),
        questions: 0,
        untouched: false,
        ours: book.ours,
    };
    match &book.content {
        Some(Content::Submission(submission) | Content::Unplaced(submission)) => {
            of_submission(submission, known, empty)
        }
        Some(Content::Untouched(book)) => Summary {
            kind: Some(book.role.key()),
            region: book.region.clone(),
            municipality: book.municipality.clone(),
            year: book.year,
            questions: book.questions,
            untouched: true,
            ..empty
        },
        _ => empty,
    }
}

fn of_submission(submission: &Submission, known: &Editions, empty: Summary) -> Summary {
    let tally = submission.tally();
    let questionnaire = known.of(&submission.questionnaire);
    let perspective = questionnaire.and_then(|questionnaire| questionnaire.perspectives.get(submission.perspective));
    Summary {
        kind: Some(submission.role.key()),
        region: Some(submission.region.clone()).filter(|name| !name.is_empty()),
        municipality: submission.municipality.clone(),
        year: Some(submission.year).filter(|year| *year > 0),
        perspective: perspective.map(|perspective| perspective.key.clone()),
        tally,
        questions: tally.rows(),
        ..empty
    }
}

fn print(summaries: &[Summary], problems: &[Problem]) {
    for summary in summaries.iter().filter(|summary| summary.ours) {
        let found = problems
            .iter()
            .filter(|problem| problem.place.file == summary.file && problem.severity != Severity::Note)
            .count();
        let what = if summary.untouched {
            "nog niet ingevuld".to_owned()
        } else if summary.questions == 0 {
            "niet gelezen".to_owned()
        } else {
            filled_in(&summary.tally)
        };
        let wrong = if found == 0 {
            String::new()
        } else {
            format!("; {}", count(found, "bevinding", "bevindingen"))
        };
        say!("{}: {what}{wrong}", summary.file);
    }
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

/// Who answered from which side, and who is still to answer.
fn print_response(region: &Region, known: &Editions) {
    let Some(questionnaire) = known.of(&region.questionnaire) else {
        return;
    };
    say!("");
    say!("Respons {} {}", region.name, region.year);
    for entity in &region.entities {
        let mut perspectives: Vec<&str> = entity
            .submissions
            .iter()
            .map(|&index| {
                questionnaire.perspectives[region.submissions[index].perspective]
                    .name
                    .as_str()
            })
            .collect();
        perspectives.dedup();
        let who = match entity.role {
            Role::Municipality => entity.name.clone(),
            Role::Region => format!("{} (regio)", entity.name),
        };
        let told = if perspectives.is_empty() {
            "nog niets".to_owned()
        } else {
            all_of(&perspectives)
        };
        say!("  {who}: {told}");
    }
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

fn document(summaries: &[Summary], problems: &[Problem]) -> Result<String, Error> {
    let of_file = |file: &str| {
        problems
            .iter()
            .filter(|problem| problem.place.file == file)
            .map(|problem| ProblemEntry {
                code: problem.code,
                severity: problem.severity,
                sheet: problem.place.sheet.as_deref(),
                cell: problem.place.cell.as_deref(),
                question: problem.place.question.as_deref(),
                message: &problem.message,
                hint: &problem.hint,
            })
            .collect()
    };
    let files = summaries
        .iter()
        .map(|summary| FileEntry {
            file: &summary.file,
            kind: summary.kind,
            region: summary.region.as_deref(),
            municipality: summary.municipality.as_deref(),
            year: summary.year,
            perspective: summary.perspective.as_deref(),
            answered: summary.tally.answered,
            questions: summary.questions,
            problems: of_file(&summary.file),
        })
        .collect();
    let document = Document {
        format: "ketenscan-check/1",
        files,
    };
    Ok(serde_json::to_string_pretty(&document)?)
}
