//! Takes a region's answers; returns its figures. One file for each concept, all of them pure functions.

pub mod answer;
pub mod chain;
mod continuity;
mod entity;
mod joined;
pub mod lenses;
pub(crate) mod precision;
mod question;
mod scope;
mod total;
mod totals;

pub use chain::Chain;
pub use continuity::{Continuity, Link, LinkPart, LinkState, Stop, StopState};
pub(crate) use joined::stated;
pub use question::RowScore;
pub(crate) use question::short;
pub use scope::Scope;
pub use total::{Status, Strict, Total};
pub use totals::{FEWEST_SCORED, MatrixCell, Totals, totals};

use self::joined::Joined;
use self::total::Minimum;
use self::totals::{minimum_of_perspective, steps, theme_total};
use crate::answers::{Entity, EntityIndex, Region};
use crate::list::{Index, List};
use crate::questionnaire::{PerspectiveIndex, PracticeIndex, Questionnaire, Role, RowIndex, STEPS, ThemeIndex};

/// How municipalities are weighted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighting {
    /// All equally.
    Equal,
    /// By its inhabitants.
    Inhabitants,
}

/// The scores of a municipality, based on its own answers only; or those of its region beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct MunicipalityScore {
    /// Per step, 0 to 7.
    pub steps: Vec<Total>,
    /// Per theme.
    pub themes: List<ThemeIndex, Total>,
}

/// All figures of one region and year. Lists follow the order of the questionnaire, or of the region for
/// municipalities.
#[derive(Clone, Debug)]
pub struct RegionScore {
    /// How municipalities were weighted.
    pub weighting: Weighting,
    /// Per row of the questionnaire.
    pub rows: List<RowIndex, RowScore>,
    /// Per step, 0 to 7.
    pub steps: Vec<Total>,
    /// Per theme.
    pub themes: List<ThemeIndex, Total>,
    /// The proportion (0 to 1) of the workbooks with priorities that name the theme; `None` if there are no such
    /// workbooks.
    pub votes: List<ThemeIndex, Option<f64>>,
    /// Cells with at least one row.
    pub matrix: Vec<MatrixCell>,
    /// The chain as a whole.
    pub chain: Chain,
    /// Per practice: where a case would stall.
    pub practices: List<PracticeIndex, Continuity>,
    /// Per municipality: scores based on its own answers.
    pub municipalities: Vec<MunicipalityScore>,
    /// Perspectives with a workbook, and their score per step.
    pub perspectives: Vec<(PerspectiveIndex, [Option<f64>; STEPS])>,
    /// Rows on which perspectives differ by 25 points or more, largest difference first.
    pub agenda: Vec<lenses::agenda::Point>,
    /// Rows on which the people of an entity agreed, beside what each perspective answered separately.
    pub settled: Vec<lenses::settled::Settled>,
    /// Handovers as sender and receiver see them.
    pub handovers: Vec<lenses::handover::Handover>,
    /// Claims contradicted by a fact.
    pub contradictions: Vec<lenses::consistency::Contradiction>,
    /// Core themes and the municipalities where little or nothing is organised for them.
    pub white_spots: Vec<lenses::white_spots::WhiteSpot>,
    /// Legal rows below 100, and which entities fall short.
    pub legal: Vec<lenses::legal::LegalPoint>,
    /// Rows below their norm, in order of priority.
    pub plan: Vec<RowIndex>,
    /// Per recommendation: the score over the rows that measure it.
    pub recommendations: Vec<Option<f64>>,
}

impl RegionScore {
    /// The scores of a municipality; `None` for the region itself.
    #[must_use]
    pub fn of_municipality(&self, municipality: EntityIndex) -> Option<&MunicipalityScore> {
        // The region itself precedes its municipalities.
        self.municipalities.get(municipality.number().checked_sub(1)?)
    }
}

/// Names of the municipalities whose inhabitants must be known for this weighting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InhabitantsUnknown(pub Vec<String>);

/// Checks whether a region's entities can be weighted this way.
///
/// # Errors
/// With [`Weighting::Inhabitants`], the municipalities whose inhabitants are not known.
pub fn weighable(region: &Region, weighting: Weighting) -> Result<(), InhabitantsUnknown> {
    weights(region, weighting).map(|_| ())
}

/// Computes all figures of a region.
///
/// # Errors
/// With [`Weighting::Inhabitants`], the municipalities whose inhabitants are not known.
pub fn score(
    questionnaire: &Questionnaire,
    region: &Region,
    weighting: Weighting,
) -> Result<RegionScore, InhabitantsUnknown> {
    let weights = weights(region, weighting)?;
    let joined = Joined::new(questionnaire, region);
    Ok(figures(&joined, weighting, &weights))
}

/// Scores what is in scope of a region. All municipalities have the same weight.
#[must_use]
pub fn score_within(questionnaire: &Questionnaire, region: &Region, scope: &Scope) -> RegionScore {
    let joined = Joined::within(questionnaire, region, scope);
    figures(&joined, Weighting::Equal, &equal(region))
}

