//! Recognises a cell in its usual form; returns what it holds, and what follows it.

use memchr::memchr;

use super::tag::{is_quoted, past_attribute};
use crate::looks::{Look, Runs};
use crate::reference;
use crate::xlsx::Known;
use crate::xlsx::one_piece::OnePiece;
use crate::xlsx::value::{KNOWN_ERRORS, is_plain_number};

/// A cell in its usual form.
pub(crate) struct Cell<'t> {
    reference: Option<&'t str>,
    /// Its style number, in digits, if it has one.
    style: &'t [u8],
    pub(crate) value: Written<'t>,
    formula: bool,
}

/// The value of a cell, as written.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Written<'t> {
    Nothing,
    Number(&'t str),
    /// A string, by its index in the list of strings.
    Listed(usize),
    Text(OnePiece<'t>),
    Boolean(bool),
    Error(&'static str),
}

impl Cell<'_> {
    /// Row and column, if they are written and lie on the grid.
    pub(crate) fn place(&self) -> Option<(u32, u32)> {
        reference::cell(self.reference?)
    }

    /// Its style number, if it has one.
    pub(crate) fn style(&self) -> Option<usize> {
        (!self.style.is_empty()).then(|| index(self.style))
    }

    /// Whether it has neither a value nor a formula.
    pub(crate) fn is_empty(&self) -> bool {
        self.value == Written::Nothing && !self.formula
    }

    /// Whether it has a formula without a result.
    pub(crate) fn lacks_result(&self) -> bool {
        self.formula && self.value == Written::Nothing
    }

    /// How it looks. Only a string in the list may have its own formatting.
    pub(super) fn look(&self, known: &Known) -> Look {
        let runs = match self.value {
            Written::Listed(index) => known.runs_of(index),
            _ => Runs::OfTheCell,
        };
        let look = runs.on(known.look(self.style().map(|style| style as u32)));
        match self.value {
            Written::Number(number) => look.on_number(number),
            _ => look.on_no_number(),
        }
    }
}

/// A cell whose name has been read, and what follows it.
pub(super) fn past_cell<'t>(text: &'t str, known: &Known) -> Option<(Cell<'t>, &'t str)> {
    let (attributes, rest) = past_usual_attributes(text).or_else(|| past_attributes(text))?;
    let mut cell = Cell {
        reference: attributes.reference,
        style: attributes.style,
        value: Written::Nothing,
        formula: false,
    };
    if let Some(after) = rest.strip_prefix("/>") {
        return Some((cell, after));
    }
    let mut rest = rest.strip_prefix('>')?;
    if attributes.kind == Some("inlineStr") {
        (cell.value, rest) = past_inline_text(rest)?;
        return Some((cell, rest));
    }
    if let Some(formula) = rest.strip_prefix("<f") {
        cell.formula = true;
        rest = past_formula(formula)?;
    }
    if let Some(value) = rest.strip_prefix("<v>") {
        let end = value.bytes().position(|byte| byte == b'<')?;
        cell.value = as_written(attributes.kind, &value[..end], known.strings)?;
        rest = value[end..].strip_prefix("</v>")?;
    } else if let Some(after) = rest.strip_prefix("<v/>") {
        cell.value = as_written(attributes.kind, "", known.strings)?;
        rest = after;
    }
    Some((cell, rest.strip_prefix("</c>")?))
}

/// The attributes of a cell that matter.
#[derive(Default)]
struct Attributes<'t> {
    reference: Option<&'t str>,
    style: &'t [u8],
    kind: Option<&'t str>,
}

/// The attributes of a cell and what follows them, if these are the usual ones in the usual order: reference, style,
/// type.
fn past_usual_attributes(text: &str) -> Option<(Attributes<'_>, &str)> {
    let written = text.strip_prefix(" r=\"")?;
    let rest = past_some(written.as_bytes(), 3, u8::is_ascii_uppercase)?;
    let rest = past_some(rest, 7, u8::is_ascii_digit)?;
    let mut cell = Attributes {
        reference: Some(&written[..written.len() - rest.len()]),
        ..Attributes::default()
    };
    let mut rest = rest.strip_prefix(b"\"")?;
    if let Some(style) = rest.strip_prefix(b" s=\"") {
        let after = past_some(style, 5, u8::is_ascii_digit)?;
        cell.style = &style[..style.len() - after.len()];
        rest = after.strip_prefix(b"\"")?;
    }
    for (written, name) in [(&b" t=\"s\""[..], "s"), (b" t=\"str\"", "str"), (b" t=\"n\"", "n")] {
        if let Some(after) = rest.strip_prefix(written) {
            (cell.kind, rest) = (Some(name), after);
        }
    }
    matches!(rest.first(), Some(b'>' | b'/')).then(|| (cell, &text[text.len() - rest.len()..]))
}

