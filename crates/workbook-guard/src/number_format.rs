//! Takes the code of a number format; returns what it shows a number as, and to how many digits it rounds it.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;
use std::str::Chars;

use crate::looks::{Look, Rounding, Shown};

/// The number formats of a workbook.
#[derive(Debug, Default)]
pub(crate) struct NumberFormats {
    /// By their numbers.
    looks: BTreeMap<u32, Look>,
    /// The numbers of those that may be of dates and times.
    dates: BTreeSet<u32>,
}

impl NumberFormats {
    /// Adds one of the workbook's own formats.
    pub(crate) fn insert(&mut self, number: u32, code: &str) {
        let (shown, rounding) = shown_by(code);
        let look = Look {
            number: shown,
            rounding,
            hides_text: hides_text(code),
            ..Look::default()
        };
        self.looks.insert(number, look);
        // Every format of a date or time has one of these, and many others have too.
        if code.contains(|letter: char| "dmyhsp/".contains(letter.to_ascii_lowercase())) {
            self.dates.insert(number);
        }
    }

    /// Whether the format with this number may be of dates and times. Which ones are is for the parser to say.
    pub(crate) fn may_be_date(&self, number: u32) -> bool {
        self.dates.contains(&number) || matches!(number, 14..=22 | 27..=36 | 45..=47 | 50..=58)
    }

    /// How the format with this number makes a cell look. Some are built in and the same in every workbook.
    pub(crate) fn look(&self, number: u32) -> Look {
        self.looks.get(&number).copied().unwrap_or_else(|| built_in(number))
    }
}

/// How a format looks that is the same in every workbook.
fn built_in(number: u32) -> Look {
    let scientific = |every, decimals| Rounding::Scientific { every, decimals };
    Look {
        number: match number {
            9 | 10 => Shown::Percentage,
            _ => Shown::Plain,
        },
        rounding: match number {
            1 | 3 | 5 | 6 | 9 | 37 | 38 | 41 | 42 => Rounding::Decimals(0),
            2 | 4 | 7 | 8 | 10 | 39 | 40 | 43 | 44 => Rounding::Decimals(2),
            11 => scientific(1, 2),
            48 => scientific(3, 1),
            _ => Rounding::None,
        },
        ..Look::default()
    }
}

/// Whether the fourth section, that of text, leaves it out.
fn hides_text(code: &str) -> bool {
    let mut code = code.chars().peekable();
    (0..3).all(|_| Section::next(&mut code).1) && !Section::next(&mut code).0.digits
}

/// What a format shows a positive number as, and its rounding. The parser recognises formats of dates and times.
fn shown_by(code: &str) -> (Shown, Rounding) {
    let mut code = code.chars().peekable();
    loop {
        let (section, another) = Section::next(&mut code);
        if section.shown != Shown::Plain || section.digits || section.date {
            return (section.shown, section.rounding());
        }
        // Literal text alone; other numbers may have another section.
        if !section.conditional || !another {
            return (Shown::Otherwise, Rounding::None);
        }
    }
}

/// The contents of one section of a format.
#[derive(Default)]
struct Section {
    /// Placeholders for digits, or for the value as it is.
    digits: bool,
    /// What it shows its digits as.
    shown: Shown,
    /// Letters for parts of a date or time.
    date: bool,
    /// Where the placeholders that follow stand.
    part: Part,
    /// The number of placeholders before and after the decimal point.
    places: [u8; 2],
    /// Whether it applies to some numbers only.
    conditional: bool,
}

/// A part of a number.
#[derive(Clone, Copy, Default, PartialEq)]
enum Part {
    #[default]
    Whole,
    Decimals,
    PowerOfTen,
    Fraction,
    /// The value as it is.
    All,
}

impl Section {
    /// The rounding, if it is the same for all positive numbers. Fractions and dates are not counted in decimals.
    fn rounding(&self) -> Rounding {
        let [whole, decimals] = self.places;
        match self.part {
            _ if self.conditional || self.date || self.shown == Shown::Otherwise => Rounding::None,
            Part::Fraction | Part::All => Rounding::None,
            Part::PowerOfTen => Rounding::Scientific {
                every: whole.max(1),
                decimals,
            },
            Part::Whole | Part::Decimals => Rounding::Decimals(decimals),
        }
    }

