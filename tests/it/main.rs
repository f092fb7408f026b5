//! Tests of the whole, in one program with a module for each promise. Some run the binary as users do, others call the
//! library.

mod folder;
mod programs;

mod browser;
mod command_line;
mod comparison;
mod consensus;
mod definition;
mod entry_cells;
mod export;
#[cfg(target_os = "linux")]
mod faults;
mod following;
mod handed_out;
mod hostile;
mod independent;
mod invented;
mod jobs;
mod office;
mod page;
mod parts;
mod planning;
mod privacy;
mod problems;
mod properties;
mod release;
mod replacing;
mod report;
mod repository;
mod scoring;
mod sharing;
mod stored;
mod templates;
mod variety;
mod year;
