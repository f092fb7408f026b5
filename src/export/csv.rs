//! Takes a table; returns CSV in UTF-8 with a header, and no text that is a formula.

use super::{Table, Values};

/// Who is to read the CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Software anywhere: commas and decimal points, as in RFC 4180.
    International,
    /// Excel and LibreOffice in Dutch, on a double click: semicolons, decimal commas, and a byte order mark.
    Dutch,
}

impl Dialect {
    /// How a yes or a no is written. In Dutch as words: a program in Dutch takes `true` for a text, and one in another
    /// language takes `waar` for one.
    pub(super) fn flag(self, flag: bool) -> &'static str {
        match (self, flag) {
            (Dialect::International, true) => "true",
            (Dialect::International, false) => "false",
            (Dialect::Dutch, true) => "ja",
            (Dialect::Dutch, false) => "nee",
        }
    }

    fn beginning(self) -> &'static str {
        match self {
            Dialect::International => "",
            // Without it, Excel takes UTF-8 for Windows-1252.
            Dialect::Dutch => "\u{feff}",
        }
    }

    pub(super) fn separator(self) -> &'static str {
        match self {
            Dialect::International => ",",
            Dialect::Dutch => ";",
        }
    }

    /// The characters at which a reader may split a field that is not quoted.
    fn splits(self) -> &'static [char] {
        match self {
            Dialect::International => &[','],
            // Unless it is asked not to, LibreOffice splits at all three.
            Dialect::Dutch => &[';', ',', '\t'],
        }
    }

    /// Always with decimals, so that software does not infer an integer column from the first lines.
    fn figure(self, figure: f64) -> String {
        match self {
            Dialect::International => format!("{figure:?}"),
            // Never with an exponent.
            Dialect::Dutch if figure.fract() == 0.0 => format!("{figure:.1}").replace('.', ","),
            Dialect::Dutch => figure.to_string().replace('.', ","),
        }
    }
}

/// The table as CSV. An absent value is an empty field. A text that a spreadsheet would interpret as a formula is
/// prefixed with an apostrophe.
#[must_use]
pub fn write(table: &Table, dialect: Dialect) -> String {
    let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    let mut csv = dialect.beginning().to_owned() + &names.join(dialect.separator()) + "\r\n";
    for line in 0..table.lines() {
        for (index, column) in table.columns.iter().enumerate() {
            if index > 0 {
                csv.push_str(dialect.separator());
            }
            let field = field(&column.values, line, dialect).unwrap_or_default();
            csv.push_str(&quoted(field, dialect));
        }
        csv.push_str("\r\n");
    }
    csv
}

fn field(values: &Values, line: usize, dialect: Dialect) -> Option<String> {
    match values {
        Values::Text(texts) => texts[line].map(harmless),
        Values::Whole(numbers) => numbers[line].map(|number| number.to_string()),
        Values::Figure(figures) => figures[line].map(|figure| dialect.figure(figure)),
        Values::Flag(flags) => flags[line].map(|flag| dialect.flag(flag).to_owned()),
    }
}

fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn quoted(field: String, dialect: Dialect) -> String {
    if field.contains(['"', '\r', '\n']) || field.contains(dialect.splits()) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Column;

    fn one(values: Values, dialect: Dialect) -> String {
        let table = Table {
            name: "tabel",
            meaning: "Een proef.",
            key: &[],
            references: Vec::new(),
            columns: vec![Column::new("naam", "een naam", values)],
        };
        write(&table, dialect)
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
        assert_eq!(one(Values::Text(texts), Dialect::International), expected);
    }

    #[test]
    fn numbers_stay_numbers_and_absence_stays_empty() {
        let figures = vec![Some(75.0), None, Some(100.0 / 3.0), Some(-0.5), Some(1e-7)];
        assert_eq!(
            one(Values::Figure(figures), Dialect::International),
            "naam\r\n75.0\r\n\r\n33.333333333333336\r\n-0.5\r\n1e-7\r\n"
        );
        let years = Values::Whole(vec![Some(2026), None]);
        assert_eq!(one(years, Dialect::International), "naam\r\n2026\r\n\r\n");
    }

    #[test]
    fn yes_and_no_are_words_that_each_reader_knows() {
        let flags = || Values::Flag(vec![Some(true), None, Some(false)]);
        assert_eq!(one(flags(), Dialect::International), "naam\r\ntrue\r\n\r\nfalse\r\n");
        assert_eq!(one(flags(), Dialect::Dutch), "\u{feff}naam\r\nja\r\n\r\nnee\r\n");
    }

    #[test]
    fn dutch_texts_are_quoted_wherever_libreoffice_splits_and_are_never_a_formula() {
        let texts = vec![
            Some("Súdstêd"),
            Some("Duin; \"Stad\""),
            Some("Duin, Stad"),
            Some("Duin\tStad"),
            Some("=1+1"),
            Some("\tDuin"),
            None,
        ];
        let expected = "\u{feff}naam\r\nSúdstêd\r\n\"Duin; \"\"Stad\"\"\"\r\n\"Duin, Stad\"\r\n\"Duin\tStad\"\r\n'=1+1\r\n\"'\tDuin\"\r\n\r\n";
        assert_eq!(one(Values::Text(texts), Dialect::Dutch), expected);
    }

    #[test]
    fn dutch_numbers_have_a_decimal_comma_and_neither_thousands_nor_exponents() {
        let figures = vec![
            Some(75.0),
            None,
            Some(100.0 / 3.0),
            Some(-0.5),
            Some(1e-7),
            Some(1_234_567.0),
            Some(1e16),
        ];
        assert_eq!(
            one(Values::Figure(figures), Dialect::Dutch),
            "\u{feff}naam\r\n\"75,0\"\r\n\r\n\"33,333333333333336\"\r\n\"-0,5\"\r\n\"0,0000001\"\r\n\"1234567,0\"\r\n\"10000000000000000,0\"\r\n"
        );
        let years = Values::Whole(vec![Some(2026), None]);
        assert_eq!(one(years, Dialect::Dutch), "\u{feff}naam\r\n2026\r\n\r\n");
    }
}
