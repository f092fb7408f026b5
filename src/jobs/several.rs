//! Takes regions; reports entities of which several workbooks from one perspective are averaged.

use super::findings::JobFinding;
use crate::answers::{Answer, Region, Submission};
use crate::problem::{Finding, Place, Problem};
use crate::questionnaire::{Date, Editions, Questionnaire, Role};
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
    let finding = JobFinding::Averaged {
        entity: match last.role {
            Role::Municipality => last.municipality.as_deref().unwrap_or_default(),
            Role::Region => &last.region,
        },
        perspective: &questionnaire.perspectives[last.perspective].name,
        others: others.iter().map(|book| book.file.as_str()).collect(),
        equal,
        differing,
        newest: newest(books).map(|(book, date)| ((book.file != last.file).then_some(book.file.as_str()), date)),
    };
    finding.at(Place::file(&last.file))
}

/// The newest workbook, if every one says when it was filled in.
fn newest<'a>(books: &[&'a Submission]) -> Option<(&'a Submission, Date)> {
    let mut dated: Vec<(Date, &Submission)> = books
        .iter()
        .map(|book| Some((book.date?, *book)))
        .collect::<Option<_>>()?;
    dated.sort_by_key(|(date, _)| *date);
    let (date, book) = dated.pop()?;
    let is_single = dated.last().is_none_or(|(before, _)| *before < date);
    is_single.then_some((book, date))
}
