//! For each kind of question: what its cells accept, what remains to be done, and its score.

use rust_xlsxwriter::{DataValidation, Formula, Worksheet, XlsxError};

use super::columns::Columns;
use super::outcome::{DONE, HALF, OPEN, WRONG};
use crate::answers::{Answer, Value};
use crate::questionnaire::{Kind, Questionnaire};
use crate::workbook::layout::{
    NOT_APPLICABLE, UNKNOWN, YES_PARTLY_NO, address, answer_words, level_label, whole_column,
};
use crate::workbook::template::style::Style;
use crate::workbook::template::validation::{Lists, with_messages};

/// The cells of one row that its answer and formulas use.
///
/// What people fill in they may also cut and drag elsewhere, and a formula that refers to a cell follows it or loses it.
/// Formulas therefore look in the whole column, on their own row.
pub(super) struct Cells {
    /// The cell `Antwoord` itself.
    own: String,
    answer: String,
    part: String,
    whole: String,
    score: String,
    weight: String,
}

impl Cells {
    pub(super) fn of_row(line: u32, columns: &Columns) -> Self {
        let cell = |column: u16| address(line, u32::from(column));
        let on_this_row = |column: u16| format!("INDEX({},ROW())", whole_column(column));
        Self {
            own: cell(columns.answer),
            answer: on_this_row(columns.answer),
            part: on_this_row(columns.part),
            whole: on_this_row(columns.whole),
            score: cell(columns.score),
            weight: cell(columns.weight),
        }
    }

    /// What the cell `Antwoord` accepts.
    pub(super) fn allowed(
        &self,
        questionnaire: &Questionnaire,
        kind: &Kind,
        lists: &mut Lists,
    ) -> Result<DataValidation, XlsxError> {
        let answer = &self.own;
        let mut choice = |answers: Vec<String>| {
            let words = [UNKNOWN, NOT_APPLICABLE].map(str::to_owned);
            lists.dropdown(&answers.into_iter().chain(words).collect::<Vec<_>>())
        };
        match kind {
            Kind::Level { .. } => with_messages(
                choice(level_labels(questionnaire).collect())?,
                "Kies een niveau",
                "Kies het niveau dat past; de toelichting ernaast beschrijft 0 tot en met 4. Niet bekend of niet aan de orde: kies 'Weet ik niet' of 'Niet van toepassing'.",
            ),
            Kind::YesNo => with_messages(
                choice(YES_PARTLY_NO.map(str::to_owned).to_vec())?,
                "Kies een antwoord",
                "Kies Ja, Deels of Nee. Niet bekend of niet aan de orde: kies 'Weet ik niet' of 'Niet van toepassing'.",
            ),
            Kind::Share { .. } | Kind::Capacity => with_messages(
                choice(Vec::new())?,
                "Getallen hiernaast",
                "Vul de getallen in bij Teller en Noemer. Kies hier alleen iets als het 'Weet ik niet' of 'Niet van toepassing' is.",
            ),
            Kind::Count { unit, .. } => {
                let rule = format!(
                    "=OR(AND(ISNUMBER({answer}),N({answer})>=0),{answer}=\"{UNKNOWN}\",{answer}=\"{NOT_APPLICABLE}\")"
                );
                let of_what = if unit.is_empty() {
                    String::new()
                } else {
                    format!(" ({unit})")
                };
                with_messages(
                    DataValidation::new().allow_custom(Formula::new(rule)),
                    "Vul een getal in",
                    &format!(
                        "Vul een getal van 0 of meer in{of_what}. Niet bekend of niet aan de orde: typ 'Weet ik niet' of 'Niet van toepassing'."
                    ),
                )
            }
        }
    }

    /// What to enter in `Teller` and `Noemer`, for kinds that ask for both.
    pub(super) fn pair_messages(kind: &Kind) -> Option<[&'static str; 2]> {
        match kind {
            Kind::Share { .. } => Some([
                "Teller: het deel dat voldoet. Een getal van 0 of meer, niet groter dan de noemer.",
                "Noemer: het totaal. Een getal boven 0.",
            ]),
            Kind::Capacity => Some([
                "Teller: wat beschikbaar is. Een getal van 0 of meer.",
                "Noemer: wat nodig is. Een getal van 0 of meer; is er niets nodig, vul 0 in.",
            ]),
            Kind::Level { .. } | Kind::YesNo | Kind::Count { .. } => None,
        }
    }

    /// The formula for what remains to be done.
    pub(super) fn state(&self, kind: &Kind) -> String {
        let Self {
            answer, part, whole, ..
        } = self;
        let both = format!("AND({part}<>\"\",{whole}<>\"\")");
        let neither = format!("AND({part}=\"\",{whole}=\"\")");
        match kind {
            // The reader refuses a part larger than its whole; say so while it can still be corrected.
            Kind::Share { .. } => format!(
                "=IF(TRIM({answer})<>\"\",\"{DONE}\",IF({neither},\"{OPEN}\",IF({both},IF(AND(N({whole})>0,N({part})<=N({whole})),\"{DONE}\",\"{WRONG}\"),\"{HALF}\")))"
            ),
            Kind::Capacity => {
                format!("=IF(OR(TRIM({answer})<>\"\",{both}),\"{DONE}\",IF({neither},\"{OPEN}\",\"{HALF}\"))")
            }
            Kind::Level { .. } | Kind::YesNo | Kind::Count { .. } => {
                format!("=IF(TRIM({answer})=\"\",\"{OPEN}\",\"{DONE}\")")
            }
        }
    }

    /// The formula for the score, which computes what `scoring::answer` does; empty if there is no score.
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
                let scores = level_labels(questionnaire).zip(["0", "25", "50", "75", "100"]);
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

    /// The formula for the score times its weight.
    pub(super) fn points(&self) -> String {
        let Self { score, weight, .. } = self;
        format!("=IF(ISNUMBER({score}),{score}*{weight},0)")
    }
}

/// A formula for the score of the chosen text. Unlike a lookup, an equals sign does not interpret wildcards.
fn chosen<'s>(answer: &str, scores: impl DoubleEndedIterator<Item = (String, &'s str)>) -> String {
    scores.rev().fold("\"\"".to_owned(), |otherwise, (text, score)| {
        format!("IF(TRIM({answer})=\"{text}\",{score},{otherwise})")
    })
}

/// The labels for a level question, from level 0.
fn level_labels(questionnaire: &Questionnaire) -> impl DoubleEndedIterator<Item = String> + ExactSizeIterator {
    (0..questionnaire.levels.len()).map(|level| level_label(questionnaire, level))
}

/// Fills in an answer that is already known.
pub(super) fn fill_in(
    sheet: &mut Worksheet,
    line: u32,
    columns: &Columns,
    questionnaire: &Questionnaire,
    answer: Answer,
    style: &Style,
) -> Result<(), XlsxError> {
    let entry = &style.entry;
    match answer {
        Answer::Missing => {}
        Answer::Answered(Value::Count(value)) => {
            sheet.write_number_with_format(line, columns.answer, value, entry)?;
        }
        Answer::Answered(Value::Pair { part, whole }) => {
            sheet.write_number_with_format(line, columns.part, part, entry)?;
            sheet.write_number_with_format(line, columns.whole, whole, entry)?;
        }
        Answer::Answered(Value::Level(_) | Value::Choice(_))
        | Answer::NotApplicable
        | Answer::Unfounded
        | Answer::Unknown => {
            let words = answer_words(questionnaire, answer);
            sheet.write_string_with_format(line, columns.answer, words, entry)?;
        }
    }
    Ok(())
}
