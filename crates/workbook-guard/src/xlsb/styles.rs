//! Takes the styles of an xlsb package; returns the number formats, the format of each cell style, and how cells look.

use super::stream::{Records, SHORT, holds_its_text, push, text};
use crate::little_endian::u16_at;
use crate::looks::{Look, Struck};
use crate::number_format::NumberFormats;
use crate::{Bound, Damage, Refusal};

const FONT: u16 = 0x002B;
const FORMAT: u16 = 0x002C;
const CELL_STYLE: u16 = 0x002F;
const FORMATS: u16 = 0x0267;
const CELL_STYLES: u16 = 0x0269;
const END_OF_CELL_STYLES: u16 = 0x026A;

/// How cells look.
#[derive(Default)]
pub(crate) struct Styles {
    formats: NumberFormats,
    /// Whether each font strikes text out.
    fonts: Vec<bool>,
    /// The number format and font of each cell style.
    cells: Vec<(u16, u16)>,
}

impl Styles {
    /// Reads the part and rewrites it with only what distinguishes dates from numbers.
    pub(crate) fn read(part: &[u8]) -> Result<(Self, Vec<u8>), Refusal> {
        let mut styles = Self::default();
        let (mut formats, mut format_count) = (Vec::new(), 0u32);
        let mut cells = Vec::new();
        let (mut seen, mut within) = (0, false);
        for record in Records(part) {
            let (kind, data) = record?;
            if matches!(kind, FONT | FORMAT | CELL_STYLE) {
                Bound::Styles.add(&mut seen, 1)?;
                Bound::StyleTag.hold(data.len())?;
            }
            match kind {
                CELL_STYLES => within = true,
                END_OF_CELL_STYLES => within = false,
                FONT => styles.font(data),
                FORMAT if data.get(2..).is_some_and(holds_its_text) => {
                    format_count += 1;
                    push(&mut formats, FORMAT, &[data]);
                    styles.formats.insert(u32::from(short(data, 0)?), &text(&data[2..])?.0);
                }
                FORMAT => return Err(Refusal::Damaged(Damage::PromisedText)),
                CELL_STYLE if within => {
                    push(&mut cells, CELL_STYLE, &[data.get(..4).ok_or(SHORT)?]);
                    styles.cells.push((short(data, 2)?, short(data, 4).unwrap_or(0)));
                }
                _ => {}
            }
        }
        let mut anew = Vec::with_capacity(formats.len() + cells.len() + 16);
        push(&mut anew, FORMATS, &[&format_count.to_le_bytes()]);
        anew.append(&mut formats);
        push(&mut anew, CELL_STYLES, &[&(styles.cells.len() as u32).to_le_bytes()]);
        anew.append(&mut cells);
        Ok((styles, anew))
    }

    fn font(&mut self, data: &[u8]) {
        const STRIKES: u8 = 0x08;
        self.fonts.push(data.get(2).is_some_and(|look| look & STRIKES != 0));
    }

    /// Whether the font with this number strikes text out.
    pub(crate) fn strikes(&self, font: u16) -> bool {
        self.fonts.get(usize::from(font)) == Some(&true)
    }

    /// How cells with this style look.
    pub(crate) fn look(&self, style: u32) -> Look {
        let Some(&(format, font)) = self.cells.get(style as usize) else {
            return Look::default();
        };
        Look {
            struck: if self.strikes(font) { Struck::Wholly } else { Struck::No },
            ..self.formats.look(u32::from(format))
        }
    }
}

fn short(data: &[u8], at: usize) -> Result<u16, Refusal> {
    u16_at(data, at).ok_or(SHORT)
}

#[cfg(test)]
mod tests {
    use super::super::stream::wide;
    use super::*;

    fn made(kind: u16, data: &[u8]) -> Vec<u8> {
        let mut record = Vec::new();
        push(&mut record, kind, &[data]);
        record
    }

    #[test]
    fn styles_are_as_many_as_they_are() {
        let part = [
            made(CELL_STYLE, &[0; 16]),
            made(FORMATS, &[9, 0, 0, 0]),
            made(FORMAT, &[&[164, 0][..], &wide("d")].concat()),
            made(CELL_STYLES, &[9, 0, 0, 0]),
            made(CELL_STYLE, &[0, 0, 164, 0, 1, 2, 3]),
            made(END_OF_CELL_STYLES, &[]),
        ];
        let anew = Styles::read(&part.concat()).unwrap().1;
        let kinds: Vec<u16> = Records(&anew).map(|record| record.unwrap().0).collect();
        assert_eq!(kinds, [FORMATS, FORMAT, CELL_STYLES, CELL_STYLE]);
        assert!(Styles::read(&made(FORMAT, &[1, 0, 9])).is_err());
    }
}
