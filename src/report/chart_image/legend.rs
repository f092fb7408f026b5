//! A legend: what each mark means, in as many lines as needed.

use super::canvas::{Canvas, Text};
use super::marks::Mark;
use super::{Error, SMALL, WIDER, WIDTH};
use crate::palette;

/// What a legend explains.
#[derive(Clone, Copy)]
pub(super) enum Key {
    Mark(Mark),
    /// An area in a colour, with an edge.
    Area(u32),
    /// An area with slanting lines.
    Hatched,
    /// An upright line.
    Tick(u32),
    /// A level line.
    Level(u32),
    /// Only words.
    Words,
}

/// A legend within the margins of a picture.
pub(super) struct Legend {
    lines: Vec<Vec<(Key, String, f64)>>,
}

/// The size of a sample, and the space after it and between entries.
const SAMPLE: f64 = 22.0;
const AFTER: f64 = 7.0;
const BETWEEN: f64 = 24.0;
const TEXT: Text = SMALL;
const LINE: f64 = 24.0;

impl Legend {
    pub(super) fn new(entries: Vec<(Key, String)>, canvas: &Canvas) -> Self {
        let mut lines: Vec<Vec<(Key, String, f64)>> = Vec::new();
        let mut left = WIDTH;
        for (key, words) in entries {
            let width = sample(key) + canvas.width(&words, TEXT) * WIDER + BETWEEN;
            match lines.last_mut().filter(|_| left + width - BETWEEN <= WIDTH) {
                Some(line) => line.push((key, words, width)),
                None => {
                    left = 0.0;
                    lines.push(vec![(key, words, width)]);
                }
            }
            left += width;
        }
        Self { lines }
    }

    pub(super) fn height(&self) -> f64 {
        self.lines.len() as f64 * LINE
    }

    /// Draws the legend from `top` down.
    pub(super) fn draw(&self, top: f64, canvas: &Canvas) -> Result<(), Error> {
        let mut middle = top + LINE / 2.0;
        for line in &self.lines {
            let mut left = super::MARGIN;
            for (key, words, width) in line {
                key.draw(left, middle, canvas)?;
                canvas.text(words, (left + sample(*key), middle), TEXT.beside())?;
                left += width;
            }
            middle += LINE;
        }
        Ok(())
    }
}

/// The width of a sample with the space after it.
fn sample(key: Key) -> f64 {
    match key {
        Key::Words => 0.0,
        Key::Mark(_) | Key::Tick(_) => SAMPLE * 0.7 + AFTER,
        Key::Area(_) | Key::Hatched | Key::Level(_) => SAMPLE + AFTER,
    }
}

impl Key {
    fn draw(self, left: f64, middle: f64, canvas: &Canvas) -> Result<(), Error> {
        const HALF: f64 = 7.0;
        let right = left + SAMPLE;
        let corners = [
            (left, middle - HALF),
            (right, middle - HALF),
            (right, middle + HALF),
            (left, middle + HALF),
        ];
        let centre = (left + SAMPLE * 0.35, middle);
        match self {
            Key::Mark(mark) => mark.draw(canvas, centre, 13.0),
            Key::Area(colour) => {
                canvas.polygon(&corners, colour)?;
                canvas.outline(&corners, palette::QUIET_TEXT, 1.0)
            }
            Key::Hatched => {
                canvas.hatching(&corners, palette::TOO_FEW)?;
                canvas.outline(&corners, palette::QUIET_TEXT, 1.0)
            }
            Key::Tick(colour) => {
                canvas.rectangle((centre.0 - 2.0, middle - 9.0), (centre.0 + 2.0, middle + 9.0), colour)
            }
            Key::Level(colour) => canvas.rectangle((left, middle - 2.0), (right, middle + 2.0), colour),
            Key::Words => Ok(()),
        }
    }
}
