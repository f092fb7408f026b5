//! Decides whether an existing report may be replaced, and carries over what people filled in in its plan and agenda.

use super::{Audience, PendingReport, Reports, name};
use crate::jobs::Error;
use crate::jobs::conclusion_findings::ConclusionFinding;
use crate::jobs::error::Irreplaceable;
use crate::plan::{Belongs, Conclusion, PlanEntry, WrittenPlan, WrittenRow};
use crate::problem::{Finding, Problem};
use crate::questionnaire::Editions;
use crate::report::region::{agenda_points, fit_in_a_cell};
use crate::wording::{all_of, count};
use crate::workbook::read::{ReadConclusion, read_report};

/// What was carried over from a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenOver {
    /// The number of points of its plan.
    pub points: usize,
    /// The number of rows that people added to the plan.
    pub rows: usize,
    /// The number of columns that people added to the plan.
    pub columns: usize,
    /// The number of conclusions on its agenda.
    pub conclusions: usize,
    /// The problems found in them.
    pub problems: Vec<Problem>,
}

/// The first bytes of a workbook: a zip package, or the older format, in which a workbook with a password is wrapped.
const WORKBOOKS: [&[u8]; 2] = [b"PK", b"\xd0\xcf\x11\xe0"];

impl TakenOver {
    /// What was carried over, in words; none if that is nothing.
    #[must_use]
    pub fn words(&self) -> Option<String> {
        let parts = [
            (self.points, "ingevuld punt", "ingevulde punten"),
            (self.rows, "eigen rij", "eigen rijen"),
            (self.columns, "eigen kolom", "eigen kolommen"),
        ];
        let parts = parts.iter().filter(|(number, ..)| *number > 0);
        let parts: Vec<String> = parts.map(|(number, one, many)| count(*number, one, many)).collect();
        let plan = (!parts.is_empty()).then(|| format!("{} van het verbeterplan", all_of(&parts)));
        let agenda = (self.conclusions > 0).then(|| {
            let conclusions = count(self.conclusions, "conclusie", "conclusies");
            format!("{conclusions} van de gespreksagenda")
        });
        let both: Vec<String> = plan.into_iter().chain(agenda).collect();
        (!both.is_empty()).then(|| format!("{} overgenomen", all_of(&both)))
    }
}

/// The beginning of the file names of the report that these bytes are, if it says what it is about and is not meant for
/// sharing: what people filled in in it belongs in a new report with that name.
#[must_use]
pub fn name_of(bytes: &[u8], known: &Editions) -> Option<String> {
    let report = read_report(bytes, "", known.newest()).value?;
    let is_own = !report.shared;
    let (region, year) = report.region.zip(report.year).filter(|_| is_own)?;
    Some(name(&region, year))
}

impl PendingReport<'_> {
    /// The beginning of the names of its files.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The same with these points of its plan filled in.
    pub(in crate::jobs) fn with_plan(self, entries: Vec<PlanEntry>) -> Self {
        Self {
            written: entries.into(),
            ..self
        }
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
        let read = read_report(bytes, label, pending.questionnaire);
        let Some(earlier) = read.value else {
            // An existing workbook may be a damaged report, or one with a password, with somebody's plan in it.
            if !WORKBOOKS.iter().any(|beginning| bytes.starts_with(beginning)) {
                return Ok(TakenOver::default());
            }
            return refuse(Irreplaceable::NoReport);
        };
        match (self.options.audience, earlier.shared) {
            (Audience::Anyone, false) => return refuse(Irreplaceable::OrdinaryReport),
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
        let Some(plan) = earlier.plan else {
            // The plan of a shared report has no columns to fill in.
            return match self.options.audience {
                Audience::Anyone => Ok(TakenOver {
                    problems: read.problems,
                    ..TakenOver::default()
                }),
                Audience::Region => refuse(Irreplaceable::NoPlan),
            };
        };
        if self.options.audience == Audience::Anyone && plan != WrittenPlan::default() {
            return refuse(Irreplaceable::PlanFilledIn);
        }
        let is_point = |row: &&WrittenRow| pending.questionnaire.row(&row.entry.id).is_some();
        let points = plan.rows.iter().filter(is_point).count();
        let (rows, columns) = (plan.rows.len() - points, plan.columns.len());
        pending.written = plan;
        let mut problems = read.problems;
        pending.written.conclusions = self.with_a_point(pending, earlier.conclusions, &mut problems)?;
        Ok(TakenOver {
            points,
            rows,
            columns,
            conclusions: pending.written.conclusions.len(),
            problems,
        })
    }

    /// The conclusions about points that are on the new agenda; about the others there is a problem each.
    fn with_a_point(
        &self,
        pending: &PendingReport,
        conclusions: Vec<ReadConclusion>,
        problems: &mut Vec<Problem>,
    ) -> Result<Vec<Conclusion>, Error> {
        // Scoring takes time.
        if conclusions.is_empty() {
            return Ok(Vec::new());
        }
        let disclosed = self.disclosed(pending)?;
        let agenda = agenda_points(&disclosed.report());
        let mut kept: Vec<Conclusion> = Vec::new();
        for ReadConclusion { conclusion, place } in conclusions {
            let point = match conclusion.belongs(&agenda) {
                Belongs::At(point) => point,
                Belongs::Unclear => {
                    problems.push(ConclusionFinding::PointUnclear.at(place));
                    continue;
                }
                Belongs::Nowhere => {
                    problems.push(ConclusionFinding::PointGone.at(place));
                    continue;
                }
            };
            if conclusion.kind.is_some_and(|kind| kind != point.kind) {
                let heading = point.kind.heading();
                problems.push(ConclusionFinding::PointElsewhere { heading }.at(place.clone()));
            }
            kept.push(conclusion.about(point));
            let own: Vec<&Conclusion> = kept.iter().filter(|kept| kept.is_about(point)).collect();
            if !fit_in_a_cell(&own) {
                problems.push(ConclusionFinding::TooMuchConcluded.at(place));
            }
        }
        Ok(kept)
    }
}
