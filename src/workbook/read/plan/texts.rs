//! The text of a cell of a report, as people see it and as its row is marked with it.

use super::super::cells::{Cell, Content};
use super::super::words::{show, shown};
use crate::office::marked;

/// The text of a cell as people see it, whole; `None` if that is not known, or not meant to be read any more.
pub(super) fn text(cell: &Cell) -> Option<String> {
    match &cell.content {
        Content::Error(error) => Some((*error).to_owned()),
        Content::Date(date) => Some(date.clone()),
        Content::ShownOtherwise(_) => None,
        content => shown(content),
    }
}

/// The same of a cell that we filled in. People may have struck it out.
pub(super) fn our_text(cell: &Cell) -> Option<String> {
    match cell.content {
        Content::Error(_) => None,
        _ => text(cell).or_else(|| cell.content.text().map(str::to_owned)),
    }
}

/// What is in a cell without a text, in words.
pub(super) fn without_text(content: &Content) -> String {
    match content {
        Content::ShownOtherwise(_) => "iets wat anders wordt getoond dan het is".to_owned(),
        other => show(other),
    }
}

/// The text of a cell, as rows are marked with it.
pub(super) fn marked_text(cell: &Cell) -> String {
    match &cell.content {
        Content::Number(number) => marked(*number),
        Content::ShownOtherwise(stored) => match stored.replace(',', ".").parse() {
            Ok(number) => marked(number),
            Err(_) => stored.clone(),
        },
        Content::Percentage(percentage) => marked(*percentage / 100.0),
        _ => our_text(cell).unwrap_or_default(),
    }
}
