//! One part in XML, walked to its end: well-formed, in UTF-8, and no deeper than any office program nests.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Bound, Damage, Refusal};

/// Takes in what a part holds, element by element.
pub(crate) trait Visitor {
    /// An element opens. `start` is the place of its `<`.
    fn open(&mut self, element: &Element, start: usize) -> Result<(), Refusal>;
    /// The element opened last closes. `end` is the place after its `>`.
    fn close(&mut self, end: usize) -> Result<(), Refusal>;
    /// Text, as written, from `start` on.
    fn text(&mut self, text: &str, start: usize) -> Result<(), Refusal>;
}

/// An opening tag.
pub(crate) struct Element<'e>(&'e BytesStart<'e>);

impl Element<'_> {
    /// The name, prefix included.
    pub(crate) fn name(&self) -> &str {
        self.0.name().into_inner()
    }

    /// The name without a prefix.
    pub(crate) fn local(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// Length of the whole tag.
    pub(crate) fn length(&self) -> usize {
        self.0.len()
    }

    /// An attribute by its name, prefix included, as written.
    pub(crate) fn attribute(&self, name: &str) -> Result<Option<String>, Refusal> {
        // The check for doubles takes time by the square of their number.
        for attribute in self.0.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| ill_formed())?;
            if attribute.key.into_inner() == name {
                return Ok(Some(attribute.value.into_owned()));
            }
        }
        Ok(None)
    }

    /// A number of times, once where it is not written.
    pub(crate) fn times(&self, name: &str) -> Result<usize, Refusal> {
        match self.attribute(name)? {
            None => Ok(1),
            Some(text) => text.trim().parse().map_err(|_| ill_formed()),
        }
    }
}

pub(crate) fn ill_formed() -> Refusal {
    Refusal::Damaged(Damage::IllFormed)
}

/// The text of a part, without byte-order mark.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::Damaged(Damage::Encoding))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Walks a part from its first byte to its last.
pub(crate) fn walk(text: &str, visitor: &mut impl Visitor) -> Result<(), Refusal> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0usize;
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event().map_err(|_| ill_formed())?;
        let end = reader.buffer_position() as usize;
        match event {
            Event::Start(tag) => {
                depth = Bound::Depth.hold(depth + 1)?;
                visitor.open(&Element(&tag), start)?;
            }
            Event::Empty(tag) => {
                visitor.open(&Element(&tag), start)?;
                visitor.close(end)?;
            }
            Event::End(_) => {
                depth = depth.checked_sub(1).ok_or_else(ill_formed)?;
                visitor.close(end)?;
            }
            Event::Text(text) => visitor.text(&text, start)?,
            Event::CData(text) => visitor.text(&text, start)?,
            Event::Decl(declaration) => match declaration.encoding() {
                None => {}
                Some(Ok(name)) if ["utf-8", "utf8", "us-ascii"].contains(&name.to_lowercase().as_str()) => {}
                Some(_) => return Err(Refusal::Damaged(Damage::Encoding)),
            },
            // No office program writes one; entities are declared in it.
            Event::DocType(_) => return Err(Refusal::Damaged(Damage::DocumentType)),
            // A character or entity by its number or name: one character at most, all unknown ones are refused later.
            Event::GeneralRef(_) => visitor.text("&", start)?,
            Event::Comment(_) | Event::PI(_) => {}
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(ill_formed()),
        }
    }
}
