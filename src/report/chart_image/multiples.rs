//! Small charts with one axis: for each subject its scores over the years, with the range of each.

use plotters::element::Rectangle;
use plotters::series::LineSeries;
use plotters::style::Color;

use super::canvas::{Canvas, Plot, Text, drawing, position, rgb};
use super::legend::{Key, Legend};
use super::marks::{Mark, SCORE};
use super::{Error, MARGIN, WIDTH};
use crate::palette;
use crate::report::outline::{Multiples, Panel};
use crate::wording::{at_most_one_decimal, whole};

/// The most charts next to each other.
const ACROSS: usize = 4;
const NAME: Text = Text::new(16, palette::TEXT).bold();
const FIGURE: Text = Text::new(16, palette::ACCENT).bold();
const YEAR: Text = Text::new(14, palette::QUIET_TEXT);
/// Space for the numbers along the shared axis, and between charts.
const AXIS: f64 = 34.0;
const BETWEEN: f64 = 14.0;
/// A year with other participants than the year before.
const CHANGED: Mark = Mark { is_open: true, ..SCORE };

pub(super) fn draw(multiples: &Multiples, (top, bottom): (f64, f64), canvas: &Canvas) -> Result<(), Error> {
    let legend = Legend::new(entries(multiples), canvas);
    let floor = bottom - legend.height();
    legend.draw(floor, canvas)?;
    let down = multiples.panels.len().div_ceil(ACROSS).max(1);
    let (across, height) = ((WIDTH - AXIS) / ACROSS as f64, (floor - top) / down as f64);
    for (index, panel) in multiples.panels.iter().enumerate() {
        let left = MARGIN + AXIS + across * (index % ACROSS) as f64;
        let above = top + height * (index / ACROSS) as f64;
        let name = canvas.wrapped(&panel.name, across - BETWEEN, NAME, 1);
        canvas.lines(&name, (left, above + NAME.line() / 2.0), NAME)?;
        let corners = (
            (left, above + NAME.line() + 4.0),
            (left + across - BETWEEN, above + height - YEAR.line() - 8.0),
        );
        draw_panel(multiples, panel, corners, index % ACROSS == 0, canvas)?;
    }
    Ok(())
}

fn draw_panel(
    multiples: &Multiples,
    panel: &Panel,
    ((left, top), (right, bottom)): ((f64, f64), (f64, f64)),
    is_first: bool,
    canvas: &Canvas,
) -> Result<(), Error> {
    let years = multiples.years.len() as f64;
    canvas.rectangle((left, top), (right, bottom), palette::BAND)?;
    let plot = canvas.plot((left, top), (right, bottom), None, (-0.5..years - 0.5, 0.0..100.0))?;
    for mark in [0.0, 50.0, 100.0] {
        let (_, y) = position(&plot, 0.0, mark);
        canvas.line(&[(left, y), (right, y)], palette::LINE, 1.0)?;
        if is_first {
            canvas.text(&whole(mark), (left - 6.0, y), YEAR.ending().beside())?;
        }
    }
    if let Some(norm) = panel.norm {
        let ((_, y), x) = (position(&plot, years - 1.0, norm), position(&plot, years - 1.0, 0.0).0);
        canvas.rectangle((x - 15.0, y - 2.0), (x + 15.0, y + 2.0), palette::WARNING)?;
    }
    draw_points(multiples, panel, &plot, canvas)?;
    for (index, year) in multiples.years.iter().enumerate() {
        let (x, _) = position(&plot, index as f64, 0.0);
        canvas.text(&year.to_string(), (x, bottom + 4.0), YEAR.centred())?;
    }
    Ok(())
}

fn draw_points(multiples: &Multiples, panel: &Panel, plot: &Plot, canvas: &Canvas) -> Result<(), Error> {
    let points = || panel.points.iter().enumerate();
    for (index, point) in points() {
        if let Some((low, high)) = point.range {
            let x = index as f64;
            let range = Rectangle::new([(x - 0.07, high), (x + 0.07, low)], rgb(palette::HEAT).filled());
            plot.plotting_area().draw(&range).map_err(drawing)?;
        }
    }
    // A year without a score is a gap in the line.
    let scored: Vec<(usize, Option<f64>)> = points().map(|(index, point)| (index, point.score)).collect();
    for run in scored.split(|(_, score)| score.is_none()) {
        let run = run.iter().filter_map(|(index, score)| Some((*index as f64, (*score)?)));
        let line = LineSeries::new(run, rgb(palette::ACCENT).stroke_width(super::canvas::fine(2.5) as u32));
        for element in line {
            plot.plotting_area().draw(&element).map_err(drawing)?;
        }
    }
    for (index, score) in scored {
        let Some(score) = score else { continue };
        let (x, y) = position(plot, index as f64, score);
        let is_changed = multiples.changed.contains(&multiples.years[index]);
        let mark = if is_changed { CHANGED } else { SCORE };
        mark.draw(canvas, (x, y), 11.0)?;
        // Above the mark, or below it if the tick of the norm or the edge of the chart is there.
        let norm = panel.norm.filter(|_| index + 1 == multiples.years.len());
        let distance = |figure: f64| y - position(plot, 0.0, figure).1;
        let is_taken = norm.is_some_and(|norm| (4.0..28.0).contains(&distance(norm))) || distance(100.0) < 24.0;
        let beside = if is_taken { y + 16.0 } else { y - 15.0 };
        canvas.text(&at_most_one_decimal(score), (x, beside), FIGURE.centred().beside())?;
    }
    Ok(())
}

fn entries(multiples: &Multiples) -> Vec<(Key, String)> {
    let mut entries = vec![
        (Key::Mark(SCORE), "score".to_owned()),
        (
            Key::Area(palette::HEAT),
            "bereik: wat de score nog kon worden".to_owned(),
        ),
        (Key::Level(palette::WARNING), "norm van het laatste jaar".to_owned()),
    ];
    if !multiples.changed.is_empty() {
        entries.push((Key::Mark(CHANGED), "andere deelnemers dan het jaar ervoor".to_owned()));
    }
    entries
}
