//! Decides what may be shared outside the region: takes answers, figures and comparisons; returns what an audience may
//! see of them.
//!
//! What may not be shared is left out before anything is computed, so that no figure is based on it. What a report or
//! comparison may not show is not in its data, so that the code that makes one need not check who it is for; only
//! wording that would be untrue in a shared edition depends on the audience.

mod coarse;
mod comparison;
mod crowd;
mod note;
mod publishable;
mod region;

pub use comparison::{ComparisonReport, DisclosedYear, disclose_comparison, disclose_year};
pub use crowd::Withheld;
pub(in crate::report) use note::AT_A_GLANCE;
pub use region::{Disclosed, Report, Sharing, disclose};

use crate::workbook::layout::{self, meta};

/// The audience of a report or comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// The region itself, which gave the answers.
    #[default]
    Region,
    /// Anyone. Nobody can learn from a shared report what one municipality, partner or expert answered.
    Anyone,
}

impl Audience {
    /// Whether it may see something whose widest audience is `widest`.
    #[must_use]
    pub(in crate::report) fn gets(self, widest: Audience) -> bool {
        match widest {
            Audience::Region => self == Audience::Region,
            Audience::Anyone => true,
        }
    }

    /// The fact in a workbook that says that it is meant for anyone.
    #[must_use]
    pub(in crate::report) fn fact(self) -> Option<(&'static str, String)> {
        match self {
            Audience::Region => None,
            Audience::Anyone => Some((meta::SHARED, layout::YES_PARTLY_NO[0].to_owned())),
        }
    }

    /// Whether each municipality also gets a page of its own. Such pages are for use within the region only.
    #[must_use]
    pub fn gets_municipalities(self) -> bool {
        self == Audience::Region
    }
}
