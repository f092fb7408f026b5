//! How a template's cells look, and the set-up that all its sheets share.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, ProtectionOptions, Worksheet, XlsxError};

use crate::palette;

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
    pub(super) score: Format,
    pub(super) date: Format,
}

impl Style {
    pub(super) fn new() -> Self {
        let base = Format::new()
            .set_font_name("Calibri")
            .set_font_size(11)
            .set_font_color(Color::RGB(palette::TEXT))
            .set_align(FormatAlign::Top);
        let wrapped = base.clone().set_text_wrap();
        let ruled = wrapped
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(palette::LINE));
        let entry = ruled
            .clone()
            .set_align(FormatAlign::Left)
            .set_background_color(Color::RGB(palette::ENTRY))
            .set_unlocked();
        let title = base.clone().set_bold().set_font_color(Color::RGB(palette::ACCENT));
        Self {
            heading: title.clone().set_font_size(12),
            title: title.set_font_size(16),
            lead: wrapped.clone().set_font_size(12),
            quiet: wrapped.clone().set_font_color(Color::RGB(palette::QUIET_TEXT)),
            header: ruled
                .clone()
                .set_bold()
                .set_font_color(Color::RGB(palette::PAPER))
                .set_background_color(Color::RGB(palette::ACCENT)),
            locked_bold: ruled.clone().set_bold(),
            // An id with its practice is long and must stay whole.
            id: ruled.clone().unset_text_wrap().set_shrink(),
            // There to be looked at, not to be filled in.
            earlier: ruled
                .clone()
                .set_align(FormatAlign::Left)
                .set_font_color(Color::RGB(palette::QUIET_TEXT)),
            band: ruled.clone().set_background_color(Color::RGB(palette::BAND)),
            score: ruled.clone().set_num_format("0"),
            date: entry.clone().set_num_format("dd-mm-yyyy"),
            locked: ruled,
            text: wrapped,
            entry,
        }
    }
}

/// Page, protection and footer of a visible sheet; `header_row` is repeated on every page.
pub(super) fn set_up(sheet: &mut Worksheet, header_row: Option<u32>) -> Result<(), XlsxError> {
    const A4: u8 = 9;
    sheet
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
        .set_footer("&L&A&RBlad &P van &N")
        .set_screen_gridlines(false)
        // Without a stored outcome every office program computes the formulas when it opens the file.
        .set_formula_result_default("");
    if let Some(row) = header_row {
        sheet.set_repeat_rows(row, row)?;
    }
    // Everything that leaves the contents alone stays possible.
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
    Ok(())
}
