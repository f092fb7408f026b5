//! What may leave the region, decided here and nowhere else: answers, figures and comparisons in, and what
//! their audience may see of them out.
//!
//! What a report or comparison may not tell is no longer in the data that it is made of. So whoever makes one
//! need not ask for whom it is.

mod comparison;
mod region;

pub use comparison::{ComparisonReport, disclose_comparison};
pub use region::{Disclosed, Report, disclose};

/// Whom a report or comparison is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// The region itself, whose answers they are.
    #[default]
    Region,
    /// Anyone: a report that is passed on names no municipality, repeats nothing that people wrote, and has no
    /// figure that shows what one or two municipalities answered.
    Anyone,
}

impl Audience {
    /// Whether it gets what is meant for an audience as wide as that one.
    #[must_use]
    pub(in crate::report) fn gets(self, widest: Audience) -> bool {
        match widest {
            Audience::Region => self == Audience::Region,
            Audience::Anyone => true,
        }
    }

    /// Whether each municipality also gets a page of its own: who a report that is passed on is about stays
    /// within the region.
    #[must_use]
    pub fn gets_municipalities(self) -> bool {
        self == Audience::Region
    }
}

/// From how many municipalities on a figure no longer shows what one of them answered.
const ENOUGH: usize = 3;
