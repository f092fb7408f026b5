//! A report that can be passed on: municipalities without their names, nothing written by hand, no
//! figure that shows what one or two of them answered.

use sha2::{Digest, Sha256};

use crate::answers::{Context, Entity, Region, assemble};
use crate::questionnaire::{Questionnaire, Role};
use crate::scoring::answer::{State, state};
use crate::scoring::{self, InhabitantsUnknown, RegionScore, RowScore, Weighting, totals};
use crate::spelling::fold;

/// From how many municipalities on a figure no longer shows what one of them answered.
pub(in crate::report) const ENOUGH: usize = 3;

/// A region and its figures as they can be passed on.
///
/// # Errors
/// As [`scoring::score`].
pub fn share(
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
    let letter = |name: &str| {
        let number = names.iter().position(|known| fold(known) == fold(name));
        number.map_or_else(String::new, |number| format!("Gemeente {}", letters(number)))
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
    let few: Vec<bool> = (0..questionnaire.rows.len())
        .map(|row| {
            questionnaire.question_of(row).role == Role::Municipality && answered(questionnaire, region, row) < ENOUGH
        })
        .collect();
    for (row, few) in few.iter().enumerate() {
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
            own.themes.fill(None);
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
fn answered(questionnaire: &Questionnaire, region: &Region, row: usize) -> usize {
    let kind = &questionnaire.question_of(row).kind;
    let has_answer = |entity: &&Entity| {
        entity.submissions.iter().any(|&index| {
            let answer = region.submissions[index].answers.get(row);
            answer.is_some_and(|&answer| matches!(state(kind, answer), State::Answered(_)))
        })
    };
    region.municipalities().iter().filter(has_answer).count()
}
