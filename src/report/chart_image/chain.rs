//! The chain: for each practice an arrow per step, whose tint, edge and sign say whether it holds a case.

use super::canvas::{Canvas, Point, Text};
use super::headers;
use super::legend::{Key, Legend};
use super::marks::of_sign;
use super::{Error, MARGIN, SMALL, WIDTH};
use crate::palette;
use crate::report::outline::{Chain, ChainLink, Sign};
use crate::wording::whole;

/// The width of the names of practices.
const NAMES: f64 = 180.0;
const STEP: Text = Text::new(15, palette::ACCENT).bold();
/// Space between arrows, and how far their points reach.
const BETWEEN: f64 = 4.0;
const POINT: f64 = 14.0;
const TALLEST: f64 = 76.0;
const RANGE: Text = Text::new(17, palette::TEXT).bold();
const PRACTICE: Text = Text::new(18, palette::TEXT);
const PART: Text = Text::new(14, palette::TEXT);

pub(super) fn draw(chain: &Chain, (top, bottom): (f64, f64), canvas: &Canvas) -> Result<(), Error> {
    let legend = Legend::new(entries(chain), canvas);
    let floor = bottom - legend.height();
    legend.draw(floor, canvas)?;
    let across = (WIDTH - NAMES) / chain.steps.len().max(1) as f64;
    let left = |step: usize| MARGIN + NAMES + across * step as f64;
    let start = headers::draw(&chain.steps, (left(0), top), across, STEP, canvas)?;
    let row = (floor - 8.0 - start) / chain.practices.len().max(1) as f64;
    let half = (row - 8.0).min(TALLEST) / 2.0;
    for (index, (name, links)) in chain.practices.iter().enumerate() {
        let middle = start + row * (index as f64 + 0.5);
        let (text, most) = if half < PRACTICE.line() * 1.5 {
            (SMALL.colour(palette::TEXT), 2)
        } else {
            (PRACTICE, 3)
        };
        let lines = canvas.wrapped(name, NAMES - 8.0, text, most);
        canvas.lines(&lines, (MARGIN, middle), text)?;
        for (step, link) in links.iter().enumerate() {
            let corners = arrow(left(step), left(step) + across - BETWEEN, middle, half);
            let centre = (left(step) + f64::midpoint(across - BETWEEN, POINT), middle);
            draw_link(link, &corners, centre, half, canvas)?;
        }
    }
    Ok(())
}

/// An arrow to the right, with a notch in which the one before it fits.
fn arrow(left: f64, right: f64, middle: f64, half: f64) -> [Point; 6] {
    let shoulder = right - POINT + BETWEEN;
    [
        (left, middle - half),
        (shoulder, middle - half),
        (right + BETWEEN, middle),
        (shoulder, middle + half),
        (left, middle + half),
        (left + POINT, middle),
    ]
}

fn draw_link(link: &ChainLink, corners: &[Point], centre: Point, half: f64, canvas: &Canvas) -> Result<(), Error> {
    let words = if link.range.is_empty() { "" } else { link.range.as_str() };
    let colour = match link.state {
        Sign::Good => {
            canvas.polygon(corners, palette::ACCENT)?;
            palette::PAPER
        }
        Sign::Uncertain => {
            canvas.polygon(corners, palette::BAND)?;
            canvas.hatching(corners, palette::HEAT)?;
            canvas.outline(corners, palette::ACCENT, 1.5)?;
            palette::TEXT
        }
        Sign::Short => {
            canvas.dashed(corners, palette::WARNING, 3.0)?;
            palette::WARNING
        }
        Sign::Unknown => {
            canvas.outline(corners, palette::LINE, 1.5)?;
            palette::QUIET_TEXT
        }
    };
    let has_part = !link.part.is_empty() && half >= PART.line() + 4.0;
    let (upper, lower) = if has_part { (-9.0, 12.0) } else { (0.0, 0.0) };
    let sign_width = if words.is_empty() { 0.0 } else { 18.0 };
    let wide = canvas.width(words, RANGE) + sign_width;
    if link.state == Sign::Uncertain {
        // Behind figures there are no lines.
        let wide = wide.max(if has_part { canvas.width(link.part, PART) } else { 0.0 }) / 2.0 + 4.0;
        let (above, below) = (upper - 12.0, lower + 11.0);
        canvas.rectangle(
            (centre.0 - wide, centre.1 + above),
            (centre.0 + wide, centre.1 + below),
            palette::BAND,
        )?;
    }
    let from = centre.0 - wide / 2.0;
    let at = if words.is_empty() { centre.0 } else { from + 6.5 };
    let mark = of_sign(link.state).colour(colour);
    mark.draw_plain(canvas, (at, centre.1 + upper), 13.0)?;
    canvas.text(
        words,
        (from + sign_width, centre.1 + upper),
        RANGE.colour(colour).beside(),
    )?;
    if has_part {
        canvas.text(
            link.part,
            (centre.0, centre.1 + lower),
            PART.colour(colour).centred().beside(),
        )?;
    }
    Ok(())
}

fn entries(chain: &Chain) -> Vec<(Key, String)> {
    let threshold = whole(chain.threshold);
    let states = [
        (Sign::Good, format!("houdt vast (laagste waarde {threshold} of meer)")),
        (Sign::Uncertain, "niet zeker".to_owned()),
        (Sign::Short, format!("loopt vast (hoogste waarde onder {threshold})")),
        (Sign::Unknown, "onbekend".to_owned()),
    ];
    let links = || chain.practices.iter().flat_map(|(_, links)| links);
    let shown = states
        .into_iter()
        .filter(|(state, _)| links().any(|link| link.state == *state));
    let mut entries: Vec<(Key, String)> = shown.map(|(state, words)| (Key::Mark(of_sign(state)), words)).collect();
    let explained = [
        "getallen: wat de score nog kan worden",
        "eronder: waar het aan ligt, algemeen (voor alle vormen) of eigen (van deze vorm)",
    ];
    entries.extend(explained.map(|words| (Key::Words, words.to_owned())));
    entries
}
