//! Draws rectangles, lines, dashes, dots and text in units, on any backend.

use std::error;

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

use super::Error;
use super::lettering::{Lettering, Typeface};

pub(super) use super::lettering::Weight;

/// Length of a dash and of the gap after it, in units.
const DASHES: (f64, f64) = (14.0, 9.0);

/// A position in units from the upper left corner.
pub(super) type Point = (f64, f64);

/// A backend of plotters.
pub(super) trait Backend: DrawingBackend<ErrorType: 'static> {}

impl<B: DrawingBackend<ErrorType: 'static>> Backend for B {}

/// Draws in units on a backend of plotters.
pub(super) struct Canvas<'b, B: Backend> {
    backend: &'b mut B,
    typeface: Typeface,
    /// Pixels per unit.
    scale: u32,
}

/// A colour and a line width.
struct Stroke {
    colour: BackendColor,
    width: u32,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.colour
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

fn rgb(colour: u32) -> BackendColor {
    let [_, red, green, blue] = colour.to_be_bytes();
    BackendColor {
        alpha: 1.0,
        rgb: (red, green, blue),
    }
}

fn drawing<E: error::Error + Send + Sync + 'static>(error: DrawingErrorKind<E>) -> Error {
    Error::Drawing(Box::new(error))
}

impl<'b, B: Backend> Canvas<'b, B> {
    pub(super) fn new(backend: &'b mut B, scale: u32) -> Result<Self, Error> {
        Ok(Self {
            backend,
            typeface: Typeface::embedded()?,
            scale,
        })
    }

    fn pixels(&self, units: f64) -> i32 {
        (units * f64::from(self.scale)).round() as i32
    }

    fn pixel(&self, point: Point) -> BackendCoord {
        (self.pixels(point.0), self.pixels(point.1))
    }

    /// A filled rectangle with these opposite corners.
    pub(super) fn rectangle(&mut self, from: Point, to: Point, colour: u32) -> Result<(), Error> {
        let (from, to) = (self.pixel(from), self.pixel(to));
        self.backend.draw_rect(from, to, &rgb(colour), true).map_err(drawing)
    }

    /// A line through points.
    pub(super) fn line(&mut self, points: &[Point], colour: u32, width: f64) -> Result<(), Error> {
        let stroke = Stroke {
            colour: rgb(colour),
            width: self.pixels(width).max(1) as u32,
        };
        let path: Vec<BackendCoord> = points.iter().map(|&point| self.pixel(point)).collect();
        self.backend.draw_path(path, &stroke).map_err(drawing)
    }

    /// A dashed line through points; the dashes continue around corners.
    pub(super) fn dashed(&mut self, points: &[Point], colour: u32, width: f64) -> Result<(), Error> {
        for dash in cut_in_dashes(points, DASHES) {
            self.line(&dash, colour, width)?;
        }
        Ok(())
    }

    /// A filled circle.
    pub(super) fn dot(&mut self, centre: Point, radius: f64, colour: u32) -> Result<(), Error> {
        let (centre, radius) = (self.pixel(centre), self.pixels(radius) as u32);
        self.backend
            .draw_circle(centre, radius, &rgb(colour), true)
            .map_err(drawing)
    }

    /// Text that starts at a position, below it.
    pub(super) fn text_left(
        &mut self,
        text: &str,
        at: Point,
        size: u32,
        weight: Weight,
        colour: u32,
    ) -> Result<(), Error> {
        self.text(text, at, HPos::Left, size, weight, colour)
    }

    /// Text centred on a position, below it.
    pub(super) fn text_middle(
        &mut self,
        text: &str,
        at: Point,
        size: u32,
        weight: Weight,
        colour: u32,
    ) -> Result<(), Error> {
        self.text(text, at, HPos::Center, size, weight, colour)
    }

    /// Text that ends at a position, below it.
    pub(super) fn text_right(
        &mut self,
        text: &str,
        at: Point,
        size: u32,
        weight: Weight,
        colour: u32,
    ) -> Result<(), Error> {
        self.text(text, at, HPos::Right, size, weight, colour)
    }

