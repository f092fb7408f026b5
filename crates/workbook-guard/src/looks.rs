//! What people see on a sheet that its values do not say: merged cells, number formats that change the meaning of a
//! number or round it, struck-out text.

use super::{Bound, Refusal};

/// How one sheet looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// The name of the sheet, as the file gives it.
    pub sheet: String,
    /// Merged areas. Each shows the value of its first cell and hides those of the others.
    pub merged: Vec<Area>,
    /// Cells whose value is not what people see: row and column, counted from 0, and how the cell looks.
    pub cells: Vec<(u32, u32, Look)>,
}

/// A rectangle of cells. Rows and columns are counted from 0; the last ones are included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The first row.
    pub top: u32,
    /// The first column.
    pub left: u32,
    /// The last row.
    pub bottom: u32,
    /// The last column.
    pub right: u32,
}

/// How a cell shows its value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// How it shows a number.
    pub number: Shown,
    /// To how many digits it rounds a number.
    pub rounding: Rounding,
    /// Whether its number format hides text.
    pub hides_text: bool,
    /// Whether its text is struck out.
    pub struck: Struck,
}

/// How a number is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// As itself, whatever surrounds it.
    #[default]
    Plain,
    /// A hundred times as large, as a percentage.
    Percentage,
    /// As another number or as no number: scaled to thousands, as a word, or not at all.
    Otherwise,
}

/// To how many digits a number is rounded where it is shown, half away from zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rounding {
    /// As many as there is room for, or in a way that is not known here.
    #[default]
    None,
    /// At most this many decimals; of a percentage, those before the sign.
    Decimals(u8),
    /// At most this many decimals before a power of ten that is a multiple of `every`.
    Scientific {
        /// 1, or what the powers of ten are a multiple of.
        every: u8,
        /// The number of decimals.
        decimals: u8,
    },
}

/// Whether text is struck out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Struck {
    /// Nothing that is in the copy.
    #[default]
    No,
    /// A part that could not be removed.
    Partly,
    /// All of it.
    Wholly,
}

impl Look {
    pub(crate) fn is_usual(self) -> bool {
        self == Self::default()
    }

    /// The look of a cell with this number, as written with a decimal point; unless it has more decimals than are shown,
    /// nothing is rounded.
    pub(crate) fn on_number(self, written: &str) -> Self {
        match self.rounding {
            Rounding::Decimals(most) if self.number == Shown::Plain && !has_more_decimals(written, most) => {
                self.on_no_number()
            }
            _ => self,
        }
    }

    /// The look of a cell that holds something else.
    pub(crate) fn on_no_number(self) -> Self {
        Self {
            rounding: Rounding::None,
            ..self
        }
    }
}

/// Whether a number may have more than this many decimals. With a power of ten it may.
fn has_more_decimals(written: &str, most: u8) -> bool {
    match written.split_once('.') {
        Some((_, decimals)) => decimals.len() > usize::from(most) || decimals.contains(['e', 'E']),
        None => written.contains(['e', 'E']),
    }
}

/// What the runs of a text say about striking out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Runs {
    /// The text looks as its cell does.
    #[default]
    OfTheCell,
    /// A part has its own formatting, and is not struck out.
    OfTheirOwn,
    /// A part is struck out, and still in the copy.
    StruckInPart,
    /// All of it is struck out.
    Struck,
}

impl Runs {
    /// The look of a cell with such a text.
    pub(crate) fn on(self, cell: Look) -> Look {
        let struck = match (self, cell.struck) {
            (Self::Struck, _) | (Self::OfTheCell, Struck::Wholly) => Struck::Wholly,
            (Self::StruckInPart, _) | (Self::OfTheirOwn, Struck::Wholly) => Struck::Partly,
            (Self::OfTheCell | Self::OfTheirOwn, struck) => struck,
        };
        Look { struck, ..cell }
    }
}

impl Looks {
    pub(crate) fn of(sheet: &str) -> Self {
        Self {
            sheet: sheet.to_owned(),
            ..Self::default()
        }
    }

    /// Records how a cell looks that is not empty.
    pub(crate) fn cell(&mut self, (row, column): (u32, u32), look: Look) {
        if !look.is_usual() {
            self.cells.push((row, column, look));
        }
    }

    /// Records a merged area of more than one cell.
    pub(crate) fn merge(&mut self, area: Area) -> Result<(), Refusal> {
        if area.top < area.bottom || area.left < area.right {
            Bound::Cells.hold(self.merged.len() + 1)?;
            self.merged.push(area);
        }
        Ok(())
    }

    /// Adds this sheet to the others, if there is anything to say about it.
    pub(crate) fn keep_in(self, all: &mut Vec<Looks>) {
        if !self.merged.is_empty() || !self.cells.is_empty() {
            all.push(self);
        }
    }
}

/// A text without these stretches of it, which are in order.
pub(crate) fn without(text: &str, stretches: &[(usize, usize)]) -> String {
    let (mut left, mut from) = (String::new(), 0);
    for (start, end) in stretches {
        left.push_str(&text[from..*start]);
        from = *end;
    }
    left + &text[from..]
}
