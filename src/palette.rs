//! The colours we use, as RGB. People who cannot see colour can distinguish them by their brightness.

/// Titles, header rows, scores in charts.
pub const ACCENT: u32 = 0x0017_4A6E;
/// Text.
pub const TEXT: u32 = 0x0022_2222;
/// Text that matters less.
pub const QUIET_TEXT: u32 = 0x0059_5959;
/// Norm lines and shortfalls.
pub const WARNING: u32 = 0x00B0_4A00;
/// Borders and grid lines.
pub const LINE: u32 = 0x00D0_D5DA;
/// Background of headings within a table.
pub const BAND: u32 = 0x00EE_F2F5;
/// Background of cells to fill in.
pub const ENTRY: u32 = 0x00FF_F8DC;
/// The highest scores in a heat map; dark text remains legible on it.
pub const HEAT: u32 = 0x0085_B6D6;
/// The apparent parts of a change: light, grey and mid, so that the real part stands out.
pub const APPARENT: [u32; 3] = [0x0085_B6D6, 0x00D0_D5DA, 0x008A_8A8A];
/// Scores of the last year and of those before it: the longer ago, the lighter.
pub const AGO: [u32; 3] = [ACCENT, 0x0085_B6D6, 0x00EE_F2F5];
/// The halves of a band, below and above the median, against which a mark in the accent colour stands out.
pub const BAND_HALVES: [u32; 2] = [0x008A_8A8A, LINE];
/// Slanting lines where too few answered.
pub const TOO_FEW: u32 = 0x00A8_AFB5;
/// Paper and chart backgrounds.
pub const PAPER: u32 = 0x00FF_FFFF;
/// Backgrounds for points below a norm, from the first number to the second: the darker, the further below.
pub const SHORTFALLS: [(u8, Option<u8>, u32); 5] = [
    (0, None, PAPER),
    (1, Some(9), 0x00FB_E9D9),
    (10, Some(19), 0x00F2_C199),
    (20, Some(29), 0x00DD_8F52),
    (30, None, WARNING),
];

/// The background for points below a norm, as they are shown: whole numbers, 0 if it is met.
#[must_use]
pub fn shortfall(points: f64) -> u32 {
    let reached = SHORTFALLS.iter().rev().find(|(from, ..)| points >= f64::from(*from));
    reached.map_or(PAPER, |(.., colour)| *colour)
}

/// The colour of text on that background.
#[must_use]
pub fn on_shortfall(points: f64) -> u32 {
    if shortfall(points) == WARNING { PAPER } else { TEXT }
}
