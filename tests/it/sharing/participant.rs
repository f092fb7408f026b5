//! A municipality that took part knows its own answers. It enumerates what the others can have answered so that every
//! figure about a question comes out as it is shown, and wins where one answer is left for somebody.

use std::collections::{BTreeMap, BTreeSet};

use super::drawn::{ASKED, ASKED_THREE, Drawing, ids};
use super::{Shared, cases};
use ketenscan::answers::{Answer, Submission};
use ketenscan::questionnaire::{Kind, Questionnaire, Role, RowIndex};
use ketenscan::scoring::answer::{State, state};

/// Scores in eighths of 100: fine enough for the mean of two levels, each with a weight of a half.
const UNITS: i64 = 8;

/// Half of the distance between two figures as they are shown.
#[derive(Clone, Copy)]
struct Rounding {
    question: f64,
    step: f64,
}

impl Rounding {
    /// As the report rounds: to fives and to whole numbers, or not at all.
    fn of(shared: &Shared) -> Self {
        let all = |list: &str, multiple: f64| {
            let rows = shared.json[list].as_array().expect("a list").iter();
            let scores: Vec<f64> = rows.filter_map(|row| row["score"].as_f64()).collect();
            scores.iter().all(|score| score % multiple == 0.0)
        };
        Self {
            question: if all("questions", 5.0) { 2.5 } else { 0.0 },
            step: if all("steps", 1.0) { 0.5 } else { 0.0 },
        }
    }
}

/// Whether a figure is shown so, halves having been rounded up.
fn shows_as(figure: f64, shown: f64, half: f64) -> bool {
    if half == 0.0 {
        return (figure - shown).abs() < 1e-9;
    }
    let figure = figure + 1e-9;
    (shown - half..shown + half).contains(&figure)
}

/// What each municipality answered to a row, in units, with how many workbooks it did.
fn answers(asked: &Questionnaire, submissions: &[Submission], row: RowIndex) -> Vec<(i64, usize)> {
    let mut own: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for book in submissions {
        if let (Some(name), Some(&answer)) = (&book.municipality, book.answers.get(row))
            && let State::Answered(score) = state(&asked.question_of(row).kind, answer)
        {
            own.entry(name).or_default().push(score);
        }
    }
    let mean = |scores: &Vec<f64>| scores.iter().sum::<f64>() / scores.len() as f64;
    own.values()
        .map(|scores| ((mean(scores) * UNITS as f64 / 100.0).round() as i64, scores.len()))
        .collect()
}

/// What one municipality can have answered, with so many workbooks.
fn possible(kind: &Kind, workbooks: usize) -> Vec<i64> {
    let single = match kind {
        Kind::YesNo => UNITS / 2,
        _ => UNITS / 4,
    };
    let step = single / i64::try_from(workbooks).expect("a few");
    (0..=UNITS / step).map(|number| number * step).collect()
}

/// Every answer that somebody with so many workbooks can have given, as an attacker finds who answered `own`: the totals
/// that fit, less what all others together can come to.
struct Attack<'a> {
    kind: &'a Kind,
    /// All who answered: what, and with how many workbooks.
    answered: &'a [(i64, usize)],
    /// Whether so many units in all, of which so many municipalities short of 100, come out as shown.
    fits: &'a dyn Fn(i64, usize) -> bool,
}

impl Attack<'_> {
    /// What is left for `target`, whom `attacker` looks at.
    fn left(&self, attacker: usize, target: usize) -> BTreeSet<i64> {
        // What the rest can come to: totals, how many are below 100, and how many of the single ones gave each answer.
        let mut rest: BTreeSet<(i64, usize, Vec<usize>)> = BTreeSet::new();
        rest.insert((0, 0, vec![0; UNITS as usize + 1]));
        let others = (0..self.answered.len()).filter(|&other| other != attacker && other != target);
        let add = |(total, short, counts): &(i64, usize, Vec<usize>), answer: i64, workbooks: usize| {
            let mut counts = counts.clone();
            if workbooks == 1 {
                counts[answer as usize] += 1;
            }
            (total + answer, short + usize::from(answer < UNITS), counts)
        };
        for other in others {
            let workbooks = self.answered[other].1;
            let answers = possible(self.kind, workbooks);
            rest = rest
                .iter()
                .flat_map(|found| answers.iter().map(|&answer| add(found, answer, workbooks)))
                .collect();
        }
        let (own, own_books) = self.answered[attacker];
        let (_, workbooks) = self.answered[target];
        let mut left = BTreeSet::new();
        for answer in possible(self.kind, workbooks) {
            let found = rest.iter().any(|found| {
                let (total, short, counts) = add(&add(found, own, own_books), answer, workbooks);
                // Knowing the rule by which the row was chosen, too.
                let single: usize = counts.iter().sum();
                let alike = counts.iter().max().copied().unwrap_or(0);
                (self.fits)(total, short) && (single < self.answered.len() || single >= alike + 2)
            });
            if found {
                left.insert(answer);
            }
        }
        left
    }
}

