//! The day that reports carry.

use std::time::{SystemTime, UNIX_EPOCH};

use ketenscan::questionnaire::Date;

/// Today, or the day of `SOURCE_DATE_EPOCH`, so that a report can be made again byte for byte.
pub fn today() -> Date {
    let fixed = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|seconds| seconds.parse::<u64>().ok());
    let seconds = fixed.unwrap_or_else(|| {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |elapsed| elapsed.as_secs())
    });
    civil(seconds / 86_400)
}

/// The date of a number of days since 1 January 1970 (Gregorian calendar).
fn civil(days: u64) -> Date {
    let mut year = 1970;
    let mut rest = days;
    let leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    while rest >= if leap(year) { 366 } else { 365 } {
        rest -= if leap(year) { 366 } else { 365 };
        year += 1;
    }
    let february = if leap(year) { 29 } else { 28 };
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if rest < length {
            break;
        }
        rest -= length;
        month += 1;
    }
    Date {
        year: year as u16,
        month,
        day: rest as u8 + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates() {
        let date = |year, month, day| Date { year, month, day };
        assert_eq!(civil(0), date(1970, 1, 1));
        // 1 577 836 800 seconds is 1 January 2020; 59 days on is 29 February.
        assert_eq!(civil(1_577_836_800 / 86_400 + 59), date(2020, 2, 29));
        assert_eq!(civil(1_577_836_800 / 86_400 + 365), date(2020, 12, 31));
    }
}
