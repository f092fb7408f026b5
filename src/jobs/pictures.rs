//! Takes pictures; returns their files for slides.

use super::{Error, Output};
use crate::report::chart_image::{Picture, png, svg};

/// A chart, to be shown next to a summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Its finding.
    pub title: String,
    /// The gist of the figures, for people who cannot see it.
    pub alternative: String,
    /// The chart as SVG.
    pub svg: String,
}

impl Drawing {
    pub(super) fn of(picture: &Picture) -> Result<Self, Error> {
        Ok(Self {
            title: picture.chart.title.clone(),
            alternative: picture.chart.alternative.clone(),
            svg: svg(picture.chart)?,
        })
    }
}

/// Every picture as SVG and as PNG in a folder. `drawings` are those of the pictures.
pub(super) fn for_slides(pictures: &[Picture], drawings: &[Drawing], folder: &str) -> Result<Vec<Output>, Error> {
    let mut outputs = Vec::new();
    for (picture, drawing) in pictures.iter().zip(drawings) {
        let file = format!("{folder}/{}", picture.name);
        outputs.push(Output::new(format!("{file}.svg"), drawing.svg.clone()));
        outputs.push(Output::new(format!("{file}.png"), png(picture.chart)?));
    }
    Ok(outputs)
}
