//! Decides whether an existing report may be replaced, and carries over what people filled in in its plan.

use super::{Audience, PendingReport, Reports, name};
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

/// The first bytes of a workbook: a zip package, or the older format, in which a workbook with a password is wrapped.
const WORKBOOKS: [&[u8]; 2] = [b"PK", b"\xd0\xcf\x11\xe0"];

impl PendingReport<'_> {
    /// The beginning of the names of its files.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

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
            // An existing workbook may be a damaged report, or one with a password, with somebody's plan in it.
            if !WORKBOOKS.iter().any(|beginning| bytes.starts_with(beginning)) {
                return Ok(TakenOver::default());
            }
            return refuse(Irreplaceable::NoReport);
        };
        match (self.options.audience, earlier.shared) {
            (Audience::Anyone, false) => return refuse(Irreplaceable::OrdinaryReport),
            (Audience::Anyone, true) if !earlier.entries.is_empty() => return refuse(Irreplaceable::PlanFilledIn),
            (Audience::Region, true) => return refuse(Irreplaceable::ForSharing),
            (Audience::Anyone, true) | (Audience::Region, false) => {}
        }
        let name = earlier
            .region
            .zip(earlier.year)
            .map(|(region, year)| name(&region, year));
        if name.is_some_and(|name| name != pending.name) {
            return refuse(Irreplaceable::OtherReport);
        }
        let points = earlier.entries.len();
        pending.filled = earlier.entries;
        Ok(TakenOver {
            points,
            problems: read.problems,
        })
    }
}