    /// Reads up to and including the semicolon. Returns also whether there was one, so that another section follows.
    fn next(code: &mut Peekable<Chars>) -> (Self, bool) {
        let mut section = Self::default();
        // Whether the last character was a placeholder for a digit.
        let mut after_digit = false;
        while let Some(character) = code.next() {
            let was_after_digit = std::mem::take(&mut after_digit);
            match character {
                ';' => return (section, true),
                // The next character is literal, a width or a filler.
                '\\' | '_' | '*' => drop(code.next()),
                '"' => while code.next().is_some_and(|quoted| quoted != '"') {},
                '[' => section.brackets(code),
                '%' if section.shown == Shown::Plain => section.shown = Shown::Percentage,
                '0' | '#' | '?' => {
                    section.digits = true;
                    after_digit = true;
                    match section.part {
                        Part::Whole => section.places[0] = section.places[0].saturating_add(1),
                        Part::Decimals => section.places[1] = section.places[1].saturating_add(1),
                        Part::PowerOfTen | Part::Fraction | Part::All => {}
                    }
                }
                '.' if section.part == Part::Whole => section.part = Part::Decimals,
                'E' | 'e' if matches!(code.peek(), Some('+' | '-')) => section.part = Part::PowerOfTen,
                '/' => section.part = Part::Fraction,
                ',' if was_after_digit => {
                    while code.next_if_eq(&',').is_some() {}
                    // Between digits it separates thousands.
                    if !matches!(code.peek(), Some('0' | '#' | '?')) {
                        section.shown = Shown::Otherwise;
                    }
                }
                '@' => (section.digits, section.part) = (true, Part::All),
                'G' | 'g' if is_general(code) => (section.digits, section.part) = (true, Part::All),
                'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => section.date = true,
                _ => {}
            }
        }
        (section, false)
    }

    fn brackets(&mut self, code: &mut Peekable<Chars>) {
        match code.peek() {
            Some('<' | '>' | '=') => self.conditional = true,
            Some('h' | 'H' | 'm' | 'M' | 's' | 'S') => self.date = true,
            _ => {}
        }
        while code.next().is_some_and(|within| within != ']') {}
    }
}

