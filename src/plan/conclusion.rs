//! What a meeting concludes about the points of a report's agenda.

use crate::spelling::spells;

/// Header of the column with the points of the agenda.
pub const POINT: &str = "Punt";
/// Header of the column with what there is to discuss about them.
pub const TO_DISCUSS: &str = "Om te bespreken";
/// Header of the column in which people write what they concluded.
pub const CONCLUSION: &str = "Conclusie";

/// Why a point is on the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointKind {
    /// Sender and receiver see a handover differently.
    Handover,
    /// Perspectives differ.
    Difference,
    /// A fact contradicts a claim of one entity.
    Contradiction,
    /// Few know the answer.
    LittleKnown,
}

/// The heading of the tables with each kind of point. What a meeting does not get through has one of its own.
const HEADINGS: [(PointKind, &str); 5] = [
    (PointKind::Handover, "Overdrachten die niet op elkaar passen"),
    (PointKind::Difference, "Waar perspectieven verschillen"),
    (PointKind::Contradiction, "Oordelen waar een feit naast staat"),
    (PointKind::LittleKnown, "Wat het minst bekend is"),
    (PointKind::Difference, FURTHER_DIFFERENCES),
];
/// The heading of the table with differences that a meeting does not get through.
pub const FURTHER_DIFFERENCES: &str = "Verder, voor het scherm: waar perspectieven ook verschillen";

impl PointKind {
    /// The heading of its table.
    #[must_use]
    pub fn heading(self) -> &'static str {
        let own = HEADINGS.iter().find(|(kind, _)| *kind == self);
        own.map_or("", |(_, heading)| heading)
    }

    /// The kind of point in the table with this heading.
    #[must_use]
    pub fn below(heading: &str) -> Option<Self> {
        let own = HEADINGS.iter().find(|(_, known)| spells(known, heading));
        own.map(|(kind, _)| *kind)
    }
}

/// What people concluded about a point of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conclusion {
    /// Why the point is on the agenda.
    pub kind: PointKind,
    /// Id of the row that it is about.
    pub id: String,
    /// What there was to discuss. Of the contradictions about one row, these words tell which is meant.
    pub words: String,
    /// What they wrote.
    pub text: String,
}

impl Conclusion {
    /// Whether it is about this point.
    #[must_use]
    pub fn is_about(&self, kind: PointKind, id: &str, words: &str) -> bool {
        let is_named = self.kind == kind && self.id.eq_ignore_ascii_case(id);
        is_named && (kind != PointKind::Contradiction || spells(&self.words, words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_of_a_point_is_recognised_by_the_heading_of_its_table() {
        for (kind, heading) in HEADINGS {
            assert_eq!(PointKind::below(&format!(" {heading}")), Some(kind));
        }
        assert_eq!(PointKind::below(FURTHER_DIFFERENCES), Some(PointKind::Difference));
        assert_eq!(PointKind::Difference.heading(), "Waar perspectieven verschillen");
        assert_eq!(PointKind::below("Waar perspectieven verschillen: geen"), None);
    }

    #[test]
    fn only_the_words_tell_contradictions_about_one_row_apart() {
        let conclusion = |kind| Conclusion {
            kind,
            id: "BES-05".to_owned(),
            words: "Duinstad: er is plek.".to_owned(),
            text: "Navragen".to_owned(),
        };
        let (difference, contradiction) = (conclusion(PointKind::Difference), conclusion(PointKind::Contradiction));
        assert!(difference.is_about(PointKind::Difference, "BES-05", "Duinstad 50, Rietmeer 75"));
        assert!(!difference.is_about(PointKind::Handover, "BES-05", "Duinstad: er is plek."));
        assert!(!difference.is_about(PointKind::Difference, "BES-06", "Duinstad: er is plek."));
        assert!(contradiction.is_about(PointKind::Contradiction, "BES-05", "Duinstad: er is plek."));
        assert!(!contradiction.is_about(PointKind::Contradiction, "BES-05", "Rietmeer: er is plek."));
    }
}
