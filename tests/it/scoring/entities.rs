//! What a municipality, or the region itself, says about a row.

use super::*;

#[test]
fn respondents_are_averaged_before_perspectives_are() {
    let asked = asking(&[("PRE-01", "")]);
    let found = scored(
        &asked,
        [
            Workbook::of_municipality(&asked, "A")
                .filled_in_by("adviseur")
                .says("PRE-01", level(4)),
            Workbook::of_municipality(&asked, "A")
                .filled_in_by("jurist")
                .says("PRE-01", level(2)),
            Workbook::of_municipality(&asked, "A")
                .filled_in_by("wethouder")
                .says("PRE-01", Unknown),
            Workbook::of_municipality(&asked, "A")
                .seen_from("veilig-thuis")
                .says("PRE-01", level(1)),
            Workbook::of_municipality(&asked, "A")
                .seen_from("opvang")
                .says("PRE-01", NotApplicable),
        ],
    );
    // gemeente (100 + 50) / 2 = 75, veilig-thuis 25: (75 + 25) / 2 = 50, and not (100 + 50 + 25) / 3.
    assert_near(found.row("PRE-01").score, 50.0);
    assert_near(found.row("PRE-01").coverage, 1.0);
}

#[test]
fn a_short_workbook_says_nothing_about_the_rows_it_leaves_out() {
    let asked = asking(&[("PRE-01", ""), ("PRE-02", "")]);
    let whole = Workbook::of_municipality(&asked, "A").says_everywhere(NotApplicable);
    let short = Workbook::of_municipality(&asked, "A")
        .seen_from("veilig-thuis")
        .says("PRE-01", Missing)
        .leaves_out("PRE-02");
    let found = scored(&asked, [whole, short]);
    // On PRE-01, one of the two has no answer: unknown. On PRE-02, only the full workbook counts: not applicable.
    assert_eq!(found.row("PRE-01").coverage, Some(0.0));
    assert_eq!(found.row("PRE-02"), nobody());
}

#[test]
fn a_row_missing_from_all_workbooks_of_a_municipality_is_unknown() {
    let asked = asking(&[("PRE-01", "")]);
    let short = Workbook::of_municipality(&asked, "A").leaves_out("PRE-01");
    let found = scored(
        &asked,
        [short, Workbook::of_municipality(&asked, "B").says("PRE-01", level(4))],
    );
    assert_near(found.row("PRE-01").coverage, 0.5);
}

#[test]
fn a_workbook_of_either_role_may_have_any_perspective() {
    let asked = asking(&[("PRE-01", ""), ("PRE-02", "role = 'regio'")]);
    let found = scored(
        &asked,
        [
            Workbook::of_municipality(&asked, "A")
                .seen_from("regio")
                .says("PRE-01", level(4)),
            Workbook::of_region(&asked)
                .seen_from("gemeente")
                .says("PRE-02", level(2)),
            Workbook::of_region(&asked).seen_from("opvang").says("PRE-02", level(0)),
        ],
    );
    assert_near(found.row("PRE-01").score, 100.0);
    // The region is one entity with two perspectives: (50 + 0) / 2. There is no other entity to differ from.
    assert_near(found.row("PRE-02").score, 25.0);
    assert_eq!(found.row("PRE-02").spread, None);
}

#[test]
fn an_expected_municipality_that_sent_nothing_is_unknown_everywhere() {
    let asked = asking(&[("PRE-01", "theme = 'opvang'")]);
    let found = scored(
        &asked,
        [
            Workbook::of_region(&asked)
                .expects("Zwijgzaam", None)
                .expects("spraakzaam", None),
            Workbook::of_municipality(&asked, "Spraakzaam").says("PRE-01", level(3)),
        ],
    );
    let names: Vec<&str> = found
        .region
        .municipalities()
        .iter()
        .map(|entity| entity.name.as_str())
        .collect();
    assert_eq!(names, ["spraakzaam", "Zwijgzaam"], "spelled as the region spells them");
    // s = 75; l = 75 / 2; u = (75 + 100) / 2; c = 1 / 2.
    let row = found.row("PRE-01");
    assert_near(row.score, 75.0);
    assert_near(row.low, 37.5);
    assert_near(row.high, 87.5);
    assert_near(row.coverage, 0.5);
    assert_eq!(found.own_score("Zwijgzaam", 1), None);
    assert_eq!(found.own_score("spraakzaam", 1), Some(75.0));
    assert_eq!(found.names(&found.white_spot("opvang").unknown), ["Zwijgzaam"]);
}

#[test]
fn only_a_workbook_of_the_region_says_who_is_expected() {
    let asked = asking(&[("PRE-01", "")]);
    let a = Workbook::of_municipality(&asked, "A")
        .says("PRE-01", level(3))
        .expects("B", Some(1000.0))
        .aims_at(1, 80.0);
    let found = scored(&asked, [a]);
    assert_eq!(found.region.municipalities().len(), 1);
    assert_eq!(found.row("PRE-01").coverage, Some(1.0));
    assert_eq!(found.region.ambitions, [None; 8]);
}

