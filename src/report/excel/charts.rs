//! Takes a chart and its table; returns a native chart that refers to the cells of the table.

use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartAxisLabelPosition, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat,
    ChartLegendPosition, ChartLine, ChartMarker, ChartMarkerType, ChartSeries, ChartSolidFill, ChartType, Color,
};

use super::reaches::Reaches;
use super::style::SIGNED;
use crate::palette;
use crate::report::outline::{self, Cell, ChartKey, ChartKind, Look, Native, Series, Table};

/// Width and height in pixels.
pub(super) fn size(chart: &outline::Chart, native: &Native) -> (u32, u32) {
    match native.kind {
        // Beside the steps of several years.
        ChartKind::Bars if matches!(chart.key, ChartKey::Years { .. }) => (480, 236),
        // Two of them fit beside the steps on the first screen.
        ChartKind::Bars => (296, 290),
        // Beside those two.
        ChartKind::Marks { .. } => (684, 290),
        // Beside the steps with the parts of a change.
        ChartKind::Stacked => (410, 236),
        ChartKind::Spread { .. } => (410, 220),
    }
}

/// Draws a chart of `table`, whose header is in `header_row` of `sheet`.
pub(super) fn draw(
    chart: &outline::Chart,
    native: &Native,
    sheet: &str,
    table: &Table,
    header_row: u32,
    reaches: &mut Reaches,
) -> Chart {
    let kind = match native.kind {
        ChartKind::Bars => ChartType::Bar,
        ChartKind::Marks { .. } => ChartType::Line,
        ChartKind::Stacked => ChartType::BarStacked,
        ChartKind::Spread { .. } => ChartType::ColumnStacked,
    };
    let mut drawing = Chart::new(kind);
    // Marks that are drawn over columns.
    let mut over = Chart::new(ChartType::Line);
    let mut has_over = false;
    let mut has_ranges = false;
    for (index, drawn) in native.series.iter().enumerate() {
        let (Some(names), Some(column)) = (table.place(native.names), table.place(drawn.column)) else {
            continue;
        };
        let mut series = match (native.kind, drawn.row) {
            (ChartKind::Marks { columns } | ChartKind::Spread { columns }, Some(row)) => {
                along_a_row(names, sheet, header_row, row, columns, column)
            }
            _ => down_a_column(names, sheet, table, header_row, column),
        };
        dress(&mut series, native.kind, drawn.look);
        if native.kind == ChartKind::Bars && matches!(drawn.look, Look::Score | Look::Gap) {
            label(&mut series, table, drawn);
        }
        if let Some(ranges) = native.ranges.get(index) {
            let scores: Vec<Option<f64>> = match drawn.row {
                Some(row) => table.rows[row][usize::from(column)..].iter().map(Cell::score).collect(),
                None => table.cells(drawn.column).map(Cell::score).collect(),
            };
            // In the middle between a dark bar and paper; on a lighter bar as dark as text.
            let colour = match drawn.look {
                Look::Ago(1..) => palette::TEXT,
                _ => palette::BAND_HALVES[0],
            };
            if let Some(bars) = reaches.error_bars(&scores, ranges, colour) {
                // Bars lie on their side; all else stands.
                match drawn.row {
                    Some(_) => series.set_y_error_bars(&bars),
                    None => series.set_x_error_bars(&bars),
                };
                has_ranges = true;
            }
        }
        let is_over =
            matches!(native.kind, ChartKind::Spread { .. }) && !matches!(drawn.look, Look::Base | Look::Band(_));
        // Moving a series into the chart would lose its markers; replacing a new series by it does not.
        if is_over {
            *over.add_series() = series;
            has_over = true;
        } else {
            *drawing.add_series() = series;
        }
    }
    if has_over {
        drawing.combine(&over);
    }
    dress_chart(&mut drawing, chart, native);
    // Charts of several years, and those among other regions, have no room for it; the text above them says so.
    let has_room = native.kind == ChartKind::Bars && !matches!(chart.key, ChartKey::Years { .. });
    if has_ranges && has_room {
        let mut font = ChartFont::new();
        font.set_size(8).unset_bold().set_color(Color::RGB(palette::QUIET_TEXT));
        drawing.x_axis().set_name("dunne lijn: het bereik").set_name_font(&font);
    }
    drawing
}

