//! Takes workbooks; returns the regions and years they belong to: who was expected, who answered, and what contradicts.

// Boxed for the reason given in `region.rs`.
#![allow(clippy::vec_box)]

use std::collections::{BTreeMap, BTreeSet};

use super::agreement::Agreed;
use super::contradictions::identity;
use super::findings::RegionFinding;
use super::{BlankWorkbook, Context, Entity, Region, Submission, contradictions, names};
use crate::problem::{Checked, Finding, Place, Problem};
use crate::questionnaire::{Role, regions};
use crate::spelling::{fold, look_alike, nearest, sort_key, spells};

/// Groups workbooks by region and year, sorted by name and year. Workbooks that contradict each other are set aside, and
/// so are copies. All of that is reported, except the rows that workbooks of one respondent answer differently or in
/// several parts: those are for whoever knows the questions.
#[must_use]
pub fn assemble(
    submissions: impl IntoIterator<Item = impl Into<Box<Submission>>>,
    blank_books: impl IntoIterator<Item = BlankWorkbook>,
) -> Checked<Vec<Region>> {
    let mut problems = Vec::new();
    let mut submissions: Vec<Box<Submission>> = submissions.into_iter().map(Into::into).collect();
    let mut blank_books: Vec<BlankWorkbook> = blank_books.into_iter().collect();
    names::without_word_for_region(&mut submissions, &mut blank_books, &mut problems);

    let mut groups: BTreeMap<_, (Vec<Box<Submission>>, Vec<BlankWorkbook>)> = BTreeMap::new();
    let key = |region: &str, year: u16| (sort_key(region), fold(region), year);
    for submission in submissions {
        let group = groups.entry(key(&submission.region, submission.year)).or_default();
        group.0.push(submission);
    }
    for book in blank_books {
        if let (Some(region), Some(year)) = (book.region.as_deref(), book.year) {
            groups.entry(key(region, year)).or_default().1.push(book);
        }
    }
    let mut own_names = BTreeSet::new();
    let mut regions = Vec::with_capacity(groups.len());
    for ((_, folded, year), (submissions, blank_books)) in groups {
        let is_new = own_names.insert(folded);
        regions.push(one_region(year, submissions, blank_books, is_new, &mut problems));
    }
    names::strays(&regions, &mut problems);
    Checked {
        value: regions,
        problems,
    }
}

/// `is_new`: no other year of this region precedes it.
fn one_region(
    year: u16,
    mut submissions: Vec<Box<Submission>>,
    mut blank_books: Vec<BlankWorkbook>,
    is_new: bool,
    problems: &mut Vec<Problem>,
) -> Region {
    submissions.sort_by_cached_key(|s| s.file.clone());
    blank_books.sort_by(|a, b| a.file.cmp(&b.file));
    let name = {
        let filled = submissions.iter().map(|s| (s.region.as_str(), s.file.as_str()));
        let blank = blank_books
            .iter()
            .filter_map(|book| Some((book.region.as_deref()?, book.file.as_str())));
        let books: Vec<(&str, &str)> = filled.chain(blank).collect();
        let name = books.iter().map(|(name, _)| *name).min().unwrap_or_default();
        let first = books.first().map_or("", |(_, file)| file);
        problems.extend(own_name(name, first).filter(|_| is_new));
        name.to_owned()
    };
    let (questionnaire, mut set_aside) =
        contradictions::of_one_questionnaire(&mut submissions, &mut blank_books, problems);

    // Only the region's own workbooks say who is expected and which scores are aimed at.
    let filled = submissions.iter().map(|s| (s.role, s.file.as_str(), &s.context));
    let blank = blank_books
        .iter()
        .map(|book| (book.role, book.file.as_str(), &book.context));
    let contexts: Vec<(&str, &Context)> = filled
        .chain(blank)
        .filter(|(role, ..)| *role == Role::Region)
        .map(|(_, file, context)| (file, context))
        .collect();
    let mut agreed = Agreed { problems };
    let ambitions = agreed.ambitions(&contexts);
    let key_figures = agreed.key_figures(&contexts);
    let listed = agreed.inhabitants(&contexts);
    let mergers = agreed.mergers(&contexts);

    names::without_word_for_municipality(&mut submissions, &mut blank_books, &listed, problems);
    submissions.sort_by_cached_key(|s| (identity(s), s.file.clone()));
    let mut sorted = contradictions::of_one_respondent(submissions, problems);
    let submissions = sorted.kept;
    set_aside.append(&mut sorted.set_aside);
    set_aside.sort_by_cached_key(|s| (identity(s), s.file.clone()));
    names::unlisted(submissions.iter().chain(&set_aside), &listed, problems);
    let itself = Entity {
        role: Role::Region,
        name: name.clone(),
        inhabitants: None,
        is_listed: true,
        submissions: (0..submissions.len())
            .filter(|&i| submissions[i].role == Role::Region)
            .collect(),
    };
    let municipalities = municipalities(&submissions, &set_aside, &listed);
    let entities = [itself].into_iter().chain(municipalities).collect();
    Region {
        name,
        year,
        questionnaire,
        submissions,
        blank_books,
        set_aside,
        repeated: sorted.repeated,
        entities,
        ambitions,
        key_figures,
        mergers,
    }
}

/// A note if the region's name is not in the list of regions.
fn own_name(name: &str, file: &str) -> Option<Problem> {
    let known = regions();
    if known.iter().any(|known| spells(&known.name, name)) {
        return None;
    }
    let finding = RegionFinding::OwnName {
        name: name.to_owned(),
        nearest: nearest(name, known.iter().map(|known| known.name.as_str()))
            .filter(|near| look_alike(near, name))
            .map(str::to_owned),
    };
    Some(finding.at(Place::file(file)))
}

/// The expected municipalities and those that sent a workbook. A name is spelled as in the region's workbook, or else
/// as in the first workbook that has it.
fn municipalities(
    submissions: &[Box<Submission>],
    set_aside: &[Box<Submission>],
    listed: &[(String, Option<f64>)],
) -> Vec<Entity> {
    let mut found: BTreeMap<String, Entity> = BTreeMap::new();
    let mut entry = |name: &str, inhabitants, is_listed| {
        let entity = Entity {
            role: Role::Municipality,
            name: name.to_owned(),
            inhabitants,
            is_listed,
            submissions: Vec::new(),
        };
        found.entry(fold(name)).or_insert(entity);
    };
    for (name, inhabitants) in listed {
        entry(name, *inhabitants, true);
    }
    let all = submissions.iter().chain(set_aside);
    let mut sent: Vec<&str> = all.filter_map(|s| s.municipality.as_deref()).collect();
    sent.sort_unstable();
    for name in sent {
        entry(name, None, false);
    }
    for (index, submission) in submissions.iter().enumerate() {
        if let Some(name) = &submission.municipality
            && let Some(entity) = found.get_mut(&fold(name))
        {
            entity.submissions.push(index);
        }
    }
    let mut entities: Vec<Entity> = found.into_values().collect();
    entities.sort_by_cached_key(|entity| (sort_key(&entity.name), entity.name.clone()));
    entities
}
