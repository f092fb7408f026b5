//! Year on year: each of the four parts worked by hand, and what cannot be compared.

mod books;
mod command;
mod merger;
mod mirror;
mod overview;
mod plan;
mod previous;
mod shown;
mod story;
mod sum;

use self::books::*;
use ketenscan::answers::{Answer, Submission};
use ketenscan::comparison::{Incomparable, StepChange};
use ketenscan::report::comparison::change_sentences;

/// The only change, at one step.
fn step(world: &World, step: usize) -> StepChange {
    let comparison = world.comparison();
    assert_eq!(comparison.regions.len(), 1);
    assert_eq!(comparison.regions[0].changes.len(), 1);
    comparison.regions[0].changes[0].steps[step].clone()
}

fn assert_parts(
    found: &StepChange,
    matched_pairs: usize,
    [total, real, availability, respondents, questions]: [f64; 5],
) {
    let parts = found.parts.unwrap_or_else(|reason| panic!("{reason:?}"));
    let apparent = parts.apparent.unwrap();
    let near = |figure: f64, expected: f64| (figure - expected).abs() < 1e-9;
    assert!(
        near(parts.total(), total)
            && near(parts.real, real)
            && near(apparent.availability, availability)
            && near(apparent.respondents, respondents)
            && near(apparent.questions, questions),
        "{parts:?}"
    );
    assert_eq!(found.matched_pairs, Some(matched_pairs));
}

#[test]
fn better_answers_to_the_same_questions_are_a_real_change() {
    let known = editions();
    let e = &known[0];
    let books = vec![
        book(e, 2026, None, &[("MON-01", level(2)), ("MON-02", times(3.0))]),
        book(e, 2027, None, &[("MON-01", level(3)), ("MON-02", times(3.0))]),
    ];
    // MON-01 (weight 1) 50 → 75; MON-02 (weight 2): (3 − 1)/4 = 50 in both years.
    // F_a = (50 + 2·50)/3 = 50; F_b = (75 + 2·50)/3 = 175/3.
    let real = 175.0 / 3.0 - 50.0;
    assert_parts(&step(&World::new(&known, books), 7), 2, [real, real, 0.0, 0.0, 0.0]);
}

#[test]
fn a_question_no_longer_answered_is_only_an_apparent_change() {
    let known = editions();
    let e = &known[0];
    let books = vec![
        book(e, 2026, None, &[("MON-01", level(2)), ("MON-02", times(5.0))]),
        book(e, 2027, None, &[("MON-01", level(3)), ("MON-02", Answer::Unknown)]),
    ];
    // P = MON-01: 50 → 75, real 25. P¹_a adds MON-02 (weight 2, 100): (50 + 200)/3 = 250/3.
    // Availability = (75 − 75) − (250/3 − 50) = −100/3. Total = 75 − 250/3 = 25 − 100/3.
    let availability = -100.0 / 3.0;
    let expected = [25.0 + availability, 25.0, availability, 0.0, 0.0];
    assert_parts(&step(&World::new(&known, books), 7), 1, expected);
}

#[test]
fn a_municipality_that_joins_is_only_an_apparent_change() {
    let known = editions();
    let e = &known[0];
    let books = vec![
        book(e, 2026, Some("Duinstad"), &[("PRE-01", level(2))]),
        book(e, 2026, Some("Veenwold"), &[("PRE-01", level(0))]),
        book(e, 2027, Some("Duinstad"), &[("PRE-01", level(3))]),
        book(e, 2027, Some("Zeeburg"), &[("PRE-01", level(4))]),
    ];
    // P = Duinstad: 50 → 75, real 25. P²_b = (75 + 100)/2 = 87.5; P²_a = (50 + 0)/2 = 25.
    // Respondents = (87.5 − 75) − (25 − 50) = 37.5. Total = 87.5 − 25 = 62.5.
    let found = step(&World::new(&known, books), 1);
    assert_parts(&found, 1, [62.5, 25.0, 0.0, 37.5, 0.0]);
    assert_eq!(found.turnout.joined[0].name, "Zeeburg");
    assert_eq!(found.turnout.left[0].name, "Veenwold");
}

