//! Who took part in which of two years: the same entity by role and name, however the name is spelled, and
//! a municipality with those it used to be.

use std::collections::{BTreeMap, BTreeSet};

use crate::answers::{EntityIndex, Merger, Region};
use crate::questionnaire::Role;
use crate::spelling::fold;

/// Who took part: names as the later year spells them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turnout {
    /// In both years.
    pub stayed: Vec<Participant>,
    /// Only in the later year.
    pub joined: Vec<Participant>,
    /// Only in the earlier year.
    pub left: Vec<Participant>,
}

/// Who took part: a region and a municipality of one name are two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// What it is.
    pub role: Role,
    /// Its name, unless that is left out.
    pub name: Option<String>,
}

/// Municipalities that the earlier year knew as others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Merged {
    /// Which became which.
    Named(Merger),
    /// How many became one; a single one took another name.
    Unnamed(usize),
}

impl Merged {
    /// How many municipalities became one.
    #[must_use]
    pub fn municipalities(&self) -> usize {
        match self {
            Merged::Named(merger) => merger.formerly.len(),
            Merged::Unnamed(number) => *number,
        }
    }
}

/// An entity by what is the same in every year.
pub(super) type Key = (Role, String);

/// What the municipalities of an earlier year became: folded names of before, and of later.
#[derive(Debug, Default)]
pub(super) struct Became {
    names: BTreeMap<String, String>,
}

impl Became {
    /// As the later of two years tells it.
    pub(super) fn by(later: &Region) -> Self {
        let mergers = later.mergers.iter();
        let names = mergers.flat_map(|merger| {
            let formerly = merger.formerly.iter();
            formerly.map(|former| (fold(former), fold(&merger.name)))
        });
        Self { names: names.collect() }
    }

    /// What an entity is the same by.
    pub(super) fn key(&self, region: &Region, entity: EntityIndex) -> Key {
        let entity = &region.entities[entity];
        let name = fold(&entity.name);
        let became = self.names.get(&name).filter(|_| entity.role == Role::Municipality);
        (entity.role, became.cloned().unwrap_or(name))
    }
}

/// The mergers of which the earlier year still knows who they were before, as that year spells them.
pub(super) fn mergers(earlier: &Region, later: &Region, became: &Became) -> Vec<Merged> {
    let mut before: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for entity in earlier.municipalities() {
        if let Some(now) = became.names.get(&fold(&entity.name)) {
            before.entry(now).or_default().push(entity.name.clone());
        }
    }
    let found = later.mergers.iter().map(|merger| Merger {
        name: merger.name.clone(),
        formerly: before.remove(fold(&merger.name).as_str()).unwrap_or_default(),
    });
    let told = |merger: &Merger| merger.formerly.iter().any(|former| fold(former) != fold(&merger.name));
    found.filter(told).map(Merged::Named).collect()
}

/// The name of each, as the later year spells it.
pub(super) fn names(earlier: &Region, later: &Region, became: &Became) -> BTreeMap<Key, String> {
    let mut names = BTreeMap::new();
    for (region, became) in [(earlier, became), (later, &Became::default())] {
        for (index, entity) in region.entities.indexed() {
            names.insert(became.key(region, index), entity.name.clone());
        }
    }
    names
}

/// Who took part in both of two years, and in only one.
pub(super) fn turnout(before: &BTreeSet<Key>, after: &BTreeSet<Key>, names: &BTreeMap<Key, String>) -> Turnout {
    let told = |entities: BTreeSet<&Key>| {
        let entities: Vec<Key> = entities.into_iter().cloned().collect();
        participants(&entities, names)
    };
    Turnout {
        stayed: told(before.intersection(after).collect()),
        joined: told(after.difference(before).collect()),
        left: told(before.difference(after).collect()),
    }
}

/// Entities by their names.
pub(super) fn participants(entities: &[Key], names: &BTreeMap<Key, String>) -> Vec<Participant> {
    let named = entities.iter().map(|entity| Participant {
        role: entity.0,
        name: names.get(entity).cloned(),
    });
    named.collect()
}
