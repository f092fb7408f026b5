//! Questions, steps and themes.

use super::*;

#[test]
fn the_worked_example_is_reproduced() {
    let asked = asking(&[
        ("PRE-01", "weight = 2; norm = 75"),
        ("PRE-02", "kind = 'share'; target = 1; weight = 1; norm = 100"),
    ]);
    let region = Workbook::of_region(&asked)
        .expects("A", None)
        .expects("B", None)
        .expects("C", None);
    let a = Workbook::of_municipality(&asked, "A")
        .says("PRE-01", level(3))
        .says("PRE-02", of(2.0, 4.0));
    let b = Workbook::of_municipality(&asked, "B")
        .says("PRE-01", Unknown)
        .says("PRE-02", of(3.0, 3.0));
    let found = scored(&asked, [region, a, b]);

    // A scores 75; B and C are unknown: l = 75 / 3, u = (75 + 200) / 3.
    let first = found.row("PRE-01");
    assert_near(first.score, 75.0);
    assert_near(first.low, 25.0);
    assert_near(first.high, 275.0 / 3.0);
    assert_near(first.coverage, 1.0 / 3.0);
    assert_near(first.gap, 0.0);
    assert_eq!(first.spread, None);
    // A scores 50 and B 100; C is unknown: l = 150 / 3, u = (150 + 100) / 3.
    let second = found.row("PRE-02");
    assert_near(second.score, 75.0);
    assert_near(second.low, 50.0);
    assert_near(second.high, 250.0 / 3.0);
    assert_near(second.coverage, 2.0 / 3.0);
    assert_near(second.gap, 25.0);
    assert_near(second.spread, 50.0);

    // Weights 2 and 1. S = (2·75 + 75) / 3 = 75 is withheld, as C = (2·1/3 + 2/3) / 3 = 4/9 < 1/2.
    for total in [found.step(1), found.theme("regie")] {
        assert_eq!(total.score, None);
        assert_near(total.low, 100.0 / 3.0);
        assert_near(total.high, 800.0 / 9.0);
        assert_near(total.coverage, 4.0 / 9.0);
        assert_near(total.norm, 250.0 / 3.0);
        assert_eq!((total.gap, total.applicable), (None, Some(1.0)));
        assert_eq!((total.scored, total.status), (2, Status::Insufficient));
    }
    // A link and a municipality's own score have no minimum coverage: 75, and (2·75 + 50) / 3.
    assert_near(found.practice("vgv").steps[0].score, 75.0);
    assert_near(found.own_score("A", 1), 200.0 / 3.0);
    assert_eq!(found.own_score("B", 1), Some(100.0));
}

#[test]
fn if_everything_is_unknown_there_are_ranges_but_no_scores() {
    let asked = chain_of_levels();
    let silent = ["A", "B"].map(|name| Workbook::of_municipality(&asked, name).says_everywhere(Unknown));
    let found = scored(&asked, silent);
    for id in CHAIN {
        let row = found.row(id);
        assert_eq!((row.score, row.gap, row.spread), (None, None, None));
        assert_eq!((row.low, row.high, row.coverage), (Some(0.0), Some(100.0), Some(0.0)));
    }
    for total in (1..8).map(|step| found.step(step)).chain([found.theme("regie")]) {
        assert_eq!((total.score, total.gap, total.norm), (None, None, Some(75.0)));
        assert_eq!(
            (total.low, total.high, total.coverage),
            (Some(0.0), Some(100.0), Some(0.0))
        );
        assert_eq!(total.status, Status::Insufficient);
    }
    let chain = found.score.chain;
    assert_eq!((chain.score, chain.low, chain.high), (None, Some(0.0), Some(100.0)));
    assert_eq!((chain.weakest_step, chain.steps_at_norm), (None, 0));
    let practice = found.practice("eer");
    assert_eq!(
        (practice.unbroken, practice.stalls_at, practice.uncertain_at),
        (0, None, Some(1))
    );
    assert_eq!(found.names(&found.white_spot("opvang").unknown), ["A", "B"]);
    assert_eq!(found.score.perspectives, [(PerspectiveIndex::default(), [None; 8])]);
    assert!(found.plan().is_empty() && found.score.agenda.is_empty() && found.score.legal.is_empty());
}

