//! Takes earlier shared reports; returns a warning for each that reveals answers when laid beside the new one.

use std::cell::OnceCell;

use super::{Audience, PendingReport, Reports};
use crate::jobs::findings::JobFinding;
use crate::problem::{Finding, Place, Problem};
use crate::report::excel;
use crate::report::region::outline;
use crate::report::sharing::disclose;
use crate::spelling::fold;

pub use crate::workbook::read::{SharedReport, read_shared_report};

impl Reports<'_> {
    /// A warning for each earlier shared report of the same region and year with another response or other figures. Laid
    /// beside the new report, it shows what was answered by whoever came in between, or changed an answer. `earlier` pairs
    /// each report with the label under which messages refer to it.
    #[must_use]
    pub fn beside(&self, pending: &PendingReport, earlier: &[(String, SharedReport)]) -> Vec<Problem> {
        if self.options.audience != Audience::Anyone {
            return Vec::new();
        }
        let (region, now) = (pending.region, pending.region.response());
        let marks = OnceCell::new();
        let differs = |report: &SharedReport| {
            report.response != now || report.marks != *marks.get_or_init(|| self.marks(pending))
        };
        let same = earlier
            .iter()
            .filter(|(_, report)| report.year == region.year && fold(&report.region) == fold(&region.name));
        same.filter(|(_, report)| differs(report))
            .map(|(label, report)| {
                let finding = JobFinding::OtherEdition {
                    region: &region.name,
                    year: region.year,
                    response: (report.response != now).then_some((report.response, now)),
                };
                finding.at(Place::file(label))
            })
            .collect()
    }

    /// Marks of what the workbook of a report will show.
    fn marks(&self, pending: &PendingReport) -> Vec<String> {
        let (options, region) = (self.options, pending.region);
        let disclosed = disclose(options.audience, pending.questionnaire, region, options.weighting);
        // A region that cannot be scored gets no report either.
        disclosed.map_or_else(
            |_| Vec::new(),
            |disclosed| {
                excel::marks(&outline(
                    &disclosed.report(),
                    &self.problems_of(region),
                    &pending.written,
                ))
            },
        )
    }
}
