//! Who sees it differently: for each subject a mark per viewer, each of its own shape, on a bar from the lowest to the
//! highest.

use super::canvas::{Canvas, Point};
use super::legend::{Key, Legend};
use super::marks::of_one;
use super::rows::{RANGE_IN_WORDS, Rows};
use super::{Error, NAME};
use crate::palette;
use crate::report::outline::{DumbbellRow, Dumbbells};
use crate::wording::whole;

const SIZE: f64 = 14.0;
/// Marks closer than this, across, are drawn above one another.
const APART: f64 = 17.0;
/// Space for the difference.
const DIFFERENCE: f64 = 56.0;

pub(super) fn draw(dumbbells: &Dumbbells, (top, bottom): (f64, f64), canvas: &Canvas) -> Result<(), Error> {
    let has_norm = dumbbells.rows.iter().any(|row| row.norm.is_some());
    let who = dumbbells.who.iter().enumerate();
    let mut entries: Vec<(Key, String)> = who.map(|(one, name)| (Key::Mark(of_one(one)), name.clone())).collect();
    if has_norm {
        entries.push((Key::Tick(palette::WARNING), "norm".to_owned()));
    }
    if dumbbells.rows.iter().any(has_range) {
        entries.push((Key::Level(palette::QUIET_TEXT), RANGE_IN_WORDS.to_owned()));
    }
    entries.push((Key::Words, "rechts: het verschil in punten".to_owned()));
    let legend = Legend::new(entries, canvas);
    let floor = bottom - legend.height();
    legend.draw(floor, canvas)?;
    let names: Vec<&str> = dumbbells.rows.iter().map(|row| row.name.as_str()).collect();
    let rows = Rows::draw(&names, (top, floor), DIFFERENCE, 0.0..100.0, canvas)?;
    for (index, row) in dumbbells.rows.iter().enumerate() {
        draw_row(index, row, &rows, canvas)?;
    }
    Ok(())
}

fn draw_row(index: usize, row: &DumbbellRow, rows: &Rows, canvas: &Canvas) -> Result<(), Error> {
    rows.band(index, (0.0, 100.0), 0.1, palette::BAND)?;
    let known = || row.scores.iter().filter_map(|seen| seen.score);
    let (lowest, highest) = (known().fold(f64::MAX, f64::min), known().fold(f64::MIN, f64::max));
    if lowest < highest {
        rows.band(index, (lowest, highest), 0.16, palette::LINE)?;
    }
    if let Some(norm) = row.norm {
        let (x, y) = rows.at(index, norm);
        canvas.rectangle((x - 2.0, y - rows.half()), (x + 2.0, y + rows.half()), palette::WARNING)?;
    }
    let marks = row.scores.iter().enumerate();
    let marks: Vec<(usize, Point)> = marks
        .filter_map(|(one, seen)| Some((one, rows.at(index, seen.score?))))
        .collect();
    for (one, at) in apart(marks, rows.height) {
        let mark = of_one(one);
        if let Some(range) = row.scores[one].range {
            rows.range(index, range, at.1, mark.colour, canvas)?;
        }
        mark.draw(canvas, at, SIZE)?;
    }
    let middle = rows.middle(index);
    let difference = if lowest < highest {
        // The difference of the figures as they are shown elsewhere.
        whole(crate::scoring::precision::shown(highest) - crate::scoring::precision::shown(lowest))
    } else {
        String::new()
    };
    let right = rows.right + DIFFERENCE;
    canvas.text(&difference, (right, middle), NAME.bold().ending().beside())
}

/// Whether a range is more than its score.
fn has_range(row: &DumbbellRow) -> bool {
    let ranges = row.scores.iter().filter(|seen| seen.score.is_some());
    ranges.filter_map(|seen| seen.range).any(|(low, high)| low < high)
}

/// Moves marks that would cover each other up and down, as far as their row allows.
fn apart(mut marks: Vec<(usize, Point)>, height: f64) -> Vec<(usize, Point)> {
    marks.sort_by(|one, other| one.1.0.total_cmp(&other.1.0));
    let mut placed = Vec::new();
    for close in marks.chunk_by(|one, next| next.1.0 - one.1.0 < APART) {
        let step = (SIZE + 1.0).min((height - SIZE) / (close.len().max(2) - 1) as f64);
        let first = -step * (close.len() as f64 - 1.0) / 2.0;
        let moved = close.iter().enumerate();
        placed.extend(moved.map(|(index, (one, (x, y)))| (*one, (*x, y + first + step * index as f64))));
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_at_the_same_figure_are_above_one_another() {
        let placed = apart(vec![(0, (50.0, 10.0)), (1, (200.0, 10.0)), (2, (50.0, 10.0))], 60.0);
        // 15 apart, around the middle at 10.
        assert_eq!(placed, [(0, (50.0, 2.5)), (2, (50.0, 17.5)), (1, (200.0, 10.0))]);
    }
}
