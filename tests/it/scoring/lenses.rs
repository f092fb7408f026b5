//! Other views of the answers: perspectives, agenda, handovers, consistency and white spots.

use super::*;

#[test]
fn a_perspective_excludes_entities_without_such_a_workbook() {
    let asked = asking(&[("PRE-01", ""), ("PRE-02", "role = 'regio'")]);
    let from_both = |name: &str, answer| {
        [
            Workbook::of_municipality(&asked, name).says("PRE-01", level(0)),
            Workbook::of_municipality(&asked, name)
                .seen_from("veilig-thuis")
                .says("PRE-01", answer),
        ]
    };
    let mut books = Vec::from(from_both("A", level(4)));
    books.extend(from_both("B", Unknown));
    books.push(Workbook::of_municipality(&asked, "C").says("PRE-01", level(1)));
    books.push(Workbook::of_region(&asked).expects("D", None).says("PRE-02", level(3)));
    let found = scored(&asked, books);
    // veilig-thuis: A 100, B unknown; C, D and the region have no such workbook: coverage 1/2, score 100. gemeente: (0
    // + 0 + 25) / 3. regio: only the region's own question, 75.
    let steps = found.perspectives(1);
    let keys: Vec<&str> = steps.iter().map(|(key, _)| *key).collect();
    assert_eq!(keys, ["gemeente", "veilig-thuis", "regio"]);
    assert_near(steps[0].1, 25.0 / 3.0);
    assert_eq!((steps[1].1, steps[2].1), (Some(100.0), Some(75.0)));
    assert_eq!(
        found.perspectives(2),
        [("gemeente", None), ("veilig-thuis", None), ("regio", None)]
    );
}

#[test]
fn a_perspective_is_about_the_rows_that_it_was_asked() {
    let asked = asking(&[("PRE-01", ""), ("PRE-02", "weight = 3"), ("PRE-03", "")]);
    let short = |name: &str| {
        Workbook::of_municipality(&asked, name)
            .seen_from("veilig-thuis")
            .leaves_out("PRE-02")
    };
    let a = short("A").says("PRE-01", level(2)).leaves_out("PRE-03");
    let b = short("B").says("PRE-01", level(4)).says("PRE-03", level(4));
    let found = scored(&asked, [a, b]);
    // PRE-02 was put to nobody. PRE-03 was put to B alone: unknown for A, so that C = (1 + 1/2) / 2. (75 + 100) / 2.
    assert_eq!(found.perspectives(1), [("veilig-thuis", Some(87.5))]);
    // For the region it is otherwise: PRE-02 is unknown everywhere.
    assert_eq!(found.step(1).score, None);
}

#[test]
fn joint_answers_take_no_part_in_what_people_answered_separately() {
    let handover =
        "role = 'regio'; ask = ['veilig-thuis', 'opvang']; handover = { from = 'veilig-thuis', to = 'opvang' }";
    let asked = asking(&[("PRE-01", handover), ("PRE-02", "role = 'regio'")]);
    let book = |perspective: &str, given| {
        Workbook::of_region(&asked)
            .seen_from(perspective)
            .says_everywhere(level(given))
    };
    let books = [
        book("veilig-thuis", 4).puts_first("regie"),
        book("opvang", 1),
        book(JOINT, 2).puts_first("opvang"),
    ];
    let found = scored(&asked, books);
    assert_eq!(
        found.perspectives(1),
        [("veilig-thuis", Some(100.0)), ("opvang", Some(25.0))]
    );
    assert_eq!(found.score.agenda.len(), 2);
    assert_eq!(found.score.agenda[0].means.len(), 2);
    assert!(found.score.handovers[0].mismatch);
    assert_eq!((found.votes("regie"), found.votes("opvang")), (Some(1.0), Some(0.0)));
    // The figures follow what was agreed on.
    assert_eq!(found.step(1).score, Some(50.0));
}

