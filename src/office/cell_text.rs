//! Takes a text for a cell; returns as much of it as a cell may hold.

use std::borrow::Cow;

/// The most that a cell holds, in units of UTF-16, as office programs count.
const MOST: usize = 32_767;

/// How a text that is too long ends.
const CUT: &str = " … (ingekort: meer past er niet in een cel)";

/// The text, or as much of it as a cell may hold, with a note that there was more. What people wrote can be put together
/// in one cell, or be longer once it is redacted; neither may keep a workbook from being made.
pub(crate) fn fitting(text: &str) -> Cow<'_, str> {
    // No character takes more units than bytes.
    if text.len() <= MOST || text.encode_utf16().count() <= MOST {
        return Cow::Borrowed(text);
    }
    let room = MOST - CUT.encode_utf16().count();
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= room
    };
    let mut shortened: String = text.chars().take_while(fits).collect();
    shortened.push_str(CUT);
    Cow::Owned(shortened)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str) -> usize {
        text.encode_utf16().count()
    }

    #[test]
    fn what_a_cell_holds_is_left_as_it_is() {
        // Four bytes each, and two units.
        let full = "😀".repeat(MOST / 2) + "a";
        assert_eq!(units(&full), MOST);
        assert!(matches!(fitting(&full), Cow::Borrowed(same) if same == full));
    }

    #[test]
    fn what_is_longer_is_cut_between_characters_and_says_so() {
        for text in ["a".repeat(MOST + 1), "😀".repeat(MOST / 2 + 1), "é".repeat(100_000)] {
            let cut = fitting(&text);
            assert!((MOST - 1..=MOST).contains(&units(&cut)), "{}", units(&cut));
            let kept = cut.strip_suffix(CUT).expect("a note");
            assert!(text.starts_with(kept));
        }
    }
}
