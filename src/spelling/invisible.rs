//! Takes text; returns it without characters that nobody sees, such as soft hyphens, zero-width characters and
//! direction marks.

use std::borrow::Cow;

/// Whether a character has no visible form of its own: Unicode's format characters (category Cf) and those that
/// programs may hide (`Default_Ignorable_Code_Point`).
#[must_use]
pub fn is_invisible(c: char) -> bool {
    // Nearly all characters come before these.
    c >= '\u{ad}'
        && matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{600}'..='\u{605}'
                | '\u{61c}'
                | '\u{6dd}'
                | '\u{70f}'
                | '\u{890}'..='\u{891}'
                | '\u{8e2}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{110bd}'
                | '\u{110cd}'
                | '\u{13430}'..='\u{1343f}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Whether a terminal could interpret a character as (part of) a control sequence, or show the line differently because
/// of it.
#[must_use]
pub fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || is_invisible(c)
}

/// The text without its invisible characters.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_invisible) {
        Cow::Owned(text.chars().filter(|c| !is_invisible(*c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// The text as one line for a screen: without invisible characters, and with a space for each line break and every
/// other character that a terminal could interpret as a control sequence.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unprintable) {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().filter(|c| !is_invisible(*c));
    Cow::Owned(shown.map(|c| if is_unprintable(c) { ' ' } else { c }).collect())
}

/// The same for a text of several lines, which stay as they are.
#[must_use]
pub fn printable_lines(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(printable).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::*;

    #[test]
    fn every_format_character_of_unicode_is_invisible() {
        let format = Regex::new(r"^\p{Cf}$").unwrap();
        for c in '\0'..=char::MAX {
            if format.is_match(&c.to_string()) {
                assert!(is_invisible(c), "{:x}", u32::from(c));
            }
        }
    }

    #[test]
    fn readable_text_is_unchanged() {
        assert_eq!(visible("Duin\u{ad}stad\u{200f}"), "Duinstad");
        assert!(matches!(visible("Súdwest-Fryslân – ’t Zand"), Cow::Borrowed(_)));
        assert_eq!(printable("Duin\u{1b}[2J\u{2028}st\u{202e}ad\r\n"), "Duin [2J stad  ");
        assert!(matches!(printable("Москва, القاهرة, 東京"), Cow::Borrowed(_)));
    }
}