fn figures(joined: &Joined, weighting: Weighting, weights: &List<EntityIndex, f64>) -> RegionScore {
    let questionnaire = joined.questionnaire;
    let rows = joined.rows(|entity| weights[entity]);
    let totals = totals::totals(questionnaire, &rows);
    let municipalities: Vec<MunicipalityScore> = joined
        .entities_of(Role::Municipality)
        .map(|entity| own_scores(questionnaire, &joined.rows_of_entity(entity)))
        .collect();
    let votes = lenses::votes::votes(joined);
    let means = lenses::Means::of(joined);
    let plan = lenses::plan::plan(questionnaire, &rows, &votes);
    let recommendations = questionnaire.recommendations.iter();
    let recommendations = recommendations.map(|asked| lenses::recommendations::score(questionnaire, &rows, asked));
    RegionScore {
        weighting,
        steps: totals.steps,
        themes: totals.themes,
        matrix: totals.matrix,
        chain: totals.chain,
        practices: totals.practices,
        perspectives: lenses::perspectives(joined),
        agenda: lenses::agenda::agenda(questionnaire, &means),
        settled: lenses::settled::settled(joined),
        handovers: lenses::handover::handovers(questionnaire, &means),
        contradictions: lenses::consistency::contradictions(joined),
        white_spots: lenses::white_spots::white_spots(joined, &municipalities),
        legal: lenses::legal::legal(joined, &rows),
        recommendations: recommendations.collect(),
        municipalities,
        votes,
        plan,
        rows,
    }
}

/// The figures per row based on the answers of one entity only. Rows that it is not asked are empty.
#[must_use]
pub fn own_rows(questionnaire: &Questionnaire, region: &Region, entity: EntityIndex) -> List<RowIndex, RowScore> {
    Joined::of_entity(questionnaire, region, entity).rows_of_entity(entity)
}

/// The scores of one entity, based on its own answers only.
#[must_use]
pub fn own_score(questionnaire: &Questionnaire, region: &Region, entity: EntityIndex) -> MunicipalityScore {
    own_scores(questionnaire, &own_rows(questionnaire, region, entity))
}

/// The scores of a region over the rows that one of its municipalities answered. They need the coverage of any other
/// score, but not the number of rows: the municipality may have been asked a single one.
#[must_use]
pub fn beside_own(
    questionnaire: &Questionnaire,
    rows: &List<RowIndex, RowScore>,
    own: &List<RowIndex, RowScore>,
) -> MunicipalityScore {
    let same = rows.of_each(|row| match own[row].score {
        Some(_) => rows[row],
        None => RowScore::default(),
    });
    scores(questionnaire, &same, minimum_of_perspective(questionnaire))
}

/// The rows of an entity that are below their norm, in order of priority. Votes do not count: they are the region's.
#[must_use]
pub fn own_plan(questionnaire: &Questionnaire, rows: &List<RowIndex, RowScore>) -> Vec<RowIndex> {
    lenses::plan::plan(questionnaire, rows, &questionnaire.themes.map(|_| None))
}

/// The rows that two or more perspectives of an entity answered, largest difference first.
#[must_use]
pub fn differences(questionnaire: &Questionnaire, region: &Region, entity: EntityIndex) -> Vec<lenses::agenda::Point> {
    let means = lenses::Means::of_entity(questionnaire, region, entity);
    lenses::agenda::differences(questionnaire, &means)
}

/// The scores of an entity by itself. There is no minimum coverage, as no other entity's answers are missing.
fn own_scores(questionnaire: &Questionnaire, rows: &List<RowIndex, RowScore>) -> MunicipalityScore {
    scores(questionnaire, rows, Minimum::NONE)
}

fn scores(questionnaire: &Questionnaire, rows: &List<RowIndex, RowScore>, minimum: Minimum) -> MunicipalityScore {
    let theme = |theme| theme_total(questionnaire, rows, minimum, theme);
    MunicipalityScore {
        steps: steps(questionnaire, rows, minimum),
        themes: questionnaire.themes.of_each(theme),
    }
}

fn equal(region: &Region) -> List<EntityIndex, f64> {
    region.entities.map(|_| 1.0)
}

/// The weight of each entity. In its own rows the region is the only entity, so its weight does not matter.
fn weights(region: &Region, weighting: Weighting) -> Result<List<EntityIndex, f64>, InhabitantsUnknown> {
    if weighting == Weighting::Equal {
        return Ok(equal(region));
    }
    let unknown: Vec<String> = region
        .municipalities()
        .iter()
        .filter(|entity| entity.inhabitants.is_none())
        .map(|entity| entity.name.clone())
        .collect();
    if !unknown.is_empty() {
        return Err(InhabitantsUnknown(unknown));
    }
    let of = |entity: &Entity| match entity.role {
        Role::Region => 1.0,
        Role::Municipality => entity.inhabitants.unwrap_or(0.0),
    };
    Ok(region.entities.map(of))
}
