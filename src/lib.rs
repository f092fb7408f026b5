//! Ketenscan: from blank questionnaire workbooks to a region's scored report.

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
mod office;
pub mod palette;
pub mod plan;
pub mod privacy;
pub mod problem;
pub mod questionnaire;
pub mod report;
pub mod scoring;
pub mod spelling;
pub mod typesetting;
pub mod wording;
pub mod workbook;
