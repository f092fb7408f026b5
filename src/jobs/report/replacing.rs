//! Decides whether an existing report may be replaced, and carries over what people filled in in its plan.

use super::{Audience, PendingReport, Reports};
use crate::jobs::Error;
use crate::jobs::error::Irreplaceable;
use crate::problem::Problem;
use crate::workbook::read::read_report;

/// What was carried over from a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenOver {
    /// The number of points of its plan.
    pub points: usize,
    /// The problems found in them.
    pub problems: Vec<Problem>,
}

impl PendingReport<'_> {
    /// The name of the workbook, in which a plan may have been filled in.
    #[must_use]
    pub fn workbook(&self) -> String {
        format!("{}.xlsx", self.name)
    }
}

impl Reports<'_> {
    /// Carries over what people filled in in the existing workbook. `label` is its name in messages.
    ///
    /// # Errors
    /// If it may not be replaced: its contents would be lost, or could be mistaken for a report that may be shared.
    pub fn replace(&self, pending: &mut PendingReport, label: &str, bytes: &[u8]) -> Result<TakenOver, Error> {
        let refuse = |why| {
            Err(Error::Irreplaceable {
                name: pending.workbook(),
                why,
            })
        };
        let read = read_report(bytes, label);
        let Some(earlier) = read.value else {
            // An existing workbook may be a damaged report with somebody's plan in it.
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
