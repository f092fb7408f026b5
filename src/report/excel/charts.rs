//! Charts as the office program's own, drawn from the cells of their table.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType,
    ChartMarker, ChartSeries, ChartSolidFill, ChartType, Color,
};

use crate::palette;
use crate::report::outline::{self, ChartKind, Look, Table};

/// Width and height in pixels.
pub(super) fn size(kind: ChartKind) -> (u32, u32) {
    match kind {
        ChartKind::Columns => (430, 280),
        ChartKind::Radar => (310, 280),
    }
}

/// Draws a chart of `table`, whose header stands in `header_row` of `sheet`.
pub(super) fn draw(chart: &outline::Chart, sheet: &str, table: &Table, header_row: u32) -> Chart {
    let kind = match chart.kind {
        ChartKind::Columns => ChartType::Column,
        ChartKind::Radar => ChartType::RadarWithMarkers,
    };
    let (first, last) = (header_row + 1, header_row + table.rows.len() as u32);
    let names = chart.names as u16;
    let series = |column: usize, look: Look| {
        let column = column as u16;
        let mut series = ChartSeries::new();
        series
            .set_name((sheet, header_row, column))
            .set_categories((sheet, first, names, last, names))
            .set_values((sheet, first, column, last, column));
        dress(&mut series, chart.kind, look);
        series
    };
    let mut drawing = Chart::new(kind);
    // On columns a norm is a line of its own over them; a radar is all lines.
    let mut norms = Chart::new(ChartType::Line);
    let mut has_norms = false;
    for drawn in &chart.series {
        if drawn.look == Look::Norm && chart.kind == ChartKind::Columns {
            norms.push_series(&series(drawn.column, drawn.look));
            has_norms = true;
        } else {
            drawing.push_series(&series(drawn.column, drawn.look));
        }
    }
    if has_norms {
        drawing.combine(&norms);
    }
    dress_chart(&mut drawing, chart);
    drawing
}

fn line(colour: u32, width: f64) -> ChartLine {
    let mut line = ChartLine::new();
    line.set_color(Color::RGB(colour)).set_width(width);
    line
}

fn dress(series: &mut ChartSeries, kind: ChartKind, look: Look) {
    let mut format = ChartFormat::new();
    let colour = match look {
        Look::Score => palette::ACCENT,
        Look::Norm | Look::Gap => palette::WARNING,
    };
    if look == Look::Norm {
        format.set_line(line(colour, 2.0).set_dash_type(ChartLineDashType::Dash));
        series.set_marker(ChartMarker::new().set_none());
    } else if kind == ChartKind::Columns {
        format.set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(colour)));
        series.set_gap(60);
    } else {
        format.set_line(&line(colour, 2.5));
    }
    series.set_format(&mut format);
}

fn dress_chart(drawing: &mut Chart, chart: &outline::Chart) {
    let (width, height) = size(chart.kind);
    let font = |size: u8| {
        let mut font = ChartFont::new();
        font.set_size(size).set_color(Color::RGB(palette::TEXT));
        font
    };
    let mut title_font = font(11);
    title_font.set_bold();
    drawing.title().set_name(&chart.title).set_font(&title_font);
    drawing
        .y_axis()
        .set_min(0)
        .set_max(100)
        .set_major_unit(25)
        .set_num_format("0")
        .set_font(&font(9))
        .set_major_gridlines_line(&line(palette::LINE, 0.75));
    drawing.x_axis().set_font(&font(9));
    if chart.kind == ChartKind::Radar {
        // On spokes the numbers run through the lines; the table beside it has them.
        drawing.y_axis().set_label_position(ChartAxisLabelPosition::None);
    }
    if chart.series.len() > 1 {
        drawing
            .legend()
            .set_position(ChartLegendPosition::Bottom)
            .set_font(&font(9));
    } else {
        drawing.legend().set_hidden();
    }
    drawing.set_width(width).set_height(height);
    drawing.set_name(&chart.title);
    drawing.set_alt_text(&chart.alternative);
}
