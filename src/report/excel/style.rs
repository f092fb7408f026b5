//! The cell formats of a report.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatPattern};

use crate::office::style::Base;
use crate::palette;
use crate::report::outline::{HeatCell, Sign, Verdict};

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
    /// Per background of points below a norm: its format.
    heat: Vec<(u32, Format)>,
    few: Format,
    /// Tinted verdicts: good, uncertain, short, unknown.
    tinted: [Format; 4],
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
        let tint = |format: &Format, fill: u32| {
            let edge = Color::RGB(palette::LINE);
            let format = format.clone().set_background_color(Color::RGB(fill));
            format.set_border(FormatBorder::Thin).set_border_color(edge)
        };
        let shortfall = |(from, _, fill): (u8, Option<u8>, u32)| {
            let ink = Color::RGB(palette::on_shortfall(f64::from(from)));
            (fill, tint(&score, fill).set_font_color(ink))
        };
        let verdict = |fill: u32, ink: u32| {
            tint(&words(cell.clone()), fill)
                .set_font_color(Color::RGB(ink))
                .set_bold()
        };
        Self {
            heat: palette::SHORTFALLS.map(shortfall).to_vec(),
            few: tint(&cell, palette::PAPER)
                .set_align(FormatAlign::Right)
                .set_pattern(FormatPattern::LightUp)
                .set_foreground_color(Color::RGB(palette::LINE)),
            tinted: [
                verdict(palette::ACCENT, palette::PAPER),
                verdict(palette::BAND, palette::TEXT),
                verdict(palette::shortfall(1.0), palette::WARNING),
                verdict(palette::PAPER, palette::QUIET_TEXT),
            ],
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

    /// A cell of a heat map.
    pub(super) fn heat(&self, cell: HeatCell) -> &Format {
        match cell {
            HeatCell::Nothing => &self.cell,
            HeatCell::TooFew => &self.few,
            HeatCell::Score { short, .. } => {
                let fill = palette::shortfall(short);
                let found = self.heat.iter().find(|(known, _)| *known == fill);
                found.map_or(&self.score, |(_, format)| format)
            }
        }
    }

    /// A verdict in a table with tinted cells.
    pub(super) fn tinted(&self, verdict: Verdict) -> &Format {
        let [good, uncertain, short, unknown] = &self.tinted;
        match verdict.sign {
            Sign::Good => good,
            Sign::Uncertain => uncertain,
            Sign::Short => short,
            Sign::Unknown => unknown,
        }
    }

    /// Colour only supports the symbol and the word.
    pub(super) fn verdict(&self, verdict: Verdict) -> &Format {
        if verdict.falls_short() { &self.short } else { &self.cell }
    }
}
