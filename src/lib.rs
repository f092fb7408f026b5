//! Ketenscan: from blank questionnaire workbooks to a region's scored report.
//!
//! The modules are the steps of a pipeline. A [`questionnaire`] says what is asked; [`workbook`] makes blank workbooks
//! of it and reads filled-in ones back; [`answers`] puts the workbooks of a region together; [`scoring`] turns them into
//! figures; [`comparison`] sets years and regions side by side; [`report`] and [`export`] present the result. [`jobs`]
//! combines these steps into what a user asks for. Bytes go in and bytes come out: nothing here knows files, a clock,
//! threads or a terminal.
//!
//! # Example
//!
//! From a region's filled-in workbooks to its report. The workbooks are those of Voorbeeldland, the invented region of
//! the demo; a real region would send its own.
//!
//! ```
//! use ketenscan::jobs::demo::Demo;
//! use ketenscan::jobs::input::Input;
//! use ketenscan::jobs::reading::{InputFile, OnReport, read};
//! use ketenscan::jobs::report::{Options, Reports};
//! use ketenscan::questionnaire::{Date, Editions};
//!
//! # fn main() -> Result<(), ketenscan::jobs::Error> {
//! let known = Editions::builtin();
//! let demo = Demo::story();
//! let mut readings = Vec::new();
//! for book in demo.books().iter().filter(|book| book.name().contains("voorbeeldland-2026")) {
//!     let sent = book.make(known.newest())?;
//!     let file = InputFile { label: &sent.name, bytes: &sent.bytes, named: true };
//!     readings.push(read(&file, &known, OnReport::Refuse));
//! }
//!
//! let input = Input::gather(readings, &known);
//! input.sound()?;
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
pub mod questionnaire;
pub mod report;
pub mod scoring;
pub mod spelling;
pub mod wording;
pub mod workbook;
