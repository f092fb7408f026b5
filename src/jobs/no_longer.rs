//! Rows that a side answered in the previous year of the input and now calls not applicable, without saying why.

use std::collections::BTreeMap;

use super::findings::JobFinding;
use super::several::place;
use crate::answers::{Answer, Merger, Region, Submission, is_ground};
use crate::comparison::Join;
use crate::problem::{Finding, Problem};
use crate::questionnaire::{Editions, Questionnaire, Role, RowIndex};
use crate::spelling::fold;

/// A side, with the key of its perspective: that is the same in every edition.
type Side<'a> = (Role, String, &'a str);

/// The workbooks of each side in a region and year.
struct Year<'a> {
    number: u16,
    questionnaire: &'a Questionnaire,
    mergers: &'a [Merger],
    sides: BTreeMap<Side<'a>, Vec<&'a Submission>>,
}

/// A warning for each such row, of regions of which the input has an earlier year, too.
pub(super) fn no_longer_applicable(regions: &[Region], known: &Editions) -> Vec<Problem> {
    let mut problems = Vec::new();
    // Of each region: the year last seen. They are sorted by year.
    let mut before: BTreeMap<String, Year> = BTreeMap::new();
    for region in regions {
        let Some(questionnaire) = known.of(&region.questionnaire) else {
            continue;
        };
        let now = Year::new(region, questionnaire);
        if let Some(before) = before.get(&fold(&region.name)) {
            compare(before, &now, known, &mut problems);
        }
        before.insert(fold(&region.name), now);
    }
    problems
}

impl<'a> Year<'a> {
    fn new(region: &'a Region, questionnaire: &'a Questionnaire) -> Self {
        let mut sides: BTreeMap<Side, Vec<&Submission>> = BTreeMap::new();
        for book in &region.submissions {
            let (role, name, perspective) = book.side();
            let key = questionnaire.perspectives[perspective].key.as_str();
            sides.entry((role, name, key)).or_default().push(book);
        }
        Self {
            number: region.year,
            questionnaire,
            mergers: &region.mergers,
            sides,
        }
    }
}

impl Year<'_> {
    /// The workbooks of a side, and those of the municipalities that it was before.
    fn books_of(&self, side: &Side, mergers: &[Merger]) -> Vec<&Submission> {
        let (role, name, perspective) = side;
        let mut names = vec![name.clone()];
        if *role == Role::Municipality {
            let became = mergers.iter().filter(|merger| fold(&merger.name) == *name);
            names.extend(became.flat_map(|merger| merger.formerly.iter().map(|former| fold(former))));
            names.sort_unstable();
            names.dedup();
        }
        let sides = names
            .into_iter()
            .filter_map(|name| self.sides.get(&(*role, name, *perspective)));
        sides.flatten().copied().collect()
    }
}

fn compare(before: &Year, now: &Year, known: &Editions, problems: &mut Vec<Problem>) {
    let join = Join::new(before.questionnaire, now.questionnaire, known);
    for (side, books) in &now.sides {
        let earlier = before.books_of(side, now.mergers);
        for book in books.iter().filter(|_| !earlier.is_empty()) {
            for row in without_ground(book) {
                if was_answered(&earlier, &join.counterparts(now.questionnaire, row)) {
                    problems.push(problem(now.questionnaire, book, row, before.number));
                }
            }
        }
    }
}

/// The rows that a workbook calls not applicable without a ground.
fn without_ground(book: &Submission) -> impl Iterator<Item = RowIndex> {
    let rows = book
        .answers
        .iter()
        .filter(|(_, answer)| **answer == Answer::NotApplicable);
    let rows = rows.map(|(row, _)| row);
    let is_founded = |row| book.evidence.iter().any(|(of, text)| *of == row && is_ground(text));
    rows.filter(move |row| !is_founded(*row))
}

/// Whether any of these workbooks answers any of these rows.
fn was_answered(books: &[&Submission], rows: &[RowIndex]) -> bool {
    rows.iter().any(|&row| {
        let answers = books.iter().filter_map(|book| book.answers.get(row));
        let mut given = answers.filter(|answer| !answer.nothing_needed());
        given.any(|answer| matches!(answer, Answer::Answered(_)))
    })
}

fn problem(questionnaire: &Questionnaire, book: &Submission, row: RowIndex, year: u16) -> Problem {
    JobFinding::NoLongerApplicable { year }.at(place(questionnaire, book, row))
}