#[test]
fn a_perspective_needs_the_minimum_coverage() {
    let asked = asking(&[("PRE-01", "")]);
    let seen = |name: &str, answer| Workbook::of_municipality(&asked, name).says("PRE-01", answer);
    let found = scored(&asked, [seen("A", level(4)), seen("B", Unknown), seen("C", Unknown)]);
    assert_eq!(found.perspectives(1), [("gemeente", None)]);
}

#[test]
fn the_agenda_has_the_largest_differences_first_then_by_id() {
    let scale = "kind = 'count'; full_at = 100; zero_at = 0";
    let asked = asking(&[
        ("PRE-09", scale),
        ("PRE-10", scale),
        ("PRE-11", scale),
        ("PRE-12", scale),
        ("VRO-01", scale),
        ("VRO-02", scale),
    ]);
    let book = |name: &str, perspective: &str, given: [f64; 6]| {
        let book = Workbook::of_municipality(&asked, name).seen_from(perspective);
        let rows = asked.rows.iter().zip(given);
        rows.fold(book, |book, (row, given)| {
            book.says(&row.id, if given < 0.0 { Unknown } else { number(given) })
        })
    };
    let found = scored(
        &asked,
        [
            book("A", "gemeente", [60.0, 40.0, 50.0, 80.0, 90.0, -1.0]),
            book("B", "gemeente", [70.0, 40.0, 50.0, 80.0, 90.0, -1.0]),
            book(
                "A",
                "veilig-thuis",
                [40.0, 65.000_000_000_01, 74.999, -1.0, 60.0, 100.0],
            ),
            book("A", "opvang", [50.0, 50.0, 60.0, -1.0, 30.0, -1.0]),
        ],
    );
    let agenda: Vec<(&str, f64)> = found
        .score
        .agenda
        .iter()
        .map(|point| (found.id(point.row), point.disagreement))
        .collect();
    // VRO-01: 90 - 30 = 60. PRE-09: (60 + 70) / 2 - 40 = 25. PRE-10: 65 - 40 = 25, equal to nine decimals, so that the
    // id decides. PRE-11: 24.999 is too little. PRE-12 and VRO-02 have answers from one perspective only.
    let ids: Vec<&str> = agenda.iter().map(|(id, _)| *id).collect();
    assert_eq!(ids, ["VRO-01", "PRE-09", "PRE-10"]);
    assert_near(agenda[0].1, 60.0);
    assert_eq!(
        found.score.agenda[1].means,
        [(0, 65.0), (1, 40.0), (2, 50.0)].map(|(side, mean)| (PerspectiveIndex::at(side), mean))
    );
}

#[test]
fn the_sides_of_a_handover_contradict_each_other_at_the_threshold() {
    let handover = "role = 'regio'; kind = 'count'; full_at = 100; zero_at = 0; ask = ['veilig-thuis', 'opvang']; \
                    handover = { from = 'veilig-thuis', to = 'opvang' }";
    let ids = ["MEL-01", "MEL-02", "MEL-03", "MEL-04", "MEL-05"];
    let asked = asking(&[
        (ids[0], handover),
        (ids[1], handover),
        (ids[2], handover),
        (ids[3], handover),
        (ids[4], handover),
        ("MEL-06", "role = 'regio'"),
    ]);
    let book = |perspective: &str, respondent: &str, given: [Option<f64>; 5]| {
        let book = Workbook::of_region(&asked)
            .seen_from(perspective)
            .filled_in_by(respondent);
        ids.iter()
            .zip(given)
            .fold(book, |book, (id, given)| book.says(id, given.map_or(Unknown, number)))
    };
    let found = scored(
        &asked,
        [
            book(
                "veilig-thuis",
                "een",
                [Some(90.0), Some(70.0), Some(25.0), Some(80.0), Some(10.0)],
            ),
            book("veilig-thuis", "twee", [Some(60.0), Some(70.0), None, None, Some(10.0)]),
            book(
                "opvang",
                "een",
                [Some(25.0), Some(20.000_001), Some(75.0), None, Some(59.999_999_999_99)],
            ),
            // A third perspective does not count.
            book(
                "gemeente",
                "een",
                [Some(0.0), Some(0.0), Some(0.0), Some(0.0), Some(0.0)],
            ),
        ],
    );
    let handovers = &found.score.handovers;
    let side = |key: &str| asked.perspectives.position(|known| known.key == key).unwrap();
    assert!(
        handovers
            .iter()
            .all(|h| (h.from, h.to) == (side("veilig-thuis"), side("opvang")))
    );
    // (90 + 60) / 2 - 25 = 50, exactly the threshold; 70 - 20.000001 is just below; 75 - 25 counts in either direction;
    // with answers from one perspective nothing is known; 49.99999999999 is 50 to nine decimals.
    let shown: Vec<_> = handovers
        .iter()
        .map(|h| (found.id(h.row), h.from_score, h.to_score, h.mismatch))
        .collect();
    assert_eq!(
        shown,
        [
            ("MEL-01", Some(75.0), Some(25.0), true),
            ("MEL-02", Some(70.0), Some(20.000_001), false),
            ("MEL-03", Some(25.0), Some(75.0), true),
            ("MEL-04", Some(80.0), None, false),
            ("MEL-05", Some(10.0), Some(59.999_999_999_99), true),
        ]
    );
}

