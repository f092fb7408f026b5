//! Takes two editions; returns what changed between them as text for people.

use super::in_lines;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::difference::{Aspect, Change, difference as changes};
use crate::wording::count;

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
