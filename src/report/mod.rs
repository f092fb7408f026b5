//! Presents figures to people and programs: one outline, written as a workbook, page, pictures, text and JSON.

pub mod chart_image;
pub mod comparison;
pub mod excel;
pub mod html;
pub mod markup;
pub mod outline;
mod plain_text;
pub mod region;
pub mod sharing;

pub use sharing::Report;

/// Name and version of this program, as shown in reports.
pub const GENERATED_BY: &str = concat!("ketenscan ", env!("CARGO_PKG_VERSION"));

#[cfg(test)]
mod tests;
