//! The score of a single answer.

use super::*;

#[test]
fn each_kind_of_answer_has_its_score() {
    let asked = asking(&[
        ("PRE-01", ""),
        ("PRE-02", "kind = 'yes_no'"),
        ("PRE-03", "kind = 'share'; target = 0.8"),
        ("PRE-04", "kind = 'capacity'"),
        ("PRE-05", "kind = 'count'; full_at = 2; zero_at = 14; unit = 'dagen'"),
        ("PRE-06", "kind = 'count'; full_at = 5; zero_at = 1"),
    ]);
    let one = |id: &str, answer| scored(&asked, [Workbook::of_municipality(&asked, "A").says(id, answer)]).row(id);
    for (level_given, score) in [(0, 0.0), (1, 25.0), (2, 50.0), (3, 75.0), (4, 100.0)] {
        assert_near(one("PRE-01", level(level_given)).score, score);
    }
    assert_near(one("PRE-02", choice(Choice::Yes)).score, 100.0);
    assert_near(one("PRE-02", choice(Choice::Partly)).score, 50.0);
    assert_near(one("PRE-02", choice(Choice::No)).score, 0.0);
    // 3 of 6 is 0.5; with a target of 0.8 that is 0.625. 5 of 6 exceeds the target.
    assert_near(one("PRE-03", of(3.0, 6.0)).score, 62.5);
    assert_near(one("PRE-03", of(5.0, 6.0)).score, 100.0);
    assert_near(one("PRE-03", of(0.0, 6.0)).score, 0.0);
    // 3 of 4; more than is needed counts as enough.
    assert_near(one("PRE-04", of(3.0, 4.0)).score, 75.0);
    assert_near(one("PRE-04", of(6.0, 4.0)).score, 100.0);
    // 14 days is 0 and 2 is 100, so 5 days is (14 - 5) / (14 - 2) = 0.75; beyond either end the score stays the same.
    assert_near(one("PRE-05", number(5.0)).score, 75.0);
    assert_near(one("PRE-05", number(1.0)).score, 100.0);
    assert_near(one("PRE-05", number(20.0)).score, 0.0);
    // (2 - 1) / (5 - 1) = 0.25.
    assert_near(one("PRE-06", number(2.0)).score, 25.0);
    assert_near(one("PRE-06", number(0.0)).score, 0.0);
    assert_near(one("PRE-06", number(9.0)).score, 100.0);
    for silent in [Unknown, Missing] {
        assert_eq!(one("PRE-01", silent).score, None, "a blank is never a no");
        assert_near(one("PRE-01", silent).coverage, 0.0);
    }
}

#[test]
fn a_capacity_that_is_not_needed_does_not_apply() {
    let asked = asking(&[("BES-01", "kind = 'capacity'")]);
    let found = scored(
        &asked,
        [
            Workbook::of_municipality(&asked, "A").says("BES-01", of(5.0, 0.0)),
            Workbook::of_municipality(&asked, "B").says("BES-01", of(0.0, 0.0)),
            Workbook::of_municipality(&asked, "C").says("BES-01", of(3.0, 4.0)),
        ],
    );
    // A and B do not count, so that C alone determines the score, the range and the coverage.
    let row = found.row("BES-01");
    assert_near(row.score, 75.0);
    assert_eq!((row.low, row.high, row.coverage), (row.score, row.score, Some(1.0)));
    assert_eq!(row.spread, None);
}

#[test]
fn a_per_practice_question_divides_its_weight_among_its_practices() {
    let asked = asking(&[
        ("PRE-01", "per_practice = true; weight = 3"),
        ("PRE-02", "per_practice = true; practices = ['eer', 'vgv']; weight = 1"),
        ("PRE-03", ""),
    ]);
    let rows: Vec<(&str, f64)> = asked.rows.iter().map(|row| (row.id.as_str(), row.weight)).collect();
    // 3 / 4 each for all four practices; 1 / 2 each for the two named ones.
    assert_eq!(
        rows,
        [
            ("PRE-01.vgv", 0.75),
            ("PRE-01.huwelijksdwang", 0.75),
            ("PRE-01.achterlating", 0.75),
            ("PRE-01.eer", 0.75),
            ("PRE-02.eer", 0.5),
            ("PRE-02.vgv", 0.5),
            ("PRE-03", 1.0),
        ]
    );
    let workbook = Workbook::of_municipality(&asked, "A")
        .says_everywhere(level(0))
        .says("PRE-01.vgv", level(4))
        .says("PRE-02.eer", level(2))
        .says("PRE-03", level(4));
    // (0.75·100 + 0.5·50 + 1·100) / (3 + 1 + 1) = 200 / 5.
    assert_near(scored(&asked, [workbook]).step(1).score, 40.0);
}
