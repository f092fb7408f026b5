//! The cell formats of a report.

use rust_xlsxwriter::{Color, Format, FormatAlign};

use crate::office::style::Base;
use crate::palette;
use crate::report::outline::Verdict;

/// Points with their sign; what rounds to 0 has none.
pub(super) const SIGNED: &str = "[>=0.5]+0;[<=-0.5]-0;0";

/// Points to a tenth with their sign; 0 has none.
const FINELY_SIGNED: &str = "+0.0;-0.0;0.0";

/// A number as it is, with the thousands separator of the reader's locale.
const GROUPED: &str = "[>=1000]#,##0;General";

/// The formats of a report.
pub(super) struct Style {
    pub(super) title: Format,
    pub(super) heading: Format,
    pub(super) text: Format,
    pub(super) exact: Format,
    pub(super) header: Format,
    pub(super) cell: Format,
    pub(super) score: Format,
    pub(super) fine_score: Format,
    pub(super) share: Format,
    pub(super) points: Format,
    pub(super) fine_points: Format,
    pub(super) number: Format,
    pub(super) entry: Format,
    short: Format,
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
        } = Base::new();
        // Leaves some space between words and the number to their left.
        let words = |format: Format| format.set_align(FormatAlign::Left).set_indent(1);
        Self {
            header: words(header),
            exact: cell.clone().set_num_format("0.00"),
            fine_score: cell.clone().set_num_format("0.0"),
            share: cell.clone().set_num_format("0%"),
            points: cell.clone().set_num_format(SIGNED),
            fine_points: cell.clone().set_num_format(FINELY_SIGNED),
            number: cell.clone().set_num_format(GROUPED),
            short: words(cell.clone()).set_font_color(Color::RGB(palette::WARNING)),
            cell: words(cell),
            text,
            entry,
            score,
            title,
            heading,
        }
    }

    /// Colour only supports the symbol and the word.
    pub(super) fn verdict(&self, verdict: Verdict) -> &Format {
        if verdict.falls_short { &self.short } else { &self.cell }
    }
}
