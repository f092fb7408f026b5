//! Sets aside filled-in workbooks that contradict each other: all of them, whichever came first; and copies of one.

// Thousands of workbooks are sorted here without being moved: each would leave a hole of its own size.
#![allow(clippy::vec_box)]

use std::collections::BTreeMap;

use super::findings::RegionFinding;
use super::region::Repeated;
use super::{Answer, BlankWorkbook, Submission, Together};
use crate::privacy::Written;
use crate::problem::{Finding, Place, Problem};
use crate::questionnaire::{PerspectiveIndex, QuestionnaireId, Role, RowIndex, ThemeIndex};
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

/// What became of the workbooks of one respondent.
#[derive(Default)]
pub(super) struct Sorted {
    /// Those that count.
    pub(super) kept: Vec<Box<Submission>>,
    pub(super) set_aside: Vec<Box<Submission>>,
    /// Answers that a part repeats.
    pub(super) repeated: Vec<Repeated>,
}

/// Of workbooks of the same entity, perspective and respondent, sets aside those that answer a row differently, and
/// copies. What the others repeat of each other is taken out, so that it counts once. They must be sorted by that.
pub(super) fn of_one_respondent(submissions: Vec<Box<Submission>>, problems: &mut Vec<Problem>) -> Sorted {
    let mut sorted = Sorted::default();
    let mut books = submissions.into_iter().peekable();
    while let Some(book) = books.next() {
        let mut same = vec![book];
        while let Some(next) = books.next_if(|next| next.is_of_one_respondent(&same[0])) {
            same.push(next);
        }
        if same.len() == 1 {
            sorted.kept.append(&mut same);
        } else if same[0].is_joint {
            joint_twice(&same, problems);
            sorted.set_aside.append(&mut same);
        } else {
            sorted.parts(same, problems);
        }
    }
    sorted
}

fn joint_twice(same: &[Box<Submission>], problems: &mut Vec<Problem>) {
    for (index, book) in same.iter().enumerate() {
        let other = &same[usize::from(index == 0)];
        let (role, other) = (book.role, other.file.clone());
        problems.push(RegionFinding::JointTwice { role, other }.at(Place::file(&book.file)));
    }
}

impl Sorted {
    fn parts(&mut self, same: Vec<Box<Submission>>, problems: &mut Vec<Problem>) {
        let all: Vec<&Submission> = same.iter().map(AsRef::as_ref).collect();
        let differences = Together::of(&all).differences;
        // Of those that are left, the first to answer each row, and the first to answer the same rows: a copy, since
        // none of them answers a row differently.
        let mut first: BTreeMap<RowIndex, usize> = BTreeMap::new();
        let mut wholes: BTreeMap<Vec<RowIndex>, usize> = BTreeMap::new();
        let mut priorities: Vec<ThemeIndex> = Vec::new();
        for (mut book, differences) in same.into_iter().zip(differences) {
            if !differences.is_empty() {
                self.set_aside.push(book);
                continue;
            }
            let answered: Vec<RowIndex> = book.answered().map(|(row, _)| row).collect();
            if let Some(&whole) = wholes.get(&answered).filter(|_| !answered.is_empty()) {
                let other = self.kept[whole].file.clone();
                let role = book.role;
                problems.push(RegionFinding::SameTwice { role, other }.at(Place::file(&book.file)));
                self.set_aside.push(book);
                continue;
            }
            let index = self.kept.len();
            for &row in &answered {
                let kept = *first.entry(row).or_insert(index);
                if kept != index {
                    book.answers.set(row, Answer::Missing);
                    self.repeated.push(Repeated { row, book: index, kept });
                }
            }
            // Whoever sends several parts votes once.
            if book.priorities.iter().all(|theme| priorities.contains(theme)) {
                book.priorities.clear();
            }
            priorities.append(&mut book.priorities.clone());
            wholes.insert(answered, index);
            self.kept.push(book);
        }
    }
}

impl Submission {
    /// Whether two workbooks of one region and year are of the same respondent. Whoever wrote down what all agreed on
    /// does not matter.
    #[must_use]
    pub fn is_of_one_respondent(&self, other: &Self) -> bool {
        identity(self) == identity(other)
    }
}

type Identity = (Role, String, PerspectiveIndex, Option<Written>);

/// What distinguishes the respondents of one region and year.
pub(super) fn identity(submission: &Submission) -> Identity {
    let folded = |text: &Option<String>| text.as_deref().map_or_else(String::new, fold);
    (
        submission.role,
        folded(&submission.municipality),
        submission.perspective,
        submission.respondent.clone().filter(|_| !submission.is_joint),
    )
}
