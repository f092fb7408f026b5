//! A calendar date: takes year, month and day; returns the days around it.

/// A calendar date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

/// The number of days in a week.
const WEEK: u32 = 7;

impl Date {
    /// The date, if it exists.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// As ISO 8601 writes it: 2026-03-09.
    #[must_use]
    pub fn iso(self) -> String {
        let Self { year, month, day } = self;
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// The last day of a month, which is 1 to 12.
    #[must_use]
    pub fn end_of_month(year: u16, month: u8) -> Self {
        Self {
            year,
            month,
            day: days_in(year, month),
        }
    }

    /// Monday of a week, as ISO 8601 numbers them: the first is the one with 4 January. `None` if the year does not have
    /// that week.
    #[must_use]
    pub fn monday_of(year: u16, week: u8) -> Option<Self> {
        let first = |year| {
            let fourth = Self { year, month: 1, day: 4 };
            fourth.back(fourth.weekday())
        };
        let monday = (1..week).fold(first(year), |monday, _| monday.ahead(WEEK));
        (week > 0 && monday < first(year + 1)).then_some(monday)
    }

    /// The day after.
    #[must_use]
    pub fn next(self) -> Self {
        let Self { year, month, day } = self;
        match (month, day) {
            (12, 31) => Self {
                year: year + 1,
                month: 1,
                day: 1,
            },
            _ if day < days_in(year, month) => Self { day: day + 1, ..self },
            _ => Self {
                month: month + 1,
                day: 1,
                ..self
            },
        }
    }

    /// The day before.
    #[must_use]
    pub fn previous(self) -> Self {
        let Self { year, month, day } = self;
        match (month, day) {
            (1, 1) => Self::end_of_month(year - 1, 12),
            (_, 1) => Self::end_of_month(year, month - 1),
            _ => Self { day: day - 1, ..self },
        }
    }

    /// That many days later.
    #[must_use]
    pub fn ahead(self, days: u32) -> Self {
        (0..days).fold(self, |day, _| day.next())
    }

    fn back(self, days: u32) -> Self {
        (0..days).fold(self, |day, _| day.previous())
    }

    /// The day of the week, from 0 for Monday.
    fn weekday(self) -> u32 {
        let before = u32::from(self.year) - 1;
        let months = (1..self.month).map(|month| u32::from(days_in(self.year, month)));
        // 1 January of the year 1 was a Monday.
        let days =
            before * 365 + before / 4 - before / 100 + before / 400 + months.sum::<u32>() + u32::from(self.day) - 1;
        days % WEEK
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: u16, month: u8, day: u8) -> Date {
        Date::new(year, month, day).unwrap()
    }

    #[test]
    fn a_date_exists_or_it_does_not() {
        assert_eq!(
            Date::new(2028, 2, 29),
            Some(Date {
                year: 2028,
                month: 2,
                day: 29
            })
        );
        for (year, month, day) in [(2027, 2, 29), (2100, 2, 29), (2027, 4, 31), (2027, 13, 1), (2027, 1, 0)] {
            assert_eq!(Date::new(year, month, day), None);
        }
        assert_eq!(date(2000, 2, 29), Date::end_of_month(2000, 2));
    }

    #[test]
    fn days_follow_each_other_over_months_and_years() {
        for (one, other) in [
            (date(2027, 2, 28), date(2027, 3, 1)),
            (date(2026, 12, 31), date(2027, 1, 1)),
            (date(2027, 7, 14), date(2027, 7, 15)),
        ] {
            assert_eq!((one.next(), other.previous()), (other, one));
        }
        assert_eq!(date(2027, 12, 30).ahead(63), date(2028, 3, 2));
    }

    #[test]
    fn weeks_are_those_of_the_calendar() {
        // 1 January 2027 is a Friday, and in week 53 of 2026.
        assert_eq!(date(2027, 1, 1).weekday(), 4);
        assert_eq!(Date::monday_of(2027, 1), Some(date(2027, 1, 4)));
        assert_eq!(Date::monday_of(2026, 53), Some(date(2026, 12, 28)));
        assert_eq!(Date::monday_of(2026, 1), Some(date(2025, 12, 29)));
        assert_eq!((Date::monday_of(2027, 53), Date::monday_of(2027, 0)), (None, None));
    }
}
