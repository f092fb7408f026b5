//! Takes the time at which a file says it was last saved; returns that moment.

use crate::answers::{Moment, YEARS};
use crate::questionnaire::Date;

/// A time such as `2026-03-04T10:11:12Z`, with or without a fraction. One in another time zone is not understood.
pub(super) fn moment(text: &str) -> Option<Moment> {
    let (text, is_utc) = match text.strip_suffix('Z').or_else(|| text.strip_suffix("+00:00")) {
        Some(text) => (text, true),
        None => (text, false),
    };
    let (day, time) = text.split_once('T')?;
    let [year, month, day] = numbers(day, '-')?;
    let time = time.split_once('.').map_or(time, |(time, _)| time);
    let [hour, minute, second] = numbers(time, ':')?;
    let is_time = hour < 24 && minute < 60 && second <= 60;
    let date = Date {
        year: u16::try_from(year).ok().filter(|year| YEARS.contains(year))?,
        month: u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?,
        day: u8::try_from(day).ok().filter(|day| (1..=31).contains(day))?,
    };
    is_time.then_some(Moment {
        date,
        second: (hour * 60 + minute) * 60 + second,
        is_utc,
    })
}

/// Three numbers with a separator between them, and nothing else.
fn numbers(text: &str, separator: char) -> Option<[u32; 3]> {
    let mut parts = text.split(separator).map(|part| part.parse().ok());
    let three = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(three)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_what_programs_write_and_nothing_else() {
        let date = Date {
            year: 2026,
            month: 3,
            day: 4,
        };
        // 10 · 3600 + 11 · 60 + 12
        let second = 36_672;
        for (text, is_utc) in [
            ("2026-03-04T10:11:12Z", true),
            ("2026-03-04T10:11:12+00:00", true),
            ("2026-03-04T10:11:12.123456789", false),
        ] {
            let found = Some(Moment { date, second, is_utc });
            assert_eq!(moment(text), found, "{text}");
        }
        for text in [
            "",
            "2026-03-04",
            "2026-03-04T10:11",
            "2026-13-04T10:11:12Z",
            "2026-03-04T24:00:00Z",
            "2026-03-04T10:11:12+02:00",
            "0001-01-01T00:00:00Z",
            "gisteren",
        ] {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
