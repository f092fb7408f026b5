//! Scores with the range that they may still become, a tick for the norm and an open mark for the ambition.

use super::canvas::{Canvas, Text};
use super::legend::{Key, Legend};
use super::marks::{AMBITION, SCORE, of_sign};
use super::rows::{RANGE_IN_WORDS, Rows};
use super::{Error, NAME, SMALL};
use crate::palette;
use crate::report::outline::{RangeBar, Sign};
use crate::wording::whole;

/// The part of a row that its track and its range fill.
const TRACK: f64 = 0.62;
const RANGE: f64 = 0.34;
const FIGURE: Text = NAME.bold();
const WORDS: Text = SMALL;
/// Space for a sign and a figure.
const SIGN: f64 = 24.0;
const NUMBER: f64 = 40.0;
/// Space after the tracks, in which a mark at 100 ends.
const AFTER: f64 = 18.0;

pub(super) fn draw(bars: &[RangeBar], (top, bottom): (f64, f64), canvas: &Canvas) -> Result<(), Error> {
    let legend = Legend::new(entries(bars), canvas);
    let floor = bottom - legend.height();
    legend.draw(floor, canvas)?;
    let names: Vec<&str> = bars.iter().map(|bar| bar.name.as_str()).collect();
    let widest = bars
        .iter()
        .map(|bar| canvas.width(&bar.words, WORDS))
        .fold(0.0, f64::max);
    let beside = AFTER + SIGN + NUMBER + widest;
    let rows = Rows::draw(&names, (top, floor), beside, 0.0..100.0, canvas)?;
    for (row, bar) in bars.iter().enumerate() {
        rows.band(row, (0.0, 100.0), TRACK, palette::BAND)?;
        if let Some(range) = bar.range {
            rows.band(row, range, RANGE, palette::HEAT)?;
        }
        let half = rows.half();
        if let Some(norm) = bar.norm {
            let (x, y) = rows.at(row, norm);
            canvas.rectangle((x - 4.0, y - half - 2.0), (x + 4.0, y + half + 2.0), palette::PAPER)?;
            canvas.rectangle((x - 2.5, y - half - 2.0), (x + 2.5, y + half + 2.0), palette::WARNING)?;
        }
        if let Some(score) = bar.score {
            SCORE.draw(canvas, rows.at(row, score), (half * 1.1).min(16.0))?;
        }
        if let Some(ambition) = bar.ambition {
            let (x, y) = rows.at(row, ambition);
            AMBITION.draw(canvas, (x, y - half + 1.0), 12.0)?;
        }
        write(row, bar, &rows, canvas)?;
    }
    Ok(())
}

/// The verdict, the figure and the words beside a track.
fn write(row: usize, bar: &RangeBar, rows: &Rows, canvas: &Canvas) -> Result<(), Error> {
    let colour = if bar.verdict == Sign::Short {
        palette::WARNING
    } else {
        palette::TEXT
    };
    let (left, middle) = (rows.right + AFTER, rows.middle(row));
    of_sign(bar.verdict).draw_plain(canvas, (left + 7.0, middle), 14.0)?;
    let figure = bar.score.map(whole).unwrap_or_default();
    let after = left + SIGN + NUMBER;
    canvas.text(&figure, (after - 8.0, middle), FIGURE.colour(colour).ending().beside())?;
    let from = if figure.is_empty() { left + SIGN } else { after };
    canvas.text(&bar.words, (from, middle), WORDS.colour(colour).beside())
}

fn entries(bars: &[RangeBar]) -> Vec<(Key, String)> {
    let mut entries = vec![
        (Key::Mark(SCORE), "score".to_owned()),
        (Key::Area(palette::HEAT), RANGE_IN_WORDS.to_owned()),
        (Key::Tick(palette::WARNING), "norm".to_owned()),
    ];
    if bars.iter().any(|bar| bar.ambition.is_some()) {
        entries.push((Key::Mark(AMBITION), "ambitie van de regio".to_owned()));
    }
    entries
}
