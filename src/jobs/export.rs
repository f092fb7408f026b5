//! `exporteer`: takes an input; returns tables of answers and figures, one file of each per region and year, with tables
//! that explain them, one file of each per questionnaire.

use std::collections::BTreeSet;

use super::input::Input;
use super::{Error, Output, report};
use crate::answers::Region;
use crate::export::csv::{Dialect, write as in_csv};
use crate::export::data_package::{DataPackage, Files};
use crate::export::{self, Table};
use crate::questionnaire::{Editions, Questionnaire};
use crate::scoring::{self, Weighting};
use crate::spelling::slug;
use crate::wording::count;

pub use crate::export::data_package::NAME;

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
    /// The position among the names of a table.
    fn position(self) -> usize {
        match self {
            #[cfg(feature = "parquet")]
            Format::Parquet => 0,
            Format::Csv => 1,
            Format::CsvNl => 2,
        }
    }

    fn files(self) -> Files {
        match self {
            #[cfg(feature = "parquet")]
            Format::Parquet => Files::Parquet,
            Format::Csv => Files::Csv(Dialect::International),
            Format::CsvNl => Files::Csv(Dialect::Dutch),
        }
    }
}

/// Tables which have yet to be made: those of a region in a year, or of a questionnaire.
#[derive(Clone, Debug)]
pub struct PendingTables<'a> {
    questionnaire: &'a Questionnaire,
    /// `None` for the tables of the questionnaire itself.
    region: Option<&'a Region>,
    format: Format,
    /// How the names of their files begin.
    stem: String,
}

/// The tables of a region and year.
const OF_REGION: [&str; 4] = [export::ANSWERS, export::SCORES, export::AMBITIONS, export::PLAN];
/// The tables of a questionnaire.
const OF_QUESTIONNAIRE: [&str; 5] = [
    export::QUESTIONS,
    export::STEPS,
    export::THEMES,
    export::PRACTICES,
    export::PERSPECTIVES,
];

/// The tables to make: those of every region and year with answers, and of their questionnaires.
///
/// # Errors
/// If there is an error in the input, if nothing is filled in, or if two tables would have the same name.
pub fn pending<'a>(input: &'a Input, known: &'a Editions, format: Format) -> Result<Vec<PendingTables<'a>>, Error> {
    input.sound()?;
    let mut pending: Vec<PendingTables> = Vec::new();
    for (questionnaire, region) in input.answered(known) {
        pending.push(PendingTables {
            questionnaire,
            region: Some(region),
            format,
            stem: report::name(&region.name, region.year),
        });
    }
    if pending.is_empty() {
        return Err(Error::NothingFilledIn);
    }
    for questionnaire in known.iter() {
        if pending
            .iter()
            .any(|tables| std::ptr::eq(tables.questionnaire, questionnaire))
        {
            pending.push(PendingTables {
                questionnaire,
                region: None,
                format,
                stem: format!("{}-{}", slug(&questionnaire.id), questionnaire.edition),
            });
        }
    }
    let mut taken = BTreeSet::new();
    for name in pending.iter().flat_map(PendingTables::outputs) {
        if let Some(name) = taken.replace(name) {
            return Err(Error::SameTable { name });
        }
    }
    Ok(pending)
}

/// What was made of all pending tables.
#[derive(Clone, Debug)]
pub struct Account {
    package: DataPackage,
    regions: usize,
    answers: usize,
    scores: usize,
}

impl Account {
    /// Nothing yet.
    #[must_use]
    pub fn new(format: Format) -> Self {
        Self {
            package: DataPackage::new(format.files()),
            regions: 0,
            answers: 0,
            scores: 0,
        }
    }

    /// A file that says where the tables are, and what each of their columns means.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn data_package(&self) -> Result<Output, Error> {
        let json = self.package.json()? + "\n";
        Ok(Output::new(NAME.to_owned(), json.into_bytes()))
    }

    /// A sentence that says how much was exported.
    #[must_use]
    pub fn text(&self) -> String {
        format!(
            "{}: {} in {}, {} in {}.",
            count(self.regions, "regio en jaar", "regio's en jaren"),
            count(self.answers, "regel", "regels"),
            export::ANSWERS,
            count(self.scores, "regel", "regels"),
            export::SCORES,
        )
    }
}

impl PendingTables<'_> {
    /// The names of the files that will be made.
    #[must_use]
    pub fn outputs(&self) -> Vec<String> {
        self.tables().iter().map(|table| self.name(table)).collect()
    }

    /// The names that the same tables have in other formats, in which an earlier run may have left them.
    #[must_use]
    pub fn in_other_formats(&self) -> Vec<String> {
        let own = self.outputs();
        let names = self.tables().iter().flat_map(|table| self.names(table));
        names.filter(|name| !own.contains(name)).collect()
    }

    /// Makes the tables, and adds them to the account.
    ///
    /// # Errors
    /// If a table cannot be made.
    pub fn make(&self, account: &mut Account) -> Result<Vec<Output>, Error> {
        let questionnaire = self.questionnaire;
        let tables: Vec<Table> = if let Some(region) = self.region {
            // With equal weights no inhabitants are needed, so this cannot fail.
            let score = scoring::score(questionnaire, region, Weighting::Equal)
                .map_err(|unknown| Error::InhabitantsUnknown(unknown.0))?;
            let answers = export::answers(questionnaire, region);
            let scores = export::scores(questionnaire, region, &score);
            account.regions += 1;
            account.answers += answers.lines();
            account.scores += scores.lines();
            let plan = export::plan(questionnaire, region, &score);
            vec![answers, scores, export::ambitions(region), plan]
        } else {
            account.package.follow(questionnaire);
            vec![
                export::questions(questionnaire),
                export::steps(questionnaire),
                export::themes(questionnaire),
                export::practices(questionnaire),
                export::perspectives(questionnaire),
            ]
        };
        let mut outputs = Vec::with_capacity(tables.len());
        for table in &tables {
            let name = self.name(table.name);
            account.package.add(table, name.clone());
            outputs.push(Output::new(name, self.write(table)?));
        }
        Ok(outputs)
    }

    fn tables(&self) -> &'static [&'static str] {
        match self.region {
            Some(_) => &OF_REGION,
            None => &OF_QUESTIONNAIRE,
        }
    }

    #[cfg_attr(
        not(feature = "parquet"),
        expect(clippy::unnecessary_wraps, reason = "only Parquet can fail")
    )]
    fn write(&self, table: &Table) -> Result<Vec<u8>, Error> {
        match self.format {
            #[cfg(feature = "parquet")]
            Format::Parquet => Ok(export::parquet_file::write(
                table,
                &export::facts(table, self.questionnaire),
            )?),
            Format::Csv => Ok(in_csv(table, Dialect::International).into_bytes()),
            Format::CsvNl => Ok(in_csv(table, Dialect::Dutch).into_bytes()),
        }
    }

    fn name(&self, table: &str) -> String {
        self.names(table)[self.format.position()].clone()
    }

    /// The names of a table in each format, including one that this build cannot write. All files of a table are in one
    /// folder, so that readers take it as a whole; region and year are columns, and are not in the path a second time.
    fn names(&self, table: &str) -> [String; 3] {
        let stem = &self.stem;
        [
            format!("{table}/{stem}.parquet"),
            format!("{table}/{stem}.csv"),
            // Excel does not open two files of the same name side by side.
            format!("{table}/{table}-{stem}.csv"),
        ]
    }
}
