//! Three years beside each other: their shared reports, and the shared comparison of all three. Each figure about a
//! question is a known combination of what municipalities answered in a year; the attacker solves for one of them.

use super::drawn::{Dice, Drawing, NAMES};
use super::years::{compared, in_year, lonely};
use super::{Shared, cases};
use ketenscan::answers::{Answer, Region};
use ketenscan_testing::region::level;

const YEARS: usize = 3;

/// Municipalities that answered in the same years.
struct Group {
    years: [bool; YEARS],
    number: usize,
}

/// A large group that always answered, one or two who did not, and perhaps another large group.
fn groups(dice: &mut Dice) -> Vec<Group> {
    let mut pattern = || {
        let drawn = 1 + dice.below(6) as usize;
        [0, 1, 2].map(|year| drawn >> year & 1 == 1)
    };
    let (few, many) = (pattern(), pattern());
    let mut groups = vec![
        Group {
            years: [true; YEARS],
            number: 5 + dice.below(2) as usize,
        },
        Group {
            years: few,
            number: 1 + dice.below(2) as usize,
        },
    ];
    if many != few && dice.chance(70) {
        groups.push(Group { years: many, number: 4 });
        // Five with the rest, so that the rule for two years is met.
        groups[2].number += usize::from(dice.chance(70));
    }
    groups
}

/// A figure: by group and year, how often it counts what somebody of that group answered.
type Figure = Vec<f64>;

/// Whether a combination of the figures is this one.
fn follows(figures: &[Figure], wanted: &Figure) -> bool {
    let with: Vec<Figure> = figures.iter().chain([wanted]).cloned().collect();
    rank(with) == rank(figures.to_vec())
}

fn rank(mut rows: Vec<Figure>) -> usize {
    let columns = rows.first().map_or(0, Vec::len);
    let mut rank = 0;
    for column in 0..columns {
        let Some(pivot) = (rank..rows.len()).find(|&row| rows[row][column].abs() > 1e-9) else {
            continue;
        };
        rows.swap(rank, pivot);
        let lead = rows[rank].clone();
        for row in &mut rows[rank + 1..] {
            let factor = row[column] / lead[column];
            for (value, above) in row.iter_mut().zip(&lead) {
                *value -= factor * above;
            }
        }
        rank += 1;
    }
    rank
}

/// Attacks so many regions; returns in how many a real change was shown.
fn attack(seeds: std::ops::Range<u64>) -> usize {
    let asked = lonely();
    let row = asked.row("PRE-01").expect("a row");
    let mut changed = 0;
    for seed in seeds {
        let mut dice = Dice::new(9000 + seed);
        let groups = groups(&mut dice);
        let mut drawing = Drawing::new(&asked, seed);
        let regions: Vec<Region> = (0..YEARS)
            .map(|year| {
                let mut names = NAMES.iter();
                let mut books = Vec::new();
                for group in &groups {
                    for name in names.by_ref().take(group.number).filter(|_| group.years[year]) {
                        let mut book = drawing.municipality(name, "gemeente", books.len());
                        if !matches!(book.answers.get(row), Some(Answer::Answered(_))) || dice.chance(60) {
                            book.answers.set(row, level(dice.below(5) as u8));
                        }
                        books.push(book);
                    }
                }
                in_year(books, 2026 + year as u16)
            })
            .collect();
        let (_, comparison) = compared(&asked, &regions);
        let changes = &comparison["regions"][0]["changes"];

        // Every column is a group in a year; a figure over some of them counts all in them.
        let place = |group: usize, year: usize| group * YEARS + year;
        let zero = vec![0.0; groups.len() * YEARS];
        let mut figures: Vec<Figure> = Vec::new();
        for (year, region) in regions.iter().enumerate() {
            if Shared::of(&asked, region).score("PRE-01").is_some() {
                let mut figure = zero.clone();
                for group in (0..groups.len()).filter(|&group| groups[group].years[year]) {
                    figure[place(group, year)] = 1.0;
                }
                figures.push(figure);
            }
        }
        for from in 0..YEARS - 1 {
            if changes[from]["steps"][1]["real"].is_null() {
                continue;
            }
            changed += 1;
            let mut figure = zero.clone();
            for group in (0..groups.len()).filter(|&group| groups[group].years[from] && groups[group].years[from + 1]) {
                figure[place(group, from)] = -1.0;
                figure[place(group, from + 1)] = 1.0;
            }
            figures.push(figure);
        }
        // Of one municipality, or of two of which one knows its own answer, the sum is an answer.
        for (number, group) in groups.iter().enumerate().filter(|(_, group)| group.number <= 2) {
            for year in (0..YEARS).filter(|&year| group.years[year]) {
                let mut wanted = zero.clone();
                wanted[place(number, year)] = 1.0;
                assert!(
                    !follows(&figures, &wanted),
                    "seed {seed}: what {} answered in year {year} follows: {comparison:#}",
                    group.number
                );
            }
        }
    }
    changed
}

#[test]
fn what_a_few_answered_does_not_follow_from_three_years() {
    let changed = attack(0..cases(120));
    assert!(changed > 10, "{changed}");
}

#[test]
#[ignore = "takes a minute in release"]
fn what_a_few_answered_does_not_follow_from_three_years_of_any_of_many_regions() {
    attack(1_000..1_000 + cases(6000));
}

#[test]
fn the_attacker_can_subtract() {
    assert!(follows(&[vec![1.0, 1.0], vec![1.0, 0.0]], &vec![0.0, 1.0]));
    assert!(!follows(&[vec![1.0, 1.0]], &vec![0.0, 1.0]));
}
