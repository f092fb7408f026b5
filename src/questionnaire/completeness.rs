//! Checks whether an edition is complete: enough questions per step and theme, and every recommendation measured.

use std::collections::{BTreeMap, BTreeSet};

use super::completeness_findings::{CompletenessFinding as F, ThemeShortage};
use super::{Kind, PracticeIndex, Questionnaire, Role, RowIndex};
use crate::problem::{Finding, Place, Problem};

const LEAST_QUESTIONS_A_STEP: usize = 6;
const LEAST_OWN_ROWS: usize = 2;
const MOST_MUNICIPAL_ROWS: usize = 48;
/// Rows for an informal perspective that may be in the words of professionals.
const MOST_UNTRANSLATED_ROWS: usize = 4;

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
        let (whose, most) = ("van een gemeente".to_owned(), MOST_MUNICIPAL_ROWS);
        problems.push(F::TooManyRows { whose, found, most }.at(source.main.clone()));
    }
    check_short_workbooks(questionnaire, &mut problems);
    check_practices(questionnaire, &mut problems);
    check_colleagues(questionnaire, &mut problems);
    check_shares(questionnaire, &mut problems);
    problems
}

/// A short workbook is short, and that of an informal perspective is in its own words.
fn check_short_workbooks(questionnaire: &Questionnaire, problems: &mut Vec<Problem>) {
    for (index, perspective) in questionnaire.perspectives.indexed() {
        let asked = |row: &RowIndex| questionnaire.question_of(*row).ask.contains(&index);
        let rows: Vec<RowIndex> = questionnaire.rows_of(Role::Region).filter(asked).collect();
        let mut note = |finding: F| problems.push(finding.at(questionnaire.source.main.clone()));
        if let Some(most) = perspective.most_rows.filter(|&most| rows.len() > most) {
            let (whose, found) = (format!("voor {}", perspective.name), rows.len());
            note(F::TooManyRows { whose, found, most });
        }
        let untranslated = rows
            .iter()
            .filter(|&&row| questionnaire.question_of(row).informal.is_none());
        let (found, most) = (untranslated.count(), MOST_UNTRANSLATED_ROWS);
        if perspective.informal && found > most {
            let perspective = perspective.name.clone();
            note(F::NotInformal {
                perspective,
                found,
                most,
            });
        }
    }
}

/// Every practice can stall at every step of the chain, and where municipalities do the work, at theirs.
fn check_practices(questionnaire: &Questionnaire, problems: &mut Vec<Problem>) {
    let mut own: BTreeMap<(usize, PracticeIndex), Vec<Role>> = BTreeMap::new();
    for (row, spelled) in questionnaire.rows.indexed() {
        if let Some(practice) = spelled.practice {
            let question = questionnaire.question_of(row);
            own.entry((question.step, practice)).or_default().push(question.role);
        }
    }
    for (step, place) in questionnaire.source.steps.iter().enumerate().skip(1) {
        let is_municipal = questionnaire.steps[step].municipal;
        for (index, practice) in questionnaire.practices.indexed() {
            let roles = own.get(&(step, index)).map_or(&[][..], Vec::as_slice);
            if is_municipal && !roles.contains(&Role::Municipality) {
                let finding = F::NoMunicipalOwnRow {
                    step: questionnaire.step_title(step),
                    practice: practice.name.clone(),
                };
                problems.push(finding.at(place.clone()));
            }
            let found = roles.len();
            if found < LEAST_OWN_ROWS {
                let finding = F::OwnRowsThin {
                    step: questionnaire.step_title(step),
                    practice: practice.name.clone(),
                    found,
                    least: LEAST_OWN_ROWS,
                };
                problems.push(finding.at(place.clone()));
            }
        }
    }
}

/// A colleague that no question names is a forgotten reference.
fn check_colleagues(questionnaire: &Questionnaire, problems: &mut Vec<Problem>) {
    let questions = questionnaire.questions.iter();
    let named: BTreeSet<_> = questions.flat_map(|question| &question.ask_colleague).collect();
    for (index, colleague) in questionnaire.colleagues.indexed() {
        if !named.contains(&index) {
            let name = colleague.name.clone();
            problems.push(F::UnusedColleague { name }.at(questionnaire.source.colleagues[index].clone()));
        }
    }
}

/// Few reach every part of a whole; only the law may make that decide a step.
fn check_shares(questionnaire: &Questionnaire, problems: &mut Vec<Problem>) {
    for question in &questionnaire.questions {
        let share = matches!(question.kind, Kind::Share { .. });
        if share && question.weight >= 3.0 && question.norm >= 100.0 && !question.legal {
            let place = questionnaire.source.questions.get(&question.id);
            let place = place.unwrap_or(&questionnaire.source.main).clone();
            problems.push(F::HeavyShare.at(Place {
                question: Some(question.id.clone()),
                ..place
            }));
        }
    }
}
