//! Takes questions; returns them, or the recommendations that they measure, as text for people.

use super::{asked_about, in_lines};
use crate::questionnaire::{Kind, Question, Questionnaire};
use crate::wording::number;

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
