//! The columns of tables: what each means, and its values.

/// A column: what it means, and a value for each line.
#[derive(Clone, Debug, PartialEq)]
pub struct Column<'a> {
    /// Name, as in the JSON of `rapport`.
    pub name: &'static str,
    /// What it says, in Dutch.
    pub meaning: &'static str,
    /// The unit of its figures, in Dutch, if they have one.
    pub unit: Option<&'static str>,
    /// Whether a line may lack a value.
    pub may_lack: bool,
    /// A value for each line; `None` where there is none.
    pub values: Values<'a>,
}

/// The values of a column, all of one kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Values<'a> {
    /// Names, keys and the texts of a questionnaire.
    Text(Vec<Option<&'a str>>),
    /// Numbers without decimals.
    Whole(Vec<Option<i32>>),
    /// Unrounded figures.
    Figure(Vec<Option<f64>>),
    /// Yes or no.
    Flag(Vec<Option<bool>>),
}

impl Values<'_> {
    pub(super) fn len(&self) -> usize {
        match self {
            Values::Text(values) => values.len(),
            Values::Whole(values) => values.len(),
            Values::Figure(values) => values.len(),
            Values::Flag(values) => values.len(),
        }
    }
}

impl<'a> Column<'a> {
    /// A column with a value on each line.
    #[must_use]
    pub fn new(name: &'static str, meaning: &'static str, values: Values<'a>) -> Self {
        Self {
            name,
            meaning,
            unit: None,
            may_lack: false,
            values,
        }
    }

    /// The same, for figures in this unit.
    pub(super) fn in_unit(mut self, unit: &'static str) -> Self {
        self.unit = Some(unit);
        self
    }

    /// The same, with lines that lack a value.
    pub(super) fn or_none(mut self) -> Self {
        self.may_lack = true;
        self
    }
}

/// A column of names, keys or texts.
pub(super) fn text<'a, L>(
    name: &'static str,
    meaning: &'static str,
    lines: &[L],
    value: impl Fn(&L) -> Option<&'a str>,
) -> Column<'a> {
    Column::new(name, meaning, Values::Text(lines.iter().map(value).collect()))
}

/// A column of numbers without decimals.
pub(super) fn whole<'a, L>(
    name: &'static str,
    meaning: &'static str,
    lines: &[L],
    value: impl Fn(&L) -> Option<usize>,
) -> Column<'a> {
    let value = |line| value(line).and_then(|value| i32::try_from(value).ok());
    Column::new(name, meaning, Values::Whole(lines.iter().map(value).collect()))
}

/// A column of figures.
pub(super) fn figure<'a, L>(
    name: &'static str,
    meaning: &'static str,
    lines: &[L],
    value: impl Fn(&L) -> Option<f64>,
) -> Column<'a> {
    Column::new(name, meaning, Values::Figure(lines.iter().map(value).collect()))
}

/// A column of yes and no.
pub(super) fn flag<'a, L>(
    name: &'static str,
    meaning: &'static str,
    lines: &[L],
    value: impl Fn(&L) -> bool,
) -> Column<'a> {
    let value = |line| Some(value(line));
    Column::new(name, meaning, Values::Flag(lines.iter().map(value).collect()))
}
