//! What can be wrong with a conclusion that is carried over to a new agenda, each with its message and hint.

use crate::problem::{Description, Finding, Severity::Warning};

/// Why a conclusion is not where it was, or not whole.
pub(super) enum ConclusionFinding {
    /// It is about a point that is not on the new agenda.
    PointGone,
    /// It was carried over to the point about the same row, below another heading.
    PointElsewhere { heading: &'static str },
    /// It cannot be told about which point of the new agenda it is.
    PointUnclear,
    /// A cell cannot hold it together with the others about the same point.
    TooMuchConcluded,
}

impl Finding for ConclusionFinding {
    fn describe(&self) -> Description {
        use ConclusionFinding as F;
        match self {
            F::PointGone => Description {
                code: "W48",
                severity: Warning,
                message: "het punt staat niet op de nieuwe gespreksagenda; deze conclusie is niet overgenomen".to_owned(),
                hint: "Kijk in de vorige versie, en zet in het Verbeterplan wat u nodig hebt.".to_owned(),
            },
            F::PointElsewhere { heading } => Description {
                code: "W49",
                severity: Warning,
                message: format!("dit punt staat nu onder '{heading}'; daar is deze conclusie overgenomen"),
                hint: "Kijk of zij daar hoort.".to_owned(),
            },
            F::PointUnclear => Description {
                code: "W49",
                severity: Warning,
                message: "het is niet duidelijk bij welk punt van de nieuwe gespreksagenda deze conclusie hoort; zij is niet \
                          overgenomen"
                    .to_owned(),
                hint: "Kijk in de vorige versie, en zet de conclusie bij het punt waar zij hoort.".to_owned(),
            },
            F::TooMuchConcluded => Description {
                code: "W82",
                severity: Warning,
                message: "wat bij dit punt is geconcludeerd, past samen niet in één cel; het eind is niet overgenomen".to_owned(),
                hint: "Kijk in de vorige versie, en vat het samen.".to_owned(),
            },
        }
    }
}
