//! What the same respondents answered earlier, and what the plan said, as shown by a new template.

use ketenscan::answers::{Answer, PlanNote, Previous, Region, Submission, assemble};
use ketenscan::comparison::previous::{Archive, Asked, look_back};
use ketenscan::plan::{FilledPlan, PlanEntry, Status};
use ketenscan::questionnaire::{Questionnaire, Role};

use super::books::*;

fn regions(books: Vec<Submission>) -> Vec<Region> {
    assemble(books, Vec::new()).value
}

/// What Duinstad's workbook for 2028, made from the later edition, shows.
fn shown(known: &[Questionnaire], regions: &[Region], plans: &[FilledPlan]) -> Previous {
    let archive = Archive {
        regions,
        plans,
        known: &together(known),
    };
    let asked = Asked {
        region: "proefland",
        year: 2028,
        role: Role::Municipality,
        municipality: Some("Duinstad"),
        perspective: "gemeente",
    };
    look_back(&archive, &known[1], &asked)
}

fn answers<'p>(known: &[Questionnaire], previous: &'p Previous, id: &str) -> &'p [Answer] {
    &previous.answers.as_ref().unwrap().rows[known[1].row(id).unwrap()]
}

/// The same workbook from another perspective, or filled in by somebody else.
fn from_side(known: &[Questionnaire], book: Submission, perspective: &str, respondent: &str) -> Submission {
    let known = together(known);
    let edition = known.of(&book.questionnaire).unwrap();
    let found = edition.perspectives.position(|known| known.key == perspective);
    Submission {
        perspective: found.unwrap(),
        respondent: Some(respondent.into()),
        ..book
    }
}

#[test]
fn earlier_answers_of_the_same_respondents_have_the_ids_of_today() {
    let known = editions();
    let duinstad = Some("duinstad");
    let regions = regions(vec![
        book(&known[0], 2025, duinstad, &[("PRE-01", level(0))]),
        book(
            &known[0],
            2026,
            duinstad,
            &[
                ("PRE-01", level(3)),
                ("BES-02", of(5.0, 8.0)),
                ("PRE-04", Answer::Unknown),
            ],
        ),
        from_side(
            &known,
            book(&known[0], 2026, duinstad, &[("PRE-01", level(1))]),
            "lokaal-team",
            "",
        ),
        // In the previous year only another municipality answered; answers of the year itself do not count.
        book(&known[1], 2027, Some("Veenwold"), &[("PRE-01", level(4))]),
        book(&known[1], 2028, duinstad, &[("PRE-01", level(2))]),
        in_region("Anderland", book(&known[1], 2027, duinstad, &[("PRE-01", level(2))])),
    ]);
    let previous = shown(&known, &regions, &[]);
    assert_eq!(previous.answers.as_ref().unwrap().year, 2026);
    assert_eq!(answers(&known, &previous, "PRE-01"), [level(3)]);
    assert_eq!(answers(&known, &previous, "BES-05"), [of(5.0, 8.0)], "once BES-02");
    assert_eq!(answers(&known, &previous, "PRE-04"), [Answer::Unknown]);
    assert_eq!(answers(&known, &previous, "PRE-03"), [], "left blank");
    assert_eq!(previous.plan, None);
}

#[test]
fn two_respondents_of_one_perspective_show_both_answers_if_they_differ() {
    let known = editions();
    let of_two = |number, respondent| {
        let answers = [("PRE-01", level(number)), ("PRE-02", YES)];
        from_side(
            &known,
            book(&known[0], 2027, Some("Duinstad"), &answers),
            "gemeente",
            respondent,
        )
    };
    let regions = regions(vec![of_two(2, "Adviseur"), of_two(3, "Teamleider")]);
    let previous = shown(&known, &regions, &[]);
    assert_eq!(answers(&known, &previous, "PRE-01"), [level(2), level(3)]);
}

#[test]
fn the_last_plan_before_the_year_is_shown_without_what_people_wrote() {
    let known = editions();
    let plan = |year, status: &str| {
        let mut entry = PlanEntry {
            id: "BES-02".to_owned(),
            ..PlanEntry::default()
        };
        let filled = [
            "Bel het Veenhuis",
            "",
            "",
            "",
            "",
            "in overleg met het Veenhuis",
            status,
        ];
        entry.fields = filled.map(str::to_owned);
        FilledPlan {
            file: String::new(),
            region: "Proefland".to_owned(),
            year,
            questionnaire: known[0].identity(),
            entries: vec![entry],
        }
    };
    let plans = [plan(2026, "Loopt"), plan(2027, "Gereed"), plan(2028, "Vervallen")];
    let found = shown(&known, &[], &plans).plan.unwrap();
    let note = PlanNote {
        status: Some(Status::Done),
        ready_by: None,
    };
    assert_eq!(found.year, 2027);
    assert_eq!(found.rows[known[1].row("BES-05").unwrap()], Some(note));
    assert_eq!(found.rows.iter().flatten().count(), 1);
}

#[test]
fn what_was_agreed_on_is_shown_instead_of_what_each_answered() {
    let known = editions();
    let own = [("PRE-01", level(2)), ("PRE-04", Answer::Unknown)];
    let own = from_side(
        &known,
        book(&known[0], 2027, Some("Duinstad"), &own),
        "gemeente",
        "Adviseur",
    );
    let joint = Submission {
        is_joint: true,
        ..book(&known[0], 2027, Some("Duinstad"), &[("PRE-01", level(4))])
    };
    let regions = regions(vec![own, joint]);
    let previous = shown(&known, &regions, &[]);
    assert_eq!(answers(&known, &previous, "PRE-01"), [level(4)]);
    assert_eq!(
        answers(&known, &previous, "PRE-04"),
        [Answer::Unknown],
        "nothing was agreed on"
    );
}
