//! Takes a region's answers; returns the answers and figures that an audience may see.

use std::borrow::Cow;
use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{Audience, ENOUGH};
use crate::answers::{Context, Entity, Region, assemble};
use crate::questionnaire::{Questionnaire, Role, RowIndex};
use crate::scoring::answer::{State, state};
use crate::scoring::{self, InhabitantsUnknown, RegionScore, RowScore, Weighting, totals};
use crate::spelling::fold;

/// The statement in a shared report about what it leaves out.
const NOTE: &str = "Deze uitgave is gemaakt om te delen: gemeenten staan er zonder naam in, en er staat niets in dat iemand zelf schreef. Een vraag die door minder dan drie gemeenten is beantwoord, is weggelaten en telt nergens mee.";

/// The contents of a report: the questions, the answers and the figures.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// What was asked.
    pub questionnaire: &'a Questionnaire,
    /// What was answered.
    pub region: &'a Region,
    /// Its figures.
    pub score: &'a RegionScore,
    /// The audience; answers and figures contain only what it may see.
    pub audience: Audience,
}

/// A region and its figures, limited to what an audience may see.
#[derive(Clone, Debug)]
pub struct Disclosed<'a> {
    questionnaire: &'a Questionnaire,
    region: Cow<'a, Region>,
    score: RegionScore,
    audience: Audience,
}

impl Disclosed<'_> {
    /// The contents of a report for this audience.
    #[must_use]
    pub fn report(&self) -> Report<'_> {
        Report {
            questionnaire: self.questionnaire,
            region: &self.region,
            score: &self.score,
            audience: self.audience,
        }
    }
}

impl Report<'_> {
    /// The statement about what is left out, if anything is.
    pub(in crate::report) fn note(&self) -> Option<&'static str> {
        match self.audience {
            Audience::Region => None,
            Audience::Anyone => Some(NOTE),
        }
    }
}

/// Scores a region for an audience.
///
/// # Errors
/// As for [`scoring::score`].
pub fn disclose<'a>(
    audience: Audience,
    questionnaire: &'a Questionnaire,
    region: &'a Region,
    weighting: Weighting,
) -> Result<Disclosed<'a>, InhabitantsUnknown> {
    let (region, score) = match audience {
        Audience::Region => (Cow::Borrowed(region), scoring::score(questionnaire, region, weighting)?),
        Audience::Anyone => {
            let (region, score) = for_anyone(questionnaire, region, weighting)?;
            (Cow::Owned(region), score)
        }
    };
    Ok(Disclosed {
        questionnaire,
        region,
        score,
        audience,
    })
}

/// A region and its figures without what only the region itself may see.
fn for_anyone(
    questionnaire: &Questionnaire,
    region: &Region,
    weighting: Weighting,
) -> Result<(Region, RegionScore), InhabitantsUnknown> {
    // Assembled anew under the new names, so that no order depends on the original ones.
    let mut masked = renamed(region);
    let score = scoring::score(questionnaire, &masked, weighting)?;
    let score = withheld(questionnaire, &masked, &score);
    for entity in &mut masked.entities {
        entity.inhabitants = None;
    }
    for submission in &mut masked.submissions {
        submission.file.clear();
        submission.sha256.clear();
        submission.respondent = None;
        submission.evidence.clear();
        submission.spots.clear();
        submission.sheets.clear();
        submission.context.municipalities.clear();
        submission.context.mergers.clear();
    }
    masked.mergers.clear();
    masked.untouched.clear();
    Ok((masked, score))
}

/// The region with letters instead of the names of municipalities.
fn renamed(region: &Region) -> Region {
    // In the order of a hash, as alphabetical order would give the names away. The hash has no secret in it: the names
    // of a region's municipalities are public, so anyone can recompute it. The edition is therefore not anonymous, as
    // SECURITY.md says.
    let mut names: Vec<&str> = region
        .municipalities()
        .iter()
        .map(|entity| entity.name.as_str())
        .collect();
    names.sort_by_cached_key(|name| Sha256::digest(format!("{}/{name}", region.name)));
    let numbers: BTreeMap<String, usize> = names.iter().map(|name| fold(name)).zip(0..).collect();
    let letter = |name: &str| {
        let number = numbers.get(&fold(name));
        number.map_or_else(String::new, |&number| format!("Gemeente {}", letters(number)))
    };
    let rename = |context: &mut Context| {
        for expected in &mut context.municipalities {
            expected.name = letter(&expected.name);
        }
    };
    let mut submissions = region.submissions.clone();
    for submission in &mut submissions {
        submission.municipality = submission.municipality.as_deref().map(letter);
        rename(&mut submission.context);
    }
    let mut untouched = region.untouched.clone();
    for book in &mut untouched {
        rename(&mut book.context);
    }
    // One region goes in, so one comes out.
    let mut regions = assemble(submissions, untouched).value;
    if regions.is_empty() {
        region.clone()
    } else {
        regions.swap_remove(0)
    }
}

/// A to Z, then AA, AB and so on.
fn letters(number: usize) -> String {
    let letter = char::from(b'A' + (number % 26) as u8);
    match number / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", letters(more - 1)),
    }
}

/// The figures without those based on one or two municipalities.
fn withheld(questionnaire: &Questionnaire, region: &Region, score: &RegionScore) -> RegionScore {
    let mut shared = score.clone();
    let few = questionnaire.rows.of_each(|row| {
        questionnaire.question_of(row).role == Role::Municipality && answered(questionnaire, region, row) < ENOUGH
    });
    for (row, few) in few.indexed() {
        if *few {
            shared.rows[row] = RowScore::default();
        }
    }
    // Totals that included what is withheld would reveal it by subtraction.
    let totals = totals(questionnaire, &shared.rows);
    shared.steps = totals.steps;
    shared.themes = totals.themes;
    shared.matrix = totals.matrix;
    shared.chain = totals.chain;
    shared.practices = totals.practices;
    let took_part = region
        .municipalities()
        .iter()
        .filter(|entity| !entity.submissions.is_empty())
        .count();
    if took_part < ENOUGH {
        for own in &mut shared.municipalities {
            own.steps = Default::default();
            own.themes = own.themes.map(|_| None);
        }
        for spot in &mut shared.white_spots {
            spot.municipalities.clear();
            spot.unknown.clear();
        }
    }
    for spot in &mut shared.white_spots {
        // A share of inhabitants can be looked up, and so identifies the municipalities.
        spot.share_inhabitants = None;
    }
    shared.plan.retain(|&row| !few[row]);
    shared.agenda.retain(|point| !few[point.row]);
    shared.legal.retain(|point| !few[point.row]);
    shared
        .contradictions
        .retain(|found| !few[questionnaire.rules[found.rule].claim]);
    shared
}

/// The number of municipalities that answered a row.
fn answered(questionnaire: &Questionnaire, region: &Region, row: RowIndex) -> usize {
    let kind = &questionnaire.question_of(row).kind;
    let has_answer = |entity: &&Entity| {
        entity.submissions.iter().any(|&index| {
            let answer = region.submissions[index].answers.get(row);
            answer.is_some_and(|&answer| matches!(state(kind, answer), State::Answered(_)))
        })
    };
    region.municipalities().iter().filter(has_answer).count()
}
