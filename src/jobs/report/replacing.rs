//! The report that a pending one replaces: whether it may, and what people filled in, in its plan.

use super::{Audience, PendingReport, Reports};
use crate::jobs::Error;
use crate::jobs::error::Irreplaceable;
use crate::problem::Problem;
use crate::workbook::read::read_report;

/// What was taken over from a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenOver {
    /// How many points of its plan.
    pub points: usize,
    /// What was found wrong in them.
    pub problems: Vec<Problem>,
}

impl PendingReport<'_> {
    /// The workbook, in which a plan may have been filled in.
    #[must_use]
    pub fn workbook(&self) -> String {
        format!("{}.xlsx", self.name)
    }
}

impl Reports<'_> {
    /// Takes over what people filled in, in the workbook that is there already. `label` is how messages
    /// call it.
    ///
    /// # Errors
    /// When it may not be replaced: what it holds would be lost, or taken for what may be passed on.
    pub fn replace(&self, pending: &mut PendingReport, label: &str, bytes: &[u8]) -> Result<TakenOver, Error> {
        let refuse = |why| {
            Err(Error::Irreplaceable {
                name: pending.workbook(),
                why,
            })
        };
        let read = read_report(bytes, label);
        let Some(earlier) = read.value else {
            // A workbook may be a report that was damaged, with somebody's plan in it.
            if !bytes.starts_with(b"PK") {
                return Ok(TakenOver::default());
            }
            return refuse(Irreplaceable::NoReport);
        };
        if self.options.audience == Audience::Anyone {
            if !earlier.entries.is_empty() {
                return refuse(Irreplaceable::PlanFilledIn);
            }
            if !earlier.shared {
                return refuse(Irreplaceable::NotForSharing);
            }
        }
        let points = earlier.entries.len();
        pending.filled = earlier.entries;
        Ok(TakenOver {
            points,
            problems: read.problems,
        })
    }
}
