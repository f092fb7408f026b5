//! `demo`: takes no input; returns invented regions over several years as workbooks, and the reports to make of them.

use super::input::Input;
use super::reading::{InputFile, Reading, ReportPolicy, read};
use super::report::{Options, Reports};
use super::{Error, Output, compare, report};
use crate::demo::{self, Book, LAST_YEAR, PLANNED, Region, SHOWN, YEARS};
use crate::questionnaire::{Date, Editions, Questionnaire};
use crate::wording::count;
use crate::workbook::template;

/// The folder for the workbooks, with a subfolder for every region and year.
pub const FILLED_IN: &str = "ingevuld";

/// The folder of the tables, which a whole country is put into, too.
pub const EXPORTED: &str = "export";

/// The options for the comparison.
pub const COMPARISON: compare::Options = compare::Options {
    json: true,
    html: false,
    pictures: false,
    audience: report::Audience::Region,
};

/// The day on which the report with a filled-in plan was made.
const PLANNED_ON: Date = Date {
    year: PLANNED,
    month: 11,
    day: 3,
};

/// Invented regions: a few for showing, or a whole country for measuring.
#[derive(Clone, Debug)]
pub struct Demo {
    regions: Vec<Region>,
    /// The name of the region whose report to look at first.
    shown: String,
    is_national: bool,
}

/// A filled-in workbook that has yet to be made.
#[derive(Clone, Debug)]
pub struct PendingBook<'a>(Book<'a>);

/// The reports to make for one invented region.
#[derive(Clone, Debug)]
pub struct RegionReports<'a> {
    /// Name of the region.
    pub region: &'a str,
    /// The beginnings of its file names.
    pub names: Vec<String>,
    /// The options for its reports.
    pub options: report::Options,
}

impl Demo {
    /// A few regions for showing.
    #[must_use]
    pub fn story() -> Self {
        Self {
            regions: demo::story(),
            shown: SHOWN.to_owned(),
            is_national: false,
        }
    }

    /// A whole country.
    #[must_use]
    pub fn national() -> Self {
        let regions = demo::national();
        Self {
            shown: regions.last().map(|region| region.name.clone()).unwrap_or_default(),
            regions,
            is_national: true,
        }
    }

    /// The workbooks as they would come back.
    #[must_use]
    pub fn books(&self) -> Vec<PendingBook<'_>> {
        self.regions.iter().flat_map(demo::books).map(PendingBook).collect()
    }

    /// The report of an earlier year in which the plan is filled in; the whole country has none.
    ///
    /// # Errors
    /// If an output cannot be made.
    pub fn planned_report(&self, known: &Editions) -> Result<Option<Output>, Error> {
        let Some(name) = self.planned_name() else {
            return Ok(None);
        };
        let folder = format!("{FILLED_IN}/{}/", report::name(SHOWN, PLANNED));
        let books = self.books();
        let books = books.iter().filter(|book| book.name().starts_with(&folder));
        let reading = |book: &PendingBook| -> Result<Reading, Error> {
            let made = book.make(known.newest())?;
            let file = InputFile {
                label: &made.name,
                bytes: &made.bytes,
                named: false,
            };
            Ok(read(&file, known, ReportPolicy::Refuse))
        };
        let readings = books.map(reading).collect::<Result<_, _>>()?;
        let input = Input::gather(readings, known);
        let options = Options::default();
        let reports = Reports::new(&input, known, &options);
        let mut made = Vec::new();
        for pending in reports.pending()? {
            made.extend(reports.make(&pending.with_plan(demo::plan()), PLANNED_ON)?.outputs);
        }
        let workbook = made.into_iter().next();
        Ok(workbook.map(|workbook| Output::new(name, workbook.bytes)))
    }

    /// The name of that report.
    fn planned_name(&self) -> Option<String> {
        let name = report::name(SHOWN, PLANNED);
        (!self.is_national).then(|| format!("{FILLED_IN}/{name}/{name}.xlsx"))
    }

    /// The folders for the workbooks, by region and year.
    #[must_use]
    pub fn folders(&self) -> Vec<String> {
        let mut folders: Vec<String> = self.books().iter().map(PendingBook::folder).collect();
        folders.dedup();
        folders
    }

    /// The reports to make, region by region.
    #[must_use]
    pub fn reports(&self) -> Vec<RegionReports<'_>> {
        let years = if self.is_national {
            &YEARS[..]
        } else {
            &YEARS[YEARS.len() - 1..]
        };
        let regions = self.regions.iter().map(|region| RegionReports {
            region: &region.name,
            names: years.iter().map(|&year| report::name(&region.name, year)).collect(),
            options: report::Options {
                json: true,
                html: !self.is_national,
                // Drawing charts takes longer than everything else together.
                pictures: !self.is_national && region.name == self.shown,
                ..report::Options::default()
            },
        });
        regions.collect()
    }

    /// Whether everything is put into tables, too.
    #[must_use]
    pub fn is_exported(&self) -> bool {
        self.is_national
    }

    /// Everything that will be written: files, and folders with files in them.
    #[must_use]
    pub fn outputs(&self) -> Vec<String> {
        let mut outputs: Vec<String> = self.books().iter().map(PendingBook::name).collect();
        outputs.extend(self.planned_name());
        for reports in self.reports() {
            let names = reports.names.iter();
            outputs.extend(names.flat_map(|name| report::outputs(&reports.options, name)));
        }
        outputs.extend(COMPARISON.outputs().into_iter().map(str::to_owned));
        outputs.extend(self.is_exported().then(|| EXPORTED.to_owned()));
        outputs
    }

    /// "104 werkboeken van 5 verzonnen regio's".
    #[must_use]
    pub fn account(&self) -> String {
        format!(
            "{} van {}",
            count(self.books().len(), "werkboek", "werkboeken"),
            count(self.regions.len(), "verzonnen regio", "verzonnen regio's")
        )
    }

    /// The region whose last report to open first, and the beginning of its file names.
    #[must_use]
    pub fn shown(&self) -> (&str, String) {
        (&self.shown, report::name(&self.shown, LAST_YEAR))
    }
}

impl PendingBook<'_> {
    /// Its file name.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}/{}", self.folder(), self.0.file())
    }

    fn folder(&self) -> String {
        format!("{FILLED_IN}/{}", self.0.folder())
    }

    /// Makes the workbook.
    ///
    /// # Errors
    /// If a text of the questionnaire does not fit in a workbook.
    pub fn make(&self, questionnaire: &Questionnaire) -> Result<Output, Error> {
        let bytes = template::write(questionnaire, &self.0.order(questionnaire))?;
        Ok(Output::new(self.name(), bytes))
    }
}
