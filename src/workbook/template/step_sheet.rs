//! One step's questions: what is asked on the left, what is filled in beside it, its score out of sight.

use std::fmt::Write;

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::Order;
use super::style::{Style, set_up};
use super::validation::{self, Lists};
use crate::answers::{Answer, Value};
use crate::questionnaire::{Kind, Question, Questionnaire};
use crate::typesetting::row_height;
use crate::workbook::layout::{NOT_APPLICABLE, UNKNOWN, YES_PARTLY_NO, address, header, level_label};

/// The rows of a step's table, for the formulas of the overview.
pub(super) struct StepRange {
    pub(super) title: String,
    first: u32,
    last: u32,
    first_answer: u32,
}

/// Columns of the table.
mod column {
    pub const ID: u16 = 0;
    pub const QUESTION: u16 = 1;
    pub const HELP: u16 = 2;
    pub const ANSWER: u16 = 3;
    pub const PART: u16 = 4;
    pub const WHOLE: u16 = 5;
    pub const EVIDENCE: u16 = 6;
    pub const REMARK: u16 = 7;
    pub const FOR_WHOM: u16 = 8;
    pub const STATE: u16 = 9;
    pub const SCORE: u16 = 10;
    pub const WEIGHT: u16 = 11;
    pub const POINTS: u16 = 12;
}

/// Widths of the columns in sight.
const WIDTHS: [f64; 10] = [15.0, 34.0, 58.0, 21.0, 9.0, 9.0, 27.0, 22.0, 18.0, 10.0];

const HEADER_ROW: u32 = 2;

/// Words of the column that tells what is left to do.
pub(super) const OPEN: &str = "open";
pub(super) const HALF: &str = "half";
pub(super) const WRONG: &str = "klopt niet";
pub(super) const DONE: &str = "klaar";

impl StepRange {
    fn range(&self, column: u16) -> String {
        let letters = address(0, u32::from(column));
        let letters = letters.trim_end_matches('1');
        let sheet = self.title.replace('\'', "''");
        format!("'{sheet}'!${letters}${}:${letters}${}", self.first + 1, self.last + 1)
    }

    /// The cells that tell whether a row is open.
    pub(super) fn states(&self) -> String {
        self.range(column::STATE)
    }

    /// Where filling in begins, as a link.
    pub(super) fn link(&self) -> String {
        let sheet = self.title.replace('\'', "''");
        format!(
            "internal:'{sheet}'!{}",
            address(self.first_answer, u32::from(column::ANSWER))
        )
    }

    /// The answers as chosen or typed.
    pub(super) fn answers(&self) -> String {
        self.range(column::ANSWER)
    }

    /// The score over the scored rows: S of the design's section 4, for this workbook alone.
    pub(super) fn score(&self) -> String {
        let (scores, weights, points) = (
            self.range(column::SCORE),
            self.range(column::WEIGHT),
            self.range(column::POINTS),
        );
        format!("=IF(COUNT({scores})=0,\"\",SUM({points})/SUMIF({scores},\">=0\",{weights}))")
    }
}

/// A sheet to write.
pub(super) struct StepSheet<'a> {
    pub(super) questionnaire: &'a Questionnaire,
    pub(super) order: &'a Order,
    pub(super) step: usize,
    pub(super) rows: &'a [usize],
    pub(super) style: &'a Style,
}

