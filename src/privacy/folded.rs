//! Takes a text as typed; returns the text in which patterns are searched, with the position of each byte in the
//! original.

use std::ops::Range;

/// The number of bytes around a position in which something is looked for.
const NEAR: usize = 60;

/// A text with one kind of space, dash and quotation mark, and without invisible characters.
pub(super) struct Folded {
    /// In the original case.
    pub text: String,
    /// In lower case; every byte has the same position as in `text`.
    pub low: String,
    /// For each byte of `text`, and for its end, the position in the original.
    origins: Vec<usize>,
}

impl Folded {
    pub fn new(typed: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(typed.len()),
            low: String::with_capacity(typed.len()),
            origins: Vec::with_capacity(typed.len() + 1),
        };
        for (at, c) in typed.char_indices() {
            if let Some(c) = fold(c) {
                folded.text.push(c);
                folded.low.push(lowered(c));
                folded.origins.resize(folded.text.len(), at);
            }
        }
        folded.origins.push(typed.len());
        folded
    }

    /// The range in the original text: from the start of the first character to the end of the last.
    pub fn typed(&self, range: &Range<usize>) -> Range<usize> {
        self.origins[range.start]..self.origins[range.end]
    }

    pub fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    pub fn after(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    /// The words before a position, nearest first, up to the beginning of the sentence.
    pub fn words_before(&self, at: usize) -> impl Iterator<Item = &str> {
        let near = self.near_before(at).rsplit(['\n', ';']).next().unwrap_or_default();
        near.rsplit(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
    }

    /// The bytes just before a position, in lower case. Limited so that a long text is not read again for every
    /// position.
    pub fn near_before(&self, at: usize) -> &str {
        let mut from = at.saturating_sub(NEAR);
        while !self.low.is_char_boundary(from) {
            from += 1;
        }
        &self.low[from..at]
    }

    /// The same after a position.
    pub fn near_after(&self, at: usize) -> &str {
        let mut to = self.low.len().min(at + NEAR);
        while !self.low.is_char_boundary(to) {
            to -= 1;
        }
        &self.low[at..to]
    }
}

/// `None` for invisible characters.
fn fold(c: char) -> Option<char> {
    let folded = match c {
        '\n' | '\r' => '\n',
        c if c.is_ascii() => {
            if c.is_control() {
                ' '
            } else {
                c
            }
        }
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
            return None;
        }
        '\u{2028}' | '\u{2029}' => '\n',
        c if c.is_whitespace() => ' ',
        '‐'..='―' | '−' | '﹘' | '﹣' => '-',
        '‘' | '’' | '‛' | 'ʼ' | '′' | '´' => '\'',
        '“' | '”' | '„' => '"',
        '·' | '∙' | '․' => '.',
        '⁄' | '∕' => '/',
        // Full-width forms are in the same order as ASCII.
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        c => c,
    };
    Some(folded)
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

/// In lower case if that takes as many bytes, so that positions stay the same in both texts.
fn lowered(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(lower), None) if lower.len_utf8() == c.len_utf8() => lower,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_lead_back_to_the_original_text() {
        let typed = "bel\u{a0}０６\u{200b}–1 İ";
        let folded = Folded::new(typed);
        assert_eq!(folded.text, "bel 06-1 İ");
        assert_eq!(folded.low.len(), folded.text.len());
        let at = folded.text.find("06-1").expect("folded");
        assert_eq!(&typed[folded.typed(&(at..at + 4))], "０６\u{200b}–1");
    }

    #[test]
    fn words_before_a_position_stop_at_the_sentence() {
        let folded = Folded::new("een zin; bsn van kind: 1");
        let words: Vec<&str> = folded.words_before(folded.text.len() - 1).collect();
        assert_eq!(words, ["kind", "van", "bsn"]);
    }
}
