//! Takes workbooks and plans of earlier years; returns what the same respondents answered and planned, question by
//! question, and how the region stood, step by step.

use std::cmp::Reverse;

use super::join::Join;
use crate::answers::{Answer, Earlier, EarlierSteps, PlanNote, Previous, Region, Submission};
use crate::plan::FilledPlan;
use crate::questionnaire::{Editions, Questionnaire, Role, RowIndex, STEPS};
use crate::scoring::precision::shown;
use crate::scoring::{Weighting, score};
use crate::spelling::{fold, spells};

/// What was kept of earlier years.
#[derive(Clone, Copy, Debug)]
pub struct Archive<'a> {
    /// Regions and years, in any order.
    pub regions: &'a [Region],
    /// Plans that were filled in, of any region and year.
    pub plans: &'a [FilledPlan],
    /// All available editions.
    pub known: &'a Editions,
}

/// Who is asked now.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Name of the region.
    pub region: &'a str,
    /// The year for which a workbook is being made.
    pub year: u16,
    /// Whose workbook it is.
    pub role: Role,
    /// The municipality, in a municipal workbook.
    pub municipality: Option<&'a str>,
    /// Key of the perspective.
    pub perspective: &'a str,
}

/// Looks up the last year in which the same respondents answered, and the last plan of the region, both before the
/// given year. Rows are those of `questionnaire`.
#[must_use]
pub fn look_back(archive: &Archive, questionnaire: &Questionnaire, asked: &Asked) -> Previous {
    Previous {
        answers: answers(archive, questionnaire, asked),
        plan: plan(archive, questionnaire, asked),
        steps: steps(archive, asked),
    }
}

impl Asked<'_> {
    fn is_about(&self, region: &str, year: u16) -> bool {
        spells(region, self.region) && year < self.year
    }

    fn is_of_entity(&self, submission: &Submission) -> bool {
        let name = |name: Option<&str>| name.map(fold);
        submission.role == self.role && name(submission.municipality.as_deref()) == name(self.municipality)
    }

    fn is_side_of(&self, submission: &Submission, edition: &Questionnaire) -> bool {
        self.is_of_entity(submission) && edition.perspectives[submission.perspective].key == self.perspective
    }
}

/// The earlier years of the region, latest first.
fn years<'a>(archive: &Archive<'a>, asked: &Asked) -> Vec<&'a Region> {
    let mut years: Vec<&Region> = archive.regions.iter().collect();
    years.retain(|region| asked.is_about(&region.name, region.year));
    years.sort_by_key(|region| Reverse(region.year));
    years
}

/// How the region stood in its last year with answers; for its own full workbook only.
fn steps(archive: &Archive, asked: &Asked) -> Option<EarlierSteps> {
    if asked.role != Role::Region || asked.perspective != Role::Region.key() {
        return None;
    }
    let mut years = years(archive, asked).into_iter();
    let region = years.find(|region| !region.submissions.is_empty())?;
    let figures = score(archive.known.of(&region.questionnaire)?, region, Weighting::Equal).ok()?;
    let mut scores = [None; STEPS];
    for (score, step) in scores.iter_mut().zip(&figures.steps) {
        *score = step.score.map(shown);
    }
    Some(EarlierSteps {
        year: region.year,
        scores,
        ambitions: region.ambitions,
    })
}

fn answers(archive: &Archive, questionnaire: &Questionnaire, asked: &Asked) -> Option<Earlier<Vec<Answer>>> {
    years(archive, asked).into_iter().find_map(|region| {
        let edition = archive.known.of(&region.questionnaire)?;
        let mut own: Vec<&Submission> = region.submissions.iter().map(Box::as_ref).collect();
        let mut joint = own.clone();
        joint.retain(|submission| submission.is_joint && asked.is_of_entity(submission));
        own.retain(|submission| asked.is_side_of(submission, edition));
        if own.is_empty() && joint.is_empty() {
            return None;
        }
        let join = Join::new(edition, questionnaire, archive.known);
        Some(Earlier {
            year: region.year,
            rows: questionnaire.rows.of_each(|row| {
                let rows = join.counterparts(questionnaire, row);
                // What was agreed on goes before what each answered.
                let agreed = said(&joint, &rows).into_iter();
                let agreed: Vec<Answer> = agreed.filter(is_answer).collect();
                if agreed.is_empty() { said(&own, &rows) } else { agreed }
            }),
        })
    })
}

/// Whether something was agreed on.
fn is_answer(answer: &Answer) -> bool {
    matches!(answer, Answer::Answered(_) | Answer::NotApplicable)
}

/// The distinct answers of these workbooks to any of these rows.
fn said(workbooks: &[&Submission], rows: &[RowIndex]) -> Vec<Answer> {
    let mut said = Vec::new();
    for &row in rows {
        for answer in workbooks.iter().filter_map(|workbook| workbook.answers.get(row)) {
            if *answer != Answer::Missing && !said.contains(answer) {
                said.push(*answer);
            }
        }
    }
    said
}

fn plan(archive: &Archive, questionnaire: &Questionnaire, asked: &Asked) -> Option<Earlier<Option<PlanNote>>> {
    let of_it = archive
        .plans
        .iter()
        .filter(|plan| asked.is_about(&plan.region, plan.year));
    let plan = of_it.max_by_key(|plan| plan.year)?;
    let edition = archive.known.of(&plan.questionnaire)?;
    let join = Join::new(edition, questionnaire, archive.known);
    let point = |id: &str| plan.entries.iter().find(|entry| entry.id.eq_ignore_ascii_case(id));
    let note = |row: RowIndex| {
        let sources = join.counterparts(questionnaire, row);
        let mut points = sources.iter().filter_map(|&source| point(&edition.rows[source].id));
        points.next().map(PlanNote::from)
    };
    Some(Earlier {
        year: plan.year,
        rows: questionnaire.rows.of_each(note),
    })
}
