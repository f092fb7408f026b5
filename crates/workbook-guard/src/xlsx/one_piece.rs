//! Takes a text that is written in one piece, as nearly all are; returns it as it reads.

use std::borrow::Cow;

use memchr::{memchr, memchr3, memmem};
use quick_xml::escape::unescape;

use super::rich_text::SPACE;

/// A text between tags, as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct OnePiece<'t> {
    pub(crate) written: &'t str,
    /// Whether white space around it counts.
    pub(crate) preserved: bool,
}

impl<'t> OnePiece<'t> {
    /// The text of a `t` element that opens here and holds nothing but text, and what follows that element.
    pub(crate) fn first(text: &'t str) -> Option<(Self, &'t str)> {
        let text = text.strip_prefix("<t")?;
        let preserving = text.strip_prefix(" xml:space=\"preserve\"");
        let text = preserving.unwrap_or(text);
        let preserved = preserving.is_some();
        if let Some(after) = text.strip_prefix("/>") {
            return Some((Self { written: "", preserved }, after));
        }
        let text = text.strip_prefix('>')?;
        let (written, after) = text.split_at(memchr(b'<', text.as_bytes())?);
        Some((Self { written, preserved }, after.strip_prefix("</t>")?))
    }

    /// The text as it reads. `None` if it has line ends that XML changes, or characters written as `_x000D_`: a parser
    /// knows how to read those.
    pub(crate) fn read(self) -> Option<Cow<'t, str>> {
        let mut text = Cow::Borrowed(self.written);
        if memchr3(b'&', b'\r', b'_', self.written.as_bytes()).is_some() {
            if self.written.contains('\r') {
                return None;
            }
            text = unescape(self.written).ok()?;
            if memmem::find(text.as_bytes(), b"_x").is_some() {
                return None;
            }
        }
        if self.preserved || text.trim_matches(SPACE).len() == text.len() {
            return Some(text);
        }
        Some(match text {
            Cow::Borrowed(text) => text.trim_matches(SPACE).into(),
            Cow::Owned(text) => text.trim_matches(SPACE).to_owned().into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        OnePiece::first(text)?.0.read().map(Cow::into_owned)
    }

    #[test]
    fn a_text_reads_as_a_parser_reads_it() {
        for (written, reads) in [
            ("<t>a</t>", "a"),
            ("<t> a\n</t>", "a"),
            ("<t>\u{a0}a</t>", "\u{a0}a"),
            ("<t xml:space=\"preserve\"> a\n</t>", " a\n"),
            ("<t/>", ""),
            ("<t>a &amp; b &#13;&#x33; &lt;c&gt;</t>", "a & b \r3 <c>"),
            ("<t>a_b</t>", "a_b"),
        ] {
            assert_eq!(read(written).as_deref(), Some(reads), "{written}");
        }
    }

    #[test]
    fn what_only_a_parser_can_read_is_left_to_it() {
        for written in [
            "<t>a\r\nb</t>",
            "<t>a_x000D_</t>",
            "<t>&#95;x000D_</t>",
            "<t>&unknown;</t>",
            "<t>&#0;</t>",
            "<t>a<b/></t>",
            "<t a=\"b\">a</t>",
            "<t>a",
            "<r><t>a</t></r>",
        ] {
            assert_eq!(read(written), None, "{written}");
        }
    }
}
