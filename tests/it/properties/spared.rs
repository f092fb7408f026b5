//! "Niet van toepassing" buys nothing unsaid: whatever verdict gets better by it, the report names the answer.

use super::*;
use ketenscan::plan::WrittenPlan;
use ketenscan::report::outline::{Block, Cell, TableKey};
use ketenscan::report::region::outline;
use ketenscan::scoring::LinkState;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

const REGIONS: usize = 500;
/// How many answers of each region are swapped, one at a time.
const SWAPS: usize = 2;

/// Every verdict of a region by name, a better one with a higher number.
fn verdicts(asked: &Questionnaire, region: &Region, score: &RegionScore) -> BTreeMap<String, u8> {
    let mut verdicts = BTreeMap::new();
    let status = |status: Status| match status {
        Status::Insufficient => 0,
        Status::BelowNorm => 1,
        Status::Uncertain => 2,
        Status::AtNorm => 3,
    };
    for (step, total) in score.steps.iter().enumerate() {
        verdicts.insert(format!("step {step}"), status(total.status));
    }
    for (theme, total) in asked.themes.iter().zip(&score.themes) {
        verdicts.insert(format!("theme {}", theme.key), status(total.status));
    }
    for (practice, found) in asked.practices.iter().zip(&score.practices) {
        for (place, link) in found.steps.iter().enumerate() {
            let state = match link.state {
                LinkState::Stalls => 0,
                LinkState::Unknown => 1,
                LinkState::Uncertain => 2,
                LinkState::Holds => 3,
            };
            verdicts.insert(format!("{} at step {}", practice.key, place + 1), state);
        }
    }
    for (row, found) in asked.rows.indexed() {
        if asked.question_of(row).legal {
            verdicts.insert(format!("legal {}", found.id), u8::from(!score.plan.contains(&row)));
        }
    }
    for spot in &score.white_spots {
        for (entity, found) in region.entities.indexed().skip(1) {
            let colour = if spot.municipalities.contains(&entity) {
                0
            } else if spot.uncertain.contains(&entity) || spot.unknown.contains(&entity) {
                1
            } else {
                2
            };
            let theme = &asked.themes[spot.theme].key;
            verdicts.insert(format!("{theme} in {}", found.name), colour);
        }
    }
    verdicts
}

/// What the report says was called not applicable: the row, and who said so.
fn named(asked: &Questionnaire, region: &Region, score: &RegionScore) -> Vec<(String, String)> {
    let report = Report {
        questionnaire: asked,
        region,
        score,
        sharing: None,
    };
    let parts = outline(&report, &[], &WrittenPlan::default()).parts;
    let blocks = parts.into_iter().flat_map(|part| part.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) if table.key == TableKey::Spared => Some(table.rows),
        Block::Table(_) | Block::Text(_) => None,
    });
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        other => panic!("{other:?} is no text"),
    };
    tables
        .flatten()
        .map(|row| {
            let question = text(&row[0]);
            let id = question.split(' ').next().unwrap_or_default().to_owned();
            (id, text(&row[1]))
        })
        .collect()
}

#[test]
fn no_answer_swapped_for_not_applicable_improves_a_verdict_without_being_named() {
    let asked = &*ASKED;
    let mut runner = TestRunner::deterministic();
    let chosen = proptest::collection::vec((any::<Index>(), any::<bool>()), SWAPS);
    let mut improved: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..REGIONS {
        let drafts = drafts().new_tree(&mut runner).unwrap().current();
        let submissions = drafts.submissions(asked);
        let (region, before) = scored(asked, submissions.clone(), drafts.weighting);
        let before = verdicts(asked, &region, &before);
        for (which, founded) in chosen.new_tree(&mut runner).unwrap().current() {
            let given = |answer: Answer| matches!(answer, Answer::Answered(_)) && !answer.nothing_needed();
            let Some((book, row)) = find(&submissions, given, which) else {
                continue;
            };
            let mut swapped = submissions.clone();
            // The reader makes this of it where the law asks and no ground is given.
            let unfounded = asked.question_of(row).legal && !founded;
            let answer = if unfounded {
                Answer::Unfounded
            } else {
                Answer::NotApplicable
            };
            swapped[book].answers.set(row, answer);
            if founded {
                swapped[book].evidence.push((row, "Dat is hier niet nodig.".to_owned()));
            }
            let sender = swapped[book].municipality.clone();
            let sender = sender.unwrap_or_else(|| swapped[book].region.clone());
            let (region, after) = scored(asked, swapped, drafts.weighting);
            let better: Vec<String> = verdicts(asked, &region, &after)
                .into_iter()
                .filter(|(of, verdict)| *verdict > before[of])
                .map(|(of, _)| of)
                .collect();
            if better.is_empty() {
                continue;
            }
            let swap = (asked.rows[row].id.clone(), sender);
            assert!(
                named(asked, &region, &after).contains(&swap),
                "{swap:?} improved {better:?}"
            );
            for of in better {
                let kind = if of.contains(" in ") {
                    "white spot"
                } else {
                    of.split(' ').next().unwrap()
                };
                *improved.entry(kind.to_owned()).or_default() += 1;
            }
        }
    }
    // Every kind of verdict was improved by some swap, so that the test has something to find.
    for kind in ["step", "theme", "eer", "legal", "white spot"] {
        assert!(
            improved.get(kind).is_some_and(|&times| times >= 5),
            "{kind}: {improved:?}"
        );
    }
}