/// Reads the rest of the word `General`; returns whether it is there.
fn is_general(code: &mut Peekable<Chars>) -> bool {
    "eneral"
        .chars()
        .all(|letter| code.next_if(|next| next.eq_ignore_ascii_case(&letter)).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_themselves_whatever_stands_around_them() {
        for code in [
            "General",
            "general;@",
            "@",
            "0",
            "0.00",
            "#,##0",
            "#,##0.00_);[Red](#,##0.00)",
            "_-* #,##0.00\\ [$€-413]_-",
            "# ?/?",
            "0.00E+00",
            "0\" %\"",
            "0\\%",
            "0_%",
            "0\" dagen, en meer\"",
            "0.0;\"nul\"",
            "[=0]\"-\";0",
            "[Red][>100]0;0",
            "dd-mm-yyyy",
            "[h]:mm",
            "\"Y: \"0.00\"m\"",
        ] {
            assert_eq!(shown_by(code).0, Shown::Plain, "{code}");
        }
    }

    #[test]
    fn a_percentage_has_a_sign_that_counts() {
        for code in [
            "0%",
            "0.00%",
            "0 %;-0 %",
            "[Red]0%",
            "%0",
            "[<1]0%;0",
            "[=0]\"-\";0.0%",
            "\"ca. \"0%",
        ] {
            assert_eq!(shown_by(code).0, Shown::Percentage, "{code}");
        }
    }

    #[test]
    fn thousands_for_ones_and_words_for_numbers_are_something_else() {
        for code in [
            "0,",
            "0.0,,",
            "#,##0,",
            "#,##0.00,\" k\"",
            "€ #,##0,",
            "0,.0",
            ";;;",
            "",
            "\"ja\";\"nee\"",
            "[=1]\"ja\"",
        ] {
            assert_eq!(shown_by(code), (Shown::Otherwise, Rounding::None), "{code}");
        }
    }

    #[test]
    fn a_format_rounds_to_its_decimals() {
        let scientific = |every, decimals| Rounding::Scientific { every, decimals };
        for (code, rounding) in [
            ("0", Rounding::Decimals(0)),
            ("#,##0", Rounding::Decimals(0)),
            ("0.0", Rounding::Decimals(1)),
            ("0.", Rounding::Decimals(0)),
            ("#,##0.0##_);[Red](#,##0.00)", Rounding::Decimals(3)),
            ("_-* #,##0.??\\ [$€-4.00]_-", Rounding::Decimals(2)),
            ("\"0.00\" 0\\.0", Rounding::Decimals(0)),
            ("0.00%", Rounding::Decimals(2)),
            ("[=0]\"-\";0.0", Rounding::Decimals(1)),
            ("[<1]0.00;0", Rounding::None),
            ("0.00E+00", scientific(1, 2)),
            ("##0.0e-0", scientific(3, 1)),
            ("General", Rounding::None),
            ("0 General", Rounding::None),
            ("@", Rounding::None),
            ("# ?/?", Rounding::None),
            ("hh:mm:ss.000", Rounding::None),
        ] {
            assert_eq!(shown_by(code).1, rounding, "{code}");
        }
        let endless = "0.".to_owned() + &"0".repeat(300);
        assert_eq!(shown_by(&endless).1, Rounding::Decimals(255));
        let known = NumberFormats::default();
        for (number, rounding) in [
            (0, Rounding::None),
            (1, Rounding::Decimals(0)),
            (4, Rounding::Decimals(2)),
            (9, Rounding::Decimals(0)),
            (11, scientific(1, 2)),
            (12, Rounding::None),
            (14, Rounding::None),
            (38, Rounding::Decimals(0)),
            (48, scientific(3, 1)),
            (49, Rounding::None),
        ] {
            assert_eq!(known.look(number).rounding, rounding, "{number}");
        }
    }

    #[test]
    fn text_is_hidden_by_a_fourth_section_without_room_for_it() {
        for code in [";;;", "0;-0;0;", "0;0;\"a;b\";\"tekst\""] {
            assert!(hides_text(code), "{code}");
        }
        for code in ["General", "0;0", "0;0;0", "0;0;0;@", "0\";;;\"", "0;0;0;General", ""] {
            assert!(!hides_text(code), "{code}");
        }
    }

    #[test]
    fn a_format_may_be_of_dates_unless_it_has_nothing_of_them() {
        let mut formats = NumberFormats::default();
        let codes = ["dd-mm-yyyy", "[h]:mm", "a/p", "HH:SS", "General", "#,##0.00", "0%", "@"];
        for (number, code) in (164..).zip(codes) {
            formats.insert(number, code);
        }
        let dates: Vec<u32> = (160..180).filter(|&number| formats.may_be_date(number)).collect();
        assert_eq!(dates, [164, 165, 166, 167]);
        assert_eq!(
            [0, 9, 14, 22, 46, 49].map(|number| formats.may_be_date(number)),
            [false, false, true, true, true, false]
        );
        // A later definition of the same number does not make it certain.
        formats.insert(164, "0");
        assert!(formats.may_be_date(164));
    }

    #[test]
    fn some_numbers_of_formats_mean_the_same_everywhere_unless_taken() {
        let mut formats = NumberFormats::default();
        assert_eq!(
            [0, 9, 10, 14, 164].map(|number| formats.look(number).number),
            [
                Shown::Plain,
                Shown::Percentage,
                Shown::Percentage,
                Shown::Plain,
                Shown::Plain
            ]
        );
        formats.insert(9, "0");
        formats.insert(164, "0.0%");
        assert_eq!(
            [9, 164].map(|number| formats.look(number).number),
            [Shown::Plain, Shown::Percentage]
        );
    }
}
