//! What a figure means, as a symbol and words; colour only supports these.

use crate::scoring::{Link, LinkState, Status, Total};

/// What a figure means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// A symbol and words.
    pub words: &'static str,
    /// Whether it asks for attention.
    pub falls_short: bool,
}

impl From<Status> for Verdict {
    fn from(status: Status) -> Self {
        let (words, falls_short) = match status {
            Status::AtNorm => ("▲ op de norm", false),
            Status::BelowNorm => ("▼ onder de norm", true),
            Status::Uncertain => ("◆ niet zeker", false),
            Status::Insufficient => ("– te weinig antwoorden", false),
        };
        Self { words, falls_short }
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

impl From<LinkState> for Verdict {
    fn from(state: LinkState) -> Self {
        let (words, falls_short) = match state {
            LinkState::Holds => ("▲ houdt vast", false),
            LinkState::Stalls => ("▼ loopt vast", true),
            LinkState::Uncertain => ("◆ niet zeker", false),
            LinkState::Unknown => ("– onbekend", false),
        };
        Self { words, falls_short }
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
