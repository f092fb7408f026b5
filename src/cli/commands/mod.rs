//! One file for each command.

pub mod check;
pub mod compare;
pub mod demo;
pub mod export;
mod pages;
pub mod questionnaire;
pub mod report;
pub mod template;
