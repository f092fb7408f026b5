//! Takes an outline; returns each chart of which a picture is made, once, with a name that is the same in every report.

use crate::report::outline::{Block, Chart, Outline, Table};

/// A chart of which a picture is made.
#[derive(Clone, Debug)]
pub struct Picture<'o> {
    /// File name without extension.
    pub name: &'static str,
    /// The chart.
    pub chart: &'o Chart,
    /// The table it is drawn from.
    pub table: &'o Table,
}

/// The pictures of an outline. A chart that is repeated in the summary belongs to its original part.
#[must_use]
pub fn gallery(outline: &Outline) -> Vec<Picture<'_>> {
    let mut pictures: Vec<Picture> = Vec::new();
    for part in outline.parts.iter().rev() {
        let tables = part.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Text(_) => None,
        });
        let mut own = Vec::new();
        for (table, chart) in tables.flat_map(|table| table.charts.iter().map(move |chart| (table, chart))) {
            let shown = |picture: &Picture| picture.chart.key == chart.key;
            if let Some(name) = chart.key.picture()
                && !pictures.iter().chain(&own).any(shown)
            {
                own.push(Picture { name, chart, table });
            }
        }
        pictures.splice(0..0, own);
    }
    pictures
}
