//! Takes a filled-in workbook from any office program; returns a submission and everything that is wrong with it.

mod answer;
mod answer_findings;
mod as_seen;
mod book;
mod calendar;
mod cells;
mod collect;
mod context_findings;
mod entry_findings;
mod findings;
mod listed;
mod merged;
mod notes;
mod numbers;
mod plan;
mod plan_findings;
mod refusals;
mod rounding;
mod saved;
mod shared;
mod table_findings;
mod words;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use workbook_guard::{Bound, Refusal, Tally, Unreadable};

use self::book::Book;
use self::cells::{Sheet, at};
use self::collect::Collector;
use self::findings::FileFinding;
use self::notes::Notes;
use self::words::quote;
use super::layout::{self, BookKind, meta};
use crate::answers::{BlankWorkbook, Submission};
use crate::checksum::sha256;
use crate::privacy::{self, Written};
use crate::problem::{Checked, Finding, Place, Problem};
use crate::questionnaire::{Editions, PerspectiveIndex, Questionnaire, Role, RowIndex};
use crate::spelling::{composed, fold, spells};

pub use self::listed::{Listed, MOST_LISTED, TextRow, municipalities_in_rows, read_municipalities};
pub use self::plan::{
    EarlierReport, ReadConclusion, ReportPlan, check_plan, read_comparison, read_filled_plan, read_plan, read_report,
    read_standing,
};
pub use self::shared::{SharedReport, read_shared_report};
pub use workbook_guard::is_heavy;

/// Size in bytes of the largest file that is read. Of a larger file, the first `MOST_BYTES + 1` bytes suffice to refuse
/// it.
pub const MOST_BYTES: usize = Bound::FileSize.most();

/// What a file turned out to be.
#[derive(Clone, Debug)]
pub enum Content {
    /// A workbook with answers.
    Submission(Box<Submission>),
    /// A workbook with answers whose region, municipality, year or perspective is unknown.
    Unplaced(Box<Submission>),
    /// A workbook of ours that nobody has filled in yet.
    Blank(Box<BlankWorkbook>),
    /// A report of ours.
    Report {
        /// Whether all it rests on was invented by the demo.
        is_invented: bool,
    },
    /// A comparison of ours.
    Comparison,
    /// A workbook, but not one of ours.
    Foreign,
    /// Not a workbook at all.
    NotAWorkbook,
}

/// Reads one workbook. `file` is its name in messages; `editions` are the known questionnaires.
///
/// There is no content if the file as a whole cannot be read; the problems then say why. Content with errors is as much
/// as could be read: faulty answers count as missing. Of a file larger than [`MOST_BYTES`], the first `MOST_BYTES + 1`
/// bytes are enough.
#[must_use]
pub fn read(bytes: &[u8], file: &str, editions: &Editions) -> Checked<Option<Content>> {
    let mut problems = Vec::new();
    // The parser panics on some files that contradict themselves. That must cost this file, not the run.
    let read = catch_unwind(AssertUnwindSafe(|| read_book(bytes, file, editions, &mut problems)));
    let value = match read.unwrap_or(Err(FileFinding::Contradictory)) {
        Ok(content) => Some(content),
        Err(finding) => {
            let content =
                matches!(finding, FileFinding::Refused(Refusal::NotAWorkbook(_))).then_some(Content::NotAWorkbook);
            problems.push(finding.at(finding.place(file)));
            content
        }
    };
    if matches!(
        value,
        Some(Content::Submission(_) | Content::Unplaced(_) | Content::Blank(_) | Content::Report { .. })
    ) {
        let kinds = personal_in_name(file);
        if !kinds.is_empty() {
            problems.push(FileFinding::PersonalName { kinds }.at(Place::file(file)));
        }
    }
    Checked { value, problems }
}

/// The problem of a file on which the parser ended the whole program, so that nobody could catch it.
#[must_use]
pub fn contradictory(file: &str) -> Problem {
    FileFinding::Contradictory.at(Place::file(file))
}

/// The kinds of personal data in the name of a file, in which people put hyphens for spaces.
fn personal_in_name(file: &str) -> Vec<privacy::Kind> {
    let name = file.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    Written::new(&stem.replace(['-', '_'], " ")).kinds().to_vec()
}