#[test]
fn if_nothing_applies_there_are_no_figures() {
    let asked = chain_of_levels();
    let found = scored(
        &asked,
        ["A", "B"].map(|name| Workbook::of_municipality(&asked, name).says_everywhere(NotApplicable)),
    );
    for id in CHAIN {
        assert_eq!(found.row(id), nobody());
    }
    for total in (0..8)
        .map(|step| found.step(step))
        .chain([found.theme("regie"), found.theme("opvang")])
    {
        assert_eq!((total.score, total.low, total.high), (None, None, None));
        assert_eq!((total.norm, total.gap, total.coverage), (None, None, None));
        assert_eq!(total.applicable, None);
        assert_eq!(total.status, Status::Insufficient);
    }
    let chain = found.score.chain;
    assert_eq!(
        (chain.score, chain.low, chain.high, chain.weakest_step),
        (None, None, None, None)
    );
    assert_eq!(
        found.cell(1, "regie").map(|cell| (cell.score, cell.scored)),
        Some((None, 0))
    );
    assert_eq!(found.names(&found.white_spot("opvang").unknown), ["A", "B"]);
    assert!(found.plan().is_empty() && found.score.legal.is_empty());
}

#[test]
fn a_question_that_applies_to_nobody_does_not_count_in_its_step() {
    let asked = asking(&[
        ("PRE-01", "norm = 50"),
        ("PRE-02", "norm = 50"),
        ("PRE-03", "norm = 100; weight = 2"),
    ]);
    let a = Workbook::of_municipality(&asked, "A")
        .says("PRE-01", level(1))
        .says("PRE-02", level(1))
        .says("PRE-03", NotApplicable);
    let step = scored(&asked, [a]).step(1);
    assert_eq!(
        (step.score, step.norm, step.gap, step.scored),
        (Some(25.0), Some(50.0), Some(25.0), 2)
    );
    assert_eq!((step.coverage, step.applicable), (Some(1.0), Some(0.5)));
    assert_eq!(step.status, Status::BelowNorm);
}

#[test]
fn what_does_not_apply_counts_within_a_row_too() {
    let asked = asking(&[("PRE-01", ""), ("PRE-02", "weight = 3")]);
    let book = |name: &str, second| {
        let book = Workbook::of_municipality(&asked, name);
        book.says("PRE-01", level(4)).says("PRE-02", second)
    };
    let step = |c, d| {
        let books = [
            book("A", level(4)),
            book("B", NotApplicable),
            book("C", c),
            book("D", d),
        ];
        scored(&asked, books).step(1)
    };
    // A = (1·1 + 3·1/4) / 4 = 7/16: one "ja" among what does not apply gives no score; unknown does, at C = (1 + 3/2)/4.
    let spared = step(NotApplicable, NotApplicable);
    assert_eq!((spared.applicable, spared.coverage), (Some(0.4375), Some(1.0)));
    assert_eq!(
        (spared.score, spared.gap, spared.status),
        (None, None, Status::Insufficient)
    );
    assert_eq!(
        (spared.low, spared.high, spared.norm),
        (Some(100.0), Some(100.0), Some(75.0))
    );
    // A = (1 + 3·2/4) / 4 = 5/8. If what does not apply were unknown: L = (100 + 3·50) / 4 and C = (1 + 3/2) / 4.
    let enough = step(level(4), NotApplicable);
    assert_eq!((enough.applicable, enough.status), (Some(0.625), Status::AtNorm));
    assert_eq!((enough.strict.low, enough.strict.high), (Some(62.5), Some(100.0)));
    assert_eq!(enough.strict.status, Status::Uncertain);
    assert!(enough.owes_to_not_applicable());
}

