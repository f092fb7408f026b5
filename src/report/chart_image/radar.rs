//! Draws a radar chart from 0 in the centre to 100 at the rim, with the first name at the top and the rest clockwise.

use std::f64::consts::TAU;

use super::canvas::{Backend, Canvas, Point, Weight};
use super::{Drawn, Error, Figures, MARGIN, SIZE, TEXT_LINE, TEXT_SIZE, colour, norm};
use crate::palette;
use crate::report::outline::Look;
use crate::scoring::precision::rounded;
use crate::wording::whole;

const RINGS: [f64; 4] = [25.0, 50.0, 75.0, 100.0];
/// Space between the rim and the names.
const AROUND: f64 = 12.0;
/// The maximum number of lines of a name with the figure below it.
const NAME_LINES: usize = 2;
const LABEL_HEIGHT: f64 = TEXT_LINE * (NAME_LINES + 1) as f64;

/// Draws between `top` and `bottom`.
pub(super) fn draw<B: Backend>(
    figures: &Figures,
    (top, bottom): (f64, f64),
    canvas: &mut Canvas<B>,
) -> Result<(), Error> {
    // The labels at the top and bottom take at most two lines: a name and its figure.
    let room = 2.0 * TEXT_LINE + AROUND;
    let web = Web {
        centre: (f64::from(SIZE.0) / 2.0, f64::midpoint(top, bottom)),
        radius: (bottom - top) / 2.0 - room,
        spokes: figures.names.len(),
    };
    for ring in RINGS {
        let rim: Vec<Point> = (0..=web.spokes).map(|spoke| web.point(spoke, ring)).collect();
        canvas.line(&rim, palette::LINE, 1.0)?;
    }
    for spoke in 0..web.spokes {
        canvas.line(&[web.centre, web.point(spoke, 100.0)], palette::LINE, 1.0)?;
    }
    for drawn in &figures.series {
        for run in web.runs(drawn) {
            if drawn.look == Look::Norm {
                norm(&run, canvas)?;
            } else {
                canvas.line(&run, colour(drawn.look), 5.0)?;
            }
        }
        if drawn.look != Look::Norm {
            for (spoke, value) in drawn.values.iter().enumerate() {
                if let Some(value) = value {
                    canvas.dot(web.point(spoke, *value), 8.0, colour(drawn.look))?;
                }
            }
        }
    }
    for (spoke, name) in figures.names.iter().enumerate() {
        let scored = figures.series.iter().find(|drawn| drawn.look != Look::Norm);
        let value = scored.map(|drawn| drawn.values[spoke].map_or_else(|| "–".to_owned(), whole));
        web.label(spoke, name, &value.unwrap_or_default(), canvas)?;
    }
    Ok(())
}

/// The positions of the spokes.
struct Web {
    centre: Point,
    radius: f64,
    spokes: usize,
}

impl Web {
    /// The direction of a spoke, as distances to the right and down.
    fn direction(&self, spoke: usize) -> Point {
        let angle = TAU * spoke as f64 / self.spokes.max(1) as f64;
        // The last bits of sine and cosine differ between systems.
        (rounded(angle.sin()), rounded(-angle.cos()))
    }

    fn point(&self, spoke: usize, value: f64) -> Point {
        let (right, down) = self.direction(spoke);
        let length = self.radius * value / 100.0;
        (self.centre.0 + right * length, self.centre.1 + down * length)
    }

    /// Lines through adjacent points that have a figure; a closed line if all have one.
    fn runs(&self, drawn: &Drawn) -> Vec<Vec<Point>> {
        let values = &drawn.values;
        let point = |spoke: usize| Some(self.point(spoke, values[spoke]?));
        if values.iter().all(Option::is_some) {
            let around: Vec<Point> = (0..values.len())
                .chain(0..values.len().min(1))
                .filter_map(point)
                .collect();
            return vec![around];
        }
        // From each spoke to the next, and from the last to the first.
        (0..values.len())
            .filter_map(|spoke| Some(vec![point(spoke)?, point((spoke + 1) % values.len())?]))
            .collect()
    }

    /// Draws a name and its figure outside the rim, on the side to which its spoke points.
    fn label<B: Backend>(&self, spoke: usize, name: &str, value: &str, canvas: &mut Canvas<B>) -> Result<(), Error> {
        let (right, down) = self.direction(spoke);
        let (x, y) = self.point(spoke, 100.0);
        let aside = right.abs() > 0.2;
        let room = if aside {
            f64::from(SIZE.0) / 2.0 - self.radius * right.abs() - MARGIN - AROUND
        } else {
            f64::from(SIZE.0) / 2.0
        };
        let most = if aside { NAME_LINES } else { 1 };
        let mut lines = canvas.wrapped(name, room, TEXT_SIZE, Weight::Regular, most);
        let figure = lines.len();
        lines.push(value.to_owned());
        let height = (lines.len() as f64 * TEXT_LINE).min(LABEL_HEIGHT);
        let mut top = match (aside, down < 0.0) {
            (true, _) => y - height / 2.0,
            (false, true) => y - AROUND - height,
            (false, false) => y + AROUND,
        };
        for (number, line) in lines.iter().enumerate() {
            let (weight, colour) = if number == figure {
                (Weight::Bold, palette::ACCENT)
            } else {
                (Weight::Regular, palette::TEXT)
            };
            if !aside {
                canvas.text_middle(line, (x, top), TEXT_SIZE, weight, colour)?;
            } else if right > 0.0 {
                canvas.text_left(line, (x + AROUND, top), TEXT_SIZE, weight, colour)?;
            } else {
                canvas.text_right(line, (x - AROUND, top), TEXT_SIZE, weight, colour)?;
            }
            top += TEXT_LINE;
        }
        Ok(())
    }
}
