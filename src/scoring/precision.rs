//! Comparisons at nine decimals, so that floating-point noise never decides; and which differences are noticeable.

use std::cmp::Ordering;

/// A figure rounded to nine decimals.
pub(crate) fn rounded(value: f64) -> f64 {
    (value * 1e9).round() / 1e9
}

/// Whether `value` is at least `threshold`.
pub(crate) fn at_least(value: f64, threshold: f64) -> bool {
    rounded(value) >= rounded(threshold)
}

/// Whether `value` is below `threshold`.
pub(crate) fn below(value: f64, threshold: f64) -> bool {
    !at_least(value, threshold)
}

/// Order for sorting, largest first.
pub(crate) fn largest_first(a: f64, b: f64) -> Ordering {
    rounded(b).total_cmp(&rounded(a))
}

/// A figure as it is shown: a whole number, halves away from zero; never -0.
pub(crate) fn shown(value: f64) -> f64 {
    rounded(value).round() + 0.0
}

/// A difference that shows as a point or more when rounded to whole points; `None` below half a point.
pub(crate) fn noticeable(points: f64) -> Option<f64> {
    Some(rounded(points)).filter(|points| *points >= 0.5)
}

/// The largest of these figures; on a tie, the first.
pub(crate) fn first_largest<T>(figures: impl IntoIterator<Item = (T, f64)>) -> Option<(T, f64)> {
    figures
        .into_iter()
        .reduce(|largest, found| if found.1 > largest.1 { found } else { largest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_point_is_noticeable_despite_rounding() {
        assert_eq!(noticeable(0.5 - 1e-12), Some(0.5));
        assert_eq!(noticeable(0.4999), None);
        assert_eq!(noticeable(-3.0), None);
    }

    #[test]
    fn the_first_of_equal_figures_is_the_largest() {
        assert_eq!(first_largest([("a", 1.0), ("b", 2.0), ("c", 2.0)]), Some(("b", 2.0)));
        assert_eq!(first_largest(Vec::<(&str, f64)>::new()), None);
    }
}
