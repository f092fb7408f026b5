//! Lays out text in the built-in font, so that a picture is the same on every computer.

use std::convert::Infallible;

use ab_glyph::{Font, FontRef, InvalidFont, PxScale, ScaleFont};
use plotters_backend::text_anchor::Pos;
use plotters_backend::{BackendColor, BackendCoord, BackendTextStyle, FontFamily, FontStyle};

/// Noto Sans, reduced to the glyphs of Europe's Latin alphabets (SIL Open Font License, see that folder).
const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-Bold.ttf");
/// The fonts that an SVG asks for; those after the first have about the same widths.
pub(super) const FAMILY: &str = "Noto Sans, Open Sans, Segoe UI, Arial, sans-serif";
/// Distance in em from the top of a text to its baseline.
const BASELINE: f32 = 0.76;

/// The weight of a font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// The font in all its weights.
pub(super) struct Typeface {
    regular: FontRef<'static>,
    bold: FontRef<'static>,
}

impl Typeface {
    pub(super) fn embedded() -> Result<Self, InvalidFont> {
        Ok(Self {
            regular: FontRef::try_from_slice(REGULAR)?,
            bold: FontRef::try_from_slice(BOLD)?,
        })
    }

    fn font(&self, weight: Weight) -> &FontRef<'static> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// The characters of a text that the font lacks.
    #[cfg(test)]
    pub(super) fn lacking(&self, text: &str) -> Vec<char> {
        let missing = |c: &char| [&self.regular, &self.bold].iter().any(|font| font.glyph_id(*c).0 == 0);
        text.chars().filter(missing).collect()
    }

    /// The width of a text with an em of `size`, in the same unit.
    pub(super) fn width(&self, text: &str, size: u32, weight: Weight) -> f64 {
        let font = self.font(weight);
        let font = font.as_scaled(scale(font, size));
        f64::from(text.chars().map(|c| font.h_advance(font.glyph_id(c))).sum::<f32>())
    }
}

/// The scale at which an em is `size` pixels.
fn scale(font: &FontRef, size: u32) -> PxScale {
    let units = font.units_per_em().unwrap_or(1000.0);
    PxScale::from(size as f32 * font.height_unscaled() / units)
}

/// The style of a text, in the form that plotters needs.
pub(super) struct Lettering<'t> {
    pub(super) typeface: &'t Typeface,
    pub(super) weight: Weight,
    /// Height of an em in pixels.
    pub(super) size: u32,
    pub(super) colour: BackendColor,
    pub(super) anchor: Pos,
}

impl Lettering<'_> {
    /// Distance from the top of the text to its baseline, in pixels.
    pub(super) fn baseline(&self) -> i32 {
        (self.size as f32 * BASELINE).round() as i32
    }
}

impl BackendTextStyle for Lettering<'_> {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.colour
    }

    fn size(&self) -> f64 {
        f64::from(self.size)
    }

    fn style(&self) -> FontStyle {
        match self.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        }
    }

    fn anchor(&self) -> Pos {
        self.anchor
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(FAMILY)
    }

    fn layout_box(&self, text: &str) -> Result<(BackendCoord, BackendCoord), Infallible> {
        let width = self.typeface.width(text, self.size, self.weight);
        Ok(((0, 0), (width.round() as i32, self.size.cast_signed())))
    }

    fn draw<E, Draw: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        (left, top): BackendCoord,
        mut draw: Draw,
    ) -> Result<Result<(), E>, Infallible> {
        let font = self.typeface.font(self.weight);
        let scale = scale(font, self.size);
        let scaled = font.as_scaled(scale);
        let baseline = self.baseline() as f32;
        let mut right = 0.0;
        for c in text.chars() {
            let id = scaled.glyph_id(c);
            let glyph = id.with_scale_and_position(scale, ab_glyph::point(right, baseline));
            right += scaled.h_advance(id);
            let Some(outline) = font.outline_glyph(glyph) else {
                continue;
            };
            let bounds = outline.px_bounds();
            let (glyph_left, glyph_top) = (left + bounds.min.x as i32, top + bounds.min.y as i32);
            let mut drawn = Ok(());
            outline.draw(|x, y, covered| {
                if drawn.is_ok() && covered > 0.0 {
                    let colour = self.colour.mix(f64::from(covered.min(1.0)));
                    drawn = draw(glyph_left + x.cast_signed(), glyph_top + y.cast_signed(), colour);
                }
            });
            if drawn.is_err() {
                return Ok(drawn);
            }
        }
        Ok(Ok(()))
    }
}
