//! The points to discuss: of each kind what it is about, and in words what there is to discuss.

use super::super::phrases::{point_name, score};
use crate::plan::{AgendaPoint, Conclusion, PointKind};
use crate::questionnaire::{PerspectiveIndex, RowIndex};
use crate::report::Report;
use crate::report::outline::Cell;
use crate::scoring::lenses::least_known::{LittleKnown, least_known};
use crate::scoring::precision::shown;
use crate::wording::all_of;

/// How many of the least-known questions are worth discussing in a meeting.
const MOST_UNKNOWN: usize = 5;

/// A point to discuss.
pub(super) struct Point {
    pub(super) kind: PointKind,
    pub(super) row: RowIndex,
    pub(super) figure: Cell,
    pub(super) words: String,
}

impl Point {
    /// What tells it from the other points.
    pub(super) fn named(&self, report: &Report) -> AgendaPoint {
        AgendaPoint {
            kind: self.kind,
            id: report.questionnaire.rows[self.row].id.clone(),
            words: self.words.clone(),
        }
    }

    /// Its cells, with what people concluded about it.
    pub(super) fn cells(self, report: &Report, conclusions: &[Conclusion]) -> Vec<Cell> {
        let named = self.named(report);
        let own = conclusions.iter().filter(|conclusion| conclusion.is_about(&named));
        let conclusion = match report.sharing {
            None => Cell::entry(together(own)),
            Some(_) => Cell::text(""),
        };
        vec![
            Cell::text(point_name(report.questionnaire, self.row)),
            Cell::text(self.words),
            self.figure,
            Cell::text(&report.questionnaire.question_of(self.row).text),
            conclusion,
        ]
    }
}

/// All that was concluded about one point.
pub(super) fn together<'a>(conclusions: impl Iterator<Item = &'a Conclusion>) -> String {
    let texts: Vec<&str> = conclusions.map(|conclusion| conclusion.text.as_str()).collect();
    texts.join("\n")
}

pub(super) fn handovers(report: &Report) -> Vec<Point> {
    let name = |perspective: PerspectiveIndex| report.questionnaire.perspectives[perspective].name.as_str();
    let mismatches = report.score.handovers.iter().filter(|found| found.mismatch);
    let points = mismatches.map(|found| {
        let words = format!(
            "{} geeft {}, {} geeft {}. Bedoelen zij dezelfde afspraak, en werkt die aan beide kanten?",
            name(found.from),
            score(found.from_score),
            name(found.to),
            score(found.to_score)
        );
        let sides = found.from_score.zip(found.to_score);
        let difference = sides.map(|(from, to)| (shown(from) - shown(to)).abs());
        Point {
            kind: PointKind::Handover,
            row: found.row,
            figure: Cell::Score(difference),
            words,
        }
    });
    points.collect()
}

pub(super) fn contradictions(report: &Report) -> Vec<Point> {
    let points = report.score.contradictions.iter().map(|found| {
        let rule = &report.questionnaire.rules[found.rule];
        let entity = &report.region.entities[found.entity].name;
        let words = format!(
            "{entity}: {} Het feit: {}.",
            rule.message,
            point_name(report.questionnaire, rule.fact)
        );
        let fact = &report.questionnaire.rows[rule.fact].id;
        Point {
            kind: PointKind::Contradiction,
            row: rule.claim,
            figure: Cell::text(format!("naast {fact}")),
            words,
        }
    });
    points.collect()
}

pub(super) fn unknown(report: &Report) -> Vec<Point> {
    let rows = least_known(report.questionnaire, report.region);
    let points = rows.into_iter().take(MOST_UNKNOWN).map(|found| {
        let LittleKnown { row, unknown, asked } = found;
        let partners = &report.questionnaire.question_of(row).partners;
        let who = if partners.is_empty() {
            String::new()
        } else {
            format!(" Wie weet het wel: {}?", all_of(partners))
        };
        let silent = if asked == 1 {
            "Het enige werkboek met deze vraag geeft geen antwoord.".to_owned()
        } else {
            format!("{unknown} van de {asked} werkboeken geven geen antwoord.")
        };
        let words = format!("{silent}{who}");
        Point {
            kind: PointKind::LittleKnown,
            row,
            figure: Cell::Number(unknown as f64),
            words,
        }
    });
    points.collect()
}
