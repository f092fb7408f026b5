//! A region's answers become its figures: one file for each idea, all pure functions.

pub mod answer;
pub mod chain;
mod continuity;
mod entity;
pub mod lenses;
mod precision;
mod question;
mod total;

pub use chain::Chain;
pub use continuity::Continuity;
pub use question::RowScore;
pub use total::{Status, Total};

use self::answer::{State, state};
use self::total::{Least, total};
use crate::answers::Region;
use crate::questionnaire::{Questionnaire, Role, STEPS};

/// How much a municipality counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighting {
    /// Each the same.
    Equal,
    /// By its inhabitants.
    Inhabitants,
}

/// What a municipality's own answers come to.
#[derive(Clone, Debug, PartialEq)]
pub struct MunicipalityScore {
    /// Score per step, 0 to 7.
    pub steps: [Option<f64>; STEPS],
    /// Score per theme.
    pub themes: Vec<Option<f64>>,
}

/// A cell of the matrix: one step, one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MatrixCell {
    /// Step number.
    pub step: usize,
    /// Index of the theme.
    pub theme: usize,
    /// Score, withheld below two scored rows or with too low a coverage.
    pub score: Option<f64>,
    /// Scored rows in the cell.
    pub scored: usize,
}

/// All figures of one region and year. Lists follow the questionnaire; municipalities the region.
#[derive(Clone, Debug)]
pub struct RegionScore {
    /// How municipalities were weighed.
    pub weighting: Weighting,
    /// Per row of the questionnaire.
    pub rows: Vec<RowScore>,
    /// Per step, 0 to 7.
    pub steps: Vec<Total>,
    /// Per theme.
    pub themes: Vec<Total>,
    /// Share (0 to 1) of the workbooks with priorities that name the theme; `None` without any.
    pub votes: Vec<Option<f64>>,
    /// Cells with at least one row.
    pub matrix: Vec<MatrixCell>,
    /// The chain as a whole.
    pub chain: Chain,
    /// Per practice: where a case would stall.
    pub practices: Vec<Continuity>,
    /// Per municipality: its own scores.
    pub municipalities: Vec<MunicipalityScore>,
    /// Perspectives with a workbook, and their score per step.
    pub perspectives: Vec<(usize, [Option<f64>; STEPS])>,
    /// Rows on which perspectives differ most, largest difference first.
    pub agenda: Vec<lenses::agenda::Point>,
    /// Handovers as sender and receiver see them.
    pub handovers: Vec<lenses::handover::Handover>,
    /// Claims that a fact speaks against.
    pub contradictions: Vec<lenses::consistency::Contradiction>,
    /// Core themes and the municipalities that have little or nothing there.
    pub white_spots: Vec<lenses::white_spots::WhiteSpot>,
    /// Legal rows below 100, with who falls short.
    pub legal: Vec<lenses::legal::LegalPoint>,
    /// Rows short of their norm, in the order in which to take them up.
    pub plan: Vec<usize>,
}

/// Municipalities whose inhabitants must be known before they can be weighed by them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InhabitantsUnknown(pub Vec<String>);

/// Everything the figures rest on: what each entity says about each row.
pub(in crate::scoring) struct Joined<'a> {
    pub(in crate::scoring) questionnaire: &'a Questionnaire,
    pub(in crate::scoring) region: &'a Region,
    /// Per submission and row: what that workbook says; `None` where it leaves the row out.
    said: Vec<Vec<Option<State>>>,
}

impl<'a> Joined<'a> {
    pub(in crate::scoring) fn new(questionnaire: &'a Questionnaire, region: &'a Region) -> Self {
        let said = region
            .submissions
            .iter()
            .map(|submission| {
                let answers = submission.answers.iter().enumerate();
                answers
                    .map(|(row, answer)| answer.map(|answer| state(&questionnaire.question_of(row).kind, answer)))
                    .collect()
            })
            .collect();
        Self {
            questionnaire,
            region,
            said,
        }
    }

    /// What one workbook says about a row.
    pub(in crate::scoring) fn said(&self, submission: usize, row: usize) -> Option<State> {
        self.said[submission].get(row).copied().flatten()
    }

    /// What an entity says about a row of its role, over the workbooks that `counts` lets in.
    fn entity_state(&self, entity: usize, row: usize, counts: impl Fn(usize) -> bool) -> State {
        let submissions = &self.region.entities[entity].submissions;
        let said = submissions
            .iter()
            .filter(|&&submission| counts(submission))
            .filter_map(|&submission| {
                let perspective = self.region.submissions[submission].perspective;
                self.said(submission, row).map(|state| (perspective, state))
            });
        entity::join(said)
    }

    /// Indices of the entities that answer a row of this role.
    pub(in crate::scoring) fn entities_of(&self, role: Role) -> std::ops::Range<usize> {
        match role {
            Role::Region => 0..1,
            Role::Municipality => 1..self.region.entities.len(),
        }
    }

    /// Every row's figures, over the entities and workbooks let in.
    fn rows(
        &self,
        weight: impl Fn(usize) -> f64,
        takes_part: impl Fn(usize) -> bool,
        counts: impl Fn(usize) -> bool,
    ) -> Vec<RowScore> {
        (0..self.questionnaire.rows.len())
            .map(|row| {
                let question = self.questionnaire.question_of(row);
                let entities = self.entities_of(question.role).filter(|&entity| takes_part(entity));
                question::score(
                    question.norm,
                    entities.map(|entity| (weight(entity), self.entity_state(entity, row, &counts))),
                )
            })
            .collect()
    }

    /// What one entity alone scores per row.
    pub(in crate::scoring) fn rows_of_entity(&self, entity: usize) -> Vec<RowScore> {
        self.rows(|_| 1.0, |other| other == entity, |_| true)
    }

