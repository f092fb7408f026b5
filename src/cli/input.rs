//! Paths become regions: workbooks found, read in parallel, put together, with all that is wrong in them.

use std::collections::BTreeMap;
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use ketenscan::answers::{Region, assemble};
use ketenscan::plan::FilledPlan;
use ketenscan::problem::{Checked, Place, Problem, Severity};
use ketenscan::questionnaire::{Editions, Questionnaire, load};
use ketenscan::spelling::fold;
use ketenscan::wording::{all_of, count};
use ketenscan::workbook::read::{self, Content};

use super::Outcome;
use super::error::Error;
use super::files::{self, Found};
use super::messages::Messages;

/// One file, as read.
pub struct Book {
    /// How messages call it.
    pub label: String,
    /// What it turned out to be.
    pub content: Option<Content>,
    /// Whether it is a questionnaire of ours, filled in or not, or a file that could not be read.
    pub ours: bool,
    /// What it is known to be about.
    about: Subject,
}

/// A region, by its folded name, and a year, as far as they are chosen or known.
#[derive(Clone, Debug, Default)]
pub struct Subject {
    region: Option<String>,
    year: Option<u16>,
}

impl Subject {
    pub fn new(region: Option<&str>, year: Option<u16>) -> Self {
        Self {
            region: region.filter(|name| !name.is_empty()).map(fold),
            year: year.filter(|year| *year > 0),
        }
    }

    /// Whether both may be about the same region and year.
    pub fn may_be(&self, other: &Self) -> bool {
        let region = self.region.as_ref().zip(other.region.as_ref());
        let year = self.year.zip(other.year);
        region.is_none_or(|(one, other)| one == other) && year.is_none_or(|(one, other)| one == other)
    }

    /// What a region's report is about.
    pub fn of(region: &Region) -> Self {
        Self::new(Some(&region.name), Some(region.year))
    }

    fn of_content(content: Option<&Content>) -> Self {
        match content {
            Some(Content::Submission(book) | Content::Unplaced(book)) => Self::new(Some(&book.region), Some(book.year)),
            Some(Content::Untouched(book)) => Self::new(book.region.as_deref(), book.year),
            _ => Self::default(),
        }
    }
}

/// What a command does with reports among its input.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reports {
    /// Passes them over in a folder, and refuses one that is named.
    Refuse,
    /// Reads what people filled in, in their plan.
    ReadPlan,
}

/// Everything that the paths of a command stand for.
pub struct Input {
    /// All files, in order of finding.
    pub books: Vec<Book>,
    /// The plans filled in, in reports; where a command reads them.
    pub plans: Vec<FilledPlan>,
    /// All problems, file by file.
    pub problems: Vec<Problem>,
}

/// The questionnaires to work with: those of the folders, or those built in.
///
/// Problems in a definition are printed; then there is nothing to work with.
pub fn questionnaires(folders: &[PathBuf], messages: &Messages) -> Result<Result<Editions, Outcome>, Error> {
    let mut known: Option<Editions> = None;
    let mut problems = Vec::new();
    for folder in folders {
        let mut checked = definition(folder)?;
        problems.append(&mut checked.problems);
        match (checked.value, &mut known) {
            (Some(new), Some(known)) => known.add(new).map_err(|other| twice(folder, other))?,
            (Some(new), known) => *known = Some(new.into()),
            (None, _) => {}
        }
    }
    if problems.is_empty() {
        return Ok(Ok(known.unwrap_or_else(Editions::builtin)));
    }
    messages.problems(&problems);
    Ok(Err(Outcome::Faulty))
}

fn twice(folder: &Path, other: &Questionnaire) -> Error {
    Error::Usage(format!(
        "'{}' is net als '{}' vragenlijst '{}', editie {}, maar met een andere inhoud; geef er één van",
        files::label(folder),
        other.source.main.file,
        other.id,
        other.edition
    ))
}

/// Loads the definition in a folder.
pub fn definition(folder: &Path) -> Result<Checked<Option<Questionnaire>>, Error> {
    let mut checked = load(&files::read_definition(folder)?);
    for problem in &mut checked.problems {
        // A fault of the folder as a whole names no file.
        if problem.place.file.is_empty() {
            problem.place.file = files::label(folder);
        }
    }
    Ok(checked)
}

