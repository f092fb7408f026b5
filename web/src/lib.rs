//! Ketenscan for the browser: takes orders as JSON with the bytes of files; returns what a job found and made.
//!
//! This is the second skin over `ketenscan::jobs`, beside the command line. It decides nothing about questionnaires:
//! `books` holds the files that the user chose, `work` passes them on to a job, and `remedy` names the button that
//! helps. The page (`web/page/`) calls it in WebAssembly through `memory`; tests call `session::Session`.
//!
//! To add a job: a variant in `order::Order`, a function in `work` and its line in `session`; on the page, a button
//! with its name in `data-job`.

mod arranging;
mod books;
mod done;
mod memory;
mod order;
mod packing;
mod pasted;
mod remedy;
mod reply;
pub mod session;
mod work;
