//! Recognises a cell in its usual form, and says what follows it.

use memchr::memchr;

use super::tag::{is_quoted, past_attribute};
use crate::looks::{Looks, Runs};
use crate::reference;
use crate::xlsx::Known;
use crate::xlsx::value::{KNOWN_ERRORS, is_plain_number};

/// What follows a cell whose name has been read, and whether any formula in it has its result.
pub(super) fn past_cell<'t>(text: &'t str, known: &Known, looks: &mut Looks) -> Option<(&'t str, bool)> {
    let (cell, rest) = past_usual_attributes(text).or_else(|| past_attributes(text))?;
    if let Some(after) = rest.strip_prefix("/>") {
        return Some((after, true));
    }
    let rest = rest.strip_prefix('>')?;
    if cell.kind == Some("inlineStr") {
        if known.any_looks {
            cell.look(Runs::OfTheCell, known, looks)?;
        }
        return past_inline_text(rest).map(|after| (after, true));
    }
    let (value, formula) = match rest.strip_prefix("<f") {
        Some(formula) => (past_formula(formula)?, true),
        None => (rest, false),
    };
    let (after, result) = match value.strip_prefix("<v>") {
        None => (value.strip_prefix("<v/>").unwrap_or(value), false),
        Some(value) => {
            let end = value.bytes().position(|byte| byte == b'<')?;
            let written = &value.as_bytes()[..end];
            if !is_a_value(cell.kind, written, known.strings) {
                return None;
            }
            if known.any_looks && end > 0 {
                let runs = match cell.kind {
                    Some("s") => known.runs_of(index(written)),
                    _ => Runs::OfTheCell,
                };
                cell.look(runs, known, looks)?;
            }
            // A text result may be empty; any other result may not.
            (value[end..].strip_prefix("</v>")?, cell.kind == Some("str") || end > 0)
        }
    };
    Some((after.strip_prefix("</c>")?, result || !formula))
}

/// The attributes of a cell that matter.
#[derive(Default)]
struct Attributes<'t> {
    reference: Option<&'t str>,
    style: &'t [u8],
    kind: Option<&'t str>,
}

impl Attributes<'_> {
    /// Records how the cell looks, if its place is known.
    fn look(&self, runs: Runs, known: &Known, looks: &mut Looks) -> Option<()> {
        let look = runs.on(known.look(Some(index(self.style) as u32)));
        if look.is_usual() {
            return Some(());
        }
        looks.cell(reference::cell(self.reference?)?, look);
        Some(())
    }
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

/// What follows the rest of a cell that holds an inline text in one piece.
fn past_inline_text(text: &str) -> Option<&str> {
    let text = text.strip_prefix("<is><t")?;
    let text = text.strip_prefix(" xml:space=\"preserve\"").unwrap_or(text);
    let text = text.strip_prefix('>')?;
    text[memchr(b'<', text.as_bytes())?..].strip_prefix("</t></is></c>")
}

/// Whether a value, if present, is written as values of its type usually are.
fn is_a_value(kind: Option<&str>, value: &[u8], strings: usize) -> bool {
    match kind {
        Some("str") => true,
        Some("s") => {
            value.len() <= 7 && value.iter().all(u8::is_ascii_digit) && (value.is_empty() || index(value) < strings)
        }
        None | Some("n") => value.is_empty() || is_plain_number(value),
        Some("b") => matches!(value, b"" | b"0" | b"1"),
        // The parser does not know newer error values.
        Some("e") => value.is_empty() || KNOWN_ERRORS.iter().any(|known| known.as_bytes() == value),
        Some(_) => false,
    }
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
