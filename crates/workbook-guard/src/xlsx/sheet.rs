//! Takes an xlsx worksheet; returns the same cells in canonical form: where each of them is, and what it holds.
//!
//! Every cell has a reference and one value, without white space, comments, CDATA or entities around it. Empty cells
//! are left out, and so are formulas whose result is stored; a formula without a result becomes an empty `<f/>`.

use std::fmt::Write as _;

use super::Known;
use super::rich_text::RichText;
use super::value::{Value, interpret};
use crate::bounds::GRID;
use crate::looks::{Looks, Runs};
use crate::reference;
use crate::unreadable::{Unreadable, note_cell};
use crate::xml::{Element, Visitor, push_escaped, walk};
use crate::{Damage, Refusal};

/// A rewritten sheet.
#[derive(Debug, Default)]
pub(crate) struct Written {
    pub(crate) part: String,
    /// Whether every formula on it has its result stored.
    pub(crate) results: bool,
    pub(crate) looks: Looks,
}

/// Walks the part of the named sheet and rewrites it; records the cells that cannot be read.
pub(crate) fn written(
    text: &str,
    sheet: &str,
    known: &Known,
    unreadable: &mut Vec<Unreadable>,
) -> Result<Written, Refusal> {
    let mut walked = Sheet {
        name: sheet,
        known,
        unreadable,
        depth: 0,
        data: None,
        row: 0,
        column: 0,
        row_depth: None,
        row_open: false,
        cell: None,
        written: Written {
            part: String::from("<worksheet><sheetData>"),
            results: true,
            looks: Looks::of(sheet),
        },
    };
    walk(text, &mut walked)?;
    let mut written = walked.written;
    written.part.push_str("</sheetData></worksheet>");
    Ok(written)
}

struct Sheet<'s> {
    name: &'s str,
    known: &'s Known<'s>,
    unreadable: &'s mut Vec<Unreadable>,
    /// How many elements are open.
    depth: usize,
    /// The depth of the element that holds the cells, while it is open.
    data: Option<usize>,
    /// The current row, and the column of the next cell in it.
    row: u32,
    column: u32,
    /// The depth of the open row element.
    row_depth: Option<usize>,
    /// Whether the row's opening tag has been written.
    row_open: bool,
    cell: Option<Cell>,
    written: Written,
}

/// The open cell.
#[derive(Default)]
struct Cell {
    depth: usize,
    place: (u32, u32),
    style: Option<u32>,
    kind: Option<String>,
    formula: bool,
    child: Child,
    /// The text so far of the open child.
    text: String,
    value: Option<String>,
    inline: Option<String>,
    runs: Runs,
    rich: RichText,
}

/// Which child of a cell is open.
#[derive(Clone, Copy, Default, PartialEq)]
enum Child {
    #[default]
    Unread,
    Value,
    Inline,
}

impl Visitor for Sheet<'_> {
    fn open(&mut self, element: &Element) -> Result<(), Refusal> {
        self.depth += 1;
        let name = element.local();
        if self.data.is_none() {
            if name == "mergeCell"
                && let Some(area) = element.attribute("ref")?
                && let Some(area) = reference::area(area.trim())
            {
                self.written.looks.merge(area)?;
            }
            self.data = (name == "sheetData" && self.depth == 2).then_some(self.depth);
            return Ok(());
        }
        match (&mut self.cell, name) {
            (Some(_), "c" | "row") => Err(Refusal::Damaged(Damage::NestedCell)),
            (Some(cell), name) => cell.open(element, name, self.depth),
            (None, "row") => self.open_row(element),
            (None, "c") => self.open_cell(element),
            (None, _) => Ok(()),
        }
    }

    fn close(&mut self) -> Result<(), Refusal> {
        let depth = self.depth;
        self.depth -= 1;
        if let Some(cell) = self.cell.take_if(|cell| cell.depth == depth) {
            return self.write_cell(&cell);
        }
        if let Some(cell) = &mut self.cell {
            cell.close(depth);
        } else if self.row_depth == Some(depth) {
            self.row_depth = None;
            self.end_row();
            self.row += 1;
            self.column = 0;
        } else if self.data == Some(depth) {
            self.data = None;
            self.end_row();
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        if let Some(cell) = &mut self.cell {
            match cell.child {
                Child::Value => cell.text.push_str(text),
                Child::Inline => cell.rich.text(text),
                Child::Unread => {}
            }
        }
        Ok(())
    }
}

