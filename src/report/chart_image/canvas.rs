//! Draws shapes and text in units on an area of plotters, whatever is behind it.

use std::error;
use std::ops::Range;

use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, TRANSPARENT, TextStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};

use super::Error;
use super::backend::{Lettered, Shapes};
use super::lettering::{Typeface, Weight};
use crate::palette;
use crate::wording::whole;

/// Points of the drawing per unit: a picture is drawn finer than it is shown.
pub(super) const FINE: u32 = 4;
/// Length of a dash and of the gap after it, in units.
const DASHES: (f64, f64) = (9.0, 6.0);
/// A position in units from the upper left corner.
pub(super) type Point = (f64, f64);

/// Draws in units.
pub(super) struct Canvas<'t> {
    area: DrawingArea<Lettered<'t>, Shift>,
    typeface: &'t Typeface,
}

/// A plot with a horizontal axis of figures.
pub(super) type Plot<'t> = ChartContext<'t, Lettered<'t>, Cartesian2d<Figures, RangedCoordf64>>;

/// The figures along an axis, of which it names round ones.
pub(super) struct Figures(RangedCoordf64);

impl Ranged for Figures {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        self.0.map(value, limit)
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        named(&self.range())
    }

    fn range(&self) -> Range<f64> {
        self.0.range()
    }
}

impl ValueFormatter<f64> for Figures {
    fn format(figure: &f64) -> String {
        whole(*figure)
    }
}

/// How a text looks, and which of its points is placed.
#[derive(Clone, Copy)]
pub(super) struct Text {
    pub(super) size: u32,
    pub(super) weight: Weight,
    pub(super) colour: u32,
    across: HPos,
    down: VPos,
}

impl Text {
    /// Text that starts at a position, below it.
    pub(super) const fn new(size: u32, colour: u32) -> Self {
        Self {
            size,
            weight: Weight::Regular,
            colour,
            across: HPos::Left,
            down: VPos::Top,
        }
    }

    pub(super) const fn bold(self) -> Self {
        Self {
            weight: Weight::Bold,
            ..self
        }
    }

    pub(super) const fn colour(self, colour: u32) -> Self {
        Self { colour, ..self }
    }

    /// Centred on a position.
    pub(super) const fn centred(self) -> Self {
        Self {
            across: HPos::Center,
            ..self
        }
    }

    /// Ends at a position.
    pub(super) const fn ending(self) -> Self {
        Self {
            across: HPos::Right,
            ..self
        }
    }

    /// With its middle at the height of a position.
    pub(super) const fn beside(self) -> Self {
        Self {
            down: VPos::Center,
            ..self
        }
    }

    /// The height of a line.
    pub(super) fn line(self) -> f64 {
        f64::from(self.size) * 1.25
    }

    fn style(self) -> TextStyle<'static> {
        let style = match self.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        };
        let font = FontDesc::new(FontFamily::SansSerif, f64::from(self.size * FINE), style);
        TextStyle {
            font,
            color: rgb(self.colour).to_backend_color(),
            pos: Pos::new(self.across, self.down),
        }
    }
}

pub(super) fn rgb(colour: u32) -> RGBColor {
    let [_, red, green, blue] = colour.to_be_bytes();
    RGBColor(red, green, blue)
}

/// Units as points of the drawing.
pub(super) fn fine(units: f64) -> i32 {
    (units * f64::from(FINE)).round() as i32
}

fn at((x, y): Point) -> (i32, i32) {
    (fine(x), fine(y))
}

pub(super) fn drawing<E: error::Error + Send + Sync + 'static>(error: DrawingAreaErrorKind<E>) -> Error {
    Error::Drawing(Box::new(error))
}

impl<'t> Canvas<'t> {
    pub(super) fn new(shapes: Shapes<'t>, typeface: &'t Typeface) -> Self {
        Self {
            area: Lettered::new(shapes, typeface).into_drawing_area(),
            typeface,
        }
    }

    pub(super) fn present(&self) -> Result<(), Error> {
        self.area.present().map_err(drawing)
    }

