//! Takes a package and the name of a part with its properties; returns when it was last saved.

use super::Refusal;
use super::entries::Entries;
use super::xml::{Element, Visitor, decode, walk};

/// Properties take a kilobyte; longer ones are not read.
const LONGEST: u64 = 64 << 10;

/// Longer than any way to write a time.
const LONGEST_TIME: usize = 64;

/// The time as the properties give it. `None` if they cannot be read, which is no reason to refuse the workbook.
/// `element` is the local name of its element.
pub(crate) fn saved(entries: &mut Entries, part: &str, element: &'static str) -> Option<String> {
    entries.size(part).filter(|size| *size <= LONGEST)?;
    let mut bytes = Vec::new();
    entries.unpack_named(part, &mut bytes).ok()?;
    let mut time = Time {
        element,
        inside: false,
        text: None,
    };
    walk(&decode(&bytes).ok()?, &mut time).ok()?;
    time.text.filter(|text| text.len() <= LONGEST_TIME)
}

struct Time {
    element: &'static str,
    inside: bool,
    text: Option<String>,
}

impl Visitor for Time {
    fn open(&mut self, element: &Element) -> Result<(), Refusal> {
        self.inside = element.local() == self.element;
        Ok(())
    }

    fn close(&mut self) -> Result<(), Refusal> {
        self.inside = false;
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        if self.inside {
            self.text.get_or_insert_default().push_str(text.trim());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;
    use crate::admit;

    fn package(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut package = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            package.start_file(*name, SimpleFileOptions::default()).unwrap();
            package.write_all(text.as_bytes()).unwrap();
        }
        package.finish().unwrap().into_inner()
    }

    fn in_package(properties: &str) -> Option<String> {
        let bytes = package(&[("docProps/core.xml", properties)]);
        saved(&mut Entries::of(&bytes).unwrap(), "docprops/core.xml", "modified")
    }

    #[test]
    fn an_ods_package_has_its_time_in_another_part() {
        let bytes = package(&[
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", "<manifest:manifest/>"),
            ("content.xml", "<office:document-content/>"),
            (
                "meta.xml",
                "<office:meta><meta:creation-date>2026-01-01T00:00:00</meta:creation-date>\
                 <dc:date>2026-03-04T10:11:12.5</dc:date></office:meta>",
            ),
        ]);
        let admitted = admit(&bytes).unwrap();
        assert_eq!(admitted.saved.as_deref(), Some("2026-03-04T10:11:12.5"));
    }

    #[test]
    fn the_time_is_read_if_it_can_be() {
        let properties = "<p><dcterms:created>2026-01-01T00:00:00Z</dcterms:created>\
                          <dcterms:modified> 2026-03-04T10:11:12Z </dcterms:modified><other>x</other></p>";
        assert_eq!(in_package(properties), Some("2026-03-04T10:11:12Z".to_owned()));
        for without in ["", "<p>", "<p/>", "<p><modified/></p>", "geen xml & meer"] {
            assert_eq!(in_package(without), None, "{without}");
        }
        let long = format!("<p><modified>{}</modified></p>", "2".repeat(LONGEST_TIME + 1));
        assert_eq!(in_package(&long), None);
        let longer = format!(
            "<p><modified>2026</modified><other>{}</other></p>",
            " ".repeat(LONGEST as usize)
        );
        assert_eq!(in_package(&longer), None);
        let nothing = saved(
            &mut Entries::of(b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0").unwrap(),
            "x",
            "y",
        );
        assert_eq!(nothing, None);
    }
}
