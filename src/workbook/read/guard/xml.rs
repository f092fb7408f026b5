//! One part in XML, walked to its end: well-formed, in UTF-8, and no deeper than any office program nests.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{FileFinding, bounds, damaged};

/// Takes in what a part holds, element by element.
pub(super) trait Visitor {
    /// An element opens. `start` is the place of its `<`.
    fn open(&mut self, element: &Element, start: usize) -> Result<(), FileFinding>;
    /// The element opened last closes. `end` is the place after its `>`.
    fn close(&mut self, end: usize) -> Result<(), FileFinding>;
    /// Text, as written, from `start` on.
    fn text(&mut self, text: &str, start: usize) -> Result<(), FileFinding>;
}

/// An opening tag.
pub(super) struct Element<'e>(&'e BytesStart<'e>);

impl Element<'_> {
    /// The name, prefix included.
    pub(super) fn name(&self) -> &str {
        self.0.name().into_inner()
    }

    /// The name without a prefix.
    pub(super) fn local(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// Length of the whole tag.
    pub(super) fn length(&self) -> usize {
        self.0.len()
    }

    /// An attribute by its name, prefix included, as written.
    pub(super) fn attribute(&self, name: &str) -> Result<Option<String>, FileFinding> {
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
    pub(super) fn times(&self, name: &str) -> Result<usize, FileFinding> {
        match self.attribute(name)? {
            None => Ok(1),
            Some(text) => text.trim().parse().map_err(|_| ill_formed()),
        }
    }
}

pub(super) fn ill_formed() -> FileFinding {
    damaged("een onderdeel is niet af of niet goed gevormd")
}

/// The text of a part, without byte-order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, FileFinding> {
    let text = std::str::from_utf8(bytes).map_err(|_| damaged("een onderdeel is niet in UTF-8 geschreven"))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Walks a part from its first byte to its last.
pub(super) fn walk(text: &str, visitor: &mut impl Visitor) -> Result<(), FileFinding> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0usize;
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event().map_err(|_| ill_formed())?;
        let end = reader.buffer_position() as usize;
        match event {
            Event::Start(tag) => {
                depth = bounds::DEPTH.hold(depth + 1)?;
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
                Some(_) => return Err(damaged("een onderdeel is niet in UTF-8 geschreven")),
            },
            // No office program writes one; entities are declared in it.
            Event::DocType(_) => return Err(damaged("een onderdeel bevat een documenttype")),
            // A character or entity by its number or name: one character at most, all unknown ones are refused later.
            Event::GeneralRef(_) => visitor.text("&", start)?,
            Event::Comment(_) | Event::PI(_) => {}
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(ill_formed()),
        }
    }
}
