//! Ketenscan makes questionnaire workbooks, reads them back filled in, and reports on a region's scores.
//!
//! The modules are the steps of a pipeline. A [`questionnaire`] says what is asked; [`workbook`] makes blank workbooks
//! for it and reads filled-in ones back; [`answers`] groups them by region; [`scoring`] turns them into figures;
//! [`comparison`] compares years and regions; [`progress`] follows a plan through the year; [`report`] and [`export`]
//! present the results. [`jobs`] combines these steps into what a user asks for. Bytes go in and bytes come out: the
//! library uses no files, clock, threads or terminal.
//!
//! # Example
//!
//! Makes a report from the filled-in workbooks of a region. Here they come from the demo, which fills in those of the
//! invented region Voorbeeldland; normally they are files that people sent.
//!
//! ```
//! use ketenscan::jobs::demo::Demo;
//! use ketenscan::jobs::input::Input;
//! use ketenscan::jobs::reading::{InputFile, ReportPolicy, read};
//! use ketenscan::jobs::report::{Options, Reports};
//! use ketenscan::questionnaire::{Date, Editions};
//!
//! # fn main() -> Result<(), ketenscan::jobs::Error> {
//! let known = Editions::builtin();
//! let demo = Demo::story();
//!
//! // Read each workbook on its own; a program with threads can do this in parallel.
//! let mut readings = Vec::new();
//! for book in demo.books().iter().filter(|book| book.name().contains("voorbeeldland-2026")) {
//!     let sent = book.make(known.newest())?;
//!     let file = InputFile { label: &sent.name, bytes: &sent.bytes, named: true };
//!     readings.push(read(&file, &known, ReportPolicy::Refuse));
//! }
//!
//! // Group them by region and year, and stop if any of them has errors.
//! let input = Input::gather(readings, &known);
//! input.sound()?;
//!
//! // Make one report per region and year, as a workbook and as text.
//! let options = Options::default();
//! let reports = Reports::new(&input, &known, &options);
//! for pending in reports.pending()? {
//!     let made = reports.make(&pending, Date { year: 2026, month: 11, day: 26 })?;
//!     assert_eq!(made.outputs[0].name, "voorbeeldland-2026.xlsx");
//!     assert!(made.text.contains("Voorbeeldland"));
//! }
//! # Ok(())
//! # }
//! ```

#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::panic,
        clippy::print_stderr,
        clippy::print_stdout,
        clippy::unwrap_used
    )
)]

pub mod answers;
mod checksum;
pub mod comparison;
pub mod demo;
pub mod export;
pub mod jobs;
pub mod list;
mod office;
pub mod palette;
pub mod plan;
pub mod privacy;
pub mod problem;
pub mod progress;
pub mod questionnaire;
pub mod report;
pub mod scoring;
pub mod spelling;
pub mod wording;
pub mod workbook;
