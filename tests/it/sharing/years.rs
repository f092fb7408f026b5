//! Two years beside each other: what came in between, and what stayed, is nobody's to compute.

use std::collections::BTreeSet;

use super::drawn::Dice;
use super::drawn::{ASKED, ASKED_THREE, Drawing, NAMES, renamed};
use super::{Shared, cases};
use ketenscan::answers::{Answer, Merger, Region, Submission};
use ketenscan::questionnaire::{Editions, Questionnaire};
use ketenscan::report::comparison::{json, outline, terminal};
use ketenscan::report::sharing::{Audience, DisclosedYear, disclose_comparison, disclose_year};
use ketenscan_testing::region::{Workbook, asking_with, level, region_of};
use serde_json::Value;

/// The shared comparison of regions and years: all that it says, and its JSON.
pub(super) fn compared(asked: &Questionnaire, regions: &[Region]) -> (String, Value) {
    let years: Vec<(&Questionnaire, &Region)> = regions.iter().map(|region| (asked, region)).collect();
    compared_by(&asked.clone().into(), &years)
}

/// The same, each by its own edition.
pub(super) fn compared_by(known: &Editions, years: &[(&Questionnaire, &Region)]) -> (String, Value) {
    let years = years
        .iter()
        .map(|(asked, region)| disclose_year(Audience::Anyone, asked, region));
    let years: Vec<DisclosedYear> = years.collect();
    let report = disclose_comparison(Audience::Anyone, &years, |_| &[], known).expect("one questionnaire");
    let text = json::write(&report.comparison).expect("JSON");
    let says = format!("{text}{}{:?}", terminal::write(&report), outline(&report));
    (says, serde_json::from_str(&text).expect("JSON"))
}

pub(super) fn in_year(mut submissions: Vec<Submission>, year: u16) -> Region {
    for book in &mut submissions {
        book.year = year;
    }
    region_of(submissions)
}

/// Two years of a region: most municipalities took part in both.
fn two_years(asked: &Questionnaire, seed: u64) -> [Vec<Submission>; 2] {
    let mut dice = Dice::new(seed);
    let mut drawing = Drawing::new(asked, 6000 + seed);
    let number = 4 + dice.below(9) as usize;
    [0, 1].map(|_| {
        let mut submissions = drawing.region(number);
        let left = NAMES[dice.below(number as u64) as usize];
        if dice.chance(60) {
            submissions.retain(|book| book.municipality.as_deref() != Some(left));
        }
        submissions
    })
}

#[test]
fn a_comparison_stays_the_same_when_municipalities_trade_places() {
    for seed in 0..cases(16) {
        let asked: &Questionnaire = if seed % 3 == 2 { &ASKED_THREE } else { &ASKED };
        let [before, after] = two_years(asked, seed);
        let under = |name: &dyn Fn(&str) -> String| {
            let regions = [
                in_year(renamed(&before, name), 2026),
                in_year(renamed(&after, name), 2027),
            ];
            compared(asked, &regions).0
        };
        let place = |name: &str| NAMES.iter().position(|known| *known == name).expect("a known name");
        let own = under(&|name| name.to_owned());
        assert_eq!(own, under(&|name| NAMES[(place(name) + 5) % NAMES.len()].to_owned()));
        for name in NAMES {
            assert!(!own.contains(name), "{name}");
        }
    }
}

#[test]
fn a_merger_is_neither_named_nor_computed_with() {
    let asked: &Questionnaire = &ASKED;
    let [before, mut after] = two_years(asked, 3);
    let regions = |after: &[Submission]| [in_year(before.clone(), 2026), in_year(after.to_vec(), 2027)];
    let without = compared(asked, &regions(&after)).0;
    for book in after.iter_mut().filter(|book| book.municipality.is_none()) {
        book.context.mergers = vec![Merger {
            name: NAMES[0].to_owned(),
            formerly: vec![NAMES[1].to_owned(), NAMES[2].to_owned()],
        }];
    }
    assert_eq!(without, compared(asked, &regions(&after)).0);
}

/// One municipal question, alone in its step: nothing else blurs what its step says.
pub(super) fn lonely() -> Questionnaire {
    asking_with("", &[("PRE-01", "")], "")
}

/// What is known of two years of that question: who answered, and every figure about it.
struct Known {
    matched: usize,
    left: usize,
    joined: usize,
    /// Scores of the question and of its step, in either year.
    questions: [Option<f64>; 2],
    steps: [Option<f64>; 2],
    total: Option<f64>,
    real: Option<f64>,
}

impl Known {
    /// The sums of levels that fit: of those in both years in either, of those who left and those who joined.
    fn solutions(&self) -> Vec<[usize; 4]> {
        let shows = |figure: f64, shown: Option<f64>, half: f64| {
            shown.is_none_or(|shown| (shown - half..=shown + half).contains(&figure) || (figure - shown).abs() < 1e-9)
        };
        let half = |shown: Option<f64>, multiple: f64| match shown {
            Some(shown) if shown % multiple != 0.0 => 0.0,
            _ => multiple / 2.0,
        };
        let mut found = Vec::new();
        for a in 0..=4 * self.matched {
            for left in 0..=4 * self.left {
                let before = 25.0 * (a + left) as f64 / (self.matched + self.left) as f64;
                let fits = shows(before, self.questions[0], half(self.questions[0], 5.0))
                    && shows(before, self.steps[0], half(self.steps[0], 1.0));
                if !fits {
                    continue;
                }
                for b in 0..=4 * self.matched {
                    for joined in 0..=4 * self.joined {
                        let after = 25.0 * (b + joined) as f64 / (self.matched + self.joined) as f64;
                        let real = 25.0 * (b as f64 - a as f64) / self.matched as f64;
                        let fits = shows(after, self.questions[1], half(self.questions[1], 5.0))
                            && shows(after, self.steps[1], half(self.steps[1], 1.0))
                            // The difference of two rounded scores.
                            && shows(after - before, self.total, 1.0)
                            && shows(real, self.real, half(self.real, 1.0));
                        if fits {
                            found.push([a, b, left, joined]);
                        }
                    }
                }
            }
        }
        found
    }
}

