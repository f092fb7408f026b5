//! The values that options accept: fixed choices and numbers, with Dutch messages for anything else.

use clap::ValueEnum;
use ketenscan::jobs::export;
use ketenscan::jobs::report::Weighting;
use ketenscan::jobs::templates::YEARS;
use ketenscan::questionnaire::Date;

/// When messages are coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal.
    Auto,
    /// Always.
    #[value(name = "altijd")]
    Always,
    /// Never.
    #[value(name = "nooit")]
    Never,
}

/// How municipalities are weighted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum WeightingArg {
    /// All equally.
    #[value(name = "gelijk")]
    Equal,
    /// By inhabitants.
    #[value(name = "inwoners")]
    Inhabitants,
}

/// How tables are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Typed columns, for query engines.
    Parquet,
    /// Text, for everything else.
    Csv,
    /// Text that spreadsheets in Dutch open on a double click.
    CsvNl,
}

impl From<WeightingArg> for Weighting {
    fn from(given: WeightingArg) -> Self {
        match given {
            WeightingArg::Equal => Self::Equal,
            WeightingArg::Inhabitants => Self::Inhabitants,
        }
    }
}

impl From<Format> for export::Format {
    fn from(given: Format) -> Self {
        match given {
            Format::Parquet => Self::Parquet,
            Format::Csv => Self::Csv,
            Format::CsvNl => Self::CsvNl,
        }
    }
}

/// A year in the range that answers may be about.
pub fn year(text: &str) -> Result<u16, String> {
    let year = text.parse().ok().filter(|year| YEARS.contains(year));
    year.ok_or_else(|| format!("kies een jaar van {} tot en met {}", YEARS.start(), YEARS.end()))
}

/// A day, written as 2027-04-01.
pub fn day(text: &str) -> Result<Date, &'static str> {
    let mut parts = text.split('-');
    let mut part = |length: usize| {
        let part = parts.next().filter(|part| part.len() == length)?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then_some(part)
    };
    let date = part(4).zip(part(2)).zip(part(2)).filter(|_| parts.next().is_none());
    let date =
        date.and_then(|((year, month), day)| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?));
    date.filter(|date| YEARS.contains(&date.year))
        .ok_or("schrijf een dag als 2027-04-01: jaar, maand, dag")
}

/// A number for a step; whether the questionnaire has that step is checked later.
pub fn step(text: &str) -> Result<usize, &'static str> {
    text.parse().map_err(|_| "kies een stap van 0 tot en met 7")
}

/// A name that is not blank.
pub fn name(text: &str) -> Result<String, &'static str> {
    let name = text.trim();
    if name.is_empty() {
        return Err("geef een naam");
    }
    Ok(name.to_owned())
}
