//! What a comparison shows adds up: in its workbook, each difference is that of the two scores next to it.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use ketenscan::answers::{Region, Submission, assemble};
use ketenscan::demo;
use ketenscan::questionnaire::{Editions, Questionnaire, builtin};
use ketenscan::report::comparison::outline;
use ketenscan::report::excel;
use ketenscan::report::sharing::{Audience, DisclosedYear, disclose_comparison, disclose_year};

use super::books::*;
use super::sum::{PLACES, random_book};
use ketenscan_testing::extremes::DATE;

/// The sheets of the workbook of a comparison.
fn workbook(audience: Audience, known: &Editions, regions: &[Region]) -> BTreeMap<String, Vec<Vec<Data>>> {
    let years: Vec<DisclosedYear> = regions
        .iter()
        .map(|region| disclose_year(audience, known.of(&region.questionnaire).unwrap(), region))
        .collect();
    let report = disclose_comparison(audience, &years, |_| &[], known).unwrap();
    let bytes = excel::write(&outline(&report), DATE).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheets = book.worksheets().into_iter();
    sheets
        .map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect()))
        .collect()
}

/// A table of a sheet: for each step, the cells after its name.
struct Found {
    heading: String,
    headers: Vec<String>,
    rows: Vec<(String, Vec<Data>)>,
}

fn tables(sheet: &[Vec<Data>]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut open = false;
    for (index, row) in sheet.iter().enumerate() {
        let words: Vec<String> = row.iter().map(ToString::to_string).collect();
        if words[0] == "Stap" {
            found.push(Found {
                heading: sheet[index - 1][0].to_string(),
                headers: words[1..].to_vec(),
                rows: Vec::new(),
            });
            open = true;
        } else if words[0].is_empty() {
            open = false;
        } else if let Some(table) = found.last_mut().filter(|_| open) {
            table.rows.push((words[0].clone(), row[1..].to_vec()));
        }
    }
    found
}

/// A figure in tenths.
fn figure(cell: &Data) -> Option<i64> {
    let Data::Float(figure) = cell else { return None };
    let tenths = (figure * 10.0).round();
    assert!(
        (figure * 10.0 - tenths).abs() < 1e-9,
        "{figure} shows more than it says"
    );
    Some(tenths as i64)
}

/// The points in a sentence in tenths: of the whole, and of its parts together if it names any.
fn printed(sentence: &str) -> Option<(i64, Option<i64>)> {
    let sentence = sentence.split("; echt is").next().unwrap();
    let (before, after) = ["steeg ", "daalde "]
        .iter()
        .find_map(|verb| sentence.split_once(verb))?;
    let up = !sentence[before.len()..].starts_with("daalde");
    let tenths = |word: &str| -> Option<i64> {
        let number: f64 = word.trim_end_matches(['.', ',']).replace(',', ".").parse().ok()?;
        Some((number * 10.0).round() as i64)
    };
    let words: Vec<&str> = after.split([' ', ';']).collect();
    let mut numbers = words.iter().enumerate().filter_map(|(place, word)| {
        let amount = tenths(word).filter(|_| word.contains(','))?;
        let against = words.get(place + 1) == Some(&"eraf") || words.get(place + 1) != Some(&"erbij") && !up;
        Some(if against { -amount } else { amount })
    });
    let whole = tenths(after.trim_start_matches("per saldo ").split(' ').next()?)?;
    numbers.next();
    let parts: Vec<i64> = numbers.collect();
    let parts = (!parts.is_empty()).then(|| parts.iter().sum());
    Some((if up { whole } else { -whole }, parts))
}

/// Holds every difference on every sheet against the scores it belongs to; returns how many there were.
fn checked(sheets: &BTreeMap<String, Vec<Vec<Data>>>, in_parts: bool, as_developed: bool) -> usize {
    let mut differences = 0;
    let developed = tables(&sheets["Ontwikkeling"]);
    let summaries = tables(&sheets["Samenvatting"]);
    for table in tables(&sheets["Verandering"]) {
        let (region, _) = table.heading.split_once(": van ").unwrap();
        let developed = developed.iter().find(|found| found.heading == region).unwrap();
        let summary = summaries.iter().find(|found| found.heading == table.heading).unwrap();
        for (step, cells) in &table.rows {
            let figures: Vec<Option<i64>> = cells[..if in_parts { 7 } else { 4 }].iter().map(figure).collect();
            let (_, words) = summary.rows.iter().find(|(name, _)| name == step).unwrap();
            assert_eq!([figure(&words[0]), figure(&words[1])], [figures[2], figures[3]]);
            let (Some(before), Some(after), Some(total)) = (figures[0], figures[1], figures[2]) else {
                assert_eq!(figures, vec![None; figures.len()]);
                continue;
            };
            differences += 1;
            assert_eq!(after - before, total, "{region}, {step}");
            if in_parts {
                let parts: i64 = figures[3..].iter().map(|part| part.unwrap()).sum();
                assert_eq!(parts, total, "{region}, {step}: {figures:?}");
            }
            if let Some((whole, parts)) = printed(&words[2].to_string()) {
                assert_eq!(whole, total, "{}", words[2]);
                assert!(parts.is_none_or(|parts| parts == total), "{}", words[2]);
            } else {
                // Less than a point is called no change.
                assert!(total.abs() < 10, "{total}: {}", words[2]);
            }
            if as_developed {
                let (_, scores) = developed.rows.iter().find(|(name, _)| name == step).unwrap();
                for (header, score) in table.headers.iter().zip([before, after]) {
                    let year = header.strip_prefix("Score ").unwrap();
                    let column = developed.headers.iter().position(|found| found == year).unwrap();
                    assert_eq!(figure(&scores[column]), Some(score), "{region}, {step}, {year}");
                }
            }
        }
    }
    differences
}

#[test]
fn in_the_demo_every_difference_is_that_of_the_scores_shown() {
    let questionnaire = builtin();
    let filled: Vec<Submission> = demo::story()
        .iter()
        .flat_map(demo::books)
        .map(|book| book.order(&questionnaire).filled.unwrap())
        .collect();
    let regions = assemble(filled, Vec::new()).value;
    let known = questionnaire.into();
    for (audience, in_parts) in [(Audience::Region, true), (Audience::Anyone, false)] {
        let differences = checked(&workbook(audience, &known, &regions), in_parts, true);
        assert!(differences >= 40, "{differences}");
    }
}

/// Three years of three regions, with anyone answering anything.
fn random_regions(editions: &[Questionnaire], seed: u32) -> Vec<Region> {
    let mut state = seed;
    let mut dice = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    let mut books = Vec::new();
    for name in ["Aa", "Bee", "Cee"] {
        for year in [2026, 2027, 2028] {
            let edition = &editions[usize::from(year == 2028)];
            for place in PLACES {
                let numbers: Vec<u8> = (0..40).map(|_| dice()).collect();
                if dice() >= 60 {
                    books.push(in_region(name, random_book(edition, year, place, &numbers)));
                }
            }
        }
    }
    assemble(books, Vec::new()).value
}

#[test]
fn in_random_regions_every_difference_is_that_of_the_scores_shown() {
    let editions = editions();
    let known = together(&editions);
    let mut differences = 0;
    for seed in 0..80 {
        let sheets = workbook(Audience::Region, &known, &random_regions(&editions, seed));
        differences += checked(&sheets, true, true);
    }
    assert!(differences >= 300, "{differences}");
}
