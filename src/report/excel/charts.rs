//! Takes a chart and its table; returns a native chart that refers to the cells of the table.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLegendPosition,
    ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType, ChartSeries, ChartSolidFill, ChartType, Color,
};

use super::style::SIGNED;
use crate::palette;
use crate::report::outline::{self, Cell, ChartKey, ChartKind, Look, Native, Series, Table};

/// Width and height in pixels.
pub(super) fn size(chart: &outline::Chart, native: &Native) -> (u32, u32) {
    match native.kind {
        // Few columns, next to the steps on the first screen.
        ChartKind::Columns if chart.key == ChartKey::CoreThemes => (318, 280),
        ChartKind::Columns => (416, 280),
        // Beside a table of as many rows as there are perspectives.
        ChartKind::Marks { .. } => (480, 200),
        ChartKind::Lines { .. } => (310, 190),
        ChartKind::Stacked => (980, 340),
        ChartKind::Spread => (410, 300),
    }
}

/// Draws a chart of `table`, whose header is in `header_row` of `sheet`.
pub(super) fn draw(chart: &outline::Chart, native: &Native, sheet: &str, table: &Table, header_row: u32) -> Chart {
    let kind = match native.kind {
        ChartKind::Columns => ChartType::Column,
        ChartKind::Lines { .. } | ChartKind::Marks { .. } => ChartType::Line,
        ChartKind::Stacked | ChartKind::Spread => ChartType::ColumnStacked,
    };
    let mut drawing = Chart::new(kind);
    // Lines and marks that are drawn over columns. In a line chart, everything is a line.
    let mut over = Chart::new(ChartType::Line);
    let mut has_over = false;
    for drawn in &native.series {
        let (Some(names), Some(column)) = (table.position(native.names), table.position(drawn.column)) else {
            continue;
        };
        let mut series = match (native.kind, drawn.look) {
            (ChartKind::Lines { row, years }, _) => along_a_row(names, sheet, header_row, row, years, column),
            (ChartKind::Marks { columns }, Look::One(row)) => {
                let mut series = along_a_row(names, sheet, header_row, row, columns, column);
                series.set_name((sheet, header_row + 1 + row as u32, 0));
                series
            }
            _ => down_a_column(names, sheet, table, header_row, column),
        };
        dress(&mut series, native.kind, drawn.look);
        if native.kind == ChartKind::Columns && drawn.look != Look::Norm {
            label(&mut series, table, drawn);
        }
        let is_over = match native.kind {
            ChartKind::Columns => drawn.look == Look::Norm,
            ChartKind::Stacked => drawn.look == Look::Sum,
            ChartKind::Spread => !matches!(drawn.look, Look::Base | Look::Band(_)),
            ChartKind::Lines { .. } | ChartKind::Marks { .. } => false,
        };
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
    drawing
}

fn down_a_column(names: usize, sheet: &str, table: &Table, header_row: u32, column: usize) -> ChartSeries {
    let (first, last) = (header_row + 1, header_row + table.rows.len() as u32);
    let (names, column) = (names as u16, column as u16);
    let mut series = ChartSeries::new();
    series
        .set_name((sheet, header_row, column))
        .set_categories((sheet, first, names, last, names))
        .set_values((sheet, first, column, last, column));
    series
}

/// The years are in the header, from the column with the names on.
fn along_a_row(names: usize, sheet: &str, header_row: u32, row: usize, years: usize, column: usize) -> ChartSeries {
    let row = header_row + 1 + row as u32;
    let run = |column: usize| (column as u16, (column + years - 1) as u16);
    let ((first_name, last_name), (first, last)) = (run(names), run(column));
    let mut series = ChartSeries::new();
    series
        .set_name((sheet, header_row, first))
        .set_categories((sheet, header_row, first_name, header_row, last_name))
        .set_values((sheet, row, first, row, last));
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
        Look::Norm | Look::Gap | Look::Sum => palette::WARNING,
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
        (ChartKind::Spread, Look::Bound) => {
            format.set_no_line();
            series.set_marker(&mark(ChartMarkerType::LongDash, 8, colour, colour));
        }
        (ChartKind::Spread, _) => {
            format.set_no_line();
            series.set_marker(&mark(ChartMarkerType::Diamond, 9, colour, palette::PAPER));
        }
        (_, Look::Norm) => {
            // A line through categories would suggest a course.
            format.set_no_line();
            series.set_marker(&mark(ChartMarkerType::LongDash, 12, colour, palette::PAPER));
        }
        (_, Look::One(one)) => {
            format.set_no_line();
            series.set_marker(&mark(SIDE_BY_SIDE[one % SIDE_BY_SIDE.len()], 9, colour, palette::PAPER));
        }
        (_, Look::Bound) => {
            format.set_line(line(colour, 1.0).set_dash_type(ChartLineDashType::SquareDot));
            series.set_marker(&mark(ChartMarkerType::LongDash, 6, colour, colour));
        }
        (_, Look::Sum) => {
            format.set_no_line();
            series.set_marker(&mark(ChartMarkerType::Diamond, 9, colour, palette::PAPER));
        }
        (ChartKind::Columns, _) => {
            format.set_solid_fill(&fill(colour));
            series.set_gap(60);
        }
        (ChartKind::Stacked, _) => {
            // An outline separates two parts for people who cannot distinguish their colours.
            format
                .set_solid_fill(&fill(colour))
                .set_border(&line(palette::TEXT, 0.5));
            series.set_gap(60);
        }
        (ChartKind::Lines { .. }, _) => {
            format.set_line(&line(colour, 2.5));
            series.set_marker(&mark(ChartMarkerType::Circle, 6, colour, colour));
        }
        (ChartKind::Marks { .. }, _) => {
            format.set_no_line();
        }
    }
    series.set_format(&mut format);
}

