//! Compares the names of regions and municipalities in workbooks: words too many, names not listed, stray workbooks.

// Thousands of workbooks are renamed here without being moved: each would leave a hole of its own size.
#![allow(clippy::vec_box)]

use std::collections::{BTreeMap, BTreeSet};

use super::name_findings::NameFinding;
use super::{BlankWorkbook, Region, Submission};
use crate::problem::{Finding, Place, Problem};
use crate::questionnaire::regions;
use crate::spelling::{Likeness, fold, nearest};

/// The words that people put before a name.
const WORDS: [&str; 2] = ["gemeente ", "regio "];
/// The number of names that get a suggestion.
const MOST_ADVISED: usize = 100;
/// With more regions than there can be, their names are not compared.
const MOST_REGIONS: usize = 200;
/// A year with this many workbooks makes a single workbook of another year a stray.
const A_GROUP: usize = 3;

/// A folded name without a word before it, if it has one.
fn without_word(folded: &str) -> Option<&str> {
    WORDS.iter().find_map(|word| folded.strip_prefix(word))
}

/// For names that differ only in a word before them, the spelling to use, by folded name.
struct Spellings(BTreeMap<String, String>);

impl Spellings {
    /// The spellings of `right`; then those among `sent` that have no word before them.
    fn new<'a>(right: impl Iterator<Item = &'a str>, sent: impl Iterator<Item = &'a str>) -> Self {
        let mut spellings = BTreeMap::new();
        for name in right {
            let folded = fold(name);
            if let Some(bare) = without_word(&folded) {
                spellings.entry(bare.to_owned()).or_insert_with(|| name.to_owned());
            }
            spellings.insert(folded, name.to_owned());
        }
        for name in sent {
            let folded = fold(name);
            if without_word(&folded).is_none() {
                spellings.entry(folded).or_insert_with(|| name.to_owned());
            }
        }
        Self(spellings)
    }

    /// The spelling to use instead of this name, if that takes a word away or adds it.
    fn instead_of(&self, name: &str) -> Option<&String> {
        let folded = fold(name);
        let found = self.0.get(&folded).or_else(|| self.0.get(without_word(&folded)?))?;
        let other = fold(found);
        (folded != other && (without_word(&folded) == Some(&*other) || without_word(&other) == Some(&*folded)))
            .then_some(found)
    }

    /// Replaces a name, with a warning.
    fn put(&self, name: &mut String, file: &str, problems: &mut Vec<Problem>) {
        if let Some(read) = self.instead_of(name) {
            let found = std::mem::replace(name, read.clone());
            let finding = NameFinding::WordBeforeName {
                found,
                read: read.clone(),
            };
            problems.push(finding.at(Place::file(file)));
        }
    }
}

/// Drops the word "Regio" or "Gemeente" before a region's name, if that makes it match another one.
pub(super) fn without_word_for_region(
    submissions: &mut [Box<Submission>],
    blank_books: &mut [BlankWorkbook],
    problems: &mut Vec<Problem>,
) {
    let known = regions();
    let filled = submissions.iter().map(|book| book.region.as_str());
    let blank = blank_books.iter().filter_map(|book| book.region.as_deref());
    let mut sent: Vec<&str> = filled.chain(blank).collect();
    sent.sort_unstable();
    let spellings = Spellings::new(known.iter().map(|known| known.name.as_str()), sent.into_iter());
    for book in submissions {
        spellings.put(&mut book.region, &book.file, problems);
    }
    for book in blank_books {
        if let Some(name) = &mut book.region {
            spellings.put(name, &book.file, problems);
        }
    }
}

/// The same for the names of municipalities, which the region's workbooks list.
pub(super) fn without_word_for_municipality(
    submissions: &mut [Box<Submission>],
    blank_books: &mut [BlankWorkbook],
    listed: &[(String, Option<f64>)],
    problems: &mut Vec<Problem>,
) {
    let mut sent: Vec<&str> = submissions
        .iter()
        .filter_map(|book| book.municipality.as_deref())
        .collect();
    sent.sort_unstable();
    let spellings = Spellings::new(listed.iter().map(|(name, _)| name.as_str()), sent.into_iter());
    for book in submissions {
        if let Some(name) = &mut book.municipality {
            spellings.put(name, &book.file, problems);
        }
    }
    for book in blank_books {
        if let Some(name) = &mut book.municipality {
            spellings.put(name, &book.file, problems);
        }
    }
}

