//! Takes a region's answers and figures; returns tidy tables, one observation per line, and the bytes of their files.

mod answers;
pub mod csv;
#[cfg(feature = "parquet")]
pub mod parquet_file;
pub mod partition;
mod scores;

pub use answers::answers;
pub use scores::scores;

/// Name of the table made by [`answers`].
pub const ANSWERS: &str = "antwoorden";
/// Name of the table made by [`scores`].
pub const SCORES: &str = "scores";

/// A table: columns of the same length.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<'a> {
    /// Name, as in file names and queries.
    pub name: &'static str,
    /// Columns, in order.
    pub columns: Vec<Column<'a>>,
}

impl Table<'_> {
    /// The number of lines.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.columns.first().map_or(0, |column| match &column.values {
            Values::Text(values) => values.len(),
            Values::Whole(values) => values.len(),
            Values::Figure(values) => values.len(),
        })
    }
}

/// A column: its name and a value for each line.
#[derive(Clone, Debug, PartialEq)]
pub struct Column<'a> {
    /// Name, as in the JSON of `rapport`.
    pub name: &'static str,
    /// A value for each line; `None` where there is none.
    pub values: Values<'a>,
}

/// The values of a column, all of one kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Values<'a> {
    /// Names and keys.
    Text(Vec<Option<&'a str>>),
    /// Numbers without decimals.
    Whole(Vec<Option<i32>>),
    /// Unrounded figures.
    Figure(Vec<Option<f64>>),
}

fn text<'a, L>(name: &'static str, lines: &[L], value: impl Fn(&L) -> Option<&'a str>) -> Column<'a> {
    Column {
        name,
        values: Values::Text(lines.iter().map(value).collect()),
    }
}

fn whole<'a, L>(name: &'static str, lines: &[L], value: impl Fn(&L) -> Option<usize>) -> Column<'a> {
    let value = |line| value(line).and_then(|value| i32::try_from(value).ok());
    Column {
        name,
        values: Values::Whole(lines.iter().map(value).collect()),
    }
}

fn figure<'a, L>(name: &'static str, lines: &[L], value: impl Fn(&L) -> Option<f64>) -> Column<'a> {
    Column {
        name,
        values: Values::Figure(lines.iter().map(value).collect()),
    }
}
