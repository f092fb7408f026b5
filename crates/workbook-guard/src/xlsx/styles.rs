//! Takes the styles of an xlsx package; returns the number formats, and which of them each cell format uses.

use super::rich_text::is_on;
use crate::looks::{Look, Struck};
use crate::number_format::NumberFormats;
use crate::xml::{Element, Visitor, push_escaped, walk};
use crate::{Bound, Refusal};

/// What the styles of a workbook say.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct CellStyles {
    /// The part, rewritten with only what distinguishes dates from numbers.
    pub(crate) part: String,
    /// How each cell format makes a cell look.
    pub(crate) looks: Vec<Look>,
    /// Whether a number with this cell format may be a date or time; the parser decides.
    pub(crate) dates: Vec<bool>,
}

/// Reads the part.
pub(crate) fn styles(text: &str) -> Result<CellStyles, Refusal> {
    let mut styles = Styles::default();
    walk(text, &mut styles)?;
    let part = format!(
        "<styleSheet><numFmts>{}</numFmts><cellXfs>{}</cellXfs></styleSheet>",
        styles.number_formats, styles.cell_formats
    );
    let look = |&(format, font): &(Option<u32>, usize)| Look {
        struck: match styles.struck_fonts.get(font) {
            Some(true) => Struck::Wholly,
            _ => Struck::No,
        },
        ..styles.known.look(format.unwrap_or(0))
    };
    let date = |(format, _): &(Option<u32>, usize)| format.is_none_or(|format| styles.known.may_be_date(format));
    Ok(CellStyles {
        part,
        looks: styles.formats_and_fonts.iter().map(look).collect(),
        dates: styles.formats_and_fonts.iter().map(date).collect(),
    })
}

#[derive(Default)]
struct Styles {
    depth: usize,
    within: Section,
    count: usize,
    number_formats: String,
    cell_formats: String,
    known: NumberFormats,
    /// Whether each font strikes text out.
    struck_fonts: Vec<bool>,
    /// The number format and font of each cell format; no number format if it is not written as a number.
    formats_and_fonts: Vec<(Option<u32>, usize)>,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Section {
    #[default]
    Other,
    NumberFormats,
    Fonts,
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
            ("fonts", Section::Other) if self.depth == 2 => self.within = Section::Fonts,
            ("cellXfs", Section::Other) if self.depth == 2 => self.within = Section::CellFormats,
            ("numFmt", Section::NumberFormats) => self.number_format(element)?,
            ("font", Section::Fonts) => {
                Bound::Styles.hold(self.struck_fonts.len() + 1)?;
                self.struck_fonts.push(false);
            }
            ("strike", Section::Fonts) => {
                if let Some(font) = self.struck_fonts.last_mut() {
                    *font = is_on(element)?;
                }
            }
            ("xf", Section::CellFormats) => self.cell_format(element)?,
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
}

impl Styles {
    fn number_format(&mut self, element: &Element) -> Result<(), Refusal> {
        let [Some(id), Some(code)] = element.values(["numFmtId", "formatCode"])? else {
            return Ok(());
        };
        let id = id.trim();
        self.number_formats.push_str("<numFmt numFmtId=\"");
        push_escaped(&mut self.number_formats, id);
        self.number_formats.push_str("\" formatCode=\"");
        push_escaped(&mut self.number_formats, &code);
        self.number_formats.push_str("\"/>");
        if let Ok(id) = id.parse() {
            self.known.insert(id, &code);
        }
        Ok(())
    }

    fn cell_format(&mut self, element: &Element) -> Result<(), Refusal> {
        let [format, font] = element.values(["numFmtId", "fontId"])?;
        self.cell_formats.push_str("<xf");
        if let Some(id) = &format {
            self.cell_formats.push_str(" numFmtId=\"");
            push_escaped(&mut self.cell_formats, id.trim());
            self.cell_formats.push('"');
        }
        self.cell_formats.push_str("/>");
        let number = |id: &str| id.trim().parse::<u32>().ok();
        let font = font.as_deref().and_then(number).unwrap_or(0) as usize;
        self.formats_and_fonts
            .push((format.as_deref().map_or(Some(0), number), font));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::looks::{Rounding, Shown};

    #[test]
    fn only_number_formats_are_left() {
        let part = "<x:styleSheet><x:fonts><x:font/></x:fonts>\
             <x:numFmts><!-- --><x:numFmt formatCode='d &quot;x&quot;' numFmtId=' &#49;64 '/><x:numFmt numFmtId='1'/></x:numFmts>\
             <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>\
             <cellXfs><xf numFmtId='164' fontId='1'><alignment/></xf><xf/></cellXfs></x:styleSheet>";
        assert_eq!(
            styles(part).unwrap().part,
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"d &quot;x&quot;\"/></numFmts>\
             <cellXfs><xf numFmtId=\"164\"/><xf/></cellXfs></styleSheet>"
        );
    }

    #[test]
    fn how_a_cell_format_makes_cells_look_is_known() {
        let part = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='0.0%'/><numFmt numFmtId='165' formatCode='0,'/>\
             </numFmts><fonts><font><strike val='0'/></font><font><sz val='11'/><strike/></font></fonts>\
             <cellXfs><xf numFmtId='0' fontId='0'/><xf numFmtId='9'/><xf numFmtId=' 164 ' fontId='1'/><xf numFmtId='165'/>\
             <xf fontId='7'/></cellXfs></styleSheet>";
        let look = |number, rounding, struck| Look {
            number,
            rounding,
            struck,
            ..Look::default()
        };
        assert_eq!(
            styles(part).unwrap().looks,
            [
                Look::default(),
                look(Shown::Percentage, Rounding::Decimals(0), Struck::No),
                look(Shown::Percentage, Rounding::Decimals(1), Struck::Wholly),
                look(Shown::Otherwise, Rounding::None, Struck::No),
                Look::default(),
            ]
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
