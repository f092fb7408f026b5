//! Takes an outline; returns each chart of which a picture is made, once, with a name that is the same in every report.

use crate::report::outline::{Block, Chart, Outline};
use crate::spelling::slug;

/// A chart of which a picture is made.
#[derive(Clone, Debug)]
pub struct Picture<'o> {
    /// File name without extension.
    pub name: String,
    /// The chart.
    pub chart: &'o Chart,
}

/// The pictures of an outline. A chart that is repeated in the summary belongs to its original part.
#[must_use]
pub fn gallery(outline: &Outline) -> Vec<Picture<'_>> {
    let mut pictures: Vec<Picture> = Vec::new();
    for part in outline.parts.iter().rev() {
        let charts = part.blocks.iter().flat_map(|block| match block {
            Block::Table(table) => table.charts.as_slice(),
            Block::Text(_) => &[],
        });
        let mut own: Vec<Picture> = Vec::new();
        for chart in charts.filter(|chart| chart.picture.is_some()) {
            let shown = |picture: &Picture| picture.chart.key == chart.key;
            if !pictures.iter().chain(&own).any(shown) {
                let name = match &chart.of {
                    Some(of) => format!("{}-{}", slug(of), chart.key.file_name()),
                    None => chart.key.file_name(),
                };
                own.push(Picture { name, chart });
            }
        }
        pictures.splice(0..0, own);
    }
    // Names that differ may have the same letters.
    for index in 1..pictures.len() {
        let (before, rest) = pictures.split_at_mut(index);
        while before.iter().any(|picture| picture.name == rest[0].name) {
            rest[0].name.push_str("-2");
        }
    }
    pictures
}
