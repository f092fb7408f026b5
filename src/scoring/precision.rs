//! Figures compared at nine decimals, so that the last bit of a sum never decides.

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
