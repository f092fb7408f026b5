//! What to improve first: rows below their norm, legal requirements before all others, then by weight times gap.

use crate::list::List;
use crate::questionnaire::{Questionnaire, RowIndex, ThemeIndex};
use crate::scoring::RowScore;
use crate::scoring::precision::{largest_first, rounded};

/// How many points to start with; a longer list is discouraging.
pub const TAKEN_UP_FIRST: usize = 5;

/// Rows with a gap, in order of priority: legal requirements first, then by weight × gap, then by votes for the theme,
/// then by id.
pub(in crate::scoring) fn plan(
    questionnaire: &Questionnaire,
    rows: &List<RowIndex, RowScore>,
    votes: &List<ThemeIndex, Option<f64>>,
) -> Vec<RowIndex> {
    let gap = |row: RowIndex| rows[row].gap.unwrap_or(0.0);
    let weighed = |row: RowIndex| questionnaire.rows[row].weight * gap(row);
    let legal = |row: RowIndex| questionnaire.question_of(row).legal;
    let voted = |row: RowIndex| votes[questionnaire.question_of(row).theme].unwrap_or(0.0);
    let mut plan: Vec<RowIndex> = rows.indices().filter(|&row| rounded(gap(row)) > 0.0).collect();
    plan.sort_by(|&a, &b| {
        legal(b)
            .cmp(&legal(a))
            .then_with(|| largest_first(weighed(a), weighed(b)))
            .then_with(|| largest_first(voted(a), voted(b)))
            .then_with(|| questionnaire.rows[a].id.cmp(&questionnaire.rows[b].id))
    });
    plan
}
