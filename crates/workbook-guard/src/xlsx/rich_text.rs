//! Takes the elements of a text in runs; returns it as one plain text, without what is struck out.

use crate::Refusal;
use crate::looks::{Runs, without};
use crate::xml::Element;

/// White space that does not count around a text without `xml:space`.
pub(crate) const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

/// A text in runs, each with its own formatting. Only the text counts, and whether it is struck out, not the other
/// formatting or the phonetic reading aids.
#[derive(Debug, Default)]
pub(crate) struct RichText {
    text: String,
    /// The struck-out stretches of the text: where each starts and ends.
    struck: Vec<(usize, usize)>,
    /// Whether a run has its own formatting.
    own: bool,
    /// How many elements are open.
    depth: usize,
    /// The open run of text, and where it begins in the whole text.
    run: Option<Run>,
    /// The depth at which a phonetic reading aid began.
    aid: Option<usize>,
    /// Whether the current run is struck out.
    strikes: bool,
}

#[derive(Debug)]
struct Run {
    depth: usize,
    start: usize,
    preserve: bool,
}

impl RichText {
    /// An element opens within the text.
    pub(crate) fn open(&mut self, element: &Element) -> Result<(), Refusal> {
        self.depth += 1;
        match element.local() {
            "rPh" if self.aid.is_none() => self.aid = Some(self.depth),
            "r" => self.strikes = false,
            "rPr" => self.own = true,
            "strike" => self.strikes = is_on(element)?,
            "t" if self.aid.is_none() && self.run.is_none() => {
                self.run = Some(Run {
                    depth: self.depth,
                    start: self.text.len(),
                    preserve: element.attribute("xml:space")?.as_deref() == Some("preserve"),
                });
            }
            _ => {}
        }
        Ok(())
    }

    /// The most recently opened element closes.
    pub(crate) fn close(&mut self) {
        if let Some(run) = self.run.take_if(|run| run.depth == self.depth) {
            if !run.preserve {
                let trimmed = self.text[run.start..].trim_matches(SPACE).to_owned();
                self.text.truncate(run.start);
                self.text.push_str(&trimmed);
            }
            if self.strikes {
                self.struck.push((run.start, self.text.len()));
            }
        }
        self.aid.take_if(|depth| *depth == self.depth);
        self.depth -= 1;
    }

    /// Text, which counts only within a run.
    pub(crate) fn text(&mut self, text: &str) {
        if self.run.is_some() {
            self.text.push_str(text);
        }
    }

    /// Takes the text without its struck-out stretches, and what its runs say about it, leaving an empty one.
    pub(crate) fn take(&mut self) -> (String, Runs) {
        let taken = std::mem::take(self);
        let runs = if taken.own { Runs::OfTheirOwn } else { Runs::OfTheCell };
        if taken.struck.is_empty() {
            return (taken.text, runs);
        }
        let left = without(&taken.text, &taken.struck);
        if left.trim().is_empty() {
            return (taken.text, Runs::Struck);
        }
        (left, runs)
    }
}

/// Whether an element such as `<strike>` turns its property on; it can also turn it off.
pub(crate) fn is_on(element: &Element) -> Result<bool, Refusal> {
    let value = element.attribute("val")?;
    Ok(!matches!(value.as_deref().map(str::trim), Some("0" | "false" | "off")))
}
