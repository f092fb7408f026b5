//! What a report says, in each of its forms, and how it is kept.

mod adds_up;
mod extremes;
mod json;
mod kept;
mod letter;
mod long_texts;
mod municipality;
mod outline;
mod parts;
mod sample;
mod workbook;
