//! Workbooks: makes blank ones, and reads filled-in ones from any office program.

pub mod layout;
pub mod read;
pub mod template;
