//! A region's figures told to people and to programs: one outline, written as workbook, page, pictures, text and JSON.

pub mod chart_image;
pub mod comparison;
pub mod excel;
pub mod html;
pub mod markup;
pub mod outline;
mod plain_text;
pub mod region;
pub mod sharing;

use self::sharing::Audience;
use crate::answers::Region;
use crate::questionnaire::Questionnaire;
use crate::scoring::RegionScore;

/// All that a report tells of: the questions, the answers and the figures.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// What was asked.
    pub questionnaire: &'a Questionnaire,
    /// What was answered.
    pub region: &'a Region,
    /// What that comes to.
    pub score: &'a RegionScore,
    /// Whom it is made for; the answers and figures are what these may see.
    pub audience: Audience,
}

/// Name and version of this program, as reports carry it.
pub const GENERATED_BY: &str = concat!("ketenscan ", env!("CARGO_PKG_VERSION"));
