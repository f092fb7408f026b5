//! The built-in edition keeps every promise made about it: size, coverage, and who is asked what.

use std::path::Path;

use crate::programs::files_in;
use ketenscan::questionnaire::{Questionnaire, Role, STEPS, ThemeIndex, builtin, check_complete, counts, regions};

fn count(questionnaire: &Questionnaire, holds: impl Fn(&ketenscan::questionnaire::Question) -> bool) -> usize {
    questionnaire
        .questions
        .iter()
        .filter(|question| holds(question))
        .count()
}

fn theme(questionnaire: &Questionnaire, key: &str) -> ThemeIndex {
    questionnaire
        .themes
        .position(|theme| theme.key == key)
        .expect("a theme of the edition")
}

#[test]
fn the_edition_has_all_its_parts() {
    let problems = check_complete(&builtin());
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn it_takes_an_evening_not_a_week() {
    let counts = counts(&builtin());
    assert!((75..=100).contains(&counts.questions), "{counts:?}");
    assert!(counts.municipal_rows <= 48, "{counts:?}");
}

/// The number of lines in the edition's files that are this, or begin with it and a space.
fn lines(begin: &str) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/2026");
    let paths = files_in(&folder).into_iter().chain(files_in(&folder.join("steps")));
    let files = paths.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    let texts = files.map(|path| std::fs::read_to_string(path).expect("a text"));
    let begins = |line: &&str| {
        line.strip_prefix(begin)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    texts.map(|text| text.lines().filter(begins).count()).sum()
}

#[test]
fn every_question_in_the_files_is_loaded() {
    let questionnaire = builtin();
    assert_eq!(questionnaire.questions.len(), lines("[[question]]"));
    // One step has a short name, and every question.
    assert_eq!(questionnaire.questions.len() + 1, lines("short"));
    assert_eq!(questionnaire.rules.len(), lines("[[rule]]"));
    assert_eq!(questionnaire.recommendations.len(), lines("[[recommendation]]"));
    let handovers = count(&questionnaire, |question| question.handover.is_some());
    assert_eq!(handovers, lines("handover"));
    let legal = count(&questionnaire, |question| question.legal);
    assert_eq!(legal, lines("legal = true"));
    for kind in ["level", "yes_no", "share", "capacity", "count"] {
        let asked = count(&questionnaire, |question| question.kind.key() == kind);
        assert_eq!(asked, lines(&format!("kind = \"{kind}\"")), "{kind}");
        assert_ne!(asked, 0, "{kind}");
    }
}

#[test]
fn every_step_of_the_chain_can_differ_between_practices() {
    let questionnaire = builtin();
    for step in 1..STEPS {
        assert!(
            count(&questionnaire, |question| question.step == step
                && question.per_practice)
                > 0,
            "step {step}"
        );
    }
}

#[test]
fn the_core_themes_have_most_of_the_weight() {
    let questionnaire = builtin();
    let weight = |core: bool| -> f64 {
        let questions = questionnaire.questions.iter();
        questions
            .filter(|question| questionnaire.themes[question.theme].core == core)
            .map(|question| question.weight)
            .sum()
    };
    assert!(
        weight(true) > weight(false),
        "core {} other {}",
        weight(true),
        weight(false)
    );
    let steps = |key: &str| -> Vec<usize> {
        let theme = theme(&questionnaire, key);
        (0..STEPS)
            .filter(|&step| {
                count(&questionnaire, |question| {
                    question.step == step && question.theme == theme
                }) > 0
            })
            .collect()
    };
    assert_eq!(steps("aandachtsfunctionarissen"), [0, 1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(steps("expertise"), [1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(steps("opvangcapaciteit"), [0, 4, 5, 6, 7]);
    for step in [0, 1, 2, 3, 5, 6, 7] {
        assert!(
            steps("informele-netwerken").contains(&step),
            "informal networks in step {step}"
        );
    }
}

#[test]
fn partners_are_asked_enough_and_experts_by_experience_not_too_much() {
    let questionnaire = builtin();
    for (index, perspective) in questionnaire.perspectives.indexed() {
        if perspective.key == "regio" || perspective.joint {
            continue;
        }
        let asked = count(&questionnaire, |question| {
            question.role == Role::Region && question.ask.contains(&index)
        });
        assert!(asked >= 8, "{} is asked {asked}", perspective.key);
        if perspective.informal {
            assert!(asked <= 15, "{} is asked {asked}", perspective.key);
        }
    }
}

#[test]
fn only_legal_requirements_are_called_legal() {
    let questionnaire = builtin();
    let legal: Vec<&str> = questionnaire
        .questions
        .iter()
        .filter(|question| question.legal)
        .map(|question| question.id.as_str())
        .collect();
    assert_eq!(legal, ["ADV-06", "ADV-07", "MEL-07", "MEL-08", "BES-05"]);
}

#[test]
fn every_recommendation_is_cited_with_chapter_and_section() {
    let questionnaire = builtin();
    for recommendation in &questionnaire.recommendations {
        assert!(
            !recommendation.chapter.is_empty() && !recommendation.section.is_empty(),
            "{}",
            recommendation.id
        );
    }
    // There are 91 recommendations in the Routekaart.
    let routekaart = questionnaire
        .recommendations
        .iter()
        .filter(|known| known.id.starts_with('R'))
        .count();
    assert_eq!(routekaart, 91);
}

#[test]
fn the_regions_are_those_of_the_appendix() {
    let regions = regions();
    assert_eq!(regions.len(), 29);
    let numbers: Vec<&str> = regions.iter().map(|region| region.number.as_str()).collect();
    assert!(numbers.contains(&"27a") && numbers.contains(&"27b"));
    assert!(
        regions
            .iter()
            .all(|region| !region.name.is_empty() && !region.centre_municipalities.is_empty())
    );
}
