//! A collection of questionnaires, each found by its id and edition together.

use std::fmt;
use std::sync::Arc;

use super::Questionnaire;

/// Identifies a questionnaire and its edition. An edition's number alone is not enough: two questionnaires may both
/// have an edition of 2026.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct QuestionnaireId {
    /// Identifier that stays the same across editions.
    pub id: String,
    /// Edition: usually the year in which it appeared.
    pub edition: u16,
}

impl fmt::Display for QuestionnaireId {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}, editie {}", self.id, self.edition)
    }
}

/// The available questionnaires: at least one, and no duplicates. Cloning copies no questionnaire.
#[derive(Clone, Debug)]
pub struct Editions {
    /// In the order in which they were added; never empty.
    known: Vec<Arc<Questionnaire>>,
}

impl From<Questionnaire> for Editions {
    fn from(only: Questionnaire) -> Self {
        Self {
            known: vec![Arc::new(only)],
        }
    }
}

impl Editions {
    /// Adds a questionnaire. One that is already here with the same definition is ignored.
    ///
    /// # Errors
    /// If another definition claims to be the same edition of the same questionnaire; returns the one that is
    /// here.
    pub fn add(&mut self, new: Questionnaire) -> Result<(), &Questionnaire> {
        match self.known.iter().position(|known| known.identity() == new.identity()) {
            Some(same) if self.known[same].sha256 == new.sha256 => Ok(()),
            Some(other) => Err(&self.known[other]),
            None => {
                self.known.push(Arc::new(new));
                Ok(())
            }
        }
    }

    /// Adds those of `others` that are missing editions of a questionnaire that is here, so that workbooks of several
    /// years can be read together.
    pub fn complete_from(&mut self, others: &Self) {
        for other in &others.known {
            let here = self.every_edition_of(&other.id).next().is_some();
            if here && self.of(&other.identity()).is_none() {
                self.known.push(Arc::clone(other));
            }
        }
    }

    /// The questionnaire with this id and edition.
    #[must_use]
    pub fn of(&self, id: &QuestionnaireId) -> Option<&Questionnaire> {
        self.iter()
            .find(|known| id.id == known.id && id.edition == known.edition)
    }

    /// All editions of the questionnaire with this id, in the order in which they were added.
    pub fn every_edition_of(&self, id: &str) -> impl Iterator<Item = &Questionnaire> {
        self.iter().filter(move |known| known.id == id)
    }

    /// The edition with the highest number; if several have it, the one added first.
    #[must_use]
    pub fn newest(&self) -> &Questionnaire {
        let known = self.iter().skip(1);
        known.fold(&self.known[0], |newest, next| {
            if next.edition > newest.edition { next } else { newest }
        })
    }

    /// The ids of the questionnaires, each once, in the order in which they were added.
    #[must_use]
    pub fn ids(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for known in self.iter() {
            if !ids.contains(&known.id.as_str()) {
                ids.push(&known.id);
            }
        }
        ids
    }

    /// All questionnaires, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = &Questionnaire> {
        self.known.iter().map(Arc::as_ref)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::builtin;

    fn edition(id: &str, edition: u16) -> Questionnaire {
        Questionnaire {
            id: id.to_owned(),
            edition,
            sha256: format!("{id} {edition}"),
            ..builtin()
        }
    }

    fn editions(given: &[(&str, u16)]) -> Editions {
        let mut given = given.iter().map(|&(id, number)| edition(id, number));
        let mut editions = Editions::from(given.next().unwrap());
        given.for_each(|next| editions.add(next).unwrap());
        editions
    }

    #[test]
    fn each_is_found_by_id_and_edition_whatever_the_order() {
        let given = [("keten", 2026), ("buurt", 2026), ("keten", 2025)];
        for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0]] {
            let editions = editions(&order.map(|index| given[index]));
            for (id, number) in given {
                let identity = edition(id, number).identity();
                assert_eq!(editions.of(&identity).map(Questionnaire::identity), Some(identity));
            }
            assert!(editions.of(&edition("buurt", 2025).identity()).is_none());
            assert_eq!(editions.newest().edition, 2026);
        }
    }

    #[test]
    fn a_duplicate_definition_is_ignored_and_a_conflicting_one_refused() {
        let mut editions = editions(&[("keten", 2026)]);
        editions.add(edition("keten", 2026)).unwrap();
        assert_eq!(editions.iter().count(), 1);
        let other = Questionnaire {
            sha256: "other".to_owned(),
            ..edition("keten", 2026)
        };
        assert_eq!(editions.add(other).unwrap_err().sha256, "keten 2026");
    }

    #[test]
    fn only_missing_editions_of_known_questionnaires_are_added() {
        let mut own = editions(&[("keten", 2025), ("buurt", 2026)]);
        own.complete_from(&editions(&[("keten", 2025), ("keten", 2026), ("straat", 2026)]));
        let all: Vec<String> = own.iter().map(|known| known.identity().to_string()).collect();
        assert_eq!(all, ["keten, editie 2025", "buurt, editie 2026", "keten, editie 2026"]);
        assert_eq!(own.ids(), ["keten", "buurt"]);
    }
}
