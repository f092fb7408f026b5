//! Takes dates, times and durations as files store them; returns them as Dutch people write them.

use super::cells::Content;

/// A number of days in a format of dates or times: the date that it stands for, or a time of day or duration.
pub(super) fn day_or_time(days: f64, is_duration: bool, (year, month, day): (u16, u8, u8)) -> Content<'static> {
    // Office programs count days from 1; less than one is a time of day.
    if is_duration || (0.0..1.0).contains(&days) {
        return Content::Time(clock(days * 86_400.0));
    }
    Content::Date(format!("{day:02}-{month:02}-{year}"))
}

/// An ISO date with the day first; any other text is returned as is.
pub(super) fn day_first(text: &str) -> String {
    let date = text.split('T').next().unwrap_or(text);
    match date.split('-').collect::<Vec<_>>().as_slice() {
        [year, month, day] => format!("{day}-{month}-{year}"),
        _ => date.to_owned(),
    }
}

/// An ISO duration such as `PT72H30M00S` as 72:30; any other text is returned as is.
pub(super) fn duration(text: &str) -> String {
    let (mut seconds, mut digits) = (0.0, String::new());
    let Some(rest) = text.strip_prefix("PT") else {
        return text.to_owned();
    };
    for character in rest.chars() {
        let unit = match character {
            'H' => 3_600.0,
            'M' => 60.0,
            'S' => 1.0,
            other => {
                digits.push(other);
                continue;
            }
        };
        let Ok(number) = std::mem::take(&mut digits).replace(',', ".").parse::<f64>() else {
            return text.to_owned();
        };
        seconds += number * unit;
    }
    clock(seconds)
}

/// Seconds as hours and minutes, and seconds where there are any.
fn clock(seconds: f64) -> String {
    let seconds = seconds.round();
    let (sign, seconds) = if seconds < 0.0 { ("-", -seconds) } else { ("", seconds) };
    let (hours, minutes, rest) = (
        (seconds / 3_600.0).floor(),
        (seconds / 60.0).floor() % 60.0,
        seconds % 60.0,
    );
    let time = format!("{sign}{hours}:{minutes:02}");
    if rest > 0.0 { format!("{time}:{rest:02}") } else { time }
}

/// A date without leading zeros: 3-2-2026.
pub(super) fn plain_day(date: &str) -> String {
    let parts: Vec<&str> = date.split('-').map(|part| part.trim_start_matches('0')).collect();
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_times_and_durations_are_told_apart() {
        let read = |days, is_duration| day_or_time(days, is_duration, (2026, 3, 3));
        let time = |text: &str| Content::Time(text.to_owned());
        assert_eq!(read(46_084.6, false), Content::Date("03-03-2026".to_owned()));
        assert_eq!(read(0.604_166_666_7, false), time("14:30"));
        assert_eq!(read(3.0, true), time("72:00"));
        assert_eq!(read(-0.5, true), time("-12:00"));
    }

    #[test]
    fn iso_forms_are_read() {
        assert_eq!(day_first("2026-03-03T14:30:00"), "03-03-2026");
        assert_eq!(day_first("ooit"), "ooit");
        assert_eq!(duration("PT72H00M00S"), "72:00");
        assert_eq!(duration("PT1H2M3.5S"), "1:02:04");
        assert_eq!(
            (duration("P1D"), duration("PTxH")),
            ("P1D".to_owned(), "PTxH".to_owned())
        );
        assert_eq!(plain_day("03-03-2026"), "3-3-2026");
    }
}
