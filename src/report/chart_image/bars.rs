//! Amounts in points: for each subject a bar in parts, to the left of zero if negative, with their sum as a mark.

use std::ops::Range;

use super::canvas::Canvas;
use super::legend::{Key, Legend};
use super::marks::{Mark, Shape};
use super::rows::Rows;
use super::{Error, NAME};
use crate::palette;
use crate::report::outline::{Bar, Bars};
use crate::wording::{at_most_one_decimal, with_sign};

const SUM: Mark = Mark {
    shape: Shape::Diamond,
    colour: palette::WARNING,
    is_open: true,
};
/// Space for the figure of a row.
const FIGURE: f64 = 56.0;
/// The axis reaches to a multiple of this.
const REACH: f64 = 10.0;

pub(super) fn draw(bars: &Bars, (top, bottom): (f64, f64), canvas: &Canvas) -> Result<(), Error> {
    let is_change = bars.rows.iter().any(|row| row.total.is_some());
    let legend = Legend::new(entries(bars, is_change), canvas);
    let floor = bottom - legend.height();
    legend.draw(floor, canvas)?;
    let names: Vec<&str> = bars.rows.iter().map(|row| row.name.as_str()).collect();
    let axis = axis(&bars.rows);
    let rows = Rows::draw(&names, (top, floor), FIGURE, axis.clone(), canvas)?;
    for index in 0..bars.rows.len() {
        rows.band(index, (axis.start, axis.end), 0.62, palette::BAND)?;
    }
    let ((x, middle), last) = (rows.at(0, 0.0), rows.middle(bars.rows.len().max(1) - 1));
    let (above, below) = (middle - rows.height / 2.0, last + rows.height / 2.0);
    canvas.rectangle((x - 1.0, above), (x + 1.0, below), palette::QUIET_TEXT)?;
    for (index, row) in bars.rows.iter().enumerate() {
        draw_parts(index, &row.parts, is_change, &rows, canvas)?;
        if let Some(total) = row.total {
            SUM.draw(canvas, rows.at(index, total), 14.0)?;
        }
        let place = (rows.right + FIGURE, rows.middle(index));
        canvas.text(&figure(row), place, NAME.bold().ending().beside())?;
    }
    Ok(())
}

/// The axis: zero, and round figures beyond every part and total.
fn axis(rows: &[Bar]) -> Range<f64> {
    let reach = |sign: f64| {
        let side = |row: &Bar| {
            let parts: f64 = row.parts.iter().map(|part| (part * sign).max(0.0)).sum();
            parts.max(row.total.unwrap_or(0.0) * sign)
        };
        (rows.iter().map(side).fold(0.0, f64::max) / REACH).ceil() * REACH
    };
    let start = 0.0 - reach(-1.0);
    start..reach(1.0).max(start + REACH)
}

/// The figure of a row: the total of a change with its sign, or the amount.
fn figure(row: &Bar) -> String {
    match (row.total, row.parts.as_slice()) {
        (Some(total), _) => with_sign(at_most_one_decimal(total)),
        (None, []) => "–".to_owned(),
        (None, parts) => at_most_one_decimal(parts.iter().sum()),
    }
}

fn draw_parts(index: usize, parts: &[f64], is_change: bool, rows: &Rows, canvas: &Canvas) -> Result<(), Error> {
    let (mut left, mut right) = (0.0, 0.0);
    for (part, amount) in parts.iter().enumerate() {
        let end = if *amount < 0.0 { &mut left } else { &mut right };
        let (from, to) = (*end, *end + amount);
        *end = to;
        if from == to {
            continue;
        }
        let (from, to) = (from.min(to), from.max(to));
        rows.band(index, (from, to), 0.5, colour(part, is_change))?;
        // An edge separates two parts for people who cannot distinguish their colours.
        let ((x, y), (end, _)) = (rows.at(index, from), rows.at(index, to));
        let half = rows.height / 4.0;
        canvas.outline(
            &[(x, y - half), (end, y - half), (end, y + half), (x, y + half)],
            palette::TEXT,
            1.0,
        )?;
    }
    Ok(())
}

/// The colour of a part: of a change, or of an amount that is too little.
fn colour(part: usize, is_change: bool) -> u32 {
    match part.checked_sub(1) {
        None if is_change => palette::ACCENT,
        None => palette::WARNING,
        Some(apparent) => palette::APPARENT[apparent.min(palette::APPARENT.len() - 1)],
    }
}

fn entries(bars: &Bars, is_change: bool) -> Vec<(Key, String)> {
    let parts = bars.parts.iter().enumerate();
    let mut entries: Vec<(Key, String)> = parts
        .map(|(part, name)| (Key::Area(colour(part, is_change)), name.clone()))
        .collect();
    if is_change {
        entries.push((Key::Mark(SUM), "totaal".to_owned()));
    }
    entries
}
