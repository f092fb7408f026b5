//! Checks whether an edition is complete: enough questions per step and theme, and every recommendation measured.

use std::collections::BTreeSet;

use super::findings::{DefinitionFinding as F, ThemeShortage};
use super::{Questionnaire, Role, RowIndex};
use crate::problem::{Finding, Problem};

const LEAST_QUESTIONS_A_STEP: usize = 6;
const MOST_MUNICIPAL_ROWS: usize = 48;

/// The number of questions and rows of an edition, for its authors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Questions; a per-practice question counts once.
    pub questions: usize,
    /// Rows in a full workbook of a municipality.
    pub municipal_rows: usize,
    /// Rows in a full workbook of the region.
    pub regional_rows: usize,
}

/// Counts questions and rows.
#[must_use]
pub fn counts(questionnaire: &Questionnaire) -> Counts {
    Counts {
        questions: questionnaire.questions.len(),
        municipal_rows: questionnaire.rows_of(Role::Municipality).count(),
        regional_rows: questionnaire.rows_of(Role::Region).count(),
    }
}

/// Everything that an edition lacks before it can be handed out. A questionnaire that lacks something can still be
/// answered and scored.
#[must_use]
pub fn check_complete(questionnaire: &Questionnaire) -> Vec<Problem> {
    let source = &questionnaire.source;
    let mut problems = Vec::new();
    let questions = questionnaire.questions.iter();
    let asked: BTreeSet<&String> = questions.flat_map(|question| &question.recommendations).collect();
    for (recommendation, place) in questionnaire.recommendations.iter().zip(&source.recommendations) {
        let id = &recommendation.id;
        if !asked.contains(id) {
            problems.push(F::RecommendationUncovered { id: id.clone() }.at(place.clone()));
        }
    }
    let least = questionnaire.thresholds.core_theme;
    for (index, theme) in questionnaire.themes.indexed().filter(|(_, theme)| theme.core) {
        let rows: Vec<RowIndex> = questionnaire
            .rows
            .indices()
            .filter(|&row| questionnaire.question_of(row).theme == index)
            .collect();
        let municipal = rows
            .iter()
            .filter(|&&row| questionnaire.question_of(row).role == Role::Municipality)
            .count();
        let mut steps: Vec<usize> = rows.iter().map(|&row| questionnaire.question_of(row).step).collect();
        steps.dedup();
        let mut thin = |shortage| {
            let theme = theme.name.clone();
            problems.push(F::ThemeThin { theme, shortage, least }.at(source.themes[index].clone()));
        };
        if steps.len() < least.steps {
            thin(ThemeShortage::Steps(steps.len()));
        }
        if rows.len() < least.rows {
            thin(ThemeShortage::Rows(rows.len()));
        }
        if municipal < least.municipal_rows {
            thin(ThemeShortage::MunicipalRows(municipal));
        }
    }
    for (step, place) in source.steps.iter().enumerate() {
        let found = questionnaire.questions.iter().filter(|q| q.step == step).count();
        if found < LEAST_QUESTIONS_A_STEP {
            let finding = F::StepThin {
                step: questionnaire.step_title(step),
                found,
                least: LEAST_QUESTIONS_A_STEP,
            };
            problems.push(finding.at(place.clone()));
        }
    }
    let found = counts(questionnaire).municipal_rows;
    if found > MOST_MUNICIPAL_ROWS {
        let most = MOST_MUNICIPAL_ROWS;
        problems.push(F::TooManyRows { found, most }.at(source.main.clone()));
    }
    problems
}
