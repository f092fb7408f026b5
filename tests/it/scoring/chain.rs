//! The chain, and where a case stalls.

use super::*;

#[test]
fn the_earlier_of_two_weakest_steps_is_named() {
    let asked = chain_of_levels();
    let workbook = levels_of_steps(Workbook::of_municipality(&asked, "A"), [4, 3, 1, 2, 1, 4, 3]);
    let chain = scored(&asked, [workbook]).score.chain;
    assert_eq!(chain.weakest_step, Some(3));
    // (100 + 75 + 25 + 50 + 25 + 100 + 75) / 7.
    assert_near(chain.score, 450.0 / 7.0);
}

#[test]
fn the_weakest_step_has_a_score_and_is_never_the_foundation() {
    let ids = [
        "RVW-01", "RVW-02", "PRE-01", "PRE-02", "VRO-01", "VRO-02", "ADV-01", "ADV-02",
    ];
    let asked = asking(&ids.map(|id| (id, "")));
    let given = [level(0), Unknown, level(4), level(3)];
    let given = given.iter().flat_map(|&answer| [answer, answer]);
    let book = Workbook::of_municipality(&asked, "A");
    let a = ids
        .iter()
        .zip(given)
        .fold(book, |book, (id, answer)| book.says(id, answer));
    let chain = scored(&asked, [a]).score.chain;
    assert_eq!(chain.weakest_step, Some(3));
    // Steps 4 to 7 ask nothing here, so the chain as a whole has no figures.
    assert_eq!(
        (chain.score, chain.low, chain.high, chain.steps_at_norm),
        (None, None, None, 2)
    );
}

/// A step with two general questions and two about practices, of which the second is about vgv only.
const LINKS: [(&str, &str); 4] = [
    ("PRE-01", "weight = 3"),
    ("PRE-02", ""),
    ("PRE-03", "per_practice = true; weight = 2"),
    ("PRE-04", "per_practice = true; practices = ['vgv']; weight = 2"),
];

/// The link of step 1 for a practice.
fn first_link(found: &scoring::Continuity) -> (Option<f64>, Option<f64>, Option<f64>, LinkState, Option<LinkPart>) {
    let link = &found.steps[0];
    (link.score, link.low, link.high, link.state, link.weakest)
}

#[test]
fn a_link_takes_the_weaker_of_its_two_parts_with_the_full_weight_of_each_question() {
    let asked = asking(&LINKS);
    let a = Workbook::of_municipality(&asked, "A")
        .says_everywhere(level(4))
        .says("PRE-01", level(2))
        .says("PRE-02", level(0))
        .says("PRE-04.vgv", level(0));
    let found = scored(&asked, [a]);
    // General (3·50 + 0) / 4 = 37.5. Own of vgv (2·100 + 2·0) / 4 = 50; with a quarter of PRE-03 it would be 20.
    let weak_general = (
        Some(37.5),
        Some(37.5),
        Some(37.5),
        LinkState::Stalls,
        Some(LinkPart::General),
    );
    assert_eq!(first_link(&found.practice("vgv")), weak_general);
    assert_eq!(first_link(&found.practice("eer")), weak_general);
}

#[test]
fn both_parts_exactly_at_the_threshold_hold_a_case() {
    let asked = asking(&LINKS);
    let a = Workbook::of_municipality(&asked, "A").says_everywhere(level(2));
    let held = (
        Some(50.0),
        Some(50.0),
        Some(50.0),
        LinkState::Holds,
        Some(LinkPart::General),
    );
    let found = scored(&asked, [a]);
    assert_eq!(first_link(&found.practice("vgv")), held);
    assert_eq!(
        (found.practice("vgv").unbroken, found.practice("vgv").uncertain_at),
        (1, Some(2))
    );
}

