//! Properties of every region, whatever was answered.

mod drawn;
mod figures;
mod spared;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use self::drawn::{ASKED, QUESTIONS, answered, drafts, questionnaire, scored};
use self::figures::{assert_same, figures, nearly, ranges};
use ketenscan::answers::{Answer, Choice, Region, Submission, Value, assemble};
use ketenscan::list::Index as _;
use ketenscan::problem::any_error;
use ketenscan::questionnaire::{Kind, Questionnaire, Role, RowIndex, ThemeIndex};
use ketenscan::report::Report;
use ketenscan::report::region::json;
use ketenscan::scoring::{self, RegionScore, RowScore, Status, Weighting};
use ketenscan_testing::region;
use ketenscan_testing::region::{Workbook, asking_with, choice, level, number, of};
use proptest::prelude::*;
use proptest::sample::Index;

/// An answer that can be changed, as a workbook and a row.
fn find(submissions: &[Submission], wanted: impl Fn(Answer) -> bool, which: Index) -> Option<(usize, RowIndex)> {
    let mut found = Vec::new();
    for (book, submission) in submissions.iter().enumerate() {
        for (row, answer) in submission.answers.iter() {
            if wanted(*answer) {
                found.push((book, row));
            }
        }
    }
    (!found.is_empty()).then(|| *which.get(&found))
}

/// The answer moved by the proportion `further` (0 to 1) of the remaining distance to the best answer.
fn raised(kind: &Kind, value: Value, further: f64) -> Answer {
    match (kind, value) {
        (_, Value::Level(given)) => level(given + (further * f64::from(4 - given)).ceil() as u8),
        (_, Value::Choice(Choice::No)) => choice(Choice::Partly),
        (_, Value::Choice(_)) => choice(Choice::Yes),
        (Kind::Share { .. }, Value::Pair { part, whole }) => of(part + further * (whole - part), whole),
        (_, Value::Pair { part, whole }) => of(part + further * whole, whole),
        (Kind::Count { full_at, zero_at, .. }, Value::Count(given)) => {
            number((given + further * (full_at - zero_at)).max(0.0))
        }
        (_, Value::Count(given)) => number(given),
    }
}

