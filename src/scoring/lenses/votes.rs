//! How often a theme is named as a priority.

use crate::list::List;
use crate::questionnaire::ThemeIndex;
use crate::scoring::Joined;

/// Per theme: the proportion (0 to 1) of the workbooks with priorities that name it; `None` if there are no such
/// workbooks, or if the votes for the theme are out of scope.
pub(in crate::scoring) fn votes(joined: &Joined) -> List<ThemeIndex, Option<f64>> {
    let voters: Vec<_> = joined
        .region
        .submissions
        .iter()
        .filter(|book| !book.is_joint && !book.priorities.is_empty())
        .collect();
    joined.questionnaire.themes.of_each(|theme| {
        let named = voters.iter().filter(|s| s.priorities.contains(&theme)).count();
        (!voters.is_empty() && joined.is_voted_on(theme)).then(|| named as f64 / voters.len() as f64)
    })
}
