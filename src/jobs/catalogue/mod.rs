//! `vragenlijst`: takes questionnaires; returns their faults, their questions or their differences.

mod difference;
mod json;
mod text;

pub use self::difference::difference;
pub use self::json::{json, recommendations_json};
pub use self::text::{recommendations, text};

use super::Error;
use super::questionnaires::Definition;
use crate::problem::{Checked, Problem};
use crate::questionnaire::{
    Editions, Question, Questionnaire, Recommendation, Role, ThemeIndex, check_complete, counts,
};
use crate::spelling::nearest;
use crate::wording::count;

/// Checks definitions, or the built-in questionnaires if none are given. Returns all faults, and a summary of each
/// questionnaire without faults.
#[must_use]
pub fn check(definitions: &[Definition]) -> Checked<String> {
    let mut problems: Vec<Problem> = Vec::new();
    let mut sound = Vec::new();
    if definitions.is_empty() {
        sound.extend(Editions::builtin().iter().cloned());
    }
    for definition in definitions {
        let mut checked = definition.load();
        problems.append(&mut checked.problems);
        sound.extend(checked.value);
    }
    for questionnaire in &sound {
        problems.append(&mut check_complete(questionnaire));
    }
    Checked {
        value: sound.iter().map(|questionnaire| size(questionnaire) + "\n").collect(),
        problems,
    }
}

fn size(questionnaire: &Questionnaire) -> String {
    let counts = counts(questionnaire);
    format!(
        "{} editie {}: {}; werkboek gemeente {}, werkboek regio {}.",
        questionnaire.id,
        questionnaire.edition,
        count(counts.questions, "vraag", "vragen"),
        count(counts.municipal_rows, "regel", "regels"),
        count(counts.regional_rows, "regel", "regels")
    )
}

/// Selects questions; all of them if nothing is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Questions of this step, 0 to 7.
    pub step: Option<usize>,
    /// Questions of the theme with this key.
    pub theme: Option<String>,
    /// Questions for this role: `gemeente` or `regio`.
    pub role: Option<String>,
}

impl Choice {
    /// The selected questions.
    ///
    /// # Errors
    /// If there is no such step, theme or role.
    pub fn of<'q>(&self, questionnaire: &'q Questionnaire) -> Result<Vec<&'q Question>, Error> {
        if let Some(step) = self.step
            && step >= questionnaire.steps.len()
        {
            return Err(Error::UnknownStep(step));
        }
        let theme = self.theme.as_deref().map(|given| theme(given, questionnaire));
        let theme = theme.transpose()?;
        let role = |given: &str| Role::from_key(given).ok_or_else(|| Error::UnknownRole(given.to_owned()));
        let role = self.role.as_deref().map(role).transpose()?;
        let chosen = |question: &&Question| {
            self.step.is_none_or(|step| question.step == step)
                && theme.is_none_or(|theme| question.theme == theme)
                && role.is_none_or(|role| question.role == role)
        };
        Ok(questionnaire.questions.iter().filter(chosen).collect())
    }
}

fn theme(given: &str, questionnaire: &Questionnaire) -> Result<ThemeIndex, Error> {
    let keys = || questionnaire.themes.iter().map(|theme| theme.key.as_str());
    let found = questionnaire.themes.position(|theme| theme.key == given);
    found.ok_or_else(|| Error::UnknownTheme {
        given: given.to_owned(),
        near: nearest(given, keys()).map(str::to_owned),
        known: keys().map(str::to_owned).collect(),
    })
}

/// The recommendations, each with the ids of the questions that measure it.
fn asked_about<'q>(
    questionnaire: &'q Questionnaire,
    questions: &[&'q Question],
) -> impl Iterator<Item = (&'q Recommendation, Vec<&'q str>)> {
    let all = questions.len() == questionnaire.questions.len();
    let with_ids = questionnaire.recommendations.iter().map(|recommendation| {
        let own = questions
            .iter()
            .filter(|question| question.recommendations.contains(&recommendation.id));
        (recommendation, own.map(|question| question.id.as_str()).collect())
    });
    with_ids.filter(move |(_, ids): &(_, Vec<&str>)| all || !ids.is_empty())
}

fn in_lines(lines: Vec<String>) -> String {
    lines.into_iter().map(|line| line + "\n").collect()
}
