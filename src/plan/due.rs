//! Takes the date of a point as people typed it; returns the last day on which the point is in time.

use crate::questionnaire::Date;
use crate::spelling::fold;
use crate::wording::MONTHS;

/// When a point is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Nobody said.
    Unset,
    /// What is there is not a time that can be read.
    Unclear,
    /// This is the last day on which it is in time.
    By(Date),
}

/// A stretch of days.
#[derive(Clone, Copy)]
struct Period {
    /// `None` if only its end is clear: nobody says when autumn begins.
    first: Option<Date>,
    last: Date,
}

/// The days of the week, which say nothing that a date does not.
const DAYS: [&str; 7] = [
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
];
/// The number of months in a quarter.
const QUARTER: u8 = 3;

impl Due {
    /// What a text says: a day, week, month, quarter or year, or a part of one. Of a longer time the last day counts, so that
    /// a point is never called late while it may not be.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let folded = fold(text);
        if folded.is_empty() {
            return Self::Unset;
        }
        let mut words: Vec<&str> = folded
            .split([' ', '-', '/', '.', ',', '\''])
            .filter(|word| !word.is_empty() && *word != "van")
            .collect();
        if words.first().is_some_and(|word| DAYS.contains(word)) {
            words.remove(0);
        }
        let last = match words.as_slice() {
            ["voor" | "vóór", rest @ ..] => period(rest).and_then(|period| Some(period.first?.previous())),
            ["uiterlijk" | "in" | "op" | "per", rest @ ..]
            | ["t", "m", rest @ ..]
            | ["tot", "en", "met", rest @ ..] => period(rest).map(|period| period.last),
            rest => period(rest).map(|period| period.last),
        };
        last.map_or(Self::Unclear, Self::By)
    }
}

fn period(words: &[&str]) -> Option<Period> {
    match words {
        ["begin", rest @ ..] => part(rest, (3, 10)),
        ["medio" | "half", rest @ ..] => part(rest, (7, 20)),
        ["eind" | "einde", rest @ ..] => whole(rest).map(|period| Period { first: None, ..period }),
        ["voorjaar" | "lente", year] => season(year, 5),
        ["zomer", year] => season(year, 8),
        ["najaar" | "herfst", year] => season(year, 11),
        rest => whole(rest),
    }
}

/// A part of a year, up to the end of this month; or of a month, up to this day.
fn part(words: &[&str], (last_month, last_day): (u8, u8)) -> Option<Period> {
    let last = match words {
        [year] => Date::end_of_month(self::year(year)?, last_month),
        [month, year] => Date::new(self::year(year)?, named(month)?, last_day)?,
        _ => return None,
    };
    Some(Period { first: None, last })
}

fn season(year: &str, last_month: u8) -> Option<Period> {
    let last = Date::end_of_month(self::year(year)?, last_month);
    Some(Period { first: None, last })
}

fn whole(words: &[&str]) -> Option<Period> {
    match words {
        [only] => Some(months(year(only)?, 1, 12)),
        ["week" | "wk", number, year] => {
            let monday = Date::monday_of(self::year(year)?, number.parse().ok()?)?;
            Some(Period {
                first: Some(monday),
                last: monday.ahead(6),
            })
        }
        [ordinal, "kwartaal", year] | ["kwartaal", ordinal, year] => quarter(ordinal, year),
        [ordinal, "halfjaar", year] => {
            let half = self::ordinal(ordinal).filter(|half| *half <= 2)?;
            Some(months(self::year(year)?, 6 * half - 5, 6))
        }
        [one, other] => match (one.strip_prefix('q'), other.strip_prefix('q')) {
            (Some(ordinal), _) => quarter(ordinal, other),
            (_, Some(ordinal)) => quarter(ordinal, one),
            _ => {
                let (month, year) = match year(other) {
                    Some(year) => (named(one).or_else(|| number(one, 12))?, year),
                    None => (number(other, 12)?, year(one)?),
                };
                Some(months(year, month, 1))
            }
        },
        [one, month, other] => {
            let month = named(month).or_else(|| number(month, 12))?;
            let day = match year(one) {
                Some(year) => Date::new(year, month, number(other, 31)?),
                None => Date::new(year(other).or_else(|| short_year(other))?, month, number(one, 31)?),
            }?;
            Some(Period {
                first: Some(day),
                last: day,
            })
        }
        _ => None,
    }
}

fn quarter(ordinal: &str, year: &str) -> Option<Period> {
    let number = self::ordinal(ordinal)?;
    Some(months(self::year(year)?, QUARTER * number - 2, QUARTER))
}