/// Attacks every row that is shown, as everybody; returns how many answers were looked for.
fn attack(asked: &Questionnaire, submissions: &[Submission]) -> usize {
    let shared = Shared::from(asked, submissions.to_vec());
    let rounding = Rounding::of(&shared);
    let mut tried = 0;
    for (row, id) in ids(asked, Role::Municipality) {
        let question = asked.question_of(row);
        let is_small = matches!(question.kind, Kind::Level { .. } | Kind::YesNo);
        let Some(shown) = shared.score(id).filter(|_| is_small) else {
            continue;
        };
        let answered = answers(asked, submissions, row);
        let legal = shared.legal.iter().find(|(of, _)| of == id).map(|(_, number)| *number);
        // Where a step has this row alone, its score says the same with more digits.
        let alone = asked
            .rows
            .indices()
            .filter(|&other| asked.question_of(other).step == question.step)
            .count()
            == 1;
        let step = shared.step(question.step)["score"].as_f64().filter(|_| alone);
        let fits = |total: i64, short: usize| {
            let mean = 100.0 * total as f64 / (UNITS as f64 * answered.len() as f64);
            shows_as(mean, shown, rounding.question)
                && step.is_none_or(|step| shows_as(mean, step, rounding.step))
                && legal.is_none_or(|number| number == short)
        };
        let attack = Attack {
            kind: &question.kind,
            answered: &answered,
            fits: &fits,
        };
        // Who answered the same, with as many workbooks, sees and hides the same.
        let mut seen = BTreeSet::new();
        for attacker in 0..answered.len() {
            for target in (0..answered.len()).filter(|&target| target != attacker) {
                if !seen.insert((answered[attacker], answered[target].1)) {
                    continue;
                }
                let left = attack.left(attacker, target);
                assert!(
                    left.len() > 1,
                    "{id}: of {answered:?}, shown as {shown} ({step:?}, {legal:?}), number {attacker} learns {left:?}"
                );
                tried += 1;
            }
        }
    }
    tried
}

#[test]
fn who_took_part_learns_nobody_s_answer() {
    let mut tried = 0;
    for seed in 0..cases(48) {
        let asked: &Questionnaire = if seed % 3 == 2 { &ASKED_THREE } else { &ASKED };
        let municipalities = 1 + (seed % 8) as usize;
        tried += attack(asked, &Drawing::new(asked, 4000 + seed).region(municipalities));
    }
    assert!(tried > 200, "{tried}");
}

#[test]
#[ignore = "takes a minute in release"]
fn who_took_part_learns_nobody_s_answer_in_any_of_many_regions() {
    for seed in 0..cases(3000) {
        let asked: &Questionnaire = if seed % 3 == 2 { &ASKED_THREE } else { &ASKED };
        let municipalities = 1 + (seed % 12) as usize;
        attack(asked, &Drawing::new(asked, 100_000 + seed).region(municipalities));
    }
}

#[test]
fn three_to_six_municipalities_at_any_levels_learn_nothing_of_each_other() {
    // Every way in which three to six municipalities can answer one question of yes, partly and no.
    let row = ASKED.row("HUL-01").expect("a row");
    let mut tried = 0;
    for (asked, municipalities) in [(&*ASKED_THREE, 3), (&*ASKED_THREE, 4), (&*ASKED, 5), (&*ASKED, 6)] {
        for number in 0..3_usize.pow(municipalities) {
            // In rising order: other orders come to the same.
            let answers: Vec<u64> = (0..municipalities)
                .map(|place| (number / 3_usize.pow(place) % 3) as u64)
                .collect();
            if !answers.is_sorted() {
                continue;
            }
            let mut drawing = Drawing::new(asked, 5);
            let mut submissions: Vec<Submission> = answers
                .iter()
                .zip(super::drawn::NAMES)
                .map(|(_, name)| drawing.municipality(name, "gemeente", 0))
                .collect();
            for (book, answer) in submissions.iter_mut().zip(&answers) {
                for (_, answer) in book.answers.iter_mut() {
                    *answer = Answer::Missing;
                }
                book.answers.set(row, super::drawn::quarters(&Kind::YesNo, 2 * answer));
            }
            tried += attack(asked, &submissions);
        }
    }
    assert!(tried > 50, "{tried}");
}