    /// What one entity's own answers come to.
    fn own_scores(&self, entity: usize) -> MunicipalityScore {
        let rows = self.rows_of_entity(entity);
        let theme = |theme: usize| {
            self.total_of(&rows, Least::NOTHING, |row| {
                self.questionnaire.question_of(row).theme == theme
            })
            .score
        };
        MunicipalityScore {
            steps: self.step_scores(&rows, Least::NOTHING),
            themes: (0..self.questionnaire.themes.len()).map(theme).collect(),
        }
    }

    /// What one perspective alone scores per row; entities without such a workbook are left out.
    pub(in crate::scoring) fn rows_of_perspective(&self, perspective: usize) -> Vec<RowScore> {
        let of_it = |submission: usize| self.region.submissions[submission].perspective == perspective;
        let has_one = |entity: usize| self.region.entities[entity].submissions.iter().any(|&s| of_it(s));
        self.rows(|_| 1.0, has_one, of_it)
    }

    /// The total over the rows that `belongs` picks.
    pub(in crate::scoring) fn total_of(
        &self,
        rows: &[RowScore],
        least: Least,
        belongs: impl Fn(usize) -> bool,
    ) -> Total {
        let picked = (0..rows.len()).filter(|&row| belongs(row)).map(|row| {
            let norm = self.questionnaire.question_of(row).norm;
            (self.questionnaire.rows[row].weight, norm, &rows[row])
        });
        total(picked, least)
    }

    /// The total of each step.
    pub(in crate::scoring) fn steps(&self, rows: &[RowScore], least: Least) -> Vec<Total> {
        (0..STEPS)
            .map(|step| self.total_of(rows, least, |row| self.questionnaire.question_of(row).step == step))
            .collect()
    }

    /// The score of each step.
    pub(in crate::scoring) fn step_scores(&self, rows: &[RowScore], least: Least) -> [Option<f64>; STEPS] {
        let mut scores = [None; STEPS];
        for (slot, total) in scores.iter_mut().zip(self.steps(rows, least)) {
            *slot = total.score;
        }
        scores
    }
}

/// Scores a region.
///
/// # Errors
/// Under [`Weighting::Inhabitants`], the municipalities whose inhabitants are not known.
pub fn score(
    questionnaire: &Questionnaire,
    region: &Region,
    weighting: Weighting,
) -> Result<RegionScore, InhabitantsUnknown> {
    let joined = Joined::new(questionnaire, region);
    let weights = weights(region, weighting)?;
    let rows = joined.rows(|entity| weights[entity], |_| true, |_| true);
    let covered = Least {
        coverage: questionnaire.thresholds.minimum_coverage,
        scored: 0,
    };
    let steps = joined.steps(&rows, covered);
    let themes = (0..questionnaire.themes.len())
        .map(|theme| joined.total_of(&rows, covered, |row| questionnaire.question_of(row).theme == theme))
        .collect();
    let municipalities: Vec<MunicipalityScore> = joined
        .entities_of(Role::Municipality)
        .map(|entity| joined.own_scores(entity))
        .collect();
    let votes = lenses::votes::votes(&joined);
    let plan = lenses::plan::plan(questionnaire, &rows, &votes);
    Ok(RegionScore {
        weighting,
        chain: chain::chain(&steps),
        practices: continuity::continuity(&joined, &rows),
        matrix: matrix(&joined, &rows),
        perspectives: lenses::perspectives(&joined, covered),
        agenda: lenses::agenda::agenda(&joined),
        handovers: lenses::handover::handovers(&joined),
        contradictions: lenses::consistency::contradictions(&joined),
        white_spots: lenses::white_spots::white_spots(&joined, &municipalities),
        legal: lenses::legal::legal(&joined, &rows),
        municipalities,
        votes,
        plan,
        steps,
        themes,
        rows,
    })
}

/// The weight of each entity; the region itself stands alone in its rows.
fn weights(region: &Region, weighting: Weighting) -> Result<Vec<f64>, InhabitantsUnknown> {
    if weighting == Weighting::Equal {
        return Ok(vec![1.0; region.entities.len()]);
    }
    let unknown: Vec<String> = region
        .municipalities()
        .iter()
        .filter(|entity| entity.inhabitants.is_none())
        .map(|entity| entity.name.clone())
        .collect();
    if !unknown.is_empty() {
        return Err(InhabitantsUnknown(unknown));
    }
    let of = |entity: &crate::answers::Entity| match entity.role {
        Role::Region => 1.0,
        Role::Municipality => entity.inhabitants.unwrap_or(0.0),
    };
    Ok(region.entities.iter().map(of).collect())
}

/// A cell shows a score from two scored rows on; one question alone says too little of a theme.
const LEAST_SCORED_IN_A_CELL: usize = 2;

fn matrix(joined: &Joined, rows: &[RowScore]) -> Vec<MatrixCell> {
    let questionnaire = joined.questionnaire;
    let least = Least {
        coverage: questionnaire.thresholds.minimum_coverage,
        scored: LEAST_SCORED_IN_A_CELL,
    };
    let mut cells = Vec::new();
    for step in 0..STEPS {
        for theme in 0..questionnaire.themes.len() {
            let belongs = |row: usize| {
                let question = questionnaire.question_of(row);
                question.step == step && question.theme == theme
            };
            if !(0..rows.len()).any(belongs) {
                continue;
            }
            let total = joined.total_of(rows, least, belongs);
            cells.push(MatrixCell {
                step,
                theme,
                score: total.score,
                scored: total.scored,
            });
        }
    }
    cells
}
