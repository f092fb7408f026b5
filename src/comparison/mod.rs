//! Takes regions of several years; returns what really changed, and how the scores of regions are distributed.

pub mod change;
mod findings;
mod incomparable;
pub mod join;
pub mod mirror;
mod parts;
mod plan;
pub mod previous;
mod side;
mod turnout;

use change::Answered;
pub use change::{Change, Lapsed, StepChange};
use findings::OtherQuestionnaire;
pub use incomparable::Incomparable;
pub use join::Join;
pub use mirror::{Learning, MirrorStep, MirrorYear, Place, Spread};
pub use parts::{Apparent, Parts};
pub use plan::{Direction, Point, Progress, Unmatched};
pub use turnout::{Participant, Turnout};

use crate::answers::{Region, Response};
use crate::plan::PlanEntry;
use crate::problem::{Finding, Place as At, Problem};
use crate::questionnaire::{Editions, Questionnaire};
use crate::scoring::RegionScore;
use crate::spelling::{fold, sort_key, spells};

/// One region in one year, scored by its own edition with all municipalities weighted equally.
#[derive(Clone, Copy, Debug)]
pub struct Year<'a> {
    /// What was asked.
    pub questionnaire: &'a Questionnaire,
    /// What was answered.
    pub region: &'a Region,
    /// Its figures.
    pub score: &'a RegionScore,
    /// What people filled in in the plan of its report.
    pub plan: &'a [PlanEntry],
    /// The number of municipalities asked, and the number that answered.
    pub response: Response,
}

/// One region over several years.
#[derive(Clone, Debug)]
pub struct RegionYears<'a> {
    /// Its name, as spelled in the last year.
    pub name: &'a str,
    /// Its years, in order.
    pub years: Vec<Year<'a>>,
    /// What changed between each pair of consecutive years.
    pub changes: Vec<Change<'a>>,
}

/// Everything that is compared: years of one questionnaire, in any of its editions.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The regions, in alphabetical order.
    pub regions: Vec<RegionYears<'a>>,
    /// The distribution of scores, per year.
    pub mirror: Vec<MirrorYear<'a>>,
}

/// Compares years and regions, given in any order. `known` are all available editions, including those that no year
/// uses: they say which questions replaced which.
///
/// # Errors
/// If the years belong to different questionnaires: a problem for each that differs from the first.
pub fn compare<'a>(years: Vec<Year<'a>>, known: &Editions) -> Result<Comparison<'a>, Vec<Problem>> {
    compared(years, known, Answered::ByAnyone)
}

/// Like [`compare`], but compares the answers to a municipal question only if the same municipalities gave them in both
/// years.
///
/// # Errors
/// As [`compare`].
pub fn compare_same<'a>(years: Vec<Year<'a>>, known: &Editions) -> Result<Comparison<'a>, Vec<Problem>> {
    compared(years, known, Answered::ByTheSame)
}

fn compared<'a>(
    mut years: Vec<Year<'a>>,
    known: &Editions,
    answered: Answered,
) -> Result<Comparison<'a>, Vec<Problem>> {
    let by = |year: &Year| (sort_key(&year.region.name), fold(&year.region.name), year.region.year);
    years.sort_by_cached_key(by);
    let others = of_other_questionnaires(&years);
    if !others.is_empty() {
        return Err(others);
    }
    let regions: Vec<RegionYears> = years
        .chunk_by(|one, next| spells(&one.region.name, &next.region.name))
        .map(|years| RegionYears {
            name: years.last().map_or("", |year| year.region.name.as_str()),
            years: years.to_vec(),
            changes: (1..years.len())
                .map(|to| change::change(years, to - 1, to, known, answered))
                .collect(),
        })
        .collect();
    Ok(Comparison {
        mirror: mirror::mirror(&regions),
        regions,
    })
}

fn of_other_questionnaires(years: &[Year]) -> Vec<Problem> {
    let about = |year: &Year| (year.region.name.clone(), year.region.year);
    let others = years
        .iter()
        .filter(|year| year.questionnaire.id != years[0].questionnaire.id);
    others
        .map(|year| {
            let finding = OtherQuestionnaire {
                here: about(year),
                own: year.questionnaire.identity(),
                first: about(&years[0]),
                others: years[0].questionnaire.identity(),
            };
            let file = year.region.submissions.first().map_or("", |book| book.file.as_str());
            finding.at(At::file(file))
        })
        .collect()
}

impl<'a> Comparison<'a> {
    /// The newest edition among the years; it determines the names of steps.
    #[must_use]
    pub fn newest(&self) -> Option<&'a Questionnaire> {
        let years = self.regions.iter().flat_map(|region| &region.years);
        years
            .map(|year| year.questionnaire)
            .max_by_key(|questionnaire| questionnaire.edition)
    }
}

impl RegionYears<'_> {
    /// The years of a change, the earlier first.
    #[must_use]
    pub fn years_of(&self, change: &Change) -> (u16, u16) {
        (self.years[change.from].region.year, self.years[change.to].region.year)
    }
}