impl Sheet<'_> {
    fn off_the_grid(&self) -> Refusal {
        Refusal::OffTheGrid {
            sheet: Some(self.name.to_owned()),
        }
    }

    fn open_row(&mut self, element: &Element) -> Result<(), Refusal> {
        if let Some(number) = element.attribute("r")? {
            self.row = reference::row(number.trim()).ok_or_else(|| self.off_the_grid())?;
        }
        self.row_depth = Some(self.depth);
        Ok(())
    }

    fn end_row(&mut self) {
        if std::mem::take(&mut self.row_open) {
            self.written.part.push_str("</row>");
        }
    }

    fn open_cell(&mut self, element: &Element) -> Result<(), Refusal> {
        let [reference, style, kind] = element.values(["r", "s", "t"])?;
        let place = match reference {
            Some(text) => reference::cell(text.trim()).ok_or_else(|| self.off_the_grid())?,
            None if self.row < GRID.0 && self.column < GRID.1 => (self.row, self.column),
            None => return Err(self.off_the_grid()),
        };
        self.column = place.1 + 1;
        self.cell = Some(Cell {
            depth: self.depth,
            place,
            style: style.and_then(|style| style.trim().parse().ok()),
            kind: kind.map(|kind| kind.trim().to_owned()),
            ..Cell::default()
        });
        Ok(())
    }

    fn write_cell(&mut self, cell: &Cell) -> Result<(), Refusal> {
        let (value, inline) = (cell.value.as_deref(), cell.inline.as_deref());
        let value = match interpret(cell.kind.as_deref(), value, inline, self.known.strings) {
            Ok(value) => value,
            Err(reason) => return note_cell(self.unreadable, self.name, cell.place, reason),
        };
        if value == Value::Nothing && !cell.formula {
            return Ok(());
        }
        let runs = match value {
            Value::Listed(index) => self.known.runs_of(index),
            Value::Text(_) => cell.runs,
            _ => Runs::OfTheCell,
        };
        let look = runs.on(self.known.look(cell.style));
        let look = match value {
            Value::Number(number) => look.on_number(number),
            _ => look.on_no_number(),
        };
        self.written.looks.cell(cell.place, look);
        if !std::mem::replace(&mut self.row_open, true) {
            let _ = write!(self.written.part, "<row r=\"{}\">", u64::from(self.row) + 1);
        }
        let to = &mut self.written.part;
        to.push_str("<c r=\"");
        to.push_str(&reference::a1(cell.place.0, cell.place.1));
        if let Some(style) = cell.style {
            let _ = write!(to, "\" s=\"{style}");
        }
        to.push('"');
        match value {
            Value::Nothing => {
                self.written.results = false;
                to.push_str("><f></f></c>");
            }
            Value::Number(number) => {
                let _ = write!(to, "><v>{number}</v></c>");
            }
            Value::Listed(index) => {
                let _ = write!(to, " t=\"s\"><v>{index}</v></c>");
            }
            Value::Boolean(value) => {
                let _ = write!(to, " t=\"b\"><v>{}</v></c>", u8::from(value));
            }
            Value::Error(error) => {
                let _ = write!(to, " t=\"e\"><v>{error}</v></c>");
            }
            Value::Date(date) => {
                to.push_str(" t=\"d\"><v>");
                push_escaped(to, date);
                to.push_str("</v></c>");
            }
            Value::Text(text) => {
                to.push_str(" t=\"str\"><v>");
                push_escaped(to, &text);
                to.push_str("</v></c>");
            }
        }
        Ok(())
    }
}

impl Cell {
    fn open(&mut self, element: &Element, name: &str, depth: usize) -> Result<(), Refusal> {
        if depth > self.depth + 1 {
            return match self.child {
                Child::Inline => self.rich.open(element),
                _ => Ok(()),
            };
        }
        self.child = match name {
            "v" => Child::Value,
            "is" => Child::Inline,
            _ => Child::Unread,
        };
        self.formula |= name == "f";
        Ok(())
    }

    fn close(&mut self, depth: usize) {
        if depth > self.depth + 1 {
            if self.child == Child::Inline {
                self.rich.close();
            }
            return;
        }
        let (text, to) = match std::mem::take(&mut self.child) {
            Child::Value => (std::mem::take(&mut self.text), &mut self.value),
            Child::Inline => {
                let (text, runs) = self.rich.take();
                self.runs = runs;
                (text, &mut self.inline)
            }
            Child::Unread => return,
        };
        // If there are two, an empty one must not hide the other.
        if to.is_none() || !text.is_empty() {
            *to = Some(text);
        }
    }
}

#[cfg(test)]
mod tests;
