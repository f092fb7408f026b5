//! Takes a region's answers; returns the answers and figures that an audience may see.

use std::borrow::Cow;

use super::coarse::coarsen;
use super::crowd::{Crowd, Withheld};
use super::publishable::{Publishable, publishable};
use super::{Audience, note};
use crate::answers::{Entity, EntityIndex, KeyFigure, Region, Response};
use crate::questionnaire::{Questionnaire, Role, RowIndex, ThemeIndex};
use crate::scoring::{self, InhabitantsUnknown, RegionScore, Weighting, score_within};
use crate::spelling::spells;

/// The contents of a report: the questions, the answers and the figures.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// What was asked.
    pub questionnaire: &'a Questionnaire,
    /// What was answered.
    pub region: &'a Region,
    /// Its figures.
    pub score: &'a RegionScore,
    /// What a shared report says about the response and what was left out; `None` if the report is for the region.
    pub sharing: Option<&'a Sharing>,
}

/// What a shared report says about the response and what was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// The smallest number of contributors on which a figure is based.
    pub minimum: usize,
    /// The number of municipalities asked, and the number that answered.
    pub response: Response,
    /// The rows that were left out.
    pub withheld: Vec<RowIndex>,
    /// Per core theme, the number of white spots, or why it is withheld.
    pub white_spots: Vec<(ThemeIndex, Result<usize, Withheld>)>,
    /// Per legal row below 100, the number of municipalities below 100, likewise.
    pub legal: Vec<(RowIndex, Result<usize, Withheld>)>,
}

/// A region and its figures, limited to what an audience may see.
#[derive(Clone, Debug)]
pub struct Disclosed<'a> {
    questionnaire: &'a Questionnaire,
    region: Cow<'a, Region>,
    score: RegionScore,
    sharing: Option<Sharing>,
}

impl Disclosed<'_> {
    /// The contents of a report for this audience.
    #[must_use]
    pub fn report(&self) -> Report<'_> {
        Report {
            questionnaire: self.questionnaire,
            region: &self.region,
            score: &self.score,
            sharing: self.sharing.as_ref(),
        }
    }
}

impl Report<'_> {
    /// The audience.
    #[must_use]
    pub fn audience(&self) -> Audience {
        match self.sharing {
            None => Audience::Region,
            Some(_) => Audience::Anyone,
        }
    }

    /// The statement about what is left out, if anything is.
    pub(in crate::report) fn note(&self) -> Vec<String> {
        let municipal = self.questionnaire.rows_of(Role::Municipality).count();
        self.sharing.map_or_else(Vec::new, |sharing| {
            note::of_region(sharing.minimum, sharing.withheld.len(), municipal)
        })
    }
}

/// Scores a region for an audience. In a shared report all municipalities have the same weight, whatever `weighting`
/// says: with inhabitants, ranges and coverage would reveal their proportions, which are public.
///
/// # Errors
/// As for [`scoring::score`].
pub fn disclose<'a>(
    audience: Audience,
    questionnaire: &'a Questionnaire,
    region: &'a Region,
    weighting: Weighting,
) -> Result<Disclosed<'a>, InhabitantsUnknown> {
    Ok(match audience {
        Audience::Region => Disclosed {
            questionnaire,
            region: Cow::Borrowed(region),
            score: scoring::score(questionnaire, region, weighting)?,
            sharing: None,
        },
        Audience::Anyone => {
            let publishable = publishable(questionnaire, region);
            let score = score_within(questionnaire, &publishable.region, &publishable.scope);
            let sharing = sharing(questionnaire, region, &publishable, &score);
            Disclosed {
                questionnaire,
                region: Cow::Owned(unpeopled(questionnaire, &publishable.region)),
                score: shown(questionnaire, &publishable, score),
                sharing: Some(sharing),
            }
        }
    })
}

/// What is shared about the response and what was left out.
fn sharing(questionnaire: &Questionnaire, region: &Region, publishable: &Publishable, score: &RegionScore) -> Sharing {
    let minimum = questionnaire.thresholds.sharing_minimum;
    let crowd = Crowd { minimum };
    // Two who sent one workbook each could have swapped their answers, and no number would change. Where one sent
    // several, its answer is a mean that nobody else can have given, and a number could determine it.
    let one_workbook_each = region.municipalities().iter().all(|own| own.submissions.len() <= 1);
    let number = |number, of| match crowd.number(number, of) {
        Ok(_) if !one_workbook_each => Err(Withheld::PointsToSome),
        number => number,
    };
    let municipalities = score.municipalities.len();
    let white_spots = score.white_spots.iter().map(|spot| {
        let known = municipalities - spot.unknown.len();
        (spot.theme, number(spot.municipalities.len(), known))
    });
    let is_municipal = |row| questionnaire.question_of(row).role == Role::Municipality;
    let legal = score.legal.iter().filter(|point| is_municipal(point.row));
    let legal = legal.map(|point| (point.row, number(point.entities.len(), publishable.answered[point.row])));
    Sharing {
        minimum,
        response: region.response(),
        withheld: publishable.withheld.clone(),
        white_spots: white_spots.collect(),
        legal: legal.collect(),
    }
}

/// The figures without municipalities, rounded.
pub(super) fn shown(questionnaire: &Questionnaire, publishable: &Publishable, mut score: RegionScore) -> RegionScore {
    let views = &publishable.scope.views;
    score
        .perspectives
        .retain(|(perspective, _)| views[*perspective].iter().any(|seen| *seen));
    score
        .handovers
        .retain(|handover| handover.from_score.is_some() && handover.to_score.is_some());
    score.settled.clear();
    score.contradictions.clear();
    score.municipalities.clear();
    for spot in &mut score.white_spots {
        spot.municipalities.clear();
        spot.uncertain.clear();
        spot.spared.clear();
        spot.unknown.clear();
        spot.share_inhabitants = None;
    }
    for point in &mut score.legal {
        point.entities.retain(|&entity| entity == EntityIndex::REGION);
    }
    coarsen(questionnaire, &mut score);
    score
}

/// The region without municipalities and workbooks.
pub(super) fn unpeopled(questionnaire: &Questionnaire, region: &Region) -> Region {
    let itself = Entity {
        submissions: Vec::new(),
        ..region.itself().clone()
    };
    Region {
        name: region.name.clone(),
        year: region.year,
        questionnaire: region.questionnaire.clone(),
        submissions: Vec::new(),
        blank_books: Vec::new(),
        set_aside: Vec::new(),
        repeated: Vec::new(),
        entities: [itself].into_iter().collect(),
        ambitions: region.ambitions,
        key_figures: region
            .key_figures
            .iter()
            .filter_map(|figure| in_our_words(questionnaire, figure))
            .collect(),
        mergers: Vec::new(),
    }
}

/// A key figure that the edition asks for, in its words; `None` for one that people named themselves.
fn in_our_words(questionnaire: &Questionnaire, figure: &KeyFigure) -> Option<KeyFigure> {
    let words = questionnaire
        .key_figures
        .iter()
        .find(|words| spells(words, &figure.figure))?;
    Some(KeyFigure {
        figure: words.clone(),
        ..figure.clone()
    })
}
