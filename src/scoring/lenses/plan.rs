//! What first: rows short of their norm, the law's before all, then by what they weigh.

use crate::questionnaire::Questionnaire;
use crate::scoring::RowScore;
use crate::scoring::precision::{largest_first, rounded};

/// How many points are taken up first; a longer list invites nobody to begin.
pub const TAKEN_UP_FIRST: usize = 5;

/// Rows with a gap, in the order in which to take them up: legal first, then weight × gap, then
/// votes for the theme, then row id.
pub(in crate::scoring) fn plan(questionnaire: &Questionnaire, rows: &[RowScore], votes: &[Option<f64>]) -> Vec<usize> {
    let gap = |row: usize| rows[row].gap.unwrap_or(0.0);
    let weighed = |row: usize| questionnaire.rows[row].weight * gap(row);
    let legal = |row: usize| questionnaire.question_of(row).legal;
    let voted = |row: usize| votes[questionnaire.question_of(row).theme].unwrap_or(0.0);
    let mut plan: Vec<usize> = (0..rows.len()).filter(|&row| rounded(gap(row)) > 0.0).collect();
    plan.sort_by(|&a, &b| {
        legal(b)
            .cmp(&legal(a))
            .then_with(|| largest_first(weighed(a), weighed(b)))
            .then_with(|| largest_first(voted(a), voted(b)))
            .then_with(|| questionnaire.rows[a].id.cmp(&questionnaire.rows[b].id))
    });
    plan
}
