//! Every promise of the whole, a room for each, in one program: what runs the binary as users do, and what calls the library.

mod folder;
mod programs;

mod command_line;
mod comparison;
mod definition;
mod export;
#[cfg(target_os = "linux")]
mod faults;
mod hostile;
mod independent;
mod jobs;
mod office;
mod page;
mod planning;
mod privacy;
mod problems;
mod properties;
mod release;
mod report;
mod repository;
mod scoring;
mod sharing;
mod templates;
mod variety;