/// Labels each column at its base, so that a column of 0 is visible too: light inside the column, or dark if the column
/// is too low to contain the label.
fn label(series: &mut ChartSeries, table: &Table, drawn: &Series) {
    const LOW: f64 = 20.0;
    let font = |colour| {
        let mut font = ChartFont::new();
        font.set_size(9).set_bold().set_color(Color::RGB(colour));
        font
    };
    let mut labels = ChartDataLabel::new();
    labels
        .show_value()
        .set_position(ChartDataLabelPosition::InsideBase)
        .set_num_format("0")
        .set_font(&font(palette::PAPER));
    let own = table.cells(drawn.column).map(|cell| match cell {
        Cell::Score(Some(score)) if *score < LOW => ChartDataLabel::new().set_font(&font(palette::TEXT)).to_custom(),
        _ => ChartDataLabel::default(),
    });
    series
        .set_data_label(&labels)
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
    let mut title_font = font(if matches!(native.kind, ChartKind::Lines { .. }) {
        10
    } else {
        11
    });
    title_font.set_bold();
    drawing.title().set_name(&chart.title).set_font(&title_font);
    drawing
        .y_axis()
        .set_font(&font(9))
        .set_major_gridlines_line(&line(palette::LINE, 0.75));
    drawing.x_axis().set_font(&font(9));
    if native.kind == ChartKind::Stacked {
        // The scale is given by the labels. The names are placed away from the columns.
        drawing.y_axis().set_num_format(SIGNED);
        drawing.x_axis().set_label_position(ChartAxisLabelPosition::Low);
    } else {
        drawing
            .y_axis()
            .set_min(0)
            .set_max(100)
            .set_major_unit(25)
            .set_num_format("0");
    }
    if matches!(native.kind, ChartKind::Marks { .. }) {
        drawing.set_high_low_lines_format(&mut line(palette::LINE, 4.0));
    }
    // The title and table of a small line chart explain its series; a spread is explained by the text above it.
    if native.series.len() > 1 && !matches!(native.kind, ChartKind::Lines { .. } | ChartKind::Spread) {
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
fn shortened(text: &str) -> String {
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
