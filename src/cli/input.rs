//! Paths become regions: workbooks found, read in parallel, put together, with all that is wrong in them.

use std::path::PathBuf;

use rayon::prelude::*;

use ketenscan::answers::{Region, Submission, Untouched, assemble};
use ketenscan::problem::{Place, Problem, Severity};
use ketenscan::questionnaire::{Questionnaire, builtin, load};
use ketenscan::wording::count;
use ketenscan::workbook::read::{self, Content};

use super::Outcome;
use super::error::Error;
use super::files::{self, Found};
use super::messages::Messages;

/// One workbook of ours, as read.
pub struct Book {
    /// How messages call it.
    pub label: String,
    /// What it turned out to be.
    pub content: Option<Content>,
}

/// Everything that the paths of a command stand for.
pub struct Input {
    /// Our questionnaires, filled in or not, and files that could not be read, in order of finding.
    pub books: Vec<Book>,
    /// All problems, file by file.
    pub problems: Vec<Problem>,
}

/// The questionnaires to work with: those of the folders, or the one built in.
///
/// Problems in a definition are printed; then there is nothing to work with.
pub fn questionnaires(folders: &[PathBuf], messages: &Messages) -> Result<Result<Vec<Questionnaire>, Outcome>, Error> {
    if folders.is_empty() {
        return Ok(Ok(vec![builtin()]));
    }
    let mut known = Vec::new();
    let mut problems = Vec::new();
    for folder in folders {
        let mut checked = load(&files::read_definition(folder)?);
        problems.append(&mut checked.problems);
        known.extend(checked.value);
    }
    if problems.is_empty() {
        return Ok(Ok(known));
    }
    messages.problems(&problems);
    Ok(Err(Outcome::Faulty))
}

/// Reads every workbook that the paths stand for.
pub fn read(paths: &[PathBuf], known: &[Questionnaire], messages: &Messages) -> Result<Input, Error> {
    let found = files::find(paths)?;
    if found.len() > 1 {
        messages.progress(&format!("{} lezen …", count(found.len(), "bestand", "bestanden")));
    }
    let read: Vec<(Option<Content>, Vec<Problem>)> = found
        .par_iter()
        .map(|file| read_one(file, known))
        .collect::<Result<_, Error>>()?;
    let mut input = Input {
        books: Vec::new(),
        problems: Vec::new(),
    };
    for (file, (content, mut problems)) in found.iter().zip(read) {
        input.problems.append(&mut problems);
        let ours = !matches!(
            content,
            Some(Content::Foreign | Content::NotAWorkbook | Content::Report | Content::Comparison)
        );
        if ours {
            input.books.push(Book {
                label: file.label.clone(),
                content,
            });
        }
    }
    if input.books.is_empty() && !input.problems.iter().any(|p| p.severity == Severity::Error) {
        let places: Vec<String> = paths.iter().map(|path| format!("'{}'", path.display())).collect();
        messages.problems(&input.problems);
        return Err(Error::NothingThere(ketenscan::wording::all_of(&places)));
    }
    Ok(input)
}

fn read_one(file: &Found, known: &[Questionnaire]) -> Result<(Option<Content>, Vec<Problem>), Error> {
    let bytes = files::read(&file.path)?;
    let mut checked = read::read(&bytes, &file.label, known);
    // What is not ours is an error where the user named it, and passed over in a folder.
    let severity = if file.named { Severity::Error } else { Severity::Note };
    let what = match &checked.value {
        Some(Content::Foreign) => Some((
            "W11",
            "dit werkboek is niet van ketenscan",
            "Controleer de naam, of vraag de afzender om het werkboek dat is uitgezet.",
        )),
        Some(Content::Report) if file.named => Some((
            "W12",
            "dit is een rapport van ketenscan, geen ingevulde vragenlijst",
            "Wijs de ingevulde werkboeken aan, of de map waarin ze staan.",
        )),
        Some(Content::Comparison) if file.named => Some((
            "W12",
            "dit is een vergelijking van ketenscan, geen ingevulde vragenlijst",
            "Wijs de ingevulde werkboeken aan, of de map waarin ze staan.",
        )),
        Some(Content::NotAWorkbook) => {
            for problem in &mut checked.problems {
                problem.severity = severity;
            }
            None
        }
        _ => None,
    };
    if let Some((code, message, hint)) = what {
        let hint = if file.named { hint } else { "Het is overgeslagen." };
        checked.problems.push(Problem {
            code,
            severity,
            place: Place::file(&file.label),
            message: message.to_owned(),
            hint: hint.to_owned(),
        });
    }
    Ok((checked.value, checked.problems))
}

impl Input {
    /// The regions in the input. What contradicts between workbooks joins the problems.
    pub fn regions(&mut self) -> Vec<Region> {
        let mut submissions: Vec<Submission> = Vec::new();
        let mut untouched: Vec<Untouched> = Vec::new();
        for book in &mut self.books {
            match book.content.take() {
                Some(Content::Submission(submission)) => submissions.push(*submission),
                Some(Content::Untouched(blank)) => untouched.push(*blank),
                other => book.content = other,
            }
        }
        let mut assembled = assemble(submissions, untouched);
        self.problems.append(&mut assembled.problems);
        assembled.value
    }
}
