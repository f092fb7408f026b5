//! What a step's table computes for whoever fills it in: what is left to do, and the score of a row.

use super::columns::Columns;
use crate::questionnaire::{Kind, Questionnaire};
use crate::workbook::layout::{YES_PARTLY_NO, address, level_label};

/// Words of the column that tells what is left to do.
pub(in crate::workbook::template) const OPEN: &str = "open";
pub(in crate::workbook::template) const HALF: &str = "half";
pub(in crate::workbook::template) const WRONG: &str = "klopt niet";
pub(in crate::workbook::template) const DONE: &str = "klaar";

/// The cells of one row that its formulas are about.
pub(super) struct Cells {
    answer: String,
    part: String,
    whole: String,
    score: String,
    weight: String,
}

impl Cells {
    pub(super) fn of_row(line: u32, columns: &Columns) -> Self {
        let cell = |column: u16| address(line, u32::from(column));
        Self {
            answer: cell(columns.answer),
            part: cell(columns.part),
            whole: cell(columns.whole),
            score: cell(columns.score),
            weight: cell(columns.weight),
        }
    }

    /// What is left to do.
    pub(super) fn state(&self, kind: &Kind) -> String {
        let Self {
            answer, part, whole, ..
        } = self;
        let both = format!("AND({part}<>\"\",{whole}<>\"\")");
        let neither = format!("AND({part}=\"\",{whole}=\"\")");
        match kind {
            // The reader refuses a part above its whole; say so while there is still time.
            Kind::Share { .. } => format!(
                "=IF(TRIM({answer})<>\"\",\"{DONE}\",IF({neither},\"{OPEN}\",IF({both},IF(AND(N({whole})>0,N({part})<=N({whole})),\"{DONE}\",\"{WRONG}\"),\"{HALF}\")))"
            ),
            Kind::Capacity => {
                format!("=IF(OR(TRIM({answer})<>\"\",{both}),\"{DONE}\",IF({neither},\"{OPEN}\",\"{HALF}\"))")
            }
            _ => format!("=IF(TRIM({answer})=\"\",\"{OPEN}\",\"{DONE}\")"),
        }
    }

    /// The score, after the design's section 1; nothing where there is none.
    pub(super) fn score(&self, questionnaire: &Questionnaire, kind: &Kind) -> String {
        let Self {
            answer, part, whole, ..
        } = self;
        let numbers = |holds: &str, score: &str| {
            format!(
                "=IF(OR(TRIM({answer})<>\"\",NOT(ISNUMBER({part})),NOT(ISNUMBER({whole}))),\"\",IF({holds},{score},\"\"))"
            )
        };
        match kind {
            Kind::Level { .. } => {
                let labels = (0..questionnaire.levels.len()).map(|level| level_label(questionnaire, level));
                let scores = labels.zip(["0", "25", "50", "75", "100"]);
                let number = format!("IF(ISNUMBER(MATCH({answer},{{0,1,2,3,4}},0)),25*{answer},\"\")");
                format!("=IF(ISNUMBER({answer}),{number},{})", chosen(answer, scores))
            }
            Kind::YesNo => format!(
                "={}",
                chosen(
                    answer,
                    YES_PARTLY_NO.map(str::to_owned).into_iter().zip(["100", "50", "0"])
                )
            ),
            Kind::Share { target } => numbers(
                &format!("AND({whole}>0,{part}>=0,{part}<={whole})"),
                &format!("100*MIN(1,{part}/{whole}/{target})"),
            ),
            Kind::Capacity => numbers(
                &format!("AND({whole}>0,{part}>=0)"),
                &format!("100*MIN(1,{part}/{whole})"),
            ),
            Kind::Count { full_at, zero_at, .. } => format!(
                "=IF(ISNUMBER({answer}),IF({answer}>=0,MAX(0,MIN(100,100*({answer}-{zero_at})/({full_at}-{zero_at}))),\"\"),\"\")"
            ),
        }
    }

    /// The score as it weighs.
    pub(super) fn points(&self) -> String {
        let Self { score, weight, .. } = self;
        format!("=IF(ISNUMBER({score}),{score}*{weight},0)")
    }
}

/// A formula for the score of the text chosen; an equal sign, unlike a look-up, takes no wildcards.
fn chosen<'s>(answer: &str, scores: impl DoubleEndedIterator<Item = (String, &'s str)>) -> String {
    scores.rev().fold("\"\"".to_owned(), |otherwise, (text, score)| {
        format!("IF(TRIM({answer})=\"{text}\",{score},{otherwise})")
    })
}
