//! Every chart of an outline once, with a name that stays the same from report to report.

use crate::report::outline::{Block, Chart, Outline, Table};
use crate::spelling::slug;

/// A chart to be made into pictures.
#[derive(Clone, Debug)]
pub struct Picture<'o> {
    /// Name of a file, without its ending: where the chart stands and what it draws first.
    pub name: String,
    /// The chart.
    pub chart: &'o Chart,
    /// The table it is drawn from.
    pub table: &'o Table,
}

/// The charts of an outline; one that the summary repeats counts for the part it comes from.
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
            let shown = |picture: &Picture| picture.chart.same_as(chart);
            if pictures.iter().chain(&own).any(shown) {
                continue;
            }
            let first = chart.series.first().map(|series| &table.columns[series.column]);
            let drawn = first.map_or("", |column| column.header.as_str());
            own.push(Picture {
                name: slug(&format!("{} {drawn}", part.name)),
                chart,
                table,
            });
        }
        pictures.splice(0..0, own);
    }
    number_repeated(&mut pictures);
    pictures
}

/// A second picture of the same name gets a 2 behind it.
fn number_repeated(pictures: &mut [Picture]) {
    let names: Vec<String> = pictures.iter().map(|picture| picture.name.clone()).collect();
    for (index, picture) in pictures.iter_mut().enumerate() {
        let before = names[..index].iter().filter(|name| **name == names[index]).count();
        if before > 0 {
            picture.name = format!("{}-{}", names[index], before + 1);
        }
    }
}
