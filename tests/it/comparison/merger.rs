//! Merged municipalities, worked by hand: their separate answers count for the new municipality.

use ketenscan::answers::{BlankWorkbook, Context, Merger, Submission, assemble};
use ketenscan::comparison::Parts;
use ketenscan::problem::{Problem, Severity};
use ketenscan::questionnaire::Questionnaire;

use super::books::*;

fn merger(name: &str, formerly: &[&str]) -> Merger {
    Merger {
        name: name.to_owned(),
        formerly: formerly.iter().map(|&name| name.to_owned()).collect(),
    }
}

/// The region's workbook for a year, which lists the mergers.
fn with_mergers(edition: &Questionnaire, year: u16, mergers: Vec<Merger>) -> Submission {
    Submission {
        context: Context {
            mergers,
            ..Context::default()
        },
        ..book(edition, year, None, &[("MON-01", level(2))])
    }
}

fn preventie(world: &World) -> (Parts, usize) {
    let comparison = world.comparison();
    let step = &comparison.regions[0].changes[0].steps[1];
    (step.parts.unwrap(), step.matched_pairs.unwrap())
}

#[test]
fn their_separate_answers_count_for_the_new_municipality() {
    let known = editions();
    let e = &known[0];
    let answers = |number| [("PRE-01", level(number))];
    let books = vec![
        book(e, 2026, Some("Duinstad"), &answers(2)),
        book(e, 2026, Some("Veenwold"), &answers(0)),
        book(e, 2026, Some("Heuveldam"), &answers(4)),
        book(e, 2027, Some("Duinveen"), &answers(3)),
        book(e, 2027, Some("Heuveldam"), &answers(4)),
    ];
    let apart = World::new(&editions(), books.clone());
    // Only Heuveldam stayed; (75 + 100)/2 − (50 + 0 + 100)/3 = 37.5, all due to who takes part.
    let (parts, matched) = preventie(&apart);
    assert_eq!(
        (parts.real, parts.apparent.unwrap().respondents, matched),
        (0.0, 37.5, 1)
    );

    let mut books = books;
    books.push(with_mergers(
        e,
        2027,
        vec![merger("Duinveen", &["duinstad", "Veenwold"])],
    ));
    let together = World::new(&editions(), books);
    // Duinveen was (50 + 0)/2 = 25, with Heuveldam 62.5; now (75 + 100)/2 = 87.5.
    let (parts, matched) = preventie(&together);
    assert_eq!(
        (parts.total(), parts.real, parts.apparent.unwrap().respondents, matched),
        (25.0, 25.0, 0.0, 2)
    );
    let comparison = together.comparison();
    let change = &comparison.regions[0].changes[0];
    assert_eq!(change.mergers, [merger("Duinveen", &["Duinstad", "Veenwold"])]);
    let stayed: Vec<&str> = change
        .entities
        .stayed
        .iter()
        .map(|entity| entity.name.as_str())
        .collect();
    assert_eq!(stayed, ["Duinveen", "Heuveldam"]);
    assert!(change.entities.left.is_empty());
}

#[test]
fn one_of_them_is_enough_to_have_taken_part() {
    let known = editions();
    let e = &known[0];
    let books = vec![
        book(e, 2026, Some("Duinstad"), &[("PRE-01", level(2))]),
        book(e, 2027, Some("Duinstad"), &[("PRE-01", level(3)), ("PRE-02", YES)]),
        with_mergers(e, 2027, vec![merger("Duinstad", &["Duinstad", "Veenwold"])]),
    ];
    let (parts, _) = preventie(&World::new(&editions(), books));
    // PRE-01 weighs 2 and PRE-02 1: 75 and 100 average 250/3, which is 25/3 more than PRE-01 alone.
    assert!(
        (parts.apparent.unwrap().availability - 25.0 / 3.0).abs() < 1e-9,
        "{parts:?}"
    );
    assert_eq!((parts.real, parts.apparent.unwrap().respondents), (25.0, 0.0));
}

/// The problems between these workbooks of the region.
fn problems(mergers: Vec<Vec<Merger>>) -> Vec<Problem> {
    let known = editions();
    let books = mergers.into_iter().enumerate().map(|(number, mergers)| Submission {
        file: format!("regio-{number}.xlsx"),
        respondent: Some(number.to_string().as_str().into()),
        ..with_mergers(&known[0], 2027, mergers)
    });
    let mut problems = assemble(books, Vec::<BlankWorkbook>::new()).problems;
    problems.retain(|problem| problem.code != "R07");
    problems
}

#[test]
fn contradictory_mergers_get_a_warning() {
    let one = merger("Duinveen", &["Duinstad", "Veenwold"]);
    let found = problems(vec![vec![one.clone()], vec![merger("duinveen", &["Duinstad"])]]);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].code, found[0].severity), ("R10", Severity::Warning));
    let printed = "wat bij 'Voorheen' staat van gemeente 'duinveen', verschilt van regio-0.xlsx";
    assert_eq!(found[0].message, printed);

    let found = problems(vec![vec![one.clone(), merger("Zeeveen", &["Veenwold"])]]);
    let printed = "'Veenwold' staat bij 'Voorheen' van 'Duinveen' en van 'Zeeveen'; zij telt bij 'Duinveen'";
    assert_eq!((found[0].code, found[0].message.as_str()), ("R11", printed));

    let same = merger("Duinveen", &["VEENWOLD", "Duinstad"]);
    assert_eq!(problems(vec![vec![one], vec![same]]), []);
}