    fn text(&mut self, text: &str, at: Point, side: HPos, size: u32, weight: Weight, colour: u32) -> Result<(), Error> {
        if text.is_empty() {
            return Ok(());
        }
        let lettering = Lettering {
            typeface: &self.typeface,
            weight,
            size: size * self.scale,
            colour: rgb(colour),
            anchor: Pos::new(side, VPos::Top),
        };
        let at = self.pixel(at);
        self.backend.draw_text(text, &lettering, at).map_err(drawing)
    }

    /// The width of a text, in units.
    pub(super) fn width(&self, text: &str, size: u32, weight: Weight) -> f64 {
        self.typeface.width(text, size, weight)
    }

    /// Wraps a text between words into lines of at most `width`. What does not fit in `most` lines is replaced by an
    /// ellipsis.
    pub(super) fn wrapped(&self, text: &str, width: f64, size: u32, weight: Weight, most: usize) -> Vec<String> {
        let fits = |text: &str| self.width(text, size, weight) <= width;
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            match lines.last_mut() {
                Some(line) if fits(&format!("{line} {word}")) => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        let left_out = lines.len() > most;
        lines.truncate(most);
        let last = lines.len().saturating_sub(1);
        for (index, line) in lines.iter_mut().enumerate() {
            let cut = left_out && index == last;
            if !cut && fits(line) {
                continue;
            }
            while !line.is_empty() && !fits(&format!("{line}…")) {
                line.pop();
            }
            line.push('…');
        }
        lines
    }
}

fn cut_in_dashes(points: &[Point], (dash, space): (f64, f64)) -> Vec<Vec<Point>> {
    let mut dashes = Vec::new();
    let mut current: Vec<Point> = points.first().copied().into_iter().collect();
    let (mut drawing, mut left) = (true, dash);
    for ends in points.windows(2) {
        let ((x, y), (to_x, to_y)) = (ends[0], ends[1]);
        // Unlike `hypot`, a square root is the same on every system.
        let length = ((to_x - x).powi(2) + (to_y - y).powi(2)).sqrt();
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let share = done / length;
            let at = (x + (to_x - x) * share, y + (to_y - y) * share);
            if drawing {
                current.push(at);
                dashes.push(std::mem::take(&mut current));
            } else {
                current = vec![at];
            }
            drawing = !drawing;
            left = if drawing { dash } else { space };
        }
        left -= length - done;
        if drawing {
            current.push((to_x, to_y));
        }
    }
    if current.len() > 1 {
        dashes.push(current);
    }
    dashes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_continue_around_a_corner() {
        // Right 10, then down 10, in dashes of 6 with gaps of 3: 0–6, 9–15 (around the corner at 10), 18–20.
        let dashes = cut_in_dashes(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)], (6.0, 3.0));
        assert_eq!(
            dashes,
            [
                vec![(0.0, 0.0), (6.0, 0.0)],
                vec![(9.0, 0.0), (10.0, 0.0), (10.0, 5.0)],
                vec![(10.0, 8.0), (10.0, 10.0)]
            ]
        );
        assert!(cut_in_dashes(&[(1.0, 1.0)], (6.0, 3.0)).is_empty());
    }

    #[test]
    fn long_texts_are_wrapped_and_cut_with_an_ellipsis() {
        let mut drawing = String::new();
        let mut backend = plotters_svg::SVGBackend::with_string(&mut drawing, (10, 10));
        let canvas = Canvas::new(&mut backend, 1).unwrap();
        let wrap = |text, width, most| canvas.wrapped(text, width, 20, Weight::Regular, most);
        assert_eq!(wrap("een twee", 500.0, 2), ["een twee"]);
        assert_eq!(wrap("een twee", 50.0, 2), ["een", "twee"]);
        assert_eq!(wrap("een twee drie", 50.0, 2), ["een", "tw…"]);
        assert!(wrap("Wolvenhoekskanaalpolder", 100.0, 2)[0].ends_with('…'));
        assert!(wrap("", 100.0, 2).is_empty());
    }
}
