//! Draws columns from 0 to 100 with their figures, and norms as a dashed line across them.

use super::canvas::{Backend, Canvas, Point, Weight};
use super::{Error, Figures, MARGIN, SIZE, TEXT_LINE, TEXT_SIZE, colour, norm};
use crate::palette;
use crate::report::outline::Look;
use crate::wording::whole;

/// Space for the numbers along the axis.
const AXIS: f64 = 48.0;
const MARKS: [f64; 5] = [0.0, 25.0, 50.0, 75.0, 100.0];
/// The part of the space for a name that its columns occupy.
const FILLED: f64 = 0.62;
/// Space between the base of the columns and the names.
const NAMES_UNDER: f64 = 14.0;
/// Space on either side of a name.
const AROUND: f64 = 8.0;
/// The maximum number of lines of a name.
const NAME_LINES: usize = 2;

/// Draws between `top` and `bottom`.
pub(super) fn draw<B: Backend>(
    figures: &Figures,
    (top, bottom): (f64, f64),
    canvas: &mut Canvas<B>,
) -> Result<(), Error> {
    let left = MARGIN + AXIS;
    let right = f64::from(SIZE.0) - MARGIN;
    let slot = (right - left) / figures.names.len().max(1) as f64;
    let names = names(figures, slot, canvas);
    let plot = Plot {
        left,
        right,
        top,
        bottom: bottom - names.height,
        slot,
    };
    plot.grid(canvas)?;
    plot.columns(figures, canvas)?;
    for drawn in figures.series.iter().filter(|drawn| drawn.look == Look::Norm) {
        for run in plot.runs(&drawn.values) {
            norm(&run, canvas)?;
        }
    }
    plot.figures(figures, canvas)?;
    for (index, lines) in names.lines.iter().enumerate() {
        let mut y = plot.bottom + NAMES_UNDER;
        if names.staggered && index % 2 == 1 {
            let down = NAME_LINES.min(names.most) as f64 * TEXT_LINE;
            let x = plot.middle(index);
            canvas.line(&[(x, plot.bottom), (x, y + down - 2.0)], palette::LINE, 1.0)?;
            y += down;
        }
        for line in lines {
            canvas.text_middle(line, (plot.middle(index), y), TEXT_SIZE, Weight::Regular, palette::TEXT)?;
            y += TEXT_LINE;
        }
    }
    Ok(())
}

/// Names wrapped into lines, in two alternating rows if one is wider than its columns.
struct Names {
    lines: Vec<Vec<String>>,
    staggered: bool,
    /// The largest number of lines of any name.
    most: usize,
    height: f64,
}

fn names<B: Backend>(figures: &Figures, slot: f64, canvas: &Canvas<B>) -> Names {
    let wide = |name: &&str| canvas.width(name, TEXT_SIZE, Weight::Regular) > slot - AROUND;
    let staggered = figures.names.iter().any(wide);
    let room = if staggered { slot * 2.0 } else { slot } - AROUND;
    let wrap = |name: &&str| canvas.wrapped(name, room, TEXT_SIZE, Weight::Regular, NAME_LINES);
    let lines: Vec<Vec<String>> = figures.names.iter().map(wrap).collect();
    let most = lines.iter().map(Vec::len).max().unwrap_or(0);
    let rows = if staggered { 2 * most } else { most };
    Names {
        lines,
        staggered,
        most,
        height: rows as f64 * TEXT_LINE + NAMES_UNDER + 8.0,
    }
}

/// The positions of the columns.
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    slot: f64,
}

impl Plot {
    fn height(&self, value: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * value / 100.0
    }

    fn middle(&self, index: usize) -> f64 {
        self.left + self.slot * (index as f64 + 0.5)
    }

    fn grid<B: Backend>(&self, canvas: &mut Canvas<B>) -> Result<(), Error> {
        for mark in MARKS {
            let y = self.height(mark);
            canvas.line(&[(self.left, y), (self.right, y)], palette::LINE, 1.0)?;
            let at = (self.left - 10.0, y - TEXT_LINE / 2.0 + 4.0);
            canvas.text_right(&whole(mark), at, TEXT_SIZE, Weight::Regular, palette::QUIET_TEXT)?;
        }
        Ok(())
    }

    /// The columns of all series except norms, side by side: left edge, right edge, figure and colour.
    fn bars<'f>(&'f self, figures: &'f Figures) -> impl Iterator<Item = (f64, f64, Option<f64>, u32)> + 'f {
        let drawn: Vec<_> = figures.series.iter().filter(|drawn| drawn.look != Look::Norm).collect();
        let width = self.slot * FILLED / drawn.len().max(1) as f64;
        drawn.into_iter().enumerate().flat_map(move |(number, drawn)| {
            drawn.values.iter().enumerate().map(move |(index, value)| {
                let left = self.middle(index) - self.slot * FILLED / 2.0 + width * number as f64;
                (left, left + width, *value, colour(drawn.look))
            })
        })
    }

    fn columns<B: Backend>(&self, figures: &Figures, canvas: &mut Canvas<B>) -> Result<(), Error> {
        for (left, right, value, colour) in self.bars(figures) {
            if let Some(value) = value {
                canvas.rectangle((left, self.height(value)), (right, self.height(0.0)), colour)?;
            }
        }
        Ok(())
    }

    /// Draws the figure of each column, inside it or above it if it is low; a dash if there is none.
    fn figures<B: Backend>(&self, figures: &Figures, canvas: &mut Canvas<B>) -> Result<(), Error> {
        for (left, right, value, _) in self.bars(figures) {
            let words = value.map_or_else(|| "–".to_owned(), whole);
            let foot = self.height(0.0) - TEXT_LINE - 4.0;
            let middle = f64::midpoint(left, right);
            match value {
                Some(value) if self.height(value) < foot => {
                    canvas.text_middle(&words, (middle, foot), TEXT_SIZE, Weight::Bold, palette::PAPER)?;
                }
                low => {
                    let y = self.height(low.unwrap_or(0.0)) - TEXT_LINE - 2.0;
                    canvas.text_middle(&words, (middle, y), TEXT_SIZE, Weight::Bold, palette::TEXT)?;
                }
            }
        }
        Ok(())
    }

    /// Lines through the centres of adjacent columns that have a figure, extended to the edges of their space at both
    /// ends.
    fn runs(&self, values: &[Option<f64>]) -> Vec<Vec<Point>> {
        let mut runs = Vec::new();
        let mut run: Vec<Point> = Vec::new();
        for (index, value) in values.iter().enumerate() {
            let Some(value) = value else {
                runs.push(std::mem::take(&mut run));
                continue;
            };
            let y = self.height(*value);
            if run.is_empty() {
                run.push((self.middle(index) - self.slot / 2.0, y));
            }
            run.push((self.middle(index), y));
            if values.get(index + 1).is_none_or(Option::is_none) {
                run.push((self.middle(index) + self.slot / 2.0, y));
            }
        }
        runs.push(run);
        runs.retain(|run| !run.is_empty());
        runs
    }
}
