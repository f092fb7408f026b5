//! Takes years of regions; returns their comparison, limited to what an audience may see.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::publishable::publishable;
use super::region::{shown, unpeopled};
use super::{Audience, coarse, note};
use crate::answers::{Region, Response};
use crate::comparison::{Change, Comparison, Incomparable, Turnout, Year, compare, compare_same};
use crate::plan::PlanEntry;
use crate::problem::Problem;
use crate::questionnaire::{Editions, Questionnaire, Role};
use crate::scoring::{RegionScore, Scope, score_within};

/// A region in one year, limited to what counts in a comparison for an audience.
#[derive(Clone, Debug)]
pub struct DisclosedYear<'a> {
    questionnaire: &'a Questionnaire,
    /// The answers that changes are computed from, including the names of municipalities.
    region: Cow<'a, Region>,
    score: RegionScore,
    /// What a shared comparison shows instead.
    shown: Option<(Region, RegionScore)>,
    response: Response,
}

/// A comparison, limited to what an audience may see.
#[derive(Clone, Debug)]
pub struct ComparisonReport<'a> {
    /// The comparison.
    pub comparison: Comparison<'a>,
    audience: Audience,
}

impl ComparisonReport<'_> {
    /// The audience.
    #[must_use]
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// The statement about what is left out, if anything is.
    pub(in crate::report) fn note(&self) -> Vec<String> {
        match self.audience {
            Audience::Region => Vec::new(),
            Audience::Anyone => {
                let newest = self.comparison.newest();
                note::of_comparison(newest.map_or(0, |newest| newest.thresholds.sharing_minimum))
            }
        }
    }
}

/// Scores a region in one year, limited to what counts in a comparison for an audience.
#[must_use]
pub fn disclose_year<'a>(
    audience: Audience,
    questionnaire: &'a Questionnaire,
    region: &'a Region,
) -> DisclosedYear<'a> {
    let response = region.response();
    match audience {
        Audience::Region => DisclosedYear {
            questionnaire,
            region: Cow::Borrowed(region),
            score: score_within(questionnaire, region, &Scope::everything(questionnaire)),
            shown: None,
            response,
        },
        Audience::Anyone => {
            let publishable = publishable(questionnaire, region);
            let score = score_within(questionnaire, &publishable.region, &publishable.scope);
            DisclosedYear {
                questionnaire,
                shown: Some((
                    unpeopled(questionnaire, &publishable.region),
                    shown(questionnaire, &publishable, score.clone()),
                )),
                score,
                region: Cow::Owned(publishable.region),
                response,
            }
        }
    }
}

/// Compares years for an audience. `plan` returns what people filled in in the plan of a region and year.
///
/// # Errors
/// As [`compare`].
pub fn disclose_comparison<'a>(
    audience: Audience,
    years: &'a [DisclosedYear<'a>],
    plan: impl Fn(&Region) -> &'a [PlanEntry],
    known: &Editions,
) -> Result<ComparisonReport<'a>, Vec<Problem>> {
    let plan = |region: &Region| match audience {
        Audience::Region => plan(region),
        Audience::Anyone => &[],
    };
    let compared = years.iter().map(|year| Year {
        questionnaire: year.questionnaire,
        region: &year.region,
        score: &year.score,
        plan: plan(&year.region),
        response: year.response,
    });
    let comparison = match audience {
        Audience::Region => compare(compared.collect(), known)?,
        Audience::Anyone => for_anyone(compare_same(compared.collect(), known)?, years),
    };
    Ok(ComparisonReport { comparison, audience })
}

/// The comparison without municipalities, rounded.
fn for_anyone<'a>(mut comparison: Comparison<'a>, years: &'a [DisclosedYear<'a>]) -> Comparison<'a> {
    let shown = years
        .iter()
        .filter_map(|year| Some((std::ptr::from_ref(&*year.region), year.shown.as_ref()?)));
    let shown: BTreeMap<*const Region, &(Region, RegionScore)> = shown.collect();
    for region in &mut comparison.regions {
        for year in &mut region.years {
            if let Some((unpeopled, score)) = shown.get(&std::ptr::from_ref(year.region)) {
                year.region = unpeopled;
                year.score = score;
            }
        }
        for change in &mut region.changes {
            shorten(change);
        }
    }
    for year in &mut comparison.mirror {
        // It says which regions reach a norm that another does not.
        year.learning.clear();
        for step in &mut year.steps {
            step.spread = step.spread.map(|spread| coarse::spread(&spread));
        }
    }
    comparison
}

/// Removes from a change who took part, and rounds the rest.
fn shorten(change: &mut Change) {
    change.entities = Turnout::default();
    // The region is the sender, and may say so of itself.
    change.joint_once.retain(|participant| participant.role == Role::Region);
    if let Some(parts) = &mut change.chain {
        coarse::change(parts);
    }
    for step in &mut change.steps {
        step.turnout = Turnout::default();
        step.matched_pairs = None;
        step.lapsed = None;
        match &mut step.parts {
            Ok(parts) => coarse::change(parts),
            // What looks as if nobody answered it may have been left out.
            Err(reason @ (Incomparable::NoAnswers { .. } | Incomparable::NobodyInBoth | Incomparable::NoMatch)) => {
                *reason = Incomparable::TooFew;
            }
            Err(Incomparable::NoQuestions | Incomparable::NoSharedQuestion | Incomparable::TooFew) => {}
        }
    }
}
