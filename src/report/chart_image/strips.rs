//! Where one stands among others: for each subject a strip with a dot for each of them, none of which has a rank.

use super::Error;
use super::canvas::Canvas;
use super::legend::{Key, Legend};
use super::marks::{Mark, Shape};
use super::rows::{RANGE_IN_WORDS, Rows};
use crate::palette;
use crate::report::outline::{Strip, Strips};
use crate::wording::at_most_one_decimal;

const OTHER: Mark = Mark {
    shape: Shape::Circle,
    colour: palette::QUIET_TEXT,
    is_open: true,
};
const OWN: Mark = Mark {
    shape: Shape::Diamond,
    colour: palette::WARNING,
    is_open: false,
};
const SIZE: f64 = 10.0;
/// Space for the figure of the one that it is about.
const FIGURE: f64 = 50.0;

pub(super) fn draw(strips: &Strips, (top, bottom): (f64, f64), canvas: &Canvas) -> Result<(), Error> {
    let legend = Legend::new(
        vec![
            (Key::Mark(OWN), strips.who.clone()),
            (Key::Level(palette::WARNING), RANGE_IN_WORDS.to_owned()),
            (Key::Mark(OTHER), "een andere regio".to_owned()),
            (Key::Area(palette::LINE), "de middelste helft van de regio's".to_owned()),
        ],
        canvas,
    );
    let floor = bottom - legend.height();
    legend.draw(floor, canvas)?;
    let names: Vec<&str> = strips.rows.iter().map(|row| row.name.as_str()).collect();
    let rows = Rows::draw(&names, (top, floor), FIGURE, 0.0..100.0, canvas)?;
    for (index, strip) in strips.rows.iter().enumerate() {
        draw_strip(index, strip, &rows, canvas)?;
    }
    Ok(())
}

fn draw_strip(index: usize, strip: &Strip, rows: &Rows, canvas: &Canvas) -> Result<(), Error> {
    rows.band(index, (0.0, 100.0), 0.62, palette::BAND)?;
    if let Some(middle) = strip.middle {
        rows.band(index, middle, 0.62, palette::LINE)?;
    }
    // Dots that would cover each other are above one another.
    let mut above = 0;
    let mut last = f64::MIN;
    for score in &strip.others {
        let (x, y) = rows.at(index, *score);
        above = if x - last < SIZE { (above + 1) % 3 } else { 0 };
        last = x;
        let away = [0.0, -1.0, 1.0][above] * rows.half() * 0.6;
        OTHER.draw(canvas, (x, y + away), SIZE)?;
    }
    let words = match strip.own.score {
        Some(own) => {
            if let Some(range) = strip.own.range {
                rows.range(index, range, rows.middle(index), palette::WARNING, canvas)?;
            }
            OWN.draw(canvas, rows.at(index, own), SIZE * 1.5)?;
            at_most_one_decimal(own)
        }
        None => "–".to_owned(),
    };
    let right = rows.right + FIGURE;
    canvas.text(
        &words,
        (right, rows.middle(index)),
        super::NAME.bold().ending().beside(),
    )
}
