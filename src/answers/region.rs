//! Takes workbooks; returns the regions and years they belong to: who was expected, who answered, and what contradicts.

// Boxed, so that putting thousands of workbooks together moves none of them; each move would leave a hole as large as
// the workbook.
#![allow(clippy::vec_box)]

use std::collections::{BTreeMap, BTreeSet};

use super::agreement::Agreed;
use super::findings::RegionFinding;
use super::{Context, KeyFigure, Merger, Submission, Untouched};
use crate::list::{List, index};
use crate::problem::{Checked, Finding, Place, Problem};
use crate::questionnaire::{PerspectiveIndex, QuestionnaireId, Role, STEPS, regions};
use crate::spelling::{Likeness, fold, look_alike, nearest, sort_key};

/// One region in one year. It does not depend on the order in which the workbooks were read.
#[derive(Clone, Debug)]
pub struct Region {
    /// The region's name.
    pub name: String,
    /// The year its workbooks are about.
    pub year: u16,
    /// The questionnaire that all its workbooks answer.
    pub questionnaire: QuestionnaireId,
    /// Its filled-in workbooks, by role, municipality, perspective and respondent.
    pub submissions: Vec<Box<Submission>>,
    /// Workbooks that nobody has filled in.
    pub untouched: Vec<Untouched>,
    /// The region itself, then its municipalities in alphabetical order.
    pub entities: List<EntityIndex, Entity>,
    /// Target score per step, 0 to 100.
    pub ambitions: [Option<f64>; STEPS],
    /// Key figures for context.
    pub key_figures: Vec<KeyFigure>,
    /// Municipalities that merged or were renamed.
    pub mergers: Vec<Merger>,
}

index! {
    /// An entity of a region.
    EntityIndex: u32
}

impl EntityIndex {
    /// The region itself, always the first.
    pub const REGION: Self = Self(0);
}

/// Whoever answers for itself: a municipality, or the region as a whole.
#[derive(Clone, Debug)]
pub struct Entity {
    /// What it is; a region and a municipality with the same name are different entities.
    pub role: Role,
    /// Its name.
    pub name: String,
    /// Its inhabitants, if known.
    pub inhabitants: Option<f64>,
    /// Indices of its submissions.
    pub submissions: Vec<usize>,
}

impl Region {
    /// The region itself as an entity.
    #[must_use]
    pub fn itself(&self) -> &Entity {
        &self.entities[EntityIndex::REGION]
    }

    /// The municipalities, in alphabetical order.
    #[must_use]
    pub fn municipalities(&self) -> &[Entity] {
        &self.entities.as_slice()[1..]
    }
}

/// Groups workbooks by region and year, sorted by name and year. A workbook that contradicts an earlier one is reported
/// and left out.
#[must_use]
pub fn assemble(
    submissions: impl IntoIterator<Item = impl Into<Box<Submission>>>,
    untouched: impl IntoIterator<Item = Untouched>,
) -> Checked<Vec<Region>> {
    let mut groups: BTreeMap<_, (Vec<Box<Submission>>, Vec<Untouched>)> = BTreeMap::new();
    let key = |region: &str, year: u16| (sort_key(region), fold(region), year);
    for submission in submissions {
        let submission: Box<Submission> = submission.into();
        let group = groups.entry(key(&submission.region, submission.year)).or_default();
        group.0.push(submission);
    }
    for book in untouched {
        if let (Some(region), Some(year)) = (book.region.as_deref(), book.year) {
            groups.entry(key(region, year)).or_default().1.push(book);
        }
    }
    let mut problems = Vec::new();
    let value = groups
        .into_iter()
        .map(|((_, _, year), (submissions, untouched))| one_region(year, submissions, untouched, &mut problems))
        .collect();
    Checked { value, problems }
}

fn one_region(
    year: u16,
    mut submissions: Vec<Box<Submission>>,
    mut untouched: Vec<Untouched>,
    problems: &mut Vec<Problem>,
) -> Region {
    submissions.sort_by_cached_key(|s| (identity(s), s.file.clone()));
    untouched.sort_by(|a, b| a.file.cmp(&b.file));
    let questionnaire = of_one_questionnaire(&mut submissions, &mut untouched, problems);
    submissions.dedup_by(|later, first| {
        let same = identity(later) == identity(first);
        if same {
            let first = first.file.clone();
            let role = later.role;
            problems.push(RegionFinding::SameTwice { role, first }.at(Place::file(&later.file)));
        }
        same
    });

    let names = submissions
        .iter()
        .map(|s| s.region.as_str())
        .chain(untouched.iter().filter_map(|book| book.region.as_deref()));
    let name = names.min().unwrap_or_default().to_owned();
    let files = submissions.iter().map(|s| s.file.as_str());
    let first = files.chain(untouched.iter().map(|book| book.file.as_str())).next();
    if let Some(problem) = own_name(&name, first.unwrap_or_default()) {
        problems.push(problem);
    }
    // Only the region's own workbooks say who is expected and which scores are aimed at.
    let filled = submissions.iter().map(|s| (s.role, s.file.as_str(), &s.context));
    let blank = untouched
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
    let inhabitants = agreed.inhabitants(&contexts);
    let mergers = agreed.mergers(&contexts);
    look_alikes(&submissions, &inhabitants, problems);
    let itself = Entity {
        role: Role::Region,
        name: name.clone(),
        inhabitants: None,
        submissions: (0..submissions.len())
            .filter(|&i| submissions[i].role == Role::Region)
            .collect(),
    };
    let municipalities = municipalities(&submissions, &inhabitants);
    let entities = [itself].into_iter().chain(municipalities).collect();
    Region {
        name,
        year,
        questionnaire,
        submissions,
        untouched,
        entities,
        ambitions,
        key_figures,
        mergers,
    }
}

