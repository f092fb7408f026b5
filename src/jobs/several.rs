//! Takes regions; reports entities of which several workbooks from one perspective are averaged, other than parts of one.

use super::findings::JobFinding;
use crate::answers::{Region, Submission, Together};
use crate::problem::{Finding, Place, Problem};
use crate::questionnaire::{Editions, Questionnaire, Role};

/// A warning for each entity and perspective with several workbooks that are not parts of one: is one of them a new
/// version of another?
pub(super) fn averaged(regions: &[Region], known: &Editions) -> Vec<Problem> {
    let mut problems = Vec::new();
    for region in regions {
        let Some(questionnaire) = known.of(&region.questionnaire) else {
            continue;
        };
        // They are sorted by entity and perspective.
        let sides = region.submissions.chunk_by(|one, other| one.side() == other.side());
        for books in sides.filter(|books| books.len() > 1) {
            let books: Vec<&Submission> = books.iter().map(AsRef::as_ref).collect();
            let together = Together::of(&books);
            if !together.are_parts() {
                problems.push(finding(&books, &together, questionnaire));
            }
        }
    }
    problems
}

fn finding(books: &[&Submission], together: &Together, questionnaire: &Questionnaire) -> Problem {
    let (last, others) = books.split_last().unwrap_or((&books[0], &[]));
    let name = |book: &Submission| (book.file != last.file).then(|| book.file.clone());
    let finding = JobFinding::Averaged {
        entity: match last.role {
            Role::Municipality => last.municipality.as_deref().unwrap_or_default(),
            Role::Region => &last.region,
        },
        perspective: &questionnaire.perspectives[last.perspective].name,
        others: others.iter().map(|book| book.file.as_str()).collect(),
        equal: together.alike,
        differing: together.differing.len(),
        dated: newest(books, |book| book.date).map(|(book, date)| (name(book), date)),
        saved: newest(books, |book| book.saved)
            .filter(|_| books.iter().all(|book| same_clock(book, last)))
            .map(|(book, moment)| (name(book), moment.date)),
    };
    finding.at(Place::file(&last.file))
}

/// Whether two workbooks were saved by the same clock: UTC, or that of somebody's computer.
fn same_clock(one: &Submission, other: &Submission) -> bool {
    one.saved.map(|moment| moment.is_utc) == other.saved.map(|moment| moment.is_utc)
}

/// The newest workbook by a time, if every one has it.
fn newest<'a, T: Copy + Ord>(
    books: &[&'a Submission],
    time: impl Fn(&Submission) -> Option<T>,
) -> Option<(&'a Submission, T)> {
    let mut dated: Vec<(T, &Submission)> = books
        .iter()
        .map(|book| Some((time(book)?, *book)))
        .collect::<Option<_>>()?;
    dated.sort_by_key(|(time, _)| *time);
    let (last, book) = dated.pop()?;
    let is_single = dated.last().is_none_or(|(before, _)| *before < last);
    is_single.then_some((book, last))
}