#[test]
fn who_joined_or_left_is_not_what_is_left_after_subtraction() {
    let asked = lonely();
    let (mut tried, mut real) = (0, 0);
    for seed in 0..cases(60) {
        let mut dice = Dice::new(7000 + seed);
        let (matched, left, joined) = (
            5 + dice.below(3) as usize,
            dice.below(3) as usize,
            dice.below(3) as usize,
        );
        let mut drawing = Drawing::new(&asked, seed);
        let mut year = |names: Vec<&str>| {
            let books = names.into_iter().enumerate().map(|(place, name)| {
                let mut book = drawing.municipality(name, "gemeente", place);
                // Everybody answers, so that the attacker knows how many did.
                let row = asked.row("PRE-01").expect("a row");
                if !matches!(book.answers.get(row), Some(Answer::Answered(_))) {
                    book.answers.set(row, level(dice.below(5) as u8));
                }
                book
            });
            books.collect::<Vec<_>>()
        };
        let (stayed, rest) = NAMES.split_at(matched);
        let before = year(stayed.iter().chain(&rest[..left]).copied().collect());
        let after = year(stayed.iter().chain(&rest[left..left + joined]).copied().collect());
        let regions = [in_year(before, 2026), in_year(after, 2027)];
        let shared = regions.each_ref().map(|region| Shared::of(&asked, region));
        let (_, comparison) = compared(&asked, &regions);
        let of_years = &comparison["regions"][0];
        let change = &of_years["changes"][0]["steps"][1];
        for key in ["availability", "respondents", "questions", "matched_pairs"] {
            assert!(change[key].is_null(), "{key}");
        }
        let known = Known {
            matched,
            left,
            joined,
            questions: shared.each_ref().map(|shared| shared.score("PRE-01")),
            steps: [0, 1].map(|year| of_years["years"][year]["steps"][1]["score"].as_f64()),
            total: change["total"].as_f64(),
            real: change["real"].as_f64(),
        };
        real += usize::from(known.real.is_some());
        let solutions = known.solutions();
        assert!(!solutions.is_empty());
        for (who, group) in [(left, 2), (joined, 3)] {
            let sums: BTreeSet<usize> = solutions.iter().map(|sums| sums[group]).collect();
            // One who joined is known if one sum is left; two are if it is the least or the largest.
            let most = 4 * who;
            let given_away = match who {
                0 => false,
                1 => sums.len() == 1,
                _ => sums.iter().all(|&sum| sum == 0) || sums.iter().all(|&sum| sum == most),
            };
            assert!(
                !given_away,
                "{matched} stayed, {left} left, {joined} joined: {sums:?} by {comparison:#}"
            );
            tried += usize::from(who > 0);
        }
    }
    assert!(tried > 30 && real > 3, "{tried} tried, {real} with a real change");
}

#[test]
fn a_real_change_needs_five_municipalities_the_same_in_both_years() {
    let asked = lonely();
    let year = |year: u16, levels: &[u8]| {
        let books = levels.iter().zip(NAMES).map(|(&given, name)| {
            let book = Workbook::of_municipality(&asked, name);
            book.says("PRE-01", level(given)).handed_in()
        });
        in_year(books.collect(), year)
    };
    let real = |before: &[u8], after: &[u8]| {
        let regions = [year(2026, before), year(2027, after)];
        let (_, comparison) = compared(&asked, &regions);
        comparison["regions"][0]["changes"][0]["steps"][1]["real"].as_f64()
    };
    // Each went up a level.
    assert_eq!(real(&[0, 0, 1, 2, 2], &[1, 1, 2, 3, 3]), Some(25.0));
    assert_eq!(real(&[0, 0, 1, 2], &[1, 1, 2, 3]), None);
    // One joined, or five whose answers differ.
    assert_eq!(real(&[0, 0, 1, 2, 2], &[1, 1, 2, 3, 3, 4]), None);
    assert_eq!(real(&[0, 0, 1, 2, 2], &[1, 1, 2, 3, 3, 4, 3, 2, 1, 0]), None);
    assert_eq!(real(&[0, 0, 1, 2, 2, 4, 3, 2, 1, 0], &[1, 1, 2, 3, 3]), None);
}

#[test]
fn the_mirror_needs_five_regions() {
    let asked: &Questionnaire = &ASKED;
    let regions = |number: u64| -> Vec<Region> {
        (0..number)
            .map(|seed| {
                let mut submissions = Drawing::new(asked, 8000 + seed).region(8);
                for book in &mut submissions {
                    book.region = format!("Gouw {seed}");
                }
                region_of(submissions)
            })
            .collect()
    };
    let (_, four) = compared(asked, &regions(4));
    let steps = four["mirror"][0]["steps"].as_array().expect("steps");
    assert!(steps.iter().all(|step| step["median"].is_null()));
    let (said, more) = compared(asked, &regions(8));
    let steps = more["mirror"][0]["steps"].as_array().expect("steps");
    let are_enough = |step: &&Value| step["n"].as_u64().is_some_and(|number| number >= 5);
    for step in steps.iter().filter(are_enough) {
        for key in ["min", "q1", "median", "q3", "max"] {
            assert_eq!(step[key].as_f64().expect("a figure") % 1.0, 0.0);
        }
    }
    assert!(steps.iter().any(|step| are_enough(&step)));
    assert!(said.contains("vanaf 5 regio's"), "{said}");
}
