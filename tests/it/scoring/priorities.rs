//! What comes first: points of law, votes and the plan.

use super::*;

#[test]
fn a_legal_point_below_100_names_only_those_that_answered() {
    let legal = "legal = true; norm = 100";
    let asked = asking(&[
        ("PRE-01", legal),
        ("PRE-02", legal),
        ("PRE-03", legal),
        ("PRE-04", legal),
        ("PRE-05", ""),
        ("VRO-01", "legal = true; norm = 100; role = 'regio'"),
    ]);
    let book = |name: &str, given: [Answer; 4]| {
        let rows = ["PRE-01", "PRE-02", "PRE-03", "PRE-04"];
        let book = Workbook::of_municipality(&asked, name).says("PRE-05", level(0));
        rows.iter()
            .zip(given)
            .fold(book, |book, (row, given)| book.says(row, given))
    };
    let found = scored(
        &asked,
        [
            book("A", [level(4), level(4), Unknown, NotApplicable]),
            book("B", [level(3), level(4), Unknown, NotApplicable]),
            book("C", [Unknown, Missing, Unknown, NotApplicable]),
            Workbook::of_region(&asked).says("VRO-01", level(2)),
        ],
    );
    let listed: Vec<_> = found
        .score
        .legal
        .iter()
        .map(|p| (found.id(p.row), found.names(&p.entities)))
        .collect();
    assert_eq!(listed, [("PRE-01", vec!["B"]), ("VRO-01", vec![region::REGION])]);
}

#[test]
fn votes_are_proportions_of_the_workbooks_with_priorities() {
    let asked = asking(&[("PRE-01", ""), ("PRE-02", "role = 'regio'")]);
    let found = scored(
        &asked,
        [
            Workbook::of_municipality(&asked, "A")
                .puts_first("regie")
                .puts_first("opvang"),
            Workbook::of_municipality(&asked, "B").puts_first("opvang"),
            Workbook::of_municipality(&asked, "C"),
            Workbook::of_region(&asked).puts_first("opvang").puts_first("expertise"),
        ],
    );
    // Three of the four workbooks name priorities.
    assert_eq!(found.votes("opvang"), Some(1.0));
    assert_near(found.votes("regie"), 1.0 / 3.0);
    assert_near(found.votes("expertise"), 1.0 / 3.0);
    assert_eq!(found.votes("netwerken"), Some(0.0));
    let nobody = scored(&asked, [Workbook::of_municipality(&asked, "A")]);
    assert!(nobody.score.votes.iter().all(Option::is_none));
}

#[test]
fn the_plan_takes_the_law_first_then_weight_times_gap_then_votes_then_id() {
    let asked = asking(&[
        ("ADV-01", ""),
        ("MEL-01", "weight = 3"),
        ("PRE-01", "norm = 50"),
        ("PRE-02", "weight = 3; kind = 'share'; norm = 75"),
        ("PRE-03", "theme = 'opvang'"),
        ("PRE-10", ""),
        ("PRE-9", ""),
        ("VRO-01", "legal = true; norm = 100"),
        ("VRO-02", "legal = true; norm = 100; weight = 2"),
        ("VRO-03", "weight = 3"),
    ]);
    let a = Workbook::of_municipality(&asked, "A")
        .puts_first("opvang")
        .says("ADV-01", level(0)) // 1·75
        .says("MEL-01", level(1)) // 3·50
        .says("PRE-01", level(2)) // at its norm: not in the plan
        .says("PRE-02", of(1.0, 2.0)) // 3·25, as much as the four of weight 1 that score 0
        .says("PRE-03", level(0)) // 1·75, with a vote
        .says("PRE-10", level(0)) // 1·75
        .says("PRE-9", level(0)) // 1·75
        .says("VRO-01", level(3)) // 1·25, by law
        .says("VRO-02", level(3)) // 2·25, by law
        .says("VRO-03", Unknown); // not scored: not in the plan
    assert_eq!(
        scored(&asked, [a]).plan(),
        [
            "VRO-02", "VRO-01", "MEL-01", "PRE-03", "ADV-01", "PRE-02", "PRE-10", "PRE-9"
        ]
    );
}

#[test]
fn without_votes_equal_points_of_the_plan_are_sorted_by_id() {
    let asked = asking(&[
        ("PRE-02", ""),
        ("PRE-01", "theme = 'opvang'"),
        ("ADV-01", "theme = 'expertise'"),
    ]);
    let found = scored(
        &asked,
        [Workbook::of_municipality(&asked, "A").says_everywhere(level(1))],
    );
    assert_eq!(found.plan(), ["ADV-01", "PRE-01", "PRE-02"]);
}

#[test]
fn differences_in_the_last_bit_do_not_order_the_plan() {
    // 3 of 10 with a target of 0.4 and 3 of 5 with a target of 0.8 are both 75 except for the last bit; level 3 is 75
    // too.
    let asked = asking(&[
        ("PRE-01", "norm = 100"),
        ("PRE-02", "norm = 100; kind = 'share'; target = 0.4"),
        ("PRE-03", "norm = 100; theme = 'opvang'"),
    ]);
    let a = Workbook::of_municipality(&asked, "A")
        .puts_first("opvang")
        .says("PRE-01", level(3))
        .says("PRE-02", of(3.0, 10.0))
        .says("PRE-03", level(3));
    let found = scored(&asked, [a]);
    assert!(found.row("PRE-02").gap > found.row("PRE-01").gap);
    assert_eq!(found.plan(), ["PRE-03", "PRE-01", "PRE-02"]);
}
