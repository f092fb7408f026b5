//! Takes the records of an xls file that describe styles; returns how a cell of each style looks.

use crate::little_endian::u16_at;
use crate::looks::{Look, Struck};
use crate::number_format::NumberFormats;

/// The styles read so far.
#[derive(Default)]
pub(super) struct Styles {
    formats: NumberFormats,
    /// Whether each font strikes text out.
    fonts: Vec<bool>,
    /// The font and number format of each cell style.
    cells: Vec<(u16, u16)>,
}

impl Styles {
    /// Adds a font.
    pub(super) fn font(&mut self, data: &[u8]) {
        const STRIKES: u16 = 0x08;
        self.fonts.push(u16_at(data, 2).is_some_and(|look| look & STRIKES != 0));
    }

    /// Adds a number format: its number and its code, which older files store in a code page.
    pub(super) fn number_format(&mut self, data: &[u8], recent: bool) {
        let Some(own) = u16_at(data, 0) else { return };
        let text = |at: usize| data.get(at..).unwrap_or_default();
        let narrow = |text: &[u8]| text.iter().copied().map(char::from).collect::<String>();
        let code = match data.get(4) {
            Some(flags) if recent && flags & 1 != 0 => {
                let units = text(5).as_chunks().0.iter().map(|unit| u16::from_le_bytes(*unit));
                String::from_utf16_lossy(&units.collect::<Vec<_>>())
            }
            _ if recent => narrow(text(5)),
            _ => narrow(text(3)),
        };
        self.formats.insert(u32::from(own), &code);
    }

    /// Adds a cell style.
    pub(super) fn cell_format(&mut self, data: &[u8]) {
        self.cells
            .push((u16_at(data, 0).unwrap_or(0), u16_at(data, 2).unwrap_or(0)));
    }

    /// Whether the font with this number strikes text out.
    pub(super) fn strikes(&self, font: u16) -> bool {
        // No font has the number 4.
        let place = usize::from(font) - usize::from(font > 4);
        font != 4 && self.fonts.get(place) == Some(&true)
    }

    /// How cells with this style look.
    pub(super) fn look(&self, style: u16) -> Look {
        let Some(&(font, format)) = self.cells.get(usize::from(style)) else {
            return Look::default();
        };
        Look {
            struck: if self.strikes(font) { Struck::Wholly } else { Struck::No },
            ..self.formats.look(u32::from(format))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::looks::{Rounding, Shown};

    #[test]
    fn a_style_has_the_look_of_its_font_and_number_format() {
        let mut styles = Styles::default();
        // Numbered 0, 1, 2, 3 and 5.
        for look in [0, 0, 0, 0, 8] {
            styles.font(&[200, 0, look, 0]);
        }
        styles.number_format(&[164, 0, 4, 0, 0, b'0', b'.', b'0', b'%'], true);
        styles.number_format(&[165, 0, 2, 0, 1, b'0', 0, b',', 0], true);
        for (font, format) in [(0, 0), (5, 9), (0, 164), (0, 165), (4, 0)] {
            styles.cell_format(&[font, 0, format, 0, 1, 0]);
        }
        let look = |number, rounding, struck| Look {
            number,
            rounding,
            struck,
            ..Look::default()
        };
        let expected = [
            Look::default(),
            look(Shown::Percentage, Rounding::Decimals(0), Struck::Wholly),
            look(Shown::Percentage, Rounding::Decimals(1), Struck::No),
            look(Shown::Otherwise, Rounding::None, Struck::No),
            Look::default(),
            Look::default(),
        ];
        for (style, expected) in (0..).zip(expected) {
            assert_eq!(styles.look(style), expected, "{style}");
        }
        let mut older = Styles::default();
        older.number_format(&[164, 0, 2, b'0', b'%'], false);
        older.cell_format(&[0, 0, 164, 0]);
        assert_eq!(older.look(0).number, Shown::Percentage);
    }
}
