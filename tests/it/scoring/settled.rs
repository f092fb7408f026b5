//! What people agreed on together, beside what each perspective answered separately.

use super::*;
use ketenscan::scoring::answer::State;
use ketenscan::scoring::lenses::settled::{Moved, Settled};
use ketenscan_testing::region::Scored;

/// The settled rows: of whom, which, and how the answers moved.
fn moves<'a>(found: &'a Scored) -> Vec<(&'a str, &'a str, Moved)> {
    let moved = |settled: &Settled| (found.names(&[settled.entity])[0], found.id(settled.row), settled.moved);
    found.score.settled.iter().map(moved).collect()
}

#[test]
fn a_joint_answer_is_above_below_at_or_between_the_separate_ones() {
    let ids = ["PRE-01", "PRE-02", "PRE-03", "PRE-04", "PRE-05", "PRE-06"];
    let asked = asking(&ids.map(|id| (id, "")));
    let book = |perspective: &str, levels: [u8; 6]| {
        let book = Workbook::of_municipality(&asked, "A").seen_from(perspective);
        let rows = ids.iter().zip(levels);
        rows.fold(book, |book, (id, given)| book.says(id, level(given)))
    };
    let found = scored(
        &asked,
        [
            book("gemeente", [1, 1, 1, 1, 1, 2]),
            book("opvang", [3, 3, 3, 3, 3, 2]),
            book(JOINT, [4, 3, 2, 1, 0, 2]),
        ],
    );
    let expected = [
        ("A", "PRE-01", Moved::AboveAll(75.0)),
        ("A", "PRE-02", Moved::ToHighest),
        ("A", "PRE-03", Moved::Between),
        ("A", "PRE-04", Moved::ToLowest),
        ("A", "PRE-05", Moved::BelowAll(25.0)),
        ("A", "PRE-06", Moved::Same),
    ];
    assert_eq!(moves(&found), expected);
}

#[test]
fn separate_answers_are_the_means_of_each_perspective_of_that_entity_alone() {
    let asked = asking(&[("PRE-01", "")]);
    let book = |name: &str, perspective: &str, who: &str, given| {
        let book = Workbook::of_municipality(&asked, name).seen_from(perspective);
        book.filled_in_by(who).says("PRE-01", given)
    };
    let found = scored(
        &asked,
        [
            book("A", "gemeente", "een", level(1)),
            book("A", "gemeente", "twee", level(2)),
            book("A", "veilig-thuis", "een", Unknown),
            book("A", "opvang", "een", Missing),
            book("A", JOINT, "allen", level(2)),
            book("B", "opvang", "een", level(4)),
        ],
    );
    // (25 + 50) / 2 is the mean of the municipality; 50 is above it. Others' answers do not count, nor does a blank.
    let [settled] = found.score.settled.as_slice() else {
        panic!("{:?}", found.score.settled);
    };
    assert_eq!(settled.moved, Moved::AboveAll(37.5));
    let key = |perspective: PerspectiveIndex| asked.perspectives[perspective].key.as_str();
    let separate = settled
        .separate
        .iter()
        .map(|&(perspective, state)| (key(perspective), state));
    assert_eq!(
        separate.collect::<Vec<_>>(),
        [("gemeente", State::Answered(37.5)), ("veilig-thuis", State::Unknown)]
    );
    assert_eq!(settled.joint, State::Answered(50.0));
}

#[test]
fn what_was_agreed_not_to_apply_is_settled_and_what_nobody_knows_is_not() {
    let ids = ["PRE-01", "PRE-02", "PRE-03", "PRE-04", "PRE-05", "PRE-06"];
    let asked = asking(&ids.map(|id| (id, "")));
    let own = Workbook::of_municipality(&asked, "A")
        .says("PRE-01", level(3))
        .says("PRE-02", NotApplicable)
        .says("PRE-04", level(3))
        .says("PRE-05", level(3));
    let joint = Workbook::of_municipality(&asked, "A")
        .seen_from(JOINT)
        .says("PRE-01", NotApplicable)
        .says("PRE-02", NotApplicable)
        .says("PRE-03", NotApplicable)
        .says("PRE-04", Unknown)
        .says("PRE-06", level(0));
    let found = scored(&asked, [own, joint]);
    let expected = [
        ("A", "PRE-01", Moved::NoLongerApplies),
        ("A", "PRE-02", Moved::Same),
        ("A", "PRE-03", Moved::New),
        ("A", "PRE-06", Moved::New),
    ];
    assert_eq!(moves(&found), expected);
}

#[test]
fn the_region_comes_first_and_municipalities_by_name_each_with_the_rows_of_its_role() {
    let asked = asking(&[("PRE-01", ""), ("PRE-02", "role = 'regio'")]);
    let joint = |name: &str| Workbook::of_municipality(&asked, name).seen_from(JOINT);
    let found = scored(
        &asked,
        [
            joint("Zee").says("PRE-01", level(1)),
            joint("Aa").says("PRE-01", level(1)),
            Workbook::of_municipality(&asked, "Bee").says("PRE-01", level(1)),
            Workbook::of_region(&asked).seen_from(JOINT).says("PRE-02", level(1)),
        ],
    );
    let expected = [
        (region::REGION, "PRE-02", Moved::New),
        ("Aa", "PRE-01", Moved::New),
        ("Zee", "PRE-01", Moved::New),
    ];
    assert_eq!(moves(&found), expected);
}
