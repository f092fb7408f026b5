//! Takes the styles of an xlsx package; returns the number formats, and which of them each cell format uses.

use crate::xml::{Element, Visitor, push_escaped, walk};
use crate::{Bound, Refusal};

/// Reads the part and rewrites it with only what distinguishes dates from numbers.
pub(crate) fn styles(text: &str) -> Result<String, Refusal> {
    let mut styles = Styles::default();
    walk(text, &mut styles)?;
    Ok(format!(
        "<styleSheet><numFmts>{}</numFmts><cellXfs>{}</cellXfs></styleSheet>",
        styles.number_formats, styles.cell_formats
    ))
}

#[derive(Default)]
struct Styles {
    depth: usize,
    within: Section,
    count: usize,
    number_formats: String,
    cell_formats: String,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Section {
    #[default]
    Other,
    NumberFormats,
    CellFormats,
}

impl Visitor for Styles {
    fn open(&mut self, element: &Element) -> Result<(), Refusal> {
        self.depth += 1;
        let name = element.local();
        if self.depth > 1 {
            Bound::StyleTag.hold(element.length())?;
        }
        match (name, self.within) {
            ("numFmts", Section::Other) if self.depth == 2 => self.within = Section::NumberFormats,
            ("cellXfs", Section::Other) if self.depth == 2 => self.within = Section::CellFormats,
            ("numFmt", Section::NumberFormats) => {
                if let (Some(id), Some(code)) = (element.attribute("numFmtId")?, element.attribute("formatCode")?) {
                    self.number_formats.push_str("<numFmt numFmtId=\"");
                    push_escaped(&mut self.number_formats, id.trim());
                    self.number_formats.push_str("\" formatCode=\"");
                    push_escaped(&mut self.number_formats, &code);
                    self.number_formats.push_str("\"/>");
                }
            }
            ("xf", Section::CellFormats) => {
                self.cell_formats.push_str("<xf");
                if let Some(id) = element.attribute("numFmtId")? {
                    self.cell_formats.push_str(" numFmtId=\"");
                    push_escaped(&mut self.cell_formats, id.trim());
                    self.cell_formats.push('"');
                }
                self.cell_formats.push_str("/>");
            }
            _ => {}
        }
        if name == "xf" {
            Bound::Styles.add(&mut self.count, 1)?;
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Refusal> {
        if self.depth == 2 {
            self.within = Section::Other;
        }
        self.depth -= 1;
        Ok(())
    }

    fn text(&mut self, _text: &str) -> Result<(), Refusal> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_number_formats_are_left() {
        let part = "<x:styleSheet><x:fonts><x:font/></x:fonts>\
             <x:numFmts><!-- --><x:numFmt formatCode='d &quot;x&quot;' numFmtId=' &#49;64 '/><x:numFmt numFmtId='1'/></x:numFmts>\
             <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>\
             <cellXfs><xf numFmtId='164' fontId='1'><alignment/></xf><xf/></cellXfs></x:styleSheet>";
        assert_eq!(
            styles(part).unwrap(),
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"d &quot;x&quot;\"/></numFmts>\
             <cellXfs><xf numFmtId=\"164\"/><xf/></cellXfs></styleSheet>"
        );
    }

    #[test]
    fn styles_are_counted_and_short() {
        let many = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(65_501));
        assert_eq!(styles(&many), Err(Refusal::TooLarge(Bound::Styles)));
        let long = format!(
            "<styleSheet><numFmts><numFmt formatCode='{}'/></numFmts></styleSheet>",
            "0".repeat(2_048)
        );
        assert_eq!(styles(&long), Err(Refusal::TooLarge(Bound::StyleTag)));
    }
}
