//! `overleg`: takes what people answered separately; returns the workbooks in which they agree on an answer.

use std::collections::BTreeMap;

use super::input::Input;
use super::{Error, Output};
use crate::answers::{Answer, Entity, EntityIndex, Region, Said, Separate, Submission, Value};
use crate::questionnaire::Editions;
use crate::questionnaire::{PerspectiveIndex, Questionnaire, Role, RowIndex};
use crate::scoring::differences;
use crate::scoring::lenses::agenda::WORTH_DISCUSSING;
use crate::spelling::slug;
use crate::wording::{all_of, count};
use crate::workbook::template::{self, Order};

/// The workbooks to make.
#[derive(Clone, Debug)]
pub struct Pending<'a> {
    /// One for each entity with answers from two or more perspectives.
    pub workbooks: Vec<PendingWorkbook<'a>>,
    /// A sentence about those who answered from one perspective only.
    pub alone: Option<String>,
}

/// A joint workbook that has yet to be made.
#[derive(Clone, Debug)]
pub struct PendingWorkbook<'a> {
    /// Its file name.
    pub name: String,
    /// The region that it is about.
    pub region: &'a str,
    /// The year that it is about.
    pub year: u16,
    /// The files with the separate answers.
    pub files: Vec<&'a str>,
    questionnaire: &'a Questionnaire,
    order: Order,
}

/// The number of names in a sentence.
const MOST_NAMED: usize = 5;

/// The workbooks to make. `known` are the editions with which the input was read.
///
/// # Errors
/// If there is an error in the input, nobody answered from two perspectives, or a questionnaire has no perspective of
/// all together.
pub fn pending<'a>(input: &'a Input, known: &'a Editions) -> Result<Pending<'a>, Error> {
    input.sound()?;
    let (mut workbooks, mut alone) = (Vec::new(), Vec::new());
    // The same municipalities answer every year.
    let several = input.answered(known).nth(1).is_some();
    for (questionnaire, region) in input.answered(known) {
        let all_together = questionnaire.perspectives.position(|known| known.joint);
        for (index, entity) in region.entities.indexed() {
            let books = separate_books(region, entity);
            let mut perspectives: Vec<PerspectiveIndex> = books.iter().map(|book| book.perspective).collect();
            perspectives.sort_unstable();
            perspectives.dedup();
            match perspectives.len() {
                0 => {}
                1 if several => alone.push(format!("{} ({})", entity.name, region.year)),
                1 => alone.push(entity.name.clone()),
                _ => {
                    let joint = all_together.ok_or_else(|| Error::NoJointPerspective(questionnaire.identity()))?;
                    workbooks.push(workbook(questionnaire, region, index, &books, joint));
                }
            }
        }
    }
    if workbooks.is_empty() {
        return Err(Error::NobodyToAgree);
    }
    Ok(Pending {
        workbooks,
        alone: sentence(&alone),
    })
}

/// The separate workbooks of an entity with answers.
fn separate_books<'a>(region: &'a Region, entity: &Entity) -> Vec<&'a Submission> {
    let own = entity.submissions.iter().map(|&index| &*region.submissions[index]);
    own.filter(|book| !book.is_joint && book.tally().has_answers())
        .collect()
}

fn workbook<'a>(
    questionnaire: &'a Questionnaire,
    region: &'a Region,
    index: EntityIndex,
    books: &[&'a Submission],
    joint: PerspectiveIndex,
) -> PendingWorkbook<'a> {
    let entity = &region.entities[index];
    let role = entity.role;
    let points = differences(questionnaire, region, index);
    let mut by_row = questionnaire.rows.map(|_| None);
    for point in &points {
        by_row[point.row] = Some(point.disagreement);
    }
    let to_discuss = points.iter().filter(|point| point.is_worth_discussing());
    let mut sides = sides(books);
    let separate = Separate {
        joint,
        rows: questionnaire.rows.of_each(|row| sides.remove(&row).unwrap_or_default()),
        differences: by_row,
        worth_discussing: WORTH_DISCUSSING,
        to_discuss: to_discuss.map(|point| point.row).collect(),
    };
    PendingWorkbook {
        name: format!("{}-{}-gezamenlijk.xlsx", slug(&entity.name), role.key()),
        region: &region.name,
        year: region.year,
        files: books.iter().map(|book| book.file.as_str()).collect(),
        questionnaire,
        order: Order {
            region: Some(region.name.clone()),
            municipality: (role == Role::Municipality).then(|| entity.name.clone()),
            year: Some(region.year),
            separate: Some(separate),
            ..Order::blank(role)
        },
    }
}

