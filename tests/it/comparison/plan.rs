//! The points of a plan and what really changed in their questions, worked by hand.

use ketenscan::comparison::{Direction, Unmatched};
use ketenscan::plan::Status;
use ketenscan::questionnaire::{Questionnaire, Row};

use super::books::*;

/// For each point: score before and after, and the real change.
type Found = (Option<f64>, Option<f64>, Result<f64, Unmatched>);

fn points(world: &World) -> Vec<Found> {
    let comparison = world.comparison();
    let plan = &comparison.regions[0].changes[0].plan;
    plan.iter()
        .map(|point| (point.before, point.after, point.real))
        .collect()
}

#[test]
fn who_answered_in_both_years_decides_whether_a_point_helped() {
    let known = editions();
    let e = &known[0];
    let books = vec![
        book(
            e,
            2026,
            Some("Duinstad"),
            &[("PRE-01", level(2)), ("PRE-02", PARTLY), ("BES-02", of(1.0, 4.0))],
        ),
        book(e, 2026, Some("Veenwold"), &[("PRE-01", level(0))]),
        book(e, 2026, None, &[("MON-01", level(3))]),
        book(e, 2027, Some("Duinstad"), &[("PRE-01", level(3)), ("PRE-02", PARTLY)]),
        book(e, 2027, Some("Zeeburg"), &[("PRE-01", level(4))]),
        book(e, 2027, None, &[("MON-01", level(1))]),
    ];
    let plan = [
        ("PRE-01", "Gereed"),
        ("pre-02 ", "Loopt"),
        ("MON-01", "Niet gestart"),
        ("BES-02", "Gereed"),
        ("OUD-01", "Gereed"),
    ];
    let world = World::new(&known, books).with_plan(2026, &plan);
    assert_eq!(
        points(&world),
        [
            // (50 + 0)/2 and (75 + 100)/2, while Duinstad itself went from 50 to 75.
            (Some(25.0), Some(87.5), Ok(25.0)),
            (Some(50.0), Some(50.0), Ok(0.0)),
            (Some(75.0), Some(25.0), Ok(-50.0)),
            (Some(25.0), None, Err(Unmatched::NotAnswered { year: 2027 })),
            (None, None, Err(Unmatched::NoSuchQuestion { year: 2026 })),
        ]
    );
    let comparison = world.comparison();
    let plan = &comparison.regions[0].changes[0].plan;
    assert_eq!(plan[0].entry.status(), Some(Status::Done));
    let directions: Vec<_> = plan[..3].iter().map(|point| point.direction().unwrap()).collect();
    assert_eq!(directions, [Direction::Better, Direction::Same, Direction::Worse]);
}

#[test]
fn nobody_in_both_years_is_distinguished_from_nobody_at_all() {
    let known = editions();
    let e = &known[0];
    let books = vec![
        book(e, 2026, Some("Duinstad"), &[("PRE-01", level(2))]),
        book(e, 2027, Some("Zeeburg"), &[("PRE-01", level(2))]),
    ];
    let world = World::new(&known, books).with_plan(2026, &[("PRE-01", "Gereed")]);
    assert_eq!(points(&world), [(Some(50.0), Some(50.0), Err(Unmatched::NobodyInBoth))]);
}

#[test]
fn a_point_follows_its_question_into_another_edition_and_back() {
    let known = editions();
    let (old, new) = (
        [("PRE-02", YES), ("BES-02", of(1.0, 4.0))],
        [("PRE-06", YES), ("BES-05", of(2.0, 4.0))],
    );
    let place = Some("Duinstad");
    let books = vec![book(&known[0], 2026, place, &old), book(&known[1], 2027, place, &new)];
    let plan = [("PRE-02", "Gereed"), ("BES-02", "Gereed")];
    let world = World::new(&known, books).with_plan(2026, &plan);
    let gone = Err(Unmatched::NoLongerAsked { year: 2027 });
    assert_eq!(
        points(&world),
        [(Some(100.0), None, gone), (Some(25.0), Some(50.0), Ok(25.0))]
    );

    let known = editions();
    let books = vec![book(&known[1], 2027, place, &new), book(&known[0], 2028, place, &old)];
    let plan = [("PRE-06", "Gereed"), ("BES-05", "Gereed")];
    let world = World::new(&known, books).with_plan(2027, &plan);
    let gone = Err(Unmatched::NoLongerAsked { year: 2028 });
    assert_eq!(
        points(&world),
        [(Some(100.0), None, gone), (Some(50.0), Some(25.0), Ok(-25.0))]
    );
}

/// Another question that replaces `old`, with weight 3.
fn also_replacing(edition: &mut Questionnaire, like: &str, id: &str) {
    let row = edition.row(like).unwrap();
    let mut question = edition.question_of(row).clone();
    id.clone_into(&mut question.id);
    let question = edition.questions.push(question);
    edition.rows.push(Row {
        id: id.to_owned(),
        question,
        practice: None,
        weight: 3.0,
    });
}

#[test]
fn a_question_that_became_two_is_compared_with_their_weighted_mean() {
    let mut known = editions();
    also_replacing(&mut known[1], "BES-05", "BES-06");
    let place = Some("Duinstad");
    let after = [("BES-05", of(2.0, 4.0)), ("BES-06", of(4.0, 4.0))];
    let books = vec![
        book(&known[0], 2026, place, &[("BES-02", of(1.0, 4.0))]),
        book(&known[1], 2027, place, &after),
    ];
    let world = World::new(&known, books).with_plan(2026, &[("BES-02", "Gereed")]);
    // (1·50 + 3·100)/4 = 87.5, from 25.
    assert_eq!(points(&world), [(Some(25.0), Some(87.5), Ok(62.5))]);
}