#[test]
fn one_scored_row_is_too_few_for_a_score() {
    let asked = asking(&[("PRE-01", "weight = 3"), ("PRE-02", "")]);
    let book = |second| {
        Workbook::of_municipality(&asked, "A")
            .says("PRE-01", level(4))
            .says("PRE-02", second)
    };
    for second in [Unknown, NotApplicable] {
        let found = scored(&asked, [book(second)]);
        assert_eq!((found.step(1).score, found.theme("regie").score), (None, None));
        assert_eq!((found.step(1).scored, found.step(1).gap), (1, None));
        // A municipality's own score and a perspective need no two rows.
        assert_eq!(found.own_score("A", 1), Some(100.0));
        assert_eq!(found.perspectives(1), [("gemeente", Some(100.0))]);
    }
}

#[test]
fn one_municipality_alone_is_the_region() {
    let asked = chain_of_levels();
    let levels = [3, 1, 4, 2, 3, 0, 3];
    let workbook = levels_of_steps(Workbook::of_municipality(&asked, "A"), levels);
    let found = scored(&asked, [workbook]);
    for (step, given) in (1..).zip(levels) {
        let score = 25.0 * f64::from(given);
        let total = found.step(step);
        assert_eq!(
            (total.score, total.low, total.high),
            (Some(score), Some(score), Some(score))
        );
        assert_eq!(found.own_score("A", step), Some(score));
        assert_eq!(found.row(CHAIN[step - 1]).spread, None);
    }
    // (75 + 25 + 100 + 50 + 75 + 0 + 75) / 7; steps 1, 3, 5 and 7 reach 75.
    let chain = found.score.chain;
    assert_near(chain.score, 400.0 / 7.0);
    assert_eq!((chain.low, chain.high), (chain.score, chain.score));
    assert_eq!((chain.weakest_step, chain.steps_at_norm), (Some(6), 4));
    assert_eq!(found.own_score("A", 0), None);
}

#[test]
fn a_step_exactly_at_its_norm_is_at_the_norm_despite_rounding() {
    // 6 of 10 with a target of 0.8 is 75, or 74.99999999999999 in floating point.
    let asked = asking(&[
        ("PRE-01", "kind = 'share'; target = 0.8"),
        (
            "PRE-02",
            "per_practice = true; practices = ['vgv', 'eer', 'achterlating']",
        ),
    ]);
    let a = Workbook::of_municipality(&asked, "A")
        .says_everywhere(level(3))
        .says("PRE-01", of(6.0, 10.0));
    let found = scored(&asked, [a]);
    assert_near(found.step(1).score, 75.0);
    assert_near(found.step(1).gap, 0.0);
    assert_eq!(found.step(1).status, Status::AtNorm);
    assert_eq!(found.score.chain.steps_at_norm, 1);
    assert_eq!(found.plan(), [""; 0]);
}

#[test]
fn the_status_compares_the_norm_with_the_range() {
    let asked = asking_with(
        "minimum_coverage = 0.25",
        &[("PRE-01", "norm = 50"), ("PRE-02", "norm = 50")],
        "",
    );
    let status = |levels: &[Option<u8>]| {
        let books = levels.iter().zip(["A", "B", "C", "D"]).map(|(given, name)| {
            let book = Workbook::of_municipality(&asked, name);
            book.says_everywhere(given.map_or(Unknown, level))
        });
        let step = scored(&asked, books).step(1);
        (step.low.unwrap(), step.high.unwrap(), step.status)
    };
    assert_eq!(status(&[Some(4), None]), (50.0, 100.0, Status::AtNorm));
    assert_eq!(status(&[Some(3), None]), (37.5, 87.5, Status::Uncertain));
    // If the highest possible score equals the norm, the norm may still be reached.
    assert_eq!(status(&[Some(0), None]), (0.0, 50.0, Status::Uncertain));
    assert_eq!(
        status(&[Some(0), Some(0), Some(0), None]),
        (0.0, 25.0, Status::BelowNorm)
    );
}

