//! What a meeting concludes about the points of a report's agenda.

use crate::spelling::{fold, spells};

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
/// The heading of the table with what was agreed on, where nothing is left to conclude.
pub const AGREED: &str = "Samen afgesproken";
/// The heading of the table with what else was agreed on.
pub const FURTHER_AGREED: &str = "Verder, voor het scherm: wat ook is afgesproken";

impl PointKind {
    /// The heading of its table.
    #[must_use]
    pub fn heading(self) -> &'static str {
        let own = HEADINGS.iter().find(|(kind, _)| *kind == self);
        own.map_or("", |(_, heading)| heading)
    }
}

/// What a heading of the agenda announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announced {
    /// Points of this kind.
    Points(PointKind),
    /// What was agreed on already.
    Agreed,
}

impl Announced {
    /// What is announced by a text that begins with a heading, whatever was typed behind it.
    #[must_use]
    pub fn by(text: &str) -> Option<Self> {
        let text = fold(text);
        let points = HEADINGS.map(|(kind, heading)| (Self::Points(kind), heading));
        let agreed = [AGREED, FURTHER_AGREED].map(|heading| (Self::Agreed, heading));
        let mut all = points.into_iter().chain(agreed);
        all.find(|(_, heading)| text.starts_with(&fold(heading)))
            .map(|(announced, _)| announced)
    }
}

/// A point of the agenda, by what tells it from the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaPoint {
    /// Why it is on the agenda.
    pub kind: PointKind,
    /// Id of the row that it is about.
    pub id: String,
    /// What there is to discuss.
    pub words: String,
}

/// Where a conclusion belongs on an agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Belongs<'a> {
    /// At this point.
    At(&'a AgendaPoint),
    /// That cannot be told: several points are about its row, or one that may be another.
    Unclear,
    /// Nowhere: no point is about its row.
    Nowhere,
}

/// What people concluded about a point of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conclusion {
    /// Why the point is on the agenda; `None` if its heading cannot be recognised any more.
    pub kind: Option<PointKind>,
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
    pub fn is_about(&self, point: &AgendaPoint) -> bool {
        self.kind == Some(point.kind) && self.is_of_row(point) && self.may_mean(point)
    }

    /// The same about this point.
    #[must_use]
    pub fn about(self, point: &AgendaPoint) -> Self {
        Self {
            kind: Some(point.kind),
            id: point.id.clone(),
            words: point.words.clone(),
            text: self.text,
        }
    }

    /// Where it belongs: at the point of its kind about its row, else at the only other point about that row.
    #[must_use]
    pub fn belongs<'a>(&self, agenda: &'a [AgendaPoint]) -> Belongs<'a> {
        let of_row: Vec<&AgendaPoint> = agenda.iter().filter(|point| self.is_of_row(point)).collect();
        if of_row.is_empty() {
            return Belongs::Nowhere;
        }
        let narrowed = |holds: &dyn Fn(&AgendaPoint) -> bool| {
            let meant: Vec<&AgendaPoint> = of_row.iter().copied().filter(|point| holds(point)).collect();
            (!meant.is_empty()).then_some(meant)
        };
        let meant = narrowed(&|point| self.is_about(point) && spells(&self.words, &point.words))
            .or_else(|| narrowed(&|point| self.is_about(point)))
            .or_else(|| narrowed(&|point| self.may_mean(point)));
        match meant.as_deref() {
            Some([point]) => Belongs::At(point),
            _ => Belongs::Unclear,
        }
    }

    fn is_of_row(&self, point: &AgendaPoint) -> bool {
        self.id.eq_ignore_ascii_case(&point.id)
    }

    /// Whether its words allow that it is about this point: of the contradictions about one row, only they tell which is
    /// meant. Something may have been typed around them.
    fn may_mean(&self, point: &AgendaPoint) -> bool {
        point.kind != PointKind::Contradiction || fold(&self.words).contains(&fold(&point.words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_heading_announces_is_recognised_by_how_it_begins() {
        for (kind, heading) in HEADINGS {
            for text in [
                format!(" {heading}"),
                format!("{heading}: geen"),
                format!("{heading} (eerst!)"),
            ] {
                assert_eq!(Announced::by(&text), Some(Announced::Points(kind)), "{text}");
            }
        }
        assert_eq!(Announced::by(FURTHER_AGREED), Some(Announced::Agreed));
        assert_eq!(PointKind::Difference.heading(), "Waar perspectieven verschillen");
        assert_eq!(Announced::by("Onze punten"), None);
    }

    fn point(kind: PointKind, id: &str, words: &str) -> AgendaPoint {
        AgendaPoint {
            kind,
            id: id.to_owned(),
            words: words.to_owned(),
        }
    }

    fn conclusion(kind: Option<PointKind>, words: &str) -> Conclusion {
        Conclusion {
            kind,
            id: "BES-05".to_owned(),
            words: words.to_owned(),
            text: "Navragen".to_owned(),
        }
    }

    #[test]
    fn a_conclusion_belongs_at_the_point_of_its_kind_or_else_at_the_only_other_of_its_row() {
        let handover = point(PointKind::Handover, "BES-05", "Gemeente geeft 0, regio geeft 75.");
        let difference = point(PointKind::Difference, "BES-05", "Gemeente 0, regio 75");
        let other = point(PointKind::Difference, "BES-06", "Gemeente 0, regio 75");
        let both = [handover.clone(), difference.clone(), other.clone()];
        let of = |kind| conclusion(kind, "Gemeente 25, regio 75");
        assert_eq!(of(Some(PointKind::Difference)).belongs(&both), Belongs::At(&difference));
        assert_eq!(of(Some(PointKind::Handover)).belongs(&both), Belongs::At(&handover));
        for kind in [None, Some(PointKind::LittleKnown)] {
            assert_eq!(of(kind).belongs(&both), Belongs::Unclear);
            assert_eq!(of(kind).belongs(&both[1..]), Belongs::At(&difference));
            assert_eq!(of(kind).belongs(&both[2..]), Belongs::Nowhere);
        }
    }

    #[test]
    fn only_the_words_tell_contradictions_about_one_row_apart() {
        let duinstad = point(PointKind::Contradiction, "BES-05", "Duinstad: er is plek.");
        let rietmeer = point(PointKind::Contradiction, "BES-05", "Rietmeer: er is plek.");
        let both = [duinstad.clone(), rietmeer];
        for words in ["Duinstad: er is plek.", "Let op: Duinstad: er is plek. Klopt."] {
            let found = conclusion(Some(PointKind::Contradiction), words);
            assert_eq!(found.belongs(&both), Belongs::At(&duinstad), "{words}");
            assert_eq!(found.belongs(&both[1..]), Belongs::Unclear, "{words}");
        }
    }
}
