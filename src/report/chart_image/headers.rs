//! Names above columns.

use super::Error;
use super::canvas::{Canvas, Text};

/// The most lines of a name.
const LINES: usize = 3;
/// Space between the names and what is below them.
const BELOW: f64 = 5.0;

/// Draws names above columns that are `across` wide, the first from `left` on, with their last lines at one height.
/// Returns where what is below them begins.
pub(super) fn draw(
    names: &[String],
    (left, top): (f64, f64),
    across: f64,
    text: Text,
    canvas: &Canvas,
) -> Result<f64, Error> {
    let wrap = |name: &String| canvas.wrapped(name, across - 4.0, text, LINES);
    let wrapped: Vec<Vec<String>> = names.iter().map(wrap).collect();
    let most = wrapped.iter().map(Vec::len).max().unwrap_or(0) as f64;
    let bottom = top + most * text.line();
    for (column, lines) in wrapped.iter().enumerate() {
        let middle = bottom - text.line() * lines.len() as f64 / 2.0;
        let centre = left + across * (column as f64 + 0.5);
        canvas.lines(lines, (centre, middle), text.centred())?;
    }
    Ok(bottom + BELOW)
}
