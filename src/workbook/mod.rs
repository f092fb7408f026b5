//! Workbooks: blank ones to hand out, and filled-in ones of any office program read back.

pub mod layout;
pub mod read;
pub mod template;
