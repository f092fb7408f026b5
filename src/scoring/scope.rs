//! Defines what takes part in the figures of a region: everything, unless rows, perspectives or votes are left out.

use crate::list::List;
use crate::questionnaire::{PerspectiveIndex, Questionnaire, RowIndex, ThemeIndex};

/// What takes part; everything else is treated as if it had never been asked.
#[derive(Clone, Debug)]
pub struct Scope {
    /// Rows that count at all.
    pub rows: List<RowIndex, bool>,
    /// Per perspective, the rows that have figures for that perspective separately.
    pub views: List<PerspectiveIndex, List<RowIndex, bool>>,
    /// Themes whose votes are counted.
    pub votes: List<ThemeIndex, bool>,
}

impl Scope {
    /// Everything that was asked.
    #[must_use]
    pub fn everything(questionnaire: &Questionnaire) -> Self {
        let rows = questionnaire.rows.map(|_| true);
        Self {
            views: questionnaire.perspectives.map(|_| rows.clone()),
            votes: questionnaire.themes.map(|_| true),
            rows,
        }
    }
}