fn down_a_column(names: u16, sheet: &str, table: &Table, header_row: u32, column: u16) -> ChartSeries {
    let (first, last) = (header_row + 1, header_row + table.rows.len() as u32);
    let mut series = ChartSeries::new();
    series
        .set_name((sheet, header_row, column))
        .set_categories((sheet, first, names, last, names))
        .set_values((sheet, first, column, last, column));
    series
}

/// The names are in the header; that of the series is in the first column.
fn along_a_row(names: u16, sheet: &str, header_row: u32, row: usize, columns: usize, column: u16) -> ChartSeries {
    let row = header_row + 1 + row as u32;
    let last = |first: u16| first + columns as u16 - 1;
    let mut series = ChartSeries::new();
    series
        .set_name((sheet, row, 0))
        .set_categories((sheet, header_row, names, header_row, last(names)))
        .set_values((sheet, row, column, row, last(column)));
    series
}

fn line(colour: u32, width: f64) -> ChartLine {
    let mut line = ChartLine::new();
    line.set_color(Color::RGB(colour)).set_width(width);
    line
}

fn dress(series: &mut ChartSeries, kind: ChartKind, look: Look) {
    let mut format = ChartFormat::new();
    let fill = |colour| {
        let mut fill = ChartSolidFill::new();
        fill.set_color(Color::RGB(colour));
        fill
    };
    let colour = match look {
        Look::Score | Look::Real => palette::ACCENT,
        Look::Norm | Look::Gap => palette::WARNING,
        Look::Ago(years) => palette::AGO[years.min(palette::AGO.len() - 1)],
        Look::Bound => palette::QUIET_TEXT,
        Look::Apparent(index) => palette::APPARENT[index.min(palette::APPARENT.len() - 1)],
        Look::Base => palette::PAPER,
        Look::One(one) => [palette::ACCENT, palette::WARNING, palette::TEXT][one % 3],
        Look::Band(half) => palette::BAND_HALVES[half.min(palette::BAND_HALVES.len() - 1)],
    };
    match (kind, look) {
        (_, Look::Base) => {
            format.set_no_fill();
            series.set_gap(60);
        }
        (_, Look::Band(_)) => {
            format
                .set_solid_fill(&fill(colour))
                .set_border(&line(palette::TEXT, 0.5));
        }
        (_, Look::Bound) => {
            format.set_no_line();
            series.set_marker(&mark(ChartMarkerType::LongDash, 8, colour, colour));
        }
        (ChartKind::Spread { .. }, _) => {
            format.set_no_line();
            series.set_marker(&mark(ChartMarkerType::Diamond, 9, colour, palette::PAPER));
        }
        (_, Look::Norm) => {
            // A frame over the bar, which ends at the norm.
            format.set_no_fill().set_border(&line(colour, 1.75));
        }
        (_, Look::One(one)) => {
            format.set_no_line();
            // Those after the first round are open.
            let (fill, edge) = match one / SIDE_BY_SIDE.len() % 2 {
                0 => (colour, palette::PAPER),
                _ => (palette::PAPER, colour),
            };
            series.set_marker(&mark(SIDE_BY_SIDE[one % SIDE_BY_SIDE.len()], 9, fill, edge));
        }
        (ChartKind::Bars, Look::Ago(_)) => {
            format
                .set_solid_fill(&fill(colour))
                .set_border(&line(palette::QUIET_TEXT, 0.25));
            series.set_gap(40);
        }
        (ChartKind::Bars, _) => {
            format.set_solid_fill(&fill(colour));
            series.set_gap(35).set_overlap(100);
        }
        (ChartKind::Stacked, _) => {
            // An outline separates two parts for people who cannot distinguish their colours.
            format
                .set_solid_fill(&fill(colour))
                .set_border(&line(palette::TEXT, 0.5));
            series.set_gap(60).set_overlap(100);
        }
        (ChartKind::Marks { .. }, _) => {
            format.set_no_line();
        }
    }
    series.set_format(&mut format);
}

