//! Takes files one by one; holds what was read of them, and returns the input that a job wants.

use ketenscan::jobs::input::Input;
use ketenscan::jobs::reading::{InputFile, Reading, ReportPolicy, read};
use ketenscan::questionnaire::Editions;

use crate::done::{Done, Stop};

/// The files that the user chose, as far as they were read.
#[derive(Debug)]
pub(crate) struct Books {
    known: Editions,
    held: Vec<Held>,
}

/// A file that was read. Only of a report are the bytes kept: one job passes over it, another reads its plan.
#[derive(Debug)]
enum Held {
    Read(Reading),
    Report(Report),
}

/// A report among the files, whose plan goes into a new one.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) label: String,
    pub(crate) bytes: Vec<u8>,
}

impl Report {
    fn read(&self, known: &Editions, reports: ReportPolicy) -> Reading {
        let file = InputFile {
            label: &self.label,
            bytes: &self.bytes,
            // It is welcome, also where a job has no use for it.
            named: false,
        };
        read(&file, known, reports)
    }
}

impl Books {
    pub(crate) fn new() -> Self {
        Self {
            known: Editions::builtin(),
            held: Vec::new(),
        }
    }

    pub(crate) fn clear(&mut self) {
        self.held.clear();
    }

    /// Reads a file and holds what is in it.
    pub(crate) fn read(&mut self, file: &InputFile) {
        let reading = read(file, &self.known, ReportPolicy::Refuse);
        if !reading.is_report() {
            return self.hold(reading);
        }
        let report = Report {
            label: file.label.to_owned(),
            bytes: file.bytes.to_vec(),
        };
        // A plan on which the reader stops must do so now, while it costs this file alone.
        report.read(&self.known, ReportPolicy::ReadPlan);
        self.held.push(Held::Report(report));
    }

    pub(crate) fn hold(&mut self, reading: Reading) {
        self.held.push(Held::Read(reading));
    }

    /// The questionnaires with which files are read.
    pub(crate) fn known(&self) -> &Editions {
        &self.known
    }

    /// The reports among the files.
    pub(crate) fn reports(&self) -> impl Iterator<Item = &Report> {
        self.held.iter().filter_map(|held| match held {
            Held::Report(report) => Some(report),
            Held::Read(_) => None,
        })
    }

    /// The input of a job that treats reports like this. If no file can be used, that ends the job.
    pub(crate) fn input(&self, reports: ReportPolicy, done: &mut Done) -> Result<Input, Stop> {
        if self.held.is_empty() {
            return Err(Stop::NoFiles);
        }
        let readings = self.held.iter().map(|held| match held {
            Held::Read(reading) => reading.clone(),
            Held::Report(report) => report.read(&self.known, reports),
        });
        let input = Input::gather(readings.collect(), &self.known);
        if input.is_useless() {
            done.problems(&input.problems);
            return Err(Stop::NothingThere);
        }
        Ok(input)
    }
}