#[test]
fn a_changed_questionnaire_is_only_an_apparent_change() {
    let known = editions();
    let books = vec![
        book(
            &known[0],
            2026,
            Some("Duinstad"),
            &[("PRE-01", level(2)), ("PRE-02", YES)],
        ),
        book(
            &known[1],
            2027,
            Some("Duinstad"),
            &[("PRE-01", level(3)), ("PRE-06", NO)],
        ),
    ];
    // PRE-01 is in both: 50 → 75, real 25. F_b(A_b) = (3·75 + 1·0)/4 = 56.25, F_b(P²) = 75.
    // F°_a with its own weight 2: (2·50 + 100)/3 = 200/3, F_a(P²) = 50.
    // Questions = (56.25 − 75) − (200/3 − 50); total = 56.25 − 200/3.
    let questions = (56.25 - 75.0) - (200.0 / 3.0 - 50.0);
    let expected = [56.25 - 200.0 / 3.0, 25.0, 0.0, 0.0, questions];
    assert_parts(&step(&World::new(&known, books), 1), 1, expected);
}

/// The region's own answers to the questions that moved from step 5 to step 7 between the editions.
fn moved(known: &[ketenscan::questionnaire::Questionnaire], years: [u16; 2]) -> Vec<Submission> {
    let before = [("BES-03", NO), ("BES-04", of(1.0, 4.0)), ("MON-01", level(2))];
    let after = [("BES-03", PARTLY), ("MON-03", of(2.0, 4.0)), ("MON-01", level(2))];
    vec![
        book(&known[0], years[0], None, &before),
        book(&known[1], years[1], None, &after),
    ]
}

#[test]
fn a_question_that_moved_counts_at_its_later_step_in_both_years() {
    let known = editions();
    let books = moved(&known, [2026, 2027]);
    let world = World::new(&known, books);
    // Step 5: BES-03 0 → 50, real 50. F°_a = (0 + 2·50)/3 = 100/3, as BES-04 (weight 2) was 1/4/0.5 = 50.
    // Questions = (50 − 50) − (100/3 − 0); total = 50 − 100/3.
    let expected = [50.0 - 100.0 / 3.0, 50.0, 0.0, 0.0, -100.0 / 3.0];
    assert_parts(&step(&world, 5), 1, expected);
    // Step 7: MON-01 50 → 50 and MON-03 (weight 1 now) 50 → 100: F_a(P) = 50, F_b(P) = 75.
    // F°_a = 50 (MON-01 alone), so that questions = (75 − 75) − (50 − 50) = 0.
    assert_parts(&step(&world, 7), 2, [25.0, 25.0, 0.0, 0.0, 0.0]);
}

#[test]
fn the_later_edition_decides_even_when_it_was_used_first() {
    let known = editions();
    let books = moved(&known, [2028, 2027]);
    // From 2027 (edition 2027) to 2028 (edition 2026); step 7 by the later edition: MON-01 and MON-03.
    // P: (50 + 100)/2 = 75 → (50 + 50)/2 = 50. F°_a = 75 too. F_b(A_b) = 50.
    assert_parts(&step(&World::new(&known, books), 7), 2, [-25.0, -25.0, 0.0, 0.0, 0.0]);
}

#[test]
fn a_question_with_a_new_id_and_a_row_of_one_practice_are_matched() {
    let known = editions();
    let books = vec![
        book(
            &known[0],
            2026,
            Some("Duinstad"),
            &[("BES-01.vgv", level(1)), ("BES-02", of(1.0, 4.0))],
        ),
        book(
            &known[1],
            2027,
            Some("duinstad "),
            &[("BES-01.vgv", level(2)), ("BES-05", of(2.0, 4.0))],
        ),
    ];
    // Weights 2/3 and 1: F_a = (2/3·25 + 25)/(5/3) = 25; F_b = 50.
    assert_parts(&step(&World::new(&known, books), 5), 2, [25.0, 25.0, 0.0, 0.0, 0.0]);
}

