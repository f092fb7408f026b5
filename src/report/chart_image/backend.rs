//! A backend of plotters that hands everything on to another, but sets and measures text itself in the built-in font.

use std::error::Error;
use std::io;

use plotters_backend::text_anchor::{Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use plotters_bitmap::BitMapBackend;
use plotters_svg::SVGBackend;

use super::lettering::{Lettering, Typeface, Weight};

/// What draws shapes. One type for both, so that everything that draws on it is compiled once.
pub(super) enum Shapes<'t> {
    Svg(SVGBackend<'t>),
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

type Drawn = Result<(), DrawingErrorKind<io::Error>>;

fn as_io<E: Error + Send + Sync + 'static>(error: DrawingErrorKind<E>) -> DrawingErrorKind<io::Error> {
    match error {
        DrawingErrorKind::DrawingError(error) => DrawingErrorKind::DrawingError(io::Error::other(error)),
        DrawingErrorKind::FontError(error) => DrawingErrorKind::FontError(error),
    }
}

/// Does the same with whichever draws the shapes.
macro_rules! with {
    ($shapes:expr, $on:ident => $drawn:expr) => {
        match $shapes {
            Shapes::Svg($on) => $drawn,
            Shapes::Pixels($on) => $drawn.map_err(as_io),
        }
    };
}

impl DrawingBackend for Lettered<'_> {
    type ErrorType = io::Error;

    fn get_size(&self) -> (u32, u32) {
        match &self.shapes {
            Shapes::Svg(svg) => svg.get_size(),
            Shapes::Pixels(pixels) => pixels.get_size(),
        }
    }

    fn ensure_prepared(&mut self) -> Drawn {
        with!(&mut self.shapes, on => on.ensure_prepared())
    }

    fn present(&mut self) -> Drawn {
        with!(&mut self.shapes, on => on.present())
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn {
        with!(&mut self.shapes, on => on.draw_pixel(point, colour))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        // Every backend gives a path its width; some give a single line none.
        with!(&mut self.shapes, on => on.draw_path([from, to], style))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        is_filled: bool,
    ) -> Drawn {
        with!(&mut self.shapes, on => on.draw_rect(from, to, style, is_filled))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        with!(&mut self.shapes, on => on.draw_path(path, style))
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, is_filled: bool) -> Drawn {
        with!(&mut self.shapes, on => on.draw_circle(centre, radius, style, is_filled))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Drawn {
        with!(&mut self.shapes, on => on.fill_polygon(corners, style))
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
        with!(&mut self.shapes, on => on.draw_text(text, &lettering, (x, y - down)))
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
