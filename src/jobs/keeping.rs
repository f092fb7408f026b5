//! Decides whether a file that is about to be replaced has to be kept, and under which name.

use super::reading::MOST_BYTES;
use crate::office::is_as_made;
use crate::questionnaire::Date;

/// The extensions of what people work in: workbooks, and letters.
const ENDINGS: [&str; 2] = [".xlsx", ".docx"];
/// The part of the name of a kept workbook before the date on which it was replaced.
const KEPT: &str = " (vorige ";

fn ending(name: &str) -> Option<&'static str> {
    ENDINGS.into_iter().find(|ending| name.ends_with(ending))
}

/// Whether people may have worked in a file: it is a workbook or letter that is no longer exactly as we made it. Nobody
/// works in pages, tables and pictures, which can be made again.
#[must_use]
pub fn is_to_be_kept(name: &str, bytes: &[u8]) -> bool {
    ending(name).is_some() && !bytes.is_empty() && (bytes.len() > MOST_BYTES || !is_as_made(bytes))
}

/// The name under which a file that is replaced on `day` is kept. `number` tells several on one day apart, from 1.
#[must_use]
pub fn kept_name(name: &str, day: Date, number: usize) -> String {
    let ending = ending(name).unwrap_or_default();
    let name = name.strip_suffix(ending).unwrap_or(name);
    let number = match number {
        ..2 => String::new(),
        number => format!(" ({number})"),
    };
    format!("{name}{KEPT}{}){number}{ending}", day.iso())
}

/// Whether a file has the name of a kept one, which is read only to see what changed since.
#[must_use]
pub fn is_kept(name: &str) -> bool {
    kept_on(name).is_some()
}

/// The day on which a kept file was replaced, as its name has it: `2026-11-26`. `None` if it is no name of a kept one.
pub(super) fn kept_on(name: &str) -> Option<&str> {
    let (_, day) = name.rsplit_once(KEPT)?;
    let (day, number) = day.split_once(')')?;
    let digits = |text: &str, length: usize| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_day = match day.split('-').collect::<Vec<_>>().as_slice() {
        [year, month, day] => digits(year, 4) && digits(month, 2) && digits(day, 2),
        _ => false,
    };
    // Browsers and file managers number copies once more, or call them copies.
    let rest = number.to_lowercase();
    let numbers = rest
        .strip_suffix(ending(&rest).unwrap_or("."))
        .map(|rest| rest.split_whitespace().collect::<Vec<_>>());
    let is_number = |text: &&str| {
        let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
        inside.is_some_and(|inside| digits(inside, inside.len().max(1)))
    };
    let is_copied = |word: &&str| is_number(word) || ["-", "kopie", "copy"].contains(word);
    (is_day && numbers.is_some_and(|numbers| numbers.iter().all(is_copied))).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Date = Date {
        year: 2026,
        month: 3,
        day: 9,
    };

    #[test]
    fn a_workbook_that_is_kept_is_known_by_its_name() {
        for (number, name) in [
            (1, "voorbeeldland-2026 (vorige 2026-03-09).xlsx"),
            (2, "voorbeeldland-2026 (vorige 2026-03-09) (2).xlsx"),
        ] {
            assert_eq!(kept_name("voorbeeldland-2026.xlsx", DAY, number), name);
            assert!(is_kept(name), "{name}");
        }
        for name in [
            "a (vorige 2026-03-09) (2) (1).XLSX",
            "a (vorige 2026-03-09) - kopie.xlsx",
            "a (vorige 2026-03-09) - Copy (2).xlsx",
            "a (vorige 2025-01-01) (vorige 2026-03-09).xlsx",
            "voorbeeldland-2026-raadsbrief (vorige 2026-03-09).docx",
        ] {
            assert!(is_kept(name), "{name}");
        }
        for name in [
            "voorbeeldland-2026.xlsx",
            "a (vorige versie).xlsx",
            "a (vorige 2026).xlsx",
            "a (vorige 26-03-09).xlsx",
            "a (vorige 2026-03-09) definitief.xlsx",
            "a (vorige 2026-03-09) ().xlsx",
            "a (vorige 2026-03-09).ods",
            "(vorige 2026-03-09",
        ] {
            assert!(!is_kept(name), "{name}");
        }
    }

    #[test]
    fn only_a_workbook_that_is_not_as_made_is_to_be_kept() {
        assert!(is_to_be_kept("a.xlsx", b"PK"));
        assert!(!is_to_be_kept("a.xlsx", b""));
        assert!(!is_to_be_kept("a.html", b"<html>"));
        assert!(is_to_be_kept("a.docx", b"PK"));
        let letter = "voorbeeldland-2026-raadsbrief.docx";
        assert_eq!(
            kept_name(letter, DAY, 2),
            "voorbeeldland-2026-raadsbrief (vorige 2026-03-09) (2).docx"
        );
    }
}
