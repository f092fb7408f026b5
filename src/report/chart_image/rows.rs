//! Names below one another, each with a track along an axis of figures to its right.

use std::ops::Range;

use plotters::element::Rectangle;
use plotters::style::Color;

use super::canvas::{Canvas, Plot, Point, Text, drawing, position, rgb};
use super::{Error, MARGIN, NAME, SIZE, SMALL};
use crate::palette;

/// The part of the width between the margins that names may take.
const NAMES: f64 = 0.3;
/// Space between a name and its track.
const BESIDE: f64 = 14.0;
/// The part of a row that its track fills.
const TRACK: f64 = 0.62;
/// The most lines of a name.
const LINES: usize = 2;

/// What the range of a score is.
pub(super) const RANGE_IN_WORDS: &str = "bereik: wat de score nog kan worden";

/// Rows with an axis of figures.
pub(super) struct Rows<'t> {
    plot: Plot<'t>,
    /// The height of a row.
    pub(super) height: f64,
    /// The right end of the tracks.
    pub(super) right: f64,
}

impl<'t> Rows<'t> {
    /// Draws names, tracks and the axis, with `beside` left free to the right of the tracks.
    pub(super) fn draw(
        names: &[&str],
        (top, bottom): (f64, f64),
        beside: f64,
        figures: Range<f64>,
        canvas: &Canvas<'t>,
    ) -> Result<Self, Error> {
        const AXIS: Text = SMALL;
        let number = names.len().max(1) as f64;
        let most = super::WIDTH * NAMES;
        let widest = names.iter().map(|name| canvas.width(name, NAME)).fold(0.0, f64::max);
        let left = MARGIN + widest.min(most) + BESIDE;
        let right = f64::from(SIZE.0) - MARGIN - beside;
        let floor = bottom - AXIS.line() - 8.0;
        let plot = canvas.plot((left, top), (right, floor), Some(AXIS), (figures, number..0.0))?;
        let rows = Self {
            plot,
            height: (floor - top) / number,
            right,
        };
        let text = if rows.height < 2.0 * NAME.line() {
            SMALL.colour(palette::TEXT)
        } else {
            NAME
        };
        for (row, name) in names.iter().enumerate() {
            let lines = canvas.wrapped(name, left - BESIDE - MARGIN + 1.0, text, LINES);
            canvas.lines(&lines, (left - BESIDE, rows.middle(row)), text.ending())?;
        }
        Ok(rows)
    }

    /// Colours the tracks, before the axis marks are drawn over them.
    pub(super) fn band(&self, row: usize, (from, to): (f64, f64), share: f64, colour: u32) -> Result<(), Error> {
        let (above, below) = (row as f64 + (1.0 - share) / 2.0, row as f64 + f64::midpoint(1.0, share));
        let band = Rectangle::new([(from, above), (to, below)], rgb(colour).filled());
        self.plot.plotting_area().draw(&band).map_err(drawing)
    }

    /// Draws a range as a line at a height, in the colour of its mark.
    pub(super) fn range(
        &self,
        row: usize,
        (low, high): (f64, f64),
        height: f64,
        colour: u32,
        canvas: &Canvas,
    ) -> Result<(), Error> {
        const HALF: f64 = 1.5;
        let (from, to) = (self.at(row, low).0, self.at(row, high).0);
        canvas.rectangle((from, height - HALF), (to, height + HALF), colour)
    }

    /// The position of a figure in a row.
    pub(super) fn at(&self, row: usize, figure: f64) -> Point {
        position(&self.plot, figure, row as f64 + 0.5)
    }

    /// The height of the middle of a row.
    pub(super) fn middle(&self, row: usize) -> f64 {
        self.at(row, 0.0).1
    }

    /// Half the height of a track.
    pub(super) fn half(&self) -> f64 {
        self.height * TRACK / 2.0
    }
}