impl StepSheet<'_> {
    pub(super) fn write(&self, sheet: &mut Worksheet, title: &str, lists: &mut Lists) -> Result<StepRange, XlsxError> {
        let style = self.style;
        sheet.set_name(title)?;
        set_up(sheet, Some(HEADER_ROW))?;
        self.set_columns(sheet)?;
        sheet.write_string_with_format(0, 0, title, &style.title)?;
        let intro = &self.questionnaire.steps[self.step].intro;
        sheet.merge_range(1, column::ID, 1, column::ANSWER, intro, &style.lead)?;
        let across: f64 = WIDTHS[..=usize::from(column::ANSWER)].iter().sum();
        sheet.set_row_height(1, row_height([(intro.as_str(), across * 0.92)]) + 4.0)?;
        let headers = [
            header::ID,
            header::QUESTION,
            "Toelichting",
            header::ANSWER,
            header::PART,
            header::WHOLE,
            header::EVIDENCE,
            header::REMARK,
            "Voor wie",
            "Stand",
            "Score",
            "Gewicht",
            "Punten",
        ];
        for (column, header) in (0..).zip(headers) {
            sheet.write_string_with_format(HEADER_ROW, column, header, &style.header)?;
        }

        let first = HEADER_ROW + 1;
        let mut line = first;
        let mut heading: Option<usize> = None;
        for &row in self.rows {
            let index = self.questionnaire.rows[row].question;
            if self.questionnaire.questions[index].per_practice && heading != Some(index) {
                self.write_heading(sheet, line, index)?;
                heading = Some(index);
                line += 1;
            }
            self.write_row(sheet, line, row, lists)?;
            line += 1;
        }
        let last = line - 1;
        sheet.autofilter(HEADER_ROW, column::ID, last, column::STATE)?;
        // On paper, where nothing is filtered, the columns to the right only cost size.
        sheet.set_print_area(0, column::ID, last, column::REMARK)?;
        sheet.set_freeze_panes(first, 2)?;
        sheet.set_selection(first, column::ANSWER, first, column::ANSWER)?;
        let first_answer = match self.rows.first() {
            Some(&row) if self.questionnaire.question_of(row).per_practice => first + 1,
            _ => first,
        };
        Ok(StepRange {
            title: title.to_owned(),
            first,
            last,
            first_answer,
        })
    }

    fn set_columns(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (column, width) in (0..).zip(WIDTHS) {
            sheet.set_column_width(column, width)?;
        }
        let pairs = self
            .rows
            .iter()
            .any(|&row| self.questionnaire.question_of(row).kind.is_pair());
        if !pairs {
            sheet
                .set_column_hidden(column::PART)?
                .set_column_hidden(column::WHOLE)?;
        }
        for column in [column::SCORE, column::WEIGHT, column::POINTS] {
            sheet.set_column_hidden(column)?;
        }
        Ok(())
    }

    /// The question above its rows per practice.
    fn write_heading(&self, sheet: &mut Worksheet, line: u32, index: usize) -> Result<(), XlsxError> {
        let question = &self.questionnaire.questions[index];
        let band = &self.style.band;
        for column in [
            column::ID,
            column::ANSWER,
            column::PART,
            column::WHOLE,
            column::EVIDENCE,
            column::REMARK,
            column::STATE,
        ] {
            sheet.write_blank(line, column, band)?;
        }
        let text = format!("{} Antwoord per verschijningsvorm.", question.text);
        let (help, for_whom) = (help(question), self.for_whom(question));
        fit(sheet, line, &text, &help, &for_whom)?;
        sheet.write_string_with_format(line, column::QUESTION, text, &band.clone().set_bold())?;
        sheet.write_string_with_format(line, column::HELP, help, band)?;
        sheet.write_string_with_format(line, column::FOR_WHOM, for_whom, band)?;
        Ok(())
    }

    fn write_row(&self, sheet: &mut Worksheet, line: u32, row: usize, lists: &mut Lists) -> Result<(), XlsxError> {
        let style = self.style;
        let question = self.questionnaire.question_of(row);
        let spelled = &self.questionnaire.rows[row];
        sheet.write_string_with_format(line, column::ID, &spelled.id, &style.id)?;
        let (text, help) = match spelled.practice {
            Some(practice) => (
                format!("– {}", self.questionnaire.practices[practice].name),
                String::new(),
            ),
            None => (question.text.clone(), help(question)),
        };
        let for_whom = self.for_whom(question);
        fit(sheet, line, &text, &help, &for_whom)?;
        sheet.write_string_with_format(line, column::QUESTION, text, &style.locked_bold)?;
        sheet.write_string_with_format(line, column::HELP, help, &style.locked)?;
        sheet.write_string_with_format(line, column::FOR_WHOM, for_whom, &style.locked)?;
        self.write_entry(sheet, line, question, lists)?;
        self.write_filled(sheet, line, row)?;
        self.write_formulas(sheet, line, question, spelled.weight)
    }

    fn for_whom(&self, question: &Question) -> String {
        if question.ask.is_empty() {
            return match question.role {
                crate::questionnaire::Role::Municipality => "Gemeente".to_owned(),
                crate::questionnaire::Role::Region => "Regio".to_owned(),
            };
        }
        let names: Vec<&str> = question
            .ask
            .iter()
            .map(|&perspective| self.questionnaire.perspectives[perspective].name.as_str())
            .collect();
        names.join(", ")
    }

    fn write_entry(
        &self,
        sheet: &mut Worksheet,
        line: u32,
        question: &Question,
        lists: &mut Lists,
    ) -> Result<(), XlsxError> {
        let style = self.style;
        let cell = address(line, u32::from(column::ANSWER));
        let rule = validation::answer(self.questionnaire, &question.kind, &cell, lists)?;
        let answer = if matches!(question.kind, Kind::Count { .. }) {
            &style.number
        } else {
            &style.entry
        };
        sheet.write_blank(line, column::ANSWER, answer)?;
        sheet.add_data_validation(line, column::ANSWER, line, column::ANSWER, &rule)?;
        for column in [column::EVIDENCE, column::REMARK] {
            sheet.write_blank(line, column, &style.entry)?;
        }
        if !question.kind.is_pair() {
            sheet.write_blank(line, column::PART, &style.band)?;
            sheet.write_blank(line, column::WHOLE, &style.band)?;
            return Ok(());
        }
        let (part, whole) = match question.kind {
            Kind::Capacity => (
                "Teller: wat beschikbaar is. Een getal van 0 of meer.",
                "Noemer: wat nodig is. Een getal van 0 of meer; is er niets nodig, vul 0 in.",
            ),
            _ => (
                "Teller: het deel dat voldoet. Een getal van 0 of meer, niet groter dan de noemer.",
                "Noemer: het totaal. Een getal boven 0.",
            ),
        };
        for (column, title, message) in [
            (column::PART, header::PART, part),
            (column::WHOLE, header::WHOLE, whole),
        ] {
            sheet.write_blank(line, column, &style.number)?;
            let rule = validation::amount(title, message)?;
            sheet.add_data_validation(line, column, line, column, &rule)?;
        }
        Ok(())
    }

    /// What is filled in already.
    fn write_filled(&self, sheet: &mut Worksheet, line: u32, row: usize) -> Result<(), XlsxError> {
        let Style { entry, number, .. } = self.style;
        if let Some(evidence) = self.order.evidence(row) {
            sheet.write_string_with_format(line, column::EVIDENCE, evidence, entry)?;
        }
        let Some(answer) = self.order.answer(row) else {
            return Ok(());
        };
        let word = match answer {
            Answer::Missing => return Ok(()),
            Answer::Unknown => UNKNOWN.to_owned(),
            Answer::NotApplicable => NOT_APPLICABLE.to_owned(),
            Answer::Answered(Value::Level(level)) => level_label(self.questionnaire, usize::from(level)),
            Answer::Answered(Value::Choice(choice)) => YES_PARTLY_NO[choice as usize].to_owned(),
            Answer::Answered(Value::Count(value)) => {
                sheet.write_number_with_format(line, column::ANSWER, value, number)?;
                return Ok(());
            }
            Answer::Answered(Value::Pair { part, whole }) => {
                sheet.write_number_with_format(line, column::PART, part, number)?;
                sheet.write_number_with_format(line, column::WHOLE, whole, number)?;
                return Ok(());
            }
        };
        sheet.write_string_with_format(line, column::ANSWER, word, entry)?;
        Ok(())
    }

    /// State, score, weight and points of a row. The score follows the design's section 1.
    fn write_formulas(
        &self,
        sheet: &mut Worksheet,
        line: u32,
        question: &Question,
        weight: f64,
    ) -> Result<(), XlsxError> {
        let cell = |column: u16| address(line, u32::from(column));
        let (answer, part, whole) = (cell(column::ANSWER), cell(column::PART), cell(column::WHOLE));
        let both = format!("AND({part}<>\"\",{whole}<>\"\")");
        let neither = format!("AND({part}=\"\",{whole}=\"\")");
        let state = match question.kind {
            // The reader refuses a part above its whole; say so while there is still time.
            Kind::Share { .. } => format!(
                "=IF(TRIM({answer})<>\"\",\"{DONE}\",IF({neither},\"{OPEN}\",IF({both},IF(AND(N({whole})>0,N({part})<=N({whole})),\"{DONE}\",\"{WRONG}\"),\"{HALF}\")))"
            ),
            Kind::Capacity => {
                format!("=IF(OR(TRIM({answer})<>\"\",{both}),\"{DONE}\",IF({neither},\"{OPEN}\",\"{HALF}\"))")
            }
            _ => format!("=IF(TRIM({answer})=\"\",\"{OPEN}\",\"{DONE}\")"),
        };
        let numbers = |holds: &str, score: &str| {
            format!(
                "=IF(OR(TRIM({answer})<>\"\",NOT(ISNUMBER({part})),NOT(ISNUMBER({whole}))),\"\",IF({holds},{score},\"\"))"
            )
        };
        let score = match &question.kind {
            Kind::Level { .. } => {
                let labels = (0..self.questionnaire.levels.len()).map(|level| level_label(self.questionnaire, level));
                let scores = labels.zip(["0", "25", "50", "75", "100"]);
                let number = format!("IF(ISNUMBER(MATCH({answer},{{0,1,2,3,4}},0)),25*{answer},\"\")");
                format!("=IF(ISNUMBER({answer}),{number},{})", chosen(&answer, scores))
            }
            Kind::YesNo => format!(
                "={}",
                chosen(
                    &answer,
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
        };
        let (scored, weighs) = (cell(column::SCORE), cell(column::WEIGHT));
        let points = format!("=IF(ISNUMBER({scored}),{scored}*{weighs},0)");
        let style = &self.style.locked;
        sheet.write_formula_with_format(line, column::STATE, Formula::new(state), style)?;
        sheet.write_formula_with_format(line, column::SCORE, Formula::new(score), style)?;
        sheet.write_number_with_format(line, column::WEIGHT, weight, style)?;
        sheet.write_formula_with_format(line, column::POINTS, Formula::new(points), style)?;
        Ok(())
    }
}

/// A formula for the score of the text chosen; an equal sign, unlike a look-up, takes no wildcards.
fn chosen<'s>(answer: &str, scores: impl DoubleEndedIterator<Item = (String, &'s str)>) -> String {
    scores.rev().fold("\"\"".to_owned(), |otherwise, (text, score)| {
        format!("IF(TRIM({answer})=\"{text}\",{score},{otherwise})")
    })
}

/// The help of a question, with what each level looks like here.
fn help(question: &Question) -> String {
    let mut help = question.help.clone();
    if let Kind::Level { anchors } = &question.kind {
        for (level, anchor) in anchors.iter().enumerate() {
            let _ = write!(help, "\n{level}: {anchor}");
        }
    }
    help
}

/// Makes a row high enough for its texts.
fn fit(sheet: &mut Worksheet, line: u32, text: &str, help: &str, for_whom: &str) -> Result<(), XlsxError> {
    let width = |column: u16| WIDTHS[usize::from(column)];
    // The question is bold, which takes a little more room.
    let height = row_height([
        (text, width(column::QUESTION) * 0.92),
        (help, width(column::HELP)),
        (for_whom, width(column::FOR_WHOM)),
    ]);
    sheet.set_row_height(line, height + 3.0)?;
    Ok(())
}