#[test]
fn coverage_of_exactly_one_half_shows_the_score_and_one_third_withholds_it() {
    let asked = asking(&[("PRE-01", ""), ("PRE-02", "")]);
    let answered = Workbook::of_municipality(&asked, "A").says_everywhere(level(3));
    let silent = |name: &str| Workbook::of_municipality(&asked, name).says_everywhere(Unknown);
    let half = scored(&asked, [answered.clone(), silent("B")]).step(1);
    assert_eq!((half.coverage, half.score), (Some(0.5), Some(75.0)));
    let third = scored(&asked, [answered, silent("B"), silent("C")]).step(1);
    assert_near(third.coverage, 1.0 / 3.0);
    assert_eq!((third.score, third.status), (None, Status::Insufficient));
    assert_eq!((third.low, third.norm, third.gap), (Some(25.0), Some(75.0), None));
}

#[test]
fn coverage_of_one_half_despite_rounding_shows_the_score() {
    // Weights 2, 1/3 and 2 with coverages 0, 1/2 and 1: (1/6 + 2) / (13/3) = 1/2, or 0.4999999999999999.
    let asked = asking(&[
        ("PRE-01", "weight = 2"),
        (
            "PRE-02",
            "per_practice = true; practices = ['vgv', 'eer', 'achterlating']",
        ),
        ("PRE-03", "weight = 2"),
    ]);
    let book = |name: &str, vgv| {
        Workbook::of_municipality(&asked, name)
            .says_everywhere(NotApplicable)
            .says("PRE-01", Unknown)
            .says("PRE-02.vgv", vgv)
            .says("PRE-03", level(4))
    };
    let (a, b) = (book("A", level(4)), book("B", Unknown));
    let step = scored(&asked, [a, b]).step(1);
    assert!(step.coverage.is_some_and(|coverage| coverage < 0.5));
    assert_near(step.score, 100.0);
}

#[test]
fn a_strength_never_compensates_for_a_shortfall() {
    let asked = asking(&[("PRE-01", "norm = 50; weight = 2"), ("PRE-02", "norm = 100")]);
    let a = Workbook::of_municipality(&asked, "A")
        .says("PRE-01", level(4))
        .says("PRE-02", level(2));
    let step = scored(&asked, [a]).step(1);
    // S = (2·100 + 50) / 3, N = (2·50 + 100) / 3, G = (2·0 + 50) / 3: at its norm, with a shortfall.
    assert_near(step.score, 250.0 / 3.0);
    assert_near(step.norm, 200.0 / 3.0);
    assert_near(step.gap, 50.0 / 3.0);
    assert_eq!(step.status, Status::AtNorm);
}

#[test]
fn inhabitants_weight_the_municipalities_but_not_the_region_itself() {
    let asked = asking(&[("PRE-01", ""), ("VRO-01", "role = 'regio'")]);
    let books = || {
        [
            Workbook::of_region(&asked)
                .expects("A", Some(1000.0))
                .expects("B", Some(3000.0))
                .expects("C", Some(4000.0))
                .says("VRO-01", level(2)),
            Workbook::of_municipality(&asked, "A").says("PRE-01", level(4)),
            Workbook::of_municipality(&asked, "B").says("PRE-01", level(0)),
            Workbook::of_municipality(&asked, "C").says("PRE-01", Unknown),
        ]
    };
    let weighed = scored_by(Weighting::Inhabitants, &asked, books());
    // s = 1000·100 / 4000; l = 100 000 / 8000; u = (100 000 + 4000·100) / 8000; c = 4000 / 8000.
    let row = weighed.row("PRE-01");
    assert_near(row.score, 25.0);
    assert_near(row.low, 12.5);
    assert_near(row.high, 62.5);
    assert_near(row.coverage, 0.5);
    assert_near(row.spread, 100.0);
    assert_near(weighed.row("VRO-01").score, 50.0);
    assert_near(weighed.row("VRO-01").coverage, 1.0);
    // With equal weights: s = 100 / 2; l = 100 / 3; c = 2 / 3.
    let equal = scored(&asked, books());
    assert_near(equal.row("PRE-01").score, 50.0);
    assert_near(equal.row("PRE-01").low, 100.0 / 3.0);
    assert_near(equal.row("PRE-01").coverage, 2.0 / 3.0);
    // The view by perspective is never weighted by inhabitants.
    assert_eq!(weighed.perspectives(1), [("gemeente", Some(50.0)), ("regio", None)]);
    assert_eq!(weighed.own_score("A", 1), Some(100.0));
}

