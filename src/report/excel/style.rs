//! How a report's cells look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::palette;
use crate::scoring::Status;

/// Points with their sign; what rounds to nothing has none.
pub(super) const SIGNED: &str = "[>=0.5]+0;[<=-0.5]-0;0";

/// A number as it is, with the reader's own mark between thousands.
const GROUPED: &str = "[>=1000]#,##0;General";

/// The formats of a report.
pub(super) struct Style {
    pub(super) title: Format,
    pub(super) heading: Format,
    pub(super) text: Format,
    pub(super) plain: Format,
    pub(super) exact: Format,
    pub(super) header: Format,
    pub(super) cell: Format,
    pub(super) score: Format,
    pub(super) share: Format,
    pub(super) points: Format,
    pub(super) number: Format,
    pub(super) entry: Format,
    short: Format,
}

impl Style {
    pub(super) fn new() -> Self {
        let base = Format::new()
            .set_font_name("Calibri")
            .set_font_size(11)
            .set_font_color(Color::RGB(palette::TEXT))
            .set_align(FormatAlign::Top);
        let wrapped = base.clone().set_text_wrap();
        let cell = wrapped
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(palette::LINE));
        let title = base.clone().set_bold().set_font_color(Color::RGB(palette::ACCENT));
        Self {
            heading: title.clone().set_font_size(12),
            title: title.set_font_size(16),
            header: cell
                .clone()
                .set_align(FormatAlign::Left)
                .set_indent(1)
                .set_bold()
                .set_font_color(Color::RGB(palette::PAPER))
                .set_background_color(Color::RGB(palette::ACCENT)),
            exact: cell.clone().set_num_format("0.00"),
            score: cell.clone().set_num_format("0"),
            share: cell.clone().set_num_format("0%"),
            points: cell.clone().set_num_format(SIGNED),
            number: cell.clone().set_num_format(GROUPED),
            entry: cell
                .clone()
                .set_background_color(Color::RGB(palette::ENTRY))
                .set_unlocked(),
            // Words keep a little distance from the number to their left.
            short: cell
                .clone()
                .set_align(FormatAlign::Left)
                .set_indent(1)
                .set_font_color(Color::RGB(palette::WARNING)),
            cell: cell.set_align(FormatAlign::Left).set_indent(1),
            plain: base,
            text: wrapped,
        }
    }

    /// Colour only adds to the sign and the word.
    pub(super) fn status(&self, status: Status) -> &Format {
        match status {
            Status::BelowNorm => &self.short,
            Status::AtNorm | Status::Uncertain | Status::Insufficient => &self.cell,
        }
    }
}
