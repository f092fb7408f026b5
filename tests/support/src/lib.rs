//! Makes workbooks and regions for tests, and reads the output back; nothing here runs the program.

pub mod demo;
pub mod extremes;
pub mod formulas;
pub mod grid;
pub mod markdown;
pub mod outline_text;
pub mod package;
pub mod region;
pub mod schema;
pub mod xlsb;
