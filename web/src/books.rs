//! Takes files one by one; holds what was read of them, and returns the input that a job wants.

use ketenscan::jobs::input::Input;
use ketenscan::jobs::keeping::is_kept;
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
    /// A kept version of a report, which only the job that compares plans reads.
    Kept(Report),
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
            // Of what is kept, only plans are of use.
            if !is_kept_file(file.label) {
                self.hold(reading);
            }
            return;
        }
        let report = Report {
            label: file.label.to_owned(),
            bytes: file.bytes.to_vec(),
        };
        // A plan on which the reader stops must do so now, while it costs this file alone.
        report.read(&self.known, ReportPolicy::ReadPlan);
        self.held.push(if is_kept_file(file.label) {
            Held::Kept(report)
        } else {
            Held::Report(report)
        });
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
            Held::Read(_) | Held::Kept(_) => None,
        })
    }

    /// The plans of all reports among the files as they stand, kept versions included. What is wrong with other files keeps no
    /// plan from being followed.
    pub(crate) fn plans(&self) -> Vec<Reading> {
        let reports = self.held.iter().filter_map(|held| match held {
            Held::Report(report) | Held::Kept(report) => Some(report),
            Held::Read(_) => None,
        });
        reports
            .map(|report| report.read(&self.known, ReportPolicy::FollowPlan))
            .collect()
    }

    /// The input of a job that treats reports like this. If no file can be used, that ends the job.
    pub(crate) fn input(&self, reports: ReportPolicy, done: &mut Done) -> Result<Input, Stop> {
        if self.held.is_empty() {
            return Err(Stop::NoFiles);
        }
        let readings = self.held.iter().filter_map(|held| match held {
            Held::Read(reading) => Some(reading.clone()),
            Held::Report(report) => Some(report.read(&self.known, reports)),
            Held::Kept(_) => None,
        });
        let input = Input::gather(readings.collect(), &self.known);
        if input.is_useless() {
            done.problems(&input.problems);
            return Err(Stop::NothingThere);
        }
        Ok(input)
    }
}

/// Whether a file has the name of a kept version, wherever it is.
fn is_kept_file(label: &str) -> bool {
    is_kept(label.rsplit('/').next().unwrap_or_default())
}
