//! Takes regions; reports where several workbooks of one side say the same or contradict each other, other than as parts
//! of one.

use std::collections::BTreeSet;

use super::several_findings::{Elsewhere, SeveralFinding};
use crate::answers::{Region, Submission, Together};
use crate::problem::{Finding, Place, Problem};
use crate::questionnaire::{Editions, Questionnaire, Role, RowIndex};
use crate::workbook::layout::{address, answer_words};

/// What is to be said of workbooks of one side: rows that one respondent answers differently, rows that several parts
/// of a workbook answer, and workbooks that are averaged.
pub(super) fn several(regions: &[Region], known: &Editions) -> Vec<Problem> {
    let mut problems = Vec::new();
    for region in regions {
        if let Some(questionnaire) = known.of(&region.questionnaire) {
            contradicted(region, questionnaire, &mut problems);
            repeated(region, questionnaire, &mut problems);
            averaged(region, questionnaire, &mut problems);
        }
    }
    problems
}

/// An error for each workbook that answers a row differently from another one of the same respondent.
fn contradicted(region: &Region, questionnaire: &Questionnaire, problems: &mut Vec<Problem>) {
    let aside = region.set_aside.iter().map(AsRef::as_ref);
    let aside: Vec<&Submission> = aside
        .filter(|book| book.questionnaire == region.questionnaire && !book.is_joint)
        .collect();
    // They are sorted by respondent.
    for books in aside.chunk_by(|one, other| one.is_of_one_respondent(other)) {
        let together = Together::of(books);
        for (book, differences) in books.iter().zip(together.differences) {
            let rows = differences.iter().map(|&(row, other)| {
                let other = books[other];
                let answer = |book: &Submission| {
                    let answer = book.answers.get(row).copied();
                    answer.map_or_else(String::new, |answer| answer_words(questionnaire, answer))
                };
                Elsewhere {
                    answers: Some((answer(book), answer(other))),
                    ..elsewhere(questionnaire, row, other)
                }
            });
            let finding = SeveralFinding::Contradicted { rows: rows.collect() };
            if let Some(&(row, _)) = differences.first() {
                problems.push(finding.at(place(questionnaire, book, row)));
            }
        }
    }
}

/// A note for each part of a workbook that repeats answers of another part.
fn repeated(region: &Region, questionnaire: &Questionnaire, problems: &mut Vec<Problem>) {
    for repeated in region.repeated.chunk_by(|one, other| one.book == other.book) {
        let book = &region.submissions[repeated[0].book];
        let rows = repeated
            .iter()
            .map(|repeated| elsewhere(questionnaire, repeated.row, &region.submissions[repeated.kept]));
        let finding = SeveralFinding::Repeated { rows: rows.collect() };
        problems.push(finding.at(place(questionnaire, book, repeated[0].row)));
    }
}

/// A warning for each entity and perspective with several workbooks that are not parts of one: is one of them a new
/// version of another?
fn averaged(region: &Region, questionnaire: &Questionnaire, problems: &mut Vec<Problem>) {
    // They are sorted by entity and perspective.
    let sides = region.submissions.chunk_by(|one, other| one.side() == other.side());
    for books in sides.filter(|books| books.len() > 1) {
        let books: Vec<&Submission> = books.iter().map(AsRef::as_ref).collect();
        let together = Together::of(&books);
        if !together.are_parts() {
            let concerned = concerned(&books, &together);
            problems.push(finding(&concerned, books.len(), questionnaire));
        }
    }
}

/// The workbooks that answer a row differently; if none does, those that only repeat others, with those others.
fn concerned<'a>(books: &[&'a Submission], together: &Together) -> Vec<&'a Submission> {
    let indexed = || books.iter().copied().enumerate();
    if !together.differing.is_empty() {
        let differ = indexed().filter(|&(index, _)| !together.differences[index].is_empty());
        return differ.map(|(_, book)| book).collect();
    }
    let repeats = indexed().filter(|&(index, _)| together.repeats[index]);
    let rows: BTreeSet<RowIndex> = repeats
        .flat_map(|(_, book)| book.answered().map(|(row, _)| row))
        .collect();
    let same = indexed().filter(|(_, book)| book.answered().any(|(row, _)| rows.contains(&row)));
    same.map(|(_, book)| book).collect()
}

fn elsewhere(questionnaire: &Questionnaire, row: RowIndex, book: &Submission) -> Elsewhere {
    Elsewhere {
        answers: None,
        place: place(questionnaire, book, row),
    }
}

/// The cell of a row in a workbook.
pub(super) fn place(questionnaire: &Questionnaire, book: &Submission, row: RowIndex) -> Place {
    let spot = book.spots.get(row);
    Place {
        sheet: spot.map(|spot| book.sheets[usize::from(spot.sheet)].clone()),
        cell: spot.map(|spot| address(spot.row, u32::from(spot.column))),
        question: Some(questionnaire.rows[row].id.clone()),
        ..Place::file(&book.file)
    }
}

/// `all`: the number of workbooks of this side.
fn finding(books: &[&Submission], all: usize, questionnaire: &Questionnaire) -> Problem {
    let together = Together::of(books);
    let (last, others) = books.split_last().unwrap_or((&books[0], &[]));
    let name = |book: &Submission| (book.file != last.file).then(|| book.file.clone());
    let finding = SeveralFinding::Averaged {
        entity: match last.role {
            Role::Municipality => last.municipality.as_deref().unwrap_or_default(),
            Role::Region => &last.region,
        },
        perspective: &questionnaire.perspectives[last.perspective].name,
        others: others.iter().map(|book| book.file.as_str()).collect(),
        all,
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
