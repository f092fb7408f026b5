//! `exporteer`: takes an input; returns tables of answers and figures, one file of each per region and year.

use super::input::Input;
use super::{Error, Output};
use crate::answers::Region;
use crate::export::{self, Table, csv, partition};
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
}

/// The extensions of all formats, including one that this build cannot write.
const EXTENSIONS: [&str; 2] = ["parquet", "csv"];

impl Format {
    fn extension(self) -> &'static str {
        match self {
            #[cfg(feature = "parquet")]
            Format::Parquet => "parquet",
            Format::Csv => "csv",
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
            Format::Csv => Ok(csv::write(table).into_bytes()),
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
        [export::ANSWERS, export::SCORES].map(|table| self.name(table, self.format.extension()))
    }

    /// The names that the same tables have in other formats, in which an earlier run may have left them.
    #[must_use]
    pub fn in_other_formats(&self) -> Vec<String> {
        let others = EXTENSIONS.iter().filter(|other| **other != self.format.extension());
        let of_each = |&extension| [export::ANSWERS, export::SCORES].map(|table| self.name(table, extension));
        others.flat_map(of_each).collect()
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
        let name = |table: &Table| self.name(table.name, self.format.extension());
        let output = |table: &Table| Ok(Output::new(name(table), self.format.write(table)?));
        let outputs = [answers, scores].iter().map(output).collect::<Result<_, Error>>()?;
        Ok((outputs, lines))
    }

    fn name(&self, table: &str, extension: &str) -> String {
        let folder = partition::folder(&self.region.name, self.region.year);
        format!("{table}/{folder}/part.{extension}")
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
