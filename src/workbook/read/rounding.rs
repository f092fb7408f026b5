//! Takes a number and how its cell rounds it; returns what the cell shows, if that is another number.

use workbook_guard::Rounding;

use super::cells::Content;
use crate::office::as_shown;

/// No number has a digit that far from the decimal point.
const FARTHEST: i32 = 400;

/// What a cell shows of the number it holds, if it rounds it to another.
pub(super) fn rounded(content: &Content, rounding: Rounding) -> Option<String> {
    let (value, sign) = match content {
        Content::Number(value) => (*value, ""),
        Content::Percentage(value) => (*value, "%"),
        _ => return None,
    };
    let shown = match rounding {
        Rounding::None => return None,
        Rounding::Decimals(decimals) => {
            let nearest = nearest(value, i32::from(decimals))?;
            format!("{nearest:.*}", usize::from(decimals))
        }
        Rounding::Scientific { every, decimals } => {
            let every = i32::from(every.max(1));
            let power_of = |value: f64| {
                let power = (value.abs().log10().floor() as i32).clamp(-FARTHEST, FARTHEST);
                power.div_euclid(every) * every
            };
            let nearest = nearest(value, i32::from(decimals) - power_of(value))?;
            let power = power_of(nearest);
            format!("{:.*}E{power:+03}", usize::from(decimals), nearest / 10f64.powi(power))
        }
    };
    Some(shown.replace('.', ",") + sign)
}

/// The nearest number with this many decimals, half away from zero, unless it is this number. With less than none, it
/// is a multiple of ten or more.
fn nearest(value: f64, decimals: i32) -> Option<f64> {
    // 1.005 times a hundred is less than 100.5, to a computer.
    let scaled = as_shown(value * 10f64.powi(decimals));
    let nearest = scaled.round();
    (scaled.is_finite() && nearest != scaled).then(|| nearest / 10f64.powi(decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shows(value: f64, rounding: Rounding) -> Option<String> {
        rounded(&Content::Number(value), rounding)
    }

    #[test]
    fn what_is_shown_is_rounded_half_away_from_zero() {
        for (value, decimals, shown) in [
            (0.604, 0, "1"),
            (2.6, 0, "3"),
            (2.5, 0, "3"),
            (2.4, 0, "2"),
            (-2.5, 0, "-3"),
            (0.604, 2, "0,60"),
            (1.005, 2, "1,01"),
            (0.285, 2, "0,29"),
            (51_999.5, 0, "52000"),
            (1e-7, 3, "0,000"),
        ] {
            assert_eq!(
                shows(value, Rounding::Decimals(decimals)).as_deref(),
                Some(shown),
                "{value} in {decimals}"
            );
        }
        assert_eq!(
            rounded(&Content::Percentage(75.6), Rounding::Decimals(0)).as_deref(),
            Some("76%")
        );
    }

    #[test]
    fn what_is_shown_whole_is_not_rounded() {
        for (value, decimals) in [
            (3.0, 0),
            (24_000.0, 0),
            (0.6, 1),
            (0.07, 2),
            (0.1, 30),
            (1e300, 255),
            (0.0, 0),
        ] {
            assert_eq!(
                shows(value, Rounding::Decimals(decimals)),
                None,
                "{value} in {decimals}"
            );
        }
        assert_eq!(shows(0.604, Rounding::None), None);
        assert_eq!(rounded(&Content::Text("0,604".into()), Rounding::Decimals(0)), None);
    }

    #[test]
    fn a_power_of_ten_leaves_few_digits() {
        for (value, every, shown) in [
            (24_567.0, 1, Some("2,46E+04")),
            (24_567.0, 3, Some("24,57E+03")),
            (0.000_123_4, 1, Some("1,23E-04")),
            (9_999.0, 1, Some("1,00E+04")),
            (24_600.0, 1, None),
            (24_570.0, 3, None),
            (2.5, 1, None),
            (0.0, 1, None),
        ] {
            let rounding = Rounding::Scientific { every, decimals: 2 };
            assert_eq!(shows(value, rounding).as_deref(), shown, "{value} {every}");
        }
    }
}
