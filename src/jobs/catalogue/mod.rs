//! `vragenlijst`: takes questionnaires; returns their faults, their questions or their differences.

use serde::Serialize;

use super::Error;
use super::questionnaires::Definition;
use crate::problem::{Checked, Problem};
use crate::questionnaire::difference::{Aspect, Change, difference as changes};
use crate::questionnaire::{
    Editions, Kind, Question, Questionnaire, Recommendation, Role, ThemeIndex, check_complete, counts,
};
use crate::spelling::nearest;
use crate::wording::{count, number};

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

/// The questions as text for people, in whole lines.
#[must_use]
pub fn text(questionnaire: &Questionnaire, questions: &[&Question]) -> String {
    let mut lines = Vec::new();
    let mut step = None;
    for question in questions {
        if step != Some(question.step) {
            let title = questionnaire.step_title(question.step);
            lines.push(format!("\n{title}\n{}", "=".repeat(title.chars().count())));
            step = Some(question.step);
        }
        lines.push(format!("\n{}  {}", question.id, question.short));
        lines.push(format!("        {}", question.text));
        lines.push(format!("        [{}]", facts(question, questionnaire).join("; ")));
        lines.push(format!("        {}", question.help));
        let levels = question.kind.anchors().iter().enumerate();
        lines.extend(levels.map(|(level, anchor)| format!("        {level}: {anchor}")));
        lines.push(format!("        Eerste stap: {}", question.action));
    }
    in_lines(lines)
}

fn facts(question: &Question, questionnaire: &Questionnaire) -> Vec<String> {
    let mut facts = vec![
        questionnaire.themes[question.theme].name.clone(),
        question.role.key().to_owned(),
        kind_words(&question.kind),
        format!("norm {}", number(question.norm)),
        format!("gewicht {}", number(question.weight)),
    ];
    if question.per_practice {
        facts.push("per verschijningsvorm".to_owned());
    }
    if question.legal {
        facts.push("wettelijk".to_owned());
    }
    facts
}

fn kind_words(kind: &Kind) -> String {
    match kind {
        Kind::Level { .. } => "niveau 0–4".to_owned(),
        Kind::YesNo => "ja, deels of nee".to_owned(),
        Kind::Share { target } => format!("aandeel, {}% telt als 100", number(target * 100.0)),
        Kind::Capacity => "beschikbaar van nodig".to_owned(),
        Kind::Count { full_at, zero_at, unit } => {
            format!(
                "aantal {unit}, 100 bij {} en 0 bij {}",
                number(*full_at),
                number(*zero_at)
            )
        }
    }
}

/// The recommendations with the questions that measure each, in whole lines. If only some questions are given, only
/// their recommendations are included.
#[must_use]
pub fn recommendations(questionnaire: &Questionnaire, questions: &[&Question]) -> String {
    let mut lines = Vec::new();
    for (recommendation, ids) in asked_about(questionnaire, questions) {
        lines.push(format!("{:<4} {}", recommendation.id, recommendation.text));
        lines.push(format!(
            "     {}: {}, {}",
            recommendation.source, recommendation.chapter, recommendation.section
        ));
        let ids = if ids.is_empty() {
            "geen vraag".to_owned()
        } else {
            ids.join(", ")
        };
        lines.push(format!("     → {ids}"));
    }
    in_lines(lines)
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

#[derive(Serialize)]
struct RecommendationEntry<'a> {
    id: &'a str,
    text: &'a str,
    source: &'a str,
    chapter: &'a str,
    section: &'a str,
    questions: Vec<&'a str>,
}

/// The same recommendations as JSON.
///
/// # Errors
/// If the JSON cannot be written.
pub fn recommendations_json(questionnaire: &Questionnaire, questions: &[&Question]) -> Result<String, Error> {
    let entries: Vec<RecommendationEntry> = asked_about(questionnaire, questions)
        .map(|(recommendation, questions)| RecommendationEntry {
            id: &recommendation.id,
            text: &recommendation.text,
            source: &recommendation.source,
            chapter: &recommendation.chapter,
            section: &recommendation.section,
            questions,
        })
        .collect();
    Ok(serde_json::to_string_pretty(&entries)?)
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    step: usize,
    theme: &'a str,
    role: &'a str,
    kind: &'a str,
    short: &'a str,
    text: &'a str,
    help: &'a str,
    anchors: &'a [String],
    practices: Vec<&'a str>,
    per_practice: bool,
    ask: Vec<&'a str>,
    norm: f64,
    weight: f64,
    legal: bool,
    organise: &'a str,
    recommendations: &'a [String],
    action: &'a str,
    partners: &'a [String],
    replaces: &'a [String],
}

/// The questions as JSON.
///
/// # Errors
/// If the JSON cannot be written.
pub fn json(questionnaire: &Questionnaire, questions: &[&Question]) -> Result<String, Error> {
    let entries: Vec<Entry> = questions
        .iter()
        .map(|question| entry(question, questionnaire))
        .collect();
    Ok(serde_json::to_string_pretty(&entries)?)
}

fn entry<'a>(question: &'a Question, questionnaire: &'a Questionnaire) -> Entry<'a> {
    Entry {
        id: &question.id,
        step: question.step,
        theme: &questionnaire.themes[question.theme].key,
        role: question.role.key(),
        kind: question.kind.key(),
        short: &question.short,
        text: &question.text,
        help: &question.help,
        anchors: question.kind.anchors(),
        practices: question
            .practices
            .iter()
            .map(|&practice| questionnaire.practices[practice].key.as_str())
            .collect(),
        per_practice: question.per_practice,
        ask: question
            .ask
            .iter()
            .map(|&perspective| questionnaire.perspectives[perspective].key.as_str())
            .collect(),
        norm: question.norm,
        weight: question.weight,
        legal: question.legal,
        organise: question.organise.key(),
        recommendations: &question.recommendations,
        action: &question.action,
        partners: &question.partners,
        replaces: &question.replaces,
    }
}

/// What changed between two editions, in whole lines.
#[must_use]
pub fn difference(earlier: &Questionnaire, later: &Questionnaire) -> String {
    let changes = changes(earlier, later);
    let mut lines: Vec<String> = changes.iter().map(change_words).collect();
    lines.push(format!("{}.", count(changes.len(), "verschil", "verschillen")));
    in_lines(lines)
}

fn change_words(change: &Change) -> String {
    match change {
        Change::Added { id, text } => format!("nieuw       {id}  {text}"),
        Change::Removed { id, text } => format!("vervallen   {id}  {text}"),
        Change::Replaced { old, id, text } => format!("vervangt    {old} → {id}  {text}"),
        Change::Reworded { id, before, after } => format!("verwoord    {id}  {before}\n              → {after}"),
        Change::Altered { id, what } => {
            let what: Vec<&str> = what.iter().map(|aspect| aspect_words(*aspect)).collect();
            format!("gewijzigd   {id}  {}", what.join(", "))
        }
    }
}

fn aspect_words(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Help => "toelichting",
        Aspect::Kind => "soort, ankers of schaal",
        Aspect::Step => "stap",
        Aspect::Theme => "thema",
        Aspect::Role => "rol",
        Aspect::Norm => "norm",
        Aspect::Weight => "gewicht",
        Aspect::PerPractice => "per verschijningsvorm",
        Aspect::Legal => "wettelijk",
    }
}

fn in_lines(lines: Vec<String>) -> String {
    lines.into_iter().map(|line| line + "\n").collect()
}
