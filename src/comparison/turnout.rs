//! Who took part in which of two years: the same entity by role and name, however the name is spelled.

use std::collections::{BTreeMap, BTreeSet};

use crate::answers::Region;
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
    /// Its name.
    pub name: String,
}

/// An entity by what is the same in every year.
pub(super) type Key = (Role, String);

/// What an entity is the same by.
pub(super) fn key(region: &Region, entity: usize) -> Key {
    let entity = &region.entities[entity];
    (entity.role, fold(&entity.name))
}

/// The name of each, as the later year spells it.
pub(super) fn names(earlier: &Region, later: &Region) -> BTreeMap<Key, String> {
    let mut names = BTreeMap::new();
    for region in [earlier, later] {
        for (index, entity) in region.entities.iter().enumerate() {
            names.insert(key(region, index), entity.name.clone());
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
        name: names.get(entity).cloned().unwrap_or_default(),
    });
    named.collect()
}
