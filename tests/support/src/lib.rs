//! What tests make their workbooks and regions with, and read what comes out with; nothing here runs the program.

pub mod demo;
pub mod extremes;
pub mod grid;
pub mod markdown;
pub mod outline_text;
pub mod package;
pub mod region;
pub mod schema;
pub mod xlsb;
