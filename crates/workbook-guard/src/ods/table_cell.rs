//! Takes one cell of an ods table with everything anchored in it; returns what the cell itself holds.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::paragraphs::Paragraphs;
use super::styles::Styles;
use crate::looks::{Look, Shown};
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
    /// The number of rows and columns it spans.
    pub(crate) spans: (usize, usize),
    style: Option<String>,
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
        let [kind, number, date, time, boolean, string, style] = element.values([
            "office:value-type",
            "office:value",
            "office:date-value",
            "office:time-value",
            "office:boolean-value",
            "office:string-value",
            "table:style-name",
        ])?;
        Ok(Self {
            depth,
            times: element.times("table:number-columns-repeated")?,
            covered: element.name() == "table:covered-table-cell",
            spans: (
                element.times("table:number-rows-spanned")?,
                element.times("table:number-columns-spanned")?,
            ),
            style: owned(style),
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
    pub(crate) fn open(&mut self, element: &Element, styles: &Styles) -> Result<bool, Refusal> {
        let Some(name) = element.name().strip_prefix("text:") else {
            return Ok(false);
        };
        match name {
            "note" | "ruby-text" => return Ok(false),
            "p" | "h" => self.shown.begin(),
            "s" => self.shown.spaces(element.times("text:c")?)?,
            "tab" => self.shown.exactly("\t"),
            "line-break" => self.shown.exactly("\n"),
            "span" => {
                let style = element.attribute("text:style-name")?;
                let strikes = style.and_then(|style| styles.strikes(&style));
                self.shown.span(strikes);
            }
            _ => {}
        }
        self.shown.open();
        Ok(true)
    }

    /// The most recently opened element closes.
    pub(crate) fn close(&mut self) {
        self.shown.close();
    }

    /// How the cell looks; `usual` is the default style of its column. Removes struck-out stretches from its text, unless
    /// everything is struck out.
    pub(crate) fn look(&mut self, styles: &Styles, usual: Option<&str>) -> Look {
        let style = self.style.as_deref().or(usual);
        let mut look = self
            .shown
            .leave_out_struck()
            .on(style.map(|style| styles.cell(style)).unwrap_or_default());
        if self.kind.as_deref() == Some("percentage") {
            look.number = Shown::Percentage;
        }
        look
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
