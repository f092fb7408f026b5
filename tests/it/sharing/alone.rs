//! A single partner, local team or expert by experience: nothing that one of few says makes a difference.

use super::drawn::{ASKED, ASKED_THREE, Dice, Drawing, NAMES, quarters};
use super::{Shared, cases};
use ketenscan::answers::Answer;
use ketenscan::questionnaire::{PerspectiveIndex, Questionnaire, Role};

#[test]
fn what_few_of_a_perspective_say_of_the_region_makes_no_difference() {
    let mut changed = 0;
    for seed in 0..cases(36) {
        let asked: &Questionnaire = if seed % 3 == 2 { &ASKED_THREE } else { &ASKED };
        let minimum = asked.thresholds.sharing_minimum;
        let mut submissions = Drawing::new(asked, 1000 + seed).region(6);
        let shared = Shared::from(asked, submissions.clone());
        let mut dice = Dice::new(seed);
        for perspective in asked.perspectives.indices() {
            let is_partner = asked.perspectives[perspective].key != "regio";
            let own = submissions
                .iter_mut()
                .filter(|book| is_partner && book.role == Role::Region && book.perspective == perspective);
            let own: Vec<_> = own.collect();
            if own.len() >= minimum {
                continue;
            }
            for book in own {
                for (row, answer) in book.answers.iter_mut() {
                    *answer = match dice.below(8) {
                        0 => Answer::Unknown,
                        _ => quarters(&asked.question_of(row).kind, dice.below(5)),
                    };
                    changed += 1;
                }
            }
        }
        assert_eq!(shared.says, Shared::from(asked, submissions).says);
    }
    assert!(changed > 50, "{changed}");
}

#[test]
fn whether_a_lone_partner_took_part_at_all_is_not_told() {
    for seed in 0..cases(12) {
        let asked: &Questionnaire = &ASKED;
        let mut submissions = Drawing::new(asked, 2000 + seed).region(7);
        // One expert, who names no priorities: those are counted over all.
        let is_expert = |perspective: PerspectiveIndex| asked.perspectives[perspective].key == "veilig-thuis";
        submissions.retain(|book| !is_expert(book.perspective));
        let without = Shared::from(asked, submissions.clone());
        let mut expert = Drawing::new(asked, seed).region(1);
        expert.retain(|book| is_expert(book.perspective));
        expert.truncate(1);
        for book in &mut expert {
            book.priorities.clear();
        }
        submissions.extend(expert);
        assert_eq!(without.says, Shared::from(asked, submissions).says);
    }
}

#[test]
fn a_perspective_that_only_some_municipalities_add_is_not_told_apart() {
    // Six municipalities; Aardvoort's local team answered as well. What the perspective `gemeente` says, subtracted from
    // what all say, would be half of what the team says otherwise than its municipality.
    let asked: &Questionnaire = &ASKED;
    for seed in 0..cases(24) {
        let mut drawing = Drawing::new(asked, 3000 + seed);
        let names = &NAMES[..6];
        let mut submissions: Vec<_> = (0..)
            .zip(names)
            .map(|(place, name)| drawing.municipality(name, "gemeente", place))
            .collect();
        submissions.push(drawing.municipality(names[0], "opvang", 0));
        submissions.push(drawing.of_the_region(names));
        let shared = Shared::from(asked, submissions.clone());
        let row = asked.row("MON-01").expect("a row");
        let answered = matches!(submissions[6].answers.get(row), Some(Answer::Answered(_)));
        // MON-01 stands alone in its step: what `gemeente` scores there would be MON-01 alone.
        let perspectives = shared.json["perspectives"].as_array().expect("a list");
        let shown = perspectives.iter().any(|found| !found["steps"][7]["score"].is_null());
        assert!(!(answered && shown), "{}", shared.says);
    }
}