/// What follows one to `most` bytes of some kind; `None` if there are more or none.
fn past_some(bytes: &[u8], most: usize, kind: impl Fn(&u8) -> bool) -> Option<&[u8]> {
    let length = bytes.iter().take(most + 1).take_while(|&byte| kind(byte)).count();
    (1..=most).contains(&length).then(|| &bytes[length..])
}

/// The same, whatever the attributes and their order.
fn past_attributes(text: &str) -> Option<(Attributes<'_>, &str)> {
    let (mut rest, mut cell) = (text, Attributes::default());
    while rest.starts_with(' ') {
        let (name, value, after) = past_attribute(rest)?;
        let is_known = match name {
            "r" => is_a_reference(value.as_bytes()) && cell.reference.replace(value).is_none(),
            "s" => {
                cell.style = value.as_bytes();
                value.len() <= 5 && is_digits(value.as_bytes())
            }
            "t" => cell.kind.replace(value).is_none(),
            _ => true,
        };
        if !is_known {
            return None;
        }
        rest = after;
    }
    Some((cell, rest))
}

/// What follows a formula whose name has been read.
fn past_formula(text: &str) -> Option<&str> {
    let (attributes, after) = text.split_at(memchr(b'>', text.as_bytes())?);
    let after = &after[1..];
    if !attributes.is_empty() && !attributes.starts_with([' ', '/']) {
        return None;
    }
    if let Some(attributes) = attributes.strip_suffix('/') {
        return is_quoted(attributes).then_some(after);
    }
    if !is_quoted(attributes) {
        return None;
    }
    after[memchr(b'<', after.as_bytes())?..].strip_prefix("</f>")
}

/// The text of a cell that holds an inline text in one piece, and what follows the cell.
fn past_inline_text(text: &str) -> Option<(Written<'_>, &str)> {
    let (text, after) = OnePiece::first(text.strip_prefix("<is>")?)?;
    Some((Written::Text(text), after.strip_prefix("</is></c>")?))
}

/// The value, if it is written as values of its type usually are.
fn as_written<'t>(kind: Option<&str>, value: &'t str, strings: usize) -> Option<Written<'t>> {
    Some(match (kind, value) {
        (Some("str"), written) => Written::Text(OnePiece {
            written,
            preserved: true,
        }),
        (None | Some("n" | "s" | "b" | "e"), "") => Written::Nothing,
        (Some("s"), digits) => {
            let few = digits.len() <= 7 && is_digits(digits.as_bytes());
            Written::Listed(few.then(|| index(digits.as_bytes())).filter(|index| *index < strings)?)
        }
        (None | Some("n"), number) if is_plain_number(number.as_bytes()) => Written::Number(number),
        (Some("b"), "0") => Written::Boolean(false),
        (Some("b"), "1") => Written::Boolean(true),
        // The parser does not know newer error values.
        (Some("e"), error) => Written::Error(KNOWN_ERRORS.iter().find(|known| **known == error)?),
        _ => return None,
    })
}

fn index(digits: &[u8]) -> usize {
    digits
        .iter()
        .fold(0, |index, digit| index * 10 + usize::from(digit - b'0'))
}

/// Whether a cell reference is no longer than the longest on the grid, `XFD1048576`. More letters or digits would
/// overflow the parser's arithmetic.
fn is_a_reference(reference: &[u8]) -> bool {
    let letters = reference
        .iter()
        .take_while(|letter| letter.is_ascii_uppercase())
        .count();
    let digits = &reference[letters..];
    (1..=3).contains(&letters) && digits.len() <= 7 && is_digits(digits)
}

fn is_digits(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(u8::is_ascii_digit)
}