/// What each perspective says about each row, in the order of the questionnaire; blanks say nothing.
fn sides(books: &[&Submission]) -> BTreeMap<RowIndex, Vec<Said>> {
    let mut sides: BTreeMap<RowIndex, Vec<Said>> = BTreeMap::new();
    // The place of each answer among those of its side.
    let mut places: BTreeMap<(PerspectiveIndex, RowIndex, [u64; 3]), usize> = BTreeMap::new();
    for book in books {
        for (row, &answer) in book.answers.iter().filter(|(_, answer)| **answer != Answer::Missing) {
            let sides = sides.entry(row).or_default();
            // The books of an entity are sorted by perspective.
            if sides.last().is_none_or(|side| side.perspective != book.perspective) {
                sides.push(Said {
                    perspective: book.perspective,
                    answers: Vec::new(),
                    grounds: Vec::new(),
                });
            }
            let Some(side) = sides.last_mut() else { continue };
            let place = places.entry((book.perspective, row, identity(answer)));
            let place = *place.or_insert(side.answers.len());
            match side.answers.get_mut(place) {
                Some((_, times)) => *times += 1,
                None => side.answers.push((answer, 1)),
            }
        }
        let is_answered = |row: RowIndex| book.answers.get(row).is_some_and(|answer| *answer != Answer::Missing);
        for (row, ground) in book.evidence.iter().filter(|(row, _)| is_answered(*row)) {
            if let Some(side) = sides.get_mut(row).and_then(|sides| sides.last_mut()) {
                side.grounds.push(ground.clone());
            }
        }
    }
    sides
}

/// What tells an answer from others.
fn identity(answer: Answer) -> [u64; 3] {
    // Not a negative zero.
    let bits = |number: f64| (number + 0.0).to_bits();
    match answer {
        Answer::Missing => [0, 0, 0],
        Answer::Unknown => [1, 0, 0],
        Answer::NotApplicable => [2, 0, 0],
        Answer::Unfounded => [3, 0, 0],
        Answer::Answered(Value::Level(level)) => [4, u64::from(level), 0],
        Answer::Answered(Value::Choice(choice)) => [5, choice as u64, 0],
        Answer::Answered(Value::Pair { part, whole }) => [6, bits(part), bits(whole)],
        Answer::Answered(Value::Count(number)) => [7, bits(number), 0],
    }
}

/// "Veenwold en Zandoever antwoordden vanuit één perspectief; daar valt niets af te spreken."
fn sentence(alone: &[String]) -> Option<String> {
    let mut named: Vec<String> = alone.iter().take(MOST_NAMED).cloned().collect();
    match alone.len().saturating_sub(MOST_NAMED) {
        0 => {}
        more => named.push(count(more, "andere", "anderen")),
    }
    let verb = match alone {
        [] => return None,
        [_] => "antwoordde",
        _ => "antwoordden",
    };
    Some(format!(
        "{} {verb} vanuit één perspectief; daar valt niets af te spreken.",
        all_of(&named)
    ))
}

impl PendingWorkbook<'_> {
    /// Makes the workbook. The same answers give the same bytes.
    ///
    /// # Errors
    /// If a text of the questionnaire does not fit in a workbook.
    pub fn make(&self) -> Result<Output, Error> {
        Ok(Output::new(
            &*self.name,
            template::write(self.questionnaire, &self.order)?,
        ))
    }
}