/// The same, with the editions built in of what the folders hold other editions of: workbooks of
/// several years can then lie side by side.
pub fn editions(folders: &[PathBuf], messages: &Messages) -> Result<Result<Editions, Outcome>, Error> {
    let mut known = match questionnaires(folders, messages)? {
        Ok(known) => known,
        Err(outcome) => return Ok(Err(outcome)),
    };
    known.complete_from(&Editions::builtin());
    Ok(Ok(known))
}

/// Reads every workbook that the paths stand for.
pub fn read(paths: &[PathBuf], known: &Editions, messages: &Messages) -> Result<Input, Error> {
    read_files(paths, known, Reports::Refuse, messages)
}

/// The same, with the plan of every report among them.
pub fn read_with_plans(paths: &[PathBuf], known: &Editions, messages: &Messages) -> Result<Input, Error> {
    let mut input = read_files(paths, known, Reports::ReadPlan, messages)?;
    input.one_plan_each();
    Ok(input)
}

fn read_files(paths: &[PathBuf], known: &Editions, reports: Reports, messages: &Messages) -> Result<Input, Error> {
    let found = files::find(paths)?;
    if found.len() > 1 {
        messages.progress(&format!("{} lezen …", count(found.len(), "bestand", "bestanden")));
    }
    let bar = messages.bar(found.len(), "Gelezen");
    let read: Vec<Read> = without_panic_messages(|| {
        found
            .par_iter()
            .map(|file| read_one(file, known, reports).inspect(|_| bar.inc(1)))
            .collect::<Result<_, Error>>()
    })?;
    bar.finish_and_clear();
    let mut input = Input {
        books: Vec::with_capacity(found.len()),
        plans: Vec::new(),
        problems: Vec::new(),
    };
    for (file, read) in found.into_iter().zip(read) {
        let content = read.content;
        input.problems.extend(read.problems);
        input.plans.extend(read.plan);
        let passed_over = matches!(
            content,
            Some(Content::Foreign | Content::NotAWorkbook | Content::Report | Content::Comparison)
        );
        input.books.push(Book {
            label: file.label,
            ours: !passed_over,
            about: Subject::of_content(content.as_ref()),
            content,
        });
    }
    let has_use =
        |book: &Book| book.ours || (reports == Reports::ReadPlan && matches!(book.content, Some(Content::Report)));
    let ours = input.books.iter().any(has_use);
    if !ours && !input.problems.iter().any(|p| p.severity == Severity::Error) {
        let places: Vec<String> = paths.iter().map(|path| format!("'{}'", path.display())).collect();
        messages.problems(&input.problems);
        return Err(Error::NothingThere(all_of(&places)));
    }
    Ok(input)
}

const POINT_TO_ANSWERS: &str = "Wijs de ingevulde werkboeken aan, of de map waarin ze staan.";

/// The parser's panics are caught and told as problems of their file; nothing else need be said of them.
pub fn without_panic_messages<T>(work: impl FnOnce() -> T) -> T {
    let before = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let done = work();
    panic::set_hook(before);
    done
}

/// What one file turned out to hold.
#[derive(Default)]
struct Read {
    content: Option<Content>,
    plan: Option<FilledPlan>,
    problems: Vec<Problem>,
}

impl Read {
    fn nothing(problem: Problem) -> Self {
        Self {
            problems: vec![problem],
            ..Self::default()
        }
    }
}

/// Held while a file is read that takes much memory: one at a time, however many threads read.
static HEAVY_READING: Mutex<()> = Mutex::new(());