/// "3", "3e" or "derde", up to four.
fn ordinal(word: &str) -> Option<u8> {
    const WORDS: [&str; 4] = ["eerste", "tweede", "derde", "vierde"];
    let in_words = WORDS.iter().position(|known| *known == word);
    in_words.map_or_else(
        || number(word.trim_end_matches(['d', 'e']), 4),
        |place| Some(place as u8 + 1),
    )
}

/// So many months, from this one.
fn months(year: u16, first: u8, number: u8) -> Period {
    Period {
        first: Date::new(year, first, 1),
        last: Date::end_of_month(year, first + number - 1),
    }
}

/// The number of a month by its name, or the beginning of it.
fn named(word: &str) -> Option<u8> {
    let begins = |name: &&'static str| word.len() >= 3 && name.starts_with(word);
    let place = MONTHS.iter().position(begins).or((word == "mrt").then_some(2))?;
    Some(place as u8 + 1)
}

fn number(word: &str, most: u8) -> Option<u8> {
    word.parse().ok().filter(|number| (1..=most).contains(number))
}

fn year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|year| (2000..=2100).contains(year))
}

/// The year of 1-7-27.
fn short_year(word: &str) -> Option<u16> {
    let number: u16 = word.parse().ok().filter(|_| word.len() == 2)?;
    Some(2000 + number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(year: u16, month: u8, day: u8) -> Due {
        Due::By(Date { year, month, day })
    }

    #[test]
    fn a_day_is_read_in_every_usual_spelling() {
        for typed in [
            "09-03-2027",
            "9-3-2027",
            "2027-3-9",
            "2027-03-09",
            "9/3/2027",
            "9.3.2027",
            "9 maart 2027",
            " 9 Mrt. 2027 ",
            "9-mrt-2027",
            "uiterlijk 9 maart 2027",
            "9-3-27",
            "9-3-'27",
            "voor 10 maart 2027",
        ] {
            assert_eq!(Due::of(typed), by(2027, 3, 9), "{typed}");
        }
    }

    #[test]
    fn of_a_longer_time_the_last_day_counts() {
        for (typed, due) in [
            ("2027", by(2027, 12, 31)),
            ("in 2027", by(2027, 12, 31)),
            ("eind 2027", by(2027, 12, 31)),
            ("begin 2027", by(2027, 3, 31)),
            ("medio 2027", by(2027, 7, 31)),
            ("voorjaar 2027", by(2027, 5, 31)),
            ("zomer 2027", by(2027, 8, 31)),
            ("najaar 2026", by(2026, 11, 30)),
            ("juli 2027", by(2027, 7, 31)),
            ("sept. 2027", by(2027, 9, 30)),
            ("2-2028", by(2028, 2, 29)),
            ("2027-06", by(2027, 6, 30)),
            ("voor juli 2027", by(2027, 6, 30)),
            ("begin maart 2027", by(2027, 3, 10)),
            ("eind maart 2027", by(2027, 3, 31)),
            ("Q3 2027", by(2027, 9, 30)),
            ("2027 Q3", by(2027, 9, 30)),
            ("Q3-2027", by(2027, 9, 30)),
            ("4e kwartaal 2027", by(2027, 12, 31)),
            ("eerste kwartaal 2027", by(2027, 3, 31)),
            ("kwartaal 2 2027", by(2027, 6, 30)),
            ("1e halfjaar 2027", by(2027, 6, 30)),
            ("tweede halfjaar 2027", by(2027, 12, 31)),
            ("3de kwartaal van 2027", by(2027, 9, 30)),
            ("eind van 2027", by(2027, 12, 31)),
            ("t/m juni 2027", by(2027, 6, 30)),
            ("tot en met week 12 van 2027", by(2027, 3, 28)),
            ("donderdag 1 juli 2027", by(2027, 7, 1)),
            // 22 to 28 March.
            ("week 12 2027", by(2027, 3, 28)),
            ("voor 2028", by(2027, 12, 31)),
        ] {
            assert_eq!(Due::of(typed), due, "{typed}");
        }
    }

    #[test]
    fn what_is_not_clear_is_not_guessed() {
        for typed in [
            "na de zomer",
            "voor de zomer van 2027",
            "zo snel mogelijk",
            "maart",
            "1 juli",
            "31 april 2027",
            "12-2027-3",
            "2027-13-1",
            "winter 2027",
            "voor eind 2027",
            "doorlopend",
            "27-7-1",
            "3",
            "0-1-2027",
            "5e kwartaal 2027",
            "1 juli 1987",
            "3e halfjaar 2027",
        ] {
            assert_eq!(Due::of(typed), Due::Unclear, "{typed}");
        }
        assert_eq!(Due::of("  "), Due::Unset);
    }
}
