//! How precisely a comparison shows its figures: with one decimal, or whole where they are shared.

use crate::report::outline::Cell;
use crate::report::sharing::Audience;
use crate::scoring::precision::tenths;
use crate::wording::{one_decimal, whole, with_sign};

/// How precisely figures are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figures {
    /// With one decimal.
    Tenths,
    /// Whole, as they already are.
    Whole,
}

impl Figures {
    pub(super) fn of(audience: Audience) -> Self {
        match audience {
            Audience::Region => Figures::Tenths,
            Audience::Anyone => Figures::Whole,
        }
    }

    /// A score. Its cell holds the figure that it shows, so that nothing differs by a tenth from what is next to it.
    pub(super) fn score(self, score: Option<f64>) -> Cell {
        match self {
            Figures::Tenths => Cell::FineScore(score.map(tenths)),
            Figures::Whole => Cell::Score(score),
        }
    }

    /// A difference in points.
    pub(super) fn points(self, points: Option<f64>) -> Cell {
        match self {
            Figures::Tenths => Cell::FinePoints(points.map(tenths)),
            Figures::Whole => Cell::Points(points),
        }
    }

    /// A figure in a sentence.
    pub(super) fn words(self, figure: f64) -> String {
        match self {
            Figures::Tenths => one_decimal(figure),
            Figures::Whole => whole(figure),
        }
    }

    /// A figure in a sentence, or a dash.
    pub(super) fn or_dash(self, figure: Option<f64>) -> String {
        figure.map_or_else(|| "–".to_owned(), |figure| self.words(figure))
    }

    /// "12,3 punten", "0,6 punt", "1 punt"; without a sign.
    pub(super) fn in_points(self, points: f64) -> String {
        let most = match self {
            Figures::Tenths => 1.9,
            Figures::Whole => 1.0,
        };
        let points = points.abs();
        let unit = if points > 0.0 && tenths(points) <= most {
            "punt"
        } else {
            "punten"
        };
        format!("{} {unit}", self.words(points))
    }

    /// "+12,3", "-3,0", "0,0".
    pub(super) fn signed(self, points: f64) -> String {
        with_sign(self.words(points))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_one_or_many_and_have_a_sign_where_it_matters() {
        let tenths = |points: f64| Figures::Tenths.in_points(points);
        assert_eq!(
            [1.0, -1.94, 1.96, 0.0].map(tenths),
            ["1,0 punt", "1,9 punt", "2,0 punten", "0,0 punten"]
        );
        assert_eq!(
            [1.0, 0.0, -2.0].map(|points| Figures::Whole.in_points(points)),
            ["1 punt", "0 punten", "2 punten"]
        );
        assert_eq!(
            [3.25, -3.0, -0.04].map(|points| Figures::Tenths.signed(points)),
            ["+3,3", "-3,0", "0,0"]
        );
    }
}
