//! The few colours of everything we make, as RGB; told apart by who cannot see colour, too.

/// Titles, header rows, scores in charts.
pub const ACCENT: u32 = 0x0017_4A6E;
/// Text.
pub const TEXT: u32 = 0x0022_2222;
/// Text that matters less.
pub const QUIET_TEXT: u32 = 0x0059_5959;
/// Norm lines, and what falls short.
pub const WARNING: u32 = 0x00B0_4A00;
/// Borders and grid lines.
pub const LINE: u32 = 0x00D0_D5DA;
/// Behind headings within a table.
pub const BAND: u32 = 0x00EE_F2F5;
/// Behind cells to be filled in.
pub const ENTRY: u32 = 0x00FF_F8DC;
/// The highest scores of a heat map; dark text stays legible on it.
pub const HEAT: u32 = 0x0085_B6D6;
/// Parts of a change that only seem so: light, grey and mid, so that what is real stands out.
pub const APPARENT: [u32; 3] = [0x0085_B6D6, 0x00D0_D5DA, 0x008A_8A8A];
/// The halves of a band, below and above the median, that a mark in the accent colour stands out on.
pub const BAND_HALVES: [u32; 2] = [0x008A_8A8A, LINE];
/// Paper.
pub const PAPER: u32 = 0x00FF_FFFF;
