//! Takes text that begins with a tag; returns the tag, if it is written in the usual way, and what follows it.

use memchr::memchr;

/// The tag at the start of a text.
pub(super) struct Tag<'t> {
    pub(super) from: &'t str,
    pub(super) name: &'t str,
    /// What is written after the name, of a tag that opens.
    pub(super) attributes: &'t str,
    /// Whether it closes an element.
    pub(super) closes: bool,
    /// Whether it is self-closing.
    pub(super) empty: bool,
    pub(super) after: &'t str,
}

impl<'t> Tag<'t> {
    pub(super) fn first(from: &'t str) -> Option<Self> {
        let inside = from.strip_prefix('<')?;
        let (tag, after) = inside.split_at(memchr(b'>', inside.as_bytes())?);
        let after = &after[1..];
        if let Some(name) = tag.strip_prefix('/') {
            return Some(Self {
                from,
                name: name.trim_ascii_end(),
                attributes: "",
                closes: true,
                empty: false,
                after,
            });
        }
        let (tag, empty) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let (name, attributes) = tag.split_at(memchr(b' ', tag.as_bytes()).unwrap_or(tag.len()));
        is_quoted(attributes).then_some(Self {
            from,
            name,
            attributes,
            closes: false,
            empty,
            after,
        })
    }
}

/// Whether attribute values are all in double quotes, as every program we know writes them. A `>` within a value would
/// have cut the tag short, leaving a quote unmatched; a `<` is not allowed anywhere in a tag.
pub(super) fn is_quoted(attributes: &str) -> bool {
    let mut within = false;
    for byte in attributes.bytes() {
        match byte {
            b'"' => within = !within,
            b'<' => return false,
            // Within double quotes it is an ordinary character.
            b'\'' if !within => return false,
            _ => {}
        }
    }
    !within
}

/// The name and value of the attribute at the start of a text, and what follows it.
pub(super) fn past_attribute(text: &str) -> Option<(&str, &str, &str)> {
    let text = text.strip_prefix(' ')?;
    let (name, text) = text.split_at(memchr(b'=', text.as_bytes())?);
    let text = text.strip_prefix("=\"")?;
    let (value, text) = text.split_at(memchr(b'"', text.as_bytes())?);
    let known = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b':');
    (known && !value.contains('<')).then_some((name, value, &text[1..]))
}
