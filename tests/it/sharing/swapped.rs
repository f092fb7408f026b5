//! Whatever an attacker computes, another region that answered otherwise would have given the same report to the letter:
//! so no figure, and no combination of figures, determines an answer.

use std::collections::BTreeMap;

use super::drawn::{ASKED, ASKED_THREE, Dice, Drawing, NAMES, ids, quarters, renamed};
use super::{Shared, cases};
use ketenscan::answers::{Answer, Submission};
use ketenscan::questionnaire::{Questionnaire, Role, RowIndex};
use ketenscan::scoring::answer::{State, state};
use ketenscan_testing::region::region_of;

/// The random regions that are attacked, of 1 to 12 municipalities.
fn regions(few: u64) -> impl Iterator<Item = (&'static Questionnaire, Vec<Submission>)> {
    (0..cases(few)).map(|seed| {
        let asked: &Questionnaire = if seed % 3 == 2 { &ASKED_THREE } else { &ASKED };
        let municipalities = 1 + (seed % 12) as usize;
        (asked, Drawing::new(asked, seed).region(municipalities))
    })
}

/// Names of municipalities each taking the next one's.
fn next(name: &str) -> String {
    let place = NAMES.iter().position(|known| *known == name).expect("a known name");
    NAMES[(place + 1) % NAMES.len()].to_owned()
}

/// The first two names trading places.
fn traded(name: &str) -> String {
    match NAMES.iter().position(|known| *known == name) {
        Some(0) => NAMES[1].to_owned(),
        Some(1) => NAMES[0].to_owned(),
        _ => name.to_owned(),
    }
}

/// What a municipality answered to each row, one score for each of its workbooks, by perspective.
type Answers = BTreeMap<(usize, RowIndex), Vec<u64>>;

/// For each municipality its answers, and from which perspectives it answered at all.
fn by_municipality(asked: &Questionnaire, submissions: &[Submission]) -> BTreeMap<String, (Vec<usize>, Answers)> {
    use ketenscan::list::Index as _;
    let mut found: BTreeMap<String, (Vec<usize>, Answers)> = BTreeMap::new();
    for book in submissions {
        let Some(name) = &book.municipality else { continue };
        let (perspectives, answers) = found.entry(name.clone()).or_default();
        let perspective = book.perspective.number();
        perspectives.push(perspective);
        for (row, &answer) in book.answers.iter() {
            if let State::Answered(score) = state(&asked.question_of(row).kind, answer) {
                answers.entry((perspective, row)).or_default().push(score.to_bits());
            }
        }
    }
    found
}

#[test]
fn a_report_stays_the_same_when_municipalities_trade_places() {
    for (asked, submissions) in regions(36) {
        let shared = Shared::from(asked, submissions.clone());
        // Together these two make every way in which municipalities could trade places.
        for trade in [next, traded] {
            let other = Shared::from(asked, renamed(&submissions, trade));
            assert_eq!(shared.says, other.says);
        }
    }
}

#[test]
fn behind_every_answer_another_may_stand_whoever_looks() {
    let (mut shown, mut withheld) = (0, 0);
    for (asked, submissions) in regions(60) {
        let shared = Shared::from(asked, submissions.clone());
        let municipalities = by_municipality(asked, &submissions);
        // With a second workbook here and there, trading places would show; the solver takes those on.
        let mut profiles = municipalities.values().map(|(perspectives, _)| perspectives);
        let first = profiles.next();
        if profiles.any(|other| Some(other) != first) {
            continue;
        }
        for (row, id) in ids(asked, Role::Municipality) {
            if shared.score(id).is_none() {
                withheld += 1;
                continue;
            }
            shown += 1;
            for attacker in municipalities.keys() {
                for (target, (perspectives, own)) in &municipalities {
                    let answered = perspectives
                        .iter()
                        .filter_map(|&from| Some((from, own.get(&(from, row))?)));
                    for (from, answer) in answered.filter(|_| target != attacker) {
                        let mut others = municipalities.iter().filter(|(name, _)| *name != attacker);
                        let traded = others.any(|(_, (_, own))| own.get(&(from, row)).is_some_and(|it| it != answer));
                        assert!(traded, "{attacker} learns what {target} answered to {id}");
                    }
                }
            }
        }
    }
    assert!(shown > 50 && withheld > 50, "{shown} shown, {withheld} withheld");
}

