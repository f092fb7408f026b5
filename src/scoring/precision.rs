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

/// A figure as a comparison shows it: with one decimal, halves away from zero; never -0.
pub(crate) fn tenths(value: f64) -> f64 {
    in_tenths(value) / 10.0 + 0.0
}

/// The parts of a whole as a comparison shows them: rounded down to tenths, after which the tenths that the whole has
/// more go to the parts that lost most, on a tie to the first. So what is shown adds up.
pub(crate) fn apportioned<const N: usize>(whole: f64, parts: [f64; N]) -> [f64; N] {
    let floors = parts.map(|part| (billionths(part) / TENTH).floor());
    let lost = |part: usize| billionths(parts[part]) - floors[part] * TENTH;
    let mut order: Vec<usize> = (0..N).collect();
    order.sort_by(|&one, &other| lost(other).total_cmp(&lost(one)));
    let missing = in_tenths(whole) - floors.iter().sum::<f64>();
    // Between none and one for each part, unless the parts do not add up to the whole.
    let (each, first) = (missing.div_euclid(N as f64), missing.rem_euclid(N as f64));
    let mut shown = floors.map(|floor| floor + each);
    for &part in order.iter().take(first as usize) {
        shown[part] += 1.0;
    }
    shown.map(|part| part / 10.0 + 0.0)
}

/// A tenth in billionths.
const TENTH: f64 = 1e8;

/// A figure in billionths, which are whole: the ninth decimal is the last one that counts.
fn billionths(value: f64) -> f64 {
    (value * 1e9).round()
}

/// The number of tenths that a figure shows as.
fn in_tenths(value: f64) -> f64 {
    (billionths(value) / TENTH).round()
}

/// A difference that shows as a point or more when rounded to whole points; `None` below half a point.
pub(crate) fn noticeable(points: f64) -> Option<f64> {
    Some(rounded(points)).filter(|points| *points >= 0.5)
}

/// Whether a comparison calls a difference a change: if it shows as a point or more, with one decimal. Less may be
/// noise, of which nothing is made.
pub(crate) fn is_change(points: f64) -> bool {
    tenths(points.abs()) >= 1.0
}

/// Whether a change is so small that words must say so: if it shows as less than two points.
pub(crate) fn is_small(points: f64) -> bool {
    tenths(points.abs()) < 2.0
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
    fn what_shows_as_less_than_a_point_is_no_change() {
        assert_eq!(
            [0.949, 0.95, -1.0, -0.9, 0.0].map(is_change),
            [false, true, true, false, false]
        );
    }

    #[test]
    fn what_shows_as_less_than_two_points_is_small() {
        assert_eq!([1.949, -1.95, 2.0, -1.0].map(is_small), [true, false, false, true]);
    }

    #[test]
    fn a_comparison_shows_one_decimal_halves_away_from_zero_whatever_the_last_bit() {
        assert_eq!([43.25, 43.249, -0.25, 0.35].map(tenths), [43.3, 43.2, -0.3, 0.4]);
        assert_eq!(tenths(43.25 - 1e-12), 43.3);
        assert!(tenths(-0.04).is_sign_positive());
    }

    #[test]
    fn missing_tenths_go_to_the_largest_remainders_and_on_a_tie_to_the_first() {
        // Floors 1.2, 3.3, 0.4 and 0.0 make 4.9; the two tenths that 5.1 has more go to .08 and .07.
        assert_eq!(apportioned(5.1, [1.28, 3.35, 0.47, 0.0]), [1.3, 3.3, 0.5, 0.0]);
        // Three remainders of .05 and two tenths: the first two get one each, and what is shown adds up to 0.4.
        assert_eq!(apportioned(0.35, [0.15, 0.05, 0.15, 0.0]), [0.2, 0.1, 0.1, 0.0]);
        assert_eq!(apportioned(0.1, [0.05, 0.0, 0.0, 0.05]), [0.1, 0.0, 0.0, 0.0]);
    }

    #[test]
    fn negative_parts_are_rounded_down_too() {
        // Floors -2.4, -0.1, 1.0 and 0.0 make -1.5; the whole shows as -1.3, so .09 (-2.31) and .06 (-0.04) gain one.
        assert_eq!(apportioned(-1.3, [-2.31, -0.04, 1.05, 0.0]), [-2.3, 0.0, 1.0, 0.0]);
        assert!(apportioned(-1.3, [-2.31, -0.04, 1.05, 0.0])[1].is_sign_positive());
        // A whole that is not the sum of its parts is divided all the same.
        assert_eq!(apportioned(-0.1, [0.0; 4]), [0.0, 0.0, 0.0, -0.1]);
    }

    #[test]
    fn the_first_of_equal_figures_is_the_largest() {
        assert_eq!(first_largest([("a", 1.0), ("b", 2.0), ("c", 2.0)]), Some(("b", 2.0)));
        assert_eq!(first_largest(Vec::<(&str, f64)>::new()), None);
    }
}
