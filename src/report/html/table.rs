//! Takes a table of the outline; returns HTML with a caption, header scopes, and words for whatever a screen reader
//! would miss.

use super::WIDE;
use super::look::{MOST_LABELLED, hex};
use crate::palette;
use crate::report::markup::escaped;
use crate::report::outline::{Cell, HeatCell, Table, Usage};
use crate::wording::{grouped, one_decimal, percentage, whole, with_sign};

/// The longest text, in characters, that is never wrapped.
const SHORT: usize = 12;
/// Widths in characters from which a column keeps some or much room on a narrow screen.
const MIDDLE: u16 = 20;
const LONG: u16 = 50;

/// Writes a table that can also be scrolled with the keyboard; of a table without rows, only the heading. Roles are
/// written out, as on a narrow screen the style sheet makes cards of rows, which not every browser then calls rows.
pub(super) fn write(table: &Table, part: &str, html: &mut String) {
    let heading = format!("<h3 class=\"utrecht-heading-3\">{}</h3>", escaped(&table.heading));
    if table.rows.is_empty() {
        html.push_str(&heading);
        html.push('\n');
        return;
    }
    html.push_str(&opening(table, part));
    html.push_str("<caption>");
    html.push_str(&heading);
    html.push_str("</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">");
    for index in 0..table.columns.len() {
        html.push_str(&header(table, index));
    }
    html.push_str("</tr></thead>\n<tbody role=\"rowgroup\">\n");
    for row in &table.rows {
        html.push_str("<tr role=\"row\">");
        for (index, cell) in row.iter().enumerate() {
            html.push_str(&if index == 0 {
                row_header(cell)
            } else {
                data(table, index, cell)
            });
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody>\n</table>\n</div>\n");
}

fn opening(table: &Table, part: &str) -> String {
    let heat = if table.usage == Usage::Heatmap { " heat" } else { "" };
    let dense = if table.columns.len() >= WIDE { " dense" } else { "" };
    format!(
        "<div class=\"utrecht-table-container\" role=\"group\" tabindex=\"0\" aria-label=\"Tabel: {}, {}\">\n<table class=\"utrecht-table utrecht-table--html-table{heat}{dense}\" style=\"{}\">\n",
        escaped(part),
        escaped(&table.heading),
        escaped(&labels(table)),
    )
}

/// The headers of the figures as custom properties. On a narrow screen a row is a card, in which the style sheet writes
/// them beside each figure.
fn labels(table: &Table) -> String {
    let numbered = table.columns.iter().enumerate().take(MOST_LABELLED).skip(1);
    let labels = numbered.map(|(index, column)| format!("--c{}:{};", index + 1, css_string(&column.header)));
    labels.collect::<Vec<_>>().concat()
}

fn css_string(text: &str) -> String {
    let mut string = "'".to_owned();
    for character in text.chars() {
        match character {
            '\'' | '\\' | '\0'..='\u{1f}' => string.push_str(&format!("\\{:x} ", u32::from(character))),
            other => string.push(other),
        }
    }
    string.push('\'');
    string
}

fn header(table: &Table, index: usize) -> String {
    let column = &table.columns[index];
    format!(
        "<th scope=\"col\" role=\"columnheader\"{}>{}</th>",
        class(&[alignment(table, index), room(column.width)]),
        escaped(&column.header)
    )
}

fn row_header(cell: &Cell) -> String {
    format!(
        "<th scope=\"row\" role=\"rowheader\"{}>{}</th>",
        class(&[unbroken(cell)]),
        words(cell)
    )
}

fn data(table: &Table, index: usize, cell: &Cell) -> String {
    // Beyond the columns that the style sheet numbers, a cell has its header itself.
    let label = if index < MOST_LABELLED {
        String::new()
    } else {
        format!(" data-label=\"{}\"", escaped(&table.columns[index].header))
    };
    format!(
        "<td role=\"cell\"{}{}{label}>{}</td>",
        class(&[alignment(table, index), unbroken(cell), hatched(cell)]),
        shade(cell),
        words(cell)
    )
}

fn class(names: &[&str]) -> String {
    let names: Vec<&str> = names.iter().copied().filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        String::new()
    } else {
        format!(" class=\"{}\"", names.join(" "))
    }
}

/// Figures are right-aligned.
fn alignment(table: &Table, column: usize) -> &'static str {
    let is_figure = |row: &Vec<Cell>| {
        matches!(
            row[column],
            Cell::Score(_)
                | Cell::FineScore(_)
                | Cell::Heat(_)
                | Cell::Share(_)
                | Cell::Points(_)
                | Cell::FinePoints(_)
                | Cell::Number(_)
        )
    };
    if table.rows.iter().any(is_figure) { "number" } else { "" }
}

/// Codes and other short texts are not wrapped.
fn unbroken(cell: &Cell) -> &'static str {
    match cell {
        Cell::Text(text) if text.chars().count() <= SHORT => "whole",
        _ => "",
    }
}

fn room(width: u16) -> &'static str {
    match width {
        LONG.. => "long",
        MIDDLE.. => "middle",
        _ => "",
    }
}

fn hatched(cell: &Cell) -> &'static str {
    match cell {
        Cell::Heat(HeatCell::TooFew) => "few",
        _ => "",
    }
}

fn shade(cell: &Cell) -> String {
    match cell {
        Cell::Heat(HeatCell::Score { short, .. }) => format!(
            " style=\"background-color:{};color:{}\"",
            hex(palette::shortfall(*short)),
            hex(palette::on_shortfall(*short))
        ),
        _ => String::new(),
    }
}

fn words(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Entry(text) | Cell::PlanStatus(text) => escaped(text),
        Cell::Score(Some(score)) => whole(*score),
        Cell::FineScore(Some(score)) => one_decimal(*score),
        Cell::Points(Some(points)) => with_sign(whole(*points)),
        Cell::FinePoints(Some(points)) => with_sign(one_decimal(*points)),
        Cell::Share(Some(share)) => percentage(*share),
        // Shown as an empty cell, which is what texts call it, with a word for screen readers.
        Cell::Score(None) | Cell::FineScore(None) | Cell::Points(None) | Cell::FinePoints(None) | Cell::Share(None) => {
            "<span class=\"unseen\">geen cijfer</span>".to_owned()
        }
        // How far below the norm, which the tint says, in words too.
        Cell::Heat(HeatCell::Score { score, short }) if *short > 0.0 => format!(
            "{}<span class=\"unseen\">, {} onder de norm</span>",
            whole(*score),
            whole(*short)
        ),
        Cell::Heat(HeatCell::Score { score, .. }) => whole(*score),
        Cell::Heat(HeatCell::TooFew) => "<span class=\"unseen\">te weinig antwoorden</span>".to_owned(),
        Cell::Heat(HeatCell::Nothing) => HeatCell::NOT_ASKED.to_owned(),
        Cell::Number(value) => grouped(*value),
        // Colour only supports the symbol and the word.
        Cell::Verdict(verdict) => format!(
            "<span class=\"status{}\">{}</span>",
            if verdict.falls_short() { " below" } else { "" },
            verdict.words
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::css_string;

    #[test]
    fn a_header_cannot_end_its_string() {
        for (text, string) in [
            ("6 Begeleiding en hulp", "'6 Begeleiding en hulp'"),
            ("'s-Duin", "'\\27 s-Duin'"),
            ("a\\", "'a\\5c '"),
            ("a\nb", "'a\\a b'"),
        ] {
            assert_eq!(css_string(text), string);
        }
    }
}
