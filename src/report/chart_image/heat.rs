//! A table whose colour means below the norm: the darker, the further below; hatched where too few answered.

use super::canvas::{Canvas, Point, Text};
use super::headers;
use super::legend::{Key, Legend};
use super::{Error, MARGIN, NAME, SMALL, WIDTH};
use crate::palette;
use crate::report::outline::{Heat, HeatCell};
use crate::wording::whole;

const NAMES: f64 = 170.0;
const HEADER: Text = Text::new(14, palette::ACCENT).bold();
const SHORT: Text = Text::new(13, palette::TEXT);
const GAP: f64 = 2.0;

pub(super) fn draw(heat: &Heat, (top, bottom): (f64, f64), canvas: &Canvas) -> Result<(), Error> {
    let legend = Legend::new(entries(heat), canvas);
    let floor = bottom - legend.height();
    legend.draw(floor, canvas)?;
    let across = (WIDTH - NAMES) / heat.columns.len().max(1) as f64;
    let left = |column: usize| MARGIN + NAMES + across * column as f64;
    let start = headers::draw(&heat.columns, (left(0), top), across, HEADER, canvas)?;
    let height = (floor - 6.0 - start) / heat.rows.len().max(1) as f64;
    for (row, (name, cells)) in heat.rows.iter().enumerate() {
        let above = start + height * row as f64;
        let middle = above + height / 2.0;
        let text = SMALL.colour(palette::TEXT);
        let lines = canvas.wrapped(name, NAMES - 10.0, text, 2);
        canvas.lines(&lines, (MARGIN, middle), text)?;
        for (column, cell) in cells.iter().enumerate() {
            let (from, to) = (left(column) + GAP, left(column) + across - GAP);
            let corners = [
                (from, above + GAP),
                (to, above + GAP),
                (to, above + height - GAP),
                (from, above + height - GAP),
            ];
            draw_cell(*cell, &corners, (f64::midpoint(from, to), middle), canvas)?;
        }
    }
    Ok(())
}

fn draw_cell(cell: HeatCell, corners: &[Point], centre: Point, canvas: &Canvas) -> Result<(), Error> {
    match cell {
        HeatCell::Nothing => canvas.text("–", centre, SMALL.centred().beside()),
        HeatCell::TooFew => {
            canvas.hatching(corners, palette::TOO_FEW)?;
            canvas.outline(corners, palette::LINE, 1.0)
        }
        HeatCell::Score { score, short } => {
            canvas.polygon(corners, palette::shortfall(short))?;
            canvas.outline(corners, palette::LINE, 1.0)?;
            let colour = palette::on_shortfall(short);
            let figure = NAME.bold().colour(colour).centred().beside();
            if short < 1.0 {
                return canvas.text(&whole(score), centre, figure);
            }
            let (x, y) = centre;
            let below = format!("–{}", whole(short));
            canvas.text(&whole(score), (x - 14.0, y), figure)?;
            canvas.text(&below, (x + 4.0, y + 1.0), SHORT.colour(colour).beside())
        }
    }
}

fn entries(heat: &Heat) -> Vec<(Key, String)> {
    let mut entries: Vec<(Key, String)> = palette::SHORTFALLS
        .into_iter()
        .map(|(from, to, colour)| {
            let words = match (from, to) {
                (0, _) => "op of net onder de norm".to_owned(),
                (from, Some(to)) => format!("{from}–{to} eronder"),
                (from, None) => format!("{from} of meer eronder"),
            };
            (Key::Area(colour), words)
        })
        .collect();
    let cells = || heat.rows.iter().flat_map(|(_, cells)| cells);
    if cells().any(|cell| *cell == HeatCell::TooFew) {
        entries.push((Key::Hatched, "te weinig antwoorden".to_owned()));
    }
    if cells().any(|cell| *cell == HeatCell::Nothing) {
        entries.push((Key::Words, format!("–: {}", HeatCell::NOT_ASKED)));
    }
    entries
}
