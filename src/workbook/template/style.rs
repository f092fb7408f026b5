//! The formats of a template, and the set-up that all its sheets share.

use rust_xlsxwriter::{Color, Format, FormatAlign, Worksheet, XlsxError};

use crate::office::{self, style::Base};
use crate::palette;
use crate::workbook::layout::FILL_IN;

/// The number of the format that office programs call text.
const TEXT: u8 = 49;

/// The formats of a template.
pub(super) struct Style {
    pub(super) title: Format,
    pub(super) lead: Format,
    pub(super) heading: Format,
    pub(super) text: Format,
    pub(super) quiet: Format,
    pub(super) header: Format,
    pub(super) locked: Format,
    pub(super) locked_bold: Format,
    pub(super) id: Format,
    pub(super) earlier: Format,
    pub(super) band: Format,
    pub(super) entry: Format,
    /// A cell to fill in with text, in which "3-4" does not become a date.
    pub(super) entry_text: Format,
    /// Above columns to fill in.
    pub(super) fill_in: Format,
    pub(super) score: Format,
    /// A difference between perspectives that is to be discussed first.
    pub(super) to_discuss: Format,
    pub(super) date: Format,
}

impl Style {
    pub(super) fn new() -> Self {
        let Base {
            text,
            cell,
            entry,
            score,
            title,
            heading,
            header,
            ..
        } = Base::new();
        // The border alone tells where to fill in, without colour and in high contrast.
        let entry = entry
            .set_align(FormatAlign::Left)
            .set_border_color(Color::RGB(palette::QUIET_TEXT));
        Self {
            lead: text.clone().set_font_size(12),
            quiet: text.clone().set_font_color(Color::RGB(palette::QUIET_TEXT)),
            locked_bold: cell.clone().set_bold(),
            // A question id with its practice is long but must not be wrapped.
            id: cell.clone().unset_text_wrap().set_shrink(),
            // Meant for reading, not for filling in.
            earlier: cell
                .clone()
                .set_align(FormatAlign::Left)
                .set_font_color(Color::RGB(palette::QUIET_TEXT)),
            band: cell.clone().set_background_color(Color::RGB(palette::BAND)),
            // A symbol as well, as colour is lost in print.
            to_discuss: score
                .clone()
                .set_bold()
                .set_font_color(Color::RGB(palette::WARNING))
                .set_align(FormatAlign::Left)
                .set_num_format("\"● \"0"),
            date: entry.clone().set_num_format("dd-mm-yyyy"),
            entry_text: entry.clone().set_num_format_index(TEXT),
            fill_in: heading.clone().set_font_size(11).set_align(FormatAlign::Bottom),
            locked: cell,
            entry,
            score,
            text,
            title,
            heading,
            header,
        }
    }
}

/// Says above the header of a table which columns are to be filled in. The headers themselves are read back.
pub(super) fn mark_fill_in(
    sheet: &mut Worksheet,
    row: u32,
    columns: impl IntoIterator<Item = u16>,
    style: &Style,
) -> Result<(), XlsxError> {
    for column in columns {
        sheet.write_string_with_format(row, column, FILL_IN, &style.fill_in)?;
    }
    Ok(())
}

/// Page set-up and protection of a visible sheet; `header_row` is repeated on every page.
pub(super) fn set_up(sheet: &mut Worksheet, header_row: Option<u32>) -> Result<(), XlsxError> {
    office::set_up(sheet);
    // An empty text as the result of a formula is stored as this default, which would be 0.
    sheet.set_formula_result_default("");
    if let Some(row) = header_row {
        sheet.set_repeat_rows(row, row)?;
    }
    office::protect(sheet);
    Ok(())
}
