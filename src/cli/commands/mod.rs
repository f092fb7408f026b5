//! One file for each command.

pub mod check;
pub mod compare;
pub mod demo;
mod pages;
pub mod questionnaire;
pub mod report;
pub mod template;