#[test]
fn a_claim_contradicts_a_fact_of_the_same_entity_only() {
    let rule = |claim: &str, fact: &str| {
        format!(
            "[[rule]]\nclaim = '{claim}'\nclaim_at_least = 75\nfact = '{fact}'\nfact_below = 50\nmessage = 'Kijk.'\n"
        )
    };
    let asked = asking_with(
        "",
        &[
            ("PRE-01", ""),
            ("PRE-02", "per_practice = true; practices = ['vgv']"),
            ("VRO-01", "role = 'regio'"),
            ("VRO-02", "role = 'regio'"),
        ],
        &(rule("PRE-01", "PRE-02.vgv") + &rule("VRO-01", "VRO-02")),
    );
    let book = |name: &str, claim, fact| {
        Workbook::of_municipality(&asked, name)
            .says("PRE-01", claim)
            .says("PRE-02.vgv", fact)
    };
    let found = scored(
        &asked,
        [
            book("Fires at 75 and 25", level(3), level(1)),
            book("Has its fact at 50", level(4), level(2)),
            book("Has its claim at 50", level(2), level(0)),
            book("Knows no fact", level(4), Unknown),
            book("Makes no claim", NotApplicable, level(0)),
            Workbook::of_region(&asked)
                .says("VRO-01", level(4))
                .says("VRO-02", level(0)),
        ],
    );
    let fired: Vec<_> = found
        .score
        .contradictions
        .iter()
        .map(|c| (c.rule, found.names(&[c.entity])[0]))
        .collect();
    assert_eq!(fired, [(0, "Fires at 75 and 25"), (1, region::REGION)]);
}

#[test]
fn a_contradiction_is_about_what_the_entity_says_as_a_whole() {
    let rules = "[[rule]]\nclaim = 'PRE-01'\nclaim_at_least = 75\nfact = 'PRE-02'\nfact_below = 50\nmessage = 'Kijk.'";
    let asked = asking_with("", &[("PRE-01", ""), ("PRE-02", "")], rules);
    let book = |perspective, claim, fact| {
        let book = Workbook::of_municipality(&asked, "A").seen_from(perspective);
        book.says("PRE-01", level(claim)).says("PRE-02", level(fact))
    };
    // Claim (50 + 100) / 2 = 75; fact (75 + 0) / 2 = 37.5: neither workbook shows both.
    let found = scored(&asked, [book("gemeente", 2, 3), book("opvang", 4, 0)]);
    assert_eq!(found.score.contradictions.len(), 1);
}

