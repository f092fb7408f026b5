//! Takes a chart and its table; returns a picture, as SVG or as PNG for slides.

mod canvas;
mod columns;
mod gallery;
mod lettering;
mod radar;

use std::error;

use plotters_backend::DrawingBackend;
use plotters_bitmap::BitMapBackend;
use plotters_svg::SVGBackend;

use self::canvas::{Backend, Canvas, Weight};
use super::GENERATED_BY;
use super::markup::escaped;
use super::outline::{Cell, Chart, ChartKind, Look, Table};
use crate::palette;

pub use self::gallery::{Picture, gallery};

/// Width and height in units, in the proportions of a slide.
pub const SIZE: (u32, u32) = (960, 540);
/// Pixels per unit in a PNG.
const PNG_SCALE: u32 = 2;
/// The factor by which a PNG is drawn larger and then scaled down, so that slanting lines are smooth.
const OVERSIZE: u32 = 2;
/// Pixels per metre, at twice the usual 96 pixels per inch.
const PIXELS_PER_METRE: u32 = 7559;

/// The margin around a picture, in units.
const MARGIN: f64 = 24.0;
const TITLE_SIZE: u32 = 28;
const TITLE_LINE: f64 = 36.0;
/// Size of names and figures, legible from the back of a room.
const TEXT_SIZE: u32 = 20;
const TEXT_LINE: f64 = 25.0;
const LEGEND_HEIGHT: f64 = 34.0;
/// The width of a norm's line, and of the edge in the colour of paper around it on a column.
const NORM_WIDTH: f64 = 4.0;
const NORM_AROUND: f64 = 9.0;

/// Why a chart could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The built-in font cannot be read.
    #[error("het ingebouwde lettertype is niet leesbaar")]
    Font(#[from] ab_glyph::InvalidFont),
    /// The drawing itself failed.
    #[error("een grafiek kon niet getekend worden")]
    Drawing(#[source] Box<dyn error::Error + Send + Sync>),
    /// A chart of a comparison, which only office programs draw.
    #[error("deze grafiek bestaat alleen in het werkboek")]
    OnlyInWorkbook,
    /// The picture could not be encoded.
    #[error("een grafiek kon niet als PNG worden opgeslagen")]
    Png(#[from] png::EncodingError),
}

/// A chart of `table` as SVG, including its title and alternative text. It works as a file and within a page.
///
/// # Errors
/// If the font or the drawing fails; no content causes that.
pub fn svg(chart: &Chart, table: &Table) -> Result<String, Error> {
    let mut drawing = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut drawing, SIZE);
        let mut canvas = Canvas::new(&mut backend, 1)?;
        canvas.rectangle((0.0, 0.0), (f64::from(SIZE.0), f64::from(SIZE.1)), palette::PAPER)?;
        draw(chart, table, &mut canvas)?;
        backend.present().map_err(|error| Error::Drawing(Box::new(error)))?;
    }
    let labelled = format!(
        "<svg data-generator=\"{GENERATED_BY}\" role=\"img\" aria-label=\"{}. {}\" ",
        escaped(&chart.title),
        escaped(&chart.alternative)
    );
    let drawing = drawing.replacen("<svg ", &labelled, 1);
    let title = format!(">\n<title>{}</title>", escaped(&chart.title));
    Ok(drawing.replacen('>', &title, 1))
}

/// A chart of `table` as PNG, with twice as many pixels as the SVG has units.
///
/// # Errors
/// If the font, the drawing or the encoding fails; no content causes that.
pub fn png(chart: &Chart, table: &Table) -> Result<Vec<u8>, Error> {
    let scale = PNG_SCALE * OVERSIZE;
    let (width, height) = (SIZE.0 * scale, SIZE.1 * scale);
    // The colour of paper: every channel at its maximum.
    let mut large = vec![u8::MAX; (width * height * 3) as usize];
    {
        let mut backend = BitMapBackend::with_buffer(&mut large, (width, height));
        draw(chart, table, &mut Canvas::new(&mut backend, scale)?)?;
        backend.present().map_err(|error| Error::Drawing(Box::new(error)))?;
    }
    let pixels = scaled_down(&large, width as usize, OVERSIZE as usize);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, SIZE.0 * PNG_SCALE, SIZE.1 * PNG_SCALE);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: PIXELS_PER_METRE,
        yppu: PIXELS_PER_METRE,
        unit: png::Unit::Meter,
    }));
    encoder.add_text_chunk("Software".to_owned(), GENERATED_BY.to_owned())?;
    encoder.add_itxt_chunk("Title".to_owned(), chart.title.clone())?;
    encoder.add_itxt_chunk("Description".to_owned(), chart.alternative.clone())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}

