//! A report for sharing names no municipality, repeats nobody's words and reveals no single answers.

use std::sync::LazyLock;

use ketenscan::answers::{Region, Submission, assemble};
use ketenscan::plan::WrittenPlan;
use ketenscan::questionnaire::{Questionnaire, Role, builtin};
use ketenscan::report::Report;
use ketenscan::report::outline::{Block, Cell};
use ketenscan::report::region::{json, outline, terminal};
use ketenscan::report::sharing::{Audience, Disclosed, disclose};
use ketenscan::scoring::{self, Weighting};
use ketenscan_testing::demo;

const NAMES: [&str; 6] = [
    "Duinstad",
    "Heuveldam",
    "Klaverbeek",
    "Rietmeer",
    "Veenwold",
    "Zandoever",
];

/// The demo's workbooks, read once for all tests.
static SUBMISSIONS: LazyLock<Vec<Submission>> = LazyLock::new(|| demo::submissions("map"));

/// The demo's workbooks; of municipalities, only those for which `keep` is true.
fn submissions(keep: impl Fn(&str) -> bool) -> Vec<Submission> {
    let kept = SUBMISSIONS
        .iter()
        .filter(|submission| submission.municipality.as_deref().is_none_or(&keep));
    kept.cloned().collect()
}

fn region(submissions: Vec<Submission>) -> Region {
    assemble(submissions, Vec::new()).value.remove(0)
}

fn shared<'a>(questionnaire: &'a Questionnaire, region: &'a Region, weighting: Weighting) -> Disclosed<'a> {
    disclose(Audience::Anyone, questionnaire, region, weighting).unwrap()
}

/// The whole text of a report for sharing.
fn shared_text(questionnaire: &Questionnaire, region: &Region) -> String {
    let disclosed = shared(questionnaire, region, Weighting::Equal);
    let report = disclosed.report();
    let mut text = json::write(&report).unwrap() + &terminal::write(&report);
    for part in outline(&report, &[], &WrittenPlan::default()).parts {
        for block in part.blocks {
            match block {
                Block::Text(paragraphs) => text += &paragraphs.join("\n"),
                Block::Table(table) => {
                    for cell in table.rows.into_iter().flatten() {
                        if let Cell::Text(words) = cell {
                            text += &words;
                            text.push('\n');
                        }
                    }
                }
            }
        }
    }
    text
}

#[test]
fn nobody_is_named_and_nobody_is_quoted() {
    let questionnaire = builtin();
    let region = region(submissions(|_| true));
    let evidence: Vec<&str> = region
        .submissions
        .iter()
        .flat_map(|submission| submission.evidence.iter().map(|(_, text)| text.as_str()))
        .collect();
    assert!(!evidence.is_empty(), "the demo gives evidence");
    let text = shared_text(&questionnaire, &region);
    for word in NAMES.iter().chain(&evidence).chain(&["map/", "152000"]) {
        assert!(!text.contains(word), "'{word}' is told");
    }
    for submission in &region.submissions {
        assert!(!text.contains(&submission.sha256));
    }
    assert!(text.contains("Gemeente A") && text.contains("Gemeente F"));
}

#[test]
fn no_order_reveals_the_omitted_names() {
    let questionnaire = builtin();
    let region = region(submissions(|_| true));
    let disclosed = shared(&questionnaire, &region, Weighting::Inhabitants);
    let Report {
        region: masked, score, ..
    } = disclosed.report();
    let names: Vec<&str> = masked
        .municipalities()
        .iter()
        .map(|entity| entity.name.as_str())
        .collect();
    assert_eq!(
        names,
        ["A", "B", "C", "D", "E", "F"].map(|letter| format!("Gemeente {letter}"))
    );
    let own = |name: &str| {
        let own = scoring::score(&questionnaire, &region, Weighting::Equal)
            .unwrap()
            .municipalities;
        own[NAMES.iter().position(|known| *known == name).unwrap()].steps[0]
    };
    let steps: Vec<Option<f64>> = score.municipalities.iter().map(|own| own.steps[0]).collect();
    assert_ne!(steps, NAMES.map(own), "the figures stand in the order of the names");
    let again = shared(&questionnaire, &region, Weighting::Inhabitants);
    assert_eq!(format!("{score:?}"), format!("{:?}", again.report().score));
}

#[test]
fn answers_of_one_or_two_municipalities_are_withheld_and_cannot_be_derived_by_subtraction() {
    let questionnaire = builtin();
    let two = region(submissions(|name| ["Duinstad", "Rietmeer"].contains(&name)));
    let disclosed = shared(&questionnaire, &two, Weighting::Equal);
    let shared = disclosed.report().score;
    for row in questionnaire.rows_of(Role::Municipality) {
        assert_eq!(shared.rows[row].score, None, "{}", questionnaire.rows[row].id);
    }
    assert!(
        questionnaire
            .rows_of(Role::Region)
            .any(|row| shared.rows[row].score.is_some())
    );
    assert!(
        shared
            .municipalities
            .iter()
            .all(|own| own.steps.iter().all(Option::is_none))
    );
    // The steps are based on the region's own rows only.
    let region_only = region(submissions(|_| false));
    let of_region = scoring::score(&questionnaire, &region_only, Weighting::Equal).unwrap();
    for (step, total) in shared.steps.iter().enumerate() {
        let rows = questionnaire
            .rows_of(Role::Region)
            .filter(|&row| questionnaire.question_of(row).step == step);
        let (mut sum, mut weight) = (0.0, 0.0);
        for row in rows {
            if let Some(score) = of_region.rows[row].score {
                sum += questionnaire.rows[row].weight * score;
                weight += questionnaire.rows[row].weight;
            }
        }
        if let Some(score) = total.score {
            assert!((score - sum / weight).abs() < 1e-9, "step {step}");
        }
    }
}

#[test]
fn three_municipalities_are_enough_to_show_their_mean() {
    let questionnaire = builtin();
    let three = region(submissions(|name| {
        ["Duinstad", "Heuveldam", "Veenwold"].contains(&name)
    }));
    let disclosed = shared(&questionnaire, &three, Weighting::Equal);
    let shared = disclosed.report().score;
    assert!(
        questionnaire
            .rows_of(Role::Municipality)
            .any(|row| shared.rows[row].score.is_some())
    );
}
