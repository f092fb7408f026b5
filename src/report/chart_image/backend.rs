//! A backend of plotters that hands everything on to another, but sets and measures text itself in the built-in font.

use std::error::Error;
use std::io;

use plotters_backend::text_anchor::{Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use plotters_bitmap::BitMapBackend;

use super::lettering::{Lettering, Typeface, Weight};
use super::vector::{Drawn, Vector};

/// What draws shapes. One type for both, so that everything that draws on it is compiled once.
pub(super) enum Shapes<'t> {
    Vector(Vector<'t>),
    Pixels(BitMapBackend<'t>),
}

/// A backend that draws shapes, with our lettering.
pub(super) struct Lettered<'t> {
    shapes: Shapes<'t>,
    typeface: &'t Typeface,
}

impl<'t> Lettered<'t> {
    pub(super) fn new(shapes: Shapes<'t>, typeface: &'t Typeface) -> Self {
        Self { shapes, typeface }
    }
}

fn weight(style: FontStyle) -> Weight {
    match style {
        FontStyle::Bold => Weight::Bold,
        FontStyle::Normal | FontStyle::Oblique | FontStyle::Italic => Weight::Regular,
    }
}

fn as_io<E: Error + Send + Sync + 'static>(error: DrawingErrorKind<E>) -> DrawingErrorKind<io::Error> {
    match error {
        DrawingErrorKind::DrawingError(error) => DrawingErrorKind::DrawingError(io::Error::other(error)),
        DrawingErrorKind::FontError(error) => DrawingErrorKind::FontError(error),
    }
}

impl DrawingBackend for Lettered<'_> {
    type ErrorType = io::Error;

    fn get_size(&self) -> (u32, u32) {
        match &self.shapes {
            Shapes::Vector(vector) => vector.size(),
            Shapes::Pixels(pixels) => pixels.get_size(),
        }
    }

    fn ensure_prepared(&mut self) -> Drawn {
        match &mut self.shapes {
            Shapes::Vector(_) => Ok(()),
            Shapes::Pixels(pixels) => pixels.ensure_prepared().map_err(as_io),
        }
    }

    fn present(&mut self) -> Drawn {
        match &mut self.shapes {
            Shapes::Vector(vector) => vector.write(),
            Shapes::Pixels(pixels) => pixels.present().map_err(as_io),
        }
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Drawn {
        match &mut self.shapes {
            Shapes::Vector(vector) => vector.rectangle((x, y), (x + 1, y + 1), colour),
            Shapes::Pixels(pixels) => return pixels.draw_pixel((x, y), colour).map_err(as_io),
        }
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        // A path has its width everywhere; a single line of pixels has none.
        self.draw_path([from, to], style)
    }

    /// Draws a rectangle. All of ours are filled.
    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        is_filled: bool,
    ) -> Drawn {
        match &mut self.shapes {
            Shapes::Vector(vector) => vector.rectangle(from, to, style.color()),
            Shapes::Pixels(pixels) => return pixels.draw_rect(from, to, style, is_filled).map_err(as_io),
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        match &mut self.shapes {
            Shapes::Vector(vector) => vector.line(&path.into_iter().collect::<Vec<_>>(), style),
            Shapes::Pixels(pixels) => return pixels.draw_path(path, style).map_err(as_io),
        }
        Ok(())
    }

    /// Draws a circle. All of ours are filled.
    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, is_filled: bool) -> Drawn {
        match &mut self.shapes {
            Shapes::Vector(vector) => vector.circle(centre, radius, style.color()),
            Shapes::Pixels(pixels) => return pixels.draw_circle(centre, radius, style, is_filled).map_err(as_io),
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Drawn {
        match &mut self.shapes {
            Shapes::Vector(vector) => vector.polygon(&corners.into_iter().collect::<Vec<_>>(), style.color()),
            Shapes::Pixels(pixels) => return pixels.fill_polygon(corners, style).map_err(as_io),
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        if text.is_empty() {
            return Ok(());
        }
        let size = style.size().round() as u32;
        let lettering = Lettering {
            typeface: self.typeface,
            weight: weight(style.style()),
            size,
            colour: style.color(),
            anchor: Pos::new(style.anchor().h_pos, VPos::Top),
        };
        // Backends disagree on where the middle and the bottom of a text are.
        let down = match style.anchor().v_pos {
            VPos::Top => 0,
            VPos::Center => size.cast_signed() / 2,
            VPos::Bottom => size.cast_signed(),
        };
        match &mut self.shapes {
            Shapes::Vector(vector) => vector.text(text, &lettering, (x, y - down)),
            Shapes::Pixels(pixels) => return pixels.draw_text(text, &lettering, (x, y - down)).map_err(as_io),
        }
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<io::Error>> {
        let size = style.size().round() as u32;
        let width = self.typeface.width(text, size, weight(style.style()));
        Ok((width.round() as u32, size))
    }
}