/// Averages each square of `side` by `side` pixels of a picture that is `width` pixels wide.
fn scaled_down(large: &[u8], width: usize, side: usize) -> Vec<u8> {
    let (columns, rows) = (width / side, large.len() / 3 / width / side);
    let mut small = Vec::with_capacity(columns * rows * 3);
    for row in 0..rows {
        for column in 0..columns {
            for channel in 0..3 {
                let mut sum = 0;
                for y in 0..side {
                    for x in 0..side {
                        let pixel = (row * side + y) * width + column * side + x;
                        sum += usize::from(large[pixel * 3 + channel]);
                    }
                }
                small.push((sum / (side * side)) as u8);
            }
        }
    }
    small
}

fn draw<B: Backend>(chart: &Chart, table: &Table, canvas: &mut Canvas<B>) -> Result<(), Error> {
    let (width, height) = (f64::from(SIZE.0), f64::from(SIZE.1));
    let title = canvas.wrapped(&chart.title, width - 2.0 * MARGIN, TITLE_SIZE, Weight::Bold, 3);
    let mut top = MARGIN;
    for line in &title {
        canvas.text_left(line, (MARGIN, top), TITLE_SIZE, Weight::Bold, palette::ACCENT)?;
        top += TITLE_LINE;
    }
    let figures = Figures::of(chart, table);
    let mut bottom = height - MARGIN;
    if figures.series.len() > 1 {
        bottom -= LEGEND_HEIGHT;
        legend(&figures, bottom + LEGEND_HEIGHT / 2.0, canvas)?;
    }
    match chart.kind {
        ChartKind::Columns => columns::draw(&figures, (top + MARGIN, bottom), canvas),
        ChartKind::Radar => radar::draw(&figures, (top, bottom), canvas),
        ChartKind::Lines { .. } | ChartKind::Stacked | ChartKind::Spread => Err(Error::OnlyInWorkbook),
    }
}

/// What a chart draws, taken from its table.
struct Figures<'t> {
    names: Vec<&'t str>,
    series: Vec<Drawn<'t>>,
}

/// A series: its name, look and figures.
struct Drawn<'t> {
    name: &'t str,
    look: Look,
    values: Vec<Option<f64>>,
}

impl<'t> Figures<'t> {
    fn of(chart: &Chart, table: &'t Table) -> Self {
        let names = table.cells(chart.names).map(|cell| match cell {
            Cell::Text(name) => name.as_str(),
            _ => "",
        });
        let series = chart.series.iter().filter_map(|series| {
            Some(Drawn {
                name: &table.columns[table.position(series.column)?].header,
                look: series.look,
                values: table.cells(series.column).map(value).collect(),
            })
        });
        Self {
            names: names.collect(),
            series: series.collect(),
        }
    }
}

/// The figure of a cell on an axis from 0 to 100.
fn value(cell: &Cell) -> Option<f64> {
    let value = match cell {
        Cell::Score(figure) | Cell::FineScore(figure) | Cell::Points(figure) | Cell::FinePoints(figure) => *figure,
        Cell::Share(share) => share.map(|share| share * 100.0),
        Cell::Number(number) => Some(*number),
        Cell::Text(_) | Cell::Verdict(_) | Cell::Entry(_) | Cell::PlanStatus(_) => None,
    };
    value.map(|value| value.clamp(0.0, 100.0))
}

fn colour(look: Look) -> u32 {
    match look {
        Look::Score | Look::Real | Look::Bound | Look::Sum => palette::ACCENT,
        Look::Norm | Look::Gap => palette::WARNING,
        Look::Apparent(_) | Look::Base | Look::Band(_) => palette::QUIET_TEXT,
    }
}

/// The line of a norm, with an edge in the colour of paper so that it stands out on a column.
fn norm<B: Backend>(points: &[canvas::Point], canvas: &mut Canvas<B>) -> Result<(), Error> {
    canvas.dashed(points, palette::PAPER, NORM_AROUND)?;
    canvas.dashed(points, colour(Look::Norm), NORM_WIDTH)
}

/// A centred legend with a sample of each series and its name.
fn legend<B: Backend>(figures: &Figures, middle: f64, canvas: &mut Canvas<B>) -> Result<(), Error> {
    const SAMPLE: f64 = 60.0;
    const SPACE: f64 = 10.0;
    const BETWEEN: f64 = 36.0;
    let widths: Vec<f64> = figures
        .series
        .iter()
        .map(|drawn| SAMPLE + SPACE + canvas.width(drawn.name, TEXT_SIZE, Weight::Regular))
        .collect();
    let total = widths.iter().sum::<f64>() + BETWEEN * (widths.len() as f64 - 1.0);
    let mut left = (f64::from(SIZE.0) - total) / 2.0;
    for (drawn, width) in figures.series.iter().zip(widths) {
        let colour = colour(drawn.look);
        if drawn.look == Look::Norm {
            norm(&[(left, middle), (left + SAMPLE, middle)], canvas)?;
        } else {
            canvas.rectangle((left, middle - 8.0), (left + SAMPLE, middle + 8.0), colour)?;
        }
        let at = (left + SAMPLE + SPACE, middle - TEXT_LINE / 2.0 + 2.0);
        canvas.text_left(drawn.name, at, TEXT_SIZE, Weight::Regular, palette::TEXT)?;
        left += width + BETWEEN;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
