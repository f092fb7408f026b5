//! Takes a table; returns CSV as in RFC 4180: UTF-8, commas, a header, decimal points, and no text that is a formula.

use super::{Table, Values};

/// The table as CSV. An absent value is an empty field. A text that a spreadsheet would interpret as a formula is
/// prefixed with an apostrophe.
#[must_use]
pub fn write(table: &Table) -> String {
    let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    let mut csv = names.join(",") + "\r\n";
    for line in 0..table.lines() {
        for (index, column) in table.columns.iter().enumerate() {
            if index > 0 {
                csv.push(',');
            }
            csv.push_str(&field(&column.values, line).unwrap_or_default());
        }
        csv.push_str("\r\n");
    }
    csv
}

fn field(values: &Values, line: usize) -> Option<String> {
    match values {
        Values::Text(texts) => texts[line].map(harmless).map(quoted),
        Values::Whole(numbers) => numbers[line].map(|number| number.to_string()),
        // Always with a decimal point, so that software does not infer an integer column from the first lines.
        Values::Figure(figures) => figures[line].map(|figure| format!("{figure:?}")),
    }
}

fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn quoted(text: String) -> String {
    if text.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Column;

    fn one(values: Values) -> String {
        let column = Column { name: "naam", values };
        write(&Table {
            name: "tabel",
            columns: vec![column],
        })
    }

    #[test]
    fn a_text_is_quoted_if_necessary_and_is_never_a_formula() {
        let texts = vec![
            Some("Duinstad"),
            Some("Duin, \"Stad\""),
            Some("=1+1"),
            Some("@A1,B1"),
            Some("-Zee"),
            Some("'s-Gravenduin"),
            Some("Duin-Stad"),
        ];
        let expected = "naam\r\nDuinstad\r\n\"Duin, \"\"Stad\"\"\"\r\n'=1+1\r\n\"'@A1,B1\"\r\n'-Zee\r\n's-Gravenduin\r\nDuin-Stad\r\n";
        assert_eq!(one(Values::Text(texts)), expected);
    }

    #[test]
    fn numbers_stay_numbers_and_absence_stays_empty() {
        let figures = vec![Some(75.0), None, Some(100.0 / 3.0), Some(-0.5), Some(1e-7)];
        assert_eq!(
            one(Values::Figure(figures)),
            "naam\r\n75.0\r\n\r\n33.333333333333336\r\n-0.5\r\n1e-7\r\n"
        );
        assert_eq!(one(Values::Whole(vec![Some(2026), None])), "naam\r\n2026\r\n\r\n");
    }
}
