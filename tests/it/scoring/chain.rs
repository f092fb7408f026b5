//! The chain, and where a case stalls.

use super::*;

#[test]
fn the_earlier_of_two_weakest_steps_is_named() {
    let asked = chain_of_levels();
    let mut workbook = Workbook::of_municipality(&asked, "A");
    for (id, given) in CHAIN.iter().zip([4, 3, 1, 2, 1, 4, 3]) {
        workbook = workbook.says(id, level(given));
    }
    let chain = scored(&asked, [workbook]).score.chain;
    assert_eq!(chain.weakest_step, Some(3));
    // (100 + 75 + 25 + 50 + 25 + 100 + 75) / 7.
    assert_near(chain.score, 450.0 / 7.0);
}

#[test]
fn the_weakest_step_has_a_score_and_is_never_the_foundation() {
    let asked = asking(&[("RVW-01", ""), ("PRE-01", ""), ("VRO-01", ""), ("ADV-01", "")]);
    let a = Workbook::of_municipality(&asked, "A")
        .says("RVW-01", level(0))
        .says("PRE-01", Unknown)
        .says("VRO-01", level(4))
        .says("ADV-01", level(3));
    let chain = scored(&asked, [a]).score.chain;
    assert_eq!(chain.weakest_step, Some(3));
    // Steps 4 to 7 ask nothing here, so the chain as a whole has no figures.
    assert_eq!(
        (chain.score, chain.low, chain.high, chain.steps_at_norm),
        (None, None, None, 2)
    );
}

#[test]
fn a_case_stalls_at_the_first_step_below_the_threshold_and_counting_stops_at_an_unknown_one() {
    let asked = asking(&[
        ("RVW-01", ""),
        ("PRE-01", "per_practice = true"),
        ("VRO-01", "per_practice = true; practices = ['vgv', 'huwelijksdwang']"),
        ("VRO-02", "per_practice = true; practices = ['eer']"),
        ("ADV-01", ""),
    ]);
    let a = Workbook::of_municipality(&asked, "A")
        .says("RVW-01", level(0))
        .says("PRE-01.vgv", level(1))
        .says("PRE-01.huwelijksdwang", level(2))
        .says("PRE-01.achterlating", level(3))
        .says("PRE-01.eer", level(4))
        .says("VRO-01.vgv", level(4))
        .says("VRO-01.huwelijksdwang", level(4))
        .says("VRO-02.eer", Unknown)
        .says("ADV-01", level(0));
    let found = scored(&asked, [a]);
    let walked = |practice: &str| {
        let found = found.practice(practice);
        (found.unbroken, found.stalls_at, found.unknown_at)
    };
    // 25 is below 50 at once, however good step 2 is.
    assert_eq!(walked("vgv"), (0, Some(1), None));
    // 50 is exactly enough, 100 is, and 0 is not.
    assert_eq!(walked("huwelijksdwang"), (2, Some(3), None));
    // Step 2 does not ask about achterlating and nobody knows about eer: the stall at step 3 is not counted.
    assert_eq!(walked("achterlating"), (1, None, Some(2)));
    assert_eq!(walked("eer"), (1, None, Some(2)));
    let steps = found.practice("eer").steps;
    assert_eq!(steps, [Some(100.0), None, Some(0.0), None, None, None, None]);
}

#[test]
fn a_case_that_stalls_nowhere_reaches_the_end() {
    let asked = chain_of_levels();
    let found = scored(
        &asked,
        [Workbook::of_municipality(&asked, "A").says_everywhere(level(2))],
    );
    let practice = found.practice("achterlating");
    assert_eq!(
        (practice.unbroken, practice.stalls_at, practice.unknown_at),
        (7, None, None)
    );
}
