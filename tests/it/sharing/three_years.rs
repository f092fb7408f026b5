//! Three years beside each other: their shared reports, and the shared comparisons of all three and of every two. Each
//! figure about a question is a known combination of what municipalities answered in a year; the attacker solves for one
//! of them.

use std::collections::BTreeMap;

use super::drawn::{Dice, Drawing, NAMES};
use super::years::{compared_by, in_year};
use super::{Shared, cases};
use ketenscan::answers::{Answer, Region};
use ketenscan::questionnaire::{Editions, Questionnaire};
use ketenscan_testing::region::{asking, level};

const YEARS: usize = 3;

/// The years of each comparison that was shared.
const COMPARED: [&[usize]; 4] = [&[0, 1, 2], &[0, 1], &[1, 2], &[0, 2]];

/// What the one question is called in each of three editions; each replaces the one before.
const IDS: [&str; 3] = ["PRE-01", "PRE-02", "PRE-03"];

fn editions() -> [Questionnaire; 3] {
    [0_usize, 1, 2].map(|place| {
        let replaces = place
            .checked_sub(1)
            .map_or(String::new(), |former| format!("replaces = ['{}']", IDS[former]));
        let mut edition = asking(&[(IDS[place], &replaces)]);
        edition.edition += place as u16;
        edition
    })
}

/// Municipalities that answered in the same years.
#[derive(Debug)]
struct Group {
    years: [bool; YEARS],
    number: usize,
    /// Whether they sent a workbook in the other years too, without knowing the answer.
    always_sent: bool,
}

/// Groups of which one always answered; one is of one or two municipalities, the others are large.
fn groups(dice: &mut Dice) -> Vec<Group> {
    let mut patterns = vec![[true; YEARS]];
    for _ in 0..2 {
        let drawn = 1 + dice.below(6) as usize;
        let pattern = [0, 1, 2].map(|year| drawn >> year & 1 == 1);
        if !patterns.contains(&pattern) {
            patterns.push(pattern);
        }
    }
    let few = dice.below(patterns.len() as u64) as usize;
    let groups = patterns.into_iter().enumerate().map(|(place, years)| Group {
        years,
        number: if place == few {
            1 + dice.below(2) as usize
        } else {
            5 - usize::from(dice.chance(20))
        },
        always_sent: dice.chance(50),
    });
    groups.collect()
}

/// The years of a region: by which edition, who answered what.
struct Years {
    editions: [usize; YEARS],
    regions: [Region; YEARS],
    /// By year and group.
    levels: [Vec<Vec<u8>>; YEARS],
}

impl Years {
    fn drawn(asked: &[Questionnaire; 3], groups: &[Group], editions: [usize; YEARS], seed: u64) -> Self {
        let mut dice = Dice::new(31_000 + seed);
        let mut levels = [const { Vec::new() }; YEARS];
        let regions = [0, 1, 2].map(|year| {
            let edition = &asked[editions[year]];
            let mut drawing = Drawing::new(edition, seed);
            let row = edition.row(IDS[editions[year]]).expect("a row");
            let mut names = NAMES.iter();
            let mut books = Vec::new();
            for group in groups {
                let mut own = Vec::new();
                for name in names.by_ref().take(group.number) {
                    let answer = if group.years[year] {
                        own.push(dice.below(5) as u8);
                        level(own[own.len() - 1])
                    } else if group.always_sent {
                        Answer::Unknown
                    } else {
                        continue;
                    };
                    let mut book = drawing.municipality(name, "gemeente", books.len());
                    book.answers.set(row, answer);
                    books.push(book);
                }
                levels[year].push(own);
            }
            in_year(books, 2026 + year as u16)
        });
        Self {
            editions,
            regions,
            levels,
        }
    }