/// Enough to include unusual regions within a few seconds, the same every time; `PROPTEST_CASES` changes the number.
fn cases() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES");
    ProptestConfig::with_cases(asked.map_or(96, |cases| cases.parse().expect("a number of cases")))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn low_score_and_high_stand_in_order_between_0_and_100(drafts in drafts()) {
        let asked = &*ASKED;
        let (_, score) = drafts.scored(asked);
        let rows = score.rows.iter().map(|found| (found.low, found.score, found.high));
        let totals = score.steps.iter().chain(&score.themes).map(|found| (found.low, found.score, found.high));
        let chain = [(score.chain.low, score.chain.score, score.chain.high)];
        for (low, value, high) in rows.chain(totals).chain(chain) {
            prop_assert_eq!(low.is_some(), high.is_some());
            let (Some(low), Some(high)) = (low, high) else {
                prop_assert_eq!(value, None);
                continue;
            };
            let value = value.unwrap_or(low);
            prop_assert!(-1e-9 <= low && low <= value + 1e-9 && value <= high + 1e-9 && high <= 100.0 + 1e-9);
        }
        // Coverage is 0 to 1, the gap 0 to the norm, the spread 0 to 100.
        for (row, found) in asked.rows.iter().zip(&score.rows) {
            prop_assert!(found.coverage.is_none_or(|coverage| (0.0..=1.0 + 1e-9).contains(&coverage)));
            prop_assert!(found.gap.is_none_or(|gap| (0.0..=asked.questions[row.question].norm).contains(&gap)));
            prop_assert!(found.spread.is_none_or(|spread| (0.0..=100.0 + 1e-9).contains(&spread)));
            prop_assert_eq!(found.score.is_some(), found.gap.is_some());
            prop_assert_eq!(found.score.is_some(), found.coverage.is_some_and(|coverage| coverage > 0.0));
        }
    }

    #[test]
    fn the_range_is_as_wide_as_coverage_is_short(drafts in drafts()) {
        let asked = &*ASKED;
        let (_, score) = drafts.scored(asked);
        let rows = score.rows.iter().map(|found| (found.low, found.high, found.coverage));
        let totals = score.steps.iter().chain(&score.themes).map(|found| (found.low, found.high, found.coverage));
        for figures in rows.chain(totals) {
            match figures {
                (Some(low), Some(high), Some(coverage)) => {
                    prop_assert!(nearly(high - low, 100.0 * (1.0 - coverage)));
                }
                figures => prop_assert_eq!(figures, (None, None, None)),
            }
        }
    }

    #[test]
    fn a_score_is_shown_exactly_where_enough_is_answered_and_applies(drafts in drafts()) {
        let asked = &*ASKED;
        let (_, score) = drafts.scored(asked);
        for total in score.steps.iter().chain(&score.themes) {
            let half = |share: Option<f64>| share.is_some_and(|share| share + 1e-9 >= 0.5);
            let enough = half(total.coverage) && half(total.applicable) && total.scored >= 2;
            prop_assert_eq!(total.score.is_some(), enough);
            prop_assert_eq!(total.score.is_none(), total.status == Status::Insufficient);
            prop_assert_eq!(total.gap.is_some(), enough);
        }
    }

    #[test]
    fn raising_one_answer_lowers_no_score(drafts in drafts(), which: Index, further in 0.0..=1.0) {
        let asked = &*ASKED;
        let mut submissions = drafts.submissions(asked);
        let answer = |answer: Answer| matches!(answer, Answer::Answered(_)) && !answer.nothing_needed();
        if let Some((book, row)) = find(&submissions, answer, which) {
            let (region, before) = scored(asked, submissions.clone(), drafts.weighting);
            if let Some(&Answer::Answered(value)) = submissions[book].answers.get(row) {
                let raised = raised(&asked.question_of(row).kind, value, further);
                submissions[book].answers.set(row, raised);
            }
            let (_, after) = scored(asked, submissions, drafts.weighting);
            let (before, after) = (figures(asked, &region, &before), figures(asked, &region, &after));
            let never_falls = |of: &str| {
                let mut figures = ["score", "low", "high", "unbroken", "at norm"].iter();
                figures.any(|figure| of.ends_with(figure)) || of.ends_with(|c: char| c.is_ascii_digit())
            };
            for (of, before) in before.iter().filter(|(of, _)| never_falls(of)) {
                let (after, before) = (after[of].map(|a| a + 1e-9), *before);
                prop_assert!(after.is_some() == before.is_some() && after >= before, "{} fell to {:?}", of, after);
            }
        }
    }

    #[test]
    fn answering_an_unknown_never_widens_a_range(drafts in drafts(), which: Index, along in 0.0..=1.0) {
        let asked = &*ASKED;
        let mut submissions = drafts.submissions(asked);
        let silent = |answer: Answer| matches!(answer, Answer::Unknown | Answer::Missing);
        if let Some((book, row)) = find(&submissions, silent, which) {
            let (_, before) = scored(asked, submissions.clone(), drafts.weighting);
            let answered = answered(&asked.question_of(row).kind, along);
            submissions[book].answers.set(row, answered);
            let (_, after) = scored(asked, submissions, drafts.weighting);
            for (before, after) in ranges(asked, &before).into_iter().zip(ranges(asked, &after)) {
                let width = |(_, low, high): &(String, Option<f64>, Option<f64>)| Some((*high)? - (*low)?);
                match (width(&before), width(&after)) {
                    (Some(was), Some(is)) => prop_assert!(is <= was + 1e-9, "{:?} became {:?}", before, after),
                    (was, is) => prop_assert_eq!(was, is),
                }
            }
        }
    }

    #[test]
    fn the_order_of_workbooks_changes_not_a_bit(
        (drafts, order) in drafts().prop_flat_map(|drafts| {
            let count = drafts.workbooks.len() + 1;
            (Just(drafts), Just((0..count).collect::<Vec<_>>()).prop_shuffle())
        })
    ) {
        let asked = &*ASKED;
        let submissions = drafts.submissions(asked);
        let shuffled = order.iter().map(|&index| submissions[index].clone()).collect();
        let written = |submissions| {
            let (region, score) = scored(asked, submissions, drafts.weighting);
            let report = Report { questionnaire: asked, region: &region, score: &score, sharing: None };
            (json::write(&report).unwrap(), format!("{score:?}"))
        };
        prop_assert_eq!(written(submissions), written(shuffled));
    }

    #[test]
    fn the_order_of_questions_changes_no_figure(drafts in drafts(), order in Just(QUESTIONS).prop_shuffle()) {
        let (asked, shuffled) = (&*ASKED, &questionnaire(&order));
        let ((region, before), (_, after)) = (drafts.scored(asked), drafts.scored(shuffled));
        assert_same(&figures(shuffled, &region, &after), &figures(asked, &region, &before))?;
        // Lists with an order of their own keep it.
        let ids = |asked: &Questionnaire, rows: &[RowIndex]| -> Vec<String> {
            rows.iter().map(|&row| asked.rows[row].id.clone()).collect()
        };
        let agenda = |score: &RegionScore| -> Vec<RowIndex> { score.agenda.iter().map(|point| point.row).collect() };
        prop_assert_eq!(ids(asked, &before.plan), ids(shuffled, &after.plan));
        prop_assert_eq!(ids(asked, &agenda(&before)), ids(shuffled, &agenda(&after)));
        prop_assert_eq!(&before.white_spots, &after.white_spots);
        prop_assert_eq!(&before.contradictions, &after.contradictions);
        prop_assert_eq!(&before.votes, &after.votes);
    }

    #[test]
    fn who_says_only_not_applicable_counts_as_absent(drafts in drafts(), which: Index) {
        let asked = &*ASKED;
        // A municipality that is only known because it sent workbooks.
        let (name, row) = ("Zuid", RowIndex::at(which.index(asked.rows.len())));
        let with = |answer: Answer| {
            let mut submissions = drafts.submissions(asked);
            let mut own = Workbook::of_municipality(asked, name).says_everywhere(Answer::Unknown);
            if asked.question_of(row).role == Role::Municipality {
                own = own.says(&asked.rows[row].id, answer);
            }
            let other = own.clone().seen_from("opvang");
            let list = Workbook::of_region(asked).filled_in_by("secretaris").expects(name, Some(500.0));
            let rows = asked.rows_of(Role::Region).map(|row| asked.rows[row].id.as_str());
            let list = rows.fold(list, Workbook::leaves_out);
            submissions.extend([own.handed_in(), other.handed_in(), list.handed_in()]);
            scored(asked, submissions, drafts.weighting).1.rows[row]
        };
        let absent = drafts.scored(asked).1.rows[row];
        // All figures are the same, except for the proportion to whom it applies.
        let applicable = absent.applicable;
        prop_assert_eq!(RowScore { applicable, ..with(Answer::NotApplicable) }, absent);
        if asked.question_of(row).role == Role::Municipality && absent.coverage.is_some() {
            prop_assert!(with(Answer::Unknown).coverage < absent.coverage || absent.coverage == Some(0.0));
        }
    }

    #[test]
    fn a_second_respondent_who_says_the_same_changes_no_figure(drafts in drafts(), which: Index) {
        let asked = &*ASKED;
        let (region, before) = drafts.scored(asked);
        let mut submissions = drafts.submissions(asked);
        // All respondents of the perspective are duplicated; otherwise its mean would change.
        let chosen = drafts.workbooks[which.index(drafts.workbooks.len())].clone();
        for draft in &drafts.workbooks {
            if (draft.municipality, draft.perspective) == (chosen.municipality, chosen.perspective) {
                let mut second = draft.submission(asked);
                second.respondent = Some(format!("naast {}", draft.respondent).as_str().into());
                second.file = format!("naast-{}", second.file);
                submissions.push(second);
            }
        }
        let (region_after, after) = scored(asked, submissions, drafts.weighting);
        assert_same(&figures(asked, &region_after, &after), &figures(asked, &region, &before))?;
    }

    #[test]
    fn there_is_no_gap_exactly_where_every_scored_question_meets_its_norm(drafts in drafts()) {
        let asked = &*ASKED;
        let (_, score) = drafts.scored(asked);
        let meets = |row: RowIndex| score.rows[row].score.is_none_or(|s| s + 1e-9 >= asked.question_of(row).norm);
        for (step, total) in score.steps.iter().enumerate() {
            let all_meet = asked.rows.indices().filter(|&row| asked.question_of(row).step == step).all(meets);
            prop_assert!(total.gap.is_none_or(|gap| (gap < 1e-9) == all_meet));
        }
        for (theme, total) in score.themes.indexed() {
            let all_meet = asked.rows.indices().filter(|&row| asked.question_of(row).theme == theme).all(meets);
            prop_assert!(total.gap.is_none_or(|gap| (gap < 1e-9) == all_meet));
        }
        let planned: Vec<RowIndex> = asked.rows.indices().filter(|&row| !meets(row)).collect();
        let mut plan = score.plan.clone();
        plan.sort_unstable();
        prop_assert_eq!(plan, planned);
    }
}

