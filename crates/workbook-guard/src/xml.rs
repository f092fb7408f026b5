//! Takes one XML part, walks it from start to end, and passes its elements and decoded text to a visitor; also escapes
//! text for writing.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use super::{Bound, Damage, Refusal};

/// Receives the contents of a part, element by element.
pub(crate) trait Visitor {
    /// An element opens.
    fn open(&mut self, element: &Element) -> Result<(), Refusal>;
    /// The most recently opened element closes.
    fn close(&mut self) -> Result<(), Refusal> {
        Ok(())
    }
    /// Text in the open element, in pieces, with entities and CDATA resolved.
    fn text(&mut self, _text: &str) -> Result<(), Refusal> {
        Ok(())
    }
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

    /// Length of the whole tag in bytes.
    pub(crate) fn length(&self) -> usize {
        self.0.len()
    }

    /// The value of an attribute by its name, prefix included.
    pub(crate) fn attribute(&self, name: &str) -> Result<Option<Cow<'_, str>>, Refusal> {
        self.find(|key| key == name)
    }

    /// The value of an attribute by its local name, whatever its prefix.
    pub(crate) fn local_attribute(&self, name: &str) -> Result<Option<Cow<'_, str>>, Refusal> {
        self.find(|key| key.rsplit(':').next() == Some(name))
    }

    fn find(&self, is_it: impl Fn(&str) -> bool) -> Result<Option<Cow<'_, str>>, Refusal> {
        for attribute in self.attributes() {
            let (name, value) = attribute?;
            if is_it(name) {
                return decoded(value).map(Some);
            }
        }
        Ok(None)
    }

    /// All attributes: each name, with the value as written.
    fn attributes(&self) -> impl Iterator<Item = Result<(&str, Cow<'_, str>), Refusal>> {
        let mut attributes = self.0.attributes();
        // The parser's check for duplicates is quadratic in the number of attributes.
        attributes.with_checks(false);
        attributes.map(|attribute| {
            let attribute = attribute.map_err(|_| ILL_FORMED)?;
            Ok((attribute.key.into_inner(), attribute.value))
        })
    }

    /// The values of several attributes at once, by their names, prefix included.
    pub(crate) fn values<const N: usize>(&self, names: [&str; N]) -> Result<[Option<Cow<'_, str>>; N], Refusal> {
        let mut values = [const { None }; N];
        for attribute in self.attributes() {
            let (name, value) = attribute?;
            if let Some(place) = names.iter().position(|known| *known == name) {
                values[place] = Some(decoded(value)?);
            }
        }
        Ok(values)
    }

    /// A repeat count; 1 where it is not written.
    pub(crate) fn times(&self, name: &str) -> Result<usize, Refusal> {
        match self.attribute(name)? {
            None => Ok(1),
            Some(text) => text.trim().parse().map_err(|_| ILL_FORMED),
        }
    }
}

fn decoded(value: Cow<'_, str>) -> Result<Cow<'_, str>, Refusal> {
    match value {
        Cow::Borrowed(value) => unescape(value).map_err(|_| ILL_FORMED),
        Cow::Owned(value) => Ok(Cow::Owned(unescape(&value).map_err(|_| ILL_FORMED)?.into_owned())),
    }
}

pub(crate) const ILL_FORMED: Refusal = Refusal::Damaged(Damage::IllFormed);

/// The text of a part in UTF-8 or UTF-16, without its byte-order mark.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Refusal> {
    let encoding = || Refusal::Damaged(Damage::Encoding);
    let from_units: fn([u8; 2]) -> u16 = match bytes {
        [0xff, 0xfe, ..] | [b'<', 0, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] | [0, b'<', ..] => u16::from_be_bytes,
        _ => {
            let text = std::str::from_utf8(bytes).map_err(|_| encoding())?;
            return Ok(Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)));
        }
    };
    let (units, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(encoding());
    }
    let decoded = char::decode_utf16(units.iter().copied().map(from_units));
    let text: String = decoded.collect::<Result<_, _>>().map_err(|_| encoding())?;
    Bound::Part.hold(text.len())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    // The declaration described the original bytes; it may name an encoding the text no longer has.
    let declaration = text.strip_prefix("<?xml").and_then(|text| text.split_once("?>"));
    Ok(Cow::Owned(declaration.map_or(text, |(_, text)| text).to_owned()))
}