#[test]
fn without_a_workbook_of_the_region_its_own_questions_are_unknown() {
    let asked = asking(&[
        ("PRE-01", ""),
        ("PRE-02", "role = 'regio'; legal = true; norm = 100; weight = 2"),
        ("PRE-03", ""),
    ]);
    let a = Workbook::of_municipality(&asked, "A").says_everywhere(level(4));
    let found = scored(&asked, [a]);
    let row = found.row("PRE-02");
    assert_eq!((row.score, row.gap, row.spread), (None, None, None));
    assert_eq!((row.low, row.high, row.coverage), (Some(0.0), Some(100.0), Some(0.0)));
    // L = (2·100 + 2·0) / 4, U = (2·100 + 2·100) / 4, C = (2·1 + 2·0) / 4, and S only of what is scored.
    let step = found.step(1);
    assert_eq!(
        (step.score, step.low, step.high),
        (Some(100.0), Some(50.0), Some(100.0))
    );
    assert_eq!((step.coverage, step.status), (Some(0.5), Status::Uncertain));
    assert!(found.score.legal.is_empty() && found.score.plan.is_empty());
}

#[test]
fn utrecht_the_region_and_utrecht_the_municipality_are_two() {
    let asked = asking_with(
        "",
        &[
            ("PRE-01", "legal = true; norm = 100"),
            ("PRE-02", "legal = true; norm = 100; role = 'regio'"),
            ("PRE-03", "role = 'regio'"),
        ],
        "[[rule]]\nclaim = 'PRE-03'\nclaim_at_least = 75\nfact = 'PRE-02'\nfact_below = 50\nmessage = 'Kijk.'",
    );
    let region = Workbook::of_region(&asked)
        .says("PRE-02", level(1))
        .says("PRE-03", level(4));
    let municipality = Workbook::of_municipality(&asked, "Utrecht").says("PRE-01", level(3));
    let found = scored(
        &asked,
        [region, municipality].map(|workbook| workbook.of_region_named("Utrecht")),
    );
    let entities: Vec<(Role, &str)> = found
        .region
        .entities
        .iter()
        .map(|e| (e.role, e.name.as_str()))
        .collect();
    assert_eq!(entities, [(Role::Region, "Utrecht"), (Role::Municipality, "Utrecht")]);
    assert_near(found.row("PRE-01").score, 75.0);
    assert_near(found.row("PRE-02").score, 25.0);
    // (100 + 25 + 75) / 3 in the region; for the municipality only its own 75.
    assert_near(found.step(1).score, 200.0 / 3.0);
    assert_eq!(found.own_score("Utrecht", 1), Some(75.0));
    let legal: Vec<_> = found
        .score
        .legal
        .iter()
        .map(|point| (found.id(point.row), point.entities.as_slice()))
        .collect();
    let municipality = EntityIndex::at(1);
    assert_eq!(
        legal,
        [("PRE-01", &[municipality][..]), ("PRE-02", &[EntityIndex::REGION][..])]
    );
    assert_eq!(found.score.contradictions.len(), 1);
    assert_eq!(found.score.contradictions[0].entity, EntityIndex::REGION);
}

/// An entity whose separate workbooks say 100 and 0, and whose joint workbook says this.
fn with_joint(joint: Answer) -> RowScore {
    let asked = asking(&[("PRE-01", "")]);
    let book = |perspective: &str, answer| {
        Workbook::of_municipality(&asked, "A")
            .seen_from(perspective)
            .says("PRE-01", answer)
    };
    let books = [book("gemeente", level(4)), book("opvang", level(0)), book(JOINT, joint)];
    scored(&asked, books).row("PRE-01")
}

#[test]
fn what_was_agreed_on_goes_before_what_each_answered() {
    assert_near(with_joint(level(3)).score, 75.0);
    assert_eq!(with_joint(NotApplicable), nobody());
    // Where nothing was agreed on, the others count as ever: (100 + 0) / 2.
    assert_near(with_joint(Unknown).score, 50.0);
    assert_near(with_joint(Missing).score, 50.0);
}

#[test]
fn a_row_that_only_a_joint_workbook_has_and_leaves_open_is_unknown() {
    let asked = asking(&[("PRE-01", "")]);
    let own = Workbook::of_municipality(&asked, "A").leaves_out("PRE-01");
    let joint = Workbook::of_municipality(&asked, "A").seen_from(JOINT);
    assert_eq!(scored(&asked, [own, joint]).row("PRE-01").coverage, Some(0.0));
    // An open joint answer is no answer beside "niet van toepassing".
    let own = Workbook::of_municipality(&asked, "A").says("PRE-01", NotApplicable);
    let joint = Workbook::of_municipality(&asked, "A")
        .seen_from(JOINT)
        .says("PRE-01", Unknown);
    assert_eq!(scored(&asked, [own, joint]).row("PRE-01"), nobody());
}

#[test]
fn two_people_of_one_perspective_may_divide_the_questions() {
    let asked = asking(&[("PRE-01", ""), ("PRE-02", "")]);
    let part = |respondent: &str, row: &str| {
        Workbook::of_municipality(&asked, "A")
            .filled_in_by(respondent)
            .says(row, NotApplicable)
    };
    let found = scored(&asked, [part("een", "PRE-01"), part("twee", "PRE-02")]);
    assert_eq!((found.row("PRE-01"), found.row("PRE-02")), (nobody(), nobody()));
}