    /// Whether the change between two years may be shown: the same municipalities answered in both, they are many, and
    /// their answers in either year differ whichever one is taken out.
    fn may_be_shown(&self, groups: &[Group], both: [usize; 2]) -> bool {
        let stayed = groups.iter().all(|group| group.years[both[0]] == group.years[both[1]]);
        stayed
            && both.iter().all(|&year| {
                let levels = self.levels[year].concat();
                let mut alike: BTreeMap<u8, usize> = BTreeMap::new();
                for level in &levels {
                    *alike.entry(*level).or_default() += 1;
                }
                levels.len() >= 5 && alike.values().all(|number| levels.len() - number >= 2)
            })
    }
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

/// Attacks the comparisons of these years; returns of how many changes the real part is shown.
fn attacked(asked: &[Questionnaire; 3], groups: &[Group], years: &Years) -> usize {
    let mut known = Editions::from(asked[0].clone());
    for edition in &asked[1..] {
        known.complete_from(&edition.clone().into());
    }
    let by_edition = [0, 1, 2].map(|year| (&asked[years.editions[year]], &years.regions[year]));

    // Every column is a group in a year; a figure over some of them counts all in them.
    let place_of = |group: usize, year: usize| group * YEARS + year;
    let zero = vec![0.0; groups.len() * YEARS];
    let mut figures: Vec<Figure> = Vec::new();
    for (year, (asked, region)) in by_edition.into_iter().enumerate() {
        if Shared::of(asked, region).score(IDS[years.editions[year]]).is_some() {
            let mut figure = zero.clone();
            for group in (0..groups.len()).filter(|&group| groups[group].years[year]) {
                figure[place_of(group, year)] = 1.0;
            }
            figures.push(figure);
        }
    }
    let mut changes = 0;
    for compared in COMPARED {
        let of_years: Vec<_> = compared.iter().map(|&year| by_edition[year]).collect();
        let (_, comparison) = compared_by(&known, &of_years);
        let published = &comparison["regions"][0]["changes"];
        for (place, both) in compared.windows(2).enumerate() {
            let (from, to) = (both[0], both[1]);
            let is_shown = !published[place]["steps"][1]["real"].is_null();
            assert_eq!(
                is_shown,
                years.may_be_shown(groups, [from, to]),
                "{from} to {to} of {compared:?}: {groups:?}"
            );
            if is_shown {
                changes += 1;
                let mut figure = zero.clone();
                for group in (0..groups.len()).filter(|&group| groups[group].years[from] && groups[group].years[to]) {
                    figure[place_of(group, from)] = -1.0;
                    figure[place_of(group, to)] = 1.0;
                }
                figures.push(figure);
            }
        }
    }
    // Of one municipality, or of two of which one knows its own answer, the sum is an answer.
    for (number, group) in groups.iter().enumerate().filter(|(_, group)| group.number <= 2) {
        for year in (0..YEARS).filter(|&year| group.years[year]) {
            let mut wanted = zero.clone();
            wanted[place_of(number, year)] = 1.0;
            assert!(
                !follows(&figures, &wanted),
                "what {} answered in year {year} follows: {groups:?}, editions {:?}",
                group.number,
                years.editions
            );
        }
    }
    changes
}

/// Attacks so many regions, whose question is replaced in some years; returns how many real changes were shown.
fn attack(seeds: std::ops::Range<u64>) -> usize {
    let asked = editions();
    let mut number = 0;
    for seed in seeds {
        let mut dice = Dice::new(9000 + seed);
        let groups = groups(&mut dice);
        let mut edition = 0;
        let editions = [(); YEARS].map(|()| {
            let own = edition;
            edition += dice.below(2) as usize;
            own
        });
        let years = Years::drawn(&asked, &groups, editions, seed);
        number += attacked(&asked, &groups, &years);
    }
    number
}

#[test]
fn what_a_few_answered_does_not_follow_from_three_years() {
    // As many as may be, of 600.
    assert_eq!(attack(0..120), 58);
}

#[test]
#[ignore = "takes a minute in release"]
fn what_a_few_answered_does_not_follow_from_three_years_of_any_of_many_regions() {
    attack(1_000..1_000 + cases(6000));
}

#[test]
fn a_question_that_was_replaced_is_still_the_same_question() {
    let asked = editions();
    let group = |years, number| Group {
        years,
        number,
        always_sent: true,
    };
    // Every municipality sends a workbook every year. Six answered in the first year, twelve in the second, seven in the
    // third: one of them in all three. From the six in both of two years, and the seven in both of the next, it would
    // follow.
    let groups = [
        group([true, true, true], 1),
        group([true, true, false], 5),
        group([false, true, true], 6),
    ];
    for editions in [[0, 0, 0], [0, 0, 1], [0, 1, 1], [0, 1, 2], [0, 0, 2]] {
        for seed in 0..20 {
            let years = Years::drawn(&asked, &groups, editions, seed);
            assert_eq!(attacked(&asked, &groups, &years), 0, "{editions:?}");
        }
    }
    // Twelve answered in every year.
    let all = [group([true, true, true], 12)];
    let years = Years::drawn(&asked, &all, [0, 1, 2], 1);
    assert_eq!(attacked(&asked, &all, &years), 5);
}

#[test]
fn the_attacker_can_subtract() {
    assert!(follows(&[vec![1.0, 1.0], vec![1.0, 0.0]], &vec![0.0, 1.0]));
    assert!(!follows(&[vec![1.0, 1.0]], &vec![0.0, 1.0]));
}
