//! Takes questions; returns them, or the recommendations that they measure, as JSON.

use serde::Serialize;

use super::asked_about;
use crate::jobs::Error;
use crate::questionnaire::{Question, Questionnaire};

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
