//! Takes figures in full precision; returns them rounded as far as they may be shared.

use crate::comparison::{Parts, Spread};
use crate::questionnaire::Questionnaire;
use crate::scoring::precision::{rounded, shown as whole};
use crate::scoring::{Chain, RegionScore, RowScore, Total};

/// Rounds every figure of a region.
pub(super) fn coarsen(questionnaire: &Questionnaire, score: &mut RegionScore) {
    for (row, figures) in score.rows.indices().zip(&mut score.rows) {
        *figures = question(questionnaire.question_of(row).norm, figures);
    }
    score.steps.iter_mut().chain(&mut score.themes).for_each(total);
    for cell in &mut score.matrix {
        cell.score = cell.score.map(fives);
        cell.norm = cell.norm.map(whole);
    }
    chain(&mut score.chain);
    for practice in &mut score.practices {
        for link in &mut practice.steps {
            for figure in [&mut link.score, &mut link.low, &mut link.high] {
                *figure = figure.map(whole);
            }
            // It says what a few called not applicable.
            link.owes_to_not_applicable = false;
        }
    }
    for (_, steps) in &mut score.perspectives {
        *steps = steps.map(|step| step.map(fives));
    }
    for point in &mut score.agenda {
        for (_, mean) in &mut point.means {
            *mean = fives(*mean);
        }
        // The difference between the means as shown, so that a reader who subtracts finds the same.
        let means = || point.means.iter().map(|(_, mean)| *mean);
        point.disagreement = means().fold(0.0, f64::max) - means().fold(100.0, f64::min);
    }
    for handover in &mut score.handovers {
        handover.from_score = handover.from_score.map(fives);
        handover.to_score = handover.to_score.map(fives);
    }
    for votes in &mut score.votes {
        *votes = votes.map(|share| fives(100.0 * share) / 100.0);
    }
    for score in &mut score.recommendations {
        *score = score.map(fives);
    }
}

/// The figures of a single question. Its range, coverage and spread would say how many answered what.
fn question(norm: f64, figures: &RowScore) -> RowScore {
    let score = figures.score.map(fives);
    RowScore {
        score,
        gap: score.map(|score| short(norm, score)),
        ..RowScore::default()
    }
}

fn total(total: &mut Total) {
    for figure in [&mut total.score, &mut total.low, &mut total.high, &mut total.norm] {
        *figure = figure.map(whole);
    }
    total.gap = total.norm.zip(total.score).map(|(norm, score)| short(norm, score));
    for share in [&mut total.coverage, &mut total.applicable] {
        *share = share.map(|share| rounded(share * 100.0).round() / 100.0);
    }
    let strict = &mut total.strict;
    for figure in [&mut strict.low, &mut strict.high] {
        *figure = figure.map(whole);
    }
}

fn chain(chain: &mut Chain) {
    for figure in [&mut chain.score, &mut chain.low, &mut chain.high] {
        *figure = figure.map(whole);
    }
}

/// Rounds a change and removes all but its scores and its real part.
pub(super) fn change(parts: &mut Parts) {
    parts.before = whole(parts.before);
    parts.after = whole(parts.after);
    parts.real = whole(parts.real);
    parts.apparent = None;
}

/// Rounds the spread of the scores of regions.
pub(super) fn spread(spread: &Spread) -> Spread {
    Spread {
        min: whole(spread.min),
        q1: whole(spread.q1),
        median: whole(spread.median),
        q3: whole(spread.q3),
        max: whole(spread.max),
    }
}

/// The gap between a norm and a score, both as shown.
fn short(norm: f64, score: f64) -> f64 {
    (norm - score).max(0.0)
}

/// Rounds to a multiple of five.
fn fives(figure: f64) -> f64 {
    5.0 * whole(figure / 5.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_rounded_away_from_zero_whatever_the_last_bit() {
        assert_eq!((whole(62.5 - 1e-12), whole(-0.5), whole(0.4)), (63.0, -1.0, 0.0));
        assert_eq!((fives(62.5 - 1e-12), fives(62.4), fives(98.0)), (65.0, 60.0, 100.0));
        assert!(whole(-0.2).is_sign_positive());
    }

    #[test]
    fn a_question_keeps_its_score_and_gap_only() {
        let figures = RowScore {
            score: Some(61.0),
            low: Some(50.0),
            high: Some(70.0),
            coverage: Some(0.8),
            applicable: Some(0.9),
            gap: Some(14.0),
            spread: Some(75.0),
        };
        let shown = question(75.0, &figures);
        assert_eq!((shown.score, shown.gap), (Some(60.0), Some(15.0)));
        assert_eq!(
            (shown.low, shown.high, shown.coverage, shown.applicable, shown.spread),
            (None, None, None, None, None)
        );
    }
}
