//! Takes a region's workbooks; returns the table `antwoorden`, from which every score can be recomputed.

use super::{ANSWERS, Table, figure, text, whole};
use crate::answers::{Answer, Entity, Region, Submission};
use crate::questionnaire::{Kind, Question, Questionnaire, Role, RowIndex};
use crate::scoring::answer::{State, state};

/// What one workbook says about one row; or the fact that none of the entity's workbooks contains the row.
struct Line<'a> {
    entity: &'a Entity,
    row: RowIndex,
    book: Option<&'a Submission>,
    state: &'static str,
    score: Option<f64>,
}

/// One line for each workbook and each row in it, and one for each row that none of an entity's workbooks contains.
#[must_use]
pub fn answers<'a>(questionnaire: &'a Questionnaire, region: &'a Region) -> Table<'a> {
    let lines: Vec<Line> = region
        .entities
        .iter()
        .flat_map(|entity| lines_of(questionnaire, region, entity))
        .collect();
    let lines = lines.as_slice();
    let question = |line: &Line| -> &'a Question { questionnaire.question_of(line.row) };
    let row = |line: &Line| &questionnaire.rows[line.row];
    let columns = vec![
        text("region", lines, |_| Some(&region.name)),
        whole("year", lines, |_| Some(region.year.into())),
        whole("edition", lines, |_| Some(region.questionnaire.edition.into())),
        text("municipality", lines, |line| match line.entity.role {
            Role::Municipality => Some(&line.entity.name),
            Role::Region => None,
        }),
        text("perspective", lines, |line| {
            let perspective = line.book?.perspective;
            Some(&questionnaire.perspectives[perspective].key)
        }),
        text("question", lines, |line| Some(&row(line).id)),
        text("practice", lines, |line| {
            let practice = row(line).practice?;
            Some(&questionnaire.practices[practice].key)
        }),
        whole("step", lines, |line| Some(question(line).step)),
        text("theme", lines, |line| {
            Some(&questionnaire.themes[question(line).theme].key)
        }),
        text("role", lines, |line| Some(question(line).role.key())),
        text("state", lines, |line| Some(line.state)),
        figure("score", lines, |line| line.score),
        figure("weight", lines, |line| Some(row(line).weight)),
        figure("norm", lines, |line| Some(question(line).norm)),
        // Two respondents with the same perspective are distinguished by their files, as in `inputs` of the JSON.
        text("sha256", lines, |line| Some(&line.book?.sha256)),
        // Needed for anyone who wants to weight by inhabitants.
        figure("inhabitants", lines, |line| line.entity.inhabitants),
    ];
    Table { name: ANSWERS, columns }
}

/// The lines of one entity, workbook by workbook, each in the order of the questionnaire.
fn lines_of<'a>(questionnaire: &'a Questionnaire, region: &'a Region, entity: &'a Entity) -> Vec<Line<'a>> {
    let books: Vec<&Submission> = entity
        .submissions
        .iter()
        .map(|&book| &*region.submissions[book])
        .collect();
    let mut lines = Vec::new();
    for book in &books {
        for row in questionnaire.rows_of(entity.role) {
            if let Some(answer) = said(book, row) {
                let (state, score) = stated(&questionnaire.question_of(row).kind, answer);
                lines.push(Line {
                    entity,
                    row,
                    book: Some(book),
                    state,
                    score,
                });
            }
        }
    }
    // To the scores, a question that was never asked is unknown; without these lines the table would not show that.
    let nowhere = |&row: &RowIndex| books.iter().all(|book| said(book, row).is_none());
    lines.extend(questionnaire.rows_of(entity.role).filter(nowhere).map(|row| Line {
        entity,
        row,
        book: None,
        state: "missing",
        score: None,
    }));
    lines
}

fn said(book: &Submission, row: RowIndex) -> Option<Answer> {
    book.answers.get(row).copied()
}

/// The key of the state, and the score if there is one.
fn stated(kind: &Kind, answer: Answer) -> (&'static str, Option<f64>) {
    match (state(kind, answer), answer) {
        (State::Answered(score), _) => ("answered", Some(score)),
        (State::NotApplicable, _) => ("not_applicable", None),
        (State::Blank, _) => ("missing", None),
        (State::Unknown, _) => ("unknown", None),
    }
}