#[test]
fn the_random_regions_are_varied_enough() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let asked = &*ASKED;
    let mut runner = TestRunner::deterministic();
    let mut shown = [0; 4];
    for _ in 0..60 {
        let drafts = drafts().new_tree(&mut runner).unwrap().current();
        assert!(!any_error(&assemble(drafts.submissions(asked), Vec::new()).problems));
        let (_, score) = drafts.scored(asked);
        shown[0] += usize::from(score.steps.iter().any(|step| step.score.is_some()));
        shown[1] += usize::from(score.steps.iter().any(|step| step.score.is_none()));
        shown[2] += usize::from(!score.agenda.is_empty());
        shown[3] += usize::from(
            score
                .rows
                .iter()
                .any(|row| row.spread.is_some_and(|spread| spread > 0.0)),
        );
    }
    assert!(shown.iter().all(|&times| times >= 10), "{shown:?}");
}

/// Per step a general question and two for each practice, of which one of each pair weighs more.
fn chain_of_links() -> Questionnaire {
    let prefixes = ["PRE", "VRO", "ADV", "MEL", "BES", "HUL", "MON"];
    let ids: Vec<[String; 3]> = prefixes
        .map(|prefix| [1, 2, 3].map(|n| format!("{prefix}-0{n}")))
        .to_vec();
    let fields = ["weight = 3", "per_practice = true; weight = 2", "per_practice = true"];
    let questions: Vec<(&str, &str)> = ids
        .iter()
        .flat_map(|ids| ids.iter().map(String::as_str).zip(fields))
        .collect();
    asking_with("", &questions, "")
}