/// Labels each bar. A gap has its figure after the bar; a score has it light at the base of its bar, so that the norm's
/// frame does not cross it, or dark after it if the bar is too short to contain it.
fn label(series: &mut ChartSeries, table: &Table, drawn: &Series) {
    const SHORT: f64 = 20.0;
    let label = |place, colour| {
        let mut font = ChartFont::new();
        font.set_size(9).set_bold().set_color(Color::RGB(colour));
        let mut label = ChartDataLabel::new();
        label
            .show_value()
            .set_position(place)
            .set_num_format("0")
            .set_font(&font);
        label
    };
    let after = || label(ChartDataLabelPosition::OutsideEnd, palette::TEXT);
    if drawn.look == Look::Gap {
        series.set_data_label(&after());
        return;
    }
    let own = table.cells(drawn.column).map(|cell| match cell.score() {
        Some(score) if score < SHORT => after().to_custom(),
        _ => ChartDataLabel::default(),
    });
    series
        .set_data_label(&label(ChartDataLabelPosition::InsideBase, palette::PAPER))
        .set_custom_data_labels(&own.collect::<Vec<_>>());
}

/// The marks of those that are looked at side by side, in order.
const SIDE_BY_SIDE: [ChartMarkerType; 6] = [
    ChartMarkerType::Circle,
    ChartMarkerType::Square,
    ChartMarkerType::Triangle,
    ChartMarkerType::Diamond,
    ChartMarkerType::X,
    ChartMarkerType::Star,
];

fn mark(kind: ChartMarkerType, size: u8, fill: u32, edge: u32) -> ChartMarker {
    let mut format = ChartFormat::new();
    let mut inside = ChartSolidFill::new();
    inside.set_color(Color::RGB(fill));
    format.set_solid_fill(&inside).set_line(&line(edge, 1.0));
    let mut mark = ChartMarker::new();
    mark.set_type(kind).set_size(size).set_format(&mut format);
    mark
}

fn dress_chart(drawing: &mut Chart, chart: &outline::Chart, native: &Native) {
    let (width, height) = size(chart, native);
    let font = |size: u8| {
        let mut font = ChartFont::new();
        font.set_size(size).set_color(Color::RGB(palette::TEXT));
        font
    };
    let mut title_font = font(11);
    title_font.set_bold();
    drawing.title().set_name(&chart.title).set_font(&title_font);
    let lies = matches!(native.kind, ChartKind::Bars | ChartKind::Stacked);
    drawing.x_axis().set_font(&font(9));
    // Names below one another need room for all of them.
    drawing.y_axis().set_font(&font(if lies { 8 } else { 9 }));
    if lies {
        // From top to bottom, with the scale below and the names beside all bars.
        drawing
            .y_axis()
            .set_reverse()
            .set_crossing(ChartAxisCrossing::Max)
            .set_label_position(ChartAxisLabelPosition::Low)
            .set_label_interval(1)
            .set_major_gridlines(false);
    }
    let scale = if lies { drawing.x_axis() } else { drawing.y_axis() };
    scale.set_major_gridlines_line(&line(palette::LINE, 0.75));
    if native.kind == ChartKind::Stacked {
        scale.set_num_format(SIGNED);
    } else {
        scale.set_min(0).set_max(100).set_major_unit(25).set_num_format("0");
    }
    if matches!(native.kind, ChartKind::Marks { .. }) {
        drawing.set_high_low_lines_format(&mut line(palette::LINE, 4.0));
    }
    // A spread is explained by the text above it.
    if native.series.len() > 1 && !matches!(native.kind, ChartKind::Spread { .. }) {
        drawing
            .legend()
            .set_position(if matches!(native.kind, ChartKind::Marks { .. }) {
                ChartLegendPosition::Right
            } else {
                ChartLegendPosition::Bottom
            })
            .set_font(&font(9));
    } else {
        drawing.legend().set_hidden();
    }
    drawing.set_width(width).set_height(height);
    drawing.set_name(&chart.title);
    drawing.set_alt_text(shortened(&chart.alternative));
}

/// The part of a text that office programs store with a chart: cut after a sentence or a part of one, never within a
/// figure.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 255;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let short: String = text.chars().take(MOST - 2).collect();
    let end = short.rfind(". ").map(|at| at + 1);
    let end = end
        .or_else(|| short.rfind([';', ','].as_slice()))
        .unwrap_or(short.len());
    format!("{} …", short[..end].trim_end_matches([';', ','].as_slice()))
}