    /// A filled rectangle with these opposite corners.
    pub(super) fn rectangle(&self, from: Point, to: Point, colour: u32) -> Result<(), Error> {
        let shape = Rectangle::new([at(from), at(to)], rgb(colour).filled());
        self.area.draw(&shape).map_err(drawing)
    }

    /// A line through points.
    pub(super) fn line(&self, points: &[Point], colour: u32, width: f64) -> Result<(), Error> {
        let path: Vec<(i32, i32)> = points.iter().copied().map(at).collect();
        let shape = PathElement::new(path, rgb(colour).stroke_width(fine(width).max(1) as u32));
        self.area.draw(&shape).map_err(drawing)
    }

    /// The outline of a shape.
    pub(super) fn outline(&self, corners: &[Point], colour: u32, width: f64) -> Result<(), Error> {
        let [first, second, ..] = corners else { return Ok(()) };
        // From the middle of an edge, so that every corner is joined.
        let middle = (f64::midpoint(first.0, second.0), f64::midpoint(first.1, second.1));
        let rest = corners[1..].iter().copied();
        let around: Vec<Point> = [middle].into_iter().chain(rest).chain([*first, middle]).collect();
        self.line(&around, colour, width)
    }

    /// A dashed outline of a shape; the dashes continue around corners.
    pub(super) fn dashed(&self, corners: &[Point], colour: u32, width: f64) -> Result<(), Error> {
        for dash in cut_in_dashes(&closed(corners), DASHES) {
            self.line(&dash, colour, width)?;
        }
        Ok(())
    }

    /// A filled shape.
    pub(super) fn polygon(&self, corners: &[Point], colour: u32) -> Result<(), Error> {
        let corners: Vec<(i32, i32)> = corners.iter().copied().map(at).collect();
        let shape = Polygon::new(corners, rgb(colour).filled());
        self.area.draw(&shape).map_err(drawing)
    }

    /// Slanting lines inside a shape.
    pub(super) fn hatching(&self, corners: &[Point], colour: u32) -> Result<(), Error> {
        const APART: f64 = 11.0;
        const WIDTH: f64 = 1.5;
        for ends in hatched(corners, APART) {
            self.line(&ends, colour, WIDTH)?;
        }
        Ok(())
    }

    /// A filled circle.
    pub(super) fn dot(&self, centre: Point, radius: f64, colour: u32) -> Result<(), Error> {
        let shape = Circle::new(at(centre), fine(radius), rgb(colour).filled());
        self.area.draw(&shape).map_err(drawing)
    }

    pub(super) fn text(&self, words: &str, point: Point, text: Text) -> Result<(), Error> {
        self.area.draw_text(words, &text.style(), at(point)).map_err(drawing)
    }

    /// Lines of text below one another, the whole centred on the height of a position.
    pub(super) fn lines(&self, lines: &[String], (x, middle): Point, text: Text) -> Result<(), Error> {
        let first = middle - text.line() * (lines.len() as f64 - 1.0) / 2.0;
        for (index, line) in lines.iter().enumerate() {
            self.text(line, (x, first + text.line() * index as f64), text.beside())?;
        }
        Ok(())
    }

    /// The width of a text, in units.
    pub(super) fn width(&self, words: &str, text: Text) -> f64 {
        self.typeface.width(words, text.size, text.weight)
    }

    /// Wraps a text into lines of at most `width`, between words and, where one is too long, within them. What does not
    /// fit in `most` lines is replaced by an ellipsis.
    pub(super) fn wrapped(&self, words: &str, width: f64, text: Text, most: usize) -> Vec<String> {
        super::wrap::wrapped(words, most, |line| self.width(line, text) <= width)
    }