#[test]
fn what_cannot_be_compared_has_a_reason() {
    let known = editions();
    let e = &known[0];
    let books = vec![
        book(
            e,
            2026,
            Some("Duinstad"),
            &[("PRE-01", level(2)), ("BES-02", of(1.0, 1.0))],
        ),
        book(e, 2027, Some("Duinstad"), &[("PRE-02", YES)]),
    ];
    let world = World::new(&known, books);
    let reason = |number: usize| step(&world, number).parts.unwrap_err();
    assert_eq!(reason(2), Incomparable::NoQuestions);
    let none_in = |from, to| Incomparable::NoAnswers { from, to };
    assert_eq!(reason(5), none_in(None, Some(2027)));
    assert_eq!(reason(7), none_in(Some(2026), Some(2027)));
    assert_eq!(reason(1), Incomparable::NoMatch);
    assert_eq!(step(&world, 1).matched_pairs, Some(0));
}

#[test]
fn nothing_can_be_compared_without_a_shared_entity_or_question() {
    let known = editions();
    let e = &known[0];
    let books = vec![
        book(e, 2026, Some("Duinstad"), &[("PRE-01", level(2))]),
        book(e, 2027, Some("Zeeburg"), &[("PRE-01", level(2))]),
    ];
    let found = step(&World::new(&known, books), 1);
    assert_eq!(found.parts, Err(Incomparable::NobodyInBoth));

    let mut known = editions();
    // Every question of step 7 has a new id, so none can be compared.
    let later = &mut known[1];
    for question in later.questions.iter_mut().filter(|question| question.step == 7) {
        question.id = question.id.replace("-0", "-9");
        question.replaces.clear();
    }
    for row in &mut later.rows {
        row.id = if row.id.starts_with("MON") {
            row.id.replace("-0", "-9")
        } else {
            row.id.clone()
        };
    }
    let books = vec![
        book(&known[0], 2026, None, &[("MON-01", level(2))]),
        book(&known[1], 2027, None, &[("MON-91", level(2))]),
    ];
    let found = step(&World::new(&known, books), 7);
    assert_eq!(found.parts, Err(Incomparable::NoSharedQuestion));
}

#[test]
fn a_step_without_a_figure_in_the_first_year_cannot_be_compared() {
    let known = editions();
    let books = vec![
        book(&known[0], 2026, None, &[("BES-04", of(1.0, 4.0))]),
        book(&known[1], 2027, None, &[("MON-03", of(1.0, 4.0))]),
    ];
    // The question matches at step 7, but in 2026 step 7 had no answers: F°_a is undefined.
    let found = step(&World::new(&known, books), 7);
    let reason = Incomparable::NoAnswers {
        from: Some(2026),
        to: None,
    };
    assert_eq!((found.parts, found.matched_pairs), (Err(reason), Some(1)));
}

#[test]
fn consecutive_years_in_the_input_are_compared() {
    let known = editions();
    let e = &known[0];
    let answer = [("MON-01", level(2))];
    let books = vec![
        book(e, 2029, None, &answer),
        book(e, 2026, None, &answer),
        book(e, 2028, None, &answer),
        in_region("Anderland", book(e, 2027, None, &answer)),
    ];
    let world = World::new(&known, books);
    let comparison = world.comparison();
    let names: Vec<&str> = comparison.regions.iter().map(|region| region.name).collect();
    assert_eq!(names, ["Anderland", "Proefland"]);
    assert!(comparison.regions[0].changes.is_empty());
    let region = &comparison.regions[1];
    let pairs: Vec<(u16, u16)> = region.changes.iter().map(|change| region.years_of(change)).collect();
    assert_eq!(pairs, [(2026, 2028), (2028, 2029)]);
}