fn read_one(file: &Found, known: &Editions, reports: Reports) -> Result<Read, Error> {
    if let Some(reason) = file.closed {
        let hint = "Vraag toegang tot de map, of haal die weg uit de invoer.".to_owned();
        return Ok(Read::nothing(unreadable(file, "de map", reason.what, hint)));
    }
    let bytes = match files::read(&file.path) {
        // One file of a folder does not keep the others from being read.
        Err(Error::Unreadable { reason, .. }) if !file.named => {
            let problem = unreadable(file, "het bestand", reason.what, reason.advice());
            return Ok(Read::nothing(problem));
        }
        read => read?,
    };
    let _turn = read::is_heavy(&bytes).then(|| HEAVY_READING.lock().unwrap_or_else(PoisonError::into_inner));
    let mut checked = read::read(&bytes, &file.label, known);
    let mut plan = None;
    let problem = |code, message: &str, hint: &str| Problem {
        code,
        severity: Severity::Error,
        place: Place::file(&file.label),
        message: message.to_owned(),
        hint: hint.to_owned(),
    };
    match &checked.value {
        Some(Content::Foreign) => checked.problems.push(problem(
            "W11",
            "dit werkboek is niet van ketenscan",
            "Controleer de naam, of vraag de afzender om het werkboek dat is uitgezet.",
        )),
        Some(Content::Report) if reports == Reports::ReadPlan => {
            let mut filled = read::read_filled_plan(&bytes, &file.label, known);
            checked.problems.append(&mut filled.problems);
            plan = filled.value;
        }
        Some(Content::Report) if file.named => checked.problems.push(problem(
            "W12",
            "dit is een rapport van ketenscan, geen ingevulde vragenlijst",
            POINT_TO_ANSWERS,
        )),
        Some(Content::Comparison) if file.named => checked.problems.push(problem(
            "W12",
            "dit is een vergelijking van ketenscan, geen ingevulde vragenlijst",
            POINT_TO_ANSWERS,
        )),
        _ => {}
    }
    // What is not ours is an error where the user named it, and passed over in a folder.
    if !file.named && matches!(checked.value, Some(Content::Foreign | Content::NotAWorkbook)) {
        for problem in &mut checked.problems {
            problem.severity = Severity::Note;
            "Het is overgeslagen.".clone_into(&mut problem.hint);
        }
    }
    Ok(Read {
        content: checked.value,
        plan,
        problems: checked.problems,
    })
}

fn unreadable(file: &Found, what: &str, reason: &str, hint: String) -> Problem {
    Problem {
        code: "W13",
        severity: Severity::Error,
        place: Place::file(&file.label),
        message: format!("{what} kan niet gelezen worden: {reason}"),
        hint,
    }
}

/// Those of the problems that may be about this, or are about nothing known.
pub fn about(subject: &Subject, problems: &[(&Problem, Option<&Subject>)]) -> Vec<Problem> {
    let mine = problems
        .iter()
        .filter(|(_, about)| about.is_none_or(|about| about.may_be(subject)));
    mine.map(|(problem, _)| (*problem).clone()).collect()
}

impl Input {
    /// Keeps the first of the plans filled in for one region and year; another one is warned of.
    fn one_plan_each(&mut self) {
        let mut kept: Vec<FilledPlan> = Vec::new();
        for plan in self.plans.drain(..) {
            let same = |first: &&FilledPlan| fold(&first.region) == fold(&plan.region) && first.year == plan.year;
            match kept.iter().find(same) {
                Some(first) if first.entries == plan.entries => {}
                Some(first) => self.problems.push(Problem {
                    code: "R09",
                    severity: Severity::Warning,
                    place: Place::file(&plan.file),
                    message: format!(
                        "ook in '{}' staat een ingevuld verbeterplan van {} {}; dat telt, en dit niet",
                        first.file, first.region, first.year
                    ),
                    hint: "Laat het rapport staan dat klopt, en haal het andere weg.".to_owned(),
                }),
                None => kept.push(plan),
            }
        }
        self.plans = kept;
    }

    /// The regions in the input. What contradicts between workbooks joins the problems.
    pub fn regions(&mut self) -> Vec<Region> {
        let (mut submissions, mut untouched) = (Vec::new(), Vec::new());
        for book in &mut self.books {
            match book.content.take() {
                Some(Content::Submission(submission)) => submissions.push(submission),
                Some(Content::Untouched(blank)) => untouched.push(*blank),
                other => book.content = other,
            }
        }
        let mut assembled = assemble(submissions, untouched);
        self.problems.append(&mut assembled.problems);
        assembled.value
    }

    /// Each problem with what its file is about; nothing where that is no file read.
    pub fn subjects<'a>(&'a self, problems: &'a [Problem]) -> Vec<(&'a Problem, Option<&'a Subject>)> {
        let books: BTreeMap<&str, &Subject> = self.books.iter().map(|book| (&*book.label, &book.about)).collect();
        let subject = |problem: &Problem| books.get(problem.place.file.as_str()).copied();
        problems.iter().map(|problem| (problem, subject(problem))).collect()
    }
}