#[test]
fn nothing_rests_on_what_is_withheld() {
    let mut changed = 0;
    for (number, (asked, mut submissions)) in (0..).zip(regions(36)) {
        let shared = Shared::from(asked, submissions.clone());
        let withheld = shared.withheld();
        let mut dice = Dice::new(number);
        for (row, id) in ids(asked, Role::Municipality) {
            if !withheld.contains(&id) {
                continue;
            }
            // All others say the same now, so that the row stays withheld.
            let answer = quarters(&asked.question_of(row).kind, dice.below(5));
            for book in submissions.iter_mut().filter(|book| book.role == Role::Municipality) {
                book.answers.set(row, answer);
            }
            changed += 1;
        }
        assert_eq!(shared.says, Shared::from(asked, submissions).says);
    }
    assert!(changed > 50, "{changed}");
}

#[test]
fn a_withheld_answer_may_be_another_as_well() {
    let mut checked = 0;
    for (asked, submissions) in regions(24) {
        let shared = Shared::from(asked, submissions.clone());
        for (row, _) in ids(asked, Role::Municipality)
            .into_iter()
            .filter(|(_, id)| shared.withheld().contains(id))
        {
            // Of somebody who answered.
            let Some(target) = submissions.iter().position(|book| {
                matches!(book.answers.get(row), Some(Answer::Answered(_))) && book.role == Role::Municipality
            }) else {
                continue;
            };
            let own = submissions[target].answers.get(row);
            // Somebody else who answered otherwise could have traded places.
            let mut others = submissions
                .iter()
                .filter(|book| book.perspective == submissions[target].perspective);
            let traded = others.any(|book| {
                let answer = book.answers.get(row);
                matches!(answer, Some(Answer::Answered(_))) && answer != own
            });
            let other = traded
                || (0..5).any(|along| {
                    let mut submissions = submissions.clone();
                    let answer = quarters(&asked.question_of(row).kind, along);
                    if submissions[target].answers.get(row) == Some(&answer) {
                        return false;
                    }
                    submissions[target].answers.set(row, answer);
                    Shared::from(asked, submissions).says == shared.says
                });
            let alone = submissions
                .iter()
                .filter(|book| book.role == Role::Municipality)
                .count();
            assert!(other, "the answer of {target} of {alone} to {}", asked.rows[row].id);
            checked += 1;
        }
    }
    assert!(checked > 30, "{checked}");
}

#[test]
fn nothing_people_wrote_and_no_inhabitants_make_a_difference() {
    for (asked, submissions) in regions(12) {
        let shared = Shared::from(asked, submissions.clone());
        let mut other = submissions;
        for (number, book) in other.iter_mut().enumerate() {
            book.file = format!("elders/{number}.xlsx");
            book.sha256 = "f".repeat(64);
            for (_, text) in &mut book.evidence {
                text.push_str(" van mevrouw Jansen");
            }
            for expected in &mut book.context.municipalities {
                expected.inhabitants = expected.inhabitants.map(|number| 3.0 * number + 17.0);
            }
            for figure in &mut book.context.key_figures {
                if figure.figure.starts_with("Zaken") {
                    figure.figure = "Zaken van wijkteam Zuid".to_owned();
                    figure.number += 100.0;
                } else if figure.number < 10.0 {
                    figure.number = 1.0;
                }
            }
        }
        assert_eq!(shared.says, Shared::of(asked, &region_of(other)).says);
    }
}
