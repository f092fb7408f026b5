//! A change between two scores, and what it consists of.

use crate::scoring::precision::{apportioned, tenths};

/// A change in points, and what it consists of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parts {
    /// The score in the earlier year; merged municipalities count as one.
    pub before: f64,
    /// The score in the later year.
    pub after: f64,
    /// The same entities gave different answers to the same questions.
    pub real: f64,
    /// The rest of the change; `None` if its parts are withheld.
    pub apparent: Option<Apparent>,
}

/// The parts of a change that are not real; with the real part they add up to the total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Apparent {
    /// Entities present in both years answered different questions than before.
    pub availability: f64,
    /// Entities joined or left.
    pub respondents: f64,
    /// Questions were added, dropped, moved or weighted differently.
    pub questions: f64,
}

impl Parts {
    /// The whole change.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.after - self.before
    }

    /// The change as it is shown, in tenths of points: the total is the difference of the scores, and its parts add up
    /// to it.
    #[must_use]
    pub fn shown(&self) -> Self {
        let (before, after) = (tenths(self.before), tenths(self.after));
        let Some(apparent) = &self.apparent else {
            return Self {
                before,
                after,
                real: tenths(self.real),
                apparent: None,
            };
        };
        let parts = [
            self.real,
            apparent.availability,
            apparent.respondents,
            apparent.questions,
        ];
        let [real, availability, respondents, questions] = apportioned(after - before, parts);
        Self {
            before,
            after,
            real,
            apparent: Some(Apparent {
                availability,
                respondents,
                questions,
            }),
        }
    }

    /// The unweighted mean; `None` of none.
    pub(super) fn mean(all: &[Self]) -> Option<Self> {
        let mean = |figure: &dyn Fn(&Self) -> f64| all.iter().map(figure).sum::<f64>() / all.len() as f64;
        let apparent: Option<Vec<Apparent>> = all.iter().map(|parts| parts.apparent).collect();
        let of_apparent = |found: &[Apparent], figure: fn(&Apparent) -> f64| {
            found.iter().map(figure).sum::<f64>() / found.len() as f64
        };
        (!all.is_empty()).then(|| Self {
            before: mean(&|parts| parts.before),
            after: mean(&|parts| parts.after),
            real: mean(&|parts| parts.real),
            apparent: apparent.map(|found| Apparent {
                availability: of_apparent(&found, |found| found.availability),
                respondents: of_apparent(&found, |found| found.respondents),
                questions: of_apparent(&found, |found| found.questions),
            }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The total as shown, and the four parts as shown.
    fn shown(before: f64, after: f64, [real, availability, respondents, questions]: [f64; 4]) -> (f64, [f64; 4]) {
        let apparent = Some(Apparent {
            availability,
            respondents,
            questions,
        });
        let parts = Parts {
            before,
            after,
            real,
            apparent,
        };
        let shown = parts.shown();
        let rest = shown.apparent.unwrap();
        let parts = [shown.real, rest.availability, rest.respondents, rest.questions];
        (tenths(shown.total()), parts)
    }

    #[test]
    fn the_total_is_the_difference_of_the_scores_shown_and_the_parts_add_up_to_it() {
        // 33.3 and 66.7 differ by 33.4, though the change is 33.333…; the tenth goes to the only part.
        let third = 100.0 / 3.0;
        assert_eq!(
            shown(third, 2.0 * third, [third, 0.0, 0.0, 0.0]).1,
            [33.4, 0.0, 0.0, 0.0]
        );
        assert_eq!(shown(third, 2.0 * third, [third, 0.0, 0.0, 0.0]).0, 33.4);
        // 50.05 shows as 50.1 and 48 as 48: -2.1. Floors -1.4, -0.7, -0.1 and 0.0 make -2.2, and availability lost most.
        assert_eq!(
            shown(50.05, 48.0, [-1.38, -0.63, -0.04, 0.0]),
            (-2.1, [-1.4, -0.6, -0.1, 0.0])
        );
    }

    #[test]
    fn a_change_whose_other_parts_are_withheld_keeps_its_real_part() {
        let parts = Parts {
            before: 41.0,
            after: 43.0,
            real: 1.0,
            apparent: None,
        };
        assert_eq!(parts.shown(), parts);
    }
}