#[test]
fn weighting_by_inhabitants_requires_all_of_them() {
    let asked = asking(&[("PRE-01", "")]);
    let books = [
        Workbook::of_region(&asked).expects("B", Some(10.0)).expects("C", None),
        Workbook::of_municipality(&asked, "A").says("PRE-01", level(4)),
    ];
    let region = region::region_of(books.map(Workbook::handed_in).into());
    let refused = scoring::score(&asked, &region, Weighting::Inhabitants).unwrap_err();
    assert_eq!(refused.0, ["A", "C"]);
    assert!(scoring::score(&asked, &region, Weighting::Equal).is_ok());
}

#[test]
fn a_cell_of_the_matrix_needs_two_scored_rows() {
    let asked = asking(&[
        ("PRE-01", ""),
        ("PRE-02", ""),
        ("PRE-03", "theme = 'opvang'; weight = 3"),
        ("PRE-04", "theme = 'opvang'"),
        ("VRO-01", ""),
        ("VRO-02", ""),
    ]);
    let a = Workbook::of_municipality(&asked, "A")
        .says("PRE-01", level(4))
        .says("PRE-02", Unknown)
        .says("PRE-03", level(4))
        .says("PRE-04", level(0))
        .says("VRO-01", level(4))
        .says("VRO-02", level(4));
    let silent = |name: &str| {
        Workbook::of_municipality(&asked, name)
            .says("PRE-03", level(4))
            .says("PRE-04", level(0))
    };
    let found = scored(&asked, [a, silent("B"), silent("C")]);
    let theme = |key: &str| asked.themes.position(|theme| theme.key == key).unwrap();
    let cell = |step, key, score, scored| MatrixCell {
        step,
        theme: theme(key),
        score,
        norm: Some(75.0),
        scored,
    };
    assert_eq!(
        found.score.matrix,
        [
            // (3·100 + 0) / 4.
            cell(1, "opvang", Some(75.0), 2),
            cell(1, "regie", None, 1),
            // Two scored rows, but from one municipality in three.
            cell(2, "regie", None, 2),
        ]
    );
    assert_eq!(found.cell(1, "aandacht"), None);
    // At its norm, and without a score.
    assert_eq!([0, 1].map(|cell| found.score.matrix[cell].short()), [None, None]);
    let low = MatrixCell {
        score: Some(39.6),
        ..found.score.matrix[0]
    };
    // 75 - 40, as they are shown.
    assert_eq!(low.short(), Some(35.0));
}

#[test]
fn a_perfect_score_is_exactly_100() {
    // Weights 1, 2/3, 2/3 and 2/3 at 100 give 299.99999999999994 / 2.9999999999999996 in floating point.
    let asked = asking(&[
        ("PRE-01", "norm = 100"),
        (
            "PRE-02",
            "norm = 100; weight = 2; per_practice = true; practices = ['vgv', 'eer', 'achterlating']",
        ),
    ]);
    let found = scored(
        &asked,
        [Workbook::of_municipality(&asked, "A").says_everywhere(level(4))],
    );
    let step = found.step(1);
    assert_eq!(
        (step.score, step.low, step.high, step.norm),
        (Some(100.0), Some(100.0), Some(100.0), Some(100.0))
    );
    assert_eq!(found.theme("regie").score, Some(100.0));
}