fn read_book(
    bytes: &[u8],
    file: &str,
    editions: &Editions,
    problems: &mut Vec<Problem>,
) -> Result<Content, FileFinding> {
    let mut book = Book::open(bytes)?;
    let unreadable = std::mem::take(&mut book.unreadable);
    let (in_meta, elsewhere): (Vec<_>, Vec<_>) = unreadable.into_iter().partition(|it| spells(&it.sheet, layout::META));
    // Without these facts, our own workbook would look like somebody else's.
    if let Some(cell) = in_meta.iter().find(|unreadable| unreadable.cell.is_some()) {
        return Err(FileFinding::Unreadable(cell.clone()));
    }
    let mut tally = Tally::new();
    let names = book.sheet_names();
    let Some(meta_name) = book.sheet_called(layout::META) else {
        if holds_answers(&mut book, &names, editions) {
            return Err(FileFinding::Anonymous);
        }
        note(&in_meta, file, problems);
        return Ok(Content::Foreign);
    };
    let facts = read_meta(&book.sheet(&meta_name, &mut tally)?);
    let fact = |key: &str| facts.get(key).map_or("", String::as_str);
    if !fact(meta::FORMAT).starts_with("ketenscan/") {
        return if holds_answers(&mut book, &names, editions) {
            Err(FileFinding::Anonymous)
        } else {
            Ok(Content::Foreign)
        };
    }
    if fact(meta::FORMAT) != layout::FORMAT {
        let found = quote(fact(meta::FORMAT));
        return Err(FileFinding::OtherFormat { found });
    }
    let is_invented = facts.contains_key(meta::INVENTED);
    let role = match BookKind::from_key(fact(meta::KIND)) {
        Some(BookKind::Questionnaire(role)) => role,
        Some(BookKind::Report) => return Ok(Content::Report { is_invented }),
        Some(BookKind::Comparison) => return Ok(Content::Comparison),
        None => return Ok(Content::Foreign),
    };
    let questionnaire = choose_edition(&facts, editions)?;
    if !fact(meta::SHA256).is_empty() && fact(meta::SHA256) != questionnaire.sha256 {
        problems.push(FileFinding::OtherDefinition.at(Place::file(file)));
    }

    note(&elsewhere, file, problems);
    let mut collector = Collector::new(file, questionnaire, role, &facts);
    for name in names
        .iter()
        .filter(|name| **name != meta_name && !spells(name, layout::LISTS))
    {
        collector.sheet(&book.sheet(name, &mut tally)?);
    }
    let mut found = collector.finish(sha256([bytes]), book.saved);
    problems.append(&mut found.problems);
    if let Content::Submission(submission) | Content::Unplaced(submission) = &mut found.value {
        submission.is_invented = is_invented;
    }
    Ok(found.value)
}

/// Whether a workbook without `_meta` contains our particulars and answers to our questions.
fn holds_answers(book: &mut Book, names: &[String], editions: &Editions) -> bool {
    // A tally of its own, so that a large workbook of somebody else remains just that: not ours.
    let mut tally = Tally::new();
    let (mut particulars, mut answers) = (false, false);
    for name in names {
        let Ok(sheet) = book.sheet(name, &mut tally) else {
            return false;
        };
        particulars |= collect::column_of_labels(&sheet).is_some();
        answers |= collect::holds_answers(&sheet, editions);
        if particulars && answers {
            return true;
        }
    }
    false
}

/// Reports what cannot be read.
fn note(unreadable: &[Unreadable], file: &str, problems: &mut Vec<Problem>) {
    let mut notes = Notes::default();
    for unreadable in unreadable {
        notes.add(refusals::place(unreadable, file), unreadable);
    }
    problems.extend(notes.into_problems());
}

fn read_meta(sheet: &Sheet) -> BTreeMap<String, String> {
    sheet
        .rows()
        .filter_map(|row| {
            let key = at(row, 0)?.content.text()?;
            let value = match &at(row, 1)?.content {
                cells::Content::Number(number) => number.to_string(),
                content => composed(content.text()?),
            };
            Some((fold(key), value))
        })
        .collect()
}

fn choose_edition<'q>(
    facts: &BTreeMap<String, String>,
    editions: &'q Editions,
) -> Result<&'q Questionnaire, FileFinding> {
    let fact = |key: &str| facts.get(key).cloned().unwrap_or_default();
    let (id, edition) = (fact(meta::QUESTIONNAIRE), fact(meta::EDITION));
    let same: Vec<&Questionnaire> = editions.every_edition_of(&id).collect();
    if same.is_empty() {
        return Err(FileFinding::OtherQuestionnaire {
            found: quote(&id),
            ours: editions.ids().into_iter().map(str::to_owned).collect(),
        });
    }
    let known: Vec<String> = same.iter().map(|known| format!("editie {}", known.edition)).collect();
    same.into_iter()
        .find(|known| known.edition.to_string() == edition)
        .ok_or_else(|| FileFinding::UnknownEdition {
            found: quote(&edition),
            known,
        })
}

/// The rows of a full workbook of this role; in a short one, those put to the perspective.
pub(super) fn rows_in_workbook(
    questionnaire: &Questionnaire,
    role: Role,
    asked: Option<PerspectiveIndex>,
) -> Vec<RowIndex> {
    questionnaire
        .rows_of(role)
        .filter(|&row| asked.is_none_or(|perspective| questionnaire.question_of(row).ask.contains(&perspective)))
        .collect()
}
