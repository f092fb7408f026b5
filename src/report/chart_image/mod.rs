//! Takes a chart; returns a picture, as SVG or as PNG for slides. Both are the same drawing, made with plotters in the
//! built-in font.

mod backend;
mod bars;
mod canvas;
mod chain;
mod dumbbells;
mod gallery;
mod headers;
mod heat;
mod legend;
mod lettering;
mod marks;
mod multiples;
mod ranges;
mod rows;
mod strips;
mod vector;
mod wrap;

use std::error;

use plotters_bitmap::BitMapBackend;

use self::backend::Shapes;
use self::canvas::{Canvas, FINE, Text};
use self::lettering::{FAMILY, Typeface};
use self::vector::Vector;
use super::GENERATED_BY;
use super::markup::escaped;
use super::outline::{Chart, Picture as Shown};
use crate::palette;

pub use self::gallery::{Picture, gallery};

/// Width and height in units, in the proportions of a slide.
pub const SIZE: (u32, u32) = (960, 540);
/// Width and height in points of the drawing.
const FINE_SIZE: (u32, u32) = (SIZE.0 * FINE, SIZE.1 * FINE);
/// Pixels per metre, at twice the usual 96 pixels per inch.
const PIXELS_PER_METRE: u32 = 7559;

/// The margin around a picture, and the width between the margins, in units.
const MARGIN: f64 = 24.0;
const WIDTH: f64 = SIZE.0 as f64 - 2.0 * MARGIN;
/// How much wider than in our font a text may be in the one in which an SVG is shown.
const WIDER: f64 = 1.16;
const TITLE: Text = Text::new(28, palette::ACCENT).bold();
/// The most lines of a title, which names what it is about.
const TITLE_LINES: usize = 3;
/// Names and figures, legible from the back of a room.
const NAME: Text = Text::new(20, palette::TEXT);
/// Legends, axes and the caption.
const SMALL: Text = Text::new(16, palette::QUIET_TEXT);

/// Why a chart could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The built-in font cannot be read.
    #[error("het ingebouwde lettertype is niet leesbaar")]
    Font(#[from] ab_glyph::InvalidFont),
    /// The drawing itself failed.
    #[error("een grafiek kon niet getekend worden")]
    Drawing(#[source] Box<dyn error::Error + Send + Sync>),
    /// A chart that only office programs draw.
    #[error("deze grafiek bestaat alleen in het werkboek")]
    OnlyInWorkbook,
    /// The picture could not be encoded.
    #[error("een grafiek kon niet als PNG worden opgeslagen")]
    Png(#[from] png::EncodingError),
}

/// A chart as SVG, including its title and alternative text. It works as a file and within a page.
///
/// # Errors
/// If no picture is made of the chart, or if the font or the drawing fails; no content causes that.
pub fn svg(chart: &Chart) -> Result<String, Error> {
    let typeface = Typeface::embedded()?;
    let mut drawn = String::new();
    {
        let canvas = Canvas::new(Shapes::Vector(Vector::new(&mut drawn, FINE_SIZE)), &typeface);
        canvas.rectangle((0.0, 0.0), (f64::from(SIZE.0), f64::from(SIZE.1)), palette::PAPER)?;
        draw(chart, &canvas)?;
        canvas.present()?;
    }
    let ((width, height), (across, down)) = (SIZE, FINE_SIZE);
    let (title, alternative) = (escaped(&chart.title), escaped(&chart.alternative));
    Ok(format!(
        "<svg data-generator=\"{GENERATED_BY}\" role=\"img\" aria-label=\"{title}. {alternative}\" lang=\"nl-NL\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {across} {down}\" xmlns=\"http://www.w3.org/2000/svg\" font-family=\"{FAMILY}\">\n<title>{title}</title>\n{drawn}</svg>\n"
    ))
}

/// A chart as PNG, with twice as many pixels as the SVG has units.
///
/// # Errors
/// If no picture is made of the chart, or if the font, the drawing or the encoding fails; no content causes that.
pub fn png(chart: &Chart) -> Result<Vec<u8>, Error> {
    let typeface = Typeface::embedded()?;
    // The colour of paper: every channel at its maximum.
    let mut large = vec![u8::MAX; (FINE_SIZE.0 * FINE_SIZE.1 * 3) as usize];
    {
        let canvas = Canvas::new(
            Shapes::Pixels(BitMapBackend::with_buffer(&mut large, FINE_SIZE)),
            &typeface,
        );
        draw(chart, &canvas)?;
        canvas.present()?;
    }
    // Four points of the drawing are one pixel, so that slanting lines are smooth.
    let pixels = halved(&large, FINE_SIZE.0 as usize);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, FINE_SIZE.0 / 2, FINE_SIZE.1 / 2);
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

/// Averages each square of two by two points of a drawing that is `width` points wide.
fn halved(drawn: &[u8], width: usize) -> Vec<u8> {
    let line = width * 3;
    let at = |place: usize| u16::from(drawn[place]);
    let mut half = Vec::with_capacity(drawn.len() / 4);
    for top in (0..drawn.len()).step_by(2 * line) {
        for left in (top..top + line).step_by(2 * 3) {
            for channel in left..left + 3 {
                let below = channel + line;
                let sum = at(channel) + at(channel + 3) + at(below) + at(below + 3);
                half.push((sum / 4) as u8);
            }
        }
    }
    half
}

/// Draws the title above, the caption below, and between them what the chart shows.
fn draw(chart: &Chart, canvas: &Canvas) -> Result<(), Error> {
    const AFTER_TITLE: f64 = 10.0;
    let shown = chart.picture.as_ref().ok_or(Error::OnlyInWorkbook)?;
    let mut top = MARGIN - 6.0;
    for line in canvas.wrapped(&chart.title, WIDTH / WIDER, TITLE, TITLE_LINES) {
        canvas.text(&line, (MARGIN, top), TITLE)?;
        top += TITLE.line();
    }
    let bottom = f64::from(SIZE.1) - MARGIN / 2.0 - SMALL.line();
    for line in canvas.wrapped(&chart.caption, WIDTH, SMALL, 1) {
        canvas.text(&line, (MARGIN, bottom), SMALL)?;
    }
    let room = (top + AFTER_TITLE, bottom - 4.0);
    match shown {
        Shown::Chain(chain) => chain::draw(chain, room, canvas),
        Shown::Ranges(bars) => ranges::draw(bars, room, canvas),
        Shown::Dumbbells(dumbbells) => dumbbells::draw(dumbbells, room, canvas),
        Shown::Heat(heat) => heat::draw(heat, room, canvas),
        Shown::Multiples(multiples) => multiples::draw(multiples, room, canvas),
        Shown::Strips(strips) => strips::draw(strips, room, canvas),
        Shown::Bars(bars) => bars::draw(bars, room, canvas),
    }
}

#[cfg(test)]
mod tests;