/// Walks a part from its first byte to its last.
pub(crate) fn walk(text: &str, visitor: &mut impl Visitor) -> Result<(), Refusal> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0usize;
    loop {
        match reader.read_event().map_err(|_| ILL_FORMED)? {
            Event::Start(tag) => {
                depth = Bound::Depth.hold(depth + 1)?;
                visitor.open(&Element(&tag))?;
            }
            Event::Empty(tag) => {
                visitor.open(&Element(&tag))?;
                visitor.close()?;
            }
            Event::End(_) => {
                depth = depth.checked_sub(1).ok_or(ILL_FORMED)?;
                visitor.close()?;
            }
            Event::Text(text) => visitor.text(&text.xml10_content())?,
            Event::CData(text) => visitor.text(&text.xml10_content())?,
            Event::GeneralRef(reference) => {
                if let Some(text) = resolve_xml_entity(&reference) {
                    visitor.text(text)?;
                } else {
                    let character = reference.resolve_char_ref().map_err(|_| ILL_FORMED)?;
                    visitor.text(character.ok_or(ILL_FORMED)?.encode_utf8(&mut [0; 4]))?;
                }
            }
            Event::Decl(declaration) => match declaration.encoding() {
                None => {}
                Some(Ok(name)) if ["utf-8", "utf8", "us-ascii"].contains(&name.to_lowercase().as_str()) => {}
                Some(_) => return Err(Refusal::Damaged(Damage::Encoding)),
            },
            // No office program writes a document type, and it could declare entities.
            Event::DocType(_) => return Err(Refusal::Damaged(Damage::DocumentType)),
            Event::Comment(_) | Event::PI(_) => {}
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(ILL_FORMED),
        }
    }
}

/// Writes text so that it reads back unchanged, between tags or between double quotes.
pub(crate) fn push_escaped(to: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\t', '\n', '\r']) {
        to.push_str(&rest[..at]);
        to.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\t' => "&#9;",
            b'\n' => "&#10;",
            _ => "&#13;",
        });
        rest = &rest[at + 1..];
    }
    to.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Records what it visits.
    #[derive(Default)]
    struct Seen(String);

    impl Visitor for Seen {
        fn open(&mut self, element: &Element) -> Result<(), Refusal> {
            self.0.push('<');
            self.0.push_str(element.name());
            if let Some(value) = element.attribute("a")? {
                self.0.push('=');
                self.0.push_str(&value);
            }
            Ok(())
        }

        fn close(&mut self) -> Result<(), Refusal> {
            self.0.push('>');
            Ok(())
        }

        fn text(&mut self, text: &str) -> Result<(), Refusal> {
            self.0.push_str(text);
            Ok(())
        }
    }

    fn seen(part: &str) -> Result<String, Refusal> {
        let mut seen = Seen::default();
        walk(part, &mut seen).map(|()| seen.0)
    }

    #[test]
    fn text_is_decoded_however_it_is_written() {
        assert_eq!(
            seen("<x>a&amp;b&#51;<![CDATA[<c>]]><!-- d -->e<?f?></x>").unwrap(),
            "<xa&b3<c>e>"
        );
        assert_eq!(seen("<x a='1 &lt; &#x32;'/>").unwrap(), "<x=1 < 2>");
        assert_eq!(seen("<x>a\r\nb</x>").unwrap(), "<xa\nb>");
    }

    #[test]
    fn escaped_text_reads_back_unchanged() {
        let text = "a & b < c > d \" ' e\tf\r\ng ]]> &amp;";
        let mut part = String::from("<x a=\"");
        push_escaped(&mut part, text);
        part.push_str("\">");
        push_escaped(&mut part, text);
        part.push_str("</x>");
        assert_eq!(seen(&part).unwrap(), format!("<x={text}{text}>"));
    }

    #[test]
    fn utf_8_and_utf_16_are_read_and_nothing_else() {
        let text = "<?xml version='1.0' encoding='UTF-16'?><x>\u{e9}\u{1f600}</x>";
        let units = || text.encode_utf16();
        let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
        for bytes in [
            little.clone(),
            big.clone(),
            [&[0xff, 0xfe], &little[..]].concat(),
            [&[0xfe, 0xff], &big[..]].concat(),
        ] {
            assert_eq!(decode(&bytes).unwrap(), "<x>\u{e9}\u{1f600}</x>");
        }
        assert_eq!(decode("\u{feff}<x>\u{e9}</x>".as_bytes()).unwrap(), "<x>\u{e9}</x>");
        for bytes in [&little[..little.len() - 1], b"<x>\xe9</x>", b"\xff\xfe\x00\xd8<\0"] {
            assert_eq!(decode(bytes), Err(Refusal::Damaged(Damage::Encoding)));
        }
    }

    #[test]
    fn incomplete_or_unknown_xml_is_damaged() {
        for (part, damage) in [
            ("<x><y>", Damage::IllFormed),
            ("<x></y>", Damage::IllFormed),
            ("<x a='", Damage::IllFormed),
            ("<x>&unknown;</x>", Damage::IllFormed),
            ("<x>&#0;</x>", Damage::IllFormed),
            ("<x a='&unknown;'/>", Damage::IllFormed),
            ("<!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>", Damage::DocumentType),
            ("<?xml version='1.0' encoding='utf-16'?><x/>", Damage::Encoding),
            ("<?xml version='1.0' encoding='latin1'?><x/>", Damage::Encoding),
        ] {
            assert_eq!(seen(part), Err(Refusal::Damaged(damage)), "{part}");
        }
        let deep = "<x>".repeat(201) + &"</x>".repeat(201);
        assert_eq!(seen(&deep), Err(Refusal::TooLarge(Bound::Depth)));
    }
}