#[test]
fn a_silent_own_part_is_never_replaced_by_what_holds_for_every_practice() {
    let asked = asking(&LINKS);
    let a = Workbook::of_municipality(&asked, "A")
        .says_everywhere(level(4))
        .says("PRE-03.eer", Unknown)
        .says("PRE-03.achterlating", NotApplicable);
    let found = scored(&asked, [a]);
    // Nobody knows about eer: 0 to 100. Nothing about achterlating applies: only the general part is left.
    let silent = (None, Some(0.0), Some(100.0), LinkState::Uncertain, None);
    assert_eq!(first_link(&found.practice("eer")), silent);
    let alone = (Some(100.0), Some(100.0), Some(100.0), LinkState::Uncertain, None);
    assert_eq!(first_link(&found.practice("achterlating")), alone);
    assert_eq!(first_link(&found.practice("vgv")).3, LinkState::Holds);
}

#[test]
fn a_link_of_which_nothing_applies_is_unknown() {
    let asked = asking(&LINKS);
    let a = Workbook::of_municipality(&asked, "A").says_everywhere(NotApplicable);
    let found = scored(&asked, [a]).practice("vgv");
    assert_eq!(first_link(&found), (None, None, None, LinkState::Unknown, None));
    assert_eq!(
        (found.unbroken, found.stalls_at, found.uncertain_at),
        (0, None, Some(1))
    );
}

#[test]
fn the_range_of_a_link_decides_and_not_its_score() {
    let asked = asking(&[("PRE-01", ""), ("PRE-02", "per_practice = true")]);
    let book = |name: &str, vgv, eer| {
        Workbook::of_municipality(&asked, name)
            .says_everywhere(level(4))
            .says("PRE-02.vgv", vgv)
            .says("PRE-02.eer", eer)
    };
    // vgv: 100, 0 and one unknown: score 50, from 33 to 67. eer: 25, 25 and one unknown: 17 to 50, which may be enough.
    let found = scored(
        &asked,
        [
            book("A", level(4), level(1)),
            book("B", level(0), level(1)),
            book("C", Unknown, Unknown),
        ],
    );
    let vgv = &found.practice("vgv").steps[0];
    assert_near(vgv.score, 50.0);
    assert_near(vgv.low, 100.0 / 3.0);
    assert_near(vgv.high, 200.0 / 3.0);
    assert_eq!((vgv.state, vgv.weakest), (LinkState::Uncertain, Some(LinkPart::Own)));
    let eer = &found.practice("eer").steps[0];
    assert_near(eer.high, 50.0);
    assert_eq!(eer.state, LinkState::Uncertain);
}

/// Per step of the chain a general question and one per practice.
fn chain_of_links() -> Questionnaire {
    asking(&[CHAIN.map(|id| (id, "")), SECOND.map(|id| (id, "per_practice = true"))].concat())
}

#[test]
fn a_practice_for_which_nothing_is_organised_stalls_at_step_1_however_good_the_rest_is() {
    let asked = chain_of_links();
    let mut a = Workbook::of_municipality(&asked, "A").says_everywhere(level(3));
    for row in asked.rows.iter().filter(|row| row.id.ends_with(".achterlating")) {
        a = a.says(&row.id, level(0));
    }
    let found = scored(&asked, [a]);
    let stalled = found.practice("achterlating");
    assert_eq!(
        (stalled.unbroken, stalled.stalls_at, stalled.uncertain_at),
        (0, Some(1), None)
    );
    for practice in ["vgv", "huwelijksdwang", "eer"] {
        let held = found.practice(practice);
        assert_eq!((held.unbroken, held.stalls_at, held.uncertain_at), (7, None, None));
    }
}

#[test]
fn the_first_doubt_before_the_first_stall_is_found() {
    let asked = chain_of_links();
    let a = Workbook::of_municipality(&asked, "A")
        .says_everywhere(level(3))
        .says("VRO-02.vgv", Unknown)
        .says("MEL-02.vgv", level(0))
        .says("BES-02.vgv", Unknown)
        .says("ADV-02.eer", level(1))
        .says("HUL-02.eer", Unknown);
    let found = scored(&asked, [a]);
    let walked = |practice: &str| {
        let found = found.practice(practice);
        (found.unbroken, found.stalls_at, found.uncertain_at)
    };
    assert_eq!(walked("vgv"), (1, Some(4), Some(2)));
    assert_eq!(walked("eer"), (2, Some(3), None));
    assert_eq!(walked("achterlating"), (7, None, None));
}
