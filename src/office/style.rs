//! The formats on which the cells of every workbook are based.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::palette;

/// Base formats, to be refined for each kind of workbook.
pub(crate) struct Base {
    /// A text that wraps.
    pub(crate) text: Format,
    /// A cell of a table.
    pub(crate) cell: Format,
    /// A cell to fill in.
    pub(crate) entry: Format,
    /// A score in a table.
    pub(crate) score: Format,
    /// The title of a sheet.
    pub(crate) title: Format,
    /// The heading of a table or paragraph.
    pub(crate) heading: Format,
    /// The header of a column.
    pub(crate) header: Format,
}

impl Base {
    pub(crate) fn new() -> Self {
        let plain = Format::new()
            .set_font_name("Calibri")
            .set_font_size(11)
            .set_font_color(Color::RGB(palette::TEXT))
            .set_align(FormatAlign::Top);
        let text = plain.clone().set_text_wrap();
        let cell = text
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(palette::LINE));
        let title = plain.clone().set_bold().set_font_color(Color::RGB(palette::ACCENT));
        Self {
            heading: title.clone().set_font_size(12),
            title: title.set_font_size(16),
            header: cell
                .clone()
                .set_bold()
                .set_font_color(Color::RGB(palette::PAPER))
                .set_background_color(Color::RGB(palette::ACCENT)),
            entry: cell
                .clone()
                .set_background_color(Color::RGB(palette::ENTRY))
                .set_unlocked(),
            score: cell.clone().set_num_format("0"),
            cell,
            text,
        }
    }
}