/// Warns about municipalities that the region's workbooks do not list. Without a list, about names that resemble each
/// other.
pub(super) fn unlisted<'a>(
    submissions: impl Iterator<Item = &'a Box<Submission>>,
    listed: &[(String, Option<f64>)],
    problems: &mut Vec<Problem>,
) {
    // Every name once, with the first file that has it.
    let mut names: BTreeMap<String, (&str, &str)> = BTreeMap::new();
    for submission in submissions {
        if let Some(name) = &submission.municipality {
            names.entry(fold(name)).or_insert((name, &submission.file));
        }
    }
    if listed.is_empty() {
        look_alikes(&names, problems);
        return;
    }
    let known: BTreeSet<String> = listed.iter().map(|(name, _)| fold(name)).collect();
    let unlisted = names.iter().filter(|(folded, _)| !known.contains(*folded));
    for (index, (_, (name, file))) in unlisted.enumerate() {
        let candidates = || listed.iter().map(|(name, _)| name.as_str());
        let near = (index < MOST_ADVISED).then(|| nearest(name, candidates())).flatten();
        let finding = NameFinding::NotListed {
            name: (*name).to_owned(),
            near: near.map(str::to_owned),
        };
        problems.push(finding.at(Place::file(file)));
    }
}

/// Names that resemble each other, none of which is known to be right.
fn look_alikes(names: &BTreeMap<String, (&str, &str)>, problems: &mut Vec<Problem>) {
    let sent: Vec<(Likeness, &str, &str)> = names
        .values()
        .map(|(name, file)| (Likeness::new(name), *name, *file))
        .collect();
    let mut reported = vec![false; sent.len()];
    for (index, (here, name, file)) in sent.iter().enumerate() {
        let other =
            (0..sent.len()).find(|&other| other != index && !reported[other] && here.looks_like(&sent[other].0));
        if let Some((_, there, first)) = other.map(|other| &sent[other]) {
            let finding = NameFinding::LookAlike {
                here: (*name).to_owned(),
                there: (*there).to_owned(),
                first: format!("'{first}'"),
            };
            problems.push(finding.at(Place::file(file)));
            reported[index] = true;
        }
    }
}

/// Warns about workbooks that probably belong to another region or year in the input.
pub(super) fn strays(regions: &[Region], problems: &mut Vec<Problem>) {
    // Of each year: its municipalities, by folded name, with the region that has them.
    let mut municipalities: BTreeMap<(u16, String), &Region> = BTreeMap::new();
    let mut years: BTreeMap<String, Vec<&Region>> = BTreeMap::new();
    for region in regions {
        for entity in region.municipalities() {
            let largest = municipalities
                .entry((region.year, fold(&entity.name)))
                .or_insert(region);
            if books(largest) < books(region) {
                *largest = region;
            }
        }
        years.entry(fold(&region.name)).or_default().push(region);
    }
    let likeness: Vec<Likeness> = if years.len() > MOST_REGIONS {
        Vec::new()
    } else {
        regions.iter().map(|region| Likeness::new(&region.name)).collect()
    };
    for (index, region) in regions.iter().enumerate() {
        let Some(file) = first_file(region) else { continue };
        let own = fold(&region.name);
        let books = books(region);
        let is_smaller = |other: &&Region| self::books(other) > books;
        let as_municipality = municipalities
            .get(&(region.year, without_word(&own).unwrap_or(&own).to_owned()))
            .copied()
            .filter(is_smaller)
            .filter(|other| fold(&other.name) != own);
        let spelled = || {
            let here = likeness.get(index)?;
            let mut others = regions.iter().zip(&likeness).enumerate();
            let found = others.find(|(other, (there, like))| {
                let is_other = there.year == region.year && fold(&there.name) != own && here.looks_like(like);
                is_other && (self::books(there), index) > (books, *other)
            });
            found.map(|(_, (there, _))| there)
        };
        let other_year = || {
            let mut others = years.get(&own)?.iter().copied();
            others.find(|other| books == 1 && other.year != region.year && self::books(other) >= A_GROUP)
        };
        let finding = if let Some(other) = as_municipality {
            NameFinding::MunicipalityAsRegion {
                name: region.name.clone(),
                region: other.name.clone(),
            }
        } else if let Some(other) = spelled() {
            NameFinding::RegionSpelled {
                here: region.name.clone(),
                there: other.name.clone(),
                books: self::books(other),
            }
        } else if let Some(other) = other_year() {
            NameFinding::OtherYear {
                region: region.name.clone(),
                here: region.year,
                there: other.year,
                books: self::books(other),
            }
        } else {
            continue;
        };
        problems.push(finding.at(Place::file(file)));
    }
}

/// The number of workbooks of a region and year, filled in or not.
fn books(region: &Region) -> usize {
    region.submissions.len() + region.set_aside.len() + region.blank_books.len()
}

fn first_file(region: &Region) -> Option<&str> {
    let filled = region.submissions.iter().chain(&region.set_aside);
    let filled = filled.map(|book| book.file.as_str());
    filled
        .chain(region.blank_books.iter().map(|book| book.file.as_str()))
        .next()
}
