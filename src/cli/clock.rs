//! Reads the clock and `SOURCE_DATE_EPOCH`; returns the date for reports.

use std::env;

use chrono::{DateTime, Datelike, Local, NaiveDate};

use ketenscan::questionnaire::Date;

use super::error::Error;

/// Environment variable that fixes the date, see <https://reproducible-builds.org/specs/source-date-epoch/>.
const FIXED: &str = "SOURCE_DATE_EPOCH";

/// Today's date in the user's time zone, or the date in `SOURCE_DATE_EPOCH`, so that a report can be reproduced byte
/// for byte.
pub fn today() -> Result<Date, Error> {
    match env::var_os(FIXED) {
        None => Ok(date(Local::now().date_naive())),
        Some(given) => {
            let given = given.to_string_lossy();
            fixed(&given).ok_or_else(|| Error::NotADay(given.into_owned()))
        }
    }
}

/// The date in UTC of this number of seconds since 1 January 1970.
fn fixed(seconds: &str) -> Option<Date> {
    let seconds = seconds.parse::<u32>().ok()?;
    let moment = DateTime::from_timestamp(i64::from(seconds), 0)?;
    Some(date(moment.date_naive()))
}

fn date(day: NaiveDate) -> Date {
    Date {
        year: day.year() as u16,
        month: day.month() as u8,
        day: day.day() as u8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_become_dates() {
        let date = |year, month, day| Some(Date { year, month, day });
        assert_eq!(fixed("0"), date(1970, 1, 1));
        // 1,577,836,800 seconds is 1 January 2020; 29 February is 59 days later.
        assert_eq!(fixed("1582934399"), date(2020, 2, 28));
        assert_eq!(fixed("1582934400"), date(2020, 2, 29));
        assert_eq!(fixed("4294967295"), date(2106, 2, 7));
    }

    #[test]
    fn anything_but_a_number_of_seconds_is_not_a_date() {
        for given in ["", " 0", "-1", "1.5", "1e9", "2026-11-26", "vandaag", "4294967296"] {
            assert_eq!(fixed(given), None, "{given}");
        }
    }
}
