//! Takes earlier shared reports; returns a warning for each that reveals answers when laid beside the new one.

use super::{Audience, PendingReport, Reports};
use crate::jobs::findings::JobFinding;
use crate::problem::{Finding, Place, Problem};
use crate::spelling::spells;

pub use crate::workbook::read::{SharedReport, read_shared_report};

impl Reports<'_> {
    /// A warning for each earlier shared report of the same region and year with a different response. Laid beside the
    /// new report, it shows what the municipalities answered that came in between. `earlier` pairs each report with the
    /// label under which messages refer to it.
    #[must_use]
    pub fn beside(&self, pending: &PendingReport, earlier: &[(String, SharedReport)]) -> Vec<Problem> {
        if self.options.audience != Audience::Anyone {
            return Vec::new();
        }
        let (region, now) = (pending.region, pending.region.response());
        let same = earlier
            .iter()
            .filter(|(_, report)| report.year == region.year && spells(&report.region, &region.name));
        same.filter(|(_, report)| report.response != now)
            .map(|(label, report)| {
                let finding = JobFinding::OtherResponse {
                    region: &region.name,
                    year: region.year,
                    before: report.response,
                    now,
                };
                finding.at(Place::file(label))
            })
            .collect()
    }
}
