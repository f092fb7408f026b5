//! Takes regions; reports entities of which several workbooks from one perspective are averaged.

use super::findings::JobFinding;
use crate::answers::{Answer, Region, Submission};
use crate::problem::{Finding, Place, Problem};
use crate::questionnaire::{Editions, Questionnaire, Role};
use crate::spelling::fold;

/// A warning for each entity and perspective with several workbooks: is one of them a new version of another?
pub(super) fn averaged(regions: &[Region], known: &Editions) -> Vec<Problem> {
    let mut problems = Vec::new();
    for region in regions {
        let Some(questionnaire) = known.of(&region.questionnaire) else {
            continue;
        };
        // They are sorted by entity and perspective.
        let together = region.submissions.chunk_by(|one, other| same_side(one, other));
        for books in together.filter(|books| books.len() > 1) {
            let books: Vec<&Submission> = books.iter().map(AsRef::as_ref).collect();
            problems.push(finding(&books, questionnaire));
        }
    }
    problems
}

fn same_side(one: &Submission, other: &Submission) -> bool {
    let name = |book: &Submission| book.municipality.as_deref().map(fold);
    (one.role, one.perspective) == (other.role, other.perspective) && name(one) == name(other)
}

fn finding(books: &[&Submission], questionnaire: &Questionnaire) -> Problem {
    let (mut equal, mut differing) = (0, 0);
    for row in questionnaire.rows_of(books[0].role) {
        let given = books.iter().filter_map(|book| book.answers.get(row));
        let given: Vec<&Answer> = given.filter(|answer| **answer != Answer::Missing).collect();
        if let [first, rest @ ..] = given.as_slice()
            && !rest.is_empty()
        {
            if rest.iter().all(|other| other == first) {
                equal += 1;
            } else {
                differing += 1;
            }
        }
    }
    let (last, others) = books.split_last().unwrap_or((&books[0], &[]));
    let name = |book: &Submission| (book.file != last.file).then(|| book.file.clone());
    let finding = JobFinding::Averaged {
        entity: match last.role {
            Role::Municipality => last.municipality.as_deref().unwrap_or_default(),
            Role::Region => &last.region,
        },
        perspective: &questionnaire.perspectives[last.perspective].name,
        others: others.iter().map(|book| book.file.as_str()).collect(),
        equal,
        differing,
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