    /// A plot between two corners, with an axis along its lower edge, below which its numbers take `axis`; without it
    /// there are none.
    pub(super) fn plot(
        &self,
        (left, top): Point,
        (right, bottom): Point,
        axis: Option<Text>,
        (across, down): (Range<f64>, Range<f64>),
    ) -> Result<Plot<'t>, Error> {
        let height = axis.map_or(0.0, |text| text.line() + AXIS_GAP);
        let (width, down_to) = (fine(right - left) as u32, fine(bottom - top + height) as u32);
        let area = self.area.clone().shrink(at((left, top)), (width, down_to));
        let mut plot = ChartBuilder::on(&area)
            .x_label_area_size(fine(height))
            .build_cartesian_2d(Figures(across.into()), down)
            .map_err(drawing)?;
        let Some(axis) = axis else { return Ok(plot) };
        let line = rgb(palette::LINE).stroke_width(FINE);
        plot.configure_mesh()
            .disable_y_mesh()
            .disable_y_axis()
            .bold_line_style(line)
            .light_line_style(TRANSPARENT)
            .axis_style(line)
            .x_label_style(axis.centred().style())
            .set_all_tick_mark_size(fine(AXIS_GAP / 2.0))
            .draw()
            .map_err(drawing)?;
        Ok(plot)
    }
}

/// Space between an axis and its numbers.
const AXIS_GAP: f64 = 6.0;

/// The position of a point of a plot, in units.
pub(super) fn position(plot: &Plot, x: f64, y: f64) -> Point {
    let (x, y) = plot.plotting_area().map_coordinate(&(x, y));
    (f64::from(x) / f64::from(FINE), f64::from(y) / f64::from(FINE))
}

/// The figures that an axis names.
fn named(axis: &Range<f64>) -> Vec<f64> {
    let apart = if axis.end - axis.start > 60.0 { 25.0 } else { 10.0 };
    let (first, last) = ((axis.start / apart).ceil() as i32, (axis.end / apart).floor() as i32);
    (first..=last).map(|mark| f64::from(mark) * apart).collect()
}

fn closed(corners: &[Point]) -> Vec<Point> {
    corners.iter().chain(corners.first()).copied().collect()
}

/// The parts inside a shape of lines that rise to the right, `apart` from each other across.
fn hatched(corners: &[Point], apart: f64) -> Vec<[Point; 2]> {
    let sums = || corners.iter().map(|(x, y)| x + y);
    let (least, most) = (sums().fold(f64::MAX, f64::min), sums().fold(f64::MIN, f64::max));
    let edges = closed(corners);
    let mut lines = Vec::new();
    let mut sum = least + apart / 2.0;
    while sum < most {
        // On the line x + y is the same everywhere. Even the outline of a shape with a notch crosses it in pairs.
        let crossing = |ends: &[Point]| {
            let (from, to) = (ends[0].0 + ends[0].1 - sum, ends[1].0 + ends[1].1 - sum);
            let share = from / (from - to);
            let x = ends[0].0 + (ends[1].0 - ends[0].0) * share;
            ((from < 0.0) != (to < 0.0)).then_some((x, sum - x))
        };
        let mut found: Vec<Point> = edges.windows(2).filter_map(crossing).collect();
        found.sort_by(|one, other| one.0.total_cmp(&other.0));
        lines.extend(found.chunks_exact(2).map(|pair| [pair[0], pair[1]]));
        sum += apart;
    }
    lines
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
    fn hatching_stays_inside_a_shape() {
        // A square of 4: lines on which x + y is 2 and 6.
        let square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)];
        assert_eq!(
            hatched(&square, 4.0),
            [[(0.0, 2.0), (2.0, 0.0)], [(2.0, 4.0), (4.0, 2.0)]]
        );
        // A narrow notch from above cuts the line on which x + y is 4 in two.
        let notched = [
            (0.0, 0.0),
            (1.0, 0.0),
            (1.5, 3.5),
            (2.0, 0.0),
            (4.0, 0.0),
            (4.0, 4.0),
            (0.0, 4.0),
        ];
        let cut = hatched(&notched, 8.0);
        assert_eq!(cut.len(), 2);
        assert_eq!(cut[0], [(0.0, 4.0), (1.375, 2.625)]);
        assert_eq!(cut[1][1], (4.0, 0.0));
    }
}
