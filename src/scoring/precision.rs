//! Figures compared at nine decimals, so that the last bit of a sum never decides, and which differences count.

use std::cmp::Ordering;

/// A figure rounded to nine decimals.
pub(crate) fn rounded(value: f64) -> f64 {
    (value * 1e9).round() / 1e9
}

/// Whether `value` reaches `threshold`.
pub(crate) fn at_least(value: f64, threshold: f64) -> bool {
    rounded(value) >= rounded(threshold)
}

/// Whether `value` falls short of `threshold`.
pub(crate) fn below(value: f64, threshold: f64) -> bool {
    !at_least(value, threshold)
}

/// The order of two figures, largest first.
pub(crate) fn largest_first(a: f64, b: f64) -> Ordering {
    rounded(b).total_cmp(&rounded(a))
}

/// The difference a reader sees when it is a point or more once rounded; less than half a point is no difference.
pub(crate) fn noticeable(points: f64) -> Option<f64> {
    Some(rounded(points)).filter(|points| *points >= 0.5)
}

/// The largest of these figures, the first of those on a tie.
pub(crate) fn first_largest<T>(figures: impl IntoIterator<Item = (T, f64)>) -> Option<(T, f64)> {
    figures
        .into_iter()
        .reduce(|largest, found| if found.1 > largest.1 { found } else { largest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_point_is_noticed_whatever_the_last_bit_says() {
        assert_eq!(noticeable(0.5 - 1e-12), Some(0.5));
        assert_eq!(noticeable(0.4999), None);
        assert_eq!(noticeable(-3.0), None);
    }

    #[test]
    fn of_equal_figures_the_first_is_the_largest() {
        assert_eq!(first_largest([("a", 1.0), ("b", 2.0), ("c", 2.0)]), Some(("b", 2.0)));
        assert_eq!(first_largest(Vec::<(&str, f64)>::new()), None);
    }
}
