//! Takes two years; returns who took part in which. Entities are identified by role and folded name, and a merged
//! municipality by its predecessors.

use std::collections::{BTreeMap, BTreeSet};

use crate::answers::{EntityIndex, Merger, Region};
use crate::questionnaire::Role;
use crate::spelling::{fold, spells};

/// Who took part in which year. Names are spelled as in the later year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turnout {
    /// In both years.
    pub stayed: Vec<Participant>,
    /// Only in the later year.
    pub joined: Vec<Participant>,
    /// Only in the earlier year.
    pub left: Vec<Participant>,
}

/// An entity that took part. A region and a municipality of the same name are different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// What it is.
    pub role: Role,
    /// Its name.
    pub name: String,
}

/// Identifies an entity across years.
pub(super) type Key = (Role, String);

/// What the municipalities of an earlier year became: from folded former name to folded later name.
#[derive(Debug, Default)]
pub(super) struct Became {
    names: BTreeMap<String, String>,
}

impl Became {
    /// According to the later of two years.
    pub(super) fn by(later: &Region) -> Self {
        let mergers = later.mergers.iter();
        let names = mergers.flat_map(|merger| {
            let formerly = merger.formerly.iter();
            formerly.map(|former| (fold(former), fold(&merger.name)))
        });
        Self { names: names.collect() }
    }

    /// The identity of an entity.
    pub(super) fn key(&self, region: &Region, entity: EntityIndex) -> Key {
        let entity = &region.entities[entity];
        let name = fold(&entity.name);
        let became = self.names.get(&name).filter(|_| entity.role == Role::Municipality);
        (entity.role, became.cloned().unwrap_or(name))
    }
}

/// The mergers of municipalities that took part in the earlier year under their former names, spelled as in that year.
pub(super) fn mergers(earlier: &Region, later: &Region, became: &Became) -> Vec<Merger> {
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
    let is_renamed = |merger: &Merger| merger.formerly.iter().any(|former| !spells(former, &merger.name));
    found.filter(is_renamed).collect()
}

/// The name of each entity, as spelled in the later year.
pub(super) fn names(earlier: &Region, later: &Region, became: &Became) -> BTreeMap<Key, String> {
    let mut names = BTreeMap::new();
    for (region, became) in [(earlier, became), (later, &Became::default())] {
        for (index, entity) in region.entities.indexed() {
            names.insert(became.key(region, index), entity.name.clone());
        }
    }
    names
}

/// Who took part in both years, and who in only one.
pub(super) fn turnout(before: &BTreeSet<Key>, after: &BTreeSet<Key>, names: &BTreeMap<Key, String>) -> Turnout {
    let named = |entities: BTreeSet<&Key>| {
        let entities: Vec<Key> = entities.into_iter().cloned().collect();
        participants(&entities, names)
    };
    Turnout {
        stayed: named(before.intersection(after).collect()),
        joined: named(after.difference(before).collect()),
        left: named(before.difference(after).collect()),
    }
}

/// Entities with their names.
pub(super) fn participants(entities: &[Key], names: &BTreeMap<Key, String>) -> Vec<Participant> {
    let named = entities.iter().map(|entity| Participant {
        role: entity.0,
        name: names.get(entity).cloned().unwrap_or_default(),
    });
    named.collect()
}
