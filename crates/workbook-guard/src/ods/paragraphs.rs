//! Takes the text of an ods cell, piece by piece; returns what the cell shows.

use crate::looks::Runs;
use crate::{Bound, Refusal};

/// The text a cell shows: paragraphs, one per line. White space follows the rules of OpenDocument: any amount counts as
/// one space, and as none at the edges of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraphs {
    pub(super) text: String,
    /// The number of open text elements.
    depth: usize,
    /// The depth at which the paragraph began, itself included; 0 outside one.
    paragraph: usize,
    /// Whether an earlier paragraph was read.
    several: bool,
    /// Whether the paragraph is still empty.
    at_start: bool,
    /// Whether the last character was white space.
    space: bool,
    /// The open spans that set or clear striking out: the depth of each, and whether it is struck out.
    spans: Vec<(usize, bool)>,
    /// The struck-out stretches of the text: where each starts and ends.
    struck: Vec<(usize, usize)>,
    /// `OfTheirOwn` if a span clears striking out.
    runs: Runs,
}

impl Paragraphs {
    /// A paragraph begins.
    pub(super) fn begin(&mut self) {
        if std::mem::replace(&mut self.several, true) {
            self.text.push('\n');
        }
        self.paragraph = self.depth + 1;
        self.at_start = true;
        self.space = false;
    }

    /// A span begins that may set or clear striking out.
    pub(super) fn span(&mut self, strikes: Option<bool>) {
        if let Some(strikes) = strikes {
            if !strikes {
                self.runs = Runs::OfTheirOwn;
            }
            self.spans.push((self.depth + 1, strikes));
        }
    }

    /// A text element opens.
    pub(super) fn open(&mut self) {
        self.depth += 1;
    }

    /// The most recently opened element closes.
    pub(super) fn close(&mut self) {
        if self.spans.last().is_some_and(|(depth, _)| *depth == self.depth) {
            self.spans.pop();
        }
        self.depth -= 1;
        if self.depth < self.paragraph {
            self.paragraph = 0;
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.paragraph == 0 {
            return;
        }
        for (index, piece) in text.split([' ', '\t', '\r', '\n']).enumerate() {
            self.space |= index > 0;
            if !piece.is_empty() {
                self.exactly(piece);
            }
        }
    }

    /// Adds text that counts literally.
    pub(super) fn exactly(&mut self, text: &str) {
        let start = self.text.len();
        if self.space && !self.at_start {
            self.text.push(' ');
        }
        self.space = false;
        self.at_start = false;
        self.text.push_str(text);
        if let Some((_, true)) = self.spans.last() {
            self.struck.push((start, self.text.len()));
        }
    }

    pub(super) fn spaces(&mut self, number: usize) -> Result<(), Refusal> {
        Bound::CellText.hold(self.text.len().saturating_add(number))?;
        self.exactly(&" ".repeat(number));
        Ok(())
    }

    /// Removes struck-out stretches, unless everything is struck out.
    pub(super) fn leave_out_struck(&mut self) -> Runs {
        let struck = std::mem::take(&mut self.struck);
        if struck.is_empty() {
            return self.runs;
        }
        let left = crate::looks::without(&self.text, &struck);
        if left.trim().is_empty() {
            return Runs::Struck;
        }
        self.text = left;
        Runs::OfTheirOwn
    }
}
