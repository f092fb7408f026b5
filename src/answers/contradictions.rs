//! Sets aside filled-in workbooks that contradict each other: all of them, whichever came first.

// Thousands of workbooks are sorted here without being moved: each would leave a hole of its own size.
#![allow(clippy::vec_box)]

use std::collections::BTreeMap;

use super::findings::RegionFinding;
use super::{BlankWorkbook, Submission, Together};
use crate::privacy::Written;
use crate::problem::{Finding, Place, Problem};
use crate::questionnaire::{PerspectiveIndex, QuestionnaireId, Role};
use crate::spelling::fold;

/// The questionnaire and edition of most workbooks, counting those that are not filled in only if none is. Workbooks of
/// another one are reported and set aside; if two have as many, so are all, since either may be the region's.
pub(super) fn of_one_questionnaire(
    submissions: &mut Vec<Box<Submission>>,
    blank_books: &mut Vec<BlankWorkbook>,
    problems: &mut Vec<Problem>,
) -> (QuestionnaireId, Vec<Box<Submission>>) {
    // For each questionnaire, the number of workbooks and the first of them.
    let mut found: BTreeMap<QuestionnaireId, (usize, String)> = BTreeMap::new();
    let mut count = |own: &QuestionnaireId, file: &str, number: usize| {
        let (books, _) = found.entry(own.clone()).or_insert_with(|| (0, file.to_owned()));
        *books += number;
    };
    for book in &*submissions {
        count(&book.questionnaire, &book.file, 1);
    }
    for book in &*blank_books {
        count(&book.questionnaire, &book.file, usize::from(submissions.is_empty()));
    }
    let most = found.values().map(|(books, _)| *books).max().unwrap_or_default();
    let mut with_most = found.iter().filter(|(_, (books, _))| *books == most);
    let Some((questionnaire, _)) = with_most.next() else {
        return (QuestionnaireId::default(), Vec::new());
    };
    let is_clear = with_most.next().is_none();
    let mut is_of_it = |own: &QuestionnaireId, file: &str, is_clear: bool| {
        let mut others = found.iter().filter(|(other, _)| *other != own);
        let other = if is_clear {
            others.find(|(other, _)| *other == questionnaire)
        } else {
            others.next()
        };
        if let Some((there, (_, first))) = other {
            let finding = RegionFinding::QuestionnairesDiffer {
                here: own.clone(),
                there: there.clone(),
                first: first.clone(),
            };
            problems.push(finding.at(Place::file(file)));
        }
        other.is_none()
    };
    let (kept, set_aside) = std::mem::take(submissions)
        .into_iter()
        .partition(|book| is_of_it(&book.questionnaire, &book.file, is_clear));
    *submissions = kept;
    blank_books.retain(|book| is_of_it(&book.questionnaire, &book.file, true));
    (questionnaire.clone(), set_aside)
}

/// Sets aside workbooks of the same entity, perspective and respondent, unless they are parts of one workbook of which
/// none repeats another. They must be sorted by that.
pub(super) fn of_one_respondent(
    submissions: &mut Vec<Box<Submission>>,
    problems: &mut Vec<Problem>,
) -> Vec<Box<Submission>> {
    let mut set_aside = Vec::new();
    let mut kept = Vec::with_capacity(submissions.len());
    let mut books = std::mem::take(submissions).into_iter().peekable();
    while let Some(book) = books.next() {
        let mut same = vec![book];
        while let Some(next) = books.next_if(|next| identity(next) == identity(&same[0])) {
            same.push(next);
        }
        let parts: Vec<&Submission> = same.iter().map(AsRef::as_ref).collect();
        if same.len() == 1 || !same[0].is_joint && Together::of(&parts).are_separate_parts() {
            kept.append(&mut same);
            continue;
        }
        for (index, book) in same.iter().enumerate() {
            let other = &same[usize::from(index == 0)];
            let (role, other) = (book.role, other.file.clone());
            let finding = if book.is_joint {
                RegionFinding::JointTwice { role, other }
            } else {
                RegionFinding::SameTwice { role, other }
            };
            problems.push(finding.at(Place::file(&book.file)));
        }
        set_aside.append(&mut same);
    }
    *submissions = kept;
    set_aside
}

type Identity = (Role, String, PerspectiveIndex, Option<Written>);

/// What distinguishes two workbooks of one region and year; no two may have it in common. Whoever wrote down what all
/// agreed on does not matter.
pub(super) fn identity(submission: &Submission) -> Identity {
    let folded = |text: &Option<String>| text.as_deref().map_or_else(String::new, fold);
    (
        submission.role,
        folded(&submission.municipality),
        submission.perspective,
        submission.respondent.clone().filter(|_| !submission.is_joint),
    )
}
