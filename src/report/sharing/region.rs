//! A region's answers in; its answers and figures as their audience may see them out.

use std::borrow::Cow;
use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{Audience, ENOUGH};
use crate::answers::{Context, Entity, Region, assemble};
use crate::questionnaire::{Questionnaire, Role, RowIndex};
use crate::scoring::answer::{State, state};
use crate::scoring::{self, InhabitantsUnknown, RegionScore, RowScore, Weighting, totals};
use crate::spelling::fold;

/// What a report that is passed on says of what it leaves out.
const NOTE: &str = "Deze uitgave is gemaakt om te delen: gemeenten staan er zonder naam in, en er staat niets in dat iemand zelf schreef. Een vraag die door minder dan drie gemeenten is beantwoord, is weggelaten en telt nergens mee.";

/// All that a report tells of: the questions, the answers and the figures.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// What was asked.
    pub questionnaire: &'a Questionnaire,
    /// What was answered.
    pub region: &'a Region,
    /// What that comes to.
    pub score: &'a RegionScore,
    /// Whom it is made for; the answers and figures are what these may see.
    pub audience: Audience,
}

/// A region and its figures as their audience may see them.
#[derive(Clone, Debug)]
pub struct Disclosed<'a> {
    questionnaire: &'a Questionnaire,
    region: Cow<'a, Region>,
    score: RegionScore,
    audience: Audience,
}

impl Disclosed<'_> {
    /// All that a report for this audience tells of.
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
    /// What it says of what it leaves out, if it leaves out anything.
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
/// As [`scoring::score`].
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

/// A region and its figures as they can be passed on.
fn for_anyone(
    questionnaire: &Questionnaire,
    region: &Region,
    weighting: Weighting,
) -> Result<(Region, RegionScore), InhabitantsUnknown> {
    // Put together anew under other names, so that no order follows the names left out.
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

/// The region with a letter for every municipality.
fn renamed(region: &Region) -> Region {
    // Any order but the alphabet's, which would give the names away again.
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

/// A to Z, then AA, AB and on.
fn letters(number: usize) -> String {
    let letter = char::from(b'A' + (number % 26) as u8);
    match number / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", letters(more - 1)),
    }
}

/// The figures without those that rest on one or two municipalities.
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
    // Totals that still counted what is withheld would give it away by subtraction.
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
        // A share of inhabitants can be looked up, and so names who it is.
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

/// How many municipalities answered a row.
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
