//! How far scores may still fall and rise, as error bars. Office programs draw those from cells, which are on the hidden
//! sheet, beside the facts for programs.

use rust_xlsxwriter::{
    ChartErrorBars, ChartErrorBarsType, ChartFormat, ChartLine, ChartRange, Color, Worksheet, XlsxError,
};

use crate::workbook::layout::META;

/// The first column of the sheet that has no facts.
const FIRST: u16 = 3;

/// The columns with what scores may lose and gain.
#[derive(Default)]
pub(super) struct Reaches {
    columns: Vec<Vec<f64>>,
}

impl Reaches {
    /// Error bars around scores, each with the lowest and highest that it may become; `None` if none has them.
    pub(super) fn error_bars(
        &mut self,
        scores: &[Option<f64>],
        ranges: &[Option<(f64, f64)>],
        colour: u32,
    ) -> Option<ChartErrorBars> {
        let reach = |end: fn(f64, (f64, f64)) -> f64| {
            let points = scores.iter().zip(ranges);
            let reach = points.map(|(score, range)| score.zip(*range).map_or(0.0, |(score, range)| end(score, range)));
            reach.map(|points| points.max(0.0)).collect::<Vec<f64>>()
        };
        let falls = reach(|score, (low, _)| score - low);
        let rises = reach(|score, (_, high)| high - score);
        if falls.iter().chain(&rises).all(|points| *points == 0.0) {
            return None;
        }
        let (falls, rises) = (self.add(falls), self.add(rises));
        let mut line = ChartLine::new();
        line.set_color(Color::RGB(colour)).set_width(1.5);
        let mut format = ChartFormat::new();
        format.set_line(&line);
        let mut bars = ChartErrorBars::new();
        bars.set_type(ChartErrorBarsType::Custom(rises, falls))
            .set_format(&mut format);
        Some(bars)
    }

    fn add(&mut self, points: Vec<f64>) -> ChartRange {
        let (column, last) = (FIRST + self.columns.len() as u16, points.len().max(1) as u32 - 1);
        self.columns.push(points);
        ChartRange::new_from_range(META, 0, column, last, column)
    }

    /// Writes the columns on the hidden sheet.
    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (column, points) in (FIRST..).zip(&self.columns) {
            for (row, points) in (0..).zip(points) {
                sheet.write_number(row, column, *points)?;
            }
        }
        Ok(())
    }
}