#[test]
fn quartiles_are_shown_for_five_regions_or_more() {
    let known = editions();
    let e = &known[0];
    let mut books = Vec::new();
    // Step 7 is MON-01 (weight 1) and MON-02 (weight 2).
    for (name, number) in [("Aa", 1.0), ("Bee", 2.0), ("Cee", 3.0), ("Dee", 4.0), ("Dis", 5.0)] {
        let answers = [("MON-01", level(0)), ("MON-02", times(number))];
        books.push(in_region(name, book(e, 2026, None, &answers)));
    }
    // MON-01 alone covers a third of the weight, so the score is withheld and Eel is not counted.
    books.push(in_region("Eel", book(e, 2026, None, &[("MON-01", level(4))])));
    let world = World::new(&known, books);
    let comparison = world.comparison();
    let found = comparison.mirror[0].steps[7];
    // MON-02 scores 0, 25, 50, 75, 100, times 2/3: 0, 50/3, 100/3, 50, 200/3. Of five, the quartiles are the second,
    // third and fourth.
    let spread = found.spread.unwrap();
    assert_eq!(found.regions, 5);
    for (figure, expected) in [
        (spread.min, 0.0),
        (spread.q1, 50.0 / 3.0),
        (spread.median, 100.0 / 3.0),
        (spread.q3, 50.0),
        (spread.max, 200.0 / 3.0),
    ] {
        assert!((figure - expected).abs() < 1e-9, "{spread:?}");
    }
    assert_eq!(comparison.mirror[0].steps[1].spread, None);
}

#[test]
fn what_was_answered_and_no_longer_applies_is_counted_and_named() {
    let known = editions();
    let e = &known[0];
    let world = |later: &[(&str, Answer)]| {
        let before = [("PRE-01", level(0)), ("PRE-02", YES)];
        let books = vec![
            book(e, 2026, Some("Duinstad"), &before),
            book(e, 2027, Some("Duinstad"), later),
        ];
        World::new(&known, books)
    };
    let named = |found: &StepChange| -> Vec<String> {
        let lapsed = found.lapsed.as_ref().expect("it is not withheld");
        let named = lapsed
            .iter()
            .map(|found| format!("{} {}", found.participant.name, e.rows[found.row].id));
        named.collect()
    };
    // A "no" that became "niet van toepassing" is no improvement: of what is left, nothing changed.
    let one = step(&world(&[("PRE-01", Answer::NotApplicable), ("PRE-02", YES)]), 1);
    assert_eq!(named(&one), ["Duinstad PRE-01"]);
    assert_eq!(one.parts.map(|parts| parts.real), Ok(0.0));
    // It is a number even where nothing can be compared.
    let gone = [("PRE-01", Answer::NotApplicable), ("PRE-02", Answer::NotApplicable)];
    let both = step(&world(&gone), 1);
    assert_eq!(named(&both), ["Duinstad PRE-01", "Duinstad PRE-02"]);
    assert!(both.parts.is_err());
    let unknown = step(&world(&[("PRE-01", Answer::Unknown), ("PRE-02", YES)]), 1);
    assert_eq!(named(&unknown), [""; 0]);
    let world = world(&gone);
    let comparison = world.comparison();
    let region = &comparison.regions[0];
    assert!(
        change_sentences(region, &region.changes[0]).contains(
            &"2 antwoorden van 2026 werden in 2027 niet van toepassing; welke, staat op het blad Vergelijkbaarheid."
                .to_owned()
        )
    );
}

#[test]
fn who_answered_jointly_in_one_year_only_is_named() {
    let known = editions();
    let e = &known[0];
    let joint = |book: Submission| Submission {
        is_joint: true,
        file: format!("samen-{}", book.file),
        ..book
    };
    let answers = [("PRE-01", level(2))];
    let own = |year| book(e, year, Some("Duinstad"), &answers);
    let once = |books: Vec<Submission>| {
        let world = World::new(&known, books);
        let comparison = world.comparison();
        let region = &comparison.regions[0];
        change_sentences(region, &region.changes[0])
            .into_iter()
            .find(|sentence| sentence.contains("gezamenlijk"))
    };
    assert_eq!(once(vec![own(2026), own(2027)]), None);
    assert_eq!(
        once(vec![own(2026), joint(own(2027))]).as_deref(),
        Some(
            "Duinstad antwoordde in maar één van beide jaren gezamenlijk; het verschil kan daaraan liggen, ook waar het echt heet."
        )
    );
    assert_eq!(once(vec![joint(own(2026)), joint(own(2027))]), None);
}
