//! Takes one cell of an ods table with everything anchored in it; returns what the cell itself holds.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::unreadable::Reason;
use crate::xml::{Element, push_escaped};
use crate::{Bound, Refusal};

/// A cell, as far as it has been read.
#[derive(Debug, Default)]
pub(crate) struct TableCell {
    pub(crate) depth: usize,
    /// How many adjacent cells it represents.
    pub(crate) times: usize,
    /// Whether it is covered by a merged cell.
    pub(crate) covered: bool,
    kind: Option<String>,
    number: Option<String>,
    date: Option<String>,
    time: Option<String>,
    boolean: Option<String>,
    string: Option<String>,
    shown: Paragraphs,
}

/// What a cell holds.
#[derive(Debug, PartialEq)]
pub(crate) enum Value<'c> {
    Nothing,
    /// A number with its type: plain, percentage or currency.
    Number(&'c str, &'static str),
    Date(&'c str),
    Time(&'c str),
    Boolean(bool),
    Text(&'c str),
}

impl TableCell {
    /// The cell opened by this element.
    pub(crate) fn of(element: &Element, depth: usize) -> Result<Self, Refusal> {
        let owned = |value: Option<Cow<str>>| value.map(Cow::into_owned);
        let [kind, number, date, time, boolean, string] = element.values([
            "office:value-type",
            "office:value",
            "office:date-value",
            "office:time-value",
            "office:boolean-value",
            "office:string-value",
        ])?;
        Ok(Self {
            depth,
            times: element.times("table:number-columns-repeated")?,
            covered: element.name() == "table:covered-table-cell",
            kind: owned(kind),
            number: owned(number),
            date: owned(date),
            time: owned(time),
            boolean: owned(boolean),
            string: owned(string),
            shown: Paragraphs::default(),
        })
    }

    /// An element opens within the cell. Returns whether it belongs to the cell's own text rather than to something
    /// anchored in the cell, such as a comment, picture or shape.
    pub(crate) fn open(&mut self, element: &Element) -> Result<bool, Refusal> {
        let Some(name) = element.name().strip_prefix("text:") else {
            return Ok(false);
        };
        match name {
            "note" | "ruby-text" => return Ok(false),
            "p" | "h" => self.shown.open(),
            "s" => self.shown.spaces(element.times("text:c")?)?,
            "tab" => self.shown.exactly("\t"),
            "line-break" => self.shown.exactly("\n"),
            _ => {}
        }
        self.shown.depth += 1;
        Ok(true)
    }

    /// The most recently opened element closes.
    pub(crate) fn close(&mut self) {
        self.shown.depth -= 1;
        if self.shown.depth < self.shown.paragraph {
            self.shown.paragraph = 0;
        }
    }

    /// Text within the cell.
    pub(crate) fn text(&mut self, text: &str) -> Result<(), Refusal> {
        self.shown.text(text);
        Bound::CellText.hold(self.shown.text.len())?;
        Ok(())
    }

    /// What the cell holds according to its type; if it has no such value, what it shows.
    pub(crate) fn value(&self) -> Result<Value<'_>, Reason> {
        let kind = self.kind.as_deref();
        let of_kind = |value, kinds: &[&str]| trimmed(value).filter(|_| kind.is_none_or(|kind| kinds.contains(&kind)));
        let shown = self.string.as_deref().filter(|text| !text.is_empty());
        let shown = || match shown.unwrap_or(&self.shown.text) {
            "" => Value::Nothing,
            text => Value::Text(text),
        };
        Ok(
            if let Some(number) = of_kind(self.number.as_ref(), &["float", "percentage", "currency"]) {
                if number.parse::<f64>().is_err() {
                    return Err(Reason::NotANumber);
                }
                let kind = match kind {
                    Some("percentage") => "percentage",
                    Some("currency") => "currency",
                    _ => "float",
                };
                Value::Number(number, kind)
            } else if let Some(date) = of_kind(self.date.as_ref(), &["date"]) {
                Value::Date(date)
            } else if let Some(time) = of_kind(self.time.as_ref(), &["time"]) {
                Value::Time(time)
            } else if let Some(boolean) = of_kind(self.boolean.as_ref(), &["boolean"]) {
                match boolean {
                    value if value.eq_ignore_ascii_case("true") => Value::Boolean(true),
                    value if value.eq_ignore_ascii_case("false") => Value::Boolean(false),
                    _ => return Err(Reason::NotABoolean),
                }
            } else {
                shown()
            },
        )
    }
}

fn trimmed(value: Option<&String>) -> Option<&str> {
    value.map(|value| value.trim())
}

impl Value<'_> {
    pub(crate) fn is_nothing(&self) -> bool {
        *self == Self::Nothing
    }

    /// The text that counts towards the bounds.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Date(text) | Self::Time(text) => text,
            _ => "",
        }
    }

    /// Writes the rest of a cell whose tag has been begun.
    pub(crate) fn write(&self, to: &mut String, name: &str) {
        let mut attribute = |kind: &str, name: &str, value: &str| {
            let _ = write!(to, " office:value-type=\"{kind}\" office:{name}=\"");
            push_escaped(to, value);
            to.push_str("\"/>");
        };
        match self {
            Self::Nothing => to.push_str("/>"),
            Self::Number(number, kind) => attribute(kind, "value", number),
            Self::Date(date) => attribute("date", "date-value", date),
            Self::Time(time) => attribute("time", "time-value", time),
            Self::Boolean(value) => attribute("boolean", "boolean-value", if *value { "true" } else { "false" }),
            Self::Text(text) => {
                to.push_str(" office:value-type=\"string\">");
                for paragraph in text.split('\n') {
                    push_paragraph(to, paragraph);
                }
                let _ = write!(to, "</{name}>");
            }
        }
    }
}

/// Writes a paragraph with its white space encoded so that no reader can lose any.
fn push_paragraph(to: &mut String, text: &str) {
    to.push_str("<text:p>");
    let mut rest = text;
    let is_space = |character| matches!(character, ' ' | '\r');
    while let Some(at) = rest.find(|character| is_space(character) || character == '\t') {
        push_escaped(to, &rest[..at]);
        let spaces = rest[at..].chars().take_while(|character| is_space(*character)).count();
        let last = at + spaces == rest.len();
        if spaces == 0 {
            to.push_str("<text:tab/>");
        } else if spaces == 1 && at > 0 && !last {
            to.push(' ');
        } else {
            let _ = write!(to, "<text:s text:c=\"{spaces}\"/>");
        }
        rest = &rest[at + spaces.max(1)..];
    }
    push_escaped(to, rest);
    to.push_str("</text:p>");
}

/// The text a cell shows: paragraphs, one per line. White space follows the rules of OpenDocument: any amount counts as
/// one space, and as none at the edges of a paragraph.
#[derive(Debug, Default)]
struct Paragraphs {
    text: String,
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
}

impl Paragraphs {
    fn open(&mut self) {
        if std::mem::replace(&mut self.several, true) {
            self.text.push('\n');
        }
        self.paragraph = self.depth + 1;
        self.at_start = true;
        self.space = false;
    }

    fn text(&mut self, text: &str) {
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
    fn exactly(&mut self, text: &str) {
        if self.space && !self.at_start {
            self.text.push(' ');
        }
        self.space = false;
        self.at_start = false;
        self.text.push_str(text);
    }

    fn spaces(&mut self, number: usize) -> Result<(), Refusal> {
        Bound::CellText.hold(self.text.len().saturating_add(number))?;
        self.exactly(&" ".repeat(number));
        Ok(())
    }
}
