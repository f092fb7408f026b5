//! Takes a report; returns plain text of 80 columns, for whoever runs the command.

use super::phrases::{chain_sentence, continuity_words, point_name, response_sentence};
use crate::report::Report;
use crate::report::outline::Verdict;
use crate::report::plain_text::{heading, line, paragraph, title};
use crate::report::sharing::AT_A_GLANCE;
use crate::scoring::lenses::plan::TAKEN_UP_FIRST;
use crate::wording::whole;

/// The steps with their scores, where each practice stalls, the legal requirements that are not met, and what to do
/// first.
#[must_use]
pub fn write(report: &Report) -> String {
    let mut text = String::new();
    let name = format!("Ketenscan {} {}", report.region.name, report.region.year);
    title(&mut text, &name);
    paragraph(&mut text, "", &response_sentence(report));
    paragraph(&mut text, "", &chain_sentence(report));
    if report.sharing.is_some() {
        paragraph(&mut text, "", AT_A_GLANCE);
    }
    steps(&mut text, report);
    practices(&mut text, report);
    legal(&mut text, report);
    plan(&mut text, report);
    text
}

fn steps(text: &mut String, report: &Report) {
    text.push('\n');
    line(text, "Stap                     Score  Bereik   Norm  Stand");
    for (step, total) in report.score.steps.iter().enumerate() {
        let figure = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), whole);
        let range = match (total.low, total.high) {
            (Some(low), Some(high)) => format!("{}–{}", whole(low), whole(high)),
            _ => "–".to_owned(),
        };
        let row = format!(
            "{:<24} {:>5}  {:<7} {:>5}  {}",
            report.questionnaire.step_title(step),
            figure(total.score),
            range,
            figure(total.norm),
            Verdict::from(total).words
        );
        line(text, &row);
    }
}

fn practices(text: &mut String, report: &Report) {
    heading(text, "Houdt de keten een casus vast?");
    for (practice, found) in report.questionnaire.practices.iter().zip(&report.score.practices) {
        paragraph(
            text,
            &format!("  {}: ", practice.name),
            &continuity_words(report, found),
        );
    }
}

fn legal(text: &mut String, report: &Report) {
    if report.score.legal.is_empty() {
        return;
    }
    heading(text, "Wettelijke punten die nog niet overal op orde zijn");
    for point in &report.score.legal {
        paragraph(text, "  ", &point_name(report.questionnaire, point.row));
    }
}

fn plan(text: &mut String, report: &Report) {
    if report.score.plan.is_empty() {
        return;
    }
    heading(text, "Wat eerst?");
    for (number, &row) in report.score.plan.iter().take(TAKEN_UP_FIRST).enumerate() {
        let question = report.questionnaire.question_of(row);
        paragraph(
            text,
            &format!("  {}. ", number + 1),
            &format!("{}: {}", point_name(report.questionnaire, row), question.action),
        );
    }
}
