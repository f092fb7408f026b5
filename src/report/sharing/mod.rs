//! Decides what may be shared outside the region: takes answers, figures and comparisons; returns what an audience may
//! see of them.
//!
//! What a report or comparison may not show is removed from its data, so that the code that makes one need not check
//! who it is for.

mod comparison;
mod region;

pub use comparison::{ComparisonReport, disclose_comparison};
pub use region::{Disclosed, Report, disclose};

use crate::workbook::layout::{self, meta};

/// The audience of a report or comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// The region itself, which gave the answers.
    #[default]
    Region,
    /// Anyone. A shared report names no municipality, repeats no text that people wrote, and has no figure that reveals
    /// the answers of one or two municipalities.
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

/// The number of municipalities from which a figure no longer reveals what one of them answered.
const ENOUGH: usize = 3;