#[test]
fn practices_that_stall_at_different_steps_are_seen_to() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let asked = chain_of_links();
    let rows = asked.rows.len();
    let mut runner = TestRunner::deterministic();
    // Where each practice stalls (0: nowhere), and for every row and municipality a little noise and who is silent.
    let regions = (
        proptest::collection::vec(0..8_usize, 4),
        proptest::collection::vec((0..3_u8, 0..10_u8), 3 * asked.rows.len()),
    );
    let (mut made, mut seen) = (0, 0);
    for _ in 0..200 {
        let (stalls, noise) = regions.new_tree(&mut runner).unwrap().current();
        let books = ["A", "B", "C"].iter().enumerate().map(|(place, name)| {
            asked
                .rows
                .indexed()
                .fold(Workbook::of_municipality(&asked, name), |book, (row, found)| {
                    let (off, silent) = noise[place * asked.rows.len() + row.number()];
                    let stalled = found
                        .practice
                        .is_some_and(|practice| stalls[practice.number()] == asked.question_of(row).step);
                    let given = if stalled { off.min(1) } else { 2 + off };
                    book.says(&found.id, if silent == 0 { Answer::Unknown } else { level(given) })
                })
        });
        let found = region::scored(&asked, books).score;
        for (practice, (found, &step)) in found.practices.iter().zip(&stalls).enumerate() {
            // Silence may hide where a case stalls, but never moves it.
            let own = asked.rows.indexed().filter(|(row, own)| {
                own.practice.is_some_and(|own| own.number() == practice) && asked.question_of(*row).step == step
            });
            let mut heard = own.flat_map(|(row, _)| (0..3).map(move |place| place * rows + row.number()));
            let wanted = if step > 0 && heard.all(|drawn| noise[drawn].1 > 0) {
                [Some(step); 2]
            } else {
                [None, Some(step).filter(|step| *step > 0)]
            };
            assert!(wanted.contains(&found.stalls_at), "{found:?} stalls at {step}");
        }
        if stalls.iter().any(|step| *step != stalls[0]) {
            made += 1;
            let stalled: Vec<usize> = found
                .practices
                .iter()
                .map(|found| found.stalls_at.unwrap_or(0))
                .collect();
            seen += usize::from(stalled == stalls);
        }
    }
    assert!(made > 150 && 2 * seen >= made, "{seen} of {made}");
}