/// Chooses the questionnaire of the first workbook, preferably a filled-in one. Workbooks of another questionnaire or
/// edition are reported and left out: their rows and perspectives do not match.
fn of_one_questionnaire(
    submissions: &mut Vec<Box<Submission>>,
    untouched: &mut Vec<Untouched>,
    problems: &mut Vec<Problem>,
) -> QuestionnaireId {
    let filled = submissions.iter().map(|book| (&book.questionnaire, &book.file));
    let blank = untouched.iter().map(|book| (&book.questionnaire, &book.file));
    let Some((questionnaire, first)) = filled.chain(blank).next() else {
        return QuestionnaireId::default();
    };
    let (questionnaire, first) = (questionnaire.clone(), first.clone());
    let mut is_of_it = |own: &QuestionnaireId, file: &str| {
        let same = *own == questionnaire;
        if !same {
            let finding = RegionFinding::QuestionnairesDiffer {
                here: own.clone(),
                there: questionnaire.clone(),
                first: first.clone(),
            };
            problems.push(finding.at(Place::file(file)));
        }
        same
    };
    submissions.retain(|book| is_of_it(&book.questionnaire, &book.file));
    untouched.retain(|book| is_of_it(&book.questionnaire, &book.file));
    questionnaire
}

/// A note if the region's name is not in the list of regions.
fn own_name(name: &str, file: &str) -> Option<Problem> {
    let known = regions();
    if known.iter().any(|known| fold(&known.name) == fold(name)) {
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

/// Municipalities whose name is not expected, but resembles one that is or that another workbook gives.
fn look_alikes(submissions: &[Box<Submission>], expected: &[(String, Option<f64>)], problems: &mut Vec<Problem>) {
    // Every name once, with the file that has it; expected names are correct by definition.
    let mut names: BTreeMap<String, (&str, &str)> = BTreeMap::new();
    for submission in submissions {
        if let Some(name) = &submission.municipality {
            names.entry(fold(name)).or_insert((name, &submission.file));
        }
    }
    let is_expected: BTreeSet<String> = expected.iter().map(|(name, _)| fold(name)).collect();
    let list: Vec<Likeness> = expected.iter().map(|(name, _)| Likeness::new(name)).collect();
    let sent: Vec<Likeness> = names.values().map(|(name, _)| Likeness::new(name)).collect();
    let spelled: Vec<(&str, &str)> = names.values().copied().collect();
    let mut told = vec![false; sent.len()];
    for (index, folded) in names.keys().enumerate() {
        if is_expected.contains(folded) {
            continue;
        }
        let here = &sent[index];
        let of_list = || list.iter().position(|other| here.looks_like(other));
        let of_sent = || (0..sent.len()).find(|&other| other != index && !told[other] && here.looks_like(&sent[other]));
        let found = match of_list() {
            Some(other) => Some((expected[other].0.as_str(), "de lijst van de regio".to_owned())),
            None => of_sent().map(|other| (spelled[other].0, format!("'{}'", spelled[other].1))),
        };
        if let Some((there, first)) = found {
            let (here, file) = spelled[index];
            let finding = RegionFinding::LookAlike {
                here: here.to_owned(),
                there: there.to_owned(),
                first,
            };
            problems.push(finding.at(Place::file(file)));
            told[index] = true;
        }
    }
}

type Identity = (Role, String, PerspectiveIndex, String);

/// What distinguishes two workbooks of one region and year; no two may have it in common.
fn identity(submission: &Submission) -> Identity {
    let folded = |text: &Option<String>| text.as_deref().map_or_else(String::new, fold);
    (
        submission.role,
        folded(&submission.municipality),
        submission.perspective,
        folded(&submission.respondent),
    )
}

/// The expected municipalities and those that sent a workbook. A name is spelled as in the region's workbook, or else
/// as in the first workbook that has it.
fn municipalities(submissions: &[Box<Submission>], expected: &[(String, Option<f64>)]) -> Vec<Entity> {
    let mut found: BTreeMap<String, Entity> = BTreeMap::new();
    let mut entry = |name: &str, inhabitants| {
        let entity = Entity {
            role: Role::Municipality,
            name: name.to_owned(),
            inhabitants,
            submissions: Vec::new(),
        };
        found.entry(fold(name)).or_insert(entity);
    };
    for (name, inhabitants) in expected {
        entry(name, *inhabitants);
    }
    let mut sent: Vec<&str> = submissions.iter().filter_map(|s| s.municipality.as_deref()).collect();
    sent.sort_unstable();
    for name in sent {
        entry(name, None);
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
