//! `exporteer`: takes an input; returns tables of answers and figures, one file of each per region and year.

use super::input::Input;
use super::{Error, Output, report};
use crate::answers::Region;
use crate::export::csv::{self, Dialect};
use crate::export::{self, Table, partition};
use crate::questionnaire::{Editions, Questionnaire};
use crate::scoring::{self, Weighting};
use crate::wording::count;

/// The file format of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Typed columns, for query engines.
    #[cfg(feature = "parquet")]
    Parquet,
    /// Text, for everything else.
    Csv,
    /// Text that spreadsheets in Dutch open on a double click.
    CsvNl,
}

impl Format {
    /// The position among [`PendingTables::names`].
    fn position(self) -> usize {
        match self {
            #[cfg(feature = "parquet")]
            Format::Parquet => 0,
            Format::Csv => 1,
            Format::CsvNl => 2,
        }
    }

    #[cfg_attr(
        not(feature = "parquet"),
        expect(clippy::unnecessary_wraps, reason = "only Parquet can fail")
    )]
    fn write(self, table: &Table) -> Result<Vec<u8>, Error> {
        match self {
            #[cfg(feature = "parquet")]
            Format::Parquet => Ok(export::parquet_file::write(table)?),
            Format::Csv => Ok(csv::write(table, Dialect::International).into_bytes()),
            Format::CsvNl => Ok(csv::write(table, Dialect::Dutch).into_bytes()),
        }
    }
}

/// The tables of one region and year, which have yet to be made.
#[derive(Clone, Copy, Debug)]
pub struct PendingTables<'a> {
    questionnaire: &'a Questionnaire,
    region: &'a Region,
    format: Format,
}

/// The number of lines of each table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    answers: usize,
    scores: usize,
}

/// The tables to make: those of every region and year with answers.
///
/// # Errors
/// If there is an error in the input, or nothing is filled in.
pub fn pending<'a>(input: &'a Input, known: &'a Editions, format: Format) -> Result<Vec<PendingTables<'a>>, Error> {
    input.sound()?;
    let tables = input.answered(known).map(|(questionnaire, region)| PendingTables {
        questionnaire,
        region,
        format,
    });
    let tables: Vec<PendingTables> = tables.collect();
    if tables.is_empty() {
        return Err(Error::NothingFilledIn);
    }
    Ok(tables)
}

impl PendingTables<'_> {
    /// The names of the files that will be made.
    #[must_use]
    pub fn outputs(&self) -> [String; 2] {
        [export::ANSWERS, export::SCORES].map(|table| self.name(table))
    }

    /// The names that the same tables have in other formats, in which an earlier run may have left them.
    #[must_use]
    pub fn in_other_formats(&self) -> Vec<String> {
        let own = self.outputs();
        let names = [export::ANSWERS, export::SCORES].map(|table| self.names(table));
        names.into_iter().flatten().filter(|name| !own.contains(name)).collect()
    }

    /// Makes the tables, and counts their lines.
    ///
    /// # Errors
    /// If a table cannot be made.
    pub fn make(&self) -> Result<(Vec<Output>, Lines), Error> {
        // With equal weights no inhabitants are needed, so this cannot fail.
        let score = scoring::score(self.questionnaire, self.region, Weighting::Equal)
            .map_err(|unknown| Error::InhabitantsUnknown(unknown.0))?;
        let answers = export::answers(self.questionnaire, self.region);
        let scores = export::scores(self.questionnaire, self.region, &score);
        let lines = Lines {
            answers: answers.lines(),
            scores: scores.lines(),
        };
        let output = |table: &Table| Ok(Output::new(self.name(table.name), self.format.write(table)?));
        let outputs = [answers, scores].iter().map(output).collect::<Result<_, Error>>()?;
        Ok((outputs, lines))
    }

    fn name(&self, table: &str) -> String {
        self.names(table)[self.format.position()].clone()
    }

    /// The names of a table in each format, including one that this build cannot write.
    fn names(&self, table: &str) -> [String; 3] {
        let Region { name, year, .. } = self.region;
        let folder = format!("{table}/{}", partition::folder(name, *year));
        [
            format!("{folder}/part.parquet"),
            format!("{folder}/part.csv"),
            // Excel does not open two files of the same name side by side.
            format!("{folder}/{table}-{}.csv", report::name(name, *year)),
        ]
    }
}

/// A sentence that says how much was exported; `lines` are those of each region and year.
#[must_use]
pub fn account(lines: &[Lines]) -> String {
    let sum = |of: fn(&Lines) -> usize| count(lines.iter().map(of).sum(), "regel", "regels");
    format!(
        "{}: {} in {}, {} in {}.",
        count(lines.len(), "regio en jaar", "regio's en jaren"),
        sum(|lines| lines.answers),
        export::ANSWERS,
        sum(|lines| lines.scores),
        export::SCORES,
    )
}