#[test]
fn white_spots_are_municipalities_with_low_scores_on_a_core_theme() {
    let asked = asking(&[
        ("PRE-01", "theme = 'opvang'; weight = 3"),
        ("PRE-02", "theme = 'opvang'"),
        ("VRO-01", "theme = 'opvang'; role = 'regio'"),
        ("VRO-02", "theme = 'regie'"),
    ]);
    let book = |name: &str, first, second| {
        Workbook::of_municipality(&asked, name)
            .says("PRE-01", first)
            .says("PRE-02", second)
            .says("VRO-02", level(0))
    };
    let books = |last: Option<f64>| {
        [
            Workbook::of_region(&asked)
                .says("VRO-01", level(4))
                .expects("Average", Some(500.0))
                .expects("Enough", Some(1500.0))
                .expects("Silent", Some(1000.0))
                .expects("Unsure", Some(1000.0))
                .expects("Spared", Some(500.0))
                .expects("Thin", last),
            // (3·25 + 100) / 4 = 43.75 is below 50; (3·50 + 50) / 4 is exactly 50; (3·0 + 100) / 4 at most is below it
            // as well, but (3·50 + 0) / 4 to (3·50 + 100) / 4 may or may not be.
            book("Average", level(1), level(4)),
            book("Enough", level(2), level(2)),
            book("Spared", NotApplicable, NotApplicable),
            book("Thin", level(0), Unknown),
            book("Unsure", level(2), Unknown),
        ]
    };
    let found = scored(&asked, books(Some(500.0)));
    let core: Vec<&str> = found
        .score
        .white_spots
        .iter()
        .map(|spot| asked.themes[spot.theme].key.as_str())
        .collect();
    assert_eq!(core, ["aandacht", "expertise", "opvang", "netwerken"]);
    let spot = found.white_spot("opvang");
    assert_eq!(found.names(&spot.municipalities), ["Average", "Thin"]);
    assert_eq!(found.names(&spot.uncertain), ["Unsure"]);
    assert_eq!(found.names(&spot.unknown), ["Silent", "Spared"]);
    // (500 + 500) / 5000.
    assert_near(spot.share_inhabitants, 0.2);
    assert_eq!(found.white_spot("aandacht").share_inhabitants, Some(0.0));
    assert_eq!(found.names(&found.white_spot("aandacht").unknown).len(), 6);
    // If the inhabitants of one municipality are unknown, there is no share.
    let found = scored(&asked, books(None));
    assert_eq!(found.white_spot("opvang").share_inhabitants, None);
    assert_eq!(found.white_spot("aandacht").share_inhabitants, None);
}

#[test]
fn who_is_no_white_spot_only_by_what_does_not_apply_is_apart() {
    let asked = asking(&[
        ("PRE-01", "theme = 'opvang'; weight = 3"),
        ("PRE-02", "theme = 'opvang'"),
    ]);
    let book = |name, second| {
        Workbook::of_municipality(&asked, name)
            .says("PRE-01", level(2))
            .says("PRE-02", second)
    };
    let found = scored(
        &asked,
        [
            book("Even", level(2)),
            book("Saved", NotApplicable),
            book("Weak", level(0)),
        ],
    );
    let spot = found.white_spot("opvang");
    // Weak: 3·50 / 4 = 37.5. Saved: 50; were PRE-02 unknown, it would be 37.5 to 62.5.
    assert_eq!(found.names(&spot.municipalities), ["Weak"]);
    assert_eq!(found.names(&spot.spared), ["Saved"]);
    assert!(spot.uncertain.is_empty() && spot.unknown.is_empty());
}

#[test]
fn a_region_without_municipalities_has_no_share_of_inhabitants() {
    let asked = asking(&[("PRE-01", "role = 'regio'; theme = 'opvang'")]);
    let spot = scored(&asked, [Workbook::of_region(&asked).says("PRE-01", level(0))]).white_spot("opvang");
    assert_eq!(
        (spot.municipalities.len(), spot.unknown.len(), spot.share_inhabitants),
        (0, 0, None)
    );
}
