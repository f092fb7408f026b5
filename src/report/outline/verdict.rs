//! What a figure means, as a symbol and words; colour only supports these.

use super::{HeatCell, Sign};
use crate::scoring::{Link, LinkState, Status, Total};

/// What a figure means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// A symbol and words.
    pub words: &'static str,
    /// The symbol.
    pub sign: Sign,
}

impl Verdict {
    /// Whether it asks for attention.
    #[must_use]
    pub fn falls_short(self) -> bool {
        self.sign == Sign::Short
    }
}

impl From<Status> for Verdict {
    fn from(status: Status) -> Self {
        let (words, sign) = match status {
            Status::AtNorm => ("▲ op de norm", Sign::Good),
            Status::BelowNorm => ("▼ onder de norm", Sign::Short),
            Status::Uncertain => ("◆ niet zeker", Sign::Uncertain),
            Status::Insufficient => ("– te weinig antwoorden", Sign::Unknown),
        };
        Self { words, sign }
    }
}

impl From<&Total> for Verdict {
    fn from(total: &Total) -> Self {
        let plain = Self::from(total.status);
        let words = match total.status {
            _ if !total.owes_to_not_applicable() => plain.words,
            Status::AtNorm => "▲ op de norm, door n.v.t.",
            Status::BelowNorm => "▼ onder de norm, door n.v.t.",
            Status::Uncertain => "◆ niet zeker, door n.v.t.",
            Status::Insufficient => plain.words,
        };
        Self { words, ..plain }
    }
}

/// How dark a cell is follows from its score and its norm as they are shown.
impl From<&Total> for HeatCell {
    fn from(total: &Total) -> Self {
        total.score.map_or(Self::TooFew, |score| Self::Score {
            score,
            short: total.short().unwrap_or(0.0),
        })
    }
}

impl From<LinkState> for Verdict {
    fn from(state: LinkState) -> Self {
        let (words, sign) = match state {
            LinkState::Holds => ("▲ houdt vast", Sign::Good),
            LinkState::Stalls => ("▼ loopt vast", Sign::Short),
            LinkState::Uncertain => ("◆ niet zeker", Sign::Uncertain),
            LinkState::Unknown => ("– onbekend", Sign::Unknown),
        };
        Self { words, sign }
    }
}

impl From<&Link> for Verdict {
    fn from(link: &Link) -> Self {
        let plain = Self::from(link.state);
        if link.owes_to_not_applicable {
            Self {
                words: "▲ houdt vast, door n.v.t.",
                ..plain
            }
        } else {
            plain
        }
    }
}
